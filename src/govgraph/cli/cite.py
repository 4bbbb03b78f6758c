"""`govgraph cite`: statements as footnotes, for BibTeX, and as CSL-JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from govgraph.cli import console
from govgraph.cli.messages import current_lang, text
from govgraph.cli.options import DEFAULT_GRAPH, GraphPath


class Form(StrEnum):
    """Forms of citations."""

    FOOTNOTE = "footnote"
    BIBTEX = "bibtex"
    CSL = "csl-json"


def command(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help=text("cite.statement"), show_default=False)],
    predicate: Annotated[str | None, typer.Argument(metavar="PREDICATE", help=text("cite.predicate"))] = None,
    target: Annotated[str | None, typer.Argument(metavar="OBJECT", help=text("cite.object"))] = None,
    form: Annotated[Form, typer.Option("--format", help=text("cite.format"))] = Form.FOOTNOTE,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Cite statements."""
    from govgraph.api import Graph
    from govgraph.export.citing import bibtex, csl, footnotes
    from govgraph.query import Names
    from govgraph.query.citing import citations
    from govgraph.query.explain import Reader
    from govgraph.query.names import statement_called

    write = {Form.FOOTNOTE: footnotes, Form.BIBTEX: bibtex, Form.CSL: csl}[form]
    with Graph.open(graph) as opened:
        said = opened.explain(statement, predicate, target) if predicate else ()
        if predicate is None:
            iri = statement_called(opened.store, statement)
            said = (Reader(opened.store, Names(opened.store)).read(iri),)
        found = [one for each in said for one in citations(opened.store, each, current_lang().value)]
    if not found:
        console.error_line(text("explain.none", pattern=" ".join(filter(None, (statement, predicate, target)))))
        return console.Exit.FINDINGS
    console.result(write(found))
    return console.Exit.DONE
