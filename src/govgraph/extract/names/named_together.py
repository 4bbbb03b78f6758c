"""Several names that one noun introduces: „Systeme wie POLAS und ComVor“, „die Dienste „Angeln“ und „Jagen““."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.bare_titles import BareTitles
from govgraph.extract.names.long_names import CLOSING, NOUN, OPENING
from govgraph.extract.state import PLACES
from govgraph.language.grammar import INDEFINITE, NUMBER_WORDS
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import HeadNoun

BETWEEN_SEVERAL = frozenset({",", "und", "sowie", "oder", "beziehungsweise"})
LONGEST_TITLE = 8
"""Most words of a title in quotation marks."""
_COUNTING = NUMBER_WORDS | {"beide", "beiden", "folgende", "folgenden"}
_OF_THEM = frozenset({"aller", "den", "der", "zu", "über"})
"""Words before a number of things that are not named behind them: „das Ziel der drei Projekte: …“."""
_ENDS = frozenset({".", "!", "?", "…"})
_NOT_ALL = INDEFINITE | {"keine", "keinen"}


class NamedTogether(BareTitles):
    """Finds names that share the noun before them and marks where they stand."""

    def _several(self, s: Sentence, i: int) -> int:
        """„die Unternehmen A und B“, „die Amtsgerichte Fulda und Gießen“: a noun in the plural before several names."""
        text = s.tokens[i].text
        lemma = self.k.lemma(text)
        head = self._head(lemma) if lemma != text else None
        if head is None or not head.introduces or s.low_at(i - 1) in _NOT_ALL:
            return 0
        such = s.low_at(i + 1) == "wie"
        type_, kind = head.type, head.kind
        if such and text.lower().startswith("programm") and self._odd_name(s, i + 2) > i + 2:
            # „Programme wie LOGA und Kalypso“
            type_, kind = EntityType.SYSTEM, "System"
        listed = _opens_list(s, i)
        j, last = i + 1 + (such or listed), 0
        while j < len(s.tokens):
            beside = s.taken.get(j)
            end = self._odd_name(s, j)
            quoted = self._quoted_member(s, j, head)
            if beside is not None and beside.first == j and self._takes_place(head, beside) and not such:
                name = f"{lemma} {self._words(s, beside.first, beside.last)}"
                self._place(s, j, beside.last, self.cast.named(name, head.type, head.kind))
                end = beside.last
            elif quoted:
                end = quoted
            elif end > j:
                name = self._words(s, j, end)
                draft = self.cast.thing(name, type_, kind)
                draft.names |= {name}
                self._place(s, j, end, draft)
                self.short.setdefault(name, draft)
            elif beside is not None and beside.first == j and beside.type is type_:
                end = beside.last
            elif last and self._is_member(s, j):
                # „die Start-ups Lexograph, Stadtlupe und PaperFree“
                end = j + 1
                self._place(s, j, end, self.cast.thing(s.text_at(j), type_, kind))
            else:
                break
            last = end
            if s.low_at(end) not in BETWEEN_SEVERAL:
                break
            j = end + 1
        return last

    def _quoted_member(self, s: Sentence, j: int, head: HeadNoun) -> int:
        """End of one of several names in quotation marks, „die Dienste „Bauvorbescheid“ und „Waffenschein““, or 0."""
        if s.text_at(j) not in OPENING or not s.text_at(j + 1)[:1].isupper():
            return 0
        end = _closing_mark(s, j)
        if not end:
            return 0
        known = s.taken.get(j + 1)
        if known is not None and (known.first, known.last) == (j + 1, end) and known.draft and known.draft.entry:
            # „drei Projekte: „Open Data“, „E-Akte“ und „BundID““: what is known is what it is
            return end + 1
        name = self._words(s, j + 1, end)
        self._swallow(s, j + 1, end)
        self._place(s, j + 1, end, self.cast.thing(name, head.type, head.kind))
        return end + 1

    def _takes_place(self, head: HeadNoun, beside: Argument) -> bool:
        return head.form in self.k.words("place-named-heads") and beside.type in PLACES and not beside.adjective

    def _is_member(self, s: Sentence, j: int) -> bool:
        """Whether one bare noun in the singular stands between marks of a list, or closes it."""
        text, after = s.text_at(j), s.low_at(j + 1)
        if j in s.taken or not NOUN.match(text) or self.k.role_word(text) is not None:
            return False
        ends = after in BETWEEN_SEVERAL or (s.low_at(j - 1) in {"und", "sowie"} and not NOUN.match(s.text_at(j + 1)))
        coined = is_compound(text) and not is_dictionary_word(text)
        return ends and self._head(text) is None and self.k.lemma(text) == text and (coined or self._bare(text))

    def _with_plus(self, s: Sentence, j: int) -> int:
        """End of „Meldo+“ or „Data+Form“ from `j`, or `j`: a word with a plus that stands right behind it."""
        if j in s.taken or not NOUN.match(s.text_at(j)) or s.text_at(j).isupper() or s.text_at(j + 1) != "+":
            return j
        if s.starts[j + 1] != s.end_of(j) or j + 1 in s.taken:
            return j
        joined = self._glued(s, j + 1) and NOUN.match(s.text_at(j + 2)) is not None
        return j + 3 if joined else j + 2 if not self._glued(s, j + 1) else j

    def _odd_name(self, s: Sentence, j: int) -> int:
        """End of a name from `j` that shows itself by its spelling, or `j`; no part of it is known already."""
        end = self._with_plus(s, j)
        if end > j:
            return end
        end = self._address(s, j)
        if end:
            # „net.com Kommunal“
            return end + (NOUN.match(s.text_at(end)) is not None and end not in s.taken)
        end = j
        while end - j < 3 and end < len(s.tokens) and end not in s.taken:
            if not self.k.odd_word(s.tokens[end].text):
                break
            end += 1
        return end


def _closing_mark(s: Sentence, opening: int) -> int:
    """Token of the mark that closes a title in quotation marks, or 0 where that would be too long."""
    near = range(opening + 2, min(opening + LONGEST_TITLE, len(s.tokens)))
    return next((e for e in near if s.tokens[e].text in CLOSING), 0)


def _opens_list(s: Sentence, noun: int) -> bool:
    """„drei Projekte: „Smart Hof“, „Dorf 4.0“ und „Wald.Netz““: a number of things, and as many names behind a colon.

    Not „sagte über die drei Projekte: „Wir sind stolz.““, nor „Das Motto der drei Projekte: „Einfach machen““.
    """
    if s.low_at(noun - 1) not in _COUNTING or s.low_at(noun - 2) in _OF_THEM or s.text_at(noun + 1) != ":":
        return False
    names, j = 0, noun + 2
    while s.text_at(j) in OPENING:
        end = _closing_mark(s, j)
        if not end or s.tokens[end - 1].text in _ENDS:
            return False
        names, j = names + 1, end + 2
        if s.low_at(end + 1) not in BETWEEN_SEVERAL:
            break
    return names > 1
