"""What the command line says, in two languages, from `messages.json`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

VARIABLE = "GOVGRAPH_LANG"
_GERMAN_MARKS = str.maketrans(",.", ".,")


class Lang(StrEnum):
    """Languages of the command line."""

    EN = "en"
    DE = "de"


@lru_cache(maxsize=1)
def _catalogue() -> dict[str, dict[str, str]]:
    path = Path(__file__).with_name("messages.json")
    messages: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return messages


def wanted_lang(arguments: Sequence[str], environ: Mapping[str, str]) -> Lang | None:
    """Language asked for by `--lang`, else by GOVGRAPH_LANG; None if by neither.

    It is looked up before the arguments are parsed, since the help texts depend on it.
    """
    wanted = environ.get(VARIABLE, "")
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and position + 1 < len(arguments):
            wanted = arguments[position + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return Lang(wanted) if wanted in list(Lang) else None


_asked = wanted_lang(sys.argv[1:], os.environ)


def current_lang() -> Lang:
    """Language in use: English if none was asked for."""
    return _asked or Lang.EN


def asked_lang() -> str:
    """Language for pages: the one asked for; empty if none was, and the browser of the reader is to decide."""
    return _asked.value if _asked else ""


def use_lang(lang: Lang | None) -> None:
    """Speak this language from now on, or as if none were asked for; help texts that are already made keep theirs."""
    global _asked
    _asked = lang


class Number(int):
    """A number in a message.

    `{files}` groups its digits as the language does, `{start:d}` does not, and `{files:file|files}` is its noun.

    >>> "{0} {0:file|files}, {1} {1:note|notes}".format(Number(1603), Number(1))
    '1,603 files, 1 note'
    """

    def __format__(self, form: str) -> str:
        if "|" in form:
            one, many = form.split("|")
            return one if self == 1 else many
        return format(int(self), form) if form else decimal(int(self), 0)


def decimal(value: float, digits: int = 1) -> str:
    """A number with so many digits after the mark, grouped, with the marks of the language in use."""
    written = f"{value:,.{digits}f}"
    return written.translate(_GERMAN_MARKS) if current_lang() is Lang.DE else written


def text(key: str, **values: object) -> str:
    """Message `key` in the language in use, with `values` filled in; whole numbers as `Number` writes them.

    Raises:
        KeyError: There is no such message; `tests/cli/test_usage.py` finds these.
    """
    filled = {name: Number(value) if type(value) is int else value for name, value in values.items()}
    return _catalogue()[key][current_lang().value].format(**filled)
