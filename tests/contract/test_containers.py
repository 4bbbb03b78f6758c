"""What every file that holds documents keeps: order, names, digests, reading again, damage."""

from __future__ import annotations

import pickle
import time
import zipfile
from pathlib import Path

import pytest

from archives import MAKERS, Doc, docs
from govgraph.errors import InputError
from govgraph.sources import InputRef, digest_of, expand, load, read_page, ref_of
from govgraph.sources.containers import CONTAINERS
from govgraph.sources.formats import FORMATS

KINDS = tuple(MAKERS)
KEEPS_WHAT_IS_BEFORE_DAMAGE = ("a.warc", "a.warc.gz", "a.jsonl", "a.csv", "a.jsonl.gz", "a.json", "a.csv.gz")


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def put(path: Path, some: list[Doc]) -> Path:
    MAKERS[path.name](path, some)
    return path


def refs_in(path: Path) -> tuple[InputRef, ...]:
    refs, issues = expand([str(path)])
    assert issues == ()
    return refs


def key_of(ref: InputRef) -> str:
    return (ref.member or "").removeprefix("https://")


def test_every_kind_is_under_contract() -> None:
    suffixes = {f".{name.removesuffix('.gz').rpartition('.')[2]}" for name in KINDS}
    assert {one.name for one in FORMATS if one.container and suffixes & {*one.suffixes, *one.shared}} | {"gzip"} == set(
        CONTAINERS
    )


def test_documents_come_in_the_order_of_the_file(tmp_path: Path, kind: str) -> None:
    some = docs(11)[::-1]
    refs = refs_in(put(tmp_path / kind, some))
    assert [key_of(ref) for ref in refs] == [doc.key.removeprefix("https://") for doc in some]
    assert [read_page(ref).articles[0].title for ref in refs] == [doc.title for doc in some]


def test_names_are_unique_and_say_where_to_find_the_document_again(tmp_path: Path, kind: str) -> None:
    refs = refs_in(put(tmp_path / kind, docs(11)))
    assert len({ref.name for ref in refs}) == len({ref.source for ref in refs}) == 11
    assert refs_in(tmp_path / kind) == refs
    again = [ref_of(ref.source) for ref in refs]
    assert [(one.path, one.member) for one in again] == [(ref.path, ref.member) for ref in refs]
    assert [load(one).raw for one in again] == [load(ref).raw for ref in pickle.loads(pickle.dumps(refs))]


def test_any_order_of_reading_gives_the_same(tmp_path: Path, kind: str) -> None:
    refs = refs_in(put(tmp_path / kind, docs(11)))
    forward = {ref.source: read_page(ref) for ref in refs}
    assert {ref.source: read_page(ref) for ref in [*refs[::-1], *refs[::2]]} == forward
    assert {page.sha256 for page in forward.values()} == {digest_of(ref) for ref in refs}
    assert all(page.source == source for source, page in forward.items())


def test_a_digest_is_that_of_the_document_and_not_of_the_file(tmp_path: Path, kind: str) -> None:
    some = docs(7)
    before = {key_of(ref): digest_of(ref) for ref in refs_in(put(tmp_path / kind, some))}
    changed = [*some[:3], Doc(some[3].key, some[3].title, some[3].text + " Und noch etwas kommt hinzu."), *some[4:]]
    after = {key_of(ref): digest_of(ref) for ref in refs_in(put(tmp_path / kind, changed))}
    assert {key for key in before if before[key] != after[key]} == {some[3].key.removeprefix("https://")}


def test_documents_that_are_added_or_taken_out_leave_the_others_as_they_are(tmp_path: Path, kind: str) -> None:
    some = docs(9)
    before = {ref.source: digest_of(ref) for ref in refs_in(put(tmp_path / kind, some[1:8]))}
    after = {ref.source: digest_of(ref) for ref in refs_in(put(tmp_path / kind, [some[0], *some[2:]]))}
    assert {source: after[source] for source in set(before) & set(after)} == {
        source: digest for source, digest in before.items() if not source.endswith("/1.txt")
    }
    assert len(after) == 8


def test_a_document_that_is_not_there_is_said(tmp_path: Path, kind: str) -> None:
    refs_in(put(tmp_path / kind, docs(2)))
    with pytest.raises(InputError, match=r"not in the archive|no such row|no such entry"):
        load(ref_of(f"{tmp_path / kind}!/nie-gesehen"))
    assert digest_of(ref_of(f"{tmp_path / kind}!/nie-gesehen")) == ""


@pytest.mark.parametrize("part", [0.15, 0.5, 0.9, 0.99])
def test_half_a_file_is_said_and_never_passes_for_a_whole_one(tmp_path: Path, kind: str, part: float) -> None:
    if kind == "a.csv":
        pytest.skip("nothing in a table of plain text tells a short last cell from one that was cut")
    whole = {key_of(ref): load(ref).raw for ref in refs_in(put(tmp_path / kind, docs(41)))}
    raw = (tmp_path / kind).read_bytes()
    (tmp_path / kind).write_bytes(raw[: int(len(raw) * part)])
    refs, issues = expand([str(tmp_path / kind)])
    assert [issue.level for issue in issues if issue.level == "error"], "nothing is said"
    assert all(str(tmp_path / kind) in issue.message for issue in issues)
    assert all(load(ref).raw == whole[key_of(ref)] for ref in refs)
    if kind in KEEPS_WHAT_IS_BEFORE_DAMAGE and part >= 0.5:
        assert refs


def test_a_document_larger_than_a_page_is_refused_alone(tmp_path: Path, kind: str) -> None:
    if kind == "a.rss":
        pytest.skip("a feed is one document of XML, and refused as a whole")
    giant = "Das Land hat ein Portal. " * 900_000
    some = docs(3)
    refs, issues = expand([str(put(tmp_path / kind, [some[0], Doc(some[1].key, some[1].title, giant), some[2]]))])
    failed = [issue.message for issue in issues]
    for ref in refs:
        try:
            read_page(ref)
        except InputError as error:
            failed.append(str(error))
    assert len(failed) == 1
    assert {key_of(ref)[-5:] for ref in refs} >= {"0.txt", "2.txt"}


def test_many_documents_take_time_in_proportion(tmp_path: Path, kind: str) -> None:
    started = time.process_time()
    for ref in refs_in(put(tmp_path / kind, docs(3_000))):
        assert digest_of(ref)
    assert time.process_time() - started < 6


def test_an_archive_is_opened_once_for_all_its_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refs = refs_in(put(tmp_path / "a.zip", docs(50)))
    opened = []
    plain = zipfile.ZipFile._RealGetContents  # type: ignore[attr-defined]

    def counted(self: zipfile.ZipFile) -> None:
        opened.append(1)
        plain(self)

    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", counted)
    assert len({digest_of(ref) for ref in refs}) == 50
    assert opened == []
    put(tmp_path / "a.zip", docs(51))
    assert len({digest_of(ref) for ref in refs_in(tmp_path / "a.zip")}) == 51
    assert opened == [1]
