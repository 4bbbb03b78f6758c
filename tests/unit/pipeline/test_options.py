"""Settings outside their range are refused with the range."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from govgraph.model import BASE
from govgraph.pipeline import BuildOptions


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"workers": -1}, "workers is -1; give 0"),
        ({"min_confidence": 1.5}, "min_confidence is 1.5; give a number from 0 to 1"),
        ({"lang": "fr"}, "lang is 'fr'; give one of de, en"),
        ({"base": "https://example.org/id/"}, "base is 'https://example.org/id/'; give an http"),
        ({"base": "urn:x"}, "base is 'urn:x'"),
        ({"base": "https://example.org/a b"}, "base is 'https://example.org/a b'"),
    ],
)
def test_setting_outside_its_range(setting: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match="give") as raised:
        BuildOptions(**setting)
    assert str(raised.value).startswith(message)


def test_defaults() -> None:
    options = BuildOptions()
    assert (options.workers, options.base, options.least_confidence, options.lexicon_files) == (1, BASE, 0.0, ())


@pytest.mark.parametrize("given", ["my.ttl", ["my.ttl"], Path("my.ttl"), (Path("my.ttl"),)])
def test_files_may_be_strings(given: Any) -> None:
    options = BuildOptions(lexicon=given, corrections="own.ttl")
    assert (options.lexicon, options.lexicon_files) == ((Path("my.ttl"),), (Path("my.ttl"),))
    assert options.corrections_file == Path("own.ttl")
    assert options == BuildOptions(lexicon=(Path("my.ttl"),), corrections=Path("own.ttl"))
