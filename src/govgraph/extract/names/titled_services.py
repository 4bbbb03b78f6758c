"""Services with a common noun for a title behind the noun for what they are: „der Online-Dienst Schuldnerberatung“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import NOUN
from govgraph.extract.names.name_runs import DEFINITE, NameRuns
from govgraph.extract.names.named_services import service_noun
from govgraph.language.grammar import AUXILIARIES, MODALS, PREPOSITIONS
from govgraph.language.morphology import is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.state import Sentence

_COPULAS = frozenset({"ist", "sind", "war", "wird", "wurde", "sei"})
_OWN_CASE = frozenset({"den", "des", "vom", "zum", "im", "beim"})
"""Articles after which a bare noun is no subject; „dem“ may stand before what somebody gives to it."""
_ENDS = frozenset({"", ".", ",", ")", ":", ";", "!", "?", "–", "und", "oder"})
_OTHERS = frozenset({EntityType.SYSTEM, EntityType.ORGANISATION, EntityType.MUNICIPALITY})
_OF_LANDS = "lands"
"""How genitives of countries end: „der Nachrichten-Dienst Russlands“."""
_MATTERS = ("ung", "heit", "keit", "schaft", "ation", "nis")
"""Ends of nouns that stand without an article, too."""


class TitledServices(NameRuns):
    """Finds services by the noun before their title and marks where they stand."""

    def _titled_service(self, s: Sentence, i: int) -> int:
        """„hat den Dienst Ehefähigkeit freigeschaltet“: a bare noun in the singular right after „Dienst“."""
        title = s.text_at(i + 1)
        opener = self._before_adjectives(s, i)
        if not NOUN.match(title) or s.low_at(opener) not in DEFINITE or not self._may_be_title(s, i + 1):
            return 0
        if not self._is_of_web(s, i, opener) or not self._is_apart(s, opener, i + 1):
            return 0
        noun = service_noun(self.k, title)
        entry = self.k.services[noun] if noun else None
        draft = self.cast.known(entry) if entry else self.cast.named(noun or title, EntityType.SERVICE, "Service")
        draft.names.add(f"{self._nominative(s.tokens[i].text)} {title}")
        self._place(s, i + 1, i + 2, draft)
        return i + 2

    def _is_of_web(self, s: Sentence, i: int, opener: int) -> bool:
        """Whether „Dienst“ means one on the web: not „im öffentlichen Dienst“, „im Dienst“."""
        if s.lower[i].startswith("online") or "-" in s.lower[i]:
            return True
        described = s.lower[opener + 1 : i]
        if s.lower[opener] == "im" and not described:
            return False
        return all(low.startswith((*self.k.words("digital-adjectives"), "neue")) for low in described)

    def _may_be_title(self, s: Sentence, j: int) -> bool:
        """Whether a word is a noun in the singular that may tell what a service is for."""
        title, words = s.text_at(j), self.k.words
        if (
            j in s.taken
            or j in s.dated
            or title.endswith(_OF_LANDS)
            or title in words("mass-nouns")
            or title in words("time-nouns")
        ):
            return False
        if title.lower() in words("quantities") or title in self.k.first_names or self.k.role_word(title) is not None:
            return False
        if NOUN.match(s.text_at(j + 1)) and s.low_at(j + 1) not in PREPOSITIONS:
            return False
        head = self._head(title)
        if head is not None and head.type is EntityType.SERVICE:
            return True
        plain = is_dictionary_word(title) or is_compound(title)
        other = head is not None and head.type in _OTHERS and not title.endswith("ung")
        return plain and not other and self.k.lemma(title) == title

    def _is_apart(self, s: Sentence, opener: int, j: int) -> bool:
        """Whether a bare noun belongs to the one before it and is no object: not „bietet der Dienst Beratung an“."""
        title, following, before = s.text_at(j), s.low_at(j + 1), s.low_at(opener - 1)
        article = s.lower[opener]
        finite = following in AUXILIARIES or following in MODALS
        if finite or (opener == 0 and s.text_at(j + 1).islower()):
            return True
        matter = title.lower().endswith(_MATTERS)
        if article == "den" and before not in PREPOSITIONS:
            return True
        if article in _OWN_CASE or before in PREPOSITIONS:
            infinitive = following.endswith("en") and s.text_at(j + 1).islower() and following not in PREPOSITIONS
            return not infinitive or not (matter or is_dictionary_word(title))
        return before in _COPULAS and not (matter and following not in _ENDS and following not in PREPOSITIONS)
