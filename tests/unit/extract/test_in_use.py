"""Wordings for what is in use, made, paid for, shared or built on something else, and what they must not say."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    ("In der Stadt Ulm ist openDesk schon Vergangenheit.", ["Ulm implements openDesk ended"], []),
    ("In Ulm gehört openDesk der Vergangenheit an.", ["Ulm implements openDesk ended"], []),
    ("Regisafe heißt das neue Aktensystem im Landkreis Fulda.", ["Fulda implements Regisafe asserted"], []),
    ("Die Tochter der Stadt Ulm heißt govdigital.", [], ["Ulm implements govdigital", "Ulm develops govdigital"]),
    ("civento steht auch den Beschäftigten der Stadt Ulm zur Verfügung.", ["Ulm implements civento"], []),
    ("Die Stadt Ulm hat die E-Akte schon lange.", ["Ulm implements E-Akte asserted"], []),
    ("Die Stadt Ulm hat die E-Akte ausgeschrieben.", [], ["Ulm implements E-Akte asserted"]),
    ("Die Stadt Ulm hat die E-Akte im Blick.", [], ["Ulm implements E-Akte"]),
    ("Die Stadt Ulm hat keine E-Akte.", [], ["Ulm implements E-Akte asserted"]),
    ("Fulda hat civento hinter sich gelassen, während Kassel daran festhält.", ["Fulda implements civento ended"], []),
    ("Aus der Stadt Ulm wurde civento verbannt.", [], ["Ulm implements civento asserted"]),
    ("Die Wahl der Stadt Ulm fiel auf openDesk.", ["Ulm implements openDesk"], []),
    ("Der Vorsitz der Stadt Ulm fiel auf Freitag.", [], ["Ulm implements openDesk"]),
    ("Für openDesk ist die Stadt Ulm geehrt worden.", ["Ulm implements openDesk"], []),
    ("Mit dem Preis openDesk ist die Stadt Ulm geehrt worden.", [], ["Ulm implements openDesk"]),
    ("In Fulda setzt man weiter auf civento.", ["Fulda implements civento"], []),
    ("3.000 Arbeitsplätze der Stadt Ulm werden auf LibreOffice umgestellt.", ["Ulm implements LibreOffice"], []),
    (
        "Bezogen wird civento von der ekom21.",
        ["ekom21 develops civento"],
        ["ekom21 implements civento"],
    ),
    ("Das Land Hessen hat civento von der ekom21 übernommen.", ["ekom21 develops civento"], []),
    (
        "Das Land Hessen übernimmt civento, das Daten von Dataport anzeigt.",
        [],
        ["Dataport develops civento"],
    ),
    ("An civento schreibt die ekom21 seit 2015.", ["ekom21 develops civento"], []),
    ("Ausgetüftelt haben civento die ekom21 und die Stadt Kassel.", ["ekom21 develops civento"], []),
    ("Die Server von civento stehen im Rechenzentrum der ekom21.", ["ekom21 develops civento"], []),
    ("Fulda arbeitet mit civento; den Betrieb besorgt die ekom21.", ["ekom21 develops civento"], []),
    ("Für die Stadt Ulm gibt es vom Bund zwei Millionen Euro.", ["Bund funds Ulm"], []),
    ("Für die Stadt Ulm gibt es vom Bund viel Lob.", [], ["Bund funds Ulm"]),
    ("Der Bund fördert in Ulm den Bau der Netze.", ["Bund funds Ulm"], []),
    ("So will es das Gesetz, sagt Ulm zur E-Akte.", [], ["E-Akte basedOn *"]),
    (
        "Die Wohnsitzanmeldung, die Melsungen über civento anbietet, ist neu.",
        ["Wohnsitzanmeldung basedOn civento"],
        [],
    ),
    ("Hessen spricht sich mit Bayern ab.", ["Hessen cooperatesWith Bayern"], []),
    ("Hessen spricht Bayern die Kompetenz ab.", [], ["Hessen cooperatesWith Bayern"]),
    ("Die Stadt Ulm überträgt ihre IT an die ekom21.", ["Ulm cooperatesWith ekom21"], []),
    ("Die Stadt Ulm wird vom Bund mit zwei Millionen Euro unterstützt.", [], ["Ulm cooperatesWith Bund"]),
    (
        "Ulm, Aalen und Gera arbeiten zusammen.",
        ["Ulm cooperatesWith Aalen", "Ulm cooperatesWith Gera", "Aalen cooperatesWith Gera"],
        [],
    ),
    (
        "Den Vorsitz im IT-Planungsrat teilen sich Hessen und Bayern.",
        [],
        ["IT-Planungsrat partOf Hessen", "IT-Planungsrat partOf Bayern"],
    ),
    ("Gera ist die zweite Stadt, die ThAVEL eingeführt hat.", ["Gera implements ThAVEL"], []),
    ("Gera ist eine von vier Städten, die ThAVEL nutzen.", ["Gera implements ThAVEL"], []),
    (
        "Die ekom21 ist ein Zweckverband, den das Land Hessen mit zwei Millionen Euro unterstützt.",
        ["Hessen funds ekom21"],
        [],
    ),
    ("Gera ist stolz auf die Nachbarn, die ThAVEL nutzen.", [], ["Gera implements ThAVEL"]),
    ("Gera ist keine Stadt, die ThAVEL nutzt.", [], ["Gera implements ThAVEL"]),
    ("Gera gehört zu den fünf Städten, die civento testen.", ["Gera pilots civento"], []),
    ("Gera zählt zu den ersten Städten, in denen civento getestet wird.", ["Gera pilots civento"], []),
    ("Gera gehört zu einer Stadt, die civento testet.", [], ["Gera pilots civento"]),
    (
        "Die Stadt Ulm setzt statt auf civento nun auf openDesk.",
        ["Ulm implements openDesk asserted", "Ulm implements civento ended"],
        [],
    ),
    (
        "Beim Umstieg auf openDesk hilft der Stadt Ulm die ekom21.",
        ["Ulm implements openDesk"],
        ["ekom21 implements openDesk"],
    ),
    ("Die Stadt Ulm verschiebt den Start der E-Akte auf 2026.", ["Ulm implements E-Akte planned"], []),
    ("Die Stadt Ulm brach den Test der E-Akte ab.", ["Ulm pilots E-Akte"], []),
    ("Das Onlinezugangsgesetz, vom Bundestag im Juni beschlossen, gilt.", ["Bundestag adopts Onlinezugangsgesetz"], []),
    ("Die ekom21, von der die AKDB profitiert, wächst.", [], ["AKDB develops *", "ekom21 funds AKDB"]),
    ("Die Generalprobe für civento ging in Ulm gut aus.", ["Ulm pilots civento"], []),
    (
        "Der Bezahldienst ePayBL, den Thüringen mit Sachsen weiterentwickelt, wächst.",
        ["Thüringen develops ePayBL", "Sachsen develops ePayBL"],
        [],
    ),
    ("Die ekom21 entwickelt civento mit Geld der Stadt Ulm.", [], ["Ulm develops civento"]),
    (
        "Angermünde, Templin und Lychen führen mit Unterstützung der DIKOM die E-Akte ein.",
        ["Angermünde implements E-Akte", "Templin implements E-Akte", "Lychen implements E-Akte"],
        ["DIKOM implements E-Akte"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_what_is_in_use(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
