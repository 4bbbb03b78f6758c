"""What is only played, dreamt or quoted as untrue: „Im Planspiel ist A CIO“, „Der Satz „…“ stammt aus einer Satire“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import DETERMINERS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Sentence

_INTO = frozenset({"im", "in"})
_AS_WELL = frozenset({"und", "wie"})
_THERE = frozenset({"dabei", "darin", "dort", "hier"})
_NEAR = 3
"""How many words may stand between „in“ and the noun for a play: „in einem neuen, langen Roman“."""
_BEFORE = 6
"""Within how many words before a quotation a word for jest speaks of it: „In einer Satire hieß es: „…““."""
_AFTER = 5
"""Within how many words after a quotation a word calls it untrue: „„…“ – das war ein Scherz“."""
_CLAUSES = frozenset({"gap", "infinitive", "main", "sub"})


class MakeBelieve:
    """Finds clauses that are not meant in earnest, so that nothing is read of them.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._fiction = tuple(sorted(word.lower() for word in words("fiction-nouns")))
        self._stages = tuple(sorted(word.lower() for word in words("play-nouns")))
        self._playing = words("playing-verbs")
        self._real = words("in-earnest")
        self._untrue = words("falsehoods") | words("jest-words")
        self._jests = words("jest-words")
        self._quoted = words("denied-nouns") | words("quoted-nouns")
        self._negation = words("negation")
        self._speech = words("speech-verbs")

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Let clauses of plays and dreams, and of quotations that are called untrue, state nothing."""
        played: Sentence | None = None
        for s in sentences:
            if not s.clauses:
                continue
            goes_on = played is not None and played.block == s.block and self._is_there(s)
            if goes_on or self._plays(s):
                self._let_nothing(s)
                played = s
            else:
                played = None
            self._quotes(s)

    def _plays(self, s: Sentence) -> bool:
        """„Im Planspiel …“, „A spielt den Minister“: whether a sentence tells of a play."""
        if self._scene(s, self._fiction):
            return True
        return any(
            not self._playing.isdisjoint(clause.verbs)
            and any(a.role is not None and a.marker == "np" and a.first in clause.tokens for a in s.arguments)
            and any(a.type is EntityType.PERSON and a.first in clause.tokens for a in s.arguments)
            and not any(
                s.text_at(i) == "Rolle" and s.low_at(i + 1) in {"", ",", ".", "bei", "beim"} for i in clause.tokens
            )
            for clause in s.clauses
        )

    def _is_there(self, s: Sentence) -> bool:
        """Whether a sentence goes on in the play before: „Kai Reh ist darin CIO“, „Im Film ist …“."""
        return not _THERE.isdisjoint(s.lower) or self._scene(s, self._stages)

    def _scene(self, s: Sentence, nouns: tuple[str, ...]) -> bool:
        """„im Planspiel“, „in einem neuen Theaterstück“, not „wie im Traum“ or „im Krimi wie im Amt“."""
        for i, token in enumerate(s.tokens):
            if not token.upper or not token.low.endswith(nouns):
                continue
            at = i - 1
            while at > i - 1 - _NEAR and at >= 0 and (s.lower[at] in DETERMINERS or s.tokens[at].text.islower()):
                if s.lower[at] in _INTO:
                    break
                at -= 1
            if s.low_at(at) in _INTO and s.low_at(at - 1) != "wie" and not self._is_real_too(s, i + 1):
                return True
        return False

    def _is_real_too(self, s: Sentence, i: int) -> bool:
        """„im Krimi wie im Amt“, „im Planspiel und in der Praxis“: what stands beside the noun for a play is none."""
        if s.low_at(i) not in _AS_WELL or s.low_at(i + 1) not in _INTO:
            return False
        noun = next((s.lower[j] for j in range(i + 2, min(i + 2 + _NEAR, len(s.tokens))) if s.tokens[j].upper), "")
        return bool(noun) and not noun.endswith(self._fiction + self._stages)

    def _let_nothing(self, s: Sentence) -> None:
        for clause in s.clauses:
            if clause.kind in _CLAUSES and self._real.isdisjoint(clause.words):
                clause.judged = (None,)

    def _quotes(self, s: Sentence) -> None:
        if "„" not in s.lower and "»" not in s.lower:
            return
        opened = next((i for i, t in enumerate(s.tokens) if t.text in {"„", "»"}), -1)
        closed = next((i for i, t in enumerate(s.tokens) if i > opened and t.text in {"“", "”", "«"}), len(s.tokens))
        if opened < 0 or not self._is_untrue(s, opened, closed):
            return
        for clause in s.clauses:
            if _has_verb(clause, opened, closed):
                clause.judged = (None,)

    def _is_untrue(self, s: Sentence, opened: int, closed: int) -> bool:
        """Whether the words around a quotation call it untrue, or a joke."""
        before, after = s.lower[max(0, opened - _BEFORE) : opened], s.lower[closed + 1 : closed + 1 + _AFTER]
        if not self._negation.isdisjoint(after) or not self._negation.isdisjoint(before):
            return False
        if s.text_at(opened - 1) in self._quoted:
            return not self._untrue.isdisjoint((*s.lower[:opened], *s.lower[closed + 1 :]))
        speaks = any(lemma in self._speech and i > closed for clause in s.clauses for lemma, i, _ in clause.lemmas)
        if not speaks and not self._untrue.isdisjoint(after):
            return True
        people = any(a.type is EntityType.PERSON and opened - _BEFORE <= a.first < opened for a in s.arguments)
        return not people and not self._jests.isdisjoint(before)


def _has_verb(clause: Clause, opened: int, closed: int) -> bool:
    """Whether a verb of a clause stands within a quotation: a name in quotation marks claims nothing."""
    return any(opened < i < closed for _, i, _ in clause.lemmas) or (
        bool(clause.auxiliaries) and any(opened < i < closed for i in clause.tokens)
    )
