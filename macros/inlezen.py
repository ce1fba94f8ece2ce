"""The gate: `data/` becomes the checked model, or all errors at once, each with file, line and column.

Three passes: the shape of each file (YAML, keys, types), the references between files, and the rules of a plan.
Everything that is wrong is said in one run, in Dutch, to somebody who doesn't program. After the gate the model
is trusted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from macros import paginas, redactieregels, yamlplaats
from macros.model import (
    ALGEMENE_BESTANDEN,
    FOTO_VORM,
    GEMAAKT,
    ID_VORM,
    ITEMSOORTEN,
    MET_DUBBELE_PUNT,
    NUMMER_VORM,
    PLANBESTANDEN,
    VERPLICHT,
    Activiteit,
    Anderstaligekop,
    Bekend,
    Bronnenbestand,
    Communicatiebestand,
    Contactbestand,
    Huisstijl,
    Hulpkop,
    Indicatorenbestand,
    Item,
    Model,
    OfWoord,
    Organisatiesbestand,
    Organisatiesoort,
    Overzichtskop,
    Plan,
    Planbestand,
    Regiosbestand,
    Regiovisie,
    Soort,
    Sporenbestand,
    Themasbestand,
    Tijdlijnbestand,
    Zekerheid,
    Zoektermenbestand,
    bedoelde_u,
    naaste,
    tijdlijn_uit_acties,
)
from macros.regels import REGELS, Delen
from macros.yamlplaats import Boom, Plek, kort, plek_in_tekst

Pad = tuple[str | int, ...]
Naam = TypeVar("Naam", bound=str)
GeheelModel = TypeVar("GeheelModel", bound=Model)

_KENMERKEN: Mapping[str, tuple[str, str]] = {
    "bronnen": ("document", "documenten"),
    "regios": ("regio", "regios"),
    "organisaties": ("organisatie", "organisaties"),
    "themas": ("thema", "themas"),
    "contactfeiten": ("contactfeit", "feiten"),
    "plan": ("lijn", "lijnen"),
    "governance": ("gremium", "gremia"),
    "indicatoren": ("indicator", "indicatoren"),
}
"""Per data file: which kind of reference its ids serve, and the list they stand in."""

_EIGEN_PAGINA = ("themas", "regios", "organisaties")
"""The data files whose items each have a page; the list in the file and the folder in `docs/` have the same name."""

ITEMWOORD: Mapping[Soort, str] = {
    Soort.NIEUWS: "nieuwsbericht",
    Soort.NIEUWSBRIEVEN: "nieuwsbrief",
    Soort.PRAKTIJKCASUSSEN: "praktijkcasus",
    Soort.AGENDA: "agenda-item",
    Soort.CAMPAGNES: "campagne",
    Soort.OPLEIDINGEN: "opleiding",
    Soort.BEGRIPPEN: "begrip",
    Soort.KANALEN: "kanaal",
    Soort.TOOLKIT: "toolkit-item",
}
"""Which kind of reference the names of items serve."""

ITEMTEKST = "{{ item() }}"
"""All that stands under the head of an item."""

ACTOR = "organisatie of gremium"
ACTIVITEIT = "activiteit"


@dataclass(frozen=True, order=True)
class Fout:
    """One thing that is wrong, and where. As text: `file:line:column: what is wrong; what to write`."""

    bestand: str
    regel: int
    kolom: int
    tekst: str

    def __str__(self) -> str:
        """Return the line as it is shown to an editor; what can't be seen in a quoted value is shown as a sign."""
        tekst = "".join(teken if teken.isprintable() else "\ufffd" for teken in " ".join(self.tekst.split()))
        return f"{self.bestand}:{self.regel}:{self.kolom}: {tekst}"


class Inleesfouten(Exception):  # noqa: N818 - the Dutch noun for a set of errors
    """The data can't be used; `fouten` holds everything that is wrong with it, in the order of the files."""

    def __init__(self, fouten: tuple[Fout, ...]) -> None:
        """Keep the errors; the message is all of them, a line each."""
        super().__init__("\n".join(map(str, fouten)))
        self.fouten = fouten


@dataclass(kw_only=True)
class _Bestand:
    """A data file on its way through the gate; `eerst` holds the errors that were there before the rules.

    `vanaf` is how many lines stand before what was read: 1 for the head of a page.
    """

    naam: str
    stam: str
    soort: type[Model]
    gelezen: yamlplaats.Gelezen
    waarde: Model | None = None
    fouten: list[Fout] = field(default_factory=list)
    eerst: tuple[Fout, ...] = ()
    vanaf: int = 0

    @property
    def te_melden(self) -> Iterator[Fout]:
        """Its errors, with the lines of the file that they stand in."""
        return (Fout(fout.bestand, fout.regel + self.vanaf, fout.kolom, fout.tekst) for fout in self.fouten)

    def meld(self, plek: Plek, tekst: str) -> None:
        self.fouten.append(Fout(self.naam, plek.regel, plek.kolom, tekst))

    def regels_van(self, sleutel: str) -> range:
        """Return the lines of the list under a key of the file."""
        boom = self.gelezen.boom
        return yamlplaats.regels_van(boom, (sleutel,)) if boom else range(0)

    def meld_op(self, pad: Pad, tekst: str) -> None:
        """Report at the value on the path, unless something is wrong with that value already."""
        boom = self.gelezen.boom
        plek = yamlplaats.zoek(boom, pad) if boom else Plek(1, 1)
        if not pad or not any((fout.regel, fout.kolom) == (plek.regel, plek.kolom) for fout in self.eerst):
            self.meld(plek, tekst)


def laad(wortel: Path) -> Regiovisie:
    """Return the checked model of the project at `wortel`; raise `Inleesfouten` when anything is wrong.

    Reads again only when a data file or the set of activity pages has changed.
    """
    return _laad(wortel, _stempel(wortel)).regiovisie


@dataclass(frozen=True, kw_only=True)
class Bezwaar:
    """What the gate has against one field of an item: the path of keys and numbers to it, and what to do."""

    pad: Pad
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Oordeel:
    """What there is to say of an item that is being written.

    `item` is there when it has the right shape, else `bezwaren` says what is wrong; `bevindingen` is what the rules for
    writing say of its texts.
    """

    item: Item | None
    bezwaren: tuple[Bezwaar, ...]
    bevindingen: tuple[redactieregels.Bevinding, ...]


@dataclass(frozen=True)
class Werkbank:
    """Everything that is known, with the ids in it: an item that is being written can be held against it."""

    regiovisie: Regiovisie
    bekend: Bekend
    kennis: redactieregels.Kennis

    @classmethod
    def laad(cls, wortel: Path) -> Werkbank:
        """Load it as `laad` does."""
        return _laad(wortel, _stempel(wortel))

    def beoordeel(self, soort: Soort, naam: str, kop: bytes, dag: date) -> Oordeel:
        """Judge the head of an item, as the gate would when it stood in `docs/` under this name."""
        gelezen = yamlplaats.lees(kop, soepel=True)
        bestand = _Bestand(naam=naam, stam=naam, soort=ITEMSOORTEN[soort], gelezen=gelezen)
        details = _toets(bestand, gelezen.data or {}, self.bekend)
        bezwaren = [Bezwaar(pad=(), tekst=tekst) for _, tekst in gelezen.fouten if gelezen.data is not None]
        bezwaren += [bezwaar for detail in details if (bezwaar := _bezwaar(bestand, detail))]
        item = bestand.waarde.met_naam(naam) if isinstance(bestand.waarde, Item) and not bezwaren else None
        bevindingen = tuple(redactieregels.bevindingen(soort.value, gelezen.data, self.kennis, dag))
        return Oordeel(item=item, bezwaren=tuple(bezwaren), bevindingen=bevindingen)

    def met(self, item: Item) -> Regiovisie:
        """Return everything that is known, with this item in it, in place of the one of that name."""
        van_soort = MappingProxyType({**self.regiovisie.items[item.soort], item.id: item})
        return replace(self.regiovisie, items=MappingProxyType({**self.regiovisie.items, item.soort: van_soort}))


def lees_los(pad: Path, soort: type[GeheelModel]) -> GeheelModel:
    """Return what a file outside the data says; raise `Inleesfouten` when anything is wrong with it."""
    try:
        gelezen = yamlplaats.lees(pad.read_bytes())
    except OSError:
        raise Inleesfouten((Fout(str(pad), 1, 1, "dit bestand ontbreekt of is niet te lezen; maak het aan"),)) from None
    bestand = _Bestand(naam=str(pad), stam=pad.stem, soort=soort, gelezen=gelezen)
    for plek, tekst in gelezen.fouten:
        bestand.meld(plek, tekst)
    _Poort._valideer(bestand, Bekend())  # noqa: SLF001 - the one way that a file is held against its model
    if bestand.fouten or not isinstance(bestand.waarde, soort):
        raise Inleesfouten(tuple(sorted(bestand.fouten)))
    return bestand.waarde


def controleer(wortel: Path) -> tuple[Fout, ...]:
    """Return everything that is wrong with the data and the content of the project at `wortel`."""
    try:
        laad(wortel)
    except Inleesfouten as mis:
        return mis.fouten
    return ()


def _stempel(wortel: Path) -> tuple[tuple[str, int, int], ...]:
    alle = [*(wortel / "data").rglob("*"), *(wortel / "docs").rglob("*.md"), *(wortel / "docs/beelden").rglob("*")]
    paden = [pad for pad in sorted(alle) if pad.is_file()]
    return tuple((str(pad), pad.stat().st_mtime_ns, pad.stat().st_size) for pad in paden)


@lru_cache(maxsize=1)
def _laad(wortel: Path, _stempel: object) -> Werkbank:
    poort = _Poort(wortel)
    regiovisie = poort.loop()
    if poort.fouten or regiovisie is None:
        raise Inleesfouten(tuple(sorted(set(poort.fouten))))
    return Werkbank(regiovisie, poort.bekend_voor_items, poort.redactiekennis)


class _Poort:
    """One walk through the gate."""

    def __init__(self, wortel: Path) -> None:
        self.wortel = wortel
        self.fouten: list[Fout] = []
        self.bekend: dict[str, Bekend] = {}
        self.bekend_voor_items = Bekend()
        self.algemeen = {naam: self._lees(f"data/{naam}.yml", soort) for naam, soort in ALGEMENE_BESTANDEN.items()}
        self.plannen = {map_.name: self._plan(map_) for map_ in sorted((wortel / "data/plannen").glob("[!.]*/"))}
        self.items = {soort: self._itembestanden(soort) for soort in Soort}
        self.overzichten = {soort: self._kopbestand(f"docs/{soort.value}/index.md", Overzichtskop) for soort in Soort}

    def loop(self) -> Regiovisie | None:
        """Read, check and put together; None when it could not be."""
        self._vreemde_bestanden()
        algemeen = self._bekend(self.algemeen)
        algemeen = Bekend(ids={**algemeen.ids, "plan": frozenset(self.plannen)}, onvolledig=algemeen.onvolledig)
        for bestand in self.algemeen.values():
            self._valideer(bestand, algemeen)
        plannen = {plan_id: self._controleer_plan(plan_id, algemeen) for plan_id in self.plannen}
        self._vervolg(plannen)
        self._eigen_paginas()
        self._zeker_contact()
        self._huisstijl()
        self._zoektermen()
        self._controleer_items(plannen, algemeen)
        for bestand in (*self._alle_bestanden(), *self._itempaginas()):
            self.fouten += bestand.te_melden
        self.fouten += self._paginafouten()
        self.fouten += self._fotos()
        self.fouten += self._verouderde_nummers()
        return None if self.fouten else self._samen(plannen)

    # ---- pass 0: which files there are -------------------------------------------------------------

    def _lees(self, naam: str, soort: type[Model]) -> _Bestand:
        pad = self.wortel / naam
        try:
            gelezen = yamlplaats.lees(pad.read_bytes())
        except OSError:
            gelezen = yamlplaats.Gelezen(
                data=None, boom=None, fouten=((Plek(1, 1), "dit bestand ontbreekt of is niet te lezen; maak het aan"),)
            )
        bestand = _Bestand(naam=naam, stam=pad.stem, soort=soort, gelezen=gelezen)
        for plek, tekst in gelezen.fouten:
            bestand.meld(plek, tekst)
        if gelezen.boom:
            for plek, tekst in yamlplaats.dubbele_ids(gelezen.boom):
                bestand.meld(plek, tekst)
        return bestand

    def _plan(self, map_: Path) -> dict[str, _Bestand]:
        begin = f"data/plannen/{map_.name}"
        bestanden = {
            naam: self._lees(f"{begin}/{naam}.yml", soort)
            for naam, soort in PLANBESTANDEN.items()
            if naam in VERPLICHT or (map_ / f"{naam}.yml").exists()
        }
        for pad in sorted((map_ / "activiteiten").glob("*.yml")):
            sleutel = f"activiteiten/{pad.stem}"
            bestanden[sleutel] = self._lees(f"{begin}/{sleutel}.yml", Activiteit)
        return bestanden

    def _itembestanden(self, soort: Soort) -> dict[str, _Bestand]:
        """Return the items of a kind by name: each page in the folder of the kind but its list page."""
        paden = sorted((self.wortel / "docs" / soort.value).glob("*.md"))
        model = ITEMSOORTEN[soort]
        return {
            pad.stem: self._kopbestand(f"docs/{soort.value}/{pad.name}", model) for pad in paden if pad.stem != "index"
        }

    def _kopbestand(self, naam: str, soort: type[Model]) -> _Bestand:
        """Read the head of a page as a data file of its own."""
        gelezen = None
        with suppress(OSError, UnicodeDecodeError):
            gelezen = paginas.kop(paginas.lees(self.wortel / naam), soepel=True)
        if gelezen is None:
            # What is wrong with the page itself is said where all pages are looked at; a page that isn't there, here.
            mis = () if (self.wortel / naam).exists() else ((Plek(0, 1), "deze pagina ontbreekt; maak haar aan"),)
            gelezen = yamlplaats.Gelezen(data=None, boom=None, fouten=mis)
        bestand = _Bestand(naam=naam, stam=Path(naam).stem, soort=soort, gelezen=gelezen, vanaf=1)
        for plek, tekst in gelezen.fouten:
            bestand.meld(plek, tekst)
        return bestand

    def _itempaginas(self) -> Iterator[_Bestand]:
        for bestanden in self.items.values():
            yield from bestanden.values()
        yield from self.overzichten.values()

    def _alle_bestanden(self) -> Iterator[_Bestand]:
        yield from self.algemeen.values()
        for bestanden in self.plannen.values():
            yield from bestanden.values()

    def _vreemde_bestanden(self) -> None:
        """Report files that nothing reads: a misspelt name would otherwise silently lose its content."""
        if not self.plannen:
            self.fouten.append(
                Fout("data/plannen", 1, 1, "er is geen enkel plan; maak een map met de naam van het plan")
            )
        bekend = {bestand.naam for bestand in self._alle_bestanden()}
        for pad in sorted((self.wortel / "data").rglob("*")):
            naam = pad.relative_to(self.wortel).as_posix()
            if pad.is_dir() or naam in bekend or naam.startswith("data/schema/") or pad.name.startswith("."):
                continue
            hint = bedoelde_u(naam, list(bekend))
            self.fouten.append(
                Fout(naam, 1, 1, f"dit bestand wordt door niets gelezen{hint or '; haal het weg of verbeter de naam'}")
            )

    # ---- pass 1 and 2: shape and references --------------------------------------------------------

    @staticmethod
    def _bekend(bestanden: Mapping[str, _Bestand], algemeen: Bekend | None = None) -> Bekend:
        """Collect the ids, also from files with errors elsewhere, so that one error doesn't cause others."""
        ids: dict[str, frozenset[str]] = dict(algemeen.ids) if algemeen else {}
        onvolledig = set(algemeen.onvolledig) if algemeen else set()
        for naam, bestand in bestanden.items():
            data = bestand.gelezen.data
            soort, lijst = _KENMERKEN.get(naam, ("", ""))
            if naam.startswith("activiteiten/"):
                soort = ACTIVITEIT
                gevonden, compleet = _teksten([data], "nummer", NUMMER_VORM)
            elif soort:
                gevonden, compleet = _teksten(data.get(lijst) if isinstance(data, dict) else None, "id", ID_VORM)
            else:
                continue
            if not compleet or gevonden & ids.get(soort, frozenset()):
                onvolledig.add(soort)
            ids[soort] = ids.get(soort, frozenset()) | gevonden
        if ids["organisatie"] & ids.get("gremium", frozenset()):
            onvolledig.add("gremium")
        ids[ACTOR] = ids.get("organisatie", frozenset()) | ids.get("gremium", frozenset())
        if onvolledig & {"organisatie", "gremium"}:
            onvolledig.add(ACTOR)
        return Bekend(ids=ids, onvolledig=frozenset(onvolledig))

    @staticmethod
    def _valideer(bestand: _Bestand, bekend: Bekend) -> None:
        """Give the file its model value, or its errors.

        A key that doesn't belong there is reported and put right first, so that it hides nothing under it. A
        reference to nothing is reported, and doesn't keep the file from the rules.
        """
        boom, data = bestand.gelezen.boom, bestand.gelezen.data
        if boom is None or data is None:
            return
        al_gemeld = {(fout.regel, fout.kolom) for fout in bestand.fouten}
        details: list[ErrorDetails] = []
        for _ in range(yamlplaats.MAX_DIEPTE):
            details = _toets(bestand, data, bekend)
            vreemd = [detail["loc"] for detail in details if detail["type"] in {"extra_forbidden", "invalid_key"}]
            if vreemd and boom is bestand.gelezen.boom:
                boom = yamlplaats.kopie(boom)
            for pad in vreemd:
                _meld_vreemde_sleutel(bestand, boom, pad, al_gemeld)
            if not vreemd:
                break
            data = yamlplaats.bouw(boom)
        bestand.gelezen = replace(bestand.gelezen, boom=boom)
        for detail in details:
            _meld_detail(bestand, boom, detail, al_gemeld)
        if details:
            _toets(bestand, data, None)

    # ---- pass 3: rules -----------------------------------------------------------------------------

    def _paginas(self, plan_id: str) -> frozenset[str]:
        paginas = (self.wortel / "docs/plannen" / plan_id / "activiteiten").glob("*.md")
        return frozenset(pagina.stem for pagina in paginas if pagina.stem != "index")

    def _controleer_plan(self, plan_id: str, algemeen: Bekend) -> Delen:
        bestanden = self.plannen[plan_id]
        bekend = self._bekend(bestanden, algemeen)
        for bestand in bestanden.values():
            self._valideer(bestand, bekend)
        activiteiten = {naam: b for naam, b in bestanden.items() if naam.startswith("activiteiten/")}
        delen = Delen(
            plan_id=plan_id,
            bestanden={naam: b.waarde for naam, b in bestanden.items() if b.waarde and naam not in activiteiten},
            activiteiten={b.stam: b.waarde for b in activiteiten.values() if isinstance(b.waarde, Activiteit)},
            paginas=self._paginas(plan_id),
            stammen=frozenset(b.stam for b in activiteiten.values()),
            volledig=all(b.waarde and not b.fouten for b in activiteiten.values()),
            organisaties=algemeen.ids["organisatie"],
            hoofdstukken=frozenset(pad.stem for pad in (self.wortel / "docs/plannen" / plan_id).glob("*.md")),
        )
        kop = delen.deel(Planbestand)
        onderdelen = {naam for naam in bestanden if naam not in activiteiten}
        if kop and kop.ambitie:
            onderdelen.add("ambitie")
        if kop and tijdlijn_uit_acties(kop, delen.activiteiten.values()):
            onderdelen.add("tijdlijn")
        self.bekend[plan_id] = Bekend(
            ids={**bekend.ids, "onderdeel": frozenset(onderdelen)},
            onvolledig=bekend.onvolledig if kop and delen.volledig else bekend.onvolledig | {"onderdeel"},
        )
        for bestand in bestanden.values():
            bestand.eerst = tuple(bestand.fouten)
        for regel in REGELS:
            for naam, pad, tekst in regel(delen):
                if naam in bestanden:
                    bestanden[naam].meld_op(pad, tekst)
                else:
                    self.fouten.append(Fout(naam, 1, 1, tekst))
        return delen

    def _eigen_paginas(self) -> None:
        """Report each theme, region, municipality and organisation that has no page."""
        for naam in _EIGEN_PAGINA:
            bestand = self.algemeen[naam]
            for nr, item in enumerate(getattr(bestand.waarde, naam, ())):
                gemeente = getattr(item, "soort", None) is Organisatiesoort.GEMEENTE
                pagina = f"docs/{'gemeenten' if gemeente else naam}/{item.id.removeprefix('gemeente-')}.md"
                if not (self.wortel / pagina).is_file():
                    bestand.meld_op((naam, nr, "id"), f"id: '{item.id}' heeft geen pagina; maak {pagina}")

    def _zeker_contact(self) -> None:
        """Check that each region is reached by a confirmed fact with a website, which pages show without a caveat."""
        bestand, contact = self.algemeen["regios"], self._contact()
        for nr, regio in enumerate(
            bestand.waarde.regios if contact and isinstance(bestand.waarde, Regiosbestand) else ()
        ):
            if contact and regio.contact in contact.alle - contact.website.keys():
                fout = f"contact: '{regio.contact}' is geen bevestigd contactfeit met een website; kies een ander"
                bestand.meld_op(("regios", nr, "contact"), fout)

    def _huisstijl(self) -> None:
        """Check that what is printed names sure numbers only, and that the logo and the font are there."""
        bestand, contact = self.algemeen["huisstijl"], self._contact()
        stijl = bestand.waarde
        if not isinstance(stijl, Huisstijl):
            return
        for naam in type(stijl.nummers).model_fields:
            feit = getattr(stijl.nummers, naam)
            if contact and feit in contact.alle - contact.nummer.keys():
                fout = f"{naam}: '{feit}' is geen bevestigd contactfeit met een telefoonnummer; kies een ander"
                bestand.meld_op(("nummers", naam), fout)
        for pad, naam in ((("logo",), stijl.logo), (("lettertype", "bestand"), stijl.lettertype.bestand)):
            if not (self.wortel / naam).is_file():
                bestand.meld_op(pad, f"{pad[-1]}: het bestand '{kort(naam)}' is er niet; verbeter de naam")

    def _zoektermen(self) -> None:
        """Check the words that people type: each stands in one place, leads to a page, and shows a sure number."""
        bestand, contact = self.algemeen["zoektermen"], self._contact()
        if not isinstance(bestand.waarde, Zoektermenbestand):
            return
        # A page that ought to be there is asked for where its subject stands; that is said once.
        adressen = paginas_van(self.wortel) | self._horend()
        onzeker = contact.alle - contact.nummer.keys() if contact else frozenset()
        for pad, tekst in chain(
            bestand.waarde.zonder_pagina(adressen, items=False),
            bestand.waarde.dubbel(),
            bestand.waarde.zonder_nummer(onzeker),
        ):
            sleutel = next(stap for stap in reversed(pad) if isinstance(stap, str))
            bestand.meld_op(pad, f"{sleutel}: {tekst}")

    def _horend(self) -> frozenset[str]:
        """Return the addresses of the pages that the data ask for, whether they are there or not."""
        algemeen = self._bekend(self.algemeen).ids
        onderwerpen = {f"themas/{id_}/" for id_ in algemeen["thema"]} | {f"regios/{id_}/" for id_ in algemeen["regio"]}
        for id_ in algemeen["organisatie"]:
            plaats = id_.removeprefix("gemeente-")
            onderwerpen.add(f"organisaties/{id_}/" if plaats == id_ else f"gemeenten/{plaats}/")
        activiteiten = {
            f"plannen/{plan_id}/{naam}/"
            for plan_id, bestanden in self.plannen.items()
            for naam in bestanden
            if naam.startswith("activiteiten/")
        }
        return frozenset(onderwerpen | activiteiten | {f"{soort.value}/" for soort in Soort})

    def _vervolg(self, plannen: Mapping[str, Delen]) -> None:
        """Check that what an activity continues is there, and is of another, older plan."""
        nummers = {plan_id: {a.nummer for a in delen.activiteiten.values()} for plan_id, delen in plannen.items()}
        for plan_id, delen in plannen.items():
            for stam, activiteit in delen.activiteiten.items():
                bestand = self.plannen[plan_id][f"activiteiten/{stam}"]
                for nr, vervolg in enumerate(activiteit.vervolg_op):
                    ander = plannen.get(vervolg.plan)
                    if ander is None:
                        continue
                    if vervolg.nummer not in nummers[vervolg.plan] and ander.volledig:
                        hint = bedoelde_u(vervolg.nummer, nummers[vervolg.plan])
                        fout = f"het plan '{vervolg.plan}' heeft geen activiteit '{vervolg.nummer}'{hint}"
                        bestand.meld_op(("vervolg_op", nr, "nummer"), f"nummer: {fout}")
                    eigen, oud = delen.deel(Planbestand), ander.deel(Planbestand)
                    if eigen and oud and oud.looptijd.van >= eigen.looptijd.van:
                        bestand.meld_op(
                            ("vervolg_op", nr, "plan"),
                            f"plan: '{vervolg.plan}' begon niet eerder dan dit plan; noem het bij de latere activiteit",
                        )

    def _controleer_items(self, plannen: Mapping[str, Delen], algemeen: Bekend) -> None:
        """Check what the werkgroep communicatie publishes: shape, references, the name of the file, and the pictures."""
        self.bekend_voor_items = self._bekend_voor_items(plannen, algemeen)
        for bestand in self._itempaginas():
            self._valideer(bestand, self.bekend_voor_items)
        for soort, bestanden in self.items.items():
            for naam, bestand in bestanden.items():
                if not re.fullmatch(ID_VORM, naam):
                    goed = f"docs/{soort.value}/{als_id(naam) or 'naam'}.md"
                    fout = f"deze bestandsnaam kan niet in een adres; noem het bestand {goed}"
                    bestand.meld(Plek(0, 1), fout)
                self._beelden(bestand)
                self._downloads(bestand)
                self._redactieregels(soort, bestand)

    def _redactieregels(self, soort: Soort, bestand: _Bestand) -> None:
        """Report what the rules for writing refuse, at the field that it stands in."""
        bestand.eerst = tuple(bestand.fouten)
        boom, data = bestand.gelezen.boom, bestand.gelezen.data
        if boom:
            for bevinding in redactieregels.blokkerende(soort.value, data, self.redactiekennis):
                if bevinding.regel is redactieregels.ALT_ONTBREEKT:
                    continue  # a key that is missing has been reported
                naam = yamlplaats.sleutel_bij(boom, bevinding.pad)
                bestand.meld_op(bevinding.pad, f"{naam}: {bevinding.tekst}")

    @cached_property
    def redactiekennis(self) -> redactieregels.Kennis:
        """What the rules for writing need to know; without the names of organisations and themes they look for no people."""
        organisaties, themas = (self.algemeen[naam].waarde for naam in ("organisaties", "themas"))
        if not (isinstance(organisaties, Organisatiesbestand) and isinstance(themas, Themasbestand)):
            return redactieregels.Kennis(adressen=_adressen(self.wortel))
        begrippen = (bestand.gelezen.data for bestand in self.items[Soort.BEGRIPPEN].values())
        return redactieregels.Kennis.van(
            organisaties.organisaties,
            themas.themas,
            (woord for data in begrippen if isinstance(data, dict) for woord in _begripwoorden(data)),
            _adressen(self.wortel),
        )

    def _bekend_voor_items(self, plannen: Mapping[str, Delen], algemeen: Bekend) -> Bekend:
        """Return the ids that an item can refer to: the general ones, all items, and what stands in any plan."""
        ids: dict[str, set[str]] = {ITEMWOORD[soort]: set(bestanden) for soort, bestanden in self.items.items()}
        per_plan = ("activiteit van een plan", "communicatieproduct", "indicator van een plan", "vraag")
        ids |= {soort: set() for soort in per_plan}
        onvolledig = set(algemeen.onvolledig)
        for plan_id, delen in plannen.items():
            if not delen.volledig or any(bestand.waarde is None for bestand in self.plannen[plan_id].values()):
                onvolledig.update(per_plan)
            if ACTIVITEIT in self.bekend[plan_id].onvolledig:
                onvolledig.add("activiteit van een plan")
            kop, communicatie = delen.deel(Planbestand), delen.deel(Communicatiebestand)
            indicatoren = delen.deel(Indicatorenbestand)
            ids["activiteit van een plan"] |= {f"{plan_id}/{a.nummer}" for a in delen.activiteiten.values()}
            ids["vraag"] |= {vraag.id for vraag in kop.vragen} if kop else set()
            ids["communicatieproduct"] |= (
                {f"{plan_id}/{product.id}" for product in communicatie.producten} if communicatie else set()
            )
            ids["indicator van een plan"] |= (
                {f"{plan_id}/{indicator.id}" for indicator in indicatoren.indicatoren} if indicatoren else set()
            )
        alle = {**algemeen.ids, **{soort: frozenset(namen) for soort, namen in ids.items()}}
        return Bekend(ids=alle, onvolledig=frozenset(onvolledig))

    def _beelden(self, bestand: _Bestand) -> None:
        """Report each picture of the item that is not there."""
        for pad, beeld in beelden_in(bestand.gelezen.data):
            if bestand.waarde and not (self.wortel / "docs" / beeld.lstrip("/")).is_file():
                er_zijn = [f"/beelden/{foto.name}" for foto in (self.wortel / "docs/beelden").glob("*")]
                hint = bedoelde_u(beeld, er_zijn) or "; zet de foto in docs/beelden, of kies een andere"
                bestand.meld_op((*pad, "bestand"), f"bestand: de foto '{kort(beeld)}' is er niet{hint}")

    def _downloads(self, bestand: _Bestand) -> None:
        """Report each file of a toolkit item that nobody made."""
        er_zijn = {*GEMAAKT, *(pad.name for pad in (self.wortel / "docs/toolkit/bestanden").glob("*"))}
        for nr, deel in enumerate(getattr(bestand.waarde, "bestanden", ())):
            if deel.bestand not in er_zijn:
                hint = bedoelde_u(deel.bestand, er_zijn) or "; zet het in docs/toolkit/bestanden, of haal het hier weg"
                bestand.meld_op(
                    ("bestanden", nr, "bestand"), f"bestand: het bestand '{kort(deel.bestand)}' is er niet{hint}"
                )

    def _fotos(self) -> Iterator[Fout]:
        """Report each photo that tells more than it shows, or is too large."""
        paden = [pad for pad in sorted((self.wortel / "docs/beelden").rglob("*")) if pad.is_file()]
        if paden:
            from macros import beelden  # noqa: PLC0415 - the library for pictures is only paid for when there are any

            for pad in paden:
                naam = pad.relative_to(self.wortel).as_posix()
                if not re.fullmatch(FOTO_VORM, f"/{naam.removeprefix('docs/')}"):
                    yield Fout(
                        naam,
                        1,
                        1,
                        f"deze bestandsnaam kan niet in een adres; noem de foto {als_id(pad.stem) or 'foto'}.jpg",
                    )
                else:
                    yield from (Fout(naam, 1, 1, tekst) for tekst in beelden.bezwaren(pad.name, pad.read_bytes()))

    def _paginafouten(self) -> Iterator[Fout]:
        """Check the head and the macro calls of every page, and that no number is typed where a fact can stand."""
        kennis = paginas.Kennis(plannen=self.bekend, contact=self._contact(), algemeen=self._met_gemeenten())
        for pad in sorted((self.wortel / "docs").rglob("*.md")):
            naam = pad.relative_to(self.wortel).as_posix()
            try:
                tekst = paginas.lees(pad)
            except (OSError, UnicodeDecodeError):
                yield Fout(naam, 1, 1, "deze pagina is niet te lezen; bewaar het bestand als UTF-8")
                continue
            for plek, fout in paginas.controleer(tekst, kennis, itemtekst=ITEMTEKST if self._is_item(pad) else None):
                yield Fout(naam, plek.regel, plek.kolom, fout)
            if naam.startswith("docs/hulp/"):
                yield from self._hulpkop(naam, tekst)

    def _is_item(self, pad: Path) -> bool:
        """Tell whether a page is an item by where it stands; one that was stored since the items were read is one too."""
        in_map = pad.parent.parent == self.wortel / "docs" and pad.parent.name in {soort.value for soort in Soort}
        return in_map and pad.stem != "index"

    def _hulpkop(self, naam: str, tekst: str) -> Iterator[Fout]:
        """Check the head of a help page, which decides what a person looking along gets to see."""
        gelezen = paginas.kop(tekst)
        if gelezen is None or gelezen.fouten:
            return
        anderstalig = isinstance(gelezen.data, dict) and "taal" in gelezen.data
        bestand = _Bestand(
            naam=naam, stam=Path(naam).stem, soort=Anderstaligekop if anderstalig else Hulpkop, gelezen=gelezen
        )
        self._valideer(bestand, Bekend())
        # The head begins on the second line of the page.
        yield from (Fout(naam, fout.regel + 1, fout.kolom, fout.tekst) for fout in bestand.fouten)

    def _met_gemeenten(self) -> Bekend:
        """Return the general ids, with the municipalities as a kind of their own."""
        algemeen = self._bekend(self.algemeen)
        organisaties = self.algemeen["organisaties"].waarde
        if not isinstance(organisaties, Organisatiesbestand):
            return algemeen
        soort = {organisatie.id: organisatie.soort for organisatie in organisaties.organisaties}
        gemeenten = frozenset(naam for naam, s in soort.items() if s is Organisatiesoort.GEMEENTE)
        return Bekend(
            ids={
                **algemeen.ids,
                "gemeente": gemeenten,
                "organisatie": frozenset(soort) - gemeenten,
                "soort": frozenset(s.value for s in Soort),
            },
            onvolledig=algemeen.onvolledig | ({"gemeente"} if "organisatie" in algemeen.onvolledig else set()),
        )

    def _contact(self) -> paginas.Contact | None:
        """Return which contact facts a page may show, and how; None when they could not be read."""
        bestand = self.algemeen["contactfeiten"].waarde
        if not isinstance(bestand, Contactbestand):
            return None
        te_tonen = [feit for feit in bestand.feiten if feit.status is not Zekerheid.ONBEKEND]
        zeker = [feit for feit in te_tonen if feit.status is Zekerheid.BEVESTIGD]
        return paginas.Contact(
            alle=frozenset(feit.id for feit in bestand.feiten),
            kaart=frozenset(feit.id for feit in te_tonen),
            nummer={feit.id: feit.bellen for feit in zeker if feit.telefoon},
            website={feit.id: feit.website for feit in zeker if feit.website},
        )

    def _verouderde_nummers(self) -> Iterator[Fout]:
        """Refuse obsolete numbers and addresses anywhere in data, prose and theme, however they are spaced."""
        contact = self.algemeen["contactfeiten"]
        if not isinstance(contact.waarde, Contactbestand):
            return
        patronen = tuple(_losse_schrijfwijze(oud.tekst) for oud in contact.waarde.verouderd)
        overrides = self.wortel / "overrides"
        bronnen = [
            (self.wortel / "docs", "*.md"),
            (self.wortel / "data", "*.yml"),
            (overrides, "*.html"),
            (overrides, "*.js"),
        ]
        for pad in [*(pad for map_, vorm in bronnen for pad in map_.rglob(vorm)), self.wortel / "mkdocs.yml"]:
            naam = pad.relative_to(self.wortel).as_posix()
            tekst = pad.read_text(encoding="utf-8", errors="replace") if pad.is_file() else ""
            lijst = contact.regels_van("verouderd") if naam == contact.naam else range(0)
            for nr, gevonden, plek in _gevonden(tekst, patronen):
                if plek.regel not in lijst:
                    nieuw = contact.waarde.verouderd[nr].gebruik
                    yield Fout(naam, plek.regel, plek.kolom, f"'{kort(gevonden)}' is verouderd; gebruik {nieuw}")

    # ---- together ----------------------------------------------------------------------------------

    def _waarde(self, bestanden: Mapping[Naam, _Bestand], naam: Naam) -> Any:  # noqa: ANN401 - the caller names the type
        return bestanden[naam].waarde

    def _samen(self, plannen: Mapping[str, Delen]) -> Regiovisie:
        bronnen: Bronnenbestand = self._waarde(self.algemeen, "bronnen")
        regios: Regiosbestand = self._waarde(self.algemeen, "regios")
        organisaties: Organisatiesbestand = self._waarde(self.algemeen, "organisaties")
        themas: Themasbestand = self._waarde(self.algemeen, "themas")
        contact: Contactbestand = self._waarde(self.algemeen, "contactfeiten")
        sporen: Sporenbestand = self._waarde(self.algemeen, "sporen")
        huisstijl: Huisstijl = self._waarde(self.algemeen, "huisstijl")
        return Regiovisie(
            documenten=_op_id(bronnen.documenten),
            regios=_op_id(regios.regios),
            organisaties=_op_id(organisaties.organisaties),
            themas=_op_id(themas.themas),
            contactfeiten=_op_id(contact.feiten),
            sporen=sporen,
            huisstijl=huisstijl,
            zoektermen=self._waarde(self.algemeen, "zoektermen"),
            plannen=MappingProxyType({plan_id: self._samen_plan(delen) for plan_id, delen in plannen.items()}),
            items=MappingProxyType({soort: self._samen_items(bestanden) for soort, bestanden in self.items.items()}),
            overzichten=MappingProxyType({soort: self._waarde(self.overzichten, soort) for soort in Soort}),
        )

    @staticmethod
    def _samen_items(bestanden: Mapping[str, _Bestand]) -> Mapping[str, Item]:
        return MappingProxyType(
            {naam: b.waarde.met_naam(naam) for naam, b in bestanden.items() if isinstance(b.waarde, Item)}
        )

    def _samen_plan(self, delen: Delen) -> Plan:
        bestanden = self.plannen[delen.plan_id]
        kop: Planbestand = self._waarde(bestanden, "plan")
        op_volgorde = sorted(delen.activiteiten.items(), key=lambda paar: paar[1].volgorde)
        activiteiten = {activiteit.nummer: activiteit for _, activiteit in op_volgorde}
        eigen = {type(deel): deel for deel in delen.bestanden.values()}
        afgeleid = tijdlijn_uit_acties(kop, activiteiten.values())
        return Plan(
            kop=kop,
            activiteiten=MappingProxyType(activiteiten),
            paginas=MappingProxyType({activiteit.nummer: stam for stam, activiteit in op_volgorde}),
            hoofdstukken=delen.hoofdstukken,
            delen=MappingProxyType({Tijdlijnbestand: afgeleid, **eigen} if afgeleid else eigen),
        )


def _begripwoorden(begrip: Mapping[Any, Any]) -> Iterator[str]:
    """Yield the words by which a term is known."""
    ook = begrip.get("ook")
    woorden = (begrip.get("term"), begrip.get("afkorting"), *(ook if isinstance(ook, (list, tuple)) else ()))
    return (woord for woord in woorden if isinstance(woord, str))


def _adressen(wortel: Path) -> frozenset[str]:
    """Return the address of each page, from the root of the site."""
    return frozenset(f"/{adres}" for adres in paginas_van(wortel))


def beelden_in(data: object, pad: Pad = ()) -> Iterator[tuple[Pad, str]]:
    """Yield where in the head of an item a picture is named, and which."""
    if isinstance(data, dict):
        for sleutel, waarde in data.items():
            if sleutel == "beeld" and isinstance(waarde, dict) and isinstance(waarde.get("bestand"), str):
                yield (*pad, sleutel), waarde["bestand"]
            yield from beelden_in(waarde, (*pad, sleutel))
    elif isinstance(data, list):
        for nummer, waarde in enumerate(data):
            yield from beelden_in(waarde, (*pad, nummer))


def paginas_van(wortel: Path) -> frozenset[str]:
    """Return the address of each page of the project, as it stands after the name of the site."""
    return frozenset(_adres(pad.relative_to(wortel / "docs")) for pad in (wortel / "docs").rglob("*.md"))


def _adres(pagina: Path) -> str:
    """Return the address of a page by its place in `docs/`."""
    plaats = pagina.with_suffix("")
    map_ = plaats.parent if plaats.name == "index" else plaats
    return "" if map_ == Path() else f"{map_.as_posix()}/"


def _op_id(items: tuple[Any, ...]) -> Mapping[str, Any]:
    return MappingProxyType({item.id: item for item in items})


def _teksten(lijst: object, sleutel: str, vorm: str) -> tuple[frozenset[str], bool]:
    """Return the texts under the key in each item of the list, and whether each item has a proper one of its own."""
    items = lijst if isinstance(lijst, list) else [None]
    gevonden = [item.get(sleutel) if isinstance(item, dict) else None for item in items]
    teksten = frozenset(tekst for tekst in gevonden if isinstance(tekst, str) and re.search(vorm, tekst))
    return teksten, len(teksten) == len(items)


def _losse_schrijfwijze(tekst: str) -> re.Pattern[str]:
    """Match a number with any spacing between its digits, and other text as it stands, in either case."""
    if re.search(r"[a-z]", tekst, re.IGNORECASE) or not re.search(r"\d", tekst):
        return re.compile(re.escape(tekst), re.IGNORECASE)
    return re.compile(r"(?<!\d)" + r"[\s.\-\u2010-\u2015()/]*".join(re.sub(r"\D", "", tekst)) + r"(?!\d)")


@lru_cache(maxsize=2_048)  # whoever edits one file has the others looked at before
def _gevonden(tekst: str, patronen: tuple[re.Pattern[str], ...]) -> tuple[tuple[int, str, Plek], ...]:
    """Return where the patterns match: which one, the words, and their place."""
    return tuple(
        (nr, gevonden[0], plek_in_tekst(tekst, gevonden.start()))
        for nr, patroon in enumerate(patronen)
        for gevonden in patroon.finditer(tekst)
    )


# --------------------------------------------------------------------------------------------------
# pydantic's errors in Dutch
# --------------------------------------------------------------------------------------------------


def _toets(bestand: _Bestand, data: object, bekend: Bekend | None) -> list[ErrorDetails]:
    """Give the file its model value when the data have the right shape, else return what pydantic has against them."""
    try:
        bestand.waarde = bestand.soort.model_validate(data, context=bekend)
    except ValidationError as mis:
        return mis.errors(include_url=False)
    return []


def _veld(soort: type[BaseModel], pad: Pad) -> tuple[type[BaseModel], FieldInfo | None]:
    """Return the model that the path leads to, and the last field on the way."""
    veld = None
    for stap in pad:
        if isinstance(stap, str) and stap in soort.model_fields:
            veld = soort.model_fields[stap]
            soort = next(_modellen(veld.annotation), soort)
    return soort, veld


def _modellen(annotatie: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield annotatie
    for deel in get_args(annotatie):
        yield from _modellen(deel)


def _meld_vreemde_sleutel(bestand: _Bestand, boom: Boom, pad: Pad, al_gemeld: set[tuple[int, int]]) -> None:
    """Report a key that the vocabulary doesn't have; read on as if it had been spelt right, or were not there."""
    velden = list(_veld(bestand.soort, pad[:-1])[0].model_fields)
    sleutel = str(pad[-1])
    bedoeld = naaste(sleutel, velden)
    plek = yamlplaats.zoek(boom, pad, sleutel=True)
    hint = f"; bedoelde u '{bedoeld}'?" if bedoeld else f"; hier kan staan: {', '.join(velden)}"
    if (plek.regel, plek.kolom) not in al_gemeld:
        bestand.meld(plek, f"de sleutel '{kort(sleutel)}' is onbekend{hint}")
    yamlplaats.herstel(boom, pad, bedoeld)


def _meld_detail(bestand: _Bestand, boom: Boom, detail: ErrorDetails, al_gemeld: set[tuple[int, int]]) -> None:
    """Report one of pydantic's errors, unless YAML itself had something against that value already."""
    pad = tuple(stap for stap in detail["loc"] if stap != "[key]")
    is_sleutel = "[key]" in detail["loc"]
    if detail["type"] == "missing":
        plek = yamlplaats.zoek(boom, pad[:-1], sleutel=True)
        bestand.meld(plek, f"de sleutel '{pad[-1]}' ontbreekt; voeg '{pad[-1]}:' toe{_ONTBREEKT.get(str(pad[-1]), '')}")
        return
    if detail["type"] == "too_short" and detail["input"]:
        return  # pydantic doesn't count the parts that have an error of their own
    plek = yamlplaats.zoek(boom, pad, sleutel=is_sleutel)
    if (plek.regel, plek.kolom) not in al_gemeld:
        naam = "" if is_sleutel else yamlplaats.sleutel_bij(boom, pad)
        geschreven = str(pad[-1]) if is_sleutel else yamlplaats.geschreven(boom, pad) or ""
        uitleg = _uitleg(detail, geschreven, naam) + _of_woord(bestand.soort, detail)
        bestand.meld(plek, f"{naam}: {uitleg}" if naam else uitleg)


def _bezwaar(bestand: _Bestand, detail: ErrorDetails) -> Bezwaar | None:
    """Return one of pydantic's errors for somebody who sees a form, and no file."""
    boom, pad = bestand.gelezen.boom, detail["loc"]
    if detail["type"] == "missing":
        return Bezwaar(pad=pad, tekst="dit is nog niet ingevuld")
    if boom is None or (detail["type"] == "too_short" and detail["input"]):
        return None
    naam, geschreven = yamlplaats.sleutel_bij(boom, pad), yamlplaats.geschreven(boom, pad) or ""
    return Bezwaar(pad=pad, tekst=_uitleg(detail, geschreven, naam) + _of_woord(bestand.soort, detail))


def _of_woord(soort: type[BaseModel], detail: ErrorDetails) -> str:
    """Return the hint that a word may stand where a list, mapping or date is asked for."""
    _, veld = _veld(soort, detail["loc"])
    woorden = [extra.woord for extra in veld.metadata if isinstance(extra, OfWoord)] if veld else []
    past = detail["type"] in {"tuple_type", "model_type", "date_type"}
    return f", of schrijf {woorden[0]}" if woorden and past else ""


_ONTBREEKT = {"alt": " en schrijf in een paar woorden wat er op de foto te zien is"}
_VORMEN = {
    "nummer": 'schrijf hoofdstuk, punt en volgnummer, zoals "2.2"',
    "telefoon": "schrijf alleen cijfers, met spaties of streepjes ertussen, zoals 0800-2000",
    "leidt_naar": "schrijf het adres zoals het na de naam van de site staat, zoals hulp/thuis/",
    "gelijk": "schrijf één woord, met alleen letters",
    "geen_typefout": "schrijf één woord, met alleen letters",
    "meer": "schrijf het adres zoals het na de naam van de site staat, zoals hulp/thuis/",
    "taal": "schrijf de code van de taal, zoals pl, of ar",
    "website": "schrijf alleen het adres, zoals veiligthuiszl.nl",
    "foto": "schrijf het adres van de foto, zoals /beelden/gesprek.jpg",
    "bestand": "schrijf alleen de naam van het bestand, met kleine letters, zoals poster-a4.pdf",
    "link": "schrijf een adres dat begint met https:// of, op deze site, met een schuine streep, zoals /hulp/thuis/",
}
_MAAL = {"": 1, "duizend": 1_000, "ton": 100_000, "mln": 1_000_000, "miljoen": 1_000_000}
_BEDRAG = re.compile(
    r"(?:€|eur|euro)?\s*(\d{1,3}(?:[. ]\d{3})+|\d{1,9})(?:,(\d{1,2}|-+))?\s*(duizend|ton|mln|miljoen|)\.?(?:\s*euro)?"
)
_DAG = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})|(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")


def _als_bedrag(tekst: str) -> str:
    """Return the whole euros that were meant, when there is no doubt about it, else how to write an amount."""
    gevonden = _BEDRAG.fullmatch(tekst.strip().casefold())
    if gevonden:
        cijfers, achter_komma, woord = gevonden.groups()
        deel = (achter_komma or "").strip("-")
        bedrag = int(re.sub(r"\D", "", cijfers)) * _MAAL[woord] + int(deel or 0) * _MAAL[woord] // 10 ** len(deel)
        if int(deel or 0) * _MAAL[woord] % 10 ** len(deel) == 0:
            return str(bedrag)
    return "hele euro's met alleen cijfers, zoals 12500"


def _als_dag(tekst: str) -> str:
    """Return the day that was meant as jjjj-mm-dd, when it can be read, else how to write a date."""
    gevonden = _DAG.fullmatch(tekst.strip())
    if gevonden:
        dag, maand, jaar, jaar_eerst, maand_midden, dag_laatst = gevonden.groups()
        with suppress(ValueError):
            return str(date(int(jaar or jaar_eerst), int(maand or maand_midden), int(dag or dag_laatst)))
    return "jaar, maand en dag als jjjj-mm-dd"


def als_id(tekst: str) -> str:
    """Return the text as an id: lower case, with hyphens for all that is no letter or digit."""
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:80]


def _uitleg(detail: ErrorDetails, geschreven: str, naam: str) -> str:  # noqa: C901, PLR0911, PLR0912 - a flat table of messages
    """Return what is wrong and what to write, in Dutch, for one of pydantic's errors."""
    soort, invoer, ctx = detail["type"], detail["input"], detail.get("ctx", {})
    groep = "een groep sleutels" if isinstance(invoer, dict) else "een lijst" if isinstance(invoer, list) else ""
    getoond = groep or f"'{kort(geschreven)}'"
    if soort == "regel":
        return str(ctx["tekst"])
    if soort == "string_type":
        if isinstance(invoer, dict):
            return MET_DUBBELE_PUNT
        if isinstance(invoer, list):
            return "hier hoort een tekst, geen lijst; haal het streepje of de haken weg"
        return f'hier hoort een tekst; zet {getoond} tussen aanhalingstekens: "{kort(geschreven)}"'
    if soort == "string_pattern_mismatch":
        vorm = f"gebruik kleine letters, cijfers en streepjes, zoals {als_id(geschreven) or 'samen-zien'}"
        return f"{getoond} past hier niet; {_VORMEN.get('foto' if 'beeld' in detail['loc'] else naam, vorm)}"
    if soort == "string_too_long":
        return f"de tekst is langer dan {ctx['max_length']} tekens; maak hem korter"
    if soort == "too_long" and isinstance(invoer, str):
        return f"de tekst is langer dan {ctx['max_length']} tekens; maak hem korter"
    if soort == "too_short":
        return f"hier is minstens {ctx['min_length']} onderdeel nodig; voeg het toe"
    if soort == "too_long":
        return f"hier passen hoogstens {ctx['max_length']} onderdelen; haal er weg"
    if soort in {"enum", "literal_error"}:
        keuzes = re.findall(r"'([^']*)'", str(ctx["expected"]))
        hint = (not groep and bedoelde_u(geschreven, keuzes)) or f"; kies uit: {', '.join(keuzes)}"
        return f"{getoond} kan hier niet{hint}"
    if soort in {"int_type", "date_type"} and (
        invoer == geschreven and re.fullmatch(r"\d+|\d{4}-\d\d-\d\d", geschreven)
    ):
        return f"{getoond} staat tussen aanhalingstekens; schrijf {geschreven} zonder"
    if soort == "int_type":
        if "[key]" in detail["loc"]:
            return f"{getoond} is geen jaartal; schrijf vier cijfers, zoals 2024"
        if {"bedrag", "totaal"} & set(detail["loc"]):
            return f"{getoond} is geen bedrag; schrijf {_als_bedrag(geschreven)}"
        return f"{getoond} is geen heel getal; schrijf alleen cijfers"
    if soort in {"greater_than_equal", "less_than_equal"}:
        grens = f"te klein; schrijf minstens {ctx['ge']}" if "ge" in ctx else f"te groot; schrijf hoogstens {ctx['le']}"
        return f"{getoond} is {grens}"
    if soort.startswith("date"):
        return f"{getoond} is geen datum; schrijf {_als_dag(geschreven)}"
    if soort == "tuple_type":
        return "hier hoort een lijst; zet elk onderdeel op een eigen regel met een streepje ervoor"
    if soort in {"model_type", "dict_type"}:
        return f"{getoond} kan hier niet; schrijf sleutels met een waarde ('sleutel: waarde')"
    return f"{getoond} past hier niet"
