// "Snel weg": leaves at once, and leaves as little as a page can. Without JavaScript the link does what links do.
//
// Shift, three times and alone, does the same (as in the GOV.UK Design System): Esc would stop the neutral page from
// loading. A Shift that was held with another key or a click is no signal. On help pages a link to another page of
// this site replaces the page, so that "back" never walks through what was read.
(() => {
  const link = document.querySelector(".snelweg");
  const status = document.querySelector(".snelweg__stand");
  if (!link || !status) return;
  const words = status.dataset;
  const PATIENCE = 5000;
  const title = document.title;
  let count = 0;
  let alone = false;
  let timer = 0;

  const show = (text) => {
    status.textContent = text;
    if (count) link.dataset.geteld = count;
    else delete link.dataset.geteld;
  };

  const stop = (text) => {
    clearTimeout(timer);
    count = 0;
    show(text);
  };

  const leave = () => {
    stop("");
    document.title = words.laden;
    const icon = document.querySelector("link[rel=icon]");
    if (icon) icon.href = "data:,";
    const sheet = document.createElement("div");
    sheet.className = "weg__doek";
    sheet.setAttribute("role", "alert");
    document.body.append(sheet);
    document.documentElement.classList.add("weg");
    sheet.textContent = words.laden; // after it stands in the page, so that screen readers say it
    location.replace(link.href);
  };

  // Back or forward may bring the page back as it was left: without the sheet, and with its own title.
  addEventListener("pageshow", () => {
    document.querySelector(".weg__doek")?.remove();
    document.documentElement.classList.remove("weg");
    document.title = title;
    stop("");
  });

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      if (!event.repeat) alone = !(event.ctrlKey || event.altKey || event.metaKey);
      return;
    }
    alone = false;
    if (count) stop(words.verlopen);
  }, true);

  addEventListener("pointerdown", () => {
    alone = false;
  }, true);

  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    count += 1;
    clearTimeout(timer);
    if (count === 3) {
      leave();
      return;
    }
    show(count === 1 ? words.nogTwee : words.nogEen);
    timer = setTimeout(() => stop(words.verlopen), PATIENCE);
  }, true);

  // Pinching and the keyboard on a screen move what is seen within the page: the bar goes along, at its own size.
  const view = window.visualViewport;
  const bar = link.closest("aside");
  if (view && bar) {
    const follow = () => {
      const moved = view.scale !== 1 || view.offsetLeft || view.offsetTop;
      bar.style.transformOrigin = "0 0";
      bar.style.transform = moved
        ? `translate(${view.offsetLeft}px, ${view.offsetTop}px) scale(${1 / view.scale})`
        : "";
    };
    view.addEventListener("resize", follow);
    view.addEventListener("scroll", follow);
  }

  const help = new URL(words.hulp, location.href).pathname;
  if (!location.pathname.startsWith(help)) return;
  document.addEventListener("click", (event) => {
    const to = event.target.closest("a[href]");
    if (!to || event.defaultPrevented || event.button || to.target) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (to.origin !== location.origin) return;
    event.preventDefault();
    location.replace(to.href);
  });
})();
