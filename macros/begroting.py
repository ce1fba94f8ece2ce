"""The means of a plan: the three tables as printed, and what they say at a glance."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model import COMMUNICATIE, Begrotingstabel, Geldsoort, Plan
from macros.opmaak import Blad, als_markup, vul


def _tabel(blad: Blad, plan: Plan, tabel: Begrotingstabel) -> str:
    return vul("begrotingstabel.html", blad=blad, plan=plan, tabel=tabel)


def financien(blad: Blad, plan: Plan) -> str:
    """Return the budget tables only, in the order of the plan."""
    return vul("financien.html", tabellen=[als_markup(_tabel(blad, plan, tabel)) for tabel in plan.begroting.tabellen])


def begroting(blad: Blad, plan: Plan, beelden: Mapping[str, str]) -> str:
    """Return the whole budget page as Markdown with headings; `beelden` holds the charts by name."""
    inzet, budget = plan.tabel(Geldsoort.INZET), plan.tabel(Geldsoort.BESCHIKBAAR)
    return vul(
        "begroting.md",
        blad=blad,
        plan=plan,
        inzet=inzet,
        budget=budget,
        tijdelijk=plan.tabel(Geldsoort.TIJDELIJK),
        communicatie=next(post for post in inzet.posten if post.id == COMMUNICATIE),
        eerste_jaar=inzet.jaren[0],
        laatste_jaar=inzet.jaren[-1],
        gelijk=len({budget.som(jaar) for jaar in budget.jaren}) == 1,
        per_lijn=plan.inzet_per_lijnen(),
        totaal=sum(post.som for post in inzet.posten),
        beelden={naam: als_markup(svg) for naam, svg in beelden.items()},
        tabellen={tabel.soort.value: als_markup(_tabel(blad, plan, tabel)) for tabel in plan.begroting.tabellen},
    )
