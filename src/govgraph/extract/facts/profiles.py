"""What a body or town is said to be: „der Bremer Dienstleister X“, „X, eine Tochter der Y“, „X ist ein Betrieb von Y“.

A profile joins a common noun to the thing that it describes. From its adjective, its genitive and its „mit Sitz in“
follow where that thing is and whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, PLACES, WORKS, Argument, FactDraft
from govgraph.language.grammar import AUXILIARIES, CONTRACTED_CASES, DETERMINERS, MODALS, PREPOSITIONS
from govgraph.language.morphology import Memo
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, Sentence

_MARKS = frozenset({",", "–", "—", "("})
_QUOTES = frozenset("„“”\"«»‚‘'")
_BODY = frozenset({EntityType.ORGANISATION})
_TOWNS = frozenset({EntityType.MUNICIPALITY})
_ACADEMIC = frozenset({"University", "ResearchInstitute"})
"""Kinds of body that an institute is „an“: „ein Institut an der Universität Bremen“."""
_LONGEST = 16
_SUPERLATIVES = ("größte", "kleinste", "jüngste", "älteste", "einzige", "erste")
"""Ends of what opens an apposition without an article: „Moers, größte Stadt im Kreis Wesel“."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A common noun that says what a thing is.

    Attributes:
        thing: The thing described.
        noun: Index of the noun.
        first: Index of the first token of its phrase.
        owned: Whether the noun makes its genitive the owner.
        public: Whether the noun is one for bodies of a Land, so that an adjective of a Land tells the owner.
        clause: Index of the clause that states it, or -1 where it stands beside the name.
    """

    thing: Argument
    noun: int
    first: int
    owned: bool
    public: bool
    clause: int = -1


class Profiles:
    """Finds profiles and what they say. Built once for each worker.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._bodies = _by_ending(knowledge.words("body-descriptions"))
        self._owned = _by_ending(knowledge.words("owned-descriptions"))
        self._public = _by_ending(knowledge.words("state-body-descriptions"))
        self._towns = _by_ending(knowledge.words("town-descriptions"))
        self._seats = _by_ending(knowledge.words("premises-nouns"))
        self._general = knowledge.words("owners-in-general")
        self._kind_of = Memo(self._described).__getitem__

    def find(self, s: Sentence) -> list[Profile]:
        """Profiles of a sentence, left to right."""
        out = []
        for i, token in enumerate(s.tokens):
            if not token.upper:
                continue
            taken = s.taken.get(i)
            if taken is not None and not taken.reference and not (taken.adjective and "-" in token.text):
                continue
            body, owned, public, town = self._kind_of(token.text)
            if not (body or town):
                continue
            first = _begin(s, i)
            thing, clause = self._thing(s, i, first, _BODY if body else _TOWNS)
            if thing is not None:
                out.append(Profile(thing, i, first, owned, public, clause))
        return out

    def facts(
        self, s: Sentence, profiles: list[Profile], verdict: Callable[[Sentence, int], Modality | None]
    ) -> Iterator[FactDraft]:
        """Where the things described are, and whose they are.

        Args:
            s: The sentence.
            profiles: Its profiles.
            verdict: How a clause says what it says.
        """
        for profile in profiles:
            modality = verdict(s, profile.clause) if profile.clause >= 0 else Modality.ASSERTED
            thing = profile.thing.draft
            if modality is None or thing is None:
                continue
            for predicate, other, confidence in (*self._within(s, profile), *self._after(s, profile)):
                if other is not thing and _sensible(thing, predicate, other):
                    yield FactDraft(thing, predicate, other, modality, confidence, s, "profile")

    # ------------------------------------------------------------------ who is described

    def _described(self, text: str) -> tuple[bool, bool, bool, bool]:
        """Whether a noun describes a body, one that is owned, one of a state, or a town."""
        low = text.lower()
        forms = {
            low,
            low.removesuffix("s"),
            low.removesuffix("es"),
            low.removesuffix("n"),
            self.k.lemma(text).lower(),
        }
        town = bool(forms & self._towns)
        owned = _ends_in(forms, self._owned)
        return not town and (owned or _ends_in(forms, self._bodies)), owned, _ends_in(forms, self._public), town

    def _thing(self, s: Sentence, i: int, first: int, types: frozenset[EntityType]) -> tuple[Argument | None, int]:
        """The argument that a noun describes, with the clause that says so (-1: it stands beside the name)."""
        close = self._close(s, i, types)
        if close is not None:
            return close, -1
        taken = s.taken.get(i)
        if taken is not None and taken.reference and taken.type in types:
            told = told_next(s, i)
            return (next((a for a in told if a.type in types), None) if told is not None else taken), -1
        apposition = self._apposition(s, first, types)
        if apposition is not None:
            return apposition, -1
        after = self._named_after(s, i, first, types)
        if after is not None:
            return after, -1
        return self._copula(s, i, first, types)

    @staticmethod
    def _close(s: Sentence, i: int, types: frozenset[EntityType]) -> Argument | None:
        """„der Dienstleister ekom21“, „die Stadt Gera“."""
        j = i + 1
        while s.text_at(j) in _QUOTES and j <= i + 2:
            j += 1
        a = s.taken.get(j)
        if a is None or a.first != j or a.draft is None or a.adjective or a.type not in types:
            return None
        # „der Dienstleister Hamburgs“, but „der Stand der AKDB-Tochter LivingData“
        return None if a.cases == "g" and a.begin > i else a

    @staticmethod
    def _apposition(s: Sentence, first: int, types: frozenset[EntityType]) -> Argument | None:
        """„X, ein Dienstleister …“: a name right before the mark, or with its own brackets or place between."""
        if first < 2 or s.tokens[first - 1].text not in _MARKS:
            return None
        low = s.lower[first]
        bare = low in {"kurz"} or low.endswith(_SUPERLATIVES)
        if low not in DETERMINERS and not bare and not s.tokens[first].text[0].isupper():
            return None
        end = first - 1
        for a in sorted(s.arguments, key=lambda a: -a.last):
            if a.last > end or a.draft is None or a.adjective or a.reference:
                continue
            gap = range(a.last, end)
            if len(gap) > 4 or any(s.tokens[k].text in {",", ";", ":", "."} or s.lower[k] in AUXILIARIES for k in gap):
                return None
            if a.type in types:
                return a
            if a.type not in PLACES or a.marker not in {"in", "aus", "bracket", "gen", "von"}:
                return None
        return None

    def _named_after(self, s: Sentence, i: int, first: int, types: frozenset[EntityType]) -> Argument | None:
        """„Der Dienstleister der Stadt, die Lecos GmbH, …“: the name as an apposition to the noun."""
        if s.lower[first] not in DETERMINERS and s.lower[first] not in CONTRACTED_CASES:
            return None
        comma = next((j for j in range(i + 1, min(i + 8, len(s.tokens))) if s.tokens[j].text in {",", ":", "–"}), -1)
        if comma < 0 or any(s.tokens[j].text[0].islower() and s.lower[j] not in _INSIDE for j in range(i + 1, comma)):
            return None
        a = next((a for a in s.arguments if a.begin == comma + 1 and a.draft is not None and not a.adjective), None)
        if a is None or a.type not in types or a.reference or a.head >= 0 or a.marker != "np":
            return None
        if a.begin == a.first and s.text_at(comma) == ",":
            # a bare name after a comma may go on a list
            return None
        if a.introduced_by or s.text_at(a.last) not in {",", ".", "–", "(", ""}:
            return None
        return a

    def _copula(self, s: Sentence, i: int, first: int, types: frozenset[EntityType]) -> tuple[Argument | None, int]:
        """„X ist ein Eigenbetrieb der Stadt“, „X arbeitet als Anstalt des Landes“."""
        number = s.clause_of[i] if s.clauses else -1
        if number < 0:
            return None, -1
        clause = s.clauses[number]
        lemmas = clause.verbs
        as_noun = first > 0 and s.lower[first - 1] == "als" and not _is_compared(s, first - 2)
        being = bool(lemmas) and lemmas <= {"sein", "bleiben", "werden"} and s.lower[first] in DETERMINERS
        if not (being or as_noun) or (being and first and s.lower[first - 1] in PREPOSITIONS):
            return None, -1
        subjects = [
            a
            for a in s.arguments
            if a.clause == number
            and a.nominative
            and not a.introduced_by
            and not first <= a.first <= i
            # „Als erste Gemeinde im Kreis Wesel nutzt Hünxe d.3“: no tool is a town
            and not (as_noun and a.type in WORKS)
        ]
        if len({id(a.draft) for a in subjects}) != 1 or subjects[0].type not in types:
            return None, -1
        return subjects[0], number

    # ------------------------------------------------------------------ what is said

    @staticmethod
    def _within(s: Sentence, profile: Profile) -> Iterator[tuple[Predicate, Draft, float]]:
        """„die Bremer Firma“, „die Stadtwerke-Tochter“: adjectives and first parts of compounds."""
        for a in s.arguments:
            if not a.adjective or a.draft is None or not profile.first <= a.first <= profile.noun:
                continue
            if a.first == profile.noun:
                if profile.owned and a.type in BODY_TYPES:
                    yield Predicate.PART_OF, a.draft, 0.75
            elif a.type is EntityType.MUNICIPALITY and profile.thing.type in _BODY:
                yield Predicate.LOCATED_IN, a.draft, 0.75
            elif a.type is EntityType.JURISDICTION:
                owner = profile.public and profile.thing.type in _BODY
                yield (Predicate.PART_OF if owner else Predicate.LOCATED_IN), a.draft, 0.7

    def _after(self, s: Sentence, profile: Profile) -> Iterator[tuple[Predicate, Draft, float]]:
        """„der Stadt Ulm“, „aus Ulm“, „mit Sitz in Ulm“ after the noun, and after the name beside it."""
        start = max(profile.noun + 1, profile.thing.last if profile.thing.first == profile.noun + 1 else 0)
        heads, owners = {profile.noun, start - 1}, set[int]()
        ending = next(
            (j for j in range(start, min(start + _LONGEST, len(s.tokens))) if self._ends(s, j)),
            min(start + _LONGEST, len(s.tokens)),
        )
        for a in s.arguments:
            if a.draft is None or a.adjective or not start <= a.begin < ending or a.draft is profile.thing.draft:
                continue
            if a.head == profile.noun and a.marker in {"gen", "von"}:
                # „eine GmbH des Bundes aus Bochum“: the place hangs on the noun past its genitive
                owners |= {a.last - 1}
            if a.type in _TOWNS and a.head >= start and s.text_at(a.head) in self._general:
                # „eine Anstalt mehrerer Länder in Altenholz“
                owners |= {a.head}
            town = profile.thing.type in _TOWNS and a.begin == start
            place = a.type in PLACES and (a.marker in {"in", "aus"} or (town and a.marker in {"gen", "von"}))
            if place and (a.head in heads | owners or a.begin == start or self._is_seat(s, a.begin - 1)):
                yield Predicate.LOCATED_IN, a.draft, 0.75
            whose = a.marker in {"gen", "von"} or (a.marker == "an" and a.draft.kind in _ACADEMIC)
            owner = profile.owned and a.type in BODY_TYPES and whose and profile.thing.type in _BODY
            if owner and (a.head in heads or a.begin == start):
                yield Predicate.PART_OF, a.draft, 0.75

    def _is_seat(self, s: Sentence, j: int) -> bool:
        return j > 0 and _ends_in({s.lower[j], s.lower[j].removesuffix("e")}, self._seats)

    @staticmethod
    def _ends(s: Sentence, j: int) -> bool:
        """Whether the phrase is over at a token: a mark, or a verb of its clause."""
        if s.tokens[j].text in {";", ":", ".", "–", "—", ")"} or s.lower[j] in AUXILIARIES or s.lower[j] in MODALS:
            return True
        if s.tokens[j].text == ",":
            # a comma of a list of owners: names on both sides
            return not (j - 1 in s.taken and any(k in s.taken for k in range(j + 1, j + 4)))
        clause = s.clauses[s.clause_of[j]] if s.clauses else None
        return clause is not None and any(at == j for _, at, _ in clause.lemmas)


def _is_compared(s: Sentence, j: int) -> bool:
    """„Anders als die erste Gemeinde im Kreis“, „schneller als eine Stadt in Hessen“: the word before „als“."""
    low = s.low_at(j)
    return low in _COMPARED or (low.endswith("er") and j not in s.taken and low not in DETERMINERS and _is_plain(s, j))


def _is_plain(s: Sentence, j: int) -> bool:
    """Whether a token is no noun: written small, or the first of its sentence."""
    return j == 0 or s.text_at(j)[:1].islower()


_COMPARED = frozenset({"anders", "mehr", "weniger"})
_APPOSED = 6
"""Within how many tokens the name of whom a noun means ends: „, die Firma Nordsoft,“."""
_INSIDE = frozenset({"der", "des", "von", "in", "aus", "und", "vom", "im", "für", "mit"})


def _begin(s: Sentence, i: int) -> int:
    """First token of the phrase whose noun is token `i`, attributes with complements of their own included."""
    j = i
    inner = False
    while j > 0 and i - j < 10:
        text, low = s.tokens[j - 1].text, s.lower[j - 1]
        taken = s.taken.get(j - 1)
        if low in DETERMINERS or low in CONTRACTED_CASES:
            if not inner:
                return j - 1
            # „ein dem Ministerium unterstellter Betrieb“: the article of the complement
            inner = False
        elif low in {"als", "wie"} or text in _MARKS or text in {".", ";", ":"} or low in AUXILIARIES:
            return j
        elif low in PREPOSITIONS:
            if not inner:
                return j
            inner = False
        elif taken is not None:
            inner = not taken.adjective
        elif not (text[0].islower() and (low[-1] in "enrms" or low in _DEGREES)):
            return j
        j -= 1
    return j


_DEGREES = frozenset({"ehemals", "bundesweit", "hundertprozentig", "landeseigen", "kommunal", "rechtlich", "auch"})


def _by_ending(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _ends_in(forms: set[str], words: frozenset[str]) -> bool:
    """Whether one of the forms is one of the words, or a compound of it."""
    return not words.isdisjoint(
        [form[k:] for form in forms for k in range(max(0, len(form) - 24), max(1, len(form) - 2))]
    )


def _sensible(thing: Draft, predicate: Predicate, other: Draft) -> bool:
    """A town lies in a Land or district, a body may be anywhere; nobody is in what is named as itself."""
    if predicate is Predicate.LOCATED_IN and thing.type is EntityType.MUNICIPALITY:
        return other.type is EntityType.JURISDICTION or other.kind != thing.kind or "reis" in other.name
    if predicate is Predicate.LOCATED_IN and other.type is EntityType.JURISDICTION:
        return other.kind == "State"
    return not (predicate is Predicate.PART_OF and thing.type is not EntityType.ORGANISATION)


def described(profiles: list[Profile]) -> list[Argument]:
    """The nouns of profiles as arguments that stand for what they describe."""
    return [
        Argument(p.noun, p.noun + 1, draft=p.thing.draft, begin=p.first, clause=p.thing.clause, reference=True)
        for p in profiles
        if p.thing.first != p.noun
    ]


def told_next(s: Sentence, noun: int) -> list[Argument] | None:
    """„Das Unternehmen aus Ulm, Lumosoft, pflegt es“: what stands between commas behind the place of a noun, if so.

    Who is told there is meant, and nobody who was spoken of before.
    """
    place = s.taken.get(noun + 2)
    if s.low_at(noun + 1) != "aus" or place is None or s.text_at(place.last) != ",":
        return None
    first = place.last + 1
    end = next((j for j in range(first, min(first + _APPOSED, len(s.tokens))) if s.text_at(j) == ","), -1)
    inside = range(first, end)
    if not inside or first in s.relatives or any(at in inside for c in s.clauses for _, at, _ in c.lemmas):
        return None
    if not any(s.text_at(j)[:1].isupper() for j in inside):
        return None
    return [a for a in s.arguments if a.first in inside and a.draft is not None and not a.adjective]
