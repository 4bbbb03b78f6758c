"""Tables: the head of a column says what its cells are of the first cell: „Kommune | Software“, „Ulm | enaio“."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.fitting import of_type
from govgraph.extract.state import BODY_TYPES, WORKS, FactDraft, OfficeDraft, RoleNoun, only_one
from govgraph.model import EntityType, Modality, Predicate, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, Sentence
    from govgraph.vocabulary import Frame

_BAR = "|"
_LABEL = "label"
_LONGEST_HEAD = 4
"""Most tokens of a cell at the head of a column."""
_CONFIDENCE = 0.9
_LEVELS = frozenset({"bund", "bundes", "land", "landes"})
_RULE = "column-of-table"
_PILOT = ("pilot", "test", "erprob")


class _Head(NamedTuple):
    """The head of a column.

    Attributes:
        words: It, in small letters.
        role: The office that it names, with its status: „Ehemaliger Landrat“.
    """

    words: str
    role: RoleNoun | None


class _Column(NamedTuple):
    """A column of a table.

    Attributes:
        head: Its head, in small letters.
        role: The office that its head names.
        first: Index of the first token of a cell.
        last: One past its last token.
    """

    head: str
    role: RoleNoun | None
    first: int
    last: int


class TableRows:
    """Reads tables whose first column names bodies or works.

    Args:
        knowledge: Compiled vocabulary; its frames of labels say what the heads of columns tell.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        words = knowledge.words
        self._keys = words("labels-of-bodies") | words("labels-of-names")
        self._status = words("labels-of-states")
        self._planned = (*words("designated"), *words("planned-stems"))
        self._ended = tuple(words("ended"))
        lists = ("former", "designated", "acting", "new", "deputy")
        self._adjectives = tuple(sorted(word.lower() for name in lists for word in words(name)))

    def statements(self, sentences: Sequence[Sentence]) -> Iterator[FactDraft | OfficeDraft]:
        """What the rows of tables say."""
        heads: list[_Head] = []
        for s in sentences:
            if _BAR not in s.lower:
                heads = []
                continue
            cells = _cells(s)
            if len(cells) not in {len(heads), len(heads) - 1} or len(cells) == 1:
                heads = self._heads(s, cells)
                continue
            columns = _columns(s, heads, cells)
            if len(columns) == len(cells):
                yield from self._row(s, columns)

    def _heads(self, s: Sentence, cells: Sequence[tuple[int, int]]) -> list[_Head]:
        """The heads of a table: short cells, the first of which says what its rows are about; none for another line."""
        heads = [_Head(" ".join(s.lower[first:last]), self._role(s, first, last)) for first, last in cells]
        if any(not 0 < last - first <= _LONGEST_HEAD for first, last in cells) or heads[0].words not in self._keys:
            return []
        return heads if any(head.words in self.k.labels or head.role is not None for head in heads[1:]) else []

    def _role(self, s: Sentence, first: int, last: int) -> RoleNoun | None:
        """„Künftige Landrätin“: the office that a head names, if nothing but a word for its status stands by it."""
        own = [a for a in s.arguments if a.role is not None and first <= a.first < last]
        if len(own) != 1 or own[0].last != last or own[0].role is None:
            return None
        role = own[0].role
        word = self.k.role_word(s.text_at(last - 1))
        prefix = "" if word is None else word.prefix
        if prefix and not (prefix.isupper() or prefix.lower() in _LEVELS):
            # „Wunsch-CIO“
            return None
        told = s.lower[first : own[0].first]
        return role if all(low.startswith(self._adjectives) for low in told) else None

    def _row(self, s: Sentence, columns: Sequence[_Column]) -> Iterator[FactDraft | OfficeDraft]:
        """What a row says of what its first cell names."""
        key = only_one(draft for draft in _named(s, columns[0]) if draft.type in BODY_TYPES or draft.type in WORKS)
        if key is None:
            return
        states = [_words(s, column) for column in columns[1:] if column.head in self._status]
        for column in columns[1:]:
            named = _named(s, column)
            if column.role is not None and key.type in BODY_TYPES:
                people = [draft for draft in named if draft.type is EntityType.PERSON]
                for person in people if len(people) == 1 else ():
                    told = column.role
                    role = RoleNoun(told.name, told.iri, level=told.level, holders=[person])
                    status = told.status or Status.CURRENT
                    yield OfficeDraft(
                        person,
                        role,
                        key,
                        status,
                        confidence=_CONFIDENCE,
                        sentence=s,
                        how="clause",
                        sure=True,
                        rule=_RULE,
                    )
                continue
            for frame in self.k.label_frames.get(column.head, ()):
                found = list(self._by_frame(s, frame, key, named, states))
                if found:
                    yield from found
                    break

    def _by_frame(
        self, s: Sentence, frame: Frame, key: Draft, named: Sequence[Draft], states: Sequence[str]
    ) -> Iterator[FactDraft]:
        """What a head of a column says, if its frame fits both cells."""
        acting = _LABEL in frame.subject_markers
        ours, theirs = frame.object_types, frame.subject_types
        if not acting:
            ours, theirs = theirs, ours
        if frame.evokes is None or not of_type(key, ours):
            return
        modality, predicate = frame.modality, frame.evokes
        for state in states:
            if state.startswith(self._planned):
                modality = Modality.PLANNED
            elif state.startswith(self._ended):
                modality = Modality.ENDED
            elif state.startswith(_PILOT) and predicate is Predicate.IMPLEMENTS:
                predicate = Predicate.PILOTS
        for draft in named:
            if draft is not key and of_type(draft, theirs):
                subject, thing = (draft, key) if acting else (key, draft)
                yield FactDraft(subject, predicate, thing, modality, frame.confidence, s, frame.name, s.speaker)


def _cells(s: Sentence) -> list[tuple[int, int]]:
    """First token of each cell of a row and one past its last."""
    bars = [-1, *(i for i, low in enumerate(s.lower) if low == _BAR), len(s.tokens)]
    return [(bar + 1, end) for bar, end in pairwise(bars)]


def _columns(s: Sentence, heads: Sequence[_Head], cells: Sequence[tuple[int, int]]) -> list[_Column]:
    """Cells with their heads; a cell „Jens Ott, Staatssekretär“ may be two where the row has one less than its head."""
    missing = len(heads) - len(cells)
    columns: list[_Column] = []
    above = iter(heads)
    for first, last in cells:
        head = next(above, None)
        if head is None:
            return []
        columns.append(_Column(*head, first, last))
        person = s.taken.get(first)
        if missing and person is not None and person.type is EntityType.PERSON and s.text_at(person.last) == ",":
            next(above, None)
            missing -= 1
    return [] if missing else columns


def _named(s: Sentence, column: _Column) -> list[Draft]:
    """What a cell names, without what hangs on that."""
    return [
        a.draft
        for a in sorted(s.arguments, key=lambda a: a.first)
        if a.draft is not None and column.first <= a.first < column.last and a.head < 0 and not a.adjective
    ]


def _words(s: Sentence, column: _Column) -> str:
    return " ".join(s.lower[column.first : column.last])
