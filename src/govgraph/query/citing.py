"""What it takes to cite a statement: its articles, with authors, and the words in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode

from govgraph.query.explain import HOLDS, Explanation
from govgraph.query.proof import Proof, Properties
from govgraph.rdf import namespaces as ns
from govgraph.rdf.interface import GraphReader
from govgraph.rdf.schema import load_schema


@dataclass(frozen=True, slots=True)
class Citation:
    """An article that makes a statement, with the words that do.

    Attributes:
        statement: IRI of the statement or tenure.
        said: What it says, in words.
        article: IRI of the article.
        title: Its headline.
        authors: Names in its byline, in order of the alphabet.
        date: Its date as precise as known, or an empty string.
        url: Its address, or an empty string.
        host: Name of that address, for want of a publisher's; empty without an address.
        source: Path or address that it was read from.
        proofs: The words, in their order.
        version: Version of govgraph that has made the graph, or an empty string.
        digest: SHA-256 of all that the graph was made of, or an empty string.
    """

    statement: str
    said: str
    article: str
    title: str
    authors: tuple[str, ...]
    date: str
    url: str
    host: str
    source: str
    proofs: tuple[Proof, ...]
    version: str
    digest: str


def citations(store: GraphReader, statement: Explanation, lang: str = "en") -> tuple[Citation, ...]:
    """Articles of a statement, in the order of its evidence.

    Args:
        store: The graph.
        statement: What is cited.
        lang: Language of the words of the ontology in it, `de` or `en`.
    """
    schema = load_schema()
    properties = Properties(store)
    runs = (quad.subject for quad in store.match(None, ns.TYPE, ns.gov("Run")))
    run = min((one.value for one in runs if isinstance(one, NamedNode)), default="")
    version, digest = (properties.text(run, ns.gov(name)) if run else "" for name in ("toolVersion", "inputDigest"))
    office = statement.predicate == HOLDS
    label = statement.predicate_label if office else schema.label(statement.predicate, lang)
    modality = schema.label(statement.modality[:1].upper() + statement.modality[1:], lang)
    said = f"{statement.subject.label} – {label} – {statement.object.label} ({modality})"
    found: dict[str, Citation] = {}
    for proof in statement.evidence:
        authors = (name.value for name in properties.values(proof.article, ns.AUTHOR) if isinstance(name, Literal))
        one = found.get(proof.article) or Citation(
            statement=statement.statement,
            said=said,
            article=proof.article,
            title=proof.title,
            authors=tuple(authors),
            date=proof.date,
            url=proof.url,
            host=(urlsplit(proof.url).hostname or "").removeprefix("www."),
            source=proof.source,
            proofs=(),
            version=version,
            digest=digest,
        )
        found[proof.article] = replace(one, proofs=(*one.proofs, proof))
    return tuple(found.values())
