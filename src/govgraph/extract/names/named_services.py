"""Services that are called by what they are for: „Meldebescheinigungen“, „die Anmeldung von Ferienwohnungen“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import NOUN, LongNames
from govgraph.language.grammar import DETERMINERS, INDEFINITE
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Sentence

_ENDINGS = ("", "s", "n", "e", "en", "es", "er", "ern")
_LINKS = frozenset({"von", "der", "des", "zur", "zum", "eines", "einer"})
_AFTER_APPLICATION = frozenset({"auf", "für"})
_BY = frozenset({"per", "via"})
_GENITIVE = frozenset({"der", "des"})
_OF_MATTERS = ("bestellung", "verlängerung", "zulassung")
"""Nouns that before a genitive speak of a matter more often than of a service: „die Verlängerung des Vertrags“."""
_BEFORE_OWNER = frozenset({"der", "des", "durch", "eines", "einer"})
"""Words after what is applied for that tell of what or by whom: „der Antrag auf Einsetzung eines Ausschusses“."""
_DIGITAL = ("online-", "digital", "elektronisch")
_MANY = "von"
"""Before what is counted: „die Anmeldung von Hunden“, but „die Anmeldung von Frau Weber“."""


class NamedServices(LongNames):
    """Finds services by the noun for what they give, and marks where they stand."""

    following: Sentence | None = None
    """The sentence after the one that is read."""

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        super().__init__(knowledge, cast)
        self._online = knowledge.words("online-cues")
        self._shown = knowledge.words("showing-verbs") | knowledge.words("using-verbs")

    def _service(self, s: Sentence, i: int) -> int:
        """„Jagdscheine verlängert der Kreis nun online“: a noun that stands for a service, in whatever form."""
        noun = service_noun(self.k, s.tokens[i].text)
        if i in s.taken or not noun or s.text_at(i + 1) == "-":
            return 0
        if noun not in self.k.words("service-nouns") and not self._is_online(s):
            return 0
        entry = self.k.services[noun]
        draft = self.cast.named(noun, EntityType.SERVICE, "Service") if entry is None else self.cast.known(entry)
        draft.names.add(noun)
        self._place(s, i, i + 1, draft)
        return i + 1

    def _applied_paper(self, s: Sentence, i: int) -> int:
        """„Eltern können den Kita-Gutschein nun online beantragen“: a compound for a paper that an office gives."""
        text, article = s.tokens[i].text, s.low_at(i - 1)
        digital = article.startswith(_DIGITAL)
        if i in s.taken or NOUN.match(s.text_at(i + 1)) or service_noun(self.k, text):
            return 0
        if not digital and (article not in DETERMINERS or article in INDEFINITE):
            return 0
        if not self._is_online(s) or not self._is_applied_for(s):
            return 0
        noun = self._nominative(text)
        self._place(s, i, i + 1, self.cast.named(noun, EntityType.SERVICE, "Service"))
        return i + 1

    def _is_applied_for(self, s: Sentence) -> bool:
        """Whether somebody applies for, gives or offers something; the prefix of the verb may stand apart."""
        verbs = self.k.words("verbs-of-papers")
        lemmas = {self.k.lemma(low) for low in s.lower if low[0].isalpha()}
        apart = (p + v for p in lemmas & self.k.words("particles") for v in lemmas)
        return not verbs.isdisjoint(lemmas) or any(verb in verbs for verb in apart)

    def _service_of(self, s: Sentence, i: int) -> int:
        """„probiert die Anmeldung von Ferienwohnungen aus“: what is done online, and for what."""
        link, act = s.low_at(i + 1), s.lower[i]
        applied = act.endswith("antrag")
        if i in s.taken or link not in (_AFTER_APPLICATION if applied else _LINKS):
            return 0
        if self._word_opening(s, i) in INDEFINITE or (link == "für" and not act.startswith("online-")):
            return 0
        j = i + 2 + (s.text_at(i + 2).islower() and s.low_at(i + 2) not in DETERMINERS)
        last = j + 1
        noun = s.text_at(j)
        inside = s.taken.get(j)
        named = applied and inside is not None and inside.type is EntityType.SERVICE and inside.last == last
        if any(k in s.taken for k in range(i + 1, last)) and not named:
            return 0
        if not NOUN.match(noun) or self.k.role_word(noun) is not None:
            return 0
        if noun in self.k.words("no-service-objects") or (link in _GENITIVE and act.endswith(_OF_MATTERS)):
            return 0
        head = self._head(noun)
        if head is not None and head.type is not EntityType.SERVICE and not (applied and noun.endswith("beratung")):
            # „die Anmeldung zum Kongress“, „der Antrag der Fraktion“
            return 0
        many = link != _MANY or self.k.lemma(noun) != noun or noun.endswith(("en", "n"))
        shown = act.endswith("meldung") and self._is_shown(s)
        if applied and s.low_at(last) not in _BEFORE_OWNER:
            shown = self._is_put_online(s) or (self._goes_on_as_service() and not self._is_motion(s))
        if not many or NOUN.match(s.text_at(last)) or not (shown or self._is_online(s)):
            return 0
        if named and inside is not None and inside.draft is not None:
            self._place(s, i, last, inside.draft)
            return last
        name = f"{self._nominative(s.tokens[i].text)} {self._words(s, i + 1, last)}"
        self._place(s, i, last, self.cast.named(name, EntityType.SERVICE, "Service"))
        return last

    def _is_online(self, s: Sentence) -> bool:
        """Whether a sentence says that something is done on the web."""
        if not self._online.isdisjoint(s.lower):
            return True
        by_app = any(low == "app" and s.low_at(i - 1) in _BY for i, low in enumerate(s.lower))
        return by_app or any(low.startswith(_DIGITAL) for low in s.lower)

    def _is_put_online(self, s: Sentence) -> bool:
        """„hat den Antrag auf Wohngeld freigeschaltet“: what only things on the web are."""
        return any(self.k.lemma(low) in self.k.words("verbs-of-online-services") for low in s.lower if low.isalpha())

    def _goes_on_as_service(self) -> bool:
        """„… ist der Antrag auf Wohngeld entstanden. Umgesetzt wurde der Dienst von …“: the next sentence says so."""
        nouns, following = self.k.words("nouns-of-services"), self.following
        return following is not None and any(
            low.rpartition("-")[2] in nouns and following.low_at(j - 1) in DETERMINERS
            for j, low in enumerate(following.lower)
        )

    def _is_shown(self, s: Sentence) -> bool:
        """Whether somebody offers, tries or switches something on; the prefix of the verb may stand apart."""
        return self._has_verb(s, self._shown)

    def _is_motion(self, s: Sentence) -> bool:
        """„Die CDU stellte den Antrag auf Prüfung“: a paper of politics or of a court."""
        return self._has_verb(s, self.k.words("verbs-of-motions"))

    def _has_verb(self, s: Sentence, wanted: frozenset[str]) -> bool:
        """Whether a sentence has one of some verbs; the prefix may stand apart."""
        lemmas = {self.k.lemma(low) for low in s.lower if low[0].isalpha()}
        if not lemmas.isdisjoint(wanted):
            return True
        return any(p + v in wanted for p in lemmas & self.k.words("particles") for v in lemmas)


def service_noun(knowledge: Knowledge, text: str) -> str:
    """The noun for a service that a word is a form of; empty for other words."""
    stems = (text.removesuffix(ending) for ending in _ENDINGS if text.endswith(ending))
    return next((stem for stem in stems if stem in knowledge.services), "")
