"""An article's text cut where statements begin and end, so that a page can mark each of them in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text.

    Attributes:
        start: First code point.
        end: One past the last.
        quote: Its words, or a part of them that begins at `start`; empty where they are not known.
    """

    start: int
    end: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text over which the same spans run.

    Attributes:
        text: Its words; empty where they are not known.
        start: First code point.
        end: One past the last.
        spans: Places, in the list of spans, of those that run over it.
    """

    text: str
    start: int
    end: int
    spans: tuple[int, ...]


def marked(text: str | None, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """Pieces of a text in order, each under the spans that run over it.

    Args:
        text: The whole text; None if only the quotes of the spans are known. Then a piece without words is a gap.
        spans: What is to be marked; they may overlap. What lies outside of the text is left out.

    >>> [(one.text, one.spans) for one in marked("Anna leitet.", [Span(0, 4), Span(0, 11)])]
    [('Anna', (0, 1)), (' leitet', (1,)), ('.', ())]
    """
    length = max((one.end for one in spans), default=0) if text is None else len(text)
    cuts = sorted({0, length, *(min(max(at, 0), length) for one in spans for at in _cuts(one))})
    pieces = []
    coming = sorted(range(len(spans)), key=lambda at: spans[at].start, reverse=True)
    running: list[int] = []
    for start, end in pairwise(cuts):
        while coming and spans[coming[-1]].start <= start:
            running.append(coming.pop())
        running = [at for at in running if end <= spans[at].end]
        over = tuple(sorted(running))
        words = text[start:end] if text is not None else _quoted(start, end, (spans[at] for at in over))
        pieces.append(Piece(words, start, end, over))
    return tuple(pieces)


def _cuts(span: Span) -> tuple[int, ...]:
    told = span.start + len(span.quote)
    return (span.start, told, span.end) if span.quote and told < span.end else (span.start, span.end)


def _quoted(start: int, end: int, spans: Iterable[Span]) -> str:
    for one in spans:
        words = one.quote[start - one.start : end - one.start]
        if len(words) == end - start:
            return words
    return ""
