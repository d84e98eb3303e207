/* What the search says, in the language of the page, and what makes its elements. */
const says = JSON.parse(document.getElementById("plfkb-texts").textContent);

/** A text with its holes filled. */
export const say = (key, holes = {}) =>
  (says[key] ?? "").replace(/\{(\w+)\}/g, (hole, name) => holes[name] ?? hole);

/** An element with a class and content: text or elements. Text is never read as HTML. */
export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.filter((piece) => piece !== null && piece !== ""));
  return made;
}
