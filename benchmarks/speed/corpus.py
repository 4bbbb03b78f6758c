"""A corpus of any size, made from a few annotated pages; the same seed gives the same bytes.

Copies of one page would flatter whatever remembers words that it has met. So each copy gets other people, other
towns, other numbers, and compounds that stand nowhere else: the number of different word forms goes on growing with
the length of the corpus, as it does in real text.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (ROOT / "examples", ROOT / "benchmarks" / "quality" / "pages" / "open")
GOLD_SUFFIX = ".gold.json"

_ONSETS = re.findall(r"\w+", "B Br D F Fl G Gr H J K Kl L M N P R S Sch St T W")
_RHYMES = re.findall(r"\w+", "ack ahl ahm and ank ar auer eck eit ell ent ern ich iel ind ink olt orn ost uhr und ung")
_ENDS = ["", "", *re.findall(r"\w+", "acher beck berg burger feld hoff horst inger mann meier ner sen stein wald")]
_NOUN = re.compile(
    r"(?<=[a-zäöüß,] )(?!Bund|Land)[A-ZÄÖÜ][a-zäöüß]{5,}"
    r"(?:ung|heit|keit|tion|schaft|ment|tät|tung|amt|haus|dienst)\b"
)
_NUMBER = re.compile(r"(?<![\d.\[-])[1-9]\d(?:\.\d{3})?(?![\d.\]-])")
_ONE_IN = 3
"""One in so many of the nouns that `_NOUN` finds becomes a compound."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A page to vary.

    Attributes:
        name: Name of the page.
        text: Its text.
        people: Full names in it.
        towns: Names of towns in it.
    """

    name: str
    text: str
    people: tuple[str, ...]
    towns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """What is put in: first names and towns, sorted."""

    first: tuple[str, ...]
    towns: tuple[str, ...]


def load_seeds(folders: Sequence[Path] = SOURCES) -> tuple[Seed, ...]:
    """Annotated pages of the folders that exist, sorted by folder and name.

    Raises:
        FileNotFoundError: No folder holds an annotated page.
    """
    seeds = []
    for folder in folders:
        for gold in sorted(folder.glob(f"*{GOLD_SUFFIX}")):
            page = gold.with_name(gold.name.removesuffix(GOLD_SUFFIX) + ".txt")
            entities = [e for a in json.loads(gold.read_text(encoding="utf-8"))["articles"] for e in a["entities"]]
            people = {e["name"] for e in entities if e["type"] == "Person" and " " in e["name"]}
            towns = {e["name"] for e in entities if e["type"] == "Municipality" and e["name"].isalpha()}
            text = page.read_text(encoding="utf-8")
            seeds.append(Seed(page.stem, text, tuple(sorted(people)), tuple(sorted(towns))))
    if not seeds:
        raise FileNotFoundError(f"no *{GOLD_SUFFIX} in {', '.join(map(str, folders))}; name one that does")
    return tuple(seeds)


def digest(seeds: Sequence[Seed]) -> str:
    """SHA-256 over names and texts, the first 12 hexadecimal digits."""
    together = hashlib.sha256()
    for seed in seeds:
        together.update(f"{seed.name}\0{seed.text}\0".encode())
    return together.hexdigest()[:12]


class Variations:
    """Endless different copies of the seeds.

    Args:
        seeds: Pages to vary.
        names: What to put in.
        seed: Start of the random numbers.
    """

    def __init__(self, seeds: Sequence[Seed], names: Names, seed: int = 1) -> None:
        self._seeds = seeds
        self._names = names
        self._random = random.Random(seed)
        self._modifiers = sorted({m.group() for s in seeds for m in _NOUN.finditer(s.text)})

    def pages(self, words: int) -> Iterator[tuple[str, str]]:
        """Name and text of pages, until they have at least `words` words between white space."""
        done = number = 0
        while done < words:
            source = self._seeds[number % len(self._seeds)]
            text = self.vary(source)
            done += len(text.split())
            number += 1
            yield f"{source.name}-{number}", text

    def one_page(self, size: int) -> str:
        """A page of many articles: copies under one another, at least `size` bytes of UTF-8."""
        return "\n\n".join(self._until(size, self._seeds))

    def one_article(self, size: int) -> str:
        """A page that is one article: a head, then paragraphs of running text, at least `size` bytes of UTF-8."""
        head = "BerichtEine lange Bilanz\n\n[14.05.2019] Wie die Verwaltung digital wird, in einem einzigen Beitrag."
        return "\n\n".join((head, *self._until(size, tuple(_paragraphs(self._seeds)))))

    def _until(self, size: int, seeds: Sequence[Seed]) -> Iterator[str]:
        done = number = 0
        while done < size:
            text = self.vary(seeds[number % len(seeds)])
            done += len(text.encode()) + 2
            number += 1
            yield text

    def vary(self, source: Seed) -> str:
        """One copy with other people, towns, numbers and compounds; the layout stays."""
        text = source.text
        new = self._renamed(source)
        if new:
            names = "|".join(re.escape(name) for name in sorted(new, key=lambda name: (-len(name), name)))
            text = re.sub(rf"\b({names})(?=s?\b)", lambda match: new[match.group()], text)
        text = _NOUN.sub(self._compound, text)
        return _NUMBER.sub(lambda match: str(self._random.randint(11, 99)) + match.group()[2:], text)

    def _renamed(self, source: Seed) -> dict[str, str]:
        new: dict[str, str] = {}
        for person in source.people:
            first, last = self._random.choice(self._names.first), self._surname()
            new[person] = f"{first} {last}"
            new.setdefault(person.split()[-1], last)
        for town in source.towns:
            new[town] = self._random.choice(self._names.towns)
        return new

    def _surname(self) -> str:
        pick = self._random.choice
        end = pick(_ENDS)
        return pick(_ONSETS) + pick(_RHYMES) + (end or pick(_RHYMES))

    def _compound(self, match: re.Match[str]) -> str:
        if self._random.randrange(_ONE_IN):
            return match.group()
        modifier = self._random.choice(self._modifiers)
        linked = modifier + ("s" if modifier.endswith(("ung", "heit", "keit", "tion", "schaft", "tät")) else "")
        return linked + match.group().lower()


def _paragraphs(seeds: Sequence[Seed]) -> Iterator[Seed]:
    """Running text only: lines of at least 30 words that open with a capital and are no question and no teaser."""
    for seed in seeds:
        for line in seed.text.splitlines():
            if len(line.split()) >= 30 and line[0].isupper() and line.endswith((".", "“")) and not line.endswith("..."):
                yield Seed(seed.name, line, seed.people, seed.towns)
