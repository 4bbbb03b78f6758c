"""Who leads a body by what stands beside a name: „Anna Weber, an der Spitze der KDO“, „unter Leitung von Jens Ott“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, OfficeDraft
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.head_offices import HeadOffices
    from govgraph.extract.offices.lead_terms import LeadTerms
    from govgraph.extract.state import Draft, Sentence

_AT_THE_HEAD = ["an", "der"]
_LEADS = frozenset({"Führung", "Leitung"})
"""Nouns for what somebody has over a body after „unter“."""


class LeadsBesideNames:
    """Reads offices of heads from what stands beside a name.

    Args:
        knowledge: Compiled vocabulary.
        heads: Tells which office is at the head of a body.
        terms: Tells when somebody leads.
    """

    def __init__(self, knowledge: Knowledge, heads: HeadOffices, terms: LeadTerms) -> None:
        self.k = knowledge
        self._heads = heads
        self._terms = terms
        self._former = knowledge.words("former-adverbs")

    def of_appositions(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„Anna Weber, seit Februar an der Spitze der KDO, …“."""
        for i, token in enumerate(s.tokens):
            if token.text != "Spitze" or s.lower[max(0, i - 2) : i] != _AT_THE_HEAD:
                continue
            person, body = _headed(s, i)
            iri = None if person is None or body is None else self._heads.head_of(s, body)
            if person is None or body is None or iri is None:
                continue
            words = range(next(a.last for a in s.arguments if a.draft is person), i)
            status = self._terms.told(s, words)
            date = next(
                (d.value for d in s.dates if d.lead == "since" and s.token_range(d.start, d.end)[0] in words), None
            )
            role = self.k.title(iri)
            yield OfficeDraft(
                person,
                role,
                body,
                status,
                since=date,
                confidence=0.75,
                sentence=s,
                how="apposition",
                sure=True,
                rule="led-in-apposition",
            )

    def of_leads_behind(self, s: Sentence) -> Iterator[OfficeDraft]:
        """„Die Oberfinanzdirektion Karlsruhe unter Leitung von Jens Ott hat …“: who leads the body right before."""
        for i, token in enumerate(s.tokens):
            if token.text not in _LEADS:
                continue
            under = i - 2 if s.low_at(i - 1) == "der" else i - 1
            body = s.taken.get(under - 1)
            if s.low_at(under) != "unter" or body is None or body.draft is None or body.adjective or body.head >= 0:
                continue
            whose = s.taken.get(i + 2 if s.low_at(i + 1) == "von" else i + 1)
            person = whose.draft if whose is not None and whose.type is EntityType.PERSON else None
            iri = self._heads.head_of(s, body.draft) if body.type is EntityType.ORGANISATION else None
            if person is not None and iri is not None:
                status = Status.FORMER if s.clauses and self._past_stay(s, s.clause_of[i]) else Status.CURRENT
                yield OfficeDraft(
                    person,
                    self.k.title(iri),
                    body.draft,
                    status,
                    confidence=0.75,
                    sentence=s,
                    how="apposition",
                    sure=True,
                    rule="under-whose-lead",
                )

    def _past_stay(self, s: Sentence, number: int) -> bool:
        """„Damals hatte das Amt unter Leitung von …“: whether an adverb says that it is long ago."""
        return any(s.lower[i] in self._former for i in s.clauses[number].tokens)


def _headed(s: Sentence, i: int) -> tuple[Draft | None, Draft | None]:
    """Who is said beside the name to be at the head of what; the token is „Spitze“."""
    body = next((a for a in s.arguments if a.type in BODY_TYPES and a.head == i and a.marker in {"gen", "von"}), None)
    people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.last <= i - 2]
    person = max(people, key=lambda a: a.last, default=None)
    if person is None or body is None or s.text_at(person.last) != ",":
        return None, None
    between = range(person.last, i - 2)
    closed = s.text_at(body.last) in {",", ".", ")", "("} or body.last >= len(s.tokens)
    light = all(s.tokens[j].text == "," or s.tokens[j].text[0].islower() or j in s.dated for j in between)
    verbs = any(at in between for clause in s.clauses for _, at, _ in clause.lemmas)
    return (person.draft, body.draft) if closed and light and not verbs else (None, None)
