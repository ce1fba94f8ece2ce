"""Seeded mutations of the real data files: the same seed on the same data gives the same mutation.

A mutation replaces some files by other bytes. What it plants as text stands between two marker words, so that
whoever looks for it in a page can tell whether it came out whole.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import AfterValidator, BaseModel

from macros.model import ALGEMENE_BESTANDEN, PLANBESTANDEN, Activiteit, Model, Punt, zuivere_tekst

Pad = tuple[str | int, ...]
Gegevens = Mapping[str, bytes]

PLAN = "data/plannen/zl-2024-2027"
BEGROTING, TIJDLIJN = f"{PLAN}/begroting.yml", f"{PLAN}/tijdlijn.yml"

GROEPEREND = {"groep"}
"""Texts by which rows are put together: another text is another group, and so another structure."""


@dataclass(frozen=True, kw_only=True)
class Mutatie:
    """Files with their new bytes (None: gone), and the texts planted in them.

    `alleen_tekst` tells that nothing but texts were changed, so that the pages must keep their structure.
    """

    soort: str
    bestanden: Mapping[str, bytes | None]
    geplant: tuple[str, ...] = ()
    alleen_tekst: bool = False


# --------------------------------------------------------------------------------------------------
# Data as a tree: reading, walking, changing, writing
# --------------------------------------------------------------------------------------------------


def lees(inhoud: bytes) -> Any:  # noqa: ANN401 - YAML holds anything
    return yaml.load(inhoud, Loader=yaml.CSafeLoader)


class _Dumper(yaml.CSafeDumper):
    """Keeps quotation marks around digits that begin with a nought, as whoever wrote them did: the gate asks for those."""


def _als_geschreven(dumper: yaml.CSafeDumper, tekst: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", tekst, style='"' if re.fullmatch(r"0\d+", tekst) else None)


_Dumper.add_representer(str, _als_geschreven)


def schrijf(data: object) -> bytes:
    tekst: bytes = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000, encoding="utf-8")
    return tekst


def takken(data: object, pad: Pad = ()) -> Iterator[tuple[Pad, Any]]:
    """Every value in the data with its path, the whole first."""
    yield pad, data
    if isinstance(data, dict):
        for sleutel, deel in data.items():
            yield from takken(deel, (*pad, sleutel))
    elif isinstance(data, list):
        for nr, deel in enumerate(data):
            yield from takken(deel, (*pad, nr))


def waarde(data: Any, pad: Pad) -> Any:  # noqa: ANN401 - see lees
    for stap in pad:
        data = data[stap]
    return data


def vervangen(data: Any, pad: Pad, nieuw: object) -> Any:  # noqa: ANN401 - see lees
    """A copy of the data with another value at the path."""
    if not pad:
        return nieuw
    data = copy.deepcopy(data)
    waarde(data, pad[:-1])[pad[-1]] = nieuw
    return data


def soort_van(naam: str) -> type[Model]:
    """The model that a data file must satisfy."""
    stam = naam.removesuffix(".yml").rsplit("/", 1)[-1]
    return {**ALGEMENE_BESTANDEN, **PLANBESTANDEN}.get(stam, Activiteit)


def tekstpaden(soort: type[Model], data: Any) -> Iterator[Pad]:  # noqa: ANN401 - see lees
    """The paths to the values that the model declares to be free text."""
    for naam, veld in soort.model_fields.items():
        if naam in data:
            for pad in _tekstpaden(Annotated[veld.annotation, *veld.metadata, None], data[naam]):
                yield (naam, *pad)


def _tekstpaden(annotatie: Any, data: Any) -> Iterator[Pad]:  # noqa: ANN401 - see lees
    basis, *metadata = get_args(annotatie) if get_origin(annotatie) is Annotated else (annotatie,)
    if isinstance(data, str):
        vrij = any(isinstance(m, AfterValidator) and m.func is zuivere_tekst for m in metadata)
        if vrij or basis is Punt:
            yield ()
            return
    oorsprong = get_origin(basis)
    if oorsprong in {Union, UnionType, Annotated}:
        for deel in get_args(basis) if oorsprong is not Annotated else (basis,):
            if deel is not NoneType:
                yield from _tekstpaden(deel, data)
    elif oorsprong is tuple and isinstance(data, list):
        for nr, deel in enumerate(data):
            for pad in _tekstpaden(get_args(basis)[0], deel):
                yield (nr, *pad)
    elif isinstance(basis, type) and issubclass(basis, BaseModel) and isinstance(data, dict):
        yield from tekstpaden(basis, data)  # type: ignore[arg-type]  # all our models are Model


def overal(gegevens: Gegevens, maak: Callable[[str, Pad, int], str]) -> Mutatie:
    """Another text in every text field of every file; `maak` gets the file, the path and a number."""
    bestanden: dict[str, bytes | None] = {}
    geplant: list[str] = []
    zelfde: dict[str, str] = {}  # equal caveats are shown once, so they must stay equal
    for naam, inhoud in gegevens.items():
        data = lees(inhoud)
        for pad in list(tekstpaden(soort_van(naam), data)):
            if "verouderd" not in pad and pad[-1] not in GROEPEREND:
                oud = waarde(data, pad)
                if "let_op" not in pad or oud not in zelfde:
                    geplant.append(maak(naam, pad, len(geplant)))
                    zelfde[oud] = geplant[-1]
                data = vervangen(data, pad, zelfde[oud] if "let_op" in pad else geplant[-1])
        bestanden[naam] = schrijf(data)
    return Mutatie(soort="overal", bestanden=bestanden, geplant=tuple(geplant), alleen_tekst=True)


# --------------------------------------------------------------------------------------------------
# What is planted
# --------------------------------------------------------------------------------------------------

HTML = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b>vet</b>",
    "</p></td></table></div><h1>Kop</h1>",
    "<!-- commentaar -->",
    "<svg onload=alert(1)>",
    "< script >alert(1)</ script >",
    "<iframe src=//kwaad.nl>",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "a < b en c > d & e",
    "<3 &amp; &copy; &nbsp; &bestaatniet;",
    "]]> --> */ //",
    "\\u003cscript\\u003e",
)
JINJA = (
    "{{ 7*7 }}",
    "{% raw %}",
    "{% endraw %}",
    "{# weg #}",
    "{{ config }}",
    "{%- for x in y -%}",
    "#}",
    "{{",
    "%}",
    "{ { 7*7 } }",
    "{7*7} $7 %7% ${7*7} #{7*7",
)
MARKDOWN = (
    "[klik](javascript:alert(1))",
    "[klik](https://kwaad.nl 'titel')",
    "![beeld](x.png)",
    "[verwijzing][1] en [voetnoot][^1]",
    "**vet** en __vet__ en *schuin* en _schuin_",
    "`code` en ``code``",
    "snake_case_woord en 2*3*4",
    "a | b | c",
    "tekst {: #anker .klasse onclick=alert(1) }",
    "{: style=color:red }",
    "<https://kwaad.nl>",
    "https://kwaad.nl en iemand@kwaad.nl",
    "~~door~~ ==geel== ^hoog^ ~laag~",
    "\\*ontsnapt\\* \\[x\\] \\",
    "--- *** ___ === ###",
    "#",
    "!!! note",
    "```python",
    "*[ABC]: afkorting",
    "[^1]: voetnoot",
    "$x^2$ en \\$ en $$",
    ":smile: :material-home:",
    "[TOC] [[wiki]] --8<--",
)
BEGIN = (
    "",
    "# ",
    "## ",
    "- ",
    "* ",
    "1. ",
    "> ",
    "    ",
    "| ",
    "!!! ",
    ": ",
    "*[x]: ",
    "[^1]: ",
    "--- ",
    "``` ",
    "{: ",
    "@",
    "& ",
    "\\",
)
TEKENS = (
    "\u202eomgekeerd\u202c",
    "nul\u200bbreedte",
    "a\u200db",
    "\ufeffbom",
    "zacht\u00adafbreken",
    "😀 🏳️ 👩🏽",
    "👨\u200d👩\u200d👧",
    "z\u0351\u036b\u0343a\u0322\u0315l\u0489g\u034f\u0301o\u0334",
    "e\u0301 \u00e9 \u0130\u0131 \u1e9e\u00df \ufb01",
    "\u4e2d\u6587 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u05e2\u05d1\u05e8\u05d9\u05ea",
    "\u2028regel\u2029alinea",
    "\u00a0\u2003\u3000wit",
    "\ufffd \ue000",
    "\u3164\u115f\u2800",
    "\U000e0041\U0001f1f3\U0001f1f1",
    "\u0660\u0661\u0662 \u00bd \u2460 \u1d7d8",
    "\ud7fb \U0010ffff",
)
BESTURING = (
    "\x00",
    "\x07",
    "\x08",
    "\x0b",
    "\x0c",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\x9f",
    "\r",
    "\n",
    "\t",
    "a\n\nb",
    "\r\n",
)
PUNTJES = ("", " ", "\n", "-", "...", "---", "***", "#", "|", "'", '"', "?!", "😀", "\u00ad", "\u0301", "~", "`", "€")
NET_YAML = (
    "ja",
    "nee",
    "onbekend",
    "geen",
    "NTB",
    "null",
    "true",
    "2024",
    "12:30",
    "1e3",
    "2024-01-01",
    "vanaf",
    "algemeen",
    "alle",
)
PADEN = (
    "../x",
    "../../etc/passwd",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "C:\\x",
    "x.yml",
    ".",
    "..",
    "a b",
    "A",
    "\u00e9",
    "x\n",
    "-x",
    "x-",
    "x--y",
    "%2e%2e",
    "x#y",
    "x?y",
    'x"y',
    "x" * 81,
    "x" * 80,
    "constructor",
    "__proto__",
    "con",
)
GETALLEN = (
    -1,
    0,
    1,
    -534000,
    10**9,
    10**9 + 1,
    10**16,
    10**400,
    -(10**400),
    1.5,
    -0.1,
    0.0,
    1e300,
    float("inf"),
    float("nan"),
    1999,
    2101,
    20,
    21,
)
DAGEN = (
    "2025-02-30",
    "2024-13-01",
    "0000-01-01",
    "9999-12-31",
    "2024-1-1",
    "01-01-2024",
    "2024-01-01T00:00:00",
    "2024-01-01 12:00:00 +01:00",
    "0001-01-01",
    "1704067200",
    "0",
    "-1",
    "1e9",
    "morgen",
    '"2024-01-01"',
    "2024-01-01",
    "2030-01-01",
)
KWARTALEN = (
    "2024-Q0",
    "2024-Q5",
    "2024-q3",
    "2028-Q1",
    "2024-Q1",
    "2027-Q4",
    "2024-Q3 t/m 2024-Q3",
    "2025-Q4 t/m 2025-Q1",
    "2025-Q1 t/m",
    "t/m 2025-Q1",
    "vanaf 2025-Q1",
    "vanaf 2099-Q1",
    "vanaf 2025-Q1 t/m 2026-Q1",
    "2000-Q1 t/m 2100-Q4",
    "9999-Q1",
    "2024-Q3\n",
    "2026-Q1 t/m 2025-Q1\n",
    " 2024-Q4",
    "2024-Q3  t/m  2024-Q4",
    "\u0662\u0660\u0662\u0665-Q1",
    "Q3 2024",
    "NTB",
    "2025",
    "2025-Q2 t/m 2025-Q3 t/m 2025-Q4",
)


def anders(willekeur: random.Random) -> object:
    """A value of any kind, to stand where something else belongs."""
    keuzes: tuple[object, ...] = (
        None,
        True,
        False,
        0,
        7,
        -1,
        1.5,
        "",
        "tekst",
        [],
        {},
        [[]],
        [None],
        ["tekst"],
        [1, 2],
        {"a": 1},
        {"tekst": "tekst"},
        {1: 2},
        {"id": "x"},
        date(2024, 2, 29),
        datetime(2024, 2, 29, 1, 2, 3),  # noqa: DTZ001 - YAML writes such times without a zone
        10**400,
        b"bytes",
        {"x", "y"},
    )
    return willekeur.choice(keuzes)


def omringd(inhoud: str, nummer: int, begin: str = "") -> str:
    """The text as it is planted: between two words that occur nowhere else."""
    return f"{begin}Merka{nummer}x {inhoud} Merkz{nummer}x"


def merken(geplant: str) -> tuple[str, str]:
    """The two words around a planted text."""
    gevonden = re.findall(r"Merk[az]\d+x", geplant)
    return gevonden[0], gevonden[-1]


# --------------------------------------------------------------------------------------------------
# Kinds of mutation of the data: one file, read, changed, written
# --------------------------------------------------------------------------------------------------

Soort = Callable[[random.Random, Gegevens], Mutatie]
SOORTEN: list[Soort] = []


def _soort(maker: Soort) -> Soort:
    SOORTEN.append(maker)
    return maker


def _kies(willekeur: random.Random, gegevens: Gegevens) -> tuple[str, Any]:
    naam = willekeur.choice(sorted(gegevens))
    return naam, lees(gegevens[naam])


def _kies_tekst(willekeur: random.Random, gegevens: Gegevens) -> tuple[str, Any, Pad]:
    """Choose a text in a file that has any."""
    while True:
        naam, data = _kies(willekeur, gegevens)
        if paden := list(tekstpaden(soort_van(naam), data)):
            return naam, data, willekeur.choice(paden)


def _uit(soort: str, naam: str, data: object) -> Mutatie:
    return Mutatie(soort=soort, bestanden={naam: schrijf(data)})


def _in_tekst(soort: str, willekeur: random.Random, gegevens: Gegevens, inhoud: str, begin: str = "") -> Mutatie:
    naam, data, pad = _kies_tekst(willekeur, gegevens)
    tekst = omringd(inhoud, willekeur.randrange(10**6), begin)
    return Mutatie(
        soort=f"{soort} in {pad}",
        bestanden={naam: schrijf(vervangen(data, pad, tekst))},
        geplant=(tekst,),
        alleen_tekst=pad[-1] not in GROEPEREND,
    )


def _tekst_zonder_merk(soort: str, willekeur: random.Random, gegevens: Gegevens, inhoud: str) -> Mutatie:
    naam, data, pad = _kies_tekst(willekeur, gegevens)
    return _uit(f"{soort} {inhoud[:20]!r} in {pad}", naam, vervangen(data, pad, inhoud))


@_soort
def html(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    return _in_tekst("html", willekeur, gegevens, willekeur.choice(HTML))


@_soort
def jinja(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    return _in_tekst("jinja", willekeur, gegevens, willekeur.choice(JINJA))


@_soort
def markdown(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    return _in_tekst("markdown", willekeur, gegevens, willekeur.choice(MARKDOWN), willekeur.choice(BEGIN))


@_soort
def markdown_in_kop(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """Markdown in the names that stand in headings on the pages."""
    namen = [naam for naam in sorted(gegevens) if re.search(r"organisaties|communicatie|activiteiten/", naam)]
    naam = willekeur.choice(namen)
    data = lees(gegevens[naam])
    paden = [pad for pad in tekstpaden(soort_van(naam), data) if pad[-1] in {"naam", "kort"} and "producten" not in pad]
    pad = willekeur.choice(paden)
    tekst = omringd(willekeur.choice(MARKDOWN), willekeur.randrange(10**6), willekeur.choice(BEGIN))
    nieuw = vervangen(data, pad, tekst)
    return Mutatie(soort=f"kop in {pad}", bestanden={naam: schrijf(nieuw)}, geplant=(tekst,), alleen_tekst=True)


@_soort
def tekens(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    return _in_tekst("tekens", willekeur, gegevens, willekeur.choice(TEKENS))


@_soort
def besturing(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    return _in_tekst("besturing", willekeur, gegevens, willekeur.choice(BESTURING))


@_soort
def lange_tekst(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    woorden = (
        "w" * 150,
        "woord " * 25,
        "w" * 3900,
        "woord " * 650,
        "\u00e9" * 180,
        "-" * 150,
        "$" * 100,
        "w " * 500_000,
        "<" * 3900,
        "< " * 1900,
    )
    return _in_tekst("lang", willekeur, gegevens, willekeur.choice(woorden).strip())


@_soort
def puntjes(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    return _tekst_zonder_merk("puntjes", willekeur, gegevens, willekeur.choice(PUNTJES))


@_soort
def net_yaml(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    return _tekst_zonder_merk("net yaml", willekeur, gegevens, willekeur.choice(NET_YAML))


@_soort
def ander_type(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data = _kies(willekeur, gegevens)
    pad, _ = willekeur.choice(list(takken(data)))
    return _uit(f"ander type op {pad}", naam, vervangen(data, pad, anders(willekeur)))


@_soort
def ander_type_van_tekst(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data = _kies(willekeur, gegevens)
    pad = willekeur.choice([pad for pad, deel in takken(data) if isinstance(deel, str)])
    return _uit(f"ander type voor tekst op {pad}", naam, vervangen(data, pad, anders(willekeur)))


@_soort
def getal(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam = willekeur.choice(
        [BEGROTING, BEGROTING, f"{PLAN}/plan.yml", f"{PLAN}/indicatoren.yml", f"{PLAN}/evaluatie.yml"]
    )
    data = lees(gegevens[naam])
    pad = willekeur.choice([pad for pad, deel in takken(data) if isinstance(deel, int)] or [()])
    return _uit(f"getal op {pad}", naam, vervangen(data, pad, willekeur.choice(GETALLEN)))


@_soort
def sleutel_weg(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data = _kies(willekeur, gegevens)
    pad = willekeur.choice([pad for pad, _ in takken(data) if pad and isinstance(pad[-1], str)])
    data = copy.deepcopy(data)
    del waarde(data, pad[:-1])[pad[-1]]
    return _uit(f"zonder sleutel {pad}", naam, data)


@_soort
def sleutels_weg(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """A key of this name is gone wherever it stands in the file."""
    naam, data = _kies(willekeur, gegevens)
    sleutel = willekeur.choice(sorted({pad[-1] for pad, _ in takken(data) if pad and isinstance(pad[-1], str)}))
    data = copy.deepcopy(data)
    for _, deel in list(takken(data)):
        if isinstance(deel, dict):
            deel.pop(sleutel, None)
    return _uit(f"nergens sleutel {sleutel}", naam, data)


@_soort
def sleutel_erbij(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data = _kies(willekeur, gegevens)
    pad, deel = willekeur.choice([(pad, deel) for pad, deel in takken(data) if isinstance(deel, dict)])
    sleutel = willekeur.choice(
        [
            "vreemd",
            "Titel",
            "titl",
            "let op",
            "__class__",
            "model_config",
            "s" * 900,
            "<b>",
            "{{",
            7,
            "é",
            "a\nb",
            "\x1b",
        ]
    )
    return _uit(
        f"sleutel {str(sleutel)[:20]!r} bij {pad}", naam, vervangen(data, pad, {**deel, sleutel: anders(willekeur)})
    )


@_soort
def sleutel_hernoemd(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data = _kies(willekeur, gegevens)
    pad = willekeur.choice([pad for pad, _ in takken(data) if pad and not isinstance(pad[-1], int)])
    ouder, oud = waarde(data, pad[:-1]), pad[-1]
    nieuw = willekeur.choice(
        [str(oud)[:-1], f"{oud}s", str(oud).upper(), f" {oud}", 3, 3.5, date(2024, 1, 1), None, True]
    )
    anders_genoemd = {nieuw if sleutel == oud else sleutel: deel for sleutel, deel in ouder.items()}
    return _uit(f"{pad} hernoemd tot {nieuw!r}", naam, vervangen(data, pad[:-1], anders_genoemd))


def _lijst(willekeur: random.Random, gegevens: Gegevens) -> tuple[str, Any, Pad, list[Any]]:
    naam, data = _kies(willekeur, gegevens)
    pad, lijst = willekeur.choice([(pad, deel) for pad, deel in takken(data) if isinstance(deel, list) and deel])
    return naam, data, pad, lijst


@_soort
def lijst_leeg(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data, pad, _ = _lijst(willekeur, gegevens)
    return _uit(f"lege lijst op {pad}", naam, vervangen(data, pad, []))


@_soort
def lijst_korter(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data, pad, lijst = _lijst(willekeur, gegevens)
    weg = willekeur.randrange(len(lijst))
    return _uit(f"zonder onderdeel {weg} van {pad}", naam, vervangen(data, pad, lijst[:weg] + lijst[weg + 1 :]))


@_soort
def lijst_van_een(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data, pad, lijst = _lijst(willekeur, gegevens)
    return _uit(f"alleen het eerste van {pad}", naam, vervangen(data, pad, lijst[:1]))


@_soort
def lijst_dubbel(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data, pad, lijst = _lijst(willekeur, gegevens)
    keren = willekeur.choice([1, 1, 70])
    erbij = [copy.deepcopy(lijst[0]) for _ in range(keren)]
    return _uit(f"{keren} keer hetzelfde bij {pad}", naam, vervangen(data, pad, [*lijst, *erbij]))


@_soort
def lijst_geschud(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data, pad, lijst = _lijst(willekeur, gegevens)
    geschud = copy.deepcopy(lijst)
    willekeur.shuffle(geschud)
    return _uit(f"andere volgorde van {pad}", naam, vervangen(data, pad, geschud))


@_soort
def lijst_lang(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """Ten thousand items, with ids of their own where they have ids, as far as a file may be long."""
    naam, data, pad, lijst = _lijst(willekeur, gegevens)
    model = lijst[-1]
    lang = [
        {**copy.deepcopy(model), "id": f"x{nr}"} if isinstance(model, dict) and "id" in model else copy.deepcopy(model)
        for nr in range(10_000)
    ]
    return _uit(f"tienduizend onderdelen in {pad}", naam, vervangen(data, pad, [*lijst, *lang]))


@_soort
def onderdeel_erbij(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """One more item, with an id of its own."""
    naam = willekeur.choice([naam for naam in sorted(gegevens) if "activiteiten/" not in naam])
    data = lees(gegevens[naam])
    lijsten = [(pad, d) for pad, d in takken(data) if isinstance(d, list) and d and isinstance(d[-1], dict)]
    pad, lijst = willekeur.choice(lijsten)
    nieuw = copy.deepcopy(lijst[-1])
    if "id" in nieuw:
        nieuw["id"] = f"nieuw-{willekeur.randrange(1000)}"
    return _uit(f"onderdeel erbij in {pad}", naam, vervangen(data, pad, [*lijst, nieuw]))


@_soort
def diep(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data = _kies(willekeur, gegevens)
    pad, deel = willekeur.choice(list(takken(data)))
    deel = copy.deepcopy(deel)
    for _ in range(willekeur.choice([1, 2, 15, 60])):
        deel = willekeur.choice([[deel], {"onderdelen": [deel], "tekst": "tekst"}, {"tekst": deel}])
    return _uit(f"diep op {pad}", naam, vervangen(data, pad, deel))


@_soort
def id_als_pad(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, data = _kies(willekeur, gegevens)
    paden = [
        pad for pad, deel in takken(data) if isinstance(deel, str) and re.fullmatch(r"[a-z0-9.]+(-[a-z0-9]+)*", deel)
    ]
    pad = willekeur.choice(paden)
    return _uit(f"id op {pad}", naam, vervangen(data, pad, willekeur.choice(PADEN)))


@_soort
def id_hernoemd(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """An id has another name wherever it stands: in its own file, in the references, and in the plan."""
    _, data = _kies(willekeur, gegevens)
    ids = [deel for pad, deel in takken(data) if pad and pad[-1] == "id"]
    oud = willekeur.choice(ids or ["communicatie"])
    bestanden: dict[str, bytes | None] = {}
    for bestand, inhoud in gegevens.items():
        anders_genoemd = lees(inhoud)
        for pad, deel in list(takken(anders_genoemd)):
            if deel == oud:
                anders_genoemd = vervangen(anders_genoemd, pad, "andere-naam")
        bestanden[bestand] = schrijf(anders_genoemd)
    return Mutatie(soort=f"{oud} heet overal anders", bestanden=bestanden)


@_soort
def verwisseld(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """Two values of the same key have changed places."""
    naam, data = _kies(willekeur, gegevens)
    per_sleutel: dict[str, list[Pad]] = {}
    for pad, deel in takken(data):
        if isinstance(deel, str):
            sleutel = next((str(stap) for stap in reversed(pad) if isinstance(stap, str)), "")
            per_sleutel.setdefault(sleutel, []).append(pad)
    een, ander = willekeur.sample(willekeur.choice([paden for paden in per_sleutel.values() if len(paden) > 1]), 2)
    nieuw = vervangen(vervangen(data, een, waarde(data, ander)), ander, waarde(data, een))
    return _uit(f"{een} en {ander} verwisseld", naam, nieuw)


@_soort
def verwijzing_naar_elders(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    alle = [
        deel
        for inhoud in gegevens.values()
        for pad, deel in takken(lees(inhoud))
        if pad and pad[-1] in {"id", "nummer"}
    ]
    naam, data = _kies(willekeur, gegevens)
    pad = willekeur.choice([pad for pad, deel in takken(data) if deel in alle])
    return _uit(f"andere verwijzing op {pad}", naam, vervangen(data, pad, willekeur.choice(alle)))


@_soort
def kwartaal(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam = willekeur.choice([TIJDLIJN, TIJDLIJN, TIJDLIJN, f"{PLAN}/communicatie.yml", f"{PLAN}/evaluatie.yml"])
    data = lees(gegevens[naam])
    pad = willekeur.choice(
        [pad for pad, deel in takken(data) if isinstance(deel, str) and re.search(r"\d{4}-Q\d", deel)]
    )
    return _uit(f"kwartaal op {pad}", naam, vervangen(data, pad, willekeur.choice(KWARTALEN)))


@_soort
def nog_te_bepalen(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """Rows of the tijdlijn that are yet to be decided, or have no quarters, or are of no line."""
    data = lees(gegevens[TIJDLIJN])
    for regel in data["regels"]:
        if willekeur.random() < willekeur.choice([0.2, 1]):
            regel["kwartalen"] = willekeur.choice(["NTB", []])
        if willekeur.random() < 0.3:
            regel["lijn"] = "algemeen"
            regel.pop("groep", None)
    return _uit("regels nog te bepalen", TIJDLIJN, data)


@_soort
def bedragen(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """Other amounts that still add up: the money of one year is zero, tiny or huge."""
    data = lees(gegevens[BEGROTING])
    jaren = willekeur.choice([[2024], [2027], [2024, 2025], [2024, 2025, 2026, 2027]])
    nieuw = willekeur.choice([0, 0, 1, 10**8])
    for tabel in data["tabellen"]:
        eerste = True
        for post in tabel["posten"]:
            for jaar in jaren:
                if jaar in post["bedragen"]:
                    post["bedragen"][jaar] = nieuw if eerste else 0
            eerste = False
        for jaar in jaren:
            if jaar in tabel.get("totaal", {}):
                tabel["totaal"][jaar] = nieuw
    return _uit(f"in {jaren} {nieuw} euro", BEGROTING, data)


@_soort
def bedrag_anders(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    data = lees(gegevens[BEGROTING])
    pad = willekeur.choice([pad for pad, deel in takken(data) if type(deel) is int])
    erbij = willekeur.choice([-1, 1, 1000, -534000])
    nieuw = willekeur.choice(
        [
            waarde(data, pad) + erbij,
            "geen",
            {"bedrag": "geen"},
            {"bedrag": 5, "plus_tijdelijk": "ja"},
            "\u20ac 12,5 ton",
            "12.500",
        ]
    )
    return _uit(f"bedrag op {pad}", BEGROTING, vervangen(data, pad, nieuw))


@_soort
def kleine_begroting(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """Budget tables with one item, without totals, or with one year."""
    data = lees(gegevens[BEGROTING])
    for tabel in data["tabellen"]:
        tabel.pop("totaal", None)
        jaar = willekeur.choice([None, 2024, 2025])
        for post in tabel["posten"]:
            post.pop("lijnen", None)
            post.pop("onderdelen", None)
            if jaar is not None:
                post["bedragen"] = {jaar: willekeur.choice([0, 5])}
    inzet = data["tabellen"][-1]
    inzet["posten"] = [post for post in inzet["posten"] if post["id"] == "communicatie" or willekeur.random() < 0.5]
    return _uit("kleine begroting", BEGROTING, data)


@_soort
def contactfeit(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam = "data/contactfeiten.yml"
    data = lees(gegevens[naam])
    sleutel = willekeur.choice(["telefoon", "website", "status", "gecontroleerd_op", "tekst"])
    pad = willekeur.choice([pad for pad, _ in takken(data) if pad and pad[-1] == sleutel])
    slecht = (
        "onbekend",
        "javascript:alert(1)",
        "kwaad.nl/#x",
        'a.nl" onclick=x',
        "112; rm",
        "tel",
        "...",
        "a",
        "1",
        "ñ",
        0,
        86400,
        date(2025, 1, 1),
        "2025-01-01",
    )
    return _uit(f"contactfeit op {pad}", naam, vervangen(data, pad, willekeur.choice(slecht)))


@_soort
def alles_in_een_plan_minder(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """A file from which each part that may be absent is absent, each with a chance of one in two."""
    naam, data = _kies(willekeur, gegevens)
    soort = soort_van(naam)
    return _uit("zonder wat mag ontbreken", naam, _zonder_keuze(soort, data, willekeur))


def _zonder_keuze(soort: type[BaseModel], data: Any, willekeur: random.Random) -> Any:  # noqa: ANN401 - see lees
    nieuw = {}
    for sleutel, deel in data.items():
        veld = soort.model_fields[sleutel]
        if not veld.is_required() and willekeur.random() < 0.5:
            continue
        binnen = next(_modellen(veld.annotation), None)
        if binnen and isinstance(deel, dict) and set(deel) <= set(binnen.model_fields):
            nieuw[sleutel] = _zonder_keuze(binnen, deel, willekeur)
        elif binnen and isinstance(deel, list):
            nieuw[sleutel] = [_zonder_keuze(binnen, d, willekeur) if isinstance(d, dict) else d for d in deel]
        else:
            nieuw[sleutel] = deel
    return nieuw


def _modellen(annotatie: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield annotatie
    for deel in get_args(annotatie):
        yield from _modellen(deel)


# --------------------------------------------------------------------------------------------------
# Kinds of mutation of the bytes: broken syntax, encodings, whole files
# --------------------------------------------------------------------------------------------------


def _tekst(willekeur: random.Random, gegevens: Gegevens) -> tuple[str, str]:
    naam = willekeur.choice(sorted(gegevens))
    return naam, gegevens[naam].decode()


def _ruw(soort: str, naam: str, inhoud: str | bytes) -> Mutatie:
    return Mutatie(soort=soort, bestanden={naam: inhoud if isinstance(inhoud, bytes) else inhoud.encode()})


@_soort
def teken_weg(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, tekst = _tekst(willekeur, gegevens)
    plaats = willekeur.choice([nr for nr, teken in enumerate(tekst) if teken in ":-'\"[]{},\n "])
    return _ruw(f"teken {plaats} weg", naam, tekst[:plaats] + tekst[plaats + 1 :])


@_soort
def teken_erbij(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, tekst = _tekst(willekeur, gegevens)
    plaats = willekeur.randrange(len(tekst))
    teken = willekeur.choice(
        [*"'\"[]{}:,#&*!|>%@`?-\t\\~=", ": ", "\n", "- ", " #", "\n\n---\n", "\n...\n", "<<: *x", "%"]
    )
    return _ruw(f"{teken!r} op {plaats}", naam, tekst[:plaats] + teken + tekst[plaats:])


@_soort
def tab(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, tekst = _tekst(willekeur, gegevens)
    regels = tekst.split("\n")
    nr = willekeur.choice([nr for nr, regel in enumerate(regels) if regel.startswith(" ")] or [0])
    regels[nr] = "\t" + regels[nr].lstrip()
    return _ruw(f"tab op regel {nr + 1}", naam, "\n".join(regels))


@_soort
def aanhalingsteken_open(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, tekst = _tekst(willekeur, gegevens)
    plaats = willekeur.choice([gevonden.end() for gevonden in re.finditer(r": |- ", tekst)])
    return _ruw(f"open aanhalingsteken op {plaats}", naam, tekst[:plaats] + willekeur.choice("'\"[{") + tekst[plaats:])


@_soort
def afgekapt(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam = willekeur.choice(sorted(gegevens))
    lengte = willekeur.randrange(len(gegevens[naam]))
    return _ruw(f"afgekapt op {lengte}", naam, gegevens[naam][:lengte])


@_soort
def regels_anders(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """A line twice, gone, elsewhere, or indented otherwise."""
    naam, tekst = _tekst(willekeur, gegevens)
    regels = tekst.split("\n")
    een, ander = willekeur.randrange(len(regels)), willekeur.randrange(len(regels))
    wat = willekeur.choice(["dubbel", "weg", "gewisseld", "ingesprongen", "uitgesprongen"])
    match wat:
        case "dubbel":
            regels.insert(een, regels[een])
        case "weg":
            del regels[een]
        case "gewisseld":
            regels[een], regels[ander] = regels[ander], regels[een]
        case "ingesprongen":
            regels[een] = " " * willekeur.randint(1, 5) + regels[een]
        case _:
            regels[een] = regels[een].lstrip()
    return _ruw(f"regel {een + 1} {wat} ({ander + 1})", naam, "\n".join(regels))


@_soort
def dubbele_sleutel(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam, tekst = _tekst(willekeur, gegevens)
    regels = tekst.split("\n")
    nr = willekeur.choice([nr for nr, regel in enumerate(regels) if re.match(r" *[a-z_]+: \S", regel)])
    regels.insert(nr, regels[nr])
    return _ruw(f"sleutel twee keer op regel {nr + 1}", naam, "\n".join(regels))


@_soort
def geen_utf8(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    naam = willekeur.choice(sorted(gegevens))
    inhoud = gegevens[naam]
    plaats = willekeur.randrange(len(inhoud))
    byte = willekeur.choice(
        [b"\xff", b"\x80", b"\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe9", b"\x00", b"\xc0\x80"]
    )
    return _ruw(f"byte {byte!r} op {plaats}", naam, inhoud[:plaats] + byte + inhoud[plaats:])


@_soort
def codering(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """The same text otherwise encoded, or with other line ends."""
    naam, tekst = _tekst(willekeur, gegevens)
    wat = willekeur.choice(
        ["utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252", "utf-7", "\r\n", "\r", "\u2028", "\x85", "\x0b"]
    )
    inhoud = tekst.encode(wat, errors="replace") if wat[0] in "ulc" else tekst.replace("\n", wat).encode()
    return _ruw(f"codering {wat!r}", naam, inhoud)


@_soort
def teken_in_bron(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """An invisible or strange character as such in the file, not escaped."""
    naam, tekst = _tekst(willekeur, gegevens)
    plaats = willekeur.randrange(len(tekst))
    teken = willekeur.choice([*BESTURING, *TEKENS])
    return _ruw(f"{teken!r} in de bron op {plaats}", naam, tekst[:plaats] + teken + tekst[plaats:])


@_soort
def constructie(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """Constructions of YAML that data files have no use for, in the place of a value."""
    naam, tekst = _tekst(willekeur, gegevens)
    waarden = list(re.finditer(r"(?<=: )[^\n\[{|>'\"][^\n]*$", tekst, flags=re.MULTILINE))
    gekozen = willekeur.choice(waarden)
    nieuw = willekeur.choice(
        [
            "&anker x",
            "*anker",
            "!!python/object/apply:os.system [id]",
            "!!binary aGFsbG8=",
            "!!str 5",
            "!eigen x",
            "!!set {a, b}",
            "? [a, b] : c",
            "{? [a] : b}",
            "{<<: {a: b}}",
            "0o17",
            "017",
            "0x1F",
            "0b1",
            "1_000",
            "+5",
            "1:30",
            ".inf",
            ".nan",
            "1e400",
            "1.0e+400",
            "on",
            "Yes",
            "~",
            "",
            "=",
            "|\n    blok",
            ">-\n    gevouwen",
            "'een''twee'",
            '"\\ud800"',
            '"\\x1b[31m"',
            '"\\0"',
            '"\\U00110000"',
            '"a\\nb"',
            "9" * 400,
            "9" * 5000,
            "[" * 5000,
            "{a: " * 500,
            "[" * 19 + "]" * 19,
        ]
    )
    return _ruw(f"constructie {nieuw[:30]!r}", naam, tekst[: gekozen.start()] + nieuw + tekst[gekozen.end() :])


@_soort
def heel_bestand(willekeur: random.Random, gegevens: Gegevens) -> Mutatie:
    """Files that are gone, empty, huge, of another kind, or too many."""
    naam = willekeur.choice(sorted(gegevens))
    inhoud = gegevens[naam]
    wat = willekeur.choice(["weg", "verhuisd", "erbij", "leeg", *range(12)])
    if wat == "weg":
        return Mutatie(soort="bestand weg", bestanden={naam: None})
    if wat == "verhuisd":
        return Mutatie(soort="bestand heet anders", bestanden={naam: None, naam.replace(".yml", "x.yml"): inhoud})
    if wat == "erbij":
        return Mutatie(soort="bestand erbij", bestanden={naam.replace(".yml", ".yaml"): inhoud})
    nieuw = {
        0: b"# alleen commentaar\n",
        1: b"---\n...\n",
        2: b"null\n",
        3: b"- een\n- twee\n",
        4: b"tekst\n",
        5: b"42\n",
        6: inhoud + b"#" * 1_100_000,
        7: inhoud + b"\nvreemd: " + b"x" * 900_000,
        8: inhoud + b"\n" + b"\n".join(b"k%d: v" % nr for nr in range(10_000)),
        9: inhoud + inhoud,
        10: gegevens[willekeur.choice(sorted(gegevens))],
        11: b"? " + b"x" * 5000 + b"\n: y\n",
    }.get(wat if isinstance(wat, int) else -1, b"")
    return _ruw(f"heel bestand {wat}", naam, nieuw)


def mutatie(zaad: int, gegevens: Gegevens) -> Mutatie:
    """The mutation that belongs to the seed; every kind has its turn."""
    maker = SOORTEN[zaad % len(SOORTEN)]
    return maker(random.Random(zaad), gegevens)
