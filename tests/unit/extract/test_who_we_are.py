"""Whom „wir“ of an interview stands for: the town of a title, a Land behind a unit or its administration."""

from __future__ import annotations

from extract_reading import check_statements, read_article

TALK = "was nutzen Sie?\n\nWir nutzen ALLRIS. Das hilft.\n\nUnd was folgt?\n\nWir testen VIS.\n"


def talk_with(lead: str, name: str = "Frau Roth") -> str:
    """An interview that this lead opens."""
    return f"„Wir bauen selbst“\n\n{lead}\n\n4. Mai 2023\n\n{name}, {TALK}"


def test_a_noun_for_the_town_after_a_title() -> None:
    lead = "Lübeck baut um. Wie das geht, schildert Eva Roth, CIO und CDO der Hansestadt."
    never = ["Schleswig-Holstein * *"]
    check_statements(read_article(talk_with(lead)), ["Lübeck implements ALLRIS", "Lübeck pilots VIS"], never)


def test_a_unit_in_a_ministry_speaks_for_its_land() -> None:
    lead = "Eva Roth ist Leiterin der Stabsstelle Künstliche Intelligenz im Hessischen Digitalministerium."
    never = ["Stabsstelle Künstliche Intelligenz implements *", "Stabsstelle Künstliche Intelligenz pilots *"]
    check_statements(read_article(talk_with(lead)), ["Hessen implements ALLRIS", "Hessen pilots VIS"], never)


def test_the_administration_of_a_land_is_the_land() -> None:
    lead = "Eva Roth ist CISO der Thüringer Landesverwaltung."
    said = ["Thüringen implements ALLRIS", "Thüringen pilots VIS"]
    check_statements(
        read_article(talk_with(lead)),
        said,
        ["Landesverwaltung Thüringen implements *", "Landesverwaltung Thüringen pilots *"],
    )


def test_the_second_of_two_has_a_house_of_his_own() -> None:
    lead = "Eva Roth ist Präsidentin des Statistischen Bundesamts, Kai Reh Vizepräsident des Bundesverwaltungsamts."
    talk = (
        "Frau Roth, Herr Reh, was nutzen Sie?\n\nRoth: Wir nutzen ALLRIS.\n\nReh: Wir testen VIS.\n\n"
        "Was folgt?\n\nRoth: Ein Test.\n\nReh: Noch einer.\n"
    )
    text = f"„Wir bauen selbst“\n\n{lead}\n\n4. Mai 2023\n\n{talk}"
    said = ["Statistisches Bundesamt implements ALLRIS", "Bundesverwaltungsamt pilots VIS"]
    check_statements(read_article(text), said, ["Statistisches Bundesamt pilots *"])


def test_a_unit_in_a_town_speaks_for_the_town() -> None:
    lead = "Interview mit Eva Roth, Leiterin der Stabsstelle Digitales in Lüneburg."
    never = ["Stabsstelle Digitales implements *", "Stabsstelle Digitales pilots *"]
    check_statements(read_article(talk_with(lead)), ["Lüneburg implements ALLRIS", "Lüneburg pilots VIS"], never)


def test_the_paper_that_asks_offers_nothing() -> None:
    talk = (
        "„Wir bauen selbst“\n\nEva Roth ist Vorstand der ekom21.\n\n4. Mai 2023\n\n"
        "Kommune21: Frau Roth, was ist neu?\n\nRoth: Vieles.\n\n"
        "Kommune21: Was bieten Sie an?\n\nRoth: Vor allem die Plattform „Lahnwerk“.\n"
    )
    check_statements(read_article(talk), ["ekom21 develops Lahnwerk"], ["Kommune21 * *"])
