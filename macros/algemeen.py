"""Blocks that belong to no single plan: terms, sources, the list of plans, a caveat in prose."""

from __future__ import annotations

from macros.model import Planstatus, Soort
from macros.opmaak import Blad, vul

VOLGORDE = (Planstatus.LOPEND, Planstatus.TOEKOMST, Planstatus.OPEN, Planstatus.AFGEROND)
"""What a reader wants to see first."""


def let_op(blad: Blad, *zinnen: str) -> str:
    """Return a visible caveat that belongs to the prose of a page."""
    return vul("letop.html", blad=blad, zinnen=zinnen)


def begrippen(blad: Blad) -> str:
    """Return all terms and abbreviations that show, in alphabetical order."""
    op_naam = sorted(blad.items(Soort.BEGRIPPEN), key=lambda begrip: begrip.kop.lower())
    return vul("begrippen.html", blad=blad, begrippen=op_naam)


def bronnen(blad: Blad) -> str:
    """Return the documents from which the facts were taken."""
    return vul("bronnen.html", documenten=blad.regiovisie.documenten.values())


def plannen(blad: Blad) -> str:
    """Return a card per plan, with where it stands on the reference date: in force first, then the latest."""
    nieuwste_eerst = reversed(blad.regiovisie.op_tijd)
    plannen_ = sorted(nieuwste_eerst, key=lambda plan: VOLGORDE.index(plan.status(blad.peildatum)))
    return vul("plannen.html", blad=blad, plannen=plannen_)
