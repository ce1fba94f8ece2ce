// What Dutch needs and no search library brings: word forms, compounds, typing errors. Words in, words out; no page.
//
// Everything is compared as a stem, and page and question go through the same mill, so that a stem need not be a word:
// "mishandelt", "mishandeld" and "mishandeling" only have to come out alike.

const VERB_STOP = "aan af al alle als altijd andere bij daar dan dat de deze die dit doe doen doet door dus een en er ergens "
  + "even ga gaan gaat geen goed graag had heb hebben hebt heeft heel hem het hier hij hoe hun iemand iets ik in is ja je "
  + "jij jou jouw kan kun kunnen kunt laat maar me mee meer men met mij mijn moet moeten mogen mag na naar niet nee nog nu "
  + "of om omdat onder ons onze ook op over s steeds te tegen tot u uit uw van vaak veel vind vinden voor waar waarom waren "
  + "was wat we weer wel welk welke weet weten wie wij wil willen wilt word worden wordt ze zei zelf zich zij zijn zo zoals "
  + "zoek zoeken zou hallo help graag beetje echt eigenlijk "
  + "a an and are at do does for from get has have how i in is it my of on or our the this to was what when where which who "
  + "with your am be can "
  + "co czy do gdzie i jak jest ja mi mnie moj moja na nie od po sie to w z za "
  + "аз ви в и ли ме ми на не от по се си съм са то че е да за как къде какво";
const STOP = new Set(VERB_STOP.split(" "));
const PERSOONLIJK = new Set("ik me mij mijn mn m'n hij ze zij hem haar papa mama we wij ons".split(" "));
const ENGELS = new Set("i my the he she her his they and who where how what can you your with not to im am do does are from have has by want need someone".split(" "));
const POOLS = new Set("mnie sie jest gdzie moge czy dla nie jak moj moja mam mi ja od po co kto szukam potrzebuje chce".split(" "));
const NEDERLANDS = new Set(("aan altijd als bij dan dat de deze die dit door een en er gaat geen heb hebben heeft het hij hoe ie iemand ik jij "
  + "kan kun kunnen kunt maar met mijn mn moet moeten mag naar niet nog nu omdat ook op te tegen uit van veel voor waar "
  + "waarom wat wel welke wie wij wil worden wordt ze zelf zich zij zijn zoals zonder").split(" "));
const SPREEKTAAL = new Map([["mn", "mijn"], ["me", "mijn"], ["ie", "hij"], ["zn", "zijn"], ["dr", "haar"], ["m", "hem"]]);

// The language of a help page that the question is in, if it shows.
export const taalVan = (vraag) => {
  if (vraag.some((woord) => /[\u0400-\u04ff]/.test(woord))) return "bg";
  const tel = (lijst) => vraag.filter((woord) => lijst.has(woord)).length;
  const [engels, pools] = [tel(ENGELS), tel(POOLS)];
  if (pools > 1 || (pools && vraag.length < 5)) return "pl";
  return engels > 1 ? "en" : "";
};

// Whether a word in the question is Dutch, and Dutch only: what English or Polish has too tells nothing.
export const isNederlands = (vraag) => vraag.some((woord) => NEDERLANDS.has(woord));

// The whole word, for what is short for it in speech.
export const gesproken = (woord) => SPREEKTAAL.get(woord) ?? "";

// Who says "ik", "mijn" or "hij" doesn't look for a plan.
export const isPersoonlijk = (vraag) => vraag.some((woord) => PERSOONLIJK.has(woord));

// Small letters without accents. A word is made once: texts repeat their words.
const platte = new Map();
export const plat = (woord) => {
  let uit = platte.get(woord);
  if (uit === undefined) {
    uit = woord.toLowerCase();
    if (!/^[a-z0-9]+$/.test(uit)) uit = uit.replace(/ł/g, "l").replace(/ı/g, "i").normalize("NFD")
      .replace(/([a-z])[\u0300-\u036f]+/g, "$1").normalize("NFC").replace(/[’'`´\u00ad]/g, "");
    platte.set(woord, uit);
  }
  return uit;
};

// Whatever is no letter or digit parts words; an apostrophe belongs to its word.
export const WOORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'`´\u00ad]*/gu;
export const woorden = (tekst) => (tekst.match(WOORD) ?? []).map(plat);

export const isStopwoord = (woord) => STOP.has(woord);

// The common root of the forms of a word. Snowball's Dutch keeps "slaat", "mishandeld" and "bedreigt" apart.
const stammen = new Map();
export const stam = (woord) => {
  let uit = stammen.get(woord);
  if (uit === undefined) {
    uit = maakStam(woord);
    stammen.set(woord, uit);
  }
  return uit;
};

// Words that would come out as another: parents are no elderly people, money is not Geleen.
const EIGEN = new Map([["ouder", "ouders"], ["ouders", "ouders"], ["oppas", "oppas"], ["geld", "geld"], ["gelden", "geld"]]);

const maakStam = (woord) => {
  if (woord.length < 4) return woord;
  if (/[\d\u0400-\u04ff]/.test(woord)) return /\d/.test(woord) ? woord : maakCyrillisch(woord);
  if (EIGEN.has(woord)) return EIGEN.get(woord);
  let w = woord;
  const kort = (eind, minimum) => {
    if (!w.endsWith(eind) || w.length - eind.length < minimum) return false;
    w = w.slice(0, -eind.length);
    return true;
  };
  if (kort("heden", 3)) w += "heid";
  if (!w.endsWith("ss")) kort("s", 3);
  if (!kort("ingen", 4)) kort("ing", 4);
  kort("heid", 4);
  if (!kort("lijke", 4)) kort("lijk", 4);
  if (!kort("ende", 4)) kort("end", 4);
  kort("en", 3);
  kort("e", 3);
  if ((w.endsWith("t") || w.endsWith("d")) && w.length > 3 && VOOR_T.test(w)) w = w.slice(0, -1);
  if (w.endsWith("v")) w = `${w.slice(0, -1)}f`;
  else if (w.endsWith("z")) w = `${w.slice(0, -1)}s`;
  return DUBBEL.test(w) ? w.replace(/([^aeou])\1+/g, "$1").replace(/([aeou])\1+(?=[^aeiouy]*$)/, "$1") : w;
};
const VOOR_T = /(?:[^aeiou]|aa|ee|oo|uu|ie|ij|ou|au|ui|oe|eu|ei)[td]$/;
const DUBBEL = /([a-z])\1/;

const maakCyrillisch = (woord) => {
  const uit = woord.replace(/(?:ията|ите|ето|ото|ята|ъта|ият|та|то|те|ът|ят|ен|на|но|ни|а|я|и|е|о|ъ|й)$/, "");
  return uit.length > 2 ? uit : woord;
};

// How a word sounds to a Dutch ear: what is written otherwise but said alike comes out alike.
export const klank = (woord) =>
  woord.replace(/ij|ei|ey/g, "y").replace(/ou/g, "au").replace(/sch/g, "sg").replace(/ch/g, "g").replace(/th/g, "t")
    .replace(/ph/g, "f").replace(/c(?=[ei])/g, "s").replace(/[cq]/g, "k").replace(/x/g, "ks").replace(/z/g, "s")
    .replace(/v/g, "f").replace(/dt?(?=\b)/g, "t").replace(/d(?=[^aeiouyr])/g, "t").replace(/uw/g, "u").replace(/oi/g, "ooi")
    .replace(/(.)\1+/g, "$1");

// The edits between two words when there are no more than `hoogste`; swapping two neighbours is one edit (Damerau).
export const afstand = (een, ander, hoogste) => {
  const [n, m] = [een.length, ander.length];
  if (Math.abs(n - m) > hoogste) return hoogste + 1;
  let [vorig2, vorig, nu] = [[], Array.from({ length: m + 1 }, (_, j) => j), []];
  for (let i = 1; i <= n; i += 1) {
    nu = [i];
    let minst = i;
    for (let j = 1; j <= m; j += 1) {
      let d = Math.min(vorig[j] + 1, nu[j - 1] + 1, vorig[j - 1] + (een[i - 1] === ander[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && een[i - 1] === ander[j - 2] && een[i - 2] === ander[j - 1]) d = Math.min(d, vorig2[j - 2] + 1);
      nu[j] = d;
      if (d < minst) minst = d;
    }
    if (minst > hoogste) return hoogste + 1;
    [vorig2, vorig] = [vorig, nu];
  }
  return vorig[m];
};

// The parts of a compound that are words by themselves, the longest last part first; none when it is no compound.
const LANGSTE_DEEL = 4;
export const splits = (woord, isWoord) => {
  if (woord.length < 2 * LANGSTE_DEEL || /\d/.test(woord)) return [];
  for (let i = LANGSTE_DEEL; i <= woord.length - LANGSTE_DEEL; i += 1) {
    const eind = woord.slice(i);
    if (!isWoord(eind)) continue;
    const begin = woord.slice(0, i);
    for (const eerste of [begin, begin.replace(/s$/, ""), begin.replace(/(?:en|e)$/, ""), begin.replace(/n$/, "")]) {
      if (eerste.length < LANGSTE_DEEL - 1) continue;
      if (isWoord(eerste)) return [eerste, eind];
      const dieper = splits(eerste, isWoord);
      if (dieper.length) return [...dieper, eind];
    }
  }
  return [];
};
