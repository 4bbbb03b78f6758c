"""Members that are named as examples, or taken in, and partners that do one thing together."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    ("Die Vitako hat 50 Mitglieder, darunter Dataport.", ["Dataport memberOf Vitako"], ["Vitako memberOf Dataport"]),
    ("Mitglieder der Vitako wie die AKDB oder Dataport wollen mitreden.", ["AKDB memberOf Vitako"], []),
    ("Die Vitako versorgt ihre Mitglieder mit Nachrichten, unter ihnen die AKDB.", ["AKDB memberOf Vitako"], []),
    ("Die Vitako hat 50 Mitglieder, von der AKDB bis zu Dataport.", ["Dataport memberOf Vitako"], []),
    ("Die Vitako lädt ihre Mitglieder ein, die AKDB berichtet.", [], ["AKDB memberOf Vitako"]),
    (
        "Als neues Mitglied begrüßt die Vitako die Komm.ONE.",
        ["Komm.ONE memberOf Vitako"],
        ["Vitako memberOf Komm.ONE"],
    ),
    ("Die Vitako hat die Komm.ONE aufgenommen.", ["Komm.ONE memberOf Vitako"], []),
    (
        "Der KISA gehören außer Torgau auch Kamenz und Zittau an.",
        ["Torgau memberOf KISA", "Kamenz memberOf KISA", "Zittau memberOf KISA"],
        [],
    ),
    ("Alle Städte außer Torgau und Zittau gehören der KISA an.", [], ["* memberOf KISA"]),
    ("Niemand außer Torgau gehört der KISA an.", [], ["* memberOf KISA"]),
    ("Als neues Mitglied begrüßte Vorstand Jens Roth die Komm.ONE.", [], ["Jens Roth memberOf Komm.ONE"]),
    ("Hinter dem Zweckverband eGo-Saar stehen Saarlouis und Merzig.", ["Merzig memberOf eGo-Saar"], []),
    ("Kassel und Fulda wollen ihre Ämter enger verzahnen.", ["Kassel cooperatesWith Fulda"], []),
    ("Geplant ist ein gemeinsames Lagezentrum von Kassel und Fulda.", ["Kassel cooperatesWith Fulda"], []),
    ("Kassel und Fulda bündeln ihre Kräfte.", ["Kassel cooperatesWith Fulda"], []),
    ("Neu ist civento, das Fulda mit der AKDB vorbereitet hat.", ["Fulda cooperatesWith AKDB"], []),
    ("Wie Hessen mit dem Bundesrechnungshof ein Register aufbaut, ist offen.", ["Hessen cooperatesWith *"], []),
    ("Der Plan, den Hessen mit Bayern ausgearbeitet hat, liegt vor.", ["Hessen cooperatesWith Bayern"], []),
    ("Der Plan, den Hessen mit Mühe ausgearbeitet hat, liegt vor.", [], ["* cooperatesWith *"]),
    ("Kassel und Fulda koordinieren Hilfe.", [], ["Kassel cooperatesWith Fulda"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES)
def test_who_is_a_member_or_a_partner(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
