"""What the layers below say in English, in the language in use: their messages know no language.

`german.json` has a German text for each English one; `{name}` stands for whatever an error or an issue puts there.
`usage.json` has those of the parser of the command line.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.cli.messages import Lang, current_lang

if TYPE_CHECKING:
    from govgraph.query import Explanation

_PLACE = re.compile(r"{(\w+)}")
_SYSTEM = {
    os.strerror(2): "keine solche Datei, kein solcher Ordner",
    os.strerror(13): "keine Berechtigung",
    os.strerror(17): "ist schon da",
    os.strerror(20): "ist kein Ordner",
    os.strerror(21): "ist ein Ordner",
    os.strerror(28): "kein Platz auf dem Datenträger",
    os.strerror(30): "hier lässt sich nur lesen",
}


def translated(message: str) -> str:
    """A message in the language in use; in English where no text is known for it."""
    return message if current_lang() is Lang.EN else _german(" ".join(message.split()))


def labelled(word: str) -> str:
    """What the ontology calls one of its words (`asserted`, `current`, `handedOver`) in the language in use."""
    from govgraph.rdf.schema import load_schema

    return load_schema().label(word[:1].upper() + word[1:], current_lang().value) if word else ""


def related(said: Explanation, *, local: bool = True) -> str:
    """A statement as a line: both ends, and between them the relation in the language in use or the title of a role.

    Args:
        said: The statement.
        local: Whether the local name of the predicate, by which it is asked for, stands beside a label that is another.
    """
    from govgraph.query.explain import HOLDS
    from govgraph.rdf.schema import load_schema

    office = said.predicate == HOLDS
    label = said.predicate_label if office else load_schema().label(said.predicate, current_lang().value)
    named = f" ({said.predicate})" if local and label != said.predicate else ""
    return f"{said.subject.label} —{label}{named}→ {said.object.label}"


def read_by(rule: str) -> str:
    """The rule of a statement; a construction with what the ontology calls it in the language in use."""
    from govgraph.vocabulary import load_constructions

    known = load_constructions().get(rule) if rule else None
    return f"{rule} ({known.labels[current_lang().value]})" if known else rule


def _german(message: str) -> str:
    if message in _SYSTEM:
        return _SYSTEM[message]
    for pattern, german in _texts():
        found = pattern.fullmatch(message)
        if found is not None:
            return german.format(**{name: _german(value) for name, value in found.groupdict().items()})
    # what is amiss comes after what it is about
    about, mark, rest = message.partition(": ")
    told = _german(rest) if mark else rest
    return message if told == rest else f"{about}: {told}"


@cache
def _texts() -> tuple[tuple[re.Pattern[str], str], ...]:
    folder = Path(__file__).parent
    texts: dict[str, str] = {}
    for name in ("usage.json", "german.json"):
        texts |= json.loads((folder / name).read_text(encoding="utf-8"))
    # the more of a message a text has in common with it, the better it knows it
    order = sorted(texts, key=lambda text: -len(_PLACE.sub("", text)))
    return tuple((re.compile(_pattern(one)), texts[one]) for one in order)


def _pattern(text: str) -> str:
    literal = True
    parts = []
    for part in _PLACE.split(text):
        parts.append(re.escape(part) if literal else f"(?P<{part}>.+?)")
        literal = not literal
    return "".join(parts)
