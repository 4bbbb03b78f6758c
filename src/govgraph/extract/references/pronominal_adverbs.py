"""What adverbs stand for that point back at a thing or a place: „arbeitet damit“, „dafür zuständig“, „dort“, „wo“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.references.antecedents import Antecedents
from govgraph.extract.references.pronoun_clauses import (
    clause_at,
)
from govgraph.extract.references.seats import seated_in
from govgraph.extract.state import PLACES, Argument
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.references.discourse import Discourse, Mention
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Draft, Sentence

OF_THERE = frozenset({"dortige", "dortigem", "dortigen", "dortiger", "dortiges"})
"""Forms of the adjective for what is in the place that was named last."""
_MOVED_TO = 1.2
"""How well a place fits „dort“ to which somebody has moved in the same sentence."""
_RIGHT_BEFORE = 1.7
"""How well a place fits „dort“ that stands right before its colon."""
_TOPICS = frozenset(
    {
        EntityType.SYSTEM, EntityType.SERVICE, EntityType.PROGRAMME, EntityType.LAW, EntityType.DOCUMENT,
        EntityType.EVENT,
    }
)  # fmt: skip
_SCENES = frozenset({EntityType.ORGANISATION, EntityType.MUNICIPALITY, EntityType.JURISDICTION, EntityType.EVENT})
_SCENE_MARKERS = frozenset({"in", "an", "bei", "auf", "zu"})
_WORKING = frozenset({"er", "ich", "sie"})
"""Pronouns after „wo“ for whoever does something there."""
_VISITING = _WORKING | {"man", "wir"}


class PronominalAdverbs:
    """Finds what „damit“, „dafür“, „dort“ and „wo“ stand for.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
        antecedents: What stands beside a pronoun.
    """

    def __init__(self, tools: Tools, discourse: Discourse, antecedents: Antecedents) -> None:
        self._slots = tools.slots
        self._discourse = discourse
        self._antecedents = antecedents
        self._moving = tools.knowledge.words("moving-verbs")

    def with_thing(self, s: Sentence, i: int, marker: str) -> None:
        """„arbeitet schon damit“, „dafür zuständig“: the thing last spoken of that the clause can take so."""
        clause = clause_at(s, i)
        following = s.clauses[s.clause_of[i] + 1] if s.clause_of and s.clause_of[i] + 1 < len(s.clauses) else None
        if s.text_at(i + 1) == "," and following is not None and following.kind in {"sub", "infinitive"}:
            return  # „dafür, dass …“ points ahead
        if clause.opener == s.lower[i]:
            return
        expected = self._slots.expected(s, clause, marker)
        if not expected:
            return
        number = s.clause_of[i] if s.clause_of else 0

        def quality(ago: int, m: Mention) -> float | None:
            if m.rank == 0 or (ago == 0 and m.clause == number) or m.draft.type not in expected:
                return None
            if m.draft.type is EntityType.ORGANISATION:
                return 0.0 if marker in {"zu", "an", "in"} and m.draft.kind != "Party" else None
            if marker == "bei" and m.draft.type not in {EntityType.EVENT, EntityType.PROGRAMME}:
                return None
            if m.draft.type not in _TOPICS:
                return None
            late = ago == 0 and m.clause == max(n.clause for n in self._discourse.current if n.clause != number)
            return 0.7 if late else 0.3

        usable = expected if marker in {"mit", "auf", "von"} else ()
        found = self._discourse.best(1, quality) or self._discourse.about(
            "mfn", usable, self._antecedents.beside(s, number)
        )
        if found is not None:
            argument = Argument(i, i + 1, found, marker=marker, cases="ad", begin=i, reference=True)
            if s.text_at(i - 1)[:1].isupper() and i - 1 not in s.taken and i > 1:
                argument.head = i - 1
            s.arguments.append(argument)
            s.taken[i] = argument

    def there(self, s: Sentence, i: int) -> None:
        """„dort“, „wo“: the body, place or event last spoken of."""
        relative = s.lower[i] == "wo"
        if relative and s.text_at(i - 1) != ",":
            return
        clause = s.clause_of[i] if s.clause_of else 0
        expected = self._slots.expected(s, clause_at(s, i), "in")
        opening = s.text_at(i - 1) in {":", ";", "–"} or (
            # „Das Jugendamt arbeitet ohne Papier, dort läuft …“
            s.text_at(i - 1) == "," and bool(s.clauses) and s.clauses[clause].kind == "main"
        )

        def quality(ago: int, m: Mention) -> float | None:
            if m.draft.type not in _SCENES or not m.draft.name or m.rank == 0:
                return None
            if ago == 0 and m.last == i - 1 and after_place(s, i):
                # „Nicht so Jever: Dort …“
                return _RIGHT_BEFORE
            if ago == 0 and m.clause == clause:
                return None
            if relative and (ago or not _follows(s, m.last, i - 1)):
                return None
            fit = 0.3 if m.draft.type in expected else 0.0
            if ago == 0 and m.marker == "nach" and self._is_moved_to(s, m):
                return fit + _MOVED_TO
            if ago == 0 and m.rank >= 0.9:
                # „Lübeck geht eigene Wege: Dort …“
                fit += 0.3 if opening else -0.6
            return fit + (0.9 if m.marker in _SCENE_MARKERS and m.rank >= 0.4 else 0.0)

        found = self._discourse.best(1, quality)
        if relative and s.low_at(i + 1) in _WORKING:
            found = seated_in(s, i, found) or found
        # „war in Gera und Jena. Dort startete sie X“: what a visitor does there
        visited = relative or s.low_at(i + 2) in _VISITING
        places = [found] if found is not None else [] if visited else self._side_by_side(clause, expected)
        for place in places:
            marker = "auf" if place.type is EntityType.EVENT else "in"
            group = 4000 + i if len(places) > 1 else -1
            argument = Argument(i, i + 1, place, marker=marker, cases="d", begin=i, group=group, reference=True)
            s.arguments.append(argument)
            s.taken[i] = argument

    def of_there(self, s: Sentence, i: int) -> None:
        """„Lob gibt es für Ulm. Das dortige Bürgerkonto …“: the only town of this sentence or the one before."""
        for line in (self._discourse.current, *self._discourse.lines[-1:]):
            towns = dict.fromkeys(m.draft for m in line if m.draft.type is EntityType.MUNICIPALITY and m.rank > 0)
            if len(towns) > 1:
                return
            for town in towns:
                argument = Argument(i, i + 1, town, marker="gen", cases="g", begin=i, reference=True, adjective=True)
                s.arguments.append(argument)
                s.taken[i] = argument
                return

    def _side_by_side(self, clause: int, expected: frozenset[EntityType]) -> list[Draft]:
        """„In Gera und Jena läuft VOIS. Dort …“: the places that stand joined, where no other was spoken of."""
        earlier = [m for m in self._discourse.current if m.clause != clause]
        for line in (earlier, *self._discourse.lines[-1:]):
            towns = [m for m in line if m.draft.type in PLACES and m.draft.name and m.rank > 0]
            if towns:
                joined = len({m.group for m in towns}) == 1 and all(m.marker in _SCENE_MARKERS for m in towns)
                fits = joined and all(m.draft.type in expected for m in towns)
                return list(dict.fromkeys(m.draft for m in towns)) if fits else []
        return []

    def _is_moved_to(self, s: Sentence, m: Mention) -> bool:
        """„X ist nach Nürnberg gegangen, sie leitet dort …“: where somebody has gone, if it is no body in a town."""
        if not 0 <= m.clause < len(s.clauses):
            return False
        bodies = (a for a in s.arguments if a.clause == m.clause and a.marker == "zu")
        return not self._moving.isdisjoint(s.clauses[m.clause].verbs) and not any(bodies)


def after_place(s: Sentence, i: int) -> bool:
    """„Nicht so Jever: Dort …“, „Anders in Leer: Hier …“: whether a place stands right before the colon."""
    before = s.taken.get(i - 2) if s.text_at(i - 1) == ":" else None
    return before is not None and before.type in PLACES and not before.adjective


def _follows(s: Sentence, first: int, last: int) -> bool:
    """„aus Gera zu hören, wo …“: between the place and the comma stand only verbs and the like."""
    return last - first <= 4 and all(s.tokens[j].text[0].islower() and j not in s.taken for j in range(first, last))
