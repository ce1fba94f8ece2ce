"""JSON Schema for editors, made from the models: it is never written by hand and never checked against."""

from __future__ import annotations

import json

from macros.model import ALGEMENE_BESTANDEN, PLANBESTANDEN, Activiteit, Model

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return the text of each schema file of `data/schema/`, by file name."""
    soorten: dict[str, type[Model]] = {**ALGEMENE_BESTANDEN, **PLANBESTANDEN, "activiteit": Activiteit}
    return {
        f"{naam}.schema.json": json.dumps(
            {"$schema": _DIALECT, **soort.model_json_schema()}, indent=2, ensure_ascii=False, sort_keys=True
        )
        + "\n"
        for naam, soort in soorten.items()
    }
