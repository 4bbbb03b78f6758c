"""Whose turn it is in a talk: „Kahl (lacht): Wir …“, „S.H.: Wir …“, „Und Sie, Herr Kahl? – Wir …“."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.addresses import addressed
from govgraph.extract.clauses.verb_places import verb_places
from govgraph.extract.state import only_one
from govgraph.model import BlockKind, EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govgraph.extract.state import Argument, Draft, Sentence

_SPOKEN = frozenset({BlockKind.ANSWER, BlockKind.PULL_QUOTE})
_OPENING = frozenset({BlockKind.KICKER, BlockKind.TITLE, BlockKind.LEAD, BlockKind.CAPTION, BlockKind.PARAGRAPH})
_BOLD = frozenset({"*", "**"})
_DASHES = frozenset({"–", "—", "-"})
_BRACKETS = {"(": ")", "[": "]"}
_HONORIFICS = frozenset({"Frau", "Herr", "Dr", "Dr.", "Prof", "Prof.", "."})
_LONGEST_LABEL = 12
"""Most words and marks of a label, with what stands in brackets."""
_INITIALS = 2


class _Label(NamedTuple):
    """Who is said to speak, and the name that says so; None for a short form."""

    person: Draft | None
    name: Argument | None


class _Turn(NamedTuple):
    """A block of a talk: its sentences, its label, and whom it calls."""

    sentences: list[Sentence]
    label: _Label | None
    called: list[Draft]

    @property
    def kind(self) -> BlockKind:
        return self.sentences[0].kind

    @property
    def block(self) -> int:
        return self.sentences[0].block


class Turns:
    """Finds who speaks and who is asked, block by block.

    Args:
        sentences: The article.
        interviewee: Who speaks where nothing tells of anybody else, or None.
        titled: Gives who speaks where a label is no name („Landrat: …“, „Beide: …“), or None where it is no such label.
        talking: Words, in small letters, by which an article tells of a talk.

    Attributes:
        several: Whether more than one person answers, so that only a label or an address tells who it is.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        interviewee: Draft | None,
        titled: Callable[[Sentence], tuple[Draft | None] | None],
        talking: frozenset[str],
    ) -> None:
        self._interviewee = interviewee
        self._speakers: dict[int, Draft | None] = {}
        self._asked: dict[int, Draft | None] = {}
        self._names: dict[int, Argument] = {}
        together = _talked_to(sentences, talking)
        turns = self._turns(sentences, together)
        labelled = [turn.label.person for turn in turns if turn.label is not None and turn.kind in _SPOKEN]
        called = [d for turn in turns for d in turn.called]
        guests = list(dict.fromkeys(d for d in (*called, *labelled) if d is not None))
        self.several = len(guests) > 1 or (len(together) > 1 and not called and not labelled)
        self._labelled = bool(labelled)
        self._follow(turns, guests, titled)

    def label(self, s: Sentence) -> Argument | None:
        """„Sinemus: Auf jeden Fall.“: the name before the colon, which speaks and does not act in the sentence."""
        return self._names.get(id(s))

    def speaker(self, s: Sentence) -> Draft | None:
        """Who speaks in a block."""
        return self._speakers.get(s.block, None if self.several else self._interviewee)

    def asked(self, s: Sentence) -> Draft | None:
        """Who is asked in a question."""
        return self._asked.get(s.block, self._interviewee)

    def _turns(self, sentences: Sequence[Sentence], together: Sequence[Draft]) -> list[_Turn]:
        """The blocks of a talk with their labels."""
        blocks: dict[int, list[Sentence]] = {}
        for s in sentences:
            if s.kind in _SPOKEN or s.kind is BlockKind.QUESTION:
                blocks.setdefault(s.block, []).append(s)
        calls = {block: list(dict.fromkeys(_called(own))) for block, own in blocks.items()}
        named = (a.draft for s in sentences if s.kind in _OPENING for a in s.arguments if a.type is EntityType.PERSON)
        people = list(dict.fromkeys([*together, *(d for own in calls.values() for d in own), *filter(None, named)]))
        dashed = sum(_dashed(own[0]) is not None for own in blocks.values() if own[0].kind in _SPOKEN)
        turns = []
        for block, own in blocks.items():
            label = _label(own[0], people, dashed=dashed > 1)
            if label is not None and label.name is not None:
                self._names[id(own[0])] = label.name
            turns.append(_Turn(own, label, calls[block]))
        return turns

    def _follow(
        self,
        turns: Sequence[_Turn],
        guests: Sequence[Draft],
        titled: Callable[[Sentence], tuple[Draft | None] | None],
    ) -> None:
        """Go through a talk from turn to turn."""
        usual = None if self.several else only_one(guests) or self._interviewee
        current = usual
        for number, turn in enumerate(turns):
            if turn.kind is BlockKind.QUESTION:
                if self.several and turn.called:
                    current = only_one(turn.called)
                elif self._labelled or not self.several:
                    current = usual
                self._asked[turn.block] = only_one(turn.called) or current or self._answering(turns[number + 1 :])
                continue
            if turn.label is not None:
                current = turn.label.person
            elif (other := titled(turn.sentences[0])) is not None:
                current = other[0]
            elif turn.kind is BlockKind.PULL_QUOTE:
                self._speakers[turn.block] = usual
                continue
            self._speakers[turn.block] = current

    @staticmethod
    def _answering(turns: Iterable[_Turn]) -> Draft | None:
        """Who answers next, by the labels up to the next question."""
        found: list[Draft] = []
        for turn in turns:
            if turn.kind is BlockKind.QUESTION:
                break
            if turn.label is not None and turn.label.person is not None:
                found.append(turn.label.person)
        return only_one(found)


def _called(sentences: Iterable[Sentence]) -> list[Draft]:
    return [
        a.draft for s in sentences if s.kind is BlockKind.QUESTION for a in addressed(s) if a.draft is not None
    ]  # fmt: skip


def _talked_to(sentences: Sequence[Sentence], talking: frozenset[str]) -> list[Draft]:
    """„Mit A, CIO von Bremen, und B, CDO von Kiel, sprach unsere Redaktion“: those who are talked to together."""
    for s in sentences:
        if s.kind not in _OPENING or talking.isdisjoint(s.lower):
            continue
        people = [a for a in s.arguments if a.type is EntityType.PERSON and not a.reference and a.draft is not None]
        for a in people:
            row = [b.draft for b in people if b.group == a.group and b.draft is not None]
            if len(row) > 1:
                return list(dict.fromkeys(row))
    return []


def _label(s: Sentence, people: Sequence[Draft], *, dashed: bool) -> _Label | None:
    """The label at the head of a block."""
    start = next((i for i, token in enumerate(s.tokens) if token.text not in _BOLD), 0)
    colon = next((i for i in range(start + 1, min(start + _LONGEST_LABEL, len(s.tokens))) if s.text_at(i) == ":"), -1)
    if colon < 0:
        name = _dashed(s) if dashed and s.kind in _SPOKEN else None
        return None if name is None else _Label(name.draft, name)
    end = colon
    while end > start and s.text_at(end - 1) in _BOLD:
        end -= 1
    name = next((a for a in s.arguments if a.type is EntityType.PERSON and start <= a.first and a.last <= end), None)
    if name is not None and not name.reference:
        plain = all(_is_title(s, i) for i in range(start, name.first))
        return _Label(name.draft, name) if plain and _is_aside(s, name.last, end) else None
    person = _by_short_form(s, start, end, people)
    other = s.taken.get(start)
    stray = other.draft if other is not None and other.last <= colon else None
    if person is not None and other is not None and stray is not None and stray.entry is None:
        # „B.T.: …“ is no body
        stray.mentions.clear()
        s.drop(other)
    return None if person is None else _Label(person, None)


def _is_title(s: Sentence, i: int) -> bool:
    """„Herr Kahl:“, „Dr. Kahl:“, „CIO Kolb:“: whether a word may stand before the name of a label."""
    taken = s.taken.get(i)
    return s.tokens[i].text in _HONORIFICS or (taken is not None and taken.role is not None)


def _is_aside(s: Sentence, first: int, end: int) -> bool:
    """„Kahl (lacht):“, „Kahl, nach kurzem Nachdenken:“: whether only how somebody speaks stands behind a name."""
    if first >= end:
        return True
    if s.text_at(first) in _BRACKETS:
        return s.text_at(end - 1) == _BRACKETS[s.text_at(first)]
    verbs = verb_places(s)
    return s.text_at(first) == "," and verbs.isdisjoint(range(first, end))


def _dashed(s: Sentence) -> Argument | None:
    """„Harms – Und ich sitze im Beirat.“: a name with one dash behind it and a sentence that begins anew."""
    name = s.taken.get(next((i for i, token in enumerate(s.tokens) if token.text not in _BOLD), 0))
    if name is None or name.type is not EntityType.PERSON or s.text_at(name.last) not in _DASHES:
        return None
    again = any(s.text_at(i) in _DASHES for i in range(name.last + 1, len(s.tokens)))
    return name if not again and s.text_at(name.last + 1)[:1].isupper() else None


def _by_short_form(s: Sentence, first: int, end: int, people: Sequence[Draft]) -> Draft | None:
    """„S.H.:“, „I. K.:“, „Ina:“, „Halm:“: the only one of those who are told of that such a short form may mean."""
    text = "".join(s.tokens[i].text for i in range(first, end)).replace(".", "")
    if not text.isalpha() or not text[0].isupper():
        return None
    if text.isupper() and len(text) == _INITIALS:
        return only_one(d for d in people if _initials(d) == text)
    return only_one(d for d in people if " " in d.name and text in {d.name.split()[0], d.name.split()[-1]})


def _initials(person: Draft) -> str:
    names = person.name.split()
    return names[0][0] + names[-1][0] if len(names) > 1 else ""
