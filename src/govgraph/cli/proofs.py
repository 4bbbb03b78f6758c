"""Evidence as lines for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govgraph.cli.console import one_line
from govgraph.cli.messages import text

if TYPE_CHECKING:
    from govgraph.query import Proof


def proof_lines(proofs: Iterable[Proof]) -> list[str]:
    """Two lines for each proof: the quote, then the article, its date, its place and the characters in it."""
    return [line for proof in proofs for line in (f"  {quoted(proof)}", f"    {place_line(proof)}")]


def place_line(proof: Proof) -> str:
    """The article, its date, its place and the characters in it."""
    where = (proof.title, proof.date, proof.url or proof.source, f"{proof.start}–{proof.end}")
    return " · ".join(part for part in where if part)


def witnesses(articles: int, sources: int) -> str:
    """How many articles say so, and how many independent sources these are; empty for a single article."""
    if articles < 2:
        return ""
    if articles == sources:
        return text("proofs.all_sources", sources=sources)
    return text("proofs.one_source" if sources == 1 else "proofs.sources", articles=articles, sources=sources)


def quoted(proof: Proof) -> str:
    """The quote in quotation marks, with a mark where it is cut; or where the words stand that are left out."""
    if not proof.quote:
        return text("quote.left_out", start=proof.start, end=proof.end, where=proof.url or proof.source)
    first, last = proof.cut or (proof.start, proof.end)
    before, after = "[…] " if first > proof.start else "", " […]" if last < proof.end else ""
    return f"„{before}{one_line(proof.quote)}{after}“"
