"""Two who are talked to, how they are labelled and called, and what they do not let stand."""

from __future__ import annotations

import pytest
from extract_reading import check_statements, reader

from govgraph.sources import read_text

_TWO = "[01.03.2024] Mit Eva Roth, CIO von Hessen, und Kai Reh, CDO der Stadt Gera, sprach unsere Redaktion."
_ONE = "[01.03.2024] Eva Roth ist CIO der Stadt Gera."

TALKS = [
    (
        f"{_TWO}\n\nFrau Roth, was nutzen Sie?\n\nWir nutzen die E-Akte.\n\nUnd Sie, Herr Reh?\n\n"
        "Wir nutzen die BundID. Ich sitze im Beirat der FITKO.",
        ["Hessen implements E-Akte", "Gera implements BundID", "Kai Reh memberOf Beirat"],
        ["Hessen implements BundID", "Eva Roth memberOf Beirat"],
    ),
    (
        f"{_TWO}\n\nHerr Reh, was nutzen Sie?\n\nWir nutzen die BundID.\n\nUnd was kommt dann?\n\n"
        "Wir testen FIT-Connect.\n\nFrau Roth, und im Land?\n\nIch leite den Arbeitskreis Daten.",
        ["Gera implements BundID", "Gera pilots FIT-Connect", "Eva Roth chairs Arbeitskreis Daten"],
        ["Hessen implements BundID", "Hessen pilots FIT-Connect", "Kai Reh chairs Arbeitskreis Daten"],
    ),
    (
        f"{_TWO}\n\nFrau Roth, Herr Reh, was nutzen Sie?\n\nWir nutzen die BundID.\n\nUnd dann?\n\n"
        "Wir testen FIT-Connect.",
        [],
        ["Hessen implements BundID", "Gera implements BundID", "Hessen pilots FIT-Connect", "Gera pilots FIT-Connect"],
    ),
    (
        f"{_TWO}\n\nWas nutzen Sie?\n\nRoth: Wir nutzen die E-Akte.\n\n"
        "Das läuft gut. Ich sitze im Beirat der FITKO.\n\n"
        "Reh (lacht): Wir nutzen die BundID.\n\nRoth [nickt]: Wir testen FIT-Connect.\n\n"
        "Reh, nach einer Pause: Ich leite den Arbeitskreis Daten.",
        [
            "Hessen implements E-Akte",
            "Eva Roth memberOf Beirat",
            "Gera implements BundID",
            "Hessen pilots FIT-Connect",
            "Kai Reh chairs Arbeitskreis Daten",
        ],
        ["Hessen implements BundID", "Gera pilots FIT-Connect", "Eva Roth chairs Arbeitskreis Daten"],
    ),
    (
        f"{_TWO}\n\nBlatt: Was nutzen Sie?\n\nE.R.: Wir nutzen die E-Akte.\n\nK.R.: Wir nutzen die BundID.\n\n"
        "Blatt: Und dann?\n\nE.R.: Wir testen FIT-Connect.\n\nK.R.: Ich leite den Arbeitskreis Daten.",
        ["Hessen implements E-Akte", "Gera implements BundID", "Kai Reh chairs Arbeitskreis Daten"],
        ["Hessen implements BundID", "Eva Roth chairs Arbeitskreis Daten"],
    ),
    (
        f"{_TWO}\n\n**Blatt:** Was nutzen Sie?\n\n**Eva Roth:** Wir nutzen die E-Akte.\n\n"
        "**Kai Reh:** Ich sitze im Beirat der FITKO.\n\n**Blatt:** Und dann?\n\n**Reh:** Wir nutzen die BundID.",
        ["Hessen implements E-Akte", "Kai Reh memberOf Beirat", "Gera implements BundID"],
        ["Eva Roth memberOf Beirat", "Hessen implements BundID"],
    ),
    (
        f"{_TWO}\n\nWo sitzen Sie?\n\nRoth – Ich leite den Arbeitskreis Daten.\n\n"
        "Reh – Und ich sitze im Beirat der FITKO.",
        ["Eva Roth chairs Arbeitskreis Daten", "Kai Reh memberOf Beirat"],
        ["Eva Roth memberOf Beirat"],
    ),
    (
        f"{_ONE}\n\nWas tun Sie?\n\nWir nutzen die E-Akte.\n\n"
        "(Sprecher Kai Reh wirft ein: „Ich leite den Arbeitskreis Daten.“)\n\nUnd Sie?\n\n"
        "Ich sitze im Beirat der FITKO.",
        ["Kai Reh chairs Arbeitskreis Daten", "Eva Roth memberOf Beirat"],
        ["Eva Roth chairs Arbeitskreis Daten"],
    ),
    (
        f"{_ONE}\n\nFrau Roth, was sagt Herr Reh dazu?\n\nNichts.\n\nUnd was tut Herr Reh?\n\nWir nutzen die E-Akte.",
        ["Gera implements E-Akte"],
        [],
    ),
]

CALLED = [
    (
        "Eva Roth leitet das Digitalamt in Gera.\n\nFrau Roth, der CIO des Landes, Kai Reh, lobt Sie. Warum?\n\n"
        "Wir sind gut.",
        ["Kai Reh holds CIO"],
        ["Eva Roth holds CIO"],
    ),
    (
        "Kai Reh leitet das Digitalamt in Gera.\n\nHerr Reh, der Präsident des BSI warnt vor Ihrem Portal. Warum?\n\n"
        "Das weiß ich nicht.\n\nHerr Reh: Der Minister des Landes Hessen ist dagegen. Und Sie?\n\nIch bin dafür.",
        ["Kai Reh holds Leiter at Digitalamt"],
        ["Kai Reh holds Präsident", "Kai Reh holds Minister"],
    ),
    (
        "Kai Reh leitet das Digitalamt in Gera.\n\nDer CIO des Landes ist dagegen, Herr Reh. Warum?\n\n"
        "Wir sind schneller.",
        [],
        ["Kai Reh holds CIO"],
    ),
    (
        "Herr Reh, der Leiter des Digitalamts der Stadt Gera, sagte, alles laufe. "
        "Frau Roth, Präsidentin der FITKO, nickte.",
        ["Reh holds Leiter at Digitalamt", "Roth holds Präsident at FITKO"],
        [],
    ),
    (
        "Frau Roth, als CIO der Stadt Gera sind Sie viel unterwegs. Warum?\n\nIch mag das.\n\n"
        "Frau Staatssekretärin Roth, was tun Sie in Hessen?\n\nWir arbeiten.",
        ["Roth holds CIO at Gera"],
        [],
    ),
]

DENIED = [
    (
        f"{_ONE}\n\nGera hat die E-Akte eingeführt. War das nicht zu teuer?\n\nDa irren Sie. Wir sparen Geld.\n\n"
        "Ulm nutzt die BundID. Warum kommt sie erst jetzt?\n\nDa täuschen Sie sich.",
        ["Gera implements E-Akte", "Ulm implements BundID"],
        [],
    ),
    (
        f"{_ONE}\n\nGera nutzt die E-Akte. Ist das nicht teuer?\n\nDas ist falsch.\n\n"
        "Obwohl Ulm die BundID nutzt, gibt es Papier.\n\nDas stimmt nicht.",
        ["Gera implements E-Akte", "Ulm implements BundID"],
        [],
    ),
    (
        f"{_ONE}\n\nGera nutzt die E-Akte.\n\nDa irren Sie nicht.\n\nUlm nutzt die BundID.\n\nSie irren sich nicht.",
        ["Gera implements E-Akte", "Ulm implements BundID"],
        [],
    ),
    (
        f"{_ONE}\n\nGera nutzt die E-Akte. Seit wann?\n\nDa irren Sie.\n\nUlm nutzt die BundID. Ist das so?\n\n"
        "Das ist ein Irrtum.",
        [],
        ["Gera implements E-Akte", "Ulm implements BundID"],
    ),
    (
        f"{_ONE}\n\nFrau Roth, stimmt es, dass Sie CIO von Hessen werden?\n\nNein, das ist ein Gerücht.\n\n"
        "Und werden Sie Präsidentin der FITKO?\n\nDas wüsste ich aber.",
        ["Eva Roth holds CIO at Gera"],
        ["Eva Roth holds CIO at Hessen", "Eva Roth holds Präsident"],
    ),
    (
        f"{_ONE}\n\nSie leiten auch den Arbeitskreis Daten. Macht das Spaß?\n\nDa irren Sie, das tut ein Kollege.\n\n"
        "Gera nutzt die BundID. Stimmt das?\n\nKeineswegs.",
        [],
        ["Eva Roth chairs Arbeitskreis Daten", "Gera implements BundID"],
    ),
    (
        f"{_ONE}\n\nFrau Roth, wie geht es?\n\nGut.\n\nSie sitzen im Beirat der FITKO.\n\n"
        "Das war einmal. Wer wechselt, geht.\n\n"
        "Der Arbeitskreis Daten wird von Kai Reh geleitet?\n\n(lacht) Nicht mehr.",
        ["Eva Roth memberOf Beirat ended"],
        ["Eva Roth memberOf Beirat asserted", "Kai Reh chairs Arbeitskreis Daten asserted"],
    ),
    (
        f"{_ONE}\n\nSie sitzen im Beirat der FITKO. Gefällt Ihnen das?\n\nNein, gar nicht.\n\nUnd sonst?\n\nIch male.",
        ["Eva Roth memberOf Beirat asserted"],
        [],
    ),
    (
        f"{_ONE}\n\nSie haben in Gera die E-Akte eingeführt.\n\nDas war ich nicht allein.\n\nUnd sonst?\n\nIch male.",
        ["Gera implements E-Akte"],
        ["Gera implements E-Akte ended"],
    ),
]

ANSWERED = [
    (
        f"{_ONE}\n\nFrau Roth, wie geht es?\n\nGut.\n\nDie Stadt nutzt die BundID?\n\nJa, seit Mai.\n\n"
        "Sie sitzen auch im Beirat der FITKO?\n\nGenau.\n\nUnd Gera testet FIT-Connect?\n\nJa, wenn das Geld reicht.",
        ["Gera implements BundID", "Eva Roth memberOf Beirat"],
        ["Gera pilots FIT-Connect"],
    ),
    (
        f"{_ONE}\n\nFrau Roth, wie geht es?\n\nGut.\n\nÜbernehmen Sie auch den Vorsitz im IT-Planungsrat?\n\n"
        "Nein, das macht Staatssekretär Kai Reh.\n\nWerden Sie CIO des Landes Hessen?\n\nNein, das bleibt Jens Ott.\n\n"
        "Leiten Sie den Arbeitskreis Daten?\n\nNein. Das tut Ines Lang.",
        [
            "Kai Reh chairs IT-Planungsrat",
            "Jens Ott holds CIO at Hessen current",
            "Ines Lang chairs Arbeitskreis Daten",
        ],
        ["Eva Roth chairs IT-Planungsrat", "Eva Roth holds CIO at Hessen", "Eva Roth chairs Arbeitskreis Daten"],
    ),
    (
        f"{_ONE}\n\nFrau Roth, wie geht es?\n\nGut.\n\nWollen Sie CIO des Landes Hessen werden?\n\n"
        "Nein, das möchte Jens Ott nicht.\n\nLeiten Sie den Arbeitskreis Daten?\n\nDas ist Sache von Kai Reh.",
        [],
        ["Jens Ott holds CIO", "Kai Reh chairs Arbeitskreis Daten"],
    ),
]


@pytest.mark.parametrize(("text", "said", "never"), [*TALKS, *CALLED, *DENIED, *ANSWERED])
def test_whose_turn_it_is(text: str, said: list[str], never: list[str]) -> None:
    (article,) = reader().read(read_text(f"Im Interview\n\n{text}\n")).articles
    check_statements(article, said, never)
