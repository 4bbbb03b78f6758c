"""What clauses take over from those around them: places, objects that go without saying, coordination past a gap."""

from __future__ import annotations

import pytest
from extract_reading import Statement, read_article, rules_only, statements_of

READ = [
    ("In Stormarn gibt es kein Papier mehr, alle Ämter arbeiten mit der E-Akte.", "Stormarn implements E-Akte"),
    ("Aus Gera war zu hören, wo man die E-Akte ausprobiert, dass alles läuft.", "Gera pilots E-Akte"),
    ("In Bayern, wo im schwäbischen Kempten die E-Akte schon Alltag ist, läuft es.", "Kempten implements E-Akte"),
    ("Die Stadt Kassel testet gerade, wie sich die E-Akte im Alltag schlägt.", "Kassel pilots E-Akte"),
    ("Ob die E-Akte etwas taugt, erprobt derzeit die Stadt Fulda.", "Fulda pilots E-Akte"),
    ("Die Stadt Fulda hat die E-Akte eingeführt. Kassel testet noch.", "Kassel pilots E-Akte"),
    ("Die Stadt Fulda hat die E-Akte eingeführt, Kassel ist im Herbst so weit.", "Kassel implements E-Akte"),
    (
        "Der Bundestag hat das Onlinezugangsgesetz beschlossen, der Bundesrat stimmte im Juli zu.",
        "Bundesrat adopts Onlinezugangsgesetz asserted",
    ),
    ("Der Landkreis Gießen testet die E-Akte gerade in Pohlheim.", "Pohlheim pilots E-Akte"),
    ("Flensburg verwendet statt Outlook nun Open-Xchange.", "Flensburg implements Microsoft Outlook ended"),
    (
        "Erste Anwender der E-Akte sind die Stadt Jena, die seit Mai dabei ist, und der Ilm-Kreis.",
        "Ilm-Kreis implements E-Akte",
    ),
    (
        "Das Umweltbundesamt in Dessau-Roßlau und das Bundesarchiv in Koblenz nutzen die E-Akte.",
        "Bundesarchiv implements E-Akte",
    ),
    ("Städte aus Sachsen, darunter Plauen, setzen die E-Akte ein.", "Plauen implements E-Akte"),
    ("In Bayern wird die E-Akte eingeführt.", "Bayern implements E-Akte"),
    ("Die in Plauen erprobte E-Akte gefällt.", "Plauen pilots E-Akte"),
    ("In Kassel können Eltern die Kinder über civento anmelden.", "Kassel implements civento asserted"),
]

NOT_READ = [
    ("Die Stadt Fulda hat die E-Akte eingeführt. Kassel testet neue Busse.", "Kassel pilots E-Akte"),
    ("Die Stadt Fulda hat die E-Akte eingeführt. Kassel testet nicht.", "Kassel pilots E-Akte"),
    ("In Stormarn gibt es kein Papier mehr, Kiel arbeitet mit der E-Akte.", "Stormarn implements E-Akte"),
    ("Entwickelt wird civento von der ekom21 mit Sitz in Gießen.", "Gießen develops civento"),
    ("Entwickelt wird civento von der ekom21 in Gießen.", "Gießen develops civento"),
    ("Entwickelt wird civento bei der ekom21 GmbH in Gießen.", "Gießen develops civento"),
    ("Vier Landkreise in Hessen und Bayern nutzen die E-Akte.", "Hessen implements E-Akte"),
    ("Vier Landkreise in Hessen und Bayern führen die E-Akte ein.", "Bayern implements E-Akte"),
    ("Mehrere Gemeinden in Bayern erprobten die E-Akte.", "Bayern pilots E-Akte"),
    ("Städte aus Sachsen, darunter Plauen, setzen die E-Akte ein.", "Sachsen implements E-Akte"),
    ("In Kassel könnten Eltern die Kinder über civento anmelden.", "Kassel implements civento"),
]


@pytest.mark.parametrize(("text", "line"), READ)
def test_it_is_read(text: str, line: str) -> None:
    article = read_article(text, by=rules_only())
    assert Statement.parse(line).found_in(article), statements_of(article)


@pytest.mark.parametrize(("text", "line"), NOT_READ)
def test_it_is_not_read(text: str, line: str) -> None:
    article = read_article(text, by=rules_only())
    assert not Statement.parse(line).found_in(article), statements_of(article)
