"""What the form of a word says of it as a verb, whatever sentence it stands in: „ausgibt“ is finite for sure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from govgraph.language.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    NOT_VERBS,
    PREPOSITIONS,
)
from govgraph.language.morphology import Memo, is_dictionary_word

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge

LETTERS = re.compile(r"^[a-zäöüß-]+$")
ATTRIBUTE = re.compile(r"(?:ene|ener|enes|enen|enem|te|ter|tes|ten|tem|nde|nder|ndes|nden|ndem)$")
_ADJECTIVE = re.compile(r"(?:isch|lich|ig|bar|sam|haft|los)en$")
_WITH_ZU = re.compile(r"(?:^|[a-zäöü])zu[a-zäöü]+en$")
_INSEPARABLE = re.compile(r"^(?:ver|be|er|ent|zer|über|unter|wider)")
_MOSTLY_INSEPARABLE = frozenset({"unter", "über", "hinter", "voll"})
"""Prefixes of „unterzeichnet“, „überarbeitet“, which are participles without „ge“."""
_MAY_BE_DONE = re.compile(r"^(?:be|emp|ent|er|ge|miss|ver|zer|unter|über|voll|wider|hinter)|ge|iert$")
"""Forms that may be a participle, by their prefix, the „ge“ inside or their ending."""
_UNMARKED = re.compile(
    r"^(?:ab|ein|zurück)?(?:ver|be|er|ent|zer|ge|über|unter|wider)[a-zäöüß]*(?:backen|blasen|braten|fahren|fallen|fangen|geben|gessen|graben|"
    r"halten|heißen|kommen|laden|lassen|laufen|lesen|messen|raten|rufen|schaffen|schlafen|schlagen|sehen|stoßen|tragen|"
    r"treten|wachsen|waschen)$"
)
"""Infinitives that their participle looks like: „vertreten“, „erhalten“, but not „übernehmen“."""


class VerbReading(NamedTuple):
    """What the form of a word says of it as a verb; an auxiliary has no lemma.

    Attributes:
        lemma: Infinitive.
        infinitive: Whether the form is the infinitive.
        attribute: Whether it may be a participle before its noun.
        adjective: Whether it may be an adjective in -en; so may what no dictionary knows.
        unmarked: Whether infinitive and participle look the same.
        with_zu: Whether „zu“ stands inside it.
        separable: Whether it is finite for sure, with its prefix before it.
        participle: Whether it is a participle for sure.
        may_be_done: Whether it may be a participle of the past.
    """

    lemma: str
    infinitive: bool = False
    attribute: bool = False
    adjective: bool = False
    unmarked: bool = False
    with_zu: bool = False
    separable: bool = False
    participle: bool = False
    may_be_done: bool = False


class VerbReadings:
    """Reads forms of verbs; each form once.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._particles = sorted(knowledge.words("particles"), key=lambda p: (-len(p), p))
        self.of = Memo(self._read).__getitem__
        """The reading of a word; None if it is a verb in no sentence."""

    def may_be_done(self, token: str) -> bool:
        """Whether a word may be a participle of the past."""
        reading = self.of(token)
        return reading is not None and (reading.participle or reading.may_be_done)

    def may_follow_particle(self, low: str) -> bool:
        """„vorbereitet“, „weiterentwickelt“: a participle without „ge“ after a separable prefix."""
        return any(low.startswith(p) and _MAY_BE_DONE.search(low[len(p) :]) for p in self._particles)

    def _read(self, token: str) -> VerbReading | None:
        """What the form of a word says of it as a verb; None if it is none in any sentence."""
        low = token.lower()
        if not LETTERS.match(low):
            return None
        if low in AUXILIARIES or low in MODALS:
            return VerbReading("")
        if low in NOT_VERBS or low in PREPOSITIONS or low in DETERMINERS or low in CONJUNCTIONS or len(low) < 3:
            return None
        if token in self._knowledge.noun_lemmas:
            # „Sitz der FITKO ist …“: a noun that a frame knows, at the beginning
            return None
        lemma = self._knowledge.lemma(low)
        if not lemma.endswith(("en", "eln", "ern", "tun")) or lemma[0].isupper():
            return None
        participle = self._only_participle(low, lemma)
        return VerbReading(
            lemma,
            infinitive=low == lemma,
            attribute=bool(ATTRIBUTE.search(low)),
            adjective=bool(_ADJECTIVE.search(low)) or not is_dictionary_word(low),
            unmarked=bool(_UNMARKED.match(low)),
            # „hinzugekommen“ is no „hin-zu-…“
            with_zu=bool(_WITH_ZU.search(low)) and not lemma.startswith("zu") and not participle,
            separable=self._finite_separable(low, lemma),
            participle=participle,
            may_be_done=not low.endswith("geht")
            and low.endswith(("t", "en"))
            and (participle or bool(_MAY_BE_DONE.search(low))),
        )

    def _finite_separable(self, low: str, lemma: str) -> bool:
        """„ausgibt“ at the end of a clause: a separable verb without „ge“ after its prefix is no participle."""
        particle = next((p for p in self._particles if lemma.startswith(p) and low.startswith(p)), "")
        rest = low[len(particle) :]
        return (
            bool(particle)
            and particle not in _MOSTLY_INSEPARABLE
            and len(rest) > 3
            and not rest.startswith(("ge", "zu"))
            and not low.endswith("iert")
            and (rest.endswith(("t", "te", "ten")) and not _INSEPARABLE.match(rest))
        )

    def _only_participle(self, low: str, lemma: str) -> bool:
        """„vorgelegt“, „zusammengetan“: with a „ge“ that its verb does not have, a form is never finite."""
        if not low.endswith(("t", "en", "tan")):
            return False
        if low.startswith("ge"):
            return not lemma.startswith("ge")
        particle = next((p for p in self._particles if lemma.startswith(p) and low.startswith(p + "ge")), "")
        return bool(particle) and not lemma[len(particle) :].startswith("ge")
