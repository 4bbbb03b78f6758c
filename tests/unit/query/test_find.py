"""Full-text search: forms, compounds, typing errors, order, filters, and graphs without quotes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import govgraph
from govgraph.errors import NotFoundError, QueryError
from govgraph.model import Quotes
from govgraph.pipeline import BuildOptions
from govgraph.query import HitKind, find
from govgraph.query.search_index import Fit, SearchIndex
from govgraph.store import MemoryStore

TEXTS = (
    "Das Land hat das Onlinezugangsgesetz umgesetzt.",
    "Die Umsetzung des Onlinezugangsgesetzes dauert an.",
    "Kassel bietet die elektronische Wohnsitzanmeldung an.",
    "Der IT-Planungsrat tagt in Berlin.",
    "Im Planungsrat sitzen alle Länder.",
    "Markus Richter leitet die Behörde.",
    "Die Richtlinie gilt seit 2024.",
)


def found(words: str, texts: tuple[str, ...] = TEXTS) -> list[str]:
    return [texts[one.number] for one in SearchIndex((text, ()) for text in texts).search(words)]


def marked(words: str) -> set[str]:
    index = SearchIndex((text, ()) for text in TEXTS)
    return {TEXTS[one.number][begin:end] for one in index.search(words) for begin, end in one.marks}


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("Onlinezugangsgesetz", {"Onlinezugangsgesetz", "Onlinezugangsgesetzes"}),
        ("Onlinezugangsgesetzes", {"Onlinezugangsgesetz", "Onlinezugangsgesetzes"}),
        ("ONLINEZUGANGSGESETZ", {"Onlinezugangsgesetz", "Onlinezugangsgesetzes"}),
        ("umsetzen", {"umgesetzt"}),
        ("Anmeldung", {"Wohnsitzanmeldung"}),
        ("Wohnsitz", {"Wohnsitzanmeldung"}),
        ("elektronischer", {"elektronische"}),
        ("IT-Planungsrat", {"IT-Planungsrat"}),
        ("IT-Planungsrats", {"IT-Planungsrat"}),
        ("Planungsrat", {"Planungsrat"}),
        ("Laender", {"Länder"}),
        ("Behoerden", {"Behörde"}),
        ("Richtr", {"Richter"}),
        ("Wonsitzanmeldug", {"Wohnsitzanmeldung"}),
        ("2024", {"2024"}),
        ("2025", set()),
        ("xyzabc", set()),
        ("„—“", set()),
        ("", set()),
    ],
)
def test_what_is_found_by_which_words(words: str, fits: set[str]) -> None:
    assert marked(words) == fits


def test_all_words_go_before_some() -> None:
    assert found("Umsetzung Onlinezugangsgesetz") == [TEXTS[1]]
    assert set(found("Onlinezugangsgesetz Berlin")) == {TEXTS[0], TEXTS[1], TEXTS[3]}


def test_words_go_before_parts_and_typing_errors_are_the_last_resort() -> None:
    texts = ("Die Wohnsitzanmeldung kommt.", "Die Anmeldung kommt.", "Der Richter kommt.", "Die Richtr kommt.")
    assert found("Anmeldung", texts) == ["Die Anmeldung kommt.", "Die Wohnsitzanmeldung kommt."]
    assert found("Richtr", texts) == ["Die Richtr kommt."]
    assert Fit.WORD < Fit.PART < Fit.CLOSE


def test_a_name_goes_before_texts_that_hold_it() -> None:
    texts = ("Das Portal Verbund und noch ein Portal Verbund", "Portal Verbund", "Portal Verbund Portal Verbund Portal")
    assert found("Portal Verbund", texts)[0] == "Portal Verbund"


def test_other_names_lead_to_a_text_and_are_told() -> None:
    index = SearchIndex([("Onlinezugangsgesetz", ("OZG",)), ("E-Government-Gesetz", ("EGovG",))])
    assert [(one.number, one.marks, one.via) for one in index.search("OZG")] == [(0, (), "OZG")]


def test_what_comes_close_is_told_where_nothing_is_found() -> None:
    index = SearchIndex((text, ()) for text in TEXTS)
    assert index.search("Planungsstab") == []
    assert index.close("Planungsstab")[0] == "Planungsrat"
    assert index.close("qqqq") == ()


def test_marks_are_words_of_the_text_in_their_order() -> None:
    chance = random.Random(7)
    words = [word for text in TEXTS for word in text.split()]
    texts = [" ".join(chance.choices(words, k=12)) for _ in range(200)]
    index = SearchIndex((text, ()) for text in texts)
    for word in words:
        for match in index.search(word):
            assert list(match.marks) == sorted(set(match.marks))
            assert match.marks
            for begin, end in match.marks:
                assert texts[match.number][begin:end].strip() == texts[match.number][begin:end] != ""


PAGES = {
    "kassel": "Neues aus Kassel\n\n[12.03.2024] Die Stadt Kassel nutzt die BundID. Anna Berg ist CIO der Stadt Kassel.",
    "hessen": "Hessen baut um\n\n[05.06.2020] Das Land Hessen setzt das Onlinezugangsgesetz um.",
}


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    graph = govgraph.build(str(tmp_path / "*.txt"), str(tmp_path / "out"))
    return MemoryStore(graph.store.match())


def test_a_quote_comes_with_its_place_and_what_was_read_from_it(store: MemoryStore) -> None:
    hit = find(store, "Bundid", kinds=[HitKind.QUOTE]).hits[0]
    assert hit.text == "Die Stadt Kassel nutzt die BundID."
    assert [hit.text[begin:end] for begin, end in hit.marks] == ["BundID"]
    assert [(one.subject.label, one.object.label) for one in hit.statements] == [("Kassel", "BundID")]
    assert hit.proof is not None
    assert (hit.proof.quote, hit.proof.title, hit.date) == (hit.text, "Neues aus Kassel", "2024-03-12")


def test_things_articles_and_quotes_are_told_apart(store: MemoryStore) -> None:
    assert {one.kind for one in find(store, "Kassel").hits} == set(HitKind)
    for kind in HitKind:
        assert {one.kind for one in find(store, "Kassel", kinds=[kind]).hits} == {kind}


def test_filters(store: MemoryStore) -> None:
    assert {one.date for one in find(store, "Kassel Hessen", since="2021").hits} == {"2024-03-12"}
    assert {one.date for one in find(store, "Kassel Hessen", until="2020-06").hits} == {"2020-06-05"}
    implementing = find(store, "Kassel Hessen", predicate="implements").hits
    assert {said.predicate for one in implementing for said in one.statements} == {"implements"}
    assert find(store, "Kassel", predicate="funds") == find(store, "Hessen", predicate="funds")
    with pytest.raises(QueryError, match="since is 'bald'"):
        find(store, "Kassel", since="bald")
    with pytest.raises(NotFoundError, match="no predicate 'eats'"):
        find(store, "Kassel", predicate="eats")


def test_a_limit_leaves_the_number_of_all(store: MemoryStore) -> None:
    whole = find(store, "Kassel")
    assert find(store, "Kassel", limit=1).hits == whole.hits[:1]
    assert find(store, "Kassel", limit=1).total == whole.total == len(whole.hits) > 1


def test_order_does_not_hang_on_the_order_of_the_quads(store: MemoryStore) -> None:
    quads = list(store.match())
    random.Random(3).shuffle(quads)
    assert find(MemoryStore(quads), "Kassel Hessen") == find(store, "Kassel Hessen")


def test_a_graph_without_quotes_is_searched_by_names_and_titles(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGES["kassel"] + "\n", encoding="utf-8")
    graph = govgraph.build(str(tmp_path / "page.txt"), str(tmp_path / "out"), BuildOptions(quotes=Quotes.NONE))
    assert {one.kind for one in graph.find("Kassel").hits} == {HitKind.THING, HitKind.ARTICLE}
