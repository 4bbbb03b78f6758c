"""Words that stand for a thing without a noun: er, sie, es, dieser, beide, sein, ihr, damit, dort.

`Pronouns.at` is asked for each word of a sentence in turn; what has been spoken of before stands in `discourse`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.agreement import is_place
from govgraph.extract.clauses.dative_ihr import is_dative_ihr
from govgraph.extract.clauses.extended import done_by_whom
from govgraph.extract.references.antecedents import Antecedents, Wanted
from govgraph.extract.references.owners import Owners
from govgraph.extract.references.pronominal_adverbs import OF_THERE, PronominalAdverbs, after_place
from govgraph.extract.references.pronoun_cases import PronounCases
from govgraph.extract.references.pronoun_clauses import (
    clause_at,
    is_singular,
    opens,
    tells_done,
    verbs_of,
)
from govgraph.extract.state import PLACES, WORKS, only_one
from govgraph.language.grammar import DETERMINERS, FORMER, LATTER, NOT_VERBS, POSSESSIVES, PREPOSITIONS, PROADVERBS
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable

    from govgraph.extract.references.discourse import Discourse, Mention
    from govgraph.extract.references.tools import Tools
    from govgraph.extract.state import Draft, Sentence

_PERSONAL = {"er": ("m", "n"), "ihn": ("m", "a"), "ihm": ("mn", "d"), "sie": ("f", "na"), "es": ("n", "na")}
_POINTING = {
    "der": ("m", "n"), "die": ("f", "na"), "den": ("m", "a"), "dem": ("mn", "d"),
    "dieser": ("m", "n"), "diese": ("f", "na"), "dieses": ("n", "na"), "diesen": ("m", "a"), "diesem": ("mn", "d"),
    "letzterer": ("m", "n"), "letztere": ("f", "na"), "letzteres": ("n", "na"), "letzteren": ("m", "a"),
    "letzterem": ("mn", "d"), "ersterer": ("m", "n"), "erstere": ("f", "na"), "ersteres": ("n", "na"),
    "ersteren": ("m", "a"), "ersterem": ("mn", "d"), "das": ("n", "na"), "dies": ("n", "na"),
}  # fmt: skip
_SEATED = frozenset({"beheimatet", "dienstsitz", "hauptsitz", "sitz", "sitzt"})
"""Words beside which „hier“ is the place that was named last."""
WORDS = frozenset(
    {
        *PROADVERBS,
        *OF_THERE,
        *POSSESSIVES,
        *_PERSONAL,
        *_POINTING,
        "dort",
        "hier",
        "wo",
        "dessen",
        "deren",
        "ihr",
        "ihnen",
    }
)
_ANSWERS = frozenset({"doch", "ja", "nein"})
"""Words by which an answer begins."""
_PAIR = 2
_THEIRS = {"er": "sein", "sie": "ihr"}
"""How possessives begin that mean whom a pronoun means."""
_AND_SO = frozenset({"aber", "denn", "doch", "und"})
"""Conjunctions at the head of a sentence before a demonstrative."""


class Pronouns:
    """Resolves pronouns and pronominal adverbs against what has been spoken of.

    Args:
        tools: What is the same for every article.
        discourse: What has been spoken of.
        house_of: Gives the ministry or body of a person's office that a noun may stand for.

    Attributes:
        antecedents: What a pronoun may stand for.
        house_of: The same as given.
    """

    def __init__(self, tools: Tools, discourse: Discourse, house_of: Callable[[Draft, str], Draft | None]) -> None:
        self.antecedents = Antecedents(tools, discourse)
        self.house_of = house_of
        self._slots = tools.slots
        self._discourse = discourse
        self._cases = PronounCases(tools)
        self._owners = Owners(tools, discourse, self.antecedents, house_of)
        self._adverbs = PronominalAdverbs(tools, discourse, self.antecedents)
        self._intending = tools.knowledge.words("verbs-of-plans-alike")

    def at(self, s: Sentence, i: int) -> bool:
        """Resolve token `i` if it is a pronoun or pronominal adverb; tells whether it is one."""
        low = s.lower[i]
        if low in FORMER or low in LATTER:
            return self._one_of_two(s, i, latter=low in LATTER)
        if low not in WORDS or not (s.tokens[i].text.islower() or opens(s, i)):
            return False
        if done_by_whom(s, i):
            self._doer(s, i)
        elif low in PROADVERBS:
            self._adverbs.with_thing(s, i, PROADVERBS[low])
        elif low in OF_THERE:
            self._adverbs.of_there(s, i)
        elif low in {"dort", "wo"} or (low == "hier" and (not _SEATED.isdisjoint(s.lower) or after_place(s, i))):
            self._adverbs.there(s, i)
        elif low in POSSESSIVES and not _is_pronoun(s, i) and self._owners.possessive(s, i, low):
            return True
        elif low in {"dessen", "deren"}:
            self._owners.whose(s, i, low)
        elif low in _PERSONAL:
            self._personal(s, i, *_PERSONAL[low])
        elif low == "ihr":
            self._personal(s, i, "f", "d")
        elif low == "ihnen":
            self._several(s, i, "d")
        elif low in _POINTING and self._points(s, i, low):
            self._pointing(s, i, *_POINTING[low])
        else:
            return False
        return True

    def _one_of_two(self, s: Sentence, i: int, *, latter: bool) -> bool:
        """„Gera und Jena … Erstere führt X ein, Letztere bleibt bei Y“: one of the two named before."""
        gender, cases = _POINTING[s.lower[i]]
        if not self._points(s, i, s.lower[i]):
            return False
        governed = s.low_at(i - 1) in PREPOSITIONS and s.low_at(i - 1) not in {"als", "wie"}
        if not governed and cases == "na" and gender == "f" and not is_singular(s, i):
            return True
        found = self._of_pair(i, gender, latter=latter)
        if found is None and latter:
            self._pointing(s, i, gender, cases)
        elif found is not None and not (s.low_at(i - 1) in {"der", "des"} and s.lower[i].endswith("n")):
            # not „Sitz der ersteren“
            s.refer(i, i + 1, found, "d" if governed else "n" if cases == "na" else cases)
        return True

    def _of_pair(self, i: int, gender: str, *, latter: bool) -> Draft | None:
        """The one or the other of the two things that are joined last, in this sentence or the one before."""
        current = [m for m in self._discourse.current if m.last <= i]
        for line in (current, *self._discourse.lines[-1:]):
            groups: dict[int, dict[int, Mention]] = {}
            for m in sorted(line, key=lambda m: m.first):
                if m.draft.name:
                    groups.setdefault(m.group, {})[id(m.draft)] = m
            pairs = [tuple(group.values()) for group in groups.values() if len(group) == _PAIR]
            if len(pairs) == 1:
                found = pairs[0][latter]
                agrees = is_place(found.draft) or self.antecedents.agrees(found, gender) is not None
                return found.draft if agrees else None
        return None

    def _doer(self, s: Sentence, i: int) -> None:
        """„das von ihr geführte Amt“: the only person of the sentence before whom the pronoun agrees with."""
        gender = {"ihm": "m", "ihr": "f"}.get(s.lower[i], "")
        line = self._discourse.lines[-1] if self._discourse.lines else []
        people = [m for m in line if m.draft.type is EntityType.PERSON and m.draft.name and m.rank > 0]
        found = only_one(m.draft for m in people if gender and self.antecedents.agrees(m, gender) is not None)
        if found is not None:
            s.refer(i, i + 1, found, "d")

    def _personal(self, s: Sentence, i: int, gender: str, cases: str) -> None:
        """„er“, „ihr“, „mit ihm“: the thing or the person that stands out most of those that agree."""
        clause = clause_at(s, i)
        governed = s.low_at(i - 1) in PREPOSITIONS and s.low_at(i - 1) not in {"als", "wie"}
        marker = PREPOSITIONS[s.lower[i - 1]] if governed else ""
        if governed:
            cases = "d" if cases == "d" else "a"
        elif cases == "na":
            cases = self._cases.case(s, clause, i)
        if s.lower[i] == "es" and self._cases.is_impersonal(s, clause, i):
            return
        if s.lower[i] == "sie" and not governed and "n" in cases and not is_singular(s, i):
            self._several(s, i, cases)
            return
        found = self._owner_told(s, i) if cases == "n" else None
        found = found or self.antecedents.seek(s, i, Wanted(gender, marker or cases, 2))
        if found is not None:
            s.refer(i, i + 1, found, cases)
        elif s.lower[i] == "sie" and cases == "a":
            self._several(s, i, cases)

    @staticmethod
    def _owner_told(s: Sentence, i: int) -> Draft | None:
        """„In ihrer Studie X rät sie zu Fristen“: whom a possessive right before the verb of its clause means."""
        theirs = _THEIRS.get(s.lower[i], ".")
        before = [a for a in s.arguments if a.first < i and s.clause_of[a.first] == s.clause_of[i]]
        owners = [a for a in before if a.reference and a.marker == "gen"]
        told = [a for a in owners if s.lower[a.first].startswith(theirs) and a.type is EntityType.PERSON]
        named = any(a.type is EntityType.PERSON and not a.reference for a in before)
        return only_one(a.draft for a in told) if len(owners) == len(told) and not named else None

    def _pointing(self, s: Sentence, i: int, gender: str, cases: str) -> None:
        """„dieser“, „Dem gehört … an“: rather what was named last than the subject."""
        clause = clause_at(s, i)
        governed = s.low_at(i - 1) in PREPOSITIONS and s.low_at(i - 1) not in {"als", "wie"}
        if governed and s.lower[i] == "der":
            # „An der arbeitet Dataport“
            gender, cases = "f", "d"
        if not governed and cases == "na":
            cases = "a" if self._cases.has_other_subject(s, clause, i) or self._cases.is_acted_on(s, clause, i) else "n"
        bonus = 0.8 if s.lower[i] in LATTER else 0.5
        expected = self._slots.expected(s, clause, PREPOSITIONS[s.lower[i - 1]] if governed else cases)
        if s.lower[i] in {"das", "dies"} and not expected & WORKS:
            # „Das sagte er“: what was said before, and no thing
            return
        latest = self.antecedents.latest(gender, expected)

        def prefer(_: int, m: Mention) -> float:
            # it points at what was named last, and rarely at the subject
            return (bonus if m is latest else 0.0) + (0.2 if m.rank < 1 else 0.0)

        found = self.antecedents.seek(
            s, i, Wanted(gender, PREPOSITIONS[s.lower[i - 1]] if governed else cases, 1), prefer
        )
        if found is None and s.lower[i] in {"das", "dies"} and tells_done(s, clause, i):
            found = self._all_that(s, i, expected)
        if found is not None:
            s.refer(i, i + 1, found, cases)
        elif s.lower[i] in {"die", "diese"}:
            self._several(s, i, cases)

    def _all_that(self, s: Sentence, i: int, expected: frozenset[EntityType]) -> Draft | None:
        """„Bezahlt hat das der Bund“: the only work of the sentence before, of any gender, or what all is about."""
        line = self._discourse.lines[-1] if self._discourse.lines else []
        works = list(dict.fromkeys(m.draft for m in line if m.draft.type in WORKS and m.draft.name and m.rank > 0))
        fitting = [d for d in works if d.type in expected]
        beside = self.antecedents.beside(s, s.clause_of[i] if s.clause_of else 0)
        if works:
            return fitting[0] if len(works) == 1 and fitting and id(fitting[0]) not in beside else None
        return self._discourse.about("mfn", expected, beside)

    def _points(self, s: Sentence, i: int, low: str) -> bool:
        """Whether an article or demonstrative stands alone: „Dem gehöre ich an“, „vertritt diesen im Gremium“."""
        following = s.text_at(i + 1)
        clause = clause_at(s, i)
        verb = i + 1 in verbs_of(s, clause)
        # „Nein, das stammt von der AKDB“
        answered = s.low_at(i - 2) in _ANSWERS and s.text_at(i - 1) == "," and s.text_at(i - 3) in {"", ":", "."}
        if low in {"das", "dies"} and not answered and (s.text_at(i - 1) in {",", ";"} or clause.kind != "main"):
            return False
        if low in {"das", "dies"} and not self._intending.isdisjoint(clause.verbs):
            # „Gera plant dies auch“: what others do, and no thing
            return False
        if low in {"das", "dies"} and tells_done(s, clause, i):
            # „Bezahlt hat das der Bund“, „Umgesetzt hat das Bayern“
            named = s.taken.get(i + 1)
            whole = following in DETERMINERS or (named is not None and named.type in PLACES)
            return whole or verb or not following[:1].isalpha() or following in PREPOSITIONS
        if low in {"der", "die", "den", "dem"}:
            # „Die Gewerbeanmeldung fehlt, die hat Hessen programmiert“
            # „Um die kümmert sich Dataport“, „Mit dem arbeitet auch Fulda“
            first = i - (verb and s.low_at(i - 1) in PREPOSITIONS)
            # „Und die ist Abteilungsleiterin im Ministerium“
            joined = first == 1 and s.low_at(0) in _AND_SO
            may_open = (
                joined or opens(s, first) or (s.text_at(first - 1) in {",", ";"} and clause.tokens[0] == first - 1)
            )
            return verb and may_open and clause.kind == "main"
        if low in FORMER or low in LATTER:
            return not following[:1].isupper()
        if low == "das" and following in NOT_VERBS and _opens_phrase(s, i + 2):
            return False
        return verb or not following[:1].isalpha() or following.lower() in PREPOSITIONS or following in NOT_VERBS

    def _several(self, s: Sentence, i: int, cases: str) -> None:
        """„sie“, „ihnen“, „beide“ of several: what stood coordinated before."""
        members = self.antecedents.group(s, i)
        for member in members:
            s.refer(i, i + 1, member, cases, 2000 + i)


def _opens_phrase(s: Sentence, i: int) -> bool:
    """„Das bisher verwendete System“: whether an attribute and its noun follow, so that „das“ is an article."""
    attribute = s.text_at(i)
    return attribute[:1].islower() and attribute.endswith(("e", "en")) and s.text_at(i + 1)[:1].isupper()


def _is_pronoun(s: Sentence, i: int) -> bool:
    """„Ihr gehören Bayern und Hessen an“: no „ihr“ of an owner, since the verb of its clause comes next."""
    if is_dative_ihr(s, i):
        return True
    return s.low_at(i) == "ihr" and any(at == i + 1 and not participle for _, at, participle in clause_at(s, i).lemmas)
