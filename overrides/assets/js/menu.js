// Replaces the theme's menu label by a real button, for keyboard and screen reader, and lets a table
// that scrolls be reached. Without JavaScript the label stays, and the footer holds the main links.
(() => {
  const makeButton = (label, toggleId) => {
    const toggle = document.getElementById(toggleId);
    if (!label || !toggle) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.append(...label.childNodes);
    label.replaceWith(button);

    const show = () => button.setAttribute("aria-expanded", String(toggle.checked));
    toggle.addEventListener("change", show);
    show();
    button.addEventListener("click", () => toggle.click());
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      button.focus();
    });
  };
  makeButton(document.querySelector(".menuknop"), "__drawer");

  const reachable = () => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth <= wrap.clientWidth || wrap.tabIndex === 0) continue;
      wrap.tabIndex = 0;
      wrap.setAttribute("role", "group");
      wrap.setAttribute("aria-label", "Tabel, schuif opzij voor meer");
    }
  };
  window.addEventListener("load", reachable);
  window.addEventListener("resize", reachable);
})();
