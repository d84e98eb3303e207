/* The index of this site, fetched when somebody wants to search and once only. */
export const root = new URL("../../../", import.meta.url);
const data = new URL("sok/data/", root);
let opened = null;

async function load(name) {
  // The register says which folder is today's, so the browser asks whether it has changed; the rest never does.
  const answer = await fetch(new URL(name, data), { cache: name === "register.json" ? "no-cache" : "default" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** The engine, ready for queries. Fails when the index cannot be fetched; the next call tries again. */
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
export async function find(query, { count, filter, open: growing, wanted = () => true }) {
  const searching = await engine();
  const { hits, sure, asked } = await searching.search(query, { filter, open: growing });
  if (!wanted()) return null;
  const chosen = (sure ? hits.filter((hit) => hit.sure) : hits.slice(0, GUESSES)).slice(0, count);
  const results = await Promise.all(
    chosen.map(async (hit) => ({ ...hit, document: await searching.document(hit.number) })),
  );
  return { results, sure, asked, language: searching.language, total: sure ? hits.filter((hit) => hit.sure).length : 0 };
}

const GUESSES = 4;
