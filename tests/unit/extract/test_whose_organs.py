"""Whose a unit, an organ or an office is, and what a body says in a paper of its own."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article, rules_only

CASES = [
    ("Das Ordnungsamt der Stadt Gera nutzt die E-Akte.", ["Ordnungsamt Gera partOf Gera"], []),
    ("Das Kasseler Sozialamt nutzt die E-Akte.", ["Sozialamt Kassel partOf Kassel"], []),
    ("Der Schulausschuss der Stadt Ulm hat am Dienstag getagt.", ["Schulausschuss partOf Ulm"], []),
    ("Anna Weber leitet das Bürgeramt in Fulda.", ["Bürgeramt partOf Fulda"], []),
    ("Im BMI ist der IT-Stab zuständig.", ["IT-Stab partOf Bundesministerium des Innern"], []),
    (
        "Anna Weber führt die Stabsstelle Mobilität im Rathaus von Ulm.",
        ["Stabsstelle Mobilität partOf Ulm"],
        [],
    ),
    (
        "Die Wartung geht auf das Team Schul-IT bei der Stadtverwaltung Gera über.",
        ["Schul-IT partOf Gera"],
        [],
    ),
    (
        "Am Fraunhofer-Institut FOKUS leitet Anna Weber die Abteilung Netze.",
        ["Abteilung Netze partOf Fraunhofer-Institut FOKUS"],
        [],
    ),
    ("Die Trägerversammlung im ITV.SH hat Anna Weber gewählt.", ["Trägerversammlung partOf ITV.SH"], []),
    ("Die CDU-Fraktion im Hessischen Landtag lehnt das ab.", ["CDU-Fraktion partOf Hessischer Landtag"], []),
    (
        "Sie sitzt im Beirat des Öffentlichen Gesundheitsdienstes beim Robert Koch-Institut.",
        ["Beirat partOf Robert Koch-Institut"],
        [],
    ),
    ("Der Beirat tagte am Freitag im Rathaus von Kassel.", [], ["Beirat partOf Kassel"]),
    ("Der Beirat in Kassel hat das begrüßt.", [], ["Beirat partOf Kassel"]),
    (
        "Ein Gutachten, das der Verwaltungsrat bei der Materna GmbH bestellt hat, fehlt noch.",
        [],
        ["Verwaltungsrat partOf Materna"],
    ),
    (
        "Die Arbeitsgruppe Cloud des IT-Planungsrats hat beim BMI in Berlin getagt.",
        ["Arbeitsgruppe Cloud partOf IT-Planungsrat"],
        ["Arbeitsgruppe Cloud partOf Bundesministerium des Innern"],
    ),
    (
        "In ihrem Leitfaden „Gute Dienste“ rät die FITKO zu mehr Mut.",
        ["FITKO publishes Gute Dienste"],
        [],
    ),
    (
        "So schlecht war es nie: In seinem Sonderbericht „Zu spät“ tadelt der Bundesrechnungshof das Tempo.",
        ["Bundesrechnungshof publishes Zu spät"],
        [],
    ),
    (
        "Das hat die Bitkom in ihrer Studie „Mehr Tempo“ vorgerechnet.",
        ["Bitkom publishes Mehr Tempo"],
        [],
    ),
    (
        "Der Hessische Städtetag und der Hessische Landkreistag haben in ihrer Fuldaer Erklärung alles abgelehnt.",
        ["Hessischer Städtetag publishes Fuldaer Erklärung", "Hessischer Landkreistag publishes Fuldaer Erklärung"],
        [],
    ),
    ("Die FITKO zitiert in ihrem Brief die Studie „Mehr Tempo“.", [], ["FITKO publishes Mehr Tempo"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:48] for text, _, _ in CASES])
def test_whose_it_is(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
