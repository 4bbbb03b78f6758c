"""Whose something is: „sein Nachfolger“, „mit ihrer Informationsstelle“, „dessen Geschäftsführer“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.agreement import is_place
from govgraph.extract.references.antecedents import Antecedents
from govgraph.extract.references.pronoun_clauses import (
    clause_at,
    noun_after,
)
from govgraph.extract.state import BODY_TYPES, HOUSES, PLACES, TEAMS, Argument
from govgraph.language.grammar import AUXILIARIES, DETERMINERS, MODALS, ONE, PREPOSITIONS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.references.discourse import Discourse, Mention
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Draft, Sentence

_ARTICLES_OF = {"f": frozenset({"der", "die", "zur"}), "mn": frozenset({"beim", "das", "dem", "den", "vom", "zum"})}
"""Articles after a preposition of what „ihr“ and „sein“ may speak of."""
_BARE_ARTICLES = frozenset({"der", "die", "das"})
_WITHOUT_CHIEF = frozenset({EntityType.SYSTEM, EntityType.SERVICE, EntityType.LAW, EntityType.DOCUMENT})
"""Types of things that have no Leiter or Chef."""
_OF_WORKS = ("Entwickl", "Produkt", "Projekt")
"""How titles begin that somebody has for a system."""


class Owners:
    """Finds whose something is by „sein“, „ihr“, „dessen“ and „deren“.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
        antecedents: What agrees with a pronoun.
        house_of: Gives the ministry or body of a person's office that a noun may stand for.
    """

    def __init__(
        self,
        tools: Tools,
        discourse: Discourse,
        antecedents: Antecedents,
        house_of: Callable[[Draft, str], Draft | None],
    ) -> None:
        self._k = tools.knowledge
        self._discourse = discourse
        self._antecedents = antecedents
        self._house_of = house_of
        self._publishing = self._k.words("own-document-verbs")
        self._branches = self._k.words("possessed-bodies")

    def possessive(self, s: Sentence, i: int, low: str) -> bool:
        """„sein Nachfolger“, „mit ihrer Informationsstelle“: the owner as a genitive of the noun that follows."""
        head = noun_after(s, i)
        if head < 0:
            return False
        gender = "f" if low.startswith("ihr") else "mn"
        owner = _joined_owner(s, i, gender) or self._owner(s, i, gender, head)
        house = None
        # „hat mit ihrem Team 1.200 Briefe gelesen“: who is named did it
        along = s.low_at(i - 1) == "mit" and s.tokens[head].text in TEAMS
        if (
            owner is not None
            and owner.type is EntityType.PERSON
            and head == i + 1
            and head not in s.taken
            and not along
        ):
            house = self._house_of(owner, s.tokens[head].text)
        if house is not None:
            in_house(s, s.refer(i, head + 1, house, DETERMINERS[low]))
        elif owner is not None:
            s.arguments.append(Argument(i, i + 1, owner, marker="gen", cases="g", begin=i, reference=True, head=head))
        return True

    def whose(self, s: Sentence, i: int, low: str) -> None:
        """„Dessen Geschäftsführer …“: the owner is what was named last, not the subject."""
        head = noun_after(s, i)
        if head < 0 or s.text_at(i - 1) == "," or (s.low_at(i - 1) in PREPOSITIONS and s.text_at(i - 2) == ","):
            return
        owner = self._owner(s, i, "f" if low == "deren" else "mn", head, last=True)
        if owner is not None:
            s.arguments.append(Argument(i, i + 1, owner, marker="gen", cases="g", begin=i, reference=True, head=head))

    def _owner(self, s: Sentence, i: int, gender: str, head: int, *, last: bool = False) -> Draft | None:
        clause = s.clause_of[i] if s.clause_of else 0
        owned = s.taken[head].draft if head in s.taken else None
        latest: Mention | None = None
        if not last and owned is not None and owned.type is EntityType.DOCUMENT and self._is_published(s, i):
            doer = _behind_verb(s, i, gender)
            if doer is not None:
                # „Ihren Bericht soll die FITKO vorlegen“: it is that of whoever does something with it
                return doer[0]
        after = s.taken.get(head + 1)
        # „die App, die ihr Vorgänger Uwe Kern bestellt hat“: only a person has one who is named
        peer = after is not None and after.type is EntityType.PERSON and self._antecedents.is_peer(s, head)
        # „Das Amt untersteht seinem Haus“: so has only a person one
        peer = peer or s.tokens[head].text in HOUSES or s.tokens[head].text in TEAMS
        human = self._k.title_word(s.tokens[head].text) is not None
        # „Die ITEBO betreibt die Plattform. Deren Chefin …“: no platform has one
        chief = human and not s.tokens[head].text.startswith(_OF_WORKS)
        # „Eigner ist die Stadt Ulm. Deren Tochter …“
        branch = s.tokens[head].text in self._branches
        if last:
            wanted = BODY_TYPES if branch else frozenset({EntityType.ORGANISATION}) if human else frozenset()
            latest = self._antecedents.latest(gender, wanted)
        elif (
            gender == "f"
            and len({m.draft.name for m in self._discourse.current if m.clause == clause and m.rank >= 0.7}) > 1
        ):
            return None  # „A und B entsenden ihre Leute“

        def quality(ago: int, m: Mention) -> float | None:
            if m.rank == 0 or m.draft is owned or (peer and m.draft.type is not EntityType.PERSON):
                return None
            fit = self._antecedents.agrees(m, gender)
            if fit is None:
                return None
            if last:
                if ago == 0 and m.clause == clause and m.rank >= 0.7:
                    return None  # that one would be „sein“
                if chief and m.draft.type in _WITHOUT_CHIEF:
                    return None
                # a Geschäftsführer is one of a body, a Neufassung one of a thing; a place only if nothing else is near
                if human:
                    fit += 0.3 if m.draft.type is EntityType.ORGANISATION else 0.0
                elif m.draft.type is EntityType.PERSON:
                    fit -= 0.6
                fit -= 0.4 if is_place(m.draft) and not branch else 0.0
                return fit + (0.6 if m is latest else 0.0) + (0.2 if m.rank < 1 else 0.0)
            return fit + (0.3 if ago == 0 and m.clause == clause and m.rank >= 0.7 else 0.0)

        return self._discourse.best(1, quality, margin=0.05 if last else 0.15)

    def _is_published(self, s: Sentence, i: int) -> bool:
        """Whether the clause of a token tells that somebody publishes something."""
        return any(lemma in self._publishing for lemma, _, _ in clause_at(s, i).lemmas)


def in_house(s: Sentence, house: Argument) -> None:
    """„eine Behörde seines Hauses“, „eine Behörde in seinem Geschäftsbereich“: what is called so is of the house."""
    noun = house.begin - 1
    within = house.marker == "in" and s.text_at(house.last - 1).startswith("Geschäftsbereich")
    whose = house.marker == "np" and s.low_at(house.begin).endswith("es") and s.text_at(house.last - 1).endswith("s")
    one = any(s.low_at(i) in ONE for i in (noun - 1, noun - 2)) and noun not in s.taken
    if (within or whose) and one and s.text_at(noun)[:1].isupper():
        house.marker, house.cases, house.head = "gen", "g", noun


def _joined_owner(s: Sentence, i: int, gender: str) -> Draft | None:
    """„ging an die Nordsoft GmbH aus Kiel und ihren Assistenten X“: the owner is before „und“, with an article."""
    if s.low_at(i - 1) != "und":
        return None
    before = next((a for a in s.arguments if a.last == i - 1 and not a.adjective), None)
    if before is not None and before.type in PLACES and before.marker in {"aus", "in"} and before.begin < before.first:
        before = next((a for a in s.arguments if a.last == before.begin and not a.adjective), None)
    if before is None or before.type is not EntityType.ORGANISATION or before.marker not in PREPOSITIONS.values():
        return None
    inside = {s.lower[j] for j in range(before.begin, before.first)}
    return before.draft if not inside.isdisjoint(_ARTICLES_OF[gender]) else None


def _behind_verb(s: Sentence, i: int, gender: str) -> tuple[Draft | None] | None:
    """Who stands right behind the verb of a clause that a possessive opens; no draft for a noun that names nobody."""
    clause = clause_at(s, i)
    if any(s.tokens[j].text[0].isalnum() for j in clause.tokens if j < i):
        return None
    helping = [j for j in clause.tokens if s.lower[j] in MODALS or AUXILIARIES.get(s.lower[j]) == "haben"]
    if not helping or not any(j > helping[0] for _, j, _ in clause.lemmas):
        return None
    at = helping[0] + 1
    article = s.low_at(at)
    if article in _BARE_ARTICLES and (article == "die") is not (gender == "f"):
        return None
    named = next((a for a in s.arguments if a.begin == at and a.type in BODY_TYPES and "n" in a.cases), None)
    if named is not None and not named.adjective:
        return (named.draft,)
    alone = article in _BARE_ARTICLES and s.text_at(at + 1)[:1].isupper() and at + 1 not in s.taken
    return (None,) if alone else None
