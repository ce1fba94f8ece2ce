"""Feeds to subscribe to: Atom and RSS of each kind of item, and of everything."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from markupsafe import escape

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
        for vorm in VORMEN:
            yield f"{feed.adres}.{vorm}", _maak(blad, feed, sitenaam, vorm)


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


class _Vast(SyndicationFeed):  # type: ignore[misc] # published without types
    """A feed that is as old as its newest item, or as the build when it has none: never as the clock."""

    def latest_post_date(self) -> datetime:
        """Return when the feed last changed."""
        return self.feed["op"]  # type: ignore[no-any-return]


class _Atom(_Vast, Atom1Feed):  # type: ignore[misc] # published without types
    pass


class _Rss(_Vast, Rss201rev2Feed):  # type: ignore[misc] # published without types
    """RSS that carries the whole text too, in the element that feed readers know for it."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:  # noqa: ANN401 - the library's own writer
        """Write one item."""
        super().add_item_elements(handler, item)
        ruimte = {"xmlns:content": "http://purl.org/rss/1.0/modules/content/"}
        handler.addQuickElement("content:encoded", item["content"], ruimte)


VORMEN = {"atom": _Atom, "rss": _Rss}


def _maak(blad: Blad, feed: Feed, sitenaam: str, vorm: str) -> bytes:
    nieuwste = max((item.publicatiedatum for item in feed.items), default=blad.peildatum)
    gemaakt = VORMEN[vorm](
        title=feed.titel,
        link=blad.naar(feed.pagina),
        description=feed.uitleg,
        language="nl",
        author_name=sitenaam,
        feed_url=blad.naar(f"{feed.adres}.{vorm}"),
        feed_guid=vast_kenmerk(feed.adres).urn,
        feed_copyright="CC BY 4.0",
        op=moment(nieuwste),
    )
    for item in feed.items:
        gemaakt.add_item(
            title=kop_elders(item),
            link=blad.naar(item.pagina),
            description=escape(item.kort),
            content=vul("feed_inhoud.html", blad=blad, item=item),
            pubdate=moment(item.publicatiedatum),
            updateddate=moment(item.publicatiedatum),
            unique_id=item.kenmerk.urn,
            unique_id_is_permalink=False,
            categories=[SOORTWOORD[item.soort]],
        )
    uit = io.StringIO()
    gemaakt.write(uit, "utf-8")
    return uit.getvalue().encode()
