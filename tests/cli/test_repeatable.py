"""Same input, same bytes out; every quote stands where its record says."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"


def pages() -> list[Path]:
    found = sorted((ROOT / "examples").rglob("*.txt"))
    if GOLD.is_dir():
        found += sorted(GOLD.rglob("*.txt"))
    return sorted(found)


def contents(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file())
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(files)
        if path.relative_to(out).parts[0] != "store"
    }


@pytest.fixture(scope="module")
def built(govgraph: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "out"
    done = govgraph("build", *pages(), "--out", out, "--workers", "1")
    assert done.returncode in (0, 1), done.stderr
    return out


def test_two_builds_are_byte_identical(govgraph: Run, tmp_path: Path, built: Path) -> None:
    govgraph("build", *pages(), "--out", tmp_path / "again", "--workers", "1", env={"PYTHONHASHSEED": "17"})
    again, first = contents(tmp_path / "again"), contents(built)
    assert sorted(first) == sorted(again)
    assert [name for name in first if first[name] != again[name]] == []
    assert {"graph.ttl", "graph.trig", "manifest.json", "network.html", "issues.jsonl"} < set(first)


def test_two_workers_give_the_bytes_of_one(govgraph: Run, tmp_path: Path, built: Path) -> None:
    govgraph("build", *pages(), "--out", tmp_path / "two", "--workers", "2")
    two, first = contents(tmp_path / "two"), contents(built)
    assert [name for name in first if first[name] != two.get(name)] == []


def test_building_over_a_former_output_gives_the_same_bytes(govgraph: Run, tmp_path: Path, built: Path) -> None:
    out = tmp_path / "out"
    govgraph("build", *pages()[:1], "--out", out, "--workers", "1")
    govgraph("build", *pages(), "--out", out, "--workers", "1")
    assert contents(out) == contents(built)


def test_without_store_the_files_are_the_same(govgraph: Run, tmp_path: Path, built: Path) -> None:
    govgraph("build", *pages(), "--out", tmp_path / "out", "--no-store", "--workers", "1")
    other, first = contents(tmp_path / "out"), contents(built)
    assert [name for name in first if name != "manifest.json" and first[name] != other.get(name)] == []


def test_manifest_vouches_for_the_files_and_knows_no_clock(built: Path) -> None:
    import hashlib

    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    files = contents(built)
    vouched = {name: raw for name, raw in files.items() if name != "manifest.json" and not name.startswith("readings/")}
    digests = {name: hashlib.sha256(raw).hexdigest() for name, raw in vouched.items()}
    assert manifest["outputs"] == digests
    assert [one["sha256"] for one in manifest["inputs"]] == [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in pages()
    ]
    assert "time" not in " ".join(_keys(manifest))


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for one in value.values() for key in _keys(one))]
    return []


def test_every_quote_and_mention_stands_at_its_offsets(built: Path) -> None:
    checked = 0
    for path in sorted((built / "records").glob("*.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            text = article["text"]
            for entity in article["entities"]:
                for mention in entity["mentions"]:
                    assert text[mention["start"] : mention["end"]] == mention["text"], path.name
            for statement in (*article["offices"], *article["facts"]):
                assert statement["evidence"], path.name
                for evidence in statement["evidence"]:
                    assert text[evidence["start"] : evidence["end"]] == evidence["quote"], path.name
                    checked += 1
    assert checked > 0


def test_every_record_fits_the_schema(built: Path) -> None:
    import jsonschema

    schema = json.loads((ROOT / "ontology" / "record.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for path in sorted((built / "records").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        assert [error.message for error in validator.iter_errors(record)] == [], path.name


def test_build_conforms_to_the_shapes(govgraph: Run, built: Path) -> None:
    done = govgraph("validate", built)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout[:2000]
    assert "conforms" in done.stderr


@pytest.mark.parametrize("content", ["", "<urn:a> <urn:b> <urn:c> .\n"])
def test_a_graph_of_something_else_is_told_to_be_that(govgraph: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "u.ttl").write_text(content, encoding="utf-8")
    done = govgraph("validate", tmp_path / "u.ttl")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing in" in done.stderr
    assert "conforms" not in done.stderr


def test_broken_graph_does_not_conform_and_says_what_to_do(govgraph: Run, tmp_path: Path, built: Path) -> None:
    broken = tmp_path / "broken.ttl"
    tenure = (
        "\n<https://example.org/tenure> a <https://w3id.org/govgraph/ontology#Tenure> ;\n"
        "  <https://w3id.org/govgraph/ontology#status> <https://example.org/nonsense> .\n"
    )
    broken.write_text((built / "graph.ttl").read_text(encoding="utf-8") + tenure, encoding="utf-8")
    done = govgraph("validate", broken)
    assert done.returncode == 1
    lines = [line for line in done.stdout.splitlines() if "https://example.org/tenure" in line]
    assert len(lines) > 1
    assert all(line.startswith(("Violation: ", "Warning: ")) for line in lines)
    german = govgraph("validate", broken, "--lang", "de")
    assert german.returncode == 1
    assert german.stdout != done.stdout
