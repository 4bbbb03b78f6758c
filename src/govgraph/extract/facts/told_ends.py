"""What was used, tested or run until its end, which another clause or sentence tells: „…, das 2008 vom Netz ging“."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.clauses.verb_forms import has_verb, main_verbs
from govgraph.extract.clauses.verb_shares import twin_verbs
from govgraph.extract.state import BODY_TYPES, PLACES, USES, WORKS
from govgraph.model import BlockKind, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, FactDraft, Sentence

_OVER = frozenset({Modality.ASSERTED, Modality.ENDED})
_AGAIN = frozenset({"wieder", "erneut"})
_BACK = frozenset({"betrieb", "netz", "verfügbar", "erreichbar"})
_NEVER = frozenset({"nie", "niemals"})
_AT = frozenset({"bei", "in"})
_YEAR = 4
_BEFORE, _AFTER = 2, 3
"""How many sentences before and after what is told of a work its end may stand."""


_FOR_SOME = frozenset({"auf", "für", "in", "unter"})
"""Prepositions of what an end is limited to: „wird für iPhones nicht mehr angeboten“."""


class _End(NamedTuple):
    """The end of a work: in which clause, of what, who ends it, and in which towns, if somebody is named."""

    clause: int
    work: Draft
    ends: tuple[Draft, ...]
    where: tuple[Draft, ...]


class ToldEnds:
    """Lets the end of a work hold for what a past tense tells of its use.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader) -> None:
        self._modality = modality
        self._ending = words("ending-verbs") | words("turning-off-verbs") | words("expiring-verbs")
        self._passing = words("passing-words")
        self._running = words("making-verbs") & words("lasting-verbs")
        self._phrases = tuple(frozenset(phrase.split()) for phrase in sorted(words("ended-phrases")))
        self._starts = frozenset(phrase_word for phrase in self._phrases for phrase_word in phrase)

    def settle(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft], date: str | None) -> None:
        """Put an end to what was so until the end of its work.

        Args:
            sentences: Sentences that follow one another.
            facts: What they state.
            date: Date of the article.
        """
        open_uses = [f for f in facts if f.modality is Modality.ASSERTED and _is_of_work(f)]
        if not open_uses:
            return
        place = {id(s): number for number, s in enumerate(sentences)}
        told = [(number, s, list(self._ends(s, date))) for number, s in enumerate(sentences)]
        told = [(number, s, ends) for number, s, ends in told if ends]
        for fact in open_uses:
            at = place.get(id(fact.sentence), -1)
            for number, s, ends in told:
                near = at >= 0 and -_BEFORE <= number - at <= _AFTER
                if near and any(self._holds(fact, s, end) for end in ends):
                    fact.modality = Modality.ENDED
                    break

    def _ends(self, s: Sentence, date: str | None) -> Iterator[_End]:
        """The ends of works that a sentence tells."""
        if s.kind is BlockKind.QUESTION or s.tokens[-1].text == "?":
            return
        for number, clause in enumerate(s.clauses):
            if (
                clause.kind == "infinitive"
                or not clause.tokens
                or twin_verbs(clause)
                or not self._tells_end(s, clause, date)
            ):
                continue
            inside = [a for a in s.arguments if a.clause == number and a.draft is not None and not a.adjective]
            works = [a for a in inside if a.type in WORKS and a.marker == "np" and a.head < 0 and not _is_part(s, a)]
            if not works or _is_for_some(s, clause, inside):
                continue
            acting = tuple(a.draft for a in inside if a.nominative and a.type in BODY_TYPES and a.draft is not None)
            where = tuple(a.draft for a in s.arguments if a.clause == number and a.draft is not None and _is_where(a))
            for a in works:
                if a.draft is not None and not _comes_again(s, number, a.draft):
                    yield _End(number, a.draft, acting, where)

    def _tells_end(self, s: Sentence, clause: Clause, date: str | None) -> bool:
        """Whether a clause says in earnest that what it names is over."""
        low = clause.words
        if not low.isdisjoint(self._passing) or (not low.isdisjoint(_AGAIN) and not low.isdisjoint(_BACK)):
            return False
        if not self._starts.isdisjoint(low) and any(phrase <= low for phrase in self._phrases):
            denied = not low.isdisjoint({"mehr", "länger"})
            return denied or self._modality.judge(s, clause, date) in _OVER
        ends = bool(main_verbs(clause) & self._ending) or self._modality.endings.ends(s, clause)
        return ends and self._modality.judge(s, clause, date) in _OVER

    def _holds(self, fact: FactDraft, s: Sentence, end: _End) -> bool:
        """Whether the end of a work is that of a fact: told of the past, or beside the very words that end it."""
        if end.work is not fact.object or any(named and fact.subject not in named for named in (end.ends, end.where)):
            return False
        own = fact.sentence
        clauses = _clauses_of(fact)
        if own is s and end.clause in clauses and (len(clauses) == 1 or fact.subject in end.ends):
            return _is_owned(fact)
        if not _NEVER.isdisjoint(own.lower):
            return False
        telling = [own.clauses[n] for n in clauses if not (own is s and n == end.clause)]
        telling = [clause for clause in telling if has_verb(clause)]
        if fact.predicate is Predicate.DEVELOPS and not any(main_verbs(clause) & self._running for clause in telling):
            # „Ulm entwickelte das Portal, das 2020 eingestellt wurde“: who has made it has made it
            return False
        return bool(telling) and not any(in_present(own, clause) for clause in telling)


def _is_where(a: Argument) -> bool:
    """„in Ulm“, „beim Bürgeramt“, „das Ulmer Portal“, „das Portal der Stadt Ulm“: whose use of a work alone may end."""
    return not a.nominative and (a.type in PLACES or (a.type in BODY_TYPES and a.marker in _AT))


def _is_part(s: Sentence, work: Argument) -> bool:
    """„mit Version 2 der App X ist Schluss“: whether a number or a noun before a work says which part of it ends."""
    before = s.text_at((work.begin if work.begin >= 0 else work.first) - 1)
    return not {"n", "a"} & set(work.cases) or (
        s.low_at(work.begin) == "der" and before.isdigit() and len(before) < _YEAR
    )


def _is_for_some(s: Sentence, clause: Clause, inside: Sequence[Argument]) -> bool:
    """„Für iPhones wird die App nicht mehr angeboten“, „auf Windows“: whether the end is one for some users only."""
    inner = [i for i in clause.tokens if s.lower[i] == "für" and i + 1 not in s.dated]
    return any(s.text_at(i + 1)[:1].isupper() or s.text_at(i + 2)[:1].isupper() for i in inner) or any(
        a.marker in _FOR_SOME and a.type in WORKS for a in inside
    )


def _comes_again(s: Sentence, number: int, work: Draft) -> bool:
    """„wurde abgeschaltet, im Mai kommt sie wieder“: whether another clause says that a work is there again."""
    return any(
        a.draft is work and a.clause != number and 0 <= a.clause < len(s.clauses)
        and not _AGAIN.isdisjoint(s.lower[i] for i in s.clauses[a.clause].tokens)
        for a in s.arguments
    )  # fmt: skip


def _is_of_work(fact: FactDraft) -> bool:
    """Whether somebody uses a work or takes part in it, or a town or Land runs it; who has made it has made it."""
    runs = fact.predicate is Predicate.DEVELOPS and fact.subject.type in PLACES
    return fact.object.type in WORKS and (runs or fact.predicate in USES)


def _is_owned(fact: FactDraft) -> bool:
    """„Das Portal X der Stadt Ulm ist abgeschaltet“: whose the work is by a noun that belongs to it."""
    return any(a.draft is fact.subject and not a.nominative for a in fact.sentence.arguments)


def _clauses_of(fact: FactDraft) -> set[int]:
    """Numbers of the clauses that tell a fact: those that name both ends, or else its subject."""
    s = fact.sentence
    own, theirs = s.clauses_naming(fact.subject), s.clauses_naming(fact.object)
    return (own & theirs) or own or theirs
