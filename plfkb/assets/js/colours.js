/*
 * The button that changes between light and dark. The choice is kept in the browser; as long as there is none, the
 * colours follow the device (partials/javascripts/palette.html).
 */
(() => {
  const STORED = "plfkb-farger";
  const button = document.querySelector(".plfkb-colours");
  if (!button) return;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => document.body.getAttribute("data-md-color-scheme") === "slate";

  const show = (dark) => {
    document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    button.querySelector("span").textContent = dark ? button.dataset.plfkbLight : button.dataset.plfkbDark;
  };
  const stored = () => {
    try {
      return localStorage.getItem(STORED);
    } catch {
      return null;
    }
  };

  show(isDark());
  button.hidden = false;
  button.addEventListener("click", () => {
    show(!isDark());
    try {
      localStorage.setItem(STORED, isDark() ? "dark" : "light");
    } catch {
      // Nothing may be stored: the choice holds for this page.
    }
  });
  device.addEventListener("change", () => stored() || show(device.matches));
  // The choice was made in another window.
  addEventListener("storage", (event) => event.key === STORED && event.newValue && show(event.newValue === "dark"));
})();
