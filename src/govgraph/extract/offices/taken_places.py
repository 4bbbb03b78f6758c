"""Places that an article names with somebody else's title only: „A ist CIO. … die saarländische CIO B“."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.offices.lands import LANDS
from govgraph.extract.offices.named_bodies import TOWNS
from govgraph.extract.state import BOARDS, only_one
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Argument, Draft, RoleNoun, Sentence

_ONE_EACH = ("CIO", "minister")
"""Ends of titles that one person of a government has."""
_AFTER_ONE = ("amtsnachfolg", "amtsvorgäng", "nachfolg", "vorgäng")
_SINCE = frozenset({"heute", "inzwischen", "jetzt", "mittlerweile", "nun", "nunmehr"})
_ARTICLES = frozenset({"der", "die", "ein", "eine"})
_THEM = frozenset({"ihn", "sie"})
_TWO = 2
_OF_GOVERNMENTS = ("amtschef", "minister", "senator", "staatsrat", "staatssekretär")
"""Ends of titles, in small letters, that there are in every government."""


class TakenPlaces:
    """Tells which places are those of others.

    Args:
        sentences: Sentences of the article.
        named: Bodies and places in the order in which the article names them, with their offsets.
        head_end: Where the title of the article ends.
        words: Word lists, by name.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        named: Sequence[tuple[int, Draft]],
        head_end: int,
        words: Callable[[str], frozenset[str]],
    ) -> None:
        self._sentences = sentences
        self._heads = words("town-heads")
        self._following = words("succeeding-verbs")
        self._going, self._coming = words("leaving-verbs"), words("coming-verbs") | {"kommen"}
        self._handing, self._posts = words("handing-over-verbs"), words("posts-left")
        self._named = named
        self._head_end = head_end

    def is_anothers(self, s: Sentence, role: RoleNoun, person: Draft, land: Draft) -> bool:
        """„A ist CIO. B war CIO im Saarland“: whether a Land is named with another one's same title, and nowhere else.

        A new CIO comes after another one of that Land, and so does whoever the other title names as well.
        """
        if role.status is not None or land.kind not in LANDS:
            return False
        own = [at for at, d in self._named if d is land or d.jurisdiction is land]
        if not own or own[0] < self._head_end:
            return False
        return all(self._is_of_other_title(s, at, role, person, land) for at in own)

    def _is_of_other_title(self, s: Sentence, at: int, role: RoleNoun, person: Draft, land: Draft) -> bool:
        """Whether the sentence at an offset gives somebody else the same title in a Land, and tells of nobody else."""
        there = self._sentence(at)
        people = [a.draft for a in there.arguments if a.type is EntityType.PERSON]
        if there is s or not people or person in people:
            return False
        if any(a.draft in people for a in s.arguments if a.type is EntityType.PERSON):
            # „Vor ihr war B CIO“: one tells of the other
            return False
        others = [a.role for a in there.arguments if a.role is not None and _is_same(a.role, role)]
        return any(
            land in other.bodies and other.status is None and not other.plural and person not in other.holders
            for other in others
        )

    @staticmethod
    def beside(s: Sentence, role: RoleNoun, person: Draft) -> Draft | None:
        """„Für den früheren CIO A kommt B, CIO der Stadt Köln“: the town that the same title of another has here."""
        others = [a.role for a in s.arguments if a.role is not None and a.role is not role and _is_same(a.role, role)]
        others = [other for other in others if person not in other.holders]
        return only_one(d for other in others for d in other.bodies if d.kind in TOWNS)

    def fits(self, s: Sentence, role: RoleNoun, person: Draft, land: Draft) -> Draft | None:
        """The Land that was guessed, unless it is another one's; the town that another has by the same title instead.

        So it is of who went before, and where the article does not name the Land at all. A town or district is not
        kept where somebody else only went there.
        """
        if land.kind in TOWNS and not role.bodies:
            apart = self._is_only_visited(land, role, person) or self._is_beside_another_post(s, role, person, land)
            return None if apart else land
        if land.kind not in LANDS or role.bodies:
            return land
        town = None if land.mentions else self.beside(s, role, person)
        if town is not None and town.type is EntityType.MUNICIPALITY:
            return town if role.status is Status.FORMER else None
        if self._is_second_beside(s, role, person):
            return None
        return None if self.is_anothers(s, role, person, land) or self._is_told_of_later(s, land) else land

    def _is_second_beside(self, s: Sentence, role: RoleNoun, person: Draft) -> bool:
        """„Innenministerin A sprach mit Innenminister B“: a second one of a kind of which every government has one.

        One may follow the other: „Auf Innenministerin A folgte Innenminister B“.
        """
        title = s.title(role)
        if title is None or not role.name.endswith(_ONE_EACH) or role.status is not None or role.plural:
            return False
        others = [a for a in s.arguments if a.role is not None and a.last <= title.first and _is_same(a.role, role)]
        others = [a for a in others if a.role and a.role.holders and person not in a.role.holders]
        if not others or any(a.role is not None and (a.role.status is not None or a.role.plural) for a in others):
            return False
        lemmas = {lemma for clause in s.clauses for lemma, _, _ in clause.lemmas}
        if any(self._goes_for(s, a, title) for a in others):
            return False
        return lemmas.isdisjoint(self._following) and not any(low.startswith(_AFTER_ONE) for low in s.lower)

    def _goes_for(self, s: Sentence, other: Argument, title: Argument) -> bool:
        """„CIO A geht, CIO B kommt“, „CIO A übergibt das Amt an CIO B“: whether one holder goes and the next comes."""
        one, next_one = s.verbs_of(other.clause), s.verbs_of(title.clause)
        if other.clause != title.clause:
            return not one.isdisjoint(self._going) and not next_one.isdisjoint(self._coming)
        if title.marker != "an" or one.isdisjoint(self._handing) or not 0 <= title.clause < len(s.clauses):
            return False
        return any(s.text_at(i) in self._posts for i in s.clauses[title.clause].tokens)

    def _is_only_visited(self, town: Draft, role: RoleNoun, person: Draft) -> bool:
        """„Landrätin A sprach in Kassel. Landrat B …“: a town that is only where another mayor or Landrat went."""
        if role.name not in self._heads:
            return False
        own = [at for at, d in self._named if d is town or self._gives_name(d, town)]
        if not own or own[0] < self._head_end:
            return False
        return all(self._is_visit(at, person) for at in own)

    @staticmethod
    def _gives_name(other: Draft, district: Draft) -> bool:
        """Whether a district is called after a town: „Landkreis Kassel“."""
        return district.kind == "District" and other.kind == "Municipality" and other.name in district.names

    def _is_visit(self, at: int, person: Draft) -> bool:
        """Whether a town at an offset is where a titled head of another town acts, who is somebody else."""
        s = self._sentence(at)
        if any(a.draft is person for a in s.arguments):
            return False
        place = next((a for a in s.arguments if s.starts[a.first] == at), None)
        if place is None or place.adjective or place.marker not in {"in", "nach"} or place.head >= 0:
            return False
        return any(
            a.role is not None and a.role.name in self._heads and not a.role.bodies and a.clause == place.clause
            for a in s.arguments
            if a.last <= place.begin
        )

    def _is_beside_another_post(self, s: Sentence, role: RoleNoun, person: Draft, district: Draft) -> bool:
        """Below „Kassel: …“, „Vorsitzende der Versammlung ist Landrätin A“: the district of a headline's town alone.

        What the sentence tells is another post of hers, and no district is named.
        """
        if district.kind != "District" or district.mentions:
            return False
        towns = [at for at, d in self._named if self._gives_name(d, district)]
        others = [a.role for a in s.arguments if a.role is not None and a.role is not role]
        told = any(other.bodies and (not other.holders or person in other.holders) for other in others)
        return told and all(at < self._head_end for at in towns)

    def _sentence(self, at: int) -> Sentence:
        return self._sentences[bisect_right(self._sentences, at, key=lambda other: other.start) - 1]

    def _is_told_of_later(self, s: Sentence, land: Draft) -> bool:
        """„A ist CIO. Sein Geld bei der Stadt Ulm reicht. Auch Hessen spart“: a Land once, after a town of another."""
        own = [at for at, d in self._named if d is land or d.jurisdiction is land]
        if len(own) != 1 or own[0] < s.end:
            return False
        return any(
            s.end <= at < own[0] and d.kind in TOWNS and d.jurisdiction is not None and d.jurisdiction is not land
            for at, d in self._named
        )


def _is_same(one: RoleNoun, other: RoleNoun) -> bool:
    """Whether two titles are one, by their role or, where they have none, by their form."""
    return one.iri == other.iri if other.iri is not None else one.name == other.name


def town_sat_for(s: Sentence, title: Argument) -> Draft | None:
    """„Im Beirat der FITKO vertritt Amtsleiterin A die Stadt Köln“: the town for which the holder of a title sits."""
    if not 0 <= title.clause < len(s.clauses):
        return None
    here = [a for a in s.arguments if a.clause == title.clause and a.draft is not None and not a.adjective]
    sits = "vertreten" in s.clauses[title.clause].verbs
    board = any(a.marker == "in" and a.draft is not None and a.draft.kind in BOARDS for a in here)
    if not (sits and board):
        return None
    return only_one(a.draft for a in here if a.draft and a.draft.kind in TOWNS and a.marker == "np" and a.head < 0)


def is_since_then(s: Sentence, role: RoleNoun) -> bool:
    """„Ihre Vorgängerin A ist jetzt Ministerin“: a bare title in a government that somebody has got since, anywhere.

    So is „…, die heute Staatssekretärin ist“; not „ist seit heute Minister“.
    """
    title = s.title(role)
    if title is None or role.bodies or not 0 <= title.clause < len(s.clauses):
        return False
    if not role.name.lower().endswith(_OF_GOVERNMENTS):
        return False
    clause = s.clauses[title.clause]
    being = clause.verbs == {"sein"} and in_present(s, clause)
    now = s.low_at(title.begin - 1) in _SINCE and s.low_at(title.begin - _TWO) != "seit"
    bare = s.low_at(title.first - 1) not in _ARTICLES
    return being and now and bare


def goes_along(s: Sentence, role: RoleNoun) -> bool:
    """„Bundesminister A kam nach Hannover. Staatssekretär B begleitete ihn“: of where B is, the place says nothing."""
    title = s.title(role)
    if title is None or role.bodies or not 0 <= title.clause < len(s.clauses):
        return False
    verbs = [at for lemma, at, _ in s.clauses[title.clause].lemmas if lemma == "begleiten"]
    people = [a for a in s.arguments if a.type is EntityType.PERSON and a.draft not in role.holders]
    beside = {i for a in people if a.marker == "np" and a.head < 0 for i in (a.begin, a.first)}
    return any(s.low_at(at + 1) in _THEM or at + 1 in beside for at in verbs)
