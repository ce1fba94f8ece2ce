"""Everything the site knows, and the data files that it is put together from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.algemeen import (
    Bronnenbestand,
    Contactbestand,
    Contactfeit,
    Document,
    Organisatie,
    Organisatiesbestand,
    Regio,
    Regiosbestand,
    Sporenbestand,
    Thema,
    Themasbestand,
)
from macros.model.bouwstenen import Model
from macros.model.huisstijl import Huisstijl
from macros.model.plannen import (
    Activiteit,
    Begrotingsbestand,
    Bijdrage,
    Cijfersbestand,
    Communicatiebestand,
    Evaluatiebestand,
    Governancebestand,
    Gremium,
    Indicatorenbestand,
    Naslagbestand,
    Naslagonderdeel,
    Plan,
    Planbestand,
    Risicobestand,
    Tijdlijnbestand,
    Vervolg,
)
from macros.model.redactie import Begrip, Item, Overzichtskop, Soort, Status
from macros.model.zoeken import Zoektermenbestand


@dataclass(frozen=True, kw_only=True)
class Regiovisie:
    """Everything the site knows, checked and put together; each mapping is keyed by id."""

    documenten: Mapping[str, Document]
    regios: Mapping[str, Regio]
    organisaties: Mapping[str, Organisatie]
    themas: Mapping[str, Thema]
    contactfeiten: Mapping[str, Contactfeit]
    sporen: Sporenbestand
    huisstijl: Huisstijl
    zoektermen: Zoektermenbestand
    plannen: Mapping[str, Plan]
    items: Mapping[Soort, Mapping[str, Item]]
    overzichten: Mapping[Soort, Overzichtskop]

    @property
    def begrippen(self) -> Mapping[str, Begrip]:
        """The terms that are published, by id, whatever the day."""
        alle = self.items[Soort.BEGRIPPEN].values()
        return {b.id: b for b in alle if isinstance(b, Begrip) and b.status is Status.GEPUBLICEERD}

    @property
    def alle_items(self) -> Iterator[Item]:
        """All items of all kinds."""
        return (item for per_naam in self.items.values() for item in per_naam.values())

    @property
    def op_tijd(self) -> tuple[Plan, ...]:
        """All plans, the oldest first; of plans that begin together, those of one region side by side."""
        return tuple(sorted(self.plannen.values(), key=lambda plan: (plan.kop.looptijd.van, plan.kop.regio, plan.id)))

    def regio_van(self, gemeente_id: str) -> Regio:
        """Return the region that the municipality belongs to; raise StopIteration for what is no municipality."""
        return next(regio for regio in self.regios.values() if gemeente_id in regio.gemeenten)

    def vervolgen(self, plan_id: str, nummer: str) -> tuple[tuple[Plan, Activiteit, Vervolg], ...]:
        """Return the later activities that continue this one, each with what it says became of it."""
        return tuple(
            (plan, activiteit, vervolg)
            for plan in self.op_tijd
            for activiteit in plan.activiteiten.values()
            for vervolg in activiteit.vervolg_op
            if (vervolg.plan, vervolg.nummer) == (plan_id, nummer)
        )

    def bijdragen(self, organisatie_id: str) -> tuple[tuple[Plan, Naslagonderdeel, Bijdrage], ...]:
        """Return what the organisation contributes according to the naslagdocumenten."""
        return tuple(
            (plan, onderdeel, bijdrage)
            for plan in self.op_tijd
            if plan.heeft(Naslagbestand)
            for onderdeel in plan.deel(Naslagbestand).onderdelen
            for bijdrage in onderdeel.bijdragen
            if organisatie_id in bijdrage.door
        )

    def actor(self, plan_id: str, actor_id: str) -> Organisatie | Gremium:
        """Return the organisation or the body of the plan with this id."""
        if actor_id in self.organisaties:
            return self.organisaties[actor_id]
        gremia = self.plannen[plan_id].governance.gremia
        return next(gremium for gremium in gremia if gremium.id == actor_id)


ALGEMENE_BESTANDEN: Mapping[str, type[Model]] = {
    "bronnen": Bronnenbestand,
    "regios": Regiosbestand,
    "organisaties": Organisatiesbestand,
    "themas": Themasbestand,
    "contactfeiten": Contactbestand,
    "sporen": Sporenbestand,
    "huisstijl": Huisstijl,
    "zoektermen": Zoektermenbestand,
}
"""The data files directly under `data/`, by name without ending."""

PLANBESTANDEN: Mapping[str, type[Model]] = {
    "plan": Planbestand,
    "governance": Governancebestand,
    "indicatoren": Indicatorenbestand,
    "tijdlijn": Tijdlijnbestand,
    "begroting": Begrotingsbestand,
    "risicos": Risicobestand,
    "communicatie": Communicatiebestand,
    "evaluatie": Evaluatiebestand,
    "cijfers": Cijfersbestand,
    "naslag": Naslagbestand,
}
"""The data files in the folder of a plan; next to them stands a folder `activiteiten` with a file per `Activiteit`."""

VERPLICHT = frozenset({"plan"})
"""The data files that every plan has."""
