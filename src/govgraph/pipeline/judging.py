"""Judgements on a built graph: they go into the file of corrections, and the graph is built again with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from govgraph.errors import CorrectionsError, NotFoundError
from govgraph.model import Fact
from govgraph.pipeline.building import build
from govgraph.pipeline.drafting import Claim, Draft, Drafter
from govgraph.pipeline.options import Progress, silent
from govgraph.pipeline.result import BuildResult
from govgraph.pipeline.titles import is_named, known_names, role_called, thing_called
from govgraph.query import Explanation, Names, article_called, articles_called, explain
from govgraph.query.explain import HOLDS, Reader
from govgraph.query.names import full_iris
from govgraph.rdf import CorrectionsFile, Signature, load_corrections
from govgraph.rdf import namespaces as ns
from govgraph.rdf.corrections import review_of
from govgraph.rdf.interface import GraphReader
from govgraph.resolve import ends_of, opposite


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
class JudgedMany:
    """What became of many judgements.

    Attributes:
        iris: IRIs of those that were not in the file before.
        known: How many were there before.
        path: The file.
        result: The build with them; None if the graph was left as it is.
    """

    iris: tuple[str, ...]
    known: int
    path: Path
    result: BuildResult | None


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
        self._drafter = Drafter(out, store)
        self.signature = signature
        self._apply = apply
        self._progress = progress

    def identity(self, same: bool, first: str, second: str) -> Judged:
        """Judge that two are one, or that they are two.

        Args:
            same: Whether they are one.
            first: Name or IRI of a thing of the graph, or of an article: whether two are versions of one text.
            second: The same, or an IRI from outside, such as that of Wikidata.

        Raises:
            NotFoundError: A name is unknown or ambiguous.
            CorrectionsError: It contradicts another judgement, or the two cannot be one; the file is as it was.
        """
        return self._add(self.identification(same, first, second))

    def identification(self, same: bool, first: str, second: str) -> Draft:
        """The judgement of `identity`, which is not written yet."""
        return self._drafter.identity(same, self._find_any(first), self._find_any(second, outside=True))

    def statements(self, subject: str, predicate: str, object: str | None = None) -> tuple[str, ...]:
        """IRIs of the statements and tenures that say something of somebody; of namesakes, of the one whom it fits.

        Args:
            subject: Name or IRI of what they are about.
            predicate: Local name or label of the predicate, `holdsOffice` for tenures.
            object: Name or IRI; None for all.

        Raises:
            NotFoundError: A name is unknown, or nothing says so, or it is said of several of the name.
        """
        said = (explain(self._store, iri, predicate, object) for iri in self._names.find(subject))
        fitting = [found for found in said if found]
        found = fitting[0] if len(fitting) == 1 else explain(self._store, subject, predicate, object)
        if not found:
            self._tell_rejected(self._rejecting(subject, predicate, object))
            raise NotFoundError(
                f"no statement says {subject} {predicate} {object or ''}".rstrip() + "; see `govgraph explain`"
            )
        return tuple(one.statement for one in found)

    def reject(self, statement: str) -> Judged:
        """Judge that a statement or tenure was read wrongly.

        Args:
            statement: Its IRI, or the end of it, as `explain` shows it.

        Raises:
            NotFoundError: There is no such statement, or it has been rejected.
        """
        return self._add(self.rejection(statement))

    def rejection(self, statement: str) -> Draft:
        """The judgement of `reject`, which is not written yet."""
        return self._drafter.rejection(self._statement(statement))

    def affirm(self, claim: Claim, words: str, article: str | None = None) -> Judged:
        """Add a statement that was overlooked.

        Args:
            claim: The statement.
            words: Words of an article, verbatim, that make it.
            article: IRI, title or page of the article; None to look for the words in all.

        Raises:
            NotFoundError: No article has these words, or several have and none was named.
            CorrectionsError: It is an office that ends before it begins.
        """
        return self._add(self.assertion(claim, words, article))

    def assertion(self, claim: Claim, words: str, article: str | None = None) -> Draft:
        """The judgement of `affirm`, which is not written yet."""
        return self._drafter.assertion(claim, words, article)

    def read_by(self, rule: str) -> tuple[str, ...]:
        """IRIs of all statements and tenures that a rule has read, sorted.

        Args:
            rule: Name of a frame or construction, as `explain` shows it.

        Raises:
            NotFoundError: Nothing was read by it.
        """
        stated = {
            quad.subject.value
            for kind in ("Statement", "Tenure")
            for quad in self._store.match(None, ns.TYPE, ns.gov(kind))
            if isinstance(quad.subject, NamedNode)
        }
        by_rule: dict[str, set[str]] = defaultdict(set)
        for quad in self._store.match(None, ns.gov("rule")):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                by_rule[quad.object.value] |= {quad.subject.value} & stated
        if not by_rule.get(rule):
            names = sorted(name for name, some in by_rule.items() if some)
            near = get_close_matches(rule, names) or names
            raise NotFoundError(f"no statement was read by rule {rule!r}; there are {', '.join(near)}")
        return tuple(sorted(by_rule[rule]))

    def add_all(self, drafts: Sequence[tuple[Draft, Signature]]) -> JudgedMany:
        """Write many judgements, all or none, and build once.

        Raises:
            CorrectionsError: One contradicts another or one that is there, or makes no sense; the file is as it was.
        """
        path = self._drafter.path
        blocks = [draft.block(signature, self._drafter.base) for draft, signature in drafts]
        reviews = [review_of(block) for (draft, _), (_, block) in zip(drafts, blocks, strict=True) if draft.claim]
        for one in reviews:
            if not one.holds and (other := opposite(one, reviews)) is not None:
                names = " and ".join(each.iri.rpartition("/")[2] for each in (one, other))
                raise CorrectionsError(f"judgements {names} contradict each other: one rejects what the other adds")
        new, result = self._written(blocks)
        return JudgedMany(new, len({iri for iri, _ in blocks}) - len(new), path, result)

    def unnamed(self, claim: Claim, words: str) -> tuple[str, ...]:
        """Names of the ends of a claim if the words name neither of them nor the office; else nothing."""
        things = tuple(one for one in (claim.subject, claim.object, claim.role) if one)
        if any(is_named(self._names.all_of(one) | known_names(one, self._drafter.options), words) for one in things):
            return ()
        return tuple(self._names.label(one) for one in things if one != claim.role)

    def find(self, name: str) -> str:
        """IRI of the one thing that a name means, in the graph or else in all of the reference data.

        Raises:
            NotFoundError: Nothing is called so, or several things are.
        """
        try:
            self._names.find(name)
        except NotFoundError as error:
            if (known := thing_called(name, self._drafter.options)) is not None:
                return known
            raise NotFoundError(
                f"{error}; what no article names is added by a lexicon: `govgraph build --lexicon`"
            ) from error
        return self._names.find_one(name)

    def beside(self, statement: str) -> tuple[Explanation, ...]:
        """What else the same words say of the same two: it may stand or fall with a statement or tenure.

        Args:
            statement: Its IRI, or the end of it, as for `reject`.

        Raises:
            NotFoundError: There is no such statement, or it has been rejected.
        """
        reader = Reader(self._store, self._names)
        one = reader.read(self._statement(statement))
        ends, places = {one.subject.iri, one.object.iri}, {proof.digest for proof in one.evidence}
        return tuple(
            other
            for other in explain(self._store, one.subject.iri)
            if other.statement != one.statement
            and {other.subject.iri, other.object.iri} == ends
            and places & {proof.digest for proof in other.evidence}
        )

    def find_role(self, name: str) -> str:
        """IRI of the one role that a title means, in the graph or else among all titles that are known.

        Raises:
            NotFoundError: No office is called so, or several roles are.
        """
        try:
            self._names.find(name, ("role",))
        except NotFoundError:
            return role_called(name, self._drafter.options)
        return self._names.find_one(name, ("role",))

    # ------------------------------------------------------------------

    def _statement(self, name: str) -> str:
        try:
            return self._drafter.statement(name)
        except NotFoundError:
            for iri in full_iris(self._store, name):
                judging = (quad.subject for quad in self._store.match(None, ns.gov("judges"), iri))
                rejections = (one for one in judging if isinstance(one, NamedNode) and self._rejects(one))
                self._tell_rejected(one.value for one in rejections)
            raise

    def _rejects(self, judgement: NamedNode) -> bool:
        return next(self._store.match(judgement, ns.TYPE, ns.gov("Rejection")), None) is not None

    def _rejecting(self, subject: str, predicate: str, object: str | None) -> Iterator[str]:
        """IRIs of rejections of what is named."""
        firsts, seconds = self._names.find(subject), object and self._names.find(object)
        for one in load_corrections(self._drafter.path).reviews:
            first, second = ends_of(one.claim)
            said = one.claim.predicate if isinstance(one.claim, Fact) else HOLDS
            fits = first in firsts and said == predicate and (seconds is None or second in seconds)
            if fits and not one.holds:
                yield one.iri

    def _tell_rejected(self, rejections: Iterable[str]) -> None:
        """Say so if there is a rejection.

        Raises:
            NotFoundError: There is one.
        """
        for iri in rejections:
            name, path = iri.rpartition("/")[2], self._drafter.path
            raise NotFoundError(f"rejected already by judgement {name}; take it out of {path} to have it back")

    def _find(self, name: str, *, outside: bool = False) -> str:
        base = f"{self._drafter.base}/"
        if outside and "://" in name and not name.startswith(base):
            return name
        try:
            return self._names.find_one(name)
        except NotFoundError:
            # a group that has become one with that of another article
            now = self._drafter.now_called(name)
            if now is None:
                raise
            return self._names.find_one(now)

    def _find_any(self, name: str, *, outside: bool = False) -> str:
        """IRI of a thing or, where nothing is called so, of an article."""
        try:
            return self._find(name, outside=outside)
        except NotFoundError as error:
            try:
                articles_called(self._store, name)
            except NotFoundError:
                raise error from None
            return article_called(self._store, name)

    def _add(self, draft: Draft) -> Judged:
        iri, block = draft.block(self.signature, self._drafter.base)
        new, result = self._written([(iri, block)])
        return Judged(iri, bool(new), self._drafter.path, result)

    def _written(self, blocks: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], BuildResult | None]:
        """IRIs of judgements that were not there before, and the build with them."""
        path = self._drafter.path
        before = path.read_bytes() if path.exists() else None
        new = CorrectionsFile(path).add(blocks)
        result = None
        if new and self._apply:
            try:
                # a graph on disk is replaced while it is open to read; what was opened stays as it was
                result = build((), self._out, self._drafter.options, self._progress)
            except CorrectionsError:
                if before is None:
                    path.unlink()
                else:
                    path.write_bytes(before)
                raise
        return new, result
