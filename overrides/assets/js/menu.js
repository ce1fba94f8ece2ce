// Makes the theme's menu and search labels work from the keyboard and for screen readers.
// Without JavaScript they stay plain labels, and the footer holds the main links.
(() => {
  const link = (selector, toggleId) => {
    const knop = document.querySelector(selector);
    const toggle = document.getElementById(toggleId);
    if (!knop || !toggle) return;
    knop.tabIndex = 0;
    knop.setAttribute("role", "button");
    const show = () => knop.setAttribute("aria-expanded", String(toggle.checked));
    toggle.addEventListener("change", show);
    show();
    // Enter on a focused label is handled by the theme; a button answers to space as well.
    knop.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      knop.click();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      knop.focus();
    });
  };
  link("[data-menuknop]", "__drawer");
  link("[data-zoekknop]", "__search");
})();
