"""The rules for what the werkgroep communicatie writes: the front matter of an item goes in, findings in plain Dutch come out.

A rule blocks or advises. Each stands in `REGELS` with an explanation, a wrong and a good example; the page of the rules,
the gate, `controle` and the preview of the editor all take them from there. A rule looks at the raw front matter, so that
it works while somebody is still writing; whatever has an unexpected shape is left to the models.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self

from macros import leesbaarheid, privacy
from macros.leesbaarheid import MAX_GEMIDDELD, MAX_WOORDEN, Verslag
from macros.model import Herhaling, Organisatie, Organisatiesoort, Soort, Thema, bedoelde_u
from macros.privacy import Namen, Spoor, Vondst

Pad = tuple[str | int, ...]

MAX_TITELTEKENS = 70
"""What a search engine, a mail program and a telephone still show of a title."""

MIN_ZINNEN = 5
"""How many sentences it takes for an average to say something."""

MIN_ALT_WOORDEN = 2
MIN_HERKEND = 9


@dataclass(frozen=True, kw_only=True)
class Regel:
    """A rule: what it is called, whether it holds publishing back, why it is there, and a wrong and a good example."""

    id: str
    naam: str
    blokkeert: bool
    uitleg: str
    fout: str
    goed: str


@dataclass(frozen=True)
class Bevinding:
    """What could or must be mended: the path of keys to the value, a Dutch sentence with what to write, and the rule."""

    pad: Pad
    tekst: str
    regel: Regel


@dataclass(frozen=True, kw_only=True)
class Kennis:
    """What the rules need to know of the rest of the site.

    `adressen` holds the address of each page, such as /hulp/thuis/; `begrippen` the terms and abbreviations that are
    explained on every page; `namen` the names that are no person's, and the places (None: not readable, so traces of people
    are not looked for).
    """

    adressen: frozenset[str] = frozenset()
    begrippen: frozenset[str] = frozenset()
    namen: Namen | None = None

    @property
    def bekend(self) -> frozenset[str]:
        """All names and abbreviations that a reader can look up."""
        return self.begrippen | (self.namen.geen_personen if self.namen else frozenset())

    def legt_uit(self, woord: str) -> bool:
        """Tell whether the site itself says what the word means, or it is a name."""
        return woord in self.bekend or any(woord.casefold().startswith(deel) for deel in self._woorden)

    @cached_property
    def _woorden(self) -> frozenset[str]:
        woorden = (woord.casefold() for naam in (*self.bekend, *Soort) for woord in re.findall(r"[^\W\d_]+", naam))
        return frozenset(woord.removesuffix("sen") for woord in woorden if len(woord) > MIN_HERKEND)

    @classmethod
    def van(
        cls,
        organisaties: Iterable[Organisatie],
        themas: Iterable[Thema],
        begrippen: Iterable[str],
        adressen: Iterable[str],
    ) -> Self:
        """Gather it from what the site knows; `begrippen` are the terms with their abbreviations and other words."""
        gemeenten = [o for o in organisaties if o.soort is Organisatiesoort.GEMEENTE]
        namen = {naam for o in organisaties for naam in (o.naam, o.afkorting, *o.ook_genoemd) if naam}
        bekend = frozenset(begrippen)
        return cls(
            adressen=frozenset(adressen),
            begrippen=bekend,
            namen=Namen(
                geen_personen=frozenset(namen | bekend | {thema.naam for thema in themas}),
                plaatsen=frozenset(gemeente.plaats for gemeente in gemeenten),
            ),
        )


# --------------------------------------------------------------------------------------------------
# The rules
# --------------------------------------------------------------------------------------------------

ALT_ONTBREEKT = Regel(
    id="foto-beschrijving",
    naam="Elke foto heeft een beschrijving",
    blokkeert=True,
    uitleg="Wie de foto niet kan zien, hoort of leest de beschrijving. Zonder beschrijving mist die bezoeker iets.",
    fout="(leeg)",
    goed="Twee vrouwen praten aan een tafel met koffie.",
)
ALT_ZEGT_NIETS = Regel(
    id="foto-beschrijving-zegt-iets",
    naam="De beschrijving zegt wat er op de foto te zien is",
    blokkeert=True,
    uitleg="'Foto' of de naam van het bestand helpt niemand. Beschrijf wat u ziet, in een paar woorden.",
    fout="IMG_2034.jpg",
    goed="Een volle zaal luistert naar een spreker.",
)
LINKTEKST = Regel(
    id="linktekst",
    naam="De woorden van een link zeggen waar hij heen gaat",
    blokkeert=True,
    uitleg="Veel mensen springen van link naar link. 'Klik hier' of een los adres zegt dan niets.",
    fout="Klik [hier](/hulp/thuis/) voor hulp.",
    goed="Lees wat u kunt doen als het [thuis niet veilig](/hulp/thuis/) is.",
)
DODE_LINK = Regel(
    id="dode-link",
    naam="Een link binnen de site komt ergens uit",
    blokkeert=True,
    uitleg="De pagina waar de link heen gaat, moet bestaan.",
    fout="Lees meer over [hulp thuis](/hulp/thuiss/).",
    goed="Lees meer over [hulp thuis](/hulp/thuis/).",
)
ADRES_KLOPT = Regel(
    id="link-adres",
    naam="Een link heeft een volledig en veilig adres",
    blokkeert=True,
    uitleg="Een link naar een andere site begint met https://, een link op deze site met een schuine streep.",
    fout="Kijk bij [Slachtofferhulp](www.slachtofferhulp.nl).",
    goed="Kijk bij [Slachtofferhulp](https://www.slachtofferhulp.nl).",
)
NAAM = Regel(
    id="naam-van-een-mens",
    naam="Een praktijkcasus noemt geen namen",
    blokkeert=True,
    uitleg="Ook een voornaam, een bijnaam, een eerste letter of een verzonnen naam hoort er niet in. Schrijf wie het is.",
    fout="Fatima belde met mevrouw Jansen van het wijkteam.",
    goed="De moeder belde met een medewerker van het wijkteam.",
)
LEEFTIJD = Regel(
    id="leeftijd-met-plaats-of-datum",
    naam="Geen leeftijd samen met een plaats of een datum",
    blokkeert=True,
    uitleg="Een precieze leeftijd en een plaats of dag wijzen samen soms één mens aan.",
    fout="Een 38-jarige vrouw uit Venlo vroeg om hulp.",
    goed="Een vrouw van rond de veertig vroeg om hulp.",
)
DATUM = Regel(
    id="precieze-datum",
    naam="Geen precieze dag van een gebeurtenis",
    blokkeert=True,
    uitleg="Met een dag is een gebeurtenis terug te vinden, bijvoorbeeld in de krant.",
    fout="Op 3 maart 2024 kwam de politie aan de deur.",
    goed="In het voorjaar kwam de politie aan de deur.",
)
GEBOORTEDATUM = Regel(
    id="geboortedatum",
    naam="Geen geboortedatum",
    blokkeert=True,
    uitleg="Een geboortedatum wijst bijna altijd één mens aan. Dit geldt voor alle soorten berichten.",
    fout="Het jongste kind is geboren op 5 mei 2019.",
    goed="Het jongste kind gaat nog niet lang naar school.",
)
SCHOOL = Regel(
    id="school-of-club",
    naam="Geen naam van een school, opvang of club",
    blokkeert=True,
    uitleg="Wie de school of de club weet, vindt het gezin.",
    fout="De leraar van basisschool De Regenboog maakte zich zorgen.",
    goed="De leraar van de basisschool maakte zich zorgen.",
)
ADRES = Regel(
    id="straat-of-postcode",
    naam="Geen straat, huisnummer of postcode",
    blokkeert=True,
    uitleg="Een adres wijst één gezin aan, ook zonder huisnummer.",
    fout="Het gezin woont in de Kerkstraat 12.",
    goed="Het gezin woont in een rustige buurt.",
)
KENTEKEN = Regel(
    id="kenteken",
    naam="Geen kenteken",
    blokkeert=True,
    uitleg="Een kenteken wijst één auto en dus één mens aan. Dit geldt voor alle soorten berichten.",
    fout="Zijn auto, met kenteken AB-123-C, stond voor de deur.",
    goed="Zijn auto stond voor de deur.",
)
CONTACT = Regel(
    id="telefoon-mail-account",
    naam="Geen telefoonnummer, mailadres of account van een mens",
    blokkeert=True,
    uitleg="In een praktijkcasus staat er geen een. Elders mag wel het nummer of het mailadres van een organisatie.",
    fout="Mail naar jan.jansen@voorbeeld.nl of bel 06 12 34 56 78.",
    goed="Mail naar communicatie@voorbeeld.nl.",
)
NUMMER = Regel(
    id="persoonlijk-nummer",
    naam="Geen burgerservicenummer, rekening of zaaknummer",
    blokkeert=True,
    uitleg="Zo'n nummer wijst één mens of zaak aan. Dit geldt voor alle soorten berichten.",
    fout="Het zaaknummer is C/03/123456.",
    goed="De zaak kwam bij de rechter.",
)
COMBINATIE = Regel(
    id="zeldzame-combinatie",
    naam="Geen bijzondere kenmerken samen met een plaats",
    blokkeert=True,
    uitleg="Eén kenmerk zegt weinig. Een beroep, herkomst, ziekte of groot gezin in een dorp kan iedereen herkennen.",
    fout="Een Poolse vrouw uit Roermond kreeg een tweeling.",
    goed="Een vrouw uit het buitenland kreeg twee kinderen.",
)
LANGE_ZIN = Regel(
    id="lange-zin",
    naam=f"Een zin heeft hoogstens {MAX_WOORDEN} woorden",
    blokkeert=False,
    uitleg="Korte zinnen leest iedereen sneller, ook wie veel leest.",
    fout="Omdat het wijkteam, dat al langer bij het gezin kwam, merkte dat de spanning weer opliep, "
    "is er met de school en de huisarts een nieuw plan gemaakt.",
    goed="Het wijkteam zag dat de spanning opliep. Samen met de school en de huisarts maakte het een nieuw plan.",
)
LANG_GEMIDDELD = Regel(
    id="gemiddeld-lange-zinnen",
    naam=f"Zinnen tellen gemiddeld hoogstens {MAX_GEMIDDELD} woorden",
    blokkeert=False,
    uitleg="Eén langere zin is niet erg. Veel achter elkaar wel.",
    fout="Een tekst met alleen zinnen van vijftien woorden of meer.",
    goed="Een tekst met korte zinnen, en af en toe een langere.",
)
LANG_WOORD = Regel(
    id="lang-woord",
    naam="Liever een kort woord",
    blokkeert=False,
    uitleg="Lange woorden remmen. Vaak is er een gewoner woord, of zijn twee woorden duidelijker.",
    fout="Wij hebben de samenwerkingsafspraken vernieuwd.",
    goed="Wij hebben de afspraken over samenwerken vernieuwd.",
)
LIJDEND = Regel(
    id="lijdende-vorm",
    naam="Schrijf wie het doet",
    blokkeert=False,
    uitleg="In een lijdende zin blijft onduidelijk wie iets doet.",
    fout="Het gezin wordt geholpen.",
    goed="Het wijkteam helpt het gezin.",
)
AFKORTING = Regel(
    id="afkorting",
    naam="Leg een afkorting uit",
    blokkeert=False,
    uitleg="Alleen wat in de begrippenlijst staat, legt de site zelf uit. Schrijf andere afkortingen één keer voluit.",
    fout="De SEH belde Veilig Thuis.",
    goed="De spoedeisende hulp (SEH) belde Veilig Thuis.",
)
TITEL = Regel(
    id="lange-titel",
    naam=f"Een titel heeft hoogstens {MAX_TITELTEKENS} tekens",
    blokkeert=False,
    uitleg="Een langere titel valt weg in zoekmachines, in de mail en op een telefoon.",
    fout="Verslag van de regionale bijeenkomst over samenwerken rond gezinnen in het najaar",
    goed="Zo werken we samen rond een gezin",
)
SAMENVATTING = Regel(
    id="samenvatting",
    naam="De samenvatting is een zin die zonder de rest te begrijpen is",
    blokkeert=False,
    uitleg="Zij staat in overzichten, in de mail en in zoekmachines, zonder de tekst eromheen.",
    fout="Nieuws over samenwerking",
    goed="Op de bijeenkomst leren professionals hoe zij samen een plan maken.",
)
HOOFDLETTERS = Regel(
    id="hoofdletters",
    naam="Geen woorden in hoofdletters",
    blokkeert=False,
    uitleg="Hoofdletters lezen lastig en klinken als schreeuwen. Maak belangrijke woorden vet.",
    fout="Meld u VANDAAG NOG aan.",
    goed="Meld u **vandaag** nog aan.",
)
UITROEPTEKEN = Regel(
    id="uitroepteken",
    naam="Geen uitroeptekens",
    blokkeert=False,
    uitleg="Bij dit onderwerp past een rustige toon. De namen van de drie ontwikkellijnen houden hun uitroepteken.",
    fout="Kom allemaal!",
    goed="U bent welkom.",
)
ETIKET = Regel(
    id="etiket",
    naam="Liever een mens dan een etiket",
    blokkeert=False,
    uitleg="Iemand is meer dan slachtoffer of dader. In vaste termen en namen van organisaties mag het woord wel.",
    fout="Het slachtoffer sprak met de dader.",
    goed="De vrouw sprak met haar ex-partner.",
)
VOORBIJ = Regel(
    id="datum-voorbij",
    naam="Wat voorbij is, staat er niet als nieuws",
    blokkeert=False,
    uitleg="Een activiteit, een campagne of een middel waarvan de dag voorbij is, brengt lezers in de war.",
    fout="Een campagne met stand 'lopend' die vorig jaar eindigde.",
    goed="Dezelfde campagne met stand 'afgerond'.",
)
LOSSE_LEEFTIJD = Regel(
    id="precieze-leeftijd",
    naam="Liever ongeveer hoe oud",
    blokkeert=False,
    uitleg="Een precieze leeftijd is zelden nodig en maakt herkennen makkelijker.",
    fout="Het meisje is 8 jaar.",
    goed="Het meisje zit op de basisschool.",
)
WOONPLAATS = Regel(
    id="woonplaats",
    naam="Liever geen woonplaats",
    blokkeert=False,
    uitleg="Waar iemand woont, is voor het verhaal bijna nooit nodig.",
    fout="Een gezin uit Maastricht vroeg om hulp.",
    goed="Een gezin in de regio vroeg om hulp.",
)
MISSCHIEN_NAAM = Regel(
    id="misschien-een-naam",
    naam="Een onbekend woord met een hoofdletter is misschien een naam",
    blokkeert=False,
    uitleg="De site kent deze naam niet. Is het een mens, haal de naam dan weg. Is het iets anders, dan mag zij blijven.",
    fout="Toen kwam Sjoerdsma erbij.",
    goed="Toen kwam een collega erbij.",
)
NAAM_ELDERS = Regel(
    id="functie-in-plaats-van-naam",
    naam="Noem een functie in plaats van een mens",
    blokkeert=False,
    uitleg="Deze site noemt geen mensen bij naam, wel functies en organisaties. Dit geldt voor alle soorten berichten.",
    fout="Mevrouw Jansen opende de bijeenkomst.",
    goed="De wethouder van zorg opende de bijeenkomst.",
)

REGELS: tuple[Regel, ...] = (
    ALT_ONTBREEKT,
    ALT_ZEGT_NIETS,
    LINKTEKST,
    DODE_LINK,
    ADRES_KLOPT,
    NAAM,
    LEEFTIJD,
    DATUM,
    GEBOORTEDATUM,
    SCHOOL,
    ADRES,
    KENTEKEN,
    CONTACT,
    NUMMER,
    COMBINATIE,
    LANGE_ZIN,
    LANG_GEMIDDELD,
    LANG_WOORD,
    LIJDEND,
    AFKORTING,
    TITEL,
    SAMENVATTING,
    HOOFDLETTERS,
    UITROEPTEKEN,
    ETIKET,
    VOORBIJ,
    LOSSE_LEEFTIJD,
    WOONPLAATS,
    MISSCHIEN_NAAM,
    NAAM_ELDERS,
)
"""All rules, the blocking ones first."""


def bevindingen(soort: str, data: object, kennis: Kennis, dag: date) -> Iterator[Bevinding]:
    """Yield what must or could be mended in the front matter of an item of this kind, as it stands on the day."""
    if not isinstance(data, dict):
        return
    stuk = _Stuk(soort, data, kennis, dag)
    for toets in (*_BLOKKEREND, *_ADVISEREND):
        yield from toets(stuk)


def blokkerende(soort: str, data: object, kennis: Kennis) -> Iterator[Bevinding]:
    """Yield only what must be mended: it depends on no day, and costs less."""
    if isinstance(data, dict):
        stuk = _Stuk(soort, data, kennis, alles=False)
        yield from (bevinding for toets in _BLOKKEREND for bevinding in toets(stuk) if bevinding.regel.blokkeert)


def leesindicatie(soort: str, data: object) -> Verslag:
    """Return how easily the texts of an item read: an indication, never a verdict."""
    teksten = _Stuk(soort, data, Kennis()).teksten if isinstance(data, dict) else ()
    return leesbaarheid.lees("\n\n".join(tekst for _, tekst in teksten))


# --------------------------------------------------------------------------------------------------
# The texts of an item
# --------------------------------------------------------------------------------------------------

_GEEN_TEKST = frozenset(
    [
        "template",
        "status",
        "publicatiedatum",
        "voorbeeld",
        "themas",
        "activiteiten",
        "vervult",
        "aard",
        "organisatiesoorten",
        "vraag",
        "editie",
        "nieuws",
        "praktijkcasus",
        "agenda",
        "activiteit",
        "cijfer",
        "link",
        "agendasoort",
        "begin",
        "eind",
        "begintijd",
        "eindtijd",
        "herhaling",
        "doelgroepen",
        "stand",
        "partners",
        "organisatie",
        "kanaalsoort",
        "toolkitsoort",
        "geldig_tot",
        "zie_ook",
        "document",
        "bestand",
    ]
)
"""The keys whose value is a choice, a date, an address or an id."""

_KORT = frozenset(
    [
        "titel",
        "kop",
        "alt",
        "term",
        "afkorting",
        "ook",
        "plaats",
        "organisator",
        "adres",
        "bestanden",
        "contactfunctie",
        "door",
        "kosten",
        "duur",
        "middelen",
    ]
)
"""The keys whose value is a name or a few words."""

_VERANTWOORDING = frozenset({"toestemming", "geanonimiseerd_door", "gewijzigde_details"})
"""How a praktijkcasus was made."""

_BRONNEN = frozenset({"bron", "bron_elders"})
_LEEG: tuple[object, ...] = ("", None, [], {})


class _Stuk:
    """An item as it is being written."""

    def __init__(
        self, soort: str, data: Mapping[Any, Any], kennis: Kennis, dag: date = date.min, *, alles: bool = True
    ) -> None:
        """`alles` tells whether advice counts too."""
        self.alles = alles
        self.soort = soort
        self.data = data
        self.kennis = kennis
        self.dag = dag
        self.teksten = tuple((pad, tekst) for pad, tekst in _teksten(data) if not _BRONNEN.intersection(pad))

    @property
    def is_casus(self) -> bool:
        """Whether it tells of people who must not be recognised."""
        return self.soort == Soort.PRAKTIJKCASUSSEN


def _teksten(waarde: object, pad: Pad = ()) -> Iterator[tuple[Pad, str]]:
    """Yield all that is written in words, with the path to it."""
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel not in _GEEN_TEKST and isinstance(sleutel, str):
                yield from _teksten(deel, (*pad, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _teksten(deel, (*pad, nummer))
    elif isinstance(waarde, str) and waarde.strip():
        yield pad, waarde


def _citaat(tekst: str, woorden: int = 6) -> str:
    alle = tekst.split()
    return " ".join(alle[:woorden]) + (" …" if len(alle) > woorden else "")


# --------------------------------------------------------------------------------------------------
# Pictures and links
# --------------------------------------------------------------------------------------------------

_ZEGT_NIETS = re.compile(
    r"(?:een |de |mooie |onze )?(?:foto|afbeelding|plaatje|beeld|image|picture|logo|illustratie|poster|foto ?\d+|header|banner|omslag"
    r"|schermafbeelding|screenshot|img|photo|alt|alt-tekst|tekst|beschrijving|onbekend|geen|nvt|n\.v\.t\.|test|x+|todo|titel)[ \d.:!]*"
    r"|\S+\.(?:jpe?g|png|webp|gif|svg)|(?:img|dsc|dscn|pxl|p|image|foto|whatsapp image)[-_ ]?\d[\w .-]*|\d[\d_ .-]*",
    re.IGNORECASE,
)
_SLOT = re.compile(r"\[(?P<tekst>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<adres>(?:[^()\s]|\([^()]*\))*)(?P<rest>[^()]*)\)")
_KLIK_HIER = re.compile(
    r"(?:klik|druk|tik|kijk|zie|lees)?\s*(?:op\s)?(?:hier|deze link|link|deze pagina|deze site|deze website|website|pagina|verder|meer|meer informatie|meer info|info"
    r"|lees meer|lees verder|lees hier meer|klik|klik hier voor meer informatie|download|downloaden|document|bestand|artikel|dit artikel|bekijk|bekijk hier)[ .!:>»›→]*",
    re.IGNORECASE,
)
_LOS_ADRES = re.compile(r"(?:https?://|www\.)[^\s<>)\]]+", re.IGNORECASE)
_SITENAAM = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_EXTERN = re.compile(r"https://(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}(?:\?\S*)?", re.IGNORECASE)


def _beelden(stuk: _Stuk) -> Iterator[Bevinding]:
    for pad, beeld in _groepen(stuk.data, "beeld"):
        if beeld.get("bestand") in _LEEG:
            continue
        alt = beeld.get("alt")
        if alt in _LEEG:
            tekst = "de foto heeft geen beschrijving; schrijf bij alt in een paar woorden wat erop te zien is"
            yield Bevinding((*pad, "alt"), tekst, ALT_ONTBREEKT)
        elif isinstance(alt, str) and (_ZEGT_NIETS.fullmatch(alt.strip()) or len(alt.split()) < MIN_ALT_WOORDEN):
            tekst = f"'{_citaat(alt)}' zegt niet wat er op de foto te zien is; schrijf bijvoorbeeld 'twee vrouwen praten aan een tafel'"
            yield Bevinding((*pad, "alt"), tekst, ALT_ZEGT_NIETS)


def _groepen(waarde: object, naam: str, pad: Pad = ()) -> Iterator[tuple[Pad, Mapping[Any, Any]]]:
    """Yield each group of keys under this name, with the path to it."""
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel == naam and isinstance(deel, dict):
                yield (*pad, sleutel), deel
            yield from _groepen(deel, naam, (*pad, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _groepen(deel, naam, (*pad, nummer))


def _links(stuk: _Stuk) -> Iterator[Bevinding]:
    for pad, tekst in stuk.teksten:
        for gevonden in _SLOT.finditer(tekst):
            woorden, adres = gevonden["tekst"].strip(" *_"), gevonden["adres"].strip("<>")
            if not woorden or _KLIK_HIER.fullmatch(woorden) or _LOS_ADRES.fullmatch(woorden):
                fout = f"de woorden '{_citaat(woorden) or '(leeg)'}' zeggen niet waar de link heen gaat; schrijf wat de lezer daar vindt"
                yield Bevinding(pad, fout, LINKTEKST)
            yield from _adres(pad, adres, gevonden["rest"], stuk.kennis)
        kaal = _SLOT.sub(lambda gevonden: " " * len(gevonden[0]), tekst)
        if pad[-1] != "adres":
            for gevonden in _LOS_ADRES.finditer(kaal):
                adres = gevonden[0].rstrip(".,;:!?")
                goed = adres if adres.startswith("http") else f"https://{adres}"
                fout = f"het adres '{adres[:60]}' staat los in de tekst; schrijf [woorden die zeggen wat daar staat]({goed[:60]})"
                yield Bevinding(pad, fout, LINKTEKST)
    for pad, waarde in _waarden(stuk.data, "link"):
        yield from _adres(pad, waarde, "", stuk.kennis)


def _waarden(waarde: object, naam: str, pad: Pad = ()) -> Iterator[tuple[Pad, str]]:
    """Yield each text under a key of this name, with the path to it."""
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel == naam and isinstance(deel, str) and deel:
                yield (*pad, sleutel), deel
            yield from _waarden(deel, naam, (*pad, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _waarden(deel, naam, (*pad, nummer))


def _adres(pad: Pad, adres: str, rest: str, kennis: Kennis) -> Iterator[Bevinding]:
    """Judge where a link goes."""
    getoond = adres[:60]
    if rest.strip() and not re.fullmatch(r"\s+[\"'].*[\"']\s*", rest):
        yield Bevinding(pad, f"het adres '{getoond}{rest[:20]}' bevat een spatie; haal haar weg", ADRES_KLOPT)
    elif adres.startswith("/") and not adres.startswith("//"):
        yield from _binnen(pad, adres, kennis)
    elif not (_EXTERN.fullmatch(adres) or _MAIL.fullmatch(adres)):
        yield Bevinding(pad, f"de link '{getoond}' werkt niet; {_beter_adres(adres, kennis)}", ADRES_KLOPT)


def _beter_adres(adres: str, kennis: Kennis) -> str:
    zonder = re.sub(r"^(?:h\w{2,5}s?:?/{0,3}|/{2,})(?=[\w-]+\.)", "", adres, flags=re.IGNORECASE)
    if "@" in adres and re.fullmatch(r"[\w.+-]+@[\w.-]+\.\w+", adres):
        return f"schrijf mailto:{adres}"
    if f"/{adres.strip('./')}/" in kennis.adressen:
        return f"schrijf /{adres.strip('./')}/"
    if _SITENAAM.fullmatch(zonder) and not zonder.endswith((".md", ".html")):
        return f"schrijf https://{zonder[:60]}"
    return "schrijf een adres dat begint met https:// of, op deze site, met een schuine streep zoals /hulp/thuis/"


def _binnen(pad: Pad, adres: str, kennis: Kennis) -> Iterator[Bevinding]:
    kaal = re.split(r"[#?]", adres, maxsplit=1)[0]
    if not kennis.adressen or kaal in kennis.adressen or re.search(r"\.(?!md$|html?$)\w{2,5}$", kaal):
        return
    if f"{kaal}/" in kennis.adressen:
        yield Bevinding(pad, f"de link '{adres[:60]}' mist de schuine streep aan het eind; schrijf {kaal}/", DODE_LINK)
        return
    zonder = re.sub(r"(?:/index)?\.(?:md|html?)$", "/", kaal)
    hint = f"; bedoelde u '{zonder}'?" if zonder in kennis.adressen else bedoelde_u(kaal, kennis.adressen)
    uitweg = "; kies een pagina die er is, of haal de link weg"
    yield Bevinding(pad, f"op deze site is geen pagina '{adres[:60]}'{hint or uitweg}", DODE_LINK)


# --------------------------------------------------------------------------------------------------
# Privacy
# --------------------------------------------------------------------------------------------------

_SPOREN: Mapping[Spoor, tuple[Regel, str]] = {
    Spoor.NAAM: (NAAM, "lijkt de naam van een mens"),
    Spoor.MISSCHIEN_NAAM: (MISSCHIEN_NAAM, "is misschien de naam van een mens"),
    Spoor.LEEFTIJD: (LEEFTIJD, "is een precieze leeftijd"),
    Spoor.LOSSE_LEEFTIJD: (LOSSE_LEEFTIJD, "is een precieze leeftijd"),
    Spoor.DATUM: (DATUM, "is een precieze dag"),
    Spoor.GEBOORTEDATUM: (GEBOORTEDATUM, "is een geboortedatum"),
    Spoor.SCHOOL: (SCHOOL, "is de naam van een school of club"),
    Spoor.ADRES: (ADRES, "lijkt een adres"),
    Spoor.KENTEKEN: (KENTEKEN, "lijkt een kenteken"),
    Spoor.CONTACT: (CONTACT, "is een nummer, mailadres of account"),
    Spoor.NUMMER: (NUMMER, "lijkt een persoonlijk nummer of een zaaknummer"),
    Spoor.COMBINATIE: (COMBINATIE, "maakt iemand herkenbaar"),
    Spoor.WOONPLAATS: (WOONPLAATS, "zegt waar iemand woont"),
}
_OVERAL = frozenset({Spoor.GEBOORTEDATUM, Spoor.KENTEKEN, Spoor.NUMMER})
"""What nobody may read on any page."""

_MENSENVELDEN = frozenset({"geanonimiseerd_door", "contactfunctie", "toestemming"})
"""The fields that ask for a function, in which a name is easily written."""


def _privacy(stuk: _Stuk) -> Iterator[Bevinding]:
    gezien: set[tuple[Regel, str]] = set()
    for pad, tekst in stuk.teksten:
        for vondst in _vondsten(stuk, pad, _zonder_opmaak(tekst)):
            regel = _privacyregel(stuk, pad, vondst)
            if regel and (regel, vondst.citaat) not in gezien:
                gezien.add((regel, vondst.citaat))
                yield Bevinding(pad, f"'{vondst.citaat}' {_SPOREN[vondst.spoor][1]}; {vondst.raad}", regel)


def _vondsten(stuk: _Stuk, pad: Pad, tekst: str) -> Iterator[Vondst]:
    """Yield the traces in a text; where no name can hold publishing back, only advice asks for looking at names."""
    if stuk.kennis.namen and (stuk.is_casus or stuk.alles or pad[-1] in _MENSENVELDEN):
        return privacy.vind(tekst, stuk.kennis.namen)
    return privacy.vaste_vormen(tekst)


def _privacyregel(stuk: _Stuk, pad: Pad, vondst: Vondst) -> Regel | None:
    """Return the rule that the trace breaks in this place of this kind of item, if any."""
    if (stuk.is_casus and not _gewoon_veld(pad, vondst.spoor)) or vondst.spoor in _OVERAL:
        return _SPOREN[vondst.spoor][0]
    if vondst.spoor is Spoor.NAAM:
        if pad[-1] in _MENSENVELDEN:
            return NAAM
        return NAAM_ELDERS if " " in vondst.citaat and stuk.soort != Soort.BEGRIPPEN else None
    if vondst.spoor is Spoor.CONTACT and privacy.van_een_mens(vondst.citaat):
        return CONTACT
    return None


def _gewoon_veld(pad: Pad, spoor: Spoor) -> bool:
    """Tell whether this is no trace in a field that says how the story was made: when consent was given may be told."""
    return pad[0] in _VERANTWOORDING and spoor not in {
        Spoor.NAAM,
        Spoor.CONTACT,
        *_OVERAL,
    }


def _zonder_opmaak(tekst: str) -> str:
    """Return the words that a reader sees."""
    return re.sub(r"\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)", "", _SLOT.sub(lambda gevonden: gevonden["tekst"], tekst))


# --------------------------------------------------------------------------------------------------
# How it reads
# --------------------------------------------------------------------------------------------------

_LEESREGELS = {
    leesbaarheid.Soort.ZIN: LANGE_ZIN,
    leesbaarheid.Soort.GEMIDDELDE: LANG_GEMIDDELD,
    leesbaarheid.Soort.WOORD: LANG_WOORD,
    leesbaarheid.Soort.LIJDEND: LIJDEND,
    leesbaarheid.Soort.AFKORTING: AFKORTING,
}


def _is_lopend(pad: Pad) -> bool:
    """Tell whether it is read as text, and is no name, label or note of the editor."""
    return not _KORT.intersection(pad) and pad[0] not in _VERANTWOORDING


def _leest(stuk: _Stuk) -> Iterator[Bevinding]:
    """Read all texts of the item as one, so that an abbreviation explained in one counts for the next."""
    velden = [(pad, re.sub(r"\n\s*\n", "\n\n", tekst.strip())) for pad, tekst in stuk.teksten if _is_lopend(pad)]
    if not velden:
        return
    begin, eerste_regels = 1, []
    for _, tekst in velden:
        eerste_regels.append(begin)
        begin += tekst.count("\n") + 2
    verslag = leesbaarheid.lees("\n\n".join(tekst for _, tekst in velden))
    zinnen = {(zin.regel, zin.kolom): zin.tekst for zin in verslag.zinnen}
    for bevinding in verslag.bevindingen:
        regel = _LEESREGELS.get(bevinding.soort)
        nummer = max(n for n, eerste in enumerate(eerste_regels) if eerste <= bevinding.regel)
        pad = velden[nummer][0]
        genoemd = re.match(r"'([^']+)' (?:wordt niet uitgelegd|telt \d+ letters)", bevinding.tekst)
        if regel is None or (genoemd and (stuk.kennis.legt_uit(genoemd[1]) or _is_luid(genoemd[1]))):
            continue
        if regel is LANG_GEMIDDELD:
            if len(verslag.zinnen) < MIN_ZINNEN:
                continue
            gemiddeld = f"{verslag.gemiddeld:.1f}".replace(".", ",")
            tekst = (
                f"de zinnen tellen gemiddeld {gemiddeld} woorden; maak de langste korter, tot gemiddeld {MAX_GEMIDDELD}"
            )
        elif regel is LANGE_ZIN:
            tekst = f"'{_citaat(zinnen[bevinding.regel, bevinding.kolom], 4)}': {bevinding.tekst}"
        else:
            tekst = bevinding.tekst
        yield Bevinding(pad, tekst, regel)


_WERKWOORD = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kunnen|kon|mag|mogen|moet|moeten|wil|willen|zal|zullen|zou"
    r"|gaat|gaan|ging|gingen|komt|komen|kwam|kwamen|doet|doen|deed|deden|staat|staan|stond|ziet|zien|zag|ga|kom|doe|lees|kijk|bekijk|leer|meld|bel|maak|help"
    r"|[a-z]{2,}(?:[^aeiou]t|[ou]et|aat|eet|[^e]de|te|den|ten|[a-z]en))\b",
    re.IGNORECASE,
)
_ONTWIKKELLIJN = re.compile(r"samen\s+(?:zien|leren(?:,\s*samen\s+werken)?|werken|doen)\s*!", re.IGNORECASE)
_ETIKET = re.compile(
    r"(?<![\w-])(?:het|een|de|dit|dat|elk|ieder|haar|zijn)\s(?P<woord>slachtoffer|dader|pleger|slachtoffertje|mishandelaar)(?![\w-])",
    re.IGNORECASE,
)
_HOOFDLETTERWOORD = re.compile(r"(?<![\w/-])[A-ZÀ-Ý]{4,}(?![\w/-])")


def _vorm(stuk: _Stuk) -> Iterator[Bevinding]:
    bekend = {naam.casefold() for naam in stuk.kennis.bekend}
    for pad, tekst in stuk.teksten:
        luid = [w for w in _HOOFDLETTERWOORD.findall(tekst) if w.casefold() not in bekend and _is_luid(w)]
        if luid:
            yield Bevinding(
                pad, f"'{_citaat(' '.join(luid), 3)}' staat in hoofdletters; schrijf kleine letters", HOOFDLETTERS
            )
        zonder = _ONTWIKKELLIJN.sub("", tekst)
        if "!" in zonder:
            plek = zonder.index("!")
            woorden = " ".join(zonder[: plek + 1].split()[-3:])
            yield Bevinding(pad, f"'{woorden}' heeft een uitroepteken; schrijf een punt", UITROEPTEKEN)
        if stuk.soort != Soort.BEGRIPPEN and (etiket := _ETIKET.search(tekst)):
            raad = "schrijf liever wie het is, zoals 'de vrouw', 'het kind' of 'de ex-partner'"
            yield Bevinding(pad, f"'{etiket[0]}' is een etiket; {raad}", ETIKET)


def _is_luid(woord: str) -> bool:
    """Tell whether a word in capitals is shouted, and no abbreviation: it can be said as a word."""
    zegbaar = re.search(r"[BCDFGHJKLMNPQRSTVWXZ][AEIOU]|[AEIOU]{2}", woord)
    return zegbaar is not None and _HOOFDLETTERWOORD.fullmatch(woord) is not None


def _titel_en_samenvatting(stuk: _Stuk) -> Iterator[Bevinding]:
    titel, samenvatting = stuk.data.get("titel"), stuk.data.get("samenvatting")
    if isinstance(titel, str) and len(titel) > MAX_TITELTEKENS:
        tekst = f"de titel telt {len(titel)} tekens; maak hem korter, tot {MAX_TITELTEKENS}"
        yield Bevinding(("titel",), tekst, TITEL)
    if not isinstance(samenvatting, str) or not samenvatting.strip():
        return
    if isinstance(titel, str) and samenvatting.strip(" .").casefold() == titel.strip(" .").casefold():
        tekst = "de samenvatting zegt hetzelfde als de titel; schrijf in één zin wat de lezer hier vindt"
        yield Bevinding(("samenvatting",), tekst, SAMENVATTING)
    elif not _WERKWOORD.search(samenvatting):
        tekst = f"'{_citaat(samenvatting)}' is geen hele zin; schrijf wie wat doet, met een werkwoord"
        yield Bevinding(("samenvatting",), tekst, SAMENVATTING)


# --------------------------------------------------------------------------------------------------
# What is over
# --------------------------------------------------------------------------------------------------


def _als_dag(waarde: object) -> date | None:
    if isinstance(waarde, date):
        return waarde
    try:
        return date.fromisoformat(waarde) if isinstance(waarde, str) else None
    except ValueError:
        return None


def _voorbij(stuk: _Stuk) -> Iterator[Bevinding]:
    data, dag = stuk.data, stuk.dag
    if stuk.soort == Soort.AGENDA:
        laatste = _als_dag(data.get("eind")) or _als_dag(data.get("begin"))
        herhaling = data.get("herhaling")
        if laatste and laatste < dag and herhaling != Herhaling.VASTE_DATUM:
            raad = "kijk of de datum klopt, of haal het weg als niemand het meer zoekt"
            if herhaling == Herhaling.WISSELEND:
                raad = "schrijf de eerstvolgende datum, of onbekend als die nog niet vaststaat"
            yield Bevinding(("begin",), f"deze dag ({laatste}) is voorbij; {raad}", VOORBIJ)
    elif stuk.soort == Soort.TOOLKIT:
        tot = _als_dag(data.get("geldig_tot"))
        if tot and tot < dag:
            tekst = f"dit is niet meer geldig (tot en met {tot}); vernieuw het, of haal het weg"
            yield Bevinding(("geldig_tot",), tekst, VOORBIJ)
    elif stuk.soort == Soort.CAMPAGNES and data.get("stand") in {"lopend", "in-voorbereiding", "idee"}:
        jaren = [int(jaar) for jaar in re.findall(r"\b20\d\d\b", str(data.get("wanneer", "")))]
        if jaren and max(jaren) < dag.year:
            tekst = f"'{_citaat(str(data['wanneer']))}' is voorbij; schrijf bij stand afgerond, of verbeter wanneer"
            yield Bevinding(("stand",), tekst, VOORBIJ)


_Toets = Callable[[_Stuk], Iterator[Bevinding]]
_BLOKKEREND: tuple[_Toets, ...] = (_beelden, _links, _privacy)
"""What may hold publishing back; some of what it finds is advice."""

_ADVISEREND: tuple[_Toets, ...] = (_voorbij, _titel_en_samenvatting, _vorm, _leest)
