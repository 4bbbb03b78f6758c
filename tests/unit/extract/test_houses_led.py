"""„Das Haus“, „die Agentur“: the body that the paragraph is about, not one that was left or named further above."""

from __future__ import annotations

import pytest
from extract_reading import read_article

LED = [
    (
        "Das Bildungsministerium in Kiel testet das Schulportal.\n\nDer Landesbetrieb IT.Niedersachsen sucht noch. "
        "Nach dem Abschied von Tom Hansen führt Eva Lind das Haus kommissarisch.",
        "Eva Lind",
        "IT.Niedersachsen",
    ),
    (
        "Das Innenministerium Hessen prüft den Antrag.\n\nDie ekom21 (ekom21) wächst. "
        "Seit Mai leitet Jan Roth das Haus.",
        "Jan Roth",
        "ekom21",
    ),
    (
        "Das Innenministerium Hessen prüft den Antrag.\n\nJan Roth leitet seit Mai das Haus. Er will sparen.",
        "Jan Roth",
        "Hessisches Ministerium des Innern, für Sicherheit und Heimatschutz",
    ),
    (
        "Anna Weber steht seit Mai an der Spitze von Dataport. Die bisherige Referatsleiterin im Innenministerium löst "
        "Jan Roth ab, der das Haus zwei Jahre geführt hatte.",
        "Jan Roth",
        "Dataport",
    ),
    (
        "Anna Weber wird Präsidentin des Statistischen Bundesamts. Sie kommt von der Europäischen Zentralbank (EZB) "
        "und folgt auf Jan Roth, der die Behörde zehn Jahre geleitet hatte.",
        "Jan Roth",
        "Statistisches Bundesamt",
    ),
    (
        "Die Arbeit der Bundesagentur für Arbeit wird leichter. Das Landesamt für Statistik half. "
        "Jan Roth leitet die Agentur seit 2020.",
        "Jan Roth",
        "Bundesagentur für Arbeit",
    ),
]


@pytest.mark.parametrize(("text", "person", "body"), LED)
def test_who_leads_it(text: str, person: str, body: str) -> None:
    record = read_article(text)
    names = {entity.id: entity.name for entity in record.entities}
    bodies = {names.get(o.organisation or "") for o in record.offices if names[o.person] == person}
    assert bodies == {body}
