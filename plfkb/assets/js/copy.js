/*
 * Buttons that copy the text of the element they name. They are hidden until this script runs, since without it
 * the reader can still mark the text.
 */
(() => {
  const says = JSON.parse(document.getElementById("plfkb-texts").textContent);
  for (const button of document.querySelectorAll("button[data-plfkb-copy]")) {
    const source = document.getElementById(button.dataset.plfkbCopy);
    const status = button.nextElementSibling;
    if (!source) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent);
        status.textContent = says.copied;
      } catch {
        // The browser refuses (no permission, or not a secure address): mark the text for the reader instead.
        getSelection().selectAllChildren(source);
        status.textContent = says.marked;
      }
    });
  }
})();
