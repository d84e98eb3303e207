/*
 * On the page for an address that does not exist: offers the pages whose addresses are most like it. Addresses are
 * compared by the pairs of letters that they share, which forgives a slip, an ending and a word too many.
 */
(() => {
  const section = document.querySelector("[data-plfkb-near]");
  if (!section) return;
  const base = new URL(section.dataset.plfkbBase, location);

  const pairs = (text) => {
    const letters = ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim()} `;
    return Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2));
  };
  const likeness = (wanted, other) => {
    const left = [...other];
    let shared = 0;
    for (const pair of wanted) {
      const at = left.indexOf(pair);
      if (at < 0) continue;
      left.splice(at, 1);
      shared += 1;
    }
    return (2 * shared) / (wanted.length + other.length);
  };
  const last = (address) => address.replace(/(index\.html)?\/*$/, "").split("/").pop();
  const spelled = (text) =>
    text.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a").replace(/\.\w+$/, "");

  const wanted = (() => {
    try {
      return spelled(last(decodeURIComponent(location.pathname)));
    } catch {
      return spelled(last(location.pathname));
    }
  })();
  if (wanted.length < 3) return;

  fetch(section.dataset.plfkbNear)
    .then((answer) => (answer.ok ? answer.json() : []))
    .then((pages) => {
      const near = pages
        .map(([address, title]) => ({ address, title, score: likeness(pairs(wanted), pairs(last(address))) }))
        .filter((page) => page.score > 0.5)
        .sort((one, other) => other.score - one.score)
        .slice(0, 5);
      if (!near.length) return;
      section.querySelector("ul").replaceChildren(
        ...near.map((page) => {
          const row = document.createElement("li");
          const link = document.createElement("a");
          link.href = new URL(page.address, base);
          link.textContent = page.title;
          row.append(link);
          return row;
        }),
      );
      section.hidden = false;
    })
    // No list, no suggestions: the page helps without them.
    .catch(() => {});
})();
