"""Why facts are missed: how far the reading came with each fact that was to be found and was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from sets import PageSet

from govgraph.evaluation.annotations import FactItem, annotations_of
from govgraph.evaluation.matching import same_fact
from govgraph.evaluation.names import normal_name
from govgraph.extract import Reader
from govgraph.extract.state import Draft, Sentence
from govgraph.model import EntityType
from govgraph.model.serialise import record_to_dict
from govgraph.vocabulary import load_vocabulary

REASONS = {
    "unread": "an end was not read as a thing of its type",
    "apart": "the ends were read, and nowhere in one sentence or the next: a reference over some distance",
    "next": "the ends stand in two sentences in a row: a reference to the sentence before was not resolved",
    "otherwise": "another relation was read between the two",
    "beside": "the ends stand in one sentence, and no wording of the relation was read",
}


@cache
def _reader() -> Reader:
    return Reader(load_vocabulary())


def names_of(draft: Draft) -> set[str]:
    """All names of a thing, as the comparison with annotations normalises them."""
    spellings = {draft.name, *draft.names, *([draft.entry.name] if draft.entry is not None else [])}
    return {normal_name(name, person=draft.type is EntityType.PERSON) for name in spellings}


def reasons(page_set: PageSet) -> Counter[tuple[str, str]]:
    """How often a fact of a relation was missed for a reason, by (relation, key of `REASONS`)."""
    out: Counter[tuple[str, str]] = Counter()
    for name, gold in page_set.gold().items():
        page = page_set.page(name)
        found = annotations_of(record_to_dict(_reader().read(page)))
        said = [_names(s) for article in page.articles for s in _reader().propose(article).sentences]
        for item in annotations_of(gold).facts:
            if not item.optional and not any(same_fact(item, other) for other in found.facts):
                out[item.group, _reason(item, found, said)] += 1
    return out


def _names(s: Sentence) -> set[str]:
    return {name for a in s.arguments if a.draft is not None for name in names_of(a.draft)}


def _reason(item: FactItem, found: Any, said: Sequence[set[str]]) -> str:
    ends = []
    for slots in (item.subject, item.object):
        if not any(not s.types or (s.types & e.types and s.named_like(e)) for s in slots for e in found.entities):
            return "unread"
        ends.append(set().union(*(slot.names for slot in slots)))
    one, other = ends
    if any(names & one and names & other for names in said):
        between = [f for f in found.facts if _joins(f, one, other)]
        return "otherwise" if between else "beside"
    for before, after in pairwise(said):
        if (before & one and after & other) or (before & other and after & one):
            return "next"
    return "apart"


def _joins(fact: FactItem, one: set[str], other: set[str]) -> bool:
    subject = set().union(*(slot.names for slot in fact.subject))
    object_ = set().union(*(slot.names for slot in fact.object))
    return bool((subject & one and object_ & other) or (subject & other and object_ & one))
