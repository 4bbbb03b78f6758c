"""Changes for a reader: as lines, as a table and as Markdown, in the language of the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from govgraph.cli import console
from govgraph.cli.messages import current_lang, text
from govgraph.cli.proofs import proof_lines, quoted
from govgraph.cli.timeline import edge
from govgraph.cli.translated import labelled
from govgraph.written import MARKDOWN_MARK

if TYPE_CHECKING:
    from govgraph.query import Change, Proof, Stand

_SECTIONS: Final = {
    "came": "came",
    "firstSeen": "came",
    "went": "went",
    "knownFormer": "went",
    "resumed": "periods",
    "revised": "periods",
    "withdrawn": "periods",
    "handedOver": "handed",
    "modalityChanged": "modality",
    "appeared": "appeared",
    "lost": "lost",
    "weakened": "lost",
    "confirmed": "confirmed",
    "readAnew": "anew",
}
"""Kind of change → section; kinds of a section follow one another."""
_MARKS: Final = re.compile(r"([\\`*_\[\]<>#|~&])")


def change_lines(changes: Iterable[Change]) -> str:
    """A line for each change, and its quotes below it, as other commands show them."""
    return "\n\n".join("\n".join(_lines(change)) for change in changes)


def _lines(change: Change) -> list[str]:
    sides = _sides(change)
    lines = [" · ".join(part for part in (_kind(change), _what(change), " → ".join(filter(None, sides))) if part)]
    for state, proof in _proofs(change):
        quote, where = proof_lines([proof])
        lines += [f"  {state}: {quote.strip()}" if change.before and change.after else quote, where]
    return lines


def change_table(changes: Iterable[Change]) -> str:
    """A line for each quote; what has changed stands in the first line of each change."""
    header = [
        text(f"diff.column.{name}") for name in ("change", "what", "before", "after", "state", "quote", "article")
    ]
    rows: list[Sequence[str]] = []
    for change in changes:
        cells = [_kind(change), _what(change), _stand(change, change.before), _stand(change, change.after)]
        quotes = [(state, quoted(proof), _article(proof)) for state, proof in _proofs(change)]
        for quote in quotes or [("", "", "")]:
            rows.append((*cells, *quote))
            cells = [""] * len(cells)
    return console.table(header, rows)


def markdown(changes: Sequence[Change], title: str) -> str:
    """Sections by question: who came, who went, what changed hands; under each change its quotes."""
    lines = [MARKDOWN_MARK, "", f"# {_escaped(title)}"]
    if not changes:
        lines += ["", text("diff.none")]
    for section, some in groupby(changes, key=lambda change: _SECTIONS[change.kind.value]):
        lines += ["", f"## {text(f'diff.section.{section}')}"]
        for change in some:
            lines += ["", *_entry(change)]
    return "\n".join(lines)


def _entry(change: Change) -> list[str]:
    how = " → ".join(side for side in _sides(change) if side)
    lines = [f"- **{_escaped(_what(change))}** ({_kind(change)}){': ' if how else ''}{_escaped(how)}"]
    for state, proof in _proofs(change):
        label = f"{state}: " if change.before and change.after else ""
        lines += ["", f"  > {label}{_escaped(quoted(proof))} — {_linked(proof)}"]
    return lines


def _kind(change: Change) -> str:
    return labelled(change.kind.value)


def _what(change: Change) -> str:
    from govgraph.query.explain import HOLDS
    from govgraph.rdf.schema import load_schema

    subject, object_ = (thing.label if thing else "…" for thing in (change.subject, change.object))
    if change.predicate == HOLDS:
        return f"{subject} · {change.predicate_label} · {object_}"
    return f"{subject} —{load_schema().label(change.predicate, current_lang().value)}→ {object_}"


def _sides(change: Change) -> list[str]:
    """How it was, who came in between, how it is."""
    steps = _names(change, change.between) if change.between else []
    return [_stand(change, change.before), *steps, _stand(change, change.after)]


def _stand(change: Change, stand: Stand | None) -> str:
    """How one graph has it: who stands there, since and until when, or in which modality."""
    if stand is None:
        return ""
    if stand.things:
        return ", ".join(_names(change, stand))
    row = stand.period
    if row is None:
        return labelled(stand.modality)
    acting = f" ({text('timeline.acting')})" if row.acting else ""
    begin, end = edge(row.begin_earliest, row.begin_latest), edge(row.end_earliest, row.end_latest)
    section = _SECTIONS[change.kind.value]
    if section == "periods":
        return text("timeline.span", begin=begin, end=end) + acting
    return text("diff.begin", begin=begin) + acting if section == "came" else text("diff.end", end=end) + acting


def _names(change: Change, stand: Stand) -> list[str]:
    """Who stands there; two of one name are told apart by their IRIs."""
    from govgraph.rdf.namespaces import shortened

    stands = [one for one in (change.before, change.between, change.after) if one is not None]
    named = {(thing.label, thing.iri) for one in stands for thing in one.things}
    shared = [label for label, _ in named]
    return [
        f"{thing.label} ({shortened(thing.iri)})" if shared.count(thing.label) > 1 else thing.label
        for thing in stand.things
    ]


def _proofs(change: Change) -> list[tuple[str, Proof]]:
    """Quotes with the state that they are of; what both states stand on is said once."""
    after = change.after.evidence if change.after else ()
    before = change.before.evidence if change.before else ()
    return [
        *((text("diff.state.before"), proof) for proof in before if proof not in after),
        *((text("diff.state.after"), proof) for proof in after),
    ]


def _article(proof: Proof) -> str:
    return ", ".join(part for part in (proof.title or proof.source, proof.date) if part)


def _linked(proof: Proof) -> str:
    title = _escaped(proof.title or proof.source)
    address = re.sub(r"[\s<>()]", lambda found: f"%{ord(found[0]):02X}", proof.url)
    linked = f"[{title}]({address})" if re.match(r"https?://", address) else title
    return ", ".join(part for part in (linked, proof.date) if part)


def _escaped(words: str) -> str:
    """Words on one line that Markdown takes for nothing but words."""
    return _MARKS.sub(r"\\\1", console.one_line(words))
