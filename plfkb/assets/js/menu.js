/*
 * Closes the menu of narrow screens with Escape and with a press outside it. Without this script the menu still
 * opens and closes with its own button.
 */
(() => {
  const menu = document.querySelector(".plfkb-menu");
  if (!menu) return;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
})();
