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


def use_lang(lang: Lang) -> None:
    """Speak this language from now on; help texts that are already made keep theirs."""
    global _asked
    _asked = lang


def text(key: str, **values: object) -> str:
    """Message `key` in the language in use, with `values` filled in.

    Raises:
        KeyError: There is no such message; `tests/cli/test_messages.py` finds these.
    """
    return _catalogue()[key][current_lang().value].format(**values)
