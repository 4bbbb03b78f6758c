"""Successors that a question asks for and the answer names: „Wer folgt Ihnen nach? – Im Mai übernimmt Anna Weber.“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.succession_rules import ASKED_FOR
from govgraph.extract.state import FactDraft, only_one
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.extract.state import Draft, Sentence

_CONFIDENCE = 0.65
_REACH = 2
"""Among how many sentences of the answer the name may come first."""
_WHO = frozenset({"wer"})
_YOU = frozenset({"Ihnen", "Sie", "Und", "Wer"})
_YOUR = "Ihr"
_CALLED = frozenset({"Dr", "Frau", "Herr", "Herrn", "Kollege", "Kollegin", "Prof"})
_WHERE = frozenset({"aus", "bei", "in", "von"})
_FOLLOWING = frozenset({"antreten", "folgen", "nachfolgen", "nachrücken", "übernehmen"})
_BEING = frozenset({"heißen", "kommen", "sein", "werden"})
_HELPING = frozenset({"sein", "werden"})
_NOT = frozenset({"kein", "keine", "nicht", "nie", "niemand", "noch", "offen", "unklar", "vielleicht", "womöglich"})


def asked_successors(
    sentences: Sequence[Sentence], nouns: AbstractSet[str], posts: AbstractSet[str]
) -> Iterator[FactDraft]:
    """Who follows whoever speaks, where the answer to such a question begins with a name.

    Args:
        sentences: The article.
        nouns: Nouns for who follows somebody.
        posts: Nouns for what somebody has who is followed.
    """
    asked, since = False, 0
    modality = Modality.ASSERTED
    for number, s in enumerate(sentences):
        if s.kind is BlockKind.QUESTION:
            asked, since = _asks(s, nouns), number
            modality = Modality.PLANNED if any(in_present(s, clause) for clause in s.clauses) else Modality.ASSERTED
        elif s.kind is not BlockKind.ANSWER or number > since + _REACH:
            asked = False
        elif asked and s.speaker is not None:
            named = _comer(s, s.speaker, nouns | posts)
            if named is not None:
                asked = False
                yield FactDraft(named, Predicate.SUCCEEDS, s.speaker, modality, _CONFIDENCE, s, ASKED_FOR, s.speaker)


def _asks(s: Sentence, nouns: AbstractSet[str]) -> bool:
    """„Wer folgt Ihnen nach?“, „Wer übernimmt?“, „Wer wird Ihre Nachfolgerin?“, „Wer tritt Ihre Nachfolge an?“."""
    if _WHO.isdisjoint(s.lower):
        return False
    yours = any(t.text in nouns and s.text_at(i - 1).startswith(_YOUR) for i, t in enumerate(s.tokens))
    things = [t.text for t in s.tokens[1:] if t.text[0].isalpha() and t.text[0].isupper() and t.text not in _YOU]
    return yours or (not things and any(not _FOLLOWING.isdisjoint(c.verbs) for c in s.clauses))


def _comer(s: Sentence, speaker: Draft, posts: AbstractSet[str]) -> Draft | None:
    """The one person named: the subject of a verb for following that has no other object than a post, or alone."""
    people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.marker != "label"]
    people = [a for a in people if a.draft is not speaker]
    person = only_one(a.draft for a in people)
    if person is None or not _NOT.isdisjoint(s.lower):
        return None
    named = people[0]
    clause = s.clauses[named.clause] if 0 <= named.clause < len(s.clauses) else None
    if clause is None or not clause.verbs:
        return person if named.head < 0 else None
    if not (named.nominative and named.head < 0) or (_FOLLOWING | _BEING).isdisjoint(clause.verbs):
        return None
    nouns = {s.text_at(i) for i in clause.tokens[1:] if _is_other_noun(s, i)}
    if clause.verbs <= _HELPING:
        # „Das wird Anna Weber.“, „Meine Nachfolgerin ist Anna Weber.“
        return (
            person
            if nouns <= posts and not any(a.role is not None and a.clause == named.clause for a in s.arguments)
            else None
        )
    return person if nouns <= posts else None


def _is_other_noun(s: Sentence, i: int) -> bool:
    """Whether a token is a noun that is no name of a person, no time and no „Frau“."""
    taken = s.taken.get(i)
    known = taken is not None and (taken.type is EntityType.PERSON or taken.role is not None or taken.marker in _WHERE)
    if known or i in s.dated or s.text_at(i - 1) in {":", "."}:
        return False
    return s.text_at(i)[:1].isupper() and s.text_at(i) not in _CALLED
