"""The pages in `docs/` as the gate sees them: their head, and whether each macro they call can answer.

Without this check a slip in a page would only show halfway through a build, without its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros import yamlplaats
from macros.model import Bekend, bedoelde_u
from macros.yamlplaats import Plek, kort, plek_in_tekst

MACROS: Mapping[str, tuple[str, ...]] = {
    "actueel": (),
    "begrippen": (),
    "bel": ("nummer",),
    "bronnen": (),
    "contact": (),
    "controledatum": ("tekst", "tekst"),
    "gemeente": ("gemeente",),
    "gemeenten": (),
    "item": (),
    "items": ("soort",),
    "kaarten": ("contactfeit...",),
    "let_op": ("tekst...",),
    "nummerkaart": (),
    "organisatie": ("organisatie",),
    "organisaties": (),
    "plannen": (),
    "regio": ("regio",),
    "sporen": (),
    "redactieregels": (),
    "thema": ("thema",),
    "themas": (),
    "trefwoorden": (),
    "veilig_thuis_zoeker": (),
    "vergelijking": (),
    "website": ("website",),
    "activiteit": ("plan", "activiteit"),
    "activiteiten": ("plan",),
    "activiteitkop": ("plan", "activiteit"),
    "activiteitrisicos": ("plan",),
    "ambitie": ("plan",),
    "begroting": ("plan",),
    "cijfers": ("plan",),
    "communicatieambitie": ("plan",),
    "communicatiestrategie": ("plan",),
    "deelambities": ("plan", "lijn"),
    "evaluatie": ("plan",),
    "financien": ("plan",),
    "geleverd": ("plan",),
    "governance": ("plan",),
    "indicatoren": ("plan",),
    "kanttekeningen": ("plan",),
    "kennisvormen": ("plan",),
    "lijnacties": ("plan", "lijn"),
    "lijnactiviteiten": ("plan", "lijn"),
    "lijnen": ("plan",),
    "naslag": ("plan",),
    "netwerkpartners": ("plan",),
    "over_plan": ("plan",),
    "partners": ("plan",),
    "plankop": ("plan", "tekst"),
    "relatiebeeld": ("plan", "lijn?"),
    "risicos": ("plan",),
    "tijdlijn": ("plan",),
    "vragen": ("plan",),
}
"""The macros and what they take: the id of a plan, of something in that plan, of a contact fact, or text.

`?` may be left out, `...` repeats.
"""


ONDERDELEN: Mapping[str, str] = {
    "ambitie": "ambitie",
    "begroting": "begroting",
    "cijfers": "cijfers",
    "communicatieambitie": "communicatie",
    "communicatiestrategie": "communicatie",
    "evaluatie": "evaluatie",
    "financien": "begroting",
    "geleverd": "communicatie",
    "governance": "governance",
    "indicatoren": "indicatoren",
    "naslag": "naslag",
    "risicos": "risicos",
    "tijdlijn": "tijdlijn",
}
"""The macros that show a part which not every plan has."""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """The contact facts by id: all, those that may stand on a card with its caveats, and the sure ones for a sentence."""

    alle: frozenset[str]
    kaart: frozenset[str]
    nummer: Mapping[str, str]
    website: Mapping[str, str]

    def ids(self, soort: str) -> frozenset[str]:
        """Return the ids that fit what a macro takes."""
        return self.kaart if soort == "contactfeit" else frozenset(self.nummer if soort == "nummer" else self.website)


@dataclass(frozen=True, kw_only=True)
class Kennis:
    """What a macro call can refer to: the ids per plan, the usable contact facts (None: not readable), and all other ids."""

    plannen: Mapping[str, Bekend]
    contact: Contact | None
    algemeen: Bekend = field(default_factory=Bekend)


_CONTACT = {
    "contactfeit": "geen contactfeit dat op een pagina mag",
    "nummer": "geen bevestigd contactfeit met een telefoonnummer",
    "website": "geen bevestigd contactfeit met een website",
}
_MIN_CIJFERS = 7
_KOP = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_VERPLICHT = ("description",)


def controleer(tekst: str, kennis: Kennis, itemtekst: str | None = None) -> Iterator[tuple[Plek, str]]:
    """Yield what is wrong with the text of a page; under the head of an item stands `itemtekst`, and nothing else."""
    if itemtekst:
        yield from _itemtekst(tekst, itemtekst)
        return
    yield from _kop(tekst)
    yield from _getypte_nummers(tekst, tuple(kennis.contact.nummer.items()) if kennis.contact else ())
    try:
        aanroepen = _aanroepen(tekst)
    except TemplateSyntaxError as mis:
        yield (
            Plek(mis.lineno, 1),
            'de accolades op deze regel kloppen niet; schrijf {{ macro("...") }}, en een anker als {: #naam }',
        )
        return
    regels = tekst.splitlines()
    for aanroep in aanroepen:
        if isinstance(aanroep.node, nodes.Name):
            naam = aanroep.node.name
            gevonden = re.search(rf"\b{re.escape(naam)}\b", regels[aanroep.lineno - 1])
            plek = Plek(aanroep.lineno, gevonden.start() + 1 if gevonden else 1)
            yield from ((plek, f"{naam}: {fout}") for fout in _aanroep(naam, aanroep, kennis))


@lru_cache(maxsize=yamlplaats.BEWAARD)
def _aanroepen(tekst: str) -> tuple[nodes.Call, ...]:
    return tuple(Environment(autoescape=True).parse(tekst).find_all(nodes.Call))


def lees(pad: Path) -> str:
    """Return the text of a page; raise OSError or UnicodeDecodeError when it can't be read."""
    return pad.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def kop(tekst: str, *, soepel: bool = False) -> yamlplaats.Gelezen | None:
    """Return the head of a page as data with places, counted from its own first line; None when there is none.

    `soepel`: an editing program may have written it.
    """
    gevonden = _KOP.match(tekst)
    return yamlplaats.lees(gevonden[1].encode(), soepel=soepel) if gevonden else None


def _itemtekst(tekst: str, verwacht: str) -> Iterator[tuple[Plek, str]]:
    hoofd = _KOP.match(tekst)
    if hoofd is None:
        yield Plek(1, 1), "het bestand begint niet met een kop; schrijf --- met daaronder de sleutels en weer ---"
    elif tekst[hoofd.end() :].strip() != verwacht:
        plek = plek_in_tekst(tekst, hoofd.end())
        yield plek, f"onder de kop hoort alleen {verwacht}; zet wat u wilt schrijven in de sleutels van de kop"


@lru_cache(maxsize=yamlplaats.BEWAARD)
def _getypte_nummers(tekst: str, nummers: tuple[tuple[str, str], ...]) -> tuple[tuple[Plek, str], ...]:
    """Refuse a number that is typed where its fact could stand: it would stay behind when the fact changes."""
    hoofd = _KOP.match(tekst)
    begin = hoofd.end() if hoofd else 0
    return tuple(
        (
            plek_in_tekst(tekst, gevonden.start()),
            f"het nummer '{kort(gevonden[0])}' staat hier getypt; schrijf {{{{ bel(\"{feit}\") }}}}",
        )
        for feit, cijfers in nummers
        if len(cijfers) >= _MIN_CIJFERS
        for gevonden in _met_wit(cijfers).finditer(tekst, begin)
    )


@lru_cache(maxsize=yamlplaats.BEWAARD)
def _met_wit(cijfers: str) -> re.Pattern[str]:
    """Match the digits of a number with any spacing between them."""
    return re.compile(r"(?<!\d)" + r"[ .\-\u2010-\u2015]*".join(cijfers) + r"(?!\d)")


def _kop(tekst: str) -> Iterator[tuple[Plek, str]]:
    gelezen = kop(tekst)
    if gelezen is None:
        yield Plek(1, 1), "de pagina begint niet met een kop; schrijf --- met daaronder description: en weer ---"
        return
    yield from ((Plek(plek.regel + 1, plek.kolom), fout) for plek, fout in gelezen.fouten)
    data = gelezen.data if isinstance(gelezen.data, dict) else {}
    for sleutel in () if gelezen.fouten else _VERPLICHT:
        if not isinstance(data.get(sleutel), str):
            yield (
                Plek(1, 1),
                f"de sleutel '{sleutel}' ontbreekt in de kop van de pagina; voeg '{sleutel}:' toe met een tekst",
            )


def _aanroep(naam: str, aanroep: nodes.Call, kennis: Kennis) -> Iterator[str]:
    soorten = MACROS.get(naam)
    if soorten is None:
        hint = bedoelde_u(naam, list(MACROS)) or "; kijk welke macro's er zijn in CONTRIBUTING.md"
        yield f"deze macro bestaat niet{hint}"
        return
    waarden = [deel.value if isinstance(deel, nodes.Const) else None for deel in aanroep.args]
    herhaalt = soorten[-1:] != () and soorten[-1].endswith("...")
    minstens = sum(not soort.endswith("?") for soort in soorten)
    if aanroep.kwargs or len(waarden) < minstens or (len(waarden) > len(soorten) and not herhaalt):
        vorm = ", ".join(f'"{soort.rstrip("?.")}"' for soort in soorten)
        yield f"hier horen andere waarden tussen de haakjes; schrijf {naam}({vorm})"
        return
    teksten = [waarde for waarde in waarden if isinstance(waarde, str)]
    if len(teksten) < len(waarden):
        yield "zet elke waarde tussen de haakjes tussen aanhalingstekens"
    elif soorten[:1] == ("plan",):
        yield from _planwaarden(naam, soorten, teksten, kennis.plannen)
    elif soorten and soorten[0].rstrip(".") in _CONTACT:
        yield from _contactwaarden(soorten[0].rstrip("."), teksten, kennis.contact)
    elif soorten and soorten[0] in kennis.algemeen.ids and soorten[0] not in kennis.algemeen.onvolledig:
        bekend = kennis.algemeen.ids[soorten[0]]
        yield from (
            f"er is geen {soorten[0]} '{kort(waarde)}'{bedoelde_u(waarde, bekend)}"
            for waarde in teksten
            if waarde not in bekend
        )


def _contactwaarden(soort: str, waarden: list[str], contact: Contact | None) -> Iterator[str]:
    for waarde in waarden if contact else ():
        if contact and waarde not in contact.ids(soort):
            yield f"'{kort(waarde)}' is {_CONTACT[soort]}{bedoelde_u(waarde, contact.ids(soort))}"


def _planwaarden(
    naam: str, soorten: tuple[str, ...], waarden: list[str], plannen: Mapping[str, Bekend]
) -> Iterator[str]:
    bekend = plannen.get(waarden[0])
    if bekend is None:
        yield f"er is geen plan '{kort(waarden[0])}'{bedoelde_u(waarden[0], list(plannen))}"
        return
    onderdeel = ONDERDELEN.get(naam)
    if onderdeel and onderdeel not in bekend.ids.get("onderdeel", {onderdeel}) and "onderdeel" not in bekend.onvolledig:
        yield f"het plan '{kort(waarden[0])}' heeft geen {onderdeel}; haal deze macro weg"
    for soort, waarde in zip(soorten[1:], waarden[1:], strict=False):
        kenmerk = soort.rstrip("?.")
        if kenmerk in bekend.ids and waarde not in bekend.ids[kenmerk] and kenmerk not in bekend.onvolledig:
            yield f"'{kort(waarde)}' is geen {kenmerk} van dit plan{bedoelde_u(waarde, bekend.ids[kenmerk])}"
