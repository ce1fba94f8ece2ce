"""Feeds to subscribe to: Atom and RSS of each kind of item, and of everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from feedgen.feed import FeedGenerator

from macros.model import Item, Soort, vast_kenmerk
from macros.opmaak import SOORTWOORD, Blad, kop_elders, moment, vul


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed before it is written: its address without ending, the page it belongs to, and its items, the newest first."""

    adres: str
    pagina: str
    titel: str
    uitleg: str
    items: Sequence[Item]


def feeds(blad: Blad, sitenaam: str) -> Iterator[tuple[str, bytes]]:
    """Yield each feed as address and content; the sheet's `basis` is the address of the site itself."""
    for feed in _alle(blad, sitenaam):
        gemaakt = _maak(blad, feed, sitenaam)
        for vorm, soort, schrijf in (
            ("atom", "application/atom+xml", gemaakt.atom_str),
            ("rss", "application/rss+xml", gemaakt.rss_str),
        ):
            pad = f"{feed.adres}.{vorm}"
            gemaakt.link(
                [
                    {"href": blad.naar(pad), "rel": "self", "type": soort},
                    {"href": blad.naar(feed.pagina), "rel": "alternate", "type": "text/html"},
                ],
                replace=True,
            )
            yield pad, schrijf(pretty=True) + b"\n"


def _alle(blad: Blad, sitenaam: str) -> Iterator[Feed]:
    """Yield what there is to subscribe to.

    Examples are left out: a feed reader or the front page of an intranet shows an invented title as news, without the
    mark that stands on its page. Only the preview of whoever is writing shows them.
    """
    per_soort = {soort: [i for i in blad.items(soort) if blad.concepten or not i.voorbeeld] for soort in Soort}
    for soort, items in per_soort.items():
        overzicht = blad.regiovisie.overzichten[soort]
        yield Feed(
            adres=f"{soort.value}/feed",
            pagina=f"{soort.value}/",
            titel=f"{sitenaam}: {overzicht.title.lower()}",
            uitleg=overzicht.description,
            items=items,
        )
    # Stable: of one day, the kinds stand in their own order.
    alles = sorted(
        (item for items in per_soort.values() for item in items), key=lambda i: i.publicatiedatum, reverse=True
    )
    yield Feed(
        adres="feeds/alles",
        pagina="",
        titel=f"{sitenaam}: alles",
        uitleg="Alles wat op deze site verschijnt: nieuws, nieuwsbrieven, praktijkcasussen, agenda en meer.",
        items=alles,
    )


def _maak(blad: Blad, feed: Feed, sitenaam: str) -> FeedGenerator:
    gemaakt = FeedGenerator()
    # An empty feed is as old as the build: a feed must have a date.
    nieuwste = moment(max((item.publicatiedatum for item in feed.items), default=blad.peildatum))
    gemaakt.id(vast_kenmerk(feed.adres).urn)
    gemaakt.title(feed.titel)
    gemaakt.description(feed.uitleg)
    gemaakt.author({"name": sitenaam})
    gemaakt.language("nl")
    gemaakt.generator(sitenaam)
    gemaakt.rights("CC BY 4.0")
    gemaakt.updated(nieuwste)
    gemaakt.pubDate(nieuwste)
    for item in feed.items:
        regel = gemaakt.add_entry(order="append")
        adres = blad.naar(item.pagina)
        regel.guid(item.kenmerk.urn)
        regel.title(kop_elders(item))
        regel.link(href=adres, rel="alternate", type="text/html")
        regel.updated(moment(item.publicatiedatum))
        regel.published(moment(item.publicatiedatum))
        regel.summary(item.kort)
        regel.content(vul("feed_inhoud.html", blad=blad, item=item), type="html")
        regel.category([{"term": item.soort.value, "label": SOORTWOORD[item.soort]}])
    return gemaakt
