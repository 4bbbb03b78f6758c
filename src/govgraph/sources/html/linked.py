"""Articles that a page describes in JSON-LD."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from govgraph.sources.html.tree import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["LIVE", "LinkedArticle", "linked_articles", "page_day"]

LIVE = frozenset({"LiveBlogPosting"})
"""Kinds of pages that gather short entries rather than tell one article."""

_KINDS = frozenset(
    {
        *("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle"),
        *("OpinionNewsArticle", "ReviewNewsArticle", "BlogPosting", "TechArticle", "Report", "PressRelease"),
        *("SocialMediaPosting", "LiveBlogPosting"),
    }
)
_PAGES = frozenset({"WebPage", "ItemPage", "PodcastEpisode", "RadioEpisode"})
_LARGEST = 2_000_000
_MOST_NODES = 5_000
_DEEPEST = 12
_TRAILING = re.compile(r",(?=\s*[}\]])")
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
_FIELD = r'"{}"\s*:\s*"((?:[^"\\]|\\.)*)"'


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What JSON-LD says of an article. Values are as given, but for white space; None or empty where it is silent.

    Attributes:
        headline: Title.
        published: Date or moment.
        authors: Names of people; organisations are none.
        url: Address, possibly relative.
        section: Section of the site.
        language: Language tag.
        kind: Its type in schema.org.
    """

    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    section: str | None = None
    language: str | None = None
    kind: str = ""


def linked_articles(scripts: Iterable[str]) -> list[LinkedArticle]:
    """Articles in JSON-LD scripts, in order: at the top, in lists, in `@graph`, as `mainEntity` of a page.

    Scripts that are no JSON are mended where that is plain (commas too many, line ends in strings, comments around
    it); what cannot be mended is asked for its headline, date and authors alone.
    """
    found: list[LinkedArticle] = []
    for script in scripts:
        if len(script) > _LARGEST:
            continue
        try:
            nodes = list(_nodes(_loaded(script)))
        except (ValueError, RecursionError):
            found += _salvaged(script)
            continue
        by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
        found += [_article(node, by_id) for node in nodes if _kinds(node) & _KINDS]
    return found


def page_day(scripts: Iterable[str]) -> str | None:
    """Moment at which a page was published that JSON-LD calls a page and no article; None for several or none."""
    found: set[str] = set()
    for script in scripts:
        try:
            nodes = list(_nodes(_loaded(script))) if len(script) <= _LARGEST else []
        except (ValueError, RecursionError):
            continue
        found |= {words for node in nodes if _kinds(node) & _PAGES and (words := _words(node.get("datePublished")))}
    return found.pop() if len(found) == 1 else None


def _loaded(script: str) -> Any:
    text = _WRAPPED.sub("", script.strip())
    text = _WRAPPED.sub("", text).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return json.loads(_TRAILING.sub("", text), strict=False)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All objects, outer ones first, as deep as pages nest them."""
    queue: list[tuple[Any, int]] = [(value, 0)]
    seen = 0
    while queue and seen < _MOST_NODES:
        one, depth = queue.pop(0)
        seen += 1
        if isinstance(one, dict):
            yield one
            inner: Iterable[Any] = one.values()
        elif isinstance(one, list):
            inner = one
        else:
            continue
        if depth < _DEEPEST:
            queue += [(part, depth + 1) for part in inner if isinstance(part, dict | list)]


def _kinds(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    found = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return {kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in found if isinstance(kind, str)}


def _article(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> LinkedArticle:
    return LinkedArticle(
        headline=_words(node.get("headline")) or _words(node.get("name")),
        published=_words(node.get("datePublished")) or _words(node.get("dateCreated")),
        authors=tuple(dict.fromkeys(_people(node.get("author") or node.get("creator"), by_id))),
        url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")) or _address(node.get("@id")),
        section=_words(node.get("articleSection")),
        language=_words(node.get("inLanguage")),
        kind=min(_kinds(node) & _KINDS),
    )


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    return clean(html.unescape(value)) or None


def _address(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value.strip() or None if isinstance(value, str) else None


def _people(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield clean(html.unescape(one))
        elif isinstance(one, dict):
            known = by_id.get(one.get("@id", ""), one) if "name" not in one else one
            kinds = _kinds(known)
            name = _words(known.get("name"))
            if name and (not kinds or "Person" in kinds):
                yield name


def _salvaged(script: str) -> list[LinkedArticle]:
    """What can be taken from a script that is no JSON: fields that stand there whole and once."""
    kinds = [kind for kind in _KINDS if re.search(rf'"@type"\s*:\s*\[?\s*"{kind}"', script)]
    if not kinds:
        return []
    published = _once(script, "datePublished")
    person = re.search(r'"author"\s*:\s*\[?\s*\{([^{}]{0,400})\}', script)
    names = []
    if person and re.search(r'"@type"\s*:\s*"Person"', person[1]):
        names = [name for name in [_once(person[1], "name")] if name]
    return [LinkedArticle(_once(script, "headline"), published, tuple(names), kind=min(kinds))]


def _once(script: str, name: str) -> str | None:
    found = set(re.findall(_FIELD.format(name), script))
    if len(found) != 1:
        return None
    value = found.pop()
    try:
        value = json.loads(f'"{value}"', strict=False)
    except ValueError:
        return None
    return clean(html.unescape(value)) or None
