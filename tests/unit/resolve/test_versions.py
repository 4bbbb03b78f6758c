"""Which articles are versions of one text, and which only look so."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.model import ArticleRecord, EntityType
from govgraph.resolve import VersionRule, Versions, find_versions
from govgraph.resolve.wording import folded, plain_address
from handmade import Draft, holding

BODY = (
    "Die Landesregierung hat am Dienstag eine neue Strategie für die digitale Verwaltung beschlossen. "
    "Sie ersetzt den Plan aus der vorigen Wahlperiode und nennt zum ersten Mal feste Fristen für alle Häuser. "
    "Bis zum Ende des Jahrzehnts sollen sämtliche Anträge ohne Papier auskommen. "
    "Die Ressorts berichten einmal im Jahr, wie weit sie gekommen sind, und veröffentlichen ihre Zahlen. "
    "Für die Umsetzung stehen 45 Millionen Euro bereit, davon fließt die Hälfte in die Ausbildung."
)
OTHER = (
    "Ein Wasserrohrbruch hat das Rechenzentrum der Kreisstadt lahmgelegt, nun prüft ein Gutachter die Schäden. "
    "Feuerwehr und Technisches Hilfswerk pumpten die Keller in der Nacht leer und retteten die meisten Geräte. "
    "Das Bürgerbüro öffnet frühestens in der kommenden Woche wieder, Ausweise werden solange im Nachbarort ausgegeben."
)
TITLE = "Land beschließt neue Strategie"


def article(
    text: str = BODY, title: str = TITLE, date: str | None = "2024-03-05", url: str | None = None, page: str = "seite"
) -> ArticleRecord:
    return Draft(title, text, date, url=url, page=page).record([])


def rules(found: Versions) -> list[VersionRule]:
    return [one.rule for one in found.links]


def test_a_reprint_under_another_headline_is_a_version() -> None:
    first, second = article(), article(title="Schluss mit Papier", date="2024-03-06")
    found = find_versions([first, second])
    assert rules(found) == [VersionRule.SAME_TEXT]
    assert found.leading(second.article.id) == first.article.id
    assert found.leading(first.article.id) == first.article.id


def test_a_release_with_a_few_words_more_is_a_version_and_the_fullest_leads() -> None:
    longer = article(BODY + " Auch im Landkreis ist die Freude groß, sagte ein Sprecher.", "Freude im Kreis")
    found = find_versions([article(), longer])
    assert rules(found) == [VersionRule.NEAR_TEXT]
    assert {one.leading for one in found.links} == {longer.article.id}


def test_a_teaser_is_a_version_of_the_article_that_it_opens() -> None:
    teaser = article(BODY.partition(". ")[0] + " …")
    found = find_versions([article(), teaser])
    assert [(one.article, one.rule) for one in found.links] == [(teaser.article.id, VersionRule.PART_OF_TEXT)]
    assert found.links[0].similarity > 0.8


def test_a_teaser_in_words_of_its_own_is_known_by_its_address_only() -> None:
    words = "Feste Fristen, weniger Papier: Was das Kabinett vorhat."
    url = "https://www.example.org/strategie"
    apart = find_versions([article(url=url), article(words)])
    together = find_versions(
        [article(url=url), article(words, url="http://example.org/strategie/?utm_source=feed", page="feed")]
    )
    assert (rules(apart), rules(together)) == ([], [VersionRule.SAME_ADDRESS])


@pytest.mark.parametrize(
    ("old", "new"),
    [("45 Millionen", "80 Millionen"), ("Die Landesregierung hat", "Der Landtag von 1990 hat 3 Mal"), ("", "")],
)
def test_another_number_at_another_place_and_day_is_another_text(old: str, new: str) -> None:
    second = article(BODY.replace(old, new) if old else OTHER, date="2024-03-25")
    found = find_versions([article(), second])
    assert bool(found.links) == (new.startswith("Der Landtag"))


def test_a_corrected_number_from_the_same_days_is_a_version() -> None:
    corrected = article(BODY.replace("45 Millionen", "48 Millionen"), date="2024-03-06")
    assert rules(find_versions([article(), corrected])) == [VersionRule.NEAR_TEXT]


@pytest.mark.parametrize(
    "note",
    [
        "Anmerkung der Redaktion: Wir haben eine Zahl korrigiert.",
        "Korrektur: Zuerst stand hier, es stünden 45 Millionen Euro bereit.",
        "In einer früheren Fassung dieses Artikels war die Summe zu niedrig angegeben.",
    ],
)
@pytest.mark.parametrize("url", [None, "https://blatt.example/strategie"])
def test_who_notes_a_correction_supersedes_what_was_corrected(note: str, url: str | None) -> None:
    first = article(url=url)
    second = article(f"{BODY.replace('45', '54')}\n\n{note}", url=url, page="neu")
    (link,) = find_versions([first, second]).links
    assert (link.article, link.leading, link.superseded_by) == (first.article.id, second.article.id, second.article.id)


def test_other_notes_supersede_nothing() -> None:
    second = article(f"{BODY}\n\nAnmerkung der Redaktion: Der Autor lebt in Kiel.", page="neu")
    assert find_versions([article(), second]).superseded == frozenset()
    other = article(f"{OTHER}\n\nKorrektur: Es war der Landkreis.", page="neu")
    assert find_versions([article(), other]).links == ()


def form(land: str, person: str, number: str) -> ArticleRecord:
    """A page that is made from a form that sixteen Länder share."""
    text = (
        f"{land} hat ein Serviceportal freigeschaltet. Dort stehen {number} Leistungen bereit, die sich ohne Papier "
        f"beantragen lassen. Das Portal beruht auf einem gemeinsamen Baukasten, den alle Länder nutzen. Damit kommen "
        f"wir dem digitalen Rathaus näher, sagte {person} bei der Vorstellung. Weitere Leistungen folgen bald."
    )
    draft = Draft(f"{land} nimmt Portal in Betrieb", text, "2023-11-06", page=land)
    things = [draft.entity(EntityType.JURISDICTION, land), draft.entity(EntityType.PERSON, person)]
    return draft.record(things)


def test_pages_of_one_form_that_name_others_are_no_versions() -> None:
    some = [
        form("Hessen", "Vera Dornbusch", "212"),
        form("Thüringen", "Götz Ebeling", "187"),
        form("Bremen", "Hauke Wessels", "99"),
    ]
    assert find_versions(some).links == ()


def test_names_alone_tell_pages_of_one_form_apart() -> None:
    assert (
        find_versions([form("Hessen", "Vera Dornbusch", "212"), form("Thüringen", "Götz Ebeling", "212")]).links == ()
    )


def test_a_headline_alone_and_an_address_alone_join_nothing() -> None:
    url = "https://example.org/aktuelles"
    assert find_versions([article(), article(OTHER)]).links == ()
    assert find_versions([article(url=url), article(OTHER, "Wasser im Keller", url=url, page="neu")]).links == ()


@pytest.mark.parametrize("date", ["2024-03-12", None])
def test_a_few_words_are_one_text_under_the_same_headline_be_it_short(date: str | None) -> None:
    words = "Stefan Sauer ist CIO von Hessen."
    first, copy = article(words, "Neuer CIO", "2024-03-11"), article(words, "Neuer CIO", date)
    assert rules(find_versions([first, copy])) == [VersionRule.SAME_TEXT]
    other = article(words, "Auch ein CIO", date)
    assert rules(find_versions([first, other])) == []


def test_what_two_releases_say_of_their_house_joins_nothing() -> None:
    house = "Das Landesamt ist der zentrale Dienstleister des Landes für Rechenzentrum, Netze und Fachverfahren. " * 2
    house += "Es beschäftigt viele Menschen an vier Standorten und betreut Arbeitsplätze in Behörden und Gerichten."
    one = article(
        "Das Landesamt sucht Auszubildende für den Herbst und lädt zum Tag der offenen Tür ein. " + house, "Tag der Tür"
    )
    two = article("Ein neuer Server ersetzt den alten, der nach Jahren ausfiel. " + house, "Neuer Server im Amt")
    assert find_versions([one, two]).links == ()


def test_news_of_a_month_join_none_of_the_texts_in_them() -> None:
    month = article(f"{OTHER} {BODY}", "Der Monat im Rückblick", "2024-03-28")
    assert find_versions([month, article()]).links == ()


def test_a_text_that_is_printed_again_years_later_is_another() -> None:
    assert find_versions([article(), article(date="2026-03-05")]).links == ()


def test_the_later_state_of_a_page_supersedes_the_earlier_and_leads() -> None:
    url = "https://example.org/strategie"
    early = article(BODY + " Das sagte ein Sprecher, der sich irrte, am Abend noch einmal.", url=url, page="gestern")
    late = article(BODY.replace("45 Millionen", "48 Millionen"), date="2024-03-07", url=url, page="heute")
    found = find_versions([early, late])
    assert [(one.article, one.leading, one.superseded_by) for one in found.links] == [
        (early.article.id, late.article.id, late.article.id)
    ]
    assert found.superseded == {early.article.id}


def test_states_of_one_day_supersede_nothing() -> None:
    url = "https://example.org/strategie"
    found = find_versions([article(url=url, page="a"), article(BODY.replace("45", "48"), url=url, page="b")])
    assert (rules(found), found.superseded) == ([VersionRule.SAME_ADDRESS], frozenset())


def test_a_chain_of_likenesses_joins_nothing() -> None:
    """Texts that each share two thirds with the next have nothing in common at the ends."""
    words = [f"wort{number}" for number in range(240)]
    chain = [
        article(" ".join(words[start : start + 90]), f"Teil {start} von vielen", f"2024-03-{start // 30 + 1:02d}")
        for start in range(0, 150, 30)
    ]
    found = find_versions(chain)
    assert found.leading(chain[0].article.id) != found.leading(chain[-1].article.id)


def test_judgements_outweigh_what_is_found() -> None:
    first, second, third = article(), article(title="Schluss mit Papier"), article(OTHER, "Wasser im Keller")
    ids = [one.article.id for one in (first, second, third)]
    found = find_versions([first, second, third], same=[(ids[0], ids[2])], different=[(ids[0], ids[1])])
    assert rules(found) == [VersionRule.JUDGED]
    assert found.leading(ids[0]) == found.leading(ids[2]) != found.leading(ids[1])


def test_what_versions_say_is_as_old_as_the_first_that_says_it() -> None:
    first = holding("Eva Alt", "2024-03-05")
    again = replace(first, article=replace(first.article, id=first.article.id + "-2", date="2024-03-20"))
    versions = find_versions([first, again], same=[(first.article.id, again.article.id)])
    assert [one.article.date for one in versions.settled([first, again])] == ["2024-03-05", "2024-03-05"]


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_articles_changes_nothing(chance: random.Random) -> None:
    some = [
        article(),
        article(title="Schluss mit Papier", date="2024-03-06"),
        article(BODY.partition(". ")[0] + " …"),
        article(BODY.replace("45 Millionen", "48 Millionen"), date="2024-03-06"),
        article(BODY + " Auch im Landkreis ist die Freude groß.", "Freude im Kreis", None),
        article(OTHER),
        article(f"{BODY} {OTHER}", "Der Monat im Rückblick", "2024-03-28"),
        form("Hessen", "Vera Dornbusch", "212"),
        form("Bremen", "Hauke Wessels", "99"),
    ]
    before = find_versions(some)
    chance.shuffle(some)
    assert find_versions(some) == before
    assert before.links


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    first, second = article(one or "-", "Eins"), article(other or "-", "Zwei")
    if first.article.id != second.article.id:
        find_versions([first, second])


def test_words_are_folded() -> None:
    assert [folded(word) for word in ("Drei", "03", "Mai", "Ver\u00adwaltung", "STRASSE")] == [
        "3",
        "3",
        "5",
        "verwaltung",
        "strasse",
    ]


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://www.Example.org/a/", "example.org/a"),
        ("http://example.org/a?b=2&a=1&utm_medium=x#c", "example.org/a?a=1&b=2"),
        ("https://example.org/", None),
        ("https://[broken/a", None),
    ],
)
def test_addresses_that_lead_to_one_page_are_one(url: str, plain: str | None) -> None:
    assert plain_address(url) == plain
