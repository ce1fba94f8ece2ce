"""The vocabulary: time is ordered without gaps, a plan knows where it stands, and sums are the same from every side."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from macros import inlezen
from macros.model import (
    Bereik,
    Geldsoort,
    Kwartaal,
    Looptijd,
    Periode,
    Plan,
    Planstatus,
    Punt,
    Regiovisie,
    Tijdlijnbestand,
    Tijdlijnregel,
    bedoelde_u,
)

DAGEN = [date(2023, 1, 1) + timedelta(nr) for nr in range(6 * 366)]
KWARTALEN = [Kwartaal(jaar, nummer) for jaar in range(2023, 2030) for nummer in (1, 2, 3, 4)]


@pytest.fixture(scope="module")
def regiovisie() -> Regiovisie:
    return inlezen.laad(Path(__file__).resolve().parents[2])


@pytest.fixture(scope="module")
def plan(regiovisie: Regiovisie) -> Plan:
    return regiovisie.plannen["zl-2024-2027"]


def test_quarters_are_ordered_in_time_and_follow_each_other() -> None:
    assert all((een < ander) == (i < j) for i, een in enumerate(KWARTALEN) for j, ander in enumerate(KWARTALEN))
    assert [kwartaal.volgende for kwartaal in KWARTALEN[:-1]] == KWARTALEN[1:]
    assert all(kwartaal < kwartaal.volgende for kwartaal in KWARTALEN)


def test_a_quarter_is_read_as_it_is_written() -> None:
    assert [Kwartaal.lees(str(kwartaal)) for kwartaal in KWARTALEN] == KWARTALEN


@pytest.mark.parametrize(
    "tekst", ["2024-Q0", "2024-Q5", "2024Q1", "24-Q1", "1999-Q4", "2101-Q1", "2024-q1", " 2024-Q1", ""]
)
def test_what_is_no_quarter_is_not_read(tekst: str) -> None:
    with pytest.raises(ValueError, match=f"^{tekst}$"):
        Kwartaal.lees(tekst)


def test_each_day_falls_in_the_quarter_that_has_begun_and_has_not_ended() -> None:
    for dag in DAGEN:
        kwartaal = Kwartaal.van(dag)
        assert kwartaal.eerste_dag <= dag < kwartaal.volgende.eerste_dag


def test_the_week_rises_by_at_most_one_a_day_and_starts_anew_each_quarter() -> None:
    for dag in DAGEN:
        kwartaal = Kwartaal.van(dag)
        week, morgen = kwartaal.week(dag), kwartaal.week(dag + timedelta(1))
        assert 0 <= week <= morgen <= min(week + 1, 12)
        assert (week == 0) == ((dag - kwartaal.eerste_dag).days < 7)


def test_days_outside_a_quarter_count_as_its_edges() -> None:
    assert Kwartaal(2024, 3).week(date(2024, 6, 30)) == 0
    assert Kwartaal(2024, 3).week(date(2025, 1, 1)) == 12


def test_a_period_holds_every_quarter_from_its_first_up_to_its_last() -> None:
    for begin, van in enumerate(KWARTALEN):
        for eind, tot in enumerate(KWARTALEN[begin:], start=begin):
            assert Periode(van, tot).kwartalen == tuple(KWARTALEN[begin : eind + 1])


def test_a_period_is_read_in_three_spellings() -> None:
    q1, q4 = Kwartaal(2025, 1), Kwartaal(2024, 4)
    assert Periode.lees("2024-Q4") == Periode(q4, q4)
    assert Periode.lees("2024-Q4 t/m 2025-Q1") == Periode(q4, q1)
    assert Periode.lees("vanaf 2025-Q1") == Periode(q1, None)
    assert Periode.lees("vanaf 2025-Q1").kwartalen == (q1,)


@pytest.mark.parametrize("tekst", ["2024-Q4 t/m", "2024-Q4 - 2025-Q1", "tot 2025-Q1", "vanaf", "t/m 2025-Q1"])
def test_what_is_no_period_is_not_read(tekst: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Periode.lees(tekst)


def test_a_term_has_the_years_it_touches() -> None:
    assert Looptijd(van=date(2024, 12, 31), tot=date(2026, 1, 1)).jaren == (2024, 2025, 2026)
    assert Looptijd(van=date(2024, 1, 1), tot=date(2024, 1, 1)).jaren == (2024,)
    with pytest.raises(ValidationError, match="draai de datums om"):
        Looptijd(van=date(2024, 1, 2), tot=date(2024, 1, 1))


def test_a_plan_is_in_force_from_its_first_up_to_its_last_day(plan: Plan) -> None:
    dag = timedelta(1)
    van, tot = plan.kop.looptijd.van, plan.kop.looptijd.tot
    assert tot is not None
    assert [plan.status(d) for d in (van - dag, van, van + dag)] == [
        Planstatus.TOEKOMST,
        Planstatus.LOPEND,
        Planstatus.LOPEND,
    ]
    assert [plan.status(d) for d in (tot - dag, tot, tot + dag)] == [
        Planstatus.LOPEND,
        Planstatus.LOPEND,
        Planstatus.AFGEROND,
    ]


def test_a_plan_without_an_end_is_never_called_in_force_nor_finished(regiovisie: Regiovisie) -> None:
    plan = regiovisie.plannen["nml-2021"]
    dagen = [date(2020, 12, 31), date(2021, 1, 1), date(2026, 11, 22), date(2090, 1, 1)]
    assert [plan.status(dag) for dag in dagen] == [Planstatus.TOEKOMST, *[Planstatus.OPEN] * 3]
    assert plan.kop.looptijd.jaren == (2021,)


def test_activities_are_in_the_order_of_their_numbers_letters_included(regiovisie: Regiovisie) -> None:
    nummers = list(regiovisie.plannen["zl-2019-2022"].activiteiten)
    assert nummers == ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2a", "2.2b", "3.1", "3.2", "3.3", "3.4"]


def test_the_periods_of_actions_make_a_tijdlijn_and_words_do_not(regiovisie: Regiovisie) -> None:
    plan = regiovisie.plannen["nml-2021"]
    met_periode = [
        (activiteit, actie)
        for activiteit in plan.activiteiten.values()
        for actie in activiteit.acties
        if actie.wanneer and actie.wanneer.perioden
    ]
    zonder = [
        actie.wanneer.tekst
        for activiteit in plan.activiteiten.values()
        for actie in activiteit.acties
        if actie.wanneer and not actie.wanneer.perioden
    ]
    assert [regel.label for regel in plan.tijdlijn.regels] == [actie.titel for _, actie in met_periode]
    assert [regel.lijn for regel in plan.tijdlijn.regels] == [activiteit.lijn for activiteit, _ in met_periode]
    laatste = plan.tijdlijn.periode.tot
    assert laatste is not None
    assert all(periode.tot for regel in plan.tijdlijn.regels for periode in regel.kwartalen or ())
    assert any("oorlopend" in tekst for tekst in zonder)
    assert not regiovisie.plannen["nml-regiovisie-2019"].heeft(Tijdlijnbestand), "its cells name years only"


def test_a_row_runs_on_the_days_of_its_quarters_and_one_yet_to_be_decided_never_does() -> None:
    rij = {"id": "x", "label": "X", "lijn": "algemeen"}
    met_gat = Tijdlijnregel.model_validate({**rij, "kwartalen": ["2024-Q3", "2025-Q1 t/m 2025-Q2"]})
    assert {Kwartaal.van(dag) for dag in DAGEN if met_gat.loopt_op(dag)} == met_gat.bezet
    assert sorted(map(str, met_gat.bezet)) == ["2024-Q3", "2025-Q1", "2025-Q2"]
    ntb = Tijdlijnregel.model_validate({**rij, "kwartalen": "NTB"})
    assert ntb.kwartalen is None
    assert not any(ntb.loopt_op(dag) for dag in DAGEN)


def test_a_sentence_is_a_point() -> None:
    assert Punt.model_validate("Een  zin\n die doorloopt") == Punt(tekst="Een zin die doorloopt")
    geneste = Punt.model_validate({"tekst": "a", "onderdelen": ["b", {"tekst": "c", "onderdelen": ["d"]}]})
    assert geneste.onderdelen[1].onderdelen == (Punt(tekst="d"),)


def test_models_do_not_change(plan: Plan) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        plan.kop.titel = "Anders"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("woord", "hint"),
    [("samen-zin", "; bedoelde u 'samen-zien'?"), ("SAMEN-ZIEN", "; bedoelde u 'samen-zien'?"), ("qqq", ""), ("", "")],
)
def test_only_a_near_word_is_suggested(woord: str, hint: str) -> None:
    assert bedoelde_u(woord, ["samen-doen", "samen-zien"]) == hint


def test_activities_stand_in_the_order_of_their_numbers(plan: Plan) -> None:
    nummers = [tuple(map(int, nummer.split("."))) for nummer in plan.activiteiten]
    assert nummers == sorted(nummers)
    assert [a.nummer for lijn in plan.kop.lijnen for a in plan.activiteiten_van(lijn.id)] == list(plan.activiteiten)


def test_each_indicator_is_found_from_its_activities_and_back(plan: Plan) -> None:
    heen = {(a.nummer, naam) for a in plan.activiteiten.values() for naam in a.indicatoren}
    terug = {(a.nummer, naam) for naam in plan.indicatoren for a in plan.activiteiten_met(naam)}
    assert heen == terug
    assert {naam for _, naam in heen} == set(plan.indicatoren)


def test_the_spending_per_line_adds_up_to_the_table_and_to_what_is_available(plan: Plan) -> None:
    delen = plan.inzet_per_lijnen()
    inzet, beschikbaar = plan.tabel(Geldsoort.INZET), plan.tabel(Geldsoort.BESCHIKBAAR)
    assert sum(deel.som for deel in delen) == sum(inzet.totaal.values()) == sum(beschikbaar.totaal.values()) > 0
    assert sorted(post.id for deel in delen for post in deel.posten) == sorted(post.id for post in inzet.posten)
    assert all(inzet.som(jaar) == beschikbaar.som(jaar) == inzet.totaal[jaar] for jaar in plan.kop.looptijd.jaren)
    assert len({deel.lijnen for deel in delen}) == len(delen)


def test_temporary_means_are_in_no_sum(plan: Plan) -> None:
    pilots = next(post for post in plan.tabel(Geldsoort.INZET).posten if post.bedragen[2024].plus_tijdelijk)
    assert (pilots.bedragen[2024].bedrag, pilots.bedrag(2024), pilots.bedrag(1999)) == (None, 0, 0)
    assert pilots.som == sum(cel.bedrag or 0 for cel in pilots.bedragen.values())


def test_a_partner_takes_part_as_named_as_all_or_as_concerned(plan: Plan) -> None:
    for partner in plan.kop.netwerkpartners:
        for activiteit, hoe in plan.deelname(partner):
            genoemd = bool(plan.actorschap(partner) & set(activiteit.actoren))
            assert hoe == ("genoemd" if genoemd else activiteit.uitvoeringspartners.bereik)
        meegedaan = {activiteit.nummer for activiteit, _ in plan.deelname(partner)}
        assert meegedaan >= {
            a.nummer for a in plan.activiteiten.values() if a.uitvoeringspartners.bereik is not Bereik.GENOEMD
        }


def test_who_is_no_partner_takes_part_only_where_named(plan: Plan, regiovisie: Regiovisie) -> None:
    for ander in set(regiovisie.organisaties) - set(plan.kop.netwerkpartners):
        assert {hoe for _, hoe in plan.deelname(ander)} <= {"genoemd"}
    assert plan.deelname("bestaat-niet") == ()


def test_a_member_acts_under_the_name_of_its_body(plan: Plan) -> None:
    leden = {lid for gremium in plan.governance.gremia for lid in gremium.leden}
    assert leden
    for gremium in plan.governance.gremia:
        for lid in gremium.leden:
            assert {lid, gremium.id} <= plan.actorschap(lid)
    assert plan.actorschap("politie") == {"politie"}


def test_every_actor_has_a_name(plan: Plan, regiovisie: Regiovisie) -> None:
    actoren = {actor for activiteit in plan.activiteiten.values() for actor in activiteit.actoren}
    assert actoren
    assert all(regiovisie.actor(plan.id, actor).naam for actor in actoren)


def test_a_phone_number_is_called_by_its_digits(regiovisie: Regiovisie) -> None:
    assert regiovisie.contactfeiten["veilig-thuis"].bellen == "08002000"
    assert regiovisie.contactfeiten["alarmnummer"].bellen == "112"
    assert regiovisie.contactfeiten["fier-chat"].bellen == ""
