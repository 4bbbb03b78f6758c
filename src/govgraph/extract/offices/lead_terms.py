"""Since when, until when and with which status somebody leads, by what stands beside the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_perfect
from govgraph.extract.clauses.tenses import UNTIL_NOW, in_present
from govgraph.extract.offices.terms import of_leave, term_of
from govgraph.extract.state import BODY_TYPES
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, FactDraft, Sentence
    from govgraph.language.dates import DateSpan

TAKING = "übernehmen"
_OF_THINGS = frozenset({"auswählen", "bestimmen", "einstellen", "gewinnen"})
"""Verbs of choosing of which whoever leads may be the subject: „bestimmte die Geschicke des Hauses“."""
_YEAR = 4
_AT_TOP = frozenset({"rücken", "stehen", "treten"})
_BEING = frozenset({"bilden", "sein"})
"""Lemmas of verbs by which two are „die Doppelspitze“ of a body, or one is „deren Chefin“."""
_TWO_HEADS = ("doppelspitze", "führungsduo", "leitungsduo")
_ANSWERABLE = ("Verantwortung", "verantwortung")


class LeadTerms:
    """Tells when somebody leads, and with which status.

    Args:
        knowledge: Compiled vocabulary.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, knowledge: Knowledge, modality: ModalityReader, date: str | None) -> None:
        self.modality = modality
        self.date = date
        self._verbs = knowledge.words("leading-verbs")
        self._acting = knowledge.words("acting-adverbs")
        self._acts = knowledge.words("leaving-acts")
        self._former = knowledge.words("former-adverbs")
        self._choosing = knowledge.words("choosing-verbs") - _OF_THINGS
        self._having = knowledge.words("chair-holding-verbs")
        self._leaving = knowledge.words("giving-up-verbs") - knowledge.words("handing-on-verbs")

    def term(
        self, s: Sentence, clauses: Sequence[Clause], status: Status, *, chair: bool = False
    ) -> tuple[str | None, str | None, Status]:
        """From when to when, by dates beside a verb of leading: „leitete bis 2022 das Amt“, „leitet es seit Mai“.

        A chair that somebody had in a year is had for that year: „hatte 2023 den Vorsitz“.

        „Unter Vorsitz von X soll der Rat bis 2025 …“ says nothing of the kind.
        """
        verbs = self._verbs | self._having if chair else self._verbs
        if any(s.tokens[i].text == "Spitze" for c in clauses for i in c.tokens):
            verbs |= _AT_TOP
        if any(s.lower[i].endswith(_TWO_HEADS) for c in clauses for i in c.tokens):
            verbs |= _BEING
        if any(s.tokens[i].text.endswith(_ANSWERABLE) for c in clauses for i in c.tokens):
            verbs |= {"tragen"}
        giving_up = self._leaving - verbs if status is Status.FORMER else frozenset()
        own = [c for c in clauses if any(lemma in verbs or lemma in giving_up for lemma, _, _ in c.lemmas)]
        if len(own) != 1:
            return None, None, status
        aside = self.modality.inserted(s, own[0])
        here = [i for i in own[0].tokens if i not in aside]
        dates = [d for d in s.dates if s.token_range(d.start, d.end)[0] in here and not of_leave(s, d, self._acts)]
        if not giving_up.isdisjoint(own[0].verbs):
            # „gab Ende Februar die Leitung der FITKO ab“
            told = [d.value for d in dates if d.lead in {"at", "from"} and self.date and d.value <= self.date]
            return None, told[0] if len(told) == len(dates) == 1 else None, status
        if chair and status is Status.FORMER and self._for_years(s, own[0], dates):
            return dates[0].value, dates[-1].value, status
        return term_of(dates, status, self.date)

    def _for_years(self, s: Sentence, clause: Clause, dates: Sequence[DateSpan]) -> bool:
        """„2023“, „im Jahr 2023“, „2021 und 2022“ beside a chair that is had."""
        years = [int(d.value) for d in dates if d.lead == "at" and len(d.value) == _YEAR]
        said = all(s.text_at(s.token_range(d.start, d.end)[1] - 1) == d.value for d in dates)
        in_turn = bool(years) and years == list(range(years[0], years[0] + len(dates)))
        return said and in_turn and not self._having.isdisjoint(clause.verbs)

    def once(self, fact: FactDraft) -> bool:
        """„Vier Jahre lang führte er die FITKO“, „war deren Chefin“: a verb of leading, or of being, in the past."""
        s, being = fact.sentence, fact.rule.startswith(("chair-chef", "chair-doppelspitze"))
        clauses = self._telling(fact)
        return any(self.past(s, c) or (being and in_preterite(s, c, _BEING)) for c in clauses)

    def _telling(self, fact: FactDraft) -> list[Clause]:
        """The clauses that tell who leads what: „A leitete die FITKO, seit Mai leitet sie B“ tells two things.

        Where none names both, it is that of who leads: „…, seit Mai steht B an der Spitze“.
        """
        s = fact.sentence
        people, bodies = (s.clauses_naming(end) for end in (fact.subject, fact.object))
        leads = self._verbs | _AT_TOP
        others = {a.clause for a in s.arguments if a.type in BODY_TYPES and a.draft is not fact.object}
        own = [s.clauses[n] for n in sorted(people - others)]
        leading = [c for c in own if not leads.isdisjoint(c.verbs)]
        return [s.clauses[n] for n in sorted(people & bodies)] or leading or [s.clauses[n] for n in sorted(bodies)]

    def takes(self, fact: FactDraft) -> bool:
        """„übernimmt den Vorsitz“, „wählte sie an die Spitze“: whether a verb of taking or choosing tells the fact."""
        taking = self._choosing | {TAKING, "antreten"}
        return any(lemma in taking for c in clauses_of(fact) for lemma, _, _ in c.lemmas)

    def past(self, s: Sentence, clause: Clause) -> bool:
        """„führte die FITKO“, „an deren Spitze sie stand“, „die Abteilung geführt habe“, but not since when."""
        if in_preterite(s, clause, (self._verbs - {TAKING}) | {"stehen"}):
            return True
        led = any(participle and lemma in self._verbs - {TAKING} for lemma, _, participle in clause.lemmas)
        return led and is_perfect(clause) and not any(s.lower[i] in {"seit", "seitdem"} for i in clause.tokens)

    def for_now(self, fact: FactDraft) -> bool:
        """„Bis zum Amtsantritt von A im Januar leitet B das Haus kommissarisch“: the date is not that of B."""
        low = fact.sentence.lower
        return not self._acting.isdisjoint(low) and low[0] == "bis"

    def told(self, s: Sentence, tokens: Sequence[int]) -> Status:
        """What an adverb or an adjective says: „leitet kommissarisch“, „hat die kommissarische Leitung inne“.

        „Bislang leitet sie das Amt“ says that she still does.
        """
        for i in tokens:
            low = s.lower[i]
            if i in s.taken and s.taken[i].type is EntityType.PERSON:
                # „Katrin Lange“ is no „lange“
                continue
            if low in self._acting or low.rstrip("enrs") in self._acting or _for_now(s, i):
                return Status.ACTING
            beside_title = any(a.role is not None and i < a.first <= i + 3 for a in s.arguments)
            if low in self._former and not beside_title and not _until_now(s, i):
                return Status.FORMER
        return Status.CURRENT

    def said_in(self, fact: FactDraft) -> Sequence[int]:
        """Tokens of the clause that states a fact, or of the sentence where it is not known which one does.

        „Anna Weber, vorher Referentin in Kassel, leitet nun das BSI“: not those of what is added to a name.
        """
        s = fact.sentence
        clauses = {a.clause for a in s.arguments if a.draft is fact.object} & {
            a.clause for a in s.arguments if a.draft is fact.subject
        }
        number = min(clauses, default=-1)
        if len(clauses) != 1 or not 0 <= number < len(s.clauses):
            return range(len(s.tokens))
        aside = self.modality.inserted(s, s.clauses[number])
        return [i for i in s.clauses[number].tokens if i not in aside] if aside else s.clauses[number].tokens


def _for_now(s: Sentence, i: int) -> bool:
    """„bis auf Weiteres“."""
    return s.lower[i : i + 3] == ["bis", "auf", "weiteres"]


def _until_now(s: Sentence, i: int) -> bool:
    """„Bislang leitet sie …“: an adverb that in the present tells of what still is."""
    return s.lower[i] in UNTIL_NOW and bool(s.clauses) and in_present(s, s.clauses[s.clause_of[i]])


def clauses_of(fact: FactDraft) -> list[Clause]:
    """The clauses that name the object of a fact."""
    s = fact.sentence
    numbers = s.clauses_naming(fact.object)
    return [s.clauses[number] for number in sorted(numbers)]
