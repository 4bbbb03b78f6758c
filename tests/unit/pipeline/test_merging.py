"""Output folders joined: the bytes of one build of all pages, and nothing of any folder is lost."""

from __future__ import annotations

import datetime
import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import govgraph
from govgraph import Graph
from govgraph.errors import InputError, StoreError, VocabularyError
from govgraph.model import Quotes, digest
from govgraph.pipeline import BuildOptions, Merged, build, merge, remove
from govgraph.pipeline.judging import Judge, Judged
from govgraph.rdf import Signature, load_corrections

PAGES = {
    "eins": "Hessen hat einen CIO\n\n[18.11.2021] Patrick Burghardt ist CIO von Hessen. Er lobt das OZG.\n",
    "zwei": "Gäste in Dresden\n\n[03.02.2022] Der Rat tagte in Dresden. Patrik Burghardt ist CIO von Hessen.\n",
    "drei": "Neuer CIO\n\n[11.05.2023] Neuer CIO von Hessen ist Stefan Sauer. Patrick Burghardt war CIO von Hessen.\n",
}
LATER = "Hessen hat einen CIO\n\n[20.11.2021] Patrick Burghardt ist CIO von Hessen. Er rügt das OZG.\n"
QUICK = BuildOptions(store=False, view=False)
EVA = Signature("Eva Muster", datetime.date(2026, 1, 2), "weil es so ist")
JAN = Signature("Jan Beispiel", datetime.date(2026, 3, 4))


@pytest.fixture(autouse=True)
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in PAGES.items():
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def built(out: str, *names: str, options: BuildOptions = QUICK) -> Path:
    build([f"{name}.txt" for name in names], Path(out), options)
    return Path(out)


def joined(*folders: Path, out: str = "c", options: BuildOptions = QUICK) -> Merged:
    return merge(folders, Path(out), options)


def content(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def judged(out: Path, act: Callable[[Judge], Judged], signature: Signature = EVA) -> str:
    with Graph.open(out) as graph:
        return act(Judge(out, graph.store, signature)).iri.rpartition("/")[2]


def issues(out: str | Path) -> list[tuple[str, str]]:
    lines = (Path(out) / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    return [(one["code"], one["message"]) for one in map(json.loads, lines)]


def taken(out: str | Path) -> set[str]:
    found = load_corrections(Path(out) / "corrections.ttl")
    iris = [one.iri for one in found.identifications] + [one.iri for one in found.reviews]
    return {iri.rpartition("/")[2] for iri in iris}


def rejected(judge: Judge) -> Judged:
    return judge.reject(judge.statements("Patrick Burghardt", "holdsOffice", "Hessen")[0])


def same(judge: Judge) -> Judged:
    return judge.identity(True, "person:patrick-burghardt", "person:patrik-burghardt")


def different(judge: Judge) -> Judged:
    return judge.identity(False, "person:patrick-burghardt", "person:patrik-burghardt")


@pytest.mark.parametrize("parts", [(("eins", "zwei"), ("drei",)), (("eins", "drei"), ("zwei", "drei"))])
def test_the_bytes_are_those_of_one_build_whatever_the_order(parts: Iterable[tuple[str, ...]]) -> None:
    one, two = (built(f"part{number}", *names) for number, names in enumerate(parts))
    whole = content(built("whole", *PAGES))
    assert joined(one, two).pages == ((one, 2), (two, len(content(two / "records"))))
    assert joined(two, one, out="d").built.issues == ()
    assert content(Path("c")) == content(Path("d")) == whole


def test_a_page_of_both_is_counted_once() -> None:
    merged = joined(built("a", "eins", "zwei"), built("b", "zwei", "drei"))
    assert (merged.shared, merged.built.counts.pages) == (1, 3)


def test_nothing_needs_the_pages() -> None:
    one, two, whole = built("a", "eins"), built("b", "zwei", "drei"), content(built("whole", *PAGES))
    for name in PAGES:
        Path(f"{name}.txt").unlink()
    joined(one, two)
    assert content(Path("c")) == whole


def test_corrections_of_both_hold() -> None:
    one, two = built("a", "eins", "zwei"), built("b", "drei")
    kept = {
        judged(one, rejected),
        judged(two, lambda judge: judge.reject(judge.statements("Stefan Sauer", "holdsOffice")[0])),
    }
    whole = built("whole", *PAGES)
    for out in (one, two):
        with (whole / "corrections.ttl").open("a", encoding="utf-8") as file:
            file.write((out / "corrections.ttl").read_text(encoding="utf-8"))
    build((), whole, QUICK)
    joined(one, two)
    assert taken("c") == kept
    for name in ("graph.trig", "graph.ttl"):
        # where judgements stand is in none of them
        assert (Path("c") / name).read_bytes() == (whole / name).read_bytes()
    first = content(Path("c"))
    joined(two, one, out="d")
    assert (Path("d") / "corrections.ttl").read_bytes() == first["corrections.ttl"]


def test_one_file_is_kept_as_people_have_written_it() -> None:
    one, two = built("a", "eins"), built("b", "drei")
    judged(one, rejected)
    text = (one / "corrections.ttl").read_text(encoding="utf-8") + "\n# nachsehen!\n"
    (one / "corrections.ttl").write_text(text, encoding="utf-8")
    joined(one, two)
    assert (Path("c") / "corrections.ttl").read_text(encoding="utf-8") == text


def test_a_judgement_of_two_people_stands_once_and_comments_stay() -> None:
    one, two = built("a", "eins"), built("b", "eins", "zwei")
    iri = judged(one, rejected, JAN)
    assert judged(two, rejected, EVA) == iri
    text = (one / "corrections.ttl").read_text(encoding="utf-8")
    block = text.index("<https://w3id.org/govgraph/id/judgement/")
    (one / "corrections.ttl").write_text(f"{text[:block]}# frag Jan\n{text[block:]}", encoding="utf-8")
    joined(one, two)
    after = (Path("c") / "corrections.ttl").read_text(encoding="utf-8")
    assert after.count("a gov:Rejection") == 1
    assert "Eva Muster" in after
    assert "Jan Beispiel" not in after
    assert f"# frag Jan\n<https://w3id.org/govgraph/id/judgement/{iri}>" in after
    assert issues("c") == [
        ("judged-twice", f"c/corrections.ttl: judgement {iri} was made in a and b; the earlier signature was kept")
    ]


def test_judgements_that_contradict_each_other_are_kept_and_not_applied() -> None:
    one, two = built("a", "eins", "zwei"), built("b", "eins", "zwei", "drei")
    merged, apart, wrong = judged(one, same), judged(two, different), judged(two, rejected)
    joined(one, two)
    ((code, message),) = issues("c")
    assert code == "judgements-contradict"
    assert f"{merged} (of a)" in message
    assert f"{apart} (of b)" in message
    assert taken("c") == {wrong}
    text = (Path("c") / "corrections.ttl").read_text(encoding="utf-8")
    assert f"# <https://w3id.org/govgraph/id/judgement/{merged}> a gov:Same ;" in text
    first = content(Path("c"))
    shutil.rmtree("c")
    joined(two, one)
    assert content(Path("c")) == first
    # a later merge does not let one of them in by the back door
    joined(Path("c"), one, out="e")
    assert taken("e") == {wrong}
    # what somebody has decided holds
    head, _, held = text.partition("# # of ")
    mine = next(part for part in held.split("# # of ") if merged in part)
    lines = [line.removeprefix("# ") for line in mine.splitlines(keepends=True)[1:]]
    (Path("c") / "corrections.ttl").write_text(head.partition("# Held back")[0] + "".join(lines), encoding="utf-8")
    build((), Path("c"), QUICK)
    assert taken("c") == {wrong, merged}
    joined(Path("c"), one, out="f")
    assert taken("f") == {wrong, merged}


def test_what_is_rejected_here_and_asserted_there_is_neither() -> None:
    one, two = built("a", "eins"), built("b", "eins")
    wrong = judged(one, rejected)
    text = (one / "corrections.ttl").read_text(encoding="utf-8")
    assertion = text.replace(wrong, "feedbeef").replace("gov:Rejection", "gov:Assertion")
    lines = [line for line in assertion.splitlines(keepends=True) if "gov:judges" not in line]
    (two / "corrections.ttl").write_text("".join(lines), encoding="utf-8")
    joined(one, two)
    assert [code for code, _ in issues("c")] == ["judgements-contradict"]
    assert taken("c") == set()


def test_a_page_in_two_versions_is_there_in_both() -> None:
    one = built("a", "eins", "zwei")
    Path("eins.txt").write_text(LATER, encoding="utf-8")
    two = built("b", "eins", "drei")
    joined(one, two)
    joined(two, one, out="d")
    assert content(Path("c")) == content(Path("d"))
    ((code, message),) = issues("c")
    assert code == "two-versions"
    pages = json.loads((Path("c") / "manifest.json").read_text(encoding="utf-8"))["inputs"]
    (plain, other) = (one for one in pages if one["source"].startswith("eins"))
    assert plain["source"] == "eins.txt"
    assert other["source"] == f"eins.txt#{digest(other['sha256'])}"
    assert plain["sha256"] == hashlib.sha256(LATER.encode()).hexdigest()
    assert other["sha256"] == hashlib.sha256(PAGES["eins"].encode()).hexdigest()
    assert message.startswith(f"{other['source']}: other words than those of eins.txt, in a, b; both are in the graph")
    with Graph.open("c") as graph:
        first = graph.explain("Patrick Burghardt", "holdsOffice", "Hessen")[0]
        # they are versions of one text
        assert (first.articles, first.sources) == (2, 1)
    build((), Path("c"), QUICK)
    assert issues("c") == [(code, message)]
    # merging again changes nothing
    before = content(Path("c"))
    joined(Path("c"), one, two)
    assert {name for name, one in content(Path("c")).items() if before[name] != one} <= {
        "issues.jsonl",
        "manifest.json",
    } | {name for name in before if name.startswith("readings")}
    # whoever has removed it is not told of it any more
    remove([other["source"]], Path("c"), QUICK)
    assert issues("c") == []


def test_of_what_feeds_say_of_a_page_the_newest_is_kept() -> None:
    one = built("a", "eins", "zwei")
    Path("eins.txt").write_text(LATER, encoding="utf-8")
    two = built("b", "eins", "drei")
    for out in (one, two):
        for path in (out / "readings").glob("*.json"):
            path.write_text(
                path.read_text(encoding="utf-8").replace('"standin":false', '"standin":true'), encoding="utf-8"
            )
    merged = joined(one, two)
    assert (merged.built.counts.pages, merged.built.issues) == (3, ())
    with Graph.open("c") as graph:
        rows = graph.query("SELECT ?d { ?a schema:datePublished ?d }")
        dates = {str(row[0]) for row in rows}  # type: ignore[union-attr]
    assert "2021-11-20" in dates
    assert "2021-11-18" not in dates


def test_what_was_removed_stays_out_and_is_named() -> None:
    one, two = built("a", "eins", "zwei"), built("b", "zwei", "drei")
    remove(["Gäste in Dresden"], one, QUICK)
    merged = joined(one, two)
    assert merged.built.counts.articles == 2
    ((code, message),) = issues("c")
    assert code == "removed-elsewhere"
    assert "was removed in a and is in b" in message


def test_the_folder_to_fill_may_be_one_of_them_and_may_be_filled_again() -> None:
    one, two, whole = built("a", "eins"), built("b", "zwei", "drei"), content(built("whole", *PAGES))
    joined(one, two)
    joined(one, two)
    assert content(Path("c")) == whole
    judged(one, rejected)
    joined(one, two, out="a")
    assert len(taken("a")) == 1
    assert len(content(one / "records")) == 3


def test_what_only_the_folder_to_fill_holds_is_not_lost() -> None:
    one, two = built("a", "eins"), built("b", "zwei")
    there = built("c", "drei")
    with pytest.raises(
        StoreError, match=r"^c holds drei\.txt, which none of a b does; .* govgraph merge a b c --out c$"
    ):
        joined(one, two)
    shutil.rmtree(there)
    joined(one, two)
    judged(Path("c"), rejected)
    with pytest.raises(StoreError, match=r"^c holds judgement \w+, which none of a b does; "):
        joined(one, two)
    shutil.rmtree(there)
    there.mkdir()
    (there / "notes.md").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match=r"^c holds notes\.md and is no output folder of a build; "):
        joined(one, two)
    assert [path.name for path in there.iterdir()] == ["notes.md"]


def test_a_merge_that_fails_leaves_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = built("a", "eins"), built("b", "drei")
    judged(one, rejected)
    before = content(two)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("govgraph.pipeline.building.write_readings", full)
    with pytest.raises(govgraph.errors.StageError):
        joined(one, two, out="b")
    with pytest.raises(govgraph.errors.StageError):
        joined(one, two)
    assert content(two) == before
    assert not Path("c").exists()


def test_settings_lose_nothing_and_tell_nothing() -> None:
    one = built("a", "eins", options=BuildOptions(store=False, view=False, min_confidence=0.9))
    two = built("b", "drei", options=BuildOptions(store=False, view=False, min_confidence=0.5, quotes=Quotes.NONE))
    judged(two, lambda judge: judge.reject(judge.statements("Stefan Sauer", "holdsOffice")[0]))
    merged = joined(one, two)
    assert merged.differing == (("--min-confidence", "0.5"), ("--quotes", "none"))
    assert not (Path("c") / "readings").exists()
    assert len(load_corrections(Path("c.private/corrections.ttl")).reviews) == 1
    assert joined(one, two, options=BuildOptions(store=False, view=False, quotes=Quotes.FULL)).differing[0][1] == "0.5"


def test_lexicons_are_put_together() -> None:
    head = (
        "@base <https://w3id.org/govgraph/> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix gov: <https://w3id.org/govgraph/ontology#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    )
    body = (
        '<id/organisation/{slug}> a gov:Agency ; skos:prefLabel "{name}"@de ; dcterms:source gov:BelievedUnchecked .\n'
    )
    for name in ("Klöppelamt", "Fädelamt"):
        Path(f"{name}.ttl").write_text(head + body.format(slug=name.lower()[:4], name=name), encoding="utf-8")
    parts = [
        built(out, page, options=BuildOptions(store=False, view=False, lexicon=lexicon))
        for out, page, lexicon in (("a", "eins", "Klöppelamt.ttl"), ("b", "drei", "Fädelamt.ttl"))
    ]
    merged = joined(*parts)
    assert merged.differing == (("--lexicon", "Fädelamt.ttl, Klöppelamt.ttl"),)
    assert merged.built.changes.reread == 2
    Path("Klöppelamt.ttl").unlink()
    with pytest.raises(VocabularyError, match=r"^lexicon Klöppelamt\.ttl: gone, and a graph was read with it; "):
        joined(*parts, out="d")


def test_what_cannot_be_merged_is_refused() -> None:
    one = built("a", "eins")
    with pytest.raises(InputError, match=r"^one output folder is nothing to merge"):
        joined(one, Path("./a"))
    with pytest.raises(StoreError, match=r"^nothing: no output folder of a build"):
        joined(one, Path("nothing"))
    other = built("b", "zwei", options=BuildOptions(store=False, view=False, base="https://example.org/id"))
    with pytest.raises(InputError, match=r"^the graphs stand under two bases, https://example\.org/id and "):
        joined(one, other)
    assert not Path("c").exists()


def test_python_opens_the_graph_of_both() -> None:
    with govgraph.merge([built("a", "eins"), "b"] if built("b", "drei") else [], "c", QUICK) as graph:
        assert {one.person.label for one in graph.who("CIO", "Hessen")} == {"Stefan Sauer"}
