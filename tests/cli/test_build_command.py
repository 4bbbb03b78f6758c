"""`govgraph build` on good and on bad input: exit codes, streams, what is written."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from govgraph.cli.main import main
from warm import Programs

Run = Callable[..., subprocess.CompletedProcess[str]]

GOOD = """Hessen
Neue CIO ernannt

[18.11.2024] Staatssekretär Stefan Sauer ist CIO des Landes Hessen. Er vertritt Hessen im IT-Planungsrat.
"""
OUTPUTS = [
    *("graph.trig", "graph.ttl", "issues.jsonl", "manifest.json", "network.html", "readings", "records", "store"),
]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "gut.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def issues(out: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (out / "issues.jsonl").read_text(encoding="utf-8").splitlines()]


def test_build_fills_the_folder(govgraph: Run, tmp_path: Path, page: Path) -> None:
    out = tmp_path / "out"
    done = govgraph("build", page, "--out", out)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert sorted(path.name for path in out.iterdir()) == OUTPUTS
    assert issues(out) == []
    record = json.loads((out / "records" / "gut.json").read_text(encoding="utf-8"))
    assert [article["date"] for article in record["articles"]] == ["2024-11-18"]
    assert "articles" in done.stderr
    assert "entities" in done.stderr


def test_what_was_written_is_not_read_by_the_next_build(govgraph: Run, tmp_path: Path, page: Path) -> None:
    """The tool would be its own witness."""
    for _ in range(2):
        done = govgraph("build", ".", "--quotes", "none", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert issues(tmp_path / "output") == []
    govgraph("build", ".", "--quotes", "full", cwd=tmp_path)
    for name in ("bericht.md", "bericht.html"):
        assert govgraph("report", "--since", "2024", "--out", name, cwd=tmp_path).returncode == 0
    assert govgraph("export", "--format", "csv", "--out", "alles.csv", cwd=tmp_path).returncode == 0
    assert govgraph("site", "--out", "seite", cwd=tmp_path).returncode == 0
    assert govgraph("site", "--single", "--out", "seite.html", cwd=tmp_path).returncode == 0
    done = govgraph("build", ".", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    told = issues(tmp_path / "output")
    assert sorted(one["source"] for one in told if one["code"] == "own-output") == [
        "alles.csv",
        "bericht.html",
        "bericht.md",
        "seite.html",
    ]
    assert [one["source"] for one in told if one["code"] != "own-output"] == ["bericht.svg"]


def test_output_goes_to_output_by_default(govgraph: Run, tmp_path: Path, page: Path) -> None:
    assert govgraph("build", page.name, "--no-view", cwd=tmp_path).returncode == 0
    assert (tmp_path / "output" / "graph.ttl").is_file()


def test_without_store_and_view(govgraph: Run, tmp_path: Path, page: Path) -> None:
    out = tmp_path / "out"
    assert govgraph("build", page, "--out", out, "--no-store", "--no-view").returncode == 0
    assert sorted(path.name for path in out.iterdir()) == [n for n in OUTPUTS if n not in ("network.html", "store")]
    assert govgraph("query", "ASK { ?s ?p ?o }", "--graph", out).stdout == "true\n"


def test_standard_input(govgraph: Run, tmp_path: Path) -> None:
    done = govgraph("build", "-", "--out", tmp_path / "out", "--no-view", stdin=GOOD)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out" / "records").iterdir())) == 1


def test_summary_in_german(govgraph: Run, tmp_path: Path, page: Path) -> None:
    done = govgraph("build", page, "--out", tmp_path / "out", "--no-view", "--lang", "de")
    assert "Entitäten" in done.stderr


BAD: dict[str, bytes | None] = {
    "missing": None,
    "empty": b"",
    "binary": bytes(range(256)) * 64,
    "latin-1": GOOD.encode("utf-8").replace("ä".encode(), b"\xe4"),
    "long-line": b"Das Land Hessen plant viel. " * (50 * 1024 * 1024 // 28),
    "undated": b"Ein Titel\n\nDas Land Hessen plant viel. Es setzt das Onlinezugangsgesetz um.\n",
    "english": b"A headline\n\n[18.11.2024] The state has been planning a lot of things with the agencies. "
    b"It is what they have said that they would do, and this is how it was done by all of them.\n",
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_a_line_and_the_rest_is_built(govgraph: Run, tmp_path: Path, page: Path, kind: str) -> None:
    bad = tmp_path / f"{kind}.txt"
    content = BAD[kind]
    if content is not None:
        bad.write_bytes(content)
    out = tmp_path / "out"
    done = govgraph("build", bad, page, "--out", out, "--no-view")
    # of an article without a date nothing is wrong: it has a note
    assert (done.returncode, done.stdout) == (0 if kind == "undated" else 1, ""), done.stderr
    assert "Traceback" not in done.stderr
    found = issues(out)
    assert found
    assert {issue["source"] for issue in found} == {str(bad)}
    assert all(issue["message"] and "\n" not in issue["message"] for issue in found)
    assert (out / "records" / "gut.json").is_file()
    alone = tmp_path / "alone"
    assert govgraph("build", page, "--out", alone, "--no-view").returncode == 0
    good = "records/gut.json"
    assert (out / good).read_bytes() == (alone / good).read_bytes()


def test_latin_1_is_read(govgraph: Run, tmp_path: Path) -> None:
    (tmp_path / "alt.txt").write_bytes(BAD["latin-1"] or b"")
    govgraph("build", tmp_path / "alt.txt", "--out", tmp_path / "out", "--no-view")
    record = json.loads((tmp_path / "out" / "records" / "alt.json").read_text(encoding="utf-8"))
    assert "Staatssekretär" in record["articles"][0]["text"]


def test_notes_alone_are_no_findings(govgraph: Run, tmp_path: Path, page: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / page.name).write_bytes(page.read_bytes())
    (folder / "README.md").write_text("Was hier liegt.\n", encoding="utf-8")
    (folder / "teaser.txt").write_text(
        "Neues aus Kiel\n\nKiel testet die E-Akte seit einiger Zeit.\n", encoding="utf-8"
    )
    done = govgraph("build", folder, "--out", tmp_path / "out", "--no-view")
    assert {issue["level"] for issue in issues(tmp_path / "out")} == {"note"}
    assert {issue["code"] for issue in issues(tmp_path / "out")} == {"readme", "no-date"}
    assert done.returncode == 0, done.stderr


def test_nothing_readable_keeps_the_former_output(govgraph: Run, tmp_path: Path, page: Path) -> None:
    out = tmp_path / "out"
    govgraph("build", page, "--out", out)
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    done = govgraph("build", tmp_path / "missing.txt", "--out", out)
    assert done.returncode == 1
    assert "stays as it was" in done.stderr
    after = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    assert [issue["source"] for issue in issues(out)] == [str(tmp_path / "missing.txt")]
    assert {name for name in after if after[name] != before[name]} == {"issues.jsonl"}


def test_nothing_readable_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path / "missing.txt"), "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err
    assert "nothing was written" in told
    assert "[sources/missing-input]" in told
    assert not (tmp_path / "out").exists()


def test_broken_lexicon_fails_and_keeps_the_former_output(govgraph: Run, tmp_path: Path, page: Path) -> None:
    out = tmp_path / "out"
    govgraph("build", page, "--out", out, "--no-view")
    before = (out / "manifest.json").read_bytes()
    lexicon = tmp_path / "own.ttl"
    lexicon.write_text("this is no Turtle", encoding="utf-8")
    done = govgraph("build", page, "--out", out, "--lexicon", lexicon, "--no-view")
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "own.ttl" in done.stderr
    assert (out / "manifest.json").read_bytes() == before


TEASER = """Weitere Meldungen und Beiträge

Der Norden ist an der Reihe

[09.01.2026] Seit Januar hat Hamburg den Vorsitz der Digitalministerkonferenz. Staatsrat Jan Pörksen ist CIO der Stadt.
 mehr...

"""
OTHER = """Einfach und modern

[19.12.2025] Das Saarland setzt das Onlinezugangsgesetz um. mehr...
"""


def quotes(store: Path, records: Path) -> int:
    """Evidence of a graph, after holding each to the text of its article on the first page that has it."""
    import govgraph as package

    texts: dict[str, str] = {}
    for path in sorted(records.glob("*.json"), reverse=True):
        texts |= {one["id"]: one["text"] for one in json.loads(path.read_text(encoding="utf-8"))["articles"]}
    with package.Graph.open(store) as graph:
        rows = graph.query("SELECT ?a ?s ?e ?q { ?v gov:article ?a ; gov:start ?s ; gov:end ?e ; gov:quote ?q }")
        found = [(str(a), int(str(start)), int(str(end)), str(quote)) for a, start, end, quote in rows]  # type: ignore[union-attr]
    assert [one for one in found if texts[one[0]][one[1] : one[2]] != one[3]] == []
    return len(found)


def test_one_teaser_on_two_pages_is_one_article(govgraph: Run, tmp_path: Path) -> None:
    one, two = tmp_path / "eins.txt", tmp_path / "zwei.txt"
    one.write_text(f"Dienstag, 3. Februar 2026\n\n{TEASER}{OTHER}", encoding="utf-8")
    two.write_text(f"{OTHER}\n{TEASER}", encoding="utf-8")
    for out, pages in ((tmp_path / "out", (one, two)), (tmp_path / "turned", (two, one))):
        done = govgraph("build", *pages, "--out", out, "--no-view", "--validate")
        assert done.returncode == 0, done.stdout + done.stderr
    texts = [
        {a["id"]: a["text"] for a in json.loads(path.read_text(encoding="utf-8"))["articles"]}
        for path in sorted((tmp_path / "out" / "records").iterdir())
    ]
    assert sorted(texts[0]) == sorted(texts[1])
    assert [iri for iri in texts[0] if texts[0][iri] != texts[1][iri]], "the copies differ, or this tests nothing"
    assert (tmp_path / "out" / "graph.trig").read_bytes() == (tmp_path / "turned" / "graph.trig").read_bytes()
    assert quotes(tmp_path / "out" / "store", tmp_path / "out" / "records") > 2


def test_the_same_page_under_two_names_adds_no_statement(govgraph: Run, tmp_path: Path, page: Path) -> None:
    twin = tmp_path / "zwilling.txt"
    twin.write_bytes(page.read_bytes())
    graphs = []
    for name, pages in (("one", (page,)), ("both", (page, twin, page))):
        done = govgraph("build", *pages, "--out", tmp_path / name, "--no-view", "--validate", "--workers", "2")
        assert done.returncode == 0, done.stdout + done.stderr
        graphs.append((tmp_path / name / "graph.trig").read_text(encoding="utf-8").replace(f' , "{twin}"', ""))
    assert graphs[1].replace('"gut" , "zwilling"', '"gut"') == graphs[0]


def test_a_day_that_the_calendar_lacks(govgraph: Run, tmp_path: Path, page: Path) -> None:
    page.write_text(GOOD.replace("18.11.2024", "31.02.2024"), encoding="utf-8")
    done = govgraph("--lang", "de", "build", page, "--out", tmp_path / "out")
    assert [(one["code"], one["level"]) for one in issues(tmp_path / "out")] == [("impossible-date", "warning")]
    assert "31.02.2024 at 'Neue CIO ernannt' is no day of the calendar" in issues(tmp_path / "out")[0]["message"]
    assert "31.02.2024 bei 'Neue CIO ernannt' ist kein Tag des Kalenders" in done.stderr


def test_a_day_yet_to_come_is_said_and_not_written(govgraph: Run, tmp_path: Path, page: Path) -> None:
    page.write_text(GOOD.replace("18.11.2024", "18.11.2999"), encoding="utf-8")
    done = govgraph("build", page, "--out", tmp_path / "out")
    assert (done.returncode, issues(tmp_path / "out")) == (0, [])
    assert f"warning: {page}: an article dated 2999-11-18, a day yet to come" in done.stderr
    page.write_text(GOOD, encoding="utf-8")
    assert "yet to come" not in govgraph("build", page, "--out", tmp_path / "out").stderr


def test_an_article_without_a_date(govgraph: Run, tmp_path: Path) -> None:
    page = tmp_path / "ohne.txt"
    page.write_text("Neuer CIO\n\nStefan Sauer ist CIO des Landes Hessen.\n", encoding="utf-8")
    out = tmp_path / "out"
    done = govgraph("build", page, "--out", out, "--validate")
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
    assert [issue["code"] for issue in issues(out)] == ["no-date"]
    assert "Stefan Sauer" in govgraph("who", "CIO", "Hessen", "--graph", out).stdout


LEXICON = """@base <https://w3id.org/govgraph/id/> .
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<organisation/musterkontor> a gov:Agency ; skos:prefLabel "Musterkontor"@de ;
    gov:partOf <organisation/musterdach> ; gov:jurisdiction <jurisdiction/hessen> .
<organisation/musterdach> a gov:Agency ; skos:prefLabel "Musterdach"@de .
<role/kontorvorsteher> a skos:Concept , gov:Role ; skos:prefLabel "Kontorvorsteher"@de ;
    gov:feminineLabel "Kontorvorsteherin"@de ; skos:inScheme <scheme/roles> .
"""


def test_a_body_and_a_role_of_ones_own(govgraph: Run, tmp_path: Path) -> None:
    page, lexicon = tmp_path / "eigen.txt", tmp_path / "own.ttl"
    page.write_text(
        "Ein Kontor\n\n[18.11.2024] Eva Kern ist Kontorvorsteherin des Musterkontors. Sie lebt in Kassel.\n", "utf-8"
    )
    lexicon.write_text(LEXICON, encoding="utf-8")
    assert govgraph("build", page, "--out", tmp_path / "plain", "--no-view").returncode == 0
    assert "Musterdach" not in (tmp_path / "plain" / "graph.ttl").read_text(encoding="utf-8")

    out = tmp_path / "out"
    done = govgraph("build", page, "--out", out, "--lexicon", lexicon, "--no-view", "--validate")
    assert done.returncode == 0, done.stdout + done.stderr
    graph = (out / "graph.ttl").read_text(encoding="utf-8")
    blocks = {block.split(" ", 1)[0]: block for block in graph.split("\n\n")}
    assert "gov:partOf organisation:musterdach" in blocks["organisation:musterkontor"]
    assert '"Musterdach"@de' in blocks["organisation:musterdach"]
    assert '"Kontorvorsteherin"@de' in blocks["role:kontorvorsteher"]
    assert '"Kontorvorsteher Musterkontor"@de' in blocks["office:kontorvorsteher-musterkontor"]
    runs = [set(re.findall(r"run:\w+", (one / "graph.ttl").read_text("utf-8"))) for one in (out, tmp_path / "plain")]
    assert not runs[0] & runs[1]


KONTOR = (
    "Ein Kontor\n\n[18.11.2024] Eva Kern ist Kontorvorsteherin des Musterkontors. Das Musterkontor nutzt die BundID.\n"
)


def test_what_was_read_with_is_kept_until_others_are_given(govgraph: Run, tmp_path: Path) -> None:
    (tmp_path / "eigen.txt").write_text(KONTOR, encoding="utf-8")
    (tmp_path / "own.ttl").write_text(LEXICON, encoding="utf-8")
    settings = ("--lexicon", "own.ttl", "--min-confidence", "0.6")
    quick = ("--out", "out", "--no-view", "--no-store")

    def built(*arguments: str) -> dict[str, bytes]:
        done = govgraph("build", *arguments, *quick, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        kept = "--lexicon" not in arguments and "--no-lexicon" not in arguments
        assert ("own.ttl, as in the build before" in done.stderr, "0.6, as in the build" in done.stderr) == (kept, kept)
        files = sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file())
        return {path.relative_to(tmp_path / "out").as_posix(): path.read_bytes() for path in files}

    first = built("eigen.txt", *settings)
    assert b"kontorvorsteher-musterkontor" in first["graph.ttl"]
    assert built() == built("eigen.txt") == built("eigen.txt", "--fresh") == built(*settings) == first
    dropped = built("--no-lexicon", "--min-confidence", "0")
    options = json.loads(dropped["manifest.json"])["options"]
    assert (options["lexicon"], options["min_confidence"]) == ([], 0.0)
    assert b"kontorvorsteher-musterkontor" not in dropped["graph.ttl"]
    assert govgraph("build", *quick, "--no-lexicon", "--lexicon", "own.ttl", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    "command", [("build",), ("build", "eigen.txt"), ("build", "--lexicon", "own.ttl"), ("remove", "Ein Kontor")]
)
def test_a_lexicon_that_is_gone_is_refused(govgraph: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "eigen.txt").write_text(KONTOR, encoding="utf-8")
    (tmp_path / "own.ttl").write_text(LEXICON, encoding="utf-8")
    govgraph("build", "eigen.txt", "--lexicon", "own.ttl", "--no-view", "--no-store", cwd=tmp_path)
    before = (tmp_path / "output" / "graph.trig").read_bytes()
    (tmp_path / "own.ttl").unlink()
    done = govgraph(*command, cwd=tmp_path)
    assert done.returncode == 3
    assert "lexicon own.ttl: gone" in done.stderr
    assert "--no-lexicon" in done.stderr
    assert (tmp_path / "output" / "graph.trig").read_bytes() == before
    assert govgraph("build", "--no-lexicon", "--no-view", "--no-store", cwd=tmp_path).returncode == 0


def test_a_folder_of_other_things_is_told_to_be_one(govgraph: Run, tmp_path: Path) -> None:
    page, out = tmp_path / "in" / "a.txt", tmp_path / "in"
    out.mkdir()
    page.write_text("Neues aus Kassel\n\n[12.03.2019] Die Stadt Kassel setzt die E-Akte ein.\n", encoding="utf-8")
    first, second = (govgraph("build", page, "--out", out) for _ in range(2))
    assert f"other things are in {out} already (1, such as a.txt)" in first.stderr
    assert "other things" not in second.stderr
    other = govgraph("build", "--out", out, "--base", "https://x.example/id")
    assert other.returncode == 2
    assert "built under --base https://w3id.org/govgraph/id, not under https://x.example/id; give" in other.stderr


def test_a_base_and_iris_of_ones_own(govgraph: Run, tmp_path: Path) -> None:
    page, lexicon = tmp_path / "eigen.txt", tmp_path / "own.ttl"
    page.write_text(
        "Ein Kontor\n\n[18.11.2024] Eva Kern ist Kontorvorsteherin des Musterkontors. Stefan Sauer ist CIO des Landes "
        "Hessen. Er vertritt Hessen im IT-Planungsrat.\n",
        encoding="utf-8",
    )
    lexicon.write_text(LEXICON.replace("<organisation/musterkontor>", "<https://example.org/kontor>"), "utf-8")
    out = tmp_path / "out"
    base = "https://example.com/own"
    done = govgraph("build", page, "--out", out, "--lexicon", lexicon, "--base", base, "--no-view", "--validate")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "https://w3id.org/govgraph/id" not in (out / "graph.ttl").read_text(encoding="utf-8")
    assert "https://w3id.org/govgraph/id" not in (out / "records" / "eigen.json").read_text(encoding="utf-8")
    assert "Stefan Sauer" in govgraph("who", "CIO", "Hessen", "--graph", out).stdout
    assert "Eva Kern" in govgraph("who", "Kontorvorsteher", "Musterkontor", "--graph", out).stdout


def test_validate_says_what_is_wrong_with_whom_and_where(govgraph: Run, tmp_path: Path, page: Path) -> None:
    out = tmp_path / "out"
    govgraph("build", page, "--out", out, "--no-view")
    broken = tmp_path / "broken.ttl"
    text = (out / "graph.ttl").read_text(encoding="utf-8")
    broken.write_text(text.replace("rdf:predicate gov:represents", "rdf:predicate gov:locatedIn"), encoding="utf-8")

    english, german = (govgraph("validate", broken, "--lang", lang) for lang in ("en", "de"))

    assert (english.returncode, german.returncode) == (1, 1)
    pattern = (
        r"{}: Stefan Sauer – gov:locatedIn – Hessen \(statement:\S+\): {} person:stefan-sauer {} statement:\S+ {} "
        r"gov:locatedIn: .* \[{}: " + re.escape(str(page)) + r"\]"
    )
    wordings = (
        (english, ("Violation", "The subject", "of the statement", "does not fit", "page")),
        (german, ("Verstoß", "Das Subjekt", "der Aussage", "passt nicht zu", "Seite")),
    )
    for done, words in wordings:
        assert [line for line in done.stdout.splitlines() if re.fullmatch(pattern.format(*words), line)], done.stdout
        assert "https://w3id.org" not in done.stdout


def test_folder_of_somebody_else_is_left_alone(govgraph: Run, tmp_path: Path, page: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "graph.ttl").write_text("mine", encoding="utf-8")
    done = govgraph("build", page, "--out", out)
    assert done.returncode == 3
    assert "give --out another folder" in done.stderr
    assert [(path.name, path.read_text(encoding="utf-8")) for path in out.iterdir()] == [("graph.ttl", "mine")]


def test_extract_writes_json_lines_or_files(govgraph: Run, tmp_path: Path, page: Path) -> None:
    lines = govgraph("extract", page)
    assert lines.returncode == 0
    assert lines.stdout.count("\n") == 1
    files = govgraph("extract", page, "--out", tmp_path / "records")
    assert (files.returncode, files.stdout) == (0, "")
    written = json.loads((tmp_path / "records" / "gut.json").read_text(encoding="utf-8"))
    assert json.loads(lines.stdout) == written


@pytest.mark.parametrize("name", ["tabelle.xlsx", "folien.pptx"])
def test_extract_of_nothing_readable_is_a_finding(govgraph: Run, tmp_path: Path, page: Path, name: str) -> None:
    other = tmp_path / name
    other.write_bytes(b"PK nothing")
    done = govgraph("extract", str(other))
    assert (done.returncode, done.stdout) == (1, "")
    assert "not one input could be read" in done.stderr
    assert govgraph("extract", str(other), str(page)).returncode == 0


def test_extract_and_build_give_the_same_record(govgraph: Run, tmp_path: Path, page: Path) -> None:
    govgraph("extract", page, "--out", tmp_path / "records")
    govgraph("build", page, "--out", tmp_path / "out", "--no-view")
    built = tmp_path / "out" / "records" / "gut.json"
    assert built.read_bytes() == (tmp_path / "records" / "gut.json").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
def test_progress_bars_appear_on_a_terminal_only(programs: Programs, tmp_path: Path, page: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = ["govgraph", "build", str(page), "--out", str(tmp_path / "out"), "--no-view"]
    env = {"TERM": "xterm", "COLUMNS": "100", "NO_COLOR": ""}
    with Path(os.devnull).open() as nothing, tempfile.TemporaryFile() as out:
        running = programs.start(command, [nothing.fileno(), out.fileno(), theirs], env=env)
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):
            while chunk := os.read(ours, 65_536):
                shown += chunk
        os.close(ours)
        assert running.wait(60) == 0
        assert out.tell() == 0
    assert b"extract" in shown
    assert b"\x1b[" in shown
    done = programs.run(command, env=env)
    assert done.returncode == 0
    assert b"\x1b[" not in done.stderr
