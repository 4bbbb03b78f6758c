"""How well languages are told apart, beside libraries that do nothing else.

    python benchmarks/language/run.py [--write] [--misses]

A snippet is a line of a table: language, kind, text. `--misses` lists what was decided wrongly on the open snippets;
those that are set aside are only counted. Libraries that are not installed are left out of the table.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from govgraph.language.identify import language_of
from govgraph.vocabulary.layouts import load_layouts

HERE = Path(__file__).parent
SETS = {"open": HERE / "snippets.tsv", "set aside": HERE / "set-aside" / "snippets.tsv"}
RESULTS = HERE / "RESULTS.md"
# what simplemma keeps in memory at once; with more it reads its dictionaries anew for every text
_SIMPLEMMA = ("de", "en", "fr", "nl", "da", "tr", "it")

Decide = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text whose language is known."""

    language: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What a system made of some snippets."""

    kept: int
    german: int
    seen: int
    foreign: int
    named: int
    milliseconds: float


def snippets(name: str) -> tuple[Snippet, ...]:
    """Snippets of a set."""
    lines = SETS[name].read_text(encoding="utf-8").splitlines()
    return tuple(Snippet(*line.split("\t")) for line in lines)


def systems() -> dict[str, Decide]:
    """Ways to tell the language of a text, by name. What is in doubt is taken for German."""
    frequent = load_layouts().frequent_words()
    found: dict[str, Decide] = {
        "govgraph": lambda text: language_of(text, frequent) or "de",
        "frequent words alone": lambda text: _by_words(text, frequent),
        "simplemma.langdetect": _simplemma,
    }
    for name, make in (("py3langid", _py3langid), ("cld2 (pycld2)", _cld2), ("lingua", _lingua)):
        try:
            found.update(make())
        except ImportError:
            print(f"{name} is not installed and left out", file=sys.stderr)
    return found


def _by_words(text: str, frequent: dict[str, frozenset[str]]) -> str:
    words = [word.strip(".,:;!?„“()").lower() for word in text.split()]
    counts = {tag: sum(word in forms for word in words) for tag, forms in frequent.items()}
    best = max(sorted(counts), key=lambda tag: counts[tag])
    return best if counts[best] > counts["de"] else "de"


def _simplemma(text: str) -> str:
    from simplemma import langdetect

    name = langdetect(text, lang=_SIMPLEMMA)[0][0]
    return "de" if name == "unk" else name


def _py3langid() -> dict[str, Decide]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-not-found]

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

    def sure(text: str) -> str:
        name, probability = identifier.classify(text)
        return str(name) if probability > 0.99 else "de"

    return {"py3langid": lambda text: str(identifier.classify(text)[0]), "py3langid, surer than 0.99": sure}


def _cld2() -> dict[str, Decide]:
    import pycld2  # type: ignore[import-not-found]

    def decide(text: str) -> str:
        found = pycld2.detect(text, bestEffort=True)[2][0][1]
        return "de" if found == "un" else str(found)

    return {"cld2 (pycld2)": decide}


def _lingua() -> dict[str, Decide]:
    from lingua import LanguageDetectorBuilder  # type: ignore[import-not-found]

    detector = LanguageDetectorBuilder.from_all_languages().build()

    def decide(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "de"

    return {"lingua": decide}


def measured(decide: Decide, some: tuple[Snippet, ...]) -> Figures:
    """Figures of a system. Its first call, which may load something, is not timed."""
    decide(some[0].text)
    begin = time.perf_counter()
    found = [decide(one.text) for one in some]
    spent = time.perf_counter() - begin
    german = [name == "de" for one, name in zip(some, found, strict=True) if one.language == "de"]
    foreign = [(one.language, name) for one, name in zip(some, found, strict=True) if one.language != "de"]
    return Figures(
        sum(german),
        len(german),
        sum(name != "de" for _, name in foreign),
        len(foreign),
        sum(one == name for one, name in foreign),
        spent / len(some) * 1000,
    )


def table(ways: dict[str, Decide]) -> str:
    """Figures of all systems on both sets, as Markdown."""
    lines = []
    for name in SETS:
        some = snippets(name)
        lines += [f"## {name.capitalize()}: {len(some)} snippets", ""]
        lines += [
            "| | German kept | foreign seen | named rightly | ms a snippet |",
            "| --- | ---: | ---: | ---: | ---: |",
        ]
        for system, decide in ways.items():
            got = measured(decide, some)
            lines.append(
                f"| {system} | {got.kept} of {got.german} | {got.seen} of {got.foreign} "
                f"| {got.named} | {got.milliseconds:.2f} |"
            )
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Print the figures, and write them where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    parser.add_argument("--misses", action="store_true", help="list what govgraph decides wrongly, open snippets only")
    given = parser.parse_args()
    ways = systems()
    if given.misses:
        for one in snippets("open"):
            name = ways["govgraph"](one.text)
            if name != one.language:
                print(f"{one.language} taken for {name} ({one.kind}): {one.text}")
        return
    found = table(ways)
    print(found)
    if given.write:
        head = "# Telling languages apart\n\nWritten by `make bench-language`; [what it means](README.md).\n\n"
        RESULTS.write_text(head + found.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
