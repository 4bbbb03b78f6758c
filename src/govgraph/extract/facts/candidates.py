"""Which pairs of things of a sentence may stand in a relation, for the ranker to weigh.

The ranker calls `CandidateFinder.find` once for each sentence; `candidate_features` describes each pair that it yields.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from govgraph.extract.clauses.exceptions import BUT_FOR
from govgraph.extract.clauses.scenes import holder_beside, where_others_are
from govgraph.extract.facts.candidate_features import OF_SENTENCE_BEFORE, Around, PairFeatures
from govgraph.extract.facts.cues import CueFinder
from govgraph.extract.facts.others_there import has_it_made
from govgraph.extract.offices.leaving import Leaving
from govgraph.extract.state import WORKS, Argument
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.facts.candidate_features import Candidate, Fired
    from govgraph.extract.facts.cues import Cue
    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Draft, FactDraft, Sentence

_BESIDE = 4
"""Most tokens between two names that may be related with no word that says so."""
_MOST = 14
"""Most arguments of a sentence that are paired; frames alone read a longer list."""
_BEFORE = 5
"""Most things of the sentence before that may be an end."""
_MAKING = frozenset({Predicate.DEVELOPS, Predicate.IMPLEMENTS})
"""What is not guessed of who has something made by another."""
_FROM = frozenset({"bei", "von"})
"""Markers of from whom others get help."""
_THROUGH = frozenset({"über"})
"""Marker of where others get a service: „über den FIT-Store“; who does so does not use the shop."""
_SILENT = frozenset(
    {
        Predicate.PART_OF, Predicate.LOCATED_IN, Predicate.HELD_IN, Predicate.REPRESENTS, Predicate.BASED_ON,
        Predicate.DEVELOPS, Predicate.MEMBER_OF,
    }
)  # fmt: skip
"""Relations that two names side by side may have with no word that evokes them."""
_MOST_TABLES = 4096
Hopeless = Callable[["Draft", Predicate, "Draft", tuple[str, ...], Around], bool]
"""Whether two things and a relation that no rule has read come to nothing, by the features that the two have."""


class CandidateFinder:
    """Pairs what is named in sentences.

    Args:
        knowledge: Compiled vocabulary.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.k = knowledge
        self._cues = CueFinder(knowledge)
        self._guards = knowledge.words("guards")
        self._help = knowledge.words("nouns-for-help")
        self._shops = tuple(sorted(knowledge.words("ends-of-shops")))
        self._leaving = Leaving(knowledge)
        self._municipalities = knowledge.words("municipality-plurals")
        self._governing = tuple(knowledge.words("governing-titles"))
        self._committees = knowledge.words("parliamentary-committees")
        by_types: dict[tuple[EntityType, EntityType], list[Predicate]] = defaultdict(list)
        for predicate, (subjects, objects) in knowledge.vocabulary.signatures.items():
            for one in subjects:
                for other in objects:
                    by_types[one, other].append(predicate)
        self._by_types = {pair: tuple(sorted(found)) for pair, found in by_types.items()}
        self._tables: dict[frozenset[Predicate], _Possible] = {}

    def find(
        self,
        s: Sentence,
        facts: Sequence[FactDraft],
        verdicts: Sequence[Modality | None],
        hopeless: Hopeless | None = None,
    ) -> Iterator[Candidate]:
        """Candidates of one sentence.

        Args:
            s: Sentence with clauses, markers and references.
            facts: What rules read from it.
            verdicts: Modality of each of its clauses, None where it claims nothing.
            hopeless: Tells which candidates that no rule has read need not be described; every one is if None.
        """
        here = sorted((a for a in s.arguments if a.draft is not None and a.first >= 0), key=lambda a: (a.first, a.last))
        if not here or len(here) > _MOST:
            return
        present = {id(a.draft) for a in here}
        named = [*([s.topic] if s.topic is not None else []), *s.near[-_BEFORE:]]
        away = [draft for draft in dict.fromkeys(named) if id(draft) not in present]
        if not away and len(present) < 2:
            return
        cues: dict[Predicate, list[Cue]] = defaultdict(list)
        for cue in self._cues.find(s):
            for predicate in cue.evoked:
                cues[predicate].append(cue)
        fired = _read_already(facts)
        if not cues and not fired and len(here) < 2:
            return
        view = PairFeatures(s, here, cues, fired, [self._claim(s, number, v) for number, v in enumerate(verdicts)])
        silent = Around(cued=False, passive=view.has_passive, read=bool(fired))
        evoking = silent._replace(cued=True)
        before = [Argument(-1, -1, draft=draft, marker=OF_SENTENCE_BEFORE, clause=-1, reference=True) for draft in away]
        evoked = {(predicate, cue.clause) for predicate, found in cues.items() for cue in found}
        possible = self._possible({*cues, *_SILENT, *(predicate for _, predicate, _ in fired)})
        here = [a for a in here if not _is_excepted(s, a)]
        others = [*here, *before]
        owners = {id(x) for x in here if _only_owns(s, x)}
        ordering = {id(x) for x in here if x.clause >= 0 and has_it_made(s, s.clauses[x.clause], x)}
        helping = {id(x.draft) for x in here if self._helps(s, x)}
        shops = {id(x) for x in here if x.marker in _THROUGH and x.draft and x.draft.name.lower().endswith(self._shops)}
        held = {id(x): holder for x in here if x.head >= 0 and (holder := holder_beside(s, x)) is not None}
        for a in here:
            if where_others_are(s, a, self._municipalities):
                continue
            for b in others:
                if a.draft is b.draft or a.draft is None or b.draft is None:
                    continue
                related = possible[a.draft.type, b.draft.type]
                if not related or (a.type is EntityType.PERSON and held.get(id(b), a).draft is not a.draft):
                    # „A sitzt im Rat wie auch der Staatssekretär im Ministerium B“: of A nothing is said of it
                    continue
                beside = b.first >= 0 and max(a.first, b.first) - min(a.last, b.last) <= _BESIDE
                ordered = id(a) in ordering
                owning = id(a) in owners or id(b) in owners
                through_shop = id(a) in shops or id(b) in shops
                shared: tuple[str, ...] = ()
                for predicate in related:
                    if predicate is Predicate.COOPERATES_WITH and a.first > b.first:
                        continue
                    if owning and predicate is not Predicate.PART_OF:
                        continue
                    read = fired.get((id(a.draft), predicate, id(b.draft)))
                    if read is None and predicate is Predicate.MEMBER_OF and self._answers_to(s, a, b):
                        continue
                    if read is None and ((ordered and predicate in _MAKING) or through_shop):
                        continue
                    helps = id(a.draft) in helping and b.clause in {a.clause, -1}
                    if read is None and predicate is Predicate.DEVELOPS and helps:
                        continue
                    if read is None and b.first < 0 and (predicate, a.clause) not in evoked:
                        continue
                    if read is not None or predicate in cues or (beside and predicate in _SILENT):
                        shared = shared or view.shared(a, b)
                        if read is None and hopeless is not None:
                            around = evoking if predicate in cues else silent
                            if hopeless(a.draft, predicate, b.draft, shared, around):
                                continue
                        yield view.candidate(a, b, predicate, read, shared)

    def _helps(self, s: Sentence, x: Argument) -> bool:
        """„Hilfe holt sich Ulm von der AKDB“: whoever helps has not made what others bring in."""
        if x.marker not in _FROM or not 0 <= x.clause < len(s.clauses):
            return False
        return any(s.text_at(i) in self._help for i in s.clauses[x.clause].tokens)

    def _answers_to(self, s: Sentence, a: Argument, b: Argument) -> bool:
        """„Im Hauptausschuss teilte Staatssekretär A mit, …“: who governs only speaks in a parliament."""
        if a.type is not EntityType.PERSON or b.marker != "in" or b.draft is None:
            return False
        title = s.taken.get(a.first - 1)
        if title is None or title.role is None or not s.lower[title.last - 1].endswith(self._governing):
            return False
        of_parliament = any(x.head in range(b.first, b.last) and _is_parliament(x) for x in s.arguments)
        return of_parliament or _is_parliament(b) or b.draft.name in self._committees

    def _possible(self, wanted: set[Predicate]) -> _Possible:
        """Relations among those wanted, by the types of their ends; the same table for sentences that want the same."""
        key = frozenset(wanted)
        if key not in self._tables:
            if len(self._tables) >= _MOST_TABLES:
                self._tables.clear()
            self._tables[key] = _Possible(
                (pair, tuple(p for p in found if p in key)) for pair, found in self._by_types.items()
            )
        return self._tables[key]

    def _claim(self, s: Sentence, number: int, verdict: Modality | None) -> Modality | None:
        """Modality of a clause for what no rule reads from it: a guard in it, and it claims nothing."""
        if verdict is None:
            return None
        clause = s.clauses[number]
        if verdict is Modality.PLANNED and self._leaving.says(s, clause):
            # „verlässt im Mai die Geschäftsführung“: until then it is so
            verdict = Modality.ASSERTED
        if not self._guards.isdisjoint(clause.verbs):
            return None
        for i in clause.tokens:
            text = s.tokens[i].text
            if s.lower[i] in self._guards or (
                text[0].isupper() and i not in s.taken and self.k.lemma(text) in self._guards
            ):
                return None
        return verdict


def _read_already(facts: Sequence[FactDraft]) -> Fired:
    """What rules read, by ends and relation; who cooperates does so either way round."""
    fired: Fired = {}
    for fact in facts:
        fired[id(fact.subject), fact.predicate, id(fact.object)] = fact
        if fact.predicate is Predicate.COOPERATES_WITH:
            fired[id(fact.object), fact.predicate, id(fact.subject)] = fact
    return fired


class _Possible(dict[tuple[EntityType, EntityType], tuple[Predicate, ...]]):
    """Relations that two things may stand in, by their types; none for types that no relation joins."""

    __slots__ = ()

    def __missing__(self, pair: tuple[EntityType, EntityType]) -> tuple[Predicate, ...]:
        return ()


def _is_excepted(s: Sentence, x: Argument) -> bool:
    """„Bis auf Bayern haben alle unterzeichnet“: of whom a clause says the contrary."""
    if not 0 <= x.clause < len(s.clauses) or s.clauses[x.clause].kind != "contrast":
        return False
    return s.lower[s.clauses[x.clause].tokens[0]] in BUT_FOR


def _is_parliament(x: Argument) -> bool:
    return x.draft is not None and x.draft.kind == "Parliament"


def _only_owns(s: Sentence, x: Argument) -> bool:
    """„die AKDB-Tochter LivingData“, „den EfA-Dienst Wohngeld“: a compound tells whose or what kind the next is."""
    named = s.taken.get(x.last) if x.adjective else None
    if named is None or named.first != x.last or named.adjective or "-" not in s.tokens[x.last - 1].text:
        return False
    bodies = named.type is EntityType.ORGANISATION and x.type is EntityType.ORGANISATION
    return bodies or (named.type in WORKS and x.type in WORKS)
