/* The index of this site, fetched when somebody wants to search and once only. */
export const root = new URL("../../../", import.meta.url);
const REGISTER = "register.json";
const GUESSES = 4;
const data = new URL("sok/data/", root);
let opened = null;

/** A piece that the register named and that is there no more: another edition of the site has taken its place. */
class Gone extends Error {}

async function load(name) {
  // The register says which folder is today's, so the browser asks whether it has changed; the rest never does.
  const answer = await fetch(new URL(name, data), { cache: name === REGISTER ? "no-cache" : "default" });
  if (!answer.ok) throw new (answer.status === 404 && name !== REGISTER ? Gone : Error)(`${name}: ${answer.status}`);
  return answer.json();
}

/**
 * The engine, ready for queries. Fails when it cannot be fetched; the next call asks the browser again, and some browsers
 * answer for a script, unlike for the index, what they did before until the page is loaded anew.
 */
export function engine() {
  if (!opened) {
    // Who only reads a page does not fetch what it takes to search.
    opened = import("./engine.js").then(({ open }) => open(load));
    opened.catch(() => (opened = null));
  }
  return opened;
}

/**
 * The best hits with what they show: { results, sure, asked, total }; null when `wanted` says on the way that nobody
 * waits for them any more.
 */
export async function find(query, options) {
  try {
    return await search(query, options);
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    opened = null;
    return search(query, options);
  }
}

async function search(query, { count, filter, open: growing, wanted = () => true }) {
  const searching = await engine();
  const { hits, sure, asked } = await searching.search(query, { filter, open: growing });
  if (!wanted()) return null;
  const chosen = (sure ? hits.filter((hit) => hit.sure) : hits.slice(0, GUESSES)).slice(0, count);
  const results = await Promise.all(
    chosen.map(async (hit) => ({ ...hit, document: await searching.document(hit.number) })),
  );
  return { results, sure, asked, language: searching.language, total: sure ? hits.filter((hit) => hit.sure).length : 0 };
}
