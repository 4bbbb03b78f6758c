"""How a clause says what it says: denied, doubted, planned, reported, over, or plainly asserted."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.demands import Demands, goes_by_wish
from govgraph.extract.clauses.extended import attributive
from govgraph.extract.clauses.granted import Granted
from govgraph.extract.clauses.reported import only_reports
from govgraph.extract.clauses.slots import in_preterite, is_passive, is_perfect
from govgraph.extract.clauses.tenses import UNTIL_NOW, in_present, in_some_time
from govgraph.extract.clauses.unreal import Unreal, comes_after
from govgraph.extract.state import BODY_TYPES, PLACES, RUN
from govgraph.language.dates import MONTHS
from govgraph.language.grammar import (
    AND,
    AUXILIARIES,
    BECOMING,
    DETERMINERS,
    INFINITIVE_OPENERS,
    MODALS,
    PAST_AUXILIARIES,
    PREPOSITIONS,
)
from govgraph.language.morphology import is_preterite
from govgraph.model import EntityType, Modality

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Sentence
    from govgraph.language.dates import DateSpan

_PRESENT = frozenset({"hat", "haben", "habe", "ist", "sind"})
_PAST = PAST_AUXILIARIES | _PRESENT
_BOUNDS = frozenset({"since", "until"})
_NEXT = {"tages": frozenset({"eines"})} | dict.fromkeys(
    ("woche", "monat", "jahr", "quartal", "halbjahr"), frozenset({"nächste", "nächstes", "kommende", "kommendes"})
)
"""Times that are yet to come by the word before them."""

_COUNTED = re.compile(r"^\d+\.?$|^(?!letzten).*[dt]en$|^neuen$")
"""What may stand between „im“ and a time: „im 2. Halbjahr“, „im kommenden Herbst“, not a name or „vergangenen“."""
_SPANS = frozenset({"tagen", "wochen", "monaten"})
_THE = frozenset({"den", "diesen", "beiden", "letzten", "vergangenen", "ersten"})
_ALLOWED = frozenset({"erste", "erster", "ersten", "erstes", "bereits", "schon", "seit", "inzwischen", "exklusiv"})
"""Words by which what somebody may do is what they do."""
_CAN = frozenset({"kann", "können", "werden"})
_USERS = frozenset({"in", "von"})
"""Markers of the place where something is used, or of who uses it."""
_BY_NOW = frozenset({"bereits", "inzwischen", "mittlerweile", "schon"})
"""Words by which what can be done is there."""
_GLAD = frozenset({"freuen", "nennen", "rühmen"})
"""Verbs before which „darf sich“ and „kann sich“ leave nothing open."""
_LAST_MONTH = "10"
"""Until which month of a year its end is yet to come."""
_LAST_DAY = "20"
"""Until which day of a month its end is yet to come."""
_WHILE = frozenset({"bis", "seit"})
_THEN = frozenset({"damals", "einst", "seinerzeit"})
_BEFORE = frozenset({"zuvor"})
_NONE = frozenset({"kein", "keine", "nicht", "nichts", "noch"})
_RHENISH = ("ische", "ischen", "ischer")
"""Ends of the word before „Post“ where that is a paper: „Rheinische Post“, not „Deutsche Post“."""
_CLOSING = frozenset({",", ")", ".", ";", ":"})
_ONE_WORD_DENIED = frozenset({"", "aber", "doch", "jedoch", "noch", "oder", "und", ","})
"""What stands before a „nicht“ that denies the words after it and not the clause."""
_TO_COME = frozenset({"ab", "dem", "im", "nach", "vor", "zu", "zum", "der"})
_AFTER_THESE = frozenset({("nach", "den"), ("vor", "den")})
_SINCE = frozenset({"bis", "seit", "seitdem"})
_MORE_THAN = frozenset({"als", "allein", "ausschließlich", "ganz", "lange", "nur", "so", "weit", "zu"})
"""What stands after a „nicht mehr“ that does not say that something is over."""
_LEAVING_OPEN = frozenset({"sein", "bleiben", "gelten", "stehen", "kommen"})
"""Verbs that a state goes with: „ist im Gespräch“, „gilt als Favoritin“, „kommt in Betracht“."""
_GROUNDS = frozenset(
    {"da", "indem", "nachdem", "obgleich", "obwohl", "seit", "seitdem", "weil", "wo", "während", "zumal"}
)
"""Conjunctions for what is so whatever the clause above demands: „Weil Ulm die E-Akte nutzt, fordert der Rat …“."""
_TELLING = frozenset({"dass", "wonach", "demnach"})
_MEANT = frozenset(
    {"hatte", "hatten", "plante", "planten", "wollte", "wollten", "eigentlich", "ursprünglich", "zunächst"}
)
"""Words by which a plan is one of the past."""
_PLANS = ("absicht", "idee", "plan", "pläne", "vorhaben", "ziel")
"""Ends of nouns, in small letters, whose infinitive is what somebody means to do."""
_GOING = frozenset({"gehen", "nehmen"})
_OFF = frozenset({"vom netz", "offline"})
_PASSIVE = frozenset({"werden", "wird"})
_WAS_TO = frozenset({"sollte", "sollten", "wollte", "wollten"})
_BY = frozenset({"bald", "bis", "demnächst", "spätestens", "künftig", "dann"})
_OUR = ("frühere", "unsere", "ursprüngliche")
_WILL = frozenset({"soll", "sollen", "solle", "werde", "will", "wird", "wolle", "wollen"})
_ABLE = frozenset({"können", "dürfen"})
"""Infinitives that close a verb phrase: „soll … nutzen können“."""
_WOULD = frozenset({"würde", "würden"})
_ACCORDINGLY = frozenset({"demnach", "danach", "laut", "zufolge", "angaben"})
"""Words by which „würde“ hands on what somebody has said, and leaves nothing open."""
_IT_SAID = frozenset({"hieß", "berichtet", "berichteten", "geschrieben", "gemeldet", "stand"})
_WAYS = frozenset({"über", "via", "per", "mithilfe"})
"""Words before what something is done with."""

_HAD = frozenset({"hatte", "hatten"})
_HAD_MEANT = _HAD | {"hätte", "hätten"}
_MINE = frozenset({"habe", "werde"})
"""Forms that beside „ich“ are no subjunctive."""
_STILL_THIS = frozenset({("noch", "in", "diesem"), ("noch", "im", "laufenden"), ("noch", "vor", "dem")})
"""How a time begins before which something is going to be: „noch in diesem Jahr“."""
_IF = frozenset({"wenn", "falls", "ob", "sofern"})
_PROBABLY, _WELFARE = "wohl", "Wohl"
_NOT_YET = ["noch", "nicht", ",", "aber"]
_TO_DO = frozenset({"tun", "schaffen"})
_HELPING = frozenset({"haben", "sein", "werden"})
_ONCE = frozenset({"anfangs", "eigentlich", "einst", "ursprünglich", "zunächst"})
_GONE_BY = frozenset({"vorbei", "vorüber"})
"""Adverbs by which something is over: „Vorbei ist der Versuch“."""
_THEREUPON = frozenset({"anschließend", "danach", "dann", "fortan", "stattdessen"})
"""Words by which a clause goes on in time from the one it is joined to."""
_YEAR = 4
_PAPERS = frozenset({EntityType.DOCUMENT, EntityType.PROGRAMME})
_LIKEWISE = frozenset({"auch", "ebenfalls", "ebenso", "genauso"})
_UNTIL = 5
"""How many words after „vor“ are looked at for the time that it tells."""
_BEFORE_TIMES = frozenset({"dem", "der", "den", "diesem", "dieser", "nächsten", "nächstem", "kommenden"})
"""Words between „vor“ and its time."""
_SO_ALREADY = frozenset({"bereits", "heute", "schon", "seit"})
"""Words by which what a clause says is so now, whatever it adds for tomorrow."""
_COMING_YEAR = re.compile(r"20\d\d")
_SHORT_HEAD = 3
"""Most words before the colon of „Ebenso falsch: …“."""
_SPAN_BEFORE = 5
"""Within how many words before its end „vom“ opens a span of days."""
_LITTLE = frozenset({"nichts", "wenig"})


class ModalityReader:
    """Judges clauses.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.words
        self.negation = words("negation")
        self._time_nouns = frozenset(word.lower() for word in words("time-nouns"))
        self.doubt = words("doubt")
        self.speech = words("speech-verbs") | words("addressing-verbs")
        self.doubtful_states = words("doubtful-states")
        self.candidates = frozenset(word.lower() for word in words("candidate-nouns") | words("successor-nouns"))
        self.planned = words("planned")
        self.scheduled = words("scheduled")
        self.ahead_of = frozenset(word.lower() for word in words("nouns-to-come"))
        self.planned_verbs = words("planned-verbs")
        self.promising = words("promising-verbs")
        self.undoing = words("undoing")
        self.accepting = words("accepting-verbs")
        self.ended = words("ended")
        self.continuing = words("continuing-verbs")
        self.beginning = words("beginning-verbs")
        self.still = words("going-on-adverbs")
        self.ending = words("ending-verbs")
        self.taking_time = words("time-taking-verbs")
        self.trials = frozenset(word.lower() for word in words("trial-nouns"))
        self.promises = frozenset(word.lower() for word in words("promising-nouns"))
        self.asides = words("former-adverbs") | words("designated-adverbs")
        self.ended_states = words("ended-states")
        self.named_by_year = tuple(sorted(words("endings-named-by-a-year")))
        self.putting_forward = words("putting-forward-verbs")
        self.put_forward_into = words("put-forward-into")
        self.conferring = words("conferring-verbs")
        self.no_doubt = words("nouns-of-no-doubt")
        self.disclaimed = words("disclaimed-heads")
        self.merely_asking = self.putting_forward | words("asking-verbs")
        self.reported = words("reported")
        self.wrongly = words("wrongly-words")
        self.reports = words("report-nouns")
        self.subjunctive = words("subjunctive")
        self.binding = tuple(sorted(words("binding-texts")))
        self.demand = words("demand")
        self.demands = Demands(words)
        self.unreal = Unreal(words)
        self.granted = Granted(words)
        self.forbidding = words("forbidding-verbs")
        self.truth = words("truth-verbs")
        self.denying = words("denying-verbs")
        self.undone = self.demand | self.denying | words("undone-verbs")
        self.claiming = words("claiming-verbs")
        self.falsehoods = words("falsehoods")
        self.dropped = words("dropped-states")
        self.changing = words("changing-verbs")
        self.denied_nouns = words("denied-nouns")
        self.given_up = tuple(frozenset(phrase.split()) for phrase in sorted(words("given-up")))
        self.founding = words("founding-verbs")
        self.arriving = words("arriving-verbs")
        self.telling = words("rumour-verbs")
        self.media = words("media")
        self.media_endings = tuple(sorted(words("media-endings")))
        self.states = words("state-verbs")
        self.posts = words("post-verbs")
        self.sessions = frozenset(word.lower() for word in words("session-nouns"))
        self.recurring = frozenset(word.lower() for word in words("recurring-times"))
        self._times = self.recurring.union(_NEXT)
        self.placing = words("placing-verbs")
        self.lasting = words("lasting-verbs") | self.placing
        self._staying = self.lasting | {"bleiben", "gelten", "laufen"}
        self._lasting_states = self.states | self.lasting
        self._ended_at_once = self.ended - _THEN
        self.users = frozenset(word.lower() for word in words("users"))

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
                verdict = self._not_before(s, clause, verdict, article_date)
            clause.judged = (verdict,)
        return clause.judged[0]

    def _not_before(self, s: Sentence, clause: Clause, verdict: Modality, day: str | None) -> Modality | None:
        """„führt VIS nicht vor 2026 ein“ is planned, „Vor 2020 nutzte Jena VIS nicht“ denies, as what is past does."""
        low = [s.lower[i] for i in clause.tokens]
        times = [low[n + 1 :] for n, word in enumerate(low) if word == "nicht"]
        times = [rest for rest in (*times, low) if times and self._tells_when(rest)]
        if not times:
            return verdict
        years = [word for rest in times for word in rest[:_UNTIL] if _COMING_YEAR.fullmatch(word)]
        passed = bool(years) and (day is None or years[0] < day[:_YEAR])
        if passed or not in_present(s, clause):
            return None
        return Modality.PLANNED if verdict in {Modality.ASSERTED, Modality.ENDED} else verdict

    def _judge(self, s: Sentence, clause: Clause, article_date: str | None) -> Modality | None:
        low = [s.lower[i] for i in clause.tokens]
        if low[: len(_NOT_YET)] == _NOT_YET:
            # „Noch nicht, aber die Stadt testet F13“, after a question
            low = low[len(_NOT_YET) :]
        if self._doubted(s, low, clause) or self._is_neither(s, low) or goes_by_wish(s):
            return None
        if self._is_put_forward(s, clause, low) or self._is_called_false(s, clause, low):
            return None
        if self.unreal.is_supposed(s, clause, article_date) or self.unreal.is_asked_for(s, clause):
            return None
        if self.forbidding & self._main_verbs(clause):
            return None
        if _TO_DO.intersection(low) and self._has_nothing_to_do(low):
            return None
        if self._denied(low):
            over = self.no_longer(s, clause) >= 0 and not self._was_only_meant(s, clause)
            over = over and not (
                (_is_told(s, clause) or self.is_subjunctive(s, clause)) and self._is_rejected(s, clause)
            )
            return Modality.ENDED if over else None
        if clause.kind == "infinitive" and clause.parent >= 0:
            above = s.clauses[clause.parent]
            said = [s.lower[i] for i in above.tokens]
            words = set(said)
            lemmas = {lemma for lemma, _, _ in above.lemmas}
            if lemmas & (self.undone | self.merely_asking) or self._denied(said) or self._doubted(s, said, above):
                return None
            if self.demands.is_wanted(said, lemmas) or self.demands.is_proposed(s, clause):
                return None
            if self._is_dropped(said) or self._was_a_plan(s, clause):
                return None
            if lemmas & self.claiming:
                return Modality.REPORTED
            if words & self.planned or lemmas & self.planned_verbs or self._promised(words, lemmas):
                return None if self._was_given_up(s, clause) else Modality.PLANNED
            if lemmas & self.beginning and self.judge(s, above, article_date) is Modality.PLANNED:
                return Modality.PLANNED
        if clause.kind == "infinitive" and clause.opener in INFINITIVE_OPENERS:
            # „um die E-Akte einzuführen“ is what somebody means to do, „ohne“ and „statt“ what nobody does
            return Modality.PLANNED if clause.opener == "um" else None
        if self._asked(s, clause) or self._corrected(s, clause, low) or self._was_meant_once(clause, low):
            return None
        if clause.kind == "sub" and clause.parent >= 0:
            above = s.clauses[clause.parent]
            lemmas = {lemma for lemma, _, _ in above.lemmas}
            if lemmas & self.demand and clause.opener not in _GROUNDS:
                return None
            if clause.opener == "dass":
                said = [s.lower[i] for i in above.tokens]
                if self._denied(said) or self._doubted(s, said, above) or self.demands.is_wanted(said, lemmas):
                    return None
                if not lemmas and any(MODALS.get(w) == "wollen" for w in above.auxiliaries):
                    # „Die Kommunen wollen, dass die FITKO …“
                    return None
                if set(said) & self.planned or lemmas & self.planned_verbs or _names_plan(said, above):
                    return Modality.PLANNED
        if comes_after(s, clause):
            return Modality.PLANNED
        if self._is_tied(s, clause):
            hung = s.clauses[clause.parent]
            if self.judge(s, hung, article_date) is None and self._is_rejected(s, hung):
                return None
        told = _is_told(s, clause)
        if told and self._is_rejected(s, clause):
            return None
        if self._held_out(set(low), {lemma for lemma, _, _ in clause.lemmas}):
            return Modality.PLANNED
        verdict = self._tense(s, clause, low, article_date)
        # not after a colon: „widerspricht: Das Portal werde weiterentwickelt“
        follows = bool(clause.tokens) and s.tokens[clause.tokens[0]].text == ","
        handed = verdict is Modality.REPORTED or (verdict is Modality.PLANNED and self.is_subjunctive(s, clause))
        if (handed or told) and self._is_discredited(s, clause):
            return None
        if handed and follows and not told and self._is_rejected(s, clause):
            return None
        if verdict is Modality.PLANNED and self._was_given_up(s, clause):
            return None
        if verdict is Modality.ASSERTED and (
            self._is_outstanding(s, clause) or self.unreal.hangs_on_decision(s, clause, article_date)
        ):
            return Modality.PLANNED
        return verdict

    def _is_called_false(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„Ebenso falsch: A sei nicht mehr CIO“, but not „Falsch: Gera nutzt es längst“, which may be an answer."""
        if ":" not in low or self.falsehoods.isdisjoint(low[: low.index(":")]) or low.index(":") > _SHORT_HEAD:
            return False
        return not _LIKEWISE.isdisjoint(low[: low.index(":")]) or self.is_subjunctive(s, clause)

    def _is_put_forward(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„wurde als CIO vorgeschlagen“, „brachte A als CIO ins Spiel“, not „Als CIO schlug er vor, …“."""
        brought = any(lemma == "bringen" for lemma, _, _ in clause.lemmas) and "ins" in low
        brought = brought and not self.put_forward_into.isdisjoint(low)
        wanted = {lemma for lemma, _, _ in clause.lemmas} & self.putting_forward
        if not (brought or wanted) or self._is_chosen_then(s, clause, wanted or {"bringen"}):
            return False
        passive = is_passive(clause)
        return any(
            a.role is not None
            and a.first in clause.tokens
            and (a.marker == "zu" or (a.marker == "als" and (passive or a.begin > clause.tokens[0] + 1)))
            for a in s.arguments
        )

    def _is_chosen_then(self, s: Sentence, clause: Clause, wanted: AbstractSet[str]) -> bool:
        """„vorgeschlagen und einstimmig gewählt“, not „A wurde vorgeschlagen und B gewählt“: then it is done."""
        verbs = sorted((i, lemma) for lemma, i, participle in clause.lemmas if participle)
        put = next((i for i, lemma in verbs if lemma in wanted), -1)
        chosen = next((i for i, lemma in verbs if i > put >= 0 and lemma in self.conferring), -1)
        return chosen >= 0 and not any(
            a.type is EntityType.PERSON and a.marker == "np" and put < a.first < chosen for a in s.arguments
        )

    @staticmethod
    def _was_meant_once(clause: Clause, low: Sequence[str]) -> bool:
        """„hatte das Projekt fördern wollen“, „hätte mitmachen sollen“: what was meant, and has not been done."""
        if _HAD_MEANT.isdisjoint(clause.auxiliaries):
            return False
        words = [word for word in low if word.isalpha()]
        # not „das Vorhaben, mit dem sie ein Zentrum hatten bauen wollen“: it was theirs
        return words[-1:] in (["wollen"], ["sollen"]) and not (clause.kind == "relative" and words[0] in PREPOSITIONS)

    def _is_outstanding(self, s: Sentence, clause: Clause) -> bool:
        """„hat zwei Millionen zugesagt, davon ist nichts angekommen“: what was promised and has not come."""
        if not self.promises_of(clause):
            return False
        later = s.clauses[next(n for n, each in enumerate(s.clauses) if each is clause) + 1 :]
        return any(
            lemma in self.arriving and not _NONE.isdisjoint(s.lower[i] for i in each.tokens)
            for each in later
            for lemma, _, _ in each.lemmas
        )

    def _is_rejected(self, s: Sentence, clause: Clause) -> bool:
        """„bestreitet, dass …“, „Falsch ist, dass …“, „dementiert Berichte, wonach …“, „Man munkelt, A werde …“."""
        if clause.parent < 0:
            return False
        above = s.clauses[clause.parent]
        if self._is_tied(s, above):
            # „Dass A endet und B beginnt, ist falsch“: both hang on what follows
            number = clause.parent
            above = next((each for each in s.clauses[number + 1 :] if each.parent == number), above)
        if any(lemma in self.denying for lemma, _, _ in above.lemmas):
            return not self._denied([s.lower[i] for i in above.tokens])
        said = [s.lower[i] for i in above.tokens]
        return not self.falsehoods.isdisjoint(said) or self._is_dropped(said)

    def _is_dropped(self, said: Sequence[str]) -> bool:
        """„ist vom Tisch“, „hat wenig Interesse“: two words that say that nothing comes of what hangs on them."""
        return any(f"{a} {b}" in self.dropped for a, b in itertools.pairwise(said))

    def _was_a_plan(self, s: Sentence, clause: Clause) -> bool:
        """„hat den Plan, die E-Akte einzuführen, begraben“: an infinitive on a noun for a plan that is given up."""
        noun = s.low_at(clause.tokens[0] - 1)
        if not noun.endswith(_PLANS):
            return False
        above = s.clauses[clause.parent]
        said = {*(s.lower[i] for i in above.tokens), *(lemma for lemma, _, _ in above.lemmas)}
        return any(phrase <= said for phrase in self.given_up)

    def _is_discredited(self, s: Sentence, clause: Clause) -> bool:
        """„Berichte, A leite das Amt, sind aus der Luft gegriffen“, „Meldungen, wonach …, wies sie zurück“."""
        first, last = min(clause.tokens), max(clause.tokens)
        said = (i for i in range(max(0, first - 1), last) if s.tokens[i].text in self.denied_nouns)
        if not any(s.text_at(i + 1) == "," for i in said):
            return False
        for later in s.clauses:
            low = [s.lower[i] for i in later.tokens if i > last]
            if low and self._denied(low) and any(lemma in self.truth for lemma, _, _ in later.lemmas):
                # „Das Gerücht, Ulm nutze X, stimmt nicht“
                return True
            if not low or self._denied(low):
                continue
            if not self.falsehoods.isdisjoint(low) or any(
                lemma in self.denying and i > last for lemma, i, _ in later.lemmas
            ):
                return True
        return False

    @staticmethod
    def _is_tied(s: Sentence, clause: Clause) -> bool:
        """„dass A endet und B mit C zusammenarbeitet“: a clause that „und“ ties to one with „dass“, its verb last."""
        if clause.kind != "main" or clause.parent < 0 or s.clauses[clause.parent].opener != "dass":
            return False
        words = [i for i in clause.tokens if s.lower[i].isalpha()]
        last = words[-1] if words else -1
        return s.lower[clause.tokens[0]] in {"und", "oder"} and any(
            i == last and not participle for _, i, participle in clause.lemmas
        )

    def founds(self, s: Sentence, body: Argument, article_date: str | None) -> bool:
        """„plant ein Landesamt“, „will eine Anstalt gründen“: whether a body is yet to come."""
        if not 0 <= body.clause < len(s.clauses) or body.marker != "np":
            return False
        clause = s.clauses[body.clause]
        if self._main_verbs(clause).isdisjoint(self.founding | self.planned_verbs):
            return False
        return self.judge(s, clause, article_date) is Modality.PLANNED

    def of_the_press(self, s: Sentence, clause: Clause, verdict: Modality | None) -> bool:
        """„Die Zeitung hatte gemeldet, A wechsle …“, „laut Rheinischer Post wird A …“: what only papers say."""
        if verdict is Modality.REPORTED and not self.reported.isdisjoint(s.lower[i] for i in clause.tokens):
            return self._names_papers(s, clause)
        if clause.parent < 0 or not (verdict is Modality.REPORTED or self.is_subjunctive(s, clause)):
            return False
        above = s.clauses[clause.parent]
        return any(lemma in self.telling for lemma, _, _ in above.lemmas) and self._names_papers(s, above)

    def _names_papers(self, s: Sentence, clause: Clause) -> bool:
        words = [s.lower[i] for i in clause.tokens]
        if any(word in self.media or word.endswith(self.media_endings) for word in words):
            return True
        return any(after == "post" and word.endswith(_RHENISH) for word, after in itertools.pairwise(words))

    def _was_given_up(self, s: Sentence, clause: Clause) -> bool:
        """„wollte die E-Akte einführen, hat sich aber dagegen entschieden“: what was meant, and came to nothing."""
        number = next((n for n, each in enumerate(s.clauses) if each is clause), -1)
        meant = {s.lower[i] for i in clause.tokens}
        if clause.kind == "infinitive":
            meant.update(s.lower[i] for i in s.clauses[clause.parent].tokens)
        if _MEANT.isdisjoint(meant):
            return False
        around = (
            s.clauses[clause.parent : clause.parent + 1] if clause.kind == "relative" and clause.parent >= 0 else ()
        )
        for later in (*around, *s.clauses[number + 1 :]):
            said = {*(s.lower[i] for i in later.tokens), *(lemma for lemma, _, _ in later.lemmas)}
            if any(phrase <= said for phrase in self.given_up):
                return True
        return False

    @staticmethod
    def _was_only_meant(s: Sentence, clause: Clause) -> bool:
        """„Gera, das ebenfalls Pilot werden sollte, ist nicht mehr dabei“: what never was, and so has no end."""
        number = next((n for n, each in enumerate(s.clauses) if each is clause), -1)
        return any(
            aside.kind == "relative"
            and aside.parent == number
            and not {*(s.lower[i] for i in aside.tokens)}.isdisjoint(_WAS_TO)
            # „Weber, die CIO werden sollte, gehört dem Rat nicht mehr an“ tells of two things
            and not any(a.role is not None and a.first in aside.tokens for a in s.arguments)
            for aside in s.clauses
        )

    def _promised(self, words: set[str], lemmas: set[str]) -> bool:
        """„hat angekündigt, …“, „stellt in Aussicht, …“: whether what comes in the infinitive is yet to be done."""
        return bool(lemmas & self.promising or words & self.promises) or self._held_out(words, lemmas)

    @staticmethod
    def _held_out(words: set[str], lemmas: set[str]) -> bool:
        """„hat 400.000 Euro in Aussicht gestellt“."""
        return "stellen" in lemmas and {"in", "aussicht"} <= words

    @staticmethod
    def _asked(s: Sentence, clause: Clause) -> bool:
        """„„Wann führt die Stadt die E-Akte ein?“, fragte …“: a question within a sentence."""
        if "?" not in s.lower or not clause.tokens or s.tokens[-1].text == "?":
            return False
        end = max(clause.tokens) + 1
        return any(s.tokens[i].text == "?" for i in (*clause.tokens, end) if i < len(s.tokens))

    def _corrected(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„In unserer Meldung hieß es, …“, „es wurde fälschlich berichtet, dass …“: what the article takes back."""
        if not self.wrongly.isdisjoint(low):
            return True
        if clause.parent < 0:
            return False
        above = s.clauses[clause.parent]
        told = [s.lower[i] for i in above.tokens]
        if not self.wrongly.isdisjoint(told):
            return True
        said = not _IT_SAID.isdisjoint(low) or not _IT_SAID.isdisjoint(told)
        own = said and any(word.startswith(_OUR) for word in told)
        return own and not self.reports.isdisjoint(s.tokens[i].text for i in above.tokens)

    def tells_when(self, s: Sentence, clause: Clause) -> bool:
        """„Wenn in Berlin der Kongress beginnt, …“: a clause with „wenn“ about what is going to take place."""
        if clause.opener != "wenn" or clause.parent > 0 or any(w in MODALS for w in clause.auxiliaries):
            return False
        low = [s.lower[i] for i in clause.tokens]
        return (
            not self._denied(low) and not self.is_subjunctive(s, clause) and self.doubt.isdisjoint(set(low) - {"wenn"})
        )

    def is_off(self, s: Sentence, clause: Clause) -> bool:
        """„Die Einführung der E-Akte ist vom Tisch“: whether nothing comes of what the nouns of a clause name."""
        return self._is_dropped([s.lower[i] for i in clause.tokens])

    def undoes(self, clause: Clause) -> bool:
        """Whether the verb of the clause puts off or refuses what its nouns name: „wurde verschoben“, „warnt vor“."""
        return bool(self._main_verbs(clause) & self.undoing)

    def promises_of(self, clause: Clause) -> bool:
        """Whether the verb of the clause decides or promises what its nouns name: „hat die Einführung beschlossen“."""
        return bool(self._main_verbs(clause) & self.promising)

    def accepts(self, s: Sentence, clause: Clause) -> bool:
        """„Als Rednerin hat A zugesagt“: whoever says that they come is yet to come; not „hat zugesagt, es zu tun“."""
        if self._main_verbs(clause).isdisjoint(self.accepting) or not _HAD.isdisjoint(clause.auxiliaries):
            return False
        return not any(
            each.parent >= 0
            and s.clauses[each.parent] is clause
            and (each.kind == "infinitive" or each.opener == "dass")
            for each in s.clauses
        )

    @staticmethod
    def becomes(clause: Clause) -> bool:
        """„Ulm wird Mitglied“: what somebody becomes in the present is yet to come."""
        told = {"wird", "werden"} & set(clause.auxiliaries)
        return bool(told) and {lemma for lemma, _, _ in clause.lemmas} == {"werden"}

    def ends(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause ends what its nouns name: „will den Probebetrieb einstellen“, „geht vom Netz“."""
        verbs = self._main_verbs(clause)
        return bool(verbs & self.ending) or (not _GOING.isdisjoint(verbs) and _goes_off(s, clause))

    def ends_soon(self, s: Sentence, clause: Clause) -> bool:
        """„stellt die App zum 1. April ein“, „wird zum Jahresende abgeschaltet“: whether an end to come is decided.

        Until then it is still there, as is what somebody only wants to end.
        """
        passive = is_passive(clause) and _PASSIVE.issuperset(clause.auxiliaries)
        told = clause.kind != "infinitive" and (not clause.auxiliaries or passive) and in_present(s, clause)
        return told and self.planned_verbs.isdisjoint(lemma for lemma, _, _ in clause.lemmas)

    def no_longer(self, s: Sentence, clause: Clause) -> int:
        """Where a main or relative clause says „nicht mehr“ of what its verb says, which so was the case; else -1.

        Not „nicht mehr dem Innenministerium“, which denies one word, nor „will nicht mehr warten“, nor „hat es nicht
        mehr eingeführt“, which never was the case.
        """
        if clause.kind not in {"gap", "main", "relative"} or "sondern" in s.lower or "?" in s.lower:
            return -1
        low = [s.lower[i] for i in clause.tokens]
        at = [n for n, word in enumerate(low) if word in self.negation]
        if len(at) != 1 or low[at[0]] != "nicht" or low[at[0] + 1 : at[0] + 2] not in (["mehr"], ["länger"]):
            return -1
        before, after = low[at[0] - 1] if at[0] else "", low[at[0] + 2] if at[0] + 2 < len(low) else ""
        if after == "ein" and not any(word.isalpha() for word in low[at[0] + 3 :]):
            # „setzt die Software nicht mehr ein“: a part of the verb
            after = ""
        if before in _ONE_WORD_DENIED or after in _MORE_THAN or after in DETERMINERS:
            return -1
        if self._future(s, clause) or any(w in MODALS for w in clause.auxiliaries):
            return -1
        perfect = any(AUXILIARIES.get(w) == "haben" for w in clause.auxiliaries)
        perfect = perfect and any(participle for _, _, participle in clause.lemmas)
        return -1 if perfect or not self._main_verbs(clause) & self.lasting else clause.tokens[at[0]]

    @staticmethod
    def _is_neither(s: Sentence, low: Sequence[str]) -> bool:
        """„führt weder die E-Akte ein, noch testet sie …“: whether a clause is what „noch“ adds to a „weder“."""
        if "weder" not in s.lower or "weder" in low:
            return False
        return next((word for word in low if word.isalpha()), "") == "noch"

    @staticmethod
    def _has_nothing_to_do(low: Sequence[str]) -> bool:
        """„Wir haben mit dem Portal nichts zu tun“, „wenig zu schaffen“: what is denied in so many words."""
        return not _LITTLE.isdisjoint(low) and any(
            low[n - 1] == "zu" for n, word in enumerate(low) if word in _TO_DO and n > 0
        )

    def _denied(self, low: list[str]) -> bool:
        if self.negation.isdisjoint(low):
            return False
        for place, word in enumerate(low):
            if word in self.negation:
                following = low[place + 1] if place + 1 < len(low) else ""
                if word == "nicht" and following in {"nur", "allein", "zuletzt", "mehr"}:
                    if following == "mehr":
                        return True
                    continue
                if self._affirms(low, place):
                    continue
                return True
        return False

    def _affirms(self, low: Sequence[str], place: int) -> bool:
        """„Kein Wunder, dass …“, „Kein Witz: …“, „Weder teuer noch langsam: …“: a negation that denies nothing."""
        rest = low[place + 1 : place + 1 + _SHORT_HEAD]
        if low[place].startswith("kein") and rest:
            return rest[0] in self.no_doubt or (rest[0] in self.disclaimed and rest[1:2] in ([":"], ["–"]))
        if low[place] == "nicht" and (self._tells_when(rest) or self._tells_when(low)):
            # „will den Dienst nicht vor 2026 anbieten“, „Vor 2026 soll er nicht kommen“: but then
            return True
        return place == 0 and low[0] == "weder" and low[2:3] == ["noch"] and low[4:5] == [":"]

    def _tells_when(self, low: Sequence[str]) -> bool:
        """Whether words begin with a time that is not yet come: „vor Mitte 2026“, „vor dem Herbst“."""
        if low[:1] != ["vor"]:
            return False
        first = next((word for word in low[1:_UNTIL] if word not in _BEFORE_TIMES), "")
        return first in self._time_nouns or _COMING_YEAR.fullmatch(first) is not None

    def _doubted(self, s: Sentence, low: list[str], clause: Clause) -> bool:
        if clause.opener in _IF:
            return True
        doubtful = () if self.doubt.isdisjoint(low) else [w for w in low if w in self.doubt and w not in _IF]
        if doubtful == [_PROBABLY] and any(s.text_at(i) == _WELFARE for i in clause.tokens[1:]):
            # „Zum Wohl der Bürger nutzt Kiel die E-Akte“
            doubtful = ()
        if doubtful and _WOULD.issuperset(doubtful) and not _ACCORDINGLY.isdisjoint(low):
            # „Demnach würden Hagen und Borken den Antrag übernehmen“: what is said to come
            doubtful = ()
        if doubtful and only_reports(s, clause, doubtful, self.speech):
            doubtful = ()
        if doubtful or self._left_open(low, clause):
            return True
        modals = {MODALS[w] for w in clause.auxiliaries if w in MODALS}
        if _will_be_able(clause):
            modals -= _ABLE
        if (
            modals == {"können"}
            and (self.users.intersection(low) or self._offered(s, clause, low))
            and not self.subjunctive.intersection(clause.auxiliaries)
        ):
            # „Eltern können die Kinder über das Portal anmelden“: what the public can do is offered already
            return "könnte" in low or "könnten" in low
        if modals == {"dürfen"} and not _ALLOWED.isdisjoint(low):
            # „Kassel darf die E-Akte als Erste testen“: what is allowed now is done
            return False
        if (
            modals == {"können"}
            and _CAN.issuperset(clause.auxiliaries)
            and is_passive(clause)
            and not _BY_NOW.isdisjoint(low)
            and _says_where(s, clause)
        ):
            # „In Ulm kann die BundID bereits genutzt werden“
            return False
        if modals <= {"können", "dürfen"} and not _GLAD.isdisjoint(self._main_verbs(clause)) and "sich" in low:
            # „Ulm darf sich über zwei Millionen Euro freuen“, „darf sich nun Mitglied nennen“
            return "könnte" in low or "könnten" in low
        return bool(modals & {"können", "dürfen", "mögen"}) and not any(
            w in {"durfte", "durften", "konnte", "konnten", "möchte", "möchten"} for w in low
        )

    def _left_open(self, low: list[str], clause: Clause) -> bool:
        """„Als Nachfolgerin ist A im Gespräch“, not „ist mit der Stadt im Gespräch“."""
        verbs = self._main_verbs(clause)
        if "nennen" in verbs and "als" in low and ("worden" in low or "werden" in _helping(clause)):
            # „Als Nachfolger wird X genannt“
            return not self.candidates.isdisjoint(low)
        if _LEAVING_OPEN.isdisjoint(verbs) or "mit" in low:
            return False
        said = f" {' '.join(low)} "
        # „Bis zur Wahl bleibt A Vorsitzende“
        said = said.replace(" bis zur wahl ", " ")
        return any(f" {state} " in said for state in self.doubtful_states)

    @staticmethod
    def _offered(s: Sentence, clause: Clause, low: list[str]) -> bool:
        """„Wer bauen will, kann …“, „Ulmerinnen und Ulmer können …“, „Anträge können per App gestellt werden“."""
        passive = "werden" in clause.auxiliaries and any(participle for _, _, participle in clause.lemmas)
        inhabitants = any(w.endswith("erinnen") and low[n + 1 : n + 2] == ["und"] for n, w in enumerate(low))
        # „die Ulmer können …“
        people = (a for a in s.arguments if a.reference and a.first in clause.tokens and a.type in PLACES)
        inhabitants = inhabitants or any(s.lower[a.first].endswith(("er", "ern")) for a in people)
        return s.lower[0] == "wer" or inhabitants or (passive and not _WAYS.isdisjoint(low))

    def inserted(self, s: Sentence, clause: Clause) -> frozenset[int]:
        """Places of „, zuvor bei der AKDB tätig,“: what is added to a name says when that was, not when the rest is."""
        out: set[int] = set()
        verbs = {i for _, i, _ in clause.lemmas}
        marks = [n for n, i in enumerate(clause.tokens) if s.tokens[i].text in {",", "("}]
        for mark in marks:
            opening = s.lower[clause.tokens[mark + 1]] if mark + 1 < len(clause.tokens) else ""
            meant = opening in _ONCE
            if not meant and opening not in self.asides and opening not in {"bis", "seit"}:
                continue
            rest = list(itertools.takewhile(lambda i: s.tokens[i].text not in _CLOSING, clause.tokens[mark + 1 :]))
            if meant:
                # „X, ursprünglich ebenfalls vorgesehen, bleibt bei Y“
                meant = bool(rest) and s.lower[rest[-1]] in self.scheduled
            if (meant or not verbs.intersection(rest)) and not any(s.lower[i] in AUXILIARIES for i in rest):
                out.update(rest)
        return frozenset(out)

    def _tense(self, s: Sentence, clause: Clause, low: list[str], article_date: str | None) -> Modality | None:
        aside = self.inserted(s, clause)
        if aside:
            low = [s.lower[i] for i in clause.tokens if i not in aside]
        modals = {MODALS[w] for w in clause.auxiliaries if w in MODALS}
        if "müssen" in modals and not {"musste", "mussten"} & set(low):
            return Modality.PLANNED if "bis" in low or "spätestens" in low else None
        if modals & {"sollen", "wollen"} and self._is_hearsay(s, clause, low):
            return Modality.REPORTED
        if modals & {"sollen", "wollen", "mögen"}:
            # „will bei X bleiben“, „soll fortgesetzt werden“: what goes on is there
            return Modality.ASSERTED if self._goes_on(clause, low) else Modality.PLANNED
        perfect = self._is_past(clause)
        if self._future(s, clause):
            kept = self._main_verbs(clause) <= self.continuing
            return Modality.ASSERTED if kept or self._lasts(clause, low) else Modality.PLANNED
        as_planned = "wie" in low and low.index("wie") + 1 < len(low) and low[low.index("wie") + 1] in self.planned
        if (
            not perfect
            and not as_planned
            and (
                set(low) & self.planned
                or {v for v, i, _ in clause.lemmas if i not in aside} & self._main_verbs(clause) & self.planned_verbs
                or ("stehen" in self._main_verbs(clause) and _stands_before(low, self.ahead_of))
            )
        ):
            return Modality.PLANNED
        if perfect and not as_planned and self.scheduled & set(low):
            return Modality.PLANNED
        if not perfect and self._changes_by(s, clause, article_date):
            return Modality.PLANNED
        if article_date and not perfect:
            dates = [d for d in s.dates if d.value > article_date and len(d.value) >= _YEAR]
            dates = [d for d in dates if d.lead not in _BOUNDS or _ends_span(s, d)]
            own = set(clause.tokens) - attributive(s) if dates else ()
            inside = [d for d in dates if any(s.starts[i] >= d.start and s.end_of(i) <= d.end for i in own)]
            inside = [d for d in inside if not self._is_in_name(s, d)]
            if any(d.lead in _BOUNDS for d in inside) and _has_verb(clause) and not in_present(s, clause):
                # „fand vom 7. bis 9. November statt“, told in February: those of the year before
                inside = []
            begun = inside and _has_begun(s, inside[0], article_date)
            if inside and not begun and not inside[0].value.startswith(article_date[: len(inside[0].value)]):
                return Modality.PLANNED
        if not perfect and article_date and (_at_the_end_of(s, clause, article_date) or in_some_time(s, clause)):
            return Modality.PLANNED
        if not perfect and self._is_ahead(s, clause, low):
            inner = attributive(s)
            if not inner or self._is_ahead(s, clause, [s.lower[i] for i in clause.tokens if i not in inner]):
                return Modality.PLANNED
        if not perfect and self._follows_a_plan(s, clause, low, article_date):
            return Modality.PLANNED
        if self._handed_on(s, clause, low) or self.is_subjunctive(s, clause):
            return Modality.REPORTED
        # „Wie zuvor schon Ulm nutzt nun auch Gera …“: that was before is said of the other
        compared = {after for word, after in itertools.pairwise(low) if word == "wie"} if "wie" in low else set()
        compared |= _beside_adjectives(s, clause)
        over = self._over(s, clause, set(low) - compared, article_date) or self._over_too(s, clause, article_date)
        over = over or (not _GONE_BY.isdisjoint(low) and "an" not in low and not clause.joined and _is_copular(clause))
        return Modality.ENDED if over else Modality.ASSERTED

    def _is_in_name(self, s: Sentence, day: DateSpan) -> bool:
        """„beschloss die Digitalstrategie 2035“: a year right after the noun for a plan is a part of its name."""
        first = s.token_range(day.start, day.end)[0]
        named = s.taken.get(first - 1)
        if len(day.value) != _YEAR or named is None or named.type not in _PAPERS or named.last != first:
            return False
        return named.type is EntityType.DOCUMENT or s.low_at(first - 1).endswith(self.named_by_year)

    def _over_too(self, s: Sentence, clause: Clause, day: str | None) -> bool:
        """„Bis Mai leitete sie X und vertrat das Land in Y“: what „und“ joins to a state that is over."""
        if clause.kind != "main" or clause.parent < 0 or s.lower[clause.tokens[0]] != "und":
            return False
        above = s.clauses[clause.parent]
        words = [i for i in clause.tokens if s.lower[i].isalpha()]
        # „…, wo sie bis Mai X leitete und das Land vertrat“
        place = words[1:2] if above.kind == "main" else words[-1:]
        states = [(lemma, i) for lemma, i, _ in clause.lemmas if i in place and lemma in self.states]
        if not any(is_preterite(s.lower[i], lemma) for lemma, i in states):
            return False
        return self.judge(s, above, day) is Modality.ENDED

    def is_subjunctive(self, s: Sentence, clause: Clause) -> bool:
        """„er sei gegangen“, „sie wolle gehen“, „die Stadt nutze“: the first subjunctive of indirect speech."""
        helping = set(clause.auxiliaries) - (_MINE if "ich" in s.lower else set())
        return bool(helping & self.subjunctive) or self._subjunctive(s, clause)

    @staticmethod
    def _is_hearsay(s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„soll die E-Akte eingeführt haben“, but not „soll bis Ende 2030 eingeführt sein“, which is yet to come."""
        done = any(participle for _, _, participle in clause.lemmas) and "haben" in clause.auxiliaries
        ahead = not _BY.isdisjoint(low) or any(d.start <= s.starts[i] < d.end for d in s.dates for i in clause.tokens)
        return done and not ahead

    def _handed_on(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """Whether a source says it; „laut Gesetz“ and „laut Satzung“ it simply is so."""
        told = self.reported.intersection(low)
        if told == {"laut"}:
            following = next((s.low_at(i + 1) for i in clause.tokens if s.lower[i] == "laut"), "")
            return not following.endswith(self.binding)
        return bool(told)

    def _goes_on(self, clause: Clause, low: Sequence[str]) -> bool:
        """„soll fortgesetzt werden“, „wird das Portal weiterhin betreiben“: what is to go on is there."""
        return bool(self._main_verbs(clause) & self.continuing) or self._lasts(clause, low)

    def _lasts(self, clause: Clause, low: Sequence[str]) -> bool:
        """„wird das Portal weiterhin betreiben“."""
        return self._main_verbs(clause) <= self.lasting and not self.still.isdisjoint(low)

    @staticmethod
    def _is_past(clause: Clause) -> bool:
        """Whether an auxiliary tells of the past: „hatte“, „wurde“, and „hat“ or „ist“ with a participle."""
        told = _PAST if any(participle for _, _, participle in clause.lemmas) else PAST_AUXILIARIES
        return not told.isdisjoint(clause.auxiliaries)

    def _is_ahead(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„Gotha beginnt im Herbst“, „die beiden ziehen nach Ostern nach“: the present with a time that comes round.

        So with „nächste Woche“, and with „dann“ after the verb: „Sie gehört dann auch dem Beirat an“.
        """
        ahead = ("dann" in low[2:] and clause.kind == "main") or self._in_some_time(low)
        ahead = ahead or ("erst" in low and ("erst", "noch") in itertools.pairwise(low))
        ahead = ahead or ("morgen" in low and self._from_tomorrow(s, clause))
        ahead = ahead or ("noch" in low and _in_month(low) and self._main_verbs(clause).isdisjoint(self._staying))
        ahead = ahead or ("noch" in low and _STILL_THIS.intersection(zip(low, low[1:], low[2:], strict=False)) != set())
        for i, word in enumerate(() if self._times.isdisjoint(low) else low):
            if word not in self._times:
                continue
            before = low[max(0, i - 2) : i]
            named = before if before and _COUNTED.search(before[-1]) else before[-1:]
            comes = word in self.recurring and not _TO_COME.isdisjoint(named) and _SINCE.isdisjoint(before)
            # „nach den Ferien“, but not „in den Ferien“
            comes = comes or (word in self.recurring and tuple(before) in _AFTER_THESE)
            ahead = ahead or comes or not _NEXT.get(word, frozenset()).isdisjoint(before[-1:])
        return ahead and in_present(s, clause)

    @staticmethod
    def _from_tomorrow(s: Sentence, clause: Clause) -> bool:
        """„Ab morgen nutzt Gera X“, „morgen stellt A vor“; not „am Morgen“, „heute Morgen“ and „…, ab morgen auch B“.

        What goes on past a comma or „und“ adds to what is so already.
        """
        inside = [i for i in clause.tokens if s.lower[i] == "morgen" and (s.tokens[i].text == "morgen" or i == 0)]
        verbs = [i for _, i, _ in clause.lemmas] or [i for i in clause.tokens if s.lower[i] in clause.auxiliaries]
        if not inside or not verbs or not _SO_ALREADY.isdisjoint(s.lower[i] for i in clause.tokens):
            return False
        between = range(verbs[0], inside[0])
        return not any(s.tokens[i].text in {",", "und"} for i in between)

    def _follows_a_plan(self, s: Sentence, clause: Clause, low: Sequence[str], day: str | None) -> bool:
        """„schaltet X zum Jahresende ab und setzt stattdessen auf Y“: what comes in the place of what is to end."""
        if not clause.joined or clause.parent < 0 or _THEREUPON.isdisjoint(low) or not in_present(s, clause):
            return False
        return self.judge(s, s.clauses[clause.parent], day) is Modality.PLANNED

    def _changes_by(self, s: Sentence, clause: Clause, day: str | None) -> bool:
        """„ersetzt das Portal bis zum Herbst“, „führt bis 2026 ein“: a change is yet to come that is done by a time."""
        if self._main_verbs(clause).isdisjoint(self.changing) or not in_present(s, clause):
            return False
        spans = [d for d in s.dates if d.lead == "until" and day is not None and d.value > day[: len(d.value)]]
        if any(d.start <= s.starts[i] < d.end for d in spans for i in clause.tokens):
            return True
        low = [s.lower[i] for i in clause.tokens]
        return any(word in self.recurring and "bis" in low[max(0, n - 3) : n] for n, word in enumerate(low))

    @staticmethod
    def _in_some_time(low: Sequence[str]) -> bool:
        """„in zwei Wochen“, „in wenigen Tagen“, „in Kürze“."""
        return "in" in low and any(
            low[n + 1 : n + 2] == ["kürze"] or not _SPANS.isdisjoint(low[n + 2 : n + 3])
            for n, word in enumerate(low)
            if word == "in" and _THE.isdisjoint(low[n + 1 : n + 2])
        )

    @staticmethod
    def _until_past(s: Sentence, clause: Clause, day: str | None) -> bool:
        """„das der Bund bis 2022 gefördert hat“: a date until which, that is past."""
        spans = [d for d in s.dates if d.lead == "until" and day is not None and d.value <= day[: len(d.value)]]
        return any(d.start <= s.starts[i] < d.end for d in spans for i in clause.tokens)

    def _over(self, s: Sentence, clause: Clause, low: set[str], day: str | None) -> bool:
        """Whether a state is over: „leitete früher“, „gehörte bis 2020 an“, „hatte geleitet“, „damals“."""
        # „stellte damals auf die E-Akte um“: a time past ends what lasted, not what came of what was done
        over = self._ended_at_once if self._main_verbs(clause).isdisjoint(self._lasting_states) else self.ended
        if self._main_verbs(clause) & self.changing or "geworden" in low:
            # „Zuvor hatte schon Ulm die E-Akte eingeführt“, „zuvor war Gera Mitglied geworden“: that holds since then
            over = over - _BEFORE
        if low & over or (self.ends(s, clause) and clause.kind != "infinitive"):
            return True
        if self._main_verbs(clause) & self.taking_time and low & self.trials and not in_present(s, clause):
            # „Sechs Wochen dauerte der Test“, but not „Die Anmeldung dauerte fünf Minuten“
            return True
        pluperfect = bool({"hatte", "hatten"} & set(clause.auxiliaries))
        if self._main_verbs(clause) & self.lasting and not in_present(s, clause) and self._until_past(s, clause, day):
            return True
        if self._was_placed(clause, low):
            return True
        if not self._main_verbs(clause) & self.states:
            return False
        if (
            self._main_verbs(clause) & self.posts
            and low.isdisjoint({"als", "seit"} | self.sessions)
            and (is_perfect(clause) or in_preterite(s, clause, self.posts))
        ):
            # „haben Sie die Abteilung geleitet“, „stand dem Amt vor“
            return True
        if any(is_preterite(s.lower[i], lemma) for lemma, i, _ in clause.lemmas):
            return pluperfect or bool(low & self.ended_states)
        perfect = not _PAST.isdisjoint(clause.auxiliaries)
        # „ist bislang Referentin“ tells of a change, „ist bis 2030 CIO“ of none
        present = not any(p for _, _, p in clause.lemmas) and _PRESENT.issuperset(clause.auxiliaries)
        return pluperfect or (perfect and bool(low & self.ended_states - ({"bis"} if present else set())))

    def _was_placed(self, clause: Clause, low: set[str]) -> bool:
        """„war beim Innenministerium angesiedelt“, but not „war dort angesiedelt worden“."""
        placed = any(participle and lemma in self.placing for lemma, _, participle in clause.lemmas)
        told = {"war", "waren"} & set(clause.auxiliaries)
        return placed and bool(told) and low.isdisjoint({"worden", "seit", "schon", "bereits"})

    @staticmethod
    def _main_verbs(clause: Clause) -> frozenset[str]:
        if not clause.main_verbs:
            lemmas = frozenset(lemma for lemma, _, _ in clause.lemmas)
            clause.main_verbs = (lemmas - _HELPING) or lemmas
        return clause.main_verbs

    def _subjunctive(self, s: Sentence, clause: Clause) -> bool:
        """„er sei“, „die Stadt nutze“; in a sentence with „ich“ the same form says it plainly."""
        finite = [(lemma, s.lower[i]) for lemma, i, participle in clause.lemmas if not participle]
        mine = "ich" in s.lower
        if any(word in self.subjunctive and not (mine and word in _MINE) for _, word in finite):
            return True
        return not mine and any(_is_first_subjunctive(word, lemma) for lemma, word in finite)

    @staticmethod
    def _future(s: Sentence, clause: Clause) -> bool:
        """„wird … einführen“: werden with an infinitive and no participle; „wird … (ernannt) werden“."""
        becoming = sum(w in BECOMING for w in clause.auxiliaries)
        if becoming != 1:
            return becoming > 1
        closing = next((s.lower[i] for i in reversed(clause.tokens) if s.lower[i].isalpha()), "")
        if closing in {"haben", "sein"}:
            # „wird für den Dienst verantwortlich sein“, but not „wird beendet worden sein“
            return not any(participle for _, _, participle in clause.lemmas)
        verbs = [
            (lemma, participle) for lemma, _, participle in clause.lemmas if lemma not in {"werden", "haben", "sein"}
        ]
        return bool(verbs) and not any(participle for _, participle in verbs)


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


def _at_the_end_of(s: Sentence, clause: Clause, today: str) -> bool:
    """„führt Ende 2024 die E-Akte ein“, in an article of May 2024; „Ende Mai“, in the first weeks of that May."""
    for i in clause.tokens:
        if s.lower[i] != "ende" or s.low_at(i - 1) in _WHILE:
            continue
        year, month, day = today[:4], today[5:7], today[8:10]
        after = s.low_at(i + 1)
        of_year = after == year and "" < month <= _LAST_MONTH
        of_month = str(MONTHS.get(after, 0)).zfill(2) == month and "" < day <= _LAST_DAY
        told = s.low_at(i + 2)
        if (of_year or (of_month and (told == year or not told.isdigit()))) and in_present(s, clause):
            return True
    return False


def _has_begun(s: Sentence, later: DateSpan, today: str) -> bool:
    """„in den Jahren 2023 und 2024“, in an article of 2023: of two years that are joined the first one runs."""
    first = s.token_range(later.start, later.end)[0]
    return s.low_at(first - 1) in AND and any(
        today.startswith(d.value) and s.token_range(d.start, d.end)[1] == first - 1 for d in s.dates
    )


def _goes_off(s: Sentence, clause: Clause) -> bool:
    """„geht zum Jahresende vom Netz“, „wird offline genommen“, with a verb of going or taking."""
    low = " ".join(s.lower[i] for i in clause.tokens)
    return any(off in low for off in _OFF)


def _is_told(s: Sentence, clause: Clause) -> bool:
    """Whether a clause says what somebody says: „dass …“, „wonach …“, „Berichte, nach denen …“."""
    if clause.opener in _TELLING:
        return True
    if clause.kind != "relative":
        return False
    return next((s.lower[i] for i in clause.tokens if s.lower[i].isalpha()), "") == "nach"


def _is_first_subjunctive(word: str, lemma: str) -> bool:
    """„nutze“ of „nutzen“, „wechsle“ of „wechseln“, „fordere“ of „fordern“."""
    if not word.endswith("e"):
        return False
    if lemma.endswith(("eln", "ern")):
        return lemma.endswith((word[:-1] + "n", word[:-2] + "eln"))
    return lemma.endswith(word + "n")


def _says_where(s: Sentence, clause: Clause) -> bool:
    """„In Ulm“, „von der Stadt Ulm“: whether a clause itself names where something is used or who uses it."""
    bodies = [
        a
        for a in s.arguments
        if a.draft is not None and a.first in clause.tokens and not a.adjective and a.type in BODY_TYPES
    ]
    users = [a for a in bodies if a.marker in _USERS and s.low_at(a.begin - 1) != "außer"]
    # „Die App X in Ulm kann …“
    alone = len(bodies) == 1 and len(users) == 1 and users[0].marker == "in" and _hangs_on_work(s, users[0])
    return alone or any(a.head < 0 for a in users)


def _hangs_on_work(s: Sentence, a: Argument) -> bool:
    work = s.taken.get(a.begin - 1)
    return work is not None and work.type in RUN


def _will_be_able(clause: Clause) -> bool:
    """„Die Bürger sollen Anträge über X stellen können“, „wird X ab Mai einsetzen können“: what is to come.

    Not „damit Anträge über X gestellt werden können“.
    """
    helping = clause.auxiliaries
    if _ABLE.isdisjoint(helping[1:]):
        return False
    if "werden" in helping and not any(participle for _, _, participle in clause.lemmas):
        return True
    return not _WILL.isdisjoint(helping)


def _stands_before(low: Sequence[str], nouns: frozenset[str]) -> bool:
    """„steht bevor“, „steht kurz vor der Einführung“, „steht vor dem Umstieg“."""
    words = [word for word in low if word.isalpha()]
    if words[-1:] == ["bevor"]:
        return True
    return any(
        word == "vor"
        and (words[n - 1 : n] in (["kurz"], ["unmittelbar"]) or not nouns.isdisjoint(words[n + 2 : n + 3]))
        for n, word in enumerate(words)
    )


def _names_plan(said: Sequence[str], above: Clause) -> bool:
    """„Der Plan ist, dass …“, „Ziel ist es, dass …“: what somebody means to do."""
    return (
        all(lemma == "sein" for lemma, _, _ in above.lemmas)
        and "sein" in _helping(above)
        and any(word.endswith(_PLANS) for word in said)
    )


def _helping(clause: Clause) -> set[str]:
    return {AUXILIARIES[w] for w in clause.auxiliaries if w in AUXILIARIES}


def _in_month(low: Sequence[str]) -> bool:
    """„noch im September“: a month that is not over."""
    return any(low[n + 1 : n + 2] == ["im"] and low[n + 2] in MONTHS for n, w in enumerate(low[:-2]) if w == "noch")


def _ends_span(s: Sentence, date: DateSpan) -> bool:
    """„vom 26. bis 28. Oktober“: whether a date ends the days on which something is, and no time until then."""
    first, _ = s.token_range(date.start, date.end)
    low = [s.low_at(i) for i in range(first - _SPAN_BEFORE, first + 1)]
    return date.lead == "until" and "vom" in low and any(word.strip(".").isdigit() for word in low)


def _is_copular(clause: Clause) -> bool:
    """Whether a clause has no verb but „ist“ and the like."""
    return all(lemma in {"sein", "vorbei"} for lemma, _, _ in clause.lemmas)


def _has_verb(clause: Clause) -> bool:
    return bool(clause.lemmas or clause.auxiliaries)
