"""`govgraph push`, and `--graph URL` for every command that reads a graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from between import Answer, Between, Heard, between
from conftest import Run
from govgraph.cli.main import main
from servers import free_port, oxigraph

NEWS = "Neues aus Wiesbaden\n\n[12.03.2019] Stefan Sauer ist seit März 2018 CIO des Landes Hessen.\n"
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("push")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    assert main(["build", str(folder / "news.txt"), "--out", str(folder / "out")]) == 0
    return str(folder / "out")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph(union=False) as url:
        yield url


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def middle(server: str) -> Iterator[Between]:
    with between(server) as one:
        yield one


@pytest.fixture
def there(graph: str, server: str) -> str:
    """Address of the graph in a server."""
    assert main(["push", "--endpoint", f"{server}/query", "--graph", graph]) == 0
    return f"{server}/query"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(arguments)
    out, error = capsys.readouterr()
    return code, out, error


@pytest.mark.parametrize("more", [(), ("--graph-store", "/store"), ("--part", "100"), ("--only", "--restart")])
def test_what_is_pushed_is_counted(
    capsys: pytest.CaptureFixture[str], graph: str, server: str, tmp_path: Path, more: tuple[str, ...]
) -> None:
    options = [f"{server}{one}" if one.startswith("/") else one for one in more]
    code, out, error = said(capsys, "push", "--endpoint", f"{server}/query", "--graph", graph, *options)
    _, held, _ = said(capsys, "query", COUNT, "--graph", f"{server}/query", "--format", "csv")
    _, mine, _ = said(capsys, "query", COUNT, "--graph", graph, "--format", "csv")

    assert (code, out) == (0, "")
    assert held == mine
    assert error.startswith(f"{mine.split()[1]} quads in ")
    assert not list((tmp_path / "state").rglob("*.json"))


READING = {
    "query": ["query", "SELECT DISTINCT ?s ?o { ?s skos:prefLabel ?o } ORDER BY ?s ?o"],
    "named": ["query", "--name", "single-source"],
    "who": ["who", "CIO", "--json"],
    "explain": ["explain", "Hessen", "--json"],
    "timeline": ["timeline"],
    "conflicts": ["conflicts"],
    "suggest": ["suggest"],
    "versions": ["versions"],
    "find": ["find", "Wiesbaden"],
    "validate": ["validate"],
    "diff": ["diff", "--since", "2018"],
    "nquads": ["export", "--format", "nquads", "--out", "OUT.nq"],
    "graphml": ["export", "--format", "graphml", "--out", "OUT.graphml"],
    "view": ["view", "--out", "OUT.html"],
}


@pytest.mark.parametrize("arguments", READING.values(), ids=READING)
@pytest.mark.parametrize("option", ["--graph", "--store"])
def test_commands_that_read_a_graph_read_it_from_a_server(
    capsys: pytest.CaptureFixture[str], graph: str, there: str, arguments: list[str], option: str
) -> None:
    answers = []
    for place in (graph, there):
        code, out, error = said(capsys, *arguments, option, place)
        written = [path.read_bytes() for path in sorted(Path().glob("OUT.*"))]
        answers.append((code, out, error.replace(place, "PLACE"), written))

    assert answers[0] == answers[1]
    assert answers[0][0] in (0, 1)
    assert any(answers[0][1:])


OTHER = "Neues aus Mainz\n\n[12.03.2021] Denis Alt ist seit Juni 2020 CIO des Landes Rheinland-Pfalz.\n"


def test_another_collection_does_not_take_what_articles_there_need(
    capsys: pytest.CaptureFixture[str], graph: str, tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    assert main(["build", str(tmp_path / "other.txt"), "--out", str(tmp_path / "other")]) == 0
    with oxigraph() as server:
        push = ("push", "--endpoint", f"{server}/query", "--graph")
        assert said(capsys, *push, graph)[0] == 0
        code, out, error = said(capsys, *push, str(tmp_path / "other"))

        assert (code, out, error.count("\n")) == (3, "", 1)
        assert "holds articles that this graph does not have (1, such as https://" in error
        assert said(capsys, "diff", graph, f"{server}/query")[1] == ""

        assert said(capsys, *push, str(tmp_path / "other"), "--others", "keep")[0] == 0
        assert len(articles(capsys, server)) == 2
        assert said(capsys, *push, str(tmp_path / "other"), "--others", "drop")[0] == 0
        assert len(articles(capsys, server)) == 1
        assert said(capsys, "diff", str(tmp_path / "other"), f"{server}/query")[1] == ""


def articles(capsys: pytest.CaptureFixture[str], server: str) -> list[str]:
    query = "SELECT DISTINCT ?one { ?one a gov:Article }"
    return said(capsys, "query", query, "--graph", f"{server}/query", "--format", "csv")[1].split()[1:]


def test_two_graphs_are_compared_wherever_they_are(capsys: pytest.CaptureFixture[str], graph: str, there: str) -> None:
    code, out, error = said(capsys, "diff", graph, there)

    assert (code, out) == (0, "")
    assert error


def test_a_graph_goes_from_server_to_server(capsys: pytest.CaptureFixture[str], graph: str, there: str) -> None:
    with oxigraph() as other:
        assert said(capsys, "push", "--endpoint", f"{other}/query", "--graph", there)[0] == 0
        assert said(capsys, "diff", graph, f"{other}/query")[1] == ""


def test_validating_an_address(capsys: pytest.CaptureFixture[str], there: str) -> None:
    code, _, error = said(capsys, "validate", there)

    assert code == 0
    assert there in error


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({"GOVGRAPH_STORE_TOKEN": "t0p"}, "Bearer t0p"),
        ({"GOVGRAPH_STORE_TOKEN_FILE": "secret"}, "Bearer s3cret"),
        ({"GOVGRAPH_STORE_USER": "eva", "GOVGRAPH_STORE_PASSWORD": "s3cret"}, "Basic ZXZhOnMzY3JldA=="),
        ({"GOVGRAPH_STORE_USER": "eva", "GOVGRAPH_STORE_PASSWORD_FILE": "secret"}, "Basic ZXZhOnMzY3JldA=="),
    ],
)
def test_who_asks_stands_in_the_environment(
    govgraph: Run, graph: str, middle: Between, environment: Mapping[str, str], shown: str
) -> None:
    Path("secret").write_text("s3cret\n", encoding="utf-8")
    middle.tell = lambda heard: None if heard.headers.get("Authorization") == shown else Answer(401, b"who are you?")
    push = ("push", "--endpoint", f"{middle.url}/query", "--graph", graph)
    refused, done = govgraph(*push), govgraph(*push, env=environment)

    assert refused.returncode == 3
    assert "answers 401 (who are you?); set GOVGRAPH_STORE_TOKEN, or GOVGRAPH_STORE_USER" in refused.stderr
    assert done.returncode == 0, done.stderr
    assert "s3cret" not in done.stderr + done.stdout


def test_what_the_server_does_not_keep_is_a_finding(
    capsys: pytest.CaptureFixture[str], graph: str, middle: Between
) -> None:
    left = [1]

    def forget(heard: Heard) -> Answer | None:
        if "INSERT DATA" in heard.text and left:
            left.pop()
            return Answer(204)
        return None

    middle.tell = forget
    code, out, _ = said(capsys, "push", "--endpoint", f"{middle.url}/query", "--graph", graph, "--part", "50")

    assert code == 1
    assert " quads sent, " in out


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("output", "is no address of a server; give one like http://127.0.0.1:7878/query"),
        ("http://eva:s3cret@127.0.0.1/query", "holds a user or password; set GOVGRAPH_STORE_USER"),
    ],
)
def test_addresses_that_are_none(capsys: pytest.CaptureFixture[str], graph: str, address: str, complaint: str) -> None:
    code, out, error = said(capsys, "push", "--endpoint", address, "--graph", graph)

    assert (code, out) == (2, "")
    assert complaint in error
    assert "s3cret" not in error
    assert error.count("\n") == 1


def test_a_predicate_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str], graph: str) -> None:
    code, _, error = said(capsys, "explain", "Hessen", "liebt", "--graph", graph)
    assert (code, "no predicate 'liebt'; there are memberOf" in error) == (2, True)


def test_nobody_there(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    code, out, error = said(capsys, "who", "CIO", "--graph", f"http://127.0.0.1:{free_port()}/query")

    assert (code, out) == (3, "")
    assert "cannot be reached" in error
    assert error.count("\n") == 1


def test_an_endpoint_is_wanted(capsys: pytest.CaptureFixture[str], graph: str) -> None:
    code, _, error = said(capsys, "push", "--graph", graph)

    assert code == 2
    assert "--endpoint" in error
