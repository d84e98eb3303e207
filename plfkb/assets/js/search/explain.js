/* Why a document is a hit: the name that it came through, and the words to mark. Pure functions. */
import { words } from "./words.js";
import { likeness } from "./likeness.js";

const ALIKE = 0.6;
const MARKED = 0.75;
const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** The name that answers the query clearly better than the title does, or null: { text, role }. */
export function through(language, asked, document) {
  const fromTitle = fit(language, asked, document.title);
  let best = null;
  let most = Math.max(fromTitle + 0.1, 0.45);
  for (const name of document.names) {
    const value = fit(language, asked, name.text);
    if (value > most) [best, most] = [name, value];
  }
  return best;
}

/** How much of a query and of a name are the same, from 0 to 1. */
function fit(language, asked, name) {
  const keys = words(name).map((word) => key(language, word));
  const content = keys.filter((one) => !language.isStop(one.folded));
  const wanted = content.length ? content : keys;
  const joined = wanted.map((one) => one.folded).join("");
  if (joined && joined === asked.content.map((word) => word.folded).join("")) return 1;
  let found = 0;
  const hit = new Set();
  for (const word of asked.content) {
    const likes = wanted.map((one) => like(word, one));
    const most = Math.max(0, ...likes);
    if (most < ALIKE) continue;
    found += most;
    hit.add(likes.indexOf(most));
  }
  return wanted.length ? (found / asked.content.length) * (0.5 + (0.5 * hit.size) / wanted.length) : 0;
}

/** A text in pieces: [[text, marked]], with the words marked that the query asks for. */
export function marked(language, asked, text) {
  const pieces = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    const one = key(language, match[0]);
    if (language.isStop(one.folded) || !asked.content.some((word) => like(word, one) >= MARKED)) continue;
    pieces.push([text.slice(last, match.index), false], [match[0], true]);
    last = match.index + match[0].length;
  }
  pieces.push([text.slice(last), false]);
  return pieces.filter(([piece]) => piece);
}

function key(language, word) {
  const folded = language.fold(word);
  const stem = language.stem(folded);
  return { folded, stem, root: language.root(stem) };
}

const like = (word, one) => Math.max(...word.variants.map((variant) => likeness({ ...variant, open: word.open }, one)));
