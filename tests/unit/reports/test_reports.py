"""What reports say, in two languages and two formats."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from govgraph.errors import InputError, NotFoundError, QueryError, VocabularyError
from govgraph.model import ArticleRecord, EntityType, Modality, Predicate, Status
from govgraph.query import ChangeKind
from govgraph.rdf import GraphOptions, build_quads
from govgraph.rdf.schema import load_schema
from govgraph.reports import ReportOptions, report, write_report
from govgraph.reports.render import html, markdown, web_address
from govgraph.reports.wording import Wording, theme_of
from govgraph.store import MemoryStore
from handmade import Draft, holding, page, small_ontology

EVIL = "*Neu* <script>alert(1)</script> [x](javascript:alert(1)) | {s} _a_"


def implementing(thing: str, draft: Draft, modality: Modality = Modality.ASSERTED) -> ArticleRecord:
    ends = [
        draft.entity(EntityType.JURISDICTION, "Hessen", kind="State"),
        draft.entity(EntityType.SYSTEM, thing, kind="System"),
    ]
    fact = draft.fact(ends[0].id, Predicate.IMPLEMENTS, ends[1].id, draft.text)
    return draft.record(ends, [], [replace(fact, modality=modality)])


def hostile() -> ArticleRecord:
    return implementing(EVIL, Draft(EVIL, f"Hessen und {EVIL}", "2022-02-01", url="javascript:alert(1)"))


def akte(date: str, modality: Modality) -> ArticleRecord:
    words = f"Hessen und die E-Akte: {modality}."
    return implementing("E-Akte", Draft(f"Akte {date}", words, date, url="https://example.org/(akte)"), modality)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))
    articles = [
        holding("Eva Alt", "2020-01-01"),
        akte("2020-06-01", Modality.PLANNED),
        holding("Max Neu", "2022-02-01", status=Status.NEW),
        akte("2022-03-01", Modality.ASSERTED),
        hostile(),
    ]
    return MemoryStore(build_quads([page(*articles)], options))


def sentences(store: MemoryStore, **options: str) -> dict[str, list[str]]:
    found = report(store, ReportOptions(**{"since": "2021", "of": "Hessen", **options}))
    return {section.name: [one.text for one in section.sentences] for section in found.sections}


def test_sentences_in_both_languages(store: MemoryStore) -> None:
    german = sentences(store)
    assert german["appointments"] == [
        "Max Neu übernahm zwischen dem 1. Januar 2020 und dem 1. Februar 2022 das Amt „CIO“ (Hessen).",
        "Eva Alt hat das Amt „CIO“ (Hessen) nicht mehr; es endete zwischen dem 1. Januar 2020 und dem 1. Februar 2022.",
    ]
    assert german["moved"] == ["Bisher galt: Hessen will „E-Akte“ umsetzen. Jetzt: Hessen setzt „E-Akte“ um."]
    english = sentences(store, lang="en")
    assert english["appointments"][0] == "Max Neu became CIO (Hessen) between 1 January 2020 and 1 February 2022."
    assert english["moved"] == ["Until now: Hessen plans to implement E-Akte. Now: Hessen implements E-Akte."]
    assert english["works"] == [f"Hessen implements {EVIL}."]


def test_what_was_read_with_little_confidence_is_marked(tmp_path: Path) -> None:
    one = akte("2022-03-01", Modality.ASSERTED)
    unsure = replace(one, facts=tuple(replace(fact, confidence=0.62) for fact in one.facts))
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    told = sentences(MemoryStore(build_quads([page(unsure)], options)))
    assert told["works"] == ["Hessen setzt „E-Akte“ um. (Unsicher gelesen: 62 %.)"]
    told = sentences(MemoryStore(build_quads([page(unsure)], options)), lang="en")
    assert told["works"] == ["Hessen implements E-Akte. (Read with little confidence: 62%.)"]


def test_every_sentence_has_its_quote_and_every_quote_its_article(store: MemoryStore) -> None:
    found = report(store, ReportOptions("2021", of="Hessen"))
    cited = [number for section in found.sections for one in section.sentences for number in one.notes]
    cited += [number for row in found.holders for number in row.notes]
    assert all(one.notes for section in found.sections for one in section.sentences)
    assert {note.number for note in found.notes} == set(cited) | {n for one in found.conflicts for n in one.notes}
    assert [note.number for note in found.notes] == list(range(1, len(found.notes) + 1))
    for note in found.notes:
        assert note.number in found.sources[note.source - 1].notes
    assert [source.date for source in found.sources] == sorted(source.date for source in found.sources)


def test_holders_are_those_of_the_last_day(store: MemoryStore) -> None:
    def people(until: str | None) -> list[tuple[str, str]]:
        found = report(store, ReportOptions("2019", until, "Hessen"))
        return [(row.office, row.person) for row in found.holders]

    assert people(None) == [("CIO · Hessen", "Max Neu")]
    assert people("2020-01-01") == [("CIO · Hessen", "Eva Alt")]


def test_a_report_of_a_person_tells_the_offices_of_the_person_alone(tmp_path: Path) -> None:
    ministry = (EntityType.ORGANISATION, "Digitalministerium Hessen", "Ministry")
    articles = [
        holding("Eva Alt", "2020-01-01"),
        holding("Max Neu", "2022-02-01", status=Status.NEW),
        holding("Eva Alt", "2022-03-01", role="Digitalminister", body=ministry),
        holding("Max Neu", "2022-04-01", role="Digitalminister", status=Status.DESIGNATED),
    ]
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    store = MemoryStore(build_quads([page(*articles)], options))
    found = report(store, ReportOptions("2019", of="Eva Alt"))
    assert [(row.office, row.person) for row in found.holders] == [
        ("Digitalminister/-in · Hessisches Digitalministerium", "Eva Alt")
    ]
    assert "ein besetztes Amt;" in found.summary


BEGINS = [
    # what articles say of one person, by day; since when, as the table has it
    ([("2026-02-17", {"since": "2026-03-15", "status": Status.DESIGNATED}), ("2026-06-03", {})], "15. März 2026"),
    ([("2026-06-03", {"since": "2026-03"}), ("2026-07-03", {})], "März 2026"),
    ([("2026-06-03", {})], ""),
]


@pytest.mark.parametrize(("said", "since"), BEGINS)
def test_since_when_is_told_by_all_articles(said: list[tuple[str, dict[str, Any]]], since: str, tmp_path: Path) -> None:
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    articles = [holding("Max Neu", date, **words) for date, words in said]
    (row,) = report(MemoryStore(build_quads([page(*articles)], options)), ReportOptions("2019")).holders
    assert row.since == since


def test_a_begin_between_two_days_is_told_as_such(store: MemoryStore) -> None:
    (row,) = report(store, ReportOptions("2019", of="Max Neu")).holders
    assert row.since == "zwischen dem 1. Januar 2020 und dem 1. Februar 2022"


def test_whose_time_is_over_by_the_timeline_holds_nothing(tmp_path: Path) -> None:
    articles = [
        holding("Eva Alt", "2020-01-01", until="2021-03-31"),
        holding("Max Neu", "2022-02-01", role="Digitalminister"),
    ]
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    store = MemoryStore(build_quads([page(*articles)], options))
    assert [row.person for row in report(store, ReportOptions("2019")).holders] == ["Max Neu"]


def test_who_is_only_announced_or_acting_is_marked(tmp_path: Path) -> None:
    articles = [
        holding("Eva Alt", "2020-01-01", status=Status.ACTING),
        holding("Max Neu", "2020-02-01", status=Status.DESIGNATED, since="2020-05-01"),
    ]
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    found = report(MemoryStore(build_quads([page(*articles)], options)), ReportOptions("2019"))
    rows = [(row.person, row.mark, row.announced) for row in found.holders]
    assert rows == [("Max Neu", "angekündigt", True), ("Eva Alt", "kommissarisch", False)]
    assert "ein besetztes Amt;" in found.summary
    assert "| Max Neu (angekündigt) |" in markdown(found)
    assert '<span class="mark">(angekündigt)</span>' in html(found)


def test_what_came_after_the_end_is_left_out(store: MemoryStore) -> None:
    assert "moved" not in sentences(store, until="2021-12-31")
    assert "moved" in sentences(store, until="2022-03")


def test_the_figure_shows_what_is_connected(store: MemoryStore) -> None:
    figure = report(store, ReportOptions("2021", of="Hessen", lang="en")).figure
    assert figure is not None
    assert figure.caption.startswith(f"The network around Hessen: {figure.nodes} names, {figure.edges} connections")
    assert figure.svg.count("<circle") == figure.nodes == 4
    assert "<script" not in figure.svg
    assert report(store, ReportOptions("2025", of="Hessen")).figure is None


def test_nothing_new(store: MemoryStore) -> None:
    found = report(store, ReportOptions("2025", of="Hessen"))
    assert found.sections == ()
    assert "Seit diesem Tag ist nichts Neues bekannt." in markdown(found)
    assert "Seit diesem Tag ist nichts Neues bekannt." in html(found)


def test_html_shows_hostile_words_as_words_and_runs_nothing(store: MemoryStore) -> None:
    page_ = html(report(store, ReportOptions("2021", of="Hessen")))
    assert "<script" not in page_
    assert "javascript:" not in " ".join(re.findall(r'href="[^"]*"', page_))
    assert "default-src &#39;none&#39;; style-src" in page_
    assert "script-src" not in page_


def test_markdown_says_the_same_and_takes_no_marks_from_articles(store: MemoryStore) -> None:
    found = report(store, ReportOptions("2021", of="Hessen"))
    text = markdown(found, "bericht.svg")
    for section in found.sections:
        assert f"### {section.title}" in text
    for note in found.notes:
        assert f"\n[^{note.number}]: " in text
    rendered = MarkdownIt("commonmark").enable("table").render(text)
    assert "<script" not in rendered
    assert "javascript:" not in " ".join(re.findall(r'href="[^"]*"', rendered))
    assert "https://example.org/%28akte%29" in text
    assert "<em>" not in rendered
    assert "![" in text


def test_files_by_suffix(store: MemoryStore, tmp_path: Path) -> None:
    found = report(store, ReportOptions("2021", of="Hessen"))
    write_report(found, tmp_path / "new" / "bericht.md")
    assert (tmp_path / "new" / "bericht.svg").read_text("utf-8").startswith("<svg ")
    assert "](bericht.svg)" in (tmp_path / "new" / "bericht.md").read_text("utf-8")
    write_report(found, tmp_path / "one.html")
    write_report(report(store, ReportOptions("2021", of="Hessen")), tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
    with pytest.raises(InputError, match=r"\.html"):
        write_report(found, tmp_path / "bericht.docx")


def test_what_cannot_be_reported(store: MemoryStore) -> None:
    with pytest.raises(QueryError, match="no date"):
        report(store, ReportOptions("gestern"))
    with pytest.raises(QueryError, match="swap"):
        report(store, ReportOptions("2022", "2021"))
    with pytest.raises(NotFoundError):
        report(store, ReportOptions("2022", of="Atlantis"))
    with pytest.raises(VocabularyError):
        report(store, ReportOptions("2022", lang="fr"))


@pytest.mark.parametrize("lang", ["de", "en"])
def test_there_is_a_sentence_for_every_statement(lang: str) -> None:
    words = Wording(lang)
    for predicate in Predicate:
        for modality in Modality:
            sentence = words.statement(predicate, modality, "{A}", "{B}")
            assert "{A}" in sentence
            assert "{B}" in sentence
            assert sentence.endswith(".")
        assert theme_of(predicate) in words.table("themes")
    for kind in ChangeKind:
        assert load_schema().label(kind.value[:1].upper() + kind.value[1:], lang) != "", kind


def test_both_languages_say_the_same_things() -> None:
    texts = json.loads((Path(report.__code__.co_filename).parent / "sentences.json").read_text("utf-8"))
    assert texts["de"].keys() == texts["en"].keys()


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2024-05-01", "2024-05-01", "am 1. Mai 2024"),
        ("2024-05-01", "2024-05-31", "im Mai 2024"),
        ("2024-01-01", "2024-12-31", "im Jahr 2024"),
        ("2024-01-02", "2024-12-31", "zwischen dem 2. Januar 2024 und dem 31. Dezember 2024"),
        ("", "2024-05-01", "spätestens am 1. Mai 2024"),
        ("2024-05-01", "", "nach dem 1. Mai 2024"),
        ("", "", ""),
    ],
)
def test_days_in_words(first: str, last: str, told: str) -> None:
    assert Wording("de").when(first, last) == told


@pytest.mark.parametrize(
    ("given", "address"), [("https://a.de/x y", "https://a.de/x%20y"), ("javascript:alert(1)", ""), ("", "")]
)
def test_only_addresses_of_the_web_are_links(given: str, address: str) -> None:
    assert web_address(given) == address


@pytest.mark.parametrize(
    ("since", "until", "german", "english"),
    [
        ("2020", None, "Was seit 2020 neu ist", "What is new since 2020"),
        ("2020-03", "2020-05-31", "Was von März 2020 bis zum 31. Mai 2020 neu ist", "from March 2020 to 31 May 2020"),
        ("2020-03-01", "2021", "Was vom 1. März 2020 bis 2021 neu ist", "What is new from 1 March 2020 to 2021"),
    ],
)
def test_the_time_is_said_as_precisely_as_it_is_given(
    store: MemoryStore, since: str, until: str | None, german: str, english: str
) -> None:
    assert report(store, ReportOptions(since, until)).subtitle == german
    assert report(store, ReportOptions(since, until, lang="en")).subtitle.endswith(english)


def test_german_titles_and_names_fit_people_of_either_sex_and_need_no_case(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    body = (EntityType.ORGANISATION, "FITKO", "Agency")
    record = holding("Eva Alt", "2021-06-01", role="Digitalminister", body=body, status=Status.NEW)
    options = GraphOptions(ontology=small_ontology(tmp_path_factory.mktemp("ontology")))
    store = MemoryStore(build_quads([page(record)], options))
    found = report(store, ReportOptions("2021"))
    (section,) = found.sections
    assert "das Amt „Digitalminister/-in“ (FITKO)" in section.sentences[0].text
    assert [row.office for row in found.holders] == ["Digitalminister/-in · FITKO"]
    assert "Digitalminister (FITKO)" in report(store, ReportOptions("2021", lang="en")).sections[0].sentences[0].text


def test_of_many_changes_what_most_sources_tell_of_comes_first(tmp_path: Path) -> None:
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))

    def told(at: int, date: str) -> ArticleRecord:
        words = f"Hessen setzt am {date} das Verfahren {at:02} um."
        return implementing(f"Verfahren {at:02}", Draft(f"Neues vom {date}", words, date))

    articles = [told(at, f"2022-01-{1 + at % 28:02}") for at in range(50)]
    again = [told(30, "2022-03-01"), told(7, "2022-02-01"), told(7, "2022-02-02"), told(8, "2022-04-01")]
    found = report(MemoryStore(build_quads([page(*articles, *again)], options)), ReportOptions("2021", lang="en"))
    best = [sentence.text for sentence in found.best]
    assert best == [f"Hessen implements Verfahren {at:02}." for at in (7, 8, 30)]
    assert set(best) < {one.text for section in found.sections for one in section.sentences}
    assert "## What most sources tell of" in markdown(found)
    assert 'id="best"' in html(found)
    few = MemoryStore(build_quads([page(*articles[:10], *again[1:])], options))
    assert not report(few, ReportOptions("2021", lang="en")).best


def test_a_woman_has_the_title_that_articles_give_her(tmp_path: Path) -> None:
    words = "Digitalministerin Eva Alt (FITKO)"
    draft = Draft("Neu", words, "2021-07-01")
    person = draft.entity(EntityType.PERSON, "Eva Alt")
    place = draft.entity(EntityType.ORGANISATION, "FITKO", kind="Agency")
    said = draft.record([person, place], [draft.office(person.id, "Digitalminister", place.id, words)], [])
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    store = MemoryStore(build_quads([page(said)], options))
    for lang in ("de", "en"):
        found = report(store, ReportOptions("2021", lang=lang))
        assert [row.office for row in found.holders] == ["Digitalministerin · FITKO"]
        assert "Digitalministerin" in found.sections[0].sentences[0].text


def test_much_is_told_by_land_and_who_was_named_before_stands_apart(tmp_path: Path) -> None:
    options = GraphOptions(ontology=small_ontology(tmp_path / "ontology"))
    told = [
        holding(f"Eva Nummer{at}", "2022-01-01", role="Präsident", body=(EntityType.JURISDICTION, land, "State"))
        for at in range(8)
        for land in ("Hessen", "Saarland")
    ]
    before = holding("Max Lang", "2015-01-01")
    found = report(MemoryStore(build_quads([page(*told, before)], options)), ReportOptions("2021"))
    (section,) = (one for one in found.sections if one.name == "named")
    assert [place for place, _ in section.places] == ["Hessen", "Saarland"]
    assert [row.person for row in found.holders if row.earlier] == ["Max Lang"]
    shown, text = html(found), markdown(found)
    assert "<h4>Hessen</h4>" in shown
    assert "#### Saarland" in text
    assert text.index("Zuletzt vor diesem Tag genannt") < text.index("Max Lang") < text.index("## Quellen")
