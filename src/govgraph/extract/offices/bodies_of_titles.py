"""Bodies that hang on titles: „CIO und CDO des Landes“, „der CIO Hessen“, „das LSI, dessen Chef …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.offices.post_titles import as_post
from govgraph.extract.offices.title_adjectives import HEAD, RETIRED
from govgraph.extract.state import BOARDS, BODY_TYPES, PLACES, WORKS, Argument, RoleNoun
from govgraph.language.grammar import (
    COORDINATORS,
    COPULA_LEMMAS,
)
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.names.naming import Cast
    from govgraph.extract.state import Clause, Draft, Sentence

_CHARGED = frozenset({"verantwortliche", "verantwortlicher", "zuständige", "zuständiger"})
_TIMES = frozenset({"dahin", "gestern", "jeher", "kurzem", "langem", "neuem", "neuestem"})
"""Words that are a time by themselves after „bis“, „vor“ or „seit“."""
_GOVERNING = frozenset({"Federation", "Government", "Ministry", "State"})
_INNER = frozenset({"an", "bei", "gen", "in", "von"})
"""Markers of a body around what another noun names."""
_RELATIVE = {"dessen": "mn", "deren": "fp"}
"""Relative pronouns that own what follows, with the genders of what they stand for."""
_AT_THE_BUND = "https://w3id.org/govgraph/id/role/bevollmaechtigter-beim-bund"
CHANCELLERIES = {
    "bundeskanzleramt": "https://w3id.org/govgraph/id/role/chef-des-bundeskanzleramtes",
    "senatskanzlei": "https://w3id.org/govgraph/id/role/chef-der-senatskanzlei",
    "staatskanzlei": "https://w3id.org/govgraph/id/role/chef-der-staatskanzlei",
}
"""Offices of those who head a chancellery, by its noun."""
HEADS = frozenset({"Chef", HEAD})
PROJECT_LEAD = "Projektleiter"


class BodiesOfTitles:
    """Gives titles the bodies that hang on them.

    Args:
        knowledge: Compiled vocabulary.
        cast: Entities of the article.
    """

    def __init__(self, knowledge: Knowledge, cast: Cast) -> None:
        self.k = knowledge
        self.cast = cast
        self._aside = (
            knowledge.words("side-offices") | knowledge.words("time-nouns") | knowledge.words("ends-of-service")
        )

    def give(self, s: Sentence) -> None:
        """Give every title of the sentence the bodies that hang on it."""
        named = self.k.words("posts-before-titles")
        for argument in s.arguments:
            if argument.role is not None:
                timed = argument.marker == "seit" and argument.introduced_by
                if (
                    timed
                    or _is_charged(s, argument)
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

    def _bodies(self, s: Sentence, a: Argument) -> None:
        role = a.role
        if role is None:
            return
        role.holders.clear()
        reach = {a.last - 1, self._board(s, a)}
        short = s.text_at(a.last) == "(" and s.text_at(a.last + 2) == ")" and s.text_at(a.last + 1).isupper()
        beyond = a.last + 3 if short and s.low_at(a.last + 3) in {"der", "des"} else -1
        if role.name == PROJECT_LEAD:
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
        if end > a.last and " ".join(s.lower[end : end + 4]).startswith(RETIRED):
            # „Direktor des Landtags a. D.“
            role.status = Status.FORMER
        own = s.lower[a.begin] if 0 <= a.begin < len(s.lower) else ""
        if not role.bodies and own.startswith(("mein", "unser")) and self.cast.body is not None:
            role.bodies.append(_board_before(s, a) or self.cast.body)
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
        if role.name not in HEADS or not role.bodies or s.low_at(a.last) != "der":
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
        return [d for d in bodies if not kinds or d.kind in kinds or d.kind not in TOWNS | _GOVERNING]

    def _joined(self, s: Sentence, a: Argument, b: Argument) -> bool:
        """„CIO und CDO“, „CIO, CDO“: two titles side by side, and not „Bürgermeisterin, zuvor Stadträtin“."""
        between = s.lower[a.last : b.first]
        beside = a.last <= b.first and 0 < len(between) <= 3 and between[0] in COORDINATORS | {","}
        aside = any(s.text_at(i) in self.k.words("side-offices") for i in range(a.last, b.first))
        if a.role is not None and a.role.owned and a.role.is_deputy and between[:1] == [","]:
            # „seine Stellvertreterin, die Celler Landrätin Anna Weber“: whose deputy she is, is told by „seine“
            return False
        return beside and not aside and self.k.words("former-adverbs").isdisjoint(between)


def _board_before(s: Sentence, title: Argument) -> Draft | None:
    """„Dann falle ich aus dem Verwaltungsrat, und mein Stellvertreter …“: the board on which somebody is deputed."""
    if title.role is None or not title.role.is_deputy:
        return None
    boards = [a for a in s.arguments if a.draft is not None and a.draft.kind in BOARDS and a.last <= title.first]
    return max(boards, key=lambda a: a.last).draft if boards else None


def _is_charged(s: Sentence, a: Argument) -> bool:
    """„Jens Ott, für Digitales zuständiger Staatssekretär“: the preposition is one of the adjective before it."""
    return a.marker == "für" and s.low_at(a.first - 1) in _CHARGED and s.low_at(a.first - 2) != "den"


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


def _says_who_is(s: Sentence, title: Argument, clause: Clause) -> bool:
    """„das LSI, dessen Chef Jens Ott werden soll“, not „…, dessen Chef Jens Ott zu Gast war“."""
    lemmas = clause.verbs
    name = s.taken.get(title.last)
    last = title.last if name is None else name.last
    more = any(s.text_at(i)[:1].isupper() and i not in s.dated for i in clause.tokens if i >= last)
    return lemmas <= COPULA_LEMMAS and not (more and "werden" not in lemmas)
