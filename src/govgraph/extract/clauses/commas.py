"""Commas that part no clauses: those of lists, and those around a title inside a relative clause."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.marks import FINITE
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS, RELATIVES, WHOSE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_MARKS = frozenset({",", ";", ":", "–", "—", "(", ")", "„", "“"})
_FURTHER = frozenset({"sowie", "insbesondere", "darunter", "unter", "und"})
_FURTHER_PAIRS = frozenset(
    {("aber", "auch"), ("vor", "allem"), ("nicht", "aber"), ("zum", "beispiel"), ("wie", "etwa")}
)
"""Words after a comma that go on with a list."""
_EITHER = frozenset({"als", "bis", "da", "damit", "seit", "so", "während", "wie"})
"""Words that open a clause, or a phrase, or are adverbs."""
_TWO = 2
_CLOSE = frozenset({".", "!", "?"})


def inserted_commas(s: Sentence, verbs: list[str]) -> set[int]:
    """Commas around a title inside a relative clause: „, in dem Anna Weber, Präsidentin des BVA, den Vorsitz führt“."""
    if not any(low in RELATIVES for low in s.lower):
        return set()
    commas: set[int] = set()
    for a in s.arguments:
        if a.role is None or s.text_at(a.begin - 1) != ",":
            continue
        opening, close = a.begin - 1, a.last
        while close < len(s.tokens) and s.tokens[close].text not in _MARKS:
            close += 1
        start = next((i for i in range(opening - 1, -1, -1) if s.tokens[i].text in _MARKS), -1)
        first = start + 2 if s.low_at(start + 1) in PREPOSITIONS else start + 1
        person = s.taken.get(opening - 1)
        if (
            s.text_at(start) == s.text_at(close) == ","
            and s.low_at(first) in RELATIVES
            and first not in s.taken
            and person is not None
            and person.first > first
            and not any(verbs[start:close])
        ):
            commas |= {opening, close}
    return commas


def apposed_commas(s: Sentence, verbs: list[str], openers: frozenset[str]) -> set[int]:
    """Commas around a name said of the noun before, after which its clause goes on without a verb of its own.

    „Im Mai richtet Söders Haus, die Staatskanzlei, in Fulda den Kongress aus“.
    """
    commas: set[int] = set()
    for a in s.arguments:
        opening, close = a.begin - 1, a.last
        if a.draft is None or a.marker != "np" or a.begin == a.first or s.text_at(opening) != ",":
            continue
        if s.low_at(a.begin) in openers:
            # „…, nachdem Anna Weber, eine Juristin, gegangen war“
            continue
        if s.text_at(close) != "," or a.adjective or any(b.group == a.group and b is not a for b in s.arguments):
            continue
        start = next((i for i in range(opening - 1, -1, -1) if s.tokens[i].text in _MARKS), -1) + 1
        end = next((i for i in range(close + 1, len(s.tokens)) if s.tokens[i].text in _MARKS), len(s.tokens))
        goes_on = FINITE.isdisjoint(verbs[close:end]) and end > close + 2 and s.low_at(close + 1) not in _FURTHER
        # „A, die Polizei, der Zoll und B“ is a list
        goes_on = goes_on and not (s.low_at(close + 1) in DETERMINERS and "und" in s.lower[close:end])
        if goes_on and not FINITE.isdisjoint(verbs[start:opening]) and s.text_at(opening - 1)[:1].isupper():
            commas |= {opening, close}
    return commas


def interrupted_commas(s: Sentence, verbs: list[str], openers: frozenset[str]) -> set[int]:
    """Commas around what has no verb inside a clause: „…, weil die Stadt Ulm, Mitglied der KISA, X eingeführt hat“.

    Args:
        s: The sentence.
        verbs: Kind of verb of each token.
        openers: Words that open a clause whose verb comes last.
    """
    if openers.isdisjoint(s.lower) and "seit" not in s.lower:
        return set()
    marks = [i for i, token in enumerate(s.tokens) if token.text in _MARKS and i not in s.taken]
    ends = [*marks, len(s.tokens) - 1]
    commas: set[int] = set()
    for start, opening, close, end in zip([-1, *marks], ends, ends[1:], ends[2:], strict=False):
        if s.low_at(start + 1) not in openers and s.low_at(start + 1) not in _EITHER:
            continue
        if s.low_at(start + 1) in _EITHER and not _opens_with_somebody(s, start + 1):
            continue
        if s.text_at(opening) != "," or s.text_at(close) != "," or any(verbs[start + 1 : close]):
            continue
        last = verbs[end - 1] if end > close + _TWO else ""
        if last in FINITE and verbs[close + 1] not in FINITE:
            commas |= {opening, close}
    return commas


def _opens_with_somebody(s: Sentence, i: int) -> bool:
    """„seit Anna Weber, eine Juristin, ging“: after „seit“ a name that somebody has begins a clause."""
    named = s.taken.get(i + 1)
    return s.low_at(i) == "seit" and named is not None and named.type is EntityType.PERSON and named.first == i + 1


def noun_commas(s: Sentence, verbs: list[str], openers: frozenset[str]) -> set[int]:
    """Commas between nouns inside a clause whose verb comes last: „, der 80 Städte, Gemeinden und Kreise angehören“.

    Args:
        s: The sentence.
        verbs: Kind of verb of each token; what closes such a clause is finite, and is marked so.
        openers: Words that open a subordinate clause.
    """
    commas: set[int] = set()
    for i, token in enumerate(s.tokens[:-_TWO]):
        if token.text != "," or i in s.taken or not s.text_at(i - 1)[:1].isupper():
            continue
        end = _list_end(s, i)
        if end < 0 or any(verbs[i:end]):
            continue
        start = next((j for j in range(i - 1, -1, -1) if s.tokens[j].text in _MARKS and j not in commas), -1) + 1
        first = start + 1 if s.low_at(start) in PREPOSITIONS else start
        opened = (s.low_at(first) in RELATIVES and first > 0) or s.low_at(start) in openers - _EITHER
        if opened and first not in s.taken and not any(verbs[start:i]):
            commas.add(i)
            close = next((j for j in range(end, len(s.tokens)) if s.tokens[j].text in _MARKS | _CLOSE), len(s.tokens))
            if verbs[close - 1] == "inf" and FINITE.isdisjoint(verbs[end:close]) and "zu" not in s.lower[end:close]:
                verbs[close - 1] = "fin"
    return commas


def _list_end(s: Sentence, comma: int) -> int:
    """Where „und“ with the last noun of a list begins that goes on after a comma; -1 where it is none."""
    i = comma + 1
    while i < len(s.tokens) - 1:
        if s.tokens[i].text[0].islower() and s.lower[i] not in DETERMINERS and s.text_at(i + 1)[:1].isupper():
            i += 1
        if i in s.taken or not s.tokens[i].text[0].isupper():
            return -1
        after = s.low_at(i + 1)
        if after in {"und", "oder", "sowie"}:
            return i + 1
        if after != ",":
            return -1
        i += 2
    return -1


def resumed_commas(s: Sentence, verbs: list[str]) -> set[int]:
    """Commas in a relative clause that go on with its list: „, dem schon Hamburg, aber auch Lippe angehören“."""
    marks = [i for i, token in enumerate(s.tokens) if token.text in _MARKS and i not in s.taken]
    commas: set[int] = set()
    for opening, mark in pairwise(marks):
        if s.text_at(opening) != "," or s.text_at(mark) != "," or any(verbs[opening:mark]):
            continue
        first = opening + 2 if s.low_at(opening + 1) in PREPOSITIONS else opening + 1
        end = next((i for i in marks if i > mark), len(s.tokens) - 1)
        # „, der CIO des Landes, unter dessen Leitung …“ is a relative clause
        listed = s.low_at(mark + 1) in _FURTHER and s.low_at(mark + 2) not in WHOSE
        further = listed or (s.low_at(mark + 1), s.low_at(mark + 2)) in _FURTHER_PAIRS
        if s.low_at(first) in RELATIVES and first not in s.taken and further and verbs[end - 1]:
            commas.add(mark)
    return commas


def list_commas(s: Sentence, verbs: list[str]) -> set[int]:
    """Commas between coordinated names: „zu dem sich A, B und C zusammengeschlossen haben“ is one clause."""
    _part_subjects(s, verbs)
    commas: set[int] = set()
    before = None
    for a in sorted(s.arguments, key=lambda x: x.first):
        if a.adjective:
            continue
        if before is not None and a.group == before.group and s.tokens[a.begin - 1].text == ",":
            commas.update(i for i in range(before.last, a.begin) if s.tokens[i].text == ",")
        before = a
    return commas


def in_list(s: Sentence, i: int) -> bool:
    """Whether a comma stands between two names of a list that have no article: „Bayern, Hamburg und Bremen“."""
    one, other = s.taken.get(i - 1), s.taken.get(i + 1)
    return one is not None and other is not None and s.text_at(i) == "," and one.group == other.group


def _part_subjects(s: Sentence, verbs: list[str]) -> None:
    """„Das Portal betreibt A, B und C sind angeschlossen“: names before a second finite verb are no list with A."""
    row = sorted((a for a in s.arguments if not a.adjective and a.first >= 0), key=lambda a: a.first)
    for one, other in pairwise(row):
        if one.group != other.group or s.text_at(other.begin - 1) != "," or one.last != other.begin - 1:
            continue
        listed = [a for a in row if a.group == one.group and a.first >= other.first]
        end = listed[-1].last
        start = next((i for i in range(one.begin - 1, -1, -1) if s.tokens[i].text in _MARKS), -1)
        before = {v for v in verbs[start + 1 : one.begin] if v in FINITE}
        # „testen“ may be an infinitive, but not after a verb that needs none
        after = FINITE if before != {"fin"} else FINITE | {"inf"}
        if end < len(verbs) and before and verbs[end] in after:
            group = 1 + max(a.group for a in s.arguments)
            for a in listed:
                a.group, a.marker, a.cases, a.head = group, "np", "n", -1
            return


def close_relatives(s: Sentence, verbs: list[str]) -> None:
    """„…, das A betreibt und dem sich alle Kommunen anschließen“: what closes a relative clause after „und“ is finite.

    Args:
        s: The sentence.
        verbs: Kind of verb of each token, `inf` for what looks like an infinitive; changed.
    """
    for i in range(3, len(s.tokens) - 2):
        if s.lower[i] not in {"und", "oder"} or s.lower[i + 1] not in RELATIVES or i + 1 in s.taken:
            continue
        comma = next((j for j in range(i - 1, -1, -1) if s.tokens[j].text == ","), -1)
        if comma < 0 or verbs[i - 1] not in FINITE or RELATIVES.keys().isdisjoint(s.lower[comma + 1 : comma + 3]):
            continue
        end = next(
            (j for j in range(i, len(s.tokens)) if s.tokens[j].text in _MARKS or s.tokens[j].text in _CLOSE),
            len(s.tokens),
        )
        if verbs[end - 1] == "inf" and FINITE.isdisjoint(verbs[i:end]):
            verbs[end - 1] = "fin"
