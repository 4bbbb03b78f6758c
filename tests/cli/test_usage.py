"""Global behaviour: help, version, completion, languages, one-line errors, exit codes, broken pipes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from govgraph.cli import messages

Run = Callable[..., subprocess.CompletedProcess[str]]

COMMANDS = (
    "build",
    "extract",
    "query",
    "export",
    "view",
    "validate",
    "explain",
    "find",
    "who",
    "diff",
    "reconcile",
    "sources",
    "evaluate",
    "watch",
    "push",
)
SOURCES = Path(messages.__file__).parent
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_help_lists_the_commands(govgraph: Run) -> None:
    done = govgraph("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert [name for name in COMMANDS if not re.search(rf"^  {name} ", done.stdout, re.MULTILINE)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_in_both_languages(govgraph: Run, command: str) -> None:
    english, german = govgraph(command, "--help"), govgraph("--lang", "de", command, "--help")
    assert (english.returncode, german.returncode) == (0, 0)
    assert english.stdout != german.stdout
    assert govgraph(command, "-h").stdout == english.stdout


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['govgraph', '--help']\n"
        "from govgraph.cli.main import main; main(['--help'])\n"
        "heavy = ('rdflib', 'pyoxigraph', 'networkx', 'numpy', 'pyvis', 'rich', 'urllib3', 'govgraph.pipeline', "
        "'feedparser', 'lxml', 'protego', 'trafilatura', 'govgraph.sources', 'starlette', 'uvicorn')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_is_quick() -> None:
    command = [sys.executable, "-m", "govgraph", "--help"]
    spent = [1.0]
    # seconds of a processor: others work at the same time, so that a clock, and at times even they, tell too much
    while min(spent) >= 0.3 and len(spent) < 10:
        before = os.times()
        subprocess.run(command, capture_output=True, check=True)
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(spent) < 0.3


def test_version(govgraph: Run) -> None:
    done = govgraph("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"govgraph \d+\.\d+\.\d+\n", done.stdout)


def test_building_nothing_says_what_to_give(govgraph: Run, tmp_path: Path) -> None:
    done = govgraph("build", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing to build" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bild", "x"), "No such command 'bild'"),
        (("build", "x", "--nothing"), "No such option"),
        (("build", "x", "--workers", "-1"), "--workers"),
        (("build", "x", "--base", "urn:x"), "base is 'urn:x'"),
        (("build", "x", "--engine", "cloud"), "--engine"),
        (("--lang", "fr", "build", "x"), "--lang"),
        (("query",), "exactly one of SPARQL, --file and --name"),
        (("query", "ASK {}", "--name", "x"), "exactly one of SPARQL, --file and --name"),
        (("query", "--name", "x", "--param", "k"), "its form is name=value"),
        (("export", "--format", "docx"), "--format"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    govgraph: Run, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = govgraph(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("govgraph: error: ")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr
    assert "--help" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_call_without_command_shows_the_way(govgraph: Run) -> None:
    done = govgraph()
    assert (done.returncode, done.stdout) == (2, "")
    assert "govgraph --help" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("query", "ASK {}"), ("who", "CIO"), ("explain", "X"), ("validate",), ("view",), ("export",)]
)
def test_missing_graph_is_one_line_and_exit_code_3(govgraph: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = govgraph(*arguments, *(("--format", "trig") if arguments == ("export",) else ()), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("govgraph: error: ")
    assert done.stderr.count("\n") == 1
    assert "govgraph build" in done.stderr


@pytest.mark.parametrize("place", ["before", "after"])
def test_debug_adds_the_traceback(govgraph: Run, tmp_path: Path, place: str) -> None:
    arguments = ("--debug", "who", "CIO") if place == "before" else ("who", "CIO", "--debug")
    done = govgraph(*arguments, cwd=tmp_path)
    assert done.returncode == 3
    assert "Traceback (most recent call last)" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "env"),
    [(("--lang", "de", "who"), {}), (("who", "--lang=de"), {}), (("who",), {"GOVGRAPH_LANG": "de"})],
)
def test_errors_in_german(govgraph: Run, arguments: tuple[str, ...], env: dict[str, str]) -> None:
    done = govgraph(*arguments, env=env)
    assert done.returncode == 2
    assert done.stderr.startswith("govgraph: Fehler: ")


def test_completion_knows_the_commands(tmp_path: Path) -> None:
    env = {**os.environ, "_GOVGRAPH_COMPLETE": "complete_bash", "COMP_WORDS": "govgraph ex", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-m", "govgraph"], env=env, capture_output=True, text=True, check=False)
    assert sorted(done.stdout.split()) == ["explain", "export", "extract"]


def test_completion_knows_the_options() -> None:
    env = {**os.environ, "_GOVGRAPH_COMPLETE": "complete_bash", "COMP_WORDS": "govgraph build --lex", "COMP_CWORD": "2"}
    done = subprocess.run([sys.executable, "-m", "govgraph"], env=env, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["--lexicon"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script_can_be_shown(govgraph: Run, shell: str) -> None:
    done = govgraph("--show-completion", shell, env={"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"})
    assert done.returncode == 0
    assert "_GOVGRAPH_COMPLETE" in done.stdout


def test_every_message_is_used_and_there_in_both_languages() -> None:
    catalogue = json.loads((SOURCES / "messages.json").read_text(encoding="utf-8"))
    assert [key for key, texts in catalogue.items() if set(texts) != {"de", "en"} or not all(texts.values())] == []
    placeholders = {
        key: [sorted(re.findall(r"{(\w+)", texts[lang])) for lang in ("de", "en")] for key, texts in catalogue.items()
    }
    assert [key for key, (german, english) in placeholders.items() if german != english] == []
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.py")))
    used = set(re.findall(r"""text\(\s*['"]([\w.]+)['"]""", code)) | set(re.findall(r'"((?:\w+\.)+\w+)"', code))
    families = tuple(re.findall(r"""text\(f['"]([\w.]+\.){""", code))
    unused = [
        key for key in catalogue if key not in used and not key.startswith(families) and not key.endswith(".help")
    ]
    assert unused == []
    assert sorted(key for key in re.findall(r"""\btext\(\s*['"]([\w.]+)['"]""", code) if key not in catalogue) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("conflicts",),
        ("explain", "Hessen"),
        ("export", "--format", "csv"),
        ("query", "--name", "members-of", "--param", "body=IT-Planungsrat"),
        ("timeline",),
        ("validate",),
        ("view", "--out", "network.html"),
        ("who", "CIO"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_imports_what_it_uses(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    graph = ["--graph", str(EXAMPLES / "questions.trig")]
    command = [sys.executable, "-m", "govgraph", arguments[0], *graph, *arguments[1:]]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert "govgraph: error" not in done.stderr
    assert done.stdout + done.stderr or list(tmp_path.iterdir())


def test_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    page = tmp_path / "seite.txt"
    page.write_text("Ein Titel\n\n[18.11.2024] Das Land Hessen plant viel. Es kommt noch mehr.\n", encoding="utf-8")
    for number in range(10):
        (tmp_path / f"seite{number}.txt").write_text(page.read_text(encoding="utf-8") * 20, encoding="utf-8")
    command = f"{sys.executable} -m govgraph extract {tmp_path} | head -c 10; exit ${{PIPESTATUS[0]}}"
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(["bash", "-c", command], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "standard output: No space left on device"), ("de", "Standardausgabe: kein Platz auf dem Datenträger")],
)
def test_a_full_disk_is_told_in_one_line(tmp_path: Path, lang: str, told: str) -> None:
    page = tmp_path / "seite.txt"
    page.write_text("Ein Titel\n\n[18.11.2024] Das Land Hessen plant viel.\n", encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "govgraph", "--lang", lang, "extract", str(page)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert told in done.stderr
    assert "unexpected" not in done.stderr


@pytest.mark.parametrize("arguments", [(), *((name,) for name in COMMANDS)])
def test_german_help_is_german(govgraph: Run, arguments: tuple[str, ...]) -> None:
    told = govgraph("--lang", "de", *arguments, "--help").stdout
    assert told.startswith("Aufruf: govgraph")
    assert not re.search(
        r"^(?:Usage|Options|Arguments|Commands):|Show this|\[default:|\[required|\[env var", told, re.MULTILINE
    )
