"""Mutated pages, archives and documents: nothing crashes or hangs, and whatever cannot be read leaves an issue."""

from __future__ import annotations

import gzip
import random
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from archives import MAKERS, docs, make_docx, make_pdf
from govgraph.model import Issue, Page
from govgraph.pipeline import BuildOptions
from govgraph.pipeline.extraction import page_or_issue, read_one
from govgraph.sources import expand

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = [
    *sorted((ROOT / "tests" / "unit" / "sources" / "pages").glob("*.txt")),
    *sorted((ROOT / "examples").glob("*.txt")),
    *sorted((ROOT / "benchmarks" / "pages" / "open").rglob("*.html")),
    *sorted((ROOT / "benchmarks" / "pages" / "open").rglob("*.txt")),
]
PAGES, PAGES_IN_A_BATCH = 1_000, 100
FILES = 200
LONGEST = 10.0
OPTIONS = BuildOptions()

Mutation = Callable[[bytes, random.Random], bytes]
TAGS = (
    b"<",
    b"</div",
    b"<p ",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"<script>",
    b"</html>",
    b"<td><tr>",
    b"<a href='",
    b"---\n",
)
ENTITIES = (b"&", b"&amp", b"&#x", b"&#1114112;", b"&#0;", b"&nbsp", b"&#xD800;", b"&" * 50)
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1252", "cp037", "utf-8-sig")


def _cut(raw: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(raw) + 1)
    return raw[:begin] if chance.random() < 0.5 else raw[begin:]


def _taken_out(raw: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(raw) + 1)
    return raw[:begin] + raw[begin + chance.randrange(1, 200) :]


def _doubled(raw: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(raw) + 1)
    piece = raw[begin : begin + chance.randrange(1, 2000)]
    return raw[:begin] + piece * chance.choice((2, 3, 30)) + raw[begin:]


def _flipped(raw: bytes, chance: random.Random) -> bytes:
    mutable = bytearray(raw)
    for _ in range(chance.randrange(1, 40) if mutable else 0):
        mutable[chance.randrange(len(mutable))] ^= 1 << chance.randrange(8)
    return bytes(mutable)


def _strewn(pieces: Sequence[bytes]) -> Mutation:
    def mutate(raw: bytes, chance: random.Random) -> bytes:
        for _ in range(chance.randrange(1, 20)):
            place = chance.randrange(len(raw) + 1)
            raw = raw[:place] + chance.choice(pieces) + raw[place:]
        return raw

    return mutate


def _encoded(raw: bytes, chance: random.Random) -> bytes:
    return raw.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


def _half_encoded(raw: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + _encoded(raw[place:], chance)


def _nested(raw: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((50, 500, 5_000))
    before, after = chance.choice(((b"<div>", b"</div>"), (b"> ", b""), (b"<b><i>", b""), (b"[", b"]"), (b"(", b")")))
    return before * depth + raw + after * depth


def _one_line(raw: bytes, chance: random.Random) -> bytes:
    return raw.replace(b"\n", chance.choice((b"", b" ", b"\r", b"\r\r\n", b"\x0b", b"\xe2\x80\xa8")))


def _shuffled(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


MUTATIONS: tuple[Mutation, ...] = (
    *(_cut, _taken_out, _doubled, _flipped, _encoded, _half_encoded, _nested, _one_line, _shuffled),
    *(_strewn(TAGS), _strewn(ENTITIES), _strewn((b"\x00", b"\x00" * 30, b"\x1b", b"\xff", b"\x80"))),
)
OF_FILES: tuple[Mutation, ...] = (
    _cut,
    _taken_out,
    _doubled,
    _flipped,
    _strewn((b"\x00", b"\xff\xff\xff\xff", b"PK\x03\x04")),
)


def mutated(raw: bytes, seed: int, mutations: Sequence[Mutation]) -> bytes:
    chance = random.Random(seed)
    for mutate in chance.sample(mutations, chance.choice((1, 1, 2, 3))):
        raw = mutate(raw, chance)
    return raw


@contextmanager
def time_limit(what: str) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"{what}: not done after {LONGEST} s")

    former = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


def check_issue(issue: Issue) -> None:
    assert issue.level in ("error", "warning", "note"), issue
    assert issue.code, issue
    assert issue.message.strip(), issue
    assert issue.code != "stage-failed", issue.message


def check_page(page: Page) -> None:
    for article in page.articles:
        assert page.text[article.start : article.start + len(article.text)] == article.text
        assert article.title
        assert all(0 <= block.start < block.end <= len(article.text) for block in article.blocks)
    assert page.articles or page.issues
    for issue in page.issues:
        check_issue(issue)


def read_all(path: Path, *, extract: bool = False) -> int:
    """Read whatever a file holds; gives the number of pages that came of it."""
    refs, issues = expand([str(path)])
    for issue in issues:
        check_issue(issue)
    assert refs or issues
    pages = 0
    for ref in refs:
        found = page_or_issue(ref, OPTIONS)
        if isinstance(found, Issue):
            check_issue(found)
            continue
        check_page(found)
        pages += 1
        if extract:
            outcome = read_one(ref, OPTIONS)
            assert outcome.record is not None
            assert all(issue.code != "stage-failed" for issue in outcome.issues), outcome.issues
    return pages


@pytest.mark.parametrize("batch", range(PAGES // PAGES_IN_A_BATCH))
def test_mutated_pages_are_read_or_refused_with_an_issue(tmp_path: Path, batch: int) -> None:
    read = 0
    for seed in range(batch * PAGES_IN_A_BATCH, (batch + 1) * PAGES_IN_A_BATCH):
        golden = GOLDEN[seed % len(GOLDEN)]
        suffix = golden.suffix if seed % 5 else ".md"
        path = tmp_path / f"page-{seed}{suffix}"
        path.write_bytes(mutated(golden.read_bytes(), seed, MUTATIONS))
        with time_limit(f"seed {seed} of {golden.name}"):
            read += read_all(path, extract=seed % 20 == 0)
    assert read > PAGES_IN_A_BATCH // 4


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("files")
    for name, make in MAKERS.items():
        make(folder / name, docs(9))
    words = [doc.text for doc in docs(5)]
    make_docx(folder / "a.docx", [("Title", "Ein Portal"), *(("", one) for one in words)])
    make_pdf(folder / "a.pdf", [[(700 - 14 * at, 11, one) for at, one in enumerate(words)]] * 2, "20240305")
    (folder / "a.txt.gz").write_bytes(gzip.compress(GOLDEN[0].read_bytes(), mtime=0))
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("number", range(11))
def test_mutated_files_are_read_or_refused_with_an_issue(tmp_path: Path, files: dict[str, bytes], number: int) -> None:
    name, raw = list(files.items())[number]
    assert len(files) == 14
    for seed in range(FILES // len(files) + 1):
        (tmp_path / f"{seed}").mkdir()
        path = tmp_path / f"{seed}" / name
        path.write_bytes(mutated(raw, seed, OF_FILES))
        with time_limit(f"seed {seed} of {name}"):
            read_all(path)
