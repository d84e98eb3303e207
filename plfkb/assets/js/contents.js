/*
 * Marks, in the contents beside a page, the part that is being read: the last one whose heading has come above the
 * upper third of the window. Where the page ends, the last ones cannot come so high: then it is the one that the address
 * names, if it is in sight, or else the last of all.
 */
(() => {
  const links = [...document.querySelectorAll(".md-sidebar .md-nav__link[href^='#']")];
  const parts = links
    .map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))])
    .filter(([, heading]) => heading);
  if (!parts.length) return;

  const read = () => {
    const tops = parts.map(([, heading]) => heading.getBoundingClientRect().top);
    if (scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1) {
      return parts.find(([link], index) => link.hash === location.hash && tops[index] >= 0) ?? parts.at(-1);
    }
    return parts.filter((_, index) => tops[index] < innerHeight / 3).pop();
  };

  let marked = null;
  const mark = () => {
    const link = read()?.[0] ?? null;
    if (link === marked) return;
    marked?.classList.remove("md-nav__link--active");
    marked?.removeAttribute("aria-current");
    link?.classList.add("md-nav__link--active");
    link?.setAttribute("aria-current", "location");
    marked = link;
  };

  // At most once for each frame that is drawn: a jump may pass many headings, and scrolling tells of itself often.
  let waiting = 0;
  const later = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      mark();
    });
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  addEventListener("hashchange", later);
  later();
})();
