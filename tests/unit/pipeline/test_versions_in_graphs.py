"""Versions of one text in a built graph: they count as one source, wherever sources are counted."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from govgraph import Graph
from govgraph.cli.main import main
from govgraph.errors import CorrectionsError
from govgraph.pipeline import BuildOptions, build, remove
from govgraph.pipeline.judging import Judge, Judged
from govgraph.query import TextVersions
from govgraph.rdf import Signature

RELEASE = (
    "Patrick Burghardt ist CIO von Hessen. Er sitzt auch im IT-Planungsrat, der am Donnerstag in Wiesbaden tagte. "
    "Auf der Tagesordnung standen die Register, die Finanzierung der gemeinsamen Vorhaben und ein Bericht der FITKO. "
    "Die Länder wollen ihre Portale bis zum Jahresende verbinden, damit niemand sein Anliegen zweimal schildern muss."
)
LOCAL = "In der Stadthalle gab es am Abend noch einen Empfang für die Gäste aus den Ländern."
OTHER = (
    "Wer ist wer in der Verwaltung? Patrick Burghardt ist CIO von Hessen. Das steht im neuen Verzeichnis der Fachleute."
)
PAGES = {
    "land": ("IT-Planungsrat in Wiesbaden", "18.11.2021", RELEASE),
    "zeitung": ("Gäste in der Stadt", "19.11.2021", f"{RELEASE}\n\n{LOCAL}"),
    "anreisser": ("IT-Planungsrat in Wiesbaden", "30.11.2021", RELEASE.partition(" Auf der")[0]),
    "verzeichnis": ("Neues Verzeichnis", "03.02.2022", OTHER),
}
QUICK = BuildOptions(store=False, view=False)


def write(folder: Path, *names: str) -> list[str]:
    paths = [folder / f"{name}.txt" for name in names]
    for path in paths:
        title, day, text = PAGES[path.stem]
        path.write_text(f"{title}\n\n[{day}] {text}\n", encoding="utf-8")
    return [str(path) for path in paths]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("versions")
    build(write(folder, *PAGES), folder / "out", BuildOptions(view=False))
    return folder / "out"


def names(group: TextVersions) -> tuple[str, list[str]]:
    return Path(group.leading.source).stem, [Path(one.article.source).stem for one in group.versions]


def test_the_fullest_leads_and_each_keeps_its_graph(out: Path) -> None:
    with Graph.open(out) as graph:
        (group,) = graph.versions()
        assert names(group) == ("zeitung", ["land", "anreisser"])
        assert {one.rule for one in group.versions} == {"NearText", "PartOfText"}
        assert graph.versions("Neues Verzeichnis") == ()
        graphs = graph.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?a a gov:Article } }")
        assert len(list(graphs)) == 4  # type: ignore[arg-type]
        assert graph.validate().conforms


def test_three_articles_of_one_text_and_another_are_two_sources(out: Path) -> None:
    with Graph.open(out) as graph:
        tenures = graph.explain("Patrick Burghardt", "holdsOffice")
        assert {(one.articles, one.sources) for one in tenures} == {(4, 2)}
        (holder,) = graph.who("CIO", "Hessen")
        assert (holder.articles, holder.sources) == (4, 2)
        (period,) = graph.timeline("Patrick Burghardt")
        assert (period.articles, period.sources) == (4, 2)
        edges = [own for *_, own in graph.to_networkx().edges(data=True) if own["predicate"] == "holdsOffice"]
        assert {(own["articles"], own["sources"]) for own in edges} == {(4, 2)}


def test_a_version_that_is_printed_later_shows_nobody_in_office_then(tmp_path: Path) -> None:
    build(write(tmp_path, "land", "zeitung", "anreisser"), tmp_path / "out", QUICK)
    with Graph.open(tmp_path / "out") as graph:
        (period,) = graph.timeline("Patrick Burghardt")
        assert period.end_earliest is not None
        assert period.end_earliest.day == "2021-11-18"
        (holder,) = graph.who("CIO", "Hessen")
        assert (holder.observed, holder.articles, holder.sources) == (("2021-11-18",), 3, 1)


def test_what_rests_on_one_source_can_be_asked(out: Path) -> None:
    with Graph.open(out) as graph:
        rows: list[Any] = list(graph.query(name="single-source"))  # type: ignore[arg-type]
        member = [row for row in rows if str(row.predicate).endswith("memberOf")]
        assert member
        assert {int(row.articles) for row in member} == {3}


def test_a_further_version_confirms_nothing(tmp_path: Path) -> None:
    build(write(tmp_path, "land"), tmp_path / "old", QUICK)
    build(write(tmp_path, "land", "zeitung"), tmp_path / "new", QUICK)
    with Graph.open(tmp_path / "old") as old, Graph.open(tmp_path / "new") as new:
        assert [one for one in old.diff(new) if one.kind in ("confirmed", "weakened")] == []
        assert [one for one in new.diff(old) if one.kind in ("confirmed", "weakened")] == []


def test_adding_and_removing_gives_the_graph_of_what_is_left(tmp_path: Path) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    build(write(tmp_path, "verzeichnis"), out, QUICK)
    build(write(tmp_path, "zeitung"), out, QUICK)
    build(write(tmp_path, "anreisser", "land"), out, QUICK)
    remove([str(tmp_path / "zeitung.txt")], out)
    build(write(tmp_path, "land", "anreisser", "verzeichnis"), fresh, QUICK)
    assert (out / "graph.trig").read_bytes() == (fresh / "graph.trig").read_bytes()
    with Graph.open(out) as graph:
        assert [names(one) for one in graph.versions()] == [("land", ["anreisser"])]


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    pages = write(tmp_path, *PAGES)
    build(pages, tmp_path / "one", QUICK)
    build(pages[::-1], tmp_path / "two", BuildOptions(store=False, view=False, workers=2))
    assert (tmp_path / "one" / "graph.trig").read_bytes() == (tmp_path / "two" / "graph.trig").read_bytes()


def judged(out: Path, act: Callable[[Judge], Judged]) -> Judged:
    signed = Signature("Eva Muster", datetime.date(2026, 1, 2), "gelesen")
    with Graph.open(out) as graph:
        return act(Judge(out, graph.store, signed))


def test_judgements_on_articles_part_and_join_them(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(write(tmp_path, "land", "zeitung", "verzeichnis"), out, QUICK)
    land, zeitung = str(tmp_path / "land.txt"), "Gäste in der Stadt"
    assert judged(out, lambda judge: judge.identity(False, land, zeitung)).new
    with Graph.open(out) as graph:
        assert graph.versions() == ()
    judged(out, lambda judge: judge.identity(True, "Neues Verzeichnis", zeitung))
    with Graph.open(out) as graph:
        (group,) = graph.versions()
        assert {one.rule for one in group.versions} == {"JudgedVersion"}
    with pytest.raises(CorrectionsError, match="judged to be two"):
        judged(out, lambda judge: judge.identity(True, land, "Neues Verzeichnis"))
    with pytest.raises(CorrectionsError, match="an article and something else"):
        judged(out, lambda judge: judge.identity(True, land, "Patrick Burghardt"))
    with Graph.open(out) as graph:
        assert len(graph.versions()) == 1


def test_a_judgement_on_an_article_that_is_gone_is_idle(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(write(tmp_path, "land", "zeitung"), out, QUICK)
    judged(out, lambda judge: judge.identity(False, str(tmp_path / "land.txt"), "Gäste in der Stadt"))
    _, result = remove(["Gäste in der Stadt"], out)
    assert [issue.code for issue in result.issues if issue.code.startswith("judgement")] == ["judgement-idle"]


def test_the_command_lists_groups_with_their_reasons(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "versions", "--graph", str(out)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("Gäste in der Stadt · 2021-11-19 · ")
    assert "  nearly the same text, 1.00: IT-Planungsrat in Wiesbaden · 2021-11-18 · " in told.out
    assert "  part of the text, " in told.out
    assert "articles: 3; texts: 1" in told.err
    assert main(["versions", "Neues Verzeichnis", "--graph", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["versions", "--json", "--graph", str(out)]) == 0
    (group,) = json.loads(capsys.readouterr().out)
    assert group["versions"][0]["rule"] == "NearText"
    assert main(["versions", "Nie gesehen", "--graph", str(out)]) == 1
    capsys.readouterr()


def test_commands_tell_articles_from_sources(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["who", "CIO", "Hessen"], ["explain", "Patrick Burghardt"], ["timeline", "Hessen", "--quotes"]):
        assert main(["--lang", "de", *command, "--graph", str(out)]) == 0
        assert "4 Artikel, 2 unabhängige Quellen" in capsys.readouterr().out
    assert main(["--lang", "de", "explain", "Patrick Burghardt", "memberOf", "--graph", str(out)]) == 0
    assert "3 Artikel, 1 Quelle\n" in capsys.readouterr().out
    assert main(["who", "CIO", "Hessen", "--json", "--graph", str(out)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["sources"] == 2
