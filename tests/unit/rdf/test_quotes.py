"""Quotes whole, cut and left out: what is left can be checked, and what was left out can be filled."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from govgraph.language.excerpts import LONGEST
from govgraph.model import EntityType, Quotes
from govgraph.rdf import GraphOptions, build_quads, validate, whole_quotes, with_quotes
from govgraph.rdf import namespaces as ns
from govgraph.rdf.literals import text
from handmade import BOARD, RLP, SPEAKING, Draft, interview, page, small_ontology

LONG = Draft(
    "Ein Satz",
    "Ein Satz\n\nAls der Regen nachließ, wurde Eva Muster in Mainz CIO von Rheinland-Pfalz, und alle klatschten 🙂.",
)


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_ontology(tmp_path_factory.mktemp("ontology"))


@pytest.fixture(scope="module")
def quads(ontology: Path) -> list[Quad]:
    person, land = LONG.entity(EntityType.PERSON, "Eva Muster"), LONG.entity(EntityType.JURISDICTION, "Rheinland-Pfalz")
    record = LONG.record([person, land], [LONG.office(person.id, "CIO", land.id, LONG.text[10:])])
    return build_quads([page(interview(), record)], GraphOptions(ontology=ontology))


def values(quads: list[Quad], name: str) -> dict[str, str]:
    return {quad.subject.value: quad.object.value for quad in quads if quad.predicate == ns.gov(name)}  # type: ignore[union-attr]


def test_digest_and_place_stand_in_every_graph(quads: list[Quad]) -> None:
    whole = values(quads, "quote")
    assert values(quads, "quoteDigest") == {iri: sha256(quote.encode()).hexdigest() for iri, quote in whole.items()}
    for quotes in Quotes:
        some = with_quotes(quads, quotes)
        for name in ("quoteDigest", "start", "end", "article", "textDigest", "source", "headline"):
            assert values(some, name) == values(quads, name), name


def test_none_leaves_no_words_of_the_text(quads: list[Quad], ontology: Path) -> None:
    some = with_quotes(quads, Quotes.NONE)
    assert "".join(map(str, quads)).count(SPEAKING) == 1
    assert SPEAKING not in "".join(map(str, some))
    assert set(quads) - set(some) == {quad for quad in quads if quad.predicate == ns.gov("quote")}
    assert validate(some, ontology=ontology).results == ()


def test_short_cuts_to_the_clause_with_a_place_of_its_own(quads: list[Quad], ontology: Path) -> None:
    some = with_quotes(quads, Quotes.SHORT)
    (iri,) = (one for one, quote in values(quads, "quote").items() if quote == LONG.text[10:])
    assert values(some, "quote")[iri] == "wurde Eva Muster in Mainz CIO von Rheinland-Pfalz"
    first, last = int(values(some, "quoteStart")[iri]), int(values(some, "quoteEnd")[iri])
    assert LONG.text[first:last] == values(some, "quote")[iri]
    assert all(len(quote) <= LONGEST for quote in values(some, "quote").values())
    assert validate(some, ontology=ontology).results == ()
    assert with_quotes(some, Quotes.SHORT) == some
    assert with_quotes(some, Quotes.NONE) == with_quotes(quads, Quotes.NONE)


@pytest.mark.parametrize("quotes", [Quotes.SHORT, Quotes.NONE])
def test_what_was_left_out_can_be_filled(quads: list[Quad], quotes: Quotes) -> None:
    filled = whole_quotes(with_quotes(quads, quotes), values(quads, "quote"), {})
    assert set(filled) == set(quads)
    assert len(filled) == len(quads)


def test_words_of_judgements_are_quotes_too() -> None:
    judgement = NamedNode("https://example.org/judgement/1")
    quads = [Quad(judgement, ns.gov("words"), text("Ein Satz."), ns.CORRECTIONS)]
    some = with_quotes(quads, Quotes.NONE)
    assert values(some, "wordsDigest") == {judgement.value: sha256(b"Ein Satz.").hexdigest()}
    assert values(some, "wordsLength") == {judgement.value: "9"}
    assert "Satz" not in str(some)
    assert set(whole_quotes(some, {}, {judgement.value: frozenset({"Ein Satz."})})) == set(quads)


def test_the_cut_hangs_on_the_article_and_the_reference_data_alone(quads: list[Quad]) -> None:
    elsewhere = NamedNode("https://example.org/article")
    others = [Quad(NamedNode(iri), ns.ALT_LABEL, text("Regen"), elsewhere) for iri in (BOARD, RLP)]
    assert with_quotes([*quads, *others], Quotes.SHORT) == [*with_quotes(quads, Quotes.SHORT), *others]
