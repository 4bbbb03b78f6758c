"""Writes docs/ontology/index.html and the list of terms of the present version from the Turtle files of the ontology.

    python tools/generate_ontology.py [--check] [--site DIR]

`--check` only says whether they are up to date. `--site` writes the folder that https://w3id.org/govgraph/ leads to:
the page, the ontology in each serialisation, and both again under their version.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from govgraph.model import NAMESPACE  # noqa: E402
from govgraph.rdf import namespaces as ns  # noqa: E402
from govgraph.rdf.namespaces import prefixes  # noqa: E402
from ontology_pages.page import page  # noqa: E402
from ontology_pages.terms import SCHEMAS, Described, Triples, described  # noqa: E402

ONTOLOGY = ROOT / "ontology"
PAGE = ROOT / "docs" / "ontology" / "index.html"
VERSIONS = ROOT / "docs" / "ontology" / "versions"
_QUESTION = re.compile(r'<a href="\.\./reference/[^"]*">(<code>[^<]*</code>)</a>')
SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "rdf": ox.RdfFormat.RDF_XML,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def head(ontology: Path = ONTOLOGY) -> dict[str, str]:
    """What the ontology says of itself."""
    graph, node = Triples([ontology / "govgraph.ttl"]), ox.NamedNode(NAMESPACE.rstrip("#"))
    said = {"version": graph.values(node, ns.VERSION_INFO.value)[0].value}
    said["licence"] = graph.values(node, f"{ns.DCTERMS}license")[0].value
    for name in ("title", "description"):
        said |= {f"{name}-{lang}": value for lang, value in graph.texts(node, ns.DCTERMS + name).items()}
    return said


def listed(terms: dict[str, Described]) -> str:
    """The terms of a version, one a line: name, kind, and `deprecated` where it is."""
    lines = (("\t".join([one.name, one.kind, *["deprecated"] * one.deprecated])) for one in terms.values())
    return "".join(f"{line}\n" for line in lines)


def gone(lists: dict[str, str], terms: dict[str, Described]) -> list[str]:
    """What earlier versions, and the present one as it was listed, have and the ontology has not."""
    found = []
    for version, text in sorted(lists.items()):
        for line in text.splitlines():
            name, kind, *_ = line.split("\t")
            if name not in terms:
                found.append(f"gov:{name} of version {version} is gone; keep it and mark it owl:deprecated")
            elif terms[name].kind != kind:
                found.append(f"gov:{name} was {kind} in version {version} and is {terms[name].kind}")
    return found


def unreplaced(terms: dict[str, Described]) -> list[str]:
    """Deprecated terms that name nothing in their place, or something that is deprecated too."""
    found = []
    for one in terms.values():
        others = [item.value.removeprefix(NAMESPACE) for item in one.properties.get("isReplacedBy", ())]
        if one.deprecated and not others:
            found.append(f"gov:{one.name} is deprecated; say with dcterms:isReplacedBy what takes its place")
        found += [
            f"gov:{one.name} is replaced by gov:{other}, which is deprecated or not declared"
            for other in others
            if other not in terms or terms[other].deprecated
        ]
        if one.deprecated and one.queries:
            found.append(f"gov:{one.name} is deprecated; the query {one.queries[0].name} still uses it")
    return found


def lists_of_terms(folder: Path = VERSIONS) -> dict[str, str]:
    """Version → its list."""
    return {one.stem: one.read_text(encoding="utf-8") for one in sorted(folder.glob("*.tsv"))}


def site(folder: Path, html: str) -> None:
    """The folder that w3id.org leads to."""
    for place in (folder / "ontology", folder / "ontology" / head()["version"]):
        place.mkdir(parents=True, exist_ok=True)
        # the questions' pages are not published beside it
        (place / "index.html").write_text(_QUESTION.sub(r"\1", html), encoding="utf-8")
        whole = ox.Dataset(quad for name in SCHEMAS for quad in ox.parse(path=str(ONTOLOGY / name)))
        whole.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        triples = sorted((ox.Triple(one.subject, one.predicate, one.object) for one in whole), key=str)
        for ending, syntax in SYNTAXES.items():
            used = {} if syntax == ox.RdfFormat.N_TRIPLES else prefixes()
            (place / f"govgraph.{ending}").write_bytes(ox.serialize(triples, format=syntax, prefixes=used) or b"")
    for source, target in (("shapes.ttl", "shapes.ttl"), ("context.jsonld", "context.jsonld")):
        (folder / target).write_bytes((ONTOLOGY / source).read_bytes())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if something is out of date")
    parser.add_argument("--site", type=Path, metavar="DIR", help="write also the folder to publish")
    given = parser.parse_args()
    terms = described(ONTOLOGY, ROOT / "examples" / "questions.trig")
    lists, said = lists_of_terms(), head()
    wrong = [*gone(lists, terms), *unreplaced(terms)]
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    versions = sorted({*lists, said["version"]}, key=lambda one: tuple(map(int, one.split("."))))
    made = {PAGE: page(terms, said, versions), VERSIONS / f"{said['version']}.tsv": listed(terms)}
    stale = [path for path, text in made.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    if given.check:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date; run `make reference`", file=sys.stderr)
        return int(bool(stale))
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made[path], encoding="utf-8")
    if given.site:
        site(given.site, made[PAGE])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
