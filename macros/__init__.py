"""The door: registers the macros with the builder. It wires rooms together and has no logic of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from macros import (
    activiteiten,
    algemeen,
    begroting,
    deelteksten,
    grafieken,
    hulp,
    inlezen,
    partners,
    plan,
    redactie,
    tijdlijn,
    verbanden,
    zoeken,
)
from macros.model import Plan
from macros.opmaak import Blad
from macros.redactieregels import REGELS

WORTEL = Path(__file__).parent.parent


def _relatiebeeld(blad: Blad, dit: Plan, lijn: str | None = None) -> str:
    gekozen = (dit.lijn(lijn),) if lijn else dit.kop.lijnen
    return plan.relatiebeeld(blad, dit, gekozen, grafieken.relatiebeeld(dit, gekozen))


def _governance(blad: Blad, dit: Plan) -> str:
    return plan.governance(blad, dit, grafieken.governancebeeld(dit))


def _cijfers(blad: Blad, dit: Plan) -> str:
    return plan.cijfers(blad, dit, grafieken.cijferbeelden(dit))


def _begroting(blad: Blad, dit: Plan) -> str:
    return begroting.begroting(blad, dit, grafieken.begrotingsbeelden(dit))


def _item(blad: Blad) -> str:
    return redactie.item(blad) + deelteksten.delen(blad)


def _redactieregels(blad: Blad) -> str:
    blokkerend = [regel for regel in REGELS if regel.blokkeert]
    return redactie.redactieregels(blad, blokkerend, [regel for regel in REGELS if not regel.blokkeert])


def _vergelijking(blad: Blad) -> str:
    return verbanden.vergelijking(blad, grafieken.plannenbeeld(blad.regiovisie, blad.peildatum))


ALGEMEEN: dict[str, Callable[..., str]] = {
    "actueel": redactie.actueel,
    "begrippen": algemeen.begrippen,
    "bel": hulp.bel,
    "bronnen": algemeen.bronnen,
    "contact": hulp.contact,
    "controledatum": hulp.controledatum,
    "gemeente": verbanden.gemeente,
    "gemeenten": verbanden.gemeenten,
    "item": _item,
    "items": redactie.items,
    "kaarten": hulp.kaarten,
    "let_op": algemeen.let_op,
    "nummerkaart": hulp.nummerkaart,
    "organisatie": verbanden.organisatie,
    "organisaties": verbanden.organisaties,
    "plannen": algemeen.plannen,
    "redactieregels": _redactieregels,
    "regio": verbanden.regio,
    "sporen": hulp.sporen,
    "thema": verbanden.thema,
    "themas": verbanden.themas,
    "trefwoorden": zoeken.trefwoorden,
    "veilig_thuis_zoeker": hulp.veilig_thuis_zoeker,
    "vergelijking": _vergelijking,
    "website": hulp.website,
}
"""Macros that belong to no plan: called as `{{ contact() }}`."""

PER_PLAN: dict[str, Callable[..., str]] = {
    "activiteit": activiteiten.activiteit,
    "activiteiten": activiteiten.activiteiten,
    "activiteitkop": activiteiten.activiteitkop,
    "activiteitrisicos": activiteiten.activiteitrisicos,
    "ambitie": plan.ambitie,
    "begroting": _begroting,
    "cijfers": _cijfers,
    "communicatieambitie": plan.communicatieambitie,
    "communicatiestrategie": redactie.communicatiestrategie,
    "deelambities": plan.deelambities,
    "evaluatie": plan.evaluatie,
    "financien": begroting.financien,
    "geleverd": redactie.geleverd,
    "governance": _governance,
    "indicatoren": activiteiten.indicatoren,
    "kanttekeningen": plan.kanttekeningen,
    "kennisvormen": plan.kennisvormen,
    "lijnacties": activiteiten.lijnacties,
    "lijnactiviteiten": activiteiten.lijnactiviteiten,
    "lijnen": plan.lijnen,
    "naslag": plan.naslag,
    "netwerkpartners": plan.netwerkpartners,
    "over_plan": plan.over_plan,
    "partners": partners.partners,
    "plankop": plan.plankop,
    "relatiebeeld": _relatiebeeld,
    "risicos": plan.risicos,
    "tijdlijn": tijdlijn.tijdlijn,
    "vragen": plan.vragen,
}
"""Macros about a plan, whose id is their first argument: called as `{{ tijdlijn("zl-2024-2027") }}`."""


def _peildatum() -> date:
    """Return the one date that counts as today, as builders take it: SOURCE_DATE_EPOCH, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), tz=UTC).date() if epoch else datetime.now(tz=UTC).date()


def _concepten() -> bool:
    """Return whether what is not yet published shows too: only in the preview of whoever is writing."""
    return os.environ.get("REGIOVISIE_CONCEPTEN") == "ja"


def define_env(env: Any) -> None:  # noqa: ANN401 - mkdocs-macros and Zensical each pass a type of their own
    """Register the macros; called by the builder with its macro environment."""
    try:
        regiovisie = inlezen.laad(WORTEL)
    except inlezen.Inleesfouten as mis:
        aantal = "1 fout" if len(mis.fouten) == 1 else f"{len(mis.fouten)} fouten"
        raise click.ClickException(f"{aantal} in de gegevens:\n{mis}") from None
    peildatum, concepten = _peildatum(), _concepten()
    site: str = env.conf["site_url"]

    def blad() -> Blad:
        adres: str = env.page.url
        return Blad(
            regiovisie=regiovisie,
            peildatum=peildatum,
            basis="../" * adres.count("/"),
            pagina=adres,
            site=site,
            concepten=concepten,
        )

    def algemene_macro(functie: Callable[..., str], *argumenten: str) -> str:
        return functie(blad(), *argumenten)

    def planmacro(functie: Callable[..., str], plan_id: str, *argumenten: str) -> str:
        return functie(blad(), regiovisie.plannen[plan_id], *argumenten)

    for naam, functie in ALGEMEEN.items():
        env.macro(partial(algemene_macro, functie), naam)
    for naam, functie in PER_PLAN.items():
        env.macro(partial(planmacro, functie), naam)
