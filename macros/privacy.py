"""What in a Dutch text could tell who somebody is: text goes in, places with what to write instead come out.

Plain pattern work with the lists of first names, surnames and places that the package `deduce` carries (it takes names
out of Dutch medical texts; its own machinery needs minutes to start, so only its lists are read, when a text is
first looked at). What is `zeker` is sure enough to hold a text back; the rest is advice. It finds what is written as
names and facts usually are; that nothing is found is no proof that nobody can be recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from importlib.metadata import distribution
from itertools import pairwise
from pathlib import Path

MIN_MET_S = 5
"""The letters of a name with an s that says whose something is: Jans, Fatimas."""

MAX_WOORDEN = 6
"""The words of a quotation in a message."""


class Spoor(StrEnum):
    """What kind of trace it is."""

    NAAM = "naam"
    MISSCHIEN_NAAM = "misschien-naam"
    LEEFTIJD = "leeftijd"
    LOSSE_LEEFTIJD = "losse-leeftijd"
    DATUM = "datum"
    GEBOORTEDATUM = "geboortedatum"
    SCHOOL = "school"
    ADRES = "adres"
    KENTEKEN = "kenteken"
    CONTACT = "contact"
    NUMMER = "nummer"
    COMBINATIE = "combinatie"
    WOONPLAATS = "woonplaats"


@dataclass(frozen=True, order=True)
class Vondst:
    """A trace: where it begins in the text, the words themselves, and what to write instead."""

    begin: int
    eind: int
    spoor: Spoor
    citaat: str
    raad: str


@dataclass(frozen=True, kw_only=True)
class Namen:
    """The names that are no person's: of organisations, themes and terms; and the places that the data know."""

    geen_personen: frozenset[str] = frozenset()
    plaatsen: frozenset[str] = frozenset()

    @cached_property
    def bekend(self) -> _Reeksen:
        """The names that are no person's, to look up in a row of words."""
        return _Reeksen((*self.geen_personen, *_LANDELIJK))

    @cached_property
    def plaats(self) -> _Reeksen:
        """All places: those of the data, and those of the Netherlands."""
        return _plaatsreeksen(self.plaatsen)

    @cached_property
    def steden(self) -> frozenset[str]:
        """The places that a municipality is named after: big enough not to tell much."""
        return frozenset(_kaal(naam) for naam in (*self.plaatsen, *_lijst("locations/lst_placename/lst_municipality")))


def vind(tekst: str, namen: Namen) -> Iterator[Vondst]:
    """Yield what in the text could tell who somebody is, each place once, in the order of the text."""
    yield from _elke_plek_een([*_vaste_vormen(tekst), *_Lezing(tekst, namen).vondsten()])


def vaste_vormen(tekst: str) -> Iterator[Vondst]:
    """Yield only what has a form of its own, such as a number or a date of birth: it needs no list of names."""
    if re.search(r"\d|@", tekst):
        yield from _elke_plek_een(_vaste_vormen(tekst))


def _elke_plek_een(vondsten: Iterable[Vondst]) -> Iterator[Vondst]:
    tot = 0
    for vondst in sorted(vondsten, key=lambda v: (v.begin, v.spoor is Spoor.MISSCHIEN_NAAM, -v.eind)):
        if vondst.begin >= tot:
            tot = vondst.eind
            yield vondst


# --------------------------------------------------------------------------------------------------
# Lists of names
# --------------------------------------------------------------------------------------------------

_BRON = "deduce/data/lookup/src"


@lru_cache
def _lijst(naam: str) -> frozenset[str]:
    """Return the items of a list of `deduce`, without those that it says are ordinary words too."""
    map_ = Path(str(distribution("deduce").locate_file(f"{_BRON}/{naam}")))
    regels, uitgezonderd = (
        {regel.strip() for regel in bestand.read_text("utf-8").splitlines()} if bestand.exists() else set()
        for bestand in (map_ / "items.txt", map_ / "exceptions.txt")
    )
    return frozenset(regels - uitgezonderd - {""})


def _woorden(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


def _kaal(woord: str) -> str:
    return woord.casefold().replace("’", "'")


@lru_cache(maxsize=2)
def _plaatsreeksen(eigen: frozenset[str]) -> _Reeksen:
    return _Reeksen((*eigen, *_lijst("locations/lst_placename/lst_residence"), *_BUITENLAND))


@lru_cache
def _voornamen() -> frozenset[str]:
    alle = {_kaal(naam) for naam in (*_lijst("names/lst_first_name"), *_MEER_VOORNAMEN)}
    return frozenset(naam for naam in alle if len(naam) > 1) - _NOOIT_EEN_NAAM


@lru_cache
def _achternamen() -> frozenset[str]:
    delen = (*_lijst("names/lst_surname"), *_lijst("names/lst_interfix_surname"))
    return frozenset(_kaal(naam) for naam in delen)


_MEER_VOORNAMEN = _woorden(
    "Abdi Abebe Adanech Agnieszka Aleksandar Aleksandr Aleksandra Andrii Andriy Aneta Angelika Asen Asia Aylin Ayşe Azad Basia"
    " Berhane Bogdana Bohdan Boryana Bożena Bülent Büşra Çetin Danuta Dariya Dariusz Daryna Desislava Dilyana Dimitar"
    " Dimitrina Dmytro Dragan Elitsa Emilija Esra Faduma Filimon Galina Georgi Georgios Gergana Ghada Gosia Grażyna Hadia Hafsa"
    " Halyna Hamdi Hatice Hristina Hristo Iliana Ilian Iliya Iryna Iskra Ivanka Ivaylo Iwona Jadwiga Jolanta Joanna Justyna"
    " Kaloyan Kamila Katarzyna Kateryna Katya Khaled Khalid Kinga Krasimir Krasimira Krystyna Krzysztof Lidiya Lyubov"
    " Lyudmila Łukasz Magda Magdalena Mahmoud Małgorzata Malgorzata Mariusz Mariya Marzena Mateusz Mehret Miroslav"
    " Mykola Nadezhda Nataliia Natalya Nikolay Nour Nurcan Oksana Oleg Oleh Oleksandr Oleksandra Olena Olha Osman Özgür Özlem"
    " Patryk Paweł Pawel Penka Petar Petya Plamen Radka Radoslav Rami Renata Rositsa Rumen Rumyana Saado Samir Selam Semhar"
    " Serhii Serhiy Sevda Sevil Şeyma Silviya Simona Sławomir Snezhana Soumia Stanisław Stanislaw Stanislava Stefka Stoyan"
    " Svetlana Svitlana Szymon Taras Tatiana Tatyana Tesfay Tetiana Todor Todorka Tsveta Tsvetan Tsvetelina Urszula Valentyna"
    " Vanya Vasil Vasyl Ventsislav Vesela Veselin Volodymyr Wiesława Wojciech Yana Yohannes Yordan Yordanka Yordanos Yulia"
    " Yuliia Yuliya Yusuf Zahra Zbigniew Zhivko Zlatka Sraar Sjeng Sjengske Ziad Mohamad Muhammed Rahma Ghizlane Ouafae"
)
"""Names that are common among people who came to Limburg, and that the list lacks."""

_NOOIT_EEN_NAAM = _woorden(
    "de aan jouw men augustus islam marine maas horst feite gene rem kader ton bouwen klaar lente zomer winter ben take star king"
    " burger fan junior constant nader baan rijk hoi genesis terra marines fake deejay tien brand koop wei veer kar tea"
    " kam tan age bin hang volken dimmen kommer jihad wester nel alien ninja dies lux sol rover pol king ale la ai emo"
    " ma pa oma opa mama papa sinterklaas kerst allah corona limburg holland leven geloof"
)

_OOK_EEN_WOORD = _woorden(
    "wil hart lieve zus storm mark max lot zilver bruin roman job bas wolf win boy kok beer adem bloem vos roos just ouwe han"
    " engel tak zweer maatje hee nova summer amber flora lucky jet hope kick kas pier peer diesel belle kit els parel joke"
    " willie beren eden flip zwaan lies raven blaas fin dot fee bene dries jade bars lotus melodie fine lijntje haring linde"
    " rein domino violet vita mees tin pip lava maxima tam alma pluk jasmijn matje jeep merel mus puck sang mine mint nada"
    " soleil kik stern tromp mare aura flint kiem splinter lelie mattie viola berk sage reef sake pom siena indigo"
    " roemer bink kier robijn servet botje nanny mink pita trees dim baptist boet bonne berber tijm brandy tuba rim manna"
    " pel aster madelief ceder adonis zwier ward guus mens sam iris fleur bob wouter jan piet kees rob cor dag even gerecht"
    " angel maan lot mia sara wout cas harm hem haar ons zij wij jij ik hij ze we je er dan toen nu ook al wie wat waar hoe"
    " geert joep ad dik lange korte oude jonge ruim stil vlug rust vrede faith joy april juni juli mei ties wende wisse"
    " moeder vader broer kind jongen meisje vrouw man oom tante buur buurman vriend aria ander anders onder over per tot"
    " pleun sem dien bram moos hedy ans an ank mien mieke heer dame sinds geen alle elke beide veel weinig sommige"
)
"""First names that are ordinary words too: at the beginning of a sentence they say nothing."""

_LANDELIJK = (
    "Veilig Thuis",
    "Handle with Care",
    "Orange the World",
    "Blijf Groep",
    "Blijf van mijn Lijf",
    "Centrum Seksueel Geweld",
    "Slachtofferhulp",
    "Slachtofferhulp Nederland",
    "Kindertelefoon",
    "De Kindertelefoon",
    "Luisterlijn",
    "De Luisterlijn",
    "Leger des Heils",
    "Vluchtelingenwerk",
    "VluchtelingenWerk Nederland",
    "Sterk Huis",
    "Fier",
    "Moviera",
    "Movisie",
    "Week tegen Kindermishandeling",
    "Samen Veilig",
    "Rode Kruis",
    "Halt",
    "Humanitas",
    "Buurtzorg",
    "Home-Start",
    "Signs of Safety",
    "Eén gezin één plan",
    "Europese Unie",
    "Tweede Kamer",
    "Eerste Kamer",
    "Raad van State",
    "Rijksoverheid",
    "Verenigde Naties",
    "Augeo",
    "Pharos",
    "Trimbos",
    "Rutgers",
    "Regenboog",
)
"""Names of organisations and campaigns that a text may mention, and that are nobody's."""

_BUITENLAND = ("Aken", "Luik", "Hasselt", "Genk", "Maaseik", "Keulen", "Düsseldorf", "Mönchengladbach", "Heinsberg")


class _Reeksen:
    """Names of one or more words, to be found in a row of words."""

    def __init__(self, namen: Iterable[str]) -> None:
        self._namen: dict[str, set[tuple[str, ...]]] = {}
        for naam in namen:
            woorden = tuple(_kaal(gevonden[0]) for gevonden in _WOORD.finditer(naam))
            if woorden and any(teken.isupper() for teken in naam):
                self._namen.setdefault(woorden[0], set()).add(woorden)

    def lengte(self, woorden: list[str], plek: int) -> int:
        """Return how many words from this place on are one of the names; 0 for none."""
        kandidaten = self._namen.get(woorden[plek], ())
        return max((len(naam) for naam in kandidaten if tuple(woorden[plek : plek + len(naam)]) == naam), default=0)


# --------------------------------------------------------------------------------------------------
# Words and sentences
# --------------------------------------------------------------------------------------------------

_WOORD = re.compile(r"[^\W\d_](?:\w|['’-](?=\w))*")
_VERKORT = re.compile(
    r"(?:^|\s)(?:dhr|mw|mevr|mvr|dr|drs|ing|ir|mr|prof|fam|bijv|bv|ca|evt|nr|o\.a|st|[A-Z])\.\s*$", re.IGNORECASE
)
_BEGIN = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s|\n\s*\n|\n\s*(?:[-*+]|\d{1,2}[.)])\s|[\"“‘•(]\s?)\s*['\"“‘(*_]*\s*$")
_GRENS = re.compile(r"[.!?…]['\"”’)\]]*\s+(?=['\"“‘(]?[A-ZÀ-Ý0-9])|\n\s*\n|\n\s*(?=[-*+]\s)")


@dataclass(frozen=True)
class _Woord:
    """A word of the text; `begint` tells whether it is the first of its sentence."""

    tekst: str
    begin: int
    eind: int
    begint: bool

    @property
    def kaal(self) -> str:
        return _kaal(self.tekst)

    @property
    def hoofdletter(self) -> bool:
        return self.tekst[0].isupper() and not (len(self.tekst) > 1 and self.tekst.isupper())

    @property
    def stam(self) -> str:
        """The word without the ending that says whose something is."""
        return re.sub(r"['’]s?$|(?<=[a-zà-ÿ])-.*$", "", self.tekst)


def _begint(tekst: str, plek: int) -> bool:
    ervoor = tekst[max(0, plek - 40) : plek]
    return plek == 0 or (bool(_BEGIN.search(ervoor)) and not _VERKORT.search(ervoor))


_TUSSEN = r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Hh]et|[Tt]er|[Tt]en|[Tt]e|['’]t|[Ii]n ['’]t|[Oo]p de|[Vv]ander|[Vv]anden|[Ee]l|[Aa]l|[Bb]en)[ -])"
_HOOFD = r"[A-ZÀ-ÖØ-ÞŁŚŻĆÇŞĞİ]"
_NAAM = rf"{_HOOFD}[a-zà-öø-ÿłśżćńęąğışč'’]+(?:-{_HOOFD}?[a-zà-öø-ÿ]+)?"
_AANSPREEK = (
    r"[Mm]evrouw|[Mm]evr\.|[Mm]vr\.|[Mm]w\.|[Mm]eneer|[Mm]ijnheer|[Dd]hr\.|[Dd]e [Hh]eer|[Dd]e heren|[Jj]uf|[Jj]uffrouw|[Mm]eester"
    r"|[Dd]okter|[Dd]r\.|[Oo]ma|[Oo]pa|[Tt]ante|[Oo]om|[Zz]uster|[Ww]ethouder|[Bb]urgemeester|[Pp]astoor|[Dd]ominee|[Ii]mam"
    r"|[Aa]gent|[Ww]ijkagent|[Rr]echter|[Nn]otaris|[Ff]am\.|[Ff]amilie|[Gg]ezin|[Ee]chtpaar"
)
_MENS = (
    r"moeder|vader|ouders?|zoon|zoontje|dochter|dochtertje|kind|kindje|kinderen|zus|zusje|broer|broertje|oma|opa|grootmoeder"
    r"|grootvader|tante|oom|neef|nicht|vriend|vriendin|vriendje|buurvrouw|buurman|man|vrouw|partner|echtgenoot|echtgenote"
    r"|ex|ex-man|ex-vrouw|ex-partner|stiefvader|stiefmoeder|jongen|jongetje|meisje|baby|peuter|kleuter|tiener|puber|student|studente"
    r"|leerling|cliënt|cliënte|patiënt|patiënte|bewoner|bewoonster|collega|leraar|lerares|juf|meester|mentor|docent|hulpverlener"
    r"|gezin|stel|echtpaar|familie|slachtoffer|pleger|dader|weduwe|weduwnaar|mantelzorger|tweeling"
)
_AAN = re.compile(
    rf"\b(?:{_AANSPREEK})\s+(?P<naam>{_TUSSEN}{{0,3}}(?:{_HOOFD}\.\s?)*(?:{_TUSSEN}{{0,3}}{_NAAM}|(?<=\.)|(?<=\.\s)|{_HOOFD}\b\.?)"
    rf"(?:[ -]{_NAAM})?)"
)
_LETTER = re.compile(rf"\b(?i:{_MENS}|heer)\s+(?P<naam>{_HOOFD}(?:\.(?:{_HOOFD}\.)*|\b(?!['’-])))(?!\w)(?!\s*[+&])")
_INITIALEN = re.compile(rf"(?<![\w.])(?P<naam>(?:{_HOOFD}\.\s?){{1,4}}{_TUSSEN}{{0,3}}{_NAAM})")
_LOSSE_LETTER = re.compile(
    rf"(?<![\w.])(?P<naam>(?:{_HOOFD}\.){{1,3}})(?=\s(?:\(|en\s|is\b|was\b|heeft\b|had\b|[a-z]+(?:t|de|te|en)\b))"
)
_HEET = re.compile(
    rf"\b(?:heet|heette|genaamd|genoemd|noem(?:en|t)?\s(?:we|wij|ze|zij|hem|haar|hen|ik)(?:\s(?:hem|haar))?|naam\sis|luistert\snaar)\s(?P<naam>{_NAAM})"
)


# --------------------------------------------------------------------------------------------------
# Fixed forms: numbers, dates, addresses
# --------------------------------------------------------------------------------------------------

_MAANDEN = (
    r"jan(?:uari)?\.?|feb(?:ruari)?\.?|mrt\.?|maart|apr(?:il)?\.?|mei|juni?|juli?|aug(?:ustus)?\.?|sept?(?:ember)?\.?"
    r"|okt(?:ober)?\.?|nov(?:ember)?\.?|dec(?:ember)?\.?"
)
_TIENTAL = r"(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
_EEN = r"een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TELWOORD = (
    rf"(?:(?:{_EEN})(?:en|ën){_TIENTAL}|{_TIENTAL}|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien"
    rf"|negentien|{_EEN})"
)
_GETAL = rf"(?:\d{{1,3}}|{_TELWOORD})"
_DATUM = re.compile(
    rf"\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*\s)?\d{{1,2}}(?:e|ste|de)?\s(?:{_MAANDEN})(?:\s(?:19|20)\d\d)?(?![\w-])"
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20|['’])?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
    rf"|\b(?:{_TELWOORD}|eerste|tweede|derde)\s(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
    r"|\b(?:eerste|tweede)\s(?:kerstdag|paasdag|pinksterdag)\b(?:\s(?:van\s)?(?:19|20)\d\d)?"
    r"|\b(?:oudejaarsavond|oudejaarsdag|nieuwjaarsdag|koningsdag|sinterklaasavond|kerstavond)\s(?:van\s)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_GEEN_GEBEURTENIS = re.compile(
    r"\b(?:wet|wmo|jeugdwet|besluit|verdrag|regeling|meldcode|campagne|themadag|themaweek|wereld\w*dag|internationale|jaarlijkse?"
    r"|orange|week tegen|dag tegen|plan|uitvoeringsplan|regiovisie|begroting)\b",
    re.IGNORECASE,
)
_GEBOREN = re.compile(
    rf"\b(?:geboren\s(?:op|in|te)?|geboortedatum:?|geb\.?)\s*(?:(?:op|is)\s)?(?:{_DATUM.pattern}|(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b(?!(?:19|20)\d\d\s)[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b")
_STRAATSOORT = r"straat|straatje|laan|weg|plein|hof|dreef|kade|steeg|singel|pad|gracht|dijk|baan|park|markt|ring|wal|berg|veld|akker|kamp|straat|allee"
_STRAATNUMMER = re.compile(
    rf"\b{_HOOFD}[\w'’.-]*(?:\s(?:van|de|der|den|het|aan)\s?)?(?:\s?{_HOOFD}?[\w'’-]*)?(?:{_STRAATSOORT})\s\d{{1,4}}\s?[a-zA-Z]?\b(?!\s(?:jaar|jarige|keer|maanden))"
)
_STRAAT = re.compile(rf"\b{_HOOFD}[\w'’-]+(?:straat|laan|plein|dreef|steeg|singel|gracht|weg|kade)\b")
_HUIS = re.compile(
    rf"\b(?:wo(?:ont|onde|nen)|huis|adres)\b[^.!?]{{0,30}}?\b(?:aan|op)\s(?:de\s|het\s)?(?P<straat>{_NAAM}(?:\s{_NAAM})?\s\d{{1,4}}\s?[a-z]?)\b"
)
_KENTEKEN = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d\d"
    r"|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d\d-[A-Z]"
    r"|[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|\d-[A-Z]{3}-\d{3})(?![\w-])"
    r"|\b(?:kenteken|nummerplaat)\w*:?\s(?:is\s|met\s)?(?=[A-Z0-9 -]*\d)(?=[A-Z0-9 -]*[A-Z])[A-Z0-9][A-Z0-9 -]{3,8}[A-Z0-9]\b"
)
_TELEFOON = re.compile(
    r"(?<![\w+-])(?:(?:\+|00)\d{2}[\s.-]?(?:\(0\))?[\s.-]?(?:\d[\s.-]?){7,10}\d|06[\s.-]*(?:\d[\s.-]*){7}\d"
    r"|\(?0(?!800|900|88|6)[1-9]\d{1,2}\)?[\s.-]*(?:\d[\s.-]*){5,6}\d)(?![\w-])"
)
_MOBIEL = re.compile(r"(?:\+31|0031|0)[\s.()0-]*6")
_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\.[\w-]+)+")
_FUNCTIE_MAIL = re.compile(
    r"(?:info|contact|secretariaat|communicatie|redactie|aanmelden|advies|melding\w*|regiovisie|team|pers|nieuws\w*|training\w*"
    r"|opleiding\w*|academie|bureau|loket|vragen|meldcode|post|service\w*|klachten|hallo|welkom|events?|support)[\w.+-]*@",
    re.IGNORECASE,
)
_SOCIAAL = re.compile(
    r"(?<![\w.@/])@[A-Za-z0-9_][\w.]{2,}|\b(?:instagram|facebook|tiktok|snapchat|linkedin|x|twitter)\.com/[@\w./-]+"
    r"|\b(?:facebook|instagram|tiktok|snapchat)\s(?:[a-z]+\s){0,3}?['\"‘“]?(?=[a-z]*[_.\d])[a-z]\w*[_.\d][\w.]*\w"
    r"|\b(?:instagram|tiktok|snapchat|snap|insta|discord|telegram)(?:-?(?:naam|account|profiel))?(?::|\s(?:is|heet|was|onder\sde\snaam|met\sde\snaam))\s['\"‘“]?@?(?=\w*[\d_.])[\w.]{3,}",
    re.IGNORECASE,
)
_BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofinummer)(?:-?nummer)?:?\s(?:is\s|nummer\s)?[\d. ]{8,13}\d?|(?<![\d.-])\d{3}[. ]?\d{3}[. ]?\d{3}(?![\d-])|(?<![\d.-])\d{4}[. ]\d{2}[. ]\d{3}(?!\d)",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b")
_ZAAK = re.compile(
    r"\b(?:zaak|dossier|cliënt|parket)nummer\b(?:\s[a-z]+){1,5}?\s(?:[A-Z]{2,4}\s)?\d[\w/.-]+|"
    r"\b(?:zaak|dossier|cliënt|client|parket|meldings?|casus|pv|proces-verbaal|polis|klant|patiënt|v-|registratie|kenmerk|rekest|rol)(?:-?nummer|nr\.?|\snummer|-nr\.?):?\s(?:is\s)?(?=[\w/.-]*\d)[\w/.-]+\b"
    r"|\b(?:zaak|dossier|pv|proces-verbaal|kenmerk)\s(?=[\w/.-]*\d{3})[A-Z0-9][\w/.-]*\b|\bECLI:[A-Z]{2}:[\w:.]+|\bC/\d{2}/\d{5,}\b|\bPL\d{4}-\d{6,}\b|\b\d{2}/\d{6}-\d{2}\b",
    re.IGNORECASE,
)
_LIDWOORDEN = frozenset({"de", "het", "een", "van", "der", "den"})
_NOODNUMMERS = frozenset({"112", "113"})
_CIJFERS_BSN = 9
_CIJFERS_IBAN = 15

_SCHOOLWOORD = (
    r"[Bb]asisschool|[Ss]chool|[Oo]bs|OBS|[Kk]bs|KBS|[Rr]kbs|RKBS|[Pp]cbs|PCBS|[Ss]bo|SBO|[Cc]ollege|[Ll]yceum|[Gg]ymnasium|[Mm]iddelbare school|[Kk]indcentrum"
    r"|[Ii]kc|IKC|[Bb]rede school|[Bb]asisschool|[Kk]inderdagverblijf|[Kk]inderopvang|[Kk]dv|KDV|[Pp]euterspeelzaal|[Cc]rèche|[Vv]oetbalclub|[Ss]portclub|[Hh]ockeyclub|[Tt]urnclub"
    r"|[Tt]ennisclub|[Mm]anege|[Ss]couting|[Ff]anfare|[Hh]armonie|[Ss]chutterij|[Cc]arnavalsvereniging|[Cc]amping|[Vv]akantiepark|[Pp]eutergroep"
    r"|RKVV|RKSV|BSV|VV|SV|FC|HC|[Gg]roep\s\d(?:\s?[a-c])?\svan|[Kk]las\s\d\w?\svan"
)
_SCHOOL = re.compile(
    rf"\b(?:{_SCHOOLWOORD})\s['\"‘“]?(?P<naam>(?:(?:De|Het|['’][tT]|Den|Sint|St\.)\s)?(?:{_HOOFD}[\w'’-]*|'t\s\w+)(?:\s{_HOOFD}[\w'’-]+)*)"
    rf"|\b{_HOOFD}[\w'’-]*(?:college|lyceum|school|schooltje|gymnasium|scholengemeenschap)\b"
    rf"|\b(?:{_HOOFD}[\w'’.-]+\s){{1,2}}(?:College|Lyceum|Gymnasium|Basisschool)\b"
)
_ALGEMENE_SCHOOL = re.compile(
    r"(?:Basis|Middelbare|Hoge|Zondag|Sport|Muziek|Vak|Hoofd|Vrije|Brede|Vmbo-|Mbo-|Dag|Taal|Avond|Voor|Op|Kweek|Vooropleiding)school"
)

# ---- ages ----------------------------------------------------------------------------------------

_LEEFTIJD = re.compile(
    rf"\b(?P<jarig>{_GETAL})-?\s?jarige?\b(?!\s(?:plan|project|aanpak|traject|programma|onderzoek|opleiding|samenwerking|contract|huwelijk"
    r"|relatie|bestaan|jubileum|periode|cyclus|proef|pilot))"
    rf"|\b(?P<oud>{_GETAL})\s(?:jaar|jaren|jr\.?|maanden|weken)\soud\b"
    rf"|\b(?:{_MENS}|leeftijd|hij|zij|ze|ik|was|is)\s(?:van|is|was|werd|wordt)?\s?(?:net\s|pas\s|nog\s(?:maar\s)?|nu\s|toen\s)?(?P<van>{_GETAL}(?:,\s{_GETAL})*(?:\sen\s(?:(?:een|één)\s(?:dochter|zoon)\svan\s)?{_GETAL})?)(?:\s(?:jaar|jr\.?|maanden)\b(?!\s(?:geleden|lang|later|na\b|getrouwd|samen|bij|in\b|gescheiden|bezig|werk|ervaring|schoon|clean|verslaafd))|(?=[,.;)]|\s(?:en|uit|in|die|met)\b))"
    rf"|(?<=\w)\s\((?P<haak>\d{{1,2}})(?:\sjaar)?(?=[),])"
    rf"|(?<=\w),\s(?P<komma>\d{{1,2}})(?:\sjaar)?,",
    re.IGNORECASE,
)
_VAAG = re.compile(
    r"(?:rond(?:\sde)?|ongeveer|circa|ca\.|zo['’]n|bijna|boven(?:\sde)?|onder(?:\sde)?|jonger\sdan|ouder\sdan|vanaf|tot(?:\sen\smet)?|minder\sdan"
    r"|meer\sdan|tussen\sde|minimaal|maximaal|hoogstens|minstens|dan)\s*$",
    re.IGNORECASE,
)
_GROEP = re.compile(
    r"\b(?:alle|veel|vaak|meeste|sommige|per\sjaar|procent|gemiddeld|kinderen\stot|jongeren\s(?:van|tussen)|iedereen|bedoeld\svoor|groep)\b",
    re.IGNORECASE,
)

# ---- rare combinations ----------------------------------------------------------------------------

_LANDAARD = (
    r"(?:Poolse?|Turkse?|Marokkaanse?|Syrische?|Bulgaarse?|Roemeense?|Eritrese?|Somalische?|Oekraïense?|Afghaanse?|Iraanse?|Iraakse?|Irakese?"
    r"|Surinaamse?|Antilliaanse?|Chinese?|Vietnamese?|Filipijnse?|Thaise?|Russische?|Hongaarse?|Portugese?|Spaanse?|Italiaanse?"
    r"|Griekse?|Koerdische?|Ghanese?|Nigeriaanse?|Ethiopische?|Braziliaanse?|Colombiaanse?|Indiase?|Pakistaanse?|Letse?|Litouwse?"
    r"|Eritrees|Syriër|Pools|Turks|Marokkaans|Bulgaars|Roemeens|Somalisch|Koerdisch|Afghaans|Chinees|Oekraïens|Surinaams|Iraans|Portugees|Vietnamees"
    r"|Servische?|Kroatische?|Bosnische?|Albanese?|Armeense?|Georgische?|Tamil|Indonesische?|Molukse?|Egyptische?|Algerijnse?|Tunesische?|Congolese?)"
)
_BEROEP = (
    r"burgemeester|wethouder|raadslid|dominee|pastoor|pastor|imam|notaris|bakker|slager|kapper|kapster|fietsenmaker|dierenarts|tandarts|apotheker"
    r"|directeur|directrice|hoofdmeester|schoolhoofd|koster|dirigent|voorzitter|\w*trainer|\w*coach|eigenaar|eigenaresse|runt\seen\s\w+|boer|boerin|melkveehouder|aspergeteler"
    r"|aspergeboer|champignonkweker|tuinder|wijnboer|brandweerman|brandweercommandant|agent|wijkagent|politieagent|militair|piloot|ondernemer|kroegbaas|cafébaas"
    r"|caféhouder|hotelier|advocaat|rechter|architect|kunstenaar|schrijver|zanger|zangeres|prins\scarnaval|huisarts|leraar|lerares|leerkracht|juf|meester|mijnwerker"
)
_BIJZONDER = (
    r"tweeling(?:en|broer|zus)?|drieling|vierling|doof|dove|doofblind|blind|blinde|rolstoel|dwerggroei|syndroom|spierziekte|taaislijmziekte"
    r"|zeldzame\s(?:ziekte|aandoening)|huntington|duchenne|als\s(?:patiënt)|albino|albinisme|hemofilie|transgender|transvrouw|transman|epilepsie"
    r"|hersentumor|halfzijdig\sverlamd|verlamd|één\sbeen|één\sarm|geamputeerd|gehandicapt|handicap|brandwonden"
)
_KINDEREN = re.compile(
    rf"\b{_GETAL}\s(?:\w+\s)?(?:kinderen|dochters|zonen|zoons|jongens|meisjes)\b[^.!?]{{0,25}}?\b(?:van|leeftijd|\()\s?\(?{_GETAL}(?:\sjaar)?(?:,|\sen)",
    re.IGNORECASE,
)
_VEEL_KINDEREN = re.compile(
    r"\b(?:[6-9]|1\d|zes|zeven|acht|negen|tien|elf|twaalf)\s(?:jonge\s)?kinderen\b", re.IGNORECASE
)
_KENMERKEN = (
    (re.compile(rf"\b{_LANDAARD}\s(?:\w+\s)?(?:{_MENS})\b|\b(?:{_MENS})\s(?:met\seen\s)?{_LANDAARD}\b"), "de herkomst"),
    (re.compile(rf"\b(?:{_BEROEP})\b", re.IGNORECASE), "het beroep"),
    (_KINDEREN, "de leeftijden van de kinderen"),
    (_VEEL_KINDEREN, "het aantal kinderen"),
    (re.compile(rf"\b(?:{_BIJZONDER})\b", re.IGNORECASE), "wat iemand bijzonder maakt"),
)
_HULPBEROEP = re.compile(
    r"(?:huisarts|wijkagent|agent|politieagent|leraar|lerares|leerkracht|juf|meester|wethouder|burgemeester|raadslid|rechter|voorzitter|directeur|coach|trainer|advocaat)",
    re.IGNORECASE,
)
_WOONT = re.compile(
    rf"\b(?:{_MENS}|{_BEROEP}|jarige|zij|ze|hij|ik)\s(?:\w+\s){{0,4}}?(?:uit|te)\s$|\bwo(?:ont|onde|nen|onden)\s(?:\w+\s){{0,3}}?(?:in|te|bij|buiten|vlak\sbij)\s$|\bwoonachtig\s(?:in|te)\s$|\bwoonplaats:?\s(?:is\s)?$"
    rf"|\b(?:{_MENS}|{_BEROEP})\s(?:in|te)\s$",
    re.IGNORECASE,
)
_VOOR_PLAATS = re.compile(r"\b(?:in|uit|te|bij|naar|rond|buiten|vanuit|nabij|van|over)\s$", re.IGNORECASE)
_MEERVOUD = re.compile(
    rf"\b{_LANDAARD}\s(?:\w+\s)?(?:gezinnen|vrouwen|mannen|ouders|kinderen|mensen|werknemers|arbeidsmigranten|moeders|vaders)\b"
)


def _vaste_vormen(tekst: str) -> Iterator[Vondst]:
    for patroon, spoor, raad in _VASTE_VORMEN:
        for gevonden in patroon.finditer(tekst):
            yield _vondst(tekst, gevonden.span(gevonden.lastgroup or 0), spoor, raad)
    for gevonden in _BSN.finditer(tekst):
        if re.search(r"[a-z]", gevonden[0], re.IGNORECASE) or _elfproef(gevonden[0]):
            yield _vondst(tekst, gevonden.span(), Spoor.NUMMER, _RAAD_NUMMER)
    for gevonden in _IBAN.finditer(tekst):
        if _is_iban(gevonden[0]):
            yield _vondst(tekst, gevonden.span(), Spoor.NUMMER, _RAAD_NUMMER)


def _vondst(tekst: str, plek: tuple[int, int], spoor: Spoor, raad: str) -> Vondst:
    woorden = tekst[slice(*plek)].split()
    citaat = " ".join(woorden[:MAX_WOORDEN]).strip(" ,;:") + (" …" if len(woorden) > MAX_WOORDEN else "")
    return Vondst(*plek, spoor, re.sub(r"(?<![A-Z])\.$", "", citaat), raad)


class _Lezing:
    """One reading of a text."""

    def __init__(self, tekst: str, namen: Namen) -> None:
        self.tekst = tekst
        self.namen = namen
        self.woorden = [_Woord(w[0], w.start(), w.end(), _begint(tekst, w.start())) for w in _WOORD.finditer(tekst)]
        self._kaal = [woord.kaal for woord in self.woorden]
        self._bekend = frozenset(self._gevonden(namen.bekend))
        self._plaats = {i: lengte for i, lengte in self._reeksen(namen.plaats) if self._is_plaats(i)}
        grenzen = [0, *(grens.end() for grens in _GRENS.finditer(tekst)), len(tekst)]
        self._zinnen = [(begin, eind) for begin, eind in pairwise(grenzen) if begin < eind]

    def vondsten(self) -> Iterator[Vondst]:
        """Yield all traces that ask for reading the words, in no order; some may overlap."""
        yield from self._straten()
        yield from self._datums()
        yield from self._scholen()
        yield from self._genoemd()
        yield from self._losse_namen()
        yield from self._leeftijden()
        yield from self._combinaties()
        yield from self._woonplaatsen()

    def _vondst(self, begin: int, eind: int, spoor: Spoor, raad: str) -> Vondst:
        return _vondst(self.tekst, (begin, eind), spoor, raad)

    # ---- words that are known ------------------------------------------------------------------------

    def _reeksen(self, reeksen: _Reeksen) -> Iterator[tuple[int, int]]:
        for plek, _woord in enumerate(self.woorden):
            lengte = reeksen.lengte(self._kaal, plek)
            if lengte and any(deel.tekst[0].isupper() for deel in self.woorden[plek : plek + min(lengte, 2)]):
                yield plek, lengte

    def _gevonden(self, reeksen: _Reeksen) -> Iterator[int]:
        """Yield the places of the words that are part of a name that is no person's."""
        for plek, lengte in self._reeksen(reeksen):
            woord = self.woorden[plek]
            if lengte > 1 or woord.tekst.isupper() or woord.kaal not in _voornamen():
                yield from range(plek, plek + lengte)

    def _is_plaats(self, plek: int) -> bool:
        woord = self.woorden[plek]
        if plek in self._bekend or woord.kaal in _NOOIT_EEN_PLAATS:
            return False
        ervoor = self.tekst[max(0, woord.begin - 5) : woord.begin]
        if woord.kaal in _voornamen() and ervoor.endswith(("van ", "bij ", "naar ", "over ")):
            return False
        erachter = bool(_VOOR_PLAATS.search(self.tekst[max(0, woord.begin - 12) : woord.begin]))
        return erachter or (woord.kaal in self.namen.steden and woord.kaal not in _voornamen())

    def _in_plaats(self, plek: int) -> bool:
        return any(begin <= plek < begin + lengte for begin, lengte in self._plaats.items())

    def _zin(self, positie: int) -> tuple[int, int]:
        return next(((b, e) for b, e in self._zinnen if b <= positie < e), (0, len(self.tekst)))

    def _zin_en_buren(self, positie: int) -> tuple[int, int]:
        nummer = next((n for n, (b, e) in enumerate(self._zinnen) if b <= positie < e), 0)
        buren = self._zinnen[max(0, nummer - 1) : nummer + 2]
        return buren[0][0], buren[-1][1]

    def _plaats_in(self, begin: int, eind: int) -> str | None:
        for plek, lengte in self._plaats.items():
            woord = self.woorden[plek]
            instelling = re.search(
                r"\b(?:gemeente|wijkteam|politie|ggd|rechtbank|team|regio)\s$", self.tekst[: woord.begin], re.IGNORECASE
            )
            if begin <= woord.begin < eind and not instelling:
                return self.tekst[woord.begin : self.woorden[plek + lengte - 1].eind]
        return None

    # ---- fixed forms -----------------------------------------------------------------------------------

    def _straten(self) -> Iterator[Vondst]:
        """Yield the names of streets without a number; at the beginning of a sentence only those that can be nothing else."""
        for gevonden in _STRAAT.finditer(self.tekst):
            plek = next((n for n, woord in enumerate(self.woorden) if woord.begin == gevonden.start()), None)
            begint = plek is None or self.woorden[plek].begint or plek in self._bekend
            gewoon = re.fullmatch(r"\w+(?:enweg|erweg)", gevonden[0])
            if gevonden[0].endswith("straat") if begint else not gewoon:
                yield self._vondst(*gevonden.span(), Spoor.ADRES, _RAAD_ADRES)

    def _datums(self) -> Iterator[Vondst]:
        for gevonden in _DATUM.finditer(self.tekst):
            begin, eind = self._zin(gevonden.start())
            if not _GEEN_GEBEURTENIS.search(self.tekst[begin:eind]):
                raad = "schrijf ongeveer wanneer het was, zoals 'in het voorjaar' of 'een paar weken later'"
                yield self._vondst(*gevonden.span(), Spoor.DATUM, raad)

    def _scholen(self) -> Iterator[Vondst]:
        for gevonden in _SCHOOL.finditer(self.tekst):
            woord = next((n for n, w in enumerate(self.woorden) if w.begin >= gevonden.start("naam") >= 0), None)
            naam = gevonden["naam"] or ""
            bekend = woord is not None and naam and (woord in self._bekend or self._in_plaats(woord))
            los = not naam and (_ALGEMENE_SCHOOL.fullmatch(gevonden[0]) or _begint(self.tekst, gevonden.start()))
            if not bekend and not (los and " " not in gevonden[0]) and not re.search(_LANDAARD, naam):
                yield self._vondst(
                    *gevonden.span(),
                    Spoor.SCHOOL,
                    "schrijf alleen wat voor plek het is, zoals 'de school' of 'de sportclub'",
                )

    # ---- names -----------------------------------------------------------------------------------------

    def _genoemd(self) -> Iterator[Vondst]:
        """Yield the names that stand after a form of address, after 'heet', or as initials."""
        for patroon in (_AAN, _LETTER, _HEET, _INITIALEN, _LOSSE_LETTER):
            for gevonden in patroon.finditer(self.tekst):
                plek = next(
                    (n for n, w in enumerate(self.woorden) if w.eind > gevonden.start("naam")), len(self.woorden) - 1
                )
                laatste = next((n for n, w in enumerate(self.woorden) if w.eind >= gevonden.end("naam")), plek)
                geen = (
                    {plek, laatste} & self._bekend
                    or self._in_plaats(plek)
                    or (re.match(r"(?:van|uit|in|te) [A-Z]", gevonden["naam"]) and self._in_plaats(laatste))
                    or re.fullmatch(_LANDAARD, gevonden["naam"])
                )
                if gevonden["naam"].strip() and not geen and not self._gewoon(gevonden["naam"]):
                    begin = gevonden.start("naam") if patroon is _HEET else gevonden.start()
                    yield self._vondst(begin, gevonden.end("naam"), Spoor.NAAM, _RAAD_NAAM)

    @staticmethod
    def _gewoon(naam: str) -> bool:
        return _kaal(naam.strip()) in _GEWONE_HOOFDLETTERS

    def _losse_namen(self) -> Iterator[Vondst]:
        for plek, woord in enumerate(self.woorden):
            if not woord.hoofdletter or plek in self._bekend or self._in_plaats(plek):
                continue
            oordeel = self._oordeel(plek)
            if oordeel is Spoor.NAAM:
                yield self._vondst(woord.begin, self._met_achternaam(plek), Spoor.NAAM, _RAAD_NAAM)
            elif oordeel is Spoor.MISSCHIEN_NAAM:
                raad = "schrijf dan wie het is, zoals 'de moeder' of 'een collega'"
                yield self._vondst(woord.begin, woord.eind, Spoor.MISSCHIEN_NAAM, raad)

    def _oordeel(self, plek: int) -> Spoor | None:
        """Return whether a word with a capital is a person's name, may be one, or is not."""
        woord = self.woorden[plek]
        stam = _kaal(woord.stam)
        volgt = self.woorden[plek + 1] if plek + 1 < len(self.woorden) else None
        if stam in _LIDWOORDEN or stam in _GEWONE_HOOFDLETTERS or _GEWONE_VORM.fullmatch(stam):
            return None
        voornaam = _is_voornaam(stam)
        if voornaam and (stam not in _OOK_EEN_WOORD or not woord.begint):
            return Spoor.NAAM
        if voornaam and volgt and self._achternaam_volgt(woord, volgt):
            return Spoor.NAAM
        if woord.begint or (plek and not self._midden_in_zin(plek)) or self._is_ding(plek):
            return None
        if stam in _achternamen() and self._bij_mens(plek):
            return Spoor.NAAM
        return Spoor.MISSCHIEN_NAAM

    def _midden_in_zin(self, plek: int) -> bool:
        """Tell whether the word stands alone with its capital: in a row of them it is a title or a name of a thing."""
        vorige = self.woorden[plek - 1]
        aaneen = self.tekst[vorige.eind : self.woorden[plek].begin] == " "
        naam_ervoor = aaneen and vorige.tekst[0].isupper() and not vorige.begint and vorige.kaal not in _LIDWOORDEN
        return not naam_ervoor and plek - 1 not in self._bekend

    def _is_ding(self, plek: int) -> bool:
        """Tell whether the form of the word is that of a name of a thing: LevantoGroep, LVB-check, 'Zorg- en'."""
        woord = self.woorden[plek]
        return (
            any(teken.isupper() for teken in woord.tekst.partition("-")[0][1:])
            or self.tekst[woord.eind : woord.eind + 1] == "-"
            or re.search(r"-[a-z]{3,}$", woord.tekst) is not None
        )

    def _bij_mens(self, plek: int) -> bool:
        voor = self.tekst[max(0, self.woorden[plek].begin - 25) : self.woorden[plek].begin]
        return re.search(rf"\b(?:{_MENS})\s(?:{_TUSSEN}){{0,2}}$", voor, re.IGNORECASE) is not None

    def _achternaam_volgt(self, woord: _Woord, volgt: _Woord) -> bool:
        aaneen = self.tekst[woord.eind : volgt.begin] == " "
        rest = self.tekst[woord.eind : woord.eind + 30]
        return aaneen and (
            (volgt.hoofdletter and volgt.kaal not in _GEWONE_HOOFDLETTERS)
            or re.match(rf"\s(?:van|de|den|der|ter|ten)\s(?:(?:de|den|der)\s)?{_NAAM}", rest) is not None
        )

    def _met_achternaam(self, plek: int) -> int:
        gevonden = re.match(rf"(?:\s{_TUSSEN}{{0,3}}{_NAAM}){{0,2}}", self.tekst[self.woorden[plek].eind :])
        return self.woorden[plek].eind + (gevonden.end() if gevonden else 0)

    # ---- ages, places and what is rare ------------------------------------------------------------------

    def _exacte_leeftijden(self) -> Iterator[re.Match[str]]:
        for gevonden in _LEEFTIJD.finditer(self.tekst):
            groep = gevonden.lastgroup or ""
            ervoor = self.tekst[max(0, gevonden.start(groep) - 20) : gevonden.start(groep)]
            begin, eind = self._zin(gevonden.start(groep))
            if gevonden[groep] in _NOODNUMMERS:
                continue
            if not _VAAG.search(ervoor) and not _GROEP.search(self.tekst[begin:eind]):
                yield gevonden

    def _leeftijden(self) -> Iterator[Vondst]:
        for gevonden in self._exacte_leeftijden():
            groep = gevonden.lastgroup or ""
            begin, eind = self._zin(gevonden.start(groep))
            plaats = self._plaats_in(begin, eind)
            dag = _DATUM.search(self.tekst, begin, eind) or re.search(
                r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\s(?:19|20)\d\d\b",
                self.tekst[begin:eind],
            )
            samen = f"de plaats ({plaats})" if plaats else "de datum" if dag else ""
            ongeveer = "schrijf ongeveer hoe oud iemand is, zoals 'een jong kind' of 'rond de veertig'"
            raad = f"noem die niet samen met {samen}, maar {ongeveer}" if samen else ongeveer
            spoor = Spoor.LEEFTIJD if samen else Spoor.LOSSE_LEEFTIJD
            span = gevonden.span(groep) if groep in {"haak", "komma"} else gevonden.span()
            yield self._vondst(*span, spoor, raad)

    def _combinaties(self) -> Iterator[Vondst]:
        """Yield what together with a place points at one person or family."""
        for patroon, wat in _KENMERKEN:
            for gevonden in patroon.finditer(self.tekst):
                begin, eind = self._zin_en_buren(gevonden.start())
                plaats = self._plaats_in(begin, eind)
                if plaats is None or _MEERVOUD.search(gevonden[0]) or self._gewone_hulp(gevonden, plaats, wat):
                    continue
                raad = f"{wat} en de plaats ({plaats}) wijzen samen misschien één mens of gezin aan; laat een van de twee weg"
                yield self._vondst(*gevonden.span(), Spoor.COMBINATIE, raad)

    def _gewone_hulp(self, gevonden: re.Match[str], plaats: str, wat: str) -> bool:
        """Tell whether it is somebody who helps, or a place too far off, so that it tells nothing of the people in the story."""
        if wat != "het beroep":
            return False
        begin, eind = self._zin(gevonden.start())
        dichtbij = plaats in self.tekst[begin:eind]
        return not dichtbij or (_HULPBEROEP.fullmatch(gevonden[0]) is not None and _kaal(plaats) in self.namen.steden)

    def _woonplaatsen(self) -> Iterator[Vondst]:
        for plek, lengte in self._plaats.items():
            begin, eind = self.woorden[plek].begin, self.woorden[plek + lengte - 1].eind
            if _WOONT.search(self.tekst[max(0, begin - 60) : begin]):
                klein = _kaal(self.tekst[begin:eind]) not in self.namen.steden
                spoor = Spoor.COMBINATIE if klein else Spoor.WOONPLAATS
                yield self._vondst(begin, eind, spoor, "laat de woonplaats weg, of schrijf 'in de regio'")


def _is_voornaam(stam: str) -> bool:
    namen = _voornamen()
    return stam in namen or (
        stam.endswith("s") and len(stam) >= MIN_MET_S and stam[:-1] in namen and stam not in _OOK_EEN_WOORD
    )


def _elfproef(tekst: str) -> bool:
    cijfers = [int(teken) for teken in tekst if teken.isdigit()]
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return (
        len(cijfers) == _CIJFERS_BSN
        and any(cijfers)
        and sum(c * g for c, g in zip(cijfers, gewichten, strict=True)) % 11 == 0
    )


def _is_iban(tekst: str) -> bool:
    kaal = re.sub(r"\s", "", tekst)
    cijfers = "".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])
    return len(kaal) >= _CIJFERS_IBAN and int(cijfers) % 97 == 1


_RAAD_NAAM = "schrijf wie het is, zoals 'de moeder', 'een buurman' of 'de huisarts'"
_RAAD_NUMMER = "haal het weg, want het wijst één mens of zaak aan"
_RAAD_ADRES = "haal het adres weg, of schrijf 'in de buurt'"
_RAAD_CONTACT = "haal dit weg; noem alleen hoe iemand een organisatie bereikt"
_VASTE_VORMEN = (
    (_GEBOREN, Spoor.GEBOORTEDATUM, "laat de geboortedatum weg, of schrijf ongeveer hoe oud iemand is"),
    (_POSTCODE, Spoor.ADRES, "haal de postcode weg"),
    (_STRAATNUMMER, Spoor.ADRES, _RAAD_ADRES),
    (_HUIS, Spoor.ADRES, _RAAD_ADRES),
    (_KENTEKEN, Spoor.KENTEKEN, "haal het kenteken weg"),
    (_TELEFOON, Spoor.CONTACT, _RAAD_CONTACT),
    (_EMAIL, Spoor.CONTACT, _RAAD_CONTACT),
    (_SOCIAAL, Spoor.CONTACT, _RAAD_CONTACT),
    (_ZAAK, Spoor.NUMMER, _RAAD_NUMMER),
)

_NOOIT_EEN_PLAATS = _woorden(
    "huis thuis school plan regio limburg zorg hulp werk dorp stad buren end veen ham wijk berg veld oost west noord zuid midden"
)
_GEWONE_VORM = re.compile(
    r".*(?:wet|raad|team|plan|dag|week|centrum|punt|huis|lijn|code|stichting|vereniging|dienst|tafel|ministerie|rechtbank|talig|talige"
    r"|landen|lands|landse?)"
)
_GEWONE_HOOFDLETTERS = _woorden(
    "nederland nederlands nederlandse nederlander limburg limburgs limburgse zuid-limburg noord-limburg midden-limburg noord zuid midden"
    " belgië belgisch belgische duitsland duits duitse europa europees europese engels engelse frans franse polen pools poolse turkije turks"
    " turkse marokko marokkaans marokkaanse syrië syrisch syrische bulgarije bulgaars bulgaarse roemenië roemeens roemeense oekraïne"
    " oekraïens oekraïense eritrea eritrees eritrese vietnam vietnamees vietnamese thais thaise filipijns filipijnse ghanees ghanese albanees albanese servisch servische somalië somalisch somalische afghanistan afghaans afghaanse arabisch arabische berber tigrinya russisch russische"
    " spaans spaanse italiaans italiaanse portugees portugese chinees chinese surinaams surinaamse suriname antilliaans antilliaanse irak"
    " iran iraans iraanse koerdisch koerdische hongaars hongaarse grieks griekse randstad oranje maas brabant gelderland euregio"
    " god allah islam islamitisch islamitische christelijk christelijke katholiek katholieke joods joodse moslim bijbel koran ramadan kerstmis kerst pasen pinksteren"
    " suikerfeest offerfeest sinterklaas koningsdag carnaval vastelaovend hemelvaart advent"
    " whatsapp facebook instagram google teams zoom snapchat tiktok youtube signal skype linkedin twitter netflix word excel iphone android internet covid"
    " corona marktplaats tinder buienradar funda"
    " wmo jeugdwet wkkgz aanpak regiovisie uitvoeringsplan samen zien leren werken doen veilig thuis lokale lokaal regionale landelijke"
    " januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag"
    " zaterdag zondag rijk gemeente provincie tweede eerste kamer ministerie raad koning koningin minister staat"
    " beginnen bekend bang beschermen bespreken zorgen blijven volgen u uw ik je jij wij"
)
"""Words that are written with a capital and are nobody's name."""


def van_een_mens(contact: str) -> bool:
    """Tell whether a number, address or account is that of a person, and not of an organisation."""
    if "@" in contact and "." in contact.rpartition("@")[2]:
        naam = contact.partition("@")[0]
        delen = [_kaal(deel) for deel in re.split(r"[._-]", naam) if deel]
        return not _FUNCTIE_MAIL.match(contact) and any(deel in _voornamen() for deel in delen)
    return _MOBIEL.match(contact) is not None
