"""Places of which the holder of a title is not: where something happens, whom one visits, what one praises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.offices.lands import LANDS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence, Set

    from govgraph.extract.state import Argument, Draft, Sentence

_OWNED = frozenset({"gen", "von"})
_THE = frozenset({"dem", "den"})


class VisitedPlaces:
    """Tells which places behind who acts are only where that happens, or what it is done to.

    Args:
        words: Gives the forms of a word list.
    """

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        self._of_guests = words("verbs-of-guests") | words("thanking-verbs") | words("helping-verbs")
        self._anywhere = words("public-speech-verbs") | words("verbs-of-ceremonies")
        self._events = tuple(words("event-report-kickers"))

    def is_visited(self, s: Sentence, title: Argument, place: Argument, *, land: bool = False) -> bool:
        """„CDO Anna Weber besuchte die Stadt Ulm“, „… sprach in Ulm“; not „… will die Stadt Ulm papierlos machen“.

        Args:
            s: The sentence.
            title: The title of who acts.
            place: The place.
            land: Whether the title is rather one of a Land, whose holder does everything somewhere.
        """
        if not _is_by_name(s, title) or not _is_behind_subject(s, title, place):
            return False
        clause = s.clauses[title.clause] if 0 <= title.clause < len(s.clauses) else None
        lemmas = clause.verbs if clause is not None else set()
        if not lemmas.isdisjoint(self._of_guests):
            return True
        if place.head >= 0 and s.low_at(place.head).endswith(self._events):
            return True
        if place.marker == "für" or (place.head >= 0 and place.marker in _OWNED):
            # „erläuterte die Strategie der Stadt Ulm“, „nahm für die Stadt Ulm den Preis entgegen“
            return False
        at_event = clause is not None and any(s.lower[i].endswith(self._events) for i in clause.tokens)
        scene = place.marker == "in" and place.head < 0
        return not lemmas.isdisjoint(self._anywhere) or (scene and (land or at_event))

    def is_only_visited(
        self, s: Sentence, title: Argument | None, town: Draft, named: Sequence[tuple[int, Draft]]
    ) -> bool:
        """Whether somebody is or goes where a town is named, and the article names it there alone."""
        if title is None:
            return False
        here = [a for a in s.arguments if a.draft is town and not a.adjective]
        visited = all(self.is_visited(s, title, a) for a in here)
        return bool(here) and visited and sum(d is town for _, d in named) == len(here)


def only_praised(
    sentences: Sequence[Sentence], named: Sequence[tuple[int, Draft]], praising: Set[str]
) -> Iterator[Draft]:
    """„In Köln sprach Staatssekretär A. Der CIO lobte das Land Hessen“: Länder of which somebody only speaks.

    Args:
        sentences: The article.
        named: Its bodies and places, with their offsets.
        praising: Lemmas of verbs of praise and blame.
    """
    said: dict[int, tuple[Draft, int]] = {}
    for s in sentences:
        for a in s.arguments:
            if a.draft is None or a.draft.kind not in LANDS or a.adjective or a.head >= 0 or a.marker != "np":
                continue
            clause = s.clauses[a.clause] if 0 <= a.clause < len(s.clauses) else None
            talks = clause is not None and not praising.isdisjoint(clause.verbs)
            if talks and _is_behind_another(s, a):
                said[id(a.draft)] = a.draft, said.get(id(a.draft), (a.draft, 0))[1] + 1
    for land, times in said.values():
        if times == sum(d is land or d.jurisdiction is land for _, d in named):
            yield land


def _is_behind_subject(s: Sentence, title: Argument, place: Argument) -> bool:
    """„CDO Anna Weber besuchte die Stadt Ulm“; not „Den CDO Jens Ott besuchte die Stadt Ulm“."""
    acts = "n" in title.cases and s.low_at(title.begin - 1) not in _THE and s.low_at(title.begin) not in _THE
    return place.first > title.first and place.clause == title.clause and (acts or not place.nominative)


def _is_by_name(s: Sentence, title: Argument) -> bool:
    """„CDO Anna Weber“: whether a title stands right before the name of a person."""
    name = s.taken.get(title.last)
    return name is not None and name.type is EntityType.PERSON


def _is_behind_another(s: Sentence, a: Argument) -> bool:
    """„Der CIO lobte das Land“: whether a title or name that can be the subject stands before it in its clause."""
    before = (b for b in s.arguments if b.clause == a.clause and b.last <= a.first and b is not a)
    return any("n" in b.cases and b.marker == "np" and (b.role or b.type is EntityType.PERSON) for b in before)
