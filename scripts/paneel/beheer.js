// The editor with our settings, and beside its form the real page with what is still to be done.
(async () => {
  "use strict";

  const { CMS, createClass, h } = window;
  const WACHT = 400;
  const antwoord = await fetch("instellingen.json", { cache: "no-store" });
  if (!antwoord.ok) {
    document.body.append(await antwoord.text());
    return;
  }
  const { decap, voorbeeld, beelden, woorden } = await antwoord.json();
  window.BEELDEN = beelden;

  function lijst(kop, bevindingen, soort) {
    if (!bevindingen.length) return null;
    return h(
      "section",
      { className: `bevindingen bevindingen--${soort}` },
      h("h2", {}, kop),
      h(
        "ul",
        {},
        bevindingen.map((bevinding, nummer) =>
          h(
            "li",
            { key: nummer },
            bevinding.veld ? h("strong", {}, `${bevinding.veld}: `) : null,
            bevinding.tekst,
            bevinding.goed ? h("span", { className: "goed" }, ` Goed: ${bevinding.goed}`) : null,
          ),
        ),
      ),
    );
  }

  const Paneel = createClass({
    getInitialState() {
      return { klaar: false, fout: "", adres: "", bevindingen: [] };
    },
    componentDidMount() {
      this.plan();
    },
    componentDidUpdate(vorige) {
      if (vorige.entry !== this.props.entry) this.plan();
    },
    componentWillUnmount() {
      clearTimeout(this.klok);
      this.weg = true;
    },
    plan() {
      clearTimeout(this.klok);
      if (voorbeeld) this.klok = setTimeout(() => this.haal(), this.state.klaar ? WACHT : 0);
    },
    // One request at a time: what is written while it runs is asked for when it is back.
    async haal() {
      if (this.bezig) {
        this.opnieuw = true;
        return;
      }
      this.bezig = true;
      const { entry } = this.props;
      let uitkomst = null;
      try {
        const antwoord = await fetch(new URL(voorbeeld, document.baseURI), {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({
            soort: entry.get("collection"),
            naam: entry.get("slug") || "",
            kop: entry.get("data").toJS(),
          }),
        });
        uitkomst = await antwoord.json();
      } catch {
        uitkomst = { fout: woorden.weg };
      }
      this.bezig = false;
      if (this.weg) return;
      this.setState({ klaar: true, fout: "", adres: "", bevindingen: [], ...uitkomst }, () => {
        // In place of the former page, and so not one more step for the way back.
        if (this.state.adres) this.kader.contentWindow.location.replace(new URL(this.state.adres, document.baseURI));
      });
      if (this.opnieuw) {
        this.opnieuw = false;
        this.haal();
      }
    },
    // Where somebody was reading, they go on reading.
    toon(gebeurtenis) {
      const venster = gebeurtenis.target.contentWindow;
      venster.scrollTo(0, this.hoogte ?? 0);
      venster.addEventListener("scroll", () => {
        this.hoogte = venster.scrollY;
      });
    },
    render() {
      if (!voorbeeld) return h("p", { className: "paneel" }, woorden.geen_voorbeeld);
      const { klaar, fout, adres, bevindingen } = this.state;
      if (!klaar) return h("p", { className: "paneel", role: "status" }, woorden.even);
      const tegen = bevindingen.filter((bevinding) => bevinding.houdt_tegen);
      const advies = bevindingen.filter((bevinding) => !bevinding.houdt_tegen);
      return h(
        "div",
        { className: "paneel" },
        h(
          "div",
          { className: "paneel__boven", tabIndex: 0, role: "region", "aria-label": woorden.bevindingen },
          fout ? h("p", { className: "bevindingen bevindingen--tegen", role: "alert" }, fout) : null,
          fout || tegen.length ? null : h("p", { className: "bevindingen bevindingen--goed" }, woorden.goed),
          lijst(woorden.tegen, tegen, "tegen"),
          lijst(woorden.advies, advies, "advies"),
        ),
        h("iframe", {
          className: "pagina",
          title: woorden.pagina,
          hidden: !adres,
          ref: (kader) => {
            this.kader = kader;
          },
          onLoad: (gebeurtenis) => this.toon(gebeurtenis),
        }),
      );
    },
  });

  // Decap keeps the form of one item when the address becomes that of another.
  const item = (adres) => /#\/collections\/[^/]+\/entries\/[^?]+/.exec(adres)?.[0];
  addEventListener("hashchange", ({ oldURL, newURL }) => {
    if (item(oldURL) && item(newURL) && item(oldURL) !== item(newURL)) location.reload();
  });

  CMS.registerPreviewStyle(new URL("beheer.css", document.baseURI).href);
  for (const verzameling of decap.collections) {
    CMS.registerPreviewTemplate(verzameling.name, Paneel);
  }
  CMS.registerLocale("nl", samen(CMS.getLocale("nl"), woorden.decap));
  CMS.init({ config: { ...decap, load_config_file: false } });

  function samen(oud, nieuw) {
    const uit = { ...oud };
    for (const [sleutel, waarde] of Object.entries(nieuw)) {
      uit[sleutel] = typeof waarde === "object" ? samen(oud?.[sleutel] ?? {}, waarde) : waarde;
    }
    return uit;
  }
})();
