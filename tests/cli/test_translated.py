"""What the layers below say in English is there in German, and the German texts are of what they say."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from govgraph.cli import console, messages
from govgraph.cli.helping import translated_help
from govgraph.cli.messages import Lang, Number, decimal, text
from govgraph.cli.translated import translated
from govgraph.model import Issue

PACKAGE = Path(messages.__file__).parents[1]
GERMAN: dict[str, str] = json.loads((PACKAGE / "cli" / "german.json").read_text(encoding="utf-8"))
TOLD = re.compile(r"(?:Issue|FetchError|InputError|_issue|_doubt)$")
MESSAGE = re.compile(r"(?:X(?:, \w+ X)?: )?\w.+; (?!(?:its )?X$)\w")
PLACE = re.compile(r"{\w*}")


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_asked", Lang.DE)


def literals(node: ast.AST) -> Iterator[str]:
    """Texts in code, with `{}` for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from literals(child)


def test_each_german_text_is_of_something_that_is_said() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    said = re.sub(r'"\s*f?"', "", code)
    gone = []
    for english in GERMAN:
        parts = [part.strip() for part in re.split(r"; |{\w+}", english) if len(part) > 6]
        # one part of a text may be put together from two
        if sum(part not in said for part in parts) > 1:
            gone.append(english)
    assert gone == []
    assert [one for one, other in GERMAN.items() if sorted(PLACE.findall(one)) != sorted(PLACE.findall(other))] == []


@pytest.mark.usefixtures("german")
def test_each_issue_about_a_source_is_said_in_german() -> None:
    english = []
    for path in [*sorted((PACKAGE / "sources").rglob("*.py")), PACKAGE / "pipeline" / "expectations.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            given: list[ast.expr] = []
            if isinstance(node, ast.Assign):
                given = [node.value]
            elif isinstance(node, ast.Call) and TOLD.search(ast.unparse(node.func)):
                given = node.args
            first = [one.replace("{}", "X") for argument in given for one in [*literals(argument)][:1]]
            english += [one for one in first if MESSAGE.match(one) and translated(one) == one]
    assert english == []


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("english", "told"),
    [
        (
            "nothing in the graph is called 'Hesen'; close to it: Hessen",
            "nichts im Graphen heißt 'Hesen'; ähnlich: Hessen",
        ),
        ("a.txt: No such file or directory; name a file that can be read", "a.txt: keine solche Datei, kein solcher"),
        ("No such option: --nam (Possible options: --name, --param)", "Keine Option --nam; gemeint ist vielleicht"),
        ("something that nobody has translated", "something that nobody has translated"),
    ],
)
def test_errors_are_said_in_german(english: str, told: str) -> None:
    assert translated(english).startswith(told)


@pytest.mark.usefixtures("german")
def test_issues_are_said_once_each_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    ending = "format .json is not read; `govgraph sources` lists those that are"
    console.issues(
        [
            Issue("a.json", "sources", "note", "unsupported-format", f"a.json: {ending}"),
            Issue(
                "x.jsonl",
                "sources",
                "error",
                "row",
                "x.jsonl, line 1: no JSON (Expecting value); put one object on each line",
            ),
            Issue("b.json", "sources", "note", "unsupported-format", f"b.json: {ending}"),
        ],
        "issues.jsonl",
    )
    assert capsys.readouterr().err.splitlines() == [
        "  Fehler: x.jsonl, Zeile 1: kein JSON (Expecting value); ein Objekt auf jede Zeile setzen [sources/row]",
        "  Hinweis: a.json und 1 weitere: Format .json wird nicht gelesen; `govgraph sources` nennt, was gelesen wird "
        "[sources/unsupported-format]",
        "Auffälligkeiten: 3 (1 Fehler, 2 Hinweise; siehe issues.jsonl)",
    ]


@pytest.mark.parametrize(("above", "shown"), [(False, 10), (True, 15)])
def test_errors_come_before_warnings_and_notes_and_none_is_hidden_where_no_file_has_it(
    capsys: pytest.CaptureFixture[str], above: bool, shown: int
) -> None:
    levels = ["note"] * 12 + ["warning"] * 12 + ["error"] * 3
    found = [Issue(f"{at}.txt", "sources", level, "code", f"{at}.txt: no. {at}") for at, level in enumerate(levels)]
    console.issues(found, "" if above else "issues.jsonl", above=above)
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0].strip() for line in lines[:shown]] == ["error"] * 3 + ["warning"] * (shown - 3)
    assert lines[shown:] == [
        f"  … and {27 - shown} more",
        f"issues: 27 (3 errors, 12 warnings, 12 notes; see {'above' if above else 'issues.jsonl'})",
    ]


def test_places_in_two_files_are_said_apart(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("a.csv", "row 3"), ("a.csv", "row 7"), ("b.jsonl", "line 4")]
    console.issues([Issue(file, "sources", "warning", "row", f"{file}, {row}: no text") for file, row in rows])
    assert capsys.readouterr().err.splitlines() == [
        "  warning: a.csv, row 3 and 1 other: no text [sources/row]",
        "  warning: b.jsonl, line 4: no text [sources/row]",
    ]


def test_numbers_are_written_as_the_language_does(monkeypatch: pytest.MonkeyPatch) -> None:
    assert text("view.done", out="n.html", entities=1603, statements=1) == (
        "n.html written: 1,603 entities, 1 statement"
    )
    monkeypatch.setattr(messages, "_asked", Lang.DE)
    assert text("view.done", out="n.html", entities=1603, statements=1) == (
        "n.html geschrieben: 1.603 Entitäten, 1 Aussage"
    )
    assert (decimal(1234.56), f"{Number(1603):d}") == ("1.234,6", "1603")


def test_help_is_in_one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        "Usage: x [OPTIONS]\n\n  Options: none\n\n"
        "Options:\n  --a  b  [default: 1]\n  -h   Show this\n       message and exit.\n"
    )
    assert translated_help(told) == told
    monkeypatch.setattr(messages, "_asked", Lang.DE)
    assert translated_help(told) == (
        "Aufruf: x [OPTIONEN]\n\n  Options: none\n\nOptionen:\n  --a  b  [Vorgabe: 1]\n  -h   Diese Hilfe zeigen.\n"
    )
