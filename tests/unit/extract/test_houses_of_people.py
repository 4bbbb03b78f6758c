"""„Sein Haus“, „Webers Haus“, „seine Stadt“, „unser Geschäftsbereich“: the body that somebody heads or speaks for."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

_LSI = "Landesamt für Sicherheit in der Informationstechnik"
_MINISTRY = "Bayerisches Staatsministerium für Digitales"
_HEAD = "Anna Weber leitet das Bayerische Staatsministerium für Digitales. "
CASES = [
    (_HEAD + "Das LSI untersteht ihrem Haus.", [f"{_LSI} partOf {_MINISTRY}"], []),
    (_HEAD + "Das LSI untersteht Webers Haus.", [f"{_LSI} partOf {_MINISTRY}"], []),
    (_HEAD + "Das LSI ist eine Behörde ihres Geschäftsbereichs.", [f"{_LSI} partOf {_MINISTRY}"], []),
    (
        _HEAD + "Das LSI ist eine Behörde in ihrem Geschäftsbereich.",
        [f"{_LSI} partOf {_MINISTRY}"],
        [f"{_LSI} locatedIn *"],
    ),
    (_HEAD + "Das LSI untersteht dem Haus von Anna Weber.", [f"{_LSI} partOf {_MINISTRY}"], []),
    (_HEAD + "Webers Haus nutzt die E-Akte.", [f"{_MINISTRY} implements E-Akte"], []),
    (_HEAD + "Ihr früheres Haus nutzt die E-Akte.", [], [f"{_MINISTRY} implements E-Akte"]),
    (
        "Jens Ott (SPD), Bürgermeister von Apolda, lacht. Seine Stadt nutzt civento.",
        ["Apolda implements civento"],
        [],
    ),
    (
        "Jens Ott ist Bürgermeister von Apolda und lacht. Seine Stadt nutzt civento.",
        ["Apolda implements civento"],
        [],
    ),
    (
        "Jens Ott, Geschäftsführer der ekom21, lacht. Seine Stadt nutzt civento.",
        [],
        ["ekom21 implements civento"],
    ),
    (
        "Jens Ott, Hauptgeschäftsführer des Deutschen Städtetags, ist froh. Sein Verband hat das Positionspapier "
        "„Digitale Rathäuser“ vorgelegt.",
        ["Deutscher Städtetag publishes Digitale Rathäuser"],
        ["Jens Ott publishes *"],
    ),
    (_HEAD + "Webers Team nutzt die E-Akte.", [f"{_MINISTRY} implements E-Akte"], []),
    (_HEAD + "Ihre Leute nutzen die E-Akte.", [f"{_MINISTRY} implements E-Akte"], []),
    (_HEAD + "Das Portal Lumo, das ihr Team betreibt, wächst.", [f"{_MINISTRY} develops Lumo"], []),
    (_HEAD + "Sie hat mit ihrem Team die KDO besucht.", [], [f"{_MINISTRY} cooperatesWith *"]),
    (_HEAD + "Ihr früheres Team nutzt die E-Akte.", [], [f"{_MINISTRY} implements E-Akte"]),
    ("Anna Weber ist Bürgermeisterin von Gera. Ihr Team testet civento.", ["Gera pilots civento"], []),
    ("Anna Weber leitet die FITKO. Webers Behörde nutzt civento.", ["FITKO implements civento"], []),
]
_ASKED = (
    "Interview mit Anna Weber, Staatssekretärin im Thüringer Finanzministerium.\n\nFrau Weber, wer baut ThAVEL?\n\n"
)
TOLD = [
    (
        "Das TLRZ, das zu unserem Geschäftsbereich zählt.",
        "Thüringer Landesrechenzentrum partOf Thüringer Finanzministerium",
    ),
    (
        "Das TLRZ, eine Behörde meines Geschäftsbereichs.",
        "Thüringer Landesrechenzentrum partOf Thüringer Finanzministerium",
    ),
    ("Unser Eigenbetrieb KoSIT baut es.", "Koordinierungsstelle für IT-Standards partOf *"),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-50:] for text, _, _ in CASES])
def test_the_house_of_somebody(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


@pytest.mark.parametrize(("answer", "said"), TOLD, ids=[answer[:30] for answer, _ in TOLD])
def test_the_house_of_who_speaks(answer: str, said: str) -> None:
    check_statements(read_article(_ASKED + answer), [said], [])
