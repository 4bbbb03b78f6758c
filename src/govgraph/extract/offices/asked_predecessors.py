"""Predecessors that a question asks about and the answer names: „Was macht Ihre Vorgängerin? – Anna Weber ist …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import FactDraft, only_one
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.state import Draft, OfficeDraft, Sentence

_CONFIDENCE = 0.6
_REACH = 2
"""Among how many sentences of the answer the name may come first."""
_YOUR = "Ihr"


def asked_predecessors(
    sentences: Sequence[Sentence],
    offices: Sequence[OfficeDraft],
    nouns: Collection[str],
    agreement: Agreement,
) -> Iterator[FactDraft]:
    """Who follows whom, where the answer to a question about „Ihr Vorgänger“ begins with a name.

    Args:
        sentences: The article.
        offices: Offices that it names: who has one of another title is somebody else.
        nouns: Nouns for whom somebody follows.
        agreement: Tells women from men.
    """
    titles: dict[int, set[str]] = {}
    for o in offices:
        titles.setdefault(id(o.person), set()).add(o.role.name)
    noun, since = "", 0
    for number, s in enumerate(sentences):
        if s.kind is BlockKind.QUESTION:
            noun, since = _asked(s, nouns), number
        elif s.kind is not BlockKind.ANSWER or number > since + _REACH:
            noun = ""
        elif noun and s.speaker is not None:
            named = _first_named(s)
            if named is None:
                continue
            own, other = titles.get(id(s.speaker), set()), titles.get(id(named), set())
            agrees = agreement.is_woman(named) in {None, noun.endswith("in")}
            if named is not s.speaker and agrees and (not other or own & other):
                yield FactDraft(
                    s.speaker,
                    Predicate.SUCCEEDS,
                    named,
                    Modality.ASSERTED,
                    _CONFIDENCE,
                    s,
                    "asked-predecessor",
                    s.speaker,
                )
            noun = ""


def _asked(s: Sentence, nouns: Collection[str]) -> str:
    """„Was macht Ihre Vorgängerin?“, but not „Ihre Vorgängerin Anna Weber“: the noun, if it stands without a name."""
    for i, token in enumerate(s.tokens):
        if token.text in nouns and s.text_at(i - 1).startswith(_YOUR) and i + 1 not in s.taken:
            return token.text
    return ""


def _first_named(s: Sentence) -> Draft | None:
    """The one person whom a sentence names as a subject, if no other person is named in it."""
    people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.draft is not None]
    only = only_one(a.draft for a in people)
    return only if any(a.nominative and a.head < 0 for a in people) else None
