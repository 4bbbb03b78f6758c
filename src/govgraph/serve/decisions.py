"""What a reviewer decides, as the page of the review queue sends it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pyoxigraph import NamedNode

from govgraph.rdf.corrections import ANONYMOUS

RIGHT: Final = "right"
WRONG: Final = "wrong"
OTHER: Final = "other"
SAME: Final = "same"
DIFFERENT: Final = "different"

_STATEMENTS: Final = (RIGHT, WRONG, OTHER)
_PAIRS: Final = (SAME, DIFFERENT)
_NEEDED: Final = ("subject", "predicate", "object", "modality")
_CLAIM: Final = (*_NEEDED, "role", "since", "until")
_MOST: Final = 100
_LONGEST: Final = 2000


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision.

    Attributes:
        verdict: `right`, `wrong` or `other` of statements; `same` or `different` of a pair.
        about: IRIs of the statements, which say the same in the same words, or of the two of the pair.
        claim: What is meant, where the verdict is `other`: `subject`, `predicate` (`holdsOffice` for tenures),
            `object`, `modality`, and of tenures `role`, `since` and `until`; else empty.
        by: Who decides.
        why: Reason, or an empty string.
    """

    verdict: str
    about: tuple[str, ...]
    claim: Mapping[str, str] = field(default_factory=dict)
    by: str = ANONYMOUS
    why: str = ""

    @classmethod
    def read(cls, body: bytes) -> Decision:
        """A decision as it was sent: a JSON object with the names of the attributes.

        Raises:
            ValueError: It is none; says what is wanted.
        """
        try:
            told = json.loads(body)
        except ValueError as error:
            raise ValueError("the body is no JSON; send an object") from error
        if not isinstance(told, dict):
            raise ValueError("the body is no JSON object")
        verdict = told.get("verdict")
        if verdict not in (*_STATEMENTS, *_PAIRS):
            raise ValueError(f"verdict is {verdict!r:.100}; allowed are {', '.join((*_STATEMENTS, *_PAIRS))}")
        about = _iris(told.get("about"), "about")
        if verdict in _PAIRS and len(about) != 2:
            raise ValueError(f"about names {len(about)} things; a pair has two")
        claim = _claim(told.get("claim")) if verdict == OTHER else {}
        return cls(verdict, about, claim, _line(told.get("by"), "by") or ANONYMOUS, _line(told.get("why"), "why"))


def _iris(told: Any, name: str) -> tuple[str, ...]:
    if not isinstance(told, list) or not 0 < len(told) <= _MOST:
        raise ValueError(f"{name} is no list of 1 to {_MOST} IRIs")
    return tuple(_iri(one, name) for one in told)


def _iri(told: Any, name: str) -> str:
    try:
        return NamedNode(told).value
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} is {told!r:.200}, which is no absolute IRI") from error


def _line(told: Any, name: str) -> str:
    if told is None:
        return ""
    if not isinstance(told, str) or len(told) > _LONGEST:
        raise ValueError(f"{name} is no text of at most {_LONGEST} characters")
    return " ".join(told.split())


def _claim(told: Any) -> dict[str, str]:
    if not isinstance(told, dict) or not all(isinstance(value, str) for value in told.values()):
        raise ValueError(f"claim is no object of texts; it has {', '.join(_CLAIM)}")
    unknown = sorted(told.keys() - set(_CLAIM))
    if unknown:
        raise ValueError(f"claim has {unknown[0]!r:.100}; allowed are {', '.join(_CLAIM)}")
    given = {name: value for name, value in told.items() if value}
    lacking = [name for name in _NEEDED if name not in given]
    if lacking:
        raise ValueError(f"claim has no {lacking[0]}")
    for name in ("subject", "object", "role"):
        if name in given:
            _iri(given[name], name)
    return given
