"""Nouns of doing whose doer is the subject of the clause, and works that come in the place of others."""

from __future__ import annotations

import pytest
from extract_reading import read_article, statements_of


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Mit der Einführung der E-Akte hat die Stadt Gera viel erreicht.", "Gera implements E-Akte asserted"),
        ("Mit der Einführung der E-Akte will die Stadt Gera sparen.", "Gera implements E-Akte planned"),
        ("Seit dem Umstieg auf enaio kommt die Stadt Gera ohne Papier aus.", "Gera implements enaio asserted"),
        ("Mit der Entwicklung von LLMoin hat Dataport begonnen.", "Dataport develops LLMoin asserted"),
        ("In Gera löst enaio das Verfahren regisafe ab.", "Gera implements enaio asserted"),
        ("In Gera löst enaio das Verfahren regisafe ab.", "Gera implements regisafe ended"),
        ("Gera hat enaio eingeführt und regisafe abgeschaltet.", "Gera implements enaio asserted"),
        ("Getestet wird FIT-Connect in rund zwanzig Kommunen, darunter Ulm.", "Ulm pilots FIT-Connect asserted"),
    ],
)
def test_who_does_it_is_the_subject(text: str, stated: str) -> None:
    assert stated in statements_of(read_article(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Bei der Umsetzung des Onlinezugangsgesetzes fordert der Deutsche Städtetag Tempo.", "Städtetag implements"),
        ("Bei der Einführung der E-Akte unterstützt Dataport die Stadt Gera.", "Dataport implements"),
        ("Nach der Einführung der E-Akte in Gera zieht nun Jena nach.", "Jena implements E-Akte asserted"),
        ("Mit der Einführung der E-Akte hat Gera nicht begonnen.", "Gera implements E-Akte asserted"),
    ],
)
def test_who_only_speaks_or_helps_does_not(text: str, wrong: str) -> None:
    assert not [told for told in statements_of(read_article(text)) if wrong in told]
