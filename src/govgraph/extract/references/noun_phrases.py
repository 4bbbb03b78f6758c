"""What stands around a noun that may refer back: its article, its attributes, and whether a name goes on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.extended import PARTICIPLES, article_before
from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.names.long_names import OPENING
from govgraph.extract.state import BODY_TYPES, RUN, Draft
from govgraph.language.grammar import CONTRACTED_CASES, DETERMINER_GENDERS, DETERMINERS, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Sentence

DEFINITE = {
    "der", "die", "das", "des", "dem", "den", "dieser", "diese", "dieses", "diesem", "diesen"
} | CONTRACTED_CASES.keys()  # fmt: skip
OPENS_ATTRIBUTE = frozenset({"der", "des", "für", "zum", "zur", "namens"})
OF_BODIES = frozenset(
    {
        "Agency", "Association", "Authority", "Borough", "Cert", "CivilSocietyOrganisation", "Commission", "Committee",
        "Company", "Conference", "Department", "District", "Government", "Medium", "Ministry", "Municipality",
        "MunicipalUnion", "Organisation", "Party", "PublicCompany", "ResearchInstitute", "ServiceProvider",
        "University", "WorkingGroup",
    }
)  # fmt: skip
"""Classes of nouns that a name of a body may follow: „das Amt Dataport“."""
INHABITED = tuple(
    f"-{whose}-{town}" for whose in ("einwohner", "seelen") for town in ("stadt", "gemeinde", "kommune", "ort")
)
"""Ends of „die 7.400-Einwohner-Stadt“, which only says how large the town just named is."""


_SUBJECT_ARTICLES = frozenset({"der", "das", "die"})
"""Articles of a subject."""
_PRESENTING = frozenset({"das", "dies", "er", "es", "sie"})
_INDEFINITE = frozenset({"ein", "eine"})
_OPENING_NOUN = 2
"""How far into its clause a noun stands that opens it: „Das neue Projekt …“."""
_ATTRIBUTES = 4
"""How many words of a phrase are looked at until its noun."""
_OF_A_PAIR = frozenset({"von", "zwischen"})
"""Prepositions before two who do something together."""
_RULING = frozenset({"Borough", "District", "Government", "Ministry", "Municipality", "MunicipalUnion", "State"})
"""Classes of nouns that no name of a system goes on from."""
_NAMES = frozenset({"Namen", "Titel", "Kürzel", "Motto", "Label", "Arbeitstitel"})


class NounPhrases:
    """Tells how far the phrase of a noun goes, and whether it is definite.

    Args:
        tools: What is the same for every article.
    """

    def __init__(self, tools: Tools) -> None:
        words = tools.knowledge.words
        self._agreement = tools.agreement
        self._new = words("new-thing-adjectives")
        self._taking_dative = words("verbs-with-a-dative")
        self._predicates = words("predicate-nouns") | words("bare-object-nouns")

    def determiner(self, s: Sentence, i: int) -> int:
        """Index of the definite article of noun `i`; -1 if it has none, or an adjective tells of another thing."""
        for j in range(i - 1, max(i - 5, -1), -1):
            low = s.lower[j]
            if low in DEFINITE:
                return j
            if j in s.taken:
                if not s.taken[j].adjective:
                    return self._extended(s, i)
                continue
            stem = low.removesuffix("n").removesuffix("r").removesuffix("s").removesuffix("m").removesuffix("e")
            if stem in self._new:
                return -1
            if not s.tokens[j].text[0].islower() or low[-1] not in "enrms" or low in PREPOSITIONS:
                return self._extended(s, i)
        return -1

    def joined_bare(self, s: Sentence, i: int) -> bool:
        """„zwischen Kreis und citeq“, „Stadt und Hochschule haben …“: a body's noun without an article in a pair."""
        noun = self._agreement.referring(s.tokens[i].text)
        if noun is None or noun.form != s.lower[i] or noun.kinds.isdisjoint(OF_BODIES) or i in s.taken:
            return False
        if s.low_at(i + 1) == "und":
            opens_pair = i == 0 or s.low_at(i - 1) in _OF_A_PAIR
            return opens_pair and self._is_partner(s, i + 2)
        before = s.taken.get(i - 2)
        if s.low_at(i - 1) != "und" or before is None or before.adjective or before.type not in BODY_TYPES:
            return False
        return s.low_at(before.begin) in _OF_A_PAIR or s.low_at(before.begin - 1) in _OF_A_PAIR

    def _is_partner(self, s: Sentence, i: int) -> bool:
        """Whether a body is named at token `i` by more than its noun, or another noun for one stands alone there."""
        named = s.taken.get(i)
        if named is not None:
            return not named.adjective and named.type in BODY_TYPES and self._agreement.referring(s.text_at(i)) is None
        noun = self._agreement.referring(s.text_at(i)) if s.text_at(i) else None
        alone = noun is not None and noun.form == s.low_at(i) and not noun.kinds.isdisjoint(OF_BODIES)
        return alone and not s.text_at(i + 1)[:1].isupper()

    def _extended(self, s: Sentence, i: int) -> int:
        """„die in Ulm beheimatete Anstalt“: the article before an attribute of several words; else -1."""
        for j in (i - 1, i - 2):
            if j < 2 or j in s.taken or s.lower[j] in DETERMINERS or not s.tokens[j].inflected:
                return -1
            if not s.lower[j].endswith(PARTICIPLES):
                continue
            at = article_before(s, j)
            if at >= 0 and s.lower[at] in DEFINITE:
                inner = (s.lower[word] for word in range(at + 1, j))
                return -1 if any(low in self._new or low.rstrip("enrms") in self._new for low in inner) else at
        return -1

    def goes_on(self, s: Sentence, i: int, kinds: frozenset[str]) -> bool:
        """Whether a longer name or description goes on: „die Plattform civento“, „das Gremium der Länder“."""
        following = s.taken.get(i + 1)
        if following is not None and not following.adjective and following.type is not EntityType.PERSON:
            # „Gebaut hat die Anwendung Dataport“: a body is no application; „hatte die Stadt MESO“: nor a town one
            if following.type in RUN and kinds and kinds <= _RULING:
                return False
            return following.draft is None or following.type not in BODY_TYPES or not kinds.isdisjoint(OF_BODIES)
        after, low = s.text_at(i + 1) or ".", s.low_at(i + 1)
        if after == "," and s.low_at(i + 2) == "abgekürzt":
            return True
        if i + 1 in s.dated or (low in PREPOSITIONS and i + 2 in s.dated):
            # „dass das Portal Ende Juni schließt“, „Nun geht das Portal zum 1. Juni vom Netz“
            return False
        if low in OPENS_ATTRIBUTE:
            # „Ausgelobt hat den Preis der Verband X“: a masculine noun after „der“ is no genitive
            return low != "der" or not (self._is_masculine(s, i + 2) or self._is_awaited(s, i))
        if low == "„":
            return s.text_at(i + 2)[:1].isupper()
        if low == "von":
            # „will die Anwendung von Mai an übernehmen“
            return i + 2 not in s.dated and not is_passive(s.clauses[s.clause_of[i]])
        # „In Ulm ist die Software Alltag“
        return after[0].isupper() and i + 1 not in s.taken and after not in self._predicates

    def _is_awaited(self, s: Sentence, i: int) -> bool:
        """„Ab Mai untersteht der Betrieb der Staatskanzlei“: the verb before a noun takes the „der“ after it."""
        verbs = [(lemma, at) for lemma, at, _ in s.clauses[s.clause_of[i]].lemmas]
        return (
            any(lemma in self._taking_dative and at < i for lemma, at in verbs) and s.low_at(i - 1) in _SUBJECT_ARTICLES
        )

    def _is_masculine(self, s: Sentence, i: int) -> bool:
        """Whether the phrase that goes on at token `i` is that of a masculine noun."""
        for j in range(i, min(i + _ATTRIBUTES, len(s.tokens))):
            named = s.taken.get(j)
            if named is not None and not named.adjective and named.draft is not None:
                known = named.draft.genders or self._agreement.of_name(named.draft)
                first = self._agreement.of_noun(s.tokens[j].text)
                return (first or known) == "m"
            if s.tokens[j].text[0].isupper():
                return self._agreement.of_noun(s.tokens[j].text) == "m"
            if not s.tokens[j].text[0].isalpha():
                return False
        return False


def presented(s: Sentence, i: int) -> int:
    """„Das ist eine Genossenschaft, der …“: index of the article where the noun says what was named; else -1."""
    start = s.clauses[s.clause_of[i]].tokens[0]
    if s.lower[start] not in _PRESENTING or s.low_at(start + 1) not in {"ist", "war"}:
        return -1
    at = next((j for j in range(start + 2, min(start + 4, i)) if s.lower[j] in _INDEFINITE), -1)
    plain = all(s.tokens[j].text[0].islower() and j not in s.taken for j in range(start + 2, i))
    return at if plain and i - at <= 3 else -1


def agrees(determiner: str, gender: str) -> bool:
    """Whether an article goes with a noun of a gender, if that is known."""
    genders = DETERMINER_GENDERS.get(determiner, "")
    return not gender or gender in genders


def called(s: Sentence, i: int) -> Draft | None:
    """„das Projekt unter dem Namen X“, „das Projekt, das …, heißt X“: the noun stands for what is named then."""
    clause = s.clauses[s.clause_of[i]]
    verb = next((at for lemma, at, _ in clause.lemmas if lemma == "heißen" and at > i), -1)
    if verb >= 0 and i <= clause.tokens[0] + _OPENING_NOUN:
        first = verb + 1
    elif s.low_at(i + 1) in {"unter", "mit"} and s.low_at(i + 2) == "dem" and s.text_at(i + 3) in _NAMES:
        first = i + 4
    else:
        return None
    named = s.taken.get(first + 1 if s.text_at(first) in {"„", "»", '"'} else first)
    return None if named is None or named.adjective or named.type is EntityType.PERSON else named.draft


def names_it(s: Sentence, i: int) -> bool:
    """„die Studie X“, „die Studie „X““, „ein Programm namens X“: the name of what the noun at `i` is follows."""
    after = i + 1
    if s.text_at(after) in OPENING or s.low_at(after) == "namens":
        after += 1
    elif s.lower[after : after + 2] == ["mit", "dem"] and s.low_at(after + 2) in {"titel", "namen"}:
        after += 4 if s.text_at(after + 3) in OPENING else 3
    return after in s.taken
