/*
 * Words as search compares them. The same rules as plfkb/norwegian/search_words.py, with the tables that
 * the index brings along; a test holds the two together.
 */

const SHORTEST_STEM = 3;
const SHORTEST_ROOT = 4;
const LONGEST_CUT = 6;
const SOUNDS = { d: "t", b: "p", g: "k", c: "k", q: "k", w: "v", z: "s", x: "k" };
const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const DOUBLED = /([^0-9])\1+/g;

/** The words of a text as they are written, in lower case. */
export const words = (text) => written(text).map(({ word }) => word);

/** The same with whether a full stop says that a word is cut short, as in «komp.utv.»: [{ word, cut }]. */
export const written = (text) =>
  [...text.normalize("NFC").matchAll(TOKEN)].map(({ 0: word, index, input }) => ({
    word: word.toLowerCase(),
    cut: input[index + word.length] === "." && word.length <= LONGEST_CUT,
  }));

/** The consonants of a folded word: what slips and neighbouring languages seldom change. */
export const sound = (folded) =>
  folded
    .replace(/[aeiouyjh]/g, "")
    .replace(/[dbgcqwzx]/g, (letter) => SOUNDS[letter])
    .replace(DOUBLED, "$1");

/** The functions that need the tables of the index. */
export function language(tables) {
  const byLength = (endings) => [...endings].sort((a, b) => b.length - a.length);
  const endings = byLength(tables.endings);
  const derivations = byLength(tables.derivations);
  const stop = new Set(tables.stop);
  const comparing = new Set(tables.comparing);

  const fold = (word) => {
    let folded = word.toLowerCase().replace(/['’]/g, "");
    for (const [written, plain] of tables.letters) folded = folded.replaceAll(written, plain);
    return folded.normalize("NFD").replace(/\p{M}/gu, "").replace(DOUBLED, "$1");
  };
  const ending = (word, list, shortest) =>
    /^\p{L}+$/u.test(word)
      ? list.find((end) => word.endsWith(end) && word.length - end.length >= shortest) ?? ""
      : "";
  const stem = (folded) => {
    let word = folded;
    while (!tables.kept.some((end) => word.endsWith(end))) {
      const end = ending(word, endings, SHORTEST_STEM);
      if (!end) break;
      word = word.slice(0, -end.length);
    }
    return word;
  };
  const root = (stemmed) => {
    const end = ending(stemmed, derivations, SHORTEST_ROOT);
    if (!end) return stemmed;
    const shorter = stemmed.slice(0, -end.length);
    return shorter.slice(0, shorter.length - ending(shorter, tables.verbal, SHORTEST_ROOT).length);
  };
  return {
    fold,
    stem,
    root,
    isStop: (folded) => stop.has(folded),
    isComparing: (folded) => comparing.has(folded),
    /** A folded word from nynorsk, Danish or Swedish as it would be in bokmål. */
    neighbour: (folded) => {
      let out = folded;
      for (const [theirs, ours] of tables.neighbours) out = out.replace(theirs, ours);
      return out.replace(DOUBLED, "$1");
    },
  };
}
