"""Alliances that the next sentence names: „Köln und Bonn tun sich zusammen. Ihr Bündnis heißt X“: both are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, FactDraft, only_one
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_READ = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.ANSWER})
_CONFIDENCE = 0.7
_RULE = "named-alliance"
_BACK = 2
"""In how many sentences before the name its members may be told."""
_SEVERAL = 2
_THEIRS = frozenset({"das", "der", "die", "dieses", "dieser", "diese", "ihr", "ihre"})
_ALLIED = frozenset({EntityType.ORGANISATION, EntityType.PROGRAMME})
_CALLED = (("heißt",), ("hieß",), ("nennt", "sich"), ("trägt", "den", "namen"), ("hört", "auf", "den", "namen"))


class Alliances:
    """Reads who belongs to an alliance whose name comes after them.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._nouns = tuple(words("alliance-nouns"))

    def facts(self, sentences: Sequence[Sentence], known: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """Who takes part in what.

        Args:
            sentences: The article.
            known: Facts so far; who is told to work together makes up the alliance.
        """
        joined: dict[int, list[FactDraft]] = {}
        for fact in known:
            if fact.predicate is Predicate.COOPERATES_WITH:
                joined.setdefault(id(fact.sentence), []).append(fact)
        for n, s in enumerate(sentences):
            name = self._named(s) if n and s.kind in _READ else None
            if name is None:
                continue
            for before in sentences[n - 1 : max(0, n - 1 - _BACK) or None : -1]:
                told = joined.get(id(before), [])
                members = _of_pairs(told) or _meant(before)
                if members:
                    modality = told[0].modality if told else Modality.ASSERTED
                    body = name.type is EntityType.ORGANISATION
                    predicate = Predicate.MEMBER_OF if body else Predicate.IMPLEMENTS
                    for member in members:
                        if member is not name:
                            yield FactDraft(member, predicate, name, modality, _CONFIDENCE, s, _RULE, s.speaker)
                    break

    def _named(self, s: Sentence) -> Draft | None:
        """The programme or body that a sentence says an alliance is called: „Ihr Bündnis trägt den Namen X“."""
        if s.low_at(0) not in _THEIRS or not s.low_at(1).endswith(self._nouns):
            return None
        if not any(tuple(s.lower[2 : 2 + len(words)]) == words for words in _CALLED):
            return None
        return only_one(a.draft for a in s.arguments if a.type in _ALLIED and not a.reference)


def _of_pairs(facts: Sequence[FactDraft]) -> list[Draft]:
    """Those who work together by facts of one sentence."""
    return list(dict.fromkeys(draft for fact in facts for draft in (fact.subject, fact.object)))


def _meant(s: Sentence) -> list[Draft]:
    """„Es handelt sich um Köln, Bonn und Aachen“, „Das sind Köln und Bonn“: a list of those of whom was told."""
    about = s.lower[:4] == ["es", "handelt", "sich", "um"]
    if not about and s.lower[:2] not in (["das", "sind"], ["es", "sind"]):
        return []
    listed: list[Argument] = [a for a in s.arguments if a.type in BODY_TYPES and not a.adjective and not a.reference]
    groups = {a.group for a in listed}
    found = list(dict.fromkeys(a.draft for a in listed if a.draft is not None))
    return found if len(groups) == 1 and len(found) >= _SEVERAL else []
