"""The pages in `docs/` as the gate sees them: their head, and whether each macro they call can answer.

Without this check a slip in a page would only show halfway through a build, without its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros import yamlplaats
from macros.model import Bekend, bedoelde_u
from macros.yamlplaats import Plek, kort

MACROS: Mapping[str, tuple[str, ...]] = {
    "begrippen": (),
    "bronnen": (),
    "contact": (),
    "let_op": ("tekst...",),
    "plannen": (),
    "activiteit": ("plan", "activiteit"),
    "activiteiten": ("plan",),
    "activiteitkop": ("plan", "activiteit"),
    "activiteitrisicos": ("plan",),
    "ambitie": ("plan",),
    "begroting": ("plan",),
    "communicatieambitie": ("plan",),
    "communicatiestrategie": ("plan",),
    "deelambities": ("plan", "lijn"),
    "evaluatie": ("plan",),
    "financien": ("plan",),
    "governance": ("plan",),
    "indicatoren": ("plan",),
    "kanttekeningen": ("plan",),
    "kennisvormen": ("plan",),
    "lijnactiviteiten": ("plan", "lijn"),
    "lijnen": ("plan",),
    "netwerkpartners": ("plan",),
    "over_plan": ("plan",),
    "partners": ("plan",),
    "plankop": ("plan", "tekst"),
    "relatiebeeld": ("plan", "lijn?"),
    "risicos": ("plan",),
    "tijdlijn": ("plan",),
    "vragen": ("plan",),
}
"""The macros and what they take: the id of a plan, of something in that plan, or text; `?` may be left out, `...` repeats."""

_KOP = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_VERPLICHT = ("description",)


def controleer(tekst: str, plannen: Mapping[str, Bekend]) -> Iterator[tuple[Plek, str]]:
    """Yield what is wrong with the text of a page; `plannen` holds the known ids per plan."""
    yield from _kop(tekst)
    try:
        boom = Environment(autoescape=True).parse(tekst)
    except TemplateSyntaxError as mis:
        yield (
            Plek(mis.lineno, 1),
            'de accolades op deze regel kloppen niet; schrijf {{ macro("...") }}, en een anker als {: #naam }',
        )
        return
    regels = tekst.splitlines()
    for aanroep in boom.find_all(nodes.Call):
        if isinstance(aanroep.node, nodes.Name):
            naam = aanroep.node.name
            gevonden = re.search(rf"\b{re.escape(naam)}\b", regels[aanroep.lineno - 1])
            plek = Plek(aanroep.lineno, gevonden.start() + 1 if gevonden else 1)
            yield from ((plek, f"{naam}: {fout}") for fout in _aanroep(naam, aanroep, plannen))


def kop(tekst: str) -> yamlplaats.Gelezen | None:
    """Return the head of a page as data with places, counted from its own first line; None when there is none."""
    gevonden = _KOP.match(tekst)
    return yamlplaats.lees(gevonden[1].encode()) if gevonden else None


def _kop(tekst: str) -> Iterator[tuple[Plek, str]]:
    gevonden = _KOP.match(tekst)
    if not gevonden:
        yield Plek(1, 1), "de pagina begint niet met een kop; schrijf --- met daaronder description: en weer ---"
        return
    gelezen = yamlplaats.lees(gevonden[1].encode())
    yield from ((Plek(plek.regel + 1, plek.kolom), fout) for plek, fout in gelezen.fouten)
    data = gelezen.data if isinstance(gelezen.data, dict) else {}
    for sleutel in () if gelezen.fouten else _VERPLICHT:
        if not isinstance(data.get(sleutel), str):
            yield (
                Plek(1, 1),
                f"de sleutel '{sleutel}' ontbreekt in de kop van de pagina; voeg '{sleutel}:' toe met een tekst",
            )


def _aanroep(naam: str, aanroep: nodes.Call, plannen: Mapping[str, Bekend]) -> Iterator[str]:
    soorten = MACROS.get(naam)
    if soorten is None:
        hint = bedoelde_u(naam, list(MACROS)) or "; kijk welke macro's er zijn in CONTRIBUTING.md"
        yield f"deze macro bestaat niet{hint}"
        return
    waarden = [deel.value if isinstance(deel, nodes.Const) else None for deel in aanroep.args]
    herhaalt = soorten[-1:] == ("tekst...",)
    minstens = sum(not soort.endswith("?") for soort in soorten)
    if aanroep.kwargs or len(waarden) < minstens or (len(waarden) > len(soorten) and not herhaalt):
        vorm = ", ".join(f'"{soort.rstrip("?.")}"' for soort in soorten)
        yield f"hier horen andere waarden tussen de haakjes; schrijf {naam}({vorm})"
        return
    if any(not isinstance(waarde, str) for waarde in waarden):
        yield "zet elke waarde tussen de haakjes tussen aanhalingstekens"
        return
    bekend = plannen.get(str(waarden[0])) if soorten[:1] == ("plan",) else None
    if soorten[:1] == ("plan",) and bekend is None:
        yield f"er is geen plan '{kort(waarden[0])}'{bedoelde_u(str(waarden[0]), list(plannen))}"
        return
    for soort, waarde in zip(soorten[1:], waarden[1:], strict=False):
        kenmerk = soort.rstrip("?.")
        if bekend and kenmerk in bekend.ids and waarde not in bekend.ids[kenmerk] and kenmerk not in bekend.onvolledig:
            yield f"'{kort(waarde)}' is geen {kenmerk} van dit plan{bedoelde_u(str(waarde), bekend.ids[kenmerk])}"
