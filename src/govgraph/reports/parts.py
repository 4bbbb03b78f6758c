"""What a report is made of."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from govgraph.reports.figure import Figure

FEW: Final = 12
"""A section of no more sentences is not divided by Land."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the numbers of the notes that it stands on; `place` is the Land that it is about, if it is one."""

    text: str
    notes: tuple[int, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading; `name` is stable, `title` is in the language of the report."""

    name: str
    title: str
    sentences: tuple[Sentence, ...]

    @property
    def places(self) -> tuple[tuple[str, tuple[Sentence, ...]], ...]:
        """The sentences by Land, those of none last; few stand together under no Land."""
        if len(self.sentences) <= FEW:
            return (("", self.sentences),)
        ordered = sorted(self.sentences, key=lambda one: (not one.place, one.place))
        return tuple((place, tuple(some)) for place, some in groupby(ordered, key=lambda one: one.place))


@dataclass(frozen=True, slots=True)
class HolderRow:
    """An office holder: office, person, since when and when last named, in words.

    `mark` tells of whoever only acts, or is only announced and counts as no holder (`announced`); else it is empty.
    `earlier` are those of whom no article tells since the day that the report begins with.
    """

    office: str
    person: str
    since: str
    seen: str
    notes: tuple[int, ...]
    mark: str = ""
    announced: bool = False
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered quote.

    Attributes:
        number: From 1.
        quote: The words, with marks where they are cut; empty where they are left out.
        source: Number of the article among the sources.
        start: First code point in the article.
        end: One past the last.
    """

    number: int
    quote: str
    source: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """An article, with the numbers of the notes that are from it; its address, or where it was read, as it is."""

    number: int
    title: str
    date: str
    url: str
    origin: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report in one language, ready to be rendered.

    Attributes:
        lang: `de` or `en`.
        title: Its heading.
        subtitle: Of what time it tells.
        summary: How much it tells, in a sentence.
        sections: What has changed, by kind and theme.
        holders: Who holds an office, or is to, by what is known last.
        conflicts: What does not fit together.
        figure: The network, or None if nothing is connected.
        notes: All evidence, by number.
        sources: All articles, by date.
        quads: Size of the graph.
        best: Of many changes those that most sources tell of, the best attested first; empty where there are few.
    """

    lang: str
    title: str
    subtitle: str
    summary: str
    sections: tuple[Section, ...]
    holders: tuple[HolderRow, ...]
    conflicts: tuple[Sentence, ...]
    figure: Figure | None
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    quads: int
    best: tuple[Sentence, ...] = ()
