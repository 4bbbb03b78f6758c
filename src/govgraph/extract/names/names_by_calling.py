"""Names by a verb or noun of calling: „die Anwendung heißt KIBau“, „hört auf den Namen Nelli“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.apposed_names import AFTER_NAME, ApposedNames
from govgraph.extract.names.long_names import CLOSING, NOUN, OPENING
from govgraph.extract.names.name_runs import APPOSED, LONGEST_RUN
from govgraph.extract.names.named_together import LONGEST_TITLE
from govgraph.extract.state import WORKS
from govgraph.language.grammar import PREPOSITIONS
from govgraph.language.morphology import is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence
    from govgraph.vocabulary import HeadNoun

CALLED = frozenset({"betitelt", "namens", "heißt", "hieß", "heißen", "heiße", "nennt", "nannte", "getauft"})
TITLES = frozenset(
    {
        "namen",
        "titel",
        "arbeitstitel",
        "projektnamen",
        "produktnamen",
        "motto",
        "bezeichnung",
        "abkürzung",
        "kürzel",
        "marke",
    }
)
_NOW = frozenset({
    "inzwischen", "jetzt", "nun", "künftig", "mittlerweile", "heute", "seither", "seitdem", "fortan", "intern",
    "schlicht", "einfach", "offiziell", "kurz",
})  # fmt: skip
"""Words between a verb of calling and the name."""
_FAR = 12
"""How many tokens after a name the noun may stand that says what it is."""


class NamesByCalling(ApposedNames):
    """Finds names by verbs and nouns of calling, and marks where they stand."""

    kind: HeadNoun | None = None
    """The last noun for a work that the article has named, for a name that comes in a sentence after it."""

    def _called_name(self, s: Sentence, i: int) -> int:
        """„… eines der ersten Systeme, das Session hieß“, „Die Anwendung heißt KIBau“: the verb of calling."""
        if s.low_at(i) not in CALLED:
            return 0
        before = i - 1
        if before > 1 and NOUN.match(s.text_at(before)) and s.low_at(before - 1) in {"der", "die", "das"}:
            if s.text_at(before - 2) != "," or before in s.taken:
                return 0
            kind = self._kind_before(s, before - 2)
            head = self._head(s.tokens[kind].text) if kind >= 0 else None
            if head is not None:
                self._named_by(s, kind, before, i, head)
                return 0
            # „Frau Roth, die App heißt Löwenzahn“ addresses somebody
        if self._name_first(s, i):
            return 0
        kind = self._kind_before(s, i)
        j = self._called_from(s, i)
        quoted = s.text_at(j) in OPENING
        if kind < 0 or s.low_at(i) == "getauft" or (s.low_at(i) in {"nennt", "nannte"} and s.low_at(i + 1) != "sich"):
            return 0
        head = self._head(s.tokens[kind].text)
        if head is None:
            return 0
        if quoted:
            return self._quoted(s, kind, j, head)
        end = self._name_run(s, j, called=True)
        if end == j or s.low_at(end) not in AFTER_NAME:
            return 0
        return self._named_by(s, kind, j, end, head)

    @staticmethod
    def _called_from(s: Sentence, i: int) -> int:
        """Where the name begins after a verb of calling: „nennt sich jetzt Findus“, „heißt inzwischen Luzie“."""
        j = i + 1 + (s.low_at(i + 1) == "sich")
        return j + (s.low_at(j) in _NOW)

    def _name_first(self, s: Sentence, i: int) -> bool:
        """„Mein Fürth heißt das neue Bürgerportal“: a name that opens the sentence, the verb, and what is so called."""
        j = i + 1 + (s.low_at(i + 1) == "sich")
        kind = self._kind_noun(s, j) if s.low_at(j) in APPOSED else -1
        head = self._head(s.tokens[kind].text) if kind >= 0 else None
        if head is not None and s.text_at(i - 1) in CLOSING:
            at = next((j for j in range(i - 2, max(-1, i - 2 - LONGEST_TITLE), -1) if s.text_at(j) in OPENING), -1)
            # „„Smart Water“ heißt das Vorhaben“
            return at >= 0 and bool(self._quoted(s, kind, at, head))
        first = max((j + 1 for j in range(i) if s.text_at(j) in {":", ";"}), default=0)
        if head is None or not 0 < i - first <= LONGEST_RUN or s.text_at(i - 1) in CLOSING:
            return False
        words = [token.text for token in s.tokens[first:i]]
        opening = words[0].lower()
        if not words[0][0].isupper() or opening in PREPOSITIONS or opening in APPOSED or not NOUN.match(words[-1]):
            return False
        plain = len(words) == 1 and words[0] not in self.k.first_names and not words[0].isupper()
        if plain and is_dictionary_word(opening):
            # „Offiziell heißt die Plattform …“
            return False
        if any(s.taken[j].type is EntityType.PERSON for j in range(first, i) if j in s.taken):
            return False
        return bool(self._named_by(s, kind, first, i, head))

    def _titled_name(self, s: Sentence, i: int) -> int:
        """„Das Portal hört auf den Namen Nelli“, „Unter dem Namen Offene Daten“: the name after a noun of naming."""
        feminine = s.low_at(i - 1) == "der" and s.low_at(i - 2) == "unter"
        if s.low_at(i) not in TITLES or not (feminine or s.low_at(i - 1) in {"den", "dem"}):
            return 0
        j = i + 1
        own = self._head(s.text_at(j)) if NOUN.match(s.text_at(j)) and j not in s.taken else None
        kind = self._kind_before(s, i)
        if kind < 0 and s.low_at(i - 2) in {"unter", "hinter"}:
            kind = self._kind_after(s, j)
        if kind >= 0 and not NOUN.match(s.text_at(j + 1)):
            # „eine Plattform, die den Namen PortHub trägt“
            own = None
        head = (
            own if own is not None and own.introduces else self._head(s.tokens[kind].text) if kind >= 0 else self.kind
        )
        if head is None:
            return 0
        if s.text_at(j) in OPENING:
            return self._quoted(s, kind if kind >= 0 else i, j, head)
        end = self._name_run(s, j, called=True)
        if end == j:
            return 0
        name = self._words(s, j, end)
        draft = self.cast.thing(name, head.type, head.kind)
        draft.names |= {name}
        self._place(s, j, end, draft)
        self.short.setdefault(name, draft)
        return end

    def _kind_after(self, s: Sentence, j: int) -> int:
        """„Unter dem Namen Kompass betreibt die Stadt ein Portal“: the noun after it for the kind, or -1."""
        for k in range(j + 1, min(j + _FAR, len(s.tokens))):
            text = s.tokens[k].text
            if text in {",", ".", ";"}:
                return -1
            if text[0].isupper() and k not in s.taken and self._word_opening(s, k) in APPOSED:
                head = self._head(text)
                if head is not None and head.introduces and head.type in WORKS:
                    return k
        return -1

    def _kind_before(self, s: Sentence, i: int) -> int:
        """Index of the last introducing noun before token `i`, at most eight tokens away, or -1."""
        for k in range(i - 1, max(-1, i - 9), -1):
            text = s.tokens[k].text
            if text[0].isupper() and k not in s.taken:
                head = self._head(text)
                if head is not None and head.introduces and self.k.role_word(text) is None:
                    return k
        return -1
