/*
 * Search fields with suggestions: the ARIA pattern of a combobox with a list. Focus stays in the field; arrow keys
 * move through the list, Enter opens, Escape closes and a second one empties the field. Without this script the
 * form leads to the page of results all the same.
 */
import { engine, find, root } from "./index.js";
import { result } from "./result.js";
import { element, proposal, quoted, say } from "./texts.js";

const SHOWN = 8;
const PAUSE = 700;

class Box {
  constructor(form, number) {
    this.form = form;
    this.field = form.querySelector("input");
    this.asked = 0;
    this.active = -1;
    this.options = [];
    this.note = element("p", "plfkb-search__note");
    this.note.hidden = true;
    this.list = element("div", "plfkb-search__list");
    this.list.id = `plfkb-treff-${number}`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", say("search-results"));
    this.popup = element("div", "plfkb-search__popup", this.note, this.list);
    this.popup.hidden = true;
    this.popup.tabIndex = -1; // it scrolls, but the arrow keys do that
    this.status = element("p", "plfkb-hidden");
    this.status.setAttribute("role", "status");
    form.append(this.popup, this.status);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
      autocomplete: "off",
    })) this.field.setAttribute(name, value);
    this.field.addEventListener("focus", () => engine().catch(() => {}));
    this.field.addEventListener("input", () => this.ask());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("blur", () => this.close());
    form.addEventListener("submit", (event) => {
      if (!this.field.value.trim()) event.preventDefault();
    });
    // A press in the list must not take focus from the field, which would close the list before it is followed.
    this.popup.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("pointermove", (event) => this.point(event));
  }

  async ask() {
    const query = this.field.value.trim();
    const turn = ++this.asked;
    const wanted = () => turn === this.asked;
    if (!query) return this.close();
    try {
      const found = await find(query, { count: SHOWN, open: !/\s$/.test(this.field.value), wanted });
      if (found && wanted()) this.show(query, found);
    } catch {
      if (wanted()) this.fail();
    }
  }

  show(query, found) {
    this.options = found.results.map((hit) => result(hit, found));
    if (found.sure) this.options.push(this.more("more", say(found.total === 1 ? "search-all-one" : "search-all-other", { n: found.total }), this.page(query)));
    else this.options.push(this.more("propose", say("search-propose"), proposal(query, new URL("bidra/", root).href)));
    this.options.forEach((option, n) => {
      option.id = `${this.list.id}-${n}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.tabIndex = -1;
    });
    this.list.replaceChildren(...this.options);
    this.note.textContent = found.sure ? "" : say(found.results.length ? "search-unsure" : "search-nothing", { query: quoted(query) });
    this.note.hidden = found.sure;
    this.select(-1);
    this.open();
    const count = say(found.total === 1 ? "search-count-one" : "search-count-other", { n: found.total });
    this.announce(found.sure ? `${count}. ${say("search-how")}` : this.note.textContent);
  }

  fail() {
    this.options = [];
    this.list.replaceChildren();
    this.select(-1);
    this.note.textContent = say("search-failed");
    this.note.hidden = false;
    this.open();
    this.announce(this.note.textContent);
  }

  more(name, text, href) {
    const link = element("a", `plfkb-search__${name}`, text);
    link.href = href;
    return link;
  }

  page(query) {
    const address = new URL("sok/", root);
    address.searchParams.set("q", query);
    return address.href;
  }

  key(event) {
    if (event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (this.popup.hidden) this.ask();
      else this.select(this.active + (key === "ArrowDown" ? 1 : -1));
    } else if (key === "Enter" && this.active >= 0 && !this.popup.hidden) {
      this.options[this.active].click();
    } else if (key === "Escape" && !this.popup.hidden) {
      this.close();
    } else if (key === "Escape" && this.field.value) {
      this.field.value = "";
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  point(event) {
    const number = this.options.indexOf(event.target.closest("[role=option]"));
    if (number >= 0 && number !== this.active) this.select(number, false);
  }

  /** Move to an option; before the first and after the last is the field itself. */
  select(number, scroll = true) {
    const count = this.options.length + 1;
    this.active = ((number + 1 + count) % count) - 1;
    this.options.forEach((option, n) => option.setAttribute("aria-selected", String(n === this.active)));
    const chosen = this.options[this.active];
    if (chosen) this.field.setAttribute("aria-activedescendant", chosen.id);
    else this.field.removeAttribute("aria-activedescendant");
    if (chosen && scroll) chosen.scrollIntoView({ block: "nearest" });
  }

  open() {
    this.popup.hidden = false;
    this.field.setAttribute("aria-expanded", String(this.options.length > 0));
  }

  close() {
    this.asked++;
    clearTimeout(this.timer);
    this.popup.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.select(-1);
  }

  /** Tell a screen reader, when the reader has stopped writing. */
  announce(text) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.status.textContent = text), PAUSE);
  }
}

const boxes = [...document.querySelectorAll("form[data-plfkb-search=suggest]")].map((form, n) => new Box(form, n));

// In a narrow header the field lies behind a link to the search page.
const header = document.querySelector(".md-header");
const opener = document.querySelector(".plfkb-search-open");
const inHeader = boxes.find((box) => header?.contains(box.form));
function openHeader() {
  header.classList.add("plfkb-header--search");
  inHeader.field.focus();
}
opener?.addEventListener("click", (event) => {
  if (!inHeader || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (header.classList.toggle("plfkb-header--search")) openHeader();
});
inHeader?.form.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !header.classList.contains("plfkb-header--search")) return;
  header.classList.remove("plfkb-header--search");
  opener.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const field = document.querySelector("main form[data-plfkb-search] input") ?? inHeader?.field;
  if (!field) return;
  event.preventDefault();
  if (field === inHeader?.field) openHeader();
  field.focus();
  field.select();
});

// The home page is for searching: with a mouse at hand the field is ready; a touch screen would raise its keyboard.
const ready = document.querySelector(".plfkb-home form[data-plfkb-search] input");
if (ready && matchMedia("(hover: hover) and (min-width: 48em)").matches && !location.hash) {
  ready.focus({ preventScroll: true });
}
