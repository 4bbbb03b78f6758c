"""How well a noun fits a thing: by the words of its names, its class, its legal form."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.references.sources import is_pot
from govgraph.extract.state import BODY_TYPES, WORKS, Draft
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.vocabulary import ReferringNoun

LED = frozenset({"agentur", "anstalt", "behörde", "haus"})
"""Nouns for a body that somebody leads, has left or comes to."""
LOOSELY = 0.4
"""How well a noun fits a body of a class that it is only also used of."""


COUNTIES = frozenset({"kreis", "landkreis"})
_ONLY = frozenset({"agentur", "anstalt"})
"""Nouns that say what a body is, so that none that bears another in its name is meant."""
_OWN_NOUNS = frozenset({"Ministry", "Government", "Parliament", "Party", "Committee", "University"})
"""Kinds of bodies that only nouns of their own stand for: no ministry is „das Labor“, though it is an organisation."""
_LONG = 4
"""Least letters of a noun that is looked for at the end of compounds."""
_PRINCIPLES = ("prinzip", "Prinzip")
_NO_FORMS: frozenset[str] = frozenset()


class Noun(NamedTuple):
    """A noun that refers back.

    Attributes:
        form: The part of it that says what it is of.
        kinds: Classes of what it stands for.
        referring: Its entry, if it has one of its own.
    """

    form: str
    kinds: frozenset[str]
    referring: ReferringNoun | None


class NounFits:
    """Tells how well a noun fits a thing.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.words
        self._name_words: dict[int, tuple[tuple[int, str], str]] = {}
        self._legal: dict[str, set[str]] = {}
        for pair in words("legal-forms-by-noun"):
            noun, _, legal = pair.partition(" ")
            self._legal.setdefault(noun, set()).add(legal)
        self._all_legal = set().union(*self._legal.values())
        self._sites = words("site-nouns")
        self._no_sites = tuple(words("nouns-of-no-site"))
        self._owning_towns = words("owning-town-nouns")
        self._town_nouns = self._owning_towns | {"kommune", "kreis", "landkreis"}
        self._capitals = words("state-capitals")
        self._county_offices = words("county-offices")
        self._no_agencies = words("nouns-of-no-agency")
        self._special = words("special-work-nouns")
        self._families = tuple(frozenset(family.split()) for family in sorted(words("families-of-works")))
        self._tools = words("nouns-for-tools")
        self._records = tuple(sorted(words("ends-of-records")))
        self._pots = words("money-pots")
        self._pot_nouns = words("nouns-of-money-pots")

    def fit(self, draft: Draft, noun: Noun) -> float | None:
        """How well a noun fits a thing: by its name, its class, or a class that the noun is also used of."""
        form, kinds, referring = noun
        if draft.name.endswith(_PRINCIPLES) and form not in _PRINCIPLES:
            # „das Vorhaben“ goes by a principle and is none
            return None
        if form not in self._pot_nouns and is_pot(draft, self._pots):
            # „das Projekt“, „das Abkommen“: no pot that money comes from
            return None
        if form in LED and draft.type not in BODY_TYPES:
            # no work is „das Haus“, for all its „Rathaus“ or „OpenKreishaus“
            return None
        if form in self._town_nouns and draft.type not in BODY_TYPES:
            # the „Wettbewerb Digitale Stadt“ is no „Stadt“
            return None
        if form in self._town_nouns and draft.type is EntityType.ORGANISATION and not _first_ends(draft, form):
            # the „Standesamt Saalekreis“ is no „Kreis“ where there is one
            if form in COUNTIES and draft.name.split(" ", 1)[0] in self._county_offices:
                # „im Landratsamt Ravensburg … der Landkreis“
                return LOOSELY
            return LOOSELY if form + "\n" in self._words_of(draft) else None
        if form in COUNTIES and draft.name in self._capitals:
            # „die Anstalt in Stuttgart … Der Kreis“: a town that lies in none
            return None
        words = self._words_of(draft)
        if form + "\n" in words:
            return 1.2
        if form in _ONLY and any(other + "\n" in words for other in self._no_agencies):
            # „die Agentur“ is no Amt, and „die Anstalt“ no Rechnungshof
            return None
        if draft.nouns and any(w.endswith(form) for w in draft.nouns):
            return 1.1
        if form in self._special and self._is_of_another_family(draft, form):
            return None
        own = self._legal_forms(draft) if form in self._legal else _NO_FORMS
        if own and own.isdisjoint(self._legal[form]):
            # „die Genossenschaft“ is no GmbH
            return None
        if own:
            return 1.15
        kind = kind_of(draft)
        if form in self._tools and draft.type is EntityType.SYSTEM and last_word(draft.name).endswith(self._records):
            # „Das Melderegister führt Ulm mit X. Die Software …“
            return LOOSELY
        if kind in kinds:
            return 0.8
        if referring is None or (kind in _OWN_NOUNS and kind not in referring.loose):
            return None
        if kind in referring.loose or (draft.type.value in referring.loose and draft.type.value != "Municipality"):
            return LOOSELY
        if draft.type.value in kinds and draft.type is not EntityType.MUNICIPALITY:
            return 0.5
        return None

    def _legal_forms(self, draft: Draft) -> set[str]:
        """Legal forms that any name of a body tells of, known ones of the reference data included."""
        if draft.type not in BODY_TYPES:
            return set()
        words = {word for name in forms_of(draft) for word in name.split(" ")}
        found = words & self._all_legal
        return found | {w for w in self._all_legal if w.islower() and any(x.lower().startswith(w) for x in words)}

    def _is_of_another_family(self, draft: Draft, form: str) -> bool:
        """„die App“, „der Chatbot“: no E-Akte and no Serviceportal, whose names say that they are something else."""
        if draft.type not in WORKS:
            return False
        names = {end for name in (draft.name, *draft.names) for end in (last_word(name), name.split(" ", 1)[0].lower())}
        of_name = [family for family in self._families if any(_is_one_of(word, family) for word in names | draft.nouns)]
        return bool(of_name) and not any(form in family for family in of_name)

    def is_no_site(self, draft: Draft, form: str) -> bool:
        """Whether every name of a work says that it is something else than a portal: „die E-Akte“, „die BundID“."""
        if form not in self._sites or any(noun.endswith(form) for noun in draft.nouns):
            return False
        return all(last_word(name).endswith(self._no_sites) for name in draft.names or (draft.name,))

    def _words_of(self, draft: Draft) -> str:
        """Words of all names of a thing, in small letters, each on a line: one search tells whether any ends so."""
        state = (len(draft.names), draft.name)
        known = self._name_words.get(id(draft))
        if known is not None and known[0] == state:
            return known[1]
        # „das Konto“ is the Servicekonto.NRW
        words = "".join(
            sorted(
                {
                    f"{w}\n"
                    for n in (draft.name, *draft.names)
                    for before, word in pairwise(["", *n.lower().split()])
                    if not (before == "der" and word in self._owning_towns)
                    for w in (word, word.partition(".")[0])
                }
            )
        )
        self._name_words[id(draft)] = (state, words)
        return words


def same_modifier(draft: Draft, modifier: str) -> float:
    """„die Kölner Behörde“: how much what stands in a compound before its noun tells of a thing."""
    stem = modifier.removesuffix("s")[:6]
    return 0.4 if len(stem) > 2 and any(stem in n.lower() for n in (draft.name, *draft.names)) else 0.0


def forms_of(draft: Draft) -> set[str]:
    """All names of a thing, those of the reference data included."""
    entry = draft.entry
    return {draft.name, *draft.names, *(entry.labels if entry is not None else ())}


def kind_of(draft: Draft) -> str:
    """Specific class, with districts told from towns by their name."""
    if draft.type is EntityType.MUNICIPALITY and draft.kind != "Borough":
        low = draft.name.lower()
        if draft.kind == "District" or low.startswith(("landkreis", "kreis ")) or low.endswith("kreis"):
            return "District"
    return draft.kind


def last_word(name: str) -> str:
    """The last word of a name, or the last part of a compound with hyphens, in small letters."""
    return name.rsplit(" ", 1)[-1].rsplit("-", 1)[-1].lower()


def _is_one_of(word: str, family: frozenset[str]) -> bool:
    """Whether a word is one of a family of nouns, or ends in a long one: „Serviceportal“, but no „Angebot“ in „Bot“."""
    return word in family or any(len(noun) >= _LONG and word.endswith(noun) for noun in family)


def _first_ends(draft: Draft, form: str) -> bool:
    """Whether the first word of a name ends in a noun, or the only one: „Lenkungskreis Cloud“."""
    return draft.name.split(" ", 1)[0].lower().endswith(form) or any(noun.endswith(form) for noun in draft.nouns)
