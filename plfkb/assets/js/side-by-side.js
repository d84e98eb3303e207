/*
 * Sets any two entries side by side. The choice stands in the address (?a=id&b=id), so that it can be sent and
 * bookmarked. What can be chosen and what is shown comes from data files of the same site, fetched on demand. Without
 * this script the page offers the comparisons that are written.
 */
const form = document.querySelector("[data-plfkb-choose]");
const says = form.dataset;
const fields = [form.elements.a, form.elements.b];
const status = document.querySelector(".plfkb-choose__status");
const result = document.querySelector(".plfkb-choose__result");
const written = document.querySelector(".plfkb-choose__written");
const table = result.querySelector("table");
const foot = document.querySelector("p.plfkb-print");
const origin = foot?.textContent;
const title = document.title;
const root = new URL(says.root, location.href);
const at = (address) => new URL(address, root).href;
const folded = (name) => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const asking = ([a, b]) => `?a=${a}&b=${b}`;

const load = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

/* The definition is HTML of this site; its ids would stand twice on the page, and its links know another address. */
const definition = (side) => {
  const text = new DOMParser().parseFromString(side.definition, "text/html").body;
  for (const node of text.querySelectorAll("[id]")) node.removeAttribute("id");
  for (const link of text.querySelectorAll("[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), side.address).href);
  }
  return [...text.childNodes];
};

const list = (items, others, side) =>
  items.map(([words, href]) => {
    const name = href ? element("a", { href: new URL(href, side.address).href }, words) : words;
    const both = others.some(([other]) => other === words)
      ? [" ", element("span", { class: "plfkb-tag" }, table.tBodies[0].dataset.both)]
      : [];
    return element("li", {}, name, ...both);
  });

const row = (label, cells, sides) =>
  element(
    "tr",
    { role: "row" },
    element("th", { scope: "row", role: "rowheader" }, label),
    ...cells.map((cell, index) => element("td", { role: "cell", "data-label": sides[index].term }, ...cell)),
  );

/** The page as it comes, with nothing chosen. */
const clear = () => {
  result.hidden = true;
  written.hidden = true;
  status.textContent = "";
  document.title = title;
  if (foot) foot.textContent = origin;
  for (const field of fields) field.removeAttribute("aria-invalid");
};

const show = (sides) => {
  const words = table.tBodies[0].dataset;
  const caption = says.shown.replace("%a", () => sides[0].term).replace("%b", () => sides[1].term);
  const rows = sides.map((side) => new Map(side.rows));
  // Rows of the first side come in its order; one that only the second has stands before the last, the sources.
  const labels = [...rows[0].keys()];
  for (const label of rows[1].keys()) if (!rows[0].has(label)) labels.splice(-1, 0, label);
  table.caption.textContent = caption;
  sides.forEach((side, index) => {
    table.tHead.rows[0].cells[index + 1].replaceChildren(element("a", { href: side.address }, side.term));
  });
  table.tBodies[0].replaceChildren(
    row(words.definition, sides.map(definition), sides),
    ...labels
      .map((label) => [label, rows.map((own) => own.get(label) || [])])
      .filter(([, both]) => both.some((items) => items.length))
      .map(([label, both]) => {
        const cells = both.map((items, index) =>
          items.length ? [element("ul", {}, ...list(items, both[1 - index], sides[index]))] : [words.none],
        );
        return row(label, cells, sides);
      }),
  );
  result.hidden = false;
  status.textContent = caption;
  document.title = `${caption} - ${title}`;
  // The page on paper says where it comes from.
  if (foot) foot.textContent = `${origin}${asking(sides.map((side) => side.id))}`;
};

const start = async () => {
  const names = await load(says.names);
  const terms = new Map(names.concepts.map(([id, term]) => [id, term]));
  const ids = new Map();
  // A term goes before another entry's other names, and an id goes for itself.
  for (const [id, , others] of names.concepts) for (const name of others) ids.set(folded(name), id);
  for (const [id, term] of names.concepts) ids.set(folded(term), id);
  for (const [id] of names.concepts) ids.set(id, id);
  document.getElementById("velg-oppslag").append(
    ...names.concepts.map(([, term]) => element("option", { value: term })),
  );

  // The last choice is shown, also where the answer to an earlier one comes after it.
  let turn = 0;
  const choose = async (wanted) => {
    clear();
    const own = ++turn;
    const chosen = wanted.map((name) => ids.get(folded(name)));
    const missing = chosen.findIndex((id) => !id);
    if (missing >= 0 || chosen[0] === chosen[1]) {
      const field = fields[Math.max(missing, 0)];
      field.setAttribute("aria-invalid", "true");
      status.textContent = missing >= 0 ? says.unknown.replace("%s", () => wanted[missing]) : says.same;
      return null;
    }
    fields.forEach((field, index) => {
      field.value = terms.get(chosen[index]);
    });
    const found = names.comparisons.filter(([, , sides]) => chosen.every((id) => sides.includes(id)));
    written.querySelector("span").replaceChildren(
      ...found.flatMap(([title, address], index) => [
        index ? ", " : "",
        element("a", { href: at(address) }, title),
      ]),
    );
    try {
      const sides = await Promise.all(
        chosen.map(async (id) => {
          const address = at(`begrep/${id}/`);
          return { ...(await load(new URL("side-ved-side.json", address))), id, address };
        }),
      );
      if (own !== turn) return null;
      show(sides);
      written.hidden = found.length === 0;
    } catch {
      if (own !== turn) return null;
      status.textContent = says.failed;
    }
    return chosen;
  };

  const fromAddress = () => {
    const asked = new URLSearchParams(location.search);
    const wanted = ["a", "b"].map((name) => asked.get(name) || "");
    fields.forEach((field, index) => {
      field.value = terms.get(ids.get(folded(wanted[index]))) || wanted[index];
    });
    turn++;
    if (wanted.every(Boolean)) choose(wanted);
    else clear();
  };

  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = await choose(fields.map((field) => field.value));
    if (chosen) history.pushState(null, "", asking(chosen));
    else fields.find((field) => field.hasAttribute("aria-invalid"))?.focus();
  });
  addEventListener("popstate", fromAddress);
  fromAddress();
};

start().catch(() => {
  status.textContent = says.failed;
});
