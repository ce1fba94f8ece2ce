"""The rules for writing: exact sentences, traces of people found and clean stories left alone, a hundred slips told plainly."""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros import inlezen, leesbaarheid, redactieregels
from macros.model import ITEMSOORTEN, Regiovisie, Soort
from macros.privacy import Spoor
from macros.redactieregels import REGELS, Bevinding, Kennis, Regel
from tests.itemvoorbeelden import zet_neer
from tests.macros.casusteksten import GEPLANT, SCHOON
from tests.macros.conftest import Project
from tests.macros.itemfouten import GOED, SLIPS, slechte_items

DAG = date(2026, 11, 26)
AANTAL_SLIPS = 144


@pytest.fixture(scope="module")
def kennis(wortel: Path) -> Kennis:
    return inlezen.Werkbank.laad(wortel).kennis


def alle(soort: str, data: Mapping[str, Any], kennis: Kennis) -> list[Bevinding]:
    return list(redactieregels.bevindingen(soort, dict(data), kennis, DAG))


def in_casus(tekst: str, kennis: Kennis) -> list[Bevinding]:
    return alle("praktijkcasussen", {"situatie": tekst}, kennis)


def test_each_rule_has_a_name_an_explanation_and_two_examples() -> None:
    assert len({regel.id for regel in REGELS}) == len({regel.naam for regel in REGELS}) == len(REGELS)
    assert [regel.blokkeert for regel in REGELS] == sorted((regel.blokkeert for regel in REGELS), reverse=True)
    for regel in REGELS:
        assert re.fullmatch(r"[a-z-]+", regel.id)
        assert regel.uitleg.endswith(".")
        assert regel.fout != regel.goed


def voorbeeldplek(regel: Regel, tekst: str) -> tuple[str, dict[str, Any]]:
    """An item in which the example of a rule stands where that rule looks."""
    if regel in {redactieregels.ALT_ONTBREEKT, redactieregels.ALT_ZEGT_NIETS}:
        alt = "" if tekst == "(leeg)" else tekst
        return "nieuws", {"beeld": {"bestand": "/beelden/a.jpg", "alt": alt}}
    if regel in {redactieregels.TITEL, redactieregels.SAMENVATTING}:
        return "nieuws", {"titel" if regel is redactieregels.TITEL else "samenvatting": tekst}
    if regel in {redactieregels.NAAM_ELDERS, redactieregels.CONTACT}:
        return "nieuws", {"tekst": tekst}
    return "praktijkcasussen", {"situatie": tekst}


ZONDER_ZIN = {redactieregels.VOORBIJ, redactieregels.LANG_GEMIDDELD}
"""Rules whose example tells about an item instead of being a sentence of it."""


@pytest.mark.parametrize("regel", [regel for regel in REGELS if regel not in ZONDER_ZIN], ids=lambda regel: regel.id)
def test_the_wrong_example_breaks_its_rule_and_the_good_one_breaks_none(regel: Regel, kennis: Kennis) -> None:
    assert regel in {b.regel for b in alle(*voorbeeldplek(regel, regel.fout), kennis)}
    assert [b.tekst for b in alle(*voorbeeldplek(regel, regel.goed), kennis)] == []


ZINNEN = [
    (
        "nieuws",
        {"beeld": {"bestand": "/beelden/a.jpg"}},
        ("beeld", "alt"),
        "de foto heeft geen beschrijving; schrijf bij alt in een paar woorden wat erop te zien is",
    ),
    (
        "nieuwsbrieven",
        {"onderdelen": [{"beeld": {"bestand": "/beelden/a.jpg", "alt": "Foto 1"}}]},
        ("onderdelen", 0, "beeld", "alt"),
        "'Foto 1' zegt niet wat er op de foto te zien is; schrijf bijvoorbeeld 'twee vrouwen praten aan een tafel'",
    ),
    (
        "nieuws",
        {"tekst": "Klik [hier](/hulp/)."},
        ("tekst",),
        "de woorden 'hier' zeggen niet waar de link heen gaat; schrijf wat de lezer daar vindt",
    ),
    (
        "nieuws",
        {"tekst": "Kijk op www.rijksoverheid.nl."},
        ("tekst",),
        "het adres 'www.rijksoverheid.nl' staat los in de tekst; schrijf [woorden die zeggen wat daar staat](https://www.rijksoverheid.nl)",
    ),
    (
        "nieuws",
        {"tekst": "Lees over [hulp thuis](/hulp/thuiss/)."},
        ("tekst",),
        "op deze site is geen pagina '/hulp/thuiss/'; bedoelde u '/hulp/thuis/'?",
    ),
    (
        "nieuws",
        {"tekst": "Lees over [hulp thuis](/hulp/thuis)."},
        ("tekst",),
        "de link '/hulp/thuis' mist de schuine streep aan het eind; schrijf /hulp/thuis/",
    ),
    (
        "nieuws",
        {"tekst": "Zie de [rijksoverheid](htp:/rijksoverheid.nl)."},
        ("tekst",),
        "de link 'htp:/rijksoverheid.nl' werkt niet; schrijf https://rijksoverheid.nl",
    ),
    (
        "nieuwsbrieven",
        {"onderdelen": [{"link": "/hulp/meldcod/"}]},
        ("onderdelen", 0, "link"),
        "op deze site is geen pagina '/hulp/meldcod/'; bedoelde u '/hulp/meldcode/'?",
    ),
    (
        "praktijkcasussen",
        {"vragen": [{"antwoord": "Ja, Fatima wilde dat."}]},
        ("vragen", 0, "antwoord"),
        "'Fatima' lijkt de naam van een mens; schrijf wie het is, zoals 'de moeder', 'een buurman' of 'de huisarts'",
    ),
    (
        "praktijkcasussen",
        {"geanonimiseerd_door": "mevrouw Jansen"},
        ("geanonimiseerd_door",),
        "'mevrouw Jansen' lijkt de naam van een mens; schrijf wie het is, zoals 'de moeder', 'een buurman' of 'de huisarts'",
    ),
    (
        "praktijkcasussen",
        {"situatie": "In Venlo belde een 38-jarige."},
        ("situatie",),
        (
            "'38-jarige' is een precieze leeftijd; noem die niet samen met de plaats (Venlo), maar schrijf ongeveer "
            "hoe oud iemand is, zoals 'een jong kind' of 'rond de veertig'"
        ),
    ),
    (
        "nieuws",
        {"tekst": "Het nummer is 123456782."},
        ("tekst",),
        "'123456782' lijkt een persoonlijk nummer of een zaaknummer; haal het weg, want het wijst één mens of zaak aan",
    ),
    (
        "kanalen",
        {"contactfunctie": "Sanne de Boer"},
        ("contactfunctie",),
        "'Sanne de Boer' lijkt de naam van een mens; schrijf wie het is, zoals 'de moeder', 'een buurman' of 'de huisarts'",
    ),
    (
        "agenda",
        {"begin": date(2026, 11, 20), "herhaling": "jaarlijks-wisselend"},
        ("begin",),
        "deze dag (2026-11-20) is voorbij; schrijf de eerstvolgende datum, of onbekend als die nog niet vaststaat",
    ),
    (
        "agenda",
        {"begin": "2026-11-20", "eind": "2026-11-25"},
        ("begin",),
        "deze dag (2026-11-25) is voorbij; kijk of de datum klopt, of haal het weg als niemand het meer zoekt",
    ),
    (
        "toolkit",
        {"geldig_tot": date(2026, 11, 25)},
        ("geldig_tot",),
        "dit is niet meer geldig (tot en met 2026-11-25); vernieuw het, of haal het weg",
    ),
    (
        "campagnes",
        {"stand": "lopend", "wanneer": "november 2025"},
        ("stand",),
        "'november 2025' is voorbij; schrijf bij stand afgerond, of verbeter wanneer",
    ),
    (
        "nieuws",
        {"titel": "t" * 71},
        ("titel",),
        "de titel telt 71 tekens; maak hem korter, tot 70",
    ),
    (
        "nieuws",
        {"titel": "Nieuw plan.", "samenvatting": "Nieuw plan"},
        ("samenvatting",),
        "de samenvatting zegt hetzelfde als de titel; schrijf in één zin wat de lezer hier vindt",
    ),
    (
        "nieuws",
        {"tekst": "Kom ook naar de middag!"},
        ("tekst",),
        "'naar de middag!' heeft een uitroepteken; schrijf een punt",
    ),
    (
        "nieuws",
        {"tekst": "De POH kijkt mee."},
        ("tekst",),
        "'POH' wordt niet uitgelegd; schrijf hier 'de volle naam (POH)', of laat de afkorting weg",
    ),
    (
        "nieuws",
        {"tekst": "een twee drie vier " * 5 + "eind."},
        ("tekst",),
        "'een twee drie vier …': deze zin telt 21 woorden; maak er twee zinnen van, elk van hoogstens 20 woorden",
    ),
    (
        "nieuws",
        {"tekst": "Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien. " * 5},
        ("tekst",),
        "de zinnen tellen gemiddeld 13,0 woorden; maak de langste korter, tot gemiddeld 12",
    ),
]


@pytest.mark.parametrize(("soort", "data", "pad", "zin"), ZINNEN)
def test_a_finding_says_what_and_what_to_write(
    soort: str, data: dict[str, Any], pad: tuple[str | int, ...], zin: str, kennis: Kennis
) -> None:
    assert [(b.pad, b.tekst) for b in alle(soort, data, kennis)] == [(pad, zin)]


@pytest.mark.parametrize(
    ("soort", "data"),
    [
        ("agenda", {"begin": date(2026, 11, 26)}),
        ("agenda", {"begin": date(2026, 11, 20), "eind": date(2026, 11, 26)}),
        ("agenda", {"begin": date(2020, 6, 15), "herhaling": "jaarlijks-vaste-datum"}),
        ("agenda", {"begin": "onbekend"}),
        ("toolkit", {"geldig_tot": date(2026, 11, 26)}),
        ("toolkit", {"geldig_tot": "onbeperkt"}),
        ("campagnes", {"stand": "afgerond", "wanneer": "november 2025"}),
        ("campagnes", {"stand": "lopend", "wanneer": "van 2025 tot en met 2027"}),
        (
            "nieuws",
            {"tekst": "Mail naar [de redactie](mailto:redactie@voorbeeld.nl) of kijk bij [Hulp](/hulp/#bellen)."},
        ),
        ("nieuws", {"tekst": "Download de [poster om op te hangen](/toolkit/bestanden/poster.pdf)."}),
        ("nieuws", {"tekst": "Samen zien! is een van de drie lijnen. De GGD doet mee."}),
        ("nieuws", {"tekst": "Op 3 maart is er een middag in Venlo, aan de Markt 4. Bel 077-0123456."}),
        ("kanalen", {"contactfunctie": "Communicatieadviseur", "adres": "www.voorbeeld.nl"}),
        ("nieuws", {"tekst": None, "beeld": {"bestand": "", "alt": ""}, "titel": 12, "onderdelen": "x"}),
    ],
)
def test_what_is_in_order_is_left_alone(soort: str, data: dict[str, Any], kennis: Kennis) -> None:
    assert [b.tekst for b in alle(soort, data, kennis)] == []


def test_a_person_elsewhere_is_advice(kennis: Kennis) -> None:
    (bevinding,) = alle("nieuws", {"tekst": "Wethouder Jansen opende de middag."}, kennis)
    assert (bevinding.regel, bevinding.regel.blokkeert) == (redactieregels.NAAM_ELDERS, False)


def test_only_the_number_or_address_of_a_person_is_refused_elsewhere(kennis: Kennis) -> None:
    teksten = (
        "Bel 06-12345678.",
        "Mail fatima@voorbeeld.nl.",
        "Mail info@voorbeeld.nl.",
        "Bel 0800-2000.",
        "Bel 088-0123456.",
    )
    assert [[b.regel.id for b in alle("nieuws", {"tekst": tekst}, kennis)] for tekst in teksten] == [
        ["telefoon-mail-account"],
        ["telefoon-mail-account"],
        [],
        [],
        [],
    ]


def test_whatever_is_no_front_matter_gives_nothing(kennis: Kennis) -> None:
    niets: tuple[object, ...] = (None, [], "tekst", 3)
    for data in niets:
        assert list(redactieregels.bevindingen("nieuws", data, kennis, DAG)) == []
        assert list(redactieregels.blokkerende("nieuws", data, kennis)) == []


def test_the_texts_of_light_markdown_are_all_read() -> None:
    gelezen = {
        pad[-1]
        for pad, _ in redactieregels._teksten({naam: "x" for m in ITEMSOORTEN.values() for naam in m.model_fields})
    }
    assert gelezen >= {"tekst", "situatie", "wat_gedaan", "wat_werkte", "les", "inleiding", "afsluiting", "gebruik"}
    assert not gelezen & {"status", "publicatiedatum", "themas", "editie", "begin"}


def test_how_it_reads_is_an_indication() -> None:
    verslag = redactieregels.leesindicatie(
        "nieuws", {"samenvatting": "Dit is kort.", "tekst": "Dit is ook kort. Echt waar."}
    )
    assert isinstance(verslag, leesbaarheid.Verslag)
    assert (len(verslag.zinnen), verslag.langste) == (3, 4)


# ---- traces of people ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoor", "tekst", "citaat"),
    [(spoor, tekst, citaat) for spoor, zinnen in GEPLANT.items() for tekst, citaat in zinnen],
)
def test_a_planted_trace_is_found(spoor: Spoor, tekst: str, citaat: str, kennis: Kennis) -> None:
    gevonden = [b for b in in_casus(tekst, kennis) if b.regel.blokkeert]
    assert gevonden
    assert (gevonden[0].regel, gevonden[0].tekst.split("' ")[0]) == (redactieregels._SPOREN[spoor][0], f"'{citaat}")


@pytest.mark.parametrize("tekst", SCHOON)
def test_a_clean_story_is_left_alone(tekst: str, kennis: Kennis) -> None:
    van_mensen = {regel for regel, _ in redactieregels._SPOREN.values()}
    assert [b.tekst for b in in_casus(tekst, kennis) if b.regel in van_mensen or b.regel.blokkeert] == []


def test_there_are_enough_of_both() -> None:
    assert sum(map(len, GEPLANT.values())) >= 60
    assert set(GEPLANT) == set(Spoor) - {Spoor.MISSCHIEN_NAAM, Spoor.LOSSE_LEEFTIJD, Spoor.WOONPLAATS}
    assert len(SCHOON) >= 40


def test_an_unknown_word_with_a_capital_is_only_advice(kennis: Kennis) -> None:
    (bevinding,) = in_casus("Toen kwam Krzlbrug erbij.", kennis)
    assert (bevinding.regel.blokkeert, bevinding.tekst) == (
        False,
        "'Krzlbrug' is misschien de naam van een mens; schrijf dan wie het is, zoals 'de moeder' of 'een collega'",
    )


def test_the_real_items_block_nothing(wortel: Path, regiovisie: Regiovisie) -> None:
    assert sum(map(len, regiovisie.items.values())) > 90
    assert inlezen.controleer(wortel) == ()


# ---- through the gate ------------------------------------------------------------------------------


def test_a_finding_is_an_error_of_the_gate_at_its_field(project: Project) -> None:
    zet_neer(project.wortel)
    project.zet(
        "docs/praktijkcasussen/gesprek.md",
        "situatie: Iemand maakt",
        "situatie: ‸Fatima maakt",
        "situatie: 'Fatima' lijkt de naam van een mens; schrijf wie het is, zoals 'de moeder', 'een buurman' of 'de huisarts'",
    )
    project.zet(
        "docs/nieuwsbrieven/herfst.md",
        "link: /hulp/meldcode/",
        "link: ‸/hulp/meldcod/",
        "link: op deze site is geen pagina '/hulp/meldcod/'; bedoelde u '/hulp/meldcode/'?",
    )
    project.klopt()


GEEN_NEDERLANDS = re.compile(
    r"\b(?:error|invalid|expected|value|string|regex|pattern|none|null|true|false|type|list|dict|int|str|bool|class|field|key"
    r"|missing|should|must|literal|enum|pydantic|yaml|json|utf|html5|schema|traceback|exception)\b",
    re.IGNORECASE,
)


def test_a_hundred_slips_each_give_a_line_that_a_lay_person_understands(project: Project) -> None:
    zet_neer(project.wortel)
    for soort, kop in GOED.items():
        project.maak(f"docs/{soort}/goed.md", f"---\ntemplate: item.html\n{kop}---\n\n{{{{ item() }}}}\n")
    assert project.fouten() == []
    slechte = slechte_items(AANTAL_SLIPS)
    for naam, kop in slechte.items():
        project.maak(f"docs/{naam}", f"---\ntemplate: item.html\n{kop}---\n\n{{{{ item() }}}}\n")
    gezegd = defaultdict(list)
    for fout in inlezen.controleer(project.wortel):
        gezegd[fout.bestand.removeprefix("docs/")].append(fout)
    assert set(gezegd) == set(slechte)
    assert {naam.partition("/")[0] for naam in slechte} == {soort.value for soort in Soort}
    assert len({naam.partition("slip-")[2].partition("-")[2] for naam in slechte}) == len(SLIPS)
    for naam, fouten in gezegd.items():
        regels = (project.wortel / "docs" / naam).read_text("utf-8").splitlines()
        for fout in fouten:
            assert 1 <= fout.regel <= len(regels)
            assert 1 <= fout.kolom <= len(regels[fout.regel - 1]) + 1
            assert str(fout) == f"docs/{naam}:{fout.regel}:{fout.kolom}: {fout.tekst}"
            eigen_woorden = re.sub(r"'[^']*'", "", fout.tekst)
            assert not GEEN_NEDERLANDS.search(eigen_woorden), fout.tekst
            assert re.search(
                r"\b(?:schrijf|haal|voeg|maak|zet|kies|verbeter|gebruik|bedoelde|draai|hier kan staan|vul|kijk|spring)\b",
                fout.tekst,
            ), fout.tekst
