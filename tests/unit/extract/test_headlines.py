"""Whose a programme or a thing is, by kicker and title, by its name, or as an example."""

from __future__ import annotations

from extract_reading import Statement, read_article, rules_only

from govgraph.model import Predicate
from govgraph.sources import read_text


def test_the_kicker_tells_whose_programme_it_is() -> None:
    text = "Bund/Hessen\nDigitalisierungsoffensive in Kommunen\n\n[22.09.2025] Die Einführung in den Kommunen stockt."
    (article,) = rules_only().read(read_text(text)).articles
    for actor in ("Bund", "Hessen"):
        assert Statement(actor, Predicate.RESPONSIBLE_FOR, "Digitalisierungsoffensive").found_in(article)


def test_a_thing_named_after_a_body_is_its_own() -> None:
    article = read_article("Mit dem Bitkom-Dataverse entsteht ein Portal. Der Bitkom freut sich.", by=rules_only())
    assert Statement("Bitkom", Predicate.DEVELOPS, "Bitkom-Dataverse").found_in(article)


def test_examples_of_what_a_body_makes_are_its_own() -> None:
    article = read_article("Auch die Bitkom-Indizes wie der Smart-City-Index sind enthalten.", by=rules_only())
    assert Statement("Bitkom", Predicate.PUBLISHES, "Smart-City-Index").found_in(article)


def test_the_capital_is_that_of_the_land() -> None:
    text = (
        "Der Umzug nach Magdeburg ist beschlossen. In Dessau-Roßlau tagte der Rat. Die Landeshauptstadt nutzt civento."
    )
    (article,) = rules_only().read(read_text(f"Sachsen-Anhalt\nUmzug\n\n[01.03.2024] {text}")).articles
    assert Statement("Magdeburg", Predicate.IMPLEMENTS, "civento").found_in(article)


def test_a_name_beside_a_generic_noun_stands_as_that_does() -> None:
    article = read_article("Die FITKO ist mit den anderen Ländern und dem Bund vernetzt.", by=rules_only())
    assert Statement("FITKO", Predicate.COOPERATES_WITH, "Bund").found_in(article)


def test_who_represents_another_town_than_that_of_the_kicker_is_its_councillor() -> None:
    text = "Die Stadt Flensburg hat ein Portal eröffnet. Stadträtin Anna Weber vertrat Kiel bei der Vorstellung."
    (article,) = rules_only().read(read_text(f"Flensburg\nPortal\n\n[01.03.2024] {text}")).articles
    assert Statement.parse("Anna Weber holds Stadtrat at Kiel current").found_in(article)
    assert not Statement.parse("Anna Weber holds Stadtrat at Flensburg current").found_in(article)
