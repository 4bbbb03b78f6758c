"""Who does a job for the time being: „Bis ein Nachfolger gefunden ist, leitet X das Amt“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.state import Clause, Sentence

_UNTIL = 9
"""How many words after „bis“ the noun may stand that says until when."""


class Stopgaps:
    """Tells which sentences speak of a post that is open and of who sees to it.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._until = words("open-post-nouns")
        self._absence = words("absence-nouns")
        self._empty = words("empty-words") | {"besetzt"}
        self._staying = words("continuing-verbs") | {"weiterführen"}

    def says(self, s: Sentence, clause: Clause) -> bool:
        """Whether a clause in the present tells of a job that is done until somebody else comes.

        „Bis ein Nachfolger da ist, bleibt X im Amt“ tells of whoever has it anyhow.
        """
        if self._while_away(s) and in_present(s, clause):
            return True
        if not ("bis" in s.lower or "solange" in s.lower) or not in_present(s, clause):
            return False
        if self._staying & clause.verbs or {"noch", "weiter", "weiterhin"} & clause.words:
            return False
        return any(self._open(s, i) for i, low in enumerate(s.lower) if low in {"bis", "solange"})

    def _while_away(self, s: Sentence) -> bool:
        """„Während der Elternzeit von A leitet B das Haus“, „für die Dauer ihrer Erkrankung“."""
        starts = (
            i for i, low in enumerate(s.lower) if low == "während" or (low == "dauer" and s.low_at(i - 2) == "für")
        )
        return any(t.text in self._absence for i in starts for t in s.tokens[i + 1 : i + 4])

    def _open(self, s: Sentence, at: int) -> bool:
        """Whether „bis“ or „solange“ at a token opens a time that ends when the post is filled."""
        end = next((i for i in range(at + 1, min(at + _UNTIL, len(s.tokens))) if s.tokens[i].text in {",", ";"}), -1)
        inside = range(at + 1, end if end > 0 else min(at + _UNTIL, len(s.tokens)))
        if s.lower[at + 1 : at + 3] == ["auf", "weiteres"]:
            return True
        if s.lower[at] == "solange":
            return any(s.lower[i] in self._empty for i in inside)
        ahead = inside if end > 0 else range(at + 1, min(at + 5, len(s.tokens)))
        # „bis zur Berufung einer Nachfolgerin“, „bis zur Wahl eines neuen Direktors“
        act = s.low_at(at + 1) in {"zum", "zur"} and s.low_at(at + 3) in {"einer", "eines"}
        someone = act and (s.text_at(at + 4) in self._until or s.low_at(at + 4) in {"neue", "neuen", "neuer"})
        return someone or any(s.tokens[i].text in self._until for i in ahead)
