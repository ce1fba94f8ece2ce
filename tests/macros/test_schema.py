"""The JSON Schemas that editors get: current, named by each data file, and of one mind with the gate about the real data."""

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros import schema, yamlplaats
from macros.schema import SOORTEN

WORTEL = Path(__file__).resolve().parents[2]
BESTANDEN = sorted((WORTEL / "data").rglob("*.yml"))


def _zoals_json(waarde: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Returns what an editor's YAML reader hands to the schema: dates as text, and keys too."""
    if isinstance(waarde, dict):
        return {str(sleutel): _zoals_json(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_zoals_json(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _schema_van(pad: Path) -> Path:
    eerste = pad.read_text("utf-8").splitlines()[0]
    return (pad.parent / eerste.removeprefix("# yaml-language-server: $schema=")).resolve()


def _keurder(pad: Path) -> Draft202012Validator:
    return Draft202012Validator(
        json.loads(_schema_van(pad).read_text("utf-8")), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def _data(pad: Path) -> Any:  # noqa: ANN401 - whatever JSON can hold
    return _zoals_json(yamlplaats.lees(pad.read_bytes()).data)


def test_the_written_schemas_are_those_of_the_models() -> None:
    geschreven = {pad.name: pad.read_text("utf-8") for pad in (WORTEL / "data" / "schema").iterdir()}
    assert geschreven == schema.schemas()


@pytest.mark.parametrize("naam", sorted(schema.schemas()))
def test_a_schema_is_a_schema(naam: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema.schemas()[naam]))


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.stem)
def test_a_data_file_names_its_schema_and_keeps_to_it(pad: Path) -> None:
    soort = "activiteit" if pad.parent.name == "activiteiten" else pad.stem
    assert soort in SOORTEN
    assert _schema_van(pad) == WORTEL / "data" / "schema" / f"{soort}.schema.json"
    assert [fout.message for fout in _keurder(pad).iter_errors(_data(pad))] == []


def _met_extra_sleutel(data: object) -> list[Any]:
    """Returns a copy per mapping in the data, each with one key more in that mapping."""
    plekken: list[tuple[object, ...]] = []

    def loop(waarde: object, pad: tuple[object, ...]) -> None:
        if isinstance(waarde, dict):
            plekken.append(pad)
        for sleutel, deel in (
            waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
        ):
            loop(deel, (*pad, sleutel))

    def met(pad: tuple[object, ...]) -> Any:  # noqa: ANN401 - whatever JSON can hold
        kopie = doel = copy.deepcopy(data)
        for stap in pad:
            doel = doel[stap]  # type: ignore[index]
        doel["geen_sleutel"] = "x"  # type: ignore[index]
        return kopie

    loop(data, ())
    return [met(pad) for pad in plekken]


@pytest.mark.parametrize("naam", ["themas", "contactfeiten", "begroting", "evaluatie", "4-4-regie"])
def test_a_key_too_many_is_refused_at_every_level(naam: str) -> None:
    pad = next(pad for pad in BESTANDEN if pad.stem == naam)
    keurder = _keurder(pad)
    gevallen = _met_extra_sleutel(_data(pad))
    assert len(gevallen) > 5
    assert [geval for geval in gevallen if keurder.is_valid(geval)] == []


@pytest.mark.parametrize(
    ("naam", "pad", "goed", "fout"),
    [
        ("activiteit", ("focus",), ["ja", "nee"], [True, "Ja", "yes", 1, None]),
        ("activiteit", ("nummer",), ["2.2", "3.10"], [2.2, "2", "02.2", None]),
        ("activiteit", ("nodig",), [[], ["a"], [{"tekst": "a", "onderdelen": ["b"]}]], ["a", [1], [{"onderdelen": []}]]),
        ("indicatoren", ("indicatoren", 0, "nulmeting"), ["onbekend", {"jaar": 2023, "waarde": "onbekend"}], ["geen", {"jaar": "2023"}, 5]),
        ("indicatoren", ("indicatoren", 0, "streefwaarde"), ["geen", {"waarde": "80%"}], ["onbekend", {"jaar": 2027}, None]),
        ("tijdlijn", ("regels", 0, "kwartalen"), ["NTB", ["2024-Q4"], ["2024-Q4 t/m 2025-Q1"], ["vanaf 2024-Q4"]], ["ntb", ["2024-Q5"], ["2024"], "2024-Q4"]),
        ("tijdlijn", ("regels", 0, "lijn"), ["algemeen", "samen-zien"], [None, 2]),
        ("begroting", ("tabellen", 0, "posten", 0, "bedragen"), [{"2024": 5}, {"2024": "geen"}, {"2024": {"bedrag": "geen", "plus_tijdelijk": "ja"}}], [{}, {"2024": "5"}, {"2024": 1.5}, {"2024": {"bedrag": -1}}]),
        ("contactfeiten", ("feiten", 0, "gecontroleerd_op"), ["onbekend", "2026-11-22"], ["gisteren", "22-11-2026", 5]),
        ("activiteit", ("lopend_uit",), ["Eerder plan"], [None, ["Eerder plan"]]),
        ("plan", ("looptijd", "van"), ["2024-01-01"], ["2024", "1-1-2024", 20240101]),
    ],
)  # fmt: skip
def test_schema_and_gate_agree(naam: str, pad: tuple[str | int, ...], goed: list[object], fout: list[object]) -> None:
    bestand = next(pad for pad in BESTANDEN if naam in {pad.stem, _schema_van(pad).name.removesuffix(".schema.json")})
    keurder, soort = _keurder(bestand), SOORTEN[naam]

    def oordelen(waarde: object) -> tuple[bool, bool]:
        data = copy.deepcopy(yamlplaats.lees(bestand.read_bytes()).data)
        doel = data
        for stap in pad[:-1]:
            doel = doel[stap]
        doel[pad[-1]] = waarde
        via_schema = keurder.is_valid(_zoals_json(data))
        gelezen = yamlplaats.lees(_als_yaml(waarde))
        doel[pad[-1]] = gelezen.data
        try:
            soort.model_validate(data)
        except ValueError:
            return via_schema, False
        return via_schema, not gelezen.fouten

    assert [(waarde, oordelen(waarde)) for waarde in goed] == [(waarde, (True, True)) for waarde in goed]
    assert [(waarde, oordelen(waarde)) for waarde in fout] == [(waarde, (False, False)) for waarde in fout]


def _als_yaml(waarde: object) -> bytes:
    """Returns the value as an editor writes it: text that reads as a date, and years that are keys, without quotes."""
    tekst = json.dumps(waarde, ensure_ascii=False)
    for kaal in ("2024-01-01", "2026-11-22"):
        tekst = tekst.replace(f'"{kaal}"', kaal)
    return tekst.replace('{"2024":', "{2024:").encode()
