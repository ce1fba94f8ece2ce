"""What no single plan shows: themes as threads through the years, regions and municipalities, organisations, and plans side by side."""

from __future__ import annotations

from typing import Any

from macros.model import (
    Begrotingsbestand,
    Geldsoort,
    Indicatorenbestand,
    Naslagbestand,
    Organisatie,
    Organisatiesoort,
    Plan,
    Planstatus,
    Regio,
)
from macros.opmaak import ORGANISATIEWOORD, Blad, als_markup, vul


def thema(blad: Blad, thema_id: str) -> str:
    """Return how a theme runs through the plans: per plan its activities, what they continued, and who contributed."""
    draad = [_stap(plan, thema_id) for plan in blad.regiovisie.op_tijd]
    return vul(
        "thema.md",
        blad=blad,
        thema=blad.regiovisie.themas[thema_id],
        draad=[stap for stap in draad if _zegt_iets(stap)],
        zonder=[stap["plan"] for stap in draad if not _zegt_iets(stap)],
    )


def _stap(plan: Plan, thema_id: str) -> dict[str, Any]:
    onderdelen = plan.deel(Naslagbestand).onderdelen if plan.heeft(Naslagbestand) else ()
    return {
        "plan": plan,
        "activiteiten": plan.activiteiten_over(thema_id),
        "ambities": plan.ambities_over(thema_id),
        "onderdelen": [onderdeel for onderdeel in onderdelen if thema_id in onderdeel.themas],
    }


def _zegt_iets(stap: dict[str, Any]) -> bool:
    return any(stap[soort] for soort in ("activiteiten", "ambities", "onderdelen"))


def themas(blad: Blad) -> str:
    """Return all themes, with how many activities each plan has about them."""
    op_naam = sorted(blad.regiovisie.themas.values(), key=lambda thema: thema.naam.lower())
    rijen = [
        (
            thema,
            [
                (plan, len(plan.activiteiten_over(thema.id)), len(plan.ambities_over(thema.id)))
                for plan in blad.regiovisie.op_tijd
            ],
        )
        for thema in op_naam
    ]
    return vul("themas.html", blad=blad, plannen=blad.regiovisie.op_tijd, rijen=rijen)


def _plannen(blad: Blad, regio: Regio) -> dict[str, list[Plan]]:
    """Sort the plans of a region by whether they are known to be in force."""
    eigen = [plan for plan in reversed(blad.regiovisie.op_tijd) if plan.kop.regio == regio.id]
    geldend = [plan for plan in eigen if plan.status(blad.peildatum) is Planstatus.LOPEND]
    return {"geldend": geldend, "andere": [plan for plan in eigen if plan not in geldend]}


def regio(blad: Blad, regio_id: str) -> str:
    """Return what is known of a region: its municipalities, its Veilig Thuis and its plans."""
    deze = blad.regiovisie.regios[regio_id]
    return vul("regio.md", blad=blad, regio=deze, **_plannen(blad, deze))


def gemeenten(blad: Blad) -> str:
    """Return all municipalities, by region."""
    return vul("gemeenten.html", blad=blad, regios=blad.regiovisie.regios.values())


def gemeente(blad: Blad, gemeente_id: str) -> str:
    """Return what applies in a municipality: region, help, plans, and what it contributes itself."""
    deze = blad.regiovisie.organisaties[gemeente_id]
    regio_ = blad.regiovisie.regio_van(gemeente_id)
    return vul(
        "gemeente.md",
        blad=blad,
        gemeente=deze,
        regio=regio_,
        contact=blad.regiovisie.contactfeiten[regio_.contact],
        alarm=blad.regiovisie.contactfeiten["alarmnummer"],
        landelijk=blad.regiovisie.contactfeiten["veilig-thuis"],
        **_plannen(blad, regio_),
        **_rol(blad, deze),
    )


def organisaties(blad: Blad) -> str:
    """Return all organisations that are no municipality, by kind."""
    soorten: dict[Organisatiesoort, list[tuple[Organisatie, int, int]]] = {}
    for deze in sorted(blad.regiovisie.organisaties.values(), key=lambda organisatie: organisatie.naam.lower()):
        if deze.soort is not Organisatiesoort.GEMEENTE:
            rol = _rol(blad, deze)
            aantallen = (deze, sum(len(genoemd) for _, genoemd in rol["genoemd"]), len(rol["bijdragen"]))
            soorten.setdefault(deze.soort, []).append(aantallen)
    return vul("organisaties.html", blad=blad, soorten=soorten, namen=ORGANISATIEWOORD)


def organisatie(blad: Blad, organisatie_id: str) -> str:
    """Return everything an organisation contributes, over all plans."""
    deze = blad.regiovisie.organisaties[organisatie_id]
    return vul("organisatie.md", blad=blad, organisatie=deze, soort=ORGANISATIEWOORD[deze.soort], **_rol(blad, deze))


def _rol(blad: Blad, deze: Organisatie) -> dict[str, Any]:
    """Gather where the plans name the organisation: as partner, in activities, and in the naslagdocument."""
    plannen = blad.regiovisie.op_tijd
    return {
        "partner_in": [plan for plan in plannen if deze.id in plan.kop.netwerkpartners],
        "genoemd": [
            (plan, genoemd)
            for plan in plannen
            if (genoemd := [activiteit for activiteit, hoe in plan.deelname(deze.id) if hoe == "genoemd"])
        ],
        "bijdragen": blad.regiovisie.bijdragen(deze.id),
    }


def vergelijking(blad: Blad, beeld: str) -> str:
    """Return the plans side by side: what they are, their lines, themes, means and indicators; `beeld` shows their terms."""
    plannen = blad.regiovisie.op_tijd
    rijen = [
        {
            "plan": plan,
            "regio": blad.regiovisie.regios[plan.kop.regio],
            "acties": sum(len(activiteit.acties) for activiteit in plan.activiteiten.values()),
            "indicatoren": len(plan.indicatoren) if plan.heeft(Indicatorenbestand) else None,
            "middelen": _middelen(plan),
        }
        for plan in plannen
    ]
    themas_ = sorted(blad.regiovisie.themas.values(), key=lambda thema: thema.naam.lower())
    return vul(
        "vergelijking.md",
        blad=blad,
        plannen=plannen,
        rijen=rijen,
        beeld=als_markup(beeld),
        themas=[
            (thema, [(plan.activiteiten_over(thema.id), plan.ambities_over(thema.id)) for plan in plannen])
            for thema in themas_
        ],
    )


def _middelen(plan: Plan) -> dict[str, Any]:
    """Say what the source says of money; amounts that differ in kind are never added up."""
    if plan.heeft(Begrotingsbestand):
        tabel = plan.tabel(Geldsoort.BESCHIKBAAR)
        return {"jaren": {jaar: tabel.som(jaar) for jaar in tabel.jaren}, "kosten": 0}
    acties = [actie for activiteit in plan.activiteiten.values() for actie in activiteit.acties]
    return {"jaren": {}, "kosten": sum(actie.kosten is not None for actie in acties)}
