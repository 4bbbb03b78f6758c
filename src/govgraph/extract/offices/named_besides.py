"""Towns and Länder that an article names only beside its own: an example, who does the same, somebody's neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.state import BODY_TYPES, PLACES
from govgraph.language.grammar import INDEFINITE
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_ALSO = frozenset({"auch", "ebenso", "selbst", "sogar"})
_LIKE = frozenset({"als", "wie"})
_BEFORE_LIKE = frozenset({"ähnlich", "anders", "ebenso", "genauso"})
_HEAD = frozenset({BlockKind.KICKER, BlockKind.TITLE})
_HAD = frozenset({"hatte", "hatten", "war", "waren"})
_NOT = frozenset({"nicht", "kaum", "noch"})


class NamedBesides:
    """Tells which places are so far only examples or followers.

    Args:
        knowledge: Compiled vocabulary.
        sentences: Sentences of the article.
        titled_town: Whether the title of the article names a town.

    Attributes:
        head_end: Where the title of the article ends.
    """

    def __init__(self, knowledge: Knowledge, sentences: Sequence[Sentence], *, titled_town: bool) -> None:
        self._titled_town = titled_town
        self._following = knowledge.words("joining-verbs")
        self._examples = knowledge.words("example-nouns")
        self._guests = knowledge.words("guest-words")
        self._other = tuple(knowledge.words("firsts-of-other-things"))
        self.head_end = max((s.end for s in sentences if s.kind in _HEAD), default=0)
        self._besides: dict[int, int] = {}
        self._doing: dict[int, int] = {}
        self._own: dict[int, int] = {}
        self._titled: dict[str, list[tuple[int, Draft]]] = {}
        for s in sentences:
            self._note_titles(s)
            if not any(a.type in PLACES for a in s.arguments):
                continue
            for a in s.arguments:
                if a.type in PLACES and a.draft is not None and not a.reference:
                    kept = self._besides if self._is_example(s, a) else self._own
                    kept = self._doing if self._does_so_too(s, a) else kept
                    kept.setdefault(id(a.draft), s.start)

    def __bool__(self) -> bool:
        return bool(self._besides or self._doing)

    def is_example(self, s: Sentence, draft: Draft) -> bool:
        """Whether a place is named up to a sentence, and there as an example only."""
        return self._only(s, draft, self._besides.get(id(draft))) and self._doing.get(id(draft), s.end) > s.start

    def is_besides(self, s: Sentence, draft: Draft) -> bool:
        """Whether a place is named up to a sentence, and there as an example only, or as one that does so too."""
        places = (self._besides.get(id(draft)), self._doing.get(id(draft)))
        return self._only(s, draft, min((place for place in places if place is not None), default=None))

    def has_another(self, s: Sentence, place: int, person: Draft) -> bool:
        """„Oberbürgermeister A freut sich. Auch Hagen … Oberbürgermeister B“: whether another had the title before."""
        title = next((a.role for a in s.arguments if a.role is not None and a.first == place), None)
        if title is None:
            return False
        return any(at < s.end and d is not person for at, d in self._titled.get(title.name, ()))

    def _note_titles(self, s: Sentence) -> None:
        people = {a.first: a.draft for a in s.arguments if a.type is EntityType.PERSON and a.draft is not None}
        for a in s.arguments:
            holder = people.get(a.last) if a.role is not None else None
            if a.role is not None and holder is not None:
                self._titled.setdefault(a.role.name, []).append((s.starts[a.first], holder))

    def _only(self, s: Sentence, draft: Draft, place: int | None) -> bool:
        return place is not None and place <= s.start < self._own.get(id(draft), s.end)

    def _does_so_too(self, s: Sentence, a: Argument) -> bool:
        """„Auch Gladbeck und Hagen wollen das“, „Auch in Ulm …“, „Gera zieht nach“, once another place was named."""
        if not self._own or s.tokens[-1].text == "?":
            return False
        begin = self._group_begin(s, a)
        opening = min(begin, a.first) <= 1 and s.lower[0] in _ALSO
        clause = s.clauses[a.clause] if 0 <= a.clause < len(s.clauses) else None
        if opening:
            # „Auch Soest fragte an. Zugesagt sei nichts, so Landrätin A“: of one more it may well be what is said
            several = (
                sum(b.group == a.group >= 0 and b.clause == a.clause and b.type in PLACES for b in s.arguments) > 1
            )
            before = clause is not None and not _HAD.isdisjoint(clause.auxiliaries)
            told = several or before or self._titled_town
            return told and (a.nominative or a.marker == "in")
        if clause is None or not a.nominative or not _NOT.isdisjoint(clause.words):
            return False
        return not self._following.isdisjoint(clause.verbs)

    def _is_example(self, s: Sentence, a: Argument) -> bool:
        """„Vorbild war Münster“, „wie in Ulm“, „die Nachbarstadt Fürth“, „zu Gast war Ulm“."""
        begin = self._group_begin(s, a)
        if s.low_at(begin - 2) in _BEFORE_LIKE and s.low_at(begin - 1) in _LIKE:
            return True
        if s.low_at(begin - 1) == "wie" and a.marker == "in":
            return True
        if s.low_at(a.first - 1).startswith(self._other):
            return True
        if a.adjective or a.marker == "gen":
            # „nach dem Vorbild der Stadt Ulm“, „nach Ulmer Muster“
            return s.text_at(a.last if a.adjective else a.head) in self._examples
        if a.marker == "aus" and a.head >= 0 and s.low_at(a.head - 1) in INDEFINITE:
            # „ein Kollege aus Ulm“
            return self._titled_town
        if self._is_guest(s, a):
            return True
        clause = s.clauses[a.clause] if 0 <= a.clause < len(s.clauses) else None
        example = clause is not None and any(s.tokens[i].text in self._examples for i in clause.tokens)
        return example and sum(b.clause == a.clause and b.type in BODY_TYPES for b in s.arguments) == 1

    def _is_guest(self, s: Sentence, a: Argument) -> bool:
        """„Zu Besuch waren die Stadt Ulm und …“, „Dabei war Ulm“, once the town of the title was named."""
        if not (self._titled_town and self._own and a.nominative) or not 0 <= a.clause < len(s.clauses):
            return False
        clause = s.clauses[a.clause]
        if clause.verbs != {"sein"}:
            return False
        opening = [s.tokens[i].text for i in clause.tokens[:2]]
        return bool(opening) and (opening[0].lower() in self._guests or opening[-1] in self._guests)

    @staticmethod
    def _group_begin(s: Sentence, a: Argument) -> int:
        """Where the list of names begins in which one stands: „auch in Gladbeck und Bochum“."""
        begin = a.begin if a.begin >= 0 else a.first
        if a.group < 0:
            return begin
        return min((b.begin if b.begin >= 0 else b.first) for b in s.arguments if b.group == a.group)
