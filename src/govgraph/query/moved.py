"""Words that stood for one thing in the older graph and stand for another in the newer.

Two builds may read the same sentence unlike: a name is resolved otherwise, two people are judged to be one, a rule was
mended. Then nobody has come or gone in the world. That is told from the words: the one has lost them, the other gained.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from govgraph.query.states import Key

Words = Mapping[str, frozenset[Key]]
"""Thing → the words that put it in its place."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Things whose words have moved, both sorted.

    Attributes:
        before: Those that had the words.
        after: Those that have them.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]


def moved(before: Words, after: Words) -> tuple[Moved, ...]:
    """Groups of things in one place (an office, an end of a relation) among which words have moved.

    A thing that is new stands there by words moved to it if all its words were lost by others; one that is gone, if
    others have gained all of its words. Turning the graphs round turns each group round.
    """
    lost = {thing: words - after.get(thing, frozenset()) for thing, words in before.items()}
    gained = {thing: words - before.get(thing, frozenset()) for thing, words in after.items()}
    new, gone = _explained(after, before, lost), _explained(before, after, gained)
    if not new and not gone:
        return ()
    links: dict[tuple[bool, str], set[tuple[bool, str]]] = defaultdict(set)
    for one, words in lost.items():
        for other, others in gained.items():
            if (one in gone or other in new) and words & others:
                links[False, one].add((True, other))
                links[True, other].add((False, one))
    return tuple(sorted(_groups(links), key=lambda group: (group.before, group.after)))


def _explained(words: Words, opposite: Words, given: Words) -> frozenset[str]:
    """Things that the opposite side lacks and whose words others have given, all of them."""
    lacking = [thing for thing in words if thing not in opposite and words[thing]]
    pool = frozenset(one for own in given.values() for one in own) if lacking else frozenset()
    return frozenset(thing for thing in lacking if words[thing] <= pool)


def _groups(links: Mapping[tuple[bool, str], set[tuple[bool, str]]]) -> list[Moved]:
    groups: list[Moved] = []
    left = set(links)
    while left:
        group, open_ = set(), [min(left)]
        while open_:
            node = open_.pop()
            if node not in group:
                group.add(node)
                open_.extend(links[node])
        left -= group
        sides = (tuple(sorted(thing for newer, thing in group if newer is side)) for side in (False, True))
        groups.append(Moved(*sides))
    return groups
