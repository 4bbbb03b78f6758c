"""What is so, beside words that elsewhere put something off."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

ATTRIBUTES = [
    ("Das im Dezember von Gera gestartete Portal NordPort wächst.", "Gera implements NordPort"),
    ("Das am 11. November von der Stadt Gera eingeführte Portal NordPort wächst.", "Gera implements NordPort"),
    ("Der im Juli von Gera und Jena gegründete Verein Wiesennetz wächst.", "Jena memberOf Wiesennetz"),
    ("Die im Oktober vom Bund veröffentlichte Studie Register 2031 lobt Gera.", "Bund publishes Register 2031"),
    ("Das zum 1. Februar von der Stadt Gera eingeführte Portal NordPort wächst.", "Gera implements NordPort"),
]
MONEY = [
    ("Für das vom Bund geförderte Projekt Wiesenfunk hat Gera neue Mittel beantragt.", "Bund funds Wiesenfunk"),
    ("Gera beantragt Gelder aus dem vom Bund finanzierten Programm Wiesenfunk.", "Bund funds Wiesenfunk"),
    (
        "Gera hatte Fördermittel des Bundes für das Projekt Wiesenfunk beantragt, im Mai ging der Bescheid ein.",
        "Bund funds Wiesenfunk",
    ),
]
OUTSTANDING = [
    ("Ziel der Zusammenarbeit von Gera und Jena ist ein gemeinsames Portal.", "Gera cooperatesWith Jena"),
    ("Das Projekt ist eine Kooperation von Gera und Jena mit dem Ziel, Geld zu sparen.", "Gera cooperatesWith Jena"),
    ("Bei der Kooperation von Gera und Jena stehen Schulungen an.", "Gera cooperatesWith Jena"),
    ("Nächster Schritt der Kooperation von Gera und Jena ist ein Rechenzentrum.", "Gera cooperatesWith Jena"),
    ("Die Kooperation zwischen Gera und Jena dauert noch bis 2027.", "Gera cooperatesWith Jena"),
    ("Die Kooperation zwischen Gera und Jena steht vor dem Aus.", "Gera cooperatesWith Jena"),
    ("Im Rahmen der Kooperation von Gera und Jena steht die Einführung von VOIS an.", "Gera cooperatesWith Jena"),
    ("Ziel des Beitritts der Stadt Gera zum Verein Wiesennetz ist der Austausch.", "Gera memberOf Wiesennetz"),
    ("Die Kooperation von Gera und Jena hat neue Server ausgeschrieben.", "Gera cooperatesWith Jena"),
    ("Die Partnerschaft zwischen Gera und Jena ist Ziel von Spott.", "Gera cooperatesWith Jena"),
    ("Die Einführung der E-Akte in Gera ließ lange auf sich warten.", "Gera implements E-Akte"),
    ("In Gera fehlen bei der Einführung der E-Akte noch drei Ämter.", "Gera implements E-Akte"),
    ("Trotz der Einführung der E-Akte stehen in Gera noch Schulungen aus.", "Gera implements E-Akte"),
    ("Die Einführung der E-Akte stellt in Gera die Weichen für mehr Heimarbeit.", "Gera implements E-Akte"),
    ("Das Ziel der Umstellung auf VOIS in Gera ist ein schneller Service.", "Gera implements VOIS"),
    (
        "Für die Einführung von VOIS in Gera fehlen noch Schulungen, im Bürgeramt läuft es schon.",
        "Gera implements VOIS",
    ),
    ("Den Zuschlag für die Einführung von VOIS in Gera erhielt 2018 eine Firma.", "Gera implements VOIS"),
    ("Der Rollout der E-Akte in Hessen dauert noch bis 2027.", "Hessen implements E-Akte"),
    ("Die angestrebte Mitgliedschaft der Stadt Gera im Verein Wiesennetz ist perfekt.", "Gera memberOf Wiesennetz"),
]
CONDITIONS = [
    ("Auch wenn die Finanzierung nicht für immer steht, nutzt Gera die App Wiesi.", "Gera implements Wiesi"),
    ("Selbst wenn der Rat nicht zustimmt, nutzt Gera die App Wiesi.", "Gera implements Wiesi"),
    ("Bei Zustimmung der Eltern nutzt Gera die App Wiesi in Schulen.", "Gera implements Wiesi"),
    ("Die Stadt Gera nutzt die App Wiesi, wenn die Eltern ihre Zustimmung geben.", "Gera implements Wiesi"),
    ("Wenn die Zustimmung der Bürger vorliegt, nutzt Gera die App Wiesi.", "Gera implements Wiesi"),
    ("Als nächste Stufe nutzt Gera nun die E-Akte im Bauamt.", "Gera implements E-Akte"),
    ("Als nächste Stadt nutzt seit Januar Gera das Portal NordPort.", "Gera implements NordPort"),
    ("Die Einführung der E-Akte hat in Gera länger gedauert als geplant.", "Gera implements E-Akte"),
]
STARTS = [
    # what starts for more, elsewhere or again
    ("Gera testet die App Wiesi, die im Juni landesweit startet.", "Gera pilots Wiesi"),
    ("Das Portal NordPort startet im Juni flächendeckend. Pilotkommune ist Gera.", "Gera pilots NordPort"),
    ("Die App Wiesi soll im Juni starten. Gera testet die App Wiesi.", "Gera pilots Wiesi"),
    ("Das Portal NordPort startet im Juni in Jena. Gera nutzt das Portal NordPort.", "Gera implements NordPort"),
    ("Gera nutzt das Portal NordPort, das 2025 mit neuem Aussehen startet.", "Gera implements NordPort"),
    ("Gera beteiligt sich am Projekt Wiesenfunk, das 2025 in die dritte Runde startet.", "Gera implements Wiesenfunk"),
    (
        "Das Projekt Wiesenfunk geht im Juni in die zweite Phase. Gera und Jena machen mit.",
        "Gera implements Wiesenfunk",
    ),
    ("Das Projekt Wiesenfunk soll noch bis 2027 laufen. Gera und Jena machen mit.", "Jena implements Wiesenfunk"),
    ("Das Projekt Wiesenfunk testet im Juni ein Portal. Gera und Jena machen mit.", "Jena implements Wiesenfunk"),
    ("Der Verein Wiesennetz nimmt im Juni seine Arbeit wieder auf. Mitglied ist Gera.", "Gera memberOf Wiesennetz"),
    # the start of something else
    ("Gera setzt auf VOIS. Die Einführung weiterer Module folgt 2025.", "Gera implements VOIS"),
    ("Die Stadt Gera wechselte 2021 zu VOIS. Der Wechsel der Amtsleitung steht im Herbst an.", "Gera implements VOIS"),
    ("Die Stadt Gera hat VOIS gekauft. Der Start der neuen Website ist für 2025 geplant.", "Gera implements VOIS"),
    ("Gera setzt auf das Portal NordPort. Der landesweite Rollout ist für Herbst geplant.", "Gera implements NordPort"),
    # what an event is for
    ("Das Digitalforum Nordwest will Kommunen vernetzen. Veranstalter ist Dataport.", "Dataport organises *"),
]
ONLY_ASKED_FOR = [
    "Gera hat Fördermittel des Bundes für das Projekt Wiesenfunk beantragt, der Bescheid steht noch aus.",
    "Gera wartet auf den Bescheid: Die Stadt hat Mittel des Bundes für das Projekt Wiesenfunk beantragt.",
    "Gera beantragt Fördermittel des Bundes für das Projekt Wiesenfunk.",
]
ALL = [*ATTRIBUTES, *MONEY, *OUTSTANDING, *CONDITIONS, *STARTS]


@pytest.mark.parametrize(("text", "said"), ALL)
def test_what_is_so_is_not_put_off(text: str, said: str) -> None:
    check_statements(read_article(text), [f"{said} asserted"], [f"{said} planned"])


@pytest.mark.parametrize("text", ONLY_ASKED_FOR)
def test_who_is_asked_for_money_neither_gives_it_nor_uses_what_it_is_for(text: str) -> None:
    never = [f"Bund {does} Wiesenfunk" for does in ("funds", "implements", "develops")]
    check_statements(read_article(text), [], never)
