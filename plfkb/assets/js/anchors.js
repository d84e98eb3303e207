/*
 * Tells a reader whose link points to a part of the page that is no longer there. Without it the page opens at the
 * top, which is where such a reader has to begin anyway.
 */
(() => {
  const check = () => {
    document.querySelector(".plfkb-gone")?.remove();
    let part = location.hash.slice(1);
    if (!part || part.includes(":~:")) return;
    try {
      part = decodeURIComponent(part);
    } catch {
      // Not an encoded address: look for it as it stands.
    }
    if (document.getElementById(part) || document.getElementsByName(part).length) return;
    const says = JSON.parse(document.getElementById("plfkb-texts").textContent);
    const note = document.createElement("p");
    note.className = "plfkb-gone";
    note.setAttribute("role", "status");
    note.textContent = says.gone.replace("{part}", part);
    document.querySelector("main h1")?.after(note);
  };
  addEventListener("hashchange", check);
  check();
})();
