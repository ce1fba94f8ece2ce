"""Blocks about a plan as a whole: its head, ambition, lines, governance, risks, communication, evaluation, caveats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from macros.model import (
    Begrotingsbestand,
    Cijfersbestand,
    Communicatiebestand,
    Evaluatiebestand,
    Governancebestand,
    Indicatorenbestand,
    Lijn,
    Model,
    Naslagbestand,
    Organisatiesoort,
    Plan,
    Risicobestand,
    Tijdlijnbestand,
)
from macros.opmaak import Blad, als_markup, vul


def plankop(blad: Blad, plan: Plan, plaats: str) -> str:
    """Return the strip that says to which plan a page belongs, its source and the reference date."""
    return vul("plankop.html", blad=blad, plan=plan, plaats=plaats, status=plan.status(blad.peildatum))


def over_plan(blad: Blad, plan: Plan) -> str:
    """Return of which regiovisie the plan is a part, and the caveats that concern all of it."""
    return vul("over_plan.html", blad=blad, plan=plan)


def ambitie(blad: Blad, plan: Plan) -> str:
    """Return the central ambition."""
    return vul("ambitie.html", blad=blad, ambitie=plan.kop.ambitie)


def lijnen(blad: Blad, plan: Plan) -> str:
    """Return a card per line, with a link to its chapter."""
    return vul("lijnen.html", blad=blad, plan=plan)


def deelambities(blad: Blad, plan: Plan, lijn: str) -> str:
    """Return what a line wants to have reached."""
    return vul("deelambities.html", blad=blad, lijn=plan.lijn(lijn))


def relatiebeeld(blad: Blad, plan: Plan, gekozen: tuple[Lijn, ...], svg: str) -> str:
    """Return the diagram of activities and the deelambities they serve, with the same in words."""
    bijschrift = "Activiteiten en de deelambities van hun ontwikkellijn, getekend uit de gegevens op deze site."
    zin = (
        "Van dit schema is in de bron alleen het bijschrift bekend. Dit beeld is op deze site gemaakt, uit de indeling in "
        "ontwikkellijnen. Welke activiteit bij welke afzonderlijke deelambitie hoort, zegt de bron niet; daarom zijn de "
        "activiteiten van een lijn verbonden met alle deelambities van die lijn."
    )
    return vul(
        "relatiebeeld.html",
        blad=blad,
        plan=plan,
        lijnen=gekozen,
        svg=als_markup(svg),
        bijschrift=bijschrift,
        zinnen=(zin,),
    )


def kennisvormen(blad: Blad, plan: Plan) -> str:
    """Return the forms of knowledge that every activity uses."""
    return vul("uitleg.html", blad=blad, items=plan.kop.kennisvormen)


def vragen(blad: Blad, plan: Plan) -> str:
    """Return the questions that are asked of every activity (5-b-vragen)."""
    return vul("uitleg.html", blad=blad, items=plan.kop.vragen)


def governance(blad: Blad, plan: Plan, svg: str) -> str:
    """Return how the plan is steered: a diagram, the same in words, and all bodies."""
    namen = {gremium.id: gremium.naam for gremium in plan.governance.gremia}
    return vul("governance.html", blad=blad, plan=plan, namen=namen, svg=als_markup(svg))


def netwerkpartners(blad: Blad, plan: Plan) -> str:
    """Return the municipalities and organisations that made the plan together."""
    partners = [blad.regiovisie.organisaties[partner] for partner in plan.kop.netwerkpartners]
    return vul(
        "netwerkpartners.html",
        blad=blad,
        plan=plan,
        gemeenten=[partner for partner in partners if partner.soort is Organisatiesoort.GEMEENTE],
        organisaties=[partner for partner in partners if partner.soort is not Organisatiesoort.GEMEENTE],
    )


def risicos(blad: Blad, plan: Plan) -> str:
    """Return the risks to the plan as a whole."""
    return vul("risicos.html", blad=blad, plan=plan)


def communicatieambitie(blad: Blad, plan: Plan) -> str:
    """Return what communication is to achieve."""
    return vul("zin.html", blad=blad, klasse="ambitie", zin=plan.communicatie.ambitie)


def evaluatie(blad: Blad, plan: Plan) -> str:
    """Return how the plan is followed and evaluated."""
    return vul("evaluatie.html", blad=blad, plan=plan)


def cijfers(blad: Blad, plan: Plan, beelden: Mapping[str, str]) -> str:
    """Return the figures that the plan rests on, with a chart per table; `beelden` holds the charts by id of the table."""
    deel = plan.deel(Cijfersbestand)
    tabellen = [(tabel, als_markup(beelden[tabel.id])) for tabel in deel.tabellen]
    return vul("cijfers.md", blad=blad, cijfers=deel, tabellen=tabellen)


def naslag(blad: Blad, plan: Plan) -> str:
    """Return the naslagdocument: per line and theme who contributes what."""
    deel = plan.deel(Naslagbestand)
    lijnen = [(lijn, [o for o in deel.onderdelen if o.lijn == lijn.id]) for lijn in plan.kop.lijnen]
    return vul("naslag.md", blad=blad, naslag=deel, lijnen=lijnen)


def _let_op(waarde: object) -> Iterator[str]:
    """Find every caveat in a part of the model, however deep."""
    if isinstance(waarde, BaseModel):
        for naam in type(waarde).model_fields:
            deel = getattr(waarde, naam)
            if naam == "let_op":
                yield from deel
            else:
                yield from _let_op(deel)
    elif isinstance(waarde, tuple | list):
        for deel in waarde:
            yield from _let_op(deel)
    elif isinstance(waarde, Mapping):
        yield from _let_op(list(waarde.values()))


ONDERDELEN: Mapping[type[Model], tuple[str, str, str, tuple[str, ...]]] = {
    Governancebestand: ("Governance", "governance", "de aansturing", ("inleiding", "organisatie")),
    Begrotingsbestand: ("Begroting", "begroting", "de begroting", ("begroting",)),
    Tijdlijnbestand: ("Tijdlijn", "tijdlijn", "de tijdlijn", ("tijdlijn",)),
    Risicobestand: ("Risico's", "risicos", "de risico's", ("risicos",)),
    Communicatiebestand: (
        "Communicatiestrategie",
        "communicatie",
        "de communicatiestrategie",
        ("communicatiestrategie",),
    ),
    Evaluatiebestand: ("Evaluatie", "evaluatie", "de evaluatie", ("uitvoering",)),
    Cijfersbestand: ("Cijfers", "cijfers", "de cijfers", ("cijfers",)),
    Naslagbestand: ("Naslagdocument", "naslag", "het naslagdocument", ("naslag",)),
}
"""Per part of a plan: its name, its anchor among the caveats, how a link calls it, and the pages it may stand on."""


def _groepen(blad: Blad, plan: Plan) -> Iterator[tuple[str, str, str, str, list[str]]]:
    def op(*stammen: str) -> str:
        """Return the link to the first of these pages that the plan has, else to its front page."""
        return blad.naar_plan(plan, next((f"{stam}/" for stam in stammen if stam in plan.hoofdstukken), ""))

    def deel(soort: type[Model]) -> Iterator[tuple[str, str, str, str, list[str]]]:
        if plan.heeft(soort):
            titel, anker, linktekst, stammen = ONDERDELEN[soort]
            yield titel, anker, op(*stammen), linktekst, list(_let_op(plan.deel(soort)))

    yield "Het plan en zijn lijnen", "plan", blad.naar_plan(plan), "het plan", list(_let_op(plan.kop))
    organisaties = blad.regiovisie.organisaties.values()
    wie = [o for o in organisaties if o.id in plan.kop.netwerkpartners or plan.deelname(o.id)]
    yield "Partners", "partners", op("partners", "organisatie"), "de partners", list(_let_op(wie))
    yield from deel(Governancebestand)
    for activiteit in plan.activiteiten.values():
        zinnen = list(_let_op(activiteit))
        for indicator in activiteit.indicatoren:
            zinnen += _let_op(plan.indicatoren[indicator])
        anker = "activiteit-" + activiteit.nummer.replace(".", "-")
        titel = f"{activiteit.nummer} {activiteit.kort}"
        yield titel, anker, blad.naar_activiteit(plan, activiteit.nummer), f"activiteit {titel}", zinnen
    if plan.heeft(Indicatorenbestand):
        yield "Indicatoren", "indicatoren", op("indicatoren"), "de indicatoren", list(plan.indicatoren_let_op)
    for soort in ONDERDELEN:
        if soort is not Governancebestand:
            yield from deel(soort)


def kanttekeningen(blad: Blad, plan: Plan) -> str:
    """Return every caveat about the source, gathered from all parts of the plan."""
    groepen = [
        {"titel": titel, "anker": anker, "link": link, "linktekst": linktekst, "zinnen": list(dict.fromkeys(zinnen))}
        for titel, anker, link, linktekst, zinnen in _groepen(blad, plan)
        if zinnen
    ]
    aantal = sum(len(groep["zinnen"]) for groep in groepen)
    return vul("kanttekeningen.md", groepen=groepen, aantal=aantal)
