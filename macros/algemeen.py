"""Blocks that belong to no single plan: contact facts, terms, sources, the list of plans, a caveat in prose."""

from __future__ import annotations

from macros.model import Zekerheid
from macros.opmaak import Blad, vul


def let_op(blad: Blad, *zinnen: str) -> str:
    """Return a visible caveat that belongs to the prose of a page."""
    return vul("letop.html", blad=blad, zinnen=zinnen)


def contact(blad: Blad) -> str:
    """Return the contact facts that may be published, each with its source and how sure it is."""
    feiten = [feit for feit in blad.regiovisie.contactfeiten.values() if feit.status is not Zekerheid.ONBEKEND]
    return vul("contact.html", feiten=feiten)


def begrippen(blad: Blad) -> str:
    """Return all terms and abbreviations in alphabetical order."""
    op_naam = sorted(blad.regiovisie.begrippen.values(), key=lambda begrip: (begrip.afkorting or begrip.term).lower())
    return vul("begrippen.html", blad=blad, begrippen=op_naam)


def bronnen(blad: Blad) -> str:
    """Return the documents from which the facts were taken."""
    return vul("bronnen.html", documenten=blad.regiovisie.documenten.values())


def plannen(blad: Blad) -> str:
    """Return a card per plan, with where it stands on the reference date."""
    return vul("plannen.html", blad=blad, plannen=blad.regiovisie.plannen.values())
