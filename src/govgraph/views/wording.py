"""Texts of the pages: interface messages, and the ontology's own labels for types and predicates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import pyoxigraph

from govgraph.model import NAMESPACE
from govgraph.vocabulary.resources import ontology_dir

PAGE = Path(__file__).parent / "page"
FALLBACK: Final = "de"
"""Language of what a page without one says before its script asks the browser."""
_LABEL = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


@cache
def messages() -> Mapping[str, Mapping[str, Any]]:
    """Texts of a page by language; `termNames` holds the ontology's labels by local name.

    Raises:
        VocabularyError: The installation lacks its ontology.
    """
    texts: dict[str, dict[str, Any]] = json.loads((PAGE / "messages.json").read_text("utf-8"))
    for lang, table in texts.items():
        table["termNames"] = dict(sorted(_labels(lang).items()))
    return texts


def _labels(lang: str) -> dict[str, str]:
    """Labels of the schema's terms in one language; should a term have two, the first in the alphabet."""
    found: dict[str, str] = {}
    schema = ontology_dir() / "govgraph.ttl"
    for triple in pyoxigraph.parse(path=str(schema), format=pyoxigraph.RdfFormat.TURTLE):
        subject, label = triple.subject, triple.object
        if (
            triple.predicate == _LABEL
            and isinstance(subject, pyoxigraph.NamedNode)
            and isinstance(label, pyoxigraph.Literal)
            and label.language == lang
            and subject.value.startswith(NAMESPACE)
        ):
            name = subject.value.removeprefix(NAMESPACE)
            found[name] = min(label.value, found.get(name, label.value))
    return found
