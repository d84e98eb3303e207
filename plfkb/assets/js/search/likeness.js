/* How like two words are, from 0 to 1. Pure functions: no document, no network. */

/** Edits between two words (a swap of neighbours is one), or limit + 1 when there are more. */
export function edits(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}

/** How many edits a word of this length may be away from the one that was meant. */
export const slips = (length) => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** How much of a word is left when so many edits lie between it and another. */
export const closeness = (count, a, b) => 0.9 - (1.6 * count) / Math.max(a.length, b.length) - (a[0] === b[0] ? 0 : 0.1);

/**
 * How well a key of the index answers a word of the query. `word` and `key` have `stem` and `root`; `word` also
 * `folded`, and `open` when the reader may not have written it to its end.
 */
export function likeness(word, key) {
  if (key.stem === word.stem) return 1;
  let best = 0;
  if (key.root === word.root) best = word.root.length >= 4 ? 0.8 : 0.5;
  if (word.open && word.folded.length >= 2 && key.stem.startsWith(word.folded)) {
    best = Math.max(best, 0.5 + (0.45 * word.folded.length) / key.stem.length);
  } else if (word.stem.length >= 4 && key.stem.startsWith(word.stem)) {
    best = Math.max(best, 0.25 + (0.5 * word.stem.length) / key.stem.length);
  }
  if (best >= 0.7) return best;
  const allowed = slips(word.stem.length);
  if (allowed && key.stem.length >= 4 && key.stem[0] === word.stem[0]) {
    const count = edits(word.stem, key.stem, allowed);
    if (count <= allowed) best = Math.max(best, closeness(count, word.stem, key.stem));
  }
  return best;
}
