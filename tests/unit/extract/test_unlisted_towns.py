"""Towns that no gazetteer lists are read where the article says that they are towns; others in capitals as well."""

from __future__ import annotations

import pytest
from extract_reading import read_article

from govgraph.model import ArticleRecord, EntityType


def towns(article: ArticleRecord) -> set[str]:
    return {e.name for e in article.entities if e.type is EntityType.MUNICIPALITY}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Stadt Morlenheim nutzt die BundID.", {"Morlenheim"}),
        ("Das freut die Nachbargemeinde Querbach.", {"Querbach"}),
        ("Die Gemeinden Morlenheim, Querbach und Nieder-Wisselt nutzen die BundID.",
         {"Morlenheim", "Querbach", "Nieder-Wisselt"}),
        ("Morlenheims Bürgermeister ist dafür.", {"Morlenheim"}),
        ("Das Morlenheimer Rathaus zieht um. Wer in Morlenheim wohnt, merkt das.", {"Morlenheim"}),
        ("Gesprochen hat der Bürgermeister von Querbach.", {"Querbach"}),
        ("Der Landkreis Sonnenwinkel hat ein Portal.", {"Landkreis Sonnenwinkel"}),
        ("Der Landkreis Jadeland hat ein Portal.", {"Landkreis Jadeland"}),
        ("Die Verbandsgemeinde Kyllhöhe wechselte die Software.", {"Kyllhöhe"}),
        ("Die Stadt Lindenrath zählt dazu.", {"Lindenrath"}),
        ("In Querbach im Landkreis Gotha geht es los.", {"Querbach", "Landkreis Gotha"}),
        ("Der Landkreis Ilmeland hat ein Portal, dem Kreis Ilmeland gefällt es.", {"Landkreis Ilmeland"}),
        ("Im Alster-Brettach-Kreis gibt es eine App, sagt der Landrat des Alster-Brettach-Kreises.",
         {"Alster-Brettach-Kreis"}),
        ("Der Landkreis Aller-Havelland hat ein Portal. Aller-Havelland ist stolz.", {"Landkreis Aller-Havelland"}),
        ("Die Landrätin des Landkreises Ems-Spree freut sich.", {"Landkreis Ems-Spree"}),
        ("Im Kreis Nordlahn geht es los.", {"Landkreis Nordlahn"}),
        ("Die Kreise Leine-Fulda und Unterkyll nutzen die BundID.", {"Landkreis Leine-Fulda", "Landkreis Unterkyll"}),
        ("Mit den Landkreisen Aller-Havelland und Nordlahn redet man.",
         {"Landkreis Aller-Havelland", "Landkreis Nordlahn"}),
        ("Der Rhein-Eider-Kreis nutzt die BundID, sagt der Landrat des Rhein-Eider-Kreises.", {"Rhein-Eider-Kreis"}),
        ("Die Verbandsgemeinde Obere Eider nutzt die BundID.", {"Obere Eider"}),
        ("Der Landrat des Landkreises Mittlere Havel freut sich.", {"Mittlere Havel"}),
        ("Eva Roth ist Bürgermeisterin der Gemeinde Groß Morlin.", {"Groß Morlin"}),
        ("Die Samtgemeinde Celle-Ost nutzt die BundID.", {"Celle-Ost"}),
        ("Die Verwaltungsgemeinschaft Morlenheim nutzt die BundID.", {"Morlenheim"}),
        ("Im Stadtkreis Lindenbronn gibt es eine App.", {"Lindenbronn"}),
        ("Der Bürgermeister des Marktes Oberwallbach freut sich.", {"Oberwallbach"}),
        ("Der Markt Murnau nutzt die BundID.", {"Murnau am Staffelsee"}),
    ],
)  # fmt: skip
def test_what_the_article_calls_a_town_is_one_wherever_it_is_named(text: str, names: set[str]) -> None:
    assert towns(read_article(text)) == names


def test_a_town_of_no_gazetteer_bears_offices_and_statements_as_others_do() -> None:
    article = read_article("Die Gemeinde Morlenheim hat die E-Akte eingeführt. Bürgermeister Jan Voss freut sich.")
    names = {e.id: e.name for e in article.entities}
    (office,) = article.offices
    assert (names[office.person], office.role, names[office.organisation or ""]) == (
        "Jan Voss",
        "Bürgermeister",
        "Morlenheim",
    )
    assert ("Morlenheim", "implements", "E-Akte") in {
        (names[f.subject], f.predicate, names[f.object]) for f in article.facts
    }


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt Verwaltungsportale nennt das Projekt.",
        "Frau Terhorst spricht. Terhorsts Bürgermeister schweigt.",
        "Der Unterausschuss Vorsitz bleibt offen.",
        "Das Morlenheimer Rathaus zieht um.",
        "Ein Kreis Gleichgesinnter trifft sich.",
        "Im Kreis der Beteiligten war man sich einig.",
        "Der Landkreis Tage nach der Wahl schweigt.",
        "Auf dem Markt Fachverfahren zu finden ist schwer.",
        "Der Markt Softwarehersteller drängt es zu verlassen.",
        "Die Kommune Beschäftigte sucht.",
        "Die Stadt Neue Wege geht.",
        "Die Stadt Obere Etagen sperrt.",
    ],
)
def test_what_is_not_called_a_town_is_none(text: str) -> None:
    assert towns(read_article(text)) == set()


def test_a_district_named_after_others_is_not_one_of_them_later_either() -> None:
    article = read_article(
        "Anna Weber ist Landrätin im Landkreis Aller-Havelland. Der Landkreis nutzt die E-Akte. "
        "Vor ihr war Jan Voss Landrat von Aller-Havelland."
    )
    names = {e.id: e.name for e in article.entities}
    assert {(names[o.person], names[o.organisation or ""], o.status) for o in article.offices} == {
        ("Anna Weber", "Landkreis Aller-Havelland", "current"),
        ("Jan Voss", "Landkreis Aller-Havelland", "former"),
    }
    assert ("Landkreis Aller-Havelland", "implements", "E-Akte") in {
        (names[f.subject], f.predicate, names[f.object]) for f in article.facts
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KASSEL. Die Stadt nutzt die BundID.", {"Kassel"}),
        ("FREIBURG/KIEL – Beide nutzen die BundID.", {"Freiburg im Breisgau", "Kiel"}),
        ("Das Verfahren ELSTER läuft.", set()),
    ],
)
def test_towns_in_capitals_are_those_of_the_gazetteer(text: str, names: set[str]) -> None:
    assert towns(read_article(text)) == names


def test_bodies_of_a_district_are_not_given_to_a_town_nor_the_other_way_round() -> None:
    article = read_article("Der Landkreis Gotha plant ein Portal. Das hat der Stadtrat abgelehnt.")
    assert not any(e.name.startswith("Stadtrat Landkreis") for e in article.entities)
