"""Offices of earlier days: „damals Landrat“, „Landrat A, der heute im Bundestag sitzt“, „Als Kämmerer hatte A …“."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_past, is_perfect
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.terms import is_ahead
from govgraph.extract.state import BOARDS, BODY_TYPES
from govgraph.language.grammar import COPULA_LEMMAS
from govgraph.model import EntityType, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from govgraph.extract.state import Argument, Clause, FactDraft, OfficeDraft, Sentence

_HELD = frozenset({Status.CURRENT, Status.NEW})
_NOW = frozenset({"heute", "inzwischen", "jetzt", "längst", "mittlerweile", "nun"})
_BESIDES = frozenset({"auch", "außerdem", "nebenbei", "noch", "weiterhin", "zudem", "zugleich", "zusätzlich"})
_ALREADY = frozenset({"bereits", "schon", "seit", "wie"})
_TENURE = "jahre"
_FOR = "lang"
_SINCE = frozenset({"in", "nach", "seit", "vor"})
_AFTER = frozenset({"nach", "seit"})
_BRINGING = frozenset({"mitbringen", "sammeln"})
_EARLIER = ("damalig", "ehemalig", "einstig", "früher", "letzt", "vorig", "vorherig")
_WITHIN = 8
"""Within how many words before a title the participle stands that says until when somebody was in office."""
_BEGINNING = ("antretend", "beginnend", "startend")
"""How participles begin that say of a time that it is the first one in office, and yet to come."""
_SERVING = "amtierend"
_BEFORE = frozenset({"bevor", "ehe"})
_YEAR = 4
_UNDER = "unter"


class EarlierDays:
    """Tells which offices of an article were somebody's only when something happened of which it tells.

    Args:
        words: Gives the forms of a word list.
        jobs: IRIs of roles that nobody has in two places at one time.
        sentences: Sentences of the article.
        date: Date of the article.
    """

    def __init__(
        self,
        words: Callable[[str], frozenset[str]],
        jobs: Collection[str],
        sentences: Sequence[Sentence],
        date: str | None,
    ) -> None:
        self._date = date
        self._jobs = jobs
        self._starting = words("beginning-verbs")
        self._heads = words("head-titles")
        self._then = words("then-adverbs")
        self._being = words("being-somewhere-verbs")
        self._rest = words("leaving-nouns")
        self._acts = words("leaving-acts")
        self._posts = words("posts-before-titles") | {"Rolle", "Position"}
        self._experience = words("experience-nouns")
        self._serving = words("serving-participles")
        self._recently = words("until-times")
        self._number = {id(s): number for number, s in enumerate(sentences)}

    def offices(self, offices: Sequence[OfficeDraft], facts: Sequence[FactDraft]) -> Iterator[OfficeDraft]:
        """The offices, those of earlier days as former ones and those of days to come as designated ones.

        Args:
            offices: Offices read so far.
            facts: Facts read so far: who follows whom.
        """
        followed = {(id(f.object), id(f.subject)) for f in facts if f.predicate is Predicate.SUCCEEDS}
        for o in offices:
            if o.status not in _HELD or o.role.status in _HELD:
                yield o
                continue
            told = Status.FORMER if self._was_first(o) else self._by_attribute(o)
            if told is None and o.since is None and o.until is None and self._is_over(o, offices, followed):
                told = Status.FORMER
            yield o if told is None else replace(o, status=told)

    def _is_over(self, o: OfficeDraft, offices: Sequence[OfficeDraft], followed: set[tuple[int, int]]) -> bool:
        s = o.sentence
        title = s.title(o.role)
        if title is None or not 0 <= title.clause < len(s.clauses):
            return False
        if self._stands_for_then(s, title) or self._lasted(s, title) or self._by_noun(s, title):
            return True
        if self._is_elsewhere(o, title):
            return True
        past = in_past(s, s.clauses[title.clause])
        if (
            past
            and title.marker == "als"
            and (self._has_another(o, title, offices) or self._is_step(o, title, offices))
        ):
            return True
        if past and title.marker == _UNDER and self._began_under(s, title):
            return True
        return past and o.how == "title" and self._has_successor(o, title, offices, followed)

    def _was_first(self, o: OfficeDraft) -> bool:
        """„begann 2012 als Referatsleiter, ehe er CIO wurde“: whether another post came after it."""
        title = o.sentence.title(o.role)
        if title is None or title.marker != "als" or not 0 <= title.clause < len(o.sentence.clauses):
            return False
        clause = o.sentence.clauses[title.clause]
        began = not self._starting.isdisjoint(clause.verbs) and in_past(o.sentence, clause)
        low = o.sentence.lower
        return began and any(low[i] in _BEFORE and low[i - 1] == "," for i in range(title.last, len(low)))

    def _stands_for_then(self, s: Sentence, title: Argument) -> bool:
        """„den damals Senatorin A begründet hat“, „seinerzeit unter Leiter A“, „zu jener Zeit Landrat“."""
        at = title.begin - 1
        if s.low_at(title.begin) in self._then and title.begin < title.first:
            at = title.begin
        if title.role is None or (title.role.definite and title.marker != _UNDER):
            # „Vorgestellt hat das damals mein Minister, A“
            return False
        if s.low_at(at) == "noch":
            at -= 1
        if s.low_at(at) == "zeit":
            return s.lower[at - 2 : at] in (["zu", "jener"], ["zu", "dieser"], ["zur", "damaligen"])
        return s.low_at(at) in self._then and s.low_at(at - 1) not in _ALREADY

    @staticmethod
    def _lasted(s: Sentence, title: Argument) -> bool:
        """„A, 14 Jahre lang Geschäftsführer, ist Pensionär“, not „seit 14 Jahren“ nor „in den 14 Jahren“."""
        at = title.begin - 1
        long = s.low_at(at) == _FOR
        at -= long
        start = at - 2
        return s.low_at(at) == _TENURE and s.text_at(start) in {",", "("} and s.low_at(start) not in _SINCE

    def _by_noun(self, s: Sentence, title: Argument) -> bool:
        """„nach seinem Ausscheiden als Leiter“, „in ihrer früheren Funktion als CIO“, „sammelte Erfahrung als CIO“."""
        if title.marker != "als":
            return False
        noun = s.text_at(title.begin - 1)
        if noun in self._acts:
            return not _AFTER.isdisjoint(s.lower[max(0, title.begin - 4) : title.begin - 1])
        if noun in self._posts:
            return s.low_at(title.begin - 2).startswith(_EARLIER)
        verbs = s.clauses[title.clause].verbs
        return noun in self._experience and not verbs.isdisjoint(_BRINGING)

    def _is_elsewhere(self, o: OfficeDraft, title: Argument) -> bool:
        """„Landrat A, der inzwischen im Bundestag sitzt“, „Leiter A, der heute im Ruhestand ist“."""
        s = o.sentence
        for a in s.arguments:
            if a.draft is not o.person or not a.reference or not 0 <= a.clause < len(s.clauses):
                continue
            clause = s.clauses[a.clause]
            behind = clause.kind == "relative" and clause.parent == title.clause and a.first > title.last
            if not behind or (o.how == "clause" and title.marker != "als"):
                continue
            low = clause.words
            verbs = clause.verbs
            if low.isdisjoint(_NOW) or not low.isdisjoint(_BESIDES) or not in_present(s, clause):
                continue
            if verbs.isdisjoint(self._being | COPULA_LEMMAS) or is_perfect(clause):
                continue
            if any(s.tokens[i].text in self._rest for i in clause.tokens):
                return True
            bodies = [b for b in s.arguments if b.clause == a.clause and b.type in BODY_TYPES and not b.adjective]
            return bool(bodies) and all(b.draft is not o.body for b in bodies)
        return False

    def _has_another(self, o: OfficeDraft, title: Argument, offices: Sequence[OfficeDraft]) -> bool:
        """„Als Kämmerer hatte A …, jetzt ist er Landrat“: whether a clause soon tells what they are now."""
        here = self._number.get(id(o.sentence), -1)
        for other in offices:
            s = other.sentence
            steps = self._number.get(id(s), -1) - here
            same = other.role.name == o.role.name and other.body is o.body
            if other.person is not o.person or same or other.status not in _HELD or steps not in {0, 1} or here < 0:
                continue
            for a in s.arguments:
                if a.draft is not o.person or not a.nominative or not 0 <= a.clause < len(s.clauses):
                    continue
                clause = s.clauses[a.clause]
                low = clause.words
                if (steps == 0 and a.clause == title.clause) or low.isdisjoint(_NOW) or not low.isdisjoint(_BESIDES):
                    continue
                own = (b for b in s.arguments if b.clause == a.clause)
                tells = any(b.role is other.role or b.draft is other.body for b in own)
                if tells and in_present(s, clause):
                    return True
        return False

    def _is_step(self, o: OfficeDraft, title: Argument, offices: Sequence[OfficeDraft]) -> bool:
        """„Verbandsleiterin A … Als Kämmerin von Ulm habe ich“: whether somebody has one full-time office elsewhere."""
        s = o.sentence
        opens = s.text_at(title.begin - 1) in {"", ":", "„", ";"} and title.begin == min(
            i for i in s.clauses[title.clause].tokens if s.tokens[i].text[0].isalpha()
        )
        if not opens or not self._is_job(o):
            return False
        others = [
            other
            for other in offices
            if other.person is o.person
            and other.body is not o.body
            and other.status is Status.CURRENT
            and other.role.iri != o.role.iri
            and self._is_job(other)
        ]
        apart = [other for other in others if not _share(o, other)]
        return bool(apart) and len(apart) == len(others) and not any(_by_als(other) for other in apart)

    def _is_job(self, o: OfficeDraft) -> bool:
        """Whether an office is one that fills a life: not the chair of a board, nor a seat in it."""
        job = o.role.iri in self._jobs or o.role.name in self._heads or o.role.name.lower().endswith("leiter")
        return job and o.body is not None and o.body.kind not in BOARDS

    def _began_under(self, s: Sentence, title: Argument) -> bool:
        """„Begonnen hat das unter Senatorin A“, „war er bis 2011, unter Landrat A, die Nummer zwei“."""
        clause = s.clauses[title.clause]
        if not self._starting.isdisjoint(clause.verbs):
            return True
        return any(d.lead == "until" and not is_ahead(d.value, self._date) for d in s.dates_in(title.clause))

    def _has_successor(
        self, o: OfficeDraft, title: Argument, offices: Sequence[OfficeDraft], followed: set[tuple[int, int]]
    ) -> bool:
        """„Landrat A hatte das gestartet. Seine Nachfolgerin B …“, „2015 tat das Landrat A, heute führt B“."""
        s = o.sentence
        if not self._is_scene(s, s.clauses[title.clause], title):
            return False
        for other in offices:
            if other.person is o.person or other.role.iri is None or other.role.iri != o.role.iri:
                continue
            if other.body is not o.body or o.body is None or other.status not in _HELD:
                continue
            if other.since is not None and is_ahead(other.since, self._date):
                continue
            if (id(o.person), id(other.person)) in followed or _is_told_of_now(other):
                return True
        return False

    def _is_scene(self, s: Sentence, clause: Clause, title: Argument) -> bool:
        """Whether a clause tells of an earlier time: „hatte gestartet“, „unter Landrat A“, „im Jahr 2015“."""
        if title.marker == _UNDER or "hatte" in clause.auxiliaries or "hatten" in clause.auxiliaries:
            return True
        first = min(clause.tokens)
        last = max(clause.tokens)
        days = [d for d in s.dates if first <= s.token_range(d.start, d.end)[0] <= last and d.lead == "at"]
        today = self._date
        return today is not None and any(d.value[:_YEAR] < today[:_YEAR] for d in days)

    def _by_attribute(self, o: OfficeDraft) -> Status | None:
        """„die bis Mai amtierende Leiterin“, „der bis vor Kurzem tätige CIO“, „der im Januar antretende Chef“."""
        s = o.sentence
        title = s.title(o.role)
        if title is None:
            return None
        start = max(0, title.first - _WITHIN)
        word = next((i for i in range(title.first - 1, start, -1) if s.lower[i] in self._serving), -1)
        if word < 0 or any(i in s.taken or s.tokens[i].text in {",", "."} for i in range(word, title.first)):
            return None
        dated = [d for d in s.dates if start <= s.token_range(d.start, d.end)[0] < word]
        dates = [d for d in dated if s.token_range(d.start, d.end)[1] == word]
        if not dates:
            recent = s.low_at(word - 1) in self._recently or s.lower[word - 2 : word] == ["vor", "kurzem"]
            return Status.FORMER if recent and "bis" in s.lower[max(0, word - 4) : word] else None
        ahead = is_ahead(dates[-1].value, self._date)
        if dates[-1].lead == "until":
            return None if ahead else Status.FORMER
        # „die im Mai gewählte Präsidentin“ has been chosen, „der zum 1. Januar bestellte Leiter“ is to come
        if s.lower[word].startswith(_BEGINNING):
            return Status.DESIGNATED
        from_then = s.lower[word].startswith(_SERVING) or dates[-1].lead == "from"
        return Status.DESIGNATED if ahead and from_then else None


def _share(one: OfficeDraft, other: OfficeDraft) -> bool:
    """Whether one body is the Land of the other: „Als CIO des Landes … Abteilungsleiter A im Innenministerium“."""
    return any(x.body is not None and x.body.jurisdiction is y.body for x, y in ((one, other), (other, one)))


def _by_als(o: OfficeDraft) -> bool:
    title = o.sentence.title(o.role)
    return title is not None and title.marker == "als"


def _is_told_of_now(o: OfficeDraft) -> bool:
    """„heute führt Landrätin B den Kreis“: whether the clause of an office says that it is of now."""
    s = o.sentence
    own = {a.clause for a in s.arguments if a.draft is o.person and a.type is EntityType.PERSON and a.clause >= 0}
    return any(
        not _NOW.isdisjoint(s.lower[i] for i in s.clauses[n].tokens) and in_present(s, s.clauses[n])
        for n in own
        if n < len(s.clauses)
    )
