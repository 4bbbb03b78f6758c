"""Times inside attributes: „das künftig von A betriebene Portal X“, „das bis 2022 vom Land geförderte Projekt X“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Argument, FactDraft, Sentence
    from govgraph.language.dates import DateSpan

_AHEAD = frozenset({"demnächst", "künftig", "zukünftig"})
_STILL = frozenset({"schon", "seit"})
_FROM = frozenset({"ab", "vom", "von"})
_BEGINNING = re.compile(r"end(?:e[mnrs]?)?$")
"""How participles end that tell in the present: „das im Mai startende Portal“, not „das im Mai gestartete Portal“."""
_YEAR = 4
_HALF_A_YEAR = 6
_RUNNING = ("betrieben", "bereitgestellt", "angeboten", "gepflegt")
"""Participles for what goes on with a work, not for how it has come about."""
_SHORTEST = 4
"""How many words a phrase with such an attribute has before its name at least."""
_STATES = frozenset({Predicate.IMPLEMENTS, Predicate.FUNDS, Predicate.MEMBER_OF, Predicate.PILOTS})


def settle_attributes(facts: Sequence[FactDraft], words: Callable[[str], frozenset[str]], date: str | None) -> None:
    """Change the modality of what an attribute states by the time that stands in it.

    Args:
        facts: What sentences state.
        words: Word lists by name.
        date: Date of the article.
    """
    over = words("former-adverbs")
    for fact in facts:
        if fact.modality is not Modality.ASSERTED:
            continue
        inside = _attribute(fact)
        if not inside:
            continue
        s = fact.sentence
        low = [s.lower[i] for i in inside]
        days = [d for d in s.dates if s.token_range(d.start, d.end)[0] in inside] if date is not None else []
        if not _AHEAD.isdisjoint(low) or any(_is_to_come(s, d, low[-1], date or "") for d in days):
            fact.modality = Modality.PLANNED
        elif (
            (fact.predicate in _STATES or low[-1].startswith(_RUNNING))
            and _STILL.isdisjoint(low)
            and (
                not over.isdisjoint(low)
                or any(d.lead == "until" and d.value < (date or "")[: len(d.value)] for d in days)
            )
        ):
            fact.modality = Modality.ENDED


def _is_to_come(s: Sentence, day: DateSpan, participle: str, today: str) -> bool:
    """„im März 2025 eingeführt“, „ab Mai genutzt“, „im Mai startend“, not „im Dezember gestartet“, told in January."""
    if day.lead == "until" or day.value <= today:
        return False
    first, last = s.token_range(day.start, day.end)
    words = [s.lower[i] for i in range(first, last)]
    if any(day.value[:_YEAR] in word for word in words):
        return True
    months = [12 * int(value[:_YEAR]) + int(value[_YEAR + 1 : _YEAR + 3] or 1) for value in (day.value, today)]
    if months[0] - months[1] > _HALF_A_YEAR:
        return False
    return bool(_BEGINNING.search(participle)) or not _FROM.isdisjoint([s.low_at(first - 1), *words[:1]])


def _attribute(fact: FactDraft) -> range:
    """The words from the article of a name to the participle before it, where they name the other end of a fact."""
    s = fact.sentence
    for thing, other in ((fact.object, fact.subject), (fact.subject, fact.object)):
        for a in s.arguments:
            if a.draft is not thing or a.adjective or a.first - a.begin < _SHORTEST:
                continue
            named = [b for b in s.arguments if b.draft is other]
            if named and all(a.begin <= b.begin and b.last < a.first for b in named):
                return range(a.begin, _participle(s, named[0], a) + 1)
    return range(0)


def _participle(s: Sentence, inner: Argument, outer: Argument) -> int:
    """Where the participle stands that an attribute ends with."""
    behind = range(inner.last, outer.first)
    return next((i for i in reversed(behind) if s.tokens[i].inflected and s.text_at(i)[:1].islower()), outer.first - 1)
