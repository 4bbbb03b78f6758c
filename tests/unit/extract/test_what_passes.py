"""What passes from one holder of an office to the next, and what somebody had or did besides it."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Seit Mai ist Anna Weber CIO von Hessen und damit Nachfolgerin von Uwe Brandt. Im nächsten Jahr übernimmt sie "
        "den Vorsitz im IT-Planungsrat.",
        ["Uwe Brandt holds CIO at Hessen former", "Anna Weber succeeds Uwe Brandt asserted"],
        ["Uwe Brandt holds Vorsitzender", "Uwe Brandt chairs IT-Planungsrat"],
    ),
    (
        "Anna Weber ist Nachfolgerin von Uwe Brandt als CIO von Hessen. 2026 übernimmt sie den Vorsitz im Beirat der "
        "FITKO.",
        ["Uwe Brandt holds CIO at Hessen former", "Anna Weber succeeds Uwe Brandt asserted"],
        ["Uwe Brandt holds Vorsitzender", "Uwe Brandt chairs Beirat"],
    ),
    (
        "Berlins CDO Anna Weber war da. Webers Vorgänger Uwe Brandt war noch Staatssekretär im BMI.",
        ["Anna Weber holds CDO at Berlin", "Uwe Brandt holds Staatssekretär at BMI former"],
        ["Anna Weber holds Staatssekretär"],
    ),
    (
        "Anna Weber leitet das Haus. Ihr Vorgänger Uwe Brandt war Präsident des BSI.",
        ["Uwe Brandt holds Präsident at BSI former"],
        [],
    ),
    (
        "Nach dem Ausscheiden von Vorstand Uwe Brandt bestellte Dataport Anna Weber zur Interimsvorständin.",
        ["Anna Weber holds Interimsvorstand at Dataport acting", "Uwe Brandt holds Vorstand at Dataport former"],
        ["Uwe Brandt holds Interimsvorstand"],
    ),
    (
        "Im IT-Planungsrat vertritt nun Staatssekretärin Anna Weber das Land Hessen. Bislang hatte diese Aufgabe Uwe "
        "Brandt wahrgenommen.",
        ["Anna Weber holds Staatssekretär at Hessen"],
        ["Uwe Brandt holds Staatssekretär"],
    ),
    (
        "Anna Weber ist neue CIO von Hessen. Ihr Vorgänger Uwe Brandt hatte auch den Vorsitz im IT-Planungsrat inne.",
        ["Uwe Brandt holds CIO at Hessen former", "Uwe Brandt holds Vorsitzender at IT-Planungsrat former"],
        ["Anna Weber holds Vorsitzender", "Anna Weber chairs IT-Planungsrat"],
    ),
    (
        "Anna Weber übernimmt das Amt von Uwe Brandt, der als Abteilungsleiter nach Mainz geht.",
        ["Anna Weber succeeds Uwe Brandt"],
        ["Anna Weber holds Abteilungsleiter"],
    ),
    (
        "Anna Weber ist CIO von Hessen. Vor ihr war Uwe Brandt CIO.",
        ["Uwe Brandt holds CIO at Hessen former", "Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Anna Weber ist CIO von Hessen. Diese Aufgabe hatte zuvor Uwe Brandt inne.",
        ["Uwe Brandt holds CIO at Hessen former"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=lambda value: str(value)[:40])
def test_only_what_is_told_to_pass_passes(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


PASSING = [
    (
        "Der Vorsitz des IT-Planungsrats ist von Hessen auf Bayern übergegangen. Digitalminister Jan Holm löst damit "
        "Eva Roth ab.",
        [
            "Jan Holm holds Digitalminister at Bayern",
            "Jan Holm succeeds Eva Roth",
            "Hessen chairs IT-Planungsrat ended",
        ],
        ["Eva Roth holds Digitalminister", "Jan Holm holds Digitalminister at Hessen"],
    ),
    (
        "Bayern hat den Vorsitz im IT-Planungsrat von Hessen übernommen. Staatssekretär Jan Holm folgt auf "
        "Staatssekretärin Eva Roth.",
        ["Jan Holm holds Staatssekretär at Bayern", "Eva Roth holds Staatssekretär at Hessen"],
        [],
    ),
    (
        "Der Vorsitz der Digitalministerkonferenz ging von Berlin an Hamburg. Staatssekretärin Eva Roth wurde von "
        "Senator Jan Holm abgelöst.",
        ["Jan Holm holds Senator at Hamburg", "Eva Roth holds Staatssekretär at Berlin"],
        ["Jan Holm holds Senator at Berlin"],
    ),
    (
        "Der Vorsitz des IT-Planungsrats ging von Hessen an Bayern. Anna Weber, Digitalministerin in Kiel, lobte das.",
        ["Anna Weber holds Digitalminister at Schleswig-Holstein"],
        ["Anna Weber holds Digitalminister at Bayern", "Anna Weber holds Digitalminister at Hessen"],
    ),
    (
        "Sachsen gibt den Vorsitz im IT-Planungsrat an Bayern ab. Auf Staatssekretärin Eva Roth folgt "
        "Digitalminister Jan Holm.",
        ["Eva Roth holds Staatssekretär at Sachsen", "Jan Holm holds Digitalminister at Bayern"],
        [],
    ),
    (
        "Der Vorsitz wechselt von Sachsen zu Bayern. Ihn übernimmt Digitalminister Jan Holm von Staatssekretärin Eva "
        "Roth.",
        ["Eva Roth holds Staatssekretär at Sachsen", "Jan Holm holds Digitalminister at Bayern"],
        [],
    ),
    (
        "Hessen übergab den Vorsitz an Bayern. Ministerin Eva Roth dankte Minister Jan Holm.",
        [],
        ["Jan Holm holds Minister at Hessen"],
    ),
    (
        "Hessen hat den Vorsitz der Digitalministerkonferenz von Hamburg übernommen. Ministerin Eva Roth nahm in "
        "Kassel den Staffelstab von Senator Jan Holm entgegen.",
        ["Eva Roth holds Minister at Hessen", "Jan Holm holds Senator at Hamburg"],
        [],
    ),
    (
        "Hessen hat den Vorsitz der Digitalministerkonferenz von Hamburg übernommen. Ministerin Eva Roth dankte "
        "Senator Jan Holm.",
        ["Eva Roth holds Minister at Hessen", "Jan Holm holds Senator at Hamburg"],
        [],
    ),
    (
        "Hessen übernimmt den Vorsitz der Digitalministerkonferenz von Bayern. Digitalminister Jan Holm übergab den "
        "Stab an Eva Roth.",
        ["Jan Holm holds Digitalminister at Bayern"],
        ["Jan Holm holds Digitalminister at Hessen"],
    ),
    (
        "Hessen hat den Vorsitz der Digitalministerkonferenz von Bayern übernommen. Ministerin Eva Roth übergab dem "
        "Verein einen Scheck.",
        [],
        ["Eva Roth holds Minister at Bayern"],
    ),
    (
        "Bayern lobte den Vorsitz von Hessen. Digitalminister Jan Holm löst Eva Roth ab.",
        [],
        ["Eva Roth holds Digitalminister at Hessen"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), PASSING, ids=lambda value: str(value)[:40])
def test_who_follows_is_of_the_land_that_takes_the_chair(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)


THERE = [
    ("Bis 2020 war er CIO der Stadt Fulda. Sein Nachfolger dort ist Jan Holm.", ["Jan Holm holds CIO at Fulda"], []),
    ("Bis 2020 war er CIO der Stadt Fulda. Dort folgte ihm Jan Holm nach.", ["Jan Holm holds CIO at Fulda"], []),
    (
        "Bis 2020 leitete er das IT-Amt der Stadt Fulda. Seine Nachfolgerin in Fulda ist Eva Roth.",
        ["Eva Roth holds Leiter at IT-Amt Fulda"],
        ["Eva Roth holds CIO at Kassel"],
    ),
    ("Früher war er in Fulda. Sein Nachfolger dort ist Jan Holm.", [], ["Jan Holm holds CIO at Kassel"]),
    ("Im Mai hört er auf. Sein Nachfolger ist Jan Holm.", ["Jan Holm holds CIO at Kassel"], []),
]


@pytest.mark.parametrize(("text", "said", "never"), THERE, ids=lambda value: str(value)[:40])
def test_a_successor_elsewhere_has_what_was_held_there(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(f"Uwe Brandt ist CIO der Stadt Kassel. {text}"), said, never)


COMPARED = [
    (
        "Anders als ihr Vorgänger setzt Eva Roth auf das Portal.",
        [],
        ["Uwe Brandt succeeds Eva Roth", "Eva Roth holds CIO"],
    ),
    ("Ebenso wie sein Vorgänger ist Jan Holm dagegen.", [], ["Uwe Brandt succeeds Jan Holm", "Jan Holm holds CIO"]),
    ("Im Gegensatz zu seinem Vorgänger will Jan Holm das nicht.", [], ["Uwe Brandt succeeds Jan Holm"]),
    ("Anders als sein Vorgänger Jan Holm setzt er auf das Portal.", ["Uwe Brandt succeeds Jan Holm"], []),
    ("Jan Holm, heute Abteilungsleiter in Mainz, war sein Vorgänger.", ["Uwe Brandt succeeds Jan Holm"], []),
    ("Jan Holm war sein Vorgänger.", ["Uwe Brandt succeeds Jan Holm", "Jan Holm holds CIO at Bremen former"], []),
    ("Jan Holm war nicht sein Vorgänger.", [], ["Uwe Brandt succeeds Jan Holm"]),
    ("Jan Holm ist stolz auf seinen Vorgänger.", [], ["Uwe Brandt succeeds Jan Holm"]),
]


@pytest.mark.parametrize(("text", "said", "never"), COMPARED, ids=lambda value: str(value)[:40])
def test_who_is_compared_with_a_predecessor_is_none(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(f"Uwe Brandt ist CIO von Bremen. {text}"), said, never)
