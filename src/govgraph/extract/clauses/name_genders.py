"""The gender of the noun in a name or before it: „der Ilm-Kreis“, „Der Kongress Digitale Kommune“."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.listing import is_acronym
from govgraph.extract.state import PLACES
from govgraph.language.grammar import DETERMINERS, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Sentence

_TITLED = frozenset({EntityType.EVENT, EntityType.PROGRAMME, EntityType.DOCUMENT})
"""What is called by its kind and its title: „Kongress Digitale Kommune“."""
_MASCULINE = re.compile(
    r"(?:tag|rat|bund|verband|verbund|ausschuss|senat|kreis|dienst|betrieb|hof|konvent|vorstand|leister|bieter|steller|kongress|gipfel|plan|bericht|pakt|bezirk|freistaat|staat)$"
)
_NEUTER = re.compile(
    r"(?:amt|ministerium|zentrum|kabinett|parlament|institut|gesetz|portal|register|system|präsidium|netz|land|konto)$"
)


class NameGenders:
    """Tells the gender of the noun that the article before a name agrees with.

    Args:
        knowledge: Compiled vocabulary.
        agreement: What gender words have.
    """

    def __init__(self, knowledge: Knowledge, agreement: Agreement) -> None:
        self._k = knowledge
        self._agreement = agreement
        self._unit_heads = knowledge.words("unit-heads-direct")
        self._legal_forms = knowledge.words("legal-forms")

    def of(self, s: Sentence, a: Argument, noun: str) -> str:
        """Gender of the noun that an article before a name agrees with, in the singular; empty if unknown."""
        if a.draft is None or a.type is EntityType.PERSON:
            return ""
        if noun:
            return self._of_noun(noun)
        if a.reference:
            # „der Standard“ for XRechnung: the noun that stands there, not the name that it stands for
            return self._of_noun(s.text_at(a.last - 1))
        if a.draft.kind == "Party":
            # „Sprecher der Grünen“: the names of parties are feminine, or plural
            return "f"
        for i in range(a.last, a.first, -1):
            if s.text_at(i) in self._legal_forms:
                # „im Aufsichtsrat der GovTech Campus Deutschland eG“: the form of a company gives the whole its gender
                return self._of_noun(s.text_at(i))
        head = s.text_at(a.last - 1).rpartition("-")[2]
        if a.last - a.first == 1 and head != s.text_at(a.first) and head[:1].isupper() and head not in a.draft.name:
            # „im Rahmen der OZG-Umsetzung“: the noun that a name is the first part of
            return self._of_noun(head)
        if is_acronym(s, a):
            return ""
        words = a.draft.name.split(" ")
        written = [s.tokens[i].text for i in range(a.first, a.last) if s.tokens[i].text[0].isupper()]
        if a.type in PLACES:
            # „der Landkreis Rostock“, „der Ilm-Kreis“
            return self._of_noun(written[0]) if written else ""
        inflected = bool(written) and words[0].startswith(written[0])
        if len(written) > 1 and written[0] not in words and not inflected and (gender := self._of_noun(written[0])):
            # „der Digitalverband Bitkom“: the noun before the name
            return gender
        if len(written) > 1 and not {*written} & {*words} and (gender := self._of_noun(_head_noun(s, a))):
            # „der Zentralen Datenverarbeitungsstelle“, which is called a Landesamt today
            return gender
        if words[0].lower() in self._unit_heads:
            # „der Abteilung Rechenzentrum“: the unit, not its field
            return self._of_noun(words[0])
        kind_first = a.type in _TITLED or words[0].lower() in self._k.heads
        if kind_first and len(words) > 1 and words[1][0].isupper() and (gender := self._of_noun(words[0])):
            # „Der Kongress Digitale Kommune“, „der Universität Weserbergland“: the kind of thing, not its title
            return gender
        # „nach Angaben der Landesregierung“: not the Saarland that its full name ends in
        of_place = words[-1] in self._k.lands_after or self._agreement.of_town(words[-1], words[0])
        if len(words) < 3 and not of_place and (gender := self._of_noun(words[-1])):
            return gender
        # „Städte- und Gemeindebund Hessen“, „Landesamt für Umwelt“: the noun before what tells its field or place
        field = next((i for i, w in enumerate(words) if w in PREPOSITIONS or w in DETERMINERS), len(words))
        own = [w for w in words[:field] if w not in self._legal_forms]
        found = (self._of_noun(word) for word in (*own, words[-1]))
        return next((gender for gender in found if gender), "")

    def _of_noun(self, noun: str) -> str:
        """Gender of a noun by the vocabulary, else by its end; empty if neither tells."""
        low = noun.lower()
        return self._agreement.of_noun(noun) or ("m" if _MASCULINE.search(low) else "n" if _NEUTER.search(low) else "")


def _head_noun(s: Sentence, a: Argument) -> str:
    """The last word of a name before what tells its field or place."""
    inner = range(a.first, a.last)
    field = next((i for i in inner if s.lower[i] in PREPOSITIONS or s.lower[i] in DETERMINERS), a.last)
    return s.text_at(field - 1)
