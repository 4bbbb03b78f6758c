"""What is told of an event that is yet to be is yet to be, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.model import BlockKind, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Draft, FactDraft

_OF_EVENTS = frozenset({Predicate.HELD_IN, Predicate.ORGANISES, Predicate.PARTICIPATES_IN})


def events_to_come(facts: Sequence[FactDraft]) -> None:
    """What is told of an event that is yet to be is yet to be, too: „Im Mai findet X statt. Es sprechen A und B“.

    Args:
        facts: Facts of an article; their modality is changed.
    """
    told = sorted(
        (f for f in facts if f.predicate in _OF_EVENTS),
        # a headline is written in the present: „Forum Nord gastiert in Emden“
        key=lambda f: (f.sentence.kind in {BlockKind.KICKER, BlockKind.TITLE}, f.sentence.start),
    )
    # „Der Kongress war in Fulda, im nächsten Jahr ist er in Marburg“: what comes later in the text is the next one
    first = {id(_event(f)): f.modality for f in reversed(told)}
    for f in told:
        if f.modality is Modality.ASSERTED and first[id(_event(f))] is Modality.PLANNED:
            f.modality = Modality.PLANNED


def is_dated_ahead(fact: FactDraft, today: str | None) -> bool:
    """„Am 28. November in Erfurt, beim Kongress X, den Y veranstaltet“: an event of a day to come, without verb.

    Args:
        fact: A fact.
        today: Date of its article.
    """
    s = fact.sentence
    if today is None or fact.predicate not in _OF_EVENTS or fact.modality is not Modality.ASSERTED or not s.dates:
        return False
    verbs = any(clause.lemmas or clause.auxiliaries for clause in s.clauses if clause.kind == "main")
    return not verbs and all(date.value > today and not today.startswith(date.value) for date in s.dates)


def _event(fact: FactDraft) -> Draft:
    return fact.subject if fact.predicate is Predicate.HELD_IN else fact.object
