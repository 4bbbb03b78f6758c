"""Judgements on a built graph: they go into the file of corrections, and the graph is built again with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from govgraph.errors import CorrectionsError, NotFoundError
from govgraph.model import ArticleRecord, Modality, Predicate, Record, Status
from govgraph.pipeline.building import build, corrections_path
from govgraph.pipeline.correcting import corrected
from govgraph.pipeline.extraction import sure_enough
from govgraph.pipeline.manifest import options_of
from govgraph.pipeline.options import BuildOptions, Progress, silent
from govgraph.pipeline.readings import load_readings
from govgraph.pipeline.result import BuildResult
from govgraph.query import Names, Proof, articles_called, explain
from govgraph.query.proof import Properties
from govgraph.rdf import Signature, add_judgement, judgement_block, load_corrections, quote_digest
from govgraph.rdf import namespaces as ns
from govgraph.rdf.articles import notion
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.literals import node, text, when
from govgraph.resolve import Anchor, appearances

_MOST_ANCHORS = 3
_Pair = tuple[NamedNode, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a judgement.

    Attributes:
        iri: Its IRI.
        new: Whether it was not in the file before.
        path: The file.
        result: The build with it; None if the graph was left as it is.
    """

    iri: str
    new: bool
    path: Path
    result: BuildResult | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement to be added.

    Attributes:
        subject: IRI of its subject; of the person for an office.
        predicate: Relation, or None for an office.
        object: IRI of its object; of the body for an office, or an empty string.
        modality: How it holds.
        role: IRI of the role of an office, or an empty string.
        status: How an office is held.
        since: Begin of an office, or an empty string.
        until: End of an office, or an empty string.
    """

    subject: str
    predicate: Predicate | None
    object: str
    modality: Modality = Modality.ASSERTED
    role: str = ""
    status: Status = Status.CURRENT
    since: str = ""
    until: str = ""


class Judge:
    """Writes judgements on the graph in a folder.

    Args:
        out: Output folder of a build.
        store: Its graph; names are looked up there.
        signature: Who judges, when and why.
        apply: Whether to build the graph again after each judgement.
        progress: Told about each stage of these builds.
    """

    def __init__(
        self, out: Path, store: GraphReader, signature: Signature, *, apply: bool = True, progress: Progress = silent
    ) -> None:
        self._out = out
        self._store = store
        self._names = Names(store)
        self._signature = signature
        self._apply = apply
        self._progress = progress
        self._options: BuildOptions = options_of(out)

    def identity(self, same: bool, first: str, second: str) -> Judged:
        """Judge that two are one, or that they are two.

        Args:
            same: Whether they are one.
            first: Name or IRI of a thing of the graph, or of an article: whether two are versions of one text.
            second: The same, or an IRI from outside, such as that of Wikidata.

        Raises:
            NotFoundError: A name is unknown or ambiguous.
            CorrectionsError: It contradicts another judgement; the file is as it was.
        """
        one, two = self._find_any(first), self._find_any(second, outside=True)
        if ("/article/" in one) is not ("/article/" in two):
            raise CorrectionsError(f"{first!r} and {second!r} are an article and something else; nothing to judge")
        if one == two:
            raise CorrectionsError(f"{first!r} and {second!r} are one thing in this graph, {one}; nothing to judge")
        anchors = self._anchors((one, two))
        pairs: list[_Pair] = [(ns.gov("first"), node(one)), (ns.gov("second"), node(two))]
        for name, iri in (("firstSeen", one), ("secondSeen", two)):
            pairs += [(ns.gov(name), text(" ".join(anchor))) for anchor in anchors.get(iri, ())]
        return self._add("Same" if same else "Different", pairs, ())

    def statements(self, subject: str, predicate: str, object: str | None = None) -> tuple[str, ...]:
        """IRIs of the statements and tenures that say something of somebody.

        Args:
            subject: Name or IRI of what they are about.
            predicate: Local name or label of the predicate, `holdsOffice` for tenures.
            object: Name or IRI; None for all.

        Raises:
            NotFoundError: A name is unknown, or nothing says so.
        """
        found = explain(self._store, subject, predicate, object)
        if not found:
            raise NotFoundError(
                f"no statement says {subject} {predicate} {object or ''}".rstrip() + "; see `govgraph explain`"
            )
        return tuple(one.statement for one in found)

    def reject(self, statement: str) -> Judged:
        """Judge that a statement or tenure was read wrongly.

        Args:
            statement: Its IRI, or the end of it, as `explain` shows it.

        Raises:
            NotFoundError: There is no such statement.
        """
        iri = self._statement(statement)
        about = {quad.predicate: quad.object for quad in self._store.match(NamedNode(iri))}
        content = [ns.SUBJECT, ns.PREDICATE, ns.OBJECT, ns.gov("modality")]
        kind = "Statement"
        if ns.MEMBER in about:
            kind = "Tenure"
            content = [ns.MEMBER, ns.ROLE, ns.ORGANIZATION, *(ns.gov(name) for name in ("status", "since", "until"))]
        claim = [(ns.TYPE, ns.gov(kind)), *((one, about[one]) for one in content if one in about)]
        article = about[ns.DERIVED_FROM]
        quotes = {self._whole(proof) for proof in Properties(self._store).proofs(iri)}
        pairs = [(ns.gov("judges"), NamedNode(iri)), *((ns.gov("words"), text(one)) for one in sorted(quotes))]
        pairs += [(ns.DERIVED_FROM, article), *self._source(article)]
        return self._add("Rejection", pairs, claim)  # type: ignore[arg-type]

    def affirm(self, claim: Claim, words: str, article: str | None = None) -> Judged:
        """Add a statement that was overlooked.

        Args:
            claim: The statement.
            words: Words of an article, verbatim, that make it.
            article: IRI, title or page of the article; None to look for the words in all.

        Raises:
            NotFoundError: No article has these words, or several have and none was named.
        """
        place = self._article_with(words, article)
        if claim.predicate is None:
            content: list[tuple[NamedNode, NamedNode | Literal | None]] = [
                (ns.TYPE, ns.gov("Tenure")),
                (ns.MEMBER, node(claim.subject)),
                (ns.ROLE, node(claim.role)),
                (ns.ORGANIZATION, node(claim.object) if claim.object else None),
                (ns.gov("status"), notion(claim.status)),
                (ns.gov("since"), when(claim.since) if claim.since else None),
                (ns.gov("until"), when(claim.until) if claim.until else None),
            ]
        else:
            content = [
                (ns.TYPE, ns.gov("Statement")),
                (ns.SUBJECT, node(claim.subject)),
                (ns.PREDICATE, ns.gov(claim.predicate)),
                (ns.OBJECT, node(claim.object)),
                (ns.gov("modality"), notion(claim.modality)),
            ]
        pairs: list[_Pair] = [
            (ns.gov("words"), text(words)),
            (ns.DERIVED_FROM, node(place.article.id)),
            (ns.SOURCE, text(place.article.source)),
        ]
        return self._add("Assertion", pairs, [(one, two) for one, two in content if two is not None])

    def find(self, name: str) -> str:
        """IRI of the one thing of the graph that a name means."""
        return self._find(name)

    def find_role(self, name: str) -> str:
        """IRI of the one role that a title means."""
        return self._names.find_one(name, ("role",))

    # ------------------------------------------------------------------

    def _find(self, name: str, *, outside: bool = False) -> str:
        base = f"{self._options.base}/"
        if outside and "://" in name and not name.startswith(base):
            return name
        return self._names.find_one(name)

    def _find_any(self, name: str, *, outside: bool = False) -> str:
        """IRI of a thing or, where nothing is called so, of an article."""
        try:
            return self._find(name, outside=outside)
        except NotFoundError as error:
            try:
                found = sorted(articles_called(self._store, name))
            except NotFoundError:
                raise error from None
            if len(found) > 1:
                listed = ", ".join(f"article:{iri.rpartition('/')[2]}" for iri in found)
                raise NotFoundError(f"{name!r} can mean {len(found)} articles: {listed}; give one of these") from error
            return found[0]

    def _statement(self, name: str) -> str:
        tail = name.replace(":", "/", 1) if name.startswith(("statement:", "tenure:")) else name
        iri = tail if "://" in tail else f"{self._options.base}/{tail}"
        if next(self._store.match(NamedNode(iri), ns.gov("evidence")), None) is None:
            raise NotFoundError(f"no statement {name!r} in this graph; `govgraph explain` shows their IRIs")
        return iri

    def _source(self, article: object) -> list[_Pair]:
        found = [quad.object for quad in self._store.match(article, ns.gov("source"))]  # type: ignore[arg-type]
        return [(ns.SOURCE, one) for one in sorted(found, key=str)[:1] if isinstance(one, Literal)]

    def _records(self) -> tuple[Record, ...]:
        readings = load_readings(self._out)
        return tuple(
            sure_enough(record, self._options.min_confidence)
            for _, one in sorted(readings.items())
            if (record := one.record) is not None
        )

    def _whole(self, proof: Proof) -> str:
        """All the words of an evidence; where the graph has fewer, from the article as it was read."""
        if proof.quote and proof.cut is None:
            return proof.quote
        for record in self._records():
            for one in record.articles:
                words = one.article.text[proof.start : proof.end]
                if one.article.id == proof.article and quote_digest(words) == proof.digest:
                    return words
        raise NotFoundError(f"the words of {proof.article} are not in this graph; fill them with `govgraph rehydrate`")

    def _anchors(self, iris: Iterable[str]) -> dict[str, Sequence[Anchor]]:
        """The first appearances of persons, by IRI; other things are named by their IRI alone."""
        wanted = {iri for iri in iris if "/person/" in iri}
        if not wanted:
            return {}
        records = self._records()
        resolution = corrected(records, load_corrections(self._path), self._options).resolution
        found: dict[str, list[Anchor]] = {iri: [] for iri in wanted}
        for anchor in sorted(appearances(records)):
            iri = resolution.iri(anchor)
            if iri in wanted and len(found[iri]) < _MOST_ANCHORS:
                found[iri].append(anchor)
        return dict(found)

    def _article_with(self, words: str, name: str | None) -> ArticleRecord:
        articles = [one for record in self._records() for one in record.articles]
        if name is not None:
            ends = (f"/{name.removeprefix('article:')}",)
            articles = [
                one
                for one in articles
                if name in (one.article.id, one.article.title, one.article.page, one.article.source)
                or one.article.id.endswith(ends)
            ]
        fitting = {one.article.id: one for one in articles if words and words in one.article.text}
        if len(fitting) != 1:
            found = ", ".join(sorted(fitting)) or "none"
            raise NotFoundError(
                f"the words must stand in exactly one article, verbatim; found in: {found}; "
                "give more words, or --article"
            )
        return next(iter(fitting.values()))

    @property
    def _path(self) -> Path:
        return corrections_path(self._out, self._options)

    def _add(self, kind: str, pairs: Sequence[_Pair], claim: Sequence[_Pair]) -> Judged:
        iri, block = judgement_block(kind, pairs, claim, self._signature, self._options.base)
        before = self._path.read_bytes() if self._path.exists() else None
        new = add_judgement(self._path, iri, block)
        result = None
        if new and self._apply:
            try:
                # a graph on disk is replaced while it is open to read; what was opened stays as it was
                result = build((), self._out, self._options, self._progress)
            except CorrectionsError:
                if before is None:
                    self._path.unlink()
                else:
                    self._path.write_bytes(before)
                raise
        return Judged(iri, new, self._path, result)
