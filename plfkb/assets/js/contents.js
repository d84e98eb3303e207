/*
 * Marks, in the contents beside a page, the part that is being read: the last one whose heading has come above the
 * upper third of the window.
 */
(() => {
  const links = [...document.querySelectorAll(".md-sidebar .md-nav__link[href^='#']")];
  const parts = links
    .map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))])
    .filter(([, heading]) => heading);
  if (!parts.length) return;

  const mark = () => {
    const read = parts.filter(([, heading]) => heading.getBoundingClientRect().top < innerHeight / 3).pop();
    for (const [link] of parts) {
      const current = Boolean(read) && link === read[0];
      link.classList.toggle("md-nav__link--active", current);
      if (current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  // Which headings stand above the line changes only when one of them crosses it.
  const watch = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const [, heading] of parts) watch.observe(heading);
})();
