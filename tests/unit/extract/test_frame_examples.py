"""Every wording of the ontology has an example, and the reader finds in it what the wording is there for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
import pytest
from extract_reading import Statement, is_named, known_failures, read_article, rules_only, statements_of

from govgraph.evaluation.names import normal_name
from govgraph.model import ArticleRecord
from govgraph.vocabulary import Frame, load_vocabulary
from govgraph.vocabulary.resources import ontology_dir

EXAMPLE = "http://www.w3.org/2004/02/skos/core#example"
MARKED = re.compile(r"\[([^\]]+)\]([¹²])")
FRAMES: dict[str, Frame] = {frame.name: frame for frame in load_vocabulary().frames}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the names of its slots."""

    text: str
    subject: str
    object: str


@cache
def examples() -> dict[str, tuple[str, ...]]:
    """Marked sentences by frame."""
    found: dict[str, list[str]] = {}
    for path in sorted(ontology_dir().glob("frame-examples*.ttl")):
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            assert isinstance(quad.subject, ox.NamedNode)
            assert isinstance(quad.object, ox.Literal)
            assert quad.predicate.value == EXAMPLE
            found.setdefault(quad.subject.value.rsplit("/", 1)[-1], []).append(quad.object.value)
    return {name: tuple(sorted(sentences)) for name, sentences in sorted(found.items())}


def unmark(marked: str) -> Example:
    slots = {mark: name for name, mark in MARKED.findall(marked)}
    return Example(MARKED.sub(r"\1", marked), slots["¹"], slots["²"])


@cache
def role_names() -> dict[str, str]:
    """Normalised title by each of its forms."""
    return {normal_name(form): role.name for role in load_vocabulary().roles for form in role.forms}


def is_read(frame: Frame, example: Example, article: ArticleRecord) -> bool:
    """Whether a fact of the frame's predicate, or an office, stands between the marked names."""
    if frame.evokes is not None:
        return Statement(example.subject, frame.evokes, example.object).found_in(article)
    title = normal_name(example.object)
    titles = {title, normal_name(role_names().get(title, example.object))}
    people = {entity.id for entity in article.entities if is_named(entity, example.subject)}
    return any(office.person in people and normal_name(office.role) in titles for office in article.offices)


def test_every_frame_has_an_example() -> None:
    assert sorted(FRAMES.keys() - examples().keys()) == []


def test_every_example_has_a_frame() -> None:
    assert sorted(examples().keys() - FRAMES.keys()) == []


def test_examples_mark_both_slots_once() -> None:
    marked = [sentence for sentences in examples().values() for sentence in sentences]
    assert [one for one in marked if sorted(mark for _, mark in MARKED.findall(one)) != sorted("¹²")] == []


def test_known_failures_are_frames() -> None:
    assert sorted(known_failures("example").keys() - examples().keys()) == []


@pytest.mark.parametrize("name", sorted(FRAMES.keys() & examples().keys()))
def test_the_example_of_a_frame_is_read(name: str) -> None:
    articles = [(unmark(marked), read_article(unmark(marked).text, by=rules_only())) for marked in examples()[name]]
    unread = [example for example, article in articles if not is_read(FRAMES[name], example, article)]
    if name in known_failures("example"):
        assert unread, f"{name} is read now: take it off known_failures.txt"
    else:
        assert not unread, f"{unread[0].text}: read was {[statements_of(a) for _, a in articles]}"


def test_an_example_without_its_wording_is_not_read() -> None:
    example = Example("Bremen flobst dem IT-Planungsrat.", "Bremen", "IT-Planungsrat")
    assert not is_read(FRAMES["angehoeren"], example, read_article(example.text))
