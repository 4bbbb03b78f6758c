"""Who had or has an office before or after another, by an adverb and a name: „Früher leitete ihn A, heute B.“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.extract.state import Argument, OfficeDraft, Sentence

_NOW = ("derzeit", "gegenwärtig", "heute", "inzwischen", "jetzt", "mittlerweile", "nun", "seitdem", "seither")
_THEN = ("anschließend", "danach", "darauf", "später")
_EARLIER = ("davor", "früher", "vorher", "zuvor")
_ADVERBS: Mapping[str, Status] = {
    **dict.fromkeys(_NOW, Status.CURRENT),
    **dict.fromkeys((*_THEN, *_EARLIER), Status.FORMER),
}
"""Adverbs before the second name, with whether who bears it has the office now."""
_BEING = frozenset({"ist", "war"})
_AGAIN = frozenset({"das", "es"})
_ENDS = frozenset({"", ",", ".", ";", "(", ":", "–"})
_BRACKET = 4
"""Most tokens of „(SPD)“ behind a name."""
_OPENERS = frozenset({"von", "vom"})


def one_after_another(offices: Sequence[OfficeDraft]) -> Iterator[OfficeDraft]:
    """The offices with those of whom an adverb joins to their holder; who is followed „heute“ has it no more.

    Args:
        offices: Offices of the article, by verbs or titles.
    """
    known = {(id(o.person), o.role.name) for o in offices}
    done: set[tuple[int, str]] = set()
    told = [None if o.how != "clause" or o.body is None else _other(o) for o in offices]
    now = {
        (id(found[0].draft), o.role.name, id(o.sentence))
        for o, found in zip(offices, told, strict=True)
        if found is not None and found[1] is Status.CURRENT
    }
    for o, found in zip(offices, told, strict=True):
        if (id(o.person), o.role.name, id(o.sentence)) in now:
            # „leitete bis 2016 A, seither B“: the verb is that of A
            yield replace(o, status=Status.CURRENT, since=None, until=None)
            continue
        if found is None or o.status is Status.DESIGNATED:
            yield o
            continue
        other, status = found
        yield replace(o, status=Status.FORMER) if status is Status.CURRENT else o
        key = (id(other.draft), o.role.name)
        if other.draft is not None and key not in known and key not in done:
            done.add(key)
            role = replace(o.role, holders=[other.draft], status=None)
            yield replace(
                o, person=other.draft, role=role, status=status, since=None, until=None, rule="one-after-another"
            )


def _other(o: OfficeDraft) -> tuple[Argument, Status] | None:
    """Whom the sentence names behind the holder, a comma and an adverb, and nothing else of it."""
    s = o.sentence
    own = [a for a in s.arguments if a.draft is o.person and not a.reference]
    last = max(own, key=lambda a: a.first, default=None)
    if last is None:
        return None
    comma = _behind(s, last)
    adverb = s.low_at(comma + 1)
    if s.text_at(comma) != "," or adverb not in _ADVERBS:
        return None
    start = comma + 2
    if s.low_at(start) in _BEING and s.low_at(start + 1) in _AGAIN:
        # „…, heute ist es Jens Ott“
        start += 2
    if s.low_at(start) in _OPENERS:
        start += 1
    name = s.taken.get(start)
    if name is None or name.first != start or name.type is not EntityType.PERSON or name.draft is o.person:
        return None
    return (name, _ADVERBS[adverb]) if s.text_at(name.last) in _ENDS else None


def _behind(s: Sentence, name: Argument) -> int:
    """Token behind a name and a party in brackets."""
    if s.text_at(name.last) != "(":
        return name.last
    closing = next((i for i in range(name.last, name.last + _BRACKET) if s.text_at(i) == ")"), name.last - 1)
    return closing + 1
