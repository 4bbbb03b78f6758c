"""People that a relative clause speaks of, by a title or apart from their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES
from govgraph.language.grammar import DETERMINERS, ONE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Argument, Draft, Sentence


def titled_person(s: Sentence, before: list[Argument], start: int, pronoun: str) -> Argument | None:
    """„Klaus Vitt, dem Beauftragten der Bundesregierung, der …“: a person with a title after the name."""
    titles = [a for a in s.arguments if a.role is not None and a.last <= start]
    if not titles or pronoun not in {"der", "die", "den", "dem", "dessen", "deren"}:
        return None
    title = max(titles, key=lambda a: a.last)
    people = [a for a in before if a.type is EntityType.PERSON and a.last <= title.first]
    inside = [a for a in before if a.first >= title.first]
    if not people or not inside or s.text_at(people[-1].last) != "," or title.first - people[-1].last > 5:
        return None
    if any(s.tokens[i].text in {",", ";", ":", "(", "–"} for i in range(title.last, start)):
        return None
    if any(a.type is EntityType.PERSON for a in inside):
        # „Präsidentin ist A, Vizepräsident ist B, der …“: whose title it is follows
        return None
    feminine = people[-1].draft is not None and bool(people[-1].draft.feminine)
    # „von Anna Weber, der Beauftragten des Bundes, die …“
    feminine = feminine or (people[-1].marker != "np" and s.low_at(title.first - 1) in {"der", "einer"})
    if title.role is not None and (title.role.feminine or feminine) is not (pronoun in {"die", "deren"}):
        return None
    return people[-1]


def called_by_title(s: Sentence, before: list[Argument], start: int, pronoun: str) -> Argument | None:
    """„Dort ist Anna Weber Staatssekretärin, die zuvor …“: whoever the title right before the comma says it of."""
    title = s.taken.get(start - 1)
    if (
        title is None
        or title.role is None
        or title.marker != "np"
        or title.last != start
        or pronoun not in {"der", "die"}
    ):
        return None
    if s.text_at(title.first - 1) != "" and s.low_at(title.first - 1) in DETERMINERS:
        return None
    clause = s.clauses[title.clause] if 0 <= title.clause < len(s.clauses) else None
    if clause is None or [lemma for lemma, _, _ in clause.lemmas] != ["sein"] or title.role.plural:
        return None
    people = [a for a in before if a.type is EntityType.PERSON and a.clause == title.clause and a.nominative]
    if len({id(a.draft) for a in people}) != 1 or title.role.feminine is not (pronoun == "die"):
        return None
    return people[0] if people[0].last <= title.first and not people[0].reference else None


def called_before_body(s: Sentence, body: Argument, pronoun: str) -> Argument | None:
    """„…, sagt die Präsidentin des Archivs, die …“: who is meant by the title before the body that it hangs on."""
    if body.head < 0 or body.type not in BODY_TYPES or pronoun not in {"der", "die"}:
        return None
    title = s.taken.get(body.head)
    if title is None or title.role is None or title.role.feminine is (pronoun == "der"):
        return None
    people = (a for a in s.arguments if a.reference and a.type is EntityType.PERSON and a.last == title.last)
    return next((a for a in people if a.first == title.first), None)


_APART = 4
"""Most words between a name and the relative clause that speaks of the person."""


def person_apart(
    s: Sentence, before: list[Argument], start: int, is_woman: Callable[[Draft], bool | None]
) -> Argument | None:
    """„hat Uwe Brandt hier aufstellen lassen, der …“: the last one named, past verbs and adverbs of her clause."""
    person, pronoun = before[-1] if before else None, s.low_at(start + 1)
    if person is None or person.draft is None or person.type is not EntityType.PERSON or pronoun not in {"der", "die"}:
        return None
    gap = range(person.last, start)
    plain = all(s.tokens[i].text[0].islower() and s.lower[i] not in ONE for i in gap)
    fits = plain and 0 < len(gap) <= _APART and is_woman(person.draft) is (pronoun == "die")
    return person if fits and not person.reference else None
