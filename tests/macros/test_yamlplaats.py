"""What YAML reads otherwise than the editor meant is told in Dutch, at its place; nothing raises, nothing hangs."""

import unicodedata
from datetime import date

import pytest

from macros import yamlplaats
from macros.yamlplaats import Plek

HIER = "‸"

CITAAT = "zet de hele tekst tussen aanhalingstekens"
INSPRINGING = "de inspringing klopt niet; zet wat bij elkaar hoort precies onder elkaar"
NIET_EERDER = "deze sleutel past niet onder de regel erboven; zet hem recht onder de andere sleutels en zet na elke dubbele punt een spatie"
OPEN_CITAAT = "dit aanhalingsteken wordt niet gesloten; zet er een aan het einde van de tekst"
NA_CITAAT = f"na een aanhalingsteken staat nog tekst; {CITAAT} en kijk of elk aanhalingsteken erboven gesloten is"
STREEP = "een schuine streep \\ kan hier niet; gebruik enkele aanhalingstekens"
NIET_BEGINNEN = "een tekst kan niet met '{}' beginnen; " + CITAAT
GEEN_GETAL = "'{}' is geen gewoon getal; schrijf alleen cijfers, of zet het tussen aanhalingstekens"
TAB = "hier staat een tab; spring in met spaties"
HEKJE = f"de tekst vanaf dit hekje valt weg; {CITAAT}, of zet een spatie na het hekje als het een opmerking is"
HAKEN = f"haken en accolades hebben hier een bijzondere betekenis; {CITAAT}"
DOCUMENT = "een tweede document (---) in hetzelfde bestand; maak er een eigen bestand van"

ONLEESBAAR = [
    ("a: b‸: c", f"hier staat een dubbele punt te veel; {CITAAT}"),
    ("a:\n‸\tb: c", TAB),
    ("a: 1\n‸\tb: c", TAB),
    ("a: 1\n‸b\nc: 2", "na deze sleutel ontbreekt een dubbele punt; schrijf 'sleutel: waarde'"),
    ("a:1\nb‸: 2", NIET_EERDER),
    ("a: 1\n  b‸: 2", NIET_EERDER),
    ("a:\n  b: 1\n ‸c: 2", INSPRINGING),
    ("a:\n  - b\n ‸- c", INSPRINGING),
    ("- a\n‸b: c", INSPRINGING),
    ("a: ‸'x\nb: 2", OPEN_CITAAT),
    ('a: ‸"x\nb: 2', OPEN_CITAAT),
    ("a: 'it'‸s'", NA_CITAAT),
    ('a: "x" ‸y', NA_CITAAT),
    ('a: "c:\\temp\\x‸"', STREEP),
    ("a: ‸[1, 2\nb: 3", "deze lijst met rechte haken wordt niet afgesloten; voeg een komma of ] toe"),
    ("a: ‸{b: 1\nc: 2", "deze accolade wordt niet afgesloten; voeg een komma of } toe"),
    ("a: ‸@x", NIET_BEGINNEN.format("@")),
    ("a: ‸%x", NIET_BEGINNEN.format("%")),
    ("a: ‸`x`", NIET_BEGINNEN.format("`")),
    ("a: ‸]", NIET_BEGINNEN.format("]")),
    ("a: ‸, b", NIET_BEGINNEN.format(",")),
    ("‸%x\n", f"een regel kan niet met % beginnen; {CITAAT}"),
    ("a: ‸*x*", f"een tekst kan niet met * beginnen; {CITAAT}"),
    ("a: ‸& b", f"een tekst kan niet met & beginnen; {CITAAT}"),
    ("a: ‸? b", f"een tekst kan niet met ? beginnen; {CITAAT}"),
    ("a: ‸- x", f"hier mag geen streepje staan; begin op een nieuwe regel of {CITAAT}"),
    ("a: [\n  ‸- x", "hier mag geen streepje staan; kijk of er erboven een haak of accolade te veel staat"),
    ("a: > ‸x", f"na > of | begint de tekst op de volgende regel; {CITAAT}"),
    ("a: 1\n‸---\nb: 2", DOCUMENT),
    ("a: &x 1\nb: ‸*x", f"een verwijzing met * wordt niet gebruikt; schrijf de waarde uit of {CITAAT}"),
]

LEESBAAR = [
    ("a: ‸2025-02-30", "'2025-02-30' is geen bestaande datum; schrijf een dag die op de kalender staat, als jjjj-mm-dd"),
    ("a: ‸2025-02-28 10:00:00", "'2025-02-28 10:00:00' is geen datum; schrijf jaar, maand en dag als jjjj-mm-dd"),
    ("a: ‸010", "'010' begint met een nul en wordt dan anders gelezen; schrijf 10, of \"010\" met aanhalingstekens als het een telefoonnummer is"),
    ("a: ‸08", "'08' begint met een nul en wordt dan anders gelezen; schrijf 8, of \"08\" met aanhalingstekens als het een telefoonnummer is"),
    ("a: ‸0800", "'0800' begint met een nul en wordt dan anders gelezen; schrijf 800, of \"0800\" met aanhalingstekens als het een telefoonnummer is"),
    ("a: ‸00", "'00' begint met een nul en wordt dan anders gelezen; schrijf 0, of \"00\" met aanhalingstekens als het een telefoonnummer is"),
    ("a: ‸12:30", GEEN_GETAL.format("12:30")),
    ("a: ‸0x1F", GEEN_GETAL.format("0x1F")),
    ("a: ‸1_000", GEEN_GETAL.format("1_000")),
    ("a: ‸+5", GEEN_GETAL.format("+5")),
    ("a: ‸.inf", GEEN_GETAL.format(".inf")),
    ("a: ‸9999999999999999", "'9999999999999999' is te groot; schrijf een getal van hoogstens 15 cijfers"),
    ("‸a:", "de sleutel 'a' heeft geen waarde; vul die in of haal de sleutel weg"),
    ("‸a: null", "de sleutel 'a' heeft geen waarde; vul die in of haal de sleutel weg"),
    ("a: {b: 1, ‸c}", "de sleutel 'c' heeft geen waarde; vul die in of haal de sleutel weg; staat er een komma in de tekst, zet haar dan tussen aanhalingstekens"),
    ("a:\n  -‸\n  - b", "hier staat niets; vul het in of haal het streepje weg"),
    ("a: 1\n‸a: 2", "de sleutel 'a' staat hier voor de tweede keer (eerder op regel 1); haal er een weg"),
    ("‸<<: {a: 1}", "samenvoegen met << wordt niet gebruikt; schrijf de sleutels uit"),
    ("‸'': a", "hier ontbreekt de sleutel; schrijf 'sleutel: waarde'"),
    ("a: ‸{{ x }}", HAKEN),
    ("‸[a]: b", HAKEN),
    ("a: ‸!x y", f"een label met ! wordt niet gebruikt; haal het weg of {CITAAT}"),
    ('a: ‸!!int "x"', f"een label met ! wordt niet gebruikt; haal het weg of {CITAAT}"),
    ("a: ‸!!python/object:os.system x", f"een label met ! wordt niet gebruikt; haal het weg of {CITAAT}"),
    ("a: ‸&x y", f"een merkteken met & wordt niet gebruikt; haal het weg of {CITAAT}"),
    ("a: Actie ‸#4", HEKJE),
    ("a: b‸\x00c", "onzichtbaar teken U+0000; haal het weg"),
    ("a: b‸\u2028c", "onzichtbaar teken U+2028; haal het weg"),
]  # fmt: skip
LEESBAAR += [
    (f"a: ‸{woord}", f"'{woord}' leest de computer als waar of onwaar; schrijf ja of nee, of zet het woord tussen aanhalingstekens")
    for woord in ("yes", "no", "on", "off", "True", "FALSE")
]  # fmt: skip


def _fouten(inhoud: str | bytes) -> list[tuple[Plek, str]]:
    return list(yamlplaats.lees(inhoud if isinstance(inhoud, bytes) else inhoud.encode()).fouten)


def _plek(tekst: str) -> Plek:
    voor = tekst.partition(HIER)[0]
    return Plek(voor.count("\n") + 1, len(voor) - voor.rfind("\n"))


@pytest.mark.parametrize(("tekst", "zin"), ONLEESBAAR)
def test_a_syntax_error_is_told_at_its_place_and_there_are_no_data(tekst: str, zin: str) -> None:
    inhoud = tekst.replace(HIER, "")
    assert (_plek(tekst), zin) in _fouten(inhoud)
    assert [fout for fout in _fouten(inhoud) if "merkteken" not in fout[1]] == [(_plek(tekst), zin)]
    assert yamlplaats.lees(inhoud.encode()).data is None


@pytest.mark.parametrize(("tekst", "zin"), LEESBAAR)
def test_a_misleading_value_is_told_at_its_place_and_the_rest_is_read(tekst: str, zin: str) -> None:
    inhoud = tekst.replace(HIER, "")
    assert _fouten(inhoud) == [(_plek(tekst), zin)]
    assert yamlplaats.lees(inhoud.encode()).data is not None


@pytest.mark.parametrize(
    ("tekst", "data"),
    [
        ("a: 10", {"a": 10}),
        ("a: -5", {"a": -5}),
        ("a: 2.5", {"a": 2.5}),
        ("a: 2025-02-28", {"a": date(2025, 2, 28)}),
        ('a: "010"', {"a": "010"}),
        ('a: "yes"', {"a": "yes"}),
        ('a: ""', {"a": ""}),
        ("a: ja", {"a": "ja"}),
        ("a: x # opmerking", {"a": "x"}),
        ("a: C# en F#", {"a": "C# en F#"}),
        ("2024: 1", {2024: 1}),
        ("on: 1", {"on": 1}),
        ("1.50: 1", {"1.50": 1}),
        ("a: =", {"a": "="}),
        ("a: >-\n  b\n  c", {"a": "b c"}),
        ("---\na: b\n", {"a": "b"}),
        ("\ufeffa: b", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
    ],
)
def test_what_is_meant_as_it_stands_is_read_without_a_word(tekst: str, data: object) -> None:
    gelezen = yamlplaats.lees(tekst.encode())
    assert (gelezen.data, gelezen.fouten) == (data, ())


@pytest.mark.parametrize("inhoud", [b"", b"\n\n", b"# alleen een opmerking\n", b"---\n", b"~\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(inhoud: bytes) -> None:
    assert _fouten(inhoud) == [(Plek(1, 1), "het bestand is leeg; vul het in")]


def test_what_is_no_utf_8_is_told_at_its_place() -> None:
    zin = "dit teken is geen UTF-8; bewaar het bestand als UTF-8"
    assert _fouten("é: één\ntwéé: ".encode() + b"\xe9") == [(Plek(2, 7), zin)]
    assert _fouten(b"\xef\xbb\xbfa: \xff") == [(Plek(1, 4), zin)]
    assert _fouten("a: b".encode("utf-16")) == [(Plek(1, 1), zin)]


def test_a_large_file_is_refused_unread() -> None:
    assert _fouten(b"a: " + b"x" * yamlplaats.MAX_BYTES) == [(Plek(1, 1), "het bestand is groter dan 1 MB; splits het")]


@pytest.mark.parametrize(
    ("inhoud", "kolom"),
    [("[" * 10_000, 21), ("a: " + "[" * 10_000 + "]" * 10_000, 23), ("- " * 10_000 + "x", 41), ("{a: " * 10_000, 81)],
)
def test_deep_nesting_is_refused_at_the_first_level_too_deep(inhoud: str, kolom: int) -> None:
    assert _fouten(inhoud) == [(Plek(1, kolom), "meer dan 20 niveaus diep; kijk of er haken te veel staan")]


def test_aliases_that_multiply_are_refused_unexpanded() -> None:
    bom = "a: &a [x, x]\n" + "\n".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert _fouten(bom)[-1][1].startswith("een verwijzing met * wordt niet gebruikt")


def test_no_character_makes_it_raise() -> None:
    for punt in (
        *range(0x250),
        *range(0x2000, 0x2070),
        0xD7FF,
        0xE000,
        0xFEFF,
        0xFFFD,
        0xFFFE,
        0xFFFF,
        0x1F600,
        0x10FFFF,
    ):
        gelezen = yamlplaats.lees(f"a: b{chr(punt)}c".encode())
        assert gelezen.fouten or unicodedata.category(chr(punt)) != "Cc" or chr(punt) in "\t\n\r", hex(punt)


def test_all_that_is_wrong_is_told_in_one_go() -> None:
    assert [plek for plek, _ in _fouten("a: 010\nb: yes\nc:\nd: 2025-02-30\na: x\x07\n")] == [
        Plek(5, 5),
        Plek(3, 1),
        Plek(5, 1),
        Plek(1, 4),
        Plek(2, 4),
        Plek(4, 4),
    ]


def test_the_place_of_a_value_or_key_is_found_as_far_as_the_path_goes() -> None:
    boom = yamlplaats.lees(b"a:\n  - b: 1\n    2024: {c: 2}\n").boom
    assert boom is not None
    assert yamlplaats.zoek(boom, ("a", 0, "b")) == Plek(2, 8)
    assert yamlplaats.zoek(boom, ("a", 0, "b"), sleutel=True) == Plek(2, 5)
    assert yamlplaats.zoek(boom, ("a", 0, 2024, "c"), sleutel=True) == Plek(3, 12)
    assert yamlplaats.zoek(boom, ("a", 0, 2024, "weg", "dieper")) == Plek(3, 11)
    assert yamlplaats.zoek(boom, ("a", 7)) == Plek(2, 3)
    assert yamlplaats.sleutel_bij(boom, ("a", 0, 2024, "weg")) == "2024"
    assert yamlplaats.geschreven(boom, ("a", 0, "b")) == "1"
    assert yamlplaats.geschreven(boom, ("a", 0)) is None


def test_items_with_one_id_and_items_that_are_the_same_are_found() -> None:
    boom = yamlplaats.lees(b"a:\n  - id: x\n  - id: y\n  - id: x\nb:\n  - id: x\nc: [p, q, p]\n").boom
    assert boom is not None
    assert sorted(yamlplaats.dubbele_ids(boom), key=lambda fout: fout[0].regel) == [
        (Plek(4, 9), "id: 'x' komt twee keer voor (eerder op regel 2); kies een ander id"),
        (Plek(7, 11), "'p' staat twee keer in deze lijst (eerder op regel 7); haal er een weg"),
    ]


def test_a_repaired_tree_is_read_as_if_it_had_been_written_so() -> None:
    boom = yamlplaats.lees(b"a:\n  titl: x\n  weg: y\n  kort: z\n  kor: q\n").boom
    assert boom is not None
    yamlplaats.herstel(boom, ("a", "titl"), "titel")
    yamlplaats.herstel(boom, ("a", "weg"), None)
    yamlplaats.herstel(boom, ("a", "kor"), "kort")
    assert yamlplaats.bouw(boom) == {"a": {"titel": "x", "kort": "z"}}
    assert yamlplaats.zoek(boom, ("a", "titel")) == Plek(2, 9)


def test_a_value_in_a_message_is_short_and_on_one_line() -> None:
    assert yamlplaats.kort("a\n  b") == "a b"
    assert len(yamlplaats.kort("x" * 61)) == 60
