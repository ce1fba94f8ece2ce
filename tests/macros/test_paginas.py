"""What the gate says of pages: their head and the macros they call."""

from pathlib import Path

import pytest

import macros
from macros import paginas
from macros.model import Bekend

KOP = "---\ndescription: Een zin.\n---\n\n"
PLANNEN = {
    "zl-2024-2027": Bekend(
        ids={"activiteit": frozenset({"2.2", "2.3"}), "lijn": frozenset({"samen-zien", "samen-doen"})}
    )
}


CONTACT = paginas.Contact(
    alle=frozenset({"alarmnummer", "veilig-thuis", "veilig-thuis-zl", "fier-chat"}),
    kaart=frozenset({"alarmnummer", "veilig-thuis", "veilig-thuis-zl", "fier-chat"}),
    nummer={"alarmnummer": "112", "veilig-thuis": "08002000"},
    website={"veilig-thuis-zl": "veiligthuiszl.nl"},
)


def fouten(tekst: str, contact: paginas.Contact | None = CONTACT) -> list[str]:
    return [
        f"{plek.regel}:{plek.kolom}: {fout}"
        for plek, fout in paginas.controleer(tekst, paginas.Kennis(plannen=PLANNEN, contact=contact))
    ]


def test_every_registered_macro_is_known_to_the_gate() -> None:
    assert set(paginas.MACROS) == {*macros.ALGEMEEN, *macros.PER_PLAN}
    assert {naam for naam, soorten in paginas.MACROS.items() if soorten[:1] == ("plan",)} == set(macros.PER_PLAN)


@pytest.mark.parametrize(
    "aanroep",
    [
        '{{ activiteit("zl-2024-2027", "2.3") }}',
        '{{ relatiebeeld("zl-2024-2027") }}',
        '{{ relatiebeeld("zl-2024-2027", "samen-zien") }}',
        '{{ let_op("Een.", "Twee.") }}',
        "{{ contact() }}",
        'Bel {{ bel("veilig-thuis") }} of kijk op {{ website("veilig-thuis-zl") }}.',
        '{{ kaarten("fier-chat", "veilig-thuis", "veilig-thuis-zl") }}',
        '{{ controledatum("Nooit.", "Op") }}',
        "## Kop {: #anker }",
    ],
)
def test_a_good_call_gives_no_error(aanroep: str) -> None:
    assert fouten(KOP + aanroep) == []


@pytest.mark.parametrize(
    ("aanroep", "fout"),
    [
        ('{{ tijdljn("zl-2024-2027") }}', "5:4: tijdljn: deze macro bestaat niet; bedoelde u 'tijdlijn'?"),
        ("{{ qqq() }}", "5:4: qqq: deze macro bestaat niet; kijk welke macro's er zijn in CONTRIBUTING.md"),
        ('{{ tijdlijn("zl-2024-2028") }}', "5:4: tijdlijn: er is geen plan 'zl-2024-2028'; bedoelde u 'zl-2024-2027'?"),
        (
            'x {{ activiteit("zl-2024-2027", "2.9") }}',
            "5:6: activiteit: '2.9' is geen activiteit van dit plan; bedoelde u '2.3'?",
        ),
        (
            '{{ deelambities("zl-2024-2027", "samen-zein") }}',
            "5:4: deelambities: 'samen-zein' is geen lijn van dit plan; bedoelde u 'samen-zien'?",
        ),
        (
            '{{ activiteit("zl-2024-2027") }}',
            '5:4: activiteit: hier horen andere waarden tussen de haakjes; schrijf activiteit("plan", "activiteit")',
        ),
        (
            '{{ activiteit("zl-2024-2027", 2.3) }}',
            "5:4: activiteit: zet elke waarde tussen de haakjes tussen aanhalingstekens",
        ),
        (
            'Bel {{ bel("veilig-tuis") }}.',
            "5:8: bel: 'veilig-tuis' is geen bevestigd contactfeit met een telefoonnummer; bedoelde u 'veilig-thuis'?",
        ),
        (
            '{{ bel("fier-chat") }}',
            "5:4: bel: 'fier-chat' is geen bevestigd contactfeit met een telefoonnummer",
        ),
        (
            '{{ website("veilig-thuis") }}',
            "5:4: website: 'veilig-thuis' is geen bevestigd contactfeit met een website; bedoelde u 'veilig-thuis-zl'?",
        ),
        (
            '{{ kaarten("veilig-thuis", "opvangadres") }}',
            "5:4: kaarten: 'opvangadres' is geen contactfeit dat op een pagina mag",
        ),
        (
            "{{ kaarten() }}",
            '5:4: kaarten: hier horen andere waarden tussen de haakjes; schrijf kaarten("contactfeit")',
        ),
        (
            '{{ bel("veilig-thuis", "alarmnummer") }}',
            '5:4: bel: hier horen andere waarden tussen de haakjes; schrijf bel("nummer")',
        ),
        ("Bel 0800 2000.", """5:5: het nummer '0800 2000' staat hier getypt; schrijf {{ bel("veilig-thuis") }}"""),
        ("Bel 0800-2000.", """5:5: het nummer '0800-2000' staat hier getypt; schrijf {{ bel("veilig-thuis") }}"""),
        (
            "## Kop {#anker}\n\ntekst",
            '5:1: de accolades op deze regel kloppen niet; schrijf {{ macro("...") }}, en een anker als {: #naam }',
        ),
    ],
)
def test_a_slip_in_a_call_is_said_with_its_place(aanroep: str, fout: str) -> None:
    assert fouten(KOP + aanroep) == [fout]


def test_a_page_without_a_head_or_without_a_description_is_refused() -> None:
    assert fouten("# Kop\n") == [
        "1:1: de pagina begint niet met een kop; schrijf --- met daaronder description: en weer ---"
    ]
    assert fouten("---\ntitle: Kop\n---\n") == [
        "1:1: de sleutel 'description' ontbreekt in de kop van de pagina; voeg 'description:' toe met een tekst"
    ]
    assert fouten("---\ndescription: Kop: met dubbele punt\n---\n")[0].startswith("2:17: ")


def test_without_the_contact_facts_nothing_is_said_of_them() -> None:
    assert fouten(KOP + '{{ bel("wie-weet") }} 0800-2000', contact=None) == []


def test_a_number_in_the_head_or_inside_a_longer_number_is_left_alone() -> None:
    assert fouten("---\ndescription: Bel 0800-2000.\n---\n\nArtikel 108002000 en 080020001.\n") == []


def test_every_page_of_the_project_passes(wortel: Path) -> None:
    teksten = [pad.read_text("utf-8") for pad in (wortel / "docs").rglob("*.md")]
    assert len(teksten) > 20
    assert [tekst for tekst in teksten if not tekst.startswith("---\n")] == []
