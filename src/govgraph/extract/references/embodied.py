"""Titles whose holder another part of the sentence names: „mit X auch der frühere CIO“, „Ulm hat eine CDO: X …“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.people.gender import is_neutral
from govgraph.language.grammar import MODALS, ONE
from govgraph.model import EntityType, Status

if TYPE_CHECKING:
    from govgraph.extract.clauses.agreement import Agreement
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Draft, Sentence

_THE = ONE | frozenset({"das", "den", "der", "die", "ihr", "ihre", "ihren", "sein", "seine", "seinen"})
_ITS = ONE | {f"{word}{end}" for word in ("ihr", "sein") for end in ("", "e", "en", "er", "em")}
_ALSO = frozenset({"auch", "außerdem", "bald", "demnächst", "ebenfalls", "erneut", "erstmals", "gleich", "immerhin"}
                  | {"jetzt", "künftig", "lediglich", "noch", "nun", "nur", "sogar", "wieder", "zudem", "zugleich"}
                  | {"überdies"})  # fmt: skip
"""Adverbs between „mit X“ and the title."""
_FAR = 7
"""Most words between „mit X“ and the title, such as „nicht nur einen Redner, sondern auch“."""
_GETTING = frozenset({"bekommen", "erhalten"})
_OPEN = frozenset({"habe", "hätte", "könne", "könnte", "müsse", "sei", "solle", "werde", "wolle", "wäre", "würde"})
"""Verbs of indirect speech behind a colon."""
_WISHED = frozenset({"hätte", "hätten", "könnte", "könnten", "sollte", "wäre", "wären", "würde", "würden"})
"""Auxiliaries of what is not so: „Mit X als Chefin wäre das nicht passiert“."""
_NO = frozenset({"kein", "keine", "keinen", "keiner", "nicht", "nie", "niemand", "ohne"})


class Embodied:
    """Finds who bears a title that is no part of the phrase of the name.

    Args:
        knowledge: Compiled vocabulary.
        agreement: Judge of the gender of people.
    """

    def __init__(self, knowledge: Knowledge, agreement: Agreement) -> None:
        words = knowledge.words
        self._agreement = agreement
        self._together = words("joint-verbs") | words("meeting-verbs")
        self._going = words("leaving-verbs") | words("embodying-verbs")
        self._unlike = words("speech-verbs") | words("seeking-verbs") | words("lacking-verbs")

    def holder(self, s: Sentence, title: Argument) -> tuple[Draft, Status | None] | None:
        """Who bears a title of which no holder is known."""
        person = self._with(s, title) or self._behind_colon(s, title)
        return None if person is None or title.role is None else (person, title.role.status)

    # ------------------------------------------------------------------ „mit X“

    def _with(self, s: Sentence, title: Argument) -> Draft | None:
        """„Mit X auch der frühere CIO“, „Mit X geht die Präsidentin“: the one named is an instance of the title."""
        named = [a for a in s.arguments if a.marker == "mit" and a.type is EntityType.PERSON and a.last <= title.first]
        person = max(named, key=lambda a: a.first, default=None)
        if person is None or person.draft is None or person.reference:
            return None
        if person.head >= 0 and title.marker != "als":
            # „der Beirat mit X als Vorsitzender“ has her at its head, „der Streit mit X“ has nobody
            return None
        if title.marker == "als":
            wished = s.clauses and not _WISHED.isdisjoint(s.clauses[s.clause_of[title.first]].auxiliaries)
            return person.draft if title.begin == person.last and not wished else None
        if s.low_at(person.begin - 1) in {"gemeinsam", "zusammen"}:
            return None
        owned = title.head >= 0 and s.taken.get(title.head) is not person
        if title.marker not in {"np", "gen"} or owned or not s.clauses:
            return None
        if title.begin == title.first or s.lower[title.begin] not in _THE:
            return None
        lemmas = s.clauses[s.clause_of[person.first]].verbs
        fits = self._agrees(person.draft, title) and lemmas.isdisjoint(self._together)
        return person.draft if fits and self._right_behind(s, person, title, lemmas) else None

    def _right_behind(self, s: Sentence, person: Argument, title: Argument, lemmas: frozenset[str]) -> bool:
        between = range(person.last, title.begin)
        text = s.lower[person.last : title.begin]
        if text[:2] == ["nicht", "nur"] and text[-2:] == ["sondern", "auch"]:
            return len(between) <= _FAR
        verbs = {i for clause in s.clauses for _, i, _ in clause.lemmas}
        rest = [i for i in between if s.lower[i] not in _ALSO]
        if not rest:
            return True
        # „Mit X geht der langjährige Präsident“, not „Mit X reist auch der Präsident“
        return set(rest) <= verbs and "auch" not in text and bool(lemmas) and lemmas <= self._going

    # ------------------------------------------------------------------ behind a colon

    def _behind_colon(self, s: Sentence, title: Argument) -> Draft | None:
        """„Eine IT-Leiterin hat Soest längst: X sitzt …“: the first word behind the colon names her."""
        colon = next((i for i in range(title.last, len(s.tokens)) if s.tokens[i].text == ":"), -1)
        if colon < 0 or _ITS.isdisjoint(s.lower[max(title.begin, 0) : title.first]) or not s.clauses:
            return None
        before = [a for a in s.arguments if a.last <= colon and a is not title]
        if any(a.role is not None or (a.type is EntityType.PERSON and not a.reference) for a in before):
            return None
        person = next((a for a in s.arguments if a.first == colon + 1 and a.type is EntityType.PERSON), None)
        if person is None or person.draft is None or person.reference or " " not in person.draft.name:
            return None
        lemmas = {lemma for clause in s.clauses for lemma, at, _ in clause.lemmas if at < colon}
        open_ = any(low in _NO or low in MODALS for low in s.lower[:colon])
        told = any(low in _OPEN for low in s.lower[colon + 1 :])
        if open_ or told or not lemmas or not lemmas.isdisjoint(self._unlike):
            return None
        if any(i in s.dated for i in range(colon)) and not lemmas.isdisjoint(_GETTING):
            # „bekommt im Februar einen Geschäftsführer: X löst Y ab“: who is not there yet
            return None
        return person.draft if self._agrees(person.draft, title) else None

    def _agrees(self, person: Draft, title: Argument) -> bool:
        """Whether a title may be that of a person, by its gender."""
        role = title.role
        if role is None or role.plural:
            return False
        return is_neutral(role.name) or self._agreement.is_woman(person) in {None, role.feminine}
