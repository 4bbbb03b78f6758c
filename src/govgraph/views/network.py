"""The network file: one HTML page, drawn by pyvis' vis-network, that needs nothing from outside itself."""

from __future__ import annotations

import json
import math
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx

from govgraph.assets import asset
from govgraph.errors import VocabularyError
from govgraph.outfile import write_whole
from govgraph.query.apart import apart
from govgraph.query.terms import BOUNDS
from govgraph.views.columns import columns
from govgraph.views.joining import joined
from govgraph.views.layout import Box, place
from govgraph.views.overview import overview
from govgraph.views.policy import policy, with_line_feeds
from govgraph.views.wording import FALLBACK, PAGE, messages

_VIS = "lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = ("base.js", "panel.js", "filters.js", "network.js", "figure.js", "shell.js")
_SEED = 11
_LABEL_LINE, _LABEL_LINES = 22, 2
_BESIDE, _BENEATH = 44, 26
# Characters that would reorder or break the text around them. Names in the panel keep them, isolated; a canvas cannot.
_UNDRAWABLE = re.compile(
    r"[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)
_LOOPS = 4


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """How the network file is written.

    Attributes:
        title: Heading of the page; empty for the default in the page's language.
        subtitle: What part of the graph is shown (`Denis Alt, Tiefe 2`); may be empty.
        lang: Language in which the page opens, `de` or `en`; empty for that of the browser. The reader can switch.
        max_nodes: With more nodes, those with most evidence and connections are kept, and the page says so.
        seed: Of the layout.
    """

    title: str = ""
    subtitle: str = ""
    lang: str = ""
    max_nodes: int = 2000
    seed: int = _SEED


def write_network(graph: nx.MultiDiGraph[str], path: Path, options: NetworkOptions | None = None) -> tuple[int, int]:
    """Write a graph as one self-contained HTML file, with one line for what is said several times.

    The same graph and options give the same bytes. Everything from articles is data in the file and becomes text on
    the page, never markup. A strict Content-Security-Policy lets nothing be loaded.

    Args:
        graph: Nodes and edges with the attributes of `govgraph.query.to_networkx`.
        path: File to write; its folder is made when it is missing.
        options: Title, language and limits.

    Returns:
        Numbers of entities and of statements in the graph, as the page counts them: what is said again is one.

    Raises:
        VocabularyError: A language that the page does not speak.
    """
    options = options or NetworkOptions()
    check_language(options.lang)
    graph = joined(graph)
    shown = most_connected(graph, options.max_nodes)
    write_page(_render(shown, payload_of(shown, graph, options), options), path)
    return graph.number_of_nodes(), graph.number_of_edges()


def check_language(lang: str) -> None:
    """Raises VocabularyError for a language that the page does not speak."""
    languages = sorted(messages())
    if lang and lang not in languages:
        raise VocabularyError(f"no interface language {lang!r}; allowed are {', '.join(languages)}")


def write_page(html: str, path: Path) -> None:
    """Write a page; its folder is made when it is missing.

    Raises:
        StoreError: It cannot be written.
    """
    # A lone surrogate cannot be written as UTF-8; a question mark in its place can.
    write_whole(path, html.encode("utf-8", "replace"))


@cache
def appearance() -> Mapping[str, Any]:
    """Shapes, colours and line styles by type and modality."""
    found: Mapping[str, Any] = json.loads((PAGE / "appearance.json").read_text("utf-8"))
    return found


def most_connected(graph: nx.MultiDiGraph[str], limit: int) -> nx.MultiDiGraph[str]:
    """The graph itself, or its part over the `limit` nodes with most evidence and edges; ties go by IRI."""
    if graph.number_of_nodes() <= limit:
        return graph
    weight: Counter[str] = Counter()
    for source, target, attributes in graph.edges(data=True):
        for end in (source, target):
            weight[end] += 1 + len(attributes.get("evidence", ()))
    kept = set(sorted(graph, key=lambda iri: (-weight[iri], iri))[: max(limit, 0)])
    part: nx.MultiDiGraph[str] = graph.subgraph(kept).copy()
    return part


def draw_label(name: str) -> list[str]:
    """A name as it is written beneath its node: at most two short lines, without marks that a canvas would obey."""
    plain = " ".join(_UNDRAWABLE.sub(" ", name[:400]).split()) or "·"
    # A German compound is broken only when it is longer than half a line more.
    width = min(max(_LABEL_LINE, max(map(len, plain.split()))), _LABEL_LINE * 3 // 2)
    return textwrap.wrap(plain, width, max_lines=_LABEL_LINES, placeholder=" …")


def ordered_edges(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, dict[str, Any]]]:
    """Edges in the order in which every page numbers them."""
    return sorted(graph.edges(keys=True, data=True), key=lambda edge: (edge[0], edge[1], str(edge[2])))


def radius(degree: int) -> int:
    """Radius of a node, in pixels at zoom 1."""
    return round(min(9 + 3.4 * math.sqrt(degree), 44))


def simple_graph(edges: list[tuple[str, str, str, dict[str, Any]]], index: Mapping[str, int]) -> nx.Graph[int]:
    """The graph that is laid out: nodes by their place in the index, each pair joined once, how often as `weight`."""
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(index)))
    for source, target, _, _ in edges:
        a, b = index[source], index[target]
        if a != b:
            simple.add_edge(a, b, weight=simple.get_edge_data(a, b, {"weight": 0})["weight"] + 1)
    return simple


def _visual(graph: nx.MultiDiGraph[str], seed: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes and edges as vis-network takes them; ids are positions in the sorted graph."""
    iris = sorted(graph)
    index = {iri: at for at, iri in enumerate(iris)}
    edges = ordered_edges(graph)
    simple = simple_graph(edges, index)
    nodes = []
    boxes = []
    for iri in iris:
        size = radius(simple.degree(index[iri]))
        # Names are written by the page wherever there is room; the layout leaves some beneath every node.
        boxes.append(Box(width=2 * size + _BESIDE, height=2 * size + _BENEATH, below=_BENEATH / 2))
        nodes.append({"id": index[iri], "group": node_type(graph.nodes[iri]), "size": size})
    for node, (x, y) in zip(nodes, place(simple, boxes, seed), strict=True):
        node["x"], node["y"] = x, y
    return nodes, _drawn_edges(edges, index)


def node_type(attributes: Mapping[str, Any]) -> str:
    """Type of a node as the pages show it; `Other` where they have none for it."""
    found = str(attributes.get("type", ""))
    return found if found in appearance()["types"] else "Other"


def _drawn_edges(edges: list[tuple[str, str, str, dict[str, Any]]], index: Mapping[str, int]) -> list[dict[str, Any]]:
    """Edges with a bend of their own where two nodes share several, so that each can be seen and clicked."""
    together = Counter(frozenset((source, target)) for source, target, _, _ in edges)
    drawn_so_far: Counter[frozenset[str]] = Counter()
    drawn = []
    for at, (source, target, _, attributes) in enumerate(edges):
        pair = frozenset((source, target))
        turn = drawn_so_far[pair]
        drawn_so_far[pair] += 1
        edge: dict[str, Any] = {"id": at, "from": index[source], "to": index[target]}
        look = appearance()["modalities"].get(str(attributes.get("modality", "")), {})
        if look.get("dashes"):
            edge["dashes"] = look["dashes"]
        if source == target:
            edge["selfReference"] = {"size": 22 + 12 * (turn // _LOOPS), "angle": round(turn % _LOOPS * math.pi / 2, 3)}
        elif together[pair] > 1:
            # Bends run from one side to the other in even steps; those of one pair are measured in one direction.
            step = turn - (together[pair] - 1) / 2
            bend = round(step * min(0.24, 1.1 / together[pair]), 3) * (1 if source < target else -1)
            if bend:
                edge["smooth"] = {
                    "enabled": True,
                    "type": "curvedCW" if bend > 0 else "curvedCCW",
                    "roundness": abs(bend),
                }
        drawn.append(edge)
    return drawn


def payload_of(shown: nx.MultiDiGraph[str], whole: nx.MultiDiGraph[str], options: NetworkOptions) -> dict[str, Any]:
    """What the panel tells about nodes and edges of `joined`; articles, quotes and contradictions stand in it once."""
    articles: dict[str, tuple[int, dict[str, Any]]] = {}
    quotes: dict[tuple[str, int, int, str], tuple[int, dict[str, Any]]] = {}

    def quote_index(one: Mapping[str, Any]) -> int:
        article = str(one.get("article", ""))
        if article not in articles:
            about = {field: str(one.get(field) or "") for field in ("title", "date", "url", "source")}
            articles[article] = (len(articles), about)
        key = (article, int(one.get("start", 0)), int(one.get("end", 0)), str(one.get("quote", "")))
        if key not in quotes:
            place = {"start": key[1], "end": key[2]}
            quotes[key] = (len(quotes), {"text": _marked(one), "article": articles[article][0], **place})
        return quotes[key][0]

    conflicts: dict[tuple[str, str], int] = {}

    def conflict_index(one: Mapping[str, Any]) -> int:
        return conflicts.setdefault((str(one.get("de", "")), str(one.get("en", ""))), len(conflicts))

    between = ordered_edges(shown)
    roles: dict[str, str] = {}
    for _, _, _, attributes in between:
        if attributes.get("predicate") == "holdsOffice" and attributes.get("role"):
            roles.setdefault(attributes["role"], str(attributes.get("role_label") or attributes.get("label") or ""))
    ranks = {iri: at for at, iri in enumerate(roles)}
    alike = _apart(shown)
    edges = [
        {
            "iri": str(key),
            "also": list(attributes["also"]),
            "predicate": str(attributes.get("predicate", "")),
            "label": str(attributes.get("label", "")),
            # the title of an office is its label; `role` itself is the IRI of the role
            "role": str(attributes.get("label") or "") if attributes.get("predicate") == "holdsOffice" else "",
            "roleAt": ranks.get(attributes.get("role", ""), -1),
            "bounds": "/".join(bounds) if any(bounds := [str(attributes.get(one) or "") for one in BOUNDS]) else "",
            "modality": str(attributes.get("modality", "")),
            "confidence": round(float(attributes.get("confidence", 1.0)), 3),
            "weighed": int(attributes["weighed"]),
            "spans": ["/".join(span) for span in attributes["spans"]],
            "articles": int(attributes.get("articles", 0)),
            "sources": int(attributes.get("sources", 0)),
            "evidence": [quote_index(one) for one in attributes.get("evidence", ())],
            "conflicts": [conflict_index(one) for one in attributes.get("conflicts", ())],
        }
        for _, _, key, attributes in between
    ]
    nodes = []
    iris = sorted(shown)
    for iri in iris:
        attributes = shown.nodes[iri]
        nodes.append(
            {
                "iri": iri,
                "name": str(attributes.get("label") or iri),
                "short": draw_label(str(attributes.get("label") or iri)),
                "kind": str(attributes.get("kind", "")),
                "aliases": [str(alias) for alias in attributes.get("aliases", ())],
                "jurisdiction": str(attributes.get("land") or ""),
                "apart": alike.get(iri, ""),
                "links": [str(link) for link in attributes.get("links", ())],
            }
        )
    said, written = [quote for _, quote in quotes.values()], [article for _, article in articles.values()]
    index = {iri: at for at, iri in enumerate(iris)}
    about = overview(
        [node_type(shown.nodes[iri]) for iri in iris],
        edges,
        [(index[source], index[target]) for source, target, _, _ in between],
        [written[quote["article"]]["date"] for quote in said],
    )
    return {
        "lang": options.lang,
        "title": options.title,
        "subtitle": options.subtitle,
        "counts": {
            "nodes": shown.number_of_nodes(),
            "edges": shown.number_of_edges(),
            "allNodes": whole.number_of_nodes(),
            "allEdges": whole.number_of_edges(),
        },
        "nodes": columns(nodes),
        "edges": columns(edges),
        "quotes": columns(said),
        "articles": columns(written),
        "overview": about,
        "roles": [{"iri": iri, "name": name} for iri, name in roles.items()],
        "conflicts": [{"de": german, "en": english} for german, english in conflicts],
    }


def _apart(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """What tells things of one name and kind apart, by IRI: Land, body above, what they are told with."""
    alike: dict[tuple[str, str], list[str]] = {}
    for iri, attributes in graph.nodes(data=True):
        key = (str(attributes.get("label") or iri).casefold(), str(attributes.get("kind", "")))
        alike.setdefault(key, []).append(iri)
    found: dict[str, str] = {}
    for some in (sorted(group) for group in alike.values() if len(group) > 1):
        found |= apart({iri: _known(graph, iri) for iri in some})
    return found


def _known(graph: nx.MultiDiGraph[str], iri: str) -> list[str]:
    own = [(str(edge.get("predicate")) != "partOf", other) for _, other, edge in graph.out_edges(iri, data=True)]
    beside = [other for _, other in sorted(own)] + sorted(other for other, _ in graph.in_edges(iri))
    land = str(graph.nodes[iri].get("land") or "")
    return list(dict.fromkeys([*([land] if land else []), *(str(graph.nodes[one].get("label")) for one in beside)]))


def _marked(one: Mapping[str, Any]) -> str:
    """A quote, with a mark where it is cut; empty where it is left out."""
    quote, cut = str(one.get("quote") or ""), one.get("cut")
    if not quote or not cut:
        return quote
    return ("[…] " if cut[0] > one["start"] else "") + quote + (" […]" if cut[1] < one["end"] else "")


def _render(graph: nx.MultiDiGraph[str], payload: dict[str, Any], options: NetworkOptions) -> str:
    # pyvis brings IPython with it: half a second that only this function should cost.
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    # add_node and add_edge search all that is there already; the lists they fill are public.
    net.nodes, net.edges = _visual(graph, options.seed)
    net.options = _vis_options(len(net.edges))
    vis = net.templateEnv.loader.get_source(net.templateEnv, _VIS)[0]
    # A map of the source would be asked for from outside.
    library = with_line_feeds(re.sub(r"//# sourceMappingURL=\S*", "", vis))
    return render_page(net, payload, options, [library, page_scripts(_SCRIPTS)])


def page_scripts(names: Iterable[str]) -> str:
    """Scripts of a picture as one, so that a browser does not draw half a page in between."""
    return "\n".join((with_line_feeds(asset("likeness", "likeness.js")), *map(_text, names)))


def _text(name: str) -> str:
    return (PAGE / name).read_text("utf-8")


def render_page(
    net: Any,
    payload: dict[str, Any],
    options: NetworkOptions,
    scripts: list[str],
    picture: tuple[str, Mapping[str, Any]] | None = None,
) -> str:
    """The page around a picture.

    Args:
        net: pyvis network whose environment renders the page.
        payload: Of `payload_of`.
        options: Title and language.
        scripts: Run at the end of the page, in this order.
        picture: Script that draws a large graph before the rest is read, and its columns; none for vis-network.
    """
    style = _text("network.css")
    early, drawn = picture or ("", {})
    # pyvis' own page links to a CDN and writes names into markup; ours is rendered in its place.
    net.set_template_dir(str(PAGE), "network.html")
    net.templateEnv.autoescape = True
    net.templateEnv.policies["json.dumps_kwargs"] = {
        "sort_keys": False,
        "ensure_ascii": False,
        "separators": (",", ":"),
    }
    net.templateEnv.globals.update(
        payload=payload,
        messages=messages(),
        appearance=appearance(),
        lang=options.lang or FALLBACK,
        cut=payload["counts"]["allNodes"] > payload["counts"]["nodes"],
        page_title=options.title or messages()[options.lang or FALLBACK]["title"],
        early=early,
        drawn=drawn,
        scripts=scripts,
        style=style,
        policy=policy([early, *scripts] if early else scripts, [style]),
    )
    html: str = net.generate_html()
    return html


def _vis_options(edges: int) -> dict[str, Any]:
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "interaction": {
            "hover": True,
            "hoverConnectedEdges": False,
            "selectConnectedEdges": False,
            "tooltipDelay": 100000,
            "hideEdgesOnDrag": edges > 2500,
            "hideEdgesOnZoom": edges > 2500,
            "keyboard": False,
            "zoomSpeed": 0.7,
        },
        "nodes": {
            "borderWidth": 2,
            "borderWidthSelected": 4,
        },
        "edges": {
            "width": 1.5,
            "selectionWidth": 1.8,
            "hoverWidth": 0.8,
            "smooth": {"enabled": False},
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
            "arrowStrikethrough": False,
        },
    }
