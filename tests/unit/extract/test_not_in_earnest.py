"""What is only stood for, played, dreamt, called untrue or put right at once, and offices of other countries."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, read_article

STOOD_FOR = [
    ("Die Fraktion schlug Eva Roth als CIO des Landes Bremen vor.", [], ["Eva Roth holds *"]),
    ("Zum Vorsitzenden des IT-Beirats wurde Kai Reh vorgeschlagen.", [], ["Kai Reh holds *", "Kai Reh chairs *"]),
    ("Als CIO des Landes Bremen wurde Eva Roth ins Spiel gebracht.", [], ["Eva Roth holds *"]),
    ("Als CIO des Landes Bremen schlug Eva Roth vor, die E-Akte einzuführen.", ["Eva Roth holds CIO at Bremen"], []),
    (
        "Der CIO des Landes Hessen, Kai Reh, wurde als Vorsitzender des IT-Planungsrats vorgeschlagen.",
        ["Kai Reh holds CIO at Hessen"],
        ["Kai Reh holds Vorsitzender"],
    ),
    (
        "Auf Vorschlag des Ministers wurde Kai Reh zum Vorsitzenden des IT-Planungsrats gewählt.",
        ["Kai Reh holds Vorsitzender at IT-Planungsrat"],
        [],
    ),
    (
        "Kai Reh wurde als Vorsitzender des IT-Beirats vorgeschlagen und einstimmig gewählt.",
        ["Kai Reh holds Vorsitzender at IT-Beirat"],
        [],
    ),
    (
        "Zur CIO des Landes Bremen vorgeschlagen und ernannt wurde Eva Roth.",
        ["Eva Roth holds CIO at Bremen"],
        [],
    ),
    (
        "Der Rat hat Kai Reh, vorgeschlagen von der SPD, zum Beigeordneten der Stadt Ulm gewählt.",
        ["Kai Reh holds Beigeordneter at Ulm"],
        [],
    ),
    (
        "Eva Roth wurde vom Landrat vorgeschlagen und vom Kreistag als CIO des Landkreises Gießen bestätigt.",
        ["Eva Roth holds CIO at Landkreis Gießen"],
        [],
    ),
    ("Kai Reh wurde als CIO der Stadt Ulm vorgeschlagen und Eva Roth gewählt.", [], ["Kai Reh holds *"]),
    ("Kai Reh wurde als CIO der Stadt Ulm vorgeschlagen, aber nicht gewählt.", [], ["Kai Reh holds *"]),
    ("Der Rat wurde gewählt und hat Kai Reh als CIO der Stadt Ulm vorgeschlagen.", [], ["Kai Reh holds *"]),
    ("Der Vorstand schlägt vor, Kai Reh zum Vorsitzenden der Vitako zu wählen.", [], ["Kai Reh holds *"]),
    ("Der Beirat fordert, Eva Roth zur CIO der Stadt Ulm zu ernennen.", [], ["Eva Roth holds *"]),
    ("Der Rat beschloss, Eva Roth zur CIO der Stadt Ulm zu ernennen.", ["Eva Roth holds CIO at Ulm"], []),
    ("Eva Roth galt schon als neue CIO des Landes Bremen, sagte aber ab.", [], ["Eva Roth holds *"]),
    ("Eva Roth stand schon als CIO von Bremen fest, dann zerbrach die Koalition.", [], ["Eva Roth holds *"]),
    ("Eva Roth steht als neue CIO des Landes Bremen fest.", ["Eva Roth holds CIO at Bremen"], []),
    ("Eva Roth war zur CIO von Bremen gewählt, nahm die Wahl aber nicht an.", [], ["Eva Roth holds *"]),
    ("Kai Reh war zum Landrat des Kreises Kassel gewählt worden. Er nahm die Wahl nicht an.", [], ["Kai Reh holds *"]),
    ("Kai Reh ist CIO von Hessen. Er lehnte das Angebot ab.", ["Kai Reh holds CIO at Hessen current"], []),
    (
        "Zum Vorsitzenden des IT-Beirats wurde Kai Reh nominiert. Gewählt wurde Eva Roth.",
        [],
        ["Kai Reh holds *", "Kai Reh chairs *"],
    ),
    (
        "Kai Reh soll Vorsitzender des IT-Beirats werden. Zu seiner Stellvertreterin wurde Eva Roth gewählt.",
        ["Kai Reh holds Vorsitzender designated"],
        [],
    ),
    (
        "Zum Oberbürgermeister von Ulm soll am Sonntag Kai Reh gewählt werden. Gegen ihn tritt Eva Roth an.",
        [],
        ["Kai Reh holds *"],
    ),
    (
        "Kai Reh wurde als Landrat des Kreises Kassel nominiert, Eva Roth ist seine Gegenkandidatin.",
        [],
        ["Kai Reh holds *"],
    ),
    (
        "Eva Roth wird CIO von Hessen. Sie setzte sich gegen zwei Mitbewerber durch.",
        ["Eva Roth holds CIO at Hessen designated"],
        [],
    ),
    (
        "Eva Roth leitet im Thüringer Finanzministerium die Abteilung Netze. "
        "Sie sprach mit dem Landesbeauftragten Kai Reh.",
        ["Kai Reh holds Landesbeauftragter at Thüringen"],
        ["Kai Reh holds Landesbeauftragter at Thüringer Finanzministerium"],
    ),
    (
        "Kai Reh soll CIO von Hessen werden. Er sagte eine Reise nach Ulm ab.",
        ["Kai Reh holds CIO at Hessen designated"],
        [],
    ),
]

PLAYED = [
    ("Im Krimi wie im Amt nutzt die Stadt Kassel die E-Akte.", ["Kassel implements E-Akte"], []),
    ("Im Planspiel und in der Praxis testet die Stadt Kassel VOIS.", ["Kassel pilots VOIS"], []),
    ("Wie im Traum leitet Kai Reh die FITKO.", ["Kai Reh holds Leiter at FITKO"], []),
    ("Im Krimi und im Roman leitet Kai Reh die FITKO.", [], ["Kai Reh holds *"]),
    ("Im Traum und in der Satire nutzt Kassel die E-Akte.", [], ["Kassel implements *"]),
    (
        "Im Planspiel übernahm Eva Roth die Rolle der CIO des Bundes, Kai Reh spielte den Innenminister.",
        [],
        ["Eva Roth holds *", "Kai Reh holds *"],
    ),
    (
        "In einem neuen Theaterstück leitet Eva Roth die FITKO. Kai Reh ist darin Präsident des BSI. "
        "In Wirklichkeit ist Kai Reh CIO von Hessen.",
        ["Kai Reh holds CIO at Hessen"],
        ["Eva Roth holds *", "Eva Roth chairs *", "Kai Reh holds Präsident"],
    ),
    (
        "Im Film spielt Eva Roth, die CIO von Hessen ist, die Oberbürgermeisterin von Köln.",
        ["Eva Roth holds CIO at Hessen"],
        ["Eva Roth holds Oberbürgermeister"],
    ),
    (
        "CIO Eva Roth spielt in Hessen eine wichtige Rolle. Kai Reh ist dort Präsident der HZD.",
        ["Eva Roth holds CIO at Hessen", "Kai Reh holds Präsident"],
        [],
    ),
    ("Mir träumte, Kai Reh sei Präsident des BSI.", [], ["Kai Reh holds *"]),
]

UNTRUE = [
    (
        "Der Satz „Der Bund übernimmt den Vorsitz im IT-Planungsrat von Hamburg“ stammt aus einer Satire.",
        [],
        ["* chairs *"],
    ),
    ("Frei erfunden ist die Schlagzeile „Gera führt die BundID ein“.", [], ["Gera implements *"]),
    ("„Gera führt die BundID ein“ – das war ein Scherz.", [], ["Gera implements *"]),
    ("„Gera führt die BundID ein“, sagte Kai Reh, „das ist kein Scherz.“", ["Gera implements BundID"], []),
    ("„Gera führt die BundID ein“ ist kein Scherz.", ["Gera implements BundID"], []),
    ("Scherz beiseite, sagt Kai Reh: „Gera führt die BundID ein.“", ["Gera implements BundID"], []),
    ("„Eva Roth leitet die FITKO“, schrieb die Zeitung. Das ist falsch.", [], ["Eva Roth holds *", "* chairs *"]),
    ("Als Aprilscherz meldete die Stadt: „Eva Roth leitet die FITKO.“", [], ["Eva Roth holds *"]),
    ("Falsch ist die Meldung, Eva Roth sei nicht mehr Stadtdirektorin von Köln.", [], ["Eva Roth holds * former"]),
    ("Ebenso falsch: Eva Roth sei nicht mehr Stadtdirektorin von Köln.", [], ["Eva Roth holds * former"]),
    ("Eva Roth ist nicht mehr Stadtdirektorin von Köln.", ["Eva Roth holds Stadtdirektor at Köln former"], []),
]

SLIPS = [
    (
        "Eva Roth ist CIO, pardon, CDO des Landes Bremen. Kai Reh ist Staatsrat – Verzeihung: Senator in Bremen.",
        ["Eva Roth holds CDO at Bremen", "Kai Reh holds Senator"],
        ["Eva Roth holds CIO", "Kai Reh holds Staatsrat"],
    ),
    ("Kai Reh, pardon, Dr. Kai Reh ist CIO der Stadt Ulm.", ["Kai Reh holds CIO at Ulm"], []),
    ("Kai Reh, sorry, leitet die FITKO.", ["Kai Reh holds Leiter at FITKO"], []),
    ("Kai Reh, pardon, Eva Roth ist CIO der Stadt Ulm.", ["Eva Roth holds CIO at Ulm"], ["Kai Reh holds *"]),
    (
        "Kai Reh ist CIO der Stadt Fulda, pardon, der Stadt Kassel.",
        ["Kai Reh holds CIO at Kassel"],
        ["Kai Reh holds CIO at Fulda"],
    ),
    (
        "Die Stadt Kassel nutzt DOMEA, Verzeihung, die E-Akte.",
        ["Kassel implements E-Akte"],
        ["Kassel implements DOMEA"],
    ),
    ("Die Stadt Fulda, pardon, die Stadt Kassel nutzt VOIS.", ["Kassel implements VOIS"], ["Fulda implements VOIS"]),
    ("Eva Roth ist Präsidentin des Senats – nein, natürlich der Bürgerschaft.", [], ["Eva Roth holds * at Senat"]),
    (
        "In Kassel wurde Kai Reh zum Oberbürgermeister gewählt – nein, er stand nicht zur Wahl.",
        [],
        ["Kai Reh holds *"],
    ),
    ("Kai Reh ist CIO von Hessen. Braucht er mehr Geld – nein, sagt er.", ["Kai Reh holds CIO at Hessen"], []),
]

ABROAD = [
    (
        "Österreichs Staatssekretär Ole Mohn empfing Estlands CIO Kai Reh in Wien.",
        [],
        ["Ole Mohn holds *", "Kai Reh holds *"],
    ),
    (
        "Der Schweizer Bundeskanzler Ole Mohn traf in Köln den Wiener CIO Kai Reh.",
        ["Kai Reh holds CIO at Wien"],
        ["Ole Mohn holds *"],
    ),
    (
        "Kai Reh, CIO der Schweiz, sprach in Bremen. Eva Roth, CIO in Bremen, kam mit.",
        ["Eva Roth holds CIO at Bremen"],
        ["Kai Reh holds *"],
    ),
    ("Die finnische Digitalministerin Eva Roth sprach in Stuttgart.", [], ["Eva Roth holds *"]),
]


@pytest.mark.parametrize(("text", "states", "never"), STOOD_FOR + PLAYED + UNTRUE + SLIPS + ABROAD)
def test_not_in_earnest(text: str, states: list[str], never: list[str]) -> None:
    check_statements(read_article(text), states, never)
