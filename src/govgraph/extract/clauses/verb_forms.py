"""Which verbs of a clause say what it says, and in which tense and mood they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import AUXILIARIES, BECOMING, PAST_AUXILIARIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Clause, Sentence

PRESENT = frozenset({"hat", "haben", "habe", "ist", "sind"})
"""Auxiliaries that with a participle tell of the past."""
PAST = PAST_AUXILIARIES | PRESENT
_MINE = frozenset({"habe", "werde"})
"""Forms that beside „ich“ are no subjunctive."""
_HELPING = frozenset({"haben", "sein", "werden"})


def main_verbs(clause: Clause) -> frozenset[str]:
    """Dictionary forms of the verbs of a clause, without „haben“, „sein“ and „werden“ if it has others."""
    if not clause.main_verbs:
        lemmas = clause.verbs
        clause.main_verbs = (lemmas - _HELPING) or lemmas
    return clause.main_verbs


def helping(clause: Clause) -> set[str]:
    """Dictionary forms of the auxiliaries of a clause."""
    return {AUXILIARIES[w] for w in clause.auxiliaries if w in AUXILIARIES}


def has_verb(clause: Clause) -> bool:
    """Whether a clause has a verb at all."""
    return bool(clause.lemmas or clause.auxiliaries)


def is_copular(clause: Clause) -> bool:
    """Whether a clause has no verb but „ist“ and the like."""
    return all(lemma in {"sein", "vorbei"} for lemma, _, _ in clause.lemmas)


def is_past(clause: Clause) -> bool:
    """Whether an auxiliary tells of the past: „hatte“, „wurde“, and „hat“ or „ist“ with a participle."""
    told = PAST if any(participle for _, _, participle in clause.lemmas) else PAST_AUXILIARIES
    return not told.isdisjoint(clause.auxiliaries)


def is_future(s: Sentence, clause: Clause) -> bool:
    """„wird … einführen“: werden with an infinitive and no participle; „wird … (ernannt) werden“."""
    becoming = sum(w in BECOMING for w in clause.auxiliaries)
    if becoming != 1:
        return becoming > 1
    closing = next((s.lower[i] for i in reversed(clause.tokens) if s.lower[i].isalpha()), "")
    if closing in {"haben", "sein"}:
        # „wird für den Dienst verantwortlich sein“, but not „wird beendet worden sein“
        return not any(participle for _, _, participle in clause.lemmas)
    verbs = [(lemma, participle) for lemma, _, participle in clause.lemmas if lemma not in {"werden", "haben", "sein"}]
    return bool(verbs) and not any(participle for _, participle in verbs)


class Subjunctive:
    """Tells the first subjunctive, in which somebody's words are handed on.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self.forms = words("subjunctive")

    def stands(self, s: Sentence, clause: Clause) -> bool:
        """„er sei gegangen“, „sie wolle gehen“, „die Stadt nutze“: the first subjunctive of indirect speech."""
        auxiliaries = set(clause.auxiliaries) - (_MINE if "ich" in s.lower else set())
        return bool(auxiliaries & self.forms) or self._of_main_verb(s, clause)

    def _of_main_verb(self, s: Sentence, clause: Clause) -> bool:
        """„er sei“, „die Stadt nutze“; in a sentence with „ich“ the same form says it plainly."""
        finite = [(lemma, s.lower[i]) for lemma, i, participle in clause.lemmas if not participle]
        mine = "ich" in s.lower
        if any(word in self.forms and not (mine and word in _MINE) for _, word in finite):
            return True
        return not mine and any(_is_first_subjunctive(word, lemma) for lemma, word in finite)


def _is_first_subjunctive(word: str, lemma: str) -> bool:
    """„nutze“ of „nutzen“, „wechsle“ of „wechseln“, „fordere“ of „fordern“."""
    if not word.endswith("e"):
        return False
    if lemma.endswith(("eln", "ern")):
        return lemma.endswith((word[:-1] + "n", word[:-2] + "eln"))
    return lemma.endswith(word + "n")
