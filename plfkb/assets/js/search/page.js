/*
 * The page of results: reads the query and the filters from its address, and keeps the address in step, so that
 * a search can be shared and gone back to.
 */
import { find } from "./index.js";
import { result } from "./result.js";
import { element, proposal, quoted, say } from "./texts.js";

const STEP = 20;
const place = document.querySelector("[data-plfkb-results]");
const form = document.querySelector("form[data-plfkb-search=page]");
const status = place.querySelector("[role=status]");
const list = place.querySelector("ol");
const more = place.querySelector("[data-plfkb-more]");
const unfiltered = place.querySelector("[data-plfkb-unfiltered]");
const propose = place.querySelector("[data-plfkb-propose]");
const offer = propose.querySelector("a");
const guide = offer.href;
const title = document.title;
const FILTERS = ["type", "tema"];
const NAMES = ["q", ...FILTERS];
let turn = 0;
// Whether the address says a search to come back to, rather than nothing or the beginning of one that is being written.
let settled = false;
let count = STEP;

const value = (name) => form.elements[name]?.value.trim() ?? "";
const filtered = () => FILTERS.some(value);

/** `anew`: the page has just come, and what the address does not say may have been written before this script. */
function readAddress(anew) {
  const asked = new URLSearchParams(location.search);
  settled = asked.has("q");
  for (const name of NAMES) {
    const field = form.elements[name];
    if (anew && !asked.has(name)) continue;
    field.value = asked.get(name) ?? "";
    if (field.selectedIndex === -1) field.value = "";
  }
}

function writeAddress(finished) {
  const address = new URL(location.href);
  for (const name of NAMES) {
    if (value(name)) address.searchParams.set(name, value(name));
    else address.searchParams.delete(name);
  }
  if (address.href !== location.href) history[settled ? "pushState" : "replaceState"](null, "", address);
  settled = finished;
}

async function show() {
  const query = value("q");
  const own = ++turn;
  const wanted = () => own === turn;
  document.title = query ? `${quoted(query)} - ${title}` : title;
  if (!query) return fill([], say("search-start"));
  const [type, theme] = [value("type"), value("tema")];
  const filter = (facets) => (!type || facets.type === type) && (!theme || facets.theme === theme);
  try {
    const found = await find(query, { count, filter, open: document.activeElement === form.elements.q, wanted });
    if (!found || !wanted()) return;
    fill(found.results.map((hit) => element("li", "", result(hit, found))), outcome(query, found), found);
  } catch {
    if (wanted()) fill([], say("search-failed"));
  }
}

/** What is said about the hits. Where the filters leave none, it is not the word that is missing. */
function outcome(query, found) {
  if (found.sure) return say(found.total === 1 ? "search-count-one" : "search-count-other", { n: found.total });
  const nothing = filtered() ? "search-filtered" : "search-nothing";
  return say(found.results.length ? "search-unsure" : nothing, { query: quoted(query) });
}

function fill(items, said, found) {
  const missing = Boolean(found && !found.sure);
  list.replaceChildren(...items);
  list.classList.toggle("plfkb-results--unsure", missing);
  if (status.textContent !== said) status.textContent = said;
  more.hidden = !found?.sure || found.total <= items.length;
  unfiltered.hidden = !missing || !filtered();
  propose.hidden = !missing || filtered();
  offer.href = proposal(value("q"), guide);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
  writeAddress(true);
});
form.addEventListener("input", (event) => {
  count = STEP;
  // First, since a browser may forbid to write the address so often.
  show();
  writeAddress(event.target !== form.elements.q);
});
more.querySelector("button").addEventListener("click", async () => {
  const first = list.children.length;
  count += STEP;
  await show();
  list.children[first]?.querySelector("a").focus();
});
unfiltered.querySelector("button").addEventListener("click", async () => {
  for (const name of FILTERS) form.elements[name].value = "";
  count = STEP;
  writeAddress(true);
  await show();
  // The button is gone now.
  (list.querySelector("a") ?? form.elements.q).focus();
});
addEventListener("popstate", () => {
  readAddress(false);
  show();
});
place.hidden = false;
readAddress(true);
show();
if (!value("q")) form.elements.q.focus({ preventScroll: true });
