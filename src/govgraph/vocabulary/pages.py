"""How pages of a site are built: layout profiles, as CSS selectors and names of classes, read from RDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cssselect import HTMLTranslator, SelectorError, parse

from govgraph.errors import VocabularyError
from govgraph.model.terms import Genre

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["GENERIC", "PageLayout", "PageRole", "PageRule", "page_layouts"]

GENERIC = "generic"
"""Name of the profile that every page is read with, after the one of its site."""


class PageRole(StrEnum):
    """What an element of a page can be; the program knows these and no others. Where several fit, the first wins."""

    TEXT = "text"
    FURNITURE = "furniture"
    OTHERS = "others"
    ASIDE = "aside"
    ITEM = "item"
    ARTICLE = "article"
    BODY = "body"
    GENRE = "genre"
    KICKER = "kicker"
    TITLE = "title"
    DATE = "date"
    BYLINE = "byline"
    LEAD = "lead"
    CREDIT = "credit"
    CAPTION = "caption"
    QUESTION = "question"
    ANSWER = "answer"
    PULL_QUOTE = "pullQuote"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class PageRule:
    """By which elements a role is borne.

    Attributes:
        role: The role.
        selectors: CSS selectors, sorted.
        names: Patterns that fit a whole class name or id in lower case, sorted by their text.
    """

    role: PageRole
    selectors: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Profile of a site, or of a system that many sites are made with.

    Attributes:
        name: Local part of its IRI.
        hosts: Names of hosts, sorted; those below them are meant too.
        signs: CSS selectors that must all find something on a page of the layout, sorted.
        genre: Genre of its articles if nothing in them says otherwise, or None.
        colon: Whether a headline "Kicker: Title" holds its kicker.
        rules: One for each role that it knows, in the order of the roles.
    """

    name: str
    hosts: tuple[str, ...]
    signs: tuple[str, ...]
    genre: Genre | None
    colon: bool
    rules: tuple[PageRule, ...]

    def rule(self, role: PageRole) -> PageRule | None:
        """Rule of a role, or None."""
        return next((rule for rule in self.rules if rule.role is role), None)

    def is_of(self, host: str) -> bool:
        """Whether a host is one of its own."""
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)


def page_layouts(subjects: Mapping[str, Mapping[str, Sequence[str]]]) -> tuple[PageLayout, ...]:
    """Profiles among the subjects of a vocabulary, sorted by name.

    Args:
        subjects: Values of each IRI by local name of the predicate.

    Raises:
        VocabularyError: A rule names a profile, role or genre that does not exist, a selector is no CSS, a pattern no
            regular expression, or two profiles share a name.
    """
    rules: dict[str, dict[PageRole, tuple[set[str], set[str]]]] = {}
    for iri, value in sorted(subjects.items()):
        if "PageRule" in value["type"]:
            name = _local(iri)
            role = _role(name, value)
            selectors, names = value.get("selector", ()), value.get("namePattern", ())
            if not selectors and not names:
                raise VocabularyError(f"page rule {name}: neither gov:selector nor gov:namePattern; give one")
            if not value.get("ofLayout"):
                raise VocabularyError(f"page rule {name}: no gov:ofLayout; name the profile that it belongs to")
            _check_patterns(name, names)
            _check_selectors(name, selectors)
            for layout in value["ofLayout"]:
                if "PageLayout" not in subjects.get(layout, {"type": ()})["type"]:
                    raise VocabularyError(
                        f"page rule {name}: {layout} is no gov:PageLayout; there are {_all(subjects)}"
                    )
                own = rules.setdefault(layout, {}).setdefault(role, (set(), set()))
                own[0].update(selectors)
                own[1].update(names)
    layouts: dict[str, PageLayout] = {}
    for iri, value in sorted(subjects.items()):
        if "PageLayout" not in value["type"]:
            continue
        found = _layout(_local(iri), value, rules.get(iri, {}))
        if found.name in layouts:
            raise VocabularyError(f"page layout {found.name}: two profiles have this name; rename one")
        layouts[found.name] = found
    return tuple(layouts[name] for name in sorted(layouts))


def _local(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]


def _all(subjects: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    return ", ".join(sorted(_local(iri) for iri, value in subjects.items() if "PageLayout" in value["type"]))


def _role(name: str, value: Mapping[str, Sequence[str]]) -> PageRole:
    found = sorted(set(value.get("pageRole", ())))
    if len(found) != 1:
        raise VocabularyError(f"page rule {name}: {len(found)} values of gov:pageRole; give one")
    try:
        return PageRole(found[0])
    except ValueError:
        allowed = ", ".join(PageRole)
        raise VocabularyError(f"page rule {name}: no role {found[0]!r}; allowed are {allowed}") from None


def _layout(
    name: str, value: Mapping[str, Sequence[str]], rules: Mapping[PageRole, tuple[set[str], set[str]]]
) -> PageLayout:
    signs = tuple(sorted(set(value.get("sign", ()))))
    _check_selectors(name, signs)
    genres = sorted(set(value.get("impliesGenre", ())))
    try:
        genre = Genre(genres[0]) if genres else None
    except ValueError:
        raise VocabularyError(f"page layout {name}: no genre {genres[0]!r}; allowed are {', '.join(Genre)}") from None
    return PageLayout(
        name=name,
        hosts=tuple(sorted({host.lower().removeprefix("www.") for host in value.get("host", ())})),
        signs=signs,
        genre=genre,
        colon="true" in value.get("kickerBeforeColon", ()),
        rules=tuple(
            PageRule(role, tuple(sorted(rules[role][0])), tuple(sorted(rules[role][1])))
            for role in PageRole
            if role in rules
        ),
    )


def _check_selectors(name: str, selectors: Iterable[str]) -> None:
    for selector in sorted(selectors):
        try:
            found = parse(selector)
            for one in found:
                HTMLTranslator().selector_to_xpath(one)
        except SelectorError as error:
            raise VocabularyError(f"{name}: {selector!r} is no CSS selector ({error})") from error
        if any(one.pseudo_element for one in found):
            raise VocabularyError(f"{name}: {selector!r} names a pseudo-element, which no page has; leave it out")


def _check_patterns(name: str, patterns: Iterable[str]) -> None:
    for pattern in sorted(patterns):
        try:
            re.compile(pattern)
        except re.error as error:
            raise VocabularyError(f"{name}: {pattern!r} is no regular expression ({error})") from error
