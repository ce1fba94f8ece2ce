// The search on the page: what is typed, the cards for acute danger, and the list of what is found.
//
// The question stays in the box. It is never part of an address, a request, a title or anything that is kept, and all
// files of the index are fetched in the same order whatever is asked. The words of danger come with this very file; the
// search itself works in a thread of its own (draad.js), so that typing never waits for it.
import { gevaar } from "./gevaar.js";
import { afstand, klank, woorden } from "./taal.js";

const EERST = 8;
const STIL = 700;
const MAX_DELEN = 16;

export const start = (paneel, gereed, sluit) => {
  const vind = (naam) => paneel.querySelector(`.zoek__${naam}`);
  const [veld, kaarten, stand, lijst, verder] = ["veld", "kaarten", "stand", "lijst", "verder"].map(vind);
  const [bedoelde, niets, meer] = ["bedoelde", "niets", "meer"].map(vind);
  const basis = new URL(paneel.dataset.basis, location.href);

  const maak = (naam, klasse, ...inhoud) => {
    const uit = document.createElement(naam);
    if (klasse) uit.className = klasse;
    uit.append(...inhoud);
    return uit;
  };
  const link = (adres, ...inhoud) => {
    const uit = maak("a", "", ...inhoud);
    uit.href = new URL(adres, basis).href;
    return uit;
  };

  // --- words of danger: at once, before any index ---

  let getoond = "";
  const waarschuw = (vraag) => {
    const gevraagd = woorden(vraag);
    const raak = gevaar.filter(({ woorden: zinnen }) => zinnen.some((zin) => staatIn(zin, gevraagd))).slice(0, 2);
    const nu = raak.map(({ id }) => id).join(" ");
    if (nu === getoond) return;
    getoond = nu;
    kaarten.replaceChildren(...raak.map(kaart));
  };

  const kaart = ({ taal, kop, bel, meer: adres, meerTekst }) => {
    const uit = maak("div", "zoek__kaart", maak("p", "zoek__kaartkop", kop));
    if (taal !== "nl") uit.lang = taal;
    const nummers = maak("ul", "zoek__nummers");
    for (const { naam, telefoon, bellen, wanneer } of bel) {
      const nummer = maak("a", "", maak("b", "", telefoon), " ", naam);
      nummer.href = `tel:${bellen}`;
      const regel = maak("li", "", nummer);
      if (wanneer && taal === "nl") regel.append(maak("small", "", ` ${wanneer}`));
      nummers.append(regel);
    }
    uit.append(nummers, maak("p", "", link(adres, meerTekst)));
    return uit;
  };

  // --- the index: only once there is somebody who searches, always all of it, always in this order ---

  let draad = null;
  let rest = 0;
  let klaar = false;
  let opgenomen = null;
  const haal = async (naam) => {
    const antwoord = await fetch(new URL(`zoek/${naam}.json`, basis), { credentials: "omit" });
    if (!antwoord.ok) throw new Error(`zoek/${naam}.json: ${antwoord.status}`);
    return antwoord.arrayBuffer();
  };
  // Gives a file to the thread; what it promises is the number of parts that follow the first.
  const geef = (bytes) => new Promise((gedaan) => {
    opgenomen = gedaan;
    draad.postMessage({ neem: bytes }, [bytes]);
  });
  const haalDelen = async (tot) => {
    try {
      for (; rest.van <= tot; rest.van += 1) await geef(await haal(`deel-${rest.van}`));
    } catch {
      if (!draad) return; // the thread itself stopped, and that has been said
      // A connection that fails halfway leaves what is in: that is searched, and the page says that it is not all.
      [rest.stuk, rest.tot] = [true, rest.van - 1];
    }
    klaar = rest.van > rest.tot;
    paneel.dataset.stand = klaar && !rest.stuk ? "klaar" : "deels";
    zoek();
  };
  const mislukt = () => {
    draad?.terminate();
    draad = null;
    paneel.dataset.stand = "mislukt";
    clearTimeout(spreken);
    stand.textContent = "Zoeken lukt nu niet. Hieronder staat waar je verder kunt.";
    [verder.hidden, niets.hidden] = [false, false];
  };
  const laad = async () => {
    try {
      const nieuw = await gereed; // only then the index, so that the order never varies
      const eerste = await haal("eerste");
      draad = nieuw;
      draad.onerror = mislukt;
      draad.onmessage = ({ data }) => {
        if (data.fout) mislukt();
        else if ("delen" in data) opgenomen(data.delen);
        else antwoord(data);
      };
      const klaarMetEerste = geef(eerste);
      zoek(); // the everyday words alone can answer already
      rest = { van: 1, tot: await klaarMetEerste };
      zoek();
      await haalDelen(Math.min(rest.tot, MAX_DELEN));
    } catch (fout) {
      mislukt();
      throw fout;
    }
  };

  // --- what is found ---

  let actief = -1;
  let alles = [];
  const opties = () => [...lijst.children];

  const kies = (nr) => {
    const alle = opties();
    alle[actief]?.setAttribute("aria-selected", "false");
    actief = alle.length ? (nr + alle.length) % alle.length : -1;
    if (actief < 0) {
      veld.removeAttribute("aria-activedescendant");
      return;
    }
    alle[actief].setAttribute("aria-selected", "true");
    alle[actief].scrollIntoView({ block: "nearest" });
    veld.setAttribute("aria-activedescendant", alle[actief].id);
  };

  const laatVallen = () => {
    opties()[actief]?.setAttribute("aria-selected", "false");
    actief = -1;
    veld.removeAttribute("aria-activedescendant");
  };

  const tekst = ({ tekst: t, voor, na, merken }) => {
    const uit = maak("span", "zoek__tekst", voor ? "… " : "");
    let tot = 0;
    for (const [van, eind] of merken) {
      uit.append(t.slice(tot, van), maak("mark", "", t.slice(van, eind)));
      tot = eind;
    }
    uit.append(t.slice(tot), na ? " …" : "");
    return uit;
  };

  const optie = (treffer, nr) => {
    const { adres, anker, kop, titel, afdeling, plan, regio, geldend, taal } = treffer;
    const uit = link(anker ? `${adres}#${anker}` : adres || ".");
    uit.className = "zoek__optie";
    uit.id = `zoekoptie-${nr}`;
    uit.tabIndex = -1;
    uit.setAttribute("role", "option");
    uit.setAttribute("aria-selected", "false");
    if (taal !== "nl") uit.lang = taal;
    const waar = [...new Set([kop === titel ? "" : titel, afdeling === titel ? "" : afdeling, plan || regio])];
    const regel = maak("span", "zoek__waar", waar.filter(Boolean).join(" · "));
    if (plan) {
      const merk = maak("span", `zoek__merk zoek__merk--${geldend ? "geldend" : "geschiedenis"}`);
      merk.textContent = geldend ? "Geldend" : "Geschiedenis";
      regel.append(" ", merk);
    }
    uit.append(maak("span", "zoek__kop", kop || titel), regel);
    if (treffer.stuk.tekst) uit.append(tekst(treffer.stuk));
    return uit;
  };

  const telling = (aantal) => {
    if (!aantal) return klaar ? "Niets gevonden. Hieronder staat waar je verder kunt." : "Nog niets gevonden; er wordt verder gezocht.";
    const woord = aantal === 1 ? "1 plek gevonden" : `${aantal} plekken gevonden`;
    if (rest?.stuk) return `${woord}. Een deel van de site kon niet worden doorzocht.`;
    return klaar ? `${woord}.` : `${woord}; er wordt verder gezocht.`;
  };

  let spreken = 0;
  const zeg = (zin) => {
    clearTimeout(spreken);
    spreken = setTimeout(() => { stand.textContent = zin; }, stand.textContent ? STIL : 0);
  };

  const toon = (hoeveel) => {
    const was = opties()[actief]?.href;
    lijst.replaceChildren(...alles.slice(0, hoeveel).map(optie));
    actief = -1;
    veld.removeAttribute("aria-activedescendant");
    const weer = was ? opties().findIndex(({ href }) => href === was) : -1;
    if (weer >= 0) kies(weer);
    lijst.hidden = !alles.length;
    veld.setAttribute("aria-expanded", String(alles.length > 0));
    meer.hidden = alles.length <= hoeveel && (klaar || !rest || rest.van <= MAX_DELEN);
  };

  let gevraagd = null;
  let weer = false;
  const zoek = () => {
    const vraag = veld.value;
    waarschuw(vraag);
    if (!vraag.trim()) {
      alles = [];
      toon(0);
      [verder.hidden, niets.hidden, bedoelde.hidden, meer.hidden] = [true, true, true, true];
      clearTimeout(spreken);
      stand.textContent = "";
      return;
    }
    if (paneel.dataset.stand === "mislukt") return;
    if (!draad) {
      stand.textContent = "Zoeken wordt geladen …";
      return;
    }
    if (gevraagd === null) vraagDraad(vraag);
    else weer = true;
  };

  // One question at a time: who types faster than it is answered, gets the answer to the last.
  const vraagDraad = (vraag) => {
    [gevraagd, weer] = [vraag, false];
    draad.postMessage({ vraag });
  };

  const antwoord = ({ treffers, verbeterd, bijna }) => {
    const actueel = gevraagd === veld.value && veld.value.trim();
    gevraagd = null;
    if (actueel) {
      alles = treffers;
      toon(EERST);
      zeg(telling(alles.length));
      verder.hidden = false;
      niets.hidden = alles.length > 0 || !klaar || weer;
      bedoel(verbeterd ? [verbeterd] : klaar ? bijna : []);
      paneel.dataset.antwoord = Number(paneel.dataset.antwoord ?? 0) + 1;
    }
    if (weer && veld.value.trim()) vraagDraad(veld.value);
  };

  const bedoel = (suggesties) => {
    bedoelde.replaceChildren();
    bedoelde.hidden = !suggesties.length;
    if (!suggesties.length) return;
    bedoelde.append("Bedoelde je ");
    for (const [nr, zin] of suggesties.entries()) {
      const knop = maak("button", "zoek__suggestie", zin);
      knop.type = "button";
      knop.addEventListener("click", () => {
        veld.value = zin;
        veld.focus();
        zoek();
      });
      bedoelde.append(nr ? " of " : "", knop);
    }
    bedoelde.append("?");
  };

  // --- hands ---

  veld.addEventListener("input", zoek);
  veld.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const daad = {
      ArrowDown: () => kies(actief + 1),
      ArrowUp: () => kies(actief < 0 ? -1 : actief - 1),
      Enter: () => {
        if (actief >= 0) opties()[actief].click();
        else if (matchMedia("(pointer: coarse)").matches) veld.blur();
      },
      Escape: () => {
        if (actief >= 0) laatVallen();
        else if (veld.value) {
          veld.value = "";
          zoek();
        } else sluit();
      },
    }[event.key];
    if (!daad || (event.key.startsWith("Arrow") && !lijst.children.length)) return;
    event.preventDefault();
    daad();
  });
  paneel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== veld) sluit();
  });
  meer.addEventListener("click", () => {
    const vanaf = lijst.children.length;
    toon(alles.length);
    veld.focus();
    if (lijst.children.length > vanaf) kies(vanaf);
    else haalDelen(rest.tot);
  });

  zoek();
  laad();
};

// Whether the words of a phrase stand in the question one after another, with at most one other in between; a letter
// too many, too few or swapped doesn't matter, another letter does: "slaan" is not "staan".
const staatIn = (zin, gevraagd) => {
  const delen = zin.split(" ");
  return gevraagd.some((_, begin) => {
    let plek = begin;
    return delen.every((deel, nr) => {
      const tot = nr ? plek + 1 : plek;
      while (plek <= tot && plek < gevraagd.length && !lijkt(deel, gevraagd[plek])) plek += 1;
      const raak = plek <= tot && plek < gevraagd.length;
      plek += 1;
      return raak;
    });
  });
};

const lijkt = (woord, getypt) => {
  if (woord === getypt) return true;
  if (woord.length < 4 || getypt.length < 4) return false;
  if (klank(woord) === klank(getypt)) return true;
  if (afstand(woord, getypt, 1) > 1) return false;
  if (woord.length === getypt.length) return [...woord].sort().join("") === [...getypt].sort().join("");
  return woord.length > 5;
};
