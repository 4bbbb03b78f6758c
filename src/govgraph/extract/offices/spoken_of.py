"""Of whom a sentence speaks, as far as the next one may go on about them with a title alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import only_one
from govgraph.language.grammar import COPULA_LEMMAS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_PRONOUNS = frozenset({"er", "sie", "ihm", "ihn", "ihr"})


def people_spoken_of(s: Sentence) -> list[Argument]:
    """The people of a sentence, but for whom a pronoun in a quote means where somebody is named outside of it.

    „Er hat recht“, sagte Anna Weber. Die Landrätin …
    """
    people = [a for a in s.arguments if a.type is EntityType.PERSON]
    pronouns = [a for a in people if a.reference and s.lower[a.first] in _PRONOUNS]
    if not pronouns or len(pronouns) == len(people):
        return people
    depth, quoted = 0, set()
    for i, token in enumerate(s.tokens):
        depth += (token.text == "„") - (token.text == "“")
        if depth > 0:
            quoted.add(i)
    outside = any(not a.reference and a.first not in quoted for a in people)
    return [a for a in people if not (outside and a in pronouns and a.first in quoted)]


def doing_person(s: Sentence) -> Draft | None:
    """The only person who is the subject of a main clause."""
    return only_one(
        a.draft
        for a in people_spoken_of(s)
        if a.nominative and 0 <= a.clause < len(s.clauses) and s.clauses[a.clause].kind == "main"
    )


def titles_of_subjects(s: Sentence) -> Iterator[tuple[RoleNoun, Draft]]:
    """„Anna Weber ist als Ministerin designiert“, „Neue CIO wird Anna Weber“: titles of the subject."""
    for title in s.arguments:
        if title.role is None or title.role.holders or title.role.weak or title.marker not in {"als", "np"}:
            continue
        clause = s.clauses[title.clause] if 0 <= title.clause < len(s.clauses) else None
        if clause is None or (title.marker == "np" and not clause.verbs <= COPULA_LEMMAS):
            continue
        person = only_one(
            a.draft
            for a in s.arguments
            if a.clause == title.clause and a.type is EntityType.PERSON and a.nominative and not a.reference
        )
        if person is not None:
            yield title.role, person


def appointed(s: Sentence, verbs: frozenset[str]) -> Draft | None:
    """„Der Minister hat Uwe Brandt zum Präsidenten berufen. Der Jurist …“: of whom the next sentence speaks.

    Args:
        s: The sentence.
        verbs: Lemmas of verbs of appointing.
    """
    for number, clause in enumerate(s.clauses):
        if not verbs.isdisjoint(clause.verbs):
            here = [a for a in s.arguments if a.clause == number and a.type is EntityType.PERSON]
            people = [a.draft for a in sorted(here, key=lambda a: a.first) if a.marker == "np" and a.head < 0]
            if len(set(map(id, people))) == 2:
                return people[-1]
    return None
