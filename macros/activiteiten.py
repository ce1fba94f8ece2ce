"""Activities and what measures or threatens them: the page of one, and the overviews of all."""

from __future__ import annotations

from macros.model import Activiteit, Bereik, Plan, Tijdlijnbestand
from macros.opmaak import Blad, kop, vul

BEREIK = {
    Bereik.ALLE: "Alle netwerkpartners",
    Bereik.BETROKKEN: "Betrokken netwerkpartners",
    Bereik.GENOEMD: "Alleen wie hier genoemd is",
}


def activiteit(blad: Blad, plan: Plan, nummer: str) -> str:
    """Return everything the plan says of one activity, as Markdown with headings."""
    deze = plan.activiteiten[nummer]
    return vul(
        "activiteit.md",
        blad=blad,
        plan=plan,
        activiteit=deze,
        bereik=BEREIK[deze.uitvoeringspartners.bereik],
        indicatoren=[plan.indicatoren[indicator] for indicator in deze.indicatoren],
        regels=[regel for regel in plan.tijdlijn.regels if nummer in regel.activiteiten]
        if plan.heeft(Tijdlijnbestand)
        else [],
    )


def activiteitkop(_blad: Blad, plan: Plan, nummer: str) -> str:
    """Return the number and the title of an activity, to stand in a Markdown heading."""
    return f"{nummer} {kop(plan.activiteiten[nummer].titel)}"


def lijnactiviteiten(blad: Blad, plan: Plan, lijn: str) -> str:
    """Return a card per activity of a line."""
    return vul("lijnactiviteiten.html", blad=blad, plan=plan, activiteiten=plan.activiteiten_van(lijn))


def lijnacties(blad: Blad, plan: Plan, lijn: str) -> str:
    """Return everything the plan says of the activities of a line that have no page of their own, as Markdown."""
    deze = plan.lijn(lijn)
    return vul("lijnacties.md", blad=blad, plan=plan, lijn=deze, activiteiten=plan.activiteiten_van(lijn))


def _wie(blad: Blad, plan: Plan, deze: Activiteit) -> str:
    bereik = deze.uitvoeringspartners.bereik
    genoemd = ", ".join(blad.actor(plan, wie) for wie in deze.uitvoeringspartners.genoemd)
    if bereik is Bereik.GENOEMD:
        return genoemd or "zie de pagina van de activiteit"
    return BEREIK[bereik] + (f"; met name {genoemd}" if genoemd else "")


def activiteiten(blad: Blad, plan: Plan) -> str:
    """Return the table of all activities, which a script makes filterable and sortable."""
    organisaties = blad.regiovisie.organisaties
    deelname = {partner: {a.nummer for a, _ in plan.deelname(partner)} for partner in organisaties}
    rijen = [
        {
            "activiteit": deze,
            "wie": _wie(blad, plan, deze),
            "partners": [partner for partner, nummers in deelname.items() if deze.nummer in nummers],
        }
        for deze in plan.activiteiten.values()
    ]
    themas = dict.fromkeys(thema for deze in plan.activiteiten.values() for thema in deze.themas)
    return vul(
        "activiteiten.html",
        blad=blad,
        plan=plan,
        rijen=rijen,
        partners=[(partner, organisaties[partner].naam) for partner, nummers in deelname.items() if nummers],
        themas=sorted(
            ((thema, blad.regiovisie.themas[thema].naam) for thema in themas), key=lambda paar: paar[1].lower()
        ),
    )


def indicatoren(blad: Blad, plan: Plan) -> str:
    """Return all indicators, a row per activity that uses one."""
    rijen = [(deze, plan.indicatoren[naam]) for deze in plan.activiteiten.values() for naam in deze.indicatoren]
    return vul("indicatoren.html", blad=blad, plan=plan, rijen=rijen)


def activiteitrisicos(blad: Blad, plan: Plan) -> str:
    """Return the preconditions and risks of all activities."""
    aantal = sum(len(deze.randvoorwaarden_en_risicos) for deze in plan.activiteiten.values())
    return vul("activiteitrisicos.html", blad=blad, plan=plan, aantal=aantal)
