"""Python surface: `govgraph.extract`, `govgraph.build`, `govgraph.Graph`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

import pyoxigraph as ox

from govgraph.errors import InputError, StageError, StoreError
from govgraph.export import export, export_profile, quoting
from govgraph.linking import Progress, ReconcileOptions, Reconciliation, reconcile, silent
from govgraph.model import Quotes, Record
from govgraph.pipeline import BuildOptions, Gap, extract_records, rehydrate
from govgraph.pipeline import build as run_build
from govgraph.pipeline.extraction import read_loaded, sure_enough
from govgraph.pipeline.output import settle
from govgraph.query import (
    Change,
    Conflict,
    Explanation,
    Findings,
    HitKind,
    Holder,
    Inferences,
    NamedQuery,
    Rows,
    Suggestion,
    TextVersions,
    TimelineRow,
    Transfer,
    Triples,
    conflicts,
    diff,
    explain,
    find,
    infer,
    lanes,
    load_inference_rules,
    load_rules,
    named_queries,
    office_spread,
    run,
    run_named,
    since,
    spread,
    suggestions,
    timeline,
    to_frame,
    to_networkx,
    transfers,
    versions,
    who,
)
from govgraph.rdf import Engine, ValidationReport, to_rdflib, validate
from govgraph.reports import Report, ReportOptions, report, write_report
from govgraph.resolve import resolve
from govgraph.sources import read_text
from govgraph.store import DiskStore, Endpoint, GraphReader, GraphStore, MemoryStore, RemoteStore, is_address
from govgraph.views import (
    ChartOptions,
    NetworkOptions,
    Selection,
    select,
    write_map,
    write_timeline,
    write_view,
)
from govgraph.vocabulary.layouts import load_layouts

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib

StrPath = str | PathLike[str]

_SYNTAX = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


def extract(text_or_path: str | PathLike[str], options: BuildOptions | None = None) -> Record:
    r"""Read one page.

    Args:
        text_or_path: A `Path`, or a string: a path if it is one line and names a file that is there, else the text
            of a page.
        options: Settings; the defaults if None.

    Returns:
        The page's articles with their entities, offices and facts; every one of these carries its evidence, and
        `article.text[evidence.start:evidence.end] == evidence.quote`.

    Raises:
        InputError: The file cannot be read as a page.
        StageError: Extraction failed on the whole page.

    >>> page = "Ein Titel\n\n[18.11.2024] Das Land Hessen setzt das Onlinezugangsgesetz um.\n"
    >>> [entity.name for entity in extract(page).articles[0].entities]
    ['Hessen', 'Onlinezugangsgesetz']
    """
    options = options or BuildOptions()
    path = _path_of(text_or_path)
    if path is None:
        outcome = read_loaded(
            read_text(str(text_or_path), base=options.base, layouts=load_layouts(options.lexicon)), options
        )
        found = outcome.record
        records = resolve((sure_enough(found, options.min_confidence),)) if found is not None else ()
        issues = outcome.issues
    else:
        extraction = extract_records([str(path)], options)
        records, issues = extraction.records, extraction.issues
    failed = [issue for issue in issues if issue.level == "error"]
    if failed and failed[0].stage == "sources":
        raise InputError(failed[0].message)
    if failed or not records:
        raise StageError(failed[0].message if failed else "no page was read; give the text of one page, or its file")
    return records[0]


def _path_of(text_or_path: str | PathLike[str]) -> Path | None:
    if not isinstance(text_or_path, str):
        return Path(text_or_path)
    if "\n" in text_or_path or not text_or_path.strip():
        return None
    try:
        return Path(text_or_path) if Path(text_or_path).is_file() else None
    except (OSError, ValueError):
        # too long for a file name, or with characters that none has: so it is text
        return None


def build(inputs: StrPath | Sequence[StrPath], out: StrPath, options: BuildOptions | None = None) -> Graph:
    """Read pages, fill a folder and open the graph in it.

    Args:
        inputs: Files, folders, globs or addresses, or one of these.
        out: Output folder, filled as by `govgraph build`; a former output is replaced as a whole.
        options: Settings; the defaults if None.

    Returns:
        The graph. What was amiss stands in `out/issues.jsonl`.

    Raises:
        InputError: Not one input could be read.
        VocabularyError: The ontology or a lexicon file cannot be used.
        StageError: A stage failed on all pages together.
        StoreError: `out` cannot be written, or holds files that no build wrote.
    """
    given = [inputs] if isinstance(inputs, str | PathLike) else list(inputs)
    result = run_build([str(one) for one in given], Path(out), options)
    if not result.counts.pages:
        first = result.issues[0].message if result.issues else "no input was given"
        raise InputError(f"not one page was read: {first}")
    return Graph.open(out)


class Graph:
    """A graph that can be asked, exported and looked at.

    Open one with `Graph.open`, or let `govgraph.build` make one. It can be used in a `with` statement; without one,
    `close` lets go of its files. Graphs on disk are opened to read: several programs may do so at once.
    """

    def __init__(self, store: GraphReader) -> None:
        self._store = store
        self._copy: GraphReader | None = None

    @classmethod
    def open(cls, path: StrPath) -> Graph:
        """Open a graph.

        Args:
            path: Output folder of a build, the store in it, or an RDF file (`.ttl`, `.trig`, `.nt`, `.nq`, `.jsonld`,
                `.rdf`), which is read into memory; or the address of a SPARQL server, which is asked when the graph
                is. Who asks it stands in the environment (`govgraph.store.Credentials`).

        Raises:
            StoreError: There is no graph, or it cannot be read.
        """
        if isinstance(path, str) and is_address(path):
            return cls(RemoteStore(Endpoint(path)))
        place = Path(path)
        settle(place)
        for folder in (place / "store", place):
            if (folder / "CURRENT").is_file():
                return cls(DiskStore(folder, read_only=True))
        for file in (place, place / "graph.trig"):
            if file.is_file():
                return cls(_loaded(file))
        raise StoreError(f"no graph at {place}; make one with `govgraph build`, or name an output folder or RDF file")

    def query(
        self, sparql: str | None = None, *, name: str | None = None, parameters: Mapping[str, str] | None = None
    ) -> Rows | Triples | bool:
        """Answer a SPARQL query, or one of the named queries, over the union of all named graphs.

        Args:
            sparql: SELECT, ASK, CONSTRUCT or DESCRIBE; the usual prefixes are set.
            name: A named query, in the place of `sparql`.
            parameters: Its parameters as people write them; labels are looked up.

        Returns:
            Rows of a SELECT (cells by attribute, name or position, as Python values), triples of a CONSTRUCT or
            DESCRIBE, the truth of an ASK.

        Raises:
            QueryError: No query, or one that cannot be run.
            NotFoundError: A parameter names nothing in the graph.
            ValueError: Not exactly one of `sparql` and `name` was given.
        """
        if name is not None and sparql is None:
            return run_named(self._store, name, parameters)
        if sparql is not None and name is None:
            return run(self._store, sparql)
        raise ValueError("give exactly one of sparql and name")

    def ask(self, name: str, /, **parameters: str | int | float | datetime.date) -> Rows:
        """Ask one of the named questions; `questions` lists them.

        Args:
            name: Name of the question (`members-of`).
            parameters: Its parameters, by name: labels, IRIs, dates, numbers. `from_` stands for `from`.

        Raises:
            QueryError: No such question, or a parameter is missing, unknown or not of its type.
            NotFoundError: A parameter names nothing in the graph.
            TypeError: The question does not answer with rows.
        """
        given = {key.removesuffix("_"): str(value) for key, value in parameters.items()}
        return self._table(run_named(self._store, name, given))

    @staticmethod
    def questions(theme: str | None = None) -> tuple[NamedQuery, ...]:
        """The named questions, by name, with titles, reasons, parameters and columns.

        Args:
            theme: Name of a theme (`offices`) to keep to; None for all.
        """
        return tuple(one for one in named_queries() if theme in (None, one.theme))

    @staticmethod
    def _table(answer: Rows | Triples | bool) -> Rows:
        if not isinstance(answer, Rows):
            raise TypeError("only a SELECT query gives a table; use Graph.query for ASK, CONSTRUCT and DESCRIBE")
        return answer

    def who(self, role: str | None, of: str | None = None, on: str | None = None) -> tuple[Holder, ...]:
        """Who holds an office.

        Args:
            role: Title in any form (`CIO`, `Digitalministerin`); None for all.
            of: Land, Bund or body, by name or IRI; None for all.
            on: Day (`YYYY-MM-DD`, also `YYYY-MM` or `YYYY`); None for the newest state.

        Raises:
            NotFoundError: The role or body is not known.
            QueryError: `on` is no date.
        """
        return who(self._near, role, of, on)

    def timeline(self, of: str | None = None, role: str | None = None) -> tuple[TimelineRow, ...]:
        """Who held which office from when to when, by body, role and time.

        Args:
            of: Land, Bund, body or person, by name or IRI; None for all.
            role: Title in any form; None for all.

        Raises:
            NotFoundError: A name is not known.
        """
        return timeline(self._near, of, role)

    def transfers(self, of: str | None = None) -> tuple[Transfer, ...]:
        """Duties that passed from one body to another, by day, as the reference data know them.

        Raises:
            NotFoundError: The name is not known.
        """
        return transfers(self._near, of)

    def suggestions(self, of: str | None = None) -> tuple[Suggestion, ...]:
        """Persons that may be one, best first, with what speaks for and against.

        Raises:
            NotFoundError: The name is not known.
        """
        return suggestions(self._near, of)

    def versions(self, of: str | None = None) -> tuple[TextVersions, ...]:
        """Articles that are versions of one text, such as a press release in several papers: they are one source.

        Args:
            of: One of the articles, by IRI, headline, page or source; None for all texts with several versions.

        Raises:
            NotFoundError: The graph has no such article.
        """
        return versions(self._near, of)

    def explain(
        self,
        subject: str,
        predicate: str | None = None,
        object: str | None = None,
    ) -> tuple[Explanation, ...]:
        """Statements about a subject with the sentences that they were read from; see `govgraph.query.explain`.

        Raises:
            NotFoundError: A name is unknown or ambiguous, or the predicate is none of the ontology.
        """
        return explain(self._near, subject, predicate, object)

    def conflicts(self, rules: Sequence[StrPath] = (), kinds: Sequence[str] = ()) -> tuple[Conflict, ...]:
        """Statements that cannot all be right, with the words of each side; see `govgraph.query.conflicts`.

        Args:
            rules: Turtle files with rules of your own, beside those of the ontology.
            kinds: Names of rules to keep to (`two-holders`); all if empty.

        Raises:
            VocabularyError: A file holds no rules, or a rule that cannot be run.
            QueryError: A kind is the name of no rule.
        """
        return conflicts(self._near, load_rules([Path(one) for one in rules]), kinds=kinds)

    def infer(self, rules: StrPath | Sequence[StrPath] = ()) -> Inferences:
        """What follows from the graph by rules; see `govgraph.query.infer`. The graph stays as it is.

        Args:
            rules: Folders with rules of your own, beside those of the ontology.

        Raises:
            VocabularyError: A folder holds no rules, or a rule that cannot be used.
        """
        given = [rules] if isinstance(rules, str | PathLike) else rules
        return infer(self._near, load_inference_rules([Path(one) for one in given]))

    def with_inferences(self, rules: StrPath | Sequence[StrPath] = ()) -> Graph:
        """A graph in memory with what follows by rules, each rule in a named graph of its own.

        Raises:
            VocabularyError: As for `infer`.
        """
        joined = MemoryStore(self._store.match())
        joined.load(self.infer(rules).quads())
        return Graph(joined)

    def reconcile(
        self, service: str, options: ReconcileOptions | None = None, *, progress: Progress = silent
    ) -> Reconciliation:
        """Ask a reconciliation service on the web who or what things of the graph are.

        The graph stays as it is: the answer are suggestions, for somebody to judge.

        Args:
            service: Address of a service that speaks the Reconciliation Service API.
            options: Settings; the defaults if None.
            progress: Is told how many things are answered for.

        Raises:
            InputError: The address is none.
            NotFoundError: A name or class that the graph does not know.
            ServiceError: The service cannot be asked, or breaks the protocol.
            StoreError: The cache cannot be written.
            VocabularyError: A file that describes services cannot be used.
        """
        return reconcile(self._near, service, options, progress)

    def diff(self, other: Graph, of: str | None = None) -> tuple[Change, ...]:
        """What has changed from this graph to another; see `govgraph.query.diff`.

        Args:
            other: The newer graph.
            of: Land, body, person or other thing that the changes must concern; None for all.

        Raises:
            NotFoundError: Neither graph knows the name.
            QueryError: A graph has offices but no timeline.
        """
        return diff(self._near, other._near, of)

    def since(self, date: str, of: str | None = None) -> tuple[Change, ...]:
        """What is new in this graph since a day; see `govgraph.query.since`.

        Args:
            date: Day (`YYYY-MM-DD`), or the first day of a month or year.
            of: Land, body, person or other thing that the changes must concern; None for all.

        Raises:
            NotFoundError: The graph does not know the name.
            QueryError: `date` is no date, or the graph has offices but no timeline.
        """
        return since(self._near, date, of)

    def validate(self, shapes: StrPath | Sequence[StrPath] = (), *, engine: Engine = Engine.FAST) -> ValidationReport:
        """Hold the graph against the SHACL shapes of the ontology; see `govgraph.rdf.validate`.

        Args:
            shapes: Files with shapes of your own, beside those of the ontology.
            engine: `Engine.PYSHACL` to have all done by pySHACL.

        Raises:
            VocabularyError: A file holds no shapes that can be used.
        """
        given = [shapes] if isinstance(shapes, str | PathLike) else shapes
        return validate(self._near, more=[Path(one) for one in given], engine=engine)

    def export(self, format: str, out: StrPath | BinaryIO, *, quotes: Quotes | str = Quotes.FULL) -> None:
        """Write the graph to a file or an open binary stream.

        Args:
            format: `turtle`, `trig`, `nquads`, `ntriples`, `jsonld`, `rdfxml`, `graphml`, `gexf` or `csv`.
            out: File to write, or a stream.
            quotes: `full` for the quotes that the graph has, `short` for the clause of each that bears the statement,
                `none` for none. Places and digests are written in any case.

        Raises:
            QueryError: No such format.
            StoreError: The file cannot be written.
            ValueError: `quotes` is another word.
        """
        export(self._near, format, Path(out) if isinstance(out, str | PathLike) else out, Quotes(quotes))

    def export_profile(self, name: str, out: StrPath | BinaryIO, *, quotes: Quotes | str = Quotes.FULL) -> None:
        """Write the graph in the words of another standard; what these cannot say without error stays out.

        Args:
            name: `org`, `schema`, `popolo`, `ftm`, `annotations`, `prov`, `dataset` or `rdf12`.
            out: File to write, or a stream.
            quotes: As for `export`.

        Raises:
            QueryError: No such profile.
            StoreError: The file cannot be written.
            ValueError: `quotes` is another word.
        """
        export_profile(self._near, name, Path(out) if isinstance(out, str | PathLike) else out, Quotes(quotes))

    def rehydrate(self, sources: StrPath | Sequence[StrPath] = ()) -> tuple[Graph, tuple[Gap, ...]]:
        """Fill the quotes that this graph leaves out, from the pages that it was read from.

        Args:
            sources: Files, folders or globs, or one of these; none for the sources that the graph names.

        Returns:
            A graph in memory with all quotes that were found, verbatim; and what was not found, or not where it stood.
        """
        given = [sources] if isinstance(sources, str | PathLike) else sources
        done = rehydrate(self._near, [str(one) for one in given])
        filled = MemoryStore()
        filled.load(done.quads)
        return Graph(filled), done.gaps

    def view(
        self,
        path: StrPath = "network.html",
        selection: Selection | None = None,
        *,
        lang: str = "de",
        quotes: Quotes | str = Quotes.FULL,
        atlas: bool | None = None,
    ) -> tuple[int, int]:
        """Write a network view, one HTML file without any outside resource.

        Args:
            path: File to write.
            selection: Part of the graph to show; everything if None.
            lang: Language of the page, `de` or `en`.
            quotes: As for `export`.
            atlas: True for the atlas file (up to 50,000 nodes), False for the network file; None for the atlas
                when there are more than 2,000.

        Returns:
            Numbers of nodes and of edges that were chosen.

        Raises:
            NotFoundError: A focus, type or predicate that the graph does not know.
            QueryError: A date or depth that is not allowed.
        """
        graph = to_networkx(quoting(self._near, Quotes(quotes)))
        subtitle = ""
        if selection is not None:
            graph = select(graph, selection)
            subtitle = ", ".join(selection.focus)
        write_view(graph, Path(path), NetworkOptions(subtitle=subtitle, lang=lang), atlas=atlas)
        return graph.number_of_nodes(), graph.number_of_edges()

    def timeline_page(
        self,
        path: StrPath = "timeline.html",
        of: str | None = None,
        role: str | None = None,
        *,
        lang: str = "de",
        quotes: Quotes | str = Quotes.FULL,
    ) -> int:
        """Write offices as swim lanes, one HTML file without any outside resource.

        Args:
            path: File to write.
            of: As for `timeline`.
            role: As for `timeline`.
            lang: Language of the page, `de` or `en`.
            quotes: As for `export`.

        Returns:
            Number of terms of office.

        Raises:
            NotFoundError: A name is not known.
        """
        found = lanes(quoting(self._near, Quotes(quotes)), of, role)
        subtitle = ", ".join(one for one in (of, role) if one)
        write_timeline(found, Path(path), ChartOptions(subtitle=subtitle, lang=lang))
        return sum(len(lane.periods) for lane in found)

    def map_page(  # noqa: PLR0913 - what is shown, and how it is written
        self,
        path: StrPath = "map.html",
        of: str | None = None,
        *,
        predicate: str = "implements",
        role: str | None = None,
        lang: str = "de",
        quotes: Quotes | str = Quotes.FULL,
    ) -> int:
        """Write a map of the Länder with a slider of time, one HTML file without any outside resource.

        Args:
            path: File to write.
            of: What is implemented, piloted …, by name or IRI.
            predicate: Predicate in any form.
            role: In the place of `of`: title of an office whose holders are shown.
            lang: Language of the page, `de` or `en`.
            quotes: As for `export`.

        Returns:
            Number of Länder of which something is known.

        Raises:
            NotFoundError: A name is not known.
            QueryError: The predicate is `holdsOffice`.
            ValueError: Not exactly one of `of` and `role` was given.
        """
        store = quoting(self._near, Quotes(quotes))
        if of is not None and role is None:
            shown = spread(store, predicate, of)
        elif role is not None and of is None:
            shown = office_spread(store, role)
        else:
            raise ValueError("give exactly one of of and role")
        write_map(shown, Path(path), ChartOptions(lang=lang))
        return len(shown.lands)

    def report(
        self, options: ReportOptions, path: StrPath | None = None, *, quotes: Quotes | str = Quotes.FULL
    ) -> Report:
        """What is new since a day and who is who, in sentences with numbered evidence.

        Args:
            options: Of what, since when, in which language.
            path: File to write, `.html` or `.md` (with its figure beside it, `.svg`); None to write none.
            quotes: As for `export`.

        Returns:
            What the report says.

        Raises:
            NotFoundError: A name is not known.
            QueryError: A date is none, or the time ends before it begins.
            InputError: Another suffix.
        """
        found = report(quoting(self._near, Quotes(quotes)), options)
        if path is not None:
            write_report(found, Path(path))
        return found

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Entities as nodes, statements and tenures as edges with their evidence."""
        return to_networkx(self._near)

    def to_rdflib(self) -> rdflib.Graph:
        """All triples as an rdflib graph in memory, named graphs joined."""
        return to_rdflib(self._store.match())

    def to_pandas(
        self, sparql: str | None = None, *, name: str | None = None, parameters: Mapping[str, str] | None = None
    ) -> pd.DataFrame:
        """Rows of a SELECT query or a named query as a data frame, one column for each variable.

        Whole numbers, decimals and full dates become numbers and timestamps (`govgraph.query.to_frame`).

        Raises:
            QueryError: No query, or one that cannot be run.
            NotFoundError: A parameter names nothing in the graph.
            TypeError: The query is no SELECT.
            ImportError: pandas is not installed.
        """
        return to_frame(self._table(self.query(sparql, name=name, parameters=parameters)))

    def find(  # noqa: PLR0913 - what is looked for, and where
        self,
        words: str,
        *,
        kinds: Sequence[str] = ("thing", "article", "quote"),
        predicate: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
    ) -> Findings:
        """Search names, titles and quotes; German forms, parts of compounds and typing errors are found too.

        Args:
            words: What to look for.
            kinds: What to look among: `thing`, `article`, `quote`.
            predicate: Only quotes that state this.
            since: Only articles and quotes from this day, month or year on.
            until: Only those up to it.
            limit: At most so many hits.

        Raises:
            QueryError: A date is none.
            NotFoundError: The predicate is none of the ontology.
            ValueError: A kind is none of the three.
        """
        chosen = [HitKind(one) for one in kinds]
        return find(self._near, words, kinds=chosen, predicate=predicate, since=since, until=until, limit=limit)

    @property
    def _near(self) -> GraphReader:
        """What is walked through step by step: a copy of what a server holds, unless that is very large."""
        if self._copy is None:
            self._copy = self._store.near() if isinstance(self._store, RemoteStore) else self._store
        return self._copy

    @property
    def store(self) -> GraphReader:
        """What holds the quads."""
        return self._store

    def close(self) -> None:
        """Let go of files; a closed graph cannot be asked. Closing again does nothing."""
        for one in (self._store, self._copy):
            if isinstance(one, GraphStore):
                one.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """Number of quads."""
        return len(self._store)


def _loaded(path: Path) -> MemoryStore:
    syntax = _SYNTAX.get(path.suffix.lower())
    if syntax is None:
        raise StoreError(f"{path} is no RDF file by its suffix; allowed are {', '.join(_SYNTAX)}")
    try:
        return MemoryStore(ox.parse(path=str(path), format=syntax))
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{path} cannot be read ({' '.join(str(error).split())}); build it again") from error
