"""One HTML file around a chart of the bundle `charts`, that needs nothing from outside itself."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from govgraph.assets import asset
from govgraph.errors import VocabularyError
from govgraph.views.policy import policy
from govgraph.views.wording import PAGE, messages


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """How a page with a chart is written.

    Attributes:
        title: Heading of the page; empty for the default in the page's language.
        subtitle: What part of the graph is shown (`Hessen`); may be empty.
        lang: Language in which the page opens, `de` or `en`; the reader can switch.
    """

    title: str = ""
    subtitle: str = ""
    lang: str = "de"


@cache
def chart_messages() -> Mapping[str, Mapping[str, Any]]:
    """Texts of the pages by language, with the ontology's labels as `termNames`."""
    texts: dict[str, dict[str, Any]] = json.loads((PAGE / "chart_messages.json").read_text("utf-8"))
    for lang, table in texts.items():
        table["termNames"] = messages()[lang]["termNames"]
    return texts


def write_chart(payload: Mapping[str, Any], kind: str, path: Path, options: ChartOptions) -> None:
    """Write a page: the same payload and options give the same bytes.

    Everything from articles is data in the file and becomes text on the page, never markup.

    Args:
        payload: What the chart shows; JSON.
        kind: `timeline` or `map`.
        path: File to write; its folder is made when it is missing.
        options: Title and language.

    Raises:
        VocabularyError: A language that the page does not speak.
    """
    texts = chart_messages()
    if options.lang not in texts:
        raise VocabularyError(f"no interface language {options.lang!r}; allowed are {', '.join(sorted(texts))}")
    script, style = _bare(asset("charts", "charts.js")), _bare(asset("charts", "charts.css"))
    whole = {"kind": kind, "lang": options.lang, "title": options.title, "subtitle": options.subtitle, **payload}
    page = Template((PAGE / "chart.html").read_text("utf-8")).substitute(
        lang=options.lang,
        title=html.escape(options.title or texts[options.lang][f"{kind}Title"]),
        policy=html.escape(policy([script], [style])),
        style=style,
        script=script,
        payload=_data(whole),
        messages=_data(texts),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    # A lone surrogate cannot be written as UTF-8; a question mark in its place can.
    path.write_bytes(page.encode("utf-8", "replace"))


def _bare(text: str) -> str:
    """Text of a script or style whose digest a browser takes as we do: it reads carriage returns as line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _data(value: object) -> str:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
