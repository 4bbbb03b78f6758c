"""Pairs of things with a relation, and the features of each that the ranker weighs.

`PairFeatures` is made once for each sentence by `candidates`; what it finds of one end or one cue it finds once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from itertools import product, starmap
from typing import TYPE_CHECKING, NamedTuple

from govgraph.extract.clauses.slots import is_passive
from govgraph.language.grammar import PREPOSITIONS
from govgraph.language.morphology import Memo
from govgraph.model import EntityType, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govgraph.extract.facts.cues import Cue
    from govgraph.extract.state import Argument, Draft, FactDraft, Sentence

_EDGES = (1, 2, 3, 5, 8, 12, 18)
"""Distances in tokens from which on two ends are told to be further apart."""
_CASES = {"nom": "n", "acc": "a", "dat": "d"}
OF_SENTENCE_BEFORE = "context"
"""Marker of what stands in the sentence before."""
_OF_CONTEXT = frozenset({"nom", OF_SENTENCE_BEFORE})
"""Markers of slots that something of the sentence before may fill."""
_BARE = frozenset({"bracket", "np"})
"""Markers of what no preposition governs."""
_A = Memo("a-".__add__).__getitem__
_B = Memo("b-".__add__).__getitem__
_A_KIND = Memo("a-kind=".__add__).__getitem__
_B_KIND = Memo("b-kind=".__add__).__getitem__
_TYPES = {(one, other): "types=" + one + ">" + other for one in EntityType for other in EntityType}
_CUE_CLAUSES = {where: "cue-clause=" + where for where in ("", "a", "b", "ab")}
_VERDICTS: dict[Modality | None, str] = {verdict: "verdict=" + (verdict or "none") for verdict in (None, *Modality)}
_DISTANCES = tuple(f"distance={sum(edge <= n for edge in _EDGES)}" for n in range(_EDGES[-1] + 1))
_COUNTS = tuple(f"between={n}" for n in range(4))
_RIVALS = tuple(f"rivals={n}" for n in range(3))
_OTHER_CUES = tuple(f"other-cues={n}" for n in range(3))
_FITS = tuple(f"fit={n}" for n in range(4))
_FITS_IN_CLAUSE = tuple(f"fit-in-clause={n}" for n in range(4))
_NO_CUE = ("no-cue",)
_ALONE: Set[int] = frozenset()
"""Group of what stands in the sentence before."""
UNREAD = "unread"
"""Feature of every candidate that no rule has read."""
_UNREAD = (UNREAD,)
OF_ENDS = frozenset(
    {
        "a-adjective", "a-head", "a-in-bracket", "a-in-list", "a-kind", "a-leading", "a-marker", "a-on-b",
        "a-reference", "a-rival-in-clause", "a-rivals", "a-topic", "b-adjective", "b-head", "b-in-bracket",
        "b-in-list", "b-kind", "b-leading", "b-marker", "b-on-a", "b-reference", "b-rival-in-clause", "b-rivals",
        "b-topic", "before", "before-and-subject", "before-named", "before-no-subject", "before-topic", "between",
        "block", "clause", "clauses", "coordinated", "distance", "markers", "object-between", "order",
        "subject-between", "types", "words",
    }
)  # fmt: skip
"""What features are called, before their „=“, that two ends have whatever the relation."""
_OF_CUES = frozenset(
    {
        "cue", "cue-after-b", "cue-and", "cue-before-b", "cue-clause", "cue-place", "fit", "fit-in-clause",
        "other-cues", "passive",
    }
)  # fmt: skip
"""What features are called that a word makes that evokes the relation."""
OF_READ = frozenset({"read", "rule", "says", "sure"})
"""What features are called that only candidates have that a rule has read."""
Fired = dict[tuple[int, Predicate, int], "FactDraft"]


class Around(NamedTuple):
    """What stands around two things of which no rule has read a relation; it limits what features they may have.

    Attributes:
        cued: Whether a word of the sentence evokes the relation.
        passive: Whether a clause of it is passive.
        read: Whether rules have read anything from it.
    """

    cued: bool
    passive: bool
    read: bool

    @classmethod
    def all(cls) -> Iterator[Around]:
        """Everything that may stand around."""
        return starmap(cls, product((False, True), repeat=len(cls._fields)))

    def may_have(self, name: str) -> bool:
        """Whether the two may have a feature that is called so before its „=“."""
        if name in _OF_CUES:
            return self.cued and (self.passive or name != "passive")
        return self.read if name.startswith("read-") else not (self.cued and name in _NO_CUE)


class Candidate(NamedTuple):
    """Two things and a relation that a sentence may state of them.

    Attributes:
        subject: Subject.
        predicate: Relation.
        object: Object.
        modality: Modality of the clause that would say so; None where it claims nothing.
        sentence: The sentence.
        read: What the rules read of the two, or None.
        cue: Word that evokes the relation; empty for none.
        reference: Whether an end is only referred to.
        features: Names of features; the same name may weigh differently for each relation.
    """

    subject: Draft
    predicate: Predicate
    object: Draft
    modality: Modality | None
    sentence: Sentence
    read: FactDraft | None
    cue: str
    reference: bool
    features: tuple[str, ...]


class PairFeatures:
    """What the features of all pairs of one sentence share."""

    def __init__(
        self,
        s: Sentence,
        here: Sequence[Argument],
        cues: Mapping[Predicate, Sequence[Cue]],
        fired: Fired,
        verdicts: Sequence[Modality | None],
    ) -> None:
        self.s = s
        self.here = here
        self.cues = cues
        self.fired = fired
        self.verdicts = verdicts
        self.fired_ends = {(a, b): predicate for a, predicate, b in fired}
        self.fired_subjects = {(a, predicate) for a, predicate, _ in fired}
        self.fired_objects = {(predicate, b) for _, predicate, b in fired}
        self.cue_places = [cue for found in cues.values() for cue in found]
        self.phrases = [x for x in here if not x.adjective]
        nominatives = [a for a in here if a.nominative]
        self.topic = nominatives[0] if nominatives else None
        self.leading: dict[int, Argument] = {}
        for a in nominatives:
            self.leading.setdefault(a.clause, a)
        self.groups: dict[int, set[int]] = defaultdict(set)
        for a in here:
            self.groups[a.group].add(id(a.draft))
        self._block = "block=" + s.kind
        self._ends: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._stands: dict[tuple[int, int], Set[str]] = {}
        self._passive = [is_passive(clause) for clause in s.clauses]
        self.has_passive = any(self._passive)
        self._to_be_done = {number for number in range(len(s.clauses)) if self._is_to_be_done(number)}
        self._others: dict[tuple[int, int, Predicate], str] = {}

    def shared(self, a: Argument, b: Argument) -> tuple[str, ...]:
        """Features of two arguments, whatever the relation."""
        assert a.draft is not None
        assert b.draft is not None
        return (
            _TYPES[a.draft.type, b.draft.type],
            _A_KIND(a.draft.kind),
            _B_KIND(b.draft.kind),
            self._block,
            "markers=" + a.marker + ">" + b.marker,
            *(self._apart(a, b) if a.first < 0 or b.first < 0 else self._between(a, b)),
            *self._end(a)[0],
            *self._end(b)[1],
        )

    def candidate(
        self, a: Argument, b: Argument, predicate: Predicate, read: FactDraft | None, shared: tuple[str, ...]
    ) -> Candidate:
        """The candidate of two arguments, either of which may stand in the sentence before."""
        assert a.draft is not None
        assert b.draft is not None
        cue = self._nearest(a, b, predicate)
        verdict = self._verdict(a, b, cue)
        return Candidate(
            a.draft,
            predicate,
            b.draft,
            verdict if read is None else read.modality,
            self.s,
            read,
            "" if cue is None else cue.lemma,
            a.reference or b.reference,
            (
                _VERDICTS[verdict],
                *shared,
                *(_NO_CUE if cue is None else self._cue(a, b, predicate, cue)),
                *(self._reading(a, b, predicate, read) if self.fired else _UNREAD),
            ),
        )

    def _verdict(self, a: Argument, b: Argument, cue: Cue | None) -> Modality | None:
        """Modality of the clause of the cue, else of an end.

        None where any of the three claims nothing, or where only the clause of an end says that something is over:
        „nutzt jetzt X; Y ist abgeschaltet“.
        """
        first: Modality | None = None
        if b.bracket is a:
            # „Landrat Lauer (CDU) will das nicht“
            return Modality.ASSERTED
        if cue is None and b.head == a.last - 1 and b.marker == "gen" and a.first >= 0 <= b.first:
            # „Das Dienstleistungszentrum des Saarlandes wird künftig von X geführt“: what a name hangs on holds
            return Modality.ASSERTED
        told = -1 if cue is None else cue.clause
        own = a.clause if a.first >= 0 else -1
        if own != told and self._is_main(own) and self._is_main(told):
            # „Wismar hat den Antrag verlegt, Güstrow will das im April tun“: each by its own verb
            told, own = own, told
        for number in (told, b.clause if b.first >= 0 else -1, own):
            if 0 <= number < len(self.verdicts):
                verdict = self.verdicts[number]
                if verdict is None or (first is not None and first is not verdict and verdict is Modality.ENDED):
                    return None
                first = first or verdict
        if first is Modality.ASSERTED and (
            (a.first >= 0 and a.clause in self._to_be_done) or (b.first >= 0 and b.clause in self._to_be_done)
        ):
            return Modality.PLANNED
        return first or Modality.ASSERTED

    def _is_to_be_done(self, number: int) -> bool:
        """„Behörden werden verpflichtet, bis 2026 auf die E-Akte umzusteigen“: what stands in a planned infinitive."""
        clause = self.s.clauses[number]
        return clause.kind == "infinitive" and clause.opener != "um" and self.verdicts[number] is Modality.PLANNED

    def _is_main(self, number: int) -> bool:
        return 0 <= number < len(self.s.clauses) and self.s.clauses[number].kind == "main"

    # ------------------------------------------------------------------ where the two stand

    def _apart(self, a: Argument, b: Argument) -> list[str]:
        """One end stands in the sentence before."""
        away, here = (a, b) if a.first < 0 else (b, a)
        return [
            "before=a" if away is a else "before=b",
            "before-topic" if away.draft is self.s.topic else "before-named",
            "before-and-subject" if here.clause in self.leading else "before-no-subject",
        ]

    def _between(self, a: Argument, b: Argument) -> list[str]:
        s = self.s
        low, high = (a, b) if a.first < b.first else (b, a)
        first, last = low.last, high.first
        distance = max(0, last - first)
        between = [x for x in self.phrases if x.first >= first and x.last <= last] if distance else []
        out = [
            "order=ab" if low is a else "order=ba",
            _DISTANCES[min(distance, _EDGES[-1])],
            _COUNTS[min(3, len(between))],
        ]
        if a.clause == b.clause:
            out.append("clause=same")
        elif s.clauses:
            one, other = s.clauses[a.clause], s.clauses[b.clause]
            near = "a-above" if other.parent == a.clause else "b-above" if one.parent == b.clause else "apart"
            out += ["clause=" + near, "clauses=" + one.kind + ">" + other.kind]
        if a.first <= b.head < a.last:
            out.append("b-on-a")
        if b.first <= a.head < b.last:
            out.append("a-on-b")
        if b.bracket is a:
            out.append("b-in-bracket")
        if a.bracket is b:
            out.append("a-in-bracket")
        if a.group == b.group:
            out.append("coordinated")
        if between:
            types = {x.type for x in between}
            if b.type in types:
                out.append("object-between")
            if a.type in types:
                out.append("subject-between")
        elif distance < 4:
            out.append("words=" + " ".join(s.lower[first:last]))
        return out

    def _end(self, x: Argument) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """How an end stands in the sentence, whatever the other end: as features of a subject, and of an object."""
        known = self._ends.get(id(x))
        if known is None:
            found = self._describe(x)
            known = self._ends[id(x)] = (tuple(map(_A, found)), tuple(map(_B, found)))
        return known

    def _describe(self, x: Argument) -> list[str]:
        marker = x.marker
        if marker == "np":
            marker = x.cases if len(x.cases) == 1 else "np"
        draft, group, type_ = x.draft, x.group, x.type
        rivals = [y for y in self.phrases if y.draft is not draft and y.group != group and y.type is type_]
        out = ["marker=" + marker, _RIVALS[min(2, len(rivals))]]
        if rivals and any(y.clause == x.clause for y in rivals):
            out.append("rival-in-clause")
        if x.first < 0:
            return out
        if x.adjective:
            out.append("adjective")
        elif x.reference:
            out.append("reference")
        if x is self.topic:
            out.append("topic")
        if x is self.leading.get(x.clause):
            out.append("leading")
        if len(self.groups[x.group]) > 1:
            out.append("in-list")
        if x.head >= 0 and x.head not in self.s.taken:
            out.append("head=" + self.s.lower[x.head])
        return out

    # ------------------------------------------------------------------ what evokes the relation

    def _nearest(self, a: Argument, b: Argument, predicate: Predicate) -> Cue | None:
        found = self.cues.get(predicate, ())
        if len(found) < 2:
            return found[0] if found else None
        best: tuple[int, int, int] | None = None
        nearest = None
        for cue in found:
            at, clause = cue.at, cue.clause
            far = (min(abs(at - a.first), 12) if a.first >= 0 else 12) + (
                min(abs(at - b.first), 12) if b.first >= 0 else 12
            )
            key = (-(clause == a.clause) - (clause == b.clause), far, at)
            if best is None or key < best:
                best, nearest = key, cue
        return nearest

    def _cue(self, a: Argument, b: Argument, predicate: Predicate, cue: Cue) -> list[str]:
        s = self.s
        where = ("a" if cue.clause == a.clause else "") + ("b" if cue.clause == b.clause else "")
        fit = self._fit(a, b, cue, predicate)
        out = ["cue=" + cue.part, _CUE_CLAUSES[where], _FITS[fit]]
        if a.first >= 0 and b.first >= 0:
            low, high = (a.first, b.first) if a.first < b.first else (b.first, a.first)
            out.append(
                "cue-place=before" if cue.at < low else "cue-place=after" if cue.at > high else "cue-place=between"
            )
        if b.first >= 0:
            out.append("cue-before-b" if cue.at < b.first else "cue-after-b")
            key = (b.first, cue.at, predicate)
            others = self._others.get(key)
            if others is None:
                others = self._others[key] = self._nearer(*key)
            out.append(others)
        if where == "ab":
            out.append(_FITS_IN_CLAUSE[fit] + cue.part)
        if s.clauses and self._passive[cue.clause]:
            out.append("passive=" + a.marker + ">" + b.marker)
        if cue.part == "noun" and cue.at + 1 < len(s.lower):
            after = s.lower[cue.at + 1]
            out.append("cue-and=" + (after if after in PREPOSITIONS or after in {"der", "des"} else "-"))
        return out

    def _nearer(self, first: int, at: int, predicate: Predicate) -> str:
        """How many cues of other relations stand nearer to a token than a cue does."""
        nearer = abs(at - first)
        others = {x.at for x in self.cue_places if predicate not in x.evoked and abs(x.at - first) < nearer}
        return _OTHER_CUES[min(2, len(others))]

    def _fit(self, a: Argument, b: Argument, cue: Cue, predicate: Predicate) -> int:
        """How many ends stand where a frame of the cue has them: 3 for both, 2 for the subject, 1 for the object."""
        frames = cue.evoked[predicate]
        if not frames:
            return 0
        one, other = self._markers(a, cue.at), self._markers(b, cue.at)
        best = 0
        for frame in frames:
            subject, object_ = (other, one) if frame.inverse else (one, other)
            fit = 2 * (not subject.isdisjoint(frame.subject_markers)) + (not object_.isdisjoint(frame.object_markers))
            best = max(best, fit)
        return best

    def _markers(self, x: Argument, at: int) -> Set[str]:
        """The markers of slots that an end may fill where it stands, seen from a cue."""
        key = (id(x), at)
        known = self._stands.get(key)
        if known is None:
            known = self._stands[key] = _markers(x, at)
        return known

    # ------------------------------------------------------------------ what the rules read

    def _reading(self, a: Argument, b: Argument, predicate: Predicate, read: FactDraft | None) -> list[str]:
        one, other = id(a.draft), id(b.draft)
        out = []
        ours, theirs = self.groups.get(a.group, _ALONE), self.groups.get(b.group, _ALONE)
        if (len(ours) > 1 or one not in ours) and any((x, predicate, other) in self.fired for x in ours if x != one):
            out.append("read-for-a-in-list")
        if (len(theirs) > 1 or other not in theirs) and any(
            (one, predicate, x) in self.fired for x in theirs if x != other
        ):
            out.append("read-for-b-in-list")
        if read is not None:
            return [*out, "read", "rule=" + read.rule, f"sure={int(read.confidence * 10)}", "says=" + read.modality]
        elsewhere = self.fired_ends.get((one, other))
        if elsewhere is not None:
            out += ["read-otherwise", "read-as=" + elsewhere]
        if (other, one) in self.fired_ends:
            out.append("read-the-other-way")
        if (predicate, other) in self.fired_objects:
            out.append("read-of-object")
        if (one, predicate) in self.fired_subjects:
            out.append("read-of-subject")
        return [*out, "unread"]


def _markers(x: Argument, at: int) -> Set[str]:
    """The markers of slots that an argument may fill where it stands, seen from a cue at token `at`."""
    if x.first < 0:
        return _OF_CONTEXT
    found = {x.marker, x.marker + "!"}
    if x.marker in _BARE:
        found.update(marker for marker, case in _CASES.items() if case in x.cases)
    if x.last <= at:
        found.add("before")
    if x.first <= at < x.last:
        found.add("compound")
    return found
