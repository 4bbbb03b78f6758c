"""Names right after a noun that introduces them: „Plattform civento“, „Firma cit“, „einen Chatbot namens Käthe“.

The noun makes a name with a place after it, else with words that run on as a name does. What is called or apposed is
read below; `openings` tells which of these is tried at which word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.apposed_names import AFTER_NAME
from govgraph.extract.names.company_names import FIRM_LINKS
from govgraph.extract.names.long_names import ADJECTIVE, NOUN, OPENING
from govgraph.extract.names.name_runs import LONGEST_RUN
from govgraph.extract.names.names_by_calling import TITLES, NamesByCalling
from govgraph.extract.names.names_with_places import NamesWithPlaces
from govgraph.extract.state import WORKS_AND_EVENTS
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import HeadNoun

_LABELLED = frozenset({BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ANSWER})
_COPULAS = frozenset(
    {"bleiben", "bleibt", "ist", "sei", "sind", "war", "waren", "werde", "werden", "wird", "wurde", "wurden"}
)
_ENDS = frozenset({"", "!", ",", ".", ":", ";", "?", "geworden", "und", "–"})


class IntroducedNames(NamesWithPlaces, NamesByCalling):
    """Finds names by the noun that introduces them and marks where they stand."""

    kind_from: int = 0
    """Where the sentence with that noun begins."""

    following: Sentence | None = None
    """The sentence after the one that is read."""

    def _introduced_name(self, s: Sentence, i: int) -> int:
        """A name right after its noun: „Programm „Starke Heimat Hessen““, „Firma cit“, „einen Chatbot namens Käthe“."""
        text = s.tokens[i].text
        if not text[0].isupper() or self._only_describes(s, i):
            return 0
        head = self._head(text) or self._weak_head(s, i)
        if head is None:
            return self._several(s, i)
        if not head.introduces:
            return 0
        if head.type in WORKS_AND_EVENTS:
            self.kind, self.kind_from = head, s.start
        if head.form in self.k.words("field-heads") and s.text_at(i + 1) not in OPENING:
            end = self._noun_list(s, i + 1)
            return self._named_by(s, i, i + 1, end, head) if end else 0
        j, called = self._skip_called(s, i + 1)
        if s.text_at(j) in self.k.words("legal-forms"):
            # „GeraNetz GmbH“
            return 0
        if s.text_at(j) in OPENING:
            return self._quoted(s, i, j, head)
        if head.kind == "Company" and self._incorporated(s, j):
            # „die Firma Computa Nova GmbH“: the name is read to its legal form
            return 0 if text.lower() not in self.k.words("only-firms") and self._of_a_region(s, j) else i + 1
        if not called and s.text_at(j) in self.k.words("predicate-nouns") and self._says_of_it(s, i, j):
            return i + 1
        placed = self._named_with_place(s, i, j, head, called=called)
        return self._introduced_run(s, i, j, head, called=called) if placed is None else placed

    def _introduced_run(self, s: Sentence, i: int, j: int, head: HeadNoun, *, called: bool) -> int:
        """A name at `j` of words that run on as names do, after the noun at `i`."""
        beside = s.taken.get(j)
        last = self._name_run(s, j, called=called)
        if last == j:
            last = self._plain_name(s, i, j, head, called=called)
        if last <= j + 1 and not called:
            last = max(last, self._bare_title(s, i, j, head))
        if last == j and beside is not None and self._compound_of_place(s, i, head, beside):
            last = beside.last
        if last == j:
            return self._apposed_name(s, i, head)
        if head.type is not EntityType.ORGANISATION and s.text_at(last - 1) in self.k.words("legal-forms"):
            # „Westnetz Kommunal AöR“
            return 0
        return self._named_by(s, i, j, self._last_word(s, j, last, head), head)

    def _last_word(self, s: Sentence, j: int, last: int, head: HeadNoun) -> int:
        """Where a name ends that ran to `last`: „der Verein Etteln aktiv“, „die Firma NOVUM plan“."""
        last = self._goes_on(s, j, last)
        if head.type is EntityType.SYSTEM and s.text_at(last) == "/" and self._glued(s, last):
            # „das Verfahren Open/Prosoz“
            last += 2
            self._swallow(s, last - 1, last)
        if head.form == "verein" and s.low_at(last) in self.k.words("closing-adjectives"):
            # „der Verein Etteln aktiv“
            last += 1
        if head.kind == "Company" and self._small_tail(s, last):
            # „die Firma NOVUM plan“
            last += 1
        if head.type is EntityType.ORGANISATION and s.text_at(last) in FIRM_LINKS and NOUN.match(s.text_at(last + 1)):
            # „die Beratungsfirma Kienzle & Partner“, „die Firma Müller + Söhne IT“
            last += 2
            last += NOUN.match(s.text_at(last)) is not None and last not in s.taken
        if s.text_at(last) == "+" and s.starts[last] == s.end_of(last - 1) and not self._glued(s, last):
            # „die Lösung Meldo+“
            last += 1
        return last

    def _incorporated(self, s: Sentence, j: int) -> bool:
        """Whether words with capitals and then a legal form stand at `j`."""
        end = j
        while (
            end - j < LONGEST_RUN and NOUN.match(s.text_at(end)) and s.text_at(end) not in self.k.words("legal-forms")
        ):
            end += 1
        return end > j and s.text_at(end) in self.k.words("legal-forms")

    def _of_a_region(self, s: Sentence, j: int) -> bool:
        """„die Kommunalberatung Taunus GmbH“: a region and the legal form at a token make a name with it."""
        return self.k.like_a_place(s.text_at(j)) and s.text_at(j + 1) in self.k.words("legal-forms")

    @staticmethod
    def _says_of_it(s: Sentence, i: int, j: int) -> bool:
        """„In Gera ist die Software Alltag.“, „dass das Portal Pflicht wird“: a noun that tells how a thing is."""
        copula = _COPULAS.__contains__
        return copula(s.low_at(j + 1)) or (s.text_at(j + 1) in _ENDS and any(map(copula, s.lower[:i])))

    def _small_tail(self, s: Sentence, i: int) -> bool:
        """Whether a word in small letters closes the name of a company: „NOVUM plan“, „Kontor digital“."""
        text, words = s.text_at(i), self.k.words
        closes = text in words("closing-adjectives") or text in words("company-tails")
        return closes and s.low_at(i + 1) in AFTER_NAME

    def _only_describes(self, s: Sentence, i: int) -> bool:
        """„der Zentralen Ausländerdateiakte“, „das Zentrale Fundregister“: an adjective that looks like a noun."""
        text, following = s.text_at(i), s.text_at(i + 1)
        if not text.endswith(("e", "en", "er", "em", "es")) or not ADJECTIVE.match(text) or i + 1 in s.taken:
            return False
        own = self._head(following) if NOUN.match(following) else None
        low = text.lower()
        if own is None or own.type is EntityType.ORGANISATION:
            return False
        if low.endswith("e") and self.k.lemma(low) != low[:-1]:
            # „die Messe Oderdigital“
            return False
        return self.k.lemma(low) != low and self.k.lemma(low).islower()

    def _skip_called(self, s: Sentence, j: int) -> tuple[int, bool]:
        """Index after „namens“, „mit dem Titel“, „unter dem Namen“, and whether one of them stands there."""
        if s.low_at(j) == "namens":
            return j + 1, True
        if s.low_at(j) in {"mit", "unter"}:
            step = j + 2 if s.low_at(j + 1) in {"dem", "der"} else j + 1
            if s.low_at(step) in TITLES:
                return step + 1, True
        if s.text_at(j) == ":" and self._is_label(s, j - 1):
            return j + 1, True
        return j, False

    def _is_label(self, s: Sentence, i: int) -> bool:
        """„Projekt: Havenmodell“, „Projekt: „BürgerNet““: a line that names what those after it tell of."""
        if i or s.kind not in _LABELLED or s.lower[i] not in self.k.words("labels-of-names"):
            return False
        if s.text_at(i + 2) in OPENING:
            return True
        following = self.following
        return following is not None and any(
            following.text_at(j) == ":" and " ".join(following.lower[:j]) in self.k.labels for j in (1, 2, 3)
        )
