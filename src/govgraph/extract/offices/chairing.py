"""A chair spoken of again: „Den Vorsitz hat der Bund. Wahrgenommen wird er von Anna Weber“, „er geht an Hessen“."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import is_passive
from govgraph.extract.clauses.tenses import in_present
from govgraph.extract.state import BOARDS, FactDraft, facts_by_sentence
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govgraph.extract.clauses.modality import ModalityReader
    from govgraph.extract.state import Argument, Clause, Draft, Sentence

_HOLDERS = frozenset({EntityType.PERSON, EntityType.JURISDICTION, EntityType.MUNICIPALITY, EntityType.ORGANISATION})
_REACH = 12
"""How many sentences after a body's chair was told „der Vorsitz“ alone means it."""
_PRONOUNS = {
    "m": frozenset({"er", "ihn", "dieser", "diesen"}),
    "f": frozenset({"sie", "diese"}),
    "": frozenset(),
}
_DETERMINERS = frozenset({"der", "die", "das", "den", "diese", "diesen", "dieses", "dieser"})
_MORE = frozenset({"der", "des", "dem", "im", "in", "von", "vom", "beim", "bei", "für", "eines", "einer"})
"""What goes on to say whose chair it is."""
_TO = frozenset({"an", "zu", "bei"})
_THEN = frozenset({"anschließend", "danach", "dann"})
_TURNS = _HOLDERS - {EntityType.PERSON}
"""Types of those who have a chair in turns."""
_LEADING = frozenset({"führen", "leiten"})
_NEXT = frozenset({"folgen", "übernehmen"})
_BEGIN = frozenset({"", ".", ":", "„", ";", "–"})
_CONFIDENCE = 0.6
_RULE = "chair-again"


class _Seat(NamedTuple):
    """A chair that was told of: of what body, in which sentence, and the gender of its noun there, if any."""

    body: Draft
    sentence: int
    gender: str


class ChairReader:
    """Reads who has, takes or gives up a chair that the article has named before.

    Args:
        words: Gives the forms of a word list.
        modality: Judge of clauses.
        date: Date of the article.
    """

    def __init__(self, words: Callable[[str], frozenset[str]], modality: ModalityReader, date: str | None) -> None:
        self.modality = modality
        self.date = date
        self._masculine = words("chair-nouns-masculine")
        self._feminine = words("chair-nouns-feminine")
        self._posts = words("post-nouns-general")
        self._giving = words("giving-up-verbs")
        self._having = words("chair-having-verbs")
        self._going = words("chair-going-verbs")
        self._led = words("sessions-of-a-chair")

    def facts(self, sentences: Sequence[Sentence], facts: Sequence[FactDraft]) -> Iterator[FactDraft]:
        """Chairs told without their body.

        Args:
            sentences: The article.
            facts: What it states otherwise.
        """
        by_sentence = facts_by_sentence(facts)
        seat: _Seat | None = None
        for number, s in enumerate(sentences):
            told = [f for f in by_sentence[id(s)] if f.predicate is Predicate.CHAIRS]
            noun = self._noun(s)
            if seat is not None and s.tokens[-1].text != "?":
                for fact in self._again(s, number, seat):
                    if not any(f.subject is fact.subject and f.object is fact.object for f in told):
                        yield fact
            bodies = {id(f.object): f.object for f in told}
            body = next(iter(bodies.values())) if len(bodies) == 1 else None
            if body is None and not told and seat is not None and number - seat.sentence == 1:
                body = seat.body
            if body is not None:
                yield from self._next(s, body)
            if len(bodies) == 1 and (noun or any(f.rule.startswith("vorsitz") for f in told)):
                seat = _Seat(next(iter(bodies.values())), number, noun)
            elif len(bodies) > 1:
                seat = None

    def _noun(self, s: Sentence) -> str:
        """Gender of the noun for a chair in a sentence, empty if there is none."""
        for token in s.tokens:
            if token.text in self._masculine:
                return "m"
            if token.text in self._feminine:
                return "f"
        return ""

    def _again(self, s: Sentence, number: int, seat: _Seat) -> Iterator[FactDraft]:
        for index, clause in enumerate(s.clauses):
            if clause.kind not in {"main", "relative"} or not self._means(s, clause, number, seat):
                continue
            if _is_in_another(s, index, seat.body):
                continue
            holders = self._holders(s, index, clause)
            verdict = self.modality.judge(s, clause, self.date) if holders else None
            if verdict is None:
                continue
            if self._giving & clause.verbs and verdict is Modality.ASSERTED:
                verdict = Modality.ENDED
            elif verdict is Modality.ASSERTED and self._passes_on(s, clause):
                verdict = Modality.PLANNED
            for holder in holders:
                if holder is not seat.body:
                    yield FactDraft(holder, Predicate.CHAIRS, seat.body, verdict, _CONFIDENCE, s, _RULE, s.speaker)

    def _next(self, s: Sentence, body: Draft) -> Iterator[FactDraft]:
        """„…, danach übernimmt Bremen“, „2024 folgt Hessen“: who has the chair next, in a clause with no object."""
        for index, clause in enumerate(s.clauses):
            if clause.kind != "main" or _NEXT.isdisjoint(clause.verbs):
                continue
            if not any(s.lower[i] in _THEN or i in s.dated for i in clause.tokens):
                continue
            inside = [a for a in s.arguments if a.clause == index and not a.adjective]
            holders = [a for a in inside if a.nominative and a.type in _TURNS and a.draft is not body]
            free = (i for i in clause.tokens if i not in s.taken and i not in s.dated)
            taken = any(s.tokens[i].text[0].isupper() and s.text_at(i - 1) not in _BEGIN for i in free)
            if len(holders) == len(inside) == 1 and not taken:
                holder = holders[0].draft
                if holder is not None and self.modality.judge(s, clause, self.date) is not None:
                    yield FactDraft(holder, Predicate.CHAIRS, body, Modality.PLANNED, _CONFIDENCE, s, _RULE, s.speaker)

    def _passes_on(self, s: Sentence, clause: Clause) -> bool:
        """„Danach geht er an den Bund“: in the present, after what was told to be so now."""
        going = self._going & clause.verbs
        return bool(going) and s.lower[clause.tokens[0]] in _THEN and in_present(s, clause)

    def _means(self, s: Sentence, clause: Clause, number: int, seat: _Seat) -> bool:
        """Whether a clause speaks of the chair: by a pronoun or „diese Aufgabe“ soon after, by its noun for longer."""
        if any(s.lower[i] == "für" and self._is_field(s, i + 1) for i in clause.tokens):
            # „Für Bauen und Wohnen hat Bremen die Federführung übernommen“: that of something else
            return False
        away = number - seat.sentence
        if away <= _REACH and self._leads_sessions(s, clause):
            return True
        lower = [(i, s.lower[i]) for i in clause.tokens]
        if away <= 1 and any(low in _PRONOUNS[seat.gender] and _refers(s, i) for i, low in lower):
            return not any(s.tokens[i].text in self._masculine | self._feminine for i, _ in lower)
        for i, _ in lower:
            text = s.tokens[i].text
            following = s.taken.get(i + 1)
            if i in s.taken or s.low_at(i - 1) not in _DETERMINERS or s.low_at(i + 1) in _MORE:
                continue
            if following is not None and following.head == i:
                continue
            if away <= 1 and text in self._posts:
                return True
            if away <= _REACH and text in (self._feminine if seat.gender == "f" else self._masculine):
                return True
        return False

    def _leads_sessions(self, s: Sentence, clause: Clause) -> bool:
        """„2023 hat A die Sitzungen geführt“: all of them, and of no other body."""
        return not clause.verbs.isdisjoint(_LEADING) and any(
            s.tokens[i].text in self._led
            and s.low_at(i - 1) in {"die", "deren", "dessen", "seine", "ihre"}
            and s.low_at(i + 1) not in _MORE
            and i + 1 not in s.taken
            for i in clause.tokens
        )

    @staticmethod
    def _is_field(s: Sentence, i: int) -> bool:
        return s.text_at(i)[:1].isupper() and i not in s.taken and i not in s.dated

    def _holders(self, s: Sentence, index: int, clause: Clause) -> list[Draft]:
        """Who has the chair after what a clause says."""
        lemmas = clause.verbs
        inside = [
            a
            for a in s.arguments
            if a.clause == index and a.draft is not None and a.type in _HOLDERS and not a.adjective and not a.reference
        ]
        if lemmas & self._going:
            found = [a for a in inside if a.marker in _TO or ("zufallen" in lemmas and a.marker == "np")]
        elif not lemmas & (self._having | self._giving) and not self._leads_sessions(s, clause):
            return []
        elif is_passive(clause):
            found = [a for a in inside if a.marker in {"von", "durch"}]
        else:
            found = [a for a in inside if a.nominative]
        return _first_group(found)


def _first_group(found: Sequence[Argument]) -> list[Draft]:
    """The first of some arguments, with those it is listed with."""
    return [a.draft for a in found if a.draft is not None and a.group == found[0].group]


def _is_in_another(s: Sentence, index: int, body: Draft) -> bool:
    """„Im Beirat führt A den Vorsitz“: whether a clause says in which other board that is."""
    return any(
        a.clause == index
        and a.marker == "in"
        and not (a.adjective or a.reference)
        and a.draft is not None
        and a.draft is not body
        and a.draft.kind in BOARDS
        for a in s.arguments
    )


def _refers(s: Sentence, i: int) -> bool:
    """Whether a token is no part of a name."""
    return i not in s.taken or s.taken[i].reference
