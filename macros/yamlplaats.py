"""YAML with places: read a data file so that every value still knows its line and column.

YAML 1.1 is kinder to computers than to editors: `010` is 8, `on` is true, a second key silently wins, and a
date that doesn't exist gives an error without a name. Everything of that kind is refused here, in Dutch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

MAX_BYTES = 1_000_000
MAX_DIEPTE = 20
MAX_ONDERDELEN = 500
MAX_CIJFERS = 15
BEWAARD = 1000
"""How many files are kept as they were read: after an edit only that file has to be read again."""

Boom = Node
"""The tree of a file: what was written, and where."""

_TAG = "tag:yaml.org,2002:"
_ONZICHTBAAR = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_GEWOON_GETAL = re.compile(r"^(0|-?[1-9]\d*)$")
_VOORLOOPNUL = re.compile(r"^[-+]?0\d+$")

_AANHALINGSTEKENS = "zet de hele tekst tussen aanhalingstekens"
_GEEN_YAML = "dit is geen geldige YAML; kijk naar inspringing, haken, dubbele punten en aanhalingstekens"
_INSPRINGING = "de inspringing klopt niet; zet wat bij elkaar hoort precies onder elkaar"
_OPEN_LIJST = "deze lijst met rechte haken wordt niet afgesloten; voeg een komma of ] toe"
_OPEN_ACCOLADE = "deze accolade wordt niet afgesloten; voeg een komma of } toe"
_OPEN_CITAAT = "dit aanhalingsteken wordt niet gesloten; zet er een aan het einde van de tekst"
_SCHUINE_STREEP = "een schuine streep \\ kan hier niet; gebruik enkele aanhalingstekens"
_AAN_HET_BEGIN = (
    ("expected ',' or ']'", _OPEN_LIJST),
    ("expected ',' or '}'", _OPEN_ACCOLADE),
    ("unexpected end of stream", _OPEN_CITAAT),
    ("unexpected document indicator", _OPEN_CITAAT),
    ("scanning an alias", f"een tekst kan niet met * beginnen; {_AANHALINGSTEKENS}"),
    ("scanning an anchor", f"een tekst kan niet met & beginnen; {_AANHALINGSTEKENS}"),
    ("parsing a tag", f"een tekst kan niet met ! beginnen; {_AANHALINGSTEKENS}"),
    ("tag handle", f"een tekst kan niet met ! beginnen; {_AANHALINGSTEKENS}"),
    ("directive", f"een regel kan niet met % beginnen; {_AANHALINGSTEKENS}"),
    ("could not find expected ':'", "na deze sleutel ontbreekt een dubbele punt; schrijf 'sleutel: waarde'"),
)
_TER_PLAATSE = (
    ("found a tab", "hier staat een tab; spring in met spaties"),
    ("expected comment or line break", f"na > of | begint de tekst op de volgende regel; {_AANHALINGSTEKENS}"),
    ("hexdecimal", _SCHUINE_STREEP),
    ("unknown escape character", _SCHUINE_STREEP),
    ("expected key", _INSPRINGING),
    ("expected '-' indicator", _INSPRINGING),
    ("expected <block end>", _INSPRINGING),
    ("mapping keys are not allowed", f"een tekst kan niet met ? beginnen; {_AANHALINGSTEKENS}"),
    (
        "block sequence entries are not allowed",
        f"hier mag geen streepje staan; begin op een nieuwe regel of {_AANHALINGSTEKENS}",
    ),
    (
        "expected <document start>",
        "de inspringing klopt niet, of er staat tekst na het einde; kijk ook naar de regel erboven",
    ),
)
"""What libyaml says, and what to tell the editor: about the place where it began, and about the place where it went wrong."""


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


def _plek(mark: Any) -> Plek:  # noqa: ANN401 - the two readers of PyYAML have a class for it each
    return Plek(mark.line + 1, mark.column + 1)


def plek_in_tekst(tekst: str, positie: int) -> Plek:
    """Return the place of the character at this position."""
    begin = tekst.rfind("\n", 0, positie) + 1
    return Plek(tekst.count("\n", 0, positie) + 1, positie - begin + 1)


@lru_cache(maxsize=BEWAARD)
def lees(inhoud: bytes, *, soepel: bool = False) -> Gelezen:
    """Read the bytes of one YAML file; whatever is wrong is in `fouten`, nothing is raised.

    The same bytes give the same object: take a `kopie` of its tree before putting anything in it right.
    `soepel` takes what an editing program writes: a field that was left empty counts as absent, and 14:00 as text.
    """
    if len(inhoud) > MAX_BYTES:
        return Gelezen(data=None, boom=None, fouten=((Plek(1, 1), "het bestand is groter dan 1 MB; splits het"),))
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as mis:
        goed = mis.object[: mis.start].decode("utf-8")
        plek = plek_in_tekst(goed, len(goed))
        return Gelezen(data=None, boom=None, fouten=((plek, "dit teken is geen UTF-8; bewaar het bestand als UTF-8"),))
    fouten = [
        (plek_in_tekst(tekst, gevonden.start()), f"onzichtbaar teken U+{ord(gevonden[0]):04X}; haal het weg")
        for gevonden in _ONZICHTBAAR.finditer(tekst)
    ]
    if fouten:
        tekst = _ONZICHTBAAR.sub(" ", tekst)
    try:
        gemerkt: set[Plek] = set()
        for plek, uitleg, fataal in _bouwfouten(tekst):
            fouten.append((plek, uitleg))
            gemerkt.add(plek)
            if fataal:
                return Gelezen(data=None, boom=None, fouten=tuple(fouten))
        boom = yaml.CSafeLoader(tekst).get_single_node()
        if boom is None or boom.tag == _TAG + "null":
            return Gelezen(data=None, boom=None, fouten=(*fouten, (Plek(1, 1), "het bestand is leeg; vul het in")))
        _zonder_labels(boom, gemerkt)
        if soepel:
            _versoepel(boom)
        fouten += _waardefouten(boom)
        fouten += _weggevallen_tekst(boom, tekst)
    except yaml.MarkedYAMLError as mis:
        fouten.append(_syntaxfout(mis, tekst))
        return Gelezen(data=None, boom=None, fouten=tuple(fouten))
    return Gelezen(data=bouw(boom), boom=boom, fouten=tuple(fouten))


def bouw(boom: Node) -> Any:  # noqa: ANN401 - whatever YAML can hold
    """Return the data that a tree stands for."""
    return yaml.SafeLoader("").construct_document(boom)


def _syntaxfout(mis: yaml.MarkedYAMLError, tekst: str) -> tuple[Plek, str]:
    wat = f"{mis.context}: {mis.problem}"
    begin, mark = mis.context_mark or mis.problem_mark, mis.problem_mark or mis.context_mark
    if begin is None or mark is None:
        return Plek(1, 1), _GEEN_YAML
    regels = tekst.split("\n")
    regel = regels[mark.line] if mark.line < len(regels) else ""
    voor, teken = regel[: mark.column].strip(), regel[mark.column : mark.column + 1]
    for engels, nederlands in _AAN_HET_BEGIN:
        if engels in wat:
            return _plek(begin), nederlands
    if "mapping values are not allowed" in wat and re.fullmatch(r"-?\s*[\w-]*", voor):
        uitleg = "deze sleutel past niet onder de regel erboven; zet hem recht onder de andere sleutels en zet na elke dubbele punt een spatie"
    elif "mapping values are not allowed" in wat:
        uitleg = f"hier staat een dubbele punt te veel; {_AANHALINGSTEKENS}"
    elif teken == "\t" and "cannot start any token" in wat:
        uitleg = "hier staat een tab; spring in met spaties"
    elif teken == "-" and "flow node" in wat:
        uitleg = "hier mag geen streepje staan; kijk of er erboven een haak of accolade te veel staat"
    elif teken and ("cannot start any token" in wat or "expected node content" in wat):
        uitleg = f"een tekst kan niet met '{teken}' beginnen; {_AANHALINGSTEKENS}"
    elif voor.endswith(("'", '"')) and "expected key" in wat:
        uitleg = f"na een aanhalingsteken staat nog tekst; {_AANHALINGSTEKENS} en kijk of elk aanhalingsteken erboven gesloten is"
    else:
        uitleg = next((nederlands for engels, nederlands in _TER_PLAATSE if engels in wat), _GEEN_YAML)
    return _plek(mark), uitleg


def _bouwfouten(tekst: str) -> Iterator[tuple[Plek, str, bool]]:
    """Find constructions that data files have no use for, and tell whether the rest of the file can still be read."""
    documenten = 0
    maat = _Maat()
    for gebeurtenis in yaml.parse(tekst, Loader=yaml.CSafeLoader):
        plek = _plek(gebeurtenis.start_mark)
        if isinstance(gebeurtenis, yaml.DocumentStartEvent):
            documenten += 1
            if documenten > 1:
                yield plek, "een tweede document (---) in hetzelfde bestand; maak er een eigen bestand van", True
        if isinstance(gebeurtenis, yaml.AliasEvent):
            yield plek, f"een verwijzing met * wordt niet gebruikt; schrijf de waarde uit of {_AANHALINGSTEKENS}", True
        elif getattr(gebeurtenis, "anchor", None):
            yield plek, f"een merkteken met & wordt niet gebruikt; haal het weg of {_AANHALINGSTEKENS}", False
        elif getattr(gebeurtenis, "tag", None):
            yield plek, f"een label met ! wordt niet gebruikt; haal het weg of {_AANHALINGSTEKENS}", False
        te_veel = maat.neem(gebeurtenis)
        if te_veel:
            yield plek, te_veel, True


class _Maat:
    """How deep and how long the lists and mappings are, as a file is read."""

    def __init__(self) -> None:
        self.ruimte: list[int] = []

    def neem(self, gebeurtenis: yaml.Event) -> str | None:
        """Count one event; return what is too much, if anything is."""
        if self.ruimte and isinstance(gebeurtenis, yaml.NodeEvent):
            self.ruimte[-1] -= 1
            if self.ruimte[-1] < 0:
                return f"meer dan {MAX_ONDERDELEN} onderdelen bij elkaar; verdeel of verkort ze"
        if isinstance(gebeurtenis, yaml.CollectionStartEvent):
            self.ruimte.append(MAX_ONDERDELEN * (2 if isinstance(gebeurtenis, yaml.MappingStartEvent) else 1))
            if len(self.ruimte) > MAX_DIEPTE:
                return f"meer dan {MAX_DIEPTE} niveaus diep; kijk of er haken te veel staan"
        elif isinstance(gebeurtenis, yaml.CollectionEndEvent):
            self.ruimte.pop()
        return None


def _versoepel(boom: Node) -> None:
    """Take out of the tree what was left empty, and make text of a time of day, which YAML 1.1 reads as a number."""
    if isinstance(boom, MappingNode):
        for sleutel, waarde in boom.value:
            if isinstance(sleutel, ScalarNode):
                _versoepel(waarde)
        boom.value = [paar for paar in boom.value if not _is_leeg(paar[1])]
    elif isinstance(boom, SequenceNode):
        for waarde in boom.value:
            _versoepel(waarde)
        boom.value = [waarde for waarde in boom.value if not _is_leeg(waarde)]
    elif isinstance(boom, ScalarNode) and not boom.style and re.fullmatch(r"\d{1,2}:\d{2}", boom.value):
        boom.tag = _TAG + "str"


def _is_leeg(knoop: Node) -> bool:
    return not knoop.value or knoop.tag == _TAG + "null"


def _zonder_labels(boom: Node, gemerkt: set[Plek]) -> None:
    """Make plain text, list or mapping of what carries a label, and of the two signs that YAML gives a meaning of its own."""
    for knoop in _knopen(boom):
        if (gemerkt and _plek(knoop.start_mark) in gemerkt) or knoop.tag in {_TAG + "merge", _TAG + "value"}:
            knoop.tag = _TAG + {ScalarNode: "str", SequenceNode: "seq", MappingNode: "map"}[type(knoop)]


def _knopen(boom: Node) -> Iterator[Node]:
    """Walk the tree in the order of the file."""
    stapel = [boom]
    while stapel:
        knoop = stapel.pop()
        yield knoop
        if isinstance(knoop, SequenceNode):
            stapel += reversed(knoop.value)
        elif isinstance(knoop, MappingNode):
            stapel += (deel for paar in reversed(knoop.value) for deel in reversed(paar))


def _waardefouten(boom: Node) -> list[tuple[Plek, str]]:
    """Find values that mean something else to YAML than to the editor; a value found wrong is made plain text."""
    fouten: list[tuple[Plek, str]] = []
    sleutels: set[int] = set()
    for knoop in _knopen(boom):
        if isinstance(knoop, MappingNode):
            fouten += _sleutelfouten(knoop)
            sleutels |= {id(sleutel) for sleutel, _ in knoop.value}
        elif isinstance(knoop, ScalarNode) and not knoop.style:
            is_woord = id(knoop) in sleutels and knoop.tag != _TAG + "int"
            tekst = None if is_woord else _scalarfout(knoop)
            if tekst:
                fouten.append((_plek(knoop.start_mark), tekst))
            if tekst or is_woord:
                knoop.tag = _TAG + "str"
    return fouten


def _sleutelfouten(knoop: MappingNode) -> Iterator[tuple[Plek, str]]:
    """Find keys that can't be one, or have nothing under them; what can't be read is taken out of the tree."""
    if any(not isinstance(sleutel, ScalarNode) for sleutel, _ in knoop.value):
        yield _plek(knoop.start_mark), f"haken en accolades hebben hier een bijzondere betekenis; {_AANHALINGSTEKENS}"
        knoop.value = [paar for paar in knoop.value if isinstance(paar[0], ScalarNode)]
    komma = "; staat er een komma in de tekst, zet haar dan tussen aanhalingstekens" if knoop.flow_style else ""
    eerder: dict[str, int] = {}
    for sleutel, waarde in knoop.value:
        plek, naam = _plek(sleutel.start_mark), kort(sleutel.value)
        if sleutel.value == "<<":
            yield plek, "samenvoegen met << wordt niet gebruikt; schrijf de sleutels uit"
        elif not naam:
            yield plek, "hier ontbreekt de sleutel; schrijf 'sleutel: waarde'"
        elif sleutel.value in eerder:
            yield (
                plek,
                f"de sleutel '{naam}' staat hier voor de tweede keer (eerder op regel {eerder[sleutel.value]}); haal er een weg",
            )
        elif waarde.tag == _TAG + "null":
            yield plek, f"de sleutel '{naam}' heeft geen waarde; vul die in of haal de sleutel weg{komma}"
        eerder.setdefault(sleutel.value, plek.regel)
        if waarde.tag == _TAG + "null":
            waarde.start_mark, waarde.tag = sleutel.start_mark, _TAG + "str"


def _weggevallen_tekst(boom: Node, tekst: str) -> Iterator[tuple[Plek, str]]:
    """Find text that YAML drops because it takes '#4' for a remark; a real remark has a space after its sign."""
    regels = tekst.split("\n")
    for knoop in _knopen(boom):
        einde = knoop.end_mark
        if isinstance(knoop, ScalarNode) and not knoop.style and einde.line < len(regels):
            rest = re.match(r"\s+(?=#\S)", regels[einde.line][einde.column :])
            if rest:
                plek = Plek(einde.line + 1, einde.column + rest.end() + 1)
                yield (
                    plek,
                    f"de tekst vanaf dit hekje valt weg; {_AANHALINGSTEKENS}, of zet een spatie na het hekje als het een opmerking is",
                )


def _scalarfout(knoop: ScalarNode) -> str | None:  # noqa: PLR0911 - one return per kind of value reads best
    waarde, soort = knoop.value, knoop.tag.removeprefix(_TAG)
    if soort == "null":
        return "hier staat niets; vul het in of haal het streepje weg"
    if soort == "bool":
        return f"'{waarde}' leest de computer als waar of onwaar; schrijf ja of nee, of zet het woord tussen aanhalingstekens"
    if _VOORLOOPNUL.match(waarde):
        zonder = waarde.lstrip("+-0") or "0"
        return f"'{kort(waarde)}' begint met een nul en wordt dan anders gelezen; schrijf {kort(zonder)}, of \"{kort(waarde)}\" met aanhalingstekens als het een telefoonnummer is"
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


def _volg(boom: Node, pad: tuple[str | int, ...]) -> Iterator[tuple[str, Node, Node]]:
    """Walk along the path for as far as it is there: per step the name (empty in a list), the node of the key, that of the value."""
    for stap in pad:
        if isinstance(boom, MappingNode):
            gevonden = [(s, w) for s, w in boom.value if isinstance(s, ScalarNode) and s.value == str(stap)]
            if not gevonden:
                return
            sleutel, boom = gevonden[-1]
            yield sleutel.value, sleutel, boom
        elif isinstance(boom, SequenceNode) and isinstance(stap, int) and stap < len(boom.value):
            boom = boom.value[stap]
            yield "", boom, boom
        else:
            return


def zoek(boom: Node, pad: tuple[str | int, ...], *, sleutel: bool = False) -> Plek:
    """Return the place of the value at the path, or of the deepest part of the path that is there.

    With `sleutel`, the place of the key rather than of its value.
    """
    *_, (_, naam, waarde) = [("", boom, boom), *_volg(boom, pad)]
    return _plek((naam if sleutel else waarde).start_mark)


def regels_van(boom: Node, pad: tuple[str | int, ...]) -> range:
    """Return the lines that the value at the path takes up; none when it isn't there."""
    stappen = list(_volg(boom, pad))
    if len(stappen) < len(pad):
        return range(0)
    knoop = stappen[-1][2]
    return range(knoop.start_mark.line + 1, knoop.end_mark.line + 1)


def sleutel_bij(boom: Node, pad: tuple[str | int, ...]) -> str:
    """Return the last key on the path that stands in the file, or an empty string."""
    return next((naam for naam, _, _ in reversed(list(_volg(boom, pad))) if naam), "")


def geschreven(boom: Node, pad: tuple[str | int, ...]) -> str | None:
    """Return the text of the single value at the path as it stands in the file; None for a list or mapping."""
    *_, (_, _, waarde) = [("", boom, boom), *_volg(boom, pad)]
    return waarde.value if isinstance(waarde, ScalarNode) else None


def kopie(boom: Node) -> Node:
    """Return the tree anew, with the same places."""
    nieuw = copy(boom)
    if isinstance(boom, MappingNode):
        nieuw.value = [(kopie(sleutel), kopie(waarde)) for sleutel, waarde in boom.value]
    elif isinstance(boom, SequenceNode):
        nieuw.value = [kopie(waarde) for waarde in boom.value]
    return nieuw


def herstel(boom: Node, pad: tuple[str | int, ...], naam: str | None) -> None:
    """Give the key at the path another name, or take it out with its value, so that the rest can be judged.

    A name that is taken is not given twice.
    """
    *_, (_, ouder, _) = [("", boom, boom), *((n, w, w) for n, _, w in _volg(boom, pad[:-1]))]
    bezet = any(sleutel.value == naam for sleutel, _ in ouder.value)
    for paar in [paar for paar in ouder.value if paar[0].value == str(pad[-1])]:
        if naam is None or bezet:
            ouder.value.remove(paar)
        else:
            paar[0].value, paar[0].tag = naam, _TAG + "str"


def dubbele_ids(boom: Node) -> Iterator[tuple[Plek, str]]:
    """Find items of one list that carry the same `id`, or are the same word or sentence."""
    for lijst in _knopen(boom):
        eerder: dict[tuple[str, str], int] = {}
        for soort, waarde in _kenmerken(lijst) if isinstance(lijst, SequenceNode) else ():
            plek, sleutel = _plek(waarde.start_mark), (soort, waarde.value)
            if sleutel in eerder and soort:
                yield (
                    plek,
                    f"id: '{kort(waarde.value)}' komt twee keer voor (eerder op regel {eerder[sleutel]}); kies een ander id",
                )
            elif sleutel in eerder and waarde.value:
                yield (
                    plek,
                    f"'{kort(waarde.value)}' staat twee keer in deze lijst (eerder op regel {eerder[sleutel]}); haal er een weg",
                )
            eerder.setdefault(sleutel, plek.regel)


def _kenmerken(lijst: SequenceNode) -> Iterator[tuple[str, ScalarNode]]:
    for item in lijst.value:
        if isinstance(item, ScalarNode):
            yield "", item
        for sleutel, waarde in item.value if isinstance(item, MappingNode) else ():
            if isinstance(waarde, ScalarNode) and sleutel.value == "id":
                yield "id", waarde
