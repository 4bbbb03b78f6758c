"""Who joins the members that were named before: by the verbs of the ontology, and by those of a user's file."""

from __future__ import annotations

from pathlib import Path

import pytest
from extract_reading import check_statements, read_article, reader, rules_only

from govgraph.extract import Reader
from govgraph.model import Predicate
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

LEXICON = """
@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix list: <https://w3id.org/govgraph/id/list/> .

list:joining-verbs a gov:WordList ; gov:form "aufspringen" .
"""


def _members(sentence: str, by: Reader | None = None) -> set[str]:
    text = f"Meldung\n\n[01.03.2024] Jena ist dem Zweckverband KISA beigetreten. {sentence}"
    (article,) = read_text(text).articles
    facts = (by or reader()).read_article(article).facts
    return {f.subject.rsplit("/", 1)[-1] for f in facts if f.predicate is Predicate.MEMBER_OF}


def test_who_comes_in_addition_is_a_member_as_well() -> None:
    assert _members("Nun kommt Gera hinzu.") == {"jena", "gera"}


def test_a_file_of_the_user_extends_the_joining_verbs(tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(LEXICON, encoding="utf-8")
    by = Reader(load_vocabulary((path,)))
    assert _members("Nun springt Gera auf.") == {"jena"}
    assert _members("Nun springt Gera auf.", by) == {"jena", "gera"}
    assert _members("Nun kommt Gera hinzu.", by) == {"jena", "gera"}


CASES = [
    ("In Ulm wird enaio getestet. Gera steigt im Herbst ein.", ["Gera pilots enaio"], ["Gera implements enaio"]),
    ("In Ulm läuft enaio. Gera steigt im Herbst ein.", ["Gera implements enaio"], ["Gera pilots enaio"]),
    ("Jede Stadt darf enaio nutzen. Gera und Suhl sind die nächsten.", ["Gera implements enaio planned"], []),
    ("Jede Stadt darf enaio nutzen. Gera war die erste.", ["Gera implements enaio asserted"], []),
    ("Jede Stadt darf enaio nutzen. Gera war die erste Hauptstadt.", [], ["Gera implements enaio"]),
]


@pytest.mark.parametrize(("text", "said", "never"), CASES, ids=[text[-32:] for text, _, _ in CASES])
def test_who_is_next(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)


MIXED = [
    (
        "Ulm hat die App Muckl abonniert, Aalen testet sie noch. Gera steigt 2026 ein.",
        ["Gera implements Muckl", "Aalen pilots Muckl"],
        ["Gera pilots Muckl"],
    ),
    (
        "Ulm hat die App Muckl als erste Stadt getestet, Aalen ist längst dabei, Gera folgt im Mai.",
        ["Ulm pilots Muckl", "Aalen implements Muckl", "Gera implements Muckl planned"],
        ["Aalen pilots Muckl", "Gera pilots Muckl"],
    ),
    ("Ulm testet die App Muckl, Gera folgt im Mai.", ["Gera pilots Muckl planned"], ["Gera implements Muckl"]),
]


@pytest.mark.parametrize(("text", "said", "never"), MIXED, ids=[text[-32:] for text, _, _ in MIXED])
def test_who_follows_users_and_testers_will_be_a_user(text: str, said: list[str], never: list[str]) -> None:
    check_statements(read_article(text, by=rules_only()), said, never)
