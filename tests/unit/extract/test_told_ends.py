"""The end of a work holds for what a past tense tells of its use, before or after it."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Suhl führte 2012 das Verfahren Amtsblick ein. Vor zwei Jahren wurde es abgeschaltet.",
        ["Suhl implements Amtsblick ended"],
        [],
    ),
    ("Suhl nutzte das Portal Amtsblick, das 2022 vom Netz ging.", ["Suhl implements Amtsblick ended"], []),
    ("Das Portal Amtsblick der Stadt Suhl gibt es nicht mehr.", ["Suhl develops Amtsblick ended"], []),
    ("Das Portal Amtsblick der Stadt Suhl wird nicht länger angeboten.", ["Suhl develops Amtsblick ended"], []),
    (
        "Suhl hat das Portal Amtsblick eingeführt. Gera hat Amtsblick abgeschaltet.",
        ["Suhl implements Amtsblick asserted", "Gera implements Amtsblick ended"],
        ["Suhl implements Amtsblick ended"],
    ),
    (
        "Das Portal Amtsblick, das die Stadt Suhl nutzt, war vorübergehend offline.",
        ["Suhl implements Amtsblick asserted"],
        [],
    ),
    (
        "Suhl hat das Portal Amtsblick eingeführt. Das alte Verfahren Ratsdok ist abgeschaltet.",
        ["Suhl implements Amtsblick asserted"],
        ["Suhl implements Amtsblick ended"],
    ),
    (
        "Gera und Jena führten 2015 das Portal Saaleweb ein. In Jena ging Saaleweb 2020 vom Netz.",
        ["Gera implements Saaleweb asserted", "Jena implements Saaleweb ended"],
        ["Gera implements Saaleweb ended"],
    ),
    (
        "Gera und Jena führten 2015 das Portal Saaleweb ein. Das Jenaer Saaleweb ging 2020 vom Netz.",
        ["Gera implements Saaleweb asserted", "Jena implements Saaleweb ended"],
        ["Gera implements Saaleweb ended"],
    ),
    (
        "Gera führte 2019 den Dienst Geri ein. Im Bürgeramt ist der Dienst Geri nicht mehr im Einsatz.",
        ["Gera implements Geri asserted"],
        ["Gera implements Geri ended"],
    ),
    (
        "Gera führte 2019 den Dienst Geri ein. Im Mai 2021 wurde der Dienst Geri eingestellt.",
        ["Gera implements Geri ended"],
        [],
    ),
    (
        "Gera führte die App Geri ein. Für iPhones wird die App Geri nicht mehr angeboten.",
        ["Gera implements Geri asserted"],
        ["Gera implements Geri ended"],
    ),
    (
        "Gera führte 2019 die App Geri ein. Mit Version 2 der App Geri ist nun Schluss, Version 3 ist da.",
        ["Gera implements Geri asserted"],
        ["Gera implements Geri ended"],
    ),
    (
        "Gera nutzte die App Geri. Im Mai wurde die App abgeschaltet, im Herbst kommt sie wieder.",
        ["Gera implements Geri asserted"],
        [],
    ),
    (
        "Gera entwickelte das Portal Saaleweb, das 2020 eingestellt wurde.",
        ["Gera develops Saaleweb asserted"],
        ["Gera develops Saaleweb ended"],
    ),
    (
        "Gera entwickelte die App Geri. Sie wurde 2021 eingestellt.",
        ["Gera develops Geri asserted", "Gera implements Geri ended"],
        ["Gera develops Geri ended"],
    ),
    ("Gera betrieb das Portal Saaleweb, das 2020 eingestellt wurde.", ["Gera develops Saaleweb ended"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-48:] for text, _, _ in CASES])
def test_what_ends(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, title="Meldung aus der Verwaltung"), said, never)
