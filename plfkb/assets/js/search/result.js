/* What one result shows: what it is, what it is called, why it came up, and the definition. */
import { marked, through } from "./explain.js";
import { root } from "./index.js";
import { NAMED } from "./postings.js";
import { element, say } from "./texts.js";

const signs = document.getElementById("plfkb-signs");

/** A link with the result in it. `found` is what find() gave. */
export function result(hit, found) {
  const { document: page } = hit;
  const passage = hit.passage !== NAMED && hit.passage > 0 ? page.passages[hit.passage] : null;
  const link = element("a", `plfkb-hit plfkb-hit--${page.kind}${passage ? " plfkb-hit--part" : ""}`);
  link.href = new URL(page.address + (passage ? `#${passage.id}` : ""), root).href;
  link.dataset.plfkbPage = page.address;
  const title = element("span", "plfkb-hit__title", ...pieces(found, page.title));
  if (passage) title.append(element("span", "plfkb-hit__section", say("search-section", { section: passage.heading })));
  const type = signOf(page.type);
  const label = type?.dataset.label ?? page.type;
  const kind = element("span", "plfkb-hit__kind", passage ? say("search-part-of", { type: label.toLowerCase() }) : label);
  const name = through(found.language, found.asked, page);
  const why = name
    ? element("span", `plfkb-hit__why plfkb-hit__why--${name.role}`, say(`search-role-${name.role}`), " ", element("b", "", name.text), " → ", page.title)
    : null;
  link.append(type ? type.firstElementChild.cloneNode(true) : element("span", "plfkb-sign"), element("span", "plfkb-hit__head", title, " ", kind));
  if (why) link.append(why);
  link.append(element("span", "plfkb-hit__text", ...pieces(found, page.summary)));
  return link;
}

const pieces = (found, text) =>
  marked(found.language, found.asked, text).map(([piece, mark]) => (mark ? element("mark", "", piece) : piece));

const signOf = (type) => signs?.content.querySelector(`[data-type="${CSS.escape(type)}"]`);
