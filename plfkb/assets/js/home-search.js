/*
 * Joins a search field in the page with the search dialog: at the first letter the dialog opens with what has
 * been written, and the reader goes on writing there. On a device with a mouse the field has focus at once;
 * on a touch screen that would raise the keyboard over the page. Without this script the form still works.
 */
(() => {
  const form = document.querySelector("[data-plfkb-search]");
  const field = form && form.querySelector("input");
  const toggle = document.getElementById("__search");
  const query = document.querySelector("[data-md-component=search-query]");
  if (!field || !toggle || !query) return;

  const open = () => {
    query.value = field.value;
    field.value = "";
    if (!toggle.checked) toggle.click();
    query.focus();
    query.dispatchEvent(new Event("keyup", { bubbles: true }));
    query.dispatchEvent(new Event("input", { bubbles: true }));
  };

  field.addEventListener("input", (event) => {
    // An input method that is composing a letter would lose it if focus moved.
    if (!event.isComposing && field.value) open();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open();
  });
  if (matchMedia("(hover: hover) and (min-width: 48em)").matches && !location.hash) {
    field.focus({ preventScroll: true });
  }
})();
