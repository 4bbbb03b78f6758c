"""The network file: bytes, data, policy, size."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from govgraph.errors import VocabularyError
from govgraph.model import EntityType, Modality, Predicate, Status
from govgraph.views import NetworkOptions, write_network
from govgraph.views.joining import joined
from govgraph.views.network import appearance, draw_label, most_connected
from govgraph.views.selection import HOLDS_OFFICE
from govgraph.views.wording import messages
from viewable import ALT, MEMBER, PLANNED, PLANUNGSRAT, QUOTE, REPRESENTS, RLP, TENURE, Said, add_edge, large, small


def written(graph: nx.MultiDiGraph[str], folder: Path, options: NetworkOptions | None = None) -> str:
    path = folder / "new" / "network.html"
    write_network(graph, path, options)
    return path.read_text("utf-8")


def data(html: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="data-{name}">(.*?)</script>', html, re.DOTALL)
    assert found
    read = json.loads(found[1])
    return {field: rows(value) for field, value in read.items()} if name == "payload" else read


def rows(stored: Any) -> Any:
    """Rows that are stored by columns, as the page reads them; other values as they are."""
    if not isinstance(stored, dict) or "columns" not in stored:
        return stored

    def value(column: Any, at: int) -> Any:
        if isinstance(column, list):
            return column[at]
        if "all" in column:
            return column["all"]
        return column["of"][column["at"][at]] if "of" in column else column["start"] + column["rest"][at]

    return [{field: value(column, at) for field, column in stored["columns"].items()} for at in range(stored["count"])]


def shuffled(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for source, target, key, attributes in reversed(list(graph.edges(keys=True, data=True))):
        turned.add_edge(source, target, key=key, **attributes)
    return turned


def test_the_same_graph_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    assert written(small(), tmp_path / "a") == written(shuffled(small()), tmp_path / "b")


def test_the_same_bytes_come_from_another_process(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from viewable import large; from govgraph.views import write_network;"
        "write_network(large(120, 200), Path(sys.argv[1]))"
    )
    written_by = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.html"
        tests = str(Path(__file__).resolve().parents[2])
        done = subprocess.run(
            [sys.executable, "-c", script, str(path)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": tests},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        written_by.append(path.read_bytes())
    assert written_by[0] == written_by[1]


def test_nodes_and_edges_carry_what_the_panel_tells(tmp_path: Path) -> None:
    html = written(small(), tmp_path)
    payload = data(html, "payload")
    alt = next(node for node in payload["nodes"] if node["iri"] == ALT)
    assert alt == {
        "iri": ALT,
        "name": "Denis Alt",
        "short": ["Denis Alt"],
        "kind": "Person",
        "aliases": ["Dr. Denis Alt", "Staatssekretär Alt"],
        "jurisdiction": "Rheinland-Pfalz",
        "apart": "",
        "links": [],
    }
    tenure = next(edge for edge in payload["edges"] if edge["iri"] == TENURE)
    quote = payload["quotes"][tenure.pop("evidence")[0]]
    assert quote["text"] == QUOTE
    assert payload["articles"][quote["article"]] == {
        "title": "Erfolg durch Kooperation",
        "date": "2024-11-18",
        "url": "https://example.org/artikel",
        "source": "seite.txt",
    }
    assert tenure == {
        "iri": TENURE,
        "predicate": "holdsOffice",
        "label": "CIO",
        "role": "CIO",
        "roleAt": 0,
        "bounds": "",
        "modality": "new",
        "confidence": 0.9,
        "weighed": 0,
        "also": [],
        "spans": ["2024-11-18/"],
        "articles": 1,
        "sources": 1,
        "conflicts": [],
    }
    assert payload["conflicts"] == []
    drawn = data(html, "nodes")[[node["iri"] for node in payload["nodes"]].index(PLANUNGSRAT)]
    assert drawn["group"] == "Organisation"
    assert all(isinstance(drawn[axis], int) for axis in "xy")


def test_edges_in_a_contradiction_name_it_and_are_dashed_only_where_they_are_planned(tmp_path: Path) -> None:
    graph = small()
    for key, predicate, said in (("one", "chairs", ("Erster",)), ("two", "partOf", ("Erster", "Zweiter"))):
        add_edge(graph, ALT, PLANUNGSRAT, Said(key, predicate, predicate, conflicts=said))
    html = written(graph, tmp_path)
    payload = data(html, "payload")
    edges = {edge["iri"]: edge for edge in payload["edges"]}
    drawn = dict(zip(edges, data(html, "edges"), strict=True))

    assert payload["conflicts"] == [
        {"de": "Erster: zwei.", "en": "Erster: two."},
        {"de": "Zweiter: zwei.", "en": "Zweiter: two."},
    ]
    assert [edges[key]["conflicts"] for key in ("one", "two", MEMBER)] == [[0], [0, 1], []]
    assert "dashes" not in drawn["one"]
    assert "dashes" not in drawn["two"]
    assert "dashes" not in drawn[MEMBER]


def test_what_is_said_again_is_one_line_with_all_sentences(tmp_path: Path) -> None:
    graph = small()
    again = [("0", "2023", "Ein Blatt"), ("x", "2025-01", "Anderes Blatt"), ("y", "", "Erfolg durch Kooperation")]
    for key, date, title in again:
        said = Said(key, "memberOf", "Mitglied von", f"Satz {key}.", date, title=title, confidence=0.95, since=date)
        add_edge(graph, ALT, PLANUNGSRAT, said)
    add_edge(graph, ALT, PLANUNGSRAT, Said("planned", "memberOf", "Mitglied von", modality="planned"))
    payload = data(written(graph, tmp_path), "payload")
    edges = {edge["iri"]: edge for edge in payload["edges"]}
    assert {"0", "planned", MEMBER, "x", "y"} & set(edges) == {"0", "planned"}
    line = edges["0"]
    assert line["also"] == [MEMBER, "x", "y"]
    assert [payload["quotes"][at]["text"] for at in line["evidence"]] == [
        "Satz x.",
        "Er gehört dem IT-Planungsrat an.",
        "Satz 0.",
        "Satz y.",
    ]
    assert (line["confidence"], line["spans"], line["articles"]) == (0.95, ["2023/", "2025-01/"], 4)
    assert payload["counts"]["edges"] == 7
    assert graph.number_of_edges() == 10


def test_quotes_and_articles_stand_in_the_file_once(tmp_path: Path) -> None:
    graph = small()
    for source, target, key in ((ALT, PLANUNGSRAT, "again"), (RLP, PLANUNGSRAT, "third")):
        add_edge(graph, source, target, Said(key, "memberOf", "Mitglied von", QUOTE))
    assert written(graph, tmp_path).count(QUOTE) == 1


def test_parallel_edges_bend_apart_and_planned_ones_are_dashed(tmp_path: Path) -> None:
    graph = small()
    add_edge(graph, RLP, ALT, Said("back", "cooperatesWith", "arbeitet mit"))
    add_edge(graph, ALT, ALT, Said("loop", "succeeds", "folgt auf"))
    html = written(graph, tmp_path)
    iris = [edge["iri"] for edge in data(html, "payload")["edges"]]
    drawn = dict(zip(iris, data(html, "edges"), strict=True))

    def bend(iri: str) -> float:
        edge = drawn[iri]
        smooth = edge.get("smooth", {"type": "curvedCW", "roundness": 0})
        side = 1 if smooth["type"] == "curvedCW" else -1
        return float(smooth["roundness"]) * side * (1 if edge["from"] < edge["to"] else -1)

    bends = Counter(bend(iri) for iri in (TENURE, REPRESENTS, "back"))
    assert len(bends) == 3
    assert "smooth" not in drawn[MEMBER]
    assert drawn[PLANNED]["dashes"]
    assert "dashes" not in drawn[MEMBER]
    assert drawn["loop"]["selfReference"]["size"] > 0


def test_the_page_asks_for_nothing_from_outside(tmp_path: Path) -> None:
    html = written(small(), tmp_path)
    assert re.findall(r"<(?:link|script|img|iframe)[^>]*\s(?:src|href)=([^>]*)>", html) == ['"data:,"']
    assert "sourceMappingURL" not in html
    assert "cdn" not in re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL).lower()
    assert not (tmp_path / "lib").exists()
    assert not Path("lib").exists()


def test_the_policy_names_every_script_and_style_by_its_hash(tmp_path: Path) -> None:
    html = written(small(), tmp_path)
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert found
    policy = found[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    inline = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL)
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline}
    assert len(hashes) == 3
    assert set(re.findall(r"'sha256-[^']*'", policy)) == hashes


def test_text_of_articles_cannot_leave_its_data_block(tmp_path: Path) -> None:
    graph = small()
    evil = "</script><script>alert(1)</script><!-- <script> {{ 7*7 }} {% raw %} ]]> \u2028 \" ' & \ud800"
    graph.nodes[ALT]["label"] = evil
    add_edge(graph, ALT, PLANUNGSRAT, Said("evil", "memberOf", evil, evil, title=evil, url=evil, conflicts=(evil,)))
    html = written(graph, tmp_path, NetworkOptions(title=evil, subtitle=evil))
    assert "<script>alert" not in html
    assert "<!--" not in re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
    assert html.count("<script") == written(small(), tmp_path / "plain").count("<script")
    safe = evil.replace("\ud800", "?")
    assert data(html, "payload")["nodes"][[n["iri"] for n in data(html, "payload")["nodes"]].index(ALT)]["name"] == safe


def test_a_large_graph_keeps_the_best_connected_and_says_so(tmp_path: Path) -> None:
    graph = large(60, 100)
    html = written(graph, tmp_path, NetworkOptions(max_nodes=20))
    payload = data(html, "payload")
    assert payload["counts"]["nodes"] == 20
    assert payload["counts"]["allNodes"] == 60
    assert payload["counts"]["allEdges"] == joined(graph).number_of_edges()
    weakest = min(graph.degree(node["iri"]) for node in payload["nodes"])
    left_out = [graph.degree(iri) for iri in graph if iri not in {node["iri"] for node in payload["nodes"]}]
    assert max(left_out) <= weakest
    assert most_connected(graph, 60) is graph


def test_an_empty_graph_is_a_page_too(tmp_path: Path) -> None:
    assert data(written(nx.MultiDiGraph(), tmp_path), "payload")["nodes"] == []


def test_a_language_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="'fr'; allowed are de, en"):
        write_network(small(), tmp_path / "x.html", NetworkOptions(lang="fr"))


def shape(value: Any) -> Any:
    return {key: shape(inner) for key, inner in value.items()} if isinstance(value, dict) else type(value)


def test_both_languages_say_the_same_things() -> None:
    assert shape(messages()["de"]) == shape(messages()["en"])


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_term_of_the_model_has_a_name_and_a_look(lang: str) -> None:
    names = messages()[lang]
    predicates = {*map(str, Predicate), HOLDS_OFFICE}
    manners = {*map(str, Modality), *map(str, Status)}
    assert set(names["inverseNames"]) == predicates
    assert predicates | set(map(str, EntityType)) <= set(names["termNames"])
    assert set(names["modalityNames"]) == manners == set(appearance()["modalities"])
    assert set(appearance()["types"]) == {*map(str, EntityType), "Other"}


def test_types_differ_by_colour_and_shape() -> None:
    looks = [look for name, look in appearance()["types"].items() if name != "Other"]
    assert len({(look["shape"], look["hollow"]) for look in looks}) == len(looks)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("FITKO", ["FITKO"]),
        ("Ministerium für Digitales und Verwaltung", ["Ministerium für", "Digitales und …"]),
        ("Registermodernisierungsgesetz", ["Registermodernisierungsgesetz"]),
        ("  ", ["·"]),
        ("a\u202eb\nc", ["a b c"]),
    ],
)
def test_a_drawn_label_is_short_and_plain(name: str, lines: list[str]) -> None:
    assert draw_label(name) == lines


def test_a_drawn_label_of_any_length_is_two_lines() -> None:
    lines = draw_label("W" * 10_000)
    assert len(lines) == 2
    assert max(map(len, lines)) <= 33


@pytest.mark.slow
def test_two_thousand_nodes_are_written_in_time(tmp_path: Path) -> None:
    graph = large(2000, 4000)
    begin = time.process_time()
    write_network(graph, tmp_path / "network.html")
    assert time.process_time() - begin < 15
