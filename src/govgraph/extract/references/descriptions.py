"""Definite nouns that refer back: „das Gremium“, „die Kölner Behörde“, „das Land“, „beide Städte“.

`Descriptions.at` is asked for each word that is no pronoun; `noun_phrases` tells what stands around the noun,
`noun_search` what it stands for, and `noun_fits` how well it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.agreement import is_place
from govgraph.extract.references.lands_referred import LandsReferred
from govgraph.extract.references.noun_fits import Noun, NounFits, last_word
from govgraph.extract.references.noun_phrases import (
    INHABITED,
    NounPhrases,
    agrees,
    called,
    presented,
)
from govgraph.extract.references.noun_search import NounSearch
from govgraph.extract.references.several_things import SEVERAL, SeveralThings
from govgraph.extract.state import HOUSES, TEAMS, WORKS, Draft, only_one
from govgraph.language.grammar import CONTRACTED_CASES, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.names.naming import Cast
    from govgraph.extract.references.discourse import Discourse
    from govgraph.extract.references.known_bodies import KnownBodies
    from govgraph.extract.references.pronouns import Pronouns
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Sentence

_OUR = "Unser"
_FIXED = frozenset({"amt", "haus", "dienst", "rat", "system", "netz"})
"""Nouns that after „im“, „ins“ or „zum“ make a fixed phrase: „im Amt“, „im Dienst“."""
_WHOLE = "ganze"
"""„das Ganze“ says nothing of the gender of what it stands for."""
_GENITIVES = ("s", "’", "'")
_HEAD, _LEAST = 3, 5
"""Least letters before and in the end of a compound that stands for the whole."""
_ENDING_BACK = 3
_RELATIVE = frozenset({"dem", "denen", "der"})
_BY_PLACE = frozenset({"datenzentrale", "rechenzentrum"})


class Descriptions:
    """Resolves definite noun phrases against what has been spoken of.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
        cast: Entities of the article.
        pronouns: Asked for groups of several things.
        bodies: Knows in which bodies people are.

    Attributes:
        endings: What the last words of names of works end in.
    """

    def __init__(self, tools: Tools, discourse: Discourse, cast: Cast, pronouns: Pronouns, bodies: KnownBodies) -> None:
        words = tools.knowledge.words
        self.endings = _endings_of(cast.drafts)
        self._agreement = tools.agreement
        self._markers = tools.markers
        self._discourse = discourse
        self._house_of = pronouns.house_of
        self._phrases = NounPhrases(tools)
        self._fits = NounFits(tools.knowledge)
        self._search = NounSearch(tools, discourse, cast, bodies, self._fits)
        self._lands = LandsReferred(tools, discourse, cast, self._phrases)
        self._several = SeveralThings(tools, discourse, pronouns.antecedents)
        self._heads = tools.knowledge.heads
        self._units = tuple(sorted(words("unit-nouns")))
        self._own_bodies = words("own-body-nouns")
        self._office_verbs = words("office-verbs")

    def at(self, s: Sentence, i: int) -> bool:
        """Resolve token `i` if it is such a noun, or „beide“; tells whether it was resolved."""
        low = s.lower[i]
        if low in SEVERAL and self._several.refer(s, i, SEVERAL[low]):
            return True
        if i == 0 and s.low_at(1) == "und":
            # „Stadt und Hochschule haben …“
            return self._noun(s, i)
        if i == 0 or not (s.tokens[i].text[0].isupper() or low.endswith(INHABITED)):
            return False
        if self._lands.names_capital(s, i):
            return self._lands.capital(s, i)
        text = s.tokens[i].text
        if (text in HOUSES or text in TEAMS or text in self._own_bodies) and self._house(s, i):
            return True
        return self._lands.land(s, i) or self._noun(s, i) or (low in self.endings and self._ending(s, i))

    def _house(self, s: Sentence, i: int) -> bool:
        """„Webers Haus“, „zum Geschäftsbereich Webers“, „dem Haus von Ministerin Weber“: what that person heads."""
        before, at = s.taken.get(i - 1), i + 1
        if s.low_at(at) == "von":
            titles = [a for a in s.arguments if a.role is not None and a.first == at + 1]
            at = titles[0].last if titles else at + 1
        after = s.taken.get(at)
        if before is not None and before.type is EntityType.PERSON and s.tokens[i - 1].text.endswith(_GENITIVES):
            person, first = before, before.first
        elif after is not None and after.type is EntityType.PERSON and not after.reference:
            if at == i + 1 and not s.tokens[after.last - 1].text.endswith(_GENITIVES):
                return False
            person, first = after, i
        else:
            return False
        house = self._house_of(person.draft, s.tokens[i].text) if person.draft is not None else None
        if house is None:
            return False
        argument = s.refer(i, i + 1, house, "")
        argument.marker, argument.cases, argument.head = self._markers.noun_marker(s, i)
        if first < i:
            argument.begin = first
            if s.low_at(first - 1) in PREPOSITIONS:
                argument.marker, argument.begin = PREPOSITIONS[s.low_at(first - 1)], first - 1
        return True

    def _noun(self, s: Sentence, i: int) -> bool:
        """„das Gremium“, „die neue Plattform“, „die Kölner Behörde“."""
        text = s.tokens[i].text
        noun = self._agreement.referring(text)
        head = self._heads.get(text.lower()) or self._heads.get(text.lower().removesuffix("s"))
        if noun is not None:
            form, gender, kinds = noun.form, noun.gender, noun.kinds
        elif head is not None:
            form, gender, kinds = head.form, head.gender, frozenset({head.kind})
        else:
            return False
        at = self._phrases.determiner(s, i)
        if at < 0:
            at = presented(s, i)
        bare = at < 0 and self._phrases.joined_bare(s, i)
        at = i if bare else at
        ours = at < 0 and _is_ours(s, i)
        at = i - 1 if ours else at
        loose = noun.loose if noun is not None else frozenset()
        if at < 0 or not (bare or agrees(s.lower[at], gender)):
            return False
        named = called(s, i)
        if form in _BY_PLACE and _is_elsewhere(s, i):
            return False
        if named is not None and self._fits.fit(named, Noun(form, kinds, noun)) is not None:
            found: Draft | None = named
        elif named is not None or self._phrases.goes_on(s, i, kinds | loose):
            return False
        else:
            found = None
        if form in _FIXED and (s.lower[at] in CONTRACTED_CASES or s.lower[at] == "diesem") and at == i - 1:
            return False
        clause = s.clauses[s.clause_of[i]]
        told_apart = s.text_at(i + 1) == "," and s.low_at(i + 2) in PREPOSITIONS and s.low_at(i + 3) in _RELATIVE
        if told_apart and s.lower[i].endswith(self._units):
            # „Die Abteilung, zu der das Referat gehört“ is another than what was spoken of
            return False
        if form == "amt" and not self._office_verbs.isdisjoint(clause.verbs):
            return False
        found = found or self._search.find(s, i, at, Noun(form, kinds, noun))
        if ours and (found is None or found.type not in WORKS or found not in s.near):
            return False
        if found is None or self._fits.is_no_site(found, form):
            return False
        argument = s.refer(i, i + 1, found, "")
        argument.marker, argument.cases, argument.head = self._markers.noun_marker(s, i)
        if gender and gender not in found.genders and not is_place(found) and form != _WHOLE:
            found.genders += gender
        return True

    def _ending(self, s: Sentence, i: int) -> bool:
        """„der Rechner“ is the Wohngeldrechner just named, if no other work ends so."""
        at = self._phrases.determiner(s, i)
        if at < 0 or self._agreement.may_refer(s.tokens[i].text) or self._phrases.goes_on(s, i, frozenset()):
            return False
        low = s.lower[i]
        lately = (m.draft for _, m in self._discourse.before(_ENDING_BACK) if m.rank > 0)
        found = only_one(d for d in lately if d.type in WORKS and any(last_word(n).endswith(low) for n in d.names))
        if found is None:
            return False
        argument = s.refer(i, i + 1, found, "")
        argument.marker, argument.cases, argument.head = self._markers.noun_marker(s, i)
        return True


def _is_ours(s: Sentence, i: int) -> bool:
    """„Wer nutzt die Plattform X? – Unsere Plattform läuft in …“: who answers has it, and no other was named."""
    # „auf unserer Website“ may be another
    said = s.speaker is not None and s.text_at(i - 1).startswith(_OUR) and s.text_at(i - 2) in {"", ":"}
    return said and only_one(d for d in s.near if d.type in WORKS) is not None


def _is_elsewhere(s: Sentence, i: int) -> bool:
    """„leitet das Rechenzentrum in Ulm“: there is one in every large town, and the place says which."""
    place = s.taken.get(i + 2) if s.low_at(i + 1) == "in" else None
    return place is not None and place.first == i + 2 and place.type is EntityType.MUNICIPALITY


def _endings_of(drafts: Sequence[Draft]) -> frozenset[str]:
    """What the last words of names of works end in: „rechner“, „geldrechner“ of „Wohngeldrechner“."""
    words = {last_word(name) for d in drafts if d.type in WORKS for name in d.names}
    return frozenset(w[i:] for w in words if w.isalpha() for i in range(_HEAD, len(w) - _LEAST + 1))
