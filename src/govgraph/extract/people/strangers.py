"""People whose first name is in no list, by the post that their clause gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.language.grammar import DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Sentence

_BEING = frozenset({"bleibt", "heißt", "ist", "war", "wird", "wurde"})
_HAVING = frozenset({"bekam", "bekommt", "erhielt", "erhält", "gewinnt", "hat", "hatte"})
_TO = frozenset({"zum", "zur"})
_ENDS = frozenset({".", ",", ";", "(", "", "–"})
_FOLLOWING = frozenset({"folgen", "nachfolgen"})
_PRONOUNS = frozenset({"er", "sie", "ich", "wir", "es"})
_REACH = 9
"""How many words beside a name the title or noun for a post may stand."""
_PHRASE = 8
"""Most words of a title with its body before the comma and the name."""


class Strangers:
    """Tells whether two words of no dictionary are the name of somebody who has or gets a post.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        words = knowledge.words
        self._leading = words("leading-verbs") | {"leiten", "führen", "verantworten"}
        self._taking = words("taking-verbs") | {"übernehmen", "folgen", "nachfolgen", "ablösen", "antreten"}
        self._posts = words("leads-alone") | words("posts-of-people")
        self._times = words("time-nouns")
        self._now = words("still-adverbs") | words("designated-adverbs") | words("acting-adverbs")
        self._heirs = words("successor-nouns") | words("predecessor-nouns")

    def is_one(self, s: Sentence, i: int) -> bool:
        """Whether the two words from token `i` on, which no dictionary knows, are a name.

        „Zum Mai übernimmt Zelda Karaka die Leitung“, „Der Leiter des Amts, Zelda Karaka, …“, „Nachfolgerin wird Zelda
        Karaka“, „hat Zelda Karaka zur Präsidentin gewählt“, „Mit Zelda Karaka hat das Amt eine neue Leiterin“.
        """
        before, after = s.low_at(i - 1), s.low_at(i + 2)
        ends = s.text_at(i + 2) in _ENDS
        if before == "," and ends and self._is_titled_before(s, i - 1):
            return True
        if before in _BEING and ends and self._names_heir(s, i):
            return True
        if after in _TO and self._is_title_near(s, i + 3, i + 3 + _REACH):
            return True
        if before == "mit" and after in _HAVING and self._is_title_near(s, i + 3, len(s.tokens)):
            return True
        return self._acts(s, i, before, after, ends=ends)

    def _acts(self, s: Sentence, i: int, before: str, after: str, *, ends: bool) -> bool:
        """„Seit Mai leitet Zelda Karaka das Amt“, „Die Leitung übernimmt Zelda Karaka“: who stands after the verb."""
        if not before.isalpha() or any(low in _PRONOUNS for low in s.lower[: i - 1]):
            return False
        lemma = self.k.lemma(before)
        if lemma in self._leading and after in DETERMINERS:
            return self._only_says_when(s, i - 1)
        if lemma not in self._taking | self._leading:
            return False
        near = range(max(0, i - _REACH), min(i + 2 + _REACH, len(s.tokens)))
        return (lemma in _FOLLOWING and ends) or any(s.tokens[j].text in self._posts for j in near)

    def _only_says_when(self, s: Sentence, verb: int) -> bool:
        """„Seit Mai leitet …“: whether what stands before a verb is a time, so that the subject comes after it."""
        if verb < 1 or not (s.lower[0] in PREPOSITIONS or s.lower[0] in self._now):
            return False
        nouns = (j for j in range(1, verb) if s.tokens[j].upper)
        return all(j in s.dated or s.tokens[j].text in self._times for j in nouns)

    def _names_heir(self, s: Sentence, i: int) -> bool:
        return any(s.tokens[j].text in self._heirs for j in range(max(0, i - _REACH), i))

    def _is_title(self, s: Sentence, i: int) -> bool:
        return s.tokens[i].upper and self.k.role_word(s.tokens[i].text) is not None

    def _is_title_near(self, s: Sentence, first: int, last: int) -> bool:
        return any(self._is_title(s, j) for j in range(first, min(last, len(s.tokens))))

    def _is_titled_before(self, s: Sentence, comma: int) -> bool:
        """„Die Leiterin des Amts für Digitales, …“: whether the words up to a comma are one title with its body."""
        titles = [j for j in range(max(1, comma - _PHRASE), comma) if self._is_title(s, j)]
        title = titles[0] if len(titles) == 1 else -1
        if title < 0 or s.low_at(title - 1) not in {"der", "die"} or title + 1 == comma:
            return False
        between = s.tokens[title + 1 : comma]
        return all(t.text != "," for t in between) and s.low_at(title + 1) in {"der", "des", "von", "vom", "im", "für"}
