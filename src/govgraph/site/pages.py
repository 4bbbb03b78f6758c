"""HTML around the scripts of the explorer."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from govgraph.assets import ASSETS, asset
from govgraph.views.policy import embedded, policy, with_line_feeds

Json = dict[str, Any]

BUNDLE: Final = "explorer"

# a page from disk has no origin that 'self' could mean to every browser; to one from a server `file:` says nothing
_FILES: Final = "'self' file:"
_ENGINE: Final = "'wasm-unsafe-eval'"
_WORKER: Final = "worker-src blob:; "
_POLICY: Final = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; {worker}img-src 'self' data:; "
    "connect-src 'none'; base-uri 'none'; form-action 'none'"
)
_GENERATOR: Final = '<meta name="generator" content="govgraph">'
_LONGEST_TITLE: Final = 200
_NOSCRIPT: Final = (
    "<noscript><h1>{title}</h1>"
    '<p lang="de">Diese Seite braucht JavaScript; es liegt bei ihr und lädt nichts von anderswo.</p>'
    '<p lang="en">This page needs JavaScript; it lies beside the page and loads nothing from elsewhere.</p></noscript>'
)
# the style sheet hides it: it is seen where the page was taken out of its folder
_UNLOADED: Final = (
    '<div class="unloaded"><p lang="de">Diese Seite braucht die Dateien ihres Ordners: bitte den ganzen Ordner '
    'entpacken oder kopieren.</p><p lang="en">This page needs the files of its folder: please unpack or copy the '
    "whole folder.</p></div>"
)
_SCRIPT: Final = re.compile(r'\s*<script defer src="\./[^"]*"></script>')
_STYLE: Final = re.compile(r'<link rel="stylesheet" href="\./explorer/([^"]*)">')


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself.

    Attributes:
        title: Its title.
        description: A line for search engines; may be empty.
        canonical: Address under which it is to be known; may be empty.
        describes: IRI of the thing it is about; may be empty.
        files: Media type → name of a file with the same in another form.
    """

    title: str
    description: str = ""
    canonical: str = ""
    describes: str = ""
    files: Mapping[str, str] | None = None

    def lines(self) -> str:
        """Elements of the head."""
        found = [f'<meta name="description" content="{_attribute(self.description)}">'] if self.description else []
        found += [_link(f'rel="{name}"', url) for name, url in self._addresses()]
        found += [_link(f'rel="alternate" type="{media}"', name) for media, name in (self.files or {}).items()]
        return "\n    ".join(('<meta name="referrer" content="no-referrer">', *found))

    def _addresses(self) -> Iterable[tuple[str, str]]:
        for name, url in (("canonical", self.canonical), ("describes", self.describes)):
            if url.startswith(("http://", "https://")):
                yield name, url


def folder_page(head: Head, given: Json, documents: Sequence[str], *, engine: bool = False, lang: str = "") -> bytes:
    """A page of a folder, with links to the scripts that it shares with others.

    Args:
        head: What it says of itself.
        given: What its script is told; `root` is the way to the folder of the site.
        documents: Scripts of the documents that it shows first, as paths below that folder.
        engine: Whether it may start a worker with WebAssembly.
        lang: Language in which it opens; empty for that of the browser.
    """
    run = f"{_FILES} {_ENGINE}" if engine else _FILES
    allowed = _POLICY.format(scripts=run, styles=_FILES, worker=_WORKER if engine else "")
    page = with_line_feeds(asset(BUNDLE, "index.html")).replace('"./', f'"{given["root"]}')
    first = (*(f"{BUNDLE}/{name}" for name in _named("written-*.js")), *documents)
    scripts = "\n    ".join(f'<script defer src="{_attribute(given["root"] + name)}"></script>' for name in first)
    page = page.replace("  </head>", f"    {scripts}\n  </head>").replace("</main>", f"{_UNLOADED}</main>")
    return _written(_filled(_speaking(page, lang), head, allowed, _given(given)))


def single_page(head: Head, given: Json, held: Mapping[str, str], *, lang: str = "") -> bytes:
    """The one page of a site in one file.

    Args:
        head: What it says of itself.
        given: What its script is told.
        held: Texts of elements with documents, by identifier; they hold no `<`.
        lang: Language in which it opens; empty for that of the browser.
    """
    page = with_line_feeds(asset(BUNDLE, "index.html"))
    first = _STYLE.findall(page)
    styles = {name: _text(name) for name in _named("*.css")}
    # the loader comes first, and nothing of the others is done before the page is there
    scripts = [_inline(name) for name in sorted(_named("*.js"), key=lambda name: not name.startswith("loader-"))]
    allowed = policy(scripts, list(styles.values()))
    allowed = allowed.replace("; style-src", f" {_ENGINE}; style-src").replace("img-src", f"{_WORKER}img-src")
    body = [_given(given)]
    body += [f'<script type="text/plain" id="{name}">{text}</script>' for name, text in held.items()]
    body += [f"<script>{one}</script>" for one in scripts]
    page = _STYLE.sub("", _SCRIPT.sub("", _speaking(page, lang)))
    # the loader lets the others apply when a view that needs them is opened
    medium = {name: "all" if name in first else "not all" for name in styles}
    inline = "".join(
        f'<style data-style="{name}" media="{medium[name]}">{text}</style>\n' for name, text in styles.items()
    )
    return _written(_filled(page, head, allowed, "\n".join(body), inline))


def _speaking(page: str, lang: str) -> str:
    """A page that opens in a language, unless its reader has chosen another."""
    return page.replace('<html lang="de"', f'<html lang="{lang}" data-lang="{lang}"', 1) if lang else page


def _filled(page: str, head: Head, allowed: str, body: str, inline: str = "") -> str:
    title = html.escape(head.title[:_LONGEST_TITLE])
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(allowed)}">'
    page = page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n    {_GENERATOR}\n    {meta}')
    page = page.replace("<title>govgraph</title>", f"<title>{title}</title>\n    {head.lines()}\n    {inline}".rstrip())
    page = page.replace("</main>", f"{_NOSCRIPT.format(title=title)}</main>")
    # last: what it holds is not to be searched for the marks above
    return page.replace("  </body>", f"{body}\n  </body>")


def _given(given: Json) -> str:
    return f'<script type="application/json" id="written">{embedded(given)}</script>'


def _named(pattern: str) -> list[str]:
    return sorted(file.name for file in (ASSETS / BUNDLE).glob(pattern))


def _text(name: str) -> str:
    return with_line_feeds(asset(BUNDLE, name))


def _inline(name: str) -> str:
    """A script that cannot end the element it stands in: what would do so stands in its texts alone."""
    return re.sub(r"<(?=!--|/?script)", r"\\x3c", _text(name), flags=re.IGNORECASE)


def _written(page: str) -> bytes:
    # a lone surrogate cannot be written as UTF-8; a question mark in its place can
    return page.encode("utf-8", "replace")


def _link(relation: str, address: str) -> str:
    return f'<link {relation} href="{_attribute(address)}">'


def _attribute(text: str) -> str:
    return html.escape(" ".join(text.split())[:2000])
