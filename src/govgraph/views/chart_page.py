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
from govgraph.views.network import check_language, write_page
from govgraph.views.policy import embedded, policy, with_line_feeds
from govgraph.views.wording import FALLBACK, PAGE, messages


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """How a page with a chart is written.

    Attributes:
        title: Heading of the page; empty for the default in the page's language.
        subtitle: What part of the graph is shown (`Hessen`); may be empty.
        lang: Language in which the page opens, `de` or `en`; empty for that of the browser. The reader can switch.
    """

    title: str = ""
    subtitle: str = ""
    lang: str = ""


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
    check_language(options.lang)
    texts = chart_messages()
    script, style = (with_line_feeds(asset("charts", name)) for name in ("charts.js", "charts.css"))
    whole = {"kind": kind, "lang": options.lang, "title": options.title, "subtitle": options.subtitle, **payload}
    page = Template((PAGE / "chart.html").read_text("utf-8")).substitute(
        lang=options.lang or FALLBACK,
        title=html.escape(options.title or texts[options.lang or FALLBACK][f"{kind}Title"]),
        policy=html.escape(policy([script], [style])),
        style=style,
        script=script,
        payload=embedded(whole),
        messages=embedded(texts),
    )
    write_page(page, path)
