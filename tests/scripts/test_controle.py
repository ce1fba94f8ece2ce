import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import chain, repeat
from pathlib import Path

import pytest

Draai = Callable[..., subprocess.CompletedProcess[str]]


HULPPAGINA = """\
---
template: hulp.html
tabtitel: Hulp en advies
description: Een zin.
bronnen:
  - een bron
---

# Kop

Bel iemand. Je wordt dan door de VNG teruggebeld.
"""
NIEUWS = """\
---
template: item.html
titel: Een bericht
samenvatting: Er is nieuws. Kom ook!
status: concept
publicatiedatum: 2027-01-01
tekst: De POH belde. Het gezin wordt dan geholpen.
---

{{ item() }}
"""
ITEMADVIES = """\
docs/nieuws/bericht.md:4:15: advies: samenvatting: 'nieuws. Kom ook!' heeft een uitroepteken; schrijf een punt
docs/nieuws/bericht.md:7:8: advies: tekst: 'POH' wordt niet uitgelegd; schrijf hier 'de volle naam (POH)', of laat de afkorting weg
docs/nieuws/bericht.md:7:8: advies: tekst: lijdende vorm ('wordt … geholpen'); schrijf liever wie het doet
"""
DAGEN = ("onbekend", "2026-05-21", "2026-05-22", "2026-11-22", "2026-11-23")


@pytest.fixture
def met_advies(kopie: Path) -> Path:
    """A copy with one item more, a help page to mend, four contact facts checked on other days, and the others on the day."""
    (kopie / "docs" / "nieuws" / "bericht.md").write_text(NIEUWS, "utf-8")
    (kopie / "docs" / "hulp" / "index.md").write_text(HULPPAGINA, "utf-8")
    feiten = kopie / "data" / "contactfeiten.yml"
    dagen = chain(DAGEN, repeat("2026-11-22"))
    tekst = re.sub(r"(gecontroleerd_op: ).+", lambda regel: f"{regel[1]}{next(dagen)}", feiten.read_text("utf-8"))
    feiten.write_text(tekst, "utf-8")
    return kopie


def regels_met(bestand: Path, tekst: str) -> list[int]:
    return [nummer for nummer, regel in enumerate(bestand.read_text("utf-8").splitlines(), 1) if tekst in regel]


def test_the_real_data_are_in_order(wortel: Path, draai: Draai) -> None:
    gecontroleerd = draai(wortel, "controle")
    aantal = len(list((wortel / "data").rglob("*.yml")))
    *adviezen, laatste = gecontroleerd.stdout.splitlines()
    assert (laatste, gecontroleerd.stderr, gecontroleerd.returncode) == (
        f"Geen fouten gevonden in {aantal} bestanden.",
        "",
        0,
    )
    assert [regel for regel in adviezen if regel.startswith("Zonder advies: ")]


def test_of_many_items_with_advice_the_newest_come_first_and_the_rest_is_counted(kopie: Path, draai: Draai) -> None:
    for nummer in range(1, 21):
        dag = f"publicatiedatum: 2027-11-{nummer:02}"
        tekst = NIEUWS.replace("publicatiedatum: 2027-01-01", dag).replace(
            "geholpen.", "geholpen. Er is HAAST. De XYZ komt."
        )
        (kopie / "docs" / "nieuws" / f"bericht-{nummer}.md").write_text(tekst, "utf-8")
    kort = draai(kopie, "controle", "--peildatum", "2026-11-26").stdout
    alles = draai(kopie, "controle", "--alles", "--peildatum", "2026-11-26").stdout
    genoemd = re.findall(r"^(docs/nieuws/bericht-\d+\.md)(?=:\d)", kort, re.MULTILINE)
    assert genoemd.index("docs/nieuws/bericht-20.md") < genoemd.index("docs/nieuws/bericht-19.md")
    assert max(map(genoemd.count, genoemd)) == 3
    assert "docs/nieuws/bericht-20.md: en nog 2\n" in kort
    assert re.search(
        r"^En nog \d+ teksten met advies\. Alles zien: python3 scripts/regiovisie\.py controle --alles$",
        kort,
        re.MULTILINE,
    )
    assert len(re.findall(r"^docs/nieuws/bericht-\d+\.md:\d", alles, re.MULTILINE)) == 20 * 5
    assert " en nog " not in alles.partition("Teksten van de redactie")[2]


def test_advice_is_given_and_blocks_nothing(met_advies: Path, draai: Draai) -> None:
    gecontroleerd = draai(met_advies, "controle", "--peildatum", "2026-11-22")
    nooit, oud, _, _, later, *rest = regels_met(met_advies / "data" / "contactfeiten.yml", "gecontroleerd_op")
    aantal = len(list((met_advies / "data").rglob("*.yml")))
    assert (gecontroleerd.stderr, gecontroleerd.returncode) == ("", 0)
    feiten, hulp, items, laatste = gecontroleerd.stdout.split("\n\n")
    assert feiten == (
        f"Na te gaan: 3 van de {5 + len(rest)} contactfeiten. Kijk of vraag bij de organisatie zelf of het nog klopt, "
        "elke 6 maanden. Bel een alarmnummer nooit om te proberen.\n"
        f"data/contactfeiten.yml:{nooit}:23: advies: Alarmnummer (112) is nog nooit nagegaan; doe dat en schrijf hier de "
        "dag, zoals 2026-11-22\n"
        f"data/contactfeiten.yml:{oud}:23: advies: Veilig Thuis (0800-2000) is voor het laatst nagegaan op 2026-05-21; "
        "doe dat opnieuw en schrijf hier de dag\n"
        f"data/contactfeiten.yml:{later}:23: advies: Veilig Thuis Noord- en Midden-Limburg (veiligthuisnml.nl): 2026-11-23 "
        "is later dan 2026-11-22; schrijf de dag waarop het is nagegaan"
    )
    assert hulp.startswith("Hoe leesbaar zijn de hulppagina's? Hoogstens 20 woorden per zin, gemiddeld 12.\n")
    assert (
        "docs/hulp/index.md: zinnen 3, gemiddeld 3,3, langste 7, lange woorden 0, lijdende vorm 1, onverklaarde termen 1\n"
        "docs/hulp/index.md:11:16: advies: lijdende vorm ('wordt … teruggebeld'); schrijf liever wie het doet\n"
        "docs/hulp/index.md:11:34: advies: 'VNG' wordt niet uitgelegd; schrijf hier 'Vereniging van Nederlandse Gemeenten "
        "(VNG)', of laat de afkorting weg\n"
    ) in hulp
    assert re.search(
        r"^Teksten van de redactie: \d+ bekeken, bij \d+ kan iets beter\. Dat houdt niets tegen\.\n", items
    )
    assert ITEMADVIES in items
    assert laatste == f"Geen fouten gevonden in {aantal} bestanden.\n"


def test_the_day_comes_from_the_option_or_the_environment(met_advies: Path, draai: Draai) -> None:
    op_de_dag = draai(met_advies, "controle", "--peildatum", "2026-11-22").stdout
    epoch = str(int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()))
    assert draai(met_advies, "controle", SOURCE_DATE_EPOCH=epoch).stdout == op_de_dag
    een_dag_later = draai(met_advies, "controle", "--peildatum=2026-11-23", SOURCE_DATE_EPOCH=epoch).stdout
    assert "is voor het laatst nagegaan op 2026-05-22" in een_dag_later
    assert "is later dan" not in een_dag_later


def test_an_impossible_day_is_refused(wortel: Path, draai: Draai) -> None:
    gecontroleerd = draai(wortel, "controle", "--peildatum", "22-11-2026")
    assert (gecontroleerd.stdout, gecontroleerd.stderr, gecontroleerd.returncode) == (
        "",
        "'22-11-2026' is geen datum; schrijf JJJJ-MM-DD, bijvoorbeeld 2026-11-22.\n",
        1,
    )


def test_what_is_in_order_is_only_counted(met_advies: Path, draai: Draai) -> None:
    feiten, pagina = met_advies / "data" / "contactfeiten.yml", met_advies / "docs" / "hulp" / "index.md"
    feiten.write_text(re.sub(r"(gecontroleerd_op: ).+", r"\g<1>2026-11-22", feiten.read_text("utf-8")), "utf-8")
    pagina.write_text(HULPPAGINA.partition(" Je wordt")[0], "utf-8")
    bericht = met_advies / "docs" / "nieuws" / "bericht.md"
    bericht.write_text(re.sub("Kom ook!|De POH belde. Het gezin wordt dan geholpen", "Kom ook", NIEUWS), "utf-8")
    gecontroleerd = draai(met_advies, "controle", "--peildatum", "2026-11-22")
    assert (gecontroleerd.stderr, gecontroleerd.returncode) == ("", 0)
    assert gecontroleerd.stdout.startswith("Hoe leesbaar zijn de hulppagina's?")
    assert "docs/hulp/index.md" not in gecontroleerd.stdout
    assert "docs/nieuws/bericht.md" not in gecontroleerd.stdout
    assert re.search(r"^Zonder advies: \d+ van de \d+ hulppagina's\.$", gecontroleerd.stdout, re.MULTILINE)


def test_every_fault_has_its_line_and_they_are_counted(kopie: Path, draai: Draai) -> None:
    plan = next((kopie / "data").rglob("plan.yml"))
    naam = plan.relative_to(kopie).as_posix()
    plan.write_text(f"onzin: ja\n{plan.read_text('utf-8')}", "utf-8")
    gecontroleerd = draai(kopie, "controle")
    *regels, laatste = gecontroleerd.stderr.splitlines()
    assert (gecontroleerd.returncode, gecontroleerd.stdout) == (1, "")
    assert any(regel.startswith(f"{naam}:") for regel in regels)
    assert laatste == ("1 fout." if len(regels) == 1 else f"{len(regels)} fouten.")


def test_it_loads_no_builder_and_no_charts(wortel: Path) -> None:
    code = (
        "import sys; from scripts.opdrachten import main; main(['controle'], opzetten=False); "
        "sys.exit(bool({'mkdocs', 'matplotlib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=wortel, check=False, capture_output=True).returncode == 0


def test_the_schemas_are_written_and_old_ones_removed(kopie: Path, wortel: Path, draai: Draai) -> None:
    schemas = kopie / "data" / "schema"
    echt = {pad.name: pad.read_bytes() for pad in (wortel / "data" / "schema").glob("*.json")}
    eerste = min(echt)
    (schemas / eerste).unlink()
    (schemas / "vroeger.json").write_text("{}")
    geschreven = draai(kopie, "schema")
    assert geschreven.stdout == (
        f"Verwijderd: data/schema/vroeger.json\nGeschreven: data/schema/{eerste}\n{len(echt)} schema's zijn actueel.\n"
    )
    assert {pad.name: pad.read_bytes() for pad in schemas.glob("*.json")} == echt
