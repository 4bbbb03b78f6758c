"""What has had its day or takes the place of paper, who is moved to what, who tries first, who pays."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    ("Bei der Stadt Ulm hat Outlook ausgedient.", ["Ulm implements Outlook ended"], []),
    ("In Ulm hat die E-Akte die Aktenordner verdrängt.", ["Ulm implements E-Akte"], []),
    ("In Ulm hat die E-Akte niemanden verdrängt.", [], ["Ulm implements E-Akte asserted"]),
    ("Im Mai stellen wir Ulm und Aalen auf civento um.", ["Ulm implements civento", "Aalen implements civento"], []),
    ("Ulm übernimmt den Testlauf der E-Akte.", ["Ulm pilots E-Akte"], ["Ulm implements E-Akte"]),
    ("Ulm darf die E-Akte als Erste testen.", ["Ulm pilots E-Akte"], []),
    ("Ulm darf die E-Akte testen, wenn der Rat zustimmt.", [], ["Ulm pilots E-Akte asserted"]),
    ("openDesk ist auf allen Rechnern der Stadt Ulm installiert.", ["Ulm implements openDesk"], []),
    ("Ulm ist Gewinner des Programms Modellprojekte Smart Cities.", ["Ulm implements Modellprojekte Smart Cities"], []),
    ("Das Land Hamburg hat LLMoin bei Dataport bestellt.", ["Dataport develops LLMoin"], []),
    ("Mit drei Millionen Euro unterstützt Hessen die Städte beim Betrieb der E-Akte.", ["Hessen funds E-Akte"], []),
    ("Für die E-Akte nimmt Hessen drei Millionen Euro in die Hand.", ["Hessen funds E-Akte"], []),
    ("Hessen unterstützt die Städte beim Betrieb der E-Akte.", [], ["Hessen funds E-Akte"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_who_uses_tries_and_pays(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)


WHOSE = [
    ("openDesk läuft im Rechenzentrum der AKDB.", [], ["AKDB implements openDesk"]),
    ("openDesk läuft bei der Stadt Ulm.", ["Ulm implements openDesk"], []),
    (
        "Am Programm Modellprojekte Smart Cities wirkt die Stadt Ulm mit.",
        ["Ulm implements Modellprojekte Smart Cities"],
        [],
    ),
    ("Das Land Hamburg hat LLMoin bei Dataport in Auftrag gegeben.", ["Dataport develops LLMoin"], []),
    ("Ulm und Aalen haben mit der AKDB Verträge geschlossen.", [], ["Ulm cooperatesWith Aalen"]),
    ("Ulm und Aalen haben einen Vertrag geschlossen.", ["Ulm cooperatesWith Aalen"], []),
    ("Der Ulmer Gemeinderat hat getagt.", [], ["* locatedIn Ulm"]),
    (
        "Im Mai richtet Söders Haus, die Bayerische Staatskanzlei, in Fulda den Zukunftskongress aus.",
        ["Zukunftskongress Staat & Verwaltung heldIn Fulda", "Bayerische Staatskanzlei organises *"],
        [],
    ),
    (
        "Anna Weber, die das Land Hessen im IT-Planungsrat vertritt und auch im Beirat der FITKO sitzt, sprach.",
        ["Anna Weber represents Hessen"],
        ["Hessen memberOf Beirat"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), WHOSE)
def test_whose_doing_it_is(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
