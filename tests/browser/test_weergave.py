"""Other eyes and other media: dark colours, forced colours, paper, and the pictures in all of them."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.paginas import PLAN

OpenPagina = Callable[..., Page]

MET_BEELD = [
    f"plannen/{PLAN}/{deel}/"
    for deel in ("begroting", "inleiding", "samen-zien", "samen-leren-samen-werken", "samen-doen")
]

CONTRASTEN = r"""() => {
  const getallen = (kleur) => kleur.match(/[\d.]+/g).map(Number);
  const helderheid = (kleur) => {
    const [r, g, b] = getallen(kleur).slice(0, 3).map((deel) => {
      const c = deel / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [hoog, laag] = [helderheid(a), helderheid(b)].sort((x, y) => y - x);
    return (hoog + 0.05) / (laag + 0.05);
  };
  const dekt = (kleur) => kleur !== 'none' && !(getallen(kleur).length === 4 && getallen(kleur)[3] === 0);
  const grond = (tekst) => {
    const vak = tekst.getBoundingClientRect();
    const onder = document.elementsFromPoint(vak.left + vak.width / 2, vak.top + vak.height / 2);
    for (const el of onder) {
      if (el.closest('text')) continue;
      const stijl = getComputedStyle(el);
      if (el instanceof SVGGeometryElement) {
        if (stijl.fill.startsWith('url')) return 'arcering';
        if (dekt(stijl.fill)) return stijl.fill;
      } else if (dekt(stijl.backgroundColor)) return stijl.backgroundColor;
    }
    return 'niets';
  };
  return [...document.querySelectorAll('article svg text')].map((tekst) => {
    const onder = grond(tekst);
    const kleur = getComputedStyle(tekst).fill;
    return [tekst.textContent, onder.startsWith('rgb') ? contrast(kleur, onder) : 0, `${kleur} op ${onder}`];
  });
}"""


@pytest.mark.parametrize("kleuren", ["light", "dark"])
@pytest.mark.parametrize("adres", MET_BEELD)
def test_text_in_pictures_has_enough_contrast(open_pagina: OpenPagina, adres: str, kleuren: str) -> None:
    # Tall enough to hold the whole page: what lies under a text can only be asked of what is on the screen.
    pagina = open_pagina(color_scheme=kleuren, viewport={"width": 1280, "height": 16000})
    pagina.goto(f"/{adres}")
    teksten = pagina.evaluate(CONTRASTEN)
    assert len(teksten) > 5
    assert [f"{tekst}: {contrast:.1f} ({hoe})" for tekst, contrast, hoe in teksten if contrast < 4.5] == []


@pytest.mark.parametrize("adres", MET_BEELD)
def test_text_in_pictures_stays_inside_the_picture_and_readable_on_a_phone(open_pagina: OpenPagina, adres: str) -> None:
    pagina = open_pagina(viewport={"width": 360, "height": 800})
    pagina.goto(f"/{adres}")
    maten = pagina.evaluate(
        """() => [...document.querySelectorAll('article svg[role=img]')].flatMap((svg) => {
          const kader = svg.getBoundingClientRect();
          const schaal = kader.width / svg.viewBox.baseVal.width;
          return [...svg.querySelectorAll('text')].map((tekst) => {
            const vak = tekst.getBoundingClientRect();
            const binnen = vak.left >= kader.left - 1 && vak.right <= kader.right + 1 && vak.top >= kader.top - 1 && vak.bottom <= kader.bottom + 1;
            return [tekst.textContent, binnen, parseFloat(getComputedStyle(tekst).fontSize) * schaal];
          });
        })"""
    )
    assert [tekst for tekst, binnen, _ in maten if not binnen] == []
    assert [f"{tekst}: {grootte:.1f} px" for tekst, _, grootte in maten if grootte < 8] == []


def kleur_van(pagina: Page, selector: str, eigenschap: str = "backgroundColor", deel: str = "") -> str:
    stijl = f"(el) => getComputedStyle(el, {deel!r} || null)[{eigenschap!r}]"
    return str(pagina.locator(selector).first.evaluate(stijl))


def test_colour_button_goes_from_device_to_light_to_dark_and_back_and_remembers_only_a_choice(
    open_pagina: OpenPagina,
) -> None:
    pagina = open_pagina(color_scheme="dark")
    pagina.goto("/")
    donker = kleur_van(pagina, "body")
    knop = pagina.locator(".kleurknop")
    expect(knop).to_have_accessible_name("Kleuren: zoals je apparaat. Kies lichte kleuren")
    knop.click()
    licht = kleur_van(pagina, "body")
    assert licht != donker
    pagina.goto("/over/")
    assert kleur_van(pagina, "body") == licht
    knop.click()
    assert kleur_van(pagina, "body") == donker
    expect(knop).to_have_accessible_name("Kleuren: donker. Kies zoals je apparaat")
    knop.click()
    assert pagina.evaluate("() => Object.keys(localStorage)") == []
    pagina.emulate_media(color_scheme="light")
    assert kleur_van(pagina, "body") == licht


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_paper_shows_the_text_and_the_emergency_numbers_and_no_menu(open_pagina: OpenPagina, kleuren: str) -> None:
    pagina = open_pagina(color_scheme=kleuren)
    pagina.goto(f"/plannen/{PLAN}/tijdlijn/")
    pagina.emulate_media(media="print")
    for weg in (
        ".md-tabs",
        ".md-sidebar--primary",
        ".md-sidebar--secondary",
        "#zoek",
        ".zoekknop",
        ".kleurknop",
        "form.filter",
        ".downloads",
        ".snelweg",
        ".spring",
    ):
        for element in pagina.locator(weg).all():
            expect(element).to_be_hidden()
    for nummer in ("112", "0800-2000"):
        expect(pagina.locator(".nood").get_by_text(nummer)).to_be_visible()
    expect(pagina.locator("h1")).to_be_visible()
    expect(pagina.locator(".tijdlijn__regel").last).to_be_visible()
    # Dark ink on light paper, whatever the device prefers.
    assert kleur_van(pagina, "body", "color") == "rgb(32, 43, 45)"
    assert kleur_van(pagina, "body") in {"rgb(255, 255, 255)", "rgb(251, 248, 242)", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_forced_colours_keep_bars_today_and_buttons_visible(
    open_pagina: OpenPagina, kleuren: Literal["light", "dark"]
) -> None:
    pagina = open_pagina(forced_colors="active", color_scheme=kleuren)
    pagina.goto(f"/plannen/{PLAN}/tijdlijn/")
    assert pagina.evaluate("() => matchMedia('(forced-colors: active)').matches")
    grond = kleur_van(pagina, "body")
    assert kleur_van(pagina, "body", "color") != grond
    assert kleur_van(pagina, "td.kw--actief", deel="::before") not in {grond, "rgba(0, 0, 0, 0)"}
    assert kleur_van(pagina, "td.kw--nu", deel="::after") not in {grond, "rgba(0, 0, 0, 0)"}
    expect(pagina.locator("form.filter select")).to_be_visible()
    assert kleur_van(pagina, ".nood a", "color") != kleur_van(pagina, ".md-banner")


def test_motion_stops_for_whoever_asks_for_it(open_pagina: OpenPagina) -> None:
    pagina = open_pagina(reduced_motion="reduce")
    pagina.goto("/")
    bewegend = pagina.evaluate(
        """() => [...document.querySelectorAll('*')].filter((el) => {
          const { animationName, transitionDuration } = getComputedStyle(el);
          return animationName !== 'none' || transitionDuration.split(',').some((duur) => parseFloat(duur) > 0.01);
        }).map((el) => `${el.tagName}.${el.className}`)"""
    )
    assert bewegend == []
