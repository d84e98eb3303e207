/*
 * What a citation or a term stands for can be read where it stands. Without this script each is a plain link.
 *
 * Pointing at a link, or reaching it by keyboard, shows a card; the pointer may go into the card, and Escape, a press
 * elsewhere or going on takes it away (WCAG 1.4.13). A press on a citation keeps its card open. A touch shows the
 * card of either; a second touch, or the link in the card, follows the link. The card stands after its link in the
 * document, so Tab goes into it and on from it. The entry of a source is in the page's reference list, what else a
 * card says is fetched when it is wanted, once.
 */
(() => {
  if (!HTMLElement.prototype.hasOwnProperty("popover")) return;
  const says = JSON.parse(document.getElementById("plfkb-texts").textContent);
  const LINKS = "a.plfkb-cite__link, a.plfkb-term";
  const OPEN_AFTER = 300;
  const CLOSE_AFTER = 300;
  const fetched = new Map();
  let opener = null; // the link whose card is shown
  let wanted = null; // the link whose card is to be shown when it has been fetched
  let kept = false; // opened by a press: stays when the pointer leaves
  let dismissed = null; // closed by Escape: focus that comes back does not open it again
  let pressedBy = "";
  let timer = 0;

  const card = document.createElement("span");
  card.className = "plfkb-card";
  card.popover = "manual";
  card.id = "plfkb-card";
  card.setAttribute("role", "group");

  const place = () => {
    const link = opener.getClientRects()[0] || opener.getBoundingClientRect();
    const width = Math.min(card.offsetWidth, document.documentElement.clientWidth - 16);
    const left = Math.max(8, Math.min(link.left, document.documentElement.clientWidth - width - 8));
    const below = link.bottom + 6;
    const above = link.top - card.offsetHeight - 6;
    card.style.left = `${left}px`;
    card.style.top = `${below + card.offsetHeight > innerHeight && above > 0 ? above : below}px`;
  };

  const listed = (link) => {
    if (!link.getAttribute("href").startsWith("#ref-")) return null;
    const entry = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!entry) return null;
    const text = entry.cloneNode(true);
    // Ids must stay unique, and the arrows back to the text make no sense here.
    for (const node of text.querySelectorAll("[id]")) node.removeAttribute("id");
    for (const back of text.querySelectorAll("a[href^='#']")) back.remove();
    return [...text.childNodes];
  };

  const fetchedCard = async (link) => {
    const address = new URL("kort.json", link.href.split("#")[0]).href;
    if (!fetched.has(address)) {
      fetched.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : null), () => null));
    }
    const found = await fetched.get(address);
    if (!found) return null;
    const nodes = [...new DOMParser().parseFromString(found.html, "text/html").body.children];
    const onward = document.createElement("a");
    onward.className = "plfkb-card__onward";
    onward.href = link.href;
    onward.textContent = found.onward;
    return [...nodes, onward];
  };

  const close = () => {
    clearTimeout(timer);
    wanted = null;
    kept = false;
    if (!opener) return;
    opener.removeAttribute("aria-expanded");
    opener.removeAttribute("aria-describedby");
    opener = null;
    card.hidePopover();
  };

  const mark = () => {
    if (kept) opener.setAttribute("aria-expanded", "true");
    else opener.setAttribute("aria-describedby", card.id);
  };

  const show = async (link, keep = false) => {
    wanted = link;
    const nodes = listed(link) || (await fetchedCard(link));
    if (wanted !== link) return;
    if (!nodes) {
      close();
      if (keep) location.assign(link.href);
      return;
    }
    close();
    opener = link;
    kept = keep;
    card.setAttribute("aria-label", says[link.matches(".plfkb-term") ? "the-entry" : "the-source"]);
    card.replaceChildren(...nodes);
    link.after(card);
    card.showPopover();
    card.scrollTop = 0;
    mark();
    place();
  };

  const soon = (link) => {
    clearTimeout(timer);
    if (link !== opener) timer = setTimeout(show, OPEN_AFTER, link);
  };

  const inside = (node) => node instanceof Node && (card.contains(node) || (opener && opener.contains(node)));

  addEventListener("resize", () => opener && place());
  addEventListener("scroll", () => opener && place(), { passive: true });

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = event.target.closest(LINKS);
    if (inside(event.target)) clearTimeout(timer);
    else if (link) soon(link);
  });

  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch" || inside(event.relatedTarget)) return;
    if (!inside(event.target) && !event.target.closest(LINKS)) return;
    clearTimeout(timer);
    wanted = null;
    if (opener && !kept && !inside(document.activeElement)) timer = setTimeout(close, CLOSE_AFTER);
  });

  document.addEventListener("focusin", (event) => {
    if (inside(event.target)) clearTimeout(timer);
    else if (event.target !== dismissed && event.target.matches(LINKS) && event.target.matches(":focus-visible"))
      soon(event.target);
  });

  document.addEventListener("focusout", (event) => {
    if (inside(event.relatedTarget)) return;
    dismissed = null;
    if (inside(event.target)) close();
    else if (event.target.matches(LINKS)) clearTimeout(timer);
  });

  document.addEventListener("keydown", (event) => {
    pressedBy = "";
    if (event.key !== "Escape") return;
    clearTimeout(timer);
    if (!opener) return;
    event.preventDefault();
    const link = opener;
    const focused = inside(document.activeElement);
    if (focused) dismissed = link;
    if (card.contains(document.activeElement)) link.focus();
    close();
  });

  document.addEventListener("pointerdown", (event) => {
    pressedBy = event.pointerType;
    if (opener && !inside(event.target)) close();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest(LINKS);
    if (!link || card.contains(link) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const citation = link.matches("a[href^='#ref-']");
    if (!citation && pressedBy !== "touch") return;
    if (link === opener && kept) {
      if (!citation) return;
      event.preventDefault();
      close();
      return;
    }
    event.preventDefault();
    clearTimeout(timer);
    show(link, true);
  });
})();
