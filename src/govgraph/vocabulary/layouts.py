"""What stands around the text of an article: marks by which lines of a page are recognised, read from RDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import pyoxigraph as ox

from govgraph.errors import VocabularyError
from govgraph.model.identifiers import NAMESPACE
from govgraph.model.terms import BlockKind, Genre
from govgraph.vocabulary.pages import PageLayout, page_layouts
from govgraph.vocabulary.resources import ontology_dir, stamped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["Extent", "LayoutMark", "LayoutRole", "Layouts", "load_layouts"]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_FRAGMENT = re.compile(r"\{([a-z]+)\}")
_DEEPEST = 8
_FIRST_NAMES = "/list/first-names"


class LayoutRole(StrEnum):
    """Functions that a mark can have; the program knows these and no others."""

    PAGE_DATE = "pageDate"
    DATE_LINE = "dateLine"
    LEAD_DATE = "leadDate"
    AGENCY = "agency"
    LIST_HEAD = "listHead"
    SECTION = "section"
    NUMBERED = "numbered"
    EDITION = "edition"
    MAIL = "mail"
    QUOTED = "quoted"
    MINUTES = "minutes"
    SITTING = "sitting"
    MORE = "more"
    GENRE_MARK = "genreMark"
    CREDIT = "credit"
    CREDIT_TAIL = "creditTail"
    PHOTO = "photo"
    BYLINE = "byline"
    BYLINE_TAIL = "bylineTail"
    LEAD_BYLINE = "leadByline"
    BIOGRAPHY = "biography"
    RELEASE = "release"
    ISSUER = "issuer"
    BACKGROUND = "background"
    CONTACT = "contact"
    CONTACT_LINE = "contactLine"
    AD = "ad"
    AD_END = "adEnd"
    AD_TEXT = "adText"
    LINKS = "links"
    FURNITURE = "furniture"
    FOOTER = "footer"
    ADDRESS = "address"
    PERSONNEL = "personnel"
    ADDRESSED = "addressed"
    FIRST_PERSON = "firstPerson"


class Extent(StrEnum):
    """How far a mark reaches from the line that bears it."""

    LINE = "line"
    GROUP = "group"
    LINKS = "links"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class LayoutMark:
    """One mark of the ontology.

    Attributes:
        name: Local part of its IRI.
        role: Function of the mark.
        kind: Kind of the block that a line with the mark becomes.
        patterns: Compiled patterns, sorted by their text.
        extent: How far it reaches.
        genre: Genre that it gives away, or None.
    """

    name: str
    role: LayoutRole
    kind: BlockKind
    patterns: tuple[re.Pattern[str], ...]
    extent: Extent = Extent.LINE
    genre: Genre | None = None


# Compared by identity, so that what is compiled from it can be kept beside it.
@dataclass(frozen=True, slots=True, eq=False)
class Layouts:
    """All marks, grouped by role and sorted by name, the word lists, and the profiles of sites.

    Attributes:
        marks: Marks of each role.
        words: Word lists by name; a list that no file declares is missing here.
        pages: Profiles of HTML pages, sorted by name.
    """

    marks: Mapping[LayoutRole, tuple[LayoutMark, ...]]
    words: Mapping[str, frozenset[str]]
    pages: tuple[PageLayout, ...] = ()

    def of(self, role: LayoutRole) -> tuple[LayoutMark, ...]:
        """Marks of a role, possibly none."""
        return self.marks.get(role, ())

    def word_list(self, name: str) -> frozenset[str]:
        """Words of a list, possibly none."""
        return self.words.get(name, frozenset())

    def frequent_words(self) -> dict[str, frozenset[str]]:
        """The most frequent words of each language that is told apart, by its tag."""
        prefix = "language-"
        return {name.removeprefix(prefix): found for name, found in self.words.items() if name.startswith(prefix)}


def load_layouts(extra: Sequence[Path] = ()) -> Layouts:
    """Marks of `ontology/layouts.ttl`, profiles of `ontology/pages.ttl`, and what further Turtle files add to them.

    The first names of `ontology/first-names.ttl` are the word list `firstNames`.

    Raises:
        VocabularyError: A file is not Turtle, or a mark or profile names a role, kind, extent, genre or fragment
            that does not exist, or a pattern is no regular expression, or a selector no CSS.
    """
    folder = ontology_dir()
    return _load(tuple(stamped((folder / "layouts.ttl", folder / "pages.ttl", folder / "first-names.ttl", *extra))))


@lru_cache(maxsize=8)
def _load(files: tuple[tuple[Path, int, int], ...]) -> Layouts:
    subjects = _subjects(tuple(path for path, _, _ in files))
    fragments = {
        value["fragmentName"][0]: value["pattern"][0]
        for _, value in sorted(subjects.items())
        if "LayoutFragment" in value["type"] and "fragmentName" in value and "pattern" in value
    }
    marks: dict[LayoutRole, list[LayoutMark]] = {}
    words: dict[str, set[str]] = {}
    for iri, value in sorted(subjects.items()):
        if "LayoutMark" in value["type"]:
            mark = _mark(iri, value, fragments)
            marks.setdefault(mark.role, []).append(mark)
        elif "LayoutWords" in value["type"]:
            for name in value.get("listName", ()):
                words.setdefault(name, set()).update(value.get("form", ()))
        elif "WordList" in value["type"] and _FIRST_NAMES in iri:
            words.setdefault("firstNames", set()).update(value.get("form", ()))
    return Layouts(
        marks=MappingProxyType({role: tuple(found) for role, found in marks.items()}),
        words=MappingProxyType({name: frozenset(found) for name, found in words.items()}),
        pages=page_layouts(subjects),
    )


def _subjects(paths: tuple[Path, ...]) -> dict[str, dict[str, list[str]]]:
    """Values of each subject by local name of the predicate, for predicates of our own namespace and `type`."""
    subjects: dict[str, dict[str, list[str]]] = {}
    for path in paths:
        try:
            triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
        except (SyntaxError, ValueError, OSError) as error:
            raise VocabularyError(f"{path}: not readable as Turtle ({error}); mend the file or leave it out") from error
        for triple in triples:
            predicate, subject, value = triple.predicate.value, triple.subject, triple.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
                continue
            if predicate == _TYPE:
                name = "type"
            elif predicate.startswith(NAMESPACE):
                name = predicate.removeprefix(NAMESPACE)
            else:
                continue
            subjects.setdefault(subject.value, {"type": []}).setdefault(name, []).append(
                value.value.removeprefix(NAMESPACE)
            )
    return subjects


def _mark(iri: str, value: dict[str, list[str]], fragments: dict[str, str]) -> LayoutMark:
    name = iri.rsplit("/", 1)[-1]
    try:
        return LayoutMark(
            name=name,
            role=LayoutRole(_only(name, value, "layoutRole")),
            kind=BlockKind(_only(name, value, "blockKind")),
            patterns=tuple(_compile(name, pattern, fragments) for pattern in sorted(value.get("pattern", ()))),
            extent=Extent(value.get("extent", ["line"])[0]),
            genre=Genre(value["impliesGenre"][0]) if "impliesGenre" in value else None,
        )
    except ValueError as error:
        raise VocabularyError(f"layout mark {name}: {error}; see the enumerations of govgraph.vocabulary") from error


def _only(name: str, value: dict[str, list[str]], key: str) -> str:
    found = value.get(key, [])
    if len(set(found)) != 1:
        raise VocabularyError(f"layout mark {name}: {len(found)} values of gov:{key}; give one")
    return found[0]


def _compile(name: str, pattern: str, fragments: dict[str, str]) -> re.Pattern[str]:
    whole = pattern
    for _ in range(_DEEPEST):
        if not _FRAGMENT.search(whole):
            break
        missing = sorted(set(_FRAGMENT.findall(whole)) - set(fragments))
        if missing:
            raise VocabularyError(
                f"layout mark {name}: no fragment {missing[0]!r}; there are {', '.join(sorted(fragments))}"
            )
        whole = _FRAGMENT.sub(lambda match: fragments[match[1]], whole)
    else:
        raise VocabularyError(f"layout mark {name}: fragments contain one another; write them apart")
    try:
        return re.compile(whole)
    except re.error as error:
        raise VocabularyError(f"layout mark {name}: {pattern!r} is no regular expression ({error})") from error
