"""What is refuted or called off by other words than „nicht“: „bestreitet, dass …“, „Falsch ist, …“, „ist vom Tisch“."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from govgraph.extract.clauses.negation import Negation
from govgraph.extract.clauses.verb_forms import (
    Subjunctive,
    main_verbs,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Sentence

_TELLING = frozenset({"dass", "wonach", "demnach"})
_OUR = ("frühere", "unsere", "ursprüngliche")
_IT_SAID = frozenset({"hieß", "berichtet", "berichteten", "geschrieben", "gemeldet", "stand"})
_LIKEWISE = frozenset({"auch", "ebenfalls", "ebenso", "genauso"})
_SHORT_HEAD = 3
"""Most words before the colon of „Ebenso falsch: …“."""


class Refuted:
    """Tells what is denied, called false, taken back or dropped by other words than „nicht“.

    Args:
        words: Gives a word list.
        negation: Tells what a clause denies.
        subjunctive: Tells in what clauses somebody's words are handed on.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], negation: Negation, subjunctive: Subjunctive) -> None:
        self._negation = negation
        self._subjunctive = subjunctive
        self._denying = words("denying-verbs")
        self._falsehoods = words("falsehoods")
        self._dropped = words("dropped-states")
        self._opening_dropped = frozenset(state.partition(" ")[0] for state in self._dropped)
        self._denied_nouns = words("denied-nouns")
        self._truth = words("truth-verbs")
        self._wrongly = words("wrongly-words")
        self._reports = words("report-nouns")
        self._undoing = words("undoing")

    def undoes(self, clause: Clause) -> bool:
        """Whether the verb of the clause puts off or refuses what its nouns name: „wurde verschoben“, „warnt vor“."""
        return bool(main_verbs(clause) & self._undoing)

    def is_off(self, s: Sentence, clause: Clause) -> bool:
        """„Die Einführung der E-Akte ist vom Tisch“: whether nothing comes of what the nouns of a clause name."""
        return self.is_dropped([s.lower[i] for i in clause.tokens])

    def is_dropped(self, said: Sequence[str]) -> bool:
        """„ist vom Tisch“, „hat wenig Interesse“: two words that say that nothing comes of what hangs on them."""
        if self._opening_dropped.isdisjoint(said):
            return False
        return any(f"{a} {b}" in self._dropped for a, b in itertools.pairwise(said))

    def is_rejected(self, s: Sentence, clause: Clause) -> bool:
        """„bestreitet, dass …“, „Falsch ist, dass …“, „dementiert Berichte, wonach …“, „Man munkelt, A werde …“."""
        if clause.parent < 0:
            return False
        above = s.clauses[clause.parent]
        if is_tied(s, above):
            # „Dass A endet und B beginnt, ist falsch“: both hang on what follows
            number = clause.parent
            above = next((each for each in s.clauses[number + 1 :] if each.parent == number), above)
        if not self._denying.isdisjoint(above.verbs):
            return not self._negation.denies([s.lower[i] for i in above.tokens])
        said = [s.lower[i] for i in above.tokens]
        return not self._falsehoods.isdisjoint(said) or self.is_dropped(said)

    def is_called_false(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„Ebenso falsch: A sei nicht mehr CIO“, but not „Falsch: Gera nutzt es längst“, which may be an answer."""
        if ":" not in low or self._falsehoods.isdisjoint(low[: low.index(":")]) or low.index(":") > _SHORT_HEAD:
            return False
        return not _LIKEWISE.isdisjoint(low[: low.index(":")]) or self._subjunctive.stands(s, clause)

    def is_discredited(self, s: Sentence, clause: Clause) -> bool:
        """„Berichte, A leite das Amt, sind aus der Luft gegriffen“, „Meldungen, wonach …, wies sie zurück“."""
        first, last = min(clause.tokens), max(clause.tokens)
        said = (i for i in range(max(0, first - 1), last) if s.tokens[i].text in self._denied_nouns)
        if not any(s.text_at(i + 1) == "," for i in said):
            return False
        for later in s.clauses:
            low = [s.lower[i] for i in later.tokens if i > last]
            if low and self._negation.denies(low) and not self._truth.isdisjoint(later.verbs):
                # „Das Gerücht, Ulm nutze X, stimmt nicht“
                return True
            if not low or self._negation.denies(low):
                continue
            if not self._falsehoods.isdisjoint(low) or any(
                lemma in self._denying and i > last for lemma, i, _ in later.lemmas
            ):
                return True
        return False

    def is_corrected(self, s: Sentence, clause: Clause, low: Sequence[str]) -> bool:
        """„In unserer Meldung hieß es, …“, „es wurde fälschlich berichtet, dass …“: what the article takes back."""
        if not self._wrongly.isdisjoint(low):
            return True
        if clause.parent < 0:
            return False
        above = s.clauses[clause.parent]
        told = [s.lower[i] for i in above.tokens]
        if not self._wrongly.isdisjoint(told):
            return True
        said = not _IT_SAID.isdisjoint(low) or not _IT_SAID.isdisjoint(told)
        own = said and any(word.startswith(_OUR) for word in told)
        return own and not self._reports.isdisjoint(s.tokens[i].text for i in above.tokens)


def is_tied(s: Sentence, clause: Clause) -> bool:
    """„dass A endet und B mit C zusammenarbeitet“: a clause that „und“ ties to one with „dass“, its verb last."""
    if clause.kind != "main" or clause.parent < 0 or s.clauses[clause.parent].opener != "dass":
        return False
    words = [i for i in clause.tokens if s.lower[i].isalpha()]
    last = words[-1] if words else -1
    return s.lower[clause.tokens[0]] in {"und", "oder"} and any(
        i == last and not participle for _, i, participle in clause.lemmas
    )


def is_told(s: Sentence, clause: Clause) -> bool:
    """Whether a clause says what somebody says: „dass …“, „wonach …“, „Berichte, nach denen …“."""
    if clause.opener in _TELLING:
        return True
    if clause.kind != "relative":
        return False
    return next((s.lower[i] for i in clause.tokens if s.lower[i].isalpha()), "") == "nach"
