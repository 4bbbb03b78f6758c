"""Who has, had or sees to a post that is told by no more than its noun, a pronoun or what is done with it."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

CASES = [
    # what is left open by who has gone
    (
        "Kassel sucht einen CDO. Seit dem Weggang von Anna Weber im Herbst ist die Stelle frei.",
        ["Anna Weber holds CDO at Kassel former"],
        [],
    ),
    (
        "Jens Ott ist seit Mai CDO der Stadt Ulm. Anna Weber war im Herbst zum Bund gewechselt, "
        "ein halbes Jahr lang war "
        "die Stelle vakant.",
        ["Anna Weber holds CDO at Ulm former", "Jens Ott holds CDO at Ulm"],
        [],
    ),
    (
        "Seit Anna Weber zum Bund gewechselt ist, führt Jens Ott das Amt des CIO von Hessen kommissarisch.",
        ["Anna Weber holds CIO at Hessen former", "Jens Ott holds CIO at Hessen acting"],
        [],
    ),
    (
        "Der Minister nutzt das Amt, das Jens Ott seit dem Tod von Anna Weber vertretungsweise ausübt.",
        [],
        ["Anna Weber holds Minister"],
    ),
    (
        "Ulm hat wieder einen CDO. Bernd Roth war Referatsleiter. In Kassel bleibt die Stelle nach dem Weggang von "
        "Anna Weber unbesetzt.",
        ["Anna Weber holds CDO at Kassel former"],
        ["Anna Weber holds CDO at Ulm"],
    ),
    (
        "Jens Ott ist in den Ruhestand gegangen. Als Bürgermeister von Ulm hat er noch keinen Nachfolger.",
        ["Jens Ott holds Bürgermeister at Ulm former"],
        [],
    ),
    (
        "Jens Ott geht im Mai in den Ruhestand. Als Bürgermeister von Ulm hat er noch keinen Nachfolger.",
        ["Jens Ott holds Bürgermeister at Ulm current"],
        [],
    ),
    ("Als Bürgermeister von Ulm hat Jens Ott keinen Nachfolger benannt.", [], ["Jens Ott holds * at Ulm former"]),
    (
        "Das Amt des CIO von Hessen, das Jens Ott bis zu diesem Tag ausübte, ist seither frei.",
        ["Jens Ott holds CIO at Hessen former"],
        [],
    ),
    (
        "Gewandert ist in Hessen auch das Amt des CIO. Jens Ott, der es lange Jahre innehatte, lobt das.",
        ["Jens Ott holds CIO at Hessen former"],
        [],
    ),
    # who has it
    (
        "Seit Mai gehört das Amt des CIO in Hessen zur Staatskanzlei. Inhaberin ist Anna Weber.",
        ["Anna Weber holds CIO at Hessen current"],
        [],
    ),
    ("Jens Ott ist Landrat des Kreises Gotha. Inhaber der Firma ist Karl Mai.", [], ["Karl Mai holds *"]),
    (
        "Auch das Amt des CIO ist in Sachsen neu geregelt. Es wird von Staatssekretärin Anna Weber ausgeübt.",
        ["Anna Weber holds CIO at Sachsen current"],
        [],
    ),
    ("In Hessen ist das Amt des CIO frei. Übernommen hat es Jens Ott.", ["Jens Ott holds CIO at Hessen new"], []),
    ("In Hessen ist das Amt des CIO frei. Jens Ott möchte es übernehmen.", [], ["Jens Ott holds *"]),
    ("In Hessen ist das Amt des CIO frei. Es wird nicht von Jens Ott übernommen.", [], ["Jens Ott holds *"]),
    (
        "Die Stelle der CDO der Stadt Ulm wird derzeit von Anna Weber ausgefüllt.",
        ["Anna Weber holds CDO at Ulm current"],
        [],
    ),
    (
        "Das Amt des CIO von Hessen wurde bis 2020 von Jens Ott ausgeübt.",
        ["Jens Ott holds CIO at Hessen former until=2020"],
        [],
    ),
    (
        "Die Stelle der CDO der Stadt Ulm wird zum 1. Mai von Anna Weber übernommen.",
        ["Anna Weber holds CDO at Ulm designated"],
        [],
    ),
    (
        "Auch das Amt des CIO ist in Sachsen umgezogen. Bernd Lüder, der es weiter ausübt, ist Jurist.",
        ["Bernd Lüder holds CIO at Sachsen current"],
        [],
    ),
    (
        "An der Spitze der hessischen IT stehen Jens Ott als CIO und Anna Weber als CISO.",
        ["Jens Ott holds CIO at Hessen current", "Anna Weber holds CISO at Hessen current"],
        [],
    ),
    (
        "Der Rat schlug Jens Ott als CIO und Anna Weber als CISO der Stadt Ulm vor.",
        [],
        ["Jens Ott holds CIO at Ulm current", "Anna Weber holds CISO at Ulm current"],
    ),
    # who was it before
    (
        "Amtsleiter Jens Ott aus Ulm, heute Landrat des Kreises Gotha, erinnerte an den Anfang.",
        ["Jens Ott holds Amtsleiter at Ulm former", "Jens Ott holds Landrat at Landkreis Gotha current"],
        [],
    ),
    (
        "Bürgermeister Jens Ott aus Ulm, inzwischen auch Präsident des Städtetags, erinnerte an den Anfang.",
        ["Jens Ott holds Bürgermeister at Ulm current"],
        [],
    ),
    (
        "Dort ist Anna Weber Staatssekretärin, die bis Juni 2022 Präsidentin der FITKO war.",
        ["Anna Weber holds Präsident at FITKO former until=2022-06"],
        [],
    ),
    # who sees to it
    (
        "Bis eine Nachfolge gefunden ist, führt Jens Ott die Geschäfte des CIO von Hessen.",
        ["Jens Ott holds CIO at Hessen acting"],
        [],
    ),
    (
        "Jens Ott führt die Geschäfte des Landrats im Kreis Gotha.",
        ["Jens Ott holds Landrat at Landkreis Gotha acting"],
        [],
    ),
    # who takes it from whom
    (
        "Staatssekretär Jens Ott, auch CIO von Hessen, geht zum 30. Juni. Nachfolgerin in beiden Ämtern wird "
        "Anna Weber.",
        ["Anna Weber holds CIO at Hessen designated", "Anna Weber holds Staatssekretär at * designated"],
        [],
    ),
    (
        "Jens Ott ist neuer CIO von Hessen. Er folgt auf K. Wendland, die in die Wirtschaft wechselt.",
        ["K. Wendland holds CIO at Hessen former"],
        [],
    ),
    (
        "Innenminister Jens Ott hat das Amt von Karl Mai übernommen, der seither als Ministerpräsident von Hessen "
        "regiert.",
        ["Karl Mai holds Ministerpräsident at Hessen current"],
        [],
    ),
    (
        "Anna Weber geht in den Ruhestand. Im Amt der CIO von Hessen folgt ihr Peter Schneider.",
        ["Peter Schneider holds CIO at Hessen new", "Anna Weber holds CIO at Hessen former"],
        [],
    ),
    (
        "Jens Ott, der das Amt 2018 von Oberbürgermeister Karl Mai übernommen hatte, lud nach Ilmenau ein.",
        ["Karl Mai holds Oberbürgermeister at * former"],
        [],
    ),
    (
        "Der bisherige CDO der Stadt Ulm, Jens Ott, ist seit Februar Beigeordneter der Stadt Kassel. "
        "Seine Nachfolgerin "
        "heißt Anna Weber.",
        ["Anna Weber holds CDO at Ulm"],
        ["Anna Weber holds Beigeordneter"],
    ),
    (
        "Der frühere Staatssekretär Jens Ott ist seit 2020 Präsident des BSI. Seine Nachfolgerin wird Anna Weber.",
        ["Anna Weber holds Präsident at BSI"],
        ["Anna Weber holds Staatssekretär"],
    ),
    (
        "Unter den Gästen war die Ulmer CISO Anna Weber. Kassels früherer Oberbürgermeister Jens Ott, der nicht mehr "
        "angetreten war, schickte ein Fax.",
        ["Jens Ott holds Oberbürgermeister at Kassel former"],
        ["Anna Weber holds Oberbürgermeister"],
    ),
    (
        "Staatssekretär Jens Ott hat sein Amt im hessischen Finanzministerium niedergelegt.",
        ["Jens Ott holds Staatssekretär at * former"],
        [],
    ),
    ("Landrätin Anna Weber hat ihr Amt im Kreistag niedergelegt.", [], ["Anna Weber holds Landrat at * former"]),
    (
        "Anna Weber verlässt Ulm. Ihr Amt als Bürgermeisterin der Stadt endet am 31. März 2024.",
        ["Anna Weber holds Bürgermeister at Ulm current until=2024-03-31"],
        [],
    ),
    (
        "Anna Weber war beliebt. Ihre Zeit als CIO von Hessen endete im Januar 2024.",
        ["Anna Weber holds CIO at Hessen former until=2024-01"],
        [],
    ),
    # for whom somebody sits in a board, and who only speaks
    ("Anna Weber vertritt Hessen als CIO im IT-Planungsrat.", ["Anna Weber holds CIO at Hessen current"], []),
    ("Anna Weber vertritt Landrat Jens Ott als Vorsitzende des Landkreistags.", [], ["Anna Weber holds *"]),
    (
        "CIO des Saarlandes ist Jens Ott. Dafür, so Ott, sei der Bildungsminister zuständig.",
        ["Jens Ott holds CIO at Saarland"],
        ["Jens Ott holds Bildungsminister"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_posts_by_what_is_said_of_them(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text), said, never)
