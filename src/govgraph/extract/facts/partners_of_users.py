"""Who helps those who use or build a work: „Gera testet F13. Wissenschaftlich begleitet wird das Projekt von X“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.state import BODY_TYPES, FIRMS, PLACES, USES, WORKS, FactDraft, facts_by_sentence
from govgraph.language.grammar import PREPOSITIONS
from govgraph.model import BlockKind, EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_READ = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.ANSWER})
_MADE = USES | {Predicate.DEVELOPS}
_NO_PARTNERS = frozenset({"Committee", "Court", "Government", "Medium", "Parliament", "Party"})
"""Kinds of bodies that watch, decide or report, and work on no project."""
_NO_USERS = FIRMS | {"Medium", "Party", "ResearchInstitute", "University"}
"""Kinds of bodies that make a work for others."""
_BY = frozenset({"durch", "von"})
_OF = frozenset({"bei", "gen", "in"})
_OPENING_A_COMPLEMENT = frozenset({"bei", "beim", "der", "des", "für", "im", "in", "von"})
_IS = "sein"
_BACK = 2
"""In how many sentences before it a project may be told that is meant by a noun or pronoun."""
_MOST = 3
"""Most users who have a partner together."""
_CONFIDENCE = 0.65
_RULE = "partner-of-user"


class PartnersOfUsers:
    """Reads partners whose clause speaks only of the project, by whose project it is.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self._nouns = words("nouns-for-partners")
        self._attributes = words("attributes-of-partners")
        self._helping = words("accompanying-verbs")
        self._watching = tuple(sorted(words("stems-of-watching-bodies")))
        self._doubting = words("words-of-watching")
        self._modality = modality
        self._date = date

    def facts(self, sentences: Sequence[Sentence], told: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """Who works together with whom.

        Args:
            sentences: The article.
            told: What it states otherwise.
        """
        by_sentence = facts_by_sentence(f for f in told if f.predicate in _MADE and f.modality is not Modality.ENDED)
        if not by_sentence:
            return
        for n, s in enumerate(sentences):
            if s.kind not in _READ or s.tokens[-1].text == "?":
                continue
            for number, clause in enumerate(s.clauses):
                partners, works = self._partners(s, number, clause)
                verdict = self._modality.judge(s, clause, self._date) if partners else None
                if verdict is None:
                    continue
                back = _BACK if works else 1
                near = [before for before in sentences[max(0, n - back) : n] if before.block == s.block]
                facts = [f for before in (s, *reversed(near)) for f in by_sentence.get(id(before), ())]
                for user in _users(facts, works):
                    for partner in partners:
                        if partner.draft is not None and partner.draft is not user:
                            yield FactDraft(
                                user,
                                Predicate.COOPERATES_WITH,
                                partner.draft,
                                verdict,
                                _CONFIDENCE,
                                s,
                                _RULE,
                                s.speaker,
                            )

    def _partners(self, s: Sentence, number: int, clause: Clause) -> tuple[list[Argument], list[Draft]]:
        """Those whom a clause calls partners, and the works it speaks of; no works where it leaves them open."""
        inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
        bodies = [a for a in inside if a.type in BODY_TYPES and not a.reference]
        bodies = [a for a in bodies if a.draft is not None and not self._watches(a.draft)]
        if not bodies or not clause.words.isdisjoint(self._doubting):
            return [], []
        if not clause.verbs.isdisjoint(self._helping):
            return self._helpers(s, number, clause, bodies)
        if _IS not in clause.verbs:
            return [], []
        at = next((i for i in clause.tokens if s.tokens[i].text in self._nouns), -1)
        named = [a for a in bodies if a.nominative]
        if at < 0 or at in s.taken or not named or not self._is_plain(s, at):
            return [], []
        of = [a for a in inside if a.reference and a.type in WORKS and a.head == at and a.marker in _OF]
        if not of and s.low_at(at + 1) in _OPENING_A_COMPLEMENT:
            # „Partner der Kommunen ist X“
            return [], []
        return _group(named), [a.draft for a in of if a.draft is not None]

    def _watches(self, body: Draft) -> bool:
        """Whether a body watches, decides or reports, and works on no project: „begleitet vom Rechnungshof“."""
        return body.kind in _NO_PARTNERS or any(stem in body.name.lower() for stem in self._watching)

    def _helpers(
        self, s: Sentence, number: int, clause: Clause, bodies: Sequence[Argument]
    ) -> tuple[list[Argument], list[Draft]]:
        """„Begleitet wird das Projekt von X“, „X begleitet das Projekt“, „testet F13, begleitet von X“."""
        helpers = [a for a in bodies if a.type not in PLACES]
        bare = not clause.auxiliaries and clause.parent >= 0 and clause.kind == "main"
        if is_passive(clause) or (bare and any(a.marker in _BY for a in helpers)):
            helpers = [a for a in helpers if a.marker in _BY]
        else:
            helpers = [a for a in helpers if a.nominative]
        inside = [a for a in s.arguments if a.clause == number and a.type in WORKS and a.marker == "np"]
        if not inside and bare:
            inside = [a for a in s.arguments if a.clause == clause.parent and a.type in WORKS]
        if not helpers or not inside:
            return [], []
        return _group(helpers), [a.draft for a in inside if a.draft is not None]

    def _is_plain(self, s: Sentence, at: int) -> bool:
        """„Partner ist“, „Wissenschaftlicher Partner ist“, not „Technischer Partner“, „als Partner“."""
        before = s.low_at(at - 1)
        if before in PREPOSITIONS:
            return False
        known = any(before.startswith(word) for word in self._attributes)
        return (
            at == 0
            or known
            or not s.text_at(at - 1).isalpha()
            or s.clause_of[at - 1] != s.clause_of[at]
            or _ends(s, at)
        )


def _ends(s: Sentence, at: int) -> bool:
    """„Die Universität Gera ist Partner“: a noun behind the copula."""
    return s.low_at(at - 1) in {"ist", "sind", "war", "waren", "dabei", "ihr", "sein"}


def _users(facts: Sequence[FactDraft], works: Sequence[Draft]) -> list[Draft]:
    """Whose project it is: that of these works, or the one of the sentence before."""
    able = [f for f in facts if f.object.type in WORKS and _is_user(f.subject)]
    if works:
        able = [f for f in able if any(f.object is work for work in works)]
    able = [f for f in able if f.sentence is able[0].sentence]
    users = list(dict.fromkeys(f.subject for f in able))
    return users if len(users) <= _MOST else []


def _is_user(draft: Draft) -> bool:
    return draft.type in PLACES or (draft.type is EntityType.ORGANISATION and draft.kind not in _NO_USERS)


def _group(found: Sequence[Argument]) -> list[Argument]:
    return [a for a in found if a.group == found[0].group]
