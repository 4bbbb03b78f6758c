"""`python -m tools.reference TABLES`: write the reference data under `ontology/` anew from the tables."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.reference import ambiguities, bodies, first_names, jurisdictions, municipalities, programmes, roles, tables
from tools.reference.registry import Registry
from tools.reference.turtle import entity

from govgraph.model import slug


def main() -> None:
    """Convert every table and write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", type=Path, help="folder with bodies.tsv, programmes.tsv, roles.tsv, states.tsv, …")
    parser.add_argument("--out", type=Path, default=Path("ontology"), help="folder of the Turtle files")
    parser.add_argument("--districts", type=Path, help="districts.json of the npm package landkreise-deutschland")
    arguments = parser.parse_args()

    def write(name: str, text: str) -> None:
        (arguments.out / name).write_text(text, encoding="utf-8")

    rows = {
        name: tables.read(arguments.tables, name) for name in ("bodies", "programmes", "roles", "states", "ambiguities")
    }
    registry = Registry()
    for row in rows["bodies"]:
        if row["type"] == "municipality":
            city = entity(f"municipality/{slug(row['name'].split(' ', 1)[1])}")
            registry.enter(city, "gov:Municipality", f"city {row['name']}")
    text, cities = bodies.convert(rows["bodies"], registry)
    write("bodies.ttl", text)
    write("programmes.ttl", programmes.convert(rows["programmes"], registry))
    write("roles.ttl", roles.convert(rows["roles"], registry))
    write("jurisdictions.ttl", jurisdictions.convert(rows["states"], registry))
    write("ambiguities.ttl", ambiguities.convert(rows["ambiguities"], registry, arguments.out))
    write("first-names.ttl", first_names.convert())
    if arguments.districts:
        write("municipalities.ttl", municipalities.convert(cities, arguments.districts))


if __name__ == "__main__":
    main()
