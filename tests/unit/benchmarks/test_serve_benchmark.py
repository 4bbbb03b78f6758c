"""The benchmark of serving, for a second each round on a small graph."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox

from govgraph.rdf.namespaces import PREF_LABEL, RUNS, TYPE, gov
from govgraph.store import DiskStore

ROOT = Path(__file__).resolve().parents[3]


def test_ten_clients_are_answered_beside_endless_queries(tmp_path: Path) -> None:
    persons = [ox.NamedNode(f"https://example.org/{number}") for number in range(200)]
    with DiskStore(tmp_path / "store") as store:
        store.load(ox.Quad(one, TYPE, gov("Person"), RUNS) for one in persons)
        store.load(ox.Quad(one, PREF_LABEL, ox.Literal(f"Hessen {one.value}"), RUNS) for one in persons)
    script = ROOT / "benchmarks" / "serve" / "run.py"
    command = [sys.executable, str(script), "--seconds", "2", "--graph", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in done.stdout.splitlines()
        if re.match(r"\| (one|10) client", line)
    ]

    assert [row[6] for row in rows] == ["0", "0", "0"]
    assert all(int(row[1].replace(",", "")) > 20 for row in rows)
    stopped = re.fullmatch(r"([\d.]+) s \((\d+)\)", rows[2][7])
    assert stopped is not None
    assert 5 <= float(stopped[1]) < 8
