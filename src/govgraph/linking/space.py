"""From identifiers of a service to IRIs, and back."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode

from govgraph.errors import ServiceError
from govgraph.linking.values import Space

_ABSOLUTE: Final = re.compile(r"(?:https?://|urn:)\S+", re.IGNORECASE)
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)
_RESERVED: Final = ":/?#[]@!$&'()*+,;=%"


def iri_of(space: Space, identifier: str) -> str:
    """IRI of an identifier; one that is an IRI already stays as it is.

    Raises:
        ServiceError: It makes no IRI.

    >>> iri_of(Space("http://www.wikidata.org/entity/{id}", ("http://www.wikidata.org/entity/",)), "Q1199")
    'http://www.wikidata.org/entity/Q1199'
    """
    if _ABSOLUTE.fullmatch(identifier):
        iri = quote(identifier, safe=_RESERVED)
    else:
        iri = space.template.replace("{+id}", quote(identifier, safe=_RESERVED)).replace(
            "{id}", quote(identifier, safe="")
        )
    try:
        return NamedNode(iri).value
    except ValueError as error:
        raise ServiceError(
            f"the service names a candidate {identifier!r:.80}, which makes no IRI; tell its makers"
        ) from (error)


def holds(space: Space, iri: str) -> bool:
    """Whether an IRI is one of the space; `http` and `https` count as the same."""
    return any(_bare(iri).startswith(_bare(prefix)) for prefix in space.prefixes)


def identifier_of(space: Space, iri: str) -> str | None:
    """What the service calls the thing of an IRI, or None if the IRI is of another space."""
    for prefix in space.prefixes:
        if _bare(iri).startswith(_bare(prefix)):
            return _bare(iri)[len(_bare(prefix)) :] or None
    return None


def space_of(identifier_space: str, view: str, known: tuple[str, ...] = ()) -> Space | None:
    """Space of a service.

    Args:
        identifier_space: What its manifest calls its identifier space, or an empty string. Some are documents about
            the identifiers and not the beginning of an IRI; then the view counts.
        view: Template of the addresses where people see a thing (`{{id}}` or `{id}`), or an empty string.
        known: Beginnings of IRIs that are known for the space, the one to write first.
    """
    template = view.replace("{{id}}", "{id}")
    seen = tuple(prefix for prefix in (identifier_space, _before(template)) if prefix.endswith(("/", "#", "=", ":")))
    if known:
        return Space(f"{known[0]}{{+id}}", tuple(dict.fromkeys((*known, *seen))))
    if identifier_space.endswith(("/", "#", "=", ":")):
        return Space(f"{identifier_space}{{+id}}", tuple(dict.fromkeys(seen)))
    if "{id}" in template or "{+id}" in template:
        return Space(template, seen)
    return None


def _before(template: str) -> str:
    return re.split(r"\{\+?id\}", template, maxsplit=1)[0]


def _bare(iri: str) -> str:
    return _SCHEME.sub("", iri)
