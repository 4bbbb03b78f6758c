"""Whatever was added, changed and removed in between: the graph is that of what is left."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.errors import InputError, NotFoundError, StoreError
from govgraph.pipeline import BuildOptions, build, remove
from govgraph.pipeline.readings import load_readings

PAGES = ("a", "b", "c")
TEXTS = (
    "Hessen hat einen CIO\n\n[18.11.2021] Patrick Burghardt ist CIO von Hessen. Er lobt das Onlinezugangsgesetz.\n",
    "Bayern stellt vor\n\n[03.02.2022] Thomas Popp ist CIO von Sachsen. Bayern setzt das Onlinezugangsgesetz um.\n",
    "Neuer CIO\n\n[11.05.2023] Neuer CIO von Hessen ist Stefan Sauer. P. Burghardt war CIO von Hessen.\n",
    "Zwei Namen\n\n[12.06.2023] T. Popp bleibt CIO von Sachsen. Der IT-Planungsrat tagte in Dresden.\n",
)
QUICK = BuildOptions(store=False, view=False)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from(PAGES), st.sampled_from(range(len(TEXTS)))),
        st.tuples(st.just("remove"), st.sampled_from(PAGES), st.just(0)),
    ),
    min_size=1,
    max_size=6,
)


def graph_of(out: Path) -> dict[str, bytes]:
    files = [out / "graph.ttl", out / "graph.trig", *sorted((out / "records").glob("*.json"))]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


@given(STEPS)
@settings(max_examples=12, deadline=None)
def test_any_sequence_gives_the_graph_of_what_is_left(steps: list[tuple[str, str, int]]) -> None:
    folder = Path(tempfile.mkdtemp(prefix="incremental-"))
    try:
        pages, out, fresh = folder / "pages", folder / "out", folder / "fresh"
        pages.mkdir()
        there: dict[str, int] = {}
        for what, name, text in steps:
            path = pages / f"{name}.txt"
            if what == "put":
                path.write_text(TEXTS[text], encoding="utf-8")
                build([str(path)], out, BuildOptions(store=False, view=False, restore=True))
                there[name] = text
            elif name in there:
                remove([str(path)], out)
                del there[name]
        left = [str(pages / f"{name}.txt") for name in sorted(there)]
        if left:
            build(left, fresh, QUICK)
            assert graph_of(out) == graph_of(fresh)
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{name}.txt" for name in PAGES]
    for path, text in zip(paths, TEXTS, strict=False):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def test_only_what_is_new_or_changed_is_read(tmp_path: Path, pages: list[str]) -> None:
    out = tmp_path / "out"
    build(pages[:2], out, QUICK)
    Path(pages[1]).write_text(TEXTS[3], encoding="utf-8")
    changes = build(pages, out, QUICK).changes
    assert (changes.added, changes.changed, changes.unchanged, changes.kept) == (1, 1, 1, 0)
    changes = build(pages[:1], out, QUICK).changes
    assert (changes.added, changes.changed, changes.unchanged, changes.kept) == (0, 0, 1, 2)


def test_other_settings_read_everything_again_even_without_the_files(tmp_path: Path, pages: list[str]) -> None:
    out = tmp_path / "out"
    build(pages, out, QUICK)
    for page in pages:
        Path(page).unlink()
    lexicon = tmp_path / "own.ttl"
    lexicon.write_text(
        "@prefix gov: <https://w3id.org/govgraph/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://w3id.org/govgraph/id/organisation/lob> a gov:Organisation ; skos:prefLabel "Dresden-Rat"@de .\n',
        encoding="utf-8",
    )
    result = build([], out, BuildOptions(store=False, view=False, lexicon=(lexicon,)))
    assert result.changes.reread == 3
    assert result.counts.articles == 3


def test_a_title_that_two_articles_have_names_neither(tmp_path: Path) -> None:
    texts = ["Hessen hat einen CIO, es ist Patrick Burghardt.", "Bayern setzt das Onlinezugangsgesetz um."]
    pages = [tmp_path / f"{name}.txt" for name in ("eins", "zwei", "kopie")]
    for page, text in zip(pages, [*texts, texts[0]], strict=True):
        page.write_text(f"Neues aus dem Amt\n\n[18.11.2024] {text}\n", encoding="utf-8")
    out = tmp_path / "out"
    build([str(page) for page in pages], out, QUICK)
    with pytest.raises(NotFoundError, match="2 articles are called 'Neues aus dem Amt': http"):
        remove(["Neues aus dem Amt"], out)
    assert len(remove(["zwei"], out)[0]) == 1
    # what is left is one article on two pages
    gone, result = remove(["Neues aus dem Amt"], out)
    assert (len(gone), result.counts.articles) == (1, 0)


def test_what_cannot_be_read_is_no_change(tmp_path: Path, pages: list[str]) -> None:
    out, empty = tmp_path / "out", tmp_path / "leer.txt"
    empty.touch()

    def changes(*given: str) -> tuple[int, int, int, int]:
        found = build(given, out, QUICK).changes
        return (found.added, found.changed, found.unchanged, found.kept)

    assert changes(*pages[:2], str(empty)) == (2, 0, 0, 0)
    assert changes(*pages[:2], str(empty)) == (0, 0, 2, 0)
    # it is new when it can be read, and as it was when it no longer can
    empty.write_bytes(Path(pages[2]).read_bytes())
    assert changes(*pages[:2], str(empty)) == (1, 0, 2, 0)
    empty.write_bytes(b"")
    assert changes(*pages[:2], str(empty)) == (0, 0, 2, 1)


def test_a_removed_article_stays_out_until_it_is_called_back(tmp_path: Path, pages: list[str]) -> None:
    out = tmp_path / "out"
    build(pages, out, QUICK)
    gone, result = remove(["Hessen hat einen CIO"], out)
    assert len(gone) == 1
    assert result.counts.articles == 2
    assert build(pages, out, QUICK).counts.articles == 2
    assert build(pages[:1], out, BuildOptions(store=False, view=False, restore=True)).counts.articles == 3


def test_a_page_is_removed_and_its_article_stays_where_it_stands_on_another(tmp_path: Path, pages: list[str]) -> None:
    out = tmp_path / "out"
    Path(pages[1]).write_text(TEXTS[0], encoding="utf-8")
    build(pages[:2], out, QUICK)
    assert remove([pages[0]], out)[1].counts.articles == 1
    assert remove(["Hessen hat einen CIO"], out)[1].counts.articles == 0


def test_an_unknown_article_is_refused_and_nothing_changes(tmp_path: Path, pages: list[str]) -> None:
    out = tmp_path / "out"
    build(pages, out, QUICK)
    before = graph_of(out)
    with pytest.raises(NotFoundError, match="no article 'Nie gesehen'"):
        remove(["Hessen hat einen CIO", "Nie gesehen"], out)
    assert graph_of(out) == before


def test_a_page_that_cannot_be_read_any_more_keeps_what_was_read(tmp_path: Path, pages: list[str]) -> None:
    out = tmp_path / "out"
    build(pages, out, QUICK)
    Path(pages[0]).write_bytes(b"\x00\x01\x02" * 100)
    result = build(pages, out, QUICK)
    assert result.counts.articles == 3
    assert [issue.source for issue in result.issues if issue.level == "error"] == [pages[0]]


def test_fresh_forgets_what_was_there(tmp_path: Path, pages: list[str]) -> None:
    out = tmp_path / "out"
    build(pages, out, QUICK)
    result = build(pages[:1], out, BuildOptions(store=False, view=False, fresh=True))
    assert result.counts.pages == 1
    assert len(load_readings(out)) == 1


def test_another_base_is_refused(tmp_path: Path, pages: list[str]) -> None:
    out = tmp_path / "out"
    build(pages, out, QUICK)
    with pytest.raises(InputError, match="give the same --base"):
        build(pages, out, BuildOptions(store=False, view=False, base="https://example.org/x"))


def test_damaged_readings_are_named(tmp_path: Path, pages: list[str]) -> None:
    out = tmp_path / "out"
    build(pages, out, QUICK)
    next((out / "readings").iterdir()).write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match="build again with --fresh"):
        build(pages, out, QUICK)


def test_nothing_to_build_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to build"):
        build([], tmp_path / "out", QUICK)
