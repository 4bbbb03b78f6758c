"""`govgraph cite`: a statement as a footnote, for BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
import re

import pytest

from govgraph import Graph
from govgraph.cli.main import main
from govgraph.export.citing import STYLES, footnotes, text_fragment
from govgraph.query import Proof
from govgraph.query.citing import Citation

PAGE = """<html lang="de"><head><link rel="canonical" href="https://www.news.example/a_1">
<meta name="author" content="Petra Quast"><meta property="article:published_time" content="2024-11-18"></head>
<body><article><h1>Neuer CIO &amp; mehr</h1><p>Stefan Sauer ist seit März 2018 CIO des Landes Hessen. Das Land
Hessen nutzt die BundID, und das schon seit Jahren in allen Behörden des Landes.</p></article></body></html>"""
TEXT = "Neues aus Kassel\n\n[12.03.2019] Die Stadt Kassel nutzt die BundID.\n"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("cite")
    (folder / "news.html").write_text(PAGE, encoding="utf-8")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    assert main(["build", str(folder / "news.html"), str(folder / "text.txt"), "--out", str(folder / "out")]) == 0
    return str(folder / "out")


def cited(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["--lang", "en", "cite", *arguments])
    out, error = capsys.readouterr()
    return code, out, error


def test_a_footnote_has_who_what_where_when_and_the_words(capsys: pytest.CaptureFixture[str], graph: str) -> None:
    code, out, error = cited(capsys, "Stefan Sauer", "holdsOffice", "Hessen", "--graph", graph)
    with Graph.open(graph) as opened:
        (said,) = opened.explain("Stefan Sauer", "holdsOffice")

    assert (code, error) == (0, "")
    assert re.fullmatch(
        r"Petra Quast: „Neuer CIO & mehr“, news\.example, 2024-11-18, https://www\.news\.example/a_1\. "
        r"„Stefan Sauer ist seit März 2018 CIO des Landes Hessen\.“ \[\d+–\d+\]\. "
        rf"Stefan Sauer – CIO – Hessen \(current\): <{said.statement}>\. "
        r"govgraph \S+, inputs sha256:[0-9a-f]{12}\.\n",
        out,
    )
    assert cited(capsys, said.statement, "--graph", graph)[1] == out
    assert cited(capsys, "/".join(said.statement.split("/")[-2:]), "--graph", graph)[1] == out


def test_bibtex_escapes_what_tex_takes_for_its_own(capsys: pytest.CaptureFixture[str], graph: str) -> None:
    _, out, _ = cited(capsys, "Stefan Sauer", "holdsOffice", "--format", "bibtex", "--graph", graph)

    assert re.match(r"@misc\{2024-11-18-neuer-cio-[\w-]+,\n  author = \{Petra Quast\},\n", out)
    assert r"  title = {{Neuer CIO \& mehr}}," in out
    assert "  year = {2024},\n  month = nov,\n  day = {18},\n  url = {https://www.news.example/a_1}," in out
    assert out.count("{") == out.count("}")


def test_csl_is_json_with_the_parts_of_the_date(capsys: pytest.CaptureFixture[str], graph: str) -> None:
    _, out, _ = cited(capsys, "Kassel", "implements", "--format", "csl-json", "--graph", graph)
    (item,) = json.loads(out)

    assert (item["type"], item["title"]) == ("article-newspaper", "Neues aus Kassel")
    assert item["issued"] == {"date-parts": [[2019, 3, 12]]}
    assert item["source"].endswith("text.txt")
    assert {"author", "URL", "container-title"} & set(item) == set()


def test_what_is_no_statement_is_said(capsys: pytest.CaptureFixture[str], graph: str) -> None:
    code, out, error = cited(capsys, "statement/none", "--graph", graph)
    assert (code, out) == (1, "")
    assert "no statement 'statement/none' in this graph" in error
    code, out, error = cited(capsys, "Hessen", "memberOf", "--graph", graph)
    assert (code, out) == (1, "")
    assert "No statement found for: Hessen memberOf" in error


def test_relation_and_modality_are_told_in_one_language(capsys: pytest.CaptureFixture[str], graph: str) -> None:
    assert "Kassel – implements – BundID (asserted)" in cited(capsys, "Kassel", "implements", "--graph", graph)[1]
    assert main(["--lang", "de", "cite", "Kassel", "implements", "--graph", graph]) == 0
    assert "Kassel – setzt um – BundID (festgestellt)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("„Wir nutzen es“, so Kern.", "„‚Wir nutzen es‘, so Kern.“ [3–9]"),
        ('Das "Portal" und die "Akte"', "„Das ‚Portal‘ und die ‚Akte‘“ [3–9]"),
        ("„Wir warten", "„‚Wir warten“ [3–9]"),
        ("", "[3–9]"),
    ],
)
def test_marks_within_marks_are_single_ones(words: str, told: str) -> None:
    proof = Proof(words, 3, 9, "urn:a", "Titel", "2024", "", "a.txt", "urn:a")
    one = Citation("urn:s", "A – b – C", "urn:a", "Die „Akte“", (), "2024", "", "", "a.txt", (proof,), "", "")
    assert footnotes([one]) == f"„Die ‚Akte‘“, a.txt, 2024. {told}. A – b – C: <urn:s>."


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("german", "„Die ‚Akte‘“, a.txt. „‚Wir nutzen das Portal‘, so Kern.“ [3–9]"),
        ("english", "“Die ‘Akte’”, a.txt. “‘Wir nutzen das Portal’, so Kern.” [3–9]"),
        ("guillemets", "»Die ›Akte‹«, a.txt. »›Wir nutzen das Portal‹, so Kern.« [3–9]"),
    ],
)
@pytest.mark.parametrize("marks", ["„“", "“”", "»«", "«»", '""'])
def test_a_style_has_its_own_marks(style: str, told: str, marks: str) -> None:
    proof = Proof(f"{marks[0]}Wir nutzen das Portal{marks[1]}, so Kern.", 3, 9, "urn:a", "", "", "", "a.txt", "urn:a")
    one = Citation("urn:s", "A – b – C", "urn:a", "Die „Akte“", (), "", "", "", "a.txt", (proof,), "", "")
    assert footnotes([one], STYLES[style]).startswith(f"{told}. A – b")


@pytest.mark.parametrize(
    ("url", "words", "address"),
    [
        ("https://a.example/b", ["Kiel, Ulm & die E-Akte"], "#:~:text=Kiel%2C%20Ulm%20%26%20die%20E%2DAkte"),
        (
            "https://a.example/b",
            ["Eins zwei drei vier fünf sechs sieben acht neun zehn elf."],
            "#:~:text=Eins%20zwei%20drei%20vier,acht%20neun%20zehn%20elf.",
        ),
        (
            "https://a.example/b",
            ["eins zwei drei vier\nfünf sechs sieben acht neun"],
            "#:~:text=eins%20zwei%20drei%20vier,",
        ),
        ("https://a.example/b#c", ["eins", "zwei"], ":~:text=eins&text=zwei"),
        ("https://a.example/b", ["", " "], ""),
        ("", ["eins"], ""),
    ],
)
def test_an_address_leads_to_the_words(url: str, words: list[str], address: str) -> None:
    assert text_fragment(url, words).startswith(url + address)
    assert bool(address) is (text_fragment(url, words) != url)


def test_style_and_address_are_options(capsys: pytest.CaptureFixture[str], graph: str) -> None:
    asked = ("Stefan Sauer", "holdsOffice", "Hessen", "--graph", graph, "--style", "english", "--text-fragment")
    leading = "https://www.news.example/a_1#:~:text=Stefan%20Sauer%20ist%20seit%20M%C3%A4rz%202018%20CIO%20des%20Landes%20Hessen."
    _, out, _ = cited(capsys, *asked)
    assert f"“Neuer CIO & mehr”, news.example, 2024-11-18, <{leading}>. “Stefan Sauer" in out
    assert f"  url = {{{leading}}}," in cited(capsys, *asked, "--format", "bibtex")[1]
    assert json.loads(cited(capsys, *asked, "--format", "csl-json")[1])[0]["URL"] == leading
