"""JSON Schema for editors, made from the models: it is never written by hand and never checked against."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from macros.model import ALGEMENE_BESTANDEN, PLANBESTANDEN, Activiteit, Model

SOORTEN: Mapping[str, type[Model]] = {**ALGEMENE_BESTANDEN, **PLANBESTANDEN, "activiteit": Activiteit}
"""What a data file holds, by the name of its schema."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return the text of each schema file of `data/schema/`, by file name."""
    return {
        f"{naam}.schema.json": json.dumps(
            {"$schema": _DIALECT, **_zonder_niets(soort.model_json_schema())},
            indent=2,
            ensure_ascii=False,
            sort_keys=True,
        )
        + "\n"
        for naam, soort in SOORTEN.items()
    }


def _zonder_niets(deel: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Leave out that a key may be left blank: the gate refuses that, and a key that isn't needed is not written."""
    if isinstance(deel, list):
        return [_zonder_niets(onderdeel) for onderdeel in deel if onderdeel != {"type": "null"}]
    if isinstance(deel, dict):
        return {naam: _zonder_niets(waarde) for naam, waarde in deel.items() if (naam, waarde) != ("default", None)}
    return deel
