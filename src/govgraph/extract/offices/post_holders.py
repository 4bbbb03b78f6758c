"""Who has, gets or leaves a post that a clause names by a bare noun: „Die Stelle hat Anna Weber inne“."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govgraph.extract.clauses.slots import in_preterite, is_passive
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.stopgaps import Stopgaps
from govgraph.extract.state import only_one
from govgraph.language.grammar import MODALS
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Clause, Draft, RoleNoun, Sentence

_DEFINITE = frozenset(
    {"beide", "beiden", "das", "dem", "den", "der", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses"}
    | {"deren", "dessen", "ihr", "ihre", "ihrem", "ihren", "sein", "seine", "seinem"}
)
_GOING = {"gehen": "an", "fallen": "an", "besetzen": "mit", "betrauen": "mit", "liegen": "bei", "übergehen": "auf"}
"""Verbs by which a post comes to somebody, and the preposition before the name."""
NO = frozenset({"kein", "keine", "keinen", "nicht", "nie"})
"""Words that deny what a clause or sentence says of a post."""
BEFORE = frozenset({"bisher", "bislang", "davor", "früher", "vorher", "zuletzt", "zuvor"})
"""Adverbs by which who had a post has it no more."""
_WOULD = frozenset({"hätte", "hätten", "könnte", "könnten", "möchte", "möchten", "wollte", "wollten", "wäre", "wären"})
_SHALL = frozenset({"soll", "sollen"})
_HAD = frozenset({"hatte", "hatten"})
_NEUTER = frozenset({"Amt", "Mandat", "Ministeramt", "Präsidentenamt", "Ressort"})


_HOLDING_OTHER = frozenset({"führen", "leiten", "sitzen", "stehen", "verantworten", "wirken"})
"""Verbs of holding an office that take no noun for a post."""
CALLED_BY = {
    "Vorsitz": "vorsitzender",
    "Präsidentschaft": "präsident",
    "Leitung": "leiter",
    "Geschäftsführung": "geschäftsführer",
}
"""How titles end, in small letters, by the nouns for their posts."""
_TITLE = 3
"""How many words before a name the noun for a predecessor may stand: „Vorgänger Prof. Dr. Ott“."""
GIVER_AND_TAKER = 2
"""How many people a clause names in which one gives a post to another."""


class PostHolders:
    """Tells who a clause says has, gets or leaves a post that it names by no more than a noun or a pronoun.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        words = knowledge.words
        self._nouns = words("posts-left")
        self._holding = (words("holding-verbs") | {"behalten"}) - _HOLDING_OTHER
        self._taking = words("taking-verbs") | words("post-getting-verbs")
        self._acting = words("acting-adverbs")
        self._stopgaps = Stopgaps(words)
        self._leaving = words("giving-up-verbs") | words("leaving-verbs")
        self._prior = words("predecessor-nouns")
        self._masculine = words("posts-masculine")
        self._doing = words("exercising-verbs") - {"behalten", "übernehmen"}

    def holder(self, s: Sentence, index: int, clause: Clause, before: Sentence | None) -> tuple[Draft, Status] | None:
        """Who a clause says has, gets or leaves a post, if it names the post by no more than that or a pronoun.

        Args:
            s: The sentence.
            index: Number of the clause.
            clause: The clause.
            before: The sentence before, which a pronoun may speak of.
        """
        again = before is not None and self._is_again(before, s, clause)
        passive = is_passive(clause)
        named = again or any(self.is_post(s, i, passive=passive) for i in clause.tokens)
        if not named or any(s.lower[i] in NO for i in clause.tokens):
            return None
        people = [a for a in s.arguments if a.clause == index and a.type is EntityType.PERSON and not a.adjective]
        lemmas = clause.verbs
        if passive and lemmas & (self._doing | {"übernehmen"}):
            return self._by_whom(s, clause, people)
        charged = self._charged(s, people, clause, lemmas)
        if charged is not None:
            return charged, Status.NEW
        going = {_GOING[lemma] for lemma in lemmas & _GOING.keys()}
        if going:
            person = only_one(a.draft for a in people if a.marker in going)
            return None if person is None else (person, Status.NEW)
        person = only_one(a.draft for a in people if a.nominative or (a.reference and "n" in a.cases))
        if person is None:
            return None
        if self.gives_up(clause):
            return person, Status.FORMER
        # „nimmt die Aufgabe kommissarisch wahr“
        for_now = any(s.lower[i] in self._acting for i in clause.tokens) or self._stopgaps.says(s, clause)
        till_then = any(s.lower[i] == "bis" and s.low_at(i + 1) == "dahin" for i in clause.tokens)
        for_now = for_now or (till_then and in_present(s, clause))
        past = in_preterite(s, clause) or not _HAD.isdisjoint(s.lower[i] for i in clause.tokens)
        if past and lemmas & (self._taking | self._holding) and self._went_before(s, people, person):
            return person, Status.FORMER
        if lemmas & self._taking:
            words = {s.lower[i] for i in clause.tokens}
            if words & _WOULD:
                return None
            taken = Status.DESIGNATED if words & _SHALL else Status.NEW
            return person, Status.ACTING if for_now else taken
        if not lemmas & self._holding:
            return None
        if past and not BEFORE.isdisjoint(s.lower[i] for i in clause.tokens):
            # „Die Stelle ist frei. Zuletzt hatte X das Amt inne“
            return person, Status.FORMER
        if past and clause.kind == "relative" and not for_now:
            # „X, der es lange Jahre innehatte“
            return person, Status.FORMER
        return person, Status.ACTING if for_now else Status.CURRENT

    def _went_before(self, s: Sentence, people: Sequence[Argument], person: Draft) -> bool:
        """„Ihr Vorgänger Jens Ott hatte das Amt nebenher versehen“: whether the noun for a predecessor is beside."""
        names = (a for a in people if a.draft is person and not a.reference)
        return any(s.text_at(i) in self._prior for a in names for i in range(a.first - _TITLE, a.first))

    def gives_up(self, clause: Clause) -> bool:
        """Whether a clause has a verb by which somebody gives up a post."""
        return not clause.verbs.isdisjoint(self._leaving)

    def _by_whom(self, s: Sentence, clause: Clause, people: Sequence[Argument]) -> tuple[Draft, Status] | None:
        """„Die Stelle wird derzeit von X ausgefüllt“, „Es wurde von X übernommen“: who does the job of a post."""
        agents = (a for a in people if a.marker == "von")
        person = only_one(a.draft for a in agents if a.head < 0 or self.k.lemma(s.text_at(a.head)) in self._nouns)
        if person is None or MODALS.keys() & set(clause.auxiliaries):
            return None
        now = in_present(s, clause)
        if "übernehmen" in clause.verbs:
            return person, Status.DESIGNATED if now else Status.NEW
        for_now = any(s.lower[i] in self._acting for i in clause.tokens) or self._stopgaps.says(s, clause)
        held = Status.ACTING if for_now else Status.CURRENT
        return person, held if now else Status.FORMER

    def _is_again(self, before: Sentence, s: Sentence, clause: Clause) -> bool:
        """„Auch das Amt des CIO zog um. Es wird von X ausgeübt“, „Übernommen hat es X“: a pronoun for a post.

        The post is the last noun of its gender in the sentence before, and its title hangs on it.
        """
        main = clause.kind == "main" and clause.tokens[0] <= 1
        if before.block != s.block or not (main or clause.kind == "relative"):
            return False
        told = clause.verbs
        if told.isdisjoint(self._doing | self._taking):
            return False
        posts = {
            self.k.lemma(before.text_at(a.head))
            for a in before.arguments
            if a.role is not None and a.marker == "gen" and a.head >= 0
        }
        if len(posts) != 1 or not posts <= self._nouns:
            return False
        post = next(iter(posts))
        own = "m" if post in self._masculine else "n" if post in _NEUTER else "f"
        pronouns = {"m": {"er", "ihn"}, "n": {"es"}, "f": {"sie"}}[own]
        first = s.lower[clause.tokens[0]]
        if is_passive(clause):
            return main and first in pronouns
        return own != "f" and any(s.lower[i] in pronouns - {"er"} for i in clause.tokens)

    def _charged(self, s: Sentence, people: Sequence[Argument], clause: Clause, lemmas: frozenset[str]) -> Draft | None:
        """„Der Landrat hat X mit der Aufgabe betraut“, „berief X auf den Posten“: whom somebody charges with it."""
        called = "berufen" in lemmas and any(
            s.lower[i] in {"auf", "in"} and self.is_post(s, i + 2) for i in clause.tokens if i + 2 < len(s.tokens)
        )
        if "betrauen" not in lemmas and not called:
            return None
        named = sorted((a for a in people if a.marker == "np" and a.head < 0), key=lambda a: a.first)
        passive = is_passive(clause) or "ist" in clause.auxiliaries
        count = len({id(a.draft) for a in named})
        if called and not passive and count == 1:
            # „Dann berief das Kabinett X auf den Posten“: a body calls whom the clause names behind it
            return named[-1].draft if self._is_called(s, clause, named[-1]) else None
        return named[-1].draft if count == (1 if passive else GIVER_AND_TAKER) else None

    @staticmethod
    def _is_called(s: Sentence, clause: Clause, name: Argument) -> bool:
        """„berief das Kabinett X“, „hat der Rat X berufen“: a body stands before the name."""
        before = (i for i in clause.tokens if i < name.first and s.text_at(i)[:1].isupper())
        return any(s.low_at(i - 1) in {"das", "der", "die"} or i in s.taken for i in before if i not in s.dated)

    def is_post(self, s: Sentence, i: int, *, passive: bool = False) -> bool:
        """„die Stelle“, „dem Amt“, with nothing after it that says which one.

        In the passive „von“ says by whom: „wird die Aufgabe von Jens Ott wahrgenommen“.
        """
        text = s.tokens[i].text
        if i in s.taken or not text[0].isupper() or s.low_at(i - 1) not in _DEFINITE:
            return False
        if self.k.lemma(text) not in self._nouns:
            return False
        after = s.taken.get(i + 1)
        # „Geräumt hat den Posten Jens Ott“
        doing = after is not None and after.type is EntityType.PERSON and after.marker == "np" and after.head < 0
        # „Heute nimmt diese Aufgabe Staatssekretär Ott wahr“
        doing = doing or (after is not None and after.role is not None and bool(after.role.holders))
        agent = s.taken.get(i + 2) if passive and s.low_at(i + 1) == "von" else None
        if agent is not None and (agent.type is EntityType.PERSON or agent.role is not None):
            return True
        return s.low_at(i + 1) not in {"der", "des", "von", "für", "als"} and (after is None or doing)

    def calls_otherwise(self, s: Sentence, clause: Clause, role: RoleNoun) -> bool:
        """„B war Stadtdirektor. Den Vorsitz behält A“: a noun for the post of others than those with a title."""
        nouns = self.nouns(s, (i for i in clause.tokens if self.is_post(s, i)))
        ends = tuple(CALLED_BY[noun] for noun in nouns & CALLED_BY.keys())
        return bool(ends) and nouns <= CALLED_BY.keys() and not role.name.lower().endswith((*ends, "vorsteher", "chef"))

    def nouns(self, s: Sentence, places: Iterable[int]) -> set[str]:
        """Nouns for posts at some places of a sentence, in their dictionary forms."""
        return {self.k.lemma(s.tokens[i].text) for i in places}
