"""The facts of the source, one by one, against the pages on which a reader looks for them."""

import json
import re
from pathlib import Path

from tests.paginas import ADRESSEN, WORTEL, artikel, lees, tekst

FEITEN = [
    json.loads(regel)
    for bestand in sorted((WORTEL / "tests" / "site" / "feiten").glob("*.jsonl"))
    for regel in bestand.read_text("utf-8").splitlines()
]


def test_the_list_of_facts_is_long_and_names_existing_pages() -> None:
    assert len(FEITEN) >= 1000
    assert {feit["pagina"] for feit in FEITEN} <= set(ADRESSEN)
    assert len({(feit["pagina"], feit["feit"]) for feit in FEITEN}) == len(FEITEN)


def test_every_fact_stands_on_its_page(site: Path) -> None:
    woorden = {adres: tekst(artikel(lees(site, adres))) for adres in {feit["pagina"] for feit in FEITEN}}
    ontbreekt = [
        f"{feit['pagina']}: {feit['feit']}: {patroon}"
        for feit in FEITEN
        for patroon in feit["bevat"]
        if not re.search(patroon, woorden[feit["pagina"]], re.IGNORECASE)
    ]
    assert ontbreekt == []
