"""What the program of a page knows of its articles: values that it keeps in scripts and does not always show."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from govgraph.sources.html.names import people
from govgraph.sources.html.titles import folded
from govgraph.sources.keys import fields_of, named_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govgraph.sources.documents import Told

__all__ = ["author_names", "embedded_articles"]

_LARGEST = 2_000_000
_MOST_NODES = 20_000
_DEEPEST = 16
_MOST_STARTS = 50
_SHORTEST_TITLE = 5
_PUSHED = re.compile(r'\.push\(\[\d+,\s*("(?:[^"\\]|\\.)*")\s*\]\)')
_OF_PAGE = re.compile(r"^(?:article|page|content|post|story|news)[_-]?(?=[A-Z_-]|title|headline|author|date)")
_START = re.compile(r'[{\[](?=\s*(?:"|\{|\[))')


def embedded_articles(scripts: Iterable[str]) -> dict[str, Told]:
    """What objects in scripts say that have a title and a day or an author, by the letters of the title.

    Of several with one title the first counts. Scripts that hold no JSON are left alone.
    """
    found: dict[str, Told] = {}
    for script in scripts:
        if len(script) > _LARGEST:
            continue
        for node in _nodes([value for text in _texts(script) for value in _values(text)]):
            node = {_OF_PAGE.sub("", key): value for key, value in node.items()}
            fields = fields_of(node)
            if "title" not in fields or not ("date" in fields or "authors" in fields):
                continue
            told = named_values(node).told
            if told.title and len(told.title) >= _SHORTEST_TITLE and (told.date or told.authors):
                found.setdefault(folded(told.title), told)
    return found


def author_names(told: Told | None) -> tuple[str, ...]:
    """Names of people among the authors of one of them."""
    return () if told is None else people(told.authors)


def _texts(script: str) -> list[str]:
    """A script, or the strings that it hands on piece by piece, as one text each."""
    pushed = _PUSHED.findall(script)
    if not pushed:
        return [script]
    try:
        return ["".join(json.loads(words, strict=False) for words in pushed)]
    except ValueError:
        return []


def _values(text: str) -> Iterator[Any]:
    """Objects and lists of JSON in a text, the outermost ones."""
    decoder = json.JSONDecoder(strict=False)
    at = starts = 0
    while starts < _MOST_STARTS and (match := _START.search(text, at)) is not None:
        starts += 1
        try:
            value, at = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            at = match.end()
            continue
        yield value


def _nodes(values: list[Any]) -> Iterator[Mapping[str, Any]]:
    """All objects in some values, outer ones first, as deep as pages nest them."""
    queue: list[tuple[Any, int]] = [(value, 0) for value in values]
    for seen, (one, depth) in enumerate(queue):
        if seen > _MOST_NODES:
            return
        if isinstance(one, dict):
            yield one
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        if depth < _DEEPEST:
            queue += [(part, depth + 1) for part in inner if isinstance(part, dict | list)]
