"""Prove that the annotations of the golden pages can be found in the pages they annotate.

Run `python benchmarks/pages/check.py`: prints the pages of each layout, or one line for each mistake (exit code 1).
Only the standard library is used, so that a page is not seen through the parser that is measured.
"""

import json
import re
import sys
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).parent
FOLDERS = ("open", "set-aside", "later")
LAYOUTS = ("kommune21", "egovernment", "behoerden-spiegel", "cio", "bund", "land", "list", "generic")
PER_LAYOUT = {"open": 6, "set-aside": 6, "later": 0}
GENRES = {"interview", "report", "news", "teaser"}
KEYS = {"title", "kicker", "date", "authors", "genre", "first", "last", "must", "must_not"}
MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
    *("August", "September", "Oktober", "November", "Dezember"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
INLINE = frozenset(
    (
        *("a", "abbr", "amp-img", "b", "big", "cite", "code", "em", "font", "i", "img", "mark", "meta"),
        *("small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr"),
    )
)
HIDDEN = frozenset({"head", "script", "style", "template"})


class _Text(HTMLParser):
    """The visible text of a page: inline tags join, all others part words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        self._space(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN
        self._space(tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)

    def _space(self, tag: str) -> None:
        if tag not in INLINE:
            self.parts.append(" ")


def normalise(text: str) -> str:
    """The text without soft hyphens, with one plain space for each run of white space."""
    return re.sub(r"\s+", " ", re.sub("[\u00ad\u200b]", "", text)).strip()


def decode(raw: bytes) -> str:
    """The page in the charset that it declares, else in UTF-8; raises on bytes that do not fit."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", raw[:2000])
    return raw.decode(declared[1].decode("ascii") if declared else "utf-8")


def visible(page: str) -> str:
    parser = _Text()
    parser.feed(page)
    parser.close()
    return normalise("".join(parser.parts))


def written_dates(date: str) -> re.Pattern[str]:
    """What a page may write for `2024-11-18`, `2024-11` or `2024`.

    As „18.11.24“, „Nov 18, 2024“ or „Mon Nov 18 09:41:12 CEST 2024“.
    """
    year, month, day = (*date.split("-"), "", "")[:3]
    if not month:
        return re.compile(re.escape(date))
    name = MONTHS[int(month) - 1]
    if not day:
        return re.compile(f"{date}|{name} {year}")
    german = f"{day}\\.{month}\\.(?:{year}|{year[2:]}(?!\\d))|{int(day)}\\. (?:{name}|{name[:3]}\\.) {year}"
    unix = f"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) {ENGLISH[int(month) - 1]} {{1,2}}{int(day)} [\\d:]{{8}} (?:[A-Z]+ )?{year}"
    english = f"{ENGLISH_MONTHS[int(month) - 1]}|{ENGLISH[int(month) - 1]}"
    turned = f"(?:{name}|{name[:3]}|{english}|Mrz)[.]? {int(day)}, {year}"
    return re.compile(f"{date}|{german}|{unix}|{turned}")


def article_mistakes(article: dict[str, object], text: str, page: str, main: bool) -> list[str]:
    if set(article) != KEYS:
        return [f"keys are {sorted(article)}"]
    out = []
    title, first, last = (str(article[key]) for key in ("title", "first", "last"))
    must, must_not, authors = (list(map(str, article[key])) for key in ("must", "must_not", "authors"))  # type: ignore[call-overload]
    kicker, date = article["kicker"], article["date"]
    named = [title, first, last, *must, *must_not, *authors, *([str(kicker)] if kicker else [])]
    in_metadata = re.sub(r"\s+", " ", page)
    for snippet in named:
        if snippet != normalise(snippet) or not snippet:
            out.append(f"not normalised: {snippet!r}")
        elif snippet not in text and not (snippet in authors and snippet in in_metadata):
            out.append(f"not in the page: {snippet!r}")
    if article["genre"] not in GENRES:
        out.append(f"genre {article['genre']!r}")
    if date is not None and not any(map(written_dates(str(date)).search, (page, text))):
        out.append(f"date {date} is written nowhere")
    begin, end = text.find(first), text.rfind(last)
    if not 0 <= begin < end + len(last):
        out.append(f"{last!r} does not follow {first!r}")
    clash = [bad for bad in must_not for good in (title, first, last, *must) if bad in good or good in bad]
    out += [f"both wanted and unwanted: {bad!r}" for bad in clash]
    wanted = (3, 5) if main else (1, 5)
    if not wanted[0] <= len(must) <= wanted[1] or not 3 <= len(must_not) <= 6:
        out.append(f"{len(must)} must, {len(must_not)} must_not")
    if len({*must}) < len(must) or len({*must_not}) < len(must_not):
        out.append("a snippet twice")
    return out


def page_mistakes(gold: dict[str, object], page: str) -> list[str]:
    text = visible(page)
    out = [] if gold.get("layout") in LAYOUTS else [f"layout {gold.get('layout')!r}"]
    if set(gold) != {"layout", "url", "language", "articles"} or gold["language"] != "de":
        return [*out, f"keys are {sorted(gold)}"]
    url = gold["url"]
    if url is not None and str(url) not in unescape(page):
        out.append(f"url {url} is not in the page")
    articles = gold["articles"]
    if not isinstance(articles, list) or not articles:
        return [*out, "no article"]
    several = any(article.get("genre") != "teaser" for article in articles[1:])  # short pieces side by side
    for number, article in enumerate(articles):
        main = number == 0 and gold["layout"] != "list" and not several
        out += [f"article {number + 1}: {mistake}" for mistake in article_mistakes(article, text, page, main)]
    return out


def main() -> int:
    mistakes: list[str] = []
    counts: Counter[tuple[str, str]] = Counter()
    articles: Counter[str] = Counter()
    seen: dict[str, str] = {}
    for folder in FOLDERS:
        paths = sorted((HERE / folder).iterdir())
        golds = {path.name.removesuffix(".gold.json") for path in paths if path.name.endswith(".gold.json")}
        pages = {path.stem for path in paths if path.suffix == ".html"}
        mistakes += [f"{folder}/{name}: page or annotation is missing" for name in sorted(golds ^ pages)]
        for name in sorted(golds & pages):
            gold = json.loads((HERE / folder / f"{name}.gold.json").read_text(encoding="utf-8"))
            page = decode((HERE / folder / f"{name}.html").read_bytes())
            mistakes += [f"{folder}/{name}: {mistake}" for mistake in page_mistakes(gold, page)]
            counts[gold["layout"], folder] += 1
            articles[folder] += len(gold["articles"])
            for article in gold["articles"]:
                if seen.setdefault(article["title"], folder) != folder:
                    mistakes.append(f"{folder}/{name}: {article['title']!r} is in {seen[article['title']]} too")
    for layout in LAYOUTS:
        figures = [counts[layout, folder] for folder in FOLDERS]
        print(f"{layout:18}", *(f"{figure:4}" for figure in figures))
        least = [PER_LAYOUT[folder] for folder in FOLDERS]
        if any(figure < low for figure, low in zip(figures, least, strict=True)) or figures[0] < figures[1]:
            mistakes.append(f"{layout}: {figures} pages")
    print(f"{'pages':18}", *(f"{sum(n for (_, f), n in counts.items() if f == folder):4}" for folder in FOLDERS))
    print(f"{'articles':18}", *(f"{articles[folder]:4}" for folder in FOLDERS))
    print(*mistakes, sep="\n", end="\n" if mistakes else "")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
