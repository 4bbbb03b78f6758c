"""The verbs of a clause by their dictionary forms, with the separable prefix that closes it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from govgraph.extract.clauses.marks import ENDS
from govgraph.extract.clauses.verb_shares import earlier_particle
from govgraph.language.grammar import AND_OR, AUXILIARIES, CONJUNCTIONS, DETERMINERS, MODALS
from govgraph.language.morphology import is_dictionary_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, Sentence

_PRESENT_OR_DONE = re.compile(r"^(?:be|emp|ent|er|miss|ver|zer|unter|über|voll|wider)\w+t$|iert$")
"""Forms that are both the present of a verb and its participle."""


class ClauseVerbs:
    """Names the verbs of clauses.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._particles = knowledge.words("particles")

    def name(self, s: Sentence, clause: Clause, verbs: list[str]) -> None:
        """Dictionary forms of the clause's verbs, with the separable prefix that closes it."""
        tail = [i for i in clause.tokens if s.tokens[i].text not in ENDS]
        particles = [s.lower[i] for i in reversed(tail[-12:]) if self._is_particle(s, i, tail[-1])]
        for i in clause.tokens:
            kind = verbs[i]
            if not kind:
                continue
            low = s.lower[i]
            if kind == "aux":
                clause.auxiliaries.append(low)
                lemma = AUXILIARIES.get(low)
                if lemma is not None:
                    if "inne" in particles:
                        clause.lemmas.append(("inne" + lemma, i, False))
                    clause.lemmas.append((lemma, i, False))
                continue
            lemma = self._knowledge.lemma(low)
            fronted = [s.lower[i - 1]] if i and s.lower[i - 1] == "hinzu" else []
            parts = [*fronted, *particles] if kind == "fin" else []
            joined = next((p + lemma for p in parts if self._is_verb(p + lemma)), None)
            clause.lemmas.append((joined or lemma, i, kind == "part"))
            if joined is not None and len(particles) > 1:
                closing = (j for j in tail[-12:] if j > i and self._is_particle(s, j, tail[-1]))
                other = earlier_particle(s, closing, tail[-1])
                if other and self._is_verb(other + lemma) and joined == s.lower[tail[-1]] + lemma:
                    clause.lemmas.append((other + lemma, i, False))

    def _is_particle(self, s: Sentence, i: int, last: int) -> bool:
        """Whether a token is a separable prefix that closes its stretch."""
        if s.lower[i] not in self._particles or i in s.taken:
            return False
        if s.tokens[i].text[0].isupper() and s.low_at(i - 1) in DETERMINERS:
            # „brachte das Gesetz auf den Weg“
            return False
        following = s.tokens[i + 1].text if i + 1 < len(s.tokens) else "."
        return following in ENDS or following.lower() in CONJUNCTIONS or i == last

    def _is_verb(self, lemma: str) -> bool:
        return ("verb", lemma) in self._knowledge.frames or is_dictionary_word(lemma)


def share_auxiliaries(s: Sentence, clauses: Sequence[Clause]) -> None:
    """„das der Bundestag verabschiedet und dem der Bundesrat zugestimmt hat“: the last auxiliary is that of both.

    So is a modal: „soll zur FITKO wechseln und ihr Präsident werden“.
    """
    for one, other in pairwise(clauses):
        if other.kind == "main" and s.lower[other.tokens[0]] in AND_OR and other.auxiliaries == ["werden"]:
            leading = [w for w in one.auxiliaries if w in MODALS or w in {"wird", "werde"}]
            last = next((i for i in reversed(other.tokens) if s.lower[i].isalpha()), -1)
            if leading and len(other.lemmas) == 1 and other.lemmas[0][1] == last:
                other.auxiliaries = [*leading, "werden"]
            continue
        if one.kind not in {"relative", "sub"} or one.auxiliaries or s.lower[other.tokens[0]] not in AND_OR:
            continue
        closing = other.lemmas[-2:]
        bound = len(closing) == 2 and closing[0][2] and closing[1][1] == closing[0][1] + 1 and other.auxiliaries
        own = one.lemmas[-1] if one.lemmas else ("", -1, False)
        if bound and own[1] == one.tokens[-1] and _PRESENT_OR_DONE.search(s.lower[own[1]]):
            one.auxiliaries = list(other.auxiliaries)
            one.lemmas = [*one.lemmas[:-1], (own[0], own[1], True)]
