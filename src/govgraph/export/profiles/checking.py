"""Does a file keep the shapes of its profile?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Quad, RdfFormat, Triple, parse

from govgraph.errors import InputError, QueryError, VocabularyError
from govgraph.export.profiles.triples import ANNOTATION_CONTEXT
from govgraph.export.profiles.write import PROFILES
from govgraph.rdf import ValidationReport, Violation, validate
from govgraph.rdf import namespaces as ns
from govgraph.vocabulary.resources import ontology_dir

_JSON: Final = frozenset({"popolo", "ftm"})


def check(path: Path, profile: str) -> ValidationReport:
    """Hold a file against the profile that it is said to be in.

    RDF profiles have shapes in SHACL, `popolo` and `ftm` a JSON Schema, and every id that they refer to must be there.
    `rdf12` is the graph itself and has the shapes of the ontology.

    Args:
        path: File of the syntax that `PROFILES` tells.
        profile: One of `PROFILES`.

    Raises:
        InputError: The file is missing or not of that syntax.
        QueryError: No such profile.
        VocabularyError: The shapes are missing or broken.
    """
    if profile not in PROFILES:
        raise QueryError(f"no profile {profile!r}; allowed are {', '.join(PROFILES)}")
    try:
        written = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; give a file of the profile {profile}") from error
    try:
        if profile in _JSON:
            results = tuple(_ftm(written) if profile == "ftm" else _popolo(json.loads(written)))
            return ValidationReport(not results, results)
        quads = list(_quads(written, profile))
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{path.name} is no {PROFILES[profile]} file: {error}; export it again") from error
    return validate(quads, shapes="shapes.ttl" if profile == "rdf12" else f"profiles/{profile}.shapes.ttl")


def _quads(written: bytes, profile: str) -> Iterable[Quad]:
    if profile == "annotations":
        document = json.loads(written)
        if document.get("@context") == ANNOTATION_CONTEXT:
            # that of the standard is on the web; the shipped one has the same meaning for what is written
            document["@context"] = _shipped("annotations.context.jsonld")["@context"]
        written = json.dumps(document).encode()
    syntax = RdfFormat.from_extension(PROFILES[profile].lstrip("."))
    quads = parse(written, syntax) if syntax is not None else ()
    return _unreified(quads) if profile == "rdf12" else quads


def _unreified(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Statements as the shapes know them."""
    for quad in quads:
        if isinstance(quad.object, Triple):
            fact = quad.object
            parts = ((ns.SUBJECT, fact.subject), (ns.PREDICATE, fact.predicate), (ns.OBJECT, fact.object))
            yield from (Quad(quad.subject, predicate, value, quad.graph_name) for predicate, value in parts)
        else:
            yield quad


def _ftm(written: bytes) -> Iterator[Violation]:
    entities = [json.loads(line) for line in written.decode("utf-8").split("\n") if line.strip()]
    for entity in entities:
        yield from _broken(entity, "ftm", _id(entity))
    if any(not isinstance(one, dict) for one in entities):
        return
    known = {_id(one) for one in entities}
    for entity in entities:
        properties = entity.get("properties")
        for name in ("member", "organization", "participant", "project", "holder", "post", "proof"):
            for value in properties.get(name, ()) if isinstance(properties, dict) else ():
                if value not in known:
                    yield _dangling(_id(entity), name, str(value))


def _popolo(document: Any) -> Iterator[Violation]:
    broken = list(_broken(document, "popolo", ""))
    yield from broken
    if broken:
        return
    ids = {kind: {one["id"] for one in rows} for kind, rows in document.items()}
    members = ids["organizations"] | ids["persons"]
    targets = {
        "person_id": ids["persons"],
        "member_id": members,
        "organization_id": ids["organizations"],
        "post_id": ids["posts"],
        "area_id": ids["areas"],
    }
    for kind, rows in document.items():
        for one in rows:
            for name, known in {**targets, "parent_id": ids[kind]}.items():
                if name in one and one[name] not in known:
                    yield _dangling(one["id"], name, one[name])
            yield from _backwards(one)


def _backwards(one: Mapping[str, Any]) -> Iterator[Violation]:
    """Dates of unlike precision are compared as far as both go."""
    begin, end = one.get("start_date", ""), one.get("end_date", "")
    common = min(len(begin), len(end))
    if begin[:common] > end[:common]:
        de, en = f"Beginnt am {begin}, nach dem Ende.", f"Begins on {begin}, after its end."
        yield Violation(one["id"], "end_date", end, "Violation", de, en, "end_date")


def _broken(document: Any, profile: str, focus: str) -> Iterator[Violation]:
    import jsonschema

    for error in jsonschema.Draft202012Validator(_shipped(f"{profile}.schema.json")).iter_errors(document):
        place = "/".join(str(part) for part in error.absolute_path)
        en, de = f"{error.message}; export the file again", f"Verletzt das Schema: {error.message}"
        shape = "/".join(str(part) for part in error.absolute_schema_path)
        yield Violation(focus or place or "/", place if focus else "", "", "Violation", de, en, shape)


def _dangling(focus: str, path: str, value: str) -> Violation:
    de = "Verweist auf etwas, das in der Datei nicht steht."
    return Violation(focus, path, value, "Violation", de, "Refers to something that is not in the file.", path)


def _id(entity: Any) -> str:
    return str(entity.get("id", "/")) if isinstance(entity, dict) else "/"


def _shipped(name: str) -> Any:
    path = ontology_dir() / "profiles" / name
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise VocabularyError(f"profiles/{name} cannot be used: {error}; install govgraph again") from error
