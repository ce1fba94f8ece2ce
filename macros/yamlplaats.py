"""YAML with places: read a data file so that every value still knows its line and column.

YAML 1.1 is kinder to computers than to editors: `010` is 8, `on` is true, a second key silently wins, and a
date that doesn't exist gives an error without a name. Everything of that kind is refused here, in Dutch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

MAX_BYTES = 1_000_000
MAX_DIEPTE = 20
MAX_CIJFERS = 15

_TAG = "tag:yaml.org,2002:"
_ONZICHTBAAR = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_GEWOON_GETAL = re.compile(r"^-?(0|[1-9]\d*)$")
_VOORLOOPNUL = re.compile(r"^[-+]?0\d+$")

_AANHALINGSTEKENS = "zet de hele tekst tussen aanhalingstekens"
_SYNTAX = (
    ("mapping values are not allowed", f"hier staat een dubbele punt te veel; {_AANHALINGSTEKENS}"),
    ("could not find expected ':'", "na deze sleutel ontbreekt een dubbele punt; schrijf 'sleutel: waarde'"),
    ("cannot start any token", f"een tekst kan niet met dit teken beginnen (of er staat een tab); {_AANHALINGSTEKENS}"),
    ("expected key", "de inspringing klopt niet; zet sleutels die bij elkaar horen precies onder elkaar"),
    ("expected '-' indicator", "de inspringing klopt niet; zet de streepjes van een lijst precies onder elkaar"),
    ("expected <block end>", "de inspringing klopt niet; zet wat bij elkaar hoort precies onder elkaar"),
    ("expected ',' or ']'", "de lijst met rechte haken wordt niet afgesloten; voeg een komma of ] toe"),
    ("expected ',' or '}'", "de opsomming met accolades wordt niet afgesloten; voeg een komma of } toe"),
    ("expected the node content", "hier ontbreekt een waarde; vul die in of haal de sleutel weg"),
    ("unexpected end of stream", "een aanhalingsteken wordt geopend maar niet gesloten; sluit het"),
    ("unexpected document indicator", "een aanhalingsteken wordt geopend maar niet gesloten; sluit het"),
    ("unknown escape character", "een schuine streep \\ tussen dubbele aanhalingstekens; gebruik enkele aanhalingstekens"),
    ("block sequence entries are not allowed", f"hier mag geen streepje staan; begin op een nieuwe regel of {_AANHALINGSTEKENS}"),
    ("expected <document start>", "de inspringing klopt niet, of er staat tekst na het einde; kijk ook naar de regel erboven"),
)


@dataclass(frozen=True)
class Plek:
    """A place in a file: line and column, both counted from 1."""

    regel: int
    kolom: int


@dataclass(frozen=True, kw_only=True)
class Gelezen:
    """What was read: the data (None when there is no usable data), the node tree, and what was wrong with the YAML."""

    data: Any
    boom: Node | None
    fouten: tuple[tuple[Plek, str], ...]


def _plek(mark: yaml.Mark) -> Plek:
    return Plek(mark.line + 1, mark.column + 1)


def plek_in_tekst(tekst: str, positie: int) -> Plek:
    """Return the place of the character at this position."""
    begin = tekst.rfind("\n", 0, positie) + 1
    return Plek(tekst.count("\n", 0, positie) + 1, positie - begin + 1)


def lees(inhoud: bytes) -> Gelezen:
    """Read the bytes of one YAML file; whatever is wrong is in `fouten`, nothing is raised."""
    if len(inhoud) > MAX_BYTES:
        return Gelezen(data=None, boom=None, fouten=((Plek(1, 1), "het bestand is groter dan 1 MB; splits het"),))
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as mis:
        plek = plek_in_tekst(inhoud[: mis.start].decode("utf-8", errors="replace"), mis.start)
        return Gelezen(data=None, boom=None, fouten=((plek, "dit teken is geen UTF-8; bewaar het bestand als UTF-8"),))
    fouten = [
        (plek_in_tekst(tekst, gevonden.start()), f"onzichtbaar teken U+{ord(gevonden[0]):04X}; haal het weg")
        for gevonden in _ONZICHTBAAR.finditer(tekst)
    ]
    if fouten:
        tekst = _ONZICHTBAAR.sub(" ", tekst)
    try:
        bouwfouten = list(_bouwfouten(tekst))
        if bouwfouten:
            return Gelezen(data=None, boom=None, fouten=(*fouten, *bouwfouten))
        loader = yaml.CSafeLoader(tekst)
        boom = loader.get_single_node()
        if boom is None:
            return Gelezen(data=None, boom=None, fouten=(*fouten, (Plek(1, 1), "het bestand is leeg; vul het in")))
        fouten += _waardefouten(boom)
        data = loader.construct_document(boom) if not _samengestelde_sleutels(boom) else None
    except yaml.MarkedYAMLError as mis:
        fouten.append(_syntaxfout(mis))
        return Gelezen(data=None, boom=None, fouten=tuple(fouten))
    return Gelezen(data=data, boom=boom, fouten=tuple(fouten))


def _syntaxfout(mis: yaml.MarkedYAMLError) -> tuple[Plek, str]:
    mark = mis.problem_mark or mis.context_mark
    uitleg = next(
        (nederlands for engels, nederlands in _SYNTAX if engels in (mis.problem or "")),
        "deze regel is geen geldige YAML; kijk naar inspringing, dubbele punten en aanhalingstekens",
    )
    return (_plek(mark) if mark else Plek(1, 1)), uitleg


def _bouwfouten(tekst: str) -> Iterator[tuple[Plek, str]]:
    """Find constructions that data files have no use for, and nesting that would exhaust the stack."""
    diepte = documenten = 0
    for gebeurtenis in yaml.parse(tekst, Loader=yaml.CSafeLoader):
        plek = _plek(gebeurtenis.start_mark)
        if isinstance(gebeurtenis, yaml.DocumentStartEvent):
            documenten += 1
            if documenten > 1:
                yield plek, "een tweede document (---) in hetzelfde bestand; maak er een eigen bestand van"
                return
        if isinstance(gebeurtenis, yaml.AliasEvent) or getattr(gebeurtenis, "anchor", None):
            yield plek, "verwijzingen met & en * worden niet gebruikt; schrijf de waarde uit (of zet haar tussen aanhalingstekens)"
        elif getattr(gebeurtenis, "tag", None):
            yield plek, "een label met ! wordt niet gebruikt; zet de tekst tussen aanhalingstekens"
        if isinstance(gebeurtenis, yaml.CollectionStartEvent):
            diepte += 1
            if diepte > MAX_DIEPTE:
                yield plek, f"meer dan {MAX_DIEPTE} niveaus diep; kijk of er haken te veel staan"
                return
        elif isinstance(gebeurtenis, yaml.CollectionEndEvent):
            diepte -= 1


def _samengestelde_sleutels(boom: Node) -> bool:
    return any(
        not isinstance(sleutel, ScalarNode)
        for knoop in _knopen(boom)
        if isinstance(knoop, MappingNode)
        for sleutel, _ in knoop.value
    )


def _knopen(boom: Node) -> Iterator[Node]:
    yield boom
    if isinstance(boom, SequenceNode):
        for deel in boom.value:
            yield from _knopen(deel)
    elif isinstance(boom, MappingNode):
        for sleutel, waarde in boom.value:
            yield from _knopen(sleutel)
            yield from _knopen(waarde)


def _waardefouten(boom: Node) -> list[tuple[Plek, str]]:
    """Find values that mean something else to YAML than to the editor; a value found wrong is made plain text."""
    fouten: list[tuple[Plek, str]] = []
    for knoop in _knopen(boom):
        if isinstance(knoop, MappingNode):
            fouten += _sleutelfouten(knoop)
        elif isinstance(knoop, ScalarNode) and knoop.style is None:
            tekst = _scalarfout(knoop)
            if tekst:
                fouten.append((_plek(knoop.start_mark), tekst))
                knoop.tag = _TAG + "str"
    return fouten


def _sleutelfouten(knoop: MappingNode) -> Iterator[tuple[Plek, str]]:
    eerder: dict[str, int] = {}
    for sleutel, _ in knoop.value:
        plek = _plek(sleutel.start_mark)
        if not isinstance(sleutel, ScalarNode):
            yield plek, "een sleutel is een enkel woord; kijk of er haken of accolades te veel staan"
        elif sleutel.value == "<<":
            yield plek, "samenvoegen met << wordt niet gebruikt; schrijf de sleutels uit"
            sleutel.tag = _TAG + "str"
        elif sleutel.value in eerder:
            yield plek, f"de sleutel '{kort(sleutel.value)}' staat hier voor de tweede keer (eerder op regel {eerder[sleutel.value]}); haal er een weg"
        else:
            eerder[sleutel.value] = plek.regel


def _scalarfout(knoop: ScalarNode) -> str | None:  # noqa: PLR0911 - one return per kind of value reads best
    waarde, soort = knoop.value, knoop.tag.removeprefix(_TAG)
    if soort == "null":
        return "hier staat geen waarde; vul die in of haal de sleutel weg"
    if soort == "bool":
        return f"'{waarde}' betekent voor de computer waar of onwaar; schrijf ja of nee, of zet het woord tussen aanhalingstekens"
    if _VOORLOOPNUL.match(waarde):
        zonder = waarde.lstrip("+-0") or "0"
        return f"'{kort(waarde)}' begint met een nul en wordt dan anders gelezen; schrijf {kort(zonder)}, of \"{kort(waarde)}\" met aanhalingstekens als het een code is"
    if soort == "int" and len(waarde) > MAX_CIJFERS:
        return f"'{kort(waarde)}' is te groot; schrijf een getal van hoogstens {MAX_CIJFERS} cijfers"
    if soort == "int" and not _GEWOON_GETAL.match(waarde):
        return f"'{kort(waarde)}' is geen gewoon getal; schrijf alleen cijfers, of zet het tussen aanhalingstekens"
    if soort == "float" and not re.fullmatch(r"-?\d{1,15}\.\d{1,15}", waarde):
        return f"'{kort(waarde)}' is geen gewoon getal; schrijf alleen cijfers, of zet het tussen aanhalingstekens"
    if soort == "timestamp":
        return _datumfout(waarde)
    return None


def _datumfout(waarde: str) -> str | None:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", waarde):
        return f"'{kort(waarde)}' is geen datum; schrijf jaar, maand en dag als jjjj-mm-dd"
    try:
        yaml.SafeLoader.construct_yaml_timestamp(yaml.SafeLoader(""), ScalarNode(_TAG + "timestamp", waarde))
    except ValueError:
        return f"'{waarde}' is geen bestaande datum; schrijf een dag die op de kalender staat, als jjjj-mm-dd"
    return None


def kort(waarde: object) -> str:
    """Return the value as text of at most 60 characters on one line, to show in a message."""
    tekst = " ".join(str(waarde).split())
    return tekst if len(tekst) <= 60 else tekst[:57] + "..."  # noqa: PLR2004 - the bound of the sentence above


def zoek(boom: Node, pad: tuple[str | int, ...], *, sleutel: bool = False) -> Plek:
    """Return the place of the value at the path, or of the deepest part of the path that is there.

    With `sleutel`, the place of the key rather than of its value.
    """
    plek = _plek(boom.start_mark)
    for stap in pad:
        if isinstance(boom, MappingNode):
            gevonden = [(s, w) for s, w in boom.value if isinstance(s, ScalarNode) and s.value == str(stap)]
            if not gevonden:
                break
            naam, boom = gevonden[-1]
            plek = _plek(naam.start_mark if sleutel else boom.start_mark)
        elif isinstance(boom, SequenceNode) and isinstance(stap, int) and stap < len(boom.value):
            boom = boom.value[stap]
            plek = _plek(boom.start_mark)
        else:
            break
    return plek


def dubbele_ids(boom: Node) -> Iterator[tuple[Plek, str]]:
    """Find items of one list that carry the same `id`."""
    for lijst in _knopen(boom):
        if not isinstance(lijst, SequenceNode):
            continue
        eerder: dict[str, int] = {}
        for item in lijst.value:
            for sleutel, waarde in item.value if isinstance(item, MappingNode) else ():
                if not (isinstance(sleutel, ScalarNode) and isinstance(waarde, ScalarNode) and sleutel.value == "id"):
                    continue
                plek = _plek(waarde.start_mark)
                if waarde.value in eerder:
                    yield plek, f"id: '{kort(waarde.value)}' komt twee keer voor (eerder op regel {eerder[waarde.value]}); kies een ander id"
                eerder.setdefault(waarde.value, plek.regel)
