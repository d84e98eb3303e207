/* How like two words are, from 0 to 1. Pure functions: no document, no network. */

/**
 * Edits between two words (a swap of neighbours is one), or limit + 1 when there are more. What the two begin and end
 * with alike is left out, and of the table only what lies within the limit of its diagonal is filled in.
 */
export function edits(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  let [m, n] = [a.length, b.length];
  while (start < m && start < n && a[start] === b[start]) start++;
  while (m > start && n > start && a[m - 1] === b[n - 1]) [m, n] = [m - 1, n - 1];
  [m, n] = [m - start, n - start];
  if (!m || !n) return m + n;
  let before = [];
  let last = Array.from({ length: n + 1 }, (_, column) => column);
  for (let i = 1; i <= m; i++) {
    const row = new Array(n + 1).fill(limit + 1);
    row[0] = i;
    let least = i;
    for (let j = Math.max(1, i - limit); j <= Math.min(n, i + limit); j++) {
      const [one, other] = [a[start + i - 1], b[start + j - 1]];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one === other ? 0 : 1));
      if (i > 1 && j > 1 && one === b[start + j - 2] && a[start + i - 2] === other) cost = Math.min(cost, before[j - 2] + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[n];
}

/** How many edits a word may be away from the one that was meant. A wrong digit is no slip: it is another year. */
export const slips = (word) => (word.length < 5 || /\d/.test(word) ? 0 : word.length < 9 ? 1 : 2);

/** How much of a word is left when so many edits lie between it and another. */
export const closeness = (count, a, b) => 0.9 - (1.6 * count) / Math.max(a.length, b.length) - (a[0] === b[0] ? 0 : 0.1);

/**
 * How well a key of the index answers a word of the query. `word` and `key` have `stem` and `root`; `word` also
 * `folded`, and `open` when the reader may not have written it to its end.
 */
export function likeness(word, key) {
  if (key.stem === word.stem) return 1;
  let best = 0;
  // A root is the beginning of its stem; to see that first saves working out most roots.
  if (key.stem.startsWith(word.root) && key.root === word.root) best = word.root.length >= 4 ? 0.8 : 0.5;
  if (word.open && word.folded.length >= 2 && key.stem.startsWith(word.folded)) {
    best = Math.max(best, 0.5 + (0.45 * word.folded.length) / key.stem.length);
  } else if (word.stem.length >= 4 && key.stem.startsWith(word.stem)) {
    best = Math.max(best, 0.25 + (0.5 * word.stem.length) / key.stem.length);
  }
  if (best >= 0.7) return best;
  const allowed = slips(word.stem);
  if (allowed && key.stem.length >= 4 && key.stem[0] === word.stem[0]) {
    const count = edits(word.stem, key.stem, allowed);
    if (count <= allowed) best = Math.max(best, closeness(count, word.stem, key.stem));
  }
  return best;
}
