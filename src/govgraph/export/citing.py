"""Citations of statements: footnotes, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from govgraph.query.citing import Citation
from govgraph.query.proof import Proof

_ESCAPED: Final = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""As BibTeX knows them, in every language."""
_DIGITS: Final = 12
_PAIRED: Final = re.compile(r'(?<!\w)"([^"]*)"')
_MARKS: Final = re.compile(r"„([^„“”]*)[“”]|“([^„“”]*)”|»([^»«]*)«|«([^»«]*)»")
_FEW_WORDS: Final = 10
"""Up to so many words an address holds a sentence whole, else its beginning and its end."""
_EDGE_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Style:
    """How citations are written.

    Attributes:
        marks: Quotation marks, opening and closing.
        inner: Those within others.
        fragment: Whether addresses of web pages lead to the words in them (`#:~:text=`).
    """

    marks: str = "„“"
    inner: str = "‚‘"
    fragment: bool = False

    def quoted(self, words: str) -> str:
        """Words in quotation marks, with the marks that they have themselves as inner ones: „Das ‚Portal‘ kommt“."""
        opening, closing = self.inner[0], self.inner[1]

        def inner(found: re.Match[str]) -> str:
            return f"{opening}{next(part for part in found.groups() if part is not None)}{closing}"

        told = _MARKS.sub(inner, _PAIRED.sub(inner, words))
        for mark in "„»“”«":
            told = told.replace(mark, opening if mark in "„»" else closing)
        return f"{self.marks[0]}{told}{self.marks[1]}"

    def address(self, one: Citation) -> str:
        """Address of an article, or of the words in it."""
        return text_fragment(one.url, [proof.quote for proof in one.proofs]) if self.fragment else one.url


STYLES: Final[Mapping[str, Style]] = MappingProxyType(
    {"german": Style(), "english": Style("“”", "‘’"), "guillemets": Style("»«", "›‹")}
)
"""Styles by name; the first is taken unless another is named."""


def text_fragment(url: str, quotes: Iterable[str]) -> str:
    """Address of a web page that leads to words in it, where the browser finds them; the page itself without words.

    A long quote, or one of several lines, is named by its first and last words, which may stand in two paragraphs.

    >>> text_fragment("https://a.example/b", ["Das Land nutzt die E-Akte."])
    'https://a.example/b#:~:text=Das%20Land%20nutzt%20die%20E%2DAkte.'
    """
    parts = [_directive(words) for words in quotes if words.strip()]
    if not parts or not url.startswith(("http://", "https://")):
        return url
    return f"{url}{'' if '#' in url else '#'}:~:{'&'.join(parts)}"


def _directive(quoted: str) -> str:
    words = quoted.split()
    whole = len(words) <= _FEW_WORDS and "\n" not in quoted.strip()
    parts = [words] if whole or len(words) <= 2 * _EDGE_WORDS else [words[:_EDGE_WORDS], words[-_EDGE_WORDS:]]
    # a hyphen would be taken for a part of the directive
    return "text=" + ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in parts)


def footnotes(found: Iterable[Citation], style: Style = STYLES["german"]) -> str:
    """A footnote for each article, as one line: who, title, where, when, the words and their place, and the graph."""
    return "\n".join(_footnote(one, style) for one in found)


def _footnote(one: Citation, style: Style) -> str:
    authors = f"{' / '.join(one.authors)}: " if one.authors else ""
    # where the words of an address end is not to be seen before a full stop
    address = f"<{style.address(one)}>" if style.fragment and one.url else one.url
    where = ", ".join(part for part in (one.host or one.source, one.date, address) if part)
    return f"{authors}{style.quoted(one.title)}, {where}. {_note(one, style)}"


def _note(one: Citation, style: Style) -> str:
    """The words with their place, what they say, and the graph that holds it."""
    words = " … ".join(_words(proof, style) for proof in one.proofs)
    digest = f", inputs sha256:{one.digest[:_DIGITS]}" if one.digest else ""
    graph = f" govgraph {one.version}{digest}." if one.version else ""
    return f"{words}. {one.said}: <{one.statement}>.{graph}"


def _words(proof: Proof, style: Style) -> str:
    place = f"[{proof.start}–{proof.end}]"
    return f"{style.quoted(proof.quote)} {place}" if proof.quote else place


def bibtex(found: Iterable[Citation], style: Style = STYLES["german"]) -> str:
    """An entry `@misc` for each article; in UTF-8, as biber and BibTeX of our days read it."""
    return "\n\n".join(_entry(one, style) for one in found)


def _entry(one: Citation, style: Style) -> str:
    year, number, day = _date(one.date)
    month = _MONTHS[int(number) - 1] if number else ""
    fields = (
        ("author", " and ".join(map(_author, one.authors))),
        ("title", f"{{{_tex(one.title)}}}"),
        ("howpublished", _tex(one.host or one.source)),
        ("year", year),
        ("month", month),
        ("day", day.removeprefix("0")),
        ("url", style.address(one)),
        ("note", _tex(_note(one, style))),
    )
    lines = ",\n".join(f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields if value)
    return f"@misc{{{_key(one)},\n{lines}\n}}"


def csl(found: Iterable[Citation], style: Style = STYLES["german"]) -> str:
    """Items of CSL-JSON, which Zotero and pandoc read."""
    return json.dumps([_item(one, style) for one in found], ensure_ascii=False, indent=1)


def _item(one: Citation, style: Style) -> dict[str, Any]:
    parts = [int(part) for part in _date(one.date) if part]
    fields = {
        "id": _key(one),
        "type": "article-newspaper",
        "title": one.title,
        # which part of a name is the surname is not known
        "author": [{"literal": name} for name in one.authors],
        "container-title": one.host,
        "issued": {"date-parts": [parts]} if parts else {},
        "URL": style.address(one),
        "source": "" if one.url else one.source,
        "note": _note(one, style),
    }
    return {name: value for name, value in fields.items() if value}


def _date(date: str) -> Sequence[str]:
    return [*date.split("-"), "", "", ""][:3]


def _key(one: Citation) -> str:
    """Key of an entry: the ends of the IRIs of article and statement, without what BibTeX does not take."""
    key = f"{one.article.rpartition('/')[2]}-{one.statement.rpartition('-')[2]}"
    return re.sub(r"[^A-Za-z0-9_.-]", "-", key)


def _author(name: str) -> str:
    """A name as it is, in braces where BibTeX would make several of it."""
    return f"{{{_tex(name)}}}" if "," in name or " and " in name else _tex(name)


def _tex(words: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) for sign in words)
