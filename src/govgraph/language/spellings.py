"""Ways of writing that stand in the way of reading: marks of keyboards and notes, time codes, „Leiter:in“.

What is told here are places in a text, so that offsets still lead back to the words as they were written.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["left_out", "with_german_quotes", "without_time_codes"]

# „11:40 Uhr: Kiel meldet …“ is a time of day, no time code
_STAMP: Final = (
    r"(?:[\[(<#]\d{1,2}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?[\])>#]"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?![\d:]| ?Uhr\b))"
)
_SPEAKER: Final = r"(?:(?:Dr|Prof)\. )*[A-ZÄÖÜ][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,4}(?: \d)?"
_LABEL: Final = re.compile(
    rf"^[ \t]*(?:(?P<first>{_STAMP}(?: ?[–-])? +)(?P<one>{_SPEAKER}) ?: (?=\S)"
    rf"|(?P<two>{_SPEAKER})(?P<inner>,? {_STAMP}) ?: (?=\S)"
    rf"|(?P<three>{_SPEAKER}): (?P<after>{_STAMP} )(?=\S)"
    rf"|(?P<four>{_SPEAKER})(?P<below>,?(?: [–-])? {_STAMP} *:? *\n)(?=[ \t]*\S)"
    rf"|(?P<lead>{_STAMP}(?: ?[–-])? +)(?P<five>{_SPEAKER})(?P<end> *:? *\n)(?=[ \t]*\S)"
    rf"|(?P<above>{_STAMP} *\n)(?P<six>{_SPEAKER}) ?: (?=\S))",
    re.MULTILINE,
)
"""The label of a speaker with its time code before, within or behind it; be the words on the next line."""
_LONE_STAMP: Final = re.compile(rf"^[ \t]*{_STAMP}[ \t]*$", re.MULTILINE)
_CLOCK: Final = re.compile(r"\d:\d\d")
_FEWEST_TURNS: Final = 2
_NAMES: Final = ("one", "two", "three", "four", "five", "six")
_CODES: Final = ("first", "inner", "after", "below", "lead", "end", "above")
_CLOSING: Final = frozenset({"below", "end"})
"""What stands between a label that is a line of its own and what is said."""

_DIVIDED: Final = re.compile(
    r"(?<=[^\W\d_])(?:(?P<inner>(?<![A-ZÄÖÜ]{2})[-\u2010]\n *)(?=[a-zäöüß])|-(?P<compound>\n *)(?=[^\W\d_]))"
    r"(?!(?:und|oder|bzw\.|sowie|bis|als|wie|noch)\b)"
)
_NOTE: Final = re.compile(r"(?<=[^\W\d_]{3}|\w{2}[”“\"»)])(?P<mark>[¹²³⁰⁴-⁹]{1,2}|\*{1,3}(?=[\s,.;:)]))(?!-\w)")
"""A raised figure behind a word is a mark of a note, be the notes there or not; „m²“, „km²“ and „RZ²“ are too short."""
_MARK: Final = re.compile("[¹²³⁰⁴-⁹*]")
_NOTES: Final = re.compile(r"(?:^|(?<=[.] ))(?P<mark>[¹²³⁰⁴-⁹]{1,2}|\*{1,3}) ?(?=[^\W_])", re.MULTILINE)
_GENDERED: Final = re.compile(r"(?<=[a-zäöü]{3})(?:[:*_]|/-?)(?=in(?:nen)?\b)|(?<=[a-zäöü]{2}e)[:*_](?=[rn]\b)")
_MAY_BE_GENDERED: Final = re.compile(r"[:*_/]-?(?:in|[rn]\b)")
"""A quick look for what `_GENDERED` finds."""
_STRAIGHT: Final = re.compile(r"\"|''")
_ENGLISH: Final = re.compile(r"(?<![\w“])“(?=\w)(?P<said>[^“”„\n]+)”")
_SWISS: Final = re.compile(r"(?<!\w)«(?=\w)(?P<said>[^«»\n]+)»")


def without_time_codes(text: str) -> str:
    r"""A text of the same length with spaces for the time codes at the labels of speakers, if one speaks twice or more.

    >>> without_time_codes("[00:12] Eva Ott: Wer?\nJan Uhl (00:15): Ich.\n[00:17] Eva Ott: Gut.").split("\n")
    ['        Eva Ott: Wer?', 'Jan Uhl        : Ich.', '        Eva Ott: Gut.']
    """
    if not _CLOCK.search(text):
        return text
    labels = list(_LABEL.finditer(text))
    turns = Counter(found[name] for found in labels for name in _NAMES if found[name])
    if not turns or max(turns.values()) < _FEWEST_TURNS:
        return text
    pieces = list(text)
    for found in labels:
        for name in _CODES:
            start, end = found.span(name)
            if start >= 0:
                pieces[start:end] = " " * (end - start)
                if name == "above":
                    pieces[end - 1] = "\n"
                if name in _CLOSING:
                    pieces[start] = ":"
    for found in _LONE_STAMP.finditer(text):
        pieces[found.start() : found.end()] = " " * (found.end() - found.start())
    return "".join(pieces)


def with_german_quotes(text: str) -> str:
    """A text of the same length with „…“ for "…", ''…'', “…” and «…».

    >>> with_german_quotes('"Wir gehen voran", sagt sie. “Das geht”, sagt er.')
    '„Wir gehen voran“, sagt sie. „Das geht“, sagt er.'
    """
    if '"' in text or "''" in text:
        text = "\n".join(map(_with_pairs, text.split("\n")))
    if "”" in text:
        text = _ENGLISH.sub(lambda found: f"„{found['said']}“", text)
    return _SWISS.sub(lambda found: f"„{found['said']}“", text) if "«" in text else text


def _with_pairs(line: str) -> str:
    """A line whose straight marks open and close in turn; as it is where they do not."""
    marks = [match.span() for match in _STRAIGHT.finditer(line)]
    if not marks or len(marks) % 2:
        return line
    pieces = list(line)
    for number, (start, end) in enumerate(marks):
        opens = not number % 2
        before, after = line[start - 1 : start], line[end : end + 1]
        if (opens and before.isalnum()) or (not opens and after.isalnum()) or (opens and after.isspace()):
            return line
        mark = "„" if opens else "“"
        pieces[start:end] = [mark] if end - start == 1 else [mark, "\u200b"]
    return "".join(pieces)


def left_out(text: str) -> Iterator[tuple[int, int]]:
    r"""Stretches of a text that are no part of its words.

    >>> text = "Die Leiter:in im Zweckverband Informations-\nverarbeitung"
    >>> [text[start:end] for start, end in left_out(text)]
    ['-\n', ':']
    """
    if "-\n" in text or "\u2010\n" in text:
        yield from (match.span(match.lastgroup or 0) for match in _DIVIDED.finditer(text))
    marks = list(_NOTE.finditer(text)) if _MARK.search(text) else []
    if marks:
        noted = {match["mark"] for match in _NOTES.finditer(text)}
        yield from (match.span() for match in marks if match["mark"][0] != "*" or match["mark"] in noted)
    if _MAY_BE_GENDERED.search(text):
        yield from (match.span() for match in _GENDERED.finditer(text))
