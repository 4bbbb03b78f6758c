"""Help texts in the language in use, also those words that the parser of the command line puts there."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from typer.core import TyperCommand, TyperGroup

from govgraph.cli.messages import Lang, current_lang


class Command(TyperCommand):
    """A command whose help is in one language."""

    def get_help(self, ctx: object) -> str:
        """The help of the command."""
        return translated_help(super().get_help(ctx))  # type: ignore[arg-type]


class Group(TyperGroup):
    """All commands, with help in one language."""

    def get_help(self, ctx: object) -> str:
        """The help of all commands."""
        return translated_help(super().get_help(ctx))  # type: ignore[arg-type]


def translated_help(help_: str) -> str:
    """Help with the parser's own words in the language in use; what is written by `messages.json` is so already."""
    if current_lang() is Lang.DE:
        for pattern, german in _texts():
            help_ = pattern.sub(german, help_)
    return help_


@cache
def _texts() -> tuple[tuple[re.Pattern[str], str], ...]:
    texts: dict[str, str] = json.loads(Path(__file__).with_name("help.json").read_text(encoding="utf-8"))
    return tuple((_pattern(english), german) for english, german in texts.items())


def _pattern(english: str) -> re.Pattern[str]:
    """A heading stands at the begin of its line, other words may be broken over two."""
    words = r"\s+".join(map(re.escape, english.split()))
    return re.compile(rf"^{words}" if english.endswith(":") and english[0] != "[" else words, re.MULTILINE)
