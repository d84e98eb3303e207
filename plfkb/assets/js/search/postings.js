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
  each(key.flat, (number, strength, passage) => {
    const weight = strength * like;
    const known = documents.get(number);
    if (!known) documents.set(number, { weight, quality: like, passage });
    else {
      known.quality = Math.max(known.quality, like);
      if (weight > known.weight) Object.assign(known, { weight, passage });
    }
  });
}
