"""What kind of clause a stretch of a sentence opens: main, relative, subordinate, infinitive, or none: a phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govgraph.extract.clauses.done_by import is_done_by
from govgraph.extract.clauses.marks import BREAKS, FINITE, LAST
from govgraph.language.grammar import (
    DETERMINERS,
    INFINITIVE_OPENERS,
    NOT_VERBS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)
from govgraph.model import EntityType

if TYPE_CHECKING:
    from govgraph.extract.clauses.verb_readings import VerbReadings
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Clause, Sentence

_TITLED_WITHIN = 3
"""How many words after „als“ a title with a possessive may begin."""
_ALSO = frozenset({"allein", "auch", "doch", "erst", "gerade", "nur", "schon", "selbst"})
"""Adverbs before a word that opens a clause: „Auch dass Ulm folge, ist falsch“, „Selbst wenn …“."""
_OPENED = frozenset({"dass", "falls", "ob", "obwohl", "sofern", "weil", "wenn"})
_SUBJECTS = frozenset({"er", "es", "ich", "man", "sie", "wir"})
_ADVERBS_TOO = frozenset({"da", "damit", "seitdem"})
"""Words that open a subordinate clause, but not before its verb: „Damit gehören dem Verband zwölf Städte an“."""
_TILL_THEN = frozenset({"dahin", "dato", "heute", "jetzt", "jeher", "kurzem", "langem", "längerem", "zuletzt"})
"""Words after „bis“ or „seit“ with which these open no clause: „und bis dahin Referatsleiter ist“."""
_OBJECT_PRONOUNS = frozenset({"es", "ihm", "ihn", "ihnen", "ihr", "sich", "sie"})
"""Pronouns that stand behind the verb of a main clause only."""


class StretchKinds:
    """Tells the kinds of stretches.

    Args:
        knowledge: Compiled vocabulary.
        readings: What forms of verbs say by themselves.
    """

    def __init__(self, knowledge: Knowledge, readings: VerbReadings) -> None:
        self._readings = readings
        self._subordinators = knowledge.words("subordinators")
        self._particles = knowledge.words("particles")

    def of(self, s: Sentence, first: int, end: int, verbs: list[str], clauses: list[Clause]) -> tuple[str, str]:
        """Kind of a stretch, and the word that opens it."""
        i = first
        mark = s.tokens[i].text
        while i < end and (s.tokens[i].text in BREAKS or s.lower[i] in {"und", "oder", "aber", "denn"}):
            i += 1
        if i >= end:
            return "phrase", ""
        low = s.lower[i]
        if low in _ALSO and s.low_at(i + 1) in _OPENED:
            low = s.low_at(i + 1)
        finite = [j for j in range(first, end) if verbs[j] in FINITE]
        if not finite:
            infinitive = any(verbs[j] == "inf" for j in range(i, end))
            has_zu = "zu" in s.lower[i:end] or any(re.search(r"[a-zäöü]zu[a-zäöü]+en$", w) for w in s.lower[i:end])
            if infinitive and has_zu and ((mark == "," and clauses) or (i == 0 and low in INFINITIVE_OPENERS)):
                return "infinitive", low
            return "phrase", ""
        late = finite[-1] >= end - 3
        done = (
            self._readings.of(s.text_at(end - 1))
            if mark in {",", "–", "—"} and clauses and finite == [end - 1]
            else None
        )
        if done is not None and done.may_be_done and is_done_by(s, i, end, done.lemma):
            # „, von der AKDB entwickelt,“: a participle, and „der“ an article
            verbs[end - 1] = "part"
            return "phrase", ""
        if mark in {",", "(", "–", "—"} and clauses:
            j = i
            if s.lower[j] in PREPOSITIONS and j + 1 < end:
                j += 1
            apt = late and s.lower[j] in RELATIVES and j not in s.taken and not self._goes_on_after(s, finite[-1], end)
            if apt and _is_relative(j, end, verbs):
                return "relative", s.lower[j]
        if mark in {"und", "oder"} and clauses and clauses[-1].kind == "relative" and end - finite[-1] <= LAST:
            # „ein Rat, in dem alle beraten und dem Anna Weber vorsitzt“
            j = i + (s.lower[i] in PREPOSITIONS and i + 1 < end)
            if s.lower[j] in RELATIVES and j not in s.taken and j + 1 < finite[0] == finite[-1]:
                following = s.taken.get(j + 1)
                named = following is not None and following.type is EntityType.PERSON
                article = s.low_at(j + 1) in DETERMINERS or s.low_at(j + 1) in _SUBJECTS
                # „…, die A entwickelt und die in B läuft“: no article stands before a preposition
                aside = s.low_at(j + 1) in PREPOSITIONS and s.lower[j] in {"der", "die", "das"}
                if j > i or s.lower[j] in {"denen", "deren", "dessen"} or named or article or aside:
                    return "relative", s.lower[j]
        if (
            low in self._subordinators
            and late
            and not (low in _ADVERBS_TOO and finite[0] == i + 1)
            and not (low == "als" and mark in {"und", "oder"} and _in_office(s, i + 1))
            and not (low == "als" and (_titled_before(s, i, finite[0]) or _ends_with_subject(s, finite[-1], end)))
        ):
            return "sub", low
        opens = low in {"bis", "seit"} and s.low_at(i + 1) not in _TILL_THEN
        if opens and i + 2 < end and end - finite[0] <= LAST and s.dated.isdisjoint({i, i + 1}):
            # „Seit Anna Weber CIO ist, …“, not „der die Jury leitet und seit Mai CIO ist“
            return "sub", low
        return "main", ""

    def _goes_on_after(self, s: Sentence, verb: int, end: int) -> bool:
        """„…, das Land bezahlt es“, „…, die Stadt macht mit“: no verb of a relative clause has these behind it.

        Nor has it a noun there that nothing governs: „…, die Stadt Ulm testet Lumina“.
        """
        if verb + 1 < end and s.text_at(verb + 1)[0].isupper() and s.low_at(verb + 1) not in NOT_VERBS:
            return True
        rest = [s.lower[i] for i in range(verb + 1, end) if s.text_at(i)[0].isalpha()]
        return bool(rest) and all(low in _OBJECT_PRONOUNS or low in self._particles for low in rest)


def _is_relative(j: int, end: int, verbs: list[str]) -> bool:
    """A relative pronoun opens a clause whose finite verb comes last; an article is followed by its noun."""
    finite = next((i for i in range(j + 1, end) if verbs[i] in FINITE), -1)
    after = [v for v in verbs[finite + 1 : end] if v]
    if finite > j + 1 and verbs[finite] == "aux" and after in (["inf"], ["part"]):
        # „…, das Saarland will folgen“: the infinitive comes last, so this is no relative clause
        return False
    return finite > j + 1 or (finite == j + 1 and end - finite <= 2)


def _titled_before(s: Sentence, i: int, verb: int) -> bool:
    """„Als seine Stellvertreterin amtiert …“: whether a possessive and a title stand between „als“ and the verb."""
    title = s.taken.get(verb - 1)
    if title is None or title.role is None or title.last != verb or s.low_at(i + 1) not in POSSESSIVES:
        return False
    return title.first - i <= _TITLED_WITHIN


def _in_office(s: Sentence, i: int) -> bool:
    """„… leitet und als Abteilungsleiter zum Bund geht“: a title after „als“ opens no clause, but before a name."""
    title = s.taken.get(i)
    if title is None or title.role is None or title.first != i:
        return False
    after = s.taken.get(title.last)
    return after is None or after.type is not EntityType.PERSON


def _ends_with_subject(s: Sentence, verb: int, end: int) -> bool:
    """„Als Unterbau dient Kartwerk“: a name right behind the verb is its subject, and „als“ opens no clause."""
    named = s.taken.get(verb + 1)
    return named is not None and named.first == verb + 1 and named.last == end and not named.adjective
