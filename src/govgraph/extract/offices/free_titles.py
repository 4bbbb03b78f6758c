"""Titles without a name that stand for a person spoken of: „…, sagt der Landrat“, „Kassels CIO hatte davon gehört“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.people.gender import is_neutral
from govgraph.model import BlockKind, EntityType, Status

if TYPE_CHECKING:
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.offices.appositions import AppositionFinder
    from govgraph.extract.state import Argument, Sentence

_ARTICLES = frozenset({"der", "die"})
_OF = frozenset({"des", "eines"})
_HIM = frozenset({"ihm", "ihn"})
_SOURCES = frozenset({"laut", "mit", "nach", "von"})
"""Markers of somebody who is named as a source or besides."""
_BACK = 4
"""How many words before a title its article may stand."""
_SPEAKING_WITH = frozenset({"reden", "sprechen", "telefonieren", "treffen", "unterhalten"})


class FreeTitles:
    """Tells which titles stand for a person that is not named beside them.

    Args:
        knowledge: Compiled vocabulary.
        beside: Finder of names beside titles.
    """

    def __init__(self, knowledge: Knowledge, beside: AppositionFinder) -> None:
        self._speech = knowledge.words("speech-verbs")
        self._lemma = knowledge.lemma
        self._beside = beside

    def stands_alone(self, s: Sentence, title: Argument) -> bool:
        """A definite singular title in the nominative that begins its clause, with no name beside it."""
        role = title.role
        if role is None or not role.definite or role.plural or title.marker != "np" or "n" not in title.cases:
            return False
        if self._speaks(s, title):
            return True
        if title.begin > 0 and s.tokens[title.begin - 1].text not in {"„", "–", ",", ";", ":"}:
            return False
        if s.lower[title.begin] not in {"der", "die"} or any(
            a.begin <= title.first < a.first for a in s.arguments if a.type is EntityType.PERSON
        ):
            return False
        end = self._beside.phrases.phrase_end(s, title)
        closed = end < len(s.tokens) and (s.tokens[end].text[0].islower() or s.tokens[end].text == ",")
        return closed and title.begin == 0

    def stands_inside(self, s: Sentence, title: Argument) -> bool:
        """„Lange hat der Staatsrat …“, „…, wie die CIO versichert“, „Kassels Landrat hatte …“: the subject, unnamed.

        No person is named in the sentence, and nobody else is the subject of the clause.
        """
        role = title.role
        if role is None or role.plural or role.owned or title.marker != "np" or s.kind is BlockKind.QUESTION:
            return False
        if role.status not in {None, Status.NEW} or (role.weak and not role.bodies):
            return False
        if not (self._of_town(s, title) or self._has_article(s, title)):
            return False
        end = self._beside.phrases.phrase_end(s, title)
        if end >= len(s.tokens) or (s.text_at(end)[0].isupper() and end not in s.taken):
            return False
        people = [a for a in s.arguments if a.type is EntityType.PERSON]
        if any(not a.reference or (a.clause == title.clause and "n" in a.cases and a.marker == "np") for a in people):
            return False
        return not any(a.role is not None and a is not title and a.first < title.first for a in s.arguments)

    def asked_by_title(self, s: Sentence, title: Argument) -> bool:
        """„Mit der Amtsärztin sprach Anna Weber“: the person interviewed, by title."""
        role = title.role
        if role is None or role.plural or role.owned or not role.definite or title.marker != "mit" or not s.clauses:
            return False
        if s.kind in {BlockKind.QUESTION, BlockKind.ANSWER}:
            return False
        lemmas = s.clauses[s.clause_of[title.first]].verbs
        named = any(
            a.type is EntityType.PERSON and a.first == self._beside.phrases.phrase_end(s, title) for a in s.arguments
        )
        return not named and not lemmas.isdisjoint(_SPEAKING_WITH)

    def is_named(self, s: Sentence, title: Argument) -> bool:
        """„Die CIO des Landes, Staatssekretärin Eva Roth, lobte ihn“: another title and the name come right after."""
        end = self._beside.phrases.phrase_end(s, title)
        if s.text_at(end) != ",":
            return False
        after = next((a for a in s.arguments if a.role is not None and a.first == end + 1), None)
        return after is not None and any(
            a.type is EntityType.PERSON and not a.reference and a.first == after.last for a in s.arguments
        )

    @staticmethod
    def meets(s: Sentence, title: Argument, *, woman: bool | None) -> bool:
        """„Der Oberbürgermeister stellte ihn vor“, „Der Bürgermeister dankte ihr“: does something to them."""
        if not 0 <= title.clause < len(s.clauses):
            return False
        after = [i for i in s.clauses[title.clause].tokens if i >= title.last]
        if woman is not True and any(s.lower[i] in _HIM for i in after):
            return True
        return woman is not False and any(
            s.lower[i] == "sie" or (s.lower[i] == "ihr" and not s.text_at(i + 1)[:1].isalnum()) for i in after
        )

    @staticmethod
    def is_of_woman(s: Sentence, title: Argument) -> bool:
        """Whether the title, or the article of one that is the same for both, is feminine."""
        if title.role is not None and not is_neutral(title.role.name):
            return title.role.feminine
        return any(s.low_at(i) == "die" for i in range(title.first - 1, title.first - 1 - _BACK, -1))

    @staticmethod
    def _of_town(s: Sentence, title: Argument) -> bool:
        """„Kassels Landrat“ at the head of a sentence."""
        owner = s.taken.get(title.first - 1)
        return owner is not None and owner.draft is not None and owner.cases == "g" and owner.first == 0

    def _has_article(self, s: Sentence, title: Argument) -> bool:
        """Whether the article is one of a subject, and the title no genitive of a noun before it."""
        role = title.role
        if role is None or not role.definite or title.head >= 0:
            return False
        at = next((i for i in range(title.first - 1, title.first - 1 - _BACK, -1) if s.low_at(i) in _ARTICLES), -1)
        if at < 0 or s.low_at(title.first - 1) in _OF:
            # „meine zweite Aufgabe, die des CDO, bekommt sie nicht“
            return False
        neutral = is_neutral(role.name)
        if not neutral and (s.lower[at] == "die") is not role.feminine:
            return False
        before = s.text_at(at - 1)
        return not (neutral and s.lower[at] == "der" and before[:1].isupper() and at > 1)

    def _speaks(self, s: Sentence, title: Argument) -> bool:
        """„…, sagt die Staatssekretärin im Innenministerium.“: who speaks by title, at the end of the sentence."""
        verb = s.low_at(title.begin - 1)
        end = self._beside.phrases.phrase_end(s, title)
        return (
            title.begin > 0
            and s.lower[title.begin] in {"der", "die"}
            and (verb == "so" or self._lemma(verb) in self._speech)
            and end < len(s.tokens)
            and s.text_at(end) in {".", ","}
            and not any(
                a.type is EntityType.PERSON and not a.reference and (a.first < title.first or a.clause == title.clause)
                for a in s.arguments
            )
        )


def named_as_source(s: Sentence) -> dict[int, int]:
    """„nach Auskunft von Staatssekretär Jens Ott“: whom a sentence names only so, by `id`, with its paragraph.

    A title that opens the next paragraph is not theirs.
    """
    named: dict[int, list[Argument]] = {}
    for a in s.arguments:
        if a.type is EntityType.PERSON and a.draft is not None:
            named.setdefault(id(a.draft), []).append(a)
    return {
        person: s.block
        for person, here in named.items()
        if all(a.marker in _SOURCES and not a.reference and _is_titled(s, a) for a in here)
    }


def _is_titled(s: Sentence, person: Argument) -> bool:
    """„Staatssekretär Jens Ott“: whether a title stands right before a name."""
    title = s.taken.get(person.first - 1)
    return title is not None and title.role is not None
