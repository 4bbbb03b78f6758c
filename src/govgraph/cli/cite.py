"""`govgraph cite`: statements as footnotes, for BibTeX, and as CSL-JSON."""

from __future__ import annotations

from dataclasses import replace
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


class Marks(StrEnum):
    """Quotation marks of citations."""

    GERMAN = "german"
    ENGLISH = "english"
    GUILLEMETS = "guillemets"


def command(  # noqa: PLR0913 - one parameter for each option
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help=text("cite.statement"), show_default=False)],
    predicate: Annotated[str | None, typer.Argument(metavar="PREDICATE", help=text("cite.predicate"))] = None,
    target: Annotated[str | None, typer.Argument(metavar="OBJECT", help=text("cite.object"))] = None,
    form: Annotated[Form, typer.Option("--format", help=text("cite.format"))] = Form.FOOTNOTE,
    style: Annotated[Marks, typer.Option("--style", help=text("cite.style"))] = Marks.GERMAN,
    fragment: Annotated[bool, typer.Option("--text-fragment", help=text("cite.text_fragment"))] = False,
    graph: GraphPath = DEFAULT_GRAPH,
) -> int:
    """Cite statements."""
    from govgraph.api import Graph
    from govgraph.export.citing import STYLES, bibtex, csl, footnotes
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
    console.result(write(found, replace(STYLES[style.value], fragment=fragment)))
    return console.Exit.DONE
