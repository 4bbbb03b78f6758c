"""Whose a thing is and where it lies, where other names stand between or look like the owner."""

from __future__ import annotations

import pytest
from extract_reading import Statement, read_article, statements_of

NEVER = [
    (
        "Das Portal Amtsblick nutzen die Stadt Emden in Niedersachsen, der Landkreis Gotha sowie die Stadt Fulda.",
        ["Emden locatedIn Fulda", "Emden locatedIn Landkreis Gotha", "Landkreis Gotha locatedIn Niedersachsen"],
    ),
    ("Gebaut hat die Plattform Civitas die AKDB-Tochter LivingData.", ["AKDB develops Civitas"]),
    ("Unterstützung erhält die FITKO von der AKDB.", ["FITKO partOf AKDB"]),
    (
        "Bremen rollt das Wohngeld aus, eine EfA-Leistung, die Schleswig-Holstein entwickelt hat.",
        ["Schleswig-Holstein develops Einer-für-Alle-Prinzip"],
    ),
    ("Die Sitzung leitete Vorsitzende Mareike Tönnies (CDU).", ["Mareike Tönnies holds Vorsitzender at CDU current"]),
]


@pytest.mark.parametrize(("text", "never"), NEVER, ids=[text[:30] for text, _ in NEVER])
def test_what_stands_beside_owns_nothing(text: str, never: list[str]) -> None:
    article = read_article(text)
    assert [line for line in never if Statement.parse(line).found_in(article)] == [], statements_of(article)


@pytest.mark.parametrize(
    ("whose", "name"),
    [("die", "Digitalstrategie"), ("die hessische", "Strategie Digitales Hessen")],
)
def test_in_a_town_the_strategy_is_the_towns_unless_the_land_is_named(whose: str, name: str) -> None:
    text = f"Kassel baut um. Die Stadt Kassel hat {whose} Digitalstrategie vorgestellt."
    article = read_article(text, title="Neues aus Kassel")
    assert Statement.parse(f"* publishes {name}").found_in(article), statements_of(article)


def test_the_town_of_a_title_is_the_district_where_the_text_means_it() -> None:
    text = "Der Landkreis Groß-Gerau ist zufrieden. Der Assistent Lotti läuft seit Mai."
    article = read_article(text, title="Groß-Gerau schickt Lotti vor")
    assert Statement.parse("Landkreis Groß-Gerau implements Lotti").found_in(article), statements_of(article)
