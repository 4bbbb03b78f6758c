"""`govgraph export --profile` and `govgraph validate FILE --profile`."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from govgraph.cli.export import Profile
from govgraph.export import PROFILES

Run = Callable[..., subprocess.CompletedProcess[str]]
QUESTIONS = Path(__file__).resolve().parents[2] / "examples" / "questions.trig"


def test_the_command_line_knows_all_profiles() -> None:
    assert [one.value for one in Profile] == list(PROFILES)


def test_an_exported_profile_is_kept_and_a_broken_one_is_not(govgraph: Run, tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    assert govgraph("export", "--profile", "popolo", "--graph", QUESTIONS, "-o", path).returncode == 0
    kept = govgraph("validate", path, "--profile", "popolo")
    path.write_text(path.read_text(encoding="utf-8").replace('"person_id"', '"human_id"'), encoding="utf-8")
    broken = govgraph("--lang", "de", "validate", path, "--profile", "popolo")

    assert (kept.returncode, kept.stdout) == (0, "")
    assert "keeps the profile popolo" in kept.stderr
    assert broken.returncode == 1
    assert "Verletzt das Schema" in broken.stdout


def test_standard_output_gets_the_same_bytes(govgraph: Run, tmp_path: Path) -> None:
    path = tmp_path / "org.ttl"
    govgraph("export", "--profile", "org", "--graph", QUESTIONS, "-o", path)

    assert govgraph("export", "--profile", "org", "--graph", QUESTIONS).stdout == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [("export",), ("export", "--format", "csv", "--profile", "org"), ("validate", "--profile", "org")],
    ids=["neither", "both", "no-file"],
)
def test_wrong_usage_is_told(govgraph: Run, arguments: tuple[str, ...]) -> None:
    done = govgraph(*arguments)

    assert done.returncode == 2
    assert "--profile" in done.stderr
