"""The tijdlijn as an accessible table: a row per line of the plan, a column per quarter."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any

from macros.model import Kwartaal, Plan, Tijdlijnregel
from macros.opmaak import Blad, datum, kwartaal, lijnbadge, vul


def _cellen(regel: Tijdlijnregel, kwartalen: tuple[Kwartaal, ...], nu: Kwartaal) -> list[dict[str, Any]]:
    bezet = [kw in regel.bezet for kw in kwartalen]
    cellen = []
    for plaats, kw in enumerate(kwartalen):
        actief = bezet[plaats]
        klassen = {
            "kw": True,
            "kw--actief": actief,
            "kw--begin": actief and not (plaats and bezet[plaats - 1]),
            "kw--eind": actief and not (plaats + 1 < len(bezet) and bezet[plaats + 1]),
            "kw--nu": kw == nu,
            "kw--jaar": kw.nummer == 1,
        }
        cellen.append({"actief": actief, "klasse": " ".join(klasse for klasse, aan in klassen.items() if aan)})
    return cellen


def _nu(blad: Blad, kwartalen: tuple[Kwartaal, ...]) -> dict[str, Any]:
    """Say where today's line goes: its quarter, the class that places it within, and the same in words."""
    nu = Kwartaal.van(blad.peildatum)
    if nu not in kwartalen:
        return {
            "kwartaal": nu,
            "klasse": "",
            "tekst": f"De peildatum, {datum(blad.peildatum)}, valt buiten de tijdlijn.",
        }
    tekst = f"De streep staat op de peildatum, {datum(blad.peildatum)} ({kwartaal(nu)})."
    return {"kwartaal": nu, "klasse": f"nu-{nu.week(blad.peildatum):02d}", "tekst": tekst}


def tijdlijn(blad: Blad, plan: Plan) -> str:
    """Return the tijdlijn of a plan."""
    kwartalen = plan.tijdlijn.periode.kwartalen
    nu = _nu(blad, kwartalen)
    groepen = [
        {
            "badge": lijnbadge(plan.lijn(lijn) if lijn else None),
            "naam": groep,
            "rijen": [
                {
                    "regel": regel,
                    "cellen": _cellen(regel, kwartalen, nu["kwartaal"]),
                    "loopt": regel.loopt_op(blad.peildatum),
                }
                for regel in regels
            ],
        }
        for (lijn, groep), regels in groupby(plan.tijdlijn.regels, key=lambda regel: (regel.lijn, regel.groep))
    ]
    return vul(
        "tijdlijn.html",
        blad=blad,
        plan=plan,
        kwartalen=kwartalen,
        jaargroepen=list(Counter(kw.jaar for kw in kwartalen).items()),
        nu=nu,
        badges=list({groep["badge"]["id"]: groep["badge"] for groep in groepen}.values()),
        groepen=groepen,
    )
