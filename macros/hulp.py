"""What help pages pull in: numbers, contact cards, which Veilig Thuis serves a place, and what a visit leaves behind."""

from __future__ import annotations

from operator import itemgetter

from macros.model import Contactfeit, Regio, Zekerheid
from macros.opmaak import Blad, vul


def bel(blad: Blad, feit: str) -> str:
    """Return the number of a fact as a link that dials it, for use in a sentence."""
    return vul("bel.html", feit=blad.regiovisie.contactfeiten[feit])


def website(blad: Blad, feit: str) -> str:
    """Return the website of a fact as a link, for use in a sentence."""
    return vul("website.html", feit=blad.regiovisie.contactfeiten[feit])


def kaarten(blad: Blad, *feiten: str) -> str:
    """Return a card per contact fact: what it is for, number, hours, cost, and how sure it is."""
    return vul("kaarten.html", feiten=[blad.regiovisie.contactfeiten[feit] for feit in feiten])


def contact(blad: Blad) -> str:
    """Return every contact fact that may be published, each with its source and how sure it is."""
    feiten = [feit for feit in blad.regiovisie.contactfeiten.values() if feit.status is not Zekerheid.ONBEKEND]
    return vul("contact.html", feiten=feiten)


def controledatum(blad: Blad, nooit: str, op: str) -> str:
    """Return the oldest day on which the confirmed numbers were checked, after `op`; while any never was, `nooit`."""
    zeker = [feit for feit in blad.regiovisie.contactfeiten.values() if feit.status is Zekerheid.BEVESTIGD]
    dagen = [feit.gecontroleerd_op for feit in zeker if feit.gecontroleerd_op]
    return vul("controledatum.html", nooit=nooit, op=op, dag=min(dagen) if len(dagen) == len(zeker) else None)


def nummerkaart(blad: Blad) -> str:
    """Return a small card with numbers to print and cut out; nothing on it says what it is for."""
    return vul("nummerkaart.html", feiten=[feit for feit in blad.regiovisie.contactfeiten.values() if feit.op_kaart])


def veilig_thuis_zoeker(blad: Blad) -> str:
    """Return which Veilig Thuis serves each municipality, by name of the municipality."""

    def contact_van(regio: Regio) -> Contactfeit:
        return blad.regiovisie.contactfeiten[regio.contact]

    plaatsen = {
        blad.regiovisie.organisaties[gemeente].plaats: contact_van(regio)
        for regio in blad.regiovisie.regios.values()
        for gemeente in regio.gemeenten
    }
    return vul(
        "veilig_thuis_zoeker.html",
        plaatsen=sorted(plaatsen.items(), key=itemgetter(0)),
        regios=[(regio, contact_van(regio)) for regio in blad.regiovisie.regios.values()],
        landelijk=blad.regiovisie.contactfeiten["veilig-thuis"],
    )


def sporen(blad: Blad) -> str:
    """Return what was measured that a visit to this site leaves in a browser."""
    return vul("sporen.html", sporen=blad.regiovisie.sporen)
