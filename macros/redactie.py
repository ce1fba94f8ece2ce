"""What the werkgroep communicatie publishes: the page of an item, the lists, and what was delivered of the strategy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from macros.model import (
    Agendaitem,
    Campagne,
    Communicatiestap,
    Doelgroep,
    Item,
    Kanaal,
    Kwartaal,
    Nieuwsbrief,
    Nieuwsonderdeel,
    Plan,
    Praktijkcasus,
    Product,
    Soort,
    Stand,
    Toolkititem,
)
from macros.opmaak import MAANDEN, STANDWOORD, Blad, dagen, vul, wanneer

NIEUWSTE = 3
"""How many items the home page shows."""

STANDEN = (Stand.LOPEND, Stand.VOORBEREIDING, Stand.IDEE, Stand.ONBEKEND, Stand.AFGEROND)
"""The order of campaigns in their list: first what one can join now."""

LEEG = {
    Soort.NIEUWS: "Er is nog geen nieuws.",
    Soort.NIEUWSBRIEVEN: "Er is nog geen nieuwsbrief verschenen.",
    Soort.PRAKTIJKCASUSSEN: "Er staat nog geen praktijkcasus op de site.",
    Soort.AGENDA: "Er staat nog niets in de agenda.",
    Soort.CAMPAGNES: "Er staat nog geen campagne op de site.",
    Soort.OPLEIDINGEN: "Er staat nog geen opleiding of training op de site.",
    Soort.BEGRIPPEN: "Er staat nog geen begrip op de site.",
    Soort.KANALEN: "Er staat nog geen kanaal op de site.",
    Soort.TOOLKIT: "Er zijn nog geen middelen om te gebruiken.",
}
"""What a list says when it is empty."""

_GROEPEN = tuple(doelgroep for doelgroep in Doelgroep if doelgroep is not Doelgroep.IEDEREEN)


def item(blad: Blad) -> str:
    """Return the page of the item whose page this is."""
    soort, naam, *_ = blad.pagina.split("/")
    dit = blad.regiovisie.items[Soort(soort)][naam]
    meer: dict[str, object] = {}
    if isinstance(dit, Agendaitem):
        meer["wanneer"] = wanneer(dit, blad.peildatum)
    if isinstance(dit, Praktijkcasus):
        meer["vragen"] = {vraag.id: vraag for plan in blad.regiovisie.op_tijd for vraag in plan.kop.vragen}
    if isinstance(dit, Nieuwsbrief):
        meer["onderdelen"] = [(onderdeel, _verder(blad, onderdeel)) for onderdeel in dit.onderdelen]
    return vul(f"item_{soort}.md", blad=blad, item=dit, **meer)


def _verder(blad: Blad, onderdeel: Nieuwsonderdeel) -> tuple[Item, ...]:
    """Return the items that a block of a newsletter points at, as far as they show."""
    wijst = (
        (Soort.NIEUWS, onderdeel.nieuws),
        (Soort.PRAKTIJKCASUSSEN, onderdeel.praktijkcasus),
        (Soort.AGENDA, onderdeel.agenda),
    )
    alle = (blad.regiovisie.items[soort][naam] for soort, naam in wijst if naam)
    return tuple(item for item in alle if blad.toont(item))


def items(blad: Blad, soort: str) -> str:
    """Return the list of all items of a kind that show, put together as suits the kind."""
    deze = Soort(soort)
    return vul("items.html", blad=blad, soort=deze, **_lijst(blad, deze))


def _lijst(blad: Blad, soort: Soort) -> dict[str, object]:
    alle = blad.items(soort)
    themas = sorted(
        {thema for item_ in alle for thema in item_.themas}, key=lambda id_: blad.regiovisie.themas[id_].naam
    )
    voor_wie = {
        i.id: _doelgroepen(i.doelgroepen) for i in alle if isinstance(i, Agendaitem | Campagne | Kanaal | Toolkititem)
    }
    lijst: dict[str, object] = {
        "items": alle,
        "themas": themas,
        "voor_wie": voor_wie,
        "doelgroepen": [d for d in _GROEPEN if any(d in groepen for groepen in voor_wie.values())],
        "leeg": LEEG[soort],
    }
    if soort is Soort.AGENDA:
        lijst["groepen"] = list(_agenda([i for i in alle if isinstance(i, Agendaitem)], blad.peildatum))
    if soort is Soort.CAMPAGNES:
        campagnes = [i for i in alle if isinstance(i, Campagne)]
        per_stand = ((STANDWOORD[stand], [i for i in campagnes if i.stand is stand]) for stand in STANDEN)
        lijst["groepen"] = [(kop, groep) for kop, groep in per_stand if groep]
    if soort is Soort.KANALEN:
        lijst["groepen"] = list(_per_organisatie(blad, [i for i in alle if isinstance(i, Kanaal)]))
    return lijst


def _doelgroepen(waarden: Sequence[Doelgroep]) -> tuple[Doelgroep, ...]:
    """Return for which groups something is: for everybody means for each of them."""
    return _GROEPEN if Doelgroep.IEDEREEN in waarden else tuple(waarden)


def _agenda(alle: Sequence[Agendaitem], dag: date) -> Iterator[tuple[str, list[tuple[Agendaitem, str]]]]:
    """Yield the agenda by month, then what has no day yet, then what is over."""
    komt = [(keer, i) for i in alle if (keer := i.volgende(dag)) and not i.voorbij(dag)]
    komt.sort(key=lambda paar: (paar[0], paar[1].titel))
    for (jaar, maand), groep in groupby(komt, key=lambda paar: (max(paar[0][0], dag).year, max(paar[0][0], dag).month)):
        yield f"{MAANDEN[maand - 1]} {jaar}", [(i, wanneer(i, dag)) for _, i in groep]
    op_naam = sorted((i for i in alle if i.begin is None), key=lambda i: i.titel)
    if op_naam:
        yield "Datum nog niet bekend", [(i, wanneer(i, dag)) for i in op_naam]
    if over := [i for i in alle if i.voorbij(dag)]:
        yield "Voorbij", [(i, wanneer(i, dag)) for i in sorted(over, key=lambda i: i.begin or dag, reverse=True)]


def _per_organisatie(blad: Blad, alle: Sequence[Kanaal]) -> Iterator[tuple[str, list[Kanaal]]]:
    """Yield the channels per organisation, those of no organisation last."""
    organisaties = blad.regiovisie.organisaties
    namen = {i.organisatie: organisaties[i.organisatie].naam for i in alle if i.organisatie}
    for id_ in sorted(namen, key=namen.__getitem__):
        yield namen[id_], [i for i in alle if i.organisatie == id_]
    if zonder := [i for i in alle if not i.organisatie]:
        yield "Van het netwerk, of van wie is niet bekend", zonder


def actueel(blad: Blad) -> str:
    """Return what is new for the home page: no examples, the newest first, and what comes next in the agenda."""
    soorten = (Soort.NIEUWS, Soort.NIEUWSBRIEVEN, Soort.PRAKTIJKCASUSSEN)
    nieuw = [i for soort in soorten for i in blad.items(soort) if not i.voorbeeld]
    nieuw.sort(key=lambda i: i.publicatiedatum, reverse=True)
    agenda = [i for i in blad.items(Soort.AGENDA) if isinstance(i, Agendaitem) and not i.voorbeeld]
    komt = [(keer, i) for i in agenda if (keer := i.volgende(blad.peildatum)) and not i.voorbij(blad.peildatum)]
    komt.sort(key=lambda paar: (paar[0], paar[1].titel))
    return vul(
        "actueel.html",
        blad=blad,
        nieuw=nieuw[:NIEUWSTE],
        agenda=[(i, dagen(*keer)) for keer, i in komt[:NIEUWSTE]],
    )


def redactieregels(blad: Blad, blokkerend: Sequence[object], adviserend: Sequence[object]) -> str:
    """Return the rules for writing, each with a wrong and a good example: those that hold publishing back, and advice."""
    return vul("redactieregels.md", blad=blad, blokkerend=blokkerend, adviserend=adviserend)


@dataclass(frozen=True, kw_only=True)
class Geleverd:
    """What was delivered of a product: a page, its title, and the day from which it stands there."""

    titel: str
    pagina: str
    op: date

    @property
    def kwartaal(self) -> Kwartaal:
        """The quarter in which it was delivered."""
        return Kwartaal.van(self.op)


@dataclass(frozen=True, kw_only=True)
class Productstand:
    """A product of the communicatiestrategie, what fulfils it, and the examples, which fulfil nothing."""

    product: Product
    geleverd: tuple[Geleverd, ...]
    voorbeelden: tuple[Item, ...]


def geleverd(blad: Blad, plan: Plan) -> str:
    """Return what has been delivered of the communicatiestrategie, per step and product, and per quarter."""
    stappen = [(stap, tuple(_standen(blad, plan, stap))) for stap in plan.communicatie.stappen]
    alle = [
        (g.kwartaal, stap, stand.product, g) for stap, standen in stappen for stand in standen for g in stand.geleverd
    ]
    alle.sort(key=lambda rij: (rij[0], rij[1].nummer, rij[2].naam))
    kwartalen = [(kwartaal, list(rijen)) for kwartaal, rijen in groupby(alle, key=lambda rij: rij[0])]
    return vul("geleverd.md", blad=blad, plan=plan, stappen=stappen, kwartalen=kwartalen)


def communicatiestrategie(blad: Blad, plan: Plan) -> str:
    """Return the communicatiestrategie, step by step, each product with what fulfils it."""
    standen = {stand.product.id: stand for stap in plan.communicatie.stappen for stand in _standen(blad, plan, stap)}
    return vul("communicatie.md", blad=blad, plan=plan, standen=standen)


def _standen(blad: Blad, plan: Plan, stap: Communicatiestap) -> Iterator[Productstand]:
    for groep in stap.productgroepen:
        for product in groep.producten:
            naam = f"{plan.id}/{product.id}"
            wie = [i for i in blad.regiovisie.alle_items if naam in i.vervult and blad.toont(i)]
            items_ = [Geleverd(titel=i.kop, pagina=i.pagina, op=i.publicatiedatum) for i in wie if not i.voorbeeld]
            overzichten = [
                Geleverd(titel=kop.title, pagina=f"{soort.value}/", op=kop.opgeleverd_op)
                for soort, kop in blad.regiovisie.overzichten.items()
                if naam in kop.vervult and kop.opgeleverd_op and kop.opgeleverd_op <= blad.peildatum
            ]
            yield Productstand(
                product=product,
                geleverd=tuple(sorted([*items_, *overzichten], key=lambda g: (g.op, g.titel))),
                voorbeelden=tuple(i for i in wie if i.voorbeeld),
            )
