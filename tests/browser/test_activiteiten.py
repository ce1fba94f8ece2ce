"""The overviews in use: each filter leaves exactly the rows that the model says, and a column sorts as it reads."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from macros.model import Activiteit, Plan, Regiovisie
from tests.browser.handen import kies, tab_naar
from tests.paginas import PLAN

Past = Callable[[Activiteit], bool]

ADRES = f"/plannen/{PLAN}/activiteiten/"


def keuzes(plan: Plan, regiovisie: Regiovisie) -> dict[str, dict[str, Past]]:
    """Per filter: each option, and which activities fit it according to the model."""
    themas = {thema for activiteit in plan.activiteiten.values() for thema in activiteit.themas}

    def met_partner(partner: str) -> Past:
        nummers = {activiteit.nummer for activiteit, _ in plan.deelname(partner)}
        return lambda activiteit: activiteit.nummer in nummers

    def met_thema(thema: str) -> Past:
        return lambda activiteit: thema in activiteit.themas

    def van_lijn(lijn: str) -> Past:
        return lambda activiteit: activiteit.lijn == lijn

    return {
        "lijn": {lijn.id: van_lijn(lijn.id) for lijn in plan.kop.lijnen},
        "partner": {partner: met_partner(partner) for partner in regiovisie.organisaties if plan.deelname(partner)},
        "thema": {thema: met_thema(thema) for thema in themas},
        "focus": {"ja": lambda activiteit: activiteit.focus, "nee": lambda activiteit: not activiteit.focus},
    }


def zichtbaar(pagina: Page) -> list[str]:
    return pagina.locator("#activiteitentabel tbody tr:visible > td:first-child").all_inner_texts()


def verwacht(plan: Plan, *passen: Past) -> list[str]:
    return [a.nummer for a in plan.activiteiten.values() if all(past(a) for past in passen)]


@pytest.mark.parametrize("filter_", ["lijn", "partner", "thema", "focus"])
def test_filter_leaves_exactly_the_rows_of_the_model(
    pagina: Page, plan: Plan, regiovisie: Regiovisie, filter_: str
) -> None:
    opties = keuzes(plan, regiovisie)[filter_]
    pagina.goto(ADRES)
    keuze = pagina.locator(f"form.filter select[name={filter_}]")
    assert set(keuze.evaluate("(el) => [...el.options].map((optie) => optie.value)")) == {"", *opties}
    telling = pagina.locator("form.filter [role=status]")
    for optie, past in opties.items():
        keuze.select_option(optie)
        assert zichtbaar(pagina) == verwacht(plan, past), optie
        expect(telling).to_have_text(f"{len(verwacht(plan, past))} van {len(plan.activiteiten)} activiteiten")
    keuze.select_option("")
    assert zichtbaar(pagina) == list(plan.activiteiten)


def test_two_filters_together_leave_the_rows_that_fit_both(pagina: Page, plan: Plan, regiovisie: Regiovisie) -> None:
    alle = keuzes(plan, regiovisie)
    pagina.goto(ADRES)
    telling = pagina.locator("form.filter [role=status]")
    aantallen = set()
    for eerste, tweede in (("lijn", "focus"), ("thema", "partner")):
        for optie, past in alle[eerste].items():
            pagina.locator(f"select[name={eerste}]").select_option(optie)
            for andere, past_ook in list(alle[tweede].items())[:4]:
                pagina.locator(f"select[name={tweede}]").select_option(andere)
                assert zichtbaar(pagina) == verwacht(plan, past, past_ook), (optie, andere)
                aantallen.add(len(zichtbaar(pagina)))
                expect(telling).to_have_text(f"{len(zichtbaar(pagina))} van {len(plan.activiteiten)} activiteiten")
        pagina.locator(f"select[name={eerste}]").select_option("")
        pagina.locator(f"select[name={tweede}]").select_option("")
    assert len(aantallen) > 2


def test_filters_work_with_the_keyboard_alone(pagina: Page, plan: Plan) -> None:
    pagina.goto(ADRES)
    kies(pagina, tab_naar(pagina, "select[name=lijn]"), "samen-doen")
    assert zichtbaar(pagina) == [activiteit.nummer for activiteit in plan.activiteiten_van("samen-doen")]
    kies(pagina, tab_naar(pagina, "select[name=focus]"), "ja")
    assert zichtbaar(pagina) == [
        activiteit.nummer for activiteit in plan.activiteiten_van("samen-doen") if activiteit.focus
    ]
    tab_naar(pagina, "#activiteitentabel tbody tr:visible a")
    pagina.keyboard.press("Enter")
    [focus] = [activiteit for activiteit in plan.activiteiten_van("samen-doen") if activiteit.focus]
    expect(pagina.get_by_role("heading", level=1)).to_contain_text(focus.nummer)


def test_columns_sort_with_the_keyboard_and_say_so(pagina: Page, plan: Plan) -> None:
    activiteiten = list(plan.activiteiten.values())
    pagina.goto(ADRES)
    tab_naar(pagina, "th:has-text('Activiteit') .sorteer")
    kop = pagina.get_by_role("columnheader", name="Activiteit", exact=True)
    expect(kop).to_have_attribute("aria-sort", "none")
    op_titel = [activiteit.nummer for activiteit in sorted(activiteiten, key=lambda a: a.titel.casefold())]
    assert op_titel != list(plan.activiteiten)
    pagina.keyboard.press("Enter")
    expect(kop).to_have_attribute("aria-sort", "ascending")
    assert zichtbaar(pagina) == op_titel
    pagina.keyboard.press("Space")
    expect(kop).to_have_attribute("aria-sort", "descending")
    assert zichtbaar(pagina) == op_titel[::-1]

    tab_naar(pagina, "th:has-text('Indicatoren') .sorteer")
    pagina.keyboard.press("Enter")
    expect(kop).to_have_attribute("aria-sort", "none")
    expect(pagina.get_by_role("columnheader", name="Indicatoren")).to_have_attribute("aria-sort", "ascending")
    aantal = {activiteit.nummer: len(activiteit.indicatoren) for activiteit in activiteiten}
    assert [aantal[nummer] for nummer in zichtbaar(pagina)] == sorted(aantal.values())


def test_numbers_of_activities_sort_as_numbers_of_sections(pagina: Page) -> None:
    pagina.goto(ADRES)
    # The plan of today has no activity 2.10; one of tomorrow may.
    pagina.locator("#activiteitentabel tbody tr:first-child > td:first-child").evaluate(
        "(cel) => { cel.textContent = '2.10'; }"
    )
    pagina.get_by_role("button", name="Nr.").click()
    assert zichtbaar(pagina)[:4] == ["2.3", "2.4", "2.10", "3.2"]


def test_sorting_keeps_what_is_filtered_out_hidden(pagina: Page, plan: Plan) -> None:
    pagina.goto(ADRES)
    pagina.locator("select[name=lijn]").select_option("samen-zien")
    pagina.get_by_role("button", name="Activiteit").click()
    op_titel = sorted(plan.activiteiten_van("samen-zien"), key=lambda activiteit: activiteit.titel.casefold())
    assert zichtbaar(pagina) == [activiteit.nummer for activiteit in op_titel]


def test_overview_of_indicators_filters_by_line_and_direction(pagina: Page, plan: Plan) -> None:
    pagina.goto(f"/plannen/{PLAN}/indicatoren/")
    paren = [(a, plan.indicatoren[naam]) for a in plan.activiteiten.values() for naam in a.indicatoren]
    telling = pagina.locator("form.filter [role=status]")
    richtingen = {indicator.richting.value for _, indicator in paren}
    for lijn in ("", *(lijn.id for lijn in plan.kop.lijnen)):
        for richting in ("", *sorted(richtingen)):
            pagina.locator("select[name=lijn]").select_option(lijn)
            pagina.locator("select[name=richting]").select_option(richting)
            ids = [
                f"{a.nummer.replace('.', '-')}-{indicator.id}"
                for a, indicator in paren
                if lijn in ("", a.lijn) and richting in ("", indicator.richting.value)
            ]
            zichtbare = pagina.locator("#indicatorentabel tbody tr:visible")
            assert zichtbare.evaluate_all("(rijen) => rijen.map((rij) => rij.id)") == ids
            expect(telling).to_have_text(f"{len(ids)} van {len(paren)} indicatoren")
