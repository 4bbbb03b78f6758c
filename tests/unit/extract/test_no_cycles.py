"""Reading makes no cycles: while a page is read the collector of cycles rests, and what it left would stay."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

from extract_reading import reader

from govgraph.sources import read_text

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def test_nothing_is_left_to_the_collector_of_cycles() -> None:
    pages = [read_text(path.read_text(encoding="utf-8"), name=path.stem) for path in sorted(EXAMPLES.glob("*.txt"))]
    for page in pages:
        reader().read(page)
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        for page in pages:
            reader().read(page)
        gc.collect()
        left = Counter(type(each).__qualname__ for each in gc.garbage if "govgraph" in type(each).__module__)
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert pages
    assert left == Counter()
