"""Who is called by a title in a talk: „Herr Landrat, wo steht der Kreis?“, „Was plant das BVA, Frau Präsidentin?“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.addresses import YOU
from govgraph.extract.state import BODY_TYPES, OfficeDraft, only_one
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_CALLING = frozenset({"Frau", "Herr"})
_STOPS = frozenset({",", "?", "!"})
_OPENING = frozenset({"", ",", ":", "–"})
_CONFIDENCE = 0.7
_RULE = "called-by-title"


def called_by_title(sentences: Sequence[Sentence], person: Draft | None, knowledge: Knowledge) -> Iterator[OfficeDraft]:
    """The office of whoever is interviewed, in the one body that the question names.

    Args:
        sentences: The article.
        person: Who is interviewed.
        knowledge: Compiled vocabulary.
    """
    if person is None:
        return
    asked = [s for s in sentences if s.kind is BlockKind.QUESTION]
    for s in asked:
        title = next((a for a in s.arguments if _calls(s, a)), None)
        if title is None or title.role is None or len([a for a in s.arguments if a.role is not None]) > 1:
            # „Herr Minister, Sie sind auch CIO des Landes“: the other title says more
            continue
        kinds = knowledge.body_kinds(title.role.iri)
        body = only_one(a.draft for a in s.arguments if _may_be(a, kinds))
        if body is not None and not _is_set_apart(s, body, asked, kinds):
            title.role.holders.append(person)
            yield OfficeDraft(
                person, title.role, body, Status.CURRENT, confidence=_CONFIDENCE, sentence=s, sure=True, rule=_RULE
            )
            return


def _is_set_apart(s: Sentence, body: Draft, asked: Sequence[Sentence], kinds: frozenset[str]) -> bool:
    """„Herr Landrat, Hof nutzt Lumo. Wollen Sie nachziehen?“, „wie hilft die KDO Ihnen?“: whether it may be another's.

    So it is of what a question tells first, of a body beside „Sie“, and of one of several that are asked about.
    """
    if s.tokens[-1].text != "?" or any(token.text in YOU for token in s.tokens):
        return True
    return any(_may_be(a, kinds) and a.draft is not body for q in asked for a in q.arguments)


def _calls(s: Sentence, title: Argument) -> bool:
    """Whether a title stands between „Herr“ or „Frau“ and a comma or the end of a question."""
    start = title.first - 1
    if title.role is None or title.role.plural or s.text_at(start) not in _CALLING:
        return False
    if s.text_at(title.last) not in _STOPS or (start > 0 and s.text_at(start - 1) not in _OPENING):
        return False
    return title.role.feminine is (s.text_at(start) == "Frau") or s.text_at(start) == "Frau"


def _may_be(a: Argument, kinds: frozenset[str]) -> bool:
    """Whether a body does something itself: „wie fiel der Abschied vom LKA?“ asks about a house that was left."""
    if a.marker != "np" or not a.nominative or a.head >= 0:
        return False
    if a.type not in BODY_TYPES or a.draft is None or a.adjective or a.reference:
        return False
    return a.draft.kind in kinds if kinds else a.type is EntityType.ORGANISATION
