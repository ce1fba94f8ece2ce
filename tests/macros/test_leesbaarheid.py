"""How a page reads: what counts as a sentence and a word, and exactly what is said of what reads hard."""

import time
from datetime import date

import pytest

from macros.leesbaarheid import MAX_WOORDEN, Bevinding, Soort, Verslag, Zin, lees
from macros.model import Begrip, Bron


def begrip(id_: str, term: str, afkorting: str | None = None) -> Begrip:
    return Begrip(
        template="item.html",
        term=term,
        afkorting=afkorting,
        uitleg="Uitleg.",
        publicatiedatum=date(2026, 11, 22),
        bron=Bron(document="bron", plaats="bladzijde 1"),
    ).met_naam(id_)


BEGRIPPEN = (
    begrip("gia", "Geweld in afhankelijkheidsrelaties", "GIA"),
    begrip("mda", "Multidisciplinaire Aanpak Huiselijk Geweld en Kindermishandeling", "MDA++"),
    begrip("hg-km", "Huiselijk geweld en kindermishandeling", "HG/KM"),
    begrip("wmo", "Wet maatschappelijke ondersteuning", "Wmo"),
    begrip("jeugdwet", "Jeugdwet"),
    begrip("ggd", "GGD"),
    begrip("peiljaar", "Peiljaar (nulmeting)"),
    begrip("csg", "Centrum Seksueel Geweld", "CSG"),
)
TWINTIG = (
    "Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijf zes zeven acht negen twintig"
)


def zinnen(tekst: str) -> list[str]:
    return [zin.tekst for zin in lees(tekst).zinnen]


def gezegd(tekst: str, *soorten: Soort) -> list[str]:
    return [
        f"{b.regel}:{b.kolom}: {b.tekst}"
        for b in lees(tekst, BEGRIPPEN).bevindingen
        if not soorten or b.soort in soorten
    ]


# ---- what a sentence is --------------------------------------------------------------------------


def test_a_page_comes_apart_into_sentences_with_their_place_and_words() -> None:
    pagina = (
        '---\ntemplate: hulp.html\ntabtitel: "Hulp. En advies."\n---\n\n'
        "# Ik ben niet veilig thuis {: #begin }\n\n"
        'Bel {{ bel("alarmnummer") }}. Kun je **niet** praten?\nGa naar de [buren](buren.md "Titel").\n\n'
        '{{ kaarten("veilig-thuis", "politie") }}\n\n'
        "- Neem mee: je telefoon. Laat de rest staan.\n"
        "  Dat komt later.\n"
        "- Ga\n"
    )
    assert lees(pagina).zinnen == (
        Zin(6, 3, 5, "Ik ben niet veilig thuis"),
        Zin(8, 1, 2, "Bel …."),
        Zin(8, 31, 4, "Kun je niet praten?"),
        Zin(9, 1, 4, "Ga naar de buren."),
        Zin(13, 3, 4, "Neem mee: je telefoon."),
        Zin(13, 26, 4, "Laat de rest staan."),
        Zin(14, 3, 3, "Dat komt later."),
        Zin(15, 3, 1, "Ga"),
    )


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Bel bijv. Veilig Thuis. Dat kan.", ["Bel bijv. Veilig Thuis.", "Dat kan."]),
        ("Dat kan o.a. Thuis. Of m.b.v. Een ander.", ["Dat kan o.a. Thuis.", "Of m.b.v. Een ander."]),
        ("Neem geld, kleren enz. Ga dan.", ["Neem geld, kleren enz.", "Ga dan."]),
        ("Kleren enz. die je nodig hebt.", ["Kleren enz. die je nodig hebt."]),
        ("Van 9.00 tot 17.00 uur. Elke dag t/m 5 mei.", ["Van 9.00 tot 17.00 uur.", "Elke dag t/m 5 mei."]),
        ("Het kost 0.50 of 1,5 euro. Per keer.", ["Het kost 0.50 of 1,5 euro.", "Per keer."]),
        ("Bel 112. 113 kan ook.", ["Bel 112.", "113 kan ook."]),
        ("Kijk op kindertelefoon.nl. Of bel.", ["Kijk op kindertelefoon.nl.", "Of bel."]),
        ("Kijk op 113.nl. kindertelefoon.nl kan ook.", ["Kijk op 113.nl.", "kindertelefoon.nl kan ook."]),
        ("Ga weg. 's Nachts ook. 't Kan.", ["Ga weg.", "'s Nachts ook.", "'t Kan."]),
        ("“Help!” roept ze. (Dat mag.) Ga!", ["“Help!” roept ze.", "(Dat mag.)", "Ga!"]),
        ("Wat nu? Bel... Of wacht… Niet doen!", ["Wat nu?", "Bel...", "Of wacht…", "Niet doen!"]),
        ("Kop\n===\n\nZin\n---\nNog een", ["Kop", "Zin", "Nog een"]),
        ("> Een\n> twee.\n\n***\n\nDrie", ["Een twee.", "Drie"]),
        ("1. Een\n2. Twee\n\nBel\n112. Nu", ["Een", "Twee", "Bel 112.", "Nu"]),
        ("- Een\n\n  Twee\n\n* Drie\n+ Vier\n- [ ] Vijf", ["Een", "Twee", "Drie", "Vier", "Vijf"]),
        ("| een | twee drie |\n|---|:--|\n| {{ x() }} | vier |", ["een", "twee drie", "vier"]),
        ("!!! let-op\n    Een zin.\n", ["Een zin."]),
        ("```\ncode. Code\n```\nTekst", ["Tekst"]),
        ("[a]: b.md\n*[GIA]: Geweld\nTekst[^1] met [link][a].\n\n[^1]: Noot.", ["Tekst met link.", "Noot."]),
        ("<!-- weg --> {# weg #}{% set x = 1 %}Wel", ["Wel"]),
        ("Een <b>vet</b> woord&nbsp;en \\*ster\\*.", ["Een vet woord en *ster*."]),
        ("Zie <https://a.nl/b> of ![beeld](x.png).", ["Zie https://a.nl/b of beeld."]),
        ("Snake_case en _nadruk_ en `code` en ge**weld**.", ["Snake_case en nadruk en code en geweld."]),
        ("Bel [{{ bel('a') }}](x.md) (of [dit](y(1).md)).", ["Bel … (of dit)."]),
        ("Een\r\ntwee.\r\n\r\nDrie.\r\n", ["Een twee.", "Drie."]),
        ("", []),
        ("---\na: b\n---\n", []),
        ("{{ kaarten('a') }}\n\n- {{ bel('b') }}\n\n…", []),
    ],
)
def test_markup_and_points_that_end_no_sentence(tekst: str, verwacht: list[str]) -> None:
    assert zinnen(tekst) == verwacht


def test_words_are_what_holds_a_letter_a_digit_or_a_macro() -> None:
    tekst = '{{ bel("a") }} en/of {{ website("b") }} – ook om 9.00 uur ex-partner [twee woorden](c.md) & meer'
    assert [zin.woorden for zin in lees(tekst).zinnen] == [11]


def test_the_average_and_the_longest() -> None:
    verslag = lees("Een twee drie. Vier.")
    assert (verslag.gemiddeld, verslag.langste, verslag.bevindingen) == (2.0, 3, ())
    assert (lees("").gemiddeld, lees("").langste) == (0.0, 0)


# ---- sentences and words -------------------------------------------------------------------------


def test_a_sentence_may_have_twenty_words_and_no_more() -> None:
    kort = "Kort.\n\n" * 9
    assert gezegd(f"{kort}{TWINTIG}.") == []
    assert gezegd(f"{kort}- {TWINTIG} plus.") == [
        "19:3: deze zin telt 21 woorden; maak er twee zinnen van, elk van hoogstens 20 woorden"
    ]


def test_the_average_may_be_twelve_and_no_more() -> None:
    assert gezegd(f"{TWINTIG}. Een twee drie vier.") == []
    assert gezegd(f"\n# {TWINTIG}\n\nEen twee drie vier vijf.") == [
        "2:3: de zinnen van deze pagina tellen samen 25 woorden, meer dan gemiddeld 12; maak de langste zinnen korter"
    ]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (
            "Jouw belangenbehartiger helpt. Een belangenbehartiger is gratis.",
            ["1:6: 'belangenbehartiger' telt 18 letters; schrijf een korter woord of leg het uit"],
        ),
        ("Een belangenbehartiger is een helper. Hij heet zo.", []),
        ("Iemand helpt je. Zo iemand noem je een belangenbehartiger.", []),
        ("Vijftien letters: abcdefghijklmno.", []),
        (
            "Zestien: abcdefghijklmnop.",
            ["1:10: 'abcdefghijklmnop' telt 16 letters; schrijf een korter woord of leg het uit"],
        ),
        ("Kindermishandeling, vertrouwenspersoon, zelfmoordpreventie, telefoonnummers.", []),
        ("Zie steunpunthuiselijkgeweldlimburg.nl of info@heellangadresvoormail.nl.", []),
        ("Een niet-gouvernementele [zin](verantwoordelijkheid.md).", []),
    ],
)
def test_long_words(tekst: str, verwacht: list[str]) -> None:
    assert gezegd(tekst, Soort.WOORD) == verwacht


# ---- the passive ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zin", "plek", "vorm"),
    [
        ("Je wordt gebeld.", 4, "wordt gebeld"),
        ("De school wordt door hen op de hoogte gehouden.", 11, "wordt … gehouden"),
        ("Het kan dat er iets gezegd is.", 28, "gezegd is"),
        ("Er worden foto's gemaakt.", 4, "worden … gemaakt"),
        ("Het formulier is ingevuld door de arts.", 15, "is ingevuld"),
        ("Als dat zo is, werd de melding onderzocht.", 16, "werd … onderzocht"),
        ("Er is aangifte gedaan.", 4, "is … gedaan"),
        ("De hulp wordt door de gemeente betaald.", 9, "wordt … betaald"),
    ],
)
def test_a_passive_sentence_gets_advice(zin: str, plek: int, vorm: str) -> None:
    assert gezegd(zin) == [f"1:{plek}: lijdende vorm ('{vorm}'); schrijf liever wie het doet"]


@pytest.mark.parametrize(
    "zin",
    [
        "Word je geslagen of bedreigd?",
        "Ben je gedwongen?",
        "Hij heeft zijn vrouw geslagen.",
        "Het is gebeurd.",
        "Dit is bedoeld voor kinderen.",
        "Is er geweld, en heb je al gebeld?",
        "De gegevens zijn niet bekend.",
        "Gezondheid is geen geld.",
        "Dit wordt erger.",
        "Wij hebben je gebeld.",
    ],
)
def test_what_only_looks_passive(zin: str) -> None:
    assert gezegd(zin, Soort.LIJDEND) == []


# ---- abbreviations -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "plek", "afkorting", "naam"),
    [
        ("Bel de CJG-arts.", 8, "CJG", "de volle naam"),
        ("Bel het CJG (043-1234567).", 9, "CJG", "de volle naam"),
        ("Bel de politie (CJG).", 17, "CJG", "de volle naam"),
        ("Bel het CJG. Het Centrum voor Jeugd en Gezin (CJG) helpt.", 9, "CJG", "de volle naam"),
        ("Dat heet [GIA](x.md).", 11, "GIA", "Geweld in afhankelijkheidsrelaties"),
        ("Kies MDA++ nu.", 6, "MDA++", "Multidisciplinaire Aanpak Huiselijk Geweld en Kindermishandeling"),
        ("Bij **HG/KM** dus.", 7, "HG/KM", "Huiselijk geweld en kindermishandeling"),
        ("De Wmo helpt.", 4, "Wmo", "Wet maatschappelijke ondersteuning"),
        ("De aaGIA komt.", 4, "aaGIA", "de volle naam"),
        ("Met 1G1P1R.", 5, "1G1P1R", "de volle naam"),
        ("# LET op: UMC+", 11, "UMC+", "de volle naam"),
    ],
)
def test_an_abbreviation_without_its_name(tekst: str, plek: int, afkorting: str, naam: str) -> None:
    verwacht = (
        f"1:{plek}: '{afkorting}' wordt niet uitgelegd; schrijf hier '{naam} ({afkorting})', of laat de afkorting weg"
    )
    assert verwacht in gezegd(tekst, Soort.AFKORTING)


@pytest.mark.parametrize(
    "tekst",
    [
        "Het Centrum voor Jeugd en Gezin (CJG) helpt. Bel het CJG.",
        "Het CJG (Centrum voor Jeugd en Gezin) helpt.",
        "Het CJG (een plek voor ouders) helpt.",
        "In het Maastricht UMC+. Dat is een ziekenhuis.",
        "De gemeentelijke gezondheidsdienst (GGD) helpt.",
        "Bij geweld in afhankelijkheidsrelaties (afgekort GIA) ook.",
        "Huiselijk geweld en kindermishandeling (HG/KM).",
        "MDA++ (multidisciplinaire aanpak huiselijk geweld en kindermishandeling).",
        "De Wet maatschappelijke ondersteuning (Wmo).",
        "Eén gezin, 1 gezin 1 plan 1 regisseur (1G1P1R).",
        "Bel 112 of 113, of de app 112NL. CoMensha en WhatsApp ook.",
        "Kijk op www.GGD.nl of mail a@VNG.nl.",
        "Ik ben O zo A4.",
    ],
)
def test_an_explained_abbreviation_or_none_at_all(tekst: str) -> None:
    assert gezegd(tekst, Soort.AFKORTING) == []


def test_an_abbreviation_is_said_once_where_it_first_stands() -> None:
    assert gezegd("Een zin.\n\nBel de VNG. De VNG weet het.\n\n- VNG\n", Soort.AFKORTING) == [
        "3:8: 'VNG' wordt niet uitgelegd; schrijf hier 'de volle naam (VNG)', of laat de afkorting weg"
    ]


# ---- terms ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tekst",
    [
        "Lees over de [Jeugdwet](../begrippen/index.md). De Jeugdwet geldt.",
        "De jeugdwet geldt. De Jeugdwet is een wet over hulp aan kinderen.",
        "Er is een wet over hulp. Die heet de Jeugdwet.",
        "De Jeugdwet (de wet over hulp aan kinderen) geldt.",
        "De Jeugdwet, een wet over hulp, geldt.",
        "Er geldt een Jeugdwet. Dat is de wet over hulp.",
        "Jeugdwet: de wet over hulp.",
        "De jeugdwetgever en de Kinderjeugdwet.",
        '{{ kaarten("centrum-seksueel-geweld") }}\n\nBel het Centrum Seksueel Geweld.',
    ],
)
def test_a_term_that_is_explained_linked_or_shown_on_a_card(tekst: str) -> None:
    assert gezegd(tekst, Soort.BEGRIP) == []


@pytest.mark.parametrize(
    ("tekst", "plek", "term"),
    [
        ("Volgens de Jeugdwet mag dat.", "1:12", "Jeugdwet"),
        ("- Een\n- de jeugdwetten", "2:6", "jeugdwetten"),
        ("Het peiljaar.", "1:5", "peiljaar"),
        ("Het Centrum Seksueel Geweld.", "1:5", "Centrum Seksueel Geweld"),
        (
            "Een multidisciplinaire aanpak huiselijk geweld en kindermishandeling.",
            "1:5",
            "multidisciplinaire aanpak huiselijk geweld en kindermishandeling",
        ),
    ],
)
def test_a_term_that_is_not_explained(tekst: str, plek: str, term: str) -> None:
    uitleg = "leg het uit in een zin, of maak er een link van"
    assert gezegd(tekst, Soort.BEGRIP) == [
        f"{plek}: '{term}' staat in de begrippenlijst en wordt hier niet uitgelegd; {uitleg}"
    ]


def test_without_a_list_of_terms_nothing_is_a_term() -> None:
    assert lees("Volgens de Jeugdwet.").bevindingen == ()


# ---- what holds for any text ---------------------------------------------------------------------

PAGINA = (
    "---\na: b\n---\n\n# Kop over HG/KM\n\nEr wordt {{ bel('x') }} gebeld door de VNG. De [Jeugdwet](x.md) en Wmo.\n\n"
    f"- {TWINTIG} en nog veel meer.\n- Een belangenbehartiger.\n"
)


def test_every_finding_points_at_its_words() -> None:
    regels = PAGINA.split("\n")
    woorden = {
        (b.soort, regels[b.regel - 1][b.kolom - 1 :].split(" ")[0].rstrip("."))
        for b in lees(PAGINA, BEGRIPPEN).bevindingen
    }
    assert woorden == {
        (Soort.AFKORTING, "HG/KM"),
        (Soort.LIJDEND, "wordt"),
        (Soort.AFKORTING, "VNG"),
        (Soort.AFKORTING, "Wmo"),
        (Soort.ZIN, "Een"),
        (Soort.WOORD, "belangenbehartiger"),
    }


def test_findings_come_in_the_order_of_the_page_and_are_counted_by_kind() -> None:
    verslag = lees(PAGINA, BEGRIPPEN)
    assert list(verslag.bevindingen) == sorted(verslag.bevindingen)
    assert sum(verslag.aantal(soort) for soort in Soort) == len(verslag.bevindingen)
    assert verslag.aantal(Soort.AFKORTING, Soort.ZIN) == 4


@pytest.mark.parametrize("voor", ["", "\n\n", "Eerst dit.\n\n", "---\nx: y\n---\n"])
def test_what_comes_before_only_moves_the_places(voor: str) -> None:
    def verschoven(verslag: Verslag, regels: int) -> list[Bevinding]:
        return [Bevinding(b.regel + regels, b.kolom, b.soort, b.tekst) for b in verslag.bevindingen]

    kaal = PAGINA.split("---\n")[2]
    assert verschoven(lees(kaal, BEGRIPPEN), voor.count("\n")) == list(lees(voor + kaal, BEGRIPPEN).bevindingen)


@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_breaking_a_line_at_a_space_changes_no_sentence(einde: str) -> None:
    tekst = f"Bel o.a. de {TWINTIG}. Er wordt dan gebeld. Kijk op a.nl."
    gebroken = tekst.replace(" ", einde)
    assert zinnen(gebroken) == zinnen(tekst)
    assert [zin.woorden for zin in lees(gebroken).zinnen] == [MAX_WOORDEN + 3, 4, 3]


@pytest.mark.parametrize(
    "stuk",
    ["[", "[a](", "{{ x }}[", "{{ ", "*", "_", "<a ", "![](((", "`", "AB (", "a" * 9, "Aa. ", "- ", "|", "> ", ":"],
)
def test_no_text_takes_long(stuk: str) -> None:
    begin = time.process_time()
    lees(stuk * 1500 + "\n\n" + "a" * 500 + " (" + "A" * 100 + ")", BEGRIPPEN)
    assert time.process_time() - begin < 5
