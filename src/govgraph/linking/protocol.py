"""The Reconciliation Service API: manifests, queries and answers of versions 0.1, 0.2 and the 1.0 draft.

Nothing here talks to anybody. Specifications: https://www.w3.org/community/reports/reconciliation/ and, for the draft,
https://reconciliation-api.github.io/specs/draft/.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlencode, urlsplit, urlunsplit

from govgraph.errors import ServiceError
from govgraph.linking.space import iri_of, space_of
from govgraph.linking.values import Candidate, Query, Reference, Service, ServiceType, Space

VERSIONS: Final = ("0.2", "0.1", "1.0", "1.0-draft")
"""Versions that are spoken, the preferred first: of a draft the form may still change."""

FORM: Final = "application/x-www-form-urlencoded"
JSON: Final = "application/json"
_BATCH: Final = 10
_MOST: Final = 100


def read_json(body: bytes, url: str) -> object:
    """JSON of an answer.

    Raises:
        ServiceError: It is none.
    """
    try:
        found: object = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        start = " ".join(body[:40].decode("utf-8", "replace").split())
        raise ServiceError(
            f"{url} answers no JSON but {cleaned(start)!r}; is it the address of a reconciliation service?"
        ) from error
    return found


def read_manifest(found: object, url: str, endpoint: str, known: tuple[str, ...] = ()) -> Service:
    """What a manifest says.

    Args:
        found: JSON of the manifest.
        url: Address that was given.
        endpoint: Address that answered.
        known: Beginnings of IRIs that are known for the service, the one to write first.

    Raises:
        ServiceError: It is no manifest, or one of versions that are not spoken.
    """
    if not isinstance(found, dict) or not isinstance(found.get("name"), str):
        raise ServiceError(f"{url} is no reconciliation service: its answer has no name, as manifests do")
    offered = found.get("versions", ["0.1"])
    version = next((one for one in VERSIONS if isinstance(offered, list) and one in offered), None)
    if version is None:
        raise ServiceError(
            f"{url} speaks versions {cleaned(json.dumps(offered))!s:.80} of the protocol; govgraph speaks "
            f"{', '.join(sorted(VERSIONS))}"
        )
    space = space_of(identifier_space(found), _view(found), known)
    if space is None:
        raise ServiceError(
            f"the manifest of {url} has no identifier space and no view, so its identifiers mean nothing"
        )
    return Service(
        url=url,
        endpoint=endpoint,
        name=cleaned(found["name"]),
        version=version,
        space=space,
        types=_types(found.get("defaultTypes")),
        batch_size=_batch_size(found.get("batchSize")),
        language=_text(found, "lang"),
    )


def identifier_space(manifest: Mapping[str, object]) -> str:
    """`identifierSpace` of a manifest, or an empty string; the 1.0 draft has none."""
    return _text(manifest, "identifierSpace")


def spaces(found: object) -> tuple[str, ...]:
    """What a manifest says of its identifiers: the identifier space and the beginning of the view."""
    if not isinstance(found, dict):
        return ()
    space = space_of("", _view(found))
    return tuple(one for one in (identifier_space(found), *(space.prefixes if space else ())) if one)


def written(query: Query, version: str) -> dict[str, object]:
    """A query as the version of the protocol has it."""
    properties = [(name, [_value(one) for one in values]) for name, values in query.properties]
    single = [(name, values[0] if len(values) == 1 else values) for name, values in properties]
    head: dict[str, object] = {"type": query.type} if query.type else {}
    head["limit"] = query.limit
    if version.startswith("0."):
        head["query"] = query.name
        if single:
            head["properties"] = [{"pid": name, "v": value} for name, value in single]
        return head
    head["lang"] = query.language
    head["conditions"] = [
        {"matchType": "name", "propertyValue": query.name},
        *({"matchType": "property", "propertyId": name, "propertyValue": value} for name, value in single),
    ]
    return head


def request(queries: Sequence[Mapping[str, object]], service: Service) -> tuple[str, str, bytes]:
    """Address, content type and body of the request for a batch of written queries."""
    if service.version.startswith("0."):
        batch = {f"q{number}": dict(query) for number, query in enumerate(queries)}
        body = urlencode({"queries": json.dumps(batch, ensure_ascii=False, sort_keys=True)})
        return service.endpoint, FORM, body.encode("ascii")
    parts = urlsplit(service.endpoint)
    address = urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/match"))
    batch_1 = {"queries": [dict(query) for query in queries]}
    return address, JSON, json.dumps(batch_1, ensure_ascii=False, sort_keys=True).encode("utf-8")


def results(found: object, count: int, service: Service) -> list[list[object]]:
    """Candidates as JSON, a list for each query of a batch in its order.

    Raises:
        ServiceError: The answer does not have the form that the version asks for.
    """
    listed: list[object]
    if service.version.startswith("0."):
        own = found if isinstance(found, dict) else {}
        listed = [_inner(own.get(f"q{number}"), "result") for number in range(count)]
    else:
        all_ = _inner(found, "results")
        listed = [_inner(one, "candidates") for one in all_] if isinstance(all_, list) else []
    complete = [one for one in listed if isinstance(one, list)]
    if len(complete) != count or len(listed) != count:
        raise ServiceError(
            f"{service.url} answers {_said(found)} where {count} results were asked for; try again later"
        )
    return complete


def candidates(found: Sequence[object], space: Space, url: str) -> tuple[Candidate, ...]:
    """Candidates, best first: by score, those of one score in the order of the service.

    A candidate that comes in several languages is kept once, with its German name if it has one.

    Raises:
        ServiceError: One has no identifier, or a score that is no number.
    """
    by_id: dict[str, Candidate] = {}
    for one in found:
        candidate = _candidate(one, space, url)
        former = by_id.get(candidate.id)
        if former is None or (_is_german(candidate.language) and not _is_german(former.language)):
            by_id[candidate.id] = candidate
    return tuple(sorted(by_id.values(), key=lambda one: math.inf if one.score is None else -one.score))


def cleaned(text: str) -> str:
    r"""Text of a stranger, fit for a terminal: on one line and without control characters.

    >>> cleaned("Amt\x1b[31m\n für IT")
    'Amt[31m für IT'
    """
    return "".join(one for one in " ".join(text.split()) if one.isprintable())


def _batch_size(found: object) -> int:
    if isinstance(found, int) and not isinstance(found, bool) and found > 0:
        return min(found, _MOST)
    return _BATCH


def _candidate(found: object, space: Space, url: str) -> Candidate:
    given = found if isinstance(found, dict) else {}
    identifier = given.get("id")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not cleaned(identifier):
        raise ServiceError(f"{url} suggests a candidate without id: {_said(found)}; tell its makers")
    score = given.get("score")
    if score is not None and (
        isinstance(score, bool) or not isinstance(score, int | float) or not math.isfinite(score)
    ):
        raise ServiceError(
            f"{url} gives {identifier!r:.80} the score {_said(score)}, which is no number; tell its makers"
        )
    identifier = cleaned(identifier)
    return Candidate(
        id=identifier,
        iri=iri_of(space, identifier),
        name=_text(given, "name") or identifier,
        language=_text(given, "lang"),
        description=_text(given, "description"),
        types=tuple(one.name or one.id for one in _types(given.get("type"))),
        score=None if score is None else float(score),
        match=given.get("match") is True,
    )


def _types(found: object) -> tuple[ServiceType, ...]:
    listed = found if isinstance(found, list) else [found]
    types = []
    for one in listed:
        if isinstance(one, str) and one:
            types.append(ServiceType(cleaned(one), ""))
        elif isinstance(one, dict) and _text(one, "id"):
            types.append(ServiceType(_text(one, "id"), _text(one, "name")))
    return tuple(types)


def _view(manifest: Mapping[str, object]) -> str:
    view = manifest.get("view")
    return _text(view, "url") if isinstance(view, dict) else ""


def _text(found: Mapping[str, object], key: str) -> str:
    value = found.get(key)
    return cleaned(value) if isinstance(value, str) else ""


def _inner(found: object, key: str) -> object:
    return found.get(key) if isinstance(found, dict) else None


def _value(value: str | Reference) -> object:
    return {"id": value.id, "name": value.name} if isinstance(value, Reference) else value


def _is_german(language: str) -> bool:
    return language.partition("-")[0].lower() == "de"


def _said(found: object) -> str:
    return cleaned(json.dumps(found, ensure_ascii=False))[:120]
