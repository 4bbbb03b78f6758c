"""Relative pronouns: what they stand for in their clause.

`relative_arguments` is called once for each sentence. It asks `relative_antecedents` what a pronoun means and
`counted_antecedents` whether that is several things; a clause of a participle goes to `participle_clauses`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.addresses import ADDRESS
from govgraph.extract.clauses.counted_antecedents import those_counted
from govgraph.extract.clauses.front_participles import opened_argument
from govgraph.extract.clauses.participle_clauses import participle_argument
from govgraph.extract.clauses.relative_antecedents import Pronoun, antecedent_of
from govgraph.extract.clauses.relative_genders import gender_said
from govgraph.extract.clauses.relative_people import called_by_title, person_apart
from govgraph.extract.state import Argument
from govgraph.language.grammar import AUXILIARIES, COORDINATORS, PREPOSITIONS, RELATIVES
from govgraph.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govgraph.extract.state import Clause, Draft, Sentence

_OF_SEVERAL = frozenset({"die", "denen", "deren"})
"""Pronouns that may speak of several things."""
_SINGULAR = frozenset({"darf", "ist", "kann", "muss", "soll", "war", "will", "wird"})
"""Forms of auxiliaries and modals that end like no other verb in the singular."""


class _Form(NamedTuple):
    """What the form of a relative pronoun and that of its verb tell.

    Attributes:
        gender: What „der“ has for a gender, which tells its case; empty for others.
        doer: The only one who does what the verb says, where it is in the singular; something is done to the others.
    """

    gender: str
    doer: Argument | None = None


def relative_arguments(
    s: Sentence,
    particles: frozenset[str],
    gender_of: Callable[[str], str],
    is_woman: Callable[[Draft], bool | None] = lambda _: None,
    building: frozenset[str] = frozenset(),
) -> None:
    """Let the pronoun of every relative clause stand for what it refers to. Clauses and markers must be known.

    Args:
        s: The sentence.
        particles: Separable prefixes and nouns of set phrases („in Betrieb“), which may stand between.
        gender_of: Gives the gender of a noun.
        is_woman: Tells whether a person is a woman, or None.
        building: Lemmas of verbs for what is done to works alone.
    """
    known: dict[int, Argument] = {}
    for number, clause in enumerate(s.clauses):
        if clause.kind == "participle" and clause.tokens:
            if clause.tokens[0] == 0:
                opened_argument(s, number, building)
            else:
                participle_argument(s, number, particles, gender_of)
        if clause.kind != "relative" or not clause.tokens:
            continue
        start = clause.tokens[0]
        i = next((j for j in clause.tokens[:5] if s.lower[j] in RELATIVES and j not in s.taken), -1)
        if i < 0:
            continue
        before = [a for a in s.arguments if a.last <= start and not a.adjective and a.draft is not None]
        before = [a for a in before if a.marker != ADDRESS]
        before.sort(key=lambda a: a.last)
        if s.lower[start] in COORDINATORS:
            # „…, in dem alle beraten und dem Anna Weber vorsitzt“: of the same thing
            antecedent = known.get(clause.parent)
        else:
            antecedent = called_by_title(s, before, start, s.lower[i])
            antecedent = antecedent or antecedent_of(s, before, start, Pronoun(s.lower[i], particles, gender_of))
            antecedent = antecedent or person_apart(s, before, start, is_woman)
        belonging = those_counted(s, before, start) if s.lower[i] in _OF_SEVERAL else None
        if belonging is not None:
            antecedent = belonging[0] if belonging else None
        if antecedent is None:
            continue
        known[number] = antecedent
        gender = gender_said(s, antecedent, start, gender_of) if s.lower[i] == "der" else ""
        if belonging:
            _stand_for(s, number, i, belonging, _Form(gender))
            continue
        several = s.lower[i] in _OF_SEVERAL and not _one_person(s, clause, antecedent, i)
        members = [a for a in before if a.group == antecedent.group] if several else [antecedent]
        doer = antecedent if len(members) > 1 and _of_one(s, clause, i) else None
        _stand_for(s, number, i, members, _Form(gender, doer))


def _stand_for(s: Sentence, number: int, i: int, members: Sequence[Argument], form: _Form) -> None:
    """Add an argument for each of those that the pronoun of a relative clause stands for.

    Args:
        s: The sentence.
        number: The relative clause.
        i: Its pronoun.
        members: Those whom it stands for.
        form: What its form and that of its verb tell.
    """
    start = s.clauses[number].tokens[0]
    cases = RELATIVES[s.lower[i]]
    if s.lower[i] == "der":
        cases = {"f": "dg", "m": "n", "mn": "n"}.get(form.gender, cases)
    marker = "np"
    if i and s.lower[i - 1] in PREPOSITIONS and i - 1 in s.clauses[number].tokens:
        marker = PREPOSITIONS[s.lower[i - 1]]
    for member in members:
        # „A und B, die in Fulda sitzt“: only the last sits there; „A und B, die Fulda nutzt“: both are used
        done = form.doer is not None and member is not form.doer and marker == "np"
        own = "a" if done else cases
        argument = Argument(
            i, i + 1, draft=member.draft, marker=marker, cases=own, begin=i, clause=number, reference=True
        )
        if s.lower[i] in {"dessen", "deren"}:
            argument.marker, argument.cases, argument.head = "gen", "g", _following_noun(s, i)
        argument.group = 1000 + i
        if member.marker in {"gen", "von", "in"} and 0 <= member.head < start and member.head not in s.taken:
            # „die Mitglieder des Verbands, zu denen …“: what the name hangs on says in what way it is meant
            argument.introduced_by = s.tokens[member.head].text.removesuffix("n")
        s.arguments.append(argument)


def _one_person(s: Sentence, clause: Clause, antecedent: Argument, i: int) -> bool:
    """„A und B, die das Referat führt“: the verb in the singular makes it the last one alone."""
    if antecedent.type is not EntityType.PERSON or s.lower[i - 1] in PREPOSITIONS:
        return False
    return _of_one(s, clause, i)


def _of_one(s: Sentence, clause: Clause, i: int) -> bool:
    """Whether the verb of a relative clause with „die“ is in the singular: „die das Referat führt“, „leitete“."""
    if s.lower[i] != "die":
        return False
    verbs = [at for _, at, _ in clause.lemmas] + [j for j in clause.tokens if s.lower[j] in AUXILIARIES]
    last = s.lower[max(verbs)] if verbs else ""
    return last.endswith(("t", "te")) or last in _SINGULAR


def _following_noun(s: Sentence, i: int) -> int:
    for j in range(i + 1, min(i + 4, len(s.tokens))):
        if j in s.taken and not s.taken[j].adjective:
            return s.taken[j].last - 1
        if s.tokens[j].text[0].isupper():
            return j
    return -1
