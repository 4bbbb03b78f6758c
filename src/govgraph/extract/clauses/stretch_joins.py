"""Which clause a stretch of a sentence goes on from, or is the subject of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govgraph.extract.clauses.marks import FINITE, LAST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govgraph.extract.state import Clause, Sentence


def resumes(s: Sentence, span: tuple[int, int], verbs: list[str], before: Clause, particles: frozenset[str]) -> bool:
    """„hat das Portal X, von der KDO entwickelt, freigeschaltet“: a main clause goes on behind a participle."""
    first, end = span
    if before.kind != "participle" or s.text_at(first) != "," or verbs[first - 1] != "part":
        return False
    close = end - 1 if not s.text_at(end - 1)[:1].isalpha() else end
    last = s.low_at(close - 1)
    return verbs[close - 1] in {"part", "inf"} or last in particles or s.low_at(first + 1) == "und"


def closes_main(s: Sentence, end: int, clauses: Sequence[Clause], particles: frozenset[str]) -> bool:
    """„Damit gehören dem Verband, der …, auch Ulm und Gera an.“: what a stretch ends with is part of the verb."""
    close = end - 1 if not s.text_at(end - 1)[:1].isalpha() else end
    return clauses[-1].kind in {"relative", "sub"} and s.low_at(close - 1) in particles


def within_relative(s: Sentence, first: int, end: int, verbs: list[str], before: Clause) -> bool:
    """„Das Labor, das A betreibt und B bezahlt, …“: „und“ without a comma after a relative clause goes on in it.

    So it does in a subordinate clause inside a main one that waits for its verb: „In Ulm, wo X gebaut und betrieben
    wird, …“.
    """
    by_whom = s.low_at(before.tokens[0] + 1) in {"von", "durch"}
    if by_whom or s.lower[first] not in {"und", "oder"}:
        # „…, von der Stiftung X betrieben und vom Land finanziert, …“: participles
        return False
    finite = [j for j in range(first, end) if verbs[j] in FINITE]
    return end - finite[-1] <= LAST and finite[0] > first + 1


def goes_on(s: Sentence, first: int, verbs: list[str], loose: tuple[int, int, int, int], clauses: list[Clause]) -> bool:
    """Whether a stretch that begins with its verb goes on from a phrase parted from it by a subordinate clause."""
    target, start, stop, size = loose
    if target < 0 or s.text_at(first) != "," or verbs[min(first + 1, len(verbs) - 1)] not in FINITE:
        return False
    between = {c.kind for c in clauses[size:]}
    if between and clauses[size].tokens[0] != stop:
        # „Unter B, seinem Nachfolger, war das so; als A kam, hieß der Minister C“: another stretch has come between
        return False
    over = s.text_at(start) == "," and clauses[target].finite and clauses[target].kind == "main"
    return (over or s.text_at(start) in {":", ";", "–"}) and bool(between) and between <= {"relative", "sub"}


def named_before_aside(s: Sentence, first: int, verbs: list[str], clauses: Sequence[Clause]) -> Clause | None:
    """The gap right before a relative or subordinate clause after which a stretch begins with its verb: its subject."""
    if s.text_at(first) != "," or verbs[min(first + 1, len(verbs) - 1)] not in FINITE:
        return None
    aside = False
    for clause in reversed(clauses):
        if clause.kind == "gap":
            return clause if aside else None
        if clause.kind not in {"relative", "sub"}:
            return None
        aside = True
    return None


def regain_subjects(s: Sentence, verbs: list[str], clauses: list[Clause]) -> None:
    """„…: Anna Weber, Chefin des Amts, ist berufen worden“: what stands between colon and verb is its subject."""
    for clause in [c for c in clauses if c.kind == "main" and c.parent >= 0]:
        first = clause.tokens[0]
        if s.text_at(first) != "," or verbs[min(first + 1, len(verbs) - 1)] not in FINITE:
            continue
        colon = next((i for i in range(first - 1, 0, -1) if s.tokens[i].text in {":", ";"}), -1)
        if colon < 0 or any(verbs[i] in FINITE for i in range(colon, first)):
            continue
        between = set(range(colon, first))
        for other in clauses:
            if other is not clause and other.kind in {"main", "gap"}:
                other.tokens = [i for i in other.tokens if i not in between]
        held = {i for other in clauses for i in other.tokens}
        clause.tokens = sorted([*(between - held), *clause.tokens])
    kept = [number for number, clause in enumerate(clauses) if clause.tokens]
    for clause in clauses:
        clause.parent = kept.index(clause.parent) if clause.parent in kept else -1
    clauses[:] = [clauses[number] for number in kept]


def after_asides(clauses: Sequence[Clause]) -> int:
    """Number of the main clause that the first one leads to: „Dass Ulm sie nutzt, wie es heißt, ist falsch“; or 0."""
    for number, clause in enumerate(clauses[1:], 1):
        if clause.kind == "main":
            return number
        if clause.kind not in {"relative", "sub"}:
            break
    return 0
