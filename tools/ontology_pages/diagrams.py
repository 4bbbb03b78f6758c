"""Diagrams of the ontology as SVG, laid out here: no program, font or script from elsewhere is needed."""

from __future__ import annotations

from html import escape

from govgraph.model import Predicate
from ontology_pages.terms import Described, local

_LETTER = 7.1
_ROW = 26
_STEP = 24
_CLASSES = {
    # place in the grid: column, row
    "Run": (1, 0),
    "Article": (0, 1),
    "Entity": (2, 1),
    "Statement": (1, 2),
    "Evidence": (0, 3),
    "Tenure": (1, 4),
    "Office": (2, 4),
    "Role": (3, 3),
}
_COLUMN, _LINE, _LEFT, _TOP = 260, 92, 90, 40
_ALONG = 0.4
"""Where on its line a label stands: where two lines cross in the middle, their labels do not."""
_BORROWED = {
    # terms of other vocabularies that statements and tenures are made of, which have no domain of ours
    ("Statement", "Entity"): "rdf:subject, rdf:object",
    ("Statement", "Article"): "prov:wasDerivedFrom",
    ("Statement", "Run"): "prov:wasGeneratedBy",
    ("Tenure", "Entity"): "org:member, org:organization",
    ("Tenure", "Role"): "org:role",
    ("Office", "Role"): "org:role",
}


def _svg(width: float, height: float, title: str, body: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>{"".join(body)}</svg>'
    )


def _box(x: float, y: float, name: str, *, middle: bool = False) -> str:
    width = len(name) * _LETTER + 16
    left = x - width / 2 if middle else x
    return (
        f'<a href="#{escape(name)}"><rect class="box" x="{left:.0f}" y="{y - 11:.0f}" width="{width:.0f}" height="22" '
        f'rx="4"/><text x="{left + 8:.0f}" y="{y + 4:.0f}">{escape(name)}</text></a>'
    )


def class_tree(terms: dict[str, Described], top: str, title: str) -> str:
    """A class with those below it, one a line."""
    body: list[str] = []
    rows: dict[str, int] = {}
    widest = 0.0

    def walk(name: str, depth: int, above: str) -> None:
        nonlocal widest
        if name in rows:
            return
        row = rows[name] = len(rows)
        x, y = 10 + depth * _STEP, 16 + row * _ROW
        if above:
            begin = 16 + rows[above] * _ROW + 11
            line = x - _STEP + 12
            body.append(f'<path class="line" d="M{line} {begin}V{y}H{x}"/>')
        body.append(_box(x, y, name))
        widest = max(widest, x + len(name) * _LETTER + 30)
        for one in sorted(terms[name].below):
            walk(one, depth + 1, name)

    walk(top, 0, "")
    return _svg(widest, len(rows) * _ROW + 10, title, body)


def relations(terms: dict[str, Described], title: str) -> str:
    """The predicates of statements with the classes that they lead from and to, one a line."""
    body: list[str] = []
    rows = [terms[str(one)] for one in sorted(Predicate)]
    texts = [[" | ".join(_classes(one, key)) for one in rows] for key in ("domain", "range")]
    left, right = (max(map(len, column)) * _LETTER + 20 for column in texts)
    middle = max(len(one.name) for one in rows) * _LETTER + 16
    for row, one in enumerate(rows):
        y = 18 + row * 32
        begin, end = left + 10, left + 10 + 40 + middle + 40
        body += [
            f'<text x="{left:.0f}" y="{y + 4}" text-anchor="end">{escape(texts[0][row])}</text>',
            f'<path class="line" d="M{begin:.0f} {y}H{begin + 40:.0f}M{begin + 40 + middle:.0f} {y}H{end - 6:.0f}"/>',
            f'<path class="head" d="M{end - 8:.0f} {y - 4}L{end:.0f} {y}L{end - 8:.0f} {y + 4}z"/>',
            _box(begin + 40 + middle / 2, y, one.name, middle=True),
            f'<text x="{end + 8:.0f}" y="{y + 4}">{escape(texts[1][row])}</text>',
        ]
    return _svg(left + middle + 110 + right, len(rows) * 32 + 10, title, body)


def _classes(one: Described, key: str) -> list[str]:
    return [local(item) for item in one.properties.get(key, ()) if local(item)]


def statement(terms: dict[str, Described], title: str) -> str:
    """How statements and tenures hang together with articles, evidence and things."""
    edges: dict[tuple[str, str], list[str]] = {pair: [label] for pair, label in _BORROWED.items()}
    for name, one in terms.items():
        if one.kind != "ObjectProperty" or name in set(Predicate):
            continue
        for domain in _classes(one, "domain"):
            for value in _classes(one, "range"):
                if domain in _CLASSES and value in _CLASSES and domain != value:
                    edges.setdefault((domain, value), []).append(name)
    # properties without a domain that both statements and tenures have
    for name in ("evidence",):
        for domain in ("Statement", "Tenure"):
            if name in terms and "Evidence" in _classes(terms[name], "range"):
                edges.setdefault((domain, "Evidence"), [])
                if name not in edges[domain, "Evidence"]:
                    edges[domain, "Evidence"].append(name)
    body: list[str] = []
    for (domain, value), labels in sorted(edges.items()):
        (x1, y1), (x2, y2) = _place(domain), _place(value)
        text = ", ".join(sorted(labels))
        dx, dy = x2 - x1, y2 - y1
        length = (dx * dx + dy * dy) ** 0.5
        ux, uy = dx / length, dy / length
        # the line ends at the border of the box
        stop = min((len(value) * _LETTER / 2 + 12) / abs(ux) if ux else length, 14 / abs(uy) if uy else length)
        ex, ey = x2 - ux * stop, y2 - uy * stop
        body += [
            f'<path class="line" d="M{x1:.0f} {y1:.0f}L{ex:.0f} {ey:.0f}"/>',
            f'<path class="head" d="M{ex - 9 * ux - 4 * uy:.1f} {ey - 9 * uy + 4 * ux:.1f}L{ex:.1f} {ey:.1f}'
            f'L{ex - 9 * ux + 4 * uy:.1f} {ey - 9 * uy - 4 * ux:.1f}z"/>',
            f'<text class="edge" text-anchor="middle" x="{x1 + dx * _ALONG:.0f}" y="{y1 + dy * _ALONG - 4:.0f}">'
            f"{escape(text)}</text>",
        ]
    body += [_box(*_place(name), name, middle=True) for name in _CLASSES]
    columns = max(column for column, _ in _CLASSES.values())
    rows = max(row for _, row in _CLASSES.values())
    return _svg(_LEFT * 2 + columns * _COLUMN, _TOP * 2 + rows * _LINE, title, body)


def _place(name: str) -> tuple[float, float]:
    column, row = _CLASSES[name]
    return _LEFT + column * _COLUMN, _TOP + row * _LINE
