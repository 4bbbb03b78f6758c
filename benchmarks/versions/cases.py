"""Articles with a truth: which are versions of one text. Made from the texts by edits that stand here.

Every article belongs to one group, that of its text. `None` as a group: it holds several texts, and is asked about only
where a pair says so.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from govgraph.extract import Reader
from govgraph.model import ArticleRecord
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

TEXTS = Path(__file__).with_name("texts")
SETS = ("open", "set-aside")

_LOCAL = (
    "Auch in {place} wird die Entwicklung aufmerksam verfolgt. Die Stadtverwaltung prüft nach Angaben von Sprecherin "
    "{person}, welche Folgen sich für die {number} Beschäftigten ergeben.",
    "Im Kreistag von {place} steht das Thema am {number}. des Monats auf der Tagesordnung. Landrat {person} hat dazu "
    "einen Bericht angekündigt.",
)
_PLACES = (("Ibbenbüren", "Heike Nolte", "17"), ("Zwickau", "Detlef Auerswald", "26"), ("Landshut", "Rosi Hager", "23"))
_LEADS = (
    "Was lange angekündigt war, wird nun Wirklichkeit: Die Verwaltung macht bei der Digitalisierung einen Schritt.",
    "Die Nachricht kam für viele überraschend, in Fachkreisen wurde sie erwartet.",
)
_HEADLINES = (
    "Digitale Verwaltung kommt voran",
    "Ein weiterer Schritt beim Umbau der Ämter",
    "Bewegung in der Amtsstube",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One article.

    Attributes:
        name: Of the article; tells text and edit.
        group: Of its text, or None.
        edit: Kind of the edit, `original` for the text itself.
        article: As it was read.
    """

    name: str
    group: str | None
    edit: str
    article: ArticleRecord


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair with its truth.

    Attributes:
        kind: Of the pair.
        first: Name of a case.
        second: Name of another.
        same: Whether they are versions of one text.
    """

    kind: str
    first: str
    second: str
    same: bool


class _Maker:
    """Makes articles of texts: each is read from a page of its own, as a build would."""

    def __init__(self) -> None:
        self._reader = Reader(load_vocabulary(()))
        self.cases: dict[str, Case] = {}
        self.pairs: list[Asked] = []

    def add(  # noqa: PLR0913 - what an article is made of
        self,
        name: str,
        group: str | None,
        edit: str,
        title: str,
        paragraphs: list[str],
        day: str | None,
        *,
        url: str | None = None,
        place: str = "",
    ) -> str:
        lead, *rest = paragraphs
        dated = f"[{date.fromisoformat(day):%d.%m.%Y}] " if day else ""
        text = "\n\n".join([title, f"{dated}{place}{lead}", *rest]) + "\n"
        page = read_text(text, name=re.sub(r"\W+", "-", name), source=f"pages/{name}.txt")
        record = self._reader.read(page)
        assert len(record.articles) == 1, (name, [one.article.title for one in record.articles])
        one = record.articles[0]
        assert one.article.date == day, (name, one.article.date)
        given = url or f"https://zeitung.example/{name.replace(' ', '-')}"
        one = replace(one, article=replace(one.article, url=given))
        assert name not in self.cases, name
        self.cases[name] = Case(name, group, edit, one)
        return name

    def ask(self, kind: str, first: str, second: str, same: bool) -> None:
        self.pairs.append(Asked(kind, first, second, same))


def cases(which: str) -> tuple[list[Case], list[Asked]]:
    """All articles of a half and the pairs that are asked about one by one."""
    given = tomllib.loads((TEXTS / f"{which}.toml").read_text(encoding="utf-8"))
    maker = _Maker()
    texts = given["text"]
    for number, text in enumerate(texts):
        _versions(maker, text, number, given["house"].strip())
        _strangers(maker, text, texts[(number + 1) % len(texts)], texts[(number + 3) % len(texts)], number)
    _short_releases(maker, texts, given["house"].strip())
    for text in given["follow"]:
        name = maker.add(
            f"{text['title']}", text["title"], "follow-up", text["title"], text["paragraphs"], text["date"]
        )
        maker.ask("follow-up that quotes it", f"{text['of']} original", name, False)
    for form in given["form"]:
        names = list(_filled(maker, form))
        for place, first in enumerate(names):
            for second in names[place + 1 :]:
                maker.ask("one form", first, second, False)
    return list(maker.cases.values()), maker.pairs


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _edited(paragraphs: list[str], edits: list[list[str]]) -> list[str]:
    for old, new in edits:
        assert any(old in one for one in paragraphs), old
        paragraphs = [one.replace(old, new) for one in paragraphs]
    return paragraphs


def _versions(maker: _Maker, text: dict[str, Any], number: int, house: str) -> None:
    title, day, paragraphs = text["title"], text["date"], text["paragraphs"]
    url = f"https://presse.example/{number}"
    where, person, many = _PLACES[number % len(_PLACES)]
    local = [one.format(place=where, person=person, number=many) for one in _LOCAL]
    other = _HEADLINES[number % len(_HEADLINES)]
    lead = paragraphs[0]

    def add(edit: str, *given: Any, **named: Any) -> None:
        name = maker.add(f"{title} {edit}", title, edit, *given, **named)
        if edit != "original":
            maker.ask(edit, f"{title} original", name, True)

    add("original", title, paragraphs, day, url=url)
    add("copy elsewhere", title, paragraphs, day)
    add("copy under another headline", other, paragraphs, _later(day, 1), place=f"{text['place']} (dpa) – ")
    add("copy without a date", title, paragraphs, None)
    add("with local paragraphs", other, [*paragraphs, *local], _later(day, 1))
    add("with a lead of its own", f"{text['place']}: {other}", [_LEADS[number % 2], *paragraphs], _later(day, 2))
    add("with the words of the house", title, [*paragraphs, house], day, place=f"{text['place']}. ")
    add("cut to three paragraphs", other, paragraphs[:3], _later(day, 1))
    add("edited", title, _edited(paragraphs, text["edits"]), _later(day, 1))
    short = [re.sub(r"[^.!?]+[.!?]$", "", one).strip() or one for one in _edited(paragraphs, text["edits"])]
    add("edited and shortened", other, short, _later(day, 1))
    add("corrected at its address", title, _edited(paragraphs, [text["correction"]]), _later(day, 2), url=url)
    add("corrected elsewhere", title, _edited(paragraphs, [text["correction"]]), day)
    add("teaser of its lead", title, [f"{' '.join(lead.split()[:22])} …"], day)
    add("teaser under another headline", other, [lead], _later(day, 1))
    add("teaser in words of its own", title, [text["teaser"]], day, url=url)


def _strangers(maker: _Maker, text: dict[str, Any], next_: dict[str, Any], third: dict[str, Any], number: int) -> None:
    title, day = text["title"], text["date"]
    original = f"{title} original"
    maker.ask(
        "words of one house",
        f"{title} with the words of the house",
        f"{next_['title']} with the words of the house",
        False,
    )
    paragraphs = [*third["paragraphs"][1:], next_["paragraphs"][-1]]
    name = maker.add(f"{title} headline of another", f"other {number}", "headline", title, paragraphs, _later(day, 3))
    maker.ask("one headline, another text", original, name, False)
    # a page that is filled anew under one address
    name = maker.add(
        f"{title} address of another",
        None,
        "address",
        next_["title"] + " heute",
        paragraphs[::-1],
        _later(day, 7),
        url=f"https://presse.example/{number}",
    )
    maker.ask("one address, another text", original, name, False)
    again, once_more = ([_other_numbers(one, step) for one in text["paragraphs"]] for step in (1, 2))
    if again != text["paragraphs"]:
        name = maker.add(f"{title} next year", f"next year {number}", "next year", title, again, _later(day, 364))
        maker.ask("the same a year later", original, name, False)
        name = maker.add(f"{title} next month", f"next month {number}", "next month", title, once_more, _later(day, 28))
        maker.ask("the same a month later", original, name, False)
    month = [one["paragraphs"] for one in (third, text, next_)]
    name = maker.add(
        f"{title} news of the month",
        None,
        "news of the month",
        f"Rückblick {number}",
        [one for some in month for one in some],
        _later(day, 20),
    )
    maker.ask("part of the news of a month", original, name, False)
    name = maker.add(
        f"{title} second of two news",
        None,
        "two news",
        f"Kurz gemeldet {number}",
        [*next_["paragraphs"][:2], *text["paragraphs"]],
        _later(day, 2),
    )
    maker.ask("second of two news on a page", original, name, False)
    name = maker.add(f"{title} hint", f"hint {number}", "hint", title, ["Lesen Sie mehr dazu in unserer Ausgabe."], day)
    maker.ask("hint without a text", original, name, False)


def _short_releases(maker: _Maker, texts: list[dict[str, Any]], house: str) -> None:
    """Little of their own, much of the house."""
    names = [
        maker.add(
            f"{text['title']} short release",
            None,
            "short release",
            text["title"],
            [text["teaser"], house],
            text["date"],
        )
        for text in texts
    ]
    for first, second in zip(names, [*names[1:], names[0]], strict=True):
        maker.ask("words of one house, few of their own", first, second, False)


def _other_numbers(text: str, step: int) -> str:
    return re.sub(r"\d+", lambda found: str(int(found[0]) + step).zfill(len(found[0])), text)


def _filled(maker: _Maker, form: dict[str, Any]) -> Iterator[str]:
    for number, slots in enumerate(form["slots"]):
        title, day = form["title"].format(**slots), form["date"].format(**slots)
        paragraphs = [one.format(**slots) for one in form["text"]]
        name = f"{form['title']} {number}"
        yield maker.add(name, name, "form", title, paragraphs, day)
