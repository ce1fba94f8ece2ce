"""What the werkgroep communicatie publishes: the page of an item, the lists, and what was delivered of the strategy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.model import Communicatiestap, Item, Kwartaal, Plan, Product, Soort
from macros.opmaak import Blad, vul


def item(blad: Blad) -> str:
    """Return the page of the item whose page this is."""
    soort, naam, *_ = blad.pagina.split("/")
    dit = blad.regiovisie.items[Soort(soort)][naam]
    return vul(f"item_{soort}.md", blad=blad, item=dit)


def items(blad: Blad, soort: str) -> str:
    """Return the list of all items of a kind that show."""
    return vul("items.html", blad=blad, soort=Soort(soort), items=blad.items(Soort(soort)))


@dataclass(frozen=True, kw_only=True)
class Geleverd:
    """What was delivered of a product: a page, its title, and the day from which it stands there."""

    titel: str
    adres: str
    op: date

    @property
    def kwartaal(self) -> Kwartaal:
        """The quarter in which it was delivered."""
        return Kwartaal.van(self.op)


def geleverd(blad: Blad, plan: Plan) -> str:
    """Return what has been delivered of the communicatiestrategie, per step and product, with the quarter."""
    stappen = [(stap, list(_producten(blad, plan, stap))) for stap in plan.communicatie.stappen]
    return vul("geleverd.md", blad=blad, plan=plan, stappen=stappen)


def _producten(
    blad: Blad, plan: Plan, stap: Communicatiestap
) -> Iterator[tuple[Product, tuple[Geleverd, ...], tuple[Item, ...]]]:
    """Yield each product of a step with what fulfils it, and the examples, which fulfil nothing."""
    for groep in stap.productgroepen:
        for product in groep.producten:
            wie = [i for i in blad.regiovisie.alle_items if f"{plan.id}/{product.id}" in i.vervult and blad.toont(i)]
            echt = [Geleverd(titel=i.kop, adres=i.pagina, op=i.publicatiedatum) for i in wie if not i.voorbeeld]
            paginas = [
                Geleverd(titel=kop.title, adres=f"{soort.value}/", op=kop.opgeleverd_op)
                for soort, kop in blad.regiovisie.overzichten.items()
                if kop.opgeleverd_op
                and f"{plan.id}/{product.id}" in kop.vervult
                and kop.opgeleverd_op <= blad.peildatum
            ]
            op_dag = sorted([*echt, *paginas], key=lambda geleverd_: (geleverd_.op, geleverd_.titel))
            yield product, tuple(op_dag), tuple(i for i in wie if i.voorbeeld)
