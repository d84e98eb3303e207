/*
 * Citations can be read where they stand. A citation is a link to the reference list below; with this script it
 * opens a card with that entry instead. The card is a popover placed after the link, so that Tab goes into it and
 * on from it, a click elsewhere or Escape closes it, and it never holds focus captive.
 */
(() => {
  if (!HTMLElement.prototype.hasOwnProperty("popover")) return;
  const says = JSON.parse(document.getElementById("plfkb-texts").textContent);
  let opener = null;

  const card = document.createElement("span");
  card.className = "plfkb-card";
  card.popover = "auto";
  card.id = "plfkb-card";
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", says["the-source"]);

  const place = () => {
    const link = opener.getClientRects()[0] || opener.getBoundingClientRect();
    const width = Math.min(card.offsetWidth, document.documentElement.clientWidth - 16);
    const left = Math.max(8, Math.min(link.left, document.documentElement.clientWidth - width - 8));
    const below = link.bottom + 6;
    const above = link.top - card.offsetHeight - 6;
    card.style.left = `${left}px`;
    card.style.top = `${below + card.offsetHeight > innerHeight && above > 0 ? above : below}px`;
  };

  const open = (link, entry) => {
    const text = entry.cloneNode(true);
    // Ids must stay unique, and the arrows back to the text make no sense here.
    for (const node of text.querySelectorAll("[id]")) node.removeAttribute("id");
    for (const back of text.querySelectorAll("a[href^='#']")) back.remove();
    card.replaceChildren(...text.childNodes);
    link.after(card);
    opener = link;
    card.showPopover();
    link.setAttribute("aria-expanded", "true");
    place();
  };

  card.addEventListener("toggle", (event) => {
    if (event.newState !== "closed" || !opener) return;
    opener.removeAttribute("aria-expanded");
    if (card.contains(document.activeElement)) opener.focus();
    opener = null;
  });
  addEventListener("resize", () => opener && place());
  addEventListener("scroll", () => opener && place(), { passive: true });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.plfkb-cite__link[href^='#ref-']");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const entry = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!entry) return;
    event.preventDefault();
    const again = link.dataset.plfkbOpen === "true";
    if (!again) open(link, entry);
  });
  // A press on the link whose card is open closes it (light dismiss does that first) and must not open it again.
  document.addEventListener("pointerdown", (event) => {
    const link = event.target.closest("a.plfkb-cite__link");
    for (const other of document.querySelectorAll("[data-plfkb-open]")) delete other.dataset.plfkbOpen;
    if (link && link === opener) link.dataset.plfkbOpen = "true";
  });
})();
