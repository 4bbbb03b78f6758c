"""One title of several people, each with a body of their own: „die Leiter beider Häuser, A für die KDO und B für …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, OfficeDraft
from govgraph.language.grammar import AND
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_WHERE = frozenset({"aus", "bei", "bracket", "für", "in", "von"})
"""Markers of the body behind a name, which is that of this one person."""
_SEVERAL = 2
_OPENING = 8
"""Within how many words behind a title the list of names begins."""
_CONFIDENCE = 0.8

RULE = "title-for-each"


def titles_for_each(
    sentences: Sequence[Sentence], known: Sequence[OfficeDraft], knowledge: Knowledge
) -> Iterator[OfficeDraft]:
    """Offices of people whom a list behind a title names with a body each.

    Args:
        sentences: The article.
        known: Offices read so far; nobody is given the same one twice.
        knowledge: Compiled vocabulary.
    """
    held = {(id(o.person), o.role.name, id(o.body)) for o in known}
    for s in sentences:
        for title in s.arguments:
            role = title.role
            if role is None or role.weak or not (role.plural or _is_of_men(s, title)):
                continue
            kinds = knowledge.body_kinds(role.iri)
            pairs = _pairs(s, title)
            if len(pairs) < _SEVERAL or any(kinds and body.kind not in kinds for _, body in pairs):
                continue
            for person, body in pairs:
                if (id(person), role.name, id(body)) in held:
                    continue
                held.add((id(person), role.name, id(body)))
                role.holders.append(person)
                status = role.status or Status.CURRENT
                yield OfficeDraft(
                    person, role, body, status, confidence=_CONFIDENCE, sentence=s, how="title", sure=True, rule=RULE
                )


def _is_of_men(s: Sentence, title: Argument) -> bool:
    """„die Geschäftsführer“: a title of men behind the article of several."""
    return title.role is not None and not title.role.feminine and s.low_at(title.begin) in {"beide", "beiden", "die"}


def _pairs(s: Sentence, title: Argument) -> list[tuple[Draft, Draft]]:
    """The people listed behind a title, each with the body right behind the name; none where one has no body."""
    people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.first >= title.last]
    people.sort(key=lambda a: a.first)
    if not people or people[0].first - title.last > _OPENING or _breaks(s, title.last, people[0].first):
        return []
    pairs: list[tuple[Draft, Draft]] = []
    end = -1
    for person in people:
        joint = [s.tokens[i].text for i in range(end, person.first)] if end >= 0 else []
        if joint and not (set(joint) <= {",", ")", "sowie"} | AND):
            break
        body = next((a for a in s.arguments if a.begin == person.last and a.marker in _WHERE and a.head < 0), None)
        body = body or next((a for a in s.arguments if a.begin == person.last and a.marker in _WHERE), None)
        body = body or next((a for a in s.arguments if a.bracket is not None and a.first == person.last + 1), None)
        if body is None or body.draft is None or body.type not in BODY_TYPES or person.draft is None:
            return []
        pairs.append((person.draft, body.draft))
        end = body.last
    return pairs


def _breaks(s: Sentence, start: int, end: int) -> bool:
    """Whether a verb, or the end of a clause, stands between a title and the names."""
    verbs = {at for clause in s.clauses for _, at, _ in clause.lemmas}
    return any(i in verbs or s.tokens[i].text in {".", ";", "“"} for i in range(start, end))
