// Opens the search, and fetches what it needs when it is first used: until then this is all that a page carries of it.
// Without JavaScript the button is a link to a page that needs none.
(() => {
  const paneel = document.getElementById("zoek");
  const knop = document.querySelector(".zoekknop");
  if (!paneel || !knop) return;
  const veld = document.getElementById("zoekveld");
  const opPagina = paneel.classList.contains("zoek--pagina");
  const hier = document.currentScript.src;

  const haal = (soort, adres) => {
    const link = document.createElement("link");
    [link.rel, link.href] = [soort, new URL(adres, hier).href];
    document.head.append(link);
  };

  let begonnen = false;
  const begin = () => {
    if (begonnen) return;
    begonnen = true;
    if (!opPagina) haal("stylesheet", "../css/zoeken.css");
    for (const deel of ["gevaar", "taal"]) haal("modulepreload", `zoek/${deel}.js`);
    const draad = new Promise((gereed, mislukt) => {
      const nieuw = new Worker(new URL("zoek/draad.js", hier), { type: "module" });
      nieuw.onmessage = () => gereed(nieuw);
      nieuw.onerror = mislukt;
    });
    draad.catch(() => {}); // the panel says so, once it is there
    import(new URL("zoek/paneel.js", hier).href).then(({ start }) => start(paneel, draad, sluit));
  };

  // The bar grows when its words take more lines; the search opens under it.
  const onderDeBalk = () => {
    const balk = document.querySelector(".balk");
    if (balk) paneel.style.setProperty("--balkhoogte", `${balk.offsetHeight}px`);
  };
  addEventListener("resize", onderDeBalk);

  const open = () => {
    paneel.hidden = false;
    onderDeBalk();
    if (!opPagina) knop.setAttribute("aria-expanded", "true");
    begin();
    veld.focus();
  };

  const sluit = () => {
    if (opPagina) return;
    paneel.hidden = true;
    knop.setAttribute("aria-expanded", "false");
    knop.focus();
  };

  if (opPagina) {
    paneel.hidden = false;
    veld.addEventListener("focus", begin, { once: true });
  } else {
    knop.setAttribute("role", "button");
    knop.setAttribute("aria-expanded", "false");
    knop.setAttribute("aria-controls", "zoek");
    knop.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        knop.click();
      }
    });
    paneel.querySelector(".zoek__sluit").addEventListener("click", sluit);
  }
  knop.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (paneel.hidden || opPagina) open();
    else sluit();
  });
  // What was typed is gone when the page is left, also for who comes back to it.
  addEventListener("pagehide", () => {
    veld.value = "";
    veld.dispatchEvent(new Event("input"));
    if (!opPagina) paneel.hidden = true;
  });
})();
