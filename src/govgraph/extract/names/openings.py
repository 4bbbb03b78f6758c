"""Which shapes of names a word may open, by its spelling alone: asked by `names.shapes` for each word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.names.long_names import ADJECTIVE, OPENING
from govgraph.extract.names.named_services import service_noun
from govgraph.extract.names.names_by_calling import CALLED, TITLES
from govgraph.extract.names.shapes import Attempt, ShapeFinder
from govgraph.extract.names.unnamed import bare_genitive
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.language.morphology import Memo, is_compound, is_dictionary_word
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.vocabulary import HeadNoun

_OF_PERSON = 3
"""Parts of a name after a person: „Anne-Frank-Schule“."""
_OF_SURNAME = 2
"""Parts of one after a surname: „Goethe-Gymnasium“."""
_OFFICES = frozenset({"Amt", "Amtes", "Amts", "Amte", "Amtsverwaltung"})
_BRAND = re.compile(
    r"^X[A-ZÄÖÜ][a-zäöü]{2,}$|^[A-ZÄÖÜ]?[a-zäöü]{2,}[A-ZÄÖÜ][a-zäöüA-Z]{2,}$|^[A-ZÄÖÜ][a-zäöü][A-ZÄÖÜ][a-zäöü]{3,}$|"
    r"^[A-ZÄÖÜ]{2,}[a-zäöü]{4,}$|^[a-zäöü]{3,}&[a-zäöü]{2,}$"
)


class Openings:
    """Which shapes a word may open, by its spelling alone: most words open none, and sentences need not be looked at.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self.of = Memo(self._read).__getitem__
        self._units = tuple(sorted(knowledge.words("unit-heads")))
        self._document_nouns = tuple(word.lower() for word in sorted(knowledge.words("document-nouns")))
        self._no_documents = knowledge.words("no-documents")
        fields = knowledge.words("bodies-of-a-field")
        self._of_members = tuple(sorted(knowledge.words("bodies-of-members") | fields))
        self._owned_nouns = tuple(sorted(knowledge.words("owned-nouns"), key=lambda w: (-len(w), w)))
        self._digital_stems = tuple(sorted(knowledge.words("digital-adjectives")))
        self._project_endings = tuple(sorted(knowledge.words("project-body-endings")))
        self._sure_kinds = tuple(sorted(knowledge.words("sure-kinds")))
        self._papers = tuple(sorted(knowledge.words("endings-of-papers")))
        self._service_acts = frozenset(word.lower() for word in knowledge.words("service-acts"))
        self._foreign_words = knowledge.words("foreign-name-words")
        self._town_bodies = knowledge.words("town-councils") | knowledge.words("town-offices")

    def _read(self, text: str) -> tuple[Attempt, ...]:
        if text.isdigit():
            return (ShapeFinder._numbered,)
        if text == "+":
            return (ShapeFinder._with_a_plus,)
        if text in OPENING:
            return (ShapeFinder._quoted_alone,)
        if len(text) < 2 or not text[0].isalnum():
            return ()
        if text[0].islower() and not ("-" in text and self.k.head_noun(text) is not None and not text.islower()):
            return tuple(self._of_small(text))
        return tuple(self._of_capital(text))

    def _of_small(self, text: str) -> Iterator[Attempt]:
        low = text.lower()
        if low.startswith(self._digital_stems):
            yield ShapeFinder._digital
        if low.rstrip("nrms") in self.k.words("ordinals"):
            yield ShapeFinder._counted
        if low == "genannt":
            yield ShapeFinder._by_participle
        if low in CALLED:
            yield ShapeFinder._baptised
            yield ShapeFinder._called_name
            yield ShapeFinder._so_called
            yield ShapeFinder._named_after_noun
            yield ShapeFinder._named_before_pronoun
            yield ShapeFinder._kind_to_come
        if text[0].isalpha() and not (is_dictionary_word(text) or (ADJECTIVE.match(text) and is_compound(text))):
            yield ShapeFinder._small_company
        if self.k.odd_word(text):
            yield ShapeFinder._name_with_kind
            yield ShapeFinder._from_place
        if self._brand(text):
            yield ShapeFinder._brand

    def _may_name_school(self, surname: str) -> bool:
        """„Goethe“, „Wilhelmi“; not „Sport“ and „Pilot“."""
        return surname in self.k.words("namesakes-of-schools") or not is_dictionary_word(surname)

    def _of_capital(self, text: str) -> Iterator[Attempt]:
        low, bare = text.lower(), bare_genitive(text)
        noun, head = self.k.nominative(text), self.k.head_noun(text)
        upper = text[0].isupper()
        parts = text.split("-")
        if parts[0] in self.k.first_names and (len(parts) != _OF_PERSON - 1 or parts[1] in self.k.first_names):
            yield ShapeFinder._house_of_person
        elif len(parts) == _OF_SURNAME and self._may_name_school(parts[0]):
            yield ShapeFinder._house_of_surname
        if text in self.k.words("short-houses"):
            yield ShapeFinder._short_house
        if text in self.k.words("municipal-adjectives"):
            yield ShapeFinder._field_house
        if text in self.k.words("before-standards"):
            yield ShapeFinder._norm
        if text.endswith(("ichtlinie", "erordnung", "eschluss")):
            yield ShapeFinder._numbered_law
        if noun in self.k.words("titled-laws"):
            yield ShapeFinder._titled_law
        if noun in self.k.words("events-of"):
            yield ShapeFinder._event_of
        if upper and noun.lower().endswith(self._of_members) and _may_be_body(head):
            yield ShapeFinder._of_members
        if upper and head is not None and head.type is EntityType.ORGANISATION and "-" not in text[-4:]:
            yield ShapeFinder._house_of_region
        if noun in self.k.words("bodies-of-officers"):
            yield ShapeFinder._officers
        if low in TITLES:
            yield ShapeFinder._titled_name
        if low == "name":
            yield ShapeFinder._so_called
            yield ShapeFinder._name_of_noun
        if bare in self._town_bodies:
            yield ShapeFinder._town_body
        if bare in self.k.words("project-bodies") or bare.lower().endswith(self._project_endings):
            yield ShapeFinder._project_body
        if text in self.k.words("assemblies"):
            yield ShapeFinder._assembly
        if upper and service_noun(self.k, text):
            yield ShapeFinder._service
        if upper and noun.lower().endswith(self._papers) and text.lower() not in self._papers:
            yield ShapeFinder._applied_paper
        if noun.lower().rpartition("-")[2] in self.k.words("nouns-of-services"):
            yield ShapeFinder._titled_service
        if low.removeprefix("online-") in self._service_acts:
            yield ShapeFinder._service_of
        if upper and head is not None and low.endswith(self._sure_kinds):
            yield ShapeFinder._of_a_kind
        if noun in self.k.words("made-things"):
            yield ShapeFinder._by_maker
        own = noun in self.k.words("own-systems")
        if own and upper and self._introduces(text, head):
            # „das Bürgerportal namens Heidetor“: a name of its own before the noun as a name
            yield ShapeFinder._introduced_name
        if own:
            yield ShapeFinder._own_system
        if text in _OFFICES:
            yield ShapeFinder._union
        if upper and text in self.k.words("municipality-plurals"):
            yield ShapeFinder._towns
        if upper and low in self.k.words("name-tails"):
            yield ShapeFinder._closed_by_tail
        plan = head is not None and head.type in {EntityType.PROGRAMME, EntityType.DOCUMENT}
        if upper and (plan or noun.lower().endswith(self._units)):
            yield ShapeFinder._unit
        if upper and head is not None and head.type is EntityType.ORGANISATION:
            yield ShapeFinder._opening_company
        if upper and self._introduces(text, head):
            yield ShapeFinder._introduced_name
        if noun.lower().endswith(self._document_nouns) and self.k.lemma(noun) == noun and low not in self._no_documents:
            yield ShapeFinder._document
        if upper and low not in DETERMINERS and low not in PREPOSITIONS:
            yield ShapeFinder._legal_form
        if self.k.odd_word(text):
            yield ShapeFinder._coined_house
            yield ShapeFinder._name_with_kind
            yield ShapeFinder._from_place
        if upper and (low in self._foreign_words or not (is_dictionary_word(text) or is_compound(text))):
            yield ShapeFinder._foreign_name
        if text.endswith("-IT"):
            yield ShapeFinder._it_house
        if text in self.k.words("spas") or text in self.k.words("municipality-nouns") or noun.lower().endswith("kreis"):
            yield ShapeFinder._municipality
        if low.startswith(self._digital_stems):
            yield ShapeFinder._digital
        if upper and low not in DETERMINERS and ADJECTIVE.match(text):
            yield ShapeFinder._adjective_name
        if head is not None and len(text) >= 4 and any(c.isupper() for c in text):
            yield ShapeFinder._compound
        if upper and self._owned(low, head):
            yield ShapeFinder._owned_body
        if upper and not (is_dictionary_word(text) or is_compound(text)):
            yield ShapeFinder._listed_town
        if self._brand(text):
            yield ShapeFinder._brand

    def _owned(self, low: str, head: HeadNoun | None) -> bool:
        """Whether a word, in small letters, is a noun in the singular for a body of which its owner has one."""
        unowned = self.k.words("unowned-nouns")
        for noun in (low, low.removesuffix("s")):
            if noun in unowned or noun in self.k.generic or not noun.endswith(self._owned_nouns):
                continue
            ending = next(e for e in self._owned_nouns if noun.endswith(e))
            if self.k.role_word(noun.title()) is None:
                return _may_be_body(head) and (noun != ending or noun in self.k.words("owned-whole-nouns"))
        return False

    def _introduces(self, text: str, head: HeadNoun | None) -> bool:
        """Whether a word, or its singular, ends in a noun that introduces names."""
        if head is None and not text.endswith("tenten"):
            lemma = self.k.lemma(text)
            head = self.k.head_noun(lemma) if lemma != text else None
            return head is not None and head.introduces
        return head is None or head.introduces

    def _brand(self, text: str) -> bool:
        """„LibreOffice“, „SaarFlow“: a word with a capital inside that no dictionary knows."""
        return bool(_BRAND.match(text)) and not is_dictionary_word(text) and self.k.role_word(text) is None


def _may_be_body(head: HeadNoun | None) -> bool:
    """Whether the head noun of a word, if it has one, is that of a body."""
    return head is None or head.type is EntityType.ORGANISATION
