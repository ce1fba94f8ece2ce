"""The form of the editor in the browser, made from the models: one function per kind of field, no list of fields.

What Decap calls a widget is chosen by what a field takes. A field that is added to a model is in the form at once.
"""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from macros.inlezen import ITEMTEKST, ITEMWOORD
from macros.model import (
    FOTO_VORM,
    ITEMSOORTEN,
    Bestaat,
    Communicatiebestand,
    Item,
    Kwartaal,
    Model,
    OfWoord,
    Opmaaktekst,
    Plan,
    Regiovisie,
    Soort,
    Stuk,
    Voorzet,
)
from macros.opmaak import KEUZEWOORDEN, plannaam

Veld = dict[str, Any]
"""A field as Decap reads it."""

KORT = 200
"""The longest text that fits on one line of a form."""

VOORLOPIG = "Nog in te vullen"
"""What a page shows where something is still to be written."""

KNOPPEN = ("bold", "italic", "link", "bulleted-list", "numbered-list")
"""What light Markdown can do, as buttons above the text."""


@dataclass(frozen=True, kw_only=True)
class Vorm:
    """What a field takes: the type that is left when 'or nothing' is taken away, and all that is said about it."""

    soort: Any
    kenmerken: tuple[object, ...]

    @classmethod
    def van(cls, annotatie: object, kenmerken: tuple[object, ...] = ()) -> "Vorm":
        """Read an annotation."""
        if get_origin(annotatie) is Annotated:
            kern, *meer = get_args(annotatie)
            return cls.van(kern, (*kenmerken, *meer))
        if get_origin(annotatie) in {Union, types.UnionType}:
            (kern,) = (deel for deel in get_args(annotatie) if deel is not type(None))
            return cls.van(kern, kenmerken)
        if get_origin(annotatie) is tuple:
            return cls(soort=tuple, kenmerken=(*kenmerken, cls.van(get_args(annotatie)[0])))
        return cls(soort=annotatie, kenmerken=tuple(_plat(kenmerken)))

    def kenmerk(self, naam: str) -> Any:  # noqa: ANN401 - each constraint has its own type
        """The value of a constraint such as `max_length`, the one nearest to the field first; None when there is none."""
        return next((waarde for k in self.kenmerken if (waarde := getattr(k, naam, None)) is not None), None)

    @property
    def woord(self) -> str | None:
        """The word that may stand in the place of a value."""
        return next((k.woord for k in self.kenmerken if isinstance(k, OfWoord)), None)

    @property
    def onderdeel(self) -> "Vorm":
        """What each part of a list takes."""
        return next(k for k in self.kenmerken if isinstance(k, Vorm))

    @property
    def is_opmaaktekst(self) -> bool:
        """Whether it is light Markdown."""
        eigen = [k for k in get_args(Opmaaktekst) if isinstance(k, AfterValidator)]
        return any(k in eigen for k in self.kenmerken if isinstance(k, AfterValidator))


def _plat(kenmerken: tuple[object, ...]) -> Iterator[object]:
    for kenmerk in kenmerken:
        yield from kenmerk.metadata if isinstance(kenmerk, FieldInfo) else (kenmerk,)


class Formulier:
    """The forms of all kinds of item, with what can be chosen in them."""

    def __init__(self, regiovisie: Regiovisie, dag: date) -> None:
        self._regiovisie = regiovisie
        self._dag = dag
        self._keuzes = dict(_verwijzingen(regiovisie))

    def verzamelingen(self) -> list[dict[str, Any]]:
        """What Decap calls collections: one for each kind, with its form."""
        return [self._verzameling(soort, model) for soort, model in ITEMSOORTEN.items()]

    def label(self, soort: Soort, pad: tuple[str | int, ...]) -> str:
        """What an editor knows the field on this path by: 'Onderdelen 2 › Kop'."""
        model: Any = ITEMSOORTEN[soort]
        delen: list[str] = []
        for stap in pad:
            if isinstance(stap, int):
                delen[-1:] = [f"{delen[-1]} {stap + 1}"] if delen else []
            elif isinstance(model, type) and issubclass(model, Model) and stap in model.model_fields:
                info = model.model_fields[stap]
                delen.append(info.title or stap)
                vorm = Vorm.van(info.annotation, tuple(info.metadata))
                model = vorm.onderdeel.soort if vorm.soort is tuple else vorm.soort
        return " › ".join(delen)

    def voorlopig(self, soort: Soort) -> dict[str, Any]:
        """What stands in for the fields that an item can't do without, until they are filled in."""
        return self._voorlopige_velden(ITEMSOORTEN[soort])

    def _voorlopige_velden(self, model: type[Model]) -> dict[str, Any]:
        return {
            naam: self._voorlopige_waarde(Vorm.van(info.annotation, tuple(info.metadata)))
            for naam, info in model.model_fields.items()
            if info.is_required()
        }

    def _voorlopige_waarde(self, vorm: Vorm) -> Any:  # noqa: ANN401 - as many types as there are kinds of field
        widget = self._widget(vorm, verplicht=True)
        if widget.get("widget") == "hidden":
            return widget["default"]
        if vorm.soort is tuple:
            return [self._voorlopige_waarde(vorm.onderdeel)]
        if isinstance(vorm.soort, type) and issubclass(vorm.soort, Model):
            return self._voorlopige_velden(vorm.soort)
        if widget["widget"] == "select":
            keuzes = [keuze["value"] if isinstance(keuze, dict) else keuze for keuze in widget["options"]]
            return keuzes[0]
        if vorm.soort in {date, Kwartaal}:
            return str(self._dag if vorm.soort is date else Kwartaal.van(self._dag))
        return VOORLOPIG

    def _verzameling(self, soort: Soort, model: type[Item]) -> dict[str, Any]:
        naamveld = _naamveld(model)
        return {
            "name": soort.value,
            "label": self._regiovisie.overzichten[soort].title,
            "label_singular": ITEMWOORD[soort],
            "folder": f"docs/{soort.value}",
            "create": True,
            "extension": "md",
            "format": "yaml-frontmatter",
            "slug": "{{slug}}",
            "identifier_field": naamveld,
            "summary": f"{{{{{naamveld}}}}}",
            "sortable_fields": [naamveld, "publicatiedatum"],
            # The page that lists all items stands in the same folder, and is no item.
            "filter": {"field": "template", "value": "item.html"},
            "view_filters": [{"label": "Alleen concepten", "field": "status", "pattern": "concept"}],
            "fields": [*self._velden(model), {"name": "body", "widget": "hidden", "default": ITEMTEKST}],
        }

    def _velden(self, model: type[Model], *, alles_mag_leeg: bool = False) -> Iterator[Veld]:
        for naam, info in sorted(model.model_fields.items(), key=lambda paar: _rang(model, *paar)):
            vorm = Vorm.van(info.annotation, tuple(info.metadata))
            verplicht = info.is_required() and not alles_mag_leeg
            veld: Veld = {"name": naam, "label": info.title or naam, "required": verplicht}
            if info.description:
                veld["hint"] = info.description
            veld |= self._widget(vorm, verplicht=verplicht)
            voorzet = _voorzet(vorm, info, verplicht=verplicht)
            if voorzet is not None:
                veld["default"] = voorzet
            yield veld

    def _widget(self, vorm: Vorm, *, verplicht: bool) -> Veld:  # noqa: PLR0911 - a flat table of kinds
        """Which widget a field takes, and its own settings."""
        soort = vorm.soort
        if get_origin(soort) is Literal:
            return {"widget": "hidden", "default": get_args(soort)[0]}
        if soort is tuple:
            return self._lijst(vorm)
        if verwijst := next((k.soort for k in vorm.kenmerken if isinstance(k, Bestaat)), None):
            return self._keuze(verwijst)
        if isinstance(soort, type) and issubclass(soort, Model):
            return {
                "widget": "object",
                "fields": list(self._velden(soort, alles_mag_leeg=not verplicht)),
            }
        if isinstance(soort, type) and issubclass(soort, StrEnum):
            return {"widget": "select", "options": [_optie(woord, w) for w, woord in KEUZEWOORDEN[soort].items()]}
        if soort is bool:
            return {"widget": "select", "options": ["nee", "ja"]}
        if soort is date:
            return self._dag_of_woord(vorm.woord, verplicht=verplicht)
        if soort is time:
            return {"widget": "string", "pattern": [r"^\d{1,2}[:.]\d{2}$", "Schrijf uren en minuten, zoals 14:00."]}
        if soort is Kwartaal:
            voorbeeld = str(Kwartaal.van(self._dag))
            uitleg = f"Schrijf jaar en kwartaal, zoals {voorbeeld}."
            return {"widget": "string", "default": voorbeeld, "pattern": [r"^\d{4}-Q[1-4]$", uitleg]}
        return _tekst(vorm)

    def _lijst(self, vorm: Vorm) -> Veld:
        deel = vorm.onderdeel
        grenzen = {
            naam: waarde
            for naam, waarde in (("min", vorm.kenmerk("min_length")), ("max", vorm.kenmerk("max_length")))
            if waarde is not None
        }
        if isinstance(deel.soort, type) and issubclass(deel.soort, Model):
            velden = list(self._velden(deel.soort))
            return {
                "widget": "list",
                "fields": velden,
                "summary": f"{{{{fields.{velden[0]['name']}}}}}",
                "allow_add": True,
                **grenzen,
            }
        een = self._widget(deel, verplicht=False)
        if een["widget"] in {"select", "relation"}:
            return {**een, "multiple": True, **grenzen}
        naam = "waarde"
        return {"widget": "list", "field": {"name": naam, "label": "Regel", **een}, **grenzen}

    def _keuze(self, verwijst: str) -> Veld:
        """Something to choose from: another item, or what the data know."""
        for soort, woord in ITEMWOORD.items():
            if woord == verwijst:
                naamveld = _naamveld(ITEMSOORTEN[soort])
                return {
                    "widget": "relation",
                    "collection": soort.value,
                    "search_fields": [naamveld],
                    "display_fields": [naamveld],
                    "value_field": "{{slug}}",
                }
        return {"widget": "select", "options": self._keuzes[verwijst]}

    @staticmethod
    def _dag_of_woord(woord: str | None, *, verplicht: bool) -> Veld:
        if woord:
            uitleg = f"Schrijf jaar, maand en dag, zoals 2026-11-26, of: {woord}."
            return {"widget": "string", "pattern": [rf"^(\d{{4}}-\d{{2}}-\d{{2}}|{woord})$", uitleg]}
        dag: Veld = {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "DD-MM-YYYY", "time_format": False}
        return {**dag, "default": "{{now}}"} if verplicht else {**dag, "default": ""}


def _voorzet(vorm: Vorm, info: FieldInfo, *, verplicht: bool) -> str | None:
    """What stands in a field of an empty form."""
    if gekozen := next((k.waarde for k in vorm.kenmerken if isinstance(k, Voorzet)), None):
        return gekozen
    if isinstance(info.default, bool):
        return "ja" if info.default else "nee"
    if isinstance(info.default, StrEnum):
        return info.default.value
    return vorm.woord if verplicht and vorm.soort is str else None


def _tekst(vorm: Vorm) -> Veld:
    if vorm.kenmerk("pattern") == FOTO_VORM:
        return {"widget": "image", "choose_url": False, "allow_multiple": False}
    if vorm.is_opmaaktekst:
        return {
            "widget": "markdown",
            "buttons": list(KNOPPEN),
            "editor_components": [],
            "modes": ["rich_text"],
            "minimal": True,
        }
    op_een_regel = vorm.kenmerk("pattern") is not None or vorm.kenmerk("max_length") <= KORT
    return {"widget": "string" if op_een_regel else "text"}


def _optie(woord: str, waarde: str) -> dict[str, str]:
    return {"label": woord[:1].upper() + woord[1:], "value": str(waarde)}


def _naamveld(model: type[Item]) -> str:
    """The field that an item is called by: the first of its form."""
    return min(model.model_fields.items(), key=lambda paar: _rang(model, *paar))[0]


def _rang(model: type[Model], naam: str, info: FieldInfo) -> int:
    """Where a field comes: title and summary, what is of this kind, what may be left out, what all items have."""
    if not issubclass(model, Item):
        return 0
    if naam in Item.model_fields:
        return 2 if naam in model.__annotations__ else 4
    if not info.is_required():
        return 3
    return 0 if naam in Stuk.model_fields else 1


def _verwijzingen(regiovisie: Regiovisie) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Per kind of reference what can be chosen, under a name that a person knows; the plan in force first."""
    plannen = regiovisie.op_tijd[::-1]
    yield "thema", _op_naam({thema.id: thema.naam for thema in regiovisie.themas.values()})
    yield (
        "organisatie",
        _op_naam({organisatie.id: organisatie.naam for organisatie in regiovisie.organisaties.values()}),
    )
    yield "document", [_optie(document.titel, document.id) for document in regiovisie.documenten.values()]
    yield "activiteit van een plan", [_optie(*paar) for plan in plannen for paar in _activiteiten(plan)]
    yield "communicatieproduct", [_optie(*paar) for plan in plannen for paar in _producten(plan)]
    yield "indicator van een plan", [_optie(*paar) for plan in plannen for paar in _indicatoren(plan)]
    yield "vraag", [_optie(vraag.naam, vraag.id) for plan in plannen for vraag in plan.kop.vragen]


def _op_naam(namen: Mapping[str, str]) -> list[dict[str, str]]:
    return [_optie(naam, id_) for id_, naam in sorted(namen.items(), key=lambda paar: paar[1].casefold())]


def _activiteiten(plan: Plan) -> Iterator[tuple[str, str]]:
    for activiteit in plan.activiteiten.values():
        yield f"{activiteit.nummer} {activiteit.kort} ({plannaam(plan)})", f"{plan.id}/{activiteit.nummer}"


def _producten(plan: Plan) -> Iterator[tuple[str, str]]:
    if plan.heeft(Communicatiebestand):
        for product in plan.communicatie.producten:
            yield f"{product.naam} ({plannaam(plan)})", f"{plan.id}/{product.id}"


def _indicatoren(plan: Plan) -> Iterator[tuple[str, str]]:
    for indicator in plan.indicatoren.values():
        yield f"{indicator.tekst} ({plannaam(plan)})", f"{plan.id}/{indicator.id}"
