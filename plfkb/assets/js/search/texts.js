/* What the search says, in the language of the page, and what makes its elements. */
const texts = document.getElementById("plfkb-texts");
const says = JSON.parse(texts.textContent);

const LONGEST_TERM = 100;
const LONGEST_QUOTED = 60;

/** A text with its holes filled. */
export const say = (key, holes = {}) =>
  (says[key] ?? "").replace(/\{(\w+)\}/g, (hole, name) => holes[name] ?? hole);

/** A query as it is repeated to the reader: one that goes on and on is cut. */
export function quoted(query) {
  const letters = [...query];
  return letters.length > LONGEST_QUOTED ? `${letters.slice(0, LONGEST_QUOTED).join("").trimEnd()} …` : query;
}

/** Where a concept that is missing can be proposed: the form that the page knows of, filled in, or the guide. */
export function proposal(query, guide) {
  if (!texts.dataset.propose) return guide;
  const address = new URL(texts.dataset.propose);
  const term = [...query].slice(0, LONGEST_TERM).join("");
  address.searchParams.set("title", say("search-proposal", { term }));
  address.searchParams.set("term", term);
  return address.href;
}

/** An element with a class and content: text or elements. Text is never read as HTML. */
export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.filter((piece) => piece !== null && piece !== ""));
  return made;
}
