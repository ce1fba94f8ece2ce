"""Per organisation: in which activities it takes part, how, and what is asked of it."""

from __future__ import annotations

from typing import Any

from macros.model import Activiteit, Organisatie, Plan
from macros.opmaak import Blad, vul


def _waarom(plan: Plan, activiteit: Activiteit, organisatie_id: str) -> list[str]:
    """Say in which roles the source names the organisation."""
    ids = plan.actorschap(organisatie_id)
    redenen = []
    if ids & set(activiteit.uitvoeringspartners.genoemd):
        redenen.append("uitvoeringspartner")
    if ids & set(activiteit.regie):
        redenen.append("voert de regie")
    redenen += [
        f"{output.tekst.rstrip('.')}"
        for actie in activiteit.acties
        for output in actie.output
        if ids & set(output.door)
    ]
    return redenen


def _partner(plan: Plan, organisatie: Organisatie) -> dict[str, Any]:
    deelname = plan.deelname(organisatie.id)
    return {
        "organisatie": organisatie,
        "netwerkpartner": organisatie.id in plan.kop.netwerkpartners,
        "hoe": {activiteit.nummer: hoe for activiteit, hoe in deelname},
        "genoemd": [(a, _waarom(plan, a, organisatie.id)) for a, hoe in deelname if hoe == "genoemd"],
        "alle": [activiteit.nummer for activiteit, hoe in deelname if hoe == "alle"],
        "betrokken": [activiteit.nummer for activiteit, hoe in deelname if hoe == "betrokken"],
    }


def partners(blad: Blad, plan: Plan) -> str:
    """Return who takes part in what, as a matrix and per organisation."""
    organisaties = blad.regiovisie.organisaties.values()
    alle = [_partner(plan, o) for o in organisaties if o.id in plan.kop.netwerkpartners or plan.deelname(o.id)]
    return vul("partners.md", blad=blad, plan=plan, partners=alle)
