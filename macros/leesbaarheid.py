"""How easily a Dutch help page reads: the text of a Markdown page goes in, its sentences and what to improve come out.

Plain pattern work: it knows no grammar, so what it says of the passive voice is advice. What it measures (words,
sentences) and what it misses in brackets (the full name of an abbreviation) is exact enough to hold a page to.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from macros.model import Begrip

MAX_WOORDEN = 20
"""The words of a sentence; a heading and a list item are sentences too."""

MAX_GEMIDDELD = 12
"""The average over the sentences of a page."""

MAX_LETTERS = 15
"""The letters of a word, or of each part of a word with a hyphen."""


class Soort(StrEnum):
    """What a finding is about; the values are how a summary names them."""

    ZIN = "lange zinnen"
    GEMIDDELDE = "gemiddelde"
    WOORD = "lange woorden"
    LIJDEND = "lijdende vorm"
    AFKORTING = "afkortingen zonder uitleg"
    BEGRIP = "begrippen zonder uitleg"


@dataclass(frozen=True, order=True)
class Bevinding:
    """Something that reads less easily than it can, where it stands, and what to write instead."""

    regel: int
    kolom: int
    soort: Soort
    tekst: str


@dataclass(frozen=True)
class Zin:
    """A sentence without its markup; a macro shows as `…` and counts as one word."""

    regel: int
    kolom: int
    woorden: int
    tekst: str


@dataclass(frozen=True)
class Verslag:
    """How a page reads: its sentences and its findings, both in the order of the page."""

    zinnen: tuple[Zin, ...]
    bevindingen: tuple[Bevinding, ...]

    @property
    def gemiddeld(self) -> float:
        """The words of an average sentence; 0 for a page without sentences."""
        return sum(zin.woorden for zin in self.zinnen) / len(self.zinnen) if self.zinnen else 0.0

    @property
    def langste(self) -> int:
        """The words of the longest sentence; 0 for a page without sentences."""
        return max((zin.woorden for zin in self.zinnen), default=0)

    def aantal(self, *soorten: Soort) -> int:
        """Return how many findings are of these kinds."""
        return sum(bevinding.soort in soorten for bevinding in self.bevindingen)


def lees(tekst: str, begrippen: Iterable[Begrip] = ()) -> Verslag:
    """Return how the text of a Markdown page reads, given the list of terms that a reader may not know."""
    return _Lezer(tekst, tuple(begrippen)).verslag()


# --------------------------------------------------------------------------------------------------
# From Markdown to the words that a reader sees, each character with its place in the page
# --------------------------------------------------------------------------------------------------

_MACRO = "\ufffc"
_OPMAAK = re.compile(
    r"""
    (?P<hoofd>\A\ufeff?---[ ]*\r?\n.*?\n---[ ]*(?:\r?\n|\Z))
  | <(?P<adres>(?:https?://|mailto:)[^<>\s]+)>
  | (?P<weg><!--.*?-->|\{\#.*?\#\}|\{%.*?%\}|\{:[^}\n]*\}|^[ ]*(?P<hek>```+|~~~+).*?^[ ]*(?P=hek)[ ]*$
        |\[\^[^\]\n]+\](?!:)|</?[A-Za-z][^<>]*>|\r|\u00ad)
  | (?P<macro>\{\{.*?\}\})
  | (?P<link>!?\[(?P<linktekst>(?>\{\{(?:(?!\}\}).)*\}\}|(?!\{\{|\n\s*\n)[^\[\]])*+)\]
        (?:\((?>\{\{(?:(?!\}\}).)*\}\}|\([^()\n]*\)|(?!\{\{)[^()\n])*+\)|\[[^\]\n]*\]))
  | \\(?P<letterlijk>[\\`*_{}\[\]()\#+\-.!|<>~])
  | (?P<teken>&\#?\w+;)
  | (?P<nadruk>\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|~~|`+)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)

_Teken = tuple[str, int, bool]
"""A character that a reader sees, its position in the page, and whether it is part of a link."""


def _zichtbaar(tekst: str, begin: int, eind: int, *, link: bool = False) -> Iterator[_Teken]:
    hier = begin
    for gevonden in _OPMAAK.finditer(tekst, begin, eind):
        yield from ((tekst[plek], plek, link) for plek in range(hier, gevonden.start()))
        hier = gevonden.end()
        soort, plek = gevonden.lastgroup, gevonden.start()
        if gevonden["hoofd"] is not None:
            yield "\n", plek, False
        elif gevonden["macro"] is not None and gevonden["link"] is None:
            yield _MACRO, plek, link
        elif gevonden["link"] is not None:
            yield from _zichtbaar(tekst, *gevonden.span("linktekst"), link=True)
        elif soort in {"adres", "letterlijk"}:
            yield from ((tekst[plek], plek, link) for plek in range(*gevonden.span(soort)))
        elif gevonden["teken"] is not None:
            yield from ((teken, plek, link) for teken in html.unescape(gevonden["teken"]))
    yield from ((tekst[plek], plek, link) for plek in range(hier, eind))


@dataclass(frozen=True)
class _Blok:
    """A heading, a paragraph, a list item or a cell of a table: what a sentence never runs out of."""

    tekst: str
    plekken: tuple[int, ...]
    links: tuple[bool, ...]


_KOP = re.compile(r"\s{0,3}#{1,6}\s+|\s*(?:!!!|\?\?\?\+?)\s+[\w-]+\s*")
_STREEP = re.compile(r"\s*(?:(?:[-*_]\s*){3,}|=+|-+)")
_VERWIJZING = re.compile(r"\s*\[(?!\^)[^\]]+\]:\s")
_PUNT = re.compile(r"\s*(?:[-*+]|:|\[\^[^\]]+\]:)\s+(?:\[[ xX]\]\s+)?")
_NUMMER = re.compile(r"\s*\d{1,3}[.)]\s+")
_TABELSTREEP = re.compile(r"[\s|:-]+")


class _Blokken:
    """Gathers the lines of a page into blocks."""

    def __init__(self) -> None:
        self.klaar: list[_Blok] = []
        self._blok: list[_Teken] = []
        self._in_lijst = False

    def sluit(self) -> None:
        """End the block that is open."""
        if self._blok:
            tekens, plekken, links = zip(*self._blok, strict=True)
            self.klaar.append(_Blok("".join(tekens), plekken, links))
        self._blok = []

    def neem(self, tekens: list[_Teken]) -> None:
        """Take one line."""
        regel = "".join(teken for teken, _, _ in tekens)
        while citaat := re.match(r"\s*>\s?", regel):
            regel, tekens = regel[citaat.end() :], tekens[citaat.end() :]
        kop, nummer = _KOP.match(regel), _NUMMER.match(regel)
        if not regel.strip() or _STREEP.fullmatch(regel) or _VERWIJZING.match(regel):
            self.sluit()
        elif kop:
            self.sluit()
            self._blok = tekens[kop.end() :]
            self.sluit()
            self._in_lijst = False
        elif regel.lstrip().startswith("|"):
            self._tabelregel(regel, tekens)
        elif punt := _PUNT.match(regel) or (nummer if nummer and (self._in_lijst or not self._blok) else None):
            self.sluit()
            self._in_lijst = True
            self._blok = tekens[punt.end() :]
        else:
            if not self._blok and not regel[0].isspace():
                self._in_lijst = False
            tussen = [(" ", tekens[0][1], False)] if self._blok else []
            self._blok += [*tussen, *tekens]

    def _tabelregel(self, regel: str, tekens: list[_Teken]) -> None:
        self.sluit()
        begin = 0
        for grens in [] if _TABELSTREEP.fullmatch(regel) else [*re.finditer(r"\||\Z", regel)]:
            self._blok = tekens[begin : grens.start()]
            self.sluit()
            begin = grens.end()


def _blokken(tekst: str) -> tuple[_Blok, ...]:
    blokken = _Blokken()
    regel: list[_Teken] = []
    for teken in (*_zichtbaar(tekst, 0, len(tekst)), ("\n", len(tekst), False)):
        if teken[0] == "\n":
            blokken.neem(regel)
            regel = []
        else:
            regel.append(teken)
    blokken.sluit()
    return tuple(blokken.klaar)


# --------------------------------------------------------------------------------------------------
# From blocks to sentences and words
# --------------------------------------------------------------------------------------------------

_EINDE = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)""")
_SITE = r"(?:[a-z0-9-]+\.)+(?:nl|be|com|eu|org|net)\b"
_KLEIN_BEGIN = re.compile(rf"{_SITE}|['’][stn]\s", re.IGNORECASE)
_MET_PUNTEN = re.compile(r"(?:[^\W\d_]{1,3}\.){2,}")
_VERKORT = re.compile(
    r"(?:bijv|bv|ca|dhr|dr|drs|evt|excl|incl|ing|max|min|mevr|mr|mw|nl|nr|nrs|prof|resp|st|tel|vgl|zgn)\."
)
_VERKORT_AAN_HET_EIND = frozenset({"a.u.b.", "e.a.", "e.d.", "enz.", "etc.", "jl."})


def _is_einde(tekst: str, punt: re.Match[str]) -> bool:
    """Tell whether a sentence ends at these marks, and not just an abbreviation or a quotation."""
    rest = tekst[punt.end() :].lstrip()
    begin = rest.lstrip("\"'“‘«([")[:1]
    is_klein = begin.islower() and not _KLEIN_BEGIN.match(rest)
    *_, woord = re.split(r"[\s(\[\"'“‘]", tekst[: punt.end()].rstrip("\"'”’»)]").casefold())
    if woord in _VERKORT_AAN_HET_EIND:
        return not is_klein
    verkort = _VERKORT.fullmatch(woord) or (_MET_PUNTEN.fullmatch(woord) and not re.match(_SITE, woord))
    return not is_klein and not verkort


def _stukken(tekst: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a block begins and ends; what holds no word of its own is no sentence."""
    begin = 0
    grenzen = [punt.end() for punt in _EINDE.finditer(tekst) if _is_einde(tekst, punt)]
    for grens in [*grenzen, len(tekst)]:
        stuk = tekst[begin:grens]
        if any(teken.isalnum() for teken in stuk):
            yield begin + len(stuk) - len(stuk.lstrip()), begin + len(stuk.rstrip())
        begin = grens


def _woorden(tekst: str) -> Iterator[re.Match[str]]:
    for gevonden in re.finditer(r"\S+", tekst):
        if any(teken.isalnum() or teken == _MACRO for teken in gevonden[0]):
            yield gevonden


# --------------------------------------------------------------------------------------------------
# What may be hard to read
# --------------------------------------------------------------------------------------------------

_GEWONE_DELEN = (
    "alarm|arbeid|arts|bescherming|besnijdenis|beweging|bureau|centrale|contact|crisis|dienst|dwang|familie|financieel"
    "|financiële|gegevens|gemeente|gesprek|gezin|gezondheid|handel|huis|hulp|huwelijk|identiteit|inspectie|jeugd|jongeren"
    "|kaart|kinder|kracht|leer|maatschappelijk|medewerker|meisjes|mensen|mishandeling|nummer|opening|opvang|ouder|ouderen"
    "|papieren|partner|persoon|politie|praktijk|preventie|privacy|psycholoog|rechter|rekening|school|seksueel|slachtoffer"
    "|telefoon|tijden|uitbuiting|verblijf|verlener|verlening|vertrouwen|vrouwen|werk|werker|zelfmoord|zorg"
)
_GEWOON = re.compile(rf"(?:(?:{_GEWONE_DELEN})(?:en|s|n)?){{2,}}")
"""A compound of everyday words: long, and still read at a glance."""

_AFKORTING = re.compile(
    r"(?<![\w@./])(?:[a-z]{1,2}(?=[A-Z]{2}))?(?=[\dA-Z]*(?:[/&][\dA-Z]+)*)"
    r"(?=[\d/&]*[A-Z][\d/&]*[A-Z])[\dA-Z]+(?:[/&][\dA-Z]+)*\+*(?![^\W_])"
)
GEEN_AFKORTING = frozenset({"112NL"})

_KLEINE_WOORDEN = frozenset(
    {"aan", "bij", "de", "der", "en", "het", "in", "met", "of", "om", "op", "te", "tot", "van", "voor"}
)

_LEGT_UIT_ERNA = re.compile(
    r"\s*(?:\([^()\s]+\s[^()]*\)|:\s|,\s(?:een|dat\sis|oftewel|ofwel|wat\sbetekent)\s|(?:\([^()]*\)\s)?"
    r"(?:(?:is|zijn)\s(?:een|de|het)|betekent|houdt\sin|wil\szeggen|gaat\sover)\b"
    r"|[^.!?]*[.!?]\s(?:Dat|Dit)\s(?:is|zijn|betekent|houdt\sin)\b)"
)
_LEGT_UIT_ERVOOR = re.compile(
    r"\b(?:heet|heten|noemen\s(?:we|wij)|noem\sje)\s(?:(?:dat|dit|ook|wel|een|de|het)\s)*\W?$"
)

_ZIJN = frozenset({"ben", "bent", "is", "was", "waren", "zijn"})
_WORDEN = frozenset({"werd", "werden", "word", "worden", "wordt"})
_HEBBEN = frozenset({"had", "hadden", "heb", "hebben", "hebt", "heeft"})
_DEELZIN = re.compile(
    r"[,;:()?!.]|\b(?:als|die|dat|en|maar|nadat|of|omdat|terwijl|voordat|want|zodat)\b", re.IGNORECASE
)
_DEELWOORD = re.compile(
    r"(?:aan|achter|af|bij|door|in|lastig|los|mee|na|neer|om|op|open|over|samen|tegen|terug|toe|uit|vast|voor|weg)?"
    r"ge\w{2,}(?:d|t|en)|\w*ge(?:d|g)aan|\w*gezien|(?:be|door|er|her|mis|ont|onder|over|ver)\w{3,}d"
    r"|bedacht|bedrogen|beperkt|bereikt|beschreven|besproken|bestraft|bewaakt|bewezen|bezocht|doorverwezen|onderdrukt"
    r"|onderzocht|ontdekt|ontnomen|ontslagen|ontvangen|overvallen|verborgen|verboden|verbroken|verdreven|verkocht"
    r"|verkracht|verlaten|verplaatst|verrast|verstopt|verwacht|verwezen"
)
_GEEN_DEELWOORD = re.compile(
    r"\w+heid|bekend|beleid|bereid|beroemd|bestand|bevriend|gebaren|gebeuren|gebied|gebieden|gebruiken|gedachten|gedragen"
    r"|geduld|geen|gehandicapt|geheimen|geld|gelden|geleden|geloven|geluid|gemeenten|genezen|genieten|gerecht|gerust|geschikt"
    r"|gesprekken|getuigen|gevaren|geven|gevoelens|gevolgen|geweld|gewend|gewicht|gewoonten|gezicht|gezichten|gezinnen|gezond"
    r"|ondergrond|overhand|verband|verliefd|verraad|verstand|verwend"
)
_TOESTAND = re.compile(
    r"aangekomen|begonnen|bedoeld|betrokken|gebeurd|gebleven|geboren|gegaan|gegroeid|gekomen|gelukt|geopend|gericht|gescheiden"
    r"|geschrokken|gesloten|gestopt|gestorven|getrouwd|gevallen|geweest|gewond|geworden|overleden|veranderd|verboden|verdwenen"
    r"|verhuisd|vermoeid|verplicht|verslaafd|vertrokken|verward|weggegaan"
)
"""What somebody or something simply is or has become, without anybody doing it."""


class _Lezer:
    """One reading of a page."""

    def __init__(self, tekst: str, begrippen: tuple[Begrip, ...]) -> None:
        self.blokken = _blokken(tekst)
        self.begrippen = begrippen
        self._regels = [0, *(gevonden.end() for gevonden in re.finditer("\n", tekst))]
        self._macrowoorden = frozenset(
            woord for macro in re.findall(r"\{\{.*?\}\}", tekst, re.DOTALL) for woord in re.findall(r'"([^"]*)"', macro)
        )

    def verslag(self) -> Verslag:
        """Look at the whole page."""
        zinnen = tuple(zin for blok in self.blokken for zin in self._zinnen(blok))
        bevindingen = [
            *self._lange_zinnen(zinnen),
            *self._lange_woorden(),
            *self._lijdend(),
            *self._afkortingen(),
            *self._begrippen(),
        ]
        return Verslag(zinnen, tuple(sorted(bevindingen)))

    def _plek(self, blok: _Blok, positie: int) -> tuple[int, int]:
        plek = blok.plekken[positie]
        regel = bisect_right(self._regels, plek)
        return regel, plek - self._regels[regel - 1] + 1

    def _bevinding(self, blok: _Blok, positie: int, soort: Soort, tekst: str) -> Bevinding:
        return Bevinding(*self._plek(blok, positie), soort, tekst)

    def _zinnen(self, blok: _Blok) -> Iterator[Zin]:
        for begin, eind in _stukken(blok.tekst):
            tekst = blok.tekst[begin:eind]
            woorden = sum(1 for _ in _woorden(tekst))
            yield Zin(*self._plek(blok, begin), woorden, " ".join(tekst.replace(_MACRO, "…").split()))

    @staticmethod
    def _lange_zinnen(zinnen: tuple[Zin, ...]) -> Iterator[Bevinding]:
        for zin in zinnen:
            if zin.woorden > MAX_WOORDEN:
                yield Bevinding(
                    zin.regel,
                    zin.kolom,
                    Soort.ZIN,
                    f"deze zin telt {zin.woorden} woorden; maak er twee zinnen van, elk van hoogstens {MAX_WOORDEN} woorden",
                )
        woorden = sum(zin.woorden for zin in zinnen)
        if woorden > MAX_GEMIDDELD * len(zinnen):
            yield Bevinding(
                zinnen[0].regel,
                zinnen[0].kolom,
                Soort.GEMIDDELDE,
                f"de zinnen van deze pagina tellen samen {woorden} woorden, meer dan gemiddeld {MAX_GEMIDDELD}; "
                "maak de langste zinnen korter",
            )

    def _lange_woorden(self) -> Iterator[Bevinding]:
        eerder: set[str] = set()
        for blok in self.blokken:
            for gevonden in re.finditer(r"[^\W\d_]+", blok.tekst):
                woord = gevonden[0].casefold()
                if len(woord) <= MAX_LETTERS or woord in eerder or _in_adres(blok.tekst, gevonden):
                    continue
                eerder.add(woord)
                if not _GEWOON.fullmatch(woord) and not any(self._uitleg(re.escape(woord))):
                    yield self._bevinding(
                        blok,
                        gevonden.start(),
                        Soort.WOORD,
                        f"'{gevonden[0]}' telt {len(woord)} letters; schrijf een korter woord of leg het uit",
                    )

    def _lijdend(self) -> Iterator[Bevinding]:
        for blok in self.blokken:
            for begin, eind in _stukken(blok.tekst):
                gevonden = _lijdende_vorm(blok.tekst[begin:eind])
                if gevonden:
                    positie, vorm = gevonden
                    yield self._bevinding(
                        blok,
                        begin + positie,
                        Soort.LIJDEND,
                        f"lijdende vorm ('{vorm}'); schrijf liever wie het doet",
                    )

    # ---- abbreviations and terms -------------------------------------------------------------------

    def _afkortingen(self) -> Iterator[Bevinding]:
        namen = {begrip.afkorting: begrip.term for begrip in self.begrippen if begrip.afkorting}
        eerder: set[str] = set()
        for blok in self.blokken:
            for begin, eind in _afkortingen_in(blok.tekst, namen):
                afkorting = blok.tekst[begin:eind]
                if afkorting in eerder:
                    continue
                eerder.add(afkorting)
                naam = namen.get(afkorting)
                if not _voluit(blok.tekst, begin, eind, naam):
                    yield self._bevinding(
                        blok,
                        begin,
                        Soort.AFKORTING,
                        f"'{afkorting}' wordt niet uitgelegd; schrijf hier '{naam or 'de volle naam'} ({afkorting})', "
                        "of laat de afkorting weg",
                    )

    def _begrippen(self) -> Iterator[Bevinding]:
        namen = {begrip.term.partition(" (")[0].casefold(): begrip for begrip in self.begrippen}
        termen = [re.escape(term) for term in sorted(namen, key=len, reverse=True) if not _is_afkorting(namen[term])]
        patroon = re.compile(rf"(?<![\w-])({'|'.join(termen)})(?:\w?en|n|s)?(?![\w-])", re.IGNORECASE)
        eerste: dict[str, tuple[_Blok, re.Match[str]]] = {}
        for blok in self.blokken if termen else ():
            for gevonden in patroon.finditer(blok.tekst):
                eerste.setdefault(gevonden[1].casefold(), (blok, gevonden))
        for term, (blok, gevonden) in eerste.items():
            kenmerken = {namen[term].id, re.sub(r"[^a-z0-9]+", "-", term)}
            if not kenmerken & self._macrowoorden and not any(self._uitleg(re.escape(term), ook_links=True)):
                yield self._bevinding(
                    blok,
                    gevonden.start(),
                    Soort.BEGRIP,
                    f"'{gevonden[0]}' staat in de begrippenlijst en wordt hier niet uitgelegd; leg het uit in een zin, "
                    "of maak er een link van",
                )

    def _uitleg(self, patroon: str, *, ook_links: bool = False) -> Iterator[bool]:
        """Yield per place where the words stand whether they are explained there, or linked."""
        for blok in self.blokken:
            for gevonden in re.finditer(
                rf"(?<![\w-]){patroon}(?:\w?en|n|s)?(?![\w-])[\"'”’]?", blok.tekst, re.IGNORECASE
            ):
                yield (
                    (ook_links and blok.links[gevonden.start()])
                    or _LEGT_UIT_ERNA.match(blok.tekst, gevonden.end()) is not None
                    or _LEGT_UIT_ERVOOR.search(blok.tekst[: gevonden.start()]) is not None
                )


def _in_adres(tekst: str, gevonden: re.Match[str]) -> bool:
    """Tell whether the word is part of a web or e-mail address."""
    voor = re.split(r"\s", tekst[: gevonden.start()])[-1]
    na = re.split(r"\s", tekst[gevonden.end() :])[0]
    return bool(re.search(rf"@|://|{_SITE}", voor + gevonden[0] + na, re.IGNORECASE))


def _is_afkorting(begrip: Begrip) -> bool:
    return _AFKORTING.fullmatch(begrip.term) is not None


def _afkortingen_in(tekst: str, namen: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Yield where abbreviations stand: what is written in capitals, and what the list of terms has as such."""
    lijst = "|".join(re.escape(naam) for naam in sorted(namen, key=len, reverse=True))
    uit_lijst = re.compile(rf"(?<![\w@./-])(?:{lijst})(?![^\W_])") if lijst else None
    plekken = {gevonden.span() for gevonden in uit_lijst.finditer(tekst)} if uit_lijst else set()
    bezet = {plek for begin, eind in plekken for plek in range(begin, eind)}
    plekken |= {
        gevonden.span()
        for gevonden in _AFKORTING.finditer(tekst)
        if gevonden[0] not in GEEN_AFKORTING and gevonden.start() not in bezet
    }
    yield from sorted(plekken)


def _voluit(tekst: str, begin: int, eind: int, naam: str | None) -> bool:
    """Tell whether the full name stands beside the abbreviation, one of them in brackets, or what it is comes next."""
    letters = re.findall(r"[a-z0-9]", tekst[begin:eind].casefold())
    voor, na = tekst[:begin].casefold(), tekst[eind:].casefold()
    haakje = re.search(r"\((?:afgekort|kortweg|ook|ook wel)?:?\s*$", voor)
    if haakje and re.match(r"\s*[),;]", na):
        woorden = re.findall(r"[^\W_]+", voor[: haakje.start()])[-2 * len(letters) - 4 :]
        return any(_is_naam(woorden[plek:], letters, naam) for plek in range(len(woorden)))
    erna = re.match(r"(?:['’-]\w+)?[\"'”’]?\s*(?:\(([^()]*)\)|\.\s+(dat\s(?:is|betekent)\s))", na)
    if not erna:
        return False
    uitleg = erna[1] or erna[2]
    return re.match(r"(?:dat\s(?:is|betekent)|de|een|het)\s", uitleg) is not None or _is_naam(
        re.findall(r"[^\W_]+", uitleg), letters, naam
    )


def _is_naam(woorden: list[str], letters: list[str], naam: str | None) -> bool:
    """Tell whether the abbreviation stands for these words: each begins with a letter of it, and may hold the next ones."""
    if naam and woorden == re.findall(r"[^\W_]+", naam.casefold()):
        return True
    verbruikt = {0}
    for woord in woorden:
        nu = set(verbruikt) if woord in _KLEINE_WOORDEN and verbruikt != {0} else set()
        for begin in verbruikt:
            plek = 0 if letters[begin : begin + 1] == [woord[0]] else -1
            for eind in range(begin + 1, len(letters) + 1):
                if plek < 0:
                    break
                nu.add(eind)
                plek = woord.find("".join(letters[eind : eind + 1]), plek + 1)
        verbruikt = nu
    return len(letters) in verbruikt


def _lijdende_vorm(zin: str) -> tuple[int, str] | None:
    """Return where the first passive construction of a sentence stands, and its two words in their order."""
    grenzen = [0, *(plek for gevonden in _DEELZIN.finditer(zin) for plek in gevonden.span()), len(zin)]
    for begin, eind in zip(grenzen[::2], grenzen[1::2], strict=True):
        woorden = [(begin + w.start(), w[0]) for w in re.finditer(r"[\w'’-]+", zin[begin:eind])]
        kaal = [woord.casefold() for _, woord in woorden]
        is_zijn = not _HEBBEN.intersection(kaal)
        for plek, hulp in enumerate(kaal):
            if hulp not in (_WORDEN | _ZIJN if is_zijn else _WORDEN) or _vraag_aan_lezer(kaal[plek : plek + 2]):
                continue
            deelwoord = next((w for w, woord in enumerate(kaal) if _is_deelwoord(woord, naast=hulp)), None)
            if deelwoord is not None:
                (_, eerste), (_, tweede) = sorted((woorden[plek], woorden[deelwoord]))
                tussen = " " if abs(plek - deelwoord) == 1 else " … "
                return woorden[plek][0], f"{eerste}{tussen}{tweede}"
    return None


def _vraag_aan_lezer(woorden: list[str]) -> bool:
    """Tell whether the reader is asked what happens to her: 'Word je geslagen?' needs nobody who does it."""
    return woorden[0] in {"ben", "werd", "word"} and woorden[1:] in (["je"], ["jij"])


def _is_deelwoord(woord: str, *, naast: str) -> bool:
    if _GEEN_DEELWOORD.fullmatch(woord) or (naast in _ZIJN and _TOESTAND.fullmatch(woord)):
        return False
    return _DEELWOORD.fullmatch(woord) is not None
