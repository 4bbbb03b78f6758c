"""The part of `Graph` that answers."""

from __future__ import annotations

import warnings
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph import query, rdf
from govgraph.api.held import Held, written, written_day
from govgraph.rdf.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx
    import pandas as pd
    import rdflib

    from govgraph.api.held import Day, Given
    from govgraph.pipeline.options import StrPath
    from govgraph.query import (
        Change,
        Conflict,
        Explanation,
        Findings,
        Holder,
        NamedQuery,
        Rows,
        Suggestion,
        TextVersions,
        TimelineRow,
        Transfer,
        Triples,
        UnknownTerm,
    )
    from govgraph.rdf import ValidationReport


class Asked(Held):
    """Questions to a graph, and the graph in the hands of other libraries."""

    def query(
        self, sparql: str | None = None, *, name: str | None = None, parameters: Mapping[str, Given] | None = None
    ) -> Rows | Triples | bool:
        """Answer a SPARQL query, or one of the named queries, over the union of all named graphs.

        Args:
            sparql: SELECT, ASK, CONSTRUCT or DESCRIBE; the usual prefixes are set.
            name: A named query, in the place of `sparql`.
            parameters: Its parameters as people write them, or numbers and dates; labels are looked up.

        Returns:
            Rows of a SELECT (cells by attribute, name or position, as Python values), triples of a CONSTRUCT or
            DESCRIBE, the truth of an ASK.

        Raises:
            QueryError: No query, or one that cannot be run.
            NotFoundError: A parameter names nothing in the graph.
            ValueError: Not exactly one of `sparql` and `name` was given.

        Warns:
            UserWarning: The text can be run and may find less than meant: it has terms that nobody knows, classes that
                have others below them, months compared with a day, labels without their language.
        """
        return self._answer(sparql, name, parameters)

    def _answer(
        self, sparql: str | None, name: str | None, parameters: Mapping[str, Given] | None
    ) -> Rows | Triples | bool:
        """What `query` gives; warnings are those of the line that has called the caller."""
        if name is not None and sparql is None:
            given = {key: written(value) for key, value in (parameters or {}).items()}
            return query.run_named(self._store, name, given)
        if sparql is not None and name is None:
            answer = query.run(self._store, sparql)
            for hint in query.hints(self._store, sparql, empty=query.is_empty(answer)):
                warnings.warn(hint, stacklevel=3)
            return answer
        raise ValueError("give exactly one of sparql and name")

    def unknown_terms(self, sparql: str) -> tuple[UnknownTerm, ...]:
        """Terms of govgraph's namespace in a query that neither the ontology nor the graph has, with what is near.

        Nothing can fit such a term, so that a slip of the pen looks like an empty graph.
        """
        return query.unknown_terms(self._store, sparql)

    def ask(self, name: str, /, **parameters: Given) -> Rows:
        """Ask one of the named questions; `questions` lists them.

        Args:
            name: Name of the question (`members-of`).
            parameters: Its parameters, by name: labels, IRIs, dates, numbers. `from_` stands for `from`.

        Raises:
            QueryError: No such question, or a parameter is missing, unknown or not of its type.
            NotFoundError: A parameter names nothing in the graph.
            TypeError: The question does not answer with rows.
        """
        given = {key.removesuffix("_"): written(value) for key, value in parameters.items()}
        return self._table(query.run_named(self._store, name, given))

    @staticmethod
    def questions(theme: str | None = None) -> tuple[NamedQuery, ...]:
        """The named questions, by name, with titles, reasons, parameters and columns.

        Args:
            theme: Name of a theme (`offices`) to keep to; None for all.
        """
        return tuple(one for one in query.named_queries() if theme in (None, one.theme))

    @staticmethod
    def _table(answer: Rows | Triples | bool) -> Rows:
        if not isinstance(answer, query.Rows):
            raise TypeError("only a SELECT query gives a table; use Graph.query for ASK, CONSTRUCT and DESCRIBE")
        return answer

    def who(self, role: str | None, of: str | None = None, on: Day | None = None) -> tuple[Holder, ...]:
        """Who holds an office.

        Args:
            role: Title in any form (`CIO`, `Digitalministerin`); None for all.
            of: Land, Bund or body, by name or IRI; None for all.
            on: Day (`YYYY-MM-DD`, also `YYYY-MM` or `YYYY`, or a `datetime.date`); None for the newest state.

        Raises:
            NotFoundError: The role or body is not known.
            QueryError: `on` is no date.
        """
        return query.who(self._near, role, of, written_day(on))

    def timeline(self, of: str | None = None, role: str | None = None) -> tuple[TimelineRow, ...]:
        """Who held which office from when to when, by body, role and time.

        Args:
            of: Land, Bund, body or person, by name or IRI; None for all.
            role: Title in any form; None for all.

        Raises:
            NotFoundError: A name is not known.
        """
        return query.timeline(self._near, of, role)

    def transfers(self, of: str | None = None) -> tuple[Transfer, ...]:
        """Duties that passed from one body to another, by day, as the reference data know them.

        Raises:
            NotFoundError: The name is not known.
        """
        return query.transfers(self._near, of)

    def suggestions(self, of: str | None = None) -> tuple[Suggestion, ...]:
        """Persons that may be one, best first, with what speaks for and against.

        Raises:
            NotFoundError: The name is not known.
        """
        return query.suggestions(self._near, of)

    def versions(self, of: str | None = None) -> tuple[TextVersions, ...]:
        """Articles that are versions of one text, such as a press release in several papers: they are one source.

        Args:
            of: One of the articles, by IRI, headline, page or source; None for all texts with several versions.

        Raises:
            NotFoundError: The graph has no such article.
        """
        return query.versions(self._near, of)

    def explain(
        self,
        subject: str,
        predicate: str | None = None,
        object: str | None = None,
        *,
        as_object: bool = False,
    ) -> tuple[Explanation, ...]:
        """Statements about a subject with the sentences that they were read from; see `govgraph.query.explain`.

        Args:
            subject: Name or IRI of a thing.
            predicate: Only these statements; None for all.
            object: Only those with this at the other end; None for all.
            as_object: What is said of others with it as object, in place of what is said of it.

        Raises:
            NotFoundError: A name is unknown or ambiguous, or the predicate is none of the ontology.
        """
        return query.explain(self._near, subject, predicate, object, as_object=as_object)

    def count_as_object(self, name: str) -> int:
        """How many statements `explain` gives with `as_object`.

        Raises:
            NotFoundError: The name is unknown or ambiguous.
        """
        return query.count_as_object(self._near, name)

    def conflicts(self, rules: Sequence[StrPath] = (), kinds: Sequence[str] = ()) -> tuple[Conflict, ...]:
        """Statements that cannot all be right, with the words of each side; see `govgraph.query.conflicts`.

        Args:
            rules: Turtle files with rules of your own, beside those of the ontology.
            kinds: Names of rules to keep to (`two-holders`); all if empty.

        Raises:
            VocabularyError: A file holds no rules, or a rule that cannot be run.
            QueryError: A kind is the name of no rule.
        """
        return query.conflicts(self._near, query.load_rules([Path(one) for one in rules]), kinds=kinds)

    def find(  # noqa: PLR0913 - what is looked for, and where
        self,
        words: str,
        *,
        kinds: Sequence[str] = ("thing", "article", "quote"),
        predicate: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        limit: int = 20,
    ) -> Findings:
        """Search names, titles and quotes; German forms, parts of compounds and typing errors are found too.

        Args:
            words: What to look for.
            kinds: What to look among: `thing`, `article`, `quote`.
            predicate: Only quotes that state this.
            since: Only articles and quotes from this day, month or year on; text or `datetime.date`.
            until: Only those up to it.
            limit: At most so many hits.

        Raises:
            QueryError: A date is none.
            NotFoundError: The predicate is none of the ontology.
            ValueError: A kind is none of the three.
        """
        chosen = [query.HitKind(one) for one in kinds]
        first, last = written_day(since), written_day(until)
        return query.find(self._near, words, kinds=chosen, predicate=predicate, since=first, until=last, limit=limit)

    def since(self, date: Day, of: str | None = None) -> tuple[Change, ...]:
        """What is new in this graph since a day; see `govgraph.query.since`.

        Args:
            date: Day (`YYYY-MM-DD` or a `datetime.date`), or the first day of a month or year.
            of: Land, body, person or other thing that the changes must concern; None for all.

        Raises:
            NotFoundError: The graph does not know the name.
            QueryError: `date` is no date, or the graph has offices but no timeline.
        """
        return query.since(self._near, written(date), of)

    def validate(self, shapes: StrPath | Sequence[StrPath] = (), *, engine: Engine = Engine.FAST) -> ValidationReport:
        """Hold the graph against the SHACL shapes of the ontology; see `govgraph.rdf.validate`.

        Args:
            shapes: Files with shapes of your own, beside those of the ontology.
            engine: `Engine.PYSHACL` to have all done by pySHACL.

        Raises:
            VocabularyError: A file holds no shapes that can be used.
        """
        given = [shapes] if isinstance(shapes, str | PathLike) else shapes
        return rdf.validate(self._near, more=[Path(one) for one in given], engine=engine)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Entities as nodes, statements and tenures as edges with their evidence."""
        return query.to_networkx(self._near)

    def to_rdflib(self) -> rdflib.Graph:
        """All triples as an rdflib graph in memory, named graphs joined."""
        return rdf.to_rdflib(self._store.match())

    def to_pandas(
        self, sparql: str | None = None, *, name: str | None = None, parameters: Mapping[str, Given] | None = None
    ) -> pd.DataFrame:
        """Rows of a SELECT query or a named query as a data frame, one column for each variable.

        Whole numbers, decimals and full dates become numbers and timestamps (`govgraph.query.to_frame`).

        Raises:
            QueryError: No query, or one that cannot be run.
            NotFoundError: A parameter names nothing in the graph.
            TypeError: The query is no SELECT.
            ImportError: pandas is not installed.
        """
        return query.to_frame(self._table(self._answer(sparql, name, parameters)))
