"""Files of corrections of several graphs, joined into one.

The order of the files does not matter. What contradicts itself among them is kept and not applied: it stands as
comments at the end of the file, for somebody to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from govgraph.model import digest
from govgraph.rdf import namespaces as ns
from govgraph.rdf.corrections import HEAD, nodes_of, read_corrections, shortened
from govgraph.resolve import Corrections, Identification, Review, contradiction, opposite

_HELD: Final = (
    "# Held back: these contradict each other, so that no build applies them. Uncomment those that are\n"
    "# right, and delete the others, here and in the graphs that they came from.\n"
)
_SIGNATURE: Final = (ns.CREATOR.value, ns.DESCRIPTION.value, ns.CREATED.value)
_DEPTH: Final = 8


@dataclass(frozen=True, slots=True)
class Held:
    """Judgements that contradict each other.

    Attributes:
        judgements: Last part of the IRI of each → names of the files that hold it, both sorted.
    """

    judgements: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class JoinedCorrections:
    """Several files in one.

    Attributes:
        content: Text of the file; empty where nobody has judged anything.
        known: IRIs of all judgements in it, those that are held back included.
        held: Groups of judgements that are held back since they contradict each other.
        twice: Last part of the IRI of each judgement that several have made, and who: the earlier signature counts.
    """

    content: str
    known: frozenset[str]
    held: tuple[Held, ...] = ()
    twice: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A judgement of one or more files."""

    iri: str
    about: str
    signature: tuple[str, str, str]
    comments: str
    origins: frozenset[str]
    held: bool = False

    @property
    def block(self) -> str:
        lines = self.about + "".join(self.signature[1:]) + self.signature[0]
        return f"{self.comments}<{self.iri}> {lines.lstrip()[:-2]}.\n"

    @property
    def order(self) -> tuple[str, str]:
        return (self.signature[0], self.iri)


def join_corrections(files: Mapping[str, str]) -> JoinedCorrections:
    """Join files of corrections.

    A judgement that stands in several of them stands once. Where all files say the same, their text is kept as it is.

    Args:
        files: Name → text of each file that is there; each can be used as it is.

    Raises:
        CorrectionsError: The files cannot be used together.
    """
    read = {name: _entries(files[name], name) for name in sorted(files)}
    known = frozenset(one.iri for entries, _ in read.values() for one in entries)
    contents = set(files.values())
    if len(contents) < 2:
        return JoinedCorrections(next(iter(contents), ""), known)
    entries, twice = _united([one for entries, _ in read.values() for one in entries])
    held = _contradicting(entries)
    beside = {one.iri for group in held for one in group}
    taken = sorted((one for one in entries if not one.held and one.iri not in beside), key=lambda one: one.order)
    kept_back = sorted((one for one in entries if one.held or one.iri in beside), key=lambda one: one.order)
    loose = sorted({comment for _, comments in read.values() for comment in comments})
    parts = [HEAD.rstrip() + "\n", *(one.block for one in taken)]
    if loose:
        parts.append("\n".join(loose) + "\n")
    if kept_back:
        parts.append(_HELD + "\n".join(_commented(one) for one in kept_back))
    groups = tuple(
        Held(tuple(sorted((one.iri.rpartition("/")[2], tuple(sorted(one.origins))) for one in group))) for group in held
    )
    return JoinedCorrections("\n".join(parts), known | {one.iri for one in entries}, groups, twice)


def known_judgements(content: str, name: str) -> frozenset[str]:
    """IRIs of all judgements of a text, those that are held back included."""
    return frozenset(one.iri for one in _entries(content, name)[0])


# ---------------------------------------------------------------------- reading


def _entries(content: str, name: str) -> tuple[list[_Entry], list[str]]:
    """Judgements of a file, and its comments that belong to none."""
    active, _, rest = content.partition(_HELD)
    comments, loose = _comments(active)
    entries = _parsed(active, name, comments, held=False)
    if rest:
        bare = "\n".join(line.removeprefix("#").removeprefix(" ") for line in rest.splitlines())
        try:
            there = {one.iri for one in entries}
            entries += [one for one in _parsed(HEAD + bare, name, {}, held=True) if one.iri not in there]
        except SyntaxError:
            loose += [line for line in rest.splitlines() if line.startswith("#")]
    return entries, loose


def _parsed(content: str, name: str, comments: Mapping[str, str], *, held: bool) -> list[_Entry]:
    nodes = nodes_of(parse(content, format=RdfFormat.TURTLE))
    found = []
    for iri, values in nodes.items():
        if not iri.startswith("_:"):
            about = _lines({one: some for one, some in values.items() if one not in _SIGNATURE}, nodes, "  ", _DEPTH)
            creator, why, created = (_lines({one: values.get(one, [])}, nodes, "  ", _DEPTH) for one in _SIGNATURE)
            above = comments.get(iri.rpartition("/")[2], "")
            found.append(_Entry(iri, about, (created, creator, why), above, frozenset({name}), held))
    return found


_Values = Mapping[str, Sequence[NamedNode | BlankNode | Literal]]


def _lines(values: _Values, nodes: Mapping[str, _Values], indent: str, depth: int) -> str:
    """Properties as judgements are written, a line for each; the class comes first."""
    done = []
    for predicate, terms in sorted(values.items(), key=lambda pair: pair[0] != ns.TYPE.value):
        verb = "a" if predicate == ns.TYPE.value else shortened(NamedNode(predicate))
        for term in terms:
            if isinstance(term, BlankNode) and depth:
                inner = _lines(nodes.get(f"_:{term.value}", {}), nodes, f"{indent}  ", depth - 1)
                done.append(f"{indent}{verb} [\n{inner}{indent}] ;\n")
            elif predicate == ns.CREATED.value and isinstance(term, Literal):
                done.append(f'{indent}{verb} "{term.value}"^^xsd:date ;\n')
            else:
                done.append(f"{indent}{verb} {shortened(term)} ;\n")
    return "".join(done)


def _comments(content: str) -> tuple[dict[str, str], list[str]]:
    """Comments of people: those right above a judgement, by the last part of its IRI, and all others."""
    ours = {line for line in HEAD.splitlines() if line.startswith("#")}
    above: dict[str, str] = {}
    loose: list[str] = []
    held: list[str] = []
    for line in content.splitlines():
        if line.startswith("#"):
            held += [line] if line not in ours else []
            continue
        if held and line.startswith("<"):
            above[line[1:].partition(">")[0].rpartition("/")[2]] = "\n".join(held) + "\n"
        else:
            loose += held
        held = []
    return above, [*loose, *held]


# ---------------------------------------------------------------------- joining


def _united(entries: Iterable[_Entry]) -> tuple[list[_Entry], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Each judgement once, and those that several have made otherwise."""
    groups: dict[str, list[_Entry]] = defaultdict(list)
    for one in entries:
        groups[one.iri].append(one)
    for iri, group in sorted(groups.items()):
        about = min(one.about for one in group)
        for one in [one for one in group if one.about != about]:
            # somebody has given it that name by hand: it judges something else
            group.remove(one)
            other = f"{iri}-{digest(one.about)}"
            groups[other] = [*groups.get(other, ()), replace(one, iri=other)]
    done, twice = [], []
    for iri, group in sorted(groups.items()):
        first = min(group, key=lambda one: one.signature)
        comments = "".join(sorted({one.comments for one in group}))
        origins = frozenset().union(*(one.origins for one in group))
        done.append(replace(first, comments=comments, origins=origins, held=any(one.held for one in group)))
        if len({one.signature for one in group}) > 1:
            twice.append((iri.rpartition("/")[2], tuple(sorted(origins))))
    return done, tuple(twice)


def _contradicting(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    """Groups of judgements that cannot all hold."""
    by_iri = {one.iri: one for one in entries}
    taken = {one.iri for one in entries if not one.held}
    groups: list[list[_Entry]] = []
    while True:
        corrections = _corrections(by_iri[iri] for iri in sorted(taken))
        group = _two_and_one(corrections.identifications, by_iri) or _right_and_wrong(corrections.reviews, by_iri)
        if not group:
            return groups
        groups.append(group)
        taken -= {one.iri for one in group}


def _two_and_one(identifications: Sequence[Identification], by_iri: Mapping[str, _Entry]) -> list[_Entry]:
    """Who is judged to be two here, and who there to be one."""
    found = contradiction(identifications)
    if found is None:
        return []
    different = by_iri[found[0].iri]
    # what the same people have judged fits together, so that it is the others' that goes first
    rest = sorted(identifications, key=lambda one: not by_iri[one.iri].origins & different.origins)
    links: list[_Entry] = []
    while (pair := contradiction(rest)) is not None and pair[0].iri == different.iri and pair[1].same:
        links.append(by_iri[pair[1].iri])
        rest.remove(pair[1])
    return [different, *links]


def _right_and_wrong(reviews: Sequence[Review], by_iri: Mapping[str, _Entry]) -> list[_Entry]:
    for one in reviews:
        other = opposite(one, reviews)
        if other is not None:
            return [by_iri[one.iri], by_iri[other.iri]]
    return []


def _corrections(entries: Iterable[_Entry]) -> Corrections:
    content = HEAD + "\n".join(one.block for one in entries)
    return read_corrections(content, Path("corrections.ttl"), consistent=False)


def _commented(one: _Entry) -> str:
    return "".join(f"# {line}\n" for line in [f"# of {', '.join(sorted(one.origins))}", *one.block.splitlines()])
