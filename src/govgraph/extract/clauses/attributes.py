"""Participles before their noun: „die von der AKDB betriebene BayernID“, „die in Bautzen erprobte E-Akte“."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.extended import PARTICIPLES, attribute_start
from govgraph.extract.filled import Filled
from govgraph.extract.state import PLACES
from govgraph.language.grammar import DETERMINERS, POSSESSIVES
from govgraph.model import Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govgraph.extract.knowledge import Knowledge
    from govgraph.extract.state import Argument, Sentence
    from govgraph.vocabulary import Frame

_AGENTS = frozenset({"von", "durch"})
_WITHIN = _AGENTS | {"auf"}
"""Markers of what hangs on a participle, where one follows."""
_PLACES = frozenset({"in", "bei"})
_OWNING = POSSESSIVES | {"unser", "unsere", "unserem", "unseren", "unserer", "unseres", "deren", "dessen"}
_OWN = frozenset({Predicate.PUBLISHES, Predicate.DEVELOPS, Predicate.IMPLEMENTS, Predicate.ADOPTS, Predicate.PILOTS})
"""What is done to what is one's own by oneself, if nobody else is named."""
_PLACE_MARKERS = frozenset({"else-in", "in", "bei"})


def attributes(s: Sentence, knowledge: Knowledge) -> Iterator[Filled]:
    """What participles before a named thing say of it and of the agent, or place, named before them."""
    for i in range(2, len(s.tokens) - 1):
        low = s.lower[i]
        if not s.tokens[i].inflected or i in s.taken or len(low) < 5 or s.lower[i + 1] in DETERMINERS:
            # „Zwei Kreise in Hessen erprobten die E-Akte“ has a verb there
            continue
        if ("verb", low) in knowledge.frames:
            # „Schulen in Ulm nutzen civento“: no participle looks like an infinitive
            continue
        agents = [a for a in s.arguments if _ends_at(s, a, i) and a.draft is not None]
        agents = [a for a in agents if a.marker in _AGENTS | _PLACES and not a.adjective] or _together(s, i)
        agents = [_seated_there(s, a) for a in agents]
        if any(s.low_at(a.begin - 1) == "nicht" for a in agents):
            # „die nicht vom Rat beschlossene Strategie“
            continue
        own = not agents
        if own:
            agents = _possessors(s, i)
        if not agents:
            continue
        frames = _frames(knowledge, low)
        running = _running(knowledge, low)
        frames = running or frames
        if not frames or not (running or _is_participle(knowledge, low)):
            continue
        things = [b for b in s.arguments if b.begin <= i + 1 <= b.first and b.draft is not None and not b.adjective]
        for agent in agents:
            group = [a for a in s.arguments if a.group == agent.group and a.last <= i and a.draft is not None]
            group = [agent] if own else group
            for thing in things or [b for b in s.arguments if b.first == i + 1 and b.draft is not None]:
                for frame in frames:
                    fits = agent.type in frame.subject_types and thing.type in frame.object_types
                    fits = fits and (not own or frame.evokes in _OWN)
                    marker = "von" if own else agent.marker
                    taken = marker in _PLACES if running else _takes(frame, marker)
                    if fits and frame.evokes is not None and not frame.requires and taken:
                        yield Filled(frame, tuple(group), (thing,), max(agent.clause, 0), Modality.ASSERTED)


def does_attribute(s: Sentence, a: Argument) -> bool:
    """„Die von Ulm genutzte App X wird ausgebaut“, „auf Y basierend“: what a participle has, not the verb."""
    if a.marker not in _WITHIN:
        return False
    i = max(b.last for b in s.arguments if b.group == a.group)
    if i + 1 >= len(s.tokens) or i in s.taken or not s.lower[i].endswith(PARTICIPLES):
        return False
    return attribute_start(s, i) >= 0


def _together(s: Sentence, i: int) -> list[Argument]:
    """„der vom Bitkom gemeinsam mit der Messe Berlin ausgerichtete Kongress“: both of them."""
    beside = next((b for b in s.arguments if b.last == i and b.marker == "mit" and not b.adjective), None)
    if beside is None or s.low_at(beside.begin - 1) not in {"gemeinsam", "zusammen"}:
        return []
    leaders = [a for a in s.arguments if a.last == beside.begin - 1 and a.marker in _AGENTS and a.draft is not None]
    return [*leaders, beside] if leaders else []


def _seated_there(s: Sentence, place: Argument) -> Argument:
    """„die vom Gemeinderat in Ulm verabschiedete Strategie“: not the place, but the body that the place is of."""
    body = s.taken.get(place.head) if place.marker == "in" and place.type in PLACES else None
    acts = body is not None and body.draft is not None and body.marker in _AGENTS and body.last == place.begin
    return body if body is not None and acts else place


def _possessors(s: Sentence, i: int) -> list[Argument]:
    """„legt seine im Mai beschlossene Strategie vor“, „ihr selbst entwickeltes Portal“: whose it is has made it so."""
    j = i - 1
    while j > 0 and i - j < 6 and s.tokens[j].text[0].isalnum() and s.lower[j] not in _OWNING:
        j -= 1
    if s.low_at(j) not in _OWNING or any(k in s.taken for k in range(j + 1, i)):
        return []
    if any(s.lower[k] in {"von", "vom", "durch", "mit", "für", "aus"} for k in range(j + 1, i)):
        return []
    named = [a for a in s.arguments if a.first == j and a.reference and a.draft is not None]
    if named or s.low_at(j).startswith("unser"):
        return named
    clause = s.clause_of[j] if s.clauses else -1
    acting = [a for a in s.arguments if a.clause == clause and a.nominative and a.last <= j]
    return acting if len(acting) == 1 else []


def _frames(knowledge: Knowledge, low: str) -> Sequence[Frame]:
    frames = knowledge.frames.get(("verb", knowledge.lemma(low)))
    if frames:
        return frames
    stem = low.rstrip("nrsm")[:-1] if low[-1] != "e" else low[:-1]
    return knowledge.frames.get(("verb", knowledge.lemma(stem)), ())


def _running(knowledge: Knowledge, low: str) -> Sequence[Frame]:
    """„die in Ulm laufende App“: frames of a verb for what there is at a place."""
    stem = low.rstrip("nrsm")
    if not stem.endswith("ende"):
        return ()
    frames = knowledge.frames.get(("verb", stem.removesuffix("de")), ())
    return tuple(f for f in frames if "nom" in f.object_markers and f.subject_markers & _PLACE_MARKERS)


def _is_participle(knowledge: Knowledge, low: str) -> bool:
    """Not the present one: „die von Kassel ausgehende …“ names no agent."""
    return not low.rstrip("enrms").endswith("end") or knowledge.lemma(low).endswith("enden")


def _takes(frame: Frame, marker: str) -> bool:
    """Whether a frame of a verb with an object can have its agent, or the place that stands for it, marked so."""
    if "acc" not in frame.object_markers and not (frame.voice == "passive" and "nom" in frame.object_markers):
        return False
    if marker in _PLACES:
        return bool(frame.subject_markers & _PLACE_MARKERS)
    return frame.voice != "passive" or bool(frame.subject_markers & _AGENTS)


def _ends_at(s: Sentence, a: Argument, i: int) -> bool:
    """Whether a phrase ends right before token `i`, an abbreviation in brackets or an adverb passed over."""
    if a.last == i:
        return True
    if a.last < i <= a.last + 3 and s.tokens[a.last].text == "(" and s.tokens[i - 1].text == ")":
        return True
    between = range(a.last, i)
    return 0 < len(between) <= 3 and all(j in s.dated or s.lower[j] in _ADVERBS for j in between)


_ADVERBS = frozenset(
    {"bereits", "schon", "gemeinsam", "neu", "eigens", "derzeit", "selbst", "seit", "langem", "kurzem", "jüngst"}
    | {"kürzlich", "gerade", "heute", "auch", "bisher", "bislang", "erfolgreich", "zuletzt", "einst", "früher"}
)
