"""The page: one HTML file that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pyoxigraph import Literal, NamedNode

from govgraph.model import NAMESPACE
from ontology_pages import diagrams
from ontology_pages.terms import KINDS, Described, local, short

STYLE = """
:root{color-scheme:light dark;--fg:#1b1f24;--bg:#fff;--soft:#f3f5f7;--line:#c9d1d9;--link:#0b57a4;--weak:#57606a}
@media(prefers-color-scheme:dark){:root{--fg:#e6e9ec;--bg:#14171a;--soft:#1e2328;--line:#3b434b;--link:#7db7ff;--weak:#9aa4ae}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);max-width:70rem;margin:0 auto;padding:1rem}
a{color:var(--link)}h1{margin-bottom:0}h2{margin-top:3rem;border-bottom:2px solid var(--line)}
section.term{border-top:1px solid var(--line);padding:.5rem 0 1rem}section.term:target{background:var(--soft)}
h3{margin:.5rem 0 0;font-family:ui-monospace,monospace}.iri{color:var(--weak);font-size:.85rem;word-break:break-all}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}.two p{margin:.25rem 0}
dl{display:grid;grid-template-columns:13rem 1fr;gap:.15rem 1rem;margin:.5rem 0}dt{color:var(--weak)}dd{margin:0}
pre{background:var(--soft);padding:.6rem;overflow-x:auto;font-size:.85rem;margin:.4rem 0}
.index{columns:14rem;font-family:ui-monospace,monospace;font-size:.9rem;padding:0;list-style:none}
figure{margin:1rem 0;overflow-x:auto}figcaption{color:var(--weak)}
svg text{font:12px ui-monospace,monospace;fill:var(--fg)}svg .box{fill:var(--soft);stroke:var(--line)}
svg .line{fill:none;stroke:var(--weak)}svg .head{fill:var(--weak)}
svg .edge{fill:var(--weak);font-size:11px;stroke:var(--bg);stroke-width:4px;paint-order:stroke}
.deprecated h3{text-decoration:line-through}@media(max-width:45rem){.two,dl{grid-template-columns:1fr}}
@media print{section.term{break-inside:avoid}}
"""
_ROWS = (
    ("instanceOf", "ist ein(e)", "is a"),
    ("subClassOf", "Oberklassen", "super classes"),
    ("subPropertyOf", "Obereigenschaften", "super properties"),
    ("domain", "Definitionsbereich", "domain"),
    ("range", "Wertebereich", "range"),
    ("inverseOf", "Umkehrung", "inverse"),
    ("equivalentClass", "besteht aus", "made of"),
    ("equivalentProperty", "gleichbedeutend", "equivalent"),
    ("disjointWith", "getrennt von", "disjoint with"),
    ("sameAs", "dasselbe wie", "same as"),
    ("match", "nahe bei", "close to"),
    ("traits", "Art", "characteristics"),
    ("seeAlso", "siehe auch", "see also"),
    ("isReplacedBy", "ersetzt durch", "replaced by"),
)
_TREES = ("Entity",)


def page(terms: dict[str, Described], head: dict[str, str], versions: list[str]) -> str:
    """The whole page.

    Args:
        terms: All terms.
        head: Of the ontology: `version`, `title-de`, `title-en`, `description-de`, `description-en`, `licence`.
        versions: Names of all versions, oldest first.
    """
    parts = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{escape(head['title-en'])} {head['version']}</title><style>{STYLE}</style></head><body>",
        *_top(head, versions),
        *_overview(terms),
        *_index(terms),
    ]
    for kind, (german, english) in KINDS.items():
        found = [one for one in terms.values() if one.kind == kind]
        if found:
            parts.append(f'<h2 id="{kind}">{english} · <span lang="de">{german}</span></h2>')
            parts += [line for one in found for line in _term(one, terms)]
    parts.append("</body></html>\n")
    return "\n".join(parts)


def _top(head: dict[str, str], versions: list[str]) -> Iterator[str]:
    iri = NAMESPACE.rstrip("#")
    yield f'<h1>{escape(head["title-en"])}</h1><p lang="de"><strong>{escape(head["title-de"])}</strong></p>'
    yield '<div class="two">'
    yield f'<p>{escape(head["description-en"])}</p><p lang="de">{escape(head["description-de"])}</p></div>'
    yield "<dl>"
    rows = (
        ("IRI", iri),
        ("Version", f"{head['version']} — {iri}/{head['version']}"),
        ("Prefix", f"gov: {NAMESPACE}"),
        ("Licence · Lizenz", head["licence"]),
        ("All versions · Alle Fassungen", ", ".join(versions)),
    )
    yield from (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows)
    yield "</dl>"
    yield (
        "<p>Terms are never taken away and never change what they mean. One that is not to be used any longer is "
        "marked <code>owl:deprecated</code> and names what takes its place. </p>"
        '<p lang="de">Begriffe verschwinden nicht und ändern nicht, was sie bedeuten. Was nicht mehr verwendet werden '
        "soll, ist mit <code>owl:deprecated</code> bezeichnet und nennt, was an seine Stelle tritt.</p>"
    )


def _overview(terms: dict[str, Described]) -> Iterator[str]:
    yield '<h2 id="overview">Overview · <span lang="de">Überblick</span></h2>'
    drawn = (
        (
            diagrams.statement(terms, "Statements and tenures with their evidence"),
            "What an article says: statements, tenures and their evidence",
            "Was ein Artikel sagt: Aussagen, Amtszeiten und ihre Belege",
        ),
        (
            diagrams.relations(terms, "Predicates of statements with their domains and ranges"),
            "Predicates of statements, from domain to range",
            "Prädikate der Aussagen, vom Definitions- zum Wertebereich",
        ),
        *(
            (
                diagrams.class_tree(terms, top, f"{top} and the classes below it"),
                f"{terms[top].labels['en'].capitalize()} and the classes below it",
                f"{terms[top].labels['de']} und die Klassen darunter",
            )
            for top in _TREES
        ),
    )
    for svg, english, german in drawn:
        caption = f'{escape(english)} · <span lang="de">{escape(german)}</span>'
        yield f"<figure>{svg}<figcaption>{caption}</figcaption></figure>"


def _index(terms: dict[str, Described]) -> Iterator[str]:
    yield '<h2 id="terms">All terms · <span lang="de">Alle Begriffe</span></h2>'
    for kind, (german, english) in KINDS.items():
        found = [one.name for one in terms.values() if one.kind == kind]
        if found:
            items = "".join(f"<li>{_link(name)}</li>" for name in found)
            yield f'<p><a href="#{kind}">{english}</a> · <span lang="de">{german}</span> ({len(found)})</p>'
            yield f'<ul class="index">{items}</ul>'


def _link(name: str) -> str:
    return f'<a href="#{escape(name)}">{escape(name)}</a>'


def _shown(term: object, terms: dict[str, Described]) -> str:
    if isinstance(term, Literal):
        return escape(term.value)
    value = term.value if isinstance(term, NamedNode) else ""
    if local(term) in terms:
        return _link(local(term))
    name = short(value)
    return f'<a href="{escape(value)}"><code>{escape(name.strip("<>"))}</code></a>'


def _term(one: Described, terms: dict[str, Described]) -> Iterator[str]:
    marked = " deprecated" if one.deprecated else ""
    yield f'<section class="term{marked}" id="{escape(one.name)}"><h3>gov:{escape(one.name)}</h3>'
    yield f'<div class="iri">{escape(NAMESPACE + one.name)}</div><div class="two">'
    for language in ("en", "de"):
        label, comment = one.labels.get(language, ""), one.comments.get(language, "")
        yield f'<p lang="{language}"><strong>{escape(label)}</strong><br>{escape(comment)}</p>'
    yield "</div><dl>"
    if one.deprecated:
        yield '<dt>deprecated · <span lang="de">veraltet</span></dt><dd>owl:deprecated true</dd>'
    for key, german, english in _ROWS:
        if one.properties.get(key):
            values = ", ".join(_shown(item, terms) for item in one.properties[key])
            yield f'<dt>{english} · <span lang="de">{german}</span></dt><dd>{values}</dd>'
    below = ("sub classes", "Unterklassen") if one.kind == "Class" else ("sub properties", "Untereigenschaften")
    lists = (
        (one.below, *below),
        (one.values, "values", "Werte"),
        (one.used_by, "properties of it", "Eigenschaften dazu"),
    )
    for names, english, german in lists:
        if names:
            shown = ", ".join(map(_link, sorted(names)))
            yield f'<dt>{english} · <span lang="de">{german}</span></dt><dd>{shown}</dd>'
    for shape, messages in sorted(one.shapes.items()):
        told = "<br>".join(
            f'<span lang="{language}">{escape(messages[language])}</span>'
            for language in ("en", "de")
            if language in messages
        )
        yield f'<dt>shape · <span lang="de">Form</span></dt><dd><code>{escape(shape)}</code><br>{told}</dd>'
    for query in one.queries:
        path = f"../reference/questions/{query.theme}.md#{query.name}"
        yield (
            f'<dt>question · <span lang="de">Frage</span></dt><dd><a href="{escape(path)}"><code>{escape(query.name)}'
            f'</code></a> {escape(query.title_en)} <span lang="de">{escape(query.title_de)}</span></dd>'
        )
    yield "</dl>"
    if one.example:
        yield f"<pre>{escape(one.example)}</pre>"
    yield "</section>"
