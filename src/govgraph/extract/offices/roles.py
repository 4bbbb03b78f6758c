"""Finds office titles in sentences, and completes them: what stands before them, portfolio, then bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.knowledge import FEDERATION
from govgraph.extract.offices.bodies_of_titles import HEADS, PROJECT_LEAD, BodiesOfTitles
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.portfolios import Portfolios
from govgraph.extract.offices.post_titles import PostTitles
from govgraph.extract.offices.title_adjectives import TitleAdjectives
from govgraph.extract.offices.titles_of_houses import names_its_head
from govgraph.extract.offices.town_adjectives import TownAdjectives
from govgraph.extract.offices.weak_titles import NAMED_WITHIN, WeakTitles
from govgraph.extract.people.gender import is_womans
from govgraph.extract.role_words import RoleWord
from govgraph.extract.state import BODY_TYPES, WORKS, Argument, RoleNoun, only_one
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.matcher import RoleMatch
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Draft, Sentence

_VERBS = frozenset({"beauftragte", "beauftragten", "bevollmächtigte", "bevollmächtigten", "vorstand"})
"""Verbs that look like a title: „…, der zuletzt dem Amt vorstand“, „Hessen beauftragte die ekom21“."""
_SHORT_FIELD = 3
_COUNCILLOR = "Stadtrat"
_STADTRAT = "https://w3id.org/govgraph/id/role/stadtrat"
"""The word that is mostly the council, and the office of one who bears it as a title."""
_IT_LEAD = "IT-Leiter"
_IT_LEAD_IRI = "https://w3id.org/govgraph/id/role/it-leiter"
_OF_EDV = "EDV-Leiter"
_PROJECT_LEAD_IRI = "https://w3id.org/govgraph/id/role/projektleiter"
_FEW = 4
"""Within how many words before a title the Land stands that owns it."""

_OF_AN_ORGAN = frozenset({"des"} | {f"{w}es" for w in ("ihr", "sein", "unser", "dies")})
_OF_STAFF = frozenset(
    f"https://w3id.org/govgraph/id/role/{organ}svorsitzender" for organ in ("betriebsrat", "personalrat")
)
"""Chairs of councils of staff, which take their names from no house: „die Vorsitzende unseres Personalrats“."""


class RoleFinder:
    """Marks office titles in sentences.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.

    Attributes:
        bodies: Gives titles the bodies that hang on them.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast
        self._posts = PostTitles(knowledge)
        self._towns = TownAdjectives(knowledge, cast)
        self._portfolios = Portfolios(knowledge, cast)
        self._weak = WeakTitles(knowledge, self._portfolios)
        self._adjectives = TitleAdjectives(knowledge)
        self.bodies = BodiesOfTitles(knowledge, cast)
        self._it = knowledge.words("led-it")
        self._relations = knowledge.words("successor-nouns") | knowledge.words("predecessor-nouns")

    def find(self, s: Sentence, matches: Sequence[RoleMatch]) -> None:
        """Mark every office title of a sentence; titles of several words come from the automaton."""
        self._find_long(s, matches)
        for i, token in enumerate(s.tokens):
            text = token.text
            title = None if text in _VERBS else self.k.title_word(text)
            post = None
            if title is None and token.upper:
                title = self._councillor(s, i) if text == _COUNCILLOR else None
                post = self._posts.word(text) if title is None and i not in s.taken else None
            if title is not None:
                self._find_word(s, i, *title)
            elif post is not None:
                self._find_word(s, i, post, weak=False, post=True)

    def _find_long(self, s: Sentence, matches: Sequence[RoleMatch]) -> None:
        """Mark the titles that the automaton has found."""
        for match in matches:
            first, last = s.token_range(match.start, match.end)
            if last <= first or self._goes_on(s, last) or (last == first + 1 and s.tokens[first].text in _VERBS):
                continue
            last = self._field_end(s, first, last)
            role = self.k.roles_by_iri[match.iri]
            noun = RoleNoun(role.name, role.iri, level=role.level)
            nouns = (self.k.role_word(token.text) for token in s.tokens[first:last] if token.upper)
            head = next((word for word in nouns if word is not None), None)
            noun.feminine = head.feminine if head else s.tokens[first].text.endswith(("in", "te"))
            noun.feminine = is_womans(s, first, told=noun.feminine)
            inner = [a.draft for a in s.arguments if first < a.first < last and a.type in BODY_TYPES and a.draft]
            # „Bevollmächtigte beim Bund“ is one of a Land
            kinds = self.k.body_kinds(noun.iri)
            noun.bodies = [d for d in inner if not kinds or d.kind in kinds or d.kind not in LANDS]
            self._place(s, first, last, noun, keep=True)
            self._towns.before(s, first, noun)

    def _councillor(self, s: Sentence, i: int) -> tuple[RoleWord, bool] | None:
        """„Kiels Stadtrat Jens Ott“: the title that the word for a council is beside a person."""
        if not self._weak.is_councillor(s, i):
            return None
        role = self.k.roles_by_iri[_STADTRAT]
        return RoleWord(role.name, role.iri, False, False, role.level, ""), False

    def _find_word(self, s: Sentence, i: int, word: RoleWord, weak: bool, *, post: bool = False) -> None:
        """Mark the title that a single word is; a weak one only in company."""
        text, taken = s.tokens[i].text, s.taken.get(i)
        if taken is not None and (taken.role is not None or taken.type is EntityType.PERSON):
            return
        weak = weak and not self._weak.is_told(s, i)
        if weak and not self._weak.may_be(s, i):
            return
        if taken is not None and taken.first == i and names_its_head(s, taken, self.k.first_names):
            self._of_house(s, taken, word)
            return
        if taken is not None and not (word.prefix or taken.adjective or "-" in text):
            if not self._is_titled(s, i, taken):
                return
            _release(s, i, taken)
        female = is_womans(s, i, told=word.feminine)
        noun = RoleNoun(word.name, word.iri, feminine=female, plural=word.plural, level=word.level, weak=weak)
        noun.post = post
        prefix = self._prefix(s, i, word.prefix)
        if not self._named_by_prefix(noun, text, word, prefix):
            return
        if prefix is None and text.startswith("Bundes") and not word.name.startswith("Bundes"):
            prefix = self.federation()
        if prefix is not None:
            noun.bodies.append(prefix)
            self._without_prefix(noun, text)
        elif word.prefix.isupper() and len(word.prefix) <= _SHORT_FIELD and word.name in self.k.words("body-roles"):
            # „IT-Direktor“: no body, but what the title is about
            noun.name = f"{word.prefix}-{word.name}"
        first = i
        if i >= 2 and s.lower[i - 1] in {"und", "oder"} and s.tokens[i - 2].text.endswith("-"):
            noun.name = f"{s.tokens[i - 2].text} {s.tokens[i - 1].text} {noun.name}"
            first = i - 2
        self._place(s, first, i + 1, noun, keep=prefix is not None)
        self._towns.before(s, first, noun)

    def _of_house(self, s: Sentence, house: Argument, word: RoleWord) -> None:
        """„Anna Weber, Senatorin für Finanzen“: the head of the house that is named after the title."""
        field = " ".join(t.text for t in s.tokens[house.first + 1 : house.last])
        female = is_womans(s, house.first, told=word.feminine)
        noun = RoleNoun(f"{word.name} {field}", word.iri, feminine=female, level=word.level)
        if house.draft is not None:
            noun.bodies.append(house.draft)
        self._place(s, house.first, house.last, noun, keep=True)

    def _is_titled(self, s: Sentence, i: int, taken: Argument) -> bool:
        """Whether a word that ends the name of a body is a title there: „Kiels Stadtrat Jan Kolbe“."""
        named = s.tokens[i].text == _COUNCILLOR or self._weak.names_follow(s, i + 1)
        return taken.draft is not None and taken.last == i + 1 and named

    def _named_by_prefix(self, noun: RoleNoun, text: str, word: RoleWord, prefix: Draft | None) -> bool:
        """Name a title by the noun or field that it begins with; False where that is of a body without a name."""
        housed = word.prefix.lower() in self.k.words("bodies-in-titles")
        if prefix is None and (housed or word.prefix in self.k.words("fields-in-titles")):
            # „Stadtwerke-Chef Jens Ott“: of the one that the article names; „Open-Data-Managerin“: of a field
            noun.name = text.removesuffix("in") if noun.feminine else text
            return True
        # „der frühere Sparkassen-Manager“
        return prefix is not None or not word.prefix or word.name not in self.k.words("titles-with-body")

    def _goes_on(self, s: Sentence, last: int) -> bool:
        """„Leiter der Stabsstelle Digitalisierung“: the noun that ends the title goes on as the name of a unit."""
        noun, after = s.low_at(last - 1), s.text_at(last)
        return noun in self.k.words("unit-heads-direct") and after[:1].isupper() and after not in self.k.first_names

    def _field_end(self, s: Sentence, first: int, last: int) -> int:
        """„Landesbeauftragter für den Datenschutz und die Informationsfreiheit“: a field may have a second half."""
        if "für" not in s.lower[first:last] or s.low_at(last) != "und":
            return last
        i = last + 2 if s.low_at(last + 1) in {"die", "das", "den"} else last + 1
        noun = s.text_at(i)[:1].isupper() and i not in s.taken and self.k.role_word(s.text_at(i)) is None
        noun = noun and s.text_at(i) not in self._relations
        return i + 1 if noun and s.text_at(i) not in self.k.first_names else last

    def _without_prefix(self, noun: RoleNoun, token: str) -> None:
        """„Dataport-Vorstandschef“: the body in the first part is no part of the title."""
        head, _, tail = token.rpartition("-")
        bare = self.k.role_word(tail) if head and noun.name.lower().startswith(head.lower()) else None
        if bare is not None:
            noun.name, noun.iri, noun.level = bare.name, bare.iri, bare.level

    def _prefix(self, s: Sentence, i: int, prefix: str) -> Draft | None:
        """The body or Land in the first part of a compound: „NRW-CIO“, „Landes-CIO“, „FITKO-Präsident“."""
        inside = s.taken.get(i)
        if inside is not None and inside.draft is not None and inside.type in BODY_TYPES:
            return inside.draft
        if prefix.lower() in {"landes", "land"}:
            return self._land_before(s, i) or self._land_at_hand(s)
        if prefix.lower() in {"bundes", "bund"}:
            return self.federation()
        return None

    def _land_at_hand(self, s: Sentence) -> Draft | None:
        """„Landes-CIO und Amtschef im Mainzer Innenministerium“: the Land of the article, or of a body named beside.

        The Bund is no Land.
        """
        home = self.cast.home
        if home is not None and home.kind == "State":
            return home
        lands = (a.draft if a.draft.kind == "State" else a.draft.jurisdiction for a in s.arguments if a.draft)
        return only_one(land for land in lands if land is not None and land.kind == "State")

    @staticmethod
    def _land_before(s: Sentence, i: int) -> Draft | None:
        """„Brandenburgs neuer Landes-CDO“, „der hessische Landes-CISO“: the Land right before the title at a token."""
        start = i - 1
        while start >= 0 and start not in s.taken and s.lower[start].endswith(("e", "en", "er")) and i - start < _FEW:
            start -= 1
        land = s.taken.get(start) if start >= 0 else None
        owns = land is not None and (land.adjective or s.text_at(land.last - 1).endswith("s"))
        return (
            land.draft if land is not None and land.draft is not None and land.draft.kind == "State" and owns else None
        )

    def federation(self) -> Draft | None:
        """The Bund as an entity of this article."""
        entry = self.k.vocabulary.by_iri.get(FEDERATION)
        return None if entry is None else self.cast.known(entry)

    def _place(self, s: Sentence, first: int, last: int, noun: RoleNoun, *, keep: bool) -> None:
        argument = Argument(first=first, last=last, role=noun)
        if not keep:
            s.arguments[:] = [a for a in s.arguments if a.last <= first or a.first >= last]
        s.arguments.append(argument)
        for j in range(first, last):
            s.taken[j] = argument

    def complete(self, s: Sentence) -> None:
        """Give every title of the sentence its status, portfolio and bodies. Markers must be known."""
        for argument in [a for a in s.arguments if a.role is not None and self._is_unheld(s, a)]:
            s.drop(argument)
        for argument in s.arguments:
            if argument.role is not None:
                self._adjectives.read(s, argument)
                self._portfolios.add(s, argument)
                self._of_organ(s, argument, argument.role)
                self._of_it(s, argument, argument.role)
                self._of_project(s, argument, argument.role)
        self.bodies.give(s)

    def _of_it(self, s: Sentence, a: Argument, role: RoleNoun) -> None:
        """„Die Leiterin der städtischen IT“ is an IT-Leiterin; what hangs on „IT“ says where."""
        if role.name not in HEADS or s.low_at(a.last) != "der":
            return
        at = a.last + 1
        while s.text_at(at)[:1].islower() and s.low_at(at).endswith("en"):
            at += 1
        if s.low_at(at) not in self._it or at in s.taken:
            return
        role.name, role.iri, role.weak = it_head_of(_IT_LEAD, s.text_at(at)), _IT_LEAD_IRI, False
        for i in range(a.last, at + 1):
            s.taken[i] = a
        a.last = at + 1

    def _of_project(self, s: Sentence, a: Argument, role: RoleNoun) -> None:
        """„Die Leiterin des Projekts E-Akte bei der Stadt Ulm“ is its Projektleiterin, where the project is named."""
        if role.name not in HEADS or s.low_at(a.last) not in {"des", "vom"}:
            return
        named = s.taken.get(a.last + 2) or s.taken.get(a.last + 3)
        work = named is not None and named.draft is not None and named.type in WORKS
        if s.text_at(a.last + 1) in self.k.words("project-nouns-led") and work:
            role.name, role.iri, role.weak = PROJECT_LEAD, _PROJECT_LEAD_IRI, False

    def _is_unheld(self, s: Sentence, a: Argument) -> bool:
        """„der vermeintliche Präsident“, „der spätere CIO“: not „später CIO“, which is a step of a career."""
        return s.has_attribute(a.first, self.k.words("unheld-adjectives")) or self._is_of_others(s, a)

    def _is_of_others(self, s: Sentence, a: Argument) -> bool:
        """„Datenschützerin Anna Weber vom Verein Digitalcourage“: who is called so, and has no such office."""
        if a.role is None or s.text_at(a.first) not in self.k.words("titles-of-activists"):
            return False
        kinds = self.k.body_kinds(a.role.iri)
        beside = (b for b in s.arguments if b.marker in {"von", "bei"} and 0 < b.begin - a.last <= NAMED_WITHIN)
        return any(b.type is EntityType.ORGANISATION and b.draft and b.draft.kind not in kinds for b in beside)

    def _of_organ(self, s: Sentence, a: Argument, role: RoleNoun) -> None:
        """„Vorsitzende des Vorstands“ is a „Vorstandsvorsitzende“, „Chef unseres Personalrats“ its chair, too."""
        if s.low_at(a.last) not in _OF_AN_ORGAN or role.name not in {"Vorsitzender", "Chef"}:
            return
        noun = self.k.lemma(s.text_at(a.last + 1))
        word = self.k.role_word(f"{noun}svorsitzender")
        title = s.taken.get(a.last + 1)
        if word is not None and word.iri in _OF_STAFF and title is None:
            role.name, role.iri, role.level, role.weak = word.name, word.iri, word.level, False
            return
        if s.low_at(a.last) != "des" or role.name != "Vorsitzender":
            return
        known = None if word is None or word.iri is None else self.k.roles_by_iri[word.iri]
        if word is not None and known is not None and known.name == word.name and title is not None and title.role:
            role.name, role.iri, role.level = word.name, word.iri, word.level


def it_head_of(title: str, noun: str) -> str:
    """„IT-Leiter“, or „EDV-Leiter“ where what somebody heads is called so."""
    return _OF_EDV if noun == "EDV" else title


def _release(s: Sentence, i: int, taken: Argument) -> None:
    """Take back the name of a body that ends with the title at a token."""
    if taken.draft is not None:
        taken.draft.mentions.discard((s.starts[taken.first], s.end_of(i)))
    for j in range(taken.first, i + 1):
        del s.taken[j]
    s.arguments.remove(taken)
