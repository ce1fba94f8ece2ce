// The search itself: an index in, a question in, sections out. No page, no network, nothing kept.
//
// MiniSearch finds and weighs the text (BM25, prefixes). Around it stands what it doesn't have: everyday words that lead
// to a page (data/zoektermen.yml), the forms of words, corrections of typing errors, and the order that this site wants:
// help first for who is in distress, what is in force before history.
import MiniSearch from "./minisearch.js";
import {
  WOORD, afstand, gesproken, isNederlands, isPersoonlijk, isStopwoord, klank, plat, splits, stam, taalVan, woorden,
} from "./taal.js";

const MAX_TREFFERS = 30;
const PER_PAGINA = 2;
const HAP = 20; // milliseconds
const VELDEN = { titel: 3, kop: 4, tekst: 1 };
const GESCHIEDENIS = 0.4;
const GELIJK = 0.85;
const LIJDEND = new Set(["word", "werd", "ben"]);
const OMGEKEERD = 0.85;
const TUSSEN = 2; // words between two of an entry, stop words aside
const VERSTE = 5; // places between them at most, stop words and all
const KORTSTE_EIND = 5; // letters
const ANDERSTALIG = /^hulp\/(?:en|pl|bg)\//;
const VROEGER = new Set(["vorig", "oud", "afgerond", "eerder", "geschiedenis", "vroeger"].map(stam));

export class Machine {
  constructor() {
    this.paginas = [];
    this.stukken = [];
    this.eersteStuk = new Map();
    this.woorden = new Map();
    this.termwoorden = new Set();
    this.stammen = new Set();
    this.nieuw = [];
    this.klanken = [];
    this.termen = [];
    this.zinnen = new Map();
    this.ingelezen = false;
    this.delen = new Set();
    this.gelijk = new Map();
    this.gewoon = new Set();
    this.index = new MiniSearch({
      fields: Object.keys(VELDEN),
      idField: "nr",
      tokenize: woorden,
      processTerm: (woord) => this.#vormen(woord),
      searchOptions: { tokenize: (tekst) => tekst.split(" "), processTerm: (woord) => woord, boost: VELDEN },
    });
  }

  // What a word of a page can be found by: its stem, and those of its parts; a stop word by nothing.
  #vormen(woord) {
    let uit = this.woorden.get(woord);
    if (uit === undefined) {
      uit = isStopwoord(woord) ? [] : [stam(woord)];
      for (const deel of uit.length ? splits(woord, (w) => this.delen.has(w)) : []) {
        const s = stam(deel);
        if (!uit.includes(s)) uit.push(s);
      }
      if (!this.termwoorden.has(woord)) this.#leer(woord);
      this.woorden.set(woord, uit);
    }
    return uit;
  }

  #leer(woord) {
    this.stammen.add(stam(woord));
    if (woord.length > 2) this.nieuw.push(woord);
  }

  // Every known word with its sound, made when a correction is first wanted: most questions need none.
  #bijgeleerd() {
    for (const woord of this.nieuw) {
      if (/\d/.test(woord)) continue;
      const k = klank(woord);
      this.klanken.push({ woord, klank: k, letters: letters(woord) | letters(k) });
    }
    this.nieuw = [];
    return this.klanken;
  }

  // The everyday words, before any page: with these alone a question already leads somewhere.
  begin({ delen, termen, gelijk, gewoon, plannen, regios }) {
    [this.plannen, this.regios] = [plannen, regios];
    for (const deel of delen.split(" ")) this.delen.add(deel);
    for (const woord of gewoon.split(" ")) this.gewoon.add(stam(woord));
    for (const groep of gelijk.map((woorden_) => woorden_.split(" "))) {
      const stammen = [...new Set(groep.map(stam))];
      for (const woord of groep) this.#kentTerm(woord);
      for (const s of stammen) this.gelijk.set(s, stammen);
    }
    for (const [zinnen, doelen, gewicht, uitbreiding, wie] of termen) {
      const extra = uitbreiding.flatMap(woorden).filter((woord) => !isStopwoord(woord)).map(stam);
      const nr = this.termen.push({ doelen, gewicht, uitbreiding: extra, wie: wie === 1 }) - 1;
      for (const zin of zinnen) {
        const eigen = zin.split(" ");
        for (const woord of eigen) this.#kentTerm(woord);
        this.#zet(stam(eigen[0]), [nr, eigen, 1]);
        // Two words that say something mean the same in the other order: "slaat mama" is "mama slaat".
        if (eigen.length === 2 && !eigen.some(isStopwoord)) this.#zet(stam(eigen[1]), [nr, [eigen[1], eigen[0]], OMGEKEERD]);
      }
    }
  }

  #zet(eerste, zin) {
    const al = this.zinnen.get(eerste);
    if (al) al.push(zin);
    else this.zinnen.set(eerste, [zin]);
  }

  #kentTerm(woord) {
    if (this.termwoorden.has(woord)) return;
    this.termwoorden.add(woord);
    this.#leer(woord);
  }

  // Takes in the pages of one file of the index, in bites: after each one a question gets its turn.
  *voegToe({ paginas, stukken }) {
    const eerste = this.paginas.length;
    for (const [adres, titel, afdeling, plan, regio, taal] of paginas) {
      this.paginas.push({ adres, titel, afdeling, plan, regio, taal });
    }
    const vanaf = this.stukken.length;
    for (const [pagina, anker, kop, tekst, eigenPlan] of stukken) {
      const { adres, plan } = this.paginas[eerste + pagina];
      const nr = this.stukken.push({ pagina: eerste + pagina, anker, kop, tekst, plan: eigenPlan ?? plan }) - 1;
      if (!this.eersteStuk.has(adres)) this.eersteStuk.set(adres, nr);
    }
    yield; // the everyday words can lead to these pages already
    let begonnen = performance.now();
    for (let nr = vanaf; nr < vanaf + stukken.length; nr += 1) {
      const { pagina, kop, tekst } = this.stukken[nr];
      const { titel } = this.paginas[pagina];
      this.index.add({ nr, titel, kop: kop === titel ? "" : kop, tekst });
      if (performance.now() - begonnen > HAP) {
        yield;
        begonnen = performance.now();
      }
    }
    this.ingelezen = true;
  }

  // --- words of the question ---

  #bekend(woord) {
    return this.stammen.has(stam(woord));
  }

  // What may have been meant by a word that is on no page: the nearest by sound and by edits, the best first.
  #bedoeld(woord, ruimer = 0) {
    if (woord.length < 3 || /^\d+$/.test(woord)) return [];
    const ruimte = (woord.length < 4 ? 1 : woord.length < 8 ? 2 : 3) + Math.ceil(ruimer);
    const k = klank(woord);
    const eigen = letters(woord) | letters(k);
    const hoogste = (woord.length < 4 ? 1 : woord.length < 6 ? 1.4 : woord.length < 8 ? 1.9 : 2.6) + ruimer;
    const gevonden = [];
    for (const { woord: ander, klank: ook, letters: bits } of this.#bijgeleerd()) {
      if (Math.abs(ander.length - woord.length) > ruimte + 1 || aantal(bits ^ eigen) > 2 * ruimte + 1) continue;
      const geschreven = afstand(woord, ander, ruimte);
      const gezegd = ook === k ? 0 : afstand(k, ook, ruimte);
      if (geschreven > ruimte && gezegd > 0) continue;
      let fout = Math.min(geschreven, 0.6 * gezegd + 0.4 * geschreven);
      if (ander[0] !== woord[0]) fout += 0.5;
      if (isStopwoord(ander)) fout += 0.4;
      if (fout <= hoogste) gevonden.push({ woord: ander, fout });
    }
    gevonden.sort((a, b) => a.fout - b.fout || b.woord.length - a.woord.length || (a.woord < b.woord ? -1 : 1));
    const grens = gevonden.length ? gevonden[0].fout + 0.35 : 0;
    return gevonden.filter(({ fout }) => fout <= grens).slice(0, 4);
  }

  // Each word of the question with the stems it may stand for, each with how sure that is.
  #lees(vraag) {
    const ruw = woorden(vraag);
    const alleenStop = ruw.every(isStopwoord);
    return ruw.map((woord, i) => {
      const laatste = i === ruw.length - 1 && !/[\s.,?!]$/.test(vraag);
      const kansen = new Map();
      const zet = (s, kans) => {
        if ((kansen.get(s) ?? 0) < kans) kansen.set(s, kans);
      };
      const uit = { woord, kansen, delen: [], stop: !alleenStop && isStopwoord(woord), verbeterd: "", gelijk: new Set() };
      zet(stam(woord), 1);
      if (gesproken(woord)) zet(stam(gesproken(woord)), 1);
      const wie = leeftijd(ruw, i);
      if (wie) zet(stam(wie), 1);
      for (const ander of this.gelijk.get(stam(woord)) ?? []) {
        if (!kansen.has(ander)) uit.gelijk.add(ander);
        zet(ander, GELIJK);
      }
      if (uit.stop) return uit;
      if (this.#bekend(woord)) {
        uit.delen = splits(woord, (w) => this.delen.has(w)).map(stam);
        if (laatste && woord.length > 3) uit.begin = stam(woord);
        return uit;
      }
      const delen = splits(woord, (w) => this.woorden.has(w) || this.termwoorden.has(w));
      for (const [nr, deel] of delen.entries()) zet(stam(deel), nr === delen.length - 1 ? 0.8 : 0.5);
      if (woord.startsWith("ge") && this.stammen.has(stam(woord.slice(2)))) zet(stam(woord.slice(2)), 0.9);
      const vooraan = woord.length > 2 && laatste ? this.#metBegin(woord) : [];
      for (const ander of vooraan) zet(stam(ander), 0.8);
      // Before the first pages are in, a word that isn't known may well stand on one: too early to correct it.
      if (!vooraan.length && this.ingelezen && !this.gewoon.has(stam(woord))) {
        // A compound that is one letter away from a word is that word: Beekdalen is Beekdaelen, no dale with a brook.
        for (const { woord: ander, fout } of this.#bedoeld(woord)) {
          if (delen.length && fout > 1) break;
          zet(stam(ander), 0.95 - 0.15 * fout);
          uit.verbeterd ||= ander;
        }
        if (delen.length && uit.verbeterd) for (const deel of delen) kansen.delete(stam(deel));
      }
      if (!vooraan.length && !delen.length && !uit.verbeterd) {
        const eind = this.#bekendEind(woord);
        if (eind) zet(stam(eind), 0.5);
      }
      if (laatste && woord.length > 2) uit.begin = stam(woord);
      return uit;
    });
  }

  // The longest end of the word that is a word by itself: what a compound is about stands last (streef-cijfers).
  #bekendEind(woord) {
    for (let i = 3; i <= woord.length - KORTSTE_EIND; i += 1) {
      const eind = woord.slice(i);
      if (this.woorden.has(eind) || this.termwoorden.has(eind)) return eind;
    }
    return "";
  }

  // Words that begin as the last word does, which may not be typed to its end.
  #metBegin(begin) {
    const uit = [];
    for (const bekend of [this.termwoorden, this.woorden.keys()]) {
      for (const woord of bekend) {
        if (woord.startsWith(begin)) uit.push(woord);
      }
    }
    return uit.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 6);
  }

  // The entries whose words stand in the question in that order, with at most two others in between, stop words aside.
  // After "ik" a verb with a t is somebody else's ("als ik huil slaat hij" is no "ik sla"), and "ik word" tells what is
  // done to somebody.
  #herken(gelezen) {
    const gevonden = new Map();
    const volgt = (stammen, plek, eigen) => {
      const na = gelezen[plek + 1]?.woord;
      if (eigen[0] === "ik" && eigen.length > 1 && eigen[1] !== na && LIJDEND.has(na)) return null;
      let kans = 1;
      let waar = plek;
      let inhoud = 0;
      for (const [i, s] of stammen.entries()) {
        const tot = i === 0 ? plek : reikt(gelezen, waar);
        let raak = -1;
        for (let j = i === 0 ? plek : waar + 1; j <= tot; j += 1) {
          if (gelezen[j].kansen.has(s) && !(i > 0 && eigen[i - 1] === "ik" && gelezen[j].woord === `${eigen[i]}t`)) {
            raak = j;
            break;
          }
        }
        if (raak < 0) return null;
        kans = Math.min(kans, gelezen[raak].kansen.get(s));
        if (!gelezen[raak].stop) inhoud += 1;
        if (i > 0) kans *= 1 - 0.05 * (raak - waar - 1);
        waar = raak;
      }
      return { kans, lengte: stammen.length, inhoud };
    };
    for (const [plek, { kansen, stop }] of gelezen.entries()) {
      for (const s of kansen.keys()) {
        for (const [nr, eigen, maal] of this.zinnen.get(s) ?? []) {
          if (stop && eigen.length === 1) continue;
          const stammen = eigen.map(stam);
          const raak = volgt(stammen, plek, eigen);
          if (!raak) continue;
          const omvang = raak.inhoud + 0.3 * (raak.lengte - raak.inhoud);
          const sterkte = maal * raak.kans * (0.7 + 0.3 * Math.min(4, omvang));
          if ((gevonden.get(nr)?.sterkte ?? 0) < sterkte) gevonden.set(nr, { ...this.termen[nr], sterkte, ...raak, stammen });
        }
      }
    }
    // An entry inside a longer one that leads elsewhere says less: "moeder" in "moeder slaat".
    const alle = [...gevonden.values()];
    for (const een of alle) {
      const omvat = alle.some(
        (ander) => ander.lengte > een.lengte && een.stammen.every((s) => ander.stammen.includes(s)),
      );
      if (omvat) een.sterkte *= 0.5;
    }
    return alle;
  }

  // Who asks counts for more than what is asked about: a child that is hit is first of all a child. And who tells about
  // himself without a word that is known here, is helped all the same.
  #metVraagsteller(termen, vraag) {
    const taal = taalVan(vraag);
    const uit = taal || !isNederlands(vraag) ? [...termen] : termen.map((term) => this.#alsNederlands(term));
    if (taal) uit.push({ doelen: [`hulp/${taal}/`, "hulp/"], gewicht: 2, uitbreiding: [], sterkte: 1, wie: true });
    const wie = uit.some((term) => term.wie);
    if (wie) {
      for (const term of uit) {
        if (!term.wie && term.doelen[0].startsWith("hulp/")) term.sterkte *= 0.6;
      }
    }
    if (isPersoonlijk(vraag) && !taal && !uit.some(({ doelen }) => doelen[0].startsWith("hulp/"))) {
      uit.push({ doelen: ["hulp/thuis/", "hulp/"], gewicht: 0.5, uitbreiding: [], sterkte: 1, wie: false });
    }
    return uit;
  }

  // In a Dutch sentence a word that another language has too is Dutch: "kids" there asks for no English page.
  #alsNederlands(term) {
    return ANDERSTALIG.test(term.doelen[0]) && term.inhoud < 2 ? { ...term, sterkte: 0.2 * term.sterkte } : term;
  }

  // --- the answer ---

  zoek(vraag) {
    const gelezen = this.#lees(vraag);
    const inhoud = gelezen.filter(({ stop }) => !stop);
    if (!gelezen.length) return { treffers: [], verbeterd: "", gezocht: new Set() };
    const termen = this.#metVraagsteller(this.#herken(gelezen), gelezen.map(({ woord }) => woord));
    const scores = this.#tekst(inhoud.length ? inhoud : gelezen, termen);
    this.#leidt(scores, termen);
    this.#weeg(scores, gelezen, termen);
    const treffers = this.#kies(scores);
    const verbeterd = gelezen.some((w) => w.verbeterd) ? gelezen.map((w) => w.verbeterd || w.woord).join(" ") : "";
    const gezocht = new Set(inhoud.flatMap(({ kansen }) => [...kansen.keys()]));
    return { treffers, verbeterd, gezocht };
  }

  // Words that come near to what was asked, for who finds nothing.
  bijna(vraag) {
    const uit = woorden(vraag).filter((w) => !isStopwoord(w)).flatMap((w) => this.#bedoeld(w, 1.2).map((b) => b.woord));
    return [...new Set(uit)].slice(0, 3);
  }

  #tekst(gevraagd, termen) {
    const vragen = gevraagd.flatMap(({ kansen, delen, begin, gelijk }) => {
      const eigen = [...kansen].map(([s, kans]) => ({ queries: [s], boostTerm: () => (gelijk.has(s) ? 0.4 : kans) }));
      for (const deel of delen) eigen.push({ queries: [deel], boostTerm: () => 0.5 });
      if (begin && begin.length > 2) eigen.push({ queries: [begin], prefix: true, boostTerm: () => 0.3 });
      return eigen;
    });
    for (const { uitbreiding, sterkte } of termen) {
      for (const s of uitbreiding) vragen.push({ queries: [s], boostTerm: () => 0.35 * Math.min(1, sterkte) });
    }
    const scores = new Map();
    const gevonden = this.index.search({ combineWith: "OR", queries: vragen });
    const hoogste = gevonden.length ? gevonden[0].score : 1;
    // A text that holds one word of many in the question says little, be it the best there is.
    const dekt = (terms) => gevraagd.filter(({ kansen }) => terms.some((s) => kansen.has(s))).length / gevraagd.length;
    const deel = 0.5 + 0.5 * Math.max(0, ...gevonden.slice(0, 5).map(({ queryTerms }) => dekt(queryTerms)));
    for (const { id, score } of gevonden) scores.set(id, { tekst: (deel * score) / hoogste, term: 0 });
    return scores;
  }

  // An entry lifts the pages it leads to: the section that fits best, the first page most.
  #leidt(scores, termen) {
    const beste = new Map();
    for (const [nr, { tekst }] of scores) {
      const { pagina, plan } = this.stukken[nr];
      if (!this.#geldt(plan)) continue;
      if (tekst > (beste.get(pagina)?.tekst ?? 0)) beste.set(pagina, { nr, tekst });
    }
    for (const { doelen, gewicht, sterkte } of termen) {
      for (const [i, doel] of doelen.entries()) {
        const [adres, anker] = doel.split("#");
        let nr = this.eersteStuk.get(adres);
        if (nr === undefined) continue;
        const { pagina } = this.stukken[nr];
        if (anker) {
          while (this.stukken[nr]?.pagina === pagina && this.stukken[nr].anker !== anker) nr += 1;
          if (this.stukken[nr]?.pagina !== pagina) nr = this.eersteStuk.get(adres);
        } else if (!adres.startsWith("hulp/") && (beste.get(pagina)?.tekst ?? 0) > 0.6) {
          nr = beste.get(pagina).nr;
        }
        const score = scores.get(nr) ?? { tekst: 0, term: 0 };
        score.term += gewicht * sterkte * (i === 0 ? 1 : 0.7 / (1 + 0.35 * (i - 1)));
        scores.set(nr, score);
      }
    }
  }

  #geldt(plan) {
    return !plan || this.plannen[plan][1] === 1;
  }

  #weeg(scores, gelezen, termen) {
    const [sterkste] = [...termen].sort((a, b) => b.gewicht * b.sterkte - a.gewicht * a.sterkte);
    const hulp = sterkste?.doelen[0]?.startsWith("hulp/") ?? false;
    const jaren = gelezen.map(({ woord }) => woord).filter((w) => /^20[0-2]\d$/.test(w));
    const persoonlijk = isPersoonlijk(gelezen.map(({ woord }) => woord));
    const oud = gelezen.some(({ kansen }) => [...kansen.keys()].some((s) => VROEGER.has(s)));
    const regios = new Set(termen.flatMap(({ doelen }) => doelen).filter((d) => d.startsWith("regios/")));
    for (const [nr, score] of scores) {
      const { adres, regio, taal } = this.paginas[this.stukken[nr].pagina];
      const { plan } = this.stukken[nr];
      let maal = 1;
      if (!this.#geldt(plan)) {
        const genoemd = oud || jaren.some((jaar) => plan.includes(jaar)) || score.term > 0.5;
        maal *= genoemd ? 1 : GESCHIEDENIS;
      }
      if (adres.startsWith("hulp/")) maal *= hulp ? 1.5 : 1.1;
      else if (hulp) maal *= 0.6;
      else if (persoonlijk) maal *= 0.6;
      if (regio && [...regios].some((doel) => doel.includes(regio))) maal *= 1.4;
      if (taal !== "nl") maal *= score.term ? 1 : 0.7;
      if (/kanttekeningen|vergelijking/.test(adres)) maal *= 0.7;
      score.totaal = (0.75 * score.tekst + score.term) * maal;
    }
  }

  #kies(scores) {
    const perPagina = new Map();
    const volgorde = [...scores].sort(([a, x], [b, y]) => y.totaal - x.totaal || a - b);
    const treffers = [];
    const hoogste = volgorde.length ? volgorde[0][1].totaal : 0;
    for (const [nr, { totaal }] of volgorde) {
      if (totaal < 0.08 * hoogste || treffers.length === MAX_TREFFERS) break;
      const stuk = this.stukken[nr];
      const al = perPagina.get(stuk.pagina) ?? 0;
      if (al === (this.paginas[stuk.pagina].adres.startsWith("hulp/") ? 1 : PER_PAGINA)) continue;
      perPagina.set(stuk.pagina, al + 1);
      const volgend = this.stukken[nr + 1];
      const tekst = stuk.tekst || (volgend?.pagina === stuk.pagina ? volgend.tekst : "");
      const { regio, ...pagina } = this.paginas[stuk.pagina];
      const [plan, geldend] = this.plannen[stuk.plan] ?? ["", 1];
      treffers.push({ ...pagina, ...stuk, tekst, plan, geldend: geldend === 1, regio: this.regios[regio] ?? "", score: totaal });
    }
    return treffers;
  }
}

// What an age says of who it is about, as a word that the data know: "moeder van 85", "ik ben 12", "15 jaar".
const leeftijd = (ruw, i) => {
  const jaar = Number(ruw[i]);
  if (!/^\d{1,3}$/.test(ruw[i]) || !(["van", "ben", "is"].includes(ruw[i - 1]) || ruw[i + 1] === "jaar")) return "";
  if (jaar > 64 && jaar < 111) return "bejaarde";
  return jaar > 3 && jaar < 18 ? "minderjarig" : "";
};

// The last place where the next word of an entry may stand.
const reikt = (gelezen, waar) => {
  let tot = waar;
  for (let ruimte = TUSSEN + 1; ruimte > 0 && tot < gelezen.length - 1 && tot < waar + VERSTE;) {
    tot += 1;
    if (!gelezen[tot].stop) ruimte -= 1;
  }
  return tot;
};

// Which letters a word has, as bits: words that differ in many letters need no closer look.
const letters = (woord) => {
  let uit = 0;
  for (let i = 0; i < woord.length; i += 1) uit |= 1 << (woord.charCodeAt(i) & 31);
  return uit;
};
const aantal = (bits) => {
  let uit = 0;
  for (let b = bits; b; b &= b - 1) uit += 1;
  return uit;
};

// The part of the text where most of the question stands, cut at words; the question's words are marked with their place.
const LENGTE = 150;
export const fragment = (tekst, gezocht) => {
  const plekken = [];
  for (const gevonden of tekst.matchAll(WOORD)) {
    const [woord] = gevonden;
    if (gezocht.has(stam(plat(woord)))) plekken.push([gevonden.index, gevonden.index + woord.length]);
  }
  let begin = 0;
  let meest = 0;
  for (const [van] of plekken) {
    const erin = plekken.filter(([ander]) => ander >= van && ander < van + LENGTE - 20).length;
    if (erin > meest) [meest, begin] = [erin, van];
  }
  if (begin < LENGTE / 2) begin = 0;
  else begin = tekst.lastIndexOf(" ", Math.max(0, begin - 30)) + 1;
  let eind = Math.min(tekst.length, begin + LENGTE);
  if (eind < tekst.length) eind = Math.max(tekst.lastIndexOf(" ", eind), begin + 1);
  const merken = plekken.filter(([van, tot]) => van >= begin && tot <= eind).map(([van, tot]) => [van - begin, tot - begin]);
  return { tekst: tekst.slice(begin, eind), voor: begin > 0, na: eind < tekst.length, merken };
};
