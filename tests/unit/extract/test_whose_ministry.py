"""Whose ministry a generic name means, the towns of datelines, and names that need a word beside them."""

from __future__ import annotations

import pytest
from extract_reading import read_article, reader, statements_of

from govgraph.extract import Reader
from govgraph.extract.places import town_adjectives
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary


def names(text: str) -> set[str]:
    return {entity.name for entity in read_article(text).entities}


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Das hessische Innenministerium hilft dem Innenministerium von Thüringen.", "Hessisches Ministerium"),
        ("Das hessische Innenministerium hilft dem Innenministerium von Thüringen.", "Thüringer Ministerium"),
        ("Das BMDS traf die Kollegin aus dem Wiesbadener Digitalministerium.", "Hessisches Ministerium"),
        ("Das Digitalministerium in Hessen und das BMDS planen.", "Hessisches Ministerium"),
        ("Bayerns Finanzministerium zahlt mit dem Bund und Hessen.", "Bayerisches Staatsministerium"),
        (
            "Hessen plant. In Hessen wird geprüft. In Bayern zahlt das Digitalministerium.",
            "Bayerisches Staatsministerium",
        ),
        ("Thüringen plant. Die Staatskanzlei in Wiesbaden hilft.", "Hessische Staatskanzlei"),
        ("Thüringen plant. Dem Innenministerium in Düsseldorf gefällt das.", "Ministerium des Innern des Landes N"),
        ("Thüringen plant. Die Staatskanzlei in Erfurt hilft.", "Thüringer Staatskanzlei"),
        ("Hessen plant. Hessen prüft. Vorbild ist Sachsen, wo das Kabinett zahlt.", "Sächsische Staatsregierung"),
        ("Hessen plant. Hessen prüft. Anders in Sachsen: Dort zahlt der Landtag.", "Sächsischer Landtag"),
        ("Hessen plant. Hessen prüft. In Sachsen war man schneller. Nun zahlt der Landtag.", "Hessischer Landtag"),
    ],
)
def test_a_ministry_is_of_the_land_beside_it(text: str, land: str) -> None:
    assert any(name.startswith(land) for name in names(text)), names(text)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Das Sozialministerium in Stuttgart nutzt Amt24, das Ministerium in Mainz nicht.", False),
        ("Das Sozialministerium in Stuttgart nutzt Amt24. Das Ministerium in Mainz wartet.", False),
        ("Das Digitalministerium in Mainz nutzt Amt24. Das Ministerium in Mainz lobt das.", True),
    ],
)
def test_the_ministry_in_a_capital_is_none_of_another_land(text: str, there: bool) -> None:
    assert any("locatedIn Mainz" in line for line in statements_of(read_article(text))) == there


def test_a_ministry_is_part_of_no_other_land() -> None:
    article = read_article("Das hessische Innenministerium und das Innenministerium von Thüringen arbeiten zusammen.")
    of = [line for line in statements_of(article) if "Hessisches" in line and "partOf Thüringen" in line]
    assert not of


def test_the_town_of_a_dateline_is_named() -> None:
    reader = Reader(load_vocabulary())
    (article,) = reader.read(read_text("Meldung\n\nKiel, 25. März 2022 – Das Land führt die E-Akte ein.")).articles
    assert "Kiel" in {entity.name for entity in article.entities}


def test_adjectives_of_towns() -> None:
    assert town_adjectives("Saarbrücken") == ("Saarbrücker",)
    assert "Münchner" in town_adjectives("München")
    assert "Wiesbadener" in town_adjectives("Wiesbaden")


@pytest.mark.parametrize("name", ["Sevda Aydin", "Hannes Kopf"])
def test_first_names_after_a_relative_pronoun(name: str) -> None:
    assert name in names(f"Das Gremium, in dem {name} sitzt, tagt.")


def test_an_appeal_is_called_after_its_town() -> None:
    assert "Münchner Appell" in names("Die Verbände haben ein Papier vorgelegt, den Münchner Appell.")


@pytest.mark.parametrize(
    "text",
    [
        "Brandenburg plant. Das Ministerium für Digitales und Infrastruktur hilft dem IT-Rat Brandenburg.",
        "Potsdam, 12. Mai 2025 – Das Ministerium für Digitales und Infrastruktur hilft dem Zweckverband Prignitz.",
        "Brandenburg plant mit der Staatskanzlei. Das Ministerium für Digitales und Infrastruktur hilft Cottbus.",
    ],
)
def test_a_ministry_is_not_the_one_of_a_land_that_is_not_named(text: str) -> None:
    (article,) = reader().read(read_text(f"Meldung\n\n{text}")).articles
    found = {entity.name for entity in article.entities}
    assert "Ministerium für Digitales und Infrastruktur" in found
    assert not [name for name in found if name.startswith("Thüringer")]


@pytest.mark.parametrize(
    "text",
    [
        "Thüringen plant. Das Ministerium für Digitales und Infrastruktur hilft Gera.",
        "Brandenburg plant. Das Thüringer Ministerium für Digitales und Infrastruktur hilft Potsdam.",
        "Brandenburg hilft Thüringen. Das Ministerium für Digitales und Infrastruktur dankt Potsdam und Cottbus.",
    ],
)
def test_a_ministry_is_the_one_of_a_land_that_is_named(text: str) -> None:
    assert "Thüringer Ministerium für Digitales und Infrastruktur" in names(text)
