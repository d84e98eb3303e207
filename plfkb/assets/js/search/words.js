/*
 * Words as search compares them. The same rules as plfkb/norwegian/search_words.py, with the tables that
 * the index brings along; a test holds the two together.
 */

const SHORTEST_STEM = 3;
const SHORTEST_ROOT = 4;
const SOUNDS = { d: "t", b: "p", g: "k", c: "k", q: "k", w: "v", z: "s", x: "k" };
const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const DOUBLED = /([^0-9])\1+/g;

/** The words of a text as they are written, in lower case. */
export const words = (text) => (text.normalize("NFC").match(TOKEN) ?? []).map((word) => word.toLowerCase());

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
  const derivations = byLength([...tables.derivations, ...tables.endings]);
  const stop = new Set(tables.stop);
  const comparing = new Set(tables.comparing);

  const fold = (word) => {
    let folded = word.toLowerCase().replace(/['’]/g, "");
    for (const [written, plain] of tables.letters) folded = folded.replaceAll(written, plain);
    return folded.normalize("NFD").replace(/\p{M}/gu, "").replace(DOUBLED, "$1");
  };
  const without = (word, list, shortest, kept = []) => {
    if (!/^\p{L}+$/u.test(word)) return word;
    for (;;) {
      if (kept.some((ending) => word.endsWith(ending))) return word;
      const end = list.find((ending) => word.endsWith(ending));
      if (!end || word.length - end.length < shortest) return word;
      word = word.slice(0, -end.length);
    }
  };
  return {
    fold,
    stem: (folded) => without(folded, endings, SHORTEST_STEM, tables.kept),
    root: (folded) => without(folded, derivations, SHORTEST_ROOT),
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
