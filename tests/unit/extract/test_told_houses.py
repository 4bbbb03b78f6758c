"""Whom „wir“ of an interview means where the title has no body with it, but the opening tells whose house it is."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only
from test_who_we_are import talk_with

from govgraph.sources import read_text


@pytest.mark.parametrize(
    ("lead", "house"),
    [
        ("Die Lindgrün GmbH wächst. Geschäftsführerin Eva Roth über Ämter.", "Lindgrün GmbH"),
        ("Die Lindgrün GmbH hat sich mit der ekom21 zusammengetan. Chefin Eva Roth erklärt es.", "Lindgrün GmbH"),
        ("Die Software stammt aus Jena, von der Lindgrün GmbH. Deren Chefin Eva Roth kennt Ämter.", "Lindgrün GmbH"),
        ("Gera, Jena und Weimar legen zusammen. Eva Roth lenkt seit März die Lindgrün GmbH.", "Lindgrün GmbH"),
        ("Gera spart. Eva Roth steht seit Mai an der Spitze der Lindgrün GmbH.", "Lindgrün GmbH"),
        ("An der Universität Potsdam soll es ohne Papier gehen. Eva Roth ist dort CIO.", "Universität Potsdam"),
        ("Im sächsischen Pirna hat man umgebaut. Pirna spart Papier. Bürgermeisterin Eva Roth erzählt.", "Pirna"),
        ("Die Datenzentrale Weser (DZW) hat eine neue Chefin. Eva Roth, bis Mai beim Landeskriminalamt, erzählt.",
         "Datenzentrale Weser"),
    ],
)  # fmt: skip
def test_the_house_that_the_opening_tells(lead: str, house: str) -> None:
    check_statements(read_article(talk_with(lead)), [f"{house} implements ALLRIS", f"{house} pilots VIS"], [])


@pytest.mark.parametrize(
    ("lead", "other"),
    [
        ("Papier ist geduldig. Eva Roth auf der Herbsttagung Kommunal-IT in Wolfenbüttel.", "Wolfenbüttel"),
        ("Papier ist geduldig. Die Ingenieurin aus Uelzen, Eva Roth, prüft Ämter.", "Uelzen"),
        ("Eva Roth, bis Mai beim Landeskriminalamt Hessen, über Papier.", "Landeskriminalamt Hessen"),
        ("Der Bundestag berät ein Gesetz. Eva Roth erklärt, was darin steht.", "Deutscher Bundestag"),
        ("Eva Roth lenkte bis März die ekom21. Was sie jetzt tut, erzählt sie hier.", "ekom21"),
    ],
)
def test_what_is_no_house_of_whoever_speaks(lead: str, other: str) -> None:
    check_statements(read_article(talk_with(lead)), [], [f"{other} implements *", f"{other} pilots *"])


def test_a_unit_of_a_town_is_no_house() -> None:
    lead = "Lüneburg baut um. Eva Roth leitet die Stabsstelle Digitales der Stadt."
    check_statements(
        read_article(talk_with(lead)), ["Lüneburg implements ALLRIS"], ["Stabsstelle Digitales implements *"]
    )


def test_a_team_in_a_ministry_speaks_for_the_land() -> None:
    lead = "Eva Roth leitet das Themenfeldteam Bildung im Hessischen Digitalministerium."
    check_statements(
        read_article(talk_with(lead)), ["Hessen implements ALLRIS"], ["Themenfeldteam Bildung implements *"]
    )


@pytest.mark.parametrize("noun", ["die Stadtverordnetenversammlung", "unser Stadtrat", "der Rat", "unser Hauptamt"])
def test_a_council_in_an_answer_is_of_the_town_of_the_talk(noun: str) -> None:
    talk = (
        "Pirna\n„Wir bauen selbst“\n\n[04.05.2023] Pirna baut um. Bürgermeisterin Eva Roth erzählt.\n\n"
        "Frau Roth, wer baut es?\n\nWir haben das Fraunhofer IOSB in Karlsruhe gefragt. Es ist fertig.\n\n"
        f"Und was folgt?\n\nIm Juli hat {noun} das Portal civento eingeführt. Wir sind froh.\n"
    )
    (article,) = rules_only().read(read_text(talk)).articles
    names = {e.name for e in article.entities}
    assert any(name.endswith(" Pirna") for name in names)
    assert not any(name.endswith(" Karlsruhe") for name in names)


@pytest.mark.parametrize(
    "lead",
    [
        "Eva Roth gründete 2012 die Lindgrün GmbH. Heute ist sie CIO der Stadt Celle.",
        "Eva Roth hat die Lindgrün GmbH aufgebaut. Nun ist sie Beigeordnete in Celle.",
    ],
)
def test_the_office_of_today_goes_before_what_somebody_founded(lead: str) -> None:
    said = ["Celle implements ALLRIS", "Celle pilots VIS"]
    check_statements(read_article(talk_with(lead)), said, ["Lindgrün GmbH * *"])


@pytest.mark.parametrize(
    ("lead", "house"),
    [
        ("Eva Roth gründete 2012 die Lindgrün GmbH. Heute hat sie 30 Leute.", "Lindgrün GmbH"),
        ("Die Lindgrün GmbH wächst. Eva Roth, die Gründerin, erklärt es.", "Lindgrün GmbH"),
        ("Das Landesamt für Umwelt arbeitet ohne Papier. Präsidentin Eva Roth erklärt es.", "Landesamt für Umwelt"),
    ],
)
def test_a_body_whose_head_somebody_is(lead: str, house: str) -> None:
    check_statements(read_article(talk_with(lead)), [f"{house} implements ALLRIS", f"{house} pilots VIS"], [])


@pytest.mark.parametrize(
    ("lead", "other"),
    [
        ("Die Lindgrün GmbH verteuert ihre Lizenzen. Eva Roth über Folgen.", "Lindgrün GmbH"),
        ("Die Komline GmbH verteuert ihre Lizenzen. Amtsleiterin Eva Roth über Folgen.", "Komline GmbH"),
        ("SAP zieht sich zurück. Wen trifft das? Eva Roth über Folgen.", "SAP"),
        ("Die Bertelsmann Stiftung hat gezählt. Bürgermeisterin Eva Roth über die Zahlen.", "Bertelsmann Stiftung"),
        ("Die Universität Kassel hat sie geehrt. Landrätin Eva Roth erzählt.", "Universität Kassel"),
        ("Das Landesamt für Umwelt hat Hilfe geholt. Eva Roth von der Firma Berlin Consult berät.",
         "Landesamt für Umwelt"),
    ],
)  # fmt: skip
def test_a_body_that_the_opening_only_speaks_of(lead: str, other: str) -> None:
    check_statements(read_article(talk_with(lead)), [], [f"{other} implements *", f"{other} pilots *"])
