"""Every construction of German clauses reads every common verb, wherever subject and object stand."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from extract_reading import read_article

from govgraph.model import Predicate


class Noun(NamedTuple):
    """A phrase in its cases, with the pronouns that stand for it."""

    name: str
    nom: str
    acc: str
    dat: str
    pronoun: str
    relative: str
    relative_acc: str


class Verb(NamedTuple):
    """A verb and what it says of whom."""

    predicate: Predicate
    subject: Noun
    object: Noun
    present: str
    past: str
    participle: str
    infinitive: str


DISTRICT = Noun(
    "Landkreis Rostock", "der Landkreis Rostock", "den Landkreis Rostock", "dem Landkreis Rostock", "er", "der", "den"
)
PROVIDER = Noun(
    "Dataport",
    "der IT-Dienstleister Dataport",
    "den IT-Dienstleister Dataport",
    "dem IT-Dienstleister Dataport",
    "er",
    "der",
    "den",
)
LAND = Noun("Hessen", "das Land Hessen", "das Land Hessen", "dem Land Hessen", "es", "das", "das")
PARLIAMENT = Noun(
    "Sächsischer Landtag",
    "der Sächsische Landtag",
    "den Sächsischen Landtag",
    "dem Sächsischen Landtag",
    "er",
    "der",
    "den",
)
FILE = Noun("E-Akte", "die E-Akte", "die E-Akte", "der E-Akte", "sie", "die", "die")
SERVICE = Noun(
    "Wohngeld Online",
    "der Onlinedienst Wohngeldantrag",
    "den Onlinedienst Wohngeldantrag",
    "dem Onlinedienst Wohngeldantrag",
    "er",
    "der",
    "den",
)
PROGRAMME = Noun(
    "Kommune Vernetzt",
    "das Programm Kommune Vernetzt",
    "das Programm Kommune Vernetzt",
    "dem Programm Kommune Vernetzt",
    "es",
    "das",
    "das",
)
LAW = Noun(
    "E-Government-Gesetz",
    "das E-Government-Gesetz",
    "das E-Government-Gesetz",
    "dem E-Government-Gesetz",
    "es",
    "das",
    "das",
)

VERBS = [
    Verb(Predicate.IMPLEMENTS, DISTRICT, FILE, "nutzt", "nutzte", "genutzt", "nutzen"),
    Verb(Predicate.DEVELOPS, PROVIDER, SERVICE, "betreibt", "betrieb", "betrieben", "betreiben"),
    Verb(Predicate.PILOTS, DISTRICT, SERVICE, "erprobt", "erprobte", "erprobt", "erproben"),
    Verb(Predicate.FUNDS, LAND, PROGRAMME, "fördert", "förderte", "gefördert", "fördern"),
    Verb(Predicate.ADOPTS, PARLIAMENT, LAW, "beschließt", "beschloss", "beschlossen", "beschließen"),
]

CONSTRUCTIONS = {
    "subject first": "{S.nom} {present} seit dem Sommer {O.acc}.",
    "object first": "{O.acc} {present} seit diesem Jahr {S.nom}.",
    "adverbial first": "Als eine der ersten Stellen {present} {S.nom} {O.acc}.",
    "preterite": "Im Frühjahr {past} {S.nom} nach langem Streit {O.acc}.",
    "perfect": "{S.nom} hat {O.acc} im Mai {participle}.",
    "perfect, object first": "{O.acc} hat im Mai {S.nom} {participle}.",
    "perfect, participle first": "{Participle} hat {O.acc} {S.nom}.",
    "modal": "{S.nom} will {O.acc} im kommenden Jahr {infinitive}.",
    "apposition": "{S.nom}, bislang eher ein Nachzügler, {present} {O.acc}.",
    "relative, object": "{O.nom}, {O.relative_acc} {S.nom} {present}, hat viele Freunde.",
    "relative, perfect": "Lob gab es für {O.acc}, {O.relative_acc} {S.nom} im Mai {participle} hat.",
    "relative, passive": "Lob gab es für {O.acc}, {O.relative} von {S.dat} {participle} wird.",
    "relative, subject": "{S.nom}, {S.relative} {O.acc} {present}, sucht noch Fachkräfte.",
    "passive": "{O.nom} wird von {S.dat} {participle}.",
    "passive, participle first": "{Participle} wird {O.nom} von {S.dat}.",
    "passive, agent first": "Von {S.dat} wurde im Mai {O.nom} {participle}.",
    "passive, perfect": "{O.nom} ist im Mai von {S.dat} {participle} worden.",
    "content clause": "Ein Sprecher bestätigte, dass {S.nom} {O.acc} {present}.",
    "causal clause": "Die Kosten steigen, weil {S.nom} auch {O.acc} {present}.",
    "temporal clause": "Nachdem {S.nom} im Mai {O.acc} {participle} hatte, zogen andere nach.",
    "shared subject": "{S.nom} stellt zehn Stellen bereit und {present} {O.acc}.",
    "pronoun for the subject": "{S.nom} stellt zehn Stellen bereit. Außerdem {present} {S.pronoun} {O.acc}.",
    "cleft": "Es war {S.nom}, {S.relative} im vorigen Jahr {O.acc} {participle} hat.",
    "bracketed aside": "{S.nom} (rund 400 Beschäftigte) {present} nach Worten eines Sprechers {O.acc}.",
    "long prefield": "Zum 1. Januar 2024 hat im Auftrag der Landesregierung {S.nom} {O.acc} {participle}.",
    "comparison": "Wie die Stadt Kassel {present} auch {S.nom} {O.acc}.",
}  # fmt: skip


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_construction(construction: str) -> None:
    missing = []
    for verb in VERBS:
        sentence = CONSTRUCTIONS[construction].format(
            S=verb.subject, O=verb.object, Participle=verb.participle.capitalize(), **verb._asdict()
        )
        sentence = sentence[0].upper() + sentence[1:]
        article = read_article(sentence)
        names = {entity.id: entity.name for entity in article.entities}
        read = {(names[fact.subject], fact.predicate) for fact in article.facts}
        if not any(verb.subject.name in subject and predicate is verb.predicate for subject, predicate in read):
            missing.append((sentence, read))
    assert missing == []
