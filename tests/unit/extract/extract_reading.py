"""What the tests of reading share: sentences read as articles, and statements written in one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from govgraph.errors import VocabularyError
from govgraph.evaluation.names import normal_name
from govgraph.extract import Reader
from govgraph.extract.facts.ranker import UNTRAINED
from govgraph.model import ArticleRecord, Entity, EntityType, Modality, Office, Predicate, Status
from govgraph.sources import read_text
from govgraph.vocabulary import load_vocabulary

KNOWN_FAILURES = Path(__file__).with_name("known_failures.txt")
ANY = "*"
_FACT = re.compile(rf"^(?P<subject>.+?) (?P<predicate>{'|'.join(Predicate)}|\*) (?P<object>.+)$")
_DATE = re.compile(r" (since|until)=(\S+)")


@cache
def reader() -> Reader:
    """One reader for all tests of a process."""
    return Reader(load_vocabulary())


@cache
def rules_only() -> Reader:
    """One that takes what rules read as it is, without the weights that annotated pages have taught."""
    return Reader(load_vocabulary(), weights=UNTRAINED)


def check_refusal(read: Callable[[str, str], object], text: str, said: str, tool: str) -> None:
    """Asserts that weights are refused in one line that says what is wrong with them and which tool makes them anew."""
    with pytest.raises(VocabularyError) as caught:
        read(text, "mine.json")
    message = str(caught.value)
    assert message.startswith("mine.json: ")
    assert said in message
    assert message.endswith(tool)
    assert "\n" not in message


@cache
def known_failures(section: str) -> dict[str, str]:
    """What is known not to be read yet, with the class of reason: `section name reason` in every line."""
    lines = (line.split() for line in KNOWN_FAILURES.read_text(encoding="utf-8").splitlines())
    return {words[1]: words[2] for words in lines if words and words[0] == section}


def read_article(text: str, title: str = "Meldung", by: Reader | None = None) -> ArticleRecord:
    """A text read as the one article of a page, of 1 March 2024, by everything or by one reader."""
    (article,) = (by or reader()).read(read_text(f"{title}\n\n[01.03.2024] {text}")).articles
    return article


def said_names(entity: Entity) -> set[str]:
    """Every name of an entity, as names are compared in evaluation."""
    forms = {entity.name, *entity.aliases, *(mention.text for mention in entity.mentions)}
    return {normal_name(form, person=entity.type is EntityType.PERSON) for form in forms}


def is_named(entity: Entity, name: str) -> bool:
    """Whether a name stands for an entity; `*` stands for any."""
    return name == ANY or normal_name(name, person=entity.type is EntityType.PERSON) in said_names(entity)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement in one line: a fact, or an office where `predicate` is `holds`; None where the line does not say."""

    subject: str
    predicate: str
    object: str
    body: str | None = None
    value: str | None = None
    since: str | None = None
    until: str | None = None

    @classmethod
    def parse(cls, line: str) -> Statement:
        """„Hessen chairs IT-Planungsrat planned“, „Klaus Vitt holds CIO at Bund former until=2020-04“."""
        if " holds " not in line:
            rest, value = _value(line, Modality)
            match = _FACT.match(rest)
            assert match is not None, f"no predicate in {line!r}"
            return cls(match["subject"], match["predicate"], match["object"], value=value)
        dates = dict(_DATE.findall(line))
        rest, value = _value(_DATE.sub("", line), Status)
        person, _, rest = rest.partition(" holds ")
        role, _, body = rest.partition(" at ")
        return cls(person, "holds", role, body or None, value, dates.get("since"), dates.get("until"))

    def found_in(self, article: ArticleRecord) -> bool:
        """Whether an article says it."""
        entities = {entity.id: entity for entity in article.entities}
        if self.predicate == "holds":
            return any(self._is_office(office, entities) for office in article.offices)
        return any(
            self.predicate in {ANY, fact.predicate}
            and (self.value in {None, fact.modality})
            and any(
                is_named(entities[a], self.subject) and is_named(entities[b], self.object)
                for a, b in _directions(fact.subject, fact.predicate, fact.object)
            )
            for fact in article.facts
        )

    def _is_office(self, office: Office, entities: dict[str, Entity]) -> bool:
        return (
            is_named(entities[office.person], self.subject)
            and self.object in {ANY, office.role}
            and self.value in {None, office.status}
            and (self.body is None or (office.organisation is not None and self._in_body(office, entities)))
            and (self.since is None or office.since == self.since)
            and (self.until is None or office.until == self.until)
        )

    def _in_body(self, office: Office, entities: dict[str, Entity]) -> bool:
        assert office.organisation is not None
        return is_named(entities[office.organisation], self.body or "")


def _value(line: str, kind: type[Modality] | type[Status]) -> tuple[str, str | None]:
    rest, _, last = line.rpartition(" ")
    return (rest, last) if last in {str(one) for one in kind} else (line, None)


def _directions(subject: str, predicate: Predicate, target: str) -> Iterator[tuple[str, str]]:
    yield subject, target
    if predicate is Predicate.COOPERATES_WITH:
        yield target, subject


def statements_of(article: ArticleRecord) -> list[str]:
    """All that was read from an article, for the message of a test that fails."""
    names = {entity.id: entity.name for entity in article.entities}
    facts = [f"{names[f.subject]} {f.predicate} {names[f.object]} {f.modality}" for f in article.facts]
    offices = [
        f"{names[o.person]} holds {o.role} at {names.get(o.organisation or '', '-')} {o.status}"
        + (f" since={o.since}" if o.since else "")
        + (f" until={o.until}" if o.until else "")
        for o in article.offices
    ]
    return sorted(facts) + sorted(offices)


def check_statements(article: ArticleRecord, said: list[str], never: list[str]) -> None:
    """Asserts that an article says every line of the first list, and no line of the second."""
    found = statements_of(article)
    assert [line for line in said if not Statement.parse(line).found_in(article)] == [], found
    assert [line for line in never if Statement.parse(line).found_in(article)] == [], found
