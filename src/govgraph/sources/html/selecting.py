"""Which profile a page has, and which elements bear a role in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cssselect import HTMLTranslator, parse
from lxml import etree

from govgraph.sources.html.tree import Element, classes
from govgraph.vocabulary.pages import GENERIC, PageLayout, PageRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govgraph.vocabulary.layouts import Layouts

__all__ = ["Profiles", "Roles", "profiles_of"]

# Selectors that look from one element down to another take time that grows with the square of the depth.
_DEEP = 300
# As bundlers name the classes of a component: "Headline_root__x8Yz2".
_HASHED = re.compile(r"(?:_root|_wrapper)?_{1,2}(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{5,6}$")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WRAPPERS = frozenset({"html", "body"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Roles of a page's elements.

    Attributes:
        layout: Profile that fitted, or None for the generic one alone.
        own: Roles that this profile gives.
        general: Roles that the generic profile gives to elements without one of their own.
        guessed: Elements of `general` that are known by the name of their class alone.
    """

    layout: PageLayout | None
    own: Mapping[Element, PageRole]
    general: Mapping[Element, PageRole]
    guessed: frozenset[Element]

    def of(self, element: Element) -> PageRole | None:
        """Role of an element, or None."""
        return self.own.get(element) or self.general.get(element)


class _Selector:
    """A selector with the names that must be on a page for it to find anything there."""

    def __init__(self, words: str) -> None:
        self._paths: list[tuple[frozenset[str], bool, etree.XPath]] = []
        for one in parse(words):
            needs: set[str] = set()
            reaching = _collect(one.parsed_tree, needs)
            self._paths.append((frozenset(needs), reaching, etree.XPath(HTMLTranslator().selector_to_xpath(one))))

    def find(self, root: Element, names: frozenset[str], *, deep: bool) -> list[Element]:
        found: list[Element] = []
        for needs, reaching, path in self._paths:
            if needs <= names and not (deep and reaching):
                found += path(root)
        return found


def _collect(node: object, needs: set[str]) -> bool:
    """Add the names that a selector asks for; gives whether it looks from one element to another."""
    kind = type(node).__name__
    if kind == "Class":
        needs.add(f".{node.class_name}")  # type: ignore[attr-defined]
    elif kind == "Hash":
        needs.add(f"#{node.id}")  # type: ignore[attr-defined]
    elif kind == "Element" and node.element:  # type: ignore[attr-defined]
        needs.add(node.element.lower())  # type: ignore[attr-defined]
    elif kind == "Attrib":
        needs.add(f"[{node.attrib.lower()}]")  # type: ignore[attr-defined]
    reaching = kind in ("CombinedSelector", "Relation")
    # What stands in :not(…), :is(…) or :has(…) need not be there.
    for part in ("selector", "subselector") if kind == "CombinedSelector" else ("selector",):
        inner = getattr(node, part, None)
        if inner is not None and not isinstance(inner, str):
            reaching = _collect(inner, needs) or reaching
    return reaching


class _Profile:
    def __init__(self, layout: PageLayout) -> None:
        self.layout = layout
        self._signs = [_Selector(words) for words in layout.signs]
        self._rules = [(rule.role, [_Selector(words) for words in rule.selectors]) for rule in layout.rules]
        self._names = [
            (rule.role, re.compile("|".join(f"(?:{name})" for name in rule.names)))
            for rule in layout.rules
            if rule.names
        ]
        self._known: dict[str, PageRole | None] = {}

    def fits(self, root: Element, names: frozenset[str], *, deep: bool) -> bool:
        return bool(self._signs) and all(sign.find(root, names, deep=deep) for sign in self._signs)

    def selected(self, root: Element, names: frozenset[str], *, deep: bool) -> dict[Element, PageRole]:
        found: dict[Element, PageRole] = {}
        for role, selectors in self._rules:
            for selector in selectors:
                for element in selector.find(root, names, deep=deep):
                    found.setdefault(element, role)
        return found

    def named(self, words: Iterable[str]) -> PageRole | None:
        """Role that the first of some class names gives; of several, the first in the order of the roles."""
        roles = [role for word in words if (role := self._named(word)) is not None]
        return min(roles, key=_ORDER.__getitem__) if roles else None

    def _named(self, word: str) -> PageRole | None:
        if word not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            folded = word.lower()
            bare = _HASHED.sub("", word).lower()
            forms = dict.fromkeys((folded, bare, _CAMEL.sub("-", word).lower()))
            self._known[word] = next(
                (role for form in forms for role, names in self._names if names.fullmatch(form)), None
            )
        return self._known[word]


_ORDER = {role: number for number, role in enumerate(PageRole)}


class Profiles:
    """All profiles, ready to be used. One for each set of layouts."""

    def __init__(self, layouts: Layouts) -> None:
        self._profiles = [_Profile(layout) for layout in layouts.pages if layout.name != GENERIC]
        self._generic = next((_Profile(layout) for layout in layouts.pages if layout.name == GENERIC), None)

    def roles(self, root: Element, hosts: Iterable[str]) -> Roles:
        """Roles of a page's elements.

        The profile is one whose host is the first known host of the page, or else one whose signs are all there, the
        one with most signs first.

        Args:
            root: Of the page.
            hosts: Hosts that it is said to be of, the surest first.
        """
        named, names, depth = _names(root)
        deep = depth > _DEEP
        profile = self._profile(root, names, tuple(hosts), deep=deep)
        own: dict[Element, PageRole] = {}
        if profile is not None:
            own = profile.selected(root, names, deep=deep)
            own |= {
                element: role
                for element, words in named
                if element not in own and (role := profile.named(words)) is not None
            }
        general: dict[Element, PageRole] = {}
        guessed: set[Element] = set()
        if self._generic is not None:
            general = self._generic.selected(root, names, deep=deep)
            for element, words in named:
                if element not in general and element not in own:
                    role = self._generic.named(words)
                    if role is not None:
                        general[element] = role
                        guessed.add(element)
        return Roles(profile.layout if profile else None, own, general, frozenset(guessed))

    def named(self, element: Element) -> PageRole | None:
        """Role that the class names of an element give it on any page: „<aside class="promo">“ is furniture."""
        return self._generic.named(classes(element)) if self._generic is not None else None

    def _profile(self, root: Element, names: frozenset[str], hosts: tuple[str, ...], *, deep: bool) -> _Profile | None:
        for host in hosts:
            for profile in self._profiles:
                if profile.layout.is_of(host):
                    return profile
        fitting = [profile for profile in self._profiles if profile.fits(root, names, deep=deep)]
        return max(fitting, key=lambda profile: len(profile.layout.signs), default=None)


def _names(root: Element) -> tuple[list[tuple[Element, list[str]]], frozenset[str], int]:
    """Elements with their class names, all names on the page as selectors ask for them, and the depth of the page."""
    named: list[tuple[Element, list[str]]] = []
    names: set[str] = set()
    depth = deepest = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        deepest = max(deepest, depth)
        names.add(element.tag)
        names.update(f"[{key}]" for key in element.attrib)
        own = classes(element)
        if "-" in element.tag:
            own = [*own, element.tag]  # an element of the page's own make says by its name what it is
        if own:
            names.update(f".{word}" for word in own)
            names.add(f"#{element.get('id')}")
            if element.tag not in _WRAPPERS:
                named.append((element, own))
    return named, frozenset(names), deepest


@lru_cache(maxsize=4)
def profiles_of(layouts: Layouts) -> Profiles:
    """Profiles made ready, once."""
    return Profiles(layouts)
