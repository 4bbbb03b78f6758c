"""How long validation takes: the fast way on a million triples, and pySHACL beside it on fewer.

    python benchmarks/validate/run.py [--articles 3250] [--pyshacl-articles 150] [--write]

The graphs are made of the example pages as `benchmarks/questions/generate.py` makes them; places and digests of
evidence are those of its quotes, so that the graph conforms. pySHACL would take the better part of an
hour for the large one.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks" / "questions"))

from generate import Maker, examples  # noqa: E402

from govgraph.rdf import Engine, ValidationReport, validate  # noqa: E402
from govgraph.rdf import namespaces as ns  # noqa: E402

RESULTS = Path(__file__).with_name("RESULTS.md")
_INTEGER = NamedNode(ns.XSD + "integer")


def fitting(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Quads in which evidence is as long as its quote says, and has its digest."""
    held = list(quads)
    words = {one.subject: one.object.value for one in held if one.predicate == ns.gov("quote")}
    starts = {one.subject: int(one.object.value) for one in held if one.predicate == ns.gov("start")}
    for one in held:
        value = one.object
        if one.predicate == ns.gov("end"):
            value = Literal(str(starts[one.subject] + len(words[one.subject])), datatype=_INTEGER)
        elif one.predicate == ns.gov("quoteDigest"):
            value = Literal(hashlib.sha256(words[one.subject].encode()).hexdigest())
        yield Quad(one.subject, one.predicate, value, one.graph_name)


def made(articles: int, file: Path) -> int:
    """Write a graph as N-Quads; number of its triples, each counted once."""
    quads = list(fitting(Maker(articles, examples()).quads()))
    serialize(quads, str(file), format=RdfFormat.N_QUADS)
    return len({(one.subject, one.predicate, one.object) for one in quads})


def timed(file: Path, engine: Engine) -> tuple[float, ValidationReport]:
    begin = time.perf_counter()
    report = validate(file, engine=engine)
    return time.perf_counter() - begin, report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=3250)
    parser.add_argument("--pyshacl-articles", type=int, default=150)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    given = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "graph.nq"
        for articles, engines in ((given.pyshacl_articles, tuple(Engine)), (given.articles, (Engine.FAST,))):
            triples = made(articles, file)
            spent = {one: timed(file, one) for one in engines}
            fast, report = spent[Engine.FAST]
            slow, other = spent.get(Engine.PYSHACL, (0.0, report))
            if report.results != other.results:
                sys.exit("the engines do not agree")
            beside = f"{slow:.1f} | {slow / fast:.0f}" if slow else "– | –"
            rows.append(f"| {triples:,} | {len(report.results):,} | {fast:.1f} | {beside} |")
            print(rows[-1], file=sys.stderr, flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    text = f"""# How long validation takes

Made by `benchmarks/validate/run.py --write` with Python {platform.python_version()} on two shared cores. Seconds from
the N-Quads file to the report; all shapes of the ontology. Where both engines ran, their results are equal. Peak memory
{memory:.1f} GB, of which the making of the graph takes the most.

| triples | results | fast | pySHACL | times |
|---:|---:|---:|---:|---:|
{chr(10).join(rows)}
"""
    if given.write:
        RESULTS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
