"""Names that nothing introduces: every sign that a word is a name, and of what, is weighed.

A word that no dictionary knows may be a misspelling, a surname, or a product. No single sign decides: its spelling, the
words around it, names it is listed with, and whether the article says it again each count for something.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govgraph.extract.long_names import CLOSING, ODD, OPENING
from govgraph.extract.state import PLACES
from govgraph.language.grammar import AUXILIARIES, MODALS, PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.naming import Cast
    from govgraph.extract.state import Sentence

SYSTEM, BODY = EntityType.SYSTEM, EntityType.ORGANISATION
_KINDS = {
    SYSTEM: "System",
    BODY: "Organisation",
    EntityType.PROGRAMME: "Programme",
    EntityType.DOCUMENT: "Document",
    EntityType.MUNICIPALITY: "Municipality",
}
_ENOUGH = 2.0
_LEAD = 0.25
_LONGEST = 3
_LONGEST_QUOTED = 7
_ARTICLES = frozenset({"die", "der", "das", "den", "dem", "des"})
_LISTING = frozenset({",", "und", "oder", "sowie"})
_PUNCTUATION = frozenset(".,:;!?–()")


class CandidateFinder:
    """Weighs the words that are no part of a name yet and marks those that are names by all signs together.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article; new ones are added to it.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast
        self._using = knowledge.words("using-verbs")
        self._making = knowledge.words("making-verbs")
        self._running = self._using | self._making | knowledge.words("running-verbs")
        self._trials = knowledge.words("trial-nouns")

    def find(self, sentences: Sequence[Sentence]) -> None:
        """Mark the names, and every other place where they stand."""
        seen = Counter(t.text for s in sentences for t in s.tokens if len(t.text) > 2)
        found: dict[str, tuple[EntityType, str]] = {}
        for s in sentences:
            i = 0
            while i < len(s.tokens):
                text = s.tokens[i].text
                end = 0
                if text in OPENING:
                    end = self._quoted(s, i)
                elif self.k.unknown_word(text) or self._is_headed_town(s, i):
                    end = self._at(s, i, seen, found)
                i = max(end, i + 1)
        if found:
            self._mark_again(sentences, found)

    def _at(self, s: Sentence, i: int, seen: Counter[str], found: dict[str, tuple[EntityType, str]]) -> int:
        end = self._run(s, i) if self.k.unknown_word(s.tokens[i].text) else i + 1
        if end == i:
            return 0
        if s.text_at(i - 1) == "(" and s.text_at(end) == ")" and self._shortens(s, i):
            return 0
        votes = self._votes(s, i, end, seen)
        type_, score = max(votes.items(), key=lambda item: (item[1], item[0] is SYSTEM))
        other = max((v for t, v in votes.items() if t is not type_), default=0.0)
        if score < _ENOUGH or score - other < _LEAD:
            return 0
        name = self.cast.text[s.starts[i] : s.end_of(end - 1)]
        if type_ is EntityType.MUNICIPALITY:
            draft = self.cast.named(name, type_, "Municipality")
            draft.jurisdiction = draft.jurisdiction or self.cast.home
        else:
            draft = self.cast.thing(name, type_, _KINDS[type_], guessed=True)
        self.cast.place(s, i, end, draft)
        if end - i == 1:
            found[name] = (type_, name)
        return end

    def _is_headed_town(self, s: Sentence, i: int) -> bool:
        """„Bürgermeisterin von Grafenhain“: the word could be a compound, but is in no dictionary."""
        if i < 2 or s.lower[i - 1] != "von" or i in s.taken or not s.text_at(i)[0].isupper():
            return False
        role = self.k.role_word(s.text_at(i - 2))
        return (
            role is not None
            and role.name in self.k.words("town-heads")
            and not is_dictionary_word(s.lower[i])
            and self.k.role_word(s.text_at(i)) is None
        )

    def _shortens(self, s: Sentence, i: int) -> bool:
        """„die Landesbauverwaltung (LBV)“: the short form of a noun before it, which names nothing that was read."""
        head = self.k.head_noun(s.text_at(i - 2))
        introduced = head is not None and head.introduces and head.form == s.low_at(i - 2)
        return i - 2 not in s.taken and not introduced and s.text_at(i)[0] == s.text_at(i - 2)[:1]

    def _run(self, s: Sentence, i: int) -> int:
        """End of a run of words from `i` that no dictionary knows and that belong to no name, or `i`."""
        end = i
        while end - i < _LONGEST and end < len(s.tokens) and end not in s.taken and end not in s.dated:
            text = s.tokens[end].text
            if not self.k.unknown_word(text) or (end == i and not text[0].isalpha()):
                break
            end += 1
        if end - i > 1 and s.taken.get(end) is not None and s.taken[end].type is EntityType.PERSON:
            return i
        return end

    def _lemmas(self, s: Sentence, first: int, last: int) -> set[str]:
        """Dictionary forms of the words outside a span, verbs with the prefix that stands apart („setzt … ein“)."""
        words = {low for low in (*s.lower[:first], *s.lower[last:]) if low[0].isalpha()}
        lemmas = {self.k.lemma(low) for low in words}
        return lemmas | {p + lemma for p in words & self.k.words("particles") for lemma in lemmas}

    # ------------------------------------------------------------------ signs

    def _votes(self, s: Sentence, i: int, end: int, seen: Counter[str]) -> dict[EntityType, float]:
        text = s.tokens[i].text
        shape = self._shape(text) + (0.5 if end - i > 1 else 0.0)
        again = 0.75 if seen[text] > 1 else 0.0
        votes = {SYSTEM: shape + again, BODY: shape + again}
        lemmas = self._lemmas(s, i, end)
        before = s.low_at(i - 1)
        article = before in _ARTICLES
        j = i - 2 if article else i - 1
        marker = s.low_at(j)
        if not lemmas.isdisjoint(self._using):
            votes[SYSTEM] += 1.0
            if marker in {
                "mit",
                "auf",
                "von",
                "statt",
                "über",
                "via",
                "durch",
                "zu",
                "auch",
                "jetzt",
                "nun",
                "künftig",
            }:
                votes[SYSTEM] += 0.5
            elif text.isupper() and not article and marker not in PREPOSITIONS:
                # „Wir haben KIM erprobt“: what is used without an article bears a name
                votes[SYSTEM] += 0.25
        if marker in {"von", "mit"} and s.text_at(j - 1) in self._trials:
            # „nach dem Probelauf von VISART“
            votes[SYSTEM] += 1.5
        if marker == "mit" and "arbeiten" in lemmas:
            votes[SYSTEM] += 0.75
        if marker == "von" and not lemmas.isdisjoint(self._making):
            votes[BODY] += 1.5
        elif not lemmas.isdisjoint(self._making):
            votes[SYSTEM] += 0.5
        if marker in {"mit", "bei"} and not lemmas.isdisjoint(self.k.words("partner-words")):
            votes[BODY] += 1.5
        role = self.k.role_word(s.text_at(j)) or (
            self.k.role_word(s.text_at(j - 1)) if marker in {"bei", "von", "aus"} else None
        )
        if role is not None and marker in {"von", "aus"} and role.name in self.k.words("town-heads"):
            # „den Bürgermeister von Lübbenau“
            votes[EntityType.MUNICIPALITY] = _ENOUGH
        elif role is not None and (article or marker in {"bei", "von"}):
            votes[BODY] += 1.5
        if before in {"die", "der"} and (i == 1 or s.text_at(i - 2) in {",", ".", "„"}):
            votes[BODY] += 0.25
        for neighbour in self._neighbours(s, i, end):
            if neighbour in votes:
                votes[neighbour] += 1.5
        return votes

    @staticmethod
    def _shape(text: str) -> float:
        """How much the spelling alone says."""
        if any(c.islower() for c in text) and ODD.search(text):
            return 1.25
        if text.isupper():
            return 0.75
        return 0.5

    @staticmethod
    def _neighbours(s: Sentence, i: int, end: int) -> set[EntityType]:
        """Types of the names that it stands in a list with."""
        out = set()
        if s.low_at(end) in _LISTING and s.taken.get(end + 1) is not None and s.taken[end + 1].type is not None:
            out.add(s.taken[end + 1].type)
        if s.low_at(i - 1) in {"und", "oder", "sowie"} and s.taken.get(i - 2) is not None:
            out.add(s.taken[i - 2].type)
        return {t for t in out if t is not None}

    # ------------------------------------------------------------------ quotation marks

    def _quoted(self, s: Sentence, i: int) -> int:
        """„… hat „Soest digital 2025“ beschlossen“: a title in quotation marks that is no speech."""
        if s.kind in {BlockKind.TITLE, BlockKind.KICKER}:
            return 0
        end = next(
            (e for e in range(i + 1, min(i + 2 + _LONGEST_QUOTED, len(s.tokens))) if s.tokens[e].text in CLOSING), 0
        )
        inside = s.tokens[i + 1 : end]
        alone = len(inside) == 1 and self._coined(inside[0].text)
        if (len(inside) < 2 and not alone) or not inside[0].text[0].isupper():
            return 0
        if any(t.text in _PUNCTUATION for t in inside):
            return 0
        if any(j in s.taken and s.taken[j].type not in PLACES for j in range(i + 1, end)) or s.text_at(end + 1) == ",":
            return 0
        if any(t.text.lower() in AUXILIARIES or t.text.lower() in MODALS for t in inside):
            return 0
        lemmas = self._lemmas(s, i, end + 1)
        if not lemmas.isdisjoint(self.k.words("speech-verbs")):
            return 0
        type_ = None
        if not lemmas.isdisjoint(self.k.words("adopting-verbs")):
            type_ = EntityType.PROGRAMME
        elif not lemmas.isdisjoint(self.k.words("document-verbs")):
            type_ = EntityType.DOCUMENT
        elif not lemmas.isdisjoint(self._running) or {"betrieb", "nehmen"} <= {*s.lower, *lemmas}:
            # „hat „Ehe Online“ in Betrieb genommen“
            type_ = SYSTEM if alone or inside[-1].low in self.k.words("name-tails") else None
        if type_ is None:
            return 0
        name = self.cast.text[s.starts[i + 1] : s.end_of(end - 1)]
        draft = self.cast.thing(name, type_, _KINDS[type_], guessed=True)
        self.cast.place(s, i + 1, end, draft)
        return end + 1

    def _coined(self, text: str) -> bool:
        """A word in quotation marks that bears a name by itself: a first name, or a word of no dictionary."""
        return text in self.k.first_names or self.k.unknown_word(text)

    def _mark_again(self, sentences: Sequence[Sentence], found: dict[str, tuple[EntityType, str]]) -> None:
        for s in sentences:
            for i, token in enumerate(s.tokens):
                known = found.get(token.text)
                if known is not None and i not in s.taken:
                    town = known[0] is EntityType.MUNICIPALITY
                    find = self.cast.named if town else self.cast.thing
                    self.cast.place(s, i, i + 1, find(token.text, known[0], _KINDS[known[0]]))
