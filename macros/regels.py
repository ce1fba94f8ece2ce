"""The rules that a plan must keep beyond the shape of its files: one small generator per rule.

Each rule yields `(file, path, message)`: the name of a data file of the plan (or a page in `docs/`), the path of
keys to the value in it, and a Dutch sentence that says what is wrong and what to do. A rule looks only at parts that are there, so
that one broken file doesn't hide what is wrong in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from macros.model import (
    COMMUNICATIE,
    Activiteit,
    Activiteitenplek,
    Begrotingsbestand,
    Communicatiebestand,
    Evaluatiebestand,
    Geldsoort,
    Governancebestand,
    Indicatorenbestand,
    Kwartaal,
    Model,
    Periode,
    Planbestand,
    Tijdlijnbestand,
)

Pad = tuple[str | int, ...]
Overtreding = tuple[str, Pad, str]
Soort = TypeVar("Soort", bound=Model)


@dataclass(frozen=True, kw_only=True)
class Delen:
    """The parts of one plan that could be read.

    `activiteiten` is keyed by the stem of the file; `paginas` holds the stems of the activity pages in `docs/`;
    `stammen` those of all activity files, readable or not; `volledig` tells whether all of them are without error;
    `organisaties` holds the ids of the organisations; `hoofdstukken` the stems of the pages of the plan itself.
    """

    plan_id: str
    bestanden: Mapping[str, Model]
    activiteiten: Mapping[str, Activiteit]
    paginas: frozenset[str]
    stammen: frozenset[str]
    volledig: bool
    organisaties: frozenset[str]
    hoofdstukken: frozenset[str]

    def deel(self, soort: type[Soort]) -> Soort | None:
        """Return the part of this kind, or None when it could not be read."""
        return next((deel for deel in self.bestanden.values() if isinstance(deel, soort)), None)


def id_is_map(delen: Delen) -> Iterator[Overtreding]:
    """The id of a plan is the name of its folder, since both are its address."""
    plan = delen.deel(Planbestand)
    if plan and plan.id != delen.plan_id:
        yield "plan", ("id",), f"id: '{plan.id}' is niet de naam van de map; schrijf {delen.plan_id}"


def begroting_telt_op(delen: Delen) -> Iterator[Overtreding]:
    """The items of a budget table add up to its printed totals, year by year."""
    begroting, plan = delen.deel(Begrotingsbestand), delen.deel(Planbestand)
    for plaats, tabel in enumerate(begroting.tabellen if begroting else ()):
        pad = ("tabellen", plaats, "totaal")
        jaren = [jaar for jaar in tabel.jaren if not plan or jaar in plan.looptijd.jaren]
        for jaar in jaren if tabel.totaal else ():
            totaal = tabel.totaal.get(jaar)
            if totaal is None:
                yield "begroting", pad, f"totaal: het jaar {jaar} ontbreekt; schrijf '{jaar}: {tabel.som(jaar)}'"
            elif totaal != tabel.som(jaar):
                yield (
                    "begroting",
                    (*pad, jaar),
                    f"{jaar}: de posten tellen op tot {tabel.som(jaar)}, maar het totaal is {totaal}; verbeter een van beide",
                )


def inzet_past_bij_budget(delen: Delen) -> Iterator[Overtreding]:
    """What is planned to be spent in a year is what is available in that year, once both tables add up."""
    begroting = delen.deel(Begrotingsbestand)
    tabellen = {tabel.soort: (plaats, tabel) for plaats, tabel in enumerate(begroting.tabellen if begroting else ())}
    if Geldsoort.INZET not in tabellen or Geldsoort.BESCHIKBAAR not in tabellen:
        return
    plan = delen.deel(Planbestand)
    (plaats, inzet), (_, budget) = tabellen[Geldsoort.INZET], tabellen[Geldsoort.BESCHIKBAAR]
    for jaar in sorted({*inzet.jaren, *budget.jaren}.intersection(plan.looptijd.jaren if plan else inzet.jaren)):
        verdeeld, beschikbaar = inzet.som(jaar), budget.som(jaar)
        telt_op = all(tabel.totaal.get(jaar, tabel.som(jaar)) == tabel.som(jaar) for tabel in (inzet, budget))
        if verdeeld != beschikbaar and telt_op:
            yield (
                "begroting",
                ("tabellen", plaats, "posten"),
                f"posten: in {jaar} is {verdeeld} verdeeld, maar er is {beschikbaar} beschikbaar; verbeter een van beide",
            )


def een_tabel_per_geldsoort(delen: Delen) -> Iterator[Overtreding]:
    """Each kind of money has exactly one table."""
    begroting = delen.deel(Begrotingsbestand)
    if not begroting:
        return
    soorten = [tabel.soort for tabel in begroting.tabellen]
    for plaats, soort in enumerate(soorten):
        if soort in soorten[:plaats]:
            yield (
                "begroting",
                ("tabellen", plaats, "soort"),
                f"soort: er is al een tabel '{soort}'; voeg de posten daar toe",
            )
    for soort in Geldsoort:
        if soort not in soorten and len(soorten) == len(set(soorten)):
            yield "begroting", ("tabellen",), f"tabellen: de tabel met soort '{soort}' ontbreekt; voeg die toe"


def bedragen_binnen_looptijd(delen: Delen) -> Iterator[Overtreding]:
    """Amounts are for years of the plan."""
    begroting, plan = delen.deel(Begrotingsbestand), delen.deel(Planbestand)
    if not begroting or not plan:
        return
    for plaats, tabel in enumerate(begroting.tabellen):
        jaren: list[tuple[Pad, int]] = [(("totaal", jaar), jaar) for jaar in tabel.totaal]
        for nr, post in enumerate(tabel.posten):
            jaren += [(("posten", nr, "bedragen", jaar), jaar) for jaar in post.bedragen]
        for pad, jaar in jaren:
            if jaar not in plan.looptijd.jaren:
                yield (
                    "begroting",
                    ("tabellen", plaats, *pad),
                    f"{jaar}: dit jaar valt buiten de looptijd van het plan ({plan.looptijd.jaren[0]}-{plan.looptijd.jaren[-1]}); verbeter het jaar",
                )


def _buiten(periode: Periode, eerste: Kwartaal, laatste: Kwartaal | None) -> bool:
    if laatste is None:
        return periode.van < eerste
    return periode.van < eerste or periode.van > laatste or (periode.tot is not None and periode.tot > laatste)


def perioden_binnen_plan(delen: Delen) -> Iterator[Overtreding]:
    """Whatever is planned lies inside the term of the plan."""
    plan = delen.deel(Planbestand)
    if not plan:
        return
    eerste = Kwartaal.van(plan.looptijd.van)
    laatste = Kwartaal.van(plan.looptijd.tot) if plan.looptijd.tot else None
    tijdlijn, communicatie = delen.deel(Tijdlijnbestand), delen.deel(Communicatiebestand)
    evaluatie = delen.deel(Evaluatiebestand)
    perioden: list[tuple[str, Pad, Periode]] = []
    if tijdlijn:
        perioden.append(("tijdlijn", ("periode",), tijdlijn.periode))
    if communicatie:
        perioden += [
            ("communicatie", ("stappen", nr, "wanneer"), stap.wanneer) for nr, stap in enumerate(communicatie.stappen)
        ]
    if evaluatie:
        perioden += [
            ("evaluatie", ("momenten", nr, "kwartaal"), moment.kwartaal)
            for nr, moment in enumerate(evaluatie.momenten)
            if moment.kwartaal
        ]
    for bestand, pad, periode in perioden:
        if _buiten(periode, eerste, laatste):
            yield (
                bestand,
                pad,
                f"{pad[-1]}: de periode valt buiten de looptijd van het plan ({eerste} t/m {laatste or 'open'}); verbeter de kwartalen",
            )


def regels_binnen_tijdlijn(delen: Delen) -> Iterator[Overtreding]:
    """Each period of a row lies inside the tijdlijn, and the periods of a row are in order without overlap."""
    tijdlijn = delen.deel(Tijdlijnbestand)
    if not tijdlijn:
        return
    eerste, laatste = tijdlijn.periode.van, tijdlijn.periode.tot
    if laatste is None:
        yield (
            "tijdlijn",
            ("periode",),
            f"periode: de tijdlijn heeft een laatste kwartaal nodig; schrijf bijvoorbeeld {eerste} t/m {eerste.jaar}-Q4",
        )
        return
    for nr, regel in enumerate(tijdlijn.regels):
        vorige = None
        for plaats, periode in enumerate(regel.kwartalen or ()):
            pad: Pad = ("regels", nr, "kwartalen", plaats)
            if periode.tot is None:
                fout = f"een periode zonder einde past niet in de tijdlijn; schrijf {periode.van} t/m {laatste}"
            elif _buiten(periode, eerste, laatste):
                fout = f"de periode valt buiten de tijdlijn ({eerste} t/m {laatste}); verbeter de kwartalen"
            elif vorige and periode.van <= vorige:
                fout = "deze periode begint voordat de vorige voorbij is; zet de perioden op volgorde, zonder overlap"
            else:
                vorige = periode.tot
                continue
            yield "tijdlijn", pad, f"kwartalen: {fout}"


def activiteit_heeft_pagina(delen: Delen) -> Iterator[Overtreding]:
    """Each activity has a page, and each activity page has its data; unless activities stand on the page of their line."""
    plan = delen.deel(Planbestand)
    op_lijn = plan is None or plan.activiteiten_op is Activiteitenplek.LIJN
    if op_lijn and not delen.paginas:
        return
    for stam in sorted(delen.stammen - delen.paginas):
        pagina = f"docs/plannen/{delen.plan_id}/activiteiten/{stam}.md"
        yield f"activiteiten/{stam}", (), f"deze activiteit heeft geen pagina; maak {pagina}"
    for stam in sorted(delen.paginas - delen.stammen):
        pagina = f"docs/plannen/{delen.plan_id}/activiteiten/{stam}.md"
        yield pagina, (), f"deze pagina heeft geen gegevens; maak data/plannen/{delen.plan_id}/activiteiten/{stam}.yml"


def lijn_heeft_pagina(delen: Delen) -> Iterator[Overtreding]:
    """Each line has a chapter, which is named after it."""
    plan = delen.deel(Planbestand)
    for nr, lijn in enumerate(plan.lijnen if plan else ()):
        if lijn.id not in delen.hoofdstukken:
            pagina = f"docs/plannen/{delen.plan_id}/{lijn.id}.md"
            yield "plan", ("lijnen", nr, "id"), f"id: de lijn '{lijn.id}' heeft geen pagina; maak {pagina}"


def communicatie_heeft_post(delen: Delen) -> Iterator[Overtreding]:
    """The table of what is spent has an item for communication, since the budget page says what that costs."""
    begroting = delen.deel(Begrotingsbestand)
    inzet = [
        (nr, tabel)
        for nr, tabel in enumerate(begroting.tabellen if begroting else ())
        if tabel.soort is Geldsoort.INZET
    ]
    for plaats, tabel in inzet[-1:]:
        if all(post.id != COMMUNICATIE for post in tabel.posten):
            yield (
                "begroting",
                ("tabellen", plaats, "posten"),
                f"posten: de post met id '{COMMUNICATIE}' ontbreekt; de pagina over de begroting toont wat die kost",
            )


def ankers_zijn_uniek(delen: Delen) -> Iterator[Overtreding]:
    """What has an anchor on one page is told apart by it: steps by number, products and deelambities by id."""
    plan, communicatie = delen.deel(Planbestand), delen.deel(Communicatiebestand)
    ankers: list[tuple[str, Pad, str]] = []
    for nr, lijn in enumerate(plan.lijnen if plan else ()):
        ankers += [("plan", ("lijnen", nr, "deelambities", d, "id"), a.id) for d, a in enumerate(lijn.deelambities)]
    for nr, stap in enumerate(communicatie.stappen if communicatie else ()):
        pad: Pad = ("stappen", nr)
        ankers.append(("communicatie", (*pad, "nummer"), str(stap.nummer)))
        groepen = [((*pad, "subdoelen", g), groep) for g, groep in enumerate(stap.subdoelen)]
        for plaats, groep in [*groepen, ((*pad, "mijlpaal"), stap.mijlpaal)]:
            ankers += [("communicatie", (*plaats, "producten", p, "id"), x.id) for p, x in enumerate(groep.producten)]
    gezien: set[tuple[str, str]] = set()
    for bestand, pad, anker in ankers:
        if (bestand, anker) in gezien:
            yield bestand, pad, f"{pad[-1]}: '{anker}' is op deze pagina al in gebruik; kies een ander"
        gezien.add((bestand, anker))


def nummer_is_bestandsnaam(delen: Delen) -> Iterator[Overtreding]:
    """The name of an activity file begins with its number, and each number is used once."""
    eerder: dict[str, str] = {}
    for stam, activiteit in delen.activiteiten.items():
        begin = activiteit.nummer.replace(".", "-") + "-"
        if not stam.startswith(begin):
            yield (
                f"activiteiten/{stam}",
                ("nummer",),
                f"nummer: '{activiteit.nummer}' past niet bij de bestandsnaam; laat die beginnen met {begin}",
            )
        if activiteit.nummer in eerder:
            yield (
                f"activiteiten/{stam}",
                ("nummer",),
                f"nummer: '{activiteit.nummer}' is al van {eerder[activiteit.nummer]}.yml; kies een ander nummer",
            )
        eerder.setdefault(activiteit.nummer, stam)


def nummer_past_bij_lijn(delen: Delen) -> Iterator[Overtreding]:
    """The number of an activity begins with the chapter of its line."""
    plan = delen.deel(Planbestand)
    hoofdstukken = {lijn.id: lijn.hoofdstuk for lijn in reversed(plan.lijnen)} if plan else {}
    for stam, activiteit in delen.activiteiten.items():
        hoofdstuk = hoofdstukken.get(activiteit.lijn, activiteit.volgorde[0])
        if activiteit.volgorde[0] != hoofdstuk:
            yield (
                f"activiteiten/{stam}",
                ("lijn",),
                f"lijn: '{activiteit.lijn}' is hoofdstuk {hoofdstuk}, maar het nummer is {activiteit.nummer}; verbeter een van beide",
            )


def gremium_is_geen_organisatie(delen: Delen) -> Iterator[Overtreding]:
    """The id of a body is not that of an organisation, since an activity points at either with the same key."""
    governance = delen.deel(Governancebestand)
    for nr, gremium in enumerate(governance.gremia if governance else ()):
        if gremium.id in delen.organisaties:
            yield "governance", ("gremia", nr, "id"), f"id: '{gremium.id}' is al van een organisatie; kies een ander id"


def indicator_wordt_gebruikt(delen: Delen) -> Iterator[Overtreding]:
    """Each indicator belongs to at least one activity."""
    indicatoren = delen.deel(Indicatorenbestand)
    gebruikt = {naam for activiteit in delen.activiteiten.values() for naam in activiteit.indicatoren}
    for nr, indicator in enumerate(indicatoren.indicatoren if indicatoren and delen.volledig else ()):
        if indicator.id not in gebruikt:
            yield (
                "indicatoren",
                ("indicatoren", nr, "id"),
                f"id: '{indicator.id}' hoort bij geen enkele activiteit; noem hem bij een activiteit of haal hem weg",
            )


REGELS: tuple[Callable[[Delen], Iterator[Overtreding]], ...] = (
    id_is_map,
    begroting_telt_op,
    inzet_past_bij_budget,
    een_tabel_per_geldsoort,
    bedragen_binnen_looptijd,
    perioden_binnen_plan,
    regels_binnen_tijdlijn,
    activiteit_heeft_pagina,
    lijn_heeft_pagina,
    ankers_zijn_uniek,
    communicatie_heeft_post,
    nummer_is_bestandsnaam,
    nummer_past_bij_lijn,
    gremium_is_geen_organisatie,
    indicator_wordt_gebruikt,
)
