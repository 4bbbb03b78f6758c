"""How a clause says what it says: denied, doubted, planned, reported, over, or plainly asserted.

`ModalityReader.judge` asks the modules beside this one: what claims nothing (`doubts`, `refuted`, `unreal`,
`negation`), what the clause above makes of it (`demands`, `plans`), what its tense and its times tell (`times_ahead`,
`endings`).
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.clauses.comparisons import compared_plans
from govgraph.extract.clauses.demands import Demands, goes_by_wish
from govgraph.extract.clauses.doubts import Doubts
from govgraph.extract.clauses.endings import Endings
from govgraph.extract.clauses.granted import Granted
from govgraph.extract.clauses.negation import Negation, has_nothing_to_do, is_neither
from govgraph.extract.clauses.pending import Pending
from govgraph.extract.clauses.plans import Plans, held_out, names_plan, was_meant_once, was_only_meant
from govgraph.extract.clauses.press import Press
from govgraph.extract.clauses.put_forward import PutForward
from govgraph.extract.clauses.refuted import Refuted, is_tied, is_told
from govgraph.extract.clauses.tenses import UNTIL_NOW, in_present
from govgraph.extract.clauses.times_ahead import TimesAhead
from govgraph.extract.clauses.unreal import Unreal, comes_after
from govgraph.extract.clauses.verb_forms import (
    Subjunctive,
    is_copular,
    is_future,
    is_past,
    main_verbs,
)
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, INFINITIVE_OPENERS, MODALS
from govgraph.language.morphology import is_preterite
from govgraph.model import Modality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Sentence

_HAD_TO = frozenset({"musste", "mussten"})
_CLOSING = frozenset({",", ")", ".", ";", ":"})
_GROUNDS = frozenset(
    {"da", "indem", "nachdem", "obgleich", "obwohl", "seit", "seitdem", "weil", "wo", "während", "zumal"}
)
"""Conjunctions for what is so whatever the clause above demands: „Weil Ulm die E-Akte nutzt, fordert der Rat …“."""
_BY = frozenset({"bald", "bis", "demnächst", "spätestens", "künftig", "dann"})
_NOT_YET = ["noch", "nicht", ",", "aber"]
_ONCE = frozenset({"anfangs", "eigentlich", "einst", "ursprünglich", "zunächst"})
_GONE_BY = frozenset({"vorbei", "vorüber"})
"""Adverbs by which something is over: „Vorbei ist der Versuch“."""
_FROM_NOW = frozenset({"künftig", "zukünftig"})
_DEEPENING = frozenset({"ausbauen", "intensivieren", "stärken", "vertiefen"})
_THEREUPON = frozenset({"anschließend", "danach", "dann", "fortan", "stattdessen"})
"""Words by which a clause goes on in time from the one it is joined to."""
_Settled = tuple[Modality | None] | None
"""A verdict that needs no further look, or None where there is none yet."""


class ModalityReader:
    """Judges clauses.

    Args:
        knowledge: Compiled vocabulary.

    Attributes:
        negation: Tells what is denied.
        subjunctive: Tells in what clauses somebody's words are handed on.
        doubts: Tells what is left open.
        plans: Tells what somebody means to do.
        endings: Tells what is ended or over.
        demands: Tells what is only demanded.
        refuted: Tells what is denied, called false or dropped by other words than „nicht“.
        granted: Tells what is so whatever a modal leaves open.
        pending: Tells what is decided or prepared, and has not begun.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.words
        self.negation = Negation(words)
        self.subjunctive = Subjunctive(words)
        self.doubts = Doubts(words)
        self.plans = Plans(words)
        self.endings = Endings(words)
        self.demands = Demands(words)
        self.granted = Granted(words)
        self.refuted = Refuted(words, self.negation, self.subjunctive)
        self.pending = Pending(words)
        self._ahead = TimesAhead(words)
        self._unreal = Unreal(words)
        self._put_forward = PutForward(words)
        self._press = Press(words, self.subjunctive)
        self._asides = words("former-adverbs") | words("designated-adverbs")
        self._scheduled = words("scheduled")
        self._compared = words("compared-participles")
        self._forbidding = words("forbidding-verbs")
        self._demand = words("demand")
        self._undone = (
            self._demand
            | words("denying-verbs")
            | words("undone-verbs")
            | words("putting-forward-verbs")
            | words("asking-verbs")
        )
        self._claiming = words("claiming-verbs")
        self._beginning = words("beginning-verbs")
        self._founding = words("founding-verbs") | self.plans.verbs
        self._continuing = words("continuing-verbs")
        self._lasting = words("lasting-verbs") | words("placing-verbs")
        self._still = words("going-on-adverbs")
        self._reported = words("reported")
        self._binding = tuple(sorted(words("binding-texts")))
        self._states = words("state-verbs")
        self._alliances = frozenset(word.lower() for word in words("agreed-nouns"))

    def judge(self, s: Sentence, clause: Clause, article_date: str | None) -> Modality | None:
        """Modality of what a clause says, or None where it claims nothing.

        Args:
            s: Sentence of the clause.
            clause: Clause with its verbs named.
            article_date: Date of the article, to tell the past from the future.
        """
        if not clause.judged:
            verdict = self._judge(s, clause, article_date)
            if verdict is not None and "nicht" in s.lower and "vor" in s.lower:
                verdict = self.negation.not_before(s, clause, verdict, article_date)
            clause.judged = (verdict,)
        return clause.judged[0]

    def _judge(self, s: Sentence, clause: Clause, article_date: str | None) -> Modality | None:
        """Modality of a clause, looked for in the order: what claims nothing, what its parent says, its own tense."""
        low = [s.lower[i] for i in clause.tokens]
        if low[: len(_NOT_YET)] == _NOT_YET:
            # „Noch nicht, aber die Stadt testet F13“, after a question
            low = low[len(_NOT_YET) :]
        if self._claims_nothing(s, clause, low, article_date):
            return None
        if self.negation.denies(low):
            return Modality.ENDED if self._is_over_now(s, clause) else None
        settled = self._of_infinitive(s, clause, article_date) if clause.kind == "infinitive" else None
        if settled is not None:
            return settled[0]
        if _is_asked(s, clause) or self.refuted.is_corrected(s, clause, low) or was_meant_once(clause, low):
            return None
        settled = self._of_subordinate(s, clause) if clause.kind == "sub" else None
        if settled is not None:
            return settled[0]
        if comes_after(s, clause):
            return Modality.PLANNED
        if is_tied(s, clause):
            hung = s.clauses[clause.parent]
            if self.judge(s, hung, article_date) is None and self.refuted.is_rejected(s, hung):
                return None
        if is_told(s, clause) and self.refuted.is_rejected(s, clause):
            return None
        if held_out(set(low), clause.verbs):
            return Modality.PLANNED
        verdict = self._tense(s, clause, low, article_date)
        if self._is_handed_on_in_vain(s, clause, verdict):
            return None
        if verdict is Modality.PLANNED and self.plans.was_given_up(s, clause):
            return None
        if verdict is Modality.ASSERTED and (
            self.plans.is_outstanding(s, clause)
            or self._unreal.hangs_on_decision(s, clause, article_date)
            or self.pending.stands(s, clause, low, article_date)
        ):
            return Modality.PLANNED
        return verdict

    def _claims_nothing(self, s: Sentence, clause: Clause, low: Sequence[str], day: str | None) -> bool:
        """Whether what a clause says is left open, only wished for, supposed, called false or forbidden."""
        if self.doubts.is_doubted(s, low, clause) or is_neither(s, low) or goes_by_wish(s):
            return True
        if self._put_forward.stands(s, clause, low) or self.refuted.is_called_false(s, clause, low):
            return True
        if self._unreal.is_supposed(s, clause, day) or self._unreal.is_asked_for(s, clause):
            return True
        return not self._forbidding.isdisjoint(main_verbs(clause)) or has_nothing_to_do(low)

    def _is_over_now(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause that denies something says that it was so before, and nobody denies that."""
        if self.negation.no_longer(s, clause) < 0 or was_only_meant(s, clause):
            return False
        handed = is_told(s, clause) or self.subjunctive.stands(s, clause)
        return not (handed and self.refuted.is_rejected(s, clause))

    def _of_infinitive(self, s: Sentence, clause: Clause, day: str | None) -> _Settled:
        """What „kündigt an, …“, „lehnt es ab, …“ and „um …“ say of an infinitive; None if it tells for itself."""
        if clause.parent >= 0:
            above = s.clauses[clause.parent]
            said = [s.lower[i] for i in above.tokens]
            words = set(said)
            lemmas = above.verbs
            if lemmas & self._undone or self.negation.denies(said) or self.doubts.is_doubted(s, said, above):
                return (None,)
            if self.demands.is_wanted(said, lemmas) or self.demands.is_proposed(s, clause):
                return (None,)
            if self.refuted.is_dropped(said) or self.plans.was_a_plan(s, clause):
                return (None,)
            if lemmas & self._claiming:
                return (Modality.REPORTED,)
            if self.plans.are_named(words, lemmas) or self.plans.promised(words, lemmas):
                return (None,) if self.plans.was_given_up(s, clause) else (Modality.PLANNED,)
            if lemmas & self._beginning and self.judge(s, above, day) is Modality.PLANNED:
                return (Modality.PLANNED,)
        if clause.opener not in INFINITIVE_OPENERS:
            return None
        # „um die E-Akte einzuführen“ is what somebody means to do, „ohne“ and „statt“ what nobody does
        return (Modality.PLANNED,) if clause.opener == "um" else (None,)

    def _of_subordinate(self, s: Sentence, clause: Clause) -> _Settled:
        """What „fordert, …“ and „plant, dass …“ say of a clause; None if it tells for itself."""
        if clause.parent < 0:
            return None
        above = s.clauses[clause.parent]
        lemmas = above.verbs
        if lemmas & self._demand and clause.opener not in _GROUNDS:
            return (None,)
        if clause.opener != "dass":
            return None
        said = [s.lower[i] for i in above.tokens]
        if (
            self.negation.denies(said)
            or self.doubts.is_doubted(s, said, above)
            or self.demands.is_wanted(said, lemmas)
            # „Die Kommunen wollen, dass die FITKO …“
            or (not lemmas and any(MODALS.get(w) == "wollen" for w in above.auxiliaries))
        ):
            return (None,)
        planned = self.plans.are_named(set(said), lemmas) or names_plan(said, above)
        return (Modality.PLANNED,) if planned else None

    def _is_handed_on_in_vain(self, s: Sentence, clause: Clause, verdict: Modality | None) -> bool:
        """Whether a clause hands on somebody's words, which the clauses around it call false."""
        # not after a colon: „widerspricht: Das Portal werde weiterentwickelt“
        follows = bool(clause.tokens) and s.tokens[clause.tokens[0]].text == ","
        told = is_told(s, clause)
        handed = verdict is Modality.REPORTED or (verdict is Modality.PLANNED and self.subjunctive.stands(s, clause))
        if (handed or told) and self.refuted.is_discredited(s, clause):
            return True
        return handed and follows and not told and self.refuted.is_rejected(s, clause)

    def _tense(self, s: Sentence, clause: Clause, low: Sequence[str], article_date: str | None) -> Modality | None:
        """Modality by the modal, the tense, the times and the mood of a clause."""
        aside = self.inserted(s, clause) | compared_plans(s, self._compared)
        if aside:
            low = [s.lower[i] for i in clause.tokens if i not in aside]
        modals = {MODALS[w] for w in clause.auxiliaries if w in MODALS}
        if "müssen" in modals and _HAD_TO.isdisjoint(low):
            return Modality.PLANNED if "bis" in low or "spätestens" in low else None
        if modals & {"sollen", "wollen"} and _is_hearsay(s, clause, low):
            return Modality.REPORTED
        if modals & {"sollen", "wollen", "mögen"}:
            # „will bei X bleiben“, „soll fortgesetzt werden“: what goes on is there
            return Modality.ASSERTED if self._goes_on(clause, low) else Modality.PLANNED
        if is_future(s, clause):
            kept = main_verbs(clause) <= self._continuing
            return Modality.ASSERTED if kept or self._lasts(clause, low) else Modality.PLANNED
        if self._is_to_come(s, clause, low, aside, article_date):
            return Modality.PLANNED
        if self._is_handed_on(s, clause, low) or self.subjunctive.stands(s, clause):
            return Modality.REPORTED
        # „Wie zuvor schon Ulm nutzt nun auch Gera …“: that was before is said of the other
        compared = {after for word, after in itertools.pairwise(low) if word == "wie"} if "wie" in low else set()
        compared |= _beside_adjectives(s, clause)
        over = self.endings.are_over(s, clause, set(low) - compared, article_date)
        over = over or self._is_over_too(s, clause, article_date)
        over = over or (not _GONE_BY.isdisjoint(low) and "an" not in low and not clause.joined and is_copular(clause))
        return Modality.ENDED if over else Modality.ASSERTED

    def _is_to_come(
        self, s: Sentence, clause: Clause, low: Sequence[str], aside: frozenset[int], day: str | None
    ) -> bool:
        """Whether a clause tells of a plan, or in no past tense of a time that is yet to come."""
        as_planned = "wie" in low and low.index("wie") + 1 < len(low) and low[low.index("wie") + 1] in self.plans.words
        if is_past(clause):
            return not as_planned and not self._scheduled.isdisjoint(low)
        # „bleibt auch künftig bei X“: what goes on
        words = {word for n, word in enumerate(low) if word not in _FROM_NOW or low[n - 1 : n] != ["auch"]}
        if not as_planned and (
            not self.plans.words.isdisjoint(words)
            or {v for v, i, _ in clause.lemmas if i not in aside} & main_verbs(clause) & self.plans.verbs
            or self._ahead.stand_before(clause, low)
        ):
            return True
        return self._ahead.tell_of(s, clause, low, day) or self._follows_a_plan(s, clause, low, day)

    def _follows_a_plan(self, s: Sentence, clause: Clause, low: Sequence[str], day: str | None) -> bool:
        """„schaltet X zum Jahresende ab und setzt stattdessen auf Y“: what comes in the place of what is to end."""
        if not clause.joined or clause.parent < 0 or _THEREUPON.isdisjoint(low) or not in_present(s, clause):
            return False
        return self.judge(s, s.clauses[clause.parent], day) is Modality.PLANNED

    def _is_over_too(self, s: Sentence, clause: Clause, day: str | None) -> bool:
        """„Bis Mai leitete sie X und vertrat das Land in Y“: what „und“ joins to a state that is over."""
        if clause.kind != "main" or clause.parent < 0 or s.lower[clause.tokens[0]] != "und":
            return False
        above = s.clauses[clause.parent]
        words = [i for i in clause.tokens if s.lower[i].isalpha()]
        # „…, wo sie bis Mai X leitete und das Land vertrat“
        place = words[1:2] if above.kind == "main" else words[-1:]
        states = [(lemma, i) for lemma, i, _ in clause.lemmas if i in place and lemma in self._states]
        if not any(is_preterite(s.lower[i], lemma) for lemma, i in states):
            return False
        return self.judge(s, above, day) is Modality.ENDED

    def _is_handed_on(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """Whether a source says it; „laut Gesetz“ and „laut Satzung“ it simply is so."""
        told = self._reported.intersection(low)
        if told == {"laut"}:
            following = next((s.low_at(i + 1) for i in clause.tokens if s.lower[i] == "laut"), "")
            return not following.endswith(self._binding)
        return bool(told)

    def _goes_on(self, clause: Clause, low: Sequence[str]) -> bool:
        """„soll fortgesetzt werden“, „wird das Portal weiterhin betreiben“: what is to go on is there."""
        verbs = main_verbs(clause)
        # „wollen ihre Zusammenarbeit ausbauen“
        deepened = not verbs.isdisjoint(_DEEPENING) and self._is_theirs(low)
        return bool(verbs & self._continuing) or deepened or self._lasts(clause, low)

    def _is_theirs(self, low: Sequence[str]) -> bool:
        """„ihre enge Zusammenarbeit“, not „ihre Bürger stärken und eine Zusammenarbeit vereinbaren“."""
        return any(word in self._alliances and "ihre" in low[max(0, n - 2) : n] for n, word in enumerate(low))

    def _lasts(self, clause: Clause, low: Sequence[str]) -> bool:
        """„wird das Portal weiterhin betreiben“."""
        return main_verbs(clause) <= self._lasting and not self._still.isdisjoint(low)

    def inserted(self, s: Sentence, clause: Clause) -> frozenset[int]:
        """Places of „, zuvor bei der AKDB tätig,“: what is added to a name says when that was, not when the rest is."""
        out: set[int] = set()
        verbs = {i for _, i, _ in clause.lemmas}
        marks = [n for n, i in enumerate(clause.tokens) if s.tokens[i].text in {",", "("}]
        for mark in marks:
            opening = s.lower[clause.tokens[mark + 1]] if mark + 1 < len(clause.tokens) else ""
            meant = opening in _ONCE
            if not meant and opening not in self._asides and opening not in {"bis", "seit"}:
                continue
            rest = list(itertools.takewhile(lambda i: s.tokens[i].text not in _CLOSING, clause.tokens[mark + 1 :]))
            if meant:
                # „X, ursprünglich ebenfalls vorgesehen, bleibt bei Y“
                meant = bool(rest) and s.lower[rest[-1]] in self._scheduled
            if (meant or not verbs.intersection(rest)) and not any(s.lower[i] in AUXILIARIES for i in rest):
                out.update(rest)
        return frozenset(out)

    def of_the_press(self, s: Sentence, clause: Clause, verdict: Modality | None) -> bool:
        """„laut Rheinischer Post wird A …“: whether only papers say what a clause says."""
        return self._press.says(s, clause, verdict)

    def tells_when(self, s: Sentence, clause: Clause) -> bool:
        """„Wenn in Berlin der Kongress beginnt, …“: a clause with „wenn“ about what is going to take place."""
        if clause.opener != "wenn" or clause.parent > 0 or any(w in MODALS for w in clause.auxiliaries):
            return False
        low = [s.lower[i] for i in clause.tokens]
        return (
            not self.negation.denies(low)
            and not self.subjunctive.stands(s, clause)
            and self.doubts.words.isdisjoint(set(low) - {"wenn"})
        )

    def founds(self, s: Sentence, body: Argument, article_date: str | None) -> bool:
        """„plant ein Landesamt“, „will eine Anstalt gründen“: whether a body is yet to come."""
        if not 0 <= body.clause < len(s.clauses) or body.marker != "np":
            return False
        clause = s.clauses[body.clause]
        if main_verbs(clause).isdisjoint(self._founding):
            return False
        return self.judge(s, clause, article_date) is Modality.PLANNED


def _is_asked(s: Sentence, clause: Clause) -> bool:
    """„„Wann führt die Stadt die E-Akte ein?“, fragte …“: a question within a sentence."""
    if "?" not in s.lower or not clause.tokens or s.tokens[-1].text == "?":
        return False
    end = max(clause.tokens) + 1
    return any(s.tokens[i].text == "?" for i in (*clause.tokens, end) if i < len(s.tokens))


def _is_hearsay(s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
    """„soll die E-Akte eingeführt haben“, but not „soll bis Ende 2030 eingeführt sein“, which is yet to come."""
    done = any(participle for _, _, participle in clause.lemmas) and "haben" in clause.auxiliaries
    ahead = not _BY.isdisjoint(low) or any(d.start <= s.starts[i] < d.end for d in s.dates for i in clause.tokens)
    return done and not ahead


def _beside_adjectives(s: Sentence, clause: Clause) -> set[str]:
    """„die bisher kommissarische Leiterin ist …“: an adverb that an adjective has, and the clause has not."""
    return {
        s.lower[i]
        for i in clause.tokens
        if s.lower[i] in UNTIL_NOW
        and s.low_at(i - 1) in DETERMINERS
        and i + 1 < len(s.tokens)
        and s.tokens[i + 1].inflected
        and s.text_at(i + 2)[:1].isupper()
    }
