"""What somebody means to do or has promised, and what came to nothing: „hat angekündigt, …“, „wollte …, aber …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.verb_forms import helping, main_verbs
from govgraph.language.grammar import PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Sentence

_NONE = frozenset({"kein", "keine", "nicht", "nichts", "noch"})
_MEANT = frozenset(
    {"hatte", "hatten", "plante", "planten", "wollte", "wollten", "eigentlich", "ursprünglich", "zunächst"}
)
"""Words by which a plan is one of the past."""
_PLANS = ("absicht", "idee", "plan", "pläne", "vorhaben", "ziel")
"""Ends of nouns, in small letters, whose infinitive is what somebody means to do."""
_WAS_TO = frozenset({"sollte", "sollten", "wollte", "wollten"})
_HAD = frozenset({"hatte", "hatten"})
_HAD_MEANT = _HAD | {"hätte", "hätten"}


class Plans:
    """Tells what somebody means to do, has promised, or has given up.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self.words = words("planned")
        self.verbs = words("planned-verbs")
        self._promising = words("promising-verbs")
        self._promises = frozenset(word.lower() for word in words("promising-nouns"))
        self._given_up = tuple(frozenset(phrase.split()) for phrase in sorted(words("given-up")))
        self._arriving = words("arriving-verbs")
        self._accepting = words("accepting-verbs")

    def are_named(self, words: set[str], lemmas: frozenset[str]) -> bool:
        """„plant, …“, „hat vor, …“: whether a clause tells of a plan by its words or its verb."""
        return bool(words & self.words or lemmas & self.verbs)

    def promised(self, words: set[str], lemmas: frozenset[str]) -> bool:
        """„hat angekündigt, …“, „stellt in Aussicht, …“: whether what comes in the infinitive is yet to be done."""
        return bool(lemmas & self._promising or words & self._promises) or held_out(words, lemmas)

    def promises_of(self, clause: Clause) -> bool:
        """Whether the verb of the clause decides or promises what its nouns name: „hat die Einführung beschlossen“."""
        return bool(main_verbs(clause) & self._promising)

    def accepts(self, s: Sentence, clause: Clause) -> bool:
        """„Als Rednerin hat A zugesagt“: whoever says that they come is yet to come; not „hat zugesagt, es zu tun“."""
        if main_verbs(clause).isdisjoint(self._accepting) or not _HAD.isdisjoint(clause.auxiliaries):
            return False
        return not any(
            each.parent >= 0
            and s.clauses[each.parent] is clause
            and (each.kind == "infinitive" or each.opener == "dass")
            for each in s.clauses
        )

    def is_outstanding(self, s: Sentence, clause: Clause) -> bool:
        """„hat zwei Millionen zugesagt, davon ist nichts angekommen“: what was promised and has not come."""
        if not self.promises_of(clause):
            return False
        later = s.clauses[next(n for n, each in enumerate(s.clauses) if each is clause) + 1 :]
        return any(
            lemma in self._arriving and not _NONE.isdisjoint(each.words)
            for each in later
            for lemma, _, _ in each.lemmas
        )

    def was_a_plan(self, s: Sentence, clause: Clause) -> bool:
        """„hat den Plan, die E-Akte einzuführen, begraben“: an infinitive on a noun for a plan that is given up."""
        noun = s.low_at(clause.tokens[0] - 1)
        if not noun.endswith(_PLANS):
            return False
        above = s.clauses[clause.parent]
        said = {*(s.lower[i] for i in above.tokens), *(lemma for lemma, _, _ in above.lemmas)}
        return any(phrase <= said for phrase in self._given_up)

    def was_given_up(self, s: Sentence, clause: Clause) -> bool:
        """„wollte die E-Akte einführen, hat sich aber dagegen entschieden“: what was meant, and came to nothing."""
        number = next((n for n, each in enumerate(s.clauses) if each is clause), -1)
        meant = clause.words
        if clause.kind == "infinitive":
            meant |= s.clauses[clause.parent].words
        if _MEANT.isdisjoint(meant):
            return False
        around = (
            s.clauses[clause.parent : clause.parent + 1] if clause.kind == "relative" and clause.parent >= 0 else ()
        )
        for later in (*around, *s.clauses[number + 1 :]):
            said = {*(s.lower[i] for i in later.tokens), *(lemma for lemma, _, _ in later.lemmas)}
            if any(phrase <= said for phrase in self._given_up):
                return True
        return False


def becomes(clause: Clause) -> bool:
    """„Ulm wird Mitglied“: what somebody becomes in the present is yet to come."""
    told = {"wird", "werden"} & set(clause.auxiliaries)
    return bool(told) and clause.verbs == {"werden"}


def held_out(words: set[str], lemmas: frozenset[str]) -> bool:
    """„hat 400.000 Euro in Aussicht gestellt“."""
    return "stellen" in lemmas and {"in", "aussicht"} <= words


def was_only_meant(s: Sentence, clause: Clause) -> bool:
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


def was_meant_once(clause: Clause, low: Sequence[str]) -> bool:
    """„hatte das Projekt fördern wollen“, „hätte mitmachen sollen“: what was meant, and has not been done."""
    if _HAD_MEANT.isdisjoint(clause.auxiliaries):
        return False
    words = [word for word in low if word.isalpha()]
    # not „das Vorhaben, mit dem sie ein Zentrum hatten bauen wollen“: it was theirs
    return words[-1:] in (["wollen"], ["sollen"]) and not (clause.kind == "relative" and words[0] in PREPOSITIONS)


def names_plan(said: Sequence[str], above: Clause) -> bool:
    """„Der Plan ist, dass …“, „Ziel ist es, dass …“: what somebody means to do."""
    return (
        all(lemma == "sein" for lemma, _, _ in above.lemmas)
        and "sein" in helping(above)
        and any(word.endswith(_PLANS) for word in said)
    )
