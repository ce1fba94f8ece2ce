"""The gate: `data/` becomes the checked model, or all errors at once, each with file, line and column.

Three passes: the shape of each file (YAML, keys, types), the references between files, and the rules of a plan.
Everything that is wrong is said in one run, in Dutch, to somebody who doesn't program. After the gate the model
is trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros import yamlplaats
from macros.model import (
    ALGEMENE_BESTANDEN,
    PLANBESTANDEN,
    Activiteit,
    Begrippenbestand,
    Begrotingsbestand,
    Bekend,
    Bronnenbestand,
    Communicatiebestand,
    Contactbestand,
    Evaluatiebestand,
    Governancebestand,
    Indicatorenbestand,
    Model,
    Organisatiesbestand,
    Plan,
    Planbestand,
    Regiosbestand,
    Regiovisie,
    Risicobestand,
    Themasbestand,
    Tijdlijnbestand,
    bedoelde_u,
)
from macros.regels import REGELS, Delen
from macros.yamlplaats import Plek, kort, plek_in_tekst

Pad = tuple[str | int, ...]

_KENMERKEN: Mapping[str, tuple[str, str]] = {
    "bronnen": ("document", "documenten"),
    "regios": ("regio", "regios"),
    "organisaties": ("organisatie", "organisaties"),
    "themas": ("thema", "themas"),
    "plan": ("lijn", "lijnen"),
    "governance": ("gremium", "gremia"),
    "indicatoren": ("indicator", "indicatoren"),
}
"""Per data file: which kind of reference its ids serve, and the list they stand in."""

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
        """Return the line as it is shown to an editor."""
        return f"{self.bestand}:{self.regel}:{self.kolom}: {self.tekst}"


class Inleesfouten(Exception):  # noqa: N818 - the Dutch noun for a set of errors
    """The data can't be used; `fouten` holds everything that is wrong with it, in the order of the files."""

    def __init__(self, fouten: tuple[Fout, ...]) -> None:
        """Keep the errors; the message is all of them, a line each."""
        super().__init__("\n".join(map(str, fouten)))
        self.fouten = fouten


@dataclass(kw_only=True)
class _Bestand:
    """A data file on its way through the gate."""

    naam: str
    stam: str
    soort: type[Model]
    gelezen: yamlplaats.Gelezen
    waarde: Model | None = None
    fouten: list[Fout] = field(default_factory=list)

    def meld(self, plek: Plek, tekst: str) -> None:
        self.fouten.append(Fout(self.naam, plek.regel, plek.kolom, tekst))

    def meld_op(self, pad: Pad, tekst: str, *, sleutel: bool = False) -> None:
        boom = self.gelezen.boom
        self.meld(yamlplaats.zoek(boom, pad, sleutel=sleutel) if boom else Plek(1, 1), tekst)


def laad(wortel: Path) -> Regiovisie:
    """Return the checked model of the project at `wortel`; raise `Inleesfouten` when anything is wrong.

    Reads again only when a data file or the set of activity pages has changed.
    """
    return _laad(wortel, _stempel(wortel))


def controleer(wortel: Path) -> tuple[Fout, ...]:
    """Return everything that is wrong with the data and the content of the project at `wortel`."""
    try:
        laad(wortel)
    except Inleesfouten as mis:
        return mis.fouten
    return ()


def _stempel(wortel: Path) -> tuple[tuple[str, int, int], ...]:
    paden = sorted([*(wortel / "data").rglob("*.yml"), *(wortel / "docs").rglob("*.md")])
    return tuple((str(pad), pad.stat().st_mtime_ns, pad.stat().st_size) for pad in paden)


@lru_cache(maxsize=1)
def _laad(wortel: Path, _stempel: object) -> Regiovisie:
    poort = _Poort(wortel)
    regiovisie = poort.loop()
    if poort.fouten or regiovisie is None:
        raise Inleesfouten(tuple(sorted(set(poort.fouten))))
    return regiovisie


class _Poort:
    """One walk through the gate."""

    def __init__(self, wortel: Path) -> None:
        self.wortel = wortel
        self.fouten: list[Fout] = []
        self.algemeen = {naam: self._lees(f"data/{naam}.yml", soort) for naam, soort in ALGEMENE_BESTANDEN.items()}
        self.plannen = {map_.name: self._plan(map_) for map_ in sorted((wortel / "data/plannen").glob("*/"))}

    def loop(self) -> Regiovisie | None:
        """Read, check and put together; None when it could not be."""
        self._vreemde_bestanden()
        algemeen = self._bekend(self.algemeen)
        for bestand in self.algemeen.values():
            self._valideer(bestand, algemeen)
        plannen = {plan_id: self._controleer_plan(plan_id, algemeen) for plan_id in self.plannen}
        for bestand in self._alle_bestanden():
            self.fouten += bestand.fouten
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
        bestanden = {naam: self._lees(f"{begin}/{naam}.yml", soort) for naam, soort in PLANBESTANDEN.items()}
        for pad in sorted((map_ / "activiteiten").glob("*.yml")):
            sleutel = f"activiteiten/{pad.stem}"
            bestanden[sleutel] = self._lees(f"{begin}/{sleutel}.yml", Activiteit)
        return bestanden

    def _alle_bestanden(self) -> Iterator[_Bestand]:
        yield from self.algemeen.values()
        for bestanden in self.plannen.values():
            yield from bestanden.values()

    def _vreemde_bestanden(self) -> None:
        """Report files that nothing reads: a misspelt name would otherwise silently lose its content."""
        bekend = {bestand.naam for bestand in self._alle_bestanden()}
        for pad in sorted((self.wortel / "data").rglob("*")):
            naam = pad.relative_to(self.wortel).as_posix()
            if pad.is_dir() or naam in bekend or naam.startswith("data/schema/") or pad.name.startswith("."):
                continue
            hint = bedoelde_u(naam, list(bekend))
            self.fouten.append(Fout(naam, 1, 1, f"dit bestand wordt door niets gelezen{hint or '; haal het weg of verbeter de naam'}"))

    # ---- pass 1 and 2: shape and references --------------------------------------------------------

    @staticmethod
    def _bekend(bestanden: Mapping[str, _Bestand], algemeen: Bekend | None = None) -> Bekend:
        """Collect the ids, also from files with errors elsewhere, so that one error doesn't cause others."""
        ids: dict[str, frozenset[str]] = dict(algemeen.ids) if algemeen else {}
        onvolledig = set(algemeen.onvolledig) if algemeen else set()
        for naam, bestand in bestanden.items():
            soort, lijst = _KENMERKEN.get(naam, ("", ""))
            if naam.startswith("activiteiten/"):
                gevonden = _teksten([bestand.gelezen.data], "nummer")
                soort = ACTIVITEIT
            elif soort:
                data = bestand.gelezen.data
                gevonden = _teksten(data.get(lijst) if isinstance(data, dict) else None, "id")
            else:
                continue
            ids[soort] = ids.get(soort, frozenset()) | gevonden
            if not gevonden:
                onvolledig.add(soort)
        ids[ACTOR] = ids.get("organisatie", frozenset()) | ids.get("gremium", frozenset())
        if onvolledig & {"organisatie", "gremium"}:
            onvolledig.add(ACTOR)
        return Bekend(ids=ids, onvolledig=frozenset(onvolledig))

    @staticmethod
    def _valideer(bestand: _Bestand, bekend: Bekend) -> None:
        """Give the file its model value, or its errors; a key that doesn't belong there doesn't hide other errors."""
        data = bestand.gelezen.data
        if data is None:
            return
        al_gemeld = {(fout.regel, fout.kolom) for fout in bestand.fouten}
        for poging in range(2):
            try:
                bestand.waarde = bestand.soort.model_validate(data, context=bekend)
            except ValidationError as mis:
                details = mis.errors(include_url=False)
                for detail in details if poging == 0 else ():
                    _meld_detail(bestand, detail, al_gemeld)
                data = _zonder_vreemde_sleutels(data, details)
            else:
                return

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
            volledig=all(b.waarde for b in activiteiten.values()),
        )
        for regel in REGELS:
            for naam, pad, tekst in regel(delen):
                bestanden[naam].meld_op(pad, tekst)
        return delen

    def _verouderde_nummers(self) -> Iterator[Fout]:
        """Refuse obsolete numbers and addresses anywhere in data and prose, however they are spaced."""
        contact = self.algemeen["contactfeiten"]
        if not isinstance(contact.waarde, Contactbestand):
            return
        patronen = [(oud, _losse_schrijfwijze(oud.tekst)) for oud in contact.waarde.verouderd]
        paden = [*(self.wortel / "docs").rglob("*.md"), *(self.wortel / "data").rglob("*.yml")]
        for pad in paden:
            naam = pad.relative_to(self.wortel).as_posix()
            if naam == contact.naam:
                continue
            tekst = pad.read_text(encoding="utf-8", errors="replace")
            for oud, patroon in patronen:
                for gevonden in patroon.finditer(tekst):
                    plek = plek_in_tekst(tekst, gevonden.start())
                    yield Fout(naam, plek.regel, plek.kolom, f"'{kort(gevonden[0])}' is verouderd; gebruik {oud.gebruik}")

    # ---- together ----------------------------------------------------------------------------------

    def _waarde(self, bestanden: Mapping[str, _Bestand], naam: str) -> Any:  # noqa: ANN401 - the caller names the type
        return bestanden[naam].waarde

    def _samen(self, plannen: Mapping[str, Delen]) -> Regiovisie:
        bronnen: Bronnenbestand = self._waarde(self.algemeen, "bronnen")
        regios: Regiosbestand = self._waarde(self.algemeen, "regios")
        organisaties: Organisatiesbestand = self._waarde(self.algemeen, "organisaties")
        themas: Themasbestand = self._waarde(self.algemeen, "themas")
        begrippen: Begrippenbestand = self._waarde(self.algemeen, "begrippen")
        contact: Contactbestand = self._waarde(self.algemeen, "contactfeiten")
        return Regiovisie(
            documenten=_op_id(bronnen.documenten),
            regios=_op_id(regios.regios),
            organisaties=_op_id(organisaties.organisaties),
            themas=_op_id(themas.themas),
            begrippen=_op_id(begrippen.begrippen),
            contactfeiten=_op_id(contact.feiten),
            plannen=MappingProxyType({plan_id: self._samen_plan(delen) for plan_id, delen in plannen.items()}),
        )

    def _samen_plan(self, delen: Delen) -> Plan:
        bestanden = self.plannen[delen.plan_id]
        kop: Planbestand = self._waarde(bestanden, "plan")
        governance: Governancebestand = self._waarde(bestanden, "governance")
        indicatoren: Indicatorenbestand = self._waarde(bestanden, "indicatoren")
        tijdlijn: Tijdlijnbestand = self._waarde(bestanden, "tijdlijn")
        begroting: Begrotingsbestand = self._waarde(bestanden, "begroting")
        risicos: Risicobestand = self._waarde(bestanden, "risicos")
        communicatie: Communicatiebestand = self._waarde(bestanden, "communicatie")
        evaluatie: Evaluatiebestand = self._waarde(bestanden, "evaluatie")
        op_volgorde = sorted(delen.activiteiten.items(), key=lambda paar: paar[1].volgorde)
        return Plan(
            kop=kop,
            governance=governance,
            activiteiten=MappingProxyType({activiteit.nummer: activiteit for _, activiteit in op_volgorde}),
            paginas=MappingProxyType({activiteit.nummer: stam for stam, activiteit in op_volgorde}),
            indicatoren=_op_id(indicatoren.indicatoren),
            indicatoren_let_op=indicatoren.let_op,
            tijdlijn=tijdlijn,
            begroting=begroting,
            risicos=risicos,
            communicatie=communicatie,
            evaluatie=evaluatie,
        )


def _op_id(items: tuple[Any, ...]) -> Mapping[str, Any]:
    return MappingProxyType({item.id: item for item in items})


def _teksten(lijst: object, sleutel: str) -> frozenset[str]:
    items = lijst if isinstance(lijst, list) else []
    return frozenset(
        item[sleutel] for item in items if isinstance(item, dict) and isinstance(item.get(sleutel), str)
    )


def _losse_schrijfwijze(tekst: str) -> re.Pattern[str]:
    """Match a number with any spacing between its digits, and other text as it stands, in either case."""
    if re.search(r"[a-z]", tekst, re.IGNORECASE):
        return re.compile(re.escape(tekst), re.IGNORECASE)
    return re.compile(r"(?<!\d)" + r"[\s.\-\u2010-\u2015()/]*".join(re.sub(r"\D", "", tekst)) + r"(?!\d)")


# --------------------------------------------------------------------------------------------------
# pydantic's errors in Dutch
# --------------------------------------------------------------------------------------------------


def _zonder_vreemde_sleutels(data: object, details: list[ErrorDetails]) -> object:
    """Return the data without the keys that the vocabulary doesn't have."""
    vreemd = {detail["loc"] for detail in details if detail["type"] == "extra_forbidden"}

    def snoei(waarde: object, pad: Pad) -> object:
        if isinstance(waarde, dict):
            return {naam: snoei(deel, (*pad, naam)) for naam, deel in waarde.items() if (*pad, naam) not in vreemd}
        if isinstance(waarde, list):
            return [snoei(deel, (*pad, nr)) for nr, deel in enumerate(waarde)]
        return waarde

    return snoei(data, ())


def _velden(soort: type[BaseModel], pad: Pad) -> list[str]:
    """Return the keys that the vocabulary has at this path."""
    for stap in pad:
        if isinstance(stap, str) and stap in soort.model_fields:
            binnen = _modellen(soort.model_fields[stap].annotation)
            soort = next(binnen, soort)
    return list(soort.model_fields)


def _modellen(annotatie: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield annotatie
    for deel in get_args(annotatie):
        yield from _modellen(deel)


def _meld_detail(bestand: _Bestand, detail: ErrorDetails, al_gemeld: set[tuple[int, int]]) -> None:
    pad, soort = detail["loc"], detail["type"]
    naam = str(next((stap for stap in reversed(pad) if isinstance(stap, str) and stap != "[key]"), ""))
    boom = bestand.gelezen.boom
    if boom is None:
        return
    if soort == "missing":
        plek = yamlplaats.zoek(boom, pad[:-1], sleutel=bool(pad[:-1]) and isinstance(pad[-2], str))
        tekst = f"de sleutel '{pad[-1]}' ontbreekt; voeg '{pad[-1]}:' toe"
    elif soort == "extra_forbidden":
        plek = yamlplaats.zoek(boom, pad, sleutel=True)
        velden = _velden(bestand.soort, pad[:-1])
        hint = bedoelde_u(str(pad[-1]), velden) or f"; hier kan staan: {', '.join(velden)}"
        tekst = f"de sleutel '{kort(pad[-1])}' is onbekend{hint}"
    else:
        plek = yamlplaats.zoek(boom, tuple(stap for stap in pad if stap != "[key]"), sleutel="[key]" in pad)
        tekst = f"{naam}: {_uitleg(detail, naam)}" if naam else _uitleg(detail, naam)
    if (plek.regel, plek.kolom) not in al_gemeld:
        bestand.meld(plek, tekst)


_VORMEN = {
    "nummer": 'schrijf hoofdstuk, punt en volgnummer, zoals "2.2"',
    "website": "schrijf alleen het adres, zoals veiligthuiszl.nl",
}


def _uitleg(detail: ErrorDetails, naam: str) -> str:  # noqa: C901, PLR0911, PLR0912 - a flat table of messages
    """Return what is wrong and what to write, in Dutch, for one of pydantic's errors."""
    soort, invoer, ctx = detail["type"], detail["input"], detail.get("ctx", {})
    getoond = f"'{kort(invoer)}'"
    if soort == "regel":
        return str(ctx["tekst"])
    if soort == "string_type":
        if isinstance(invoer, dict):
            return "hier hoort een tekst; staat er een dubbele punt in, zet de hele zin dan tussen aanhalingstekens"
        if isinstance(invoer, list):
            return "hier hoort een tekst, geen lijst; haal het streepje weg"
        return f'hier hoort een tekst; zet {getoond} tussen aanhalingstekens: "{kort(invoer)}"'
    if soort == "string_pattern_mismatch":
        return f"{getoond} past hier niet; {_VORMEN.get(naam, 'gebruik kleine letters, cijfers en streepjes')}"
    if soort == "string_too_long":
        return f"de tekst is langer dan {ctx['max_length']} tekens; maak hem korter"
    if soort in {"too_short", "too_long"}:
        grens = ctx.get("min_length") if soort == "too_short" else ctx.get("max_length")
        return f"er {'is minstens' if soort == 'too_short' else 'zijn hoogstens'} {grens} nodig" if soort == "too_short" else f"hoogstens {grens} onderdelen; maak de lijst korter"
    if soort in {"enum", "literal_error"}:
        keuzes = re.findall(r"'([^']*)'", str(ctx["expected"]))
        hint = bedoelde_u(str(invoer), keuzes) or f"; kies uit: {', '.join(keuzes)}"
        return f"{getoond} kan hier niet{hint}"
    if soort in {"int_type", "int_parsing", "int_from_float"}:
        return f"{getoond} is geen heel getal; schrijf alleen cijfers, zonder punten of komma's"
    if soort in {"greater_than_equal", "less_than_equal"}:
        grens = ctx.get("ge", ctx.get("le"))
        return f"{getoond} is te {'klein' if 'ge' in ctx else 'groot'}; schrijf {'minstens' if 'ge' in ctx else 'hoogstens'} {grens}"
    if soort.startswith("date"):
        return f"{getoond} is geen datum; schrijf jaar, maand en dag als jjjj-mm-dd"
    if soort in {"tuple_type", "list_type"}:
        return "hier hoort een lijst; zet elk onderdeel op een eigen regel met een streepje ervoor"
    if soort in {"model_type", "dict_type", "model_attributes_type"}:
        return f"hier horen sleutels met waarden ('sleutel: waarde'), niet {getoond}"
    return f"{getoond} past hier niet"
