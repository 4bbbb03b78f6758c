"""What an article takes back: „A leitet X – so stand es in dieser Zeitung. Richtig ist: …“, „Chef ist A? Nein“."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from govgraph.extract.clauses.phrases import by_first_word, opens_with
from govgraph.extract.clauses.verb_places import finite_places
from govgraph.extract.state import FactDraft, OfficeDraft
from govgraph.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govgraph.extract.state import Sentence

_Stated = TypeVar("_Stated", FactDraft, OfficeDraft)
_HERE = frozenset({"dieser", "diesem", "unser", "unsere", "unserem", "unserer", "unseren"})
_SAID = frozenset(
    {"berichtet", "berichteten", "gemeldet", "geschrieben", "hieß", "meldeten", "schrieben", "stand", "gestanden"}
)
"""Words by which a paper tells what it has printed."""
_NEAR = 3
"""How many words after „dieser“ or „unserer“ the noun for a paper may stand."""
_WHETHER = "ob"
_BACK = 2
"""How many sentences before a question with „ob“ an office may be told that it leaves open."""


class Retractions:
    """Finds sentences of which an article says that they are not so.

    Args:
        words: Gives a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._papers = words("report-nouns") | words("paper-nouns")
        self._printed = words("report-nouns") | words("issue-nouns")
        self._given = words("given-by-a-paper")
        self._named = words("called-by-a-paper")
        self._right = by_first_word(words("correcting-phrases") | words("denying-phrases"))
        self._no = words("answers-no")
        self._wishing = words("wishing-words")

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Mark the sentences that are taken back, so that nothing is read of them."""
        wished = False
        for at, s in enumerate(sentences):
            wished = self._is_wished(s, wished)
            if self._gives(s):
                _take_back(s)
            before = sentences[at - 1] if at and s.block - sentences[at - 1].block <= 1 else None
            if before is None:
                continue
            if self._corrects(s) and self._names(before):
                _take_back(before)
            if _is_statement_asked(before) and s.tokens[0].low in self._no:
                _take_back(before)
            if self._corrects(s) and self._is_quoted(before):
                _take_back(before)
                earlier = sentences[at - 2] if at > 1 and sentences[at - 2].block == before.block else None
                if earlier is not None and not before.arguments:
                    # „Köln nutzt X. So stand es in unserer Ausgabe vom Montag. Richtig ist: …“
                    _take_back(earlier)

    def _is_wished(self, s: Sentence, asked: bool) -> bool:
        """„Was wünschen Sie sich? – Dass das Land die E-Akte bezahlt.“: whether a sentence asks or tells wishes."""
        if s.tokens[-1].text == "?":
            return not self._wishing.isdisjoint(s.lower)
        that = asked and bool(s.clauses) and all(clause.opener == "dass" or not clause.finite for clause in s.clauses)
        if that:
            for clause in s.clauses:
                clause.judged = (None,)
        return that

    def _gives(self, s: Sentence) -> bool:
        """„In der Juli-Ausgabe haben wir A zur Direktorin gemacht“: a post that only a paper has given somebody."""
        return not self._given.isdisjoint(s.lower) and self._is_of_ours(s)

    def _names(self, s: Sentence) -> bool:
        """„In Heft 3 haben wir A als Direktorin vorgestellt. Das war falsch“: what a paper has called somebody."""
        return not self._named.isdisjoint(s.lower) and self._is_of_ours(s)

    def _is_of_ours(self, s: Sentence) -> bool:
        """Whether „wir“ do something in what is printed: „in unserer letzten Meldung“, „im Mai-Heft“."""
        return "wir" in s.lower and any(token.text.rpartition("-")[2] in self._printed for token in s.tokens)

    def _corrects(self, s: Sentence) -> bool:
        """„Richtig ist: …“, „Das war falsch“, „Wir bitten, den Fehler zu entschuldigen“."""
        return opens_with(s, self._right)

    def _is_quoted(self, s: Sentence) -> bool:
        """„so stand es gestern in dieser Zeitung“, „haben wir in unserer Ausgabe vom Montag berichtet“."""
        if _SAID.isdisjoint(s.lower):
            return False
        if "wir" in s.lower:
            return True
        return any(
            word in _HERE and not self._papers.isdisjoint(t.text for t in s.tokens[i + 1 : i + 1 + _NEAR])
            for i, word in enumerate(s.lower)
        )


def standing(stated: Iterable[_Stated]) -> list[_Stated]:
    """What was read of sentences that are not taken back."""
    return [each for each in stated if not each.sentence.retracted]


def not_left_open(offices: Iterable[OfficeDraft], sentences: Sequence[Sentence]) -> list[OfficeDraft]:
    """„B übernimmt ihre Aufgaben. Ob er auch den CIO-Titel erhält, ist offen.“: no office of which that is asked."""
    asked = [(at, s) for at, s in enumerate(sentences) if _WHETHER in s.lower]
    if not asked:
        return list(offices)
    number = {id(s): at for at, s in enumerate(sentences)}
    return [o for o in offices if not any(_is_asked(o, s, at - number.get(id(o.sentence), at)) for at, s in asked)]


def _is_asked(office: OfficeDraft, s: Sentence, distance: int) -> bool:
    if not 0 < distance <= _BACK or office.sentence.title(office.role):
        return False
    inside = {i for clause in s.clauses if clause.opener == _WHETHER for i in clause.tokens}
    name = office.role.name.lower()
    return any(s.lower[i] == name or s.lower[i].startswith(f"{name}-") for i in inside)


def _take_back(s: Sentence) -> None:
    s.retracted = True
    for clause in s.clauses:
        clause.judged = (None,)


def _is_statement_asked(s: Sentence) -> bool:
    """„Vorsitzende ist nun A?“: a question in the order of a statement, with no word that asks."""
    if s.tokens[-1].text != "?" or s.kind is BlockKind.QUESTION:
        return False
    first = next((i for i, token in enumerate(s.tokens) if token.text[0].isalpha()), 0)
    low = s.lower[first]
    verbs = finite_places(s)
    return first not in verbs and not low.startswith("w") and bool(verbs)
