"""Members that a text names as examples: „Mitglieder wie A und B“, „50 Mitglieder, darunter A“, „von A bis B“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, FactDraft
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_SUCH = frozenset({"wie", "darunter", "etwa", "namentlich", "nämlich"})
_AMONG = (["unter", "ihnen"], ["unter", "anderem"], ["allen", "voran"], ["zum", "beispiel"], ["wie", "etwa"])
_UNIONS = ("zusammenschluss", "verbund", "bündnis", "genossenschaft", "verband")
"""How nouns end for what several have made together."""
_SINCE = frozenset({"inzwischen", "jetzt", "mittlerweile", "neuerdings", "nun", "seit", "zuletzt"})
"""What stands before „auch“ where another member is told: „89 Mitglieder, seit Juli auch A“."""
_COUNTED = frozenset(
    {"gemeinden", "institutionen", "kommunen", "kreise", "landkreise", "länder", "städte", "unternehmen"}
)
"""Those who may belong to a body, where the verb says that they do."""
_TAKEN_IN = frozenset({"aufnehmen", "begrüßen", "bekommen", "gewinnen"})
"""Verbs for taking in a member."""
_TWO = 2
_FAR = 7
_KINDS = frozenset(
    {"Association", "Committee", "Company", "MunicipalUnion", "Organisation", "PublicCompany", "ServiceProvider"}
)
"""Kinds of body that have members."""


def listed_members(sentences: Sequence[Sentence], nouns: frozenset[str]) -> Iterator[FactDraft]:
    """Members of the one body that a sentence speaks of.

    Args:
        sentences: The article.
        nouns: Nouns for members in the plural, in small letters.
    """
    for s in sentences:
        at = next((i for i, low in enumerate(s.lower) if low in nouns and i not in s.taken), -1)
        if at < 0:
            at = _joined(s)
        if at < 0:
            at = _belonging(s)
        if at < 0:
            continue
        members = _examples(s, at) or _latest(s, at) or _taken_in(s, at)
        body = _body_of(s, at, {id(a.draft) for a in members}) if members else None
        if body is None:
            continue
        for a in members:
            if a.draft is not None and a.draft is not body:
                yield FactDraft(a.draft, Predicate.MEMBER_OF, body, Modality.ASSERTED, 0.75, s, "member-listed")


def _joined(s: Sentence) -> int:
    """„ein Zusammenschluss von 80 Kommunen, darunter A“: index of the noun for those who have joined; -1 if none."""
    for i, low in enumerate(s.lower[:-_TWO]):
        if low.endswith(_UNIONS) and i not in s.taken and s.lower[i + 1] in {"aus", "von"}:
            at = next((j for j in range(i + 2, min(i + _FAR, len(s.tokens))) if s.tokens[j].text[0].isupper()), -1)
            if at > 0 and at not in s.taken and s.text_at(at + 1) == ",":
                return at
    return -1


def _belonging(s: Sentence) -> int:
    """„Ihm gehören 200 Kommunen an“, „hat ihr 40. Mitglied aufgenommen“: index of the noun for them; -1 if none."""
    lemmas = {lemma for clause in s.clauses for lemma, _, _ in clause.lemmas}
    wanted = _COUNTED if "angehören" in lemmas else frozenset({"mitglied"}) if lemmas & _TAKEN_IN else frozenset[str]()
    return next((i for i, low in enumerate(s.lower) if low in wanted and i not in s.taken), -1) if wanted else -1


def _latest(s: Sentence, at: int) -> list[Argument]:
    """„89 Mitglieder, seit Juli auch A und B“: those who are members as well, and since when."""
    for a in s.arguments:
        if a.begin <= at or a.draft is None or a.type not in BODY_TYPES or a.adjective or a.marker != "np":
            continue
        start = next((i for i in range(a.begin - 1, at, -1) if s.tokens[i].text in {",", ";", "–"}), -1)
        words = s.lower[start + 1 : a.begin]
        if start > 0 and len(words) <= _FAR and words and words[-1] == "auch" and words[0] in _SINCE:
            return [b for b in s.arguments if b.group == a.group and b.draft is not None and b.type in BODY_TYPES]
    return []


def _taken_in(s: Sentence, at: int) -> list[Argument]:
    """„hat ihr 40. Mitglied aufgenommen, die Stadt A“: the name that follows and ends the sentence."""
    if s.lower[at] != "mitglied":
        return []
    named = [
        a for a in s.arguments if a.begin > at and a.draft is not None and a.type in BODY_TYPES and not a.adjective
    ]
    last = max(named, key=lambda a: a.last, default=None)
    alone = last is not None and s.text_at(last.begin - 1) == "," and s.text_at(last.last) in {".", ""}
    return [last] if last is not None and alone and len(named) == 1 else []


def _examples(s: Sentence, at: int) -> list[Argument]:
    """Names after the noun that are examples of it, with all that are joined to them."""
    named = [a for a in s.arguments if a.first > at and a.draft is not None and not a.adjective and not a.reference]
    named = [a for a in named if a.type in BODY_TYPES]
    for a in sorted(named, key=lambda a: a.first):
        words = s.lower[max(0, a.begin - 2) : a.begin + (a.begin < a.first)]
        such = not _SUCH.isdisjoint(words) or words[:2] in _AMONG or words[1:] in _AMONG
        span = s.lower[a.begin] == "von" and s.low_at(a.last) == "bis"
        if span:
            other = next((b for b in named if b.begin in {a.last, a.last + 1}), None)
            return [a] if other is None else [a, other]
        if such and not any(s.tokens[j].text in {";", ":"} for j in range(at, a.first)):
            return [b for b in named if b.group == a.group]
    return []


def _body_of(s: Sentence, at: int, members: set[int]) -> Draft | None:
    """The body in the genitive after the noun, of the possessive before it, or the only one named before."""
    able = [
        a
        for a in s.arguments
        if a.type is EntityType.ORGANISATION
        and a.draft is not None
        and not a.adjective
        and id(a.draft) not in members
        and a.draft.kind in _KINDS
    ]
    owners = [a for a in able if a.head == at and a.marker in {"gen", "von", "in", "bei"}]
    if not owners:
        owners = [a for a in able if a.first < at and a.marker == "np"]
        owners = [a for a in owners if "n" in a.cases] or owners
    drafts = {id(a.draft): a.draft for a in owners}
    return next(iter(drafts.values())) if len(drafts) == 1 else None
