"""What somebody took over or left, and who held it before, told by nouns for a post and by those who came before."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    (
        "Anna Weber ist CIO von Hessen. Uwe Brandt, der diese Aufgabe neun Jahre lang versah, geht in Rente.",
        ["Uwe Brandt holds CIO at Hessen former", "Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Anna Weber, Staatssekretärin im BMI, ist seit Mai CIO des Bundes; Uwe Brandt, der beide Posten vor ihr "
        "bekleidete, arbeitet in Kassel.",
        ["Uwe Brandt holds CIO at Bund former", "Uwe Brandt holds Staatssekretär at BMI former"],
        [],
    ),
    (
        "Geschäftsführerin der AKDB ist seit Jahresbeginn Anna Weber; den Posten hatte zuletzt Uwe Brandt versehen.",
        ["Uwe Brandt holds Geschäftsführer at AKDB former", "Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Anna Weber ist CIO von Hessen. Uwe Brandt, ihr Vorgänger im Amt des CIO, war Staatssekretär im BMI.",
        ["Uwe Brandt holds CIO at Hessen former"],
        ["Anna Weber holds Staatssekretär"],
    ),
    (
        "Anna Weber, Geschäftsführerin der AKDB und Nachfolgerin von Uwe Brandt, widerspricht.",
        ["Uwe Brandt holds Geschäftsführer at AKDB former", "Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Geschäftsführer der AKDB ist Uwe Brandt. Folgen soll ihm Anna Weber, noch Leiterin des Hauptamts in Kassel.",
        ["Anna Weber holds Geschäftsführer at AKDB designated"],
        ["Uwe Brandt holds Leiter"],
    ),
    (
        "Anna Weber ist seit dem 1. Februar CIO des Bundes und Staatssekretärin im BMI. Ihr Vorgänger Uwe Brandt ist "
        "als Staatssekretär ins Bundesministerium der Finanzen gewechselt.",
        ["Uwe Brandt holds CIO at Bund former", "Uwe Brandt holds Staatssekretär at Bundesministerium der Finanzen"],
        [],
    ),
    (
        "Den Vorsitz im IT-Planungsrat hat in diesem Jahr der Bund. Wahrgenommen wird er von Anna Weber.",
        ["Anna Weber holds Vorsitzender at IT-Planungsrat current"],
        [],
    ),
    (
        "Uwe Brandt, CIO von Hessen und Staatssekretär im BMI, ist nach Kassel gegangen. Beide Aufgaben liegen nun bei "
        "Anna Weber, bis dahin Abteilungsleiterin im BMI.",
        [
            "Anna Weber holds CIO at Hessen new",
            "Anna Weber holds Staatssekretär at Bundesministerium des Innern",
            "Anna Weber holds Abteilungsleiter at Bundesministerium des Innern former",
        ],
        [],
    ),
    (
        "Den Vorsitz im IT-Planungsrat hatte Uwe Brandt. Er fällt jetzt Anna Weber zu.",
        ["Anna Weber holds Vorsitzender at IT-Planungsrat"],
        [],
    ),
    (
        "Den Vorsitz im IT-Planungsrat hat der Bund. Er wird das Portal übernehmen, sagte Anna Weber.",
        [],
        ["Anna Weber holds Vorsitzender"],
    ),
    (
        "Jens Ott ist neuer Direktor der HZD. Der 52-Jährige löst Uwe Brandt ab, der in den Ruhestand geht.",
        ["Jens Ott succeeds Uwe Brandt", "Uwe Brandt holds Direktor at HZD former"],
        [],
    ),
    (
        "Anna Weber wird Geschäftsführerin der Lecos GmbH. Die Informatikerin, heute in Kassel, löst Uwe Brandt ab.",
        ["Anna Weber succeeds Uwe Brandt", "Uwe Brandt holds Geschäftsführer at Lecos"],
        [],
    ),
    (
        "Anna Weber ist CIO von Kassel. Der Informatikerin folgt im Mai Uwe Brandt.",
        [],
        ["Anna Weber succeeds Uwe Brandt"],
    ),
    (
        "Minister Jens Ott hat Uwe Brandt als Direktor der HZD eingeführt. Der Jurist löst Dirk Mai ab.",
        ["Uwe Brandt succeeds Dirk Mai", "Dirk Mai holds Direktor at HZD former"],
        ["Jens Ott succeeds Dirk Mai"],
    ),
    (
        "Der Bund gibt den Vorsitz im IT-Planungsrat ab. Auf Jens Ott, Staatssekretär im Bundesministerium des Innern, "
        "folgt der Bremer Staatsrat Uwe Brandt.",
        ["Uwe Brandt succeeds Jens Ott", "Uwe Brandt holds Staatsrat at Bremen"],
        ["Uwe Brandt holds Staatssekretär"],
    ),
    (
        "Auch im Verwaltungsrat von Dataport wechselt der Vorsitz: Auf Staatsrat Jens Ott folgt Staatsrat Uwe Brandt.",
        ["Uwe Brandt succeeds Jens Ott"],
        ["Jens Ott succeeds Uwe Brandt"],
    ),
    (
        "Der Vorsitz im Verwaltungsrat von Dataport wechselt im Mai.",
        [],
        ["Dataport chairs Verwaltungsrat"],
    ),
    (
        "Anna Weber legt ihr Amt als Geschäftsführerin der AKDB nieder. Der Rat dankte ihr. Weber war 2016 als "
        "Nachfolgerin von Uwe Brandt angetreten.",
        ["Uwe Brandt holds Geschäftsführer at AKDB former", "Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Anna Weber legt ihr Amt als Geschäftsführerin der AKDB nieder. Im Mai hat sie bei der ekom21 Uwe Brandt "
        "abgelöst.",
        [],
        ["Uwe Brandt holds Geschäftsführer at AKDB"],
    ),
    (
        "Anna Weber legt ihr Amt als Direktorin der HZD nieder. Weber war 2016 als Nachfolgerin von Uwe Brandt "
        "angetreten. Direktor der HZD ist nun Jens Ott.",
        ["Jens Ott succeeds Anna Weber", "Anna Weber succeeds Uwe Brandt"],
        ["Jens Ott succeeds Uwe Brandt"],
    ),
    (
        "Der Landrat des Kreises Plön ist Jens Ott. Vorgänger Uwe Brandt hatte den Katastrophenfall ausgerufen. Seit "
        "Mai hat Ott auch den Vorsitz im Verwaltungsrat von Dataport.",
        ["Uwe Brandt holds Landrat at Kreis Plön former"],
        ["Uwe Brandt holds Vorsitzender"],
    ),
    (
        "Sozialministerin Anna Weber lobt Niedersachsens Kliniken. Die Ministerin des Landes Niedersachsen, die im "
        "März auf Petra Lang gefolgt ist, hofft auf Geld.",
        ["Petra Lang holds Sozialminister at Niedersachsen former"],
        ["Petra Lang holds Minister at Niedersachsen"],
    ),
    (
        "Das Amt des CIO von Hessen geht von Uwe Brandt auf Anna Weber über.",
        ["Uwe Brandt holds CIO at Hessen former", "Anna Weber succeeds Uwe Brandt"],
        [],
    ),
    (
        "Die Aufgaben des CIO von Hessen sollen im Mai von Staatssekretär Uwe Brandt auf Anna Weber übergehen.",
        ["Anna Weber holds CIO at Hessen designated", "Uwe Brandt holds CIO at Hessen current"],
        ["Anna Weber holds Staatssekretär"],
    ),
    (
        "Das Amt des CIO von Hessen geht nicht von Uwe Brandt auf Anna Weber über.",
        [],
        ["Anna Weber succeeds Uwe Brandt"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_a_post_passes_from_one_to_another(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
