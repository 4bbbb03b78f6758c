"""Sitemaps as sitemaps.org describes them, with the dates of news sitemaps."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Final

from govgraph.errors import FetchError
from govgraph.sources.web.guard import address_of

__all__ = ["Named", "Sitemap", "is_sitemap", "read_sitemap"]

_START: Final = re.compile(rb"(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", re.DOTALL)
_DAY: Final = re.compile(r"\s*(\d{4}-\d{2}-\d{2})")
_SAMPLE: Final = 4096


@dataclass(frozen=True, slots=True)
class Named:
    """An address in a sitemap.

    Attributes:
        url: Address.
        date: Day of its last change or of its publication, or None.
        state: What the sitemap says of its state.
    """

    url: str
    date: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap as read.

    Attributes:
        pages: Addresses of pages, each once, in their order.
        sitemaps: Addresses of further sitemaps, of an index.
        damaged: What is wrong with its form, or empty.
    """

    pages: tuple[Named, ...]
    sitemaps: tuple[Named, ...]
    damaged: str = ""


def is_sitemap(raw: bytes) -> bool:
    """Whether a document begins as a sitemap or an index of sitemaps."""
    return _START.match(raw[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n")) is not None


def read_sitemap(raw: bytes, url: str) -> Sitemap:
    """Addresses of a sitemap; those that are none are left out.

    Args:
        raw: Its bytes, unpacked.
        url: Where it was found.
    """
    from lxml import etree

    pages: dict[str, Named] = {}
    sitemaps: dict[str, Named] = {}
    told: dict[str, str] = {}
    damaged = ""
    # entities of the document's own are left as they are: they could be of any size
    events = etree.iterparse(io.BytesIO(raw), events=("end",), resolve_entities=False, no_network=True, recover=False)
    try:
        for _, element in events:
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name in ("loc", "lastmod", "publication_date"):
                above = element.getparent()
                own = above is not None and isinstance(above.tag, str) and etree.QName(above).localname != "image"
                if own:
                    told.setdefault(name, (element.text or "").strip())
            elif name in ("url", "sitemap"):
                _take(told, pages if name == "url" else sitemaps, url)
                told = {}
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        damaged = " ".join(str(error).split())
    return Sitemap(tuple(pages.values()), tuple(sitemaps.values()), damaged)


def _take(told: dict[str, str], into: dict[str, Named], base: str) -> None:
    try:
        address = address_of(told.get("loc", ""), base) if told.get("loc") else None
    except FetchError:
        return
    if address is None:
        return
    state = told.get("lastmod") or told.get("publication_date") or ""
    day = _DAY.match(told.get("publication_date", "")) or _DAY.match(state)
    into.setdefault(address.url, Named(address.url, day[1] if day else None, state))
