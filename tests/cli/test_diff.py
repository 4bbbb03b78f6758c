"""`govgraph diff`: formats, languages, exit codes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from govgraph.model import EntityType, Predicate
from govgraph.rdf import GraphOptions, build_quads
from govgraph.resolve import rename
from govgraph.store import MemoryStore
from handmade import Draft, holding, iri, page, small_ontology

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A graph, and one of two articles more; one of them has marks in its words."""
    folder = tmp_path_factory.mktemp("diff")
    options = GraphOptions(ontology=small_ontology(folder / "ontology"))
    draft = Draft("*Neu* <b>", "Das [Dataport](x) *entwickelt* | die\nE_Akte_.", "2021-02-01", url="https://a.de/(b) c")
    body = draft.entity(EntityType.ORGANISATION, "Dataport", kind="ServiceProvider")
    system = draft.entity(EntityType.SYSTEM, "E_Akte_", kind="System")
    hostile = draft.record([body, system], [], [draft.fact(body.id, Predicate.DEVELOPS, system.id, draft.text)])
    older = [holding("Eva Alt", "2020-01-01")]
    paths = []
    for name, articles in (("old", older), ("new", [*older, holding("Max Neu", "2021-02-01"), hostile])):
        paths.append(folder / f"{name}.nq")
        MemoryStore(build_quads([page(*articles)], options)).dump(paths[-1])
    return paths[0], paths[1]


def test_the_table_has_a_line_for_each_quote(govgraph: Run, graphs: tuple[Path, Path]) -> None:
    done = govgraph("diff", *graphs, "--format", "table")
    lines = done.stdout.splitlines()

    assert (done.returncode, done.stderr) == (0, "")
    assert lines[0].split() == ["change", "what", "before", "now", "state", "quote", "article"]
    assert [line.split("  ")[0] for line in lines[2:]] == ["came", "", "went", "", "appeared"]
    assert "Max Neu · CIO · Hessen" in lines[2]
    assert "begin between 2020-01-01 (somebody else in office) and 2021-02-01 (observed)" in lines[2]
    assert "„Das [Dataport](x) *entwickelt* | die E_Akte_.“" in lines[6]


def test_a_change_is_a_line_with_its_quotes_below_it(govgraph: Run, graphs: tuple[Path, Path]) -> None:
    done = govgraph("diff", *graphs, "--of", "Dataport")
    first, quote, article = done.stdout.splitlines()
    assert first == "appeared · Dataport —develops or operates→ E_Akte_ · asserted"
    assert quote == "  „Das [Dataport](x) *entwickelt* | die E_Akte_.“"
    assert article.startswith("    *Neu* <b> · 2021-02-01 · ")


def test_two_of_one_name_are_told_apart(govgraph: Run, tmp_path: Path) -> None:
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    one = holding("Eva Alt", "2020-01-01")
    old, new = (tmp_path / f"{name}.nq" for name in ("old", "new"))
    was = rename(one, {iri("person", "Eva Alt"): iri("person", "Eva Alt Bayern")})
    for path, article in ((old, was), (new, one)):
        MemoryStore(build_quads([page(article)], options)).dump(path)
    first = govgraph("diff", old, new).stdout.splitlines()[0]
    assert first.endswith("Eva Alt (person:eva-alt-bayern) → Eva Alt (person:eva-alt)")


def test_markdown_takes_marks_for_words(govgraph: Run, graphs: tuple[Path, Path]) -> None:
    done = govgraph("diff", *graphs, "--of", "Dataport", "--format", "markdown", "--lang", "de")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[4:] == [
        "## Neue Aussagen",
        "",
        r"- **Dataport —entwickelt oder betreibt→ E\_Akte\_** (neu): festgestellt",
        "",
        r"  > „Das \[Dataport\](x) \*entwickelt\* \| die E\_Akte\_.“ — "
        r"[\*Neu\* \<b\>](https://a.de/%28b%29%20c), 2021-02-01",
    ]


def test_json_and_turtle_hold_the_same_changes(govgraph: Run, graphs: tuple[Path, Path]) -> None:
    changes = json.loads(govgraph("diff", *graphs, "--format", "json").stdout)
    turtle = govgraph("diff", *graphs, "--format", "turtle").stdout

    assert [(one["kind"], one["subject"]["label"]) for one in changes] == [
        ("came", "Max Neu"),
        ("went", "Eva Alt"),
        ("appeared", "Dataport"),
    ]
    assert changes[2]["after"]["evidence"][0]["quote"] == "Das [Dataport](x) *entwickelt* | die\nE_Akte_."
    read = list(parse(turtle, format=RdfFormat.TURTLE))
    kinds = sorted(str(quad.object) for quad in read if str(quad.predicate).endswith("#changeKind>"))
    assert [kind.rpartition("#")[2] for kind in kinds] == ["Appeared>", "Came>", "Went>"]


def test_since_asks_one_graph(govgraph: Run, graphs: tuple[Path, Path]) -> None:
    done = govgraph("diff", "--since", "2021", "--graph", graphs[1], "--format", "markdown")

    assert done.returncode == 0
    assert done.stdout.startswith(
        "<!-- generator: govgraph -->\n\n# Changes since 2021\n\n## Who came\n\n- **Max Neu · CIO · Hessen** (came)"
    )


@pytest.mark.parametrize(
    ("form", "expected"), [("text", ""), ("table", ""), ("json", "[]\n"), ("markdown", "Nothing has changed.\n")]
)
def test_nothing_is_a_good_answer(govgraph: Run, graphs: tuple[Path, Path], form: str, expected: str) -> None:
    done = govgraph("diff", graphs[0], graphs[0], "--format", form)

    assert (done.returncode, done.stderr) == (0, "Nothing has changed.\n")
    assert done.stdout.endswith(expected)
    assert bool(done.stdout) is bool(expected)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["{old}"], 2, "give OLD and NEW, or --since DATE for one graph"),
        ([], 2, "give OLD and NEW, or --since DATE for one graph"),
        (["{old}", "{new}", "--since", "2020"], 2, "give OLD and NEW, or --since DATE for one graph"),
        (["--since", "neulich", "--graph", "{old}"], 2, "'neulich' is no date; allowed are YYYY-MM-DD"),
        (["{old}", "{new}", "--of", "Hesen"], 1, "nothing in the graph is called 'Hesen'; close to it: Hessen"),
        (["{old}", "absent"], 3, "no graph at absent"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    govgraph: Run, graphs: tuple[Path, Path], arguments: list[str], code: int, words: str
) -> None:
    done = govgraph("diff", *(one.format(old=graphs[0], new=graphs[1]) for one in arguments))

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (code, "", 1)
    assert words in done.stderr
