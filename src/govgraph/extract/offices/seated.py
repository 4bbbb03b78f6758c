"""Who sits in a board by the place that is told of them: deputies of its chair, and who speaks there for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BOARDS, BODY_TYPES, FactDraft, facts_by_sentence, modality_of, only_one, only_person
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Draft, OfficeDraft, Sentence

_OF_THE_CHAIR = ("vorsitzender", "präsident", "sprecher")
_BACK = 2
"""How many sentences back it may have been told who the members of a board are."""
_INSIDE = frozenset({"dort", "darin", "da"})
_SESSIONS = ("sitzung", "sitzungen", "tagung", "tagungen", "treffen")
_NEAR = 160
"""Most characters from where a chair is told to where its deputy is."""
_SURE = 0.75


def deputies_on_boards(offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
    """„Den Beirat leitet A, Stellvertreterin ist B“: whoever stands in for the chair of a board is one of its members.

    Args:
        offices: Offices of the article.
        facts: What it states; a plain „Stellvertreter“ is one of a chair that it tells of.
    """
    chaired: dict[int, list[Sentence]] = {}
    for fact in facts:
        if fact.predicate is Predicate.CHAIRS:
            chaired.setdefault(id(fact.object), []).append(fact.sentence)
    for office in offices:
        body = office.body
        if body is None or body.kind not in BOARDS or not office.role.is_deputy:
            continue
        title = office.role.name.lower()
        beside = any(abs(s.start - office.sentence.start) < _NEAR for s in chaired.get(id(body), ()))
        if title.endswith(_OF_THE_CHAIR) or (title.endswith("stellvertreter") and beside):
            modality = modality_of(office.status)
            yield FactDraft(
                office.person, Predicate.MEMBER_OF, body, modality, _SURE, office.sentence, "deputy-on-board"
            )


def seats_of_others(
    sentences: Sequence[Sentence], facts: Sequence[FactDraft], verbs: frozenset[str]
) -> Iterator[FactDraft]:
    """„Mitglieder des Rats sind A und B. X vertritt B“, „Für B kommt X“: X sits where B is a member.

    So of „Im Rat reden auch die Kommunen mit. X vertritt darin B“ and „in der Sitzung des Rats vertritt X B“.

    Args:
        sentences: The article.
        facts: What it states.
        verbs: Lemmas of what somebody does who comes for another.
    """
    by_sentence = facts_by_sentence(facts)
    known = {(id(f.subject), id(f.object)) for f in facts if f.predicate in {Predicate.MEMBER_OF, Predicate.CHAIRS}}
    for number, s in enumerate(sentences):
        lately = [f for b in sentences[max(0, number - _BACK) : number + 1] for f in by_sentence[id(b)]]
        sent = [f for f in by_sentence[id(s)] if f.predicate is Predicate.REPRESENTS]
        if any(f.predicate is Predicate.MEMBER_OF for f in lately):
            come = list(_come_for(s, lately, verbs))
            yield from come
            sent += come
        for fact in sent:
            if fact.subject.type is not EntityType.PERSON:
                continue
            board = _spoken_of(s) or _board_of(fact.object, lately)
            if board is not None and (id(fact.subject), id(board)) not in known:
                known.add((id(fact.subject), id(board)))
                yield FactDraft(
                    fact.subject, Predicate.MEMBER_OF, board, fact.modality, _SURE, s, "sits-for-member", s.speaker
                )


def _come_for(s: Sentence, lately: Sequence[FactDraft], verbs: frozenset[str]) -> Iterator[FactDraft]:
    """„Für den Landkreistag kommt A“, after it was told that the Landkreistag is a member of a board."""
    for a in s.arguments:
        if a.marker != "für" or a.draft is None or a.adjective or _board_of(a.draft, lately) is None:
            continue
        clause = s.clauses[a.clause]
        if verbs.isdisjoint(clause.verbs) or "nicht" in (s.lower[i] for i in clause.tokens):
            continue
        person = only_person(s, a.clause)
        if person is not None and person.draft is not None and s.tokens[-1].text != "?":
            yield FactDraft(
                person.draft, Predicate.REPRESENTS, a.draft, Modality.ASSERTED, _SURE, s, "comes-for", s.speaker
            )


def _board_of(member: Draft, facts: Sequence[FactDraft]) -> Draft | None:
    """The one board of which a body is said to be a member."""
    return only_one(
        f.object
        for f in facts
        if f.subject is member
        and f.predicate is Predicate.MEMBER_OF
        and f.object.kind in BOARDS
        and f.modality is not Modality.ENDED
    )


def _spoken_of(s: Sentence) -> Draft | None:
    """The board that „darin“, „dort“ or „in der Sitzung des Rats“ speaks of."""
    for a in s.arguments:
        board = a.draft is not None and a.draft.kind in BOARDS and a.marker == "gen" and a.head >= 0
        if board and s.lower[a.head].endswith(_SESSIONS):
            return a.draft
    if _INSIDE.isdisjoint(s.lower) or any(a.draft is not None and a.draft.kind in BOARDS for a in s.arguments):
        return None
    near = [d for d in s.near if d.type in BODY_TYPES]
    return only_one(d for d in near if d.kind in BOARDS)
