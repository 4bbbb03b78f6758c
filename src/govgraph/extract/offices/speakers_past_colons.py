"""Titles whose bearer is the speaker behind a colon: „Der CIO von Ulm mahnt: ‚So nicht‘, sagte Jens Ott“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.people.gender import is_neutral
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

Named = tuple["Sentence", "Argument", "RoleNoun", "Draft"]
_READ = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH})
_CLOSING = frozenset('“”"«')
_FEW = 3
"""Most tokens between the end of a quote and the name of who speaks."""
_FROM = frozenset({"aus", "für", "vom", "von"})
"""Words behind a name that say where somebody is from, who then is another."""


def speakers_past_colons(
    sentences: Sequence[Sentence], known: Sequence[Draft], agreement: Agreement, speech: frozenset[str]
) -> Iterator[Named]:
    """Titles that are the subject of a sentence, with who speaks past its colon.

    In two sentences they may be two people: „Der CIO von Ulm klagt. ‚Das ist falsch‘, sagte Jens Ott“.

    Args:
        sentences: The article.
        known: Who has an office as far as it is told beside a name.
        agreement: What nouns and names agree in.
        speech: Lemmas of verbs for speaking that do not contradict.
    """
    told = {id(d) for d in known}
    for s in sentences:
        people = [a for a in s.arguments if a.type is EntityType.PERSON]
        titles = [a for a in s.arguments if a.role is not None]
        if s.kind in _READ and len(people) == len(titles) == 1 and id(people[0].draft) not in told:
            title, role, person = titles[0], titles[0].role, people[0].draft
            colon = ":" in s.lower[title.last : people[0].begin]
            if colon and role is not None and person is not None and _speaks(s, people[0], speech):
                agrees = is_neutral(role.name) or agreement.is_woman(person) in {None, role.feminine}
                if agrees and _is_alone(title, role):
                    yield s, title, role, person
        told |= {id(a.draft) for a in people}


def _is_alone(title: Argument, role: RoleNoun) -> bool:
    """Whether a title begins its sentence as the subject, is definite or has its body, and is nobody's so far."""
    if role.holders or role.plural or role.owned or role.post or role.status is not None:
        return False
    subject = title.marker == "np" and "n" in title.cases and title.head < 0 and title.begin <= 1
    return subject and (bool(role.bodies) or (role.definite and not role.weak))


def _speaks(s: Sentence, person: Argument, speech: frozenset[str]) -> bool:
    """Whether somebody named in full, and with nothing beside the name, says what stands in quotes before."""
    if person.reference or not person.nominative or person.head >= 0 or person.last - person.first < 2:
        return False
    if s.low_at(person.last) in _FROM or (
        s.text_at(person.last) in {",", "("} and s.text_at(person.last + 1).isalpha()
    ):
        # „sagte Jens Ott, der …“, „sagte Jens Ott vom Städtetag“: the sentence says who that is
        return False
    if not 0 <= person.clause < len(s.clauses):
        return False
    says = s.low_at(person.begin - 1) == "so" or not s.clauses[person.clause].verbs.isdisjoint(speech)
    closed = any(s.text_at(i) in _CLOSING for i in range(max(0, person.begin - 1 - _FEW), person.begin))
    return says and (closed or person.begin == 0)
