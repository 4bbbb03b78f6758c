"""Finds office titles in sentences, with their adjectives, portfolios and bodies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.knowledge import FEDERATION, RoleWord
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.post_titles import PostTitles, as_post
from govgraph.extract.offices.town_adjectives import TownAdjectives
from govgraph.extract.people.gender import is_womans
from govgraph.extract.state import BODY_TYPES, PLACES, WORKS, Argument, RoleNoun
from govgraph.language.grammar import (
    AUXILIARIES,
    COORDINATORS,
    COPULA_LEMMAS,
    DETERMINERS,
    PREPOSITIONS,
)
from govgraph.language.morphology import is_dictionary_word, is_preterite
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.matcher import RoleMatch
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Clause, Draft, Sentence

_STATUS_LISTS = (
    ("former", Status.FORMER),
    ("designated", Status.DESIGNATED),
    ("acting", Status.ACTING),
    ("new", Status.NEW),
)
_COMPLEMENT = frozenset({"im", "in", "beim", "bei", "am", "an", "der", "des", "von", "vom"})
_VERBS = frozenset({"beauftragte", "beauftragten", "bevollmächtigte", "bevollmächtigten", "vorstand"})
"""Verbs that look like a title: „…, der zuletzt dem Amt vorstand“, „Hessen beauftragte die ekom21“."""
_SHORT_FIELD = 3
_NATIVE = "gebürtig"
_MANAGING = "geschäftsführend"
_CHARGED = frozenset({"verantwortliche", "verantwortlicher", "zuständige", "zuständiger"})
_TIMES = frozenset({"dahin", "gestern", "jeher", "kurzem", "langem", "neuem", "neuestem"})
"""Words that are a time by themselves after „bis“, „vor“ or „seit“."""
_IN = frozenset({"im", "in", "beim", "bei", "am", "an"})
_WITH_FIELD = ("leiter", "referent", "manager", "koordinator", "direktor", "sprecher", "dezernent")
_CIO = "https://w3id.org/govgraph/id/role/cio"
_GOVERNMENTS = frozenset({"bundesregierung", "landesregierung", "staatsregierung"})
_DELEGATES = ("Beauftragte", "Bevollmächtigte")
_IT_FIELD = re.compile(r"(?<!in der )\b(?:IT|IuK|Informationstechn\w+|(?:Tele|K)ommunikationstechn\w+)(?![\w-])")
"""Fields that make whom a government delegates for them its CIO; not „Sicherheit in der Informationstechnik“."""
CHANCELLERIES = {
    "bundeskanzleramt": "https://w3id.org/govgraph/id/role/chef-des-bundeskanzleramtes",
    "senatskanzlei": "https://w3id.org/govgraph/id/role/chef-der-senatskanzlei",
    "staatskanzlei": "https://w3id.org/govgraph/id/role/chef-der-staatskanzlei",
}
"""Offices of those who head a chancellery, by its noun."""
_COUNCILLOR = "Stadtrat"
_STADTRAT = "https://w3id.org/govgraph/id/role/stadtrat"
"""The word that is mostly the council, and the office of one who bears it as a title."""
_OF_TOWN = frozenset({"aus", "der", "für", "in", "und", "von"})
_IN_SPE = "in spe"
_RETIRED = ("a.d", "a . d", "im ruhestand")
_TO = frozenset({"ins", "nach", "zu", "zum", "zur"})
_GETTING = frozenset({"bekam", "bekommt", "erhielt", "erhält", "gewinnt"})
_INNER = frozenset({"an", "bei", "gen", "in", "von"})
"""Markers of a body around what another noun names."""
_OWN = frozenset({f"{stem}{end}" for stem in ("ihr", "sein") for end in ("", "e", "em", "en", "er")})
_RELATIVE = {"dessen": "mn", "deren": "fp"}
"""Relative pronouns that own what follows, with the genders of what they stand for."""
_HEAD = "Leiter"
_HEADS = frozenset({"Chef", _HEAD})
_PROJECT_LEAD = "Projektleiter"
_IT_LEAD = "IT-Leiter"
_IT_LEAD_IRI = "https://w3id.org/govgraph/id/role/it-leiter"
_OF_EDV = "EDV-Leiter"
_PROJECT_LEAD_IRI = "https://w3id.org/govgraph/id/role/projektleiter"
_BESIDE_PLACES = frozenset({"das", "den", "der", "des", "die", "für", "sowie", "und"})
"""Words beside nouns for places where a title says for whom it is held."""
_NEWLY = frozenset({"neu", "künftig", "kommissarisch", "bisherig", "ander", "designiert"})
"""Stems of adjectives before a title that begins a sentence."""
_FEW = 4
"""Within how many words before a title the Land stands that owns it."""
_NAMED_WITHIN = 6
"""How many words after „Chefin ist“ a name may begin."""
_LOCAL_BODIES = TOWNS | {"Association"}

_AT_THE_BUND = "https://w3id.org/govgraph/id/role/bevollmaechtigter-beim-bund"
_NEXT_PHRASE = frozenset(
    {"dem", "deren", "dessen", "diesem", "dieser", "einem", "einer"}
    | {f"{stem}{end}" for stem in ("ihr", "sein", "unser") for end in ("e", "em", "er", "es")}
)
"""Words after the noun of a portfolio by which something else begins."""
_OF_AN_ORGAN = frozenset({"des"} | {f"{w}es" for w in ("ihr", "sein", "unser", "dies")})
_OF_STAFF = frozenset(
    f"https://w3id.org/govgraph/id/role/{organ}svorsitzender" for organ in ("betriebsrat", "personalrat")
)
"""Chairs of councils of staff, which take their names from no house: „die Vorsitzende unseres Personalrats“."""
_OF_A_FIELD = ("ales", "eres", "ares")
"""Ends of nouns for a field on which no genitive hangs: „Digitales“, „Inneres“."""


class RoleFinder:
    """Marks office titles in sentences.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast
        self._posts = PostTitles(knowledge)
        self._towns = TownAdjectives(knowledge, cast)
        self._status_words = tuple(
            sorted(
                w.lower()
                for w in (*(w for n, _ in _STATUS_LISTS for w in knowledge.words(n)), *knowledge.words("deputy"))
            )
        )
        self._units = tuple(sorted(knowledge.words("unit-nouns")))
        self._it = knowledge.words("led-it")
        self._kinds_of_head = knowledge.words("kinds-of-head")
        self._aside = (
            knowledge.words("side-offices") | knowledge.words("time-nouns") | knowledge.words("ends-of-service")
        )
        self._former_titles = tuple(knowledge.words("former-titles"))
        self._relations = knowledge.words("successor-nouns") | knowledge.words("predecessor-nouns")

    def find(self, s: Sentence, matches: Sequence[RoleMatch]) -> None:
        """Mark every office title of a sentence; titles of several words come from the automaton."""
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
        for i, token in enumerate(s.tokens):
            title = None if token.text in _VERBS else self.k.title_word(token.text)
            if title is None and token.text == _COUNCILLOR and self._is_councillor(s, i):
                role = self.k.roles_by_iri[_STADTRAT]
                title = RoleWord(role.name, role.iri, False, False, role.level, ""), False
            post = self._posts.word(token.text) if title is None and token.upper and i not in s.taken else None
            if post is not None:
                title = post, False
            if title is None:
                continue
            taken = s.taken.get(i)
            if taken is not None and (taken.role is not None or taken.type is EntityType.PERSON):
                continue
            word, weak = title
            if weak and (self._fronted(s, i) or self._gained(s, i) or self._is_named(s, i)):
                weak = False
            if weak and (self._has_bare_field(s, i) or self._is_of_unit(s, i)):
                weak = False
            if (
                weak
                and s.low_at(i + 1) not in _COMPLEMENT | {"für"}
                and not (self._led_to(s, i) or self._is_step(s, i))
            ):
                continue
            if taken is not None and not (word.prefix or taken.adjective or "-" in token.text):
                named = token.text == _COUNCILLOR or self._names_follow(s, i + 1)
                if taken.draft is None or taken.last != i + 1 or not named:
                    continue
                taken.draft.mentions.discard((s.starts[taken.first], s.end_of(i)))
                for j in range(taken.first, i + 1):
                    del s.taken[j]
                s.arguments.remove(taken)
            female = is_womans(s, i, told=word.feminine)
            noun = RoleNoun(word.name, word.iri, feminine=female, plural=word.plural, level=word.level, weak=weak)
            noun.post = post is not None
            prefix = self._prefix(s, i, word.prefix)
            housed = word.prefix.lower() in self.k.words("bodies-in-titles")
            if prefix is None and (housed or word.prefix in self.k.words("fields-in-titles")):
                # „Stadtwerke-Chef Jens Ott“: of the one that the article names; „Open-Data-Managerin“: of a field
                noun.name = token.text.removesuffix("in") if female else token.text
            elif prefix is None and word.prefix and word.name in self.k.words("titles-with-body"):
                # „der frühere Sparkassen-Manager“
                continue
            if prefix is None and token.text.startswith("Bundes") and not word.name.startswith("Bundes"):
                prefix = self.federation()
            if prefix is not None:
                noun.bodies.append(prefix)
                self._without_prefix(noun, token.text)
            elif word.prefix.isupper() and len(word.prefix) <= _SHORT_FIELD and word.name in self.k.words("body-roles"):
                # „IT-Direktor“: no body, but what the title is about
                noun.name = f"{word.prefix}-{word.name}"
            first = i
            if i >= 2 and s.lower[i - 1] in {"und", "oder"} and s.tokens[i - 2].text.endswith("-"):
                noun.name = f"{s.tokens[i - 2].text} {s.tokens[i - 1].text} {noun.name}"
                first = i - 2
            self._place(s, first, i + 1, noun, keep=prefix is not None)
            self._towns.before(s, first, noun)

    def _is_councillor(self, s: Sentence, i: int) -> bool:
        """„Kiels Stadtrat Jens Ott“, „Jens Ott, Stadtrat in Kiel,“: a person, and not the council."""
        if s.low_at(i - 1) in DETERMINERS or s.low_at(i - 1) in PREPOSITIONS:
            return False
        j = i + 3 if s.text_at(i + 1) in {"Dr", "Prof"} and s.text_at(i + 2) == "." else i + 1
        name, surname = s.text_at(j), s.text_at(j + 1)
        if name[:1].isupper() and surname[:1].isupper() and j not in s.taken:
            return name in self.k.first_names or not is_dictionary_word(name.lower())
        named = s.text_at(i - 2)[:1].isupper() and s.text_at(i - 3)[:1].isupper() and i - 2 not in s.taken
        return s.text_at(i - 1) == "," and named and s.low_at(i + 1) in _OF_TOWN

    def _is_step(self, s: Sentence, i: int) -> bool:
        """„kam zum Städtetag, zunächst als Referentin“: the step of a career that an adverb tells."""
        return s.low_at(i - 1) == "als" and s.low_at(i - 2) in self.k.words("step-adverbs")

    @staticmethod
    def _led_to(s: Sentence, i: int) -> bool:
        """„dessen Referentin“, „als Referentin zum Städtetag“: the words before a title or after it tell the body.

        So does a possessive with a name behind the title: „Ihre neue Chefin Ute Sinz“.
        """
        own = s.text_at(i - 1).islower() and s.low_at(i - 2) in _RELATIVE.keys() | _OWN
        owner = s.low_at(i - 2 if own else i - 1)
        named = s.text_at(i + 1)[:1].isupper() and (s.text_at(i + 2)[:1].isupper() or s.text_at(i + 2) == ".")
        return owner in _RELATIVE or (owner in _OWN and named) or (s.low_at(i - 1) == "als" and s.low_at(i + 1) in _TO)

    def _names_follow(self, s: Sentence, i: int) -> bool:
        """„Stadtrat Jan Kolbe“: before a first name and a surname the word is a title, and no body."""
        return s.text_at(i) in self.k.first_names and s.text_at(i + 1)[:1].isupper() and i + 1 not in s.taken

    @staticmethod
    def _fronted(s: Sentence, i: int) -> bool:
        """„Im Ministerium war ich Referentin“: where it is, stands at the front."""
        return s.lower[0] in _IN and i > 2 and any(AUXILIARIES.get(word) == "sein" for word in s.lower[1:i])

    def _is_named(self, s: Sentence, i: int) -> bool:
        """„Neue Chefin ist Anna Weber“, „Leiter wird der Jurist Jens Ott“: the title begins a clause that names who."""
        begin = i - (s.low_at(i - 1).rstrip("ersn") in _NEWLY)
        if begin > 0 and s.text_at(begin - 1) not in {";", "–", ":", "„"}:
            return False
        if AUXILIARIES.get(s.low_at(i + 1)) not in {"sein", "werden"} and s.low_at(i + 1) != "bleibt":
            return False
        near = range(i + 2, min(i + 2 + _NAMED_WITHIN, len(s.tokens)))
        return any(s.text_at(j) in self.k.first_names and s.text_at(j + 1)[:1].isupper() for j in near)

    @staticmethod
    def _gained(s: Sentence, i: int) -> bool:
        """„Die Anstalt hat mit Anna Weber eine neue Chefin“, „… hat eine neue Chefin: Anna Weber“: of who has her."""
        article = next((j for j in (i - 1, i - 2) if s.low_at(j) in {"ein", "eine", "einen"}), -1)
        having = any(AUXILIARIES.get(word) == "haben" or word in _GETTING for word in s.lower[: max(article, 0)])
        return having and ("mit" in s.lower[:article] or s.text_at(i + 1) == ":")

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
            return self._land_before(s, i) or self.cast.home
        if prefix.lower() in {"bundes", "bund"}:
            return self.federation()
        return None

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

    # ------------------------------------------------------------------ what stands around it

    def complete(self, s: Sentence) -> None:
        """Give every title of the sentence its status, portfolio and bodies. Markers must be known."""
        for argument in [a for a in s.arguments if a.role is not None and self._is_unheld(s, a)]:
            s.drop(argument)
        for argument in s.arguments:
            if argument.role is not None:
                self._adjectives(s, argument)
                self._portfolio(s, argument)
                self._of_organ(s, argument, argument.role)
                self._of_it(s, argument, argument.role)
                self._of_project(s, argument, argument.role)
        self.bodies(s)

    def _of_it(self, s: Sentence, a: Argument, role: RoleNoun) -> None:
        """„Die Leiterin der städtischen IT“ is an IT-Leiterin; what hangs on „IT“ says where."""
        if role.name not in _HEADS or s.low_at(a.last) != "der":
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
        if role.name not in _HEADS or s.low_at(a.last) not in {"des", "vom"}:
            return
        named = s.taken.get(a.last + 2) or s.taken.get(a.last + 3)
        work = named is not None and named.draft is not None and named.type in WORKS
        if s.text_at(a.last + 1) in self.k.words("project-nouns-led") and work:
            role.name, role.iri, role.weak = _PROJECT_LEAD, _PROJECT_LEAD_IRI, False

    def bodies(self, s: Sentence) -> None:
        """Give every title of the sentence the bodies that hang on it."""
        named = self.k.words("posts-before-titles")
        for argument in s.arguments:
            if argument.role is not None:
                timed = argument.marker == "seit" and argument.introduced_by
                if (
                    timed
                    or self._is_charged(s, argument)
                    or s.low_at(argument.begin + 1) in _TIMES
                    or (argument.introduced_by in self._aside and argument.marker != "np")
                ):
                    # „im Hauptberuf Bürgermeister“, „bis März CIO“, „seit der Gründung Leiterin“: the phrase of the
                    # preposition is over before it
                    argument.marker, argument.cases, argument.head, argument.begin = "np", "nad", -1, argument.first
                elif argument.introduced_by and s.text_at(argument.first - 1) in named:
                    # „den Titel Chief Digital Officer“ is „den Titel der Chief Digital Officer“
                    argument.marker, argument.cases, argument.head = "gen", "g", argument.first - 1
                    argument.begin = argument.first
                as_post(argument)
                self._bare_place(s, argument, argument.role)
                self._bodies(s, argument)

    def _bare_place(self, s: Sentence, a: Argument, role: RoleNoun) -> None:
        """„Der CIO Hessen, Jens Ott, …“, „die Landesbeauftragte für den Datenschutz Bremen“: the Land hangs on it.

        So does a town on an abbreviation; „Landrat Fulda“ is somebody's name.
        """
        place = s.taken.get(a.last)
        if place is None or place.first != a.last or place.draft is None or place.adjective or place.marker != "np":
            return
        short = s.text_at(a.last - 1).isupper() and place.type is EntityType.MUNICIPALITY
        land = place.type is EntityType.JURISDICTION and place.draft.kind in self.k.body_kinds(role.iri)
        if (short or land) and not role.plural and not s.text_at(place.last)[:1].isupper():
            place.marker, place.cases, place.head, place.begin = "gen", "g", a.last - 1, place.first

    @staticmethod
    def _is_charged(s: Sentence, a: Argument) -> bool:
        """„Jens Ott, für Digitales zuständiger Staatssekretär“: the preposition is one of the adjective before it."""
        return a.marker == "für" and s.low_at(a.first - 1) in _CHARGED and s.low_at(a.first - 2) != "den"

    def _is_of_unit(self, s: Sentence, i: int) -> bool:
        """„Chef der IT-Abteilung“, „Chefin des Rechenzentrums“: the head of a unit that has no name."""
        noun = s.text_at(i + 2)
        unit = noun[:1].isupper() and i + 2 not in s.taken and s.low_at(i + 2).removesuffix("s").endswith(self._units)
        return unit and s.low_at(i + 1) in {"der", "des"} and noun.lower() not in self.k.words("vague-units")

    def _has_bare_field(self, s: Sentence, i: int) -> bool:
        """„Jens Ott (Leiter IT)“, „…, Leiterin Personal,“: a title beside a name with its field and nothing more."""
        if not s.text_at(i + 1)[:1].isupper() or not self._is_field(s, i + 1):
            return False
        if s.text_at(i + 2) in self.k.first_names and s.text_at(i + 3)[:1].isupper():
            # „Leiterin Personal Anna Weber“
            return True
        if s.text_at(i - 1) not in {"(", ","}:
            return False
        return s.text_at(i + 2) in {")", ",", "."} and self.k.role_word(s.text_at(i + 1)) is None

    def _is_unheld(self, s: Sentence, a: Argument) -> bool:
        """„der vermeintliche Präsident“, „der spätere CIO“: not „später CIO“, which is a step of a career."""
        return s.has_attribute(a.first, self.k.words("unheld-adjectives")) or self._is_of_others(s, a)

    def _is_of_others(self, s: Sentence, a: Argument) -> bool:
        """„Datenschützerin Anna Weber vom Verein Digitalcourage“: who is called so, and has no such office."""
        if a.role is None or s.text_at(a.first) not in self.k.words("titles-of-activists"):
            return False
        kinds = self.k.body_kinds(a.role.iri)
        beside = (b for b in s.arguments if b.marker in {"von", "bei"} and 0 < b.begin - a.last <= _NAMED_WITHIN)
        return any(b.type is EntityType.ORGANISATION and b.draft and b.draft.kind not in kinds for b in beside)

    def _adjectives(self, s: Sentence, a: Argument) -> None:
        role = a.role
        if role is None:
            return
        i = a.first - 1
        steps = 0
        while i >= 0 and steps < 5:
            low = s.lower[i]
            taken = s.taken.get(i)
            if taken is not None and taken.adjective and s.low_at(i - 1).startswith(_NATIVE):
                # „Zuvor war der gebürtige Dürener Kämmerer in Kerpen“: where somebody is from
                break
            if taken is not None and taken.draft is not None and (taken.adjective or taken.cases == "g"):
                if taken.type in BODY_TYPES and taken.draft.kind != "Party" and taken.draft not in role.bodies:
                    role.bodies.append(taken.draft)
            elif low in DETERMINERS:
                role.definite = True
                if s.lower[a.last - 1].endswith(("te", "de", "ne")) and s.lower[a.first] == s.lower[a.last - 1]:
                    # „der Beauftragte“, „die Vorsitzende“: only the article tells
                    role.feminine = low != "der" if low in {"der", "die"} else role.feminine
                role.owned = low in {"dessen", "deren"} or low.startswith(("sein", "ihr"))
                break
            elif low in AUXILIARIES:
                break
            elif low == "vom":
                role.definite = True
                break
            elif self._is_verb(s, i):
                # „Als Vorsitzende des IT-Planungsrats forderte Ministerin Anna Weber …“
                break
            elif low[0].isalpha() and (low[-1:] in "ermns" or low in {"a.d"}):
                if self._kind_of_head(low, role):
                    i -= 1
                    steps += 1
                    continue
                if not self._status(low, role) and s.tokens[i].text[0].isupper() and i > 0:
                    break
                if low in PREPOSITIONS:
                    break
            else:
                break
            i -= 1
            steps += 1
        if s.tokens[a.first].text.startswith(self._former_titles):
            role.status = Status.FORMER
        elif s.tokens[a.first].text.startswith("Interims"):
            role.status = Status.ACTING
        after = " ".join(s.lower[a.last : a.last + 4])
        if after.startswith(_IN_SPE):
            # „CIO in spe Jan Weber“
            # „einst Ministerin in spe“ never came to be
            role.status = Status.FORMER if s.low_at(a.first - 1) == "einst" else Status.DESIGNATED
            for i in range(a.last, a.last + 2):
                s.taken[i] = a
            a.last += 2
        elif after.startswith(_RETIRED):
            role.status = Status.FORMER
            retired = next((i for i in range(a.last, a.last + 4) if s.low_at(i) in {"d", "a.d", "ruhestand"}), -1)
            if retired >= 0:
                end = retired + 1 + (s.text_at(retired + 1) == ".")
                for i in range(a.last, end):
                    s.taken[i] = a
                a.last = end

    def _kind_of_head(self, low: str, role: RoleNoun) -> bool:
        """„Der Technische Leiter“: heads part of a body only, so that the adjective is of the title."""
        kind = low[:-2] if low.endswith(("en", "em", "er")) else low.removesuffix("e")
        if role.name != _HEAD or kind not in self._kinds_of_head:
            return False
        role.name = f"{kind.capitalize()}er {role.name}"
        return True

    def _is_verb(self, s: Sentence, i: int) -> bool:
        """Whether a word right after a noun is a verb: „forderte“, „sprachen“, and not „designierte“."""
        low = s.lower[i]
        if not low.endswith(("te", "en")) or not s.text_at(i - 1)[:1].isupper() or low.startswith(self._status_words):
            return False
        lemma = self.k.lemma(low)
        return lemma == low or is_preterite(low, lemma)

    def _status(self, low: str, role: RoleNoun) -> bool:
        for name, status in _STATUS_LISTS:
            for word in self.k.words(name):
                if status is Status.ACTING and low == word.lower():
                    # „Die Geschäfte führt kommissarisch Vizepräsidentin X“: how she leads, not what she is
                    continue
                if low.startswith(word.lower()) and len(low) - len(word) <= 2:
                    if word == _MANAGING and "Government" not in self.k.body_kinds(role.iri):
                        # „Geschäftsführende Direktorin“ is a title, „geschäftsführende Ministerin“ none
                        return True
                    role.status = status
                    return True
        if any(low.startswith(word.lower()) for word in self.k.words("deputy")):
            role.name = f"Stellvertretender {role.name}"
            role.iri = None
            return True
        return False

    def _portfolio(self, s: Sentence, a: Argument) -> None:
        """„Staatssekretär für Digitales“: the portfolio belongs to the title."""
        role = a.role
        if role is None or a.last >= len(s.tokens):
            return
        start = self._whose(s, a.last)
        if s.low_at(start) != "für" and not self._of_field(s, start, role):
            a.last = self._bare_field(s, a, role)
            return
        j, end = start + 1, start + 1
        while j < len(s.tokens):
            text = s.tokens[j].text
            low = s.lower[j]
            if low in {"des", "der"} and self._body_follows(s, j + 1):
                break
            if end > start + 1 and (low in _NEXT_PHRASE or (low == "der" and s.lower[j - 1].endswith(_OF_A_FIELD))):
                # „gehörte als Beigeordnete für Soziales seiner Verwaltungsspitze an“
                break
            taken = s.taken.get(j)
            if taken is not None and taken.role not in (None, role):
                # „Ministerin für Verkehr und CIO“: another title follows
                break
            if text in self._relations:
                # „Beauftragte für den Datenschutz und Nachfolgerin von A“
                break
            if text[0].isupper() and (taken is None or taken.type is not EntityType.PERSON):
                end = j + 1
            elif (
                low in {"und", "sowie"}
                or (low in {"die", "den", "das"} and s.lower[j - 1] in {"für", "und", "sowie", ","})
                or (text == "," and self._noun_follows(s, j + 1))
                or (low == "für" and s.lower[j - 1] == "und" and s.low_at(start) != "für")
            ):
                pass
            elif (
                not (
                    text[0].islower()
                    and low[-1:] in "enrs"
                    and j + 1 < len(s.tokens)
                    and s.tokens[j + 1].text[0].isupper()
                )
                or low in PREPOSITIONS
                or (low in DETERMINERS and low not in {"der", "des"})
            ):
                # „hat die Ministerin für Verkehr einen Plan vorgelegt“: the next phrase begins
                break
            j += 1
        if end > start + 1:
            told = self._field(s, a.last, end)
            inner = self.cast.text[s.starts[a.last] : s.end_of(told - 1)]
            if told > a.last and self._has_portfolio(role):
                role.name = f"{role.name} {inner}"
                if self._is_cio(role):
                    role.name, role.iri = "CIO", _CIO
            for other in s.arguments:
                if a.last <= other.first < end and other.draft is not None and other.type in BODY_TYPES:
                    role.bodies.append(other.draft)
            for k in range(a.last, end):
                s.taken.setdefault(k, a)
            a.last = end

    def _field(self, s: Sentence, first: int, end: int) -> int:
        """Where a portfolio ends before what says whose it is: „für Gesundheit der Region“, „für Stadt und Kreis“."""
        places = self.k.words("municipality-nouns")
        if s.low_at(end - 2) in {"der", "des"} and s.text_at(end - 1).removesuffix("es") in places and end - 3 > first:
            end -= 2
        for i in range(first, end):
            town = s.taken.get(i)
            named = town is not None and town.draft is not None and town.draft.kind in TOWNS
            if not named and s.tokens[i].text not in places and s.lower[i] not in _BESIDE_PLACES:
                return end
        return first

    @staticmethod
    def _is_cio(role: RoleNoun) -> bool:
        """„Beauftragte des Freistaats für E-Government und IT“: the long title of a CIO, whatever stands inside."""
        owner, _, field = role.name.partition(" für ")
        return owner.startswith(_DELEGATES) and " " in owner and _IT_FIELD.search(field) is not None

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

    def _of_field(self, s: Sentence, i: int, role: RoleNoun) -> bool:
        """„Minister der Justiz und für Digitalisierung“: the field of a ministry as a genitive."""
        field = s.low_at(i) in {"der", "des"} and s.text_at(i + 1) in self.k.words("ministry-genitives")
        return field and "Ministry" in self.k.body_kinds(role.iri)

    def _bare_field(self, s: Sentence, a: Argument, role: RoleNoun) -> int:
        """Index after „Leiterin IT und Digitalisierung“ before „bei der Stadt“: a field with nothing to join it."""
        if not role.name.lower().endswith(_WITH_FIELD):
            return a.last
        j = a.last
        while s.text_at(j)[:1].isupper() and self._is_field(s, j):
            j += 1
            joined = s.low_at(j) in {"und", "&"} and s.text_at(j + 1)[:1].isupper() and j + 1 not in s.taken
            j += 1 if joined else 0
        person = s.taken.get(j)
        named = person is not None and person.type is EntityType.PERSON and s.text_at(j - 1)[:1].isupper()
        if j == a.last or not (named or s.low_at(j) in _COMPLEMENT):
            return a.last
        for k in range(a.last, j):
            s.taken[k] = a
        for other in s.arguments:
            if other.head == j - 1 or a.last <= other.head < j:
                other.head = j - 1
        return j

    def _is_field(self, s: Sentence, j: int) -> bool:
        taken = s.taken.get(j)
        if taken is None:
            return s.text_at(j) not in self.k.first_names
        return taken.role is None and taken.type not in {*BODY_TYPES, EntityType.PERSON}

    def _whose(self, s: Sentence, i: int) -> int:
        """Index after „der Landesregierung“, „des Freistaats“, „des Saarlandes“, where it stands before a field."""
        if s.low_at(i) not in {"der", "des"}:
            return i
        end = i + 1
        while (before := s.taken.get(end)) is not None and before.adjective:
            end = before.last
        governing = before is not None and before.draft is not None and before.draft.kind == "Government"
        if (before is not None and governing) or s.low_at(end) in _GOVERNMENTS:
            end = before.last if before is not None and governing else end + 1
            land = s.taken.get(end)
            return land.last if land is not None and land.type is EntityType.JURISDICTION else end
        if s.text_at(end) in self.k.words("state-nouns"):
            end += 1
        named = s.taken.get(end)
        if named is not None and named.type is EntityType.JURISDICTION and not named.adjective and named.first >= i:
            return named.last
        return end if end > i + 1 else i

    def _has_portfolio(self, role: RoleNoun) -> bool:
        """Whether a field is part of such a title: „Minister für Digitales“, not „Projektleiter für …“."""
        kinds = self.k.body_kinds(role.iri)
        if role.name.endswith(tuple(self.k.words("subordinate-roles"))):
            return False
        return not kinds or "Government" in kinds or kinds <= _LOCAL_BODIES

    def _body_follows(self, s: Sentence, j: int) -> bool:
        if s.text_at(j) in self.k.words("state-nouns"):
            return True
        if s.text_at(j) in self.k.words("municipality-nouns"):
            j += 1
        taken = s.taken.get(j)
        return taken is not None and taken.type in BODY_TYPES

    @staticmethod
    def _noun_follows(s: Sentence, j: int) -> bool:
        return j + 1 < len(s.tokens) and s.tokens[j].text[:1].isupper() and s.lower[j + 1] in {",", "und"}

    def _bodies(self, s: Sentence, a: Argument) -> None:
        role = a.role
        if role is None:
            return
        role.holders.clear()
        reach = {a.last - 1, self._board(s, a)}
        short = s.text_at(a.last) == "(" and s.text_at(a.last + 2) == ")" and s.text_at(a.last + 1).isupper()
        beyond = a.last + 3 if short and s.low_at(a.last + 3) in {"der", "des"} else -1
        if role.name == _PROJECT_LEAD:
            # „Leiterin des Projekts E-Akte bei der Stadt Ulm“
            reach |= {b.last - 1 for b in s.arguments if b.head == a.last - 1 and b.type in WORKS}
        for other in sorted(s.arguments, key=lambda x: x.first):
            if other.draft is None or other.type not in BODY_TYPES or other.adjective:
                continue
            if other.first < a.last or (role.iri == _AT_THE_BUND and other.marker == "in"):
                # „Bevollmächtigte des Landes beim Bund in Berlin“: where that is, and of no body there
                continue
            if other.marker == "in" and other.type in PLACES and role.owned and role.weak:
                # „Seine frühere Chefin in Thüringen“: where somebody was whose chief she is
                continue
            if other.marker == "in" and s.low_at(a.last - 1) == "bund" and a.last - a.first > 1:
                # „Bevollmächtigte beim Bund in Berlin“: where the Land is represented
                continue
            if beyond > 0 and beyond in {other.begin, other.first - 1} and "g" in other.cases and not role.bodies:
                # „Chief Digital Officer (CDO) des Klinikums Ulm“
                role.bodies.append(other.draft)
            if other.head in reach and (other.marker in {"gen", "von", "in", "bei", "an"} or other.cases == "g"):
                if other.draft not in role.bodies:
                    role.referred = role.referred or (other.reference and not role.bodies)
                    role.bodies.append(other.draft)
                reach.add(other.last - 1)
        if not role.bodies and s.text_at(a.first - 1) == "(" and s.text_at(a.last) == ",":
            # „Udo Frings (CDO, Kreis Soest)“
            inside = (b for b in s.arguments if b.first - a.last in {1, 2} and s.text_at(b.last) == ")")
            role.bodies += [b.draft for b in inside if b.draft is not None and b.type in BODY_TYPES and not b.adjective]
        end = max(reach) + 1
        if end > a.last and " ".join(s.lower[end : end + 4]).startswith(_RETIRED):
            # „Direktor des Landtags a. D.“
            role.status = Status.FORMER
        own = s.lower[a.begin] if 0 <= a.begin < len(s.lower) else ""
        if not role.bodies and own.startswith(("mein", "unser")) and self.cast.body is not None:
            role.bodies.append(self.cast.body)
        if role.owned and role.weak and not role.bodies:
            # „dessen Referentin“, „deren Chef“: the owner is the body
            owner = next(
                (o.draft for o in s.arguments if o.reference and a.first <= o.head < a.last and o.draft is not None),
                None,
            )
            owner = _before_relative(s, a) if owner is None else owner
            if owner is not None and owner.type in BODY_TYPES:
                role.bodies.append(owner)
        if s.lower[a.first].startswith("landes-") and any(
            d.type is EntityType.JURISDICTION and d is not self.cast.home for d in role.bodies
        ):
            # „Hessens Landes-CIO“: the Land that is named, and not the one that the article is about
            role.bodies[:] = [d for d in role.bodies if d is not self.cast.home]
        self._of_chancellery(s, a, role)
        # coordinated titles share what follows the last of them: „CIO und CDO des Landes“
        if not role.bodies:
            others = [b for b in s.arguments if b.role is not None and b is not a]
            follower = next((b for b in others if self._joined(s, a, b)), None)
            if follower is not None:
                self._share(s, a, follower)
            leader = next((b for b in others if self._joined(s, b, a) and s.lower[a.first - 1] in COORDINATORS), None)
            if not role.bodies and leader is not None and leader.role is not None:
                role.bodies += self._possible(role, leader.role.bodies)

    def _of_chancellery(self, s: Sentence, a: Argument, role: RoleNoun) -> None:
        """„Chef der sächsischen Staatskanzlei“: an office of its own, whatever stands before the noun."""
        if role.name not in _HEADS or not role.bodies or s.low_at(a.last) != "der":
            return
        noun = next((n for n in CHANCELLERIES if n in role.bodies[0].name.lower()), None)
        named = next((b for b in s.arguments if b.draft is role.bodies[0] and b.head == a.last - 1), None)
        if noun is not None and named is not None and any(noun in s.lower[i] for i in range(named.first, named.last)):
            role.iri = CHANCELLERIES[noun]
            role.name = self.k.roles_by_iri[role.iri].name

    def _board(self, s: Sentence, a: Argument) -> int:
        """„Vorsitzender des Verwaltungsrats von …“: what hangs on the board is the body of its chair."""
        if s.low_at(a.last) in {"des", "der", "im", "vom"}:
            noun = s.text_at(a.last + 1)
            if noun.removesuffix("s").removesuffix("e") in self.k.words("boards"):
                return a.last + 1
        return a.last - 1

    def _share(self, s: Sentence, a: Argument, follower: Argument) -> None:
        if a.role is None or follower.role is None:
            return
        if not follower.role.bodies:
            self._bodies(s, follower)
        a.role.bodies += self._possible(a.role, follower.role.bodies)

    def _possible(self, role: RoleNoun, bodies: Sequence[Draft]) -> list[Draft]:
        """Bodies of a title beside it that can have such an office: no town has a Verbandsvorsteher."""
        kinds = self.k.body_kinds(role.iri)
        return [d for d in bodies if not kinds or d.kind in kinds or d.kind not in TOWNS]

    def _joined(self, s: Sentence, a: Argument, b: Argument) -> bool:
        """„CIO und CDO“, „CIO, CDO“: two titles side by side, and not „Bürgermeisterin, zuvor Stadträtin“."""
        between = s.lower[a.last : b.first]
        beside = a.last <= b.first and 0 < len(between) <= 3 and between[0] in COORDINATORS | {","}
        aside = any(s.text_at(i) in self.k.words("side-offices") for i in range(a.last, b.first))
        if a.role is not None and a.role.owned and a.role.is_deputy and between[:1] == [","]:
            # „seine Stellvertreterin, die Celler Landrätin Anna Weber“: whose deputy she is, is told by „seine“
            return False
        return beside and not aside and self.k.words("former-adverbs").isdisjoint(between)


def it_head_of(title: str, noun: str) -> str:
    """„IT-Leiter“, or „EDV-Leiter“ where what somebody heads is called so."""
    return _OF_EDV if noun == "EDV" else title


def _says_who_is(s: Sentence, title: Argument, clause: Clause) -> bool:
    """„das LSI, dessen Chef Jens Ott werden soll“, not „…, dessen Chef Jens Ott zu Gast war“."""
    lemmas = {lemma for lemma, _, _ in clause.lemmas}
    name = s.taken.get(title.last)
    last = title.last if name is None else name.last
    more = any(s.text_at(i)[:1].isupper() and i not in s.dated for i in clause.tokens if i >= last)
    return lemmas <= COPULA_LEMMAS and not (more and "werden" not in lemmas)


def _before_relative(s: Sentence, title: Argument) -> Draft | None:
    """„das LSI, dessen Chef Jens Ott …“, „die Kommune (KDO), deren Chefin …“: the body right before the comma."""
    at = title.begin if title.begin >= 0 else title.first
    at = at if s.low_at(at) in _RELATIVE else at - 1
    genders = _RELATIVE.get(s.low_at(at))
    if genders is None or s.text_at(at - 1) != ",":
        return None
    named = s.taken.get(at - 3 if s.text_at(at - 2) == ")" else at - 2)
    body = None if named is None or named.adjective else named.draft
    clause = s.clauses[title.clause] if 0 <= title.clause < len(s.clauses) else None
    if named is None or body is None or body.type is not EntityType.ORGANISATION or clause is None:
        return None
    if _says_who_is(s, title, clause):
        return None
    agrees = any(gender in body.genders for gender in genders)
    return body if agrees or (not body.genders and (named.head < 0 or named.marker not in _INNER)) else None
