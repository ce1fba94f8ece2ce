"""The gate on a copy of the real data: each kind of error gives one sentence, at the right place, and no other."""

import os
from pathlib import Path

import pytest

from macros import inlezen
from tests.macros.conftest import Project

PLAN = "data/plannen/zl-2024-2027"
ACTIVITEIT = f"{PLAN}/activiteiten/2-2-signaleringsvaardigheden.yml"
BEGROTING = f"{PLAN}/begroting.yml"
EVALUATIE = f"{PLAN}/evaluatie.yml"
GOVERNANCE = f"{PLAN}/governance.yml"
INDICATOREN = f"{PLAN}/indicatoren.yml"
KOP = f"{PLAN}/plan.yml"
TIJDLIJN = f"{PLAN}/tijdlijn.yml"
CONTACT = "data/contactfeiten.yml"
HULP = "docs/hulp/thuis.md"
POOLS = "docs/hulp/pl.md"
REGIOS = "data/regios.yml"
MDA = f"{PLAN}/activiteiten/3-6-mda.yml"
NASLAG = "data/plannen/zl-2019-2022/naslag.yml"
MEERJARENPLAN = "data/plannen/nml-2021/plan.yml"
CIJFERS = "data/plannen/nml-regiovisie-2019/cijfers.yml"
ORGANISATIES = "data/organisaties.yml"
THEMAS = "data/themas.yml"
PAGINAS = "docs/plannen/zl-2024-2027/activiteiten"

Geval = tuple[str, ...]

NUL = "begint met een nul en wordt dan anders gelezen"
MET_STREEPJE = "hier hoort een lijst; zet elk onderdeel op een eigen regel met een streepje ervoor"
DUBBELE_PUNT = "hier hoort een tekst; staat er een dubbele punt in, zet de hele zin dan tussen aanhalingstekens"
EEN_BEDRAG = "hele euro's met alleen cijfers, zoals 12500"
OVERLAP = "kwartalen: deze periode begint voordat de vorige voorbij is; zet de perioden op volgorde, zonder overlap"
EEN_PERIODE = "schrijf bijvoorbeeld 2024-Q4, 2024-Q4 t/m 2025-Q1 of vanaf 2025-Q2"

# Each case: the file, what stands in it, what is put there instead (‸ before each error), and a sentence per ‸.

SLEUTELS: list[Geval] = [
    (ACTIVITEIT, "titel:", "‸titl:", "de sleutel 'titl' is onbekend; bedoelde u 'titel'?"),
    (ACTIVITEIT, "titel:", "‸Titel:", "de sleutel 'Titel' is onbekend; bedoelde u 'titel'?"),
    (EVALUATIE, "peiljaar:", "‸xyz: 1\npeiljaar:", "de sleutel 'xyz' is onbekend; hier kan staan: peiljaar, momenten, gegevensbronnen, kwantitatief, let_op, bron"),
    (BEGROTING, "plus_tijdelijk: ja}", "plus_tijdelijk: ja, ‸x: 1}", "de sleutel 'x' is onbekend; hier kan staan: bedrag, plus_tijdelijk"),
    (THEMAS, "themas:", "‸2024: x\nthemas:", "de sleutel '2024' is onbekend; hier kan staan: themas"),
    (THEMAS, "themas:", "‸1.50: x\nthemas:", "de sleutel '1.50' is onbekend; hier kan staan: themas"),
    (THEMAS, "themas:", "‸on: x\nthemas:", "de sleutel 'on' is onbekend; hier kan staan: themas"),
    (ORGANISATIES, "organisaties:", "‸organisatie:", "de sleutel 'organisatie' is onbekend; bedoelde u 'organisaties'?"),
    (ORGANISATIES, "- id: gemeente-beek\n", "- ‸idd: gemeente-beek\n", "de sleutel 'idd' is onbekend; bedoelde u 'id'?"),
    (ACTIVITEIT, "focus: ja", "focus: ja\n‸focus: ja", "de sleutel 'focus' staat hier voor de tweede keer (eerder op regel 6); haal er een weg"),
    (ACTIVITEIT, 'nummer: "2.2"\ntitel:', '‸nummer: "2.2"\nlopend_uit:', "de sleutel 'titel' ontbreekt; voeg 'titel:' toe"),
    (ORGANISATIES, "- id: gemeente-beek\n    naam: Gemeente Beek\n", "- ‸id: gemeente-beek\n", "de sleutel 'naam' ontbreekt; voeg 'naam:' toe"),
    (KOP, "looptijd:\n  van: 2024-01-01\n", "‸looptijd:\n", "de sleutel 'van' ontbreekt; voeg 'van:' toe"),
    (ACTIVITEIT, "focus: ja", "‸focus:", "de sleutel 'focus' heeft geen waarde; vul die in of haal de sleutel weg"),
    (ACTIVITEIT, "focus: ja", "‸focus: ~", "de sleutel 'focus' heeft geen waarde; vul die in of haal de sleutel weg"),
    (KOP, "  - gemeente-beek\n", "  - gemeente-beek\n  -‸\n", "hier staat niets; vul het in of haal het streepje weg"),
    (BEGROTING, "{2024: 282287,", "{2024: 282287, ‸ton,", "de sleutel 'ton' heeft geen waarde; vul die in of haal de sleutel weg; staat er een komma in de tekst, zet haar dan tussen aanhalingstekens"),
]  # fmt: skip

WAARDEN: list[Geval] = [
    (KOP, "van: 2024-01-01", "van: ‸2025-02-30", "'2025-02-30' is geen bestaande datum; schrijf een dag die op de kalender staat, als jjjj-mm-dd"),
    (KOP, "van: 2024-01-01", "van: ‸1-1-2024", "van: '1-1-2024' is geen datum; schrijf 2024-01-01"),
    (KOP, "van: 2024-01-01", 'van: ‸"2024-01-01"', "van: '2024-01-01' staat tussen aanhalingstekens; schrijf 2024-01-01 zonder"),
    (KOP, "van: 2024-01-01", "van: ‸20240101", "van: '20240101' is geen datum; schrijf jaar, maand en dag als jjjj-mm-dd"),
    (KOP, "  van: 2024-01-01", "  ‸van: 2028-01-01", "looptijd: de looptijd eindigt (2027-12-31) voor zij begint (2028-01-01); draai de datums om"),
    (CONTACT, "gecontroleerd_op: onbekend", "gecontroleerd_op: ‸gisteren", "gecontroleerd_op: 'gisteren' is geen datum; schrijf jaar, maand en dag als jjjj-mm-dd, of schrijf onbekend"),
    (KOP, "hoofdstuk: 2", "hoofdstuk: ‸010", f"'010' {NUL}; schrijf 10, of \"010\" met aanhalingstekens als het een telefoonnummer is"),
    (KOP, "hoofdstuk: 2", "hoofdstuk: ‸08", f"'08' {NUL}; schrijf 8, of \"08\" met aanhalingstekens als het een telefoonnummer is"),
    (CONTACT, "telefoon: 0800-2000", "telefoon: ‸0800", f"'0800' {NUL}; schrijf 800, of \"0800\" met aanhalingstekens als het een telefoonnummer is"),
    (ACTIVITEIT, "focus: ja", "focus: ‸yes", "'yes' leest de computer als waar of onwaar; schrijf ja of nee, of zet het woord tussen aanhalingstekens"),
    (ACTIVITEIT, "focus: ja", "focus: ‸no", "'no' leest de computer als waar of onwaar; schrijf ja of nee, of zet het woord tussen aanhalingstekens"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", "kort: ‸on", "'on' leest de computer als waar of onwaar; schrijf ja of nee, of zet het woord tussen aanhalingstekens"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", "kort: ‸Off", "'Off' leest de computer als waar of onwaar; schrijf ja of nee, of zet het woord tussen aanhalingstekens"),
    (ACTIVITEIT, "focus: ja", "focus: ‸Ja", "focus: 'Ja' kan hier niet; schrijf ja of nee"),
    (ACTIVITEIT, "focus: ja", "focus: ‸[ja]", "focus: schrijf hier ja of nee"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", 'kort: ‸" "', "kort: de tekst is leeg; schrijf de tekst of haal de sleutel weg"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", "kort: ‸2024", "kort: hier hoort een tekst; zet '2024' tussen aanhalingstekens: \"2024\""),
    (ACTIVITEIT, 'nummer: "2.2"', "nummer: ‸2.20", "nummer: hier hoort een tekst; zet '2.20' tussen aanhalingstekens: \"2.20\""),
    (ACTIVITEIT, 'nummer: "2.2"', 'nummer: ‸"2.02"', "nummer: '2.02' past hier niet; schrijf hoofdstuk, punt en volgnummer, zoals \"2.2\""),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", "kort: ‸[Signaleren]", "kort: hier hoort een tekst, geen lijst; haal het streepje of de haken weg"),
    (ACTIVITEIT, "\nlet_op:\n", "\nlet_op:\n  - ‸Let op: dit\n", f"let_op: {DUBBELE_PUNT}"),
    (ACTIVITEIT, "doelstellingen:\n", "doelstellingen:\n  - ‸Let op: dit\n", f"doelstellingen: {DUBBELE_PUNT}"),
    (ACTIVITEIT, "themas: [signalering, meldcode, scholing, vrijwilligers, lerende-netwerken, ervaringsdeskundigheid]", "themas: ‸signalering", f"themas: {MET_STREEPJE}"),
    (KOP, "  van: 2024-01-01\n  tot: 2027-12-31", "  ‸- 2024-01-01", "looptijd: een lijst kan hier niet; schrijf sleutels met een waarde ('sleutel: waarde')"),
    (INDICATOREN, "nulmeting: onbekend", "nulmeting: ‸12", "nulmeting: '12' kan hier niet; schrijf sleutels met een waarde ('sleutel: waarde'), of schrijf onbekend"),
    (INDICATOREN, "nulmeting: onbekend", "nulmeting: ‸onbekent", "nulmeting: 'onbekent' kan hier niet; bedoelde u 'onbekend'?"),
    (INDICATOREN, "meetbron: onbekend", "meetbron: ‸Onbekend", "meetbron: 'Onbekend' kan hier niet; bedoelde u 'onbekend'?"),
    (TIJDLIJN, "kwartalen: NTB", "kwartalen: ‸n.t.b.", "kwartalen: 'n.t.b.' kan hier niet; bedoelde u 'NTB'?"),
    (TIJDLIJN, "kwartalen: NTB", "kwartalen: ‸later", f"kwartalen: {MET_STREEPJE}, of schrijf NTB"),
    (ORGANISATIES, "soort: gemeente\n", "soort: ‸Gemente\n", "soort: 'Gemente' kan hier niet; bedoelde u 'gemeente'?"),
    (ACTIVITEIT, "bereik: alle", "bereik: ‸niemand", "bereik: 'niemand' kan hier niet; kies uit: alle, betrokken, genoemd"),
    (ACTIVITEIT, "bereik: alle", "bereik: ‸[alle]", "bereik: een lijst kan hier niet; kies uit: alle, betrokken, genoemd"),
    (BEGROTING, "status: begroot", "status: ‸begroott", "status: 'begroott' kan hier niet; bedoelde u 'begroot'?"),
    (ORGANISATIES, "id: gemeente-beek\n", "id: ‸Gemeente Beek\n", "id: 'Gemeente Beek' past hier niet; gebruik kleine letters, cijfers en streepjes, zoals gemeente-beek"),
    (CONTACT, "website: veiligthuiszl.nl", "website: ‸https://veiligthuiszl.nl/", "website: 'https://veiligthuiszl.nl/' past hier niet; schrijf alleen het adres, zoals veiligthuiszl.nl"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", f"kort: ‸{'x' * 201}", "kort: de tekst is langer dan 200 tekens; maak hem korter"),
    (INDICATOREN, "jaar: 2023", "jaar: ‸23", "jaar: '23' is te klein; schrijf minstens 2000"),
    (KOP, "hoofdstuk: 2", "hoofdstuk: ‸21", "hoofdstuk: '21' is te groot; schrijf hoogstens 20"),
    (KOP, "hoofdstuk: 2", "hoofdstuk: ‸twee", "hoofdstuk: 'twee' is geen heel getal; schrijf alleen cijfers"),
    (KOP, "hoofdstuk: 2", "hoofdstuk: ‸99999999999999999999", "'99999999999999999999' is te groot; schrijf een getal van hoogstens 15 cijfers"),
    (BEGROTING, "bedragen: {2024: 282287, 2025: 282287}", "bedragen: ‸{}", "bedragen: hier is minstens 1 onderdeel nodig; voeg het toe"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", "kort: ‸<b>Signaleren</b>", "kort: HTML hoort niet in de gegevens; schrijf gewone tekst (en '<' als 'kleiner dan')"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", 'kort: ‸"{{ config }}"', "kort: accolades zoals '{{' of '{%' hebben een bijzondere betekenis; schrijf gewone tekst"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", "kort: ‸{{ config }}", "haken en accolades hebben hier een bijzondere betekenis; zet de hele tekst tussen aanhalingstekens"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", "kort: ‸Signa\u200bleren", "kort: onzichtbaar teken U+200B in de tekst; haal het weg"),
    (ACTIVITEIT, "kort: Signaleringsvaardigheden", "kort: Signa‸\x07leren", "onzichtbaar teken U+0007; haal het weg"),
]  # fmt: skip

BEDRAGEN: list[Geval] = [
    *((BEGROTING, "{2024: 534000,", f"{{2024: ‸{geschreven},", f"2024: '{getoond}' is geen bedrag; schrijf {bedoeld}")
    for geschreven, getoond, bedoeld in (
        ("€ 12.500", "€ 12.500", "12500"),
        ("12.500", "12.500", "12500"),
        ('"€ 1.234.567,00"', "€ 1.234.567,00", "1234567"),
        ('"12.500,-"', "12.500,-", "12500"),
        ('"€ 12,5 ton"', "€ 12,5 ton", "1250000"),
        ("€ 3 mln.", "€ 3 mln.", "3000000"),
        ('"€ 12,50"', "€ 12,50", EEN_BEDRAG),
        ("ongeveer 5000", "ongeveer 5000", EEN_BEDRAG),
    )),
    (BEGROTING, "{2024: 534000,", "{2024: ‸-5,", "2024: '-5' is te klein; schrijf minstens 0"),
    (BEGROTING, "{2024: 534000,", '{2024: ‸"534000",', "2024: '534000' staat tussen aanhalingstekens; schrijf 534000 zonder"),
    (BEGROTING, "{2024: 534000,", "{2024: ‸[1],", f"2024: een lijst is geen bedrag; schrijf {EEN_BEDRAG}"),
    (BEGROTING, "{2024: 534000,", "{2024: ‸gen,", "2024: 'gen' kan hier niet; bedoelde u 'geen'?"),
    (BEGROTING, "{2024: 1174000,", "{2024: ‸veel,", f"2024: 'veel' is geen bedrag; schrijf {EEN_BEDRAG}"),
    (BEGROTING, "{2024: 534000,", "{‸jaar: 534000,", "'jaar' is geen jaartal; schrijf vier cijfers, zoals 2024"),
    (BEGROTING, "{2024: 534000,", '{‸"2024": 534000,', "'2024' staat tussen aanhalingstekens; schrijf 2024 zonder"),
]  # fmt: skip

VERWIJZINGEN: list[Geval] = [
    (KOP, "  - gemeente-beek\n", "  - ‸gemeente-beeek\n", "netwerkpartners: er is geen organisatie 'gemeente-beeek'; bedoelde u 'gemeente-beek'?"),
    (GOVERNANCE, "leden: [gemeente-heerlen", "leden: [‸gemeente-herlen", "leden: er is geen organisatie 'gemeente-herlen'; bedoelde u 'gemeente-heerlen'?"),
    (GOVERNANCE, "naar: aagia", "naar: ‸aagi", "naar: er is geen gremium 'aagi'; bedoelde u 'aagia'?"),
    (EVALUATIE, "wie: [aagia]", "wie: [‸qqq]", "wie: er is geen organisatie of gremium 'qqq'; voeg het eerst toe"),
    (EVALUATIE, "wie: [aagia]", "wie: [‸politi]", "wie: er is geen organisatie of gremium 'politi'; bedoelde u 'politie'?"),
    (ACTIVITEIT, "door: [werkgroep-lokale-veld]", "door: [‸werkgroep-lokaal]", "door: er is geen organisatie of gremium 'werkgroep-lokaal'; bedoelde u 'werkgroep-lokale-veld'?"),
    (ACTIVITEIT, "lijn: samen-zien", "lijn: ‸samen-zin", "lijn: er is geen lijn 'samen-zin'; bedoelde u 'samen-zien'?"),
    (ACTIVITEIT, "lijn: samen-zien", "lijn: ‸qqq", "lijn: er is geen lijn 'qqq'; kies uit: samen-doen, samen-leren-samen-werken, samen-zien"),
    (TIJDLIJN, "lijn: algemeen", "lijn: ‸Algemeen", "lijn: 'Algemeen' kan hier niet; bedoelde u 'algemeen'?"),
    (ACTIVITEIT, "themas: [signalering,", "themas: [‸signaleren,", "themas: er is geen thema 'signaleren'; bedoelde u 'signalering'?"),
    (ACTIVITEIT, "  - 2-2-af-training\n", "  - ‸2-2-af-trainin\n", "indicatoren: er is geen indicator '2-2-af-trainin'; bedoelde u '2-2-af-training'?"),
    (TIJDLIJN, 'activiteiten: ["2.3"]', 'activiteiten: [‸"2.33"]', "activiteiten: er is geen activiteit '2.33'; bedoelde u '2.3'?"),
    (TIJDLIJN, 'activiteiten: ["2.3"]', "activiteiten: [‸2.3]", "activiteiten: hier hoort een tekst; zet '2.3' tussen aanhalingstekens: \"2.3\""),
    (BEGROTING, "document: zl-uitvoeringsplan-2024-2027", "document: ‸zl-uitvoeringsplan-2024-2028", "document: er is geen document 'zl-uitvoeringsplan-2024-2028'; bedoelde u 'zl-uitvoeringsplan-2024-2027'?"),
    (KOP, "regio: zuid-limburg", "regio: ‸zuidlimburg", "regio: er is geen regio 'zuidlimburg'; bedoelde u 'zuid-limburg'?"),
]  # fmt: skip

DUBBEL: list[Geval] = [
    (ORGANISATIES, "- id: gemeente-beekdaelen\n", "- id: ‸gemeente-beek\n", "id: 'gemeente-beek' komt twee keer voor (eerder op regel 3); kies een ander id"),
    (KOP, "  - gemeente-brunssum\n", "  - gemeente-brunssum\n  - ‸gemeente-brunssum\n", "'gemeente-brunssum' staat twee keer in deze lijst (eerder op regel 61); haal er een weg"),
    (GOVERNANCE, "- id: aagia\n", "- id: ‸politie\n", "id: 'politie' is al van een organisatie; kies een ander id"),
]  # fmt: skip

PERIODEN: list[Geval] = [
    (TIJDLIJN, "- 2024-Q4 t/m 2027-Q4", "- ‸2024-Q5", "kwartalen: '2024-Q5' is geen periode: Q5 bestaat niet; schrijf een kwartaal van Q1 tot en met Q4"),
    (TIJDLIJN, "- 2024-Q4 t/m 2027-Q4", "- ‸2024 Q4", f"kwartalen: '2024 Q4' is geen periode; {EEN_PERIODE}"),
    (TIJDLIJN, "- 2024-Q4 t/m 2027-Q4", "- ‸2024", f"kwartalen: hier hoort een periode; {EEN_PERIODE}"),
    (TIJDLIJN, "- 2024-Q4 t/m 2027-Q4", "- ‸2027-Q4 t/m 2024-Q4", "kwartalen: de periode '2027-Q4 t/m 2024-Q4' eindigt voor zij begint; draai de kwartalen om"),
    (TIJDLIJN, "- 2024-Q4 t/m 2027-Q4", "- ‸2024-Q2 t/m 2024-Q4", "kwartalen: de periode valt buiten de tijdlijn (2024-Q3 t/m 2027-Q4); verbeter de kwartalen"),
    (TIJDLIJN, "- 2024-Q4 t/m 2027-Q4", "- ‸vanaf 2024-Q4", "kwartalen: een periode zonder einde past niet in de tijdlijn; schrijf 2024-Q4 t/m 2027-Q4"),
    (TIJDLIJN, "- 2025-Q2\n      - 2025-Q4\n", "- 2025-Q2 t/m 2025-Q4\n      - ‸2025-Q4\n", OVERLAP),
    (TIJDLIJN, "- 2025-Q2\n", "- 2025-Q2\n      - ‸2025-Q2\n", "'2025-Q2' staat twee keer in deze lijst (eerder op regel 24); haal er een weg"),
    (TIJDLIJN, "periode: 2024-Q3 t/m 2027-Q4", "periode: ‸2024-Q3 t/m 2028-Q1", "periode: de periode valt buiten de looptijd van het plan (2024-Q1 t/m 2027-Q4); verbeter de kwartalen"),
    (TIJDLIJN, "periode: 2024-Q3 t/m 2027-Q4", "periode: ‸vanaf 2024-Q3", "periode: de tijdlijn heeft een laatste kwartaal nodig; schrijf bijvoorbeeld 2024-Q3 t/m 2024-Q4"),
    (EVALUATIE, "kwartaal: 2026-Q2", "kwartaal: ‸2028-Q1", "kwartaal: de periode valt buiten de looptijd van het plan (2024-Q1 t/m 2027-Q4); verbeter de kwartalen"),
]  # fmt: skip

GELD: list[Geval] = [
    (BEGROTING, "totaal: {2024: 1174000,", "totaal: {2024: ‸1174001,", "2024: de posten tellen op tot 1174000, maar het totaal is 1174001; verbeter een van beide"),
    (BEGROTING, "totaal: {2024: 1174000,", "totaal: ‸{", "totaal: het jaar 2024 ontbreekt; schrijf '2024: 1174000'"),
    (BEGROTING, "2027: 1174000}", "2027: 1174000, 2028: ‸5}", "2028: dit jaar valt buiten de looptijd van het plan (2024-2027); verbeter het jaar"),
    (BEGROTING, "{2024: 282287,", "{2023: ‸282287,", "2023: dit jaar valt buiten de looptijd van het plan (2024-2027); verbeter het jaar"),
    (BEGROTING, "soort: inzet", "soort: ‸beschikbaar", "soort: er is al een tabel 'beschikbaar'; voeg de posten daar toe"),
]  # fmt: skip

PLANREGELS: list[Geval] = [
    (KOP, "id: zl-2024-2027", "id: ‸zl-2024-2028", "id: 'zl-2024-2028' is niet de naam van de map; schrijf zl-2024-2027"),
    (ACTIVITEIT, "lijn: samen-zien", "lijn: ‸samen-doen", "lijn: 'samen-doen' is hoofdstuk 4, maar het nummer is 2.2; verbeter een van beide"),
    (CONTACT, "telefoon: 0800-2000", "telefoon: ‸0900 126 26 26", "'0900 126 26 26' is verouderd; gebruik 0800-2000 (Veilig Thuis)"),
    (THEMAS, "themas:", "# www.‸Steunpunthuiselijkgeweld.nl\nthemas:", "'Steunpunthuiselijkgeweld.nl' is verouderd; gebruik veiligthuiszl.nl of veiligthuisnml.nl"),
    ("docs/index.md", "\n# ", "\nBel ‸0900-0113.\n\n# ", "'0900-0113' is verouderd; gebruik 113 of 0800-0113 (113 Zelfmoordpreventie)"),
    ("overrides/404.html", "<h1>", "<p>‸0900-1262626</p><h1>", "'0900-1262626' is verouderd; gebruik 0800-2000 (Veilig Thuis)"),
    ("mkdocs.yml", "site_dir:", "# ‸0900 1262626\nsite_dir:", "'0900 1262626' is verouderd; gebruik 0800-2000 (Veilig Thuis)"),
]  # fmt: skip


VERRAADT = "verraadt hier waar het over gaat; schrijf iets neutraals, zoals 'Hulp en advies'"

HULPPAGINAS: list[Geval] = [
    (HULP, 'tabtitel: "Hulp en advies: thuis"', "tabtitel: ‸Mishandeld door je partner", f"tabtitel: 'Mishandel' {VERRAADT}"),
    (HULP, "template: hulp.html\ntabtitel", "‸tabtitel", "de sleutel 'template' ontbreekt; voeg 'template:' toe"),
    (HULP, "template: hulp.html", "template: ‸main.html", "template: 'main.html' kan hier niet; kies uit: hulp.html"),
    (HULP, "tabtitel:", "‸titel: Thuis\ntabtitel:", "de sleutel 'titel' is onbekend; bedoelde u 'tabtitel'?"),
    (HULP, "bronnen:", "stappen: ‸jawel\nbronnen:", "stappen: 'jawel' kan hier niet; schrijf ja of nee"),
    (HULP, '{{ bel("alarmnummer") }}', '{{ ‸bel("crisishulp-jeugd-zl") }}', "bel: 'crisishulp-jeugd-zl' is geen bevestigd contactfeit met een telefoonnummer"),
    (POOLS, "taal: pl", "taal: ‸Pools", "taal: 'Pools' past hier niet; schrijf de code van de taal, zoals pl, of ar"),
    (POOLS, "richting: ltr", "richting: ‸links", "richting: 'links' kan hier niet; kies uit: ltr, rtl"),
    (POOLS, "  laden:", "  ‸laaden:", "de sleutel 'laaden' is onbekend; bedoelde u 'laden'?"),
    (CONTACT, "op_kaart: Spoed", "op_kaart: ‸Bij geweld", f"op_kaart: 'geweld' {VERRAADT}"),
    (CONTACT, "- id: fier-chat\n", "- ‸id: fier-chat\n    op_kaart: Praten\n", "feiten: op_kaart kan alleen bij een telefoonnummer met status bevestigd; haal de sleutel weg"),
    (REGIOS, "contact: veilig-thuis-nml", "contact: ‸veilig-thuis-nmm", "contact: er is geen contactfeit 'veilig-thuis-nmm'; bedoelde u 'veilig-thuis-nml'?"),
]  # fmt: skip


OUDE_PLANNEN: list[Geval] = [
    (MDA, 'nummer: "2.1"\n    wat', 'nummer: ‸"2.9"\n    wat', "nummer: het plan 'zl-2019-2022' heeft geen activiteit '2.9'; bedoelde u '2.1'?"),
    (MDA, "plan: zl-2019-2022", "plan: ‸zl-2019-2023", "plan: er is geen plan 'zl-2019-2023'; bedoelde u 'zl-2019-2022'?"),
    (MDA, "volgens: bron", "volgens: ‸bronnen", "volgens: 'bronnen' kan hier niet; bedoelde u 'bron'?"),
    (NASLAG, "toewijzing: onzeker", "toewijzing: ‸onzker", "toewijzing: 'onzker' kan hier niet; bedoelde u 'onzeker'?"),
    (NASLAG, "kolom: parkstad", "kolom: ‸parkstadt", "kolom: 'parkstadt' kan hier niet; bedoelde u 'parkstad'?"),
    (MEERJARENPLAN, "  tot: open", "  tot: ‸oopen", "tot: 'oopen' kan hier niet; bedoelde u 'open'?"),
    (MEERJARENPLAN, "id: nml-2021", "id: ‸nml-2022", "id: 'nml-2022' is niet de naam van de map; schrijf nml-2021"),
    (CIJFERS, "aantal: 5398", "aantal: ‸5.398", "aantal: '5.398' is geen heel getal; schrijf alleen cijfers"),
    ("docs/themas/mda.md", 'thema("mda")', '‸thema("mdaa")', "thema: er is geen thema 'mdaa'; bedoelde u 'mda'?"),
    ("docs/gemeenten/venlo.md", 'gemeente("gemeente-venlo")', '‸gemeente("veilig-thuis-nml")', "gemeente: er is geen gemeente 'veilig-thuis-nml'"),
]  # fmt: skip


def test_the_real_data_pass(wortel: Path) -> None:
    assert inlezen.controleer(wortel) == ()


def _samen(*lijsten: list[Geval]) -> list[list[Geval]]:
    """Puts cases of one list in one run, at most one a file: quicker, and none may hide or cause another."""
    beurten: list[list[Geval]] = []
    for lijst in lijsten:
        eigen: list[list[Geval]] = []
        for geval in lijst:
            vrij = next((beurt for beurt in eigen if geval[0] not in {ander[0] for ander in beurt}), None)
            if vrij is None:
                eigen.append([geval])
            else:
                vrij.append(geval)
        beurten += eigen
    return beurten


@pytest.mark.parametrize(
    "gevallen",
    _samen(SLEUTELS, WAARDEN, BEDRAGEN, VERWIJZINGEN, DUBBEL, PERIODEN, GELD, PLANREGELS, HULPPAGINAS, OUDE_PLANNEN),
    ids=lambda gevallen: gevallen[0][3][:60],
)
def test_each_error_gives_one_sentence_at_its_place(project: Project, gevallen: list[Geval]) -> None:
    for naam, oud, nieuw, *zinnen in gevallen:
        project.zet(naam, oud, nieuw, *zinnen)
    project.klopt()


def test_a_part_that_a_plan_does_not_have_cannot_be_shown(project: Project) -> None:
    pagina = "docs/plannen/nml-2021/index.md"
    fout = "begroting: het plan 'nml-2021' heeft geen begroting; haal deze macro weg"
    project.zet(pagina, "{{ over_plan", '{{ ‸begroting("nml-2021") }}\n\n{{ over_plan', fout)
    project.klopt()


def test_a_region_is_reached_by_a_sure_fact_with_a_website(project: Project) -> None:
    fout = "contact: 'politie' is geen bevestigd contactfeit met een website; kies een ander"
    project.zet(REGIOS, "contact: veilig-thuis-zl", "contact: ‸politie", fout)
    project.klopt()


def test_an_uncertain_contribution_says_why(project: Project) -> None:
    inhoud = project.lees(NASLAG)
    begin = inhoud.index("toewijzing: onzeker")
    regel = inhoud.rindex("\n", 0, inhoud.rindex("- kolom:", 0, begin)) + 1
    oud = inhoud[regel : begin + len("toewijzing: onzeker")]
    nieuw = oud.replace("- kolom:", "- ‸kolom:").replace("toewijzing: onzeker", "toewijzing: zeker")
    project.zet(
        NASLAG,
        oud,
        nieuw,
        "bijdragen: bij 'toewijzing: onzeker' hoort een reden, en alleen daar; voeg 'reden:' toe of haal haar weg",
    )
    project.klopt()


def test_a_theme_a_municipality_and_an_organisation_each_need_a_page(project: Project) -> None:
    for map_, naam, bestand, gezocht in (
        ("themas", "mda", "data/themas.yml", "id: mda"),
        ("gemeenten", "venlo", ORGANISATIES, "id: gemeente-venlo"),
        ("organisaties", "koraal", ORGANISATIES, "id: koraal"),
        ("regios", "zuid-limburg", REGIOS, "id: zuid-limburg"),
    ):
        project.wis(f"docs/{map_}/{naam}.md")
        id_ = gezocht.removeprefix("id: ")
        fout = f"id: '{id_}' heeft geen pagina; maak docs/{map_}/{naam}.md"
        project.zet(bestand, f"- {gezocht}\n", f"- id: ‸{id_}\n", fout)
    project.klopt()


def test_who_read_a_page_and_when_belong_together(project: Project) -> None:
    project.zet(POOLS, "nagekeken_op: onbekend", "nagekeken_op: 2026-11-01")
    project.zet(
        POOLS,
        "---\n",
        "---\n‸",
        "nagekeken_door en nagekeken_op horen bij elkaar; vul ze allebei in, of schrijf twee keer onbekend",
    )
    project.klopt()


def test_a_script_may_need_signs_that_cannot_be_seen(project: Project) -> None:
    project.zet(POOLS, "  laden: ", "  laden: \u200fجار\u200cي ")
    project.klopt()


def test_planned_spending_is_compared_with_what_is_available(project: Project) -> None:
    project.zet(
        BEGROTING,
        "{2024: 534000, 2025: 534000, 2026: 534000, 2027: 534000}",
        "{2024: 534000, 2025: 534000, 2026: 534000, 2027: 534001}",
    )
    project.zet(BEGROTING, "2026: 1174000, 2027: 1174000}", "2026: 1174000, 2027: 1174001}")
    project.zet(
        BEGROTING,
        "    soort: inzet\n    status: begroot\n    posten:\n      ",
        "    soort: inzet\n    status: begroot\n    posten:\n      ‸",
        "posten: in 2027 is 1174000 verdeeld, maar er is 1174001 beschikbaar; verbeter een van beide",
    )
    project.klopt()


def test_a_kind_of_money_needs_a_table(project: Project) -> None:
    inhoud = project.lees(BEGROTING)
    begin, eind = inhoud.index("  - id: tijdelijk-extra"), inhoud.index("  - id: inzet-middelen")
    project.zet(BEGROTING, inhoud[begin:eind], "")
    project.zet(
        BEGROTING, "tabellen:\n  ", "tabellen:\n  ‸", "tabellen: de tabel met soort 'tijdelijk' ontbreekt; voeg die toe"
    )
    project.klopt()


def test_a_number_is_of_one_activity(project: Project) -> None:
    project.zet(
        ACTIVITEIT, '"2.2"', '‸"2.4"', "nummer: '2.4' past niet bij de bestandsnaam; laat die beginnen met 2-4-"
    )
    ander = f"{PLAN}/activiteiten/2-4-kinderen-versterken.yml"
    project.zet(
        ander, '"2.4"', '‸"2.4"', "nummer: '2.4' is al van 2-2-signaleringsvaardigheden.yml; kies een ander nummer"
    )
    project.klopt()


def test_a_line_is_of_one_id(project: Project) -> None:
    project.zet(
        KOP,
        "- id: samen-leren-samen-werken",
        "- id: ‸samen-zien",
        "id: 'samen-zien' komt twee keer voor (eerder op regel 20); kies een ander id",
    )
    fouten = project.fouten()
    assert fouten[0] == f"{KOP}:32:9: id: 'samen-zien' komt twee keer voor (eerder op regel 20); kies een ander id"
    assert not [fout for fout in fouten if "er is geen lijn" in fout]


def test_an_indicator_belongs_to_an_activity(project: Project) -> None:
    project.zet(ACTIVITEIT, "  - 2-2-af-training\n", "")
    project.zet(
        INDICATOREN,
        "- id: 2-2-af-training\n",
        "- id: ‸2-2-af-training\n",
        "id: '2-2-af-training' hoort bij geen enkele activiteit; noem hem bij een activiteit of haal hem weg",
    )
    project.klopt()


def test_an_activity_has_a_page(project: Project) -> None:
    pagina = f"{PAGINAS}/2-2-signaleringsvaardigheden.md"
    project.wis(pagina)
    project.verwacht_op(ACTIVITEIT, 2, 1, f"deze activiteit heeft geen pagina; maak {pagina}")
    project.klopt()


def test_a_line_has_a_page(project: Project) -> None:
    pagina = "docs/plannen/zl-2024-2027/samen-doen.md"
    project.wis(pagina)
    project.zet(
        KOP, "- id: samen-doen", "- id: ‸samen-doen", f"id: de lijn 'samen-doen' heeft geen pagina; maak {pagina}"
    )
    project.klopt()


def test_the_budget_page_needs_the_item_for_communication(project: Project) -> None:
    project.zet(BEGROTING, "- id: communicatie\n", "- id: voorlichting\n")
    project.zet(
        BEGROTING,
        "    soort: inzet\n    status: begroot\n    posten:\n      ",
        "    soort: inzet\n    status: begroot\n    posten:\n      ‸",
        "posten: de post met id 'communicatie' ontbreekt; de pagina over de begroting toont wat die kost",
    )
    project.klopt()


def test_two_products_never_share_an_address(project: Project) -> None:
    project.zet(
        f"{PLAN}/communicatie.yml",
        "- id: s3-voorbeeldfuncties",
        "- id: ‸s1-agile-portfolio",
        "id: 's1-agile-portfolio' is op deze pagina al in gebruik; kies een ander",
    )
    project.klopt()


def test_a_page_has_an_activity(project: Project) -> None:
    pagina = f"{PAGINAS}/2-9-nieuw.md"
    project.maak(pagina, "---\ntitle: Nieuw\ndescription: Nieuw.\n---\n\n# Nieuw\n")
    project.verwacht_op(pagina, 1, 1, f"deze pagina heeft geen gegevens; maak {PLAN}/activiteiten/2-9-nieuw.yml")
    project.klopt()


def test_files_that_nothing_reads_are_named(project: Project) -> None:
    for naam in ("data/organisatie.yml", f"{PLAN}/activiteiten/2-2-signaleringsvaardigheden.yaml", "data/los/qqq.txt"):
        project.maak(naam, "x")
    project.maak("data/.gitkeep", "")
    project.verwacht_op(
        "data/organisatie.yml", 1, 1, f"dit bestand wordt door niets gelezen; bedoelde u '{ORGANISATIES}'?"
    )
    project.verwacht_op(
        f"{PLAN}/activiteiten/2-2-signaleringsvaardigheden.yaml",
        1,
        1,
        f"dit bestand wordt door niets gelezen; bedoelde u '{ACTIVITEIT}'?",
    )
    project.verwacht_op(
        "data/los/qqq.txt", 1, 1, "dit bestand wordt door niets gelezen; haal het weg of verbeter de naam"
    )
    project.klopt()


@pytest.mark.parametrize("naam", [ORGANISATIES, KOP])
def test_a_missing_file_gives_one_error(project: Project, naam: str) -> None:
    project.wis(naam)
    fouten = [fout for fout in project.fouten() if fout.startswith("data/")]
    assert fouten == [f"{naam}:1:1: dit bestand ontbreekt of is niet te lezen; maak het aan"]


def test_an_activity_file_that_is_a_folder_is_no_traceback(project: Project) -> None:
    project.wis(ACTIVITEIT)
    (project.wortel / ACTIVITEIT).mkdir()
    assert f"{ACTIVITEIT}:1:1: dit bestand ontbreekt of is niet te lezen; maak het aan" in project.fouten()


def test_without_a_plan_the_gate_says_so(tmp_path: Path) -> None:
    fouten = [str(fout) for fout in inlezen.controleer(tmp_path)]
    assert "data/plannen:1:1: er is geen enkel plan; maak een map met de naam van het plan" in fouten
    assert f"{ORGANISATIES}:1:1: dit bestand ontbreekt of is niet te lezen; maak het aan" in fouten


def test_a_byte_order_mark_and_windows_lines_are_fine(project: Project) -> None:
    inhoud = (project.wortel / ACTIVITEIT).read_text("utf-8").replace("\n", "\r\n")
    project.maak(ACTIVITEIT, inhoud.encode("utf-8-sig"))
    assert project.fouten() == []


def test_a_file_with_broken_yaml_causes_no_other_error(project: Project) -> None:
    project.zet(
        ORGANISATIES,
        "organisaties:\n  - id",
        "organisaties: [\n  ‸- id",
        "hier mag geen streepje staan; kijk of er erboven een haak of accolade te veel staat",
    )
    project.zet(KOP, "hoofdstuk: 2", "hoofdstuk: ‸twee", "hoofdstuk: 'twee' is geen heel getal; schrijf alleen cijfers")
    project.klopt()


def test_all_errors_of_several_files_are_told_at_once_and_nothing_else(project: Project) -> None:
    # One file with an unknown key, a sum that is wrong, a dangling reference, a double key and a year out of the plan.
    project.zet(
        BEGROTING, "titel: Beschikbaar", "‸titl: Beschikbaar", "de sleutel 'titl' is onbekend; bedoelde u 'titel'?"
    )
    project.zet(
        BEGROTING,
        "totaal: {2024: 1174000,",
        "totaal: {2024: ‸1174,",
        "2024: de posten tellen op tot 1174000, maar het totaal is 1174; verbeter een van beide",
    )
    project.zet(
        BEGROTING,
        "document: zl-uitvoeringsplan-2024-2027",
        "document: ‸zl-uitvoeringsplan-2024-202",
        "document: er is geen document 'zl-uitvoeringsplan-2024-202'; bedoelde u 'zl-uitvoeringsplan-2024-2027'?",
    )
    project.zet(
        BEGROTING,
        "lijnen: [samen-zien, samen-leren-samen-werken, samen-doen]",
        "lijnen: [samen-zien, samen-leren-samen-werken, ‸samendoen]",
        "lijnen: er is geen lijn 'samendoen'; bedoelde u 'samen-doen'?",
    )
    project.zet(
        BEGROTING,
        "{2024: 351953,",
        "{2023: ‸351953,",
        "2023: dit jaar valt buiten de looptijd van het plan (2024-2027); verbeter het jaar",
    )
    # Three errors of shape in one file.
    project.zet(ACTIVITEIT, "focus: ja", "focus: ‸Ja", "focus: 'Ja' kan hier niet; schrijf ja of nee")
    project.zet(ACTIVITEIT, "bereik: alle", "bereik: ‸allen", "bereik: 'allen' kan hier niet; bedoelde u 'alle'?")
    project.zet(
        ACTIVITEIT,
        "  - 2-2-af-training\n",
        "  - ‸2-2-af-trainin\n",
        "indicatoren: er is geen indicator '2-2-af-trainin'; bedoelde u '2-2-af-training'?",
    )
    # One each in other files.
    project.zet(
        INDICATOREN,
        "jaar: 2023",
        "jaar: ‸02023",
        f"'02023' {NUL}; schrijf 2023, of \"02023\" met aanhalingstekens als het een telefoonnummer is",
    )
    project.zet(
        KOP,
        "regio: zuid-limburg",
        "regio: ‸zl",
        "regio: er is geen regio 'zl'; kies uit: noord-en-midden-limburg, zuid-limburg",
    )
    project.zet(
        TIJDLIJN,
        "- 2025-Q2\n",
        "- ‸2024-Q2\n",
        "kwartalen: de periode valt buiten de tijdlijn (2024-Q3 t/m 2027-Q4); verbeter de kwartalen",
    )
    project.zet(EVALUATIE, "momenten:", "‸xyz: 1\nmomenten:", SLEUTELS[2][3])
    project.zet(
        THEMAS, "naam: Meldcode", "‸naam:", "de sleutel 'naam' heeft geen waarde; vul die in of haal de sleutel weg"
    )
    project.zet(
        CONTACT, "status: bevestigd", "status: ‸bevestig", "status: 'bevestig' kan hier niet; bedoelde u 'bevestigd'?"
    )
    project.maak("data/thema.yml", "themas: []")
    project.verwacht_op("data/thema.yml", 1, 1, "dit bestand wordt door niets gelezen; bedoelde u 'data/themas.yml'?")
    project.klopt()


def test_an_edit_is_seen_and_an_unchanged_project_is_not_read_again(project: Project) -> None:
    eerst = inlezen.laad(project.wortel)
    assert inlezen.laad(project.wortel) is eerst
    project.maak("data/extra.yaml", "x: 1")
    with pytest.raises(inlezen.Inleesfouten, match=r"^data/extra.yaml:1:1: "):
        inlezen.laad(project.wortel)
    project.wis("data/extra.yaml")
    pad = project.wortel / KOP
    pad.write_text(pad.read_text("utf-8").replace("hoofdstuk: 2", "hoofdstuk: 02"), "utf-8")
    os.utime(pad, ns=(1, 1))
    with pytest.raises(inlezen.Inleesfouten, match=r"plan.yml:\d+:16: '02'"):
        inlezen.laad(project.wortel)


def test_a_number_that_is_no_number_leaves_its_references_alone(project: Project) -> None:
    project.zet(
        ACTIVITEIT,
        'nummer: "2.2"',
        'nummer: ‸"2,2"',
        "nummer: '2,2' past hier niet; schrijf hoofdstuk, punt en volgnummer, zoals \"2.2\"",
    )
    project.klopt()
