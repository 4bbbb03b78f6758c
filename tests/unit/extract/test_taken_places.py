"""Places that belong to somebody else's title, and where a bare title is of no place that the article names."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Anna Weber ist CIO. Sie verantwortet bei einem Zulieferer die IT. Uwe Brandt war CIO im Saarland.",
        ["Uwe Brandt holds CIO at Saarland former"],
        ["Anna Weber holds CIO at Saarland", "Anna Weber succeeds Uwe Brandt"],
    ),
    (
        "CIO Anna Weber kam spät. Eröffnet wurde das Treffen von der saarländischen CIO Eva Roth.",
        ["Eva Roth holds CIO at Saarland"],
        ["Anna Weber holds CIO at Saarland"],
    ),
    (
        "Neue CIO ist Anna Weber. Der bisherige CIO des Saarlands, Uwe Brandt, geht in den Ruhestand.",
        ["Anna Weber holds CIO at Saarland", "Uwe Brandt holds CIO at Saarland former"],
        [],
    ),
    (
        "Anna Weber ist CIO. Das Saarland hat die Stelle im Mai ausgeschrieben.",
        ["Anna Weber holds CIO at Saarland"],
        [],
    ),
    (
        "Uwe Brandt ist CIO. Sein Budget bei der Stadt Freiburg reicht gerade so. Das Saarland spart ebenfalls.",
        [],
        ["Uwe Brandt holds CIO at Saarland"],
    ),
    (
        "Für den ausgeschiedenen CIO Uwe Brandt ist Anna Weber nun CIO der Stadt Köln.",
        ["Anna Weber holds CIO at Köln", "Uwe Brandt holds CIO at Köln former"],
        ["Uwe Brandt holds CIO at Nordrhein-Westfalen"],
    ),
    (
        "Beim Kongress in Hamburg sprach Staatssekretär Uwe Brandt. Gastgeberin war Senatorin Anna Weber.",
        ["Anna Weber holds Senator at Hamburg"],
        ["Uwe Brandt holds Staatssekretär"],
    ),
    ("In Bremen lobte Staatsrat Uwe Brandt die Akte.", ["Uwe Brandt holds Staatsrat at Bremen"], []),
    ("In Berlin lobte Staatssekretär Uwe Brandt die Berliner Akte.", ["Uwe Brandt holds Staatssekretär at Berlin"], []),
    (
        "Im Beirat der FITKO vertritt Amtsleiterin Anna Weber die Stadt Köln.",
        ["Anna Weber holds Amtsleiter at Köln", "Anna Weber represents Köln"],
        ["Anna Weber holds Amtsleiter at FITKO"],
    ),
    (
        "Uwe Brandt ist CIO im Saarland. Seine Vorgängerin Anna Weber ist nun Amtschefin in Stuttgart.",
        ["Anna Weber holds Amtschef at Baden-Württemberg", "Anna Weber holds CIO at Saarland former"],
        ["Anna Weber holds Amtschef at Saarland"],
    ),
    (
        "Saarlands CIO Uwe Brandt traf Jan Holm, Abteilungsleiter in Wiesbaden.",
        ["Jan Holm holds Abteilungsleiter at Hessen"],
        ["Jan Holm holds Abteilungsleiter at Saarland"],
    ),
    (
        "Uwe Brandt ist Staatssekretär im hessischen Innenministerium. Seine Vorgängerin Anna Weber ist jetzt "
        "Ministerin.",
        ["Uwe Brandt holds Staatssekretär"],
        ["Anna Weber holds Minister"],
    ),
    (
        "Uwe Brandt ist Staatssekretär im hessischen Innenministerium. Mit Anna Weber habe er eine Vorgängerin, die "
        "heute Ministerin ist.",
        [],
        ["Anna Weber holds Minister"],
    ),
    (
        "Anna Weber war Referentin und ist heute Ministerin für Digitales in Hessen.",
        ["Anna Weber holds Digitalminister at Hessen"],
        [],
    ),
    (
        "Jan Holm ist Chef der Staatskanzlei in Schleswig-Holstein. Seine Kollegin aus Hessen, Eva Roth, sieht das "
        "anders.",
        ["Jan Holm holds Chef der Staatskanzlei"],
        ["Eva Roth holds Staatssekretär", "Eva Roth holds Chef der Staatskanzlei"],
    ),
    (
        "Staatssekretär Jan Holm vertritt Niedersachsen. Mit seiner Bremer Amtskollegin Eva Roth fährt er nach Berlin.",
        ["Jan Holm holds Staatssekretär at Niedersachsen"],
        ["Eva Roth holds Staatssekretär", "Eva Roth holds Chef der Staatskanzlei"],
    ),
    (
        "Staatssekretär Jan Holm vertritt Niedersachsen. Mit seiner Mainzer Amtskollegin Eva Roth fährt er nach "
        "Berlin.",
        ["Eva Roth holds Staatssekretär at Rheinland-Pfalz"],
        [],
    ),
    (
        "Bundesminister Kai Reh kam nach Hannover. Staatssekretär Jan Holm begleitete ihn.",
        ["Kai Reh holds Bundesminister"],
        ["Jan Holm holds Staatssekretär at Niedersachsen"],
    ),
    (
        "Hessen testet das. Digitalministerin Eva Roth, seit Juli Nachfolgerin von Jan Holm, begleitet das Vorhaben.",
        ["Eva Roth holds Digitalminister at Hessen"],
        [],
    ),
    (
        "Landrätin Eva Roth sprach in Kassel. Landrat Jan Holm kam nach Ulm.",
        [],
        ["Jan Holm holds Landrat", "Eva Roth holds Landrat"],
    ),
    (
        "In Kassel entsteht ein Portal. Oberbürgermeister Jan Holm lobte es.",
        ["Jan Holm holds Oberbürgermeister at Kassel"],
        [],
    ),
    (
        "Das Ministerium in Magdeburg lud ein. Anna Weber kam auch. Die Beauftragte will die Akte.",
        [],
        ["Anna Weber holds Beauftragter"],
    ),
    (
        "Jan Holm ist CDO von Köln. Seine Kollegin aus Ulm, Eva Roth, sieht das anders.",
        ["Eva Roth holds CDO at Ulm"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=lambda value: str(value)[:40])
def test_a_bare_title_takes_no_place_of_another(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
