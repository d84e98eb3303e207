/* What a key of the index leads to. How the numbers are packed: plfkb/search/files.py. */

/** The passage number of a hit in a name. */
export const NAMED = 15;

/** Calls `take(number, weight, passage)` for each document of a key. */
export function each(flat, take) {
  let number = 0;
  for (let n = 1; n < flat.length; n += 2) {
    number += flat[n];
    take(number, (flat[n + 1] >> 4) / 255, flat[n + 1] & 15);
  }
}

/** Adds the documents of a key that is so like a word: { weight, quality, passage } by number, the best of each. */
export function collect(documents, key, like) {
  each(key.flat, (number, strength, passage) => keep(documents, number, { weight: strength * like, quality: like, passage }));
}

/** Adds one find in a document: the best quality counts, and the greatest weight with the passage that it comes from. */
export function keep(documents, number, found) {
  const known = documents.get(number);
  if (!known) return documents.set(number, found);
  known.quality = Math.max(known.quality, found.quality);
  if (found.weight > known.weight) Object.assign(known, { weight: found.weight, passage: found.passage });
}
