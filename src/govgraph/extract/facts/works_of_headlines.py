"""Services of the place that the headline begins with: „Hamburg: Wohngeld online“, „Bürger können X nun beantragen“."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, PLACES, RUN, FactDraft, only_one
from govgraph.model import BlockKind, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, Sentence

_HEAD = frozenset({BlockKind.KICKER, BlockKind.TITLE})
_CAN = frozenset({"können", "kann"})
_DIGITAL = ("digital", "elektronisch", "online")
_NOT_YET = frozenset({"bald", "beinahe", "demnächst", "fast", "künftig", "noch"})
_CONFIDENCE = 0.6
_RULE = "work-of-headline"


def works_of_headlines(
    sentences: Sequence[Sentence], knowledge: Knowledge, modality: ModalityReader, date: str | None
) -> Iterator[FactDraft]:
    """What a place has by its kicker and a bare headline, or by what people can do there in the first sentence.

    Args:
        sentences: The article.
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """
    head = list(takewhile(lambda s: s.kind in _HEAD, sentences))
    if len(head) < 2 or head[0].kind is not BlockKind.KICKER or not head[0].arguments:
        return
    place = only_one(a.draft for a in head[0].arguments)
    if place is None or place.type not in PLACES:
        return
    work = _online_now(head[1], knowledge)
    if work is not None:
        yield FactDraft(place, Predicate.IMPLEMENTS, work, Modality.ASSERTED, _CONFIDENCE, head[1], _RULE)
    for s in sentences[len(head) : len(head) + 1]:
        work = _open_to_people(s, knowledge)
        verdict = modality.judge(s, s.clauses[0], date) if work is not None else None
        if work is not None and verdict is not None:
            yield FactDraft(place, Predicate.IMPLEMENTS, work, verdict, _CONFIDENCE, s, _RULE)


def _online_now(s: Sentence, knowledge: Knowledge) -> Draft | None:
    """„Wohngeldantrag online“, „App Lumo freigeschaltet“: a headline of nothing but a work and how it stands."""
    named = [a for a in s.arguments if a.draft is not None]
    if len(named) != 1 or named[0].type not in RUN or named[0].adjective or named[0].first > 1:
        return None
    if s.lower[0] in knowledge.words("negation") | _NOT_YET and named[0].first == 1:
        # „Kein Wohngeld online“, „Bald Wohngeld online“
        return None
    rest = [token.low for token in s.tokens[named[0].last :]]
    return named[0].draft if len(rest) == 1 and rest[0] in knowledge.words("states-of-new-works") else None


def _open_to_people(s: Sentence, knowledge: Knowledge) -> Draft | None:
    """„Eltern können den Pass nun digital beantragen“: the one work that people come by, where no body is named."""
    clause = s.clauses[0]
    named = [a for a in s.arguments if a.draft is not None and not a.adjective]
    if clause.kind != "main" or s.tokens[-1].text == "?" or any(a.type in BODY_TYPES for a in named):
        return None
    able = not _CAN.isdisjoint(s.lower) or ("sich" in s.lower and not {"lassen", "lässt"}.isdisjoint(s.lower))
    had = clause.verbs & knowledge.words("verbs-of-papers")
    if not able or not had or not any(low.startswith(_DIGITAL) for low in s.lower):
        return None
    return only_one(a.draft for a in named if a.type in RUN and a.clause == 0)
