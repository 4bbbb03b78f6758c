"""Lists of people with what they are beside each name: „A (KGSt), B, Geschäftsführer des Bitkom, sowie C vom CCC“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.second_subjects import opens_clause
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Argument, Sentence

_FROM = frozenset({"von", "vom", "aus"})
_JOINING = frozenset({"und", "sowie"})
_LONGEST = 14
"""Most tokens in brackets, or in an apposition, between two names of a list."""


def join_people(s: Sentence) -> None:
    """Give people of such lists the marker, case and group of the first one."""
    people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.adjective and a.bracket is None]
    if len(people) < 2:
        return
    run: list[Argument] = []
    for a in people:
        mark = _between(s, run[-1], a) if run else ""
        if not mark:
            run = [a]
            continue
        run.append(a)
        if mark in _JOINING:
            _share(run)
            run = [a]


def _share(run: Sequence[Argument]) -> None:
    first = run[0]
    if first.marker not in {"np", "von"}:
        return
    for a in run[1:]:
        if a.marker == "np" and a.head < 0:
            a.marker, a.head, a.group = first.marker, first.head, first.group
            a.cases = "".join(c for c in first.cases if c in a.cases) or first.cases


def _between(s: Sentence, a: Argument, b: Argument) -> str:
    """What joins two names, past an aside on the first: „,“, „und“ or „sowie“; empty if they are not joined."""
    i = _end_of_aside(s, a, b.begin)
    mark = s.low_at(i)
    if mark == "," and s.low_at(i + 1) in _JOINING and i + 2 == b.begin:
        return s.low_at(i + 1)
    if mark in _JOINING and i + 1 < b.first and not _ends_clause(s, a, b) and _is_titled(s, i + 1, b):
        return mark
    return mark if mark in _JOINING | {","} and i + 1 == b.begin else ""


def _ends_clause(s: Sentence, a: Argument, b: Argument) -> bool:
    """„Den Beirat leitet A und der Landrat, B, führt den Verein“: a verb before the one and right after the other."""
    verbs = {at for clause in s.clauses for _, at, _ in clause.lemmas}
    after = b.last + (s.text_at(b.last) == ",")
    return opens_clause(s, a.last - 1, b) or (after in verbs and any(at < a.first for at in verbs))


def _is_titled(s: Sentence, start: int, b: Argument) -> bool:
    """„… und die frühere Staatsrätin Anna Weber“, „… und der Landrat von Hof, Jens Ott“: a title before a name."""
    titles = [a for a in s.arguments if a.role is not None and a.begin <= start + 1 and start <= a.first < b.first]
    title = next((a for a in titles if a.marker == "np"), None)
    if title is None or b.first - start > _LONGEST:
        return False
    end = b.first - 1 if s.text_at(b.first - 1) == "," else b.first
    for j in range(start, end):
        a = s.taken.get(j)
        if a is not None:
            if a.type is EntityType.PERSON and not a.reference:
                return False
            continue
        behind = s.lower[j] in DETERMINERS or s.lower[j] in PREPOSITIONS
        if not (behind if j > title.first else s.tokens[j].text[0].islower()):
            return False
    return True


def _end_of_aside(s: Sentence, a: Argument, end: int) -> int:
    """One past the brackets, the body after „von“ or the apposition that follows a name."""
    i = a.last
    if s.text_at(i) == "(":
        closing = next((j for j in range(i + 1, min(i + _LONGEST, end)) if s.tokens[j].text == ")"), -1)
        return closing + 1 if closing > 0 else i
    if s.low_at(i) in _FROM:
        body = next((b for b in s.arguments if b.begin == i and b.type is EntityType.ORGANISATION), None)
        return body.last if body is not None and body.last <= end else i
    title = s.taken.get(i + 1)
    if s.text_at(i) != "," or title is None or title.role is None:
        return i
    j = i + 1
    while j < min(end, i + _LONGEST) and (j in s.taken or (s.tokens[j].text != "," and s.lower[j] not in _JOINING)):
        if j not in s.taken and s.lower[j] not in DETERMINERS and s.lower[j] not in PREPOSITIONS:
            return i
        j += 1
    return j
