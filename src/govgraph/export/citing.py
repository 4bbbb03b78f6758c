"""Citations of statements: footnotes, BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from govgraph.query.citing import Citation
from govgraph.query.proof import Proof

_ESCAPED: Final = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_DIGITS: Final = 12
_PAIRED: Final = re.compile(r'(?<!\w)"([^"]*)"')
_INNER: Final = str.maketrans("„“”", "‚‘‘")
"""Quotation marks as they are within quotation marks."""


def footnotes(found: Iterable[Citation]) -> str:
    """A footnote for each article, as one line: who, title, where, when, the words and their place, and the graph."""
    return "\n".join(map(_footnote, found))


def _footnote(one: Citation) -> str:
    authors = f"{' / '.join(one.authors)}: " if one.authors else ""
    where = ", ".join(part for part in (one.host or one.source, one.date, one.url) if part)
    return f"{authors}„{_within(one.title)}“, {where}. {_note(one)}"


def _note(one: Citation) -> str:
    """The words with their place, what they say, and the graph that holds it."""
    words = " … ".join(map(_words, one.proofs))
    digest = f", inputs sha256:{one.digest[:_DIGITS]}" if one.digest else ""
    graph = f" govgraph {one.version}{digest}." if one.version else ""
    return f"{words}. {one.said}: <{one.statement}>.{graph}"


def _words(proof: Proof) -> str:
    place = f"[{proof.start}–{proof.end}]"
    return f"„{_within(proof.quote)}“ {place}" if proof.quote else place


def _within(words: str) -> str:
    """Words with the marks that they have between others: „Das ‚Portal‘ kommt“."""
    return _PAIRED.sub(r"‚\1‘", words).translate(_INNER)


def bibtex(found: Iterable[Citation]) -> str:
    """An entry `@misc` for each article; in UTF-8, as biber and BibTeX of our days read it."""
    return "\n\n".join(map(_entry, found))


def _entry(one: Citation) -> str:
    year, month, day = _date(one.date)
    fields = (
        ("author", " and ".join(map(_author, one.authors))),
        ("title", f"{{{_tex(one.title)}}}"),
        ("howpublished", _tex(one.host or one.source)),
        ("year", year),
        ("month", month),
        ("day", day),
        ("url", one.url),
        ("note", _tex(_note(one))),
    )
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
    return f"@misc{{{_key(one)},\n{lines}\n}}"


def csl(found: Iterable[Citation]) -> str:
    """Items of CSL-JSON, which Zotero and pandoc read."""
    return json.dumps([_item(one) for one in found], ensure_ascii=False, indent=1)


def _item(one: Citation) -> dict[str, Any]:
    parts = [int(part) for part in _date(one.date) if part]
    fields = {
        "id": _key(one),
        "type": "article-newspaper",
        "title": one.title,
        # which part of a name is the surname is not known
        "author": [{"literal": name} for name in one.authors],
        "container-title": one.host,
        "issued": {"date-parts": [parts]} if parts else {},
        "URL": one.url,
        "source": "" if one.url else one.source,
        "note": _note(one),
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
