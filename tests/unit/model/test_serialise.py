from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govgraph.errors import RecordError
from govgraph.model import EntityType, Genre, Modality, Predicate, Status
from govgraph.model.serialise import record_dumps, record_from_dict, record_loads, record_to_dict
from handmade import ALT, ONTOLOGY, RLP, holding, interview, page


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads((ONTOLOGY / "record.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_json_is_that_of_the_contract() -> None:
    shape = record_to_dict(page(interview(), name="verbund"))
    article = shape["articles"][0]
    text = article["text"]

    assert {key: shape[key] for key in ("page", "source")} == {"page": "verbund", "source": "pages/verbund.txt"}
    assert [article[key] for key in ("title", "kicker", "date", "genre", "authors", "start")] == [
        "Erfolg im Verbund",
        None,
        "2024-11-18",
        "interview",
        ["Eva Muster", "Denis Alt"],
        0,
    ]
    assert article["offices"] == [
        {
            "person": ALT,
            "role": "CIO",
            "role_id": "https://w3id.org/govgraph/id/role/cio",
            "organisation": RLP,
            "status": "new",
            "from": None,
            "to": None,
            "confidence": 0.9,
            "evidence": [{"start": 0, "end": 44, "quote": "Denis Alt ist neuer CIO von Rheinland-Pfalz."}],
            "rule": "title/test",
        }
    ]
    assert article["facts"][0]["predicate"] == "memberOf"
    assert article["facts"][2]["modality"] == "planned"
    assert text[0:44] == article["offices"][0]["evidence"][0]["quote"]


def test_reading_back_gives_the_same_record(validator: Draft202012Validator) -> None:
    record = page(interview(), holding("Roland Jabkowski", "2015-05", since="2011", until="2019-12-31"))

    assert record_from_dict(record_to_dict(record)) == record
    assert record_loads(record_dumps(record)) == record
    validator.validate(record_to_dict(record))


def test_an_article_out_of_its_place_keeps_page_source_and_index() -> None:
    record = page(interview())
    moved = replace(record.articles[0].article, page="other", source="-", index=7)
    record = replace(record, articles=(replace(record.articles[0], article=moved),))

    shape = record_to_dict(record)

    assert {key: shape["articles"][0][key] for key in ("page", "source", "index")} == {
        "page": "other",
        "source": "-",
        "index": 7,
    }
    assert record_from_dict(shape) == record


def test_text_is_sorted_and_stable_and_ends_with_a_newline() -> None:
    written = record_dumps(page(interview()))

    assert written.endswith("}\n")
    assert "„Verbund\\nSüd“" in written
    assert list(json.loads(written)) == ["articles", "page", "source"]
    assert record_dumps(record_loads(written)) == written


def test_lone_surrogates_survive() -> None:
    record = page(interview())
    record = replace(record, source="weird\ud800.txt")

    assert record_loads(record_dumps(record).encode("utf-8").decode("utf-8")) == replace(
        record, articles=record.articles
    )


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("articles", 0, "genre"), "essay", "'genre' must be one of interview, report, news, teaser, found 'essay'"),
        (("articles", 0, "facts", 0, "confidence"), 1.5, "'confidence' must be a number from 0 to 1, found 1.5"),
        (("articles", 0, "blocks", 0, "start"), -1, "'start' must be a whole number from 0, found -1"),
        (("articles", 0, "authors"), "Eva", "'authors' must be a list of strings, found 'Eva'"),
        (("articles",), {}, "'articles' must be a list of objects, found {}"),
        (("page",), None, "'page' must be a string, found None"),
    ],
)
def test_a_wrong_value_is_named(
    path: tuple[str | int, ...], value: object, message: str, validator: Draft202012Validator
) -> None:
    shape: Any = record_to_dict(page(interview()))
    target = shape
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value

    with pytest.raises(RecordError) as error:
        record_from_dict(shape)

    assert str(error.value) == message
    assert not validator.is_valid(shape)


def test_a_missing_key_is_named() -> None:
    shape = record_to_dict(page(interview()))
    del shape["source"]

    with pytest.raises(RecordError, match="no 'source' among articles, page"):
        record_from_dict(shape)


def test_what_is_no_json_is_said_so() -> None:
    with pytest.raises(RecordError, match="not JSON"):
        record_loads("{")
    with pytest.raises(RecordError, match="a record is a JSON object, found list"):
        record_loads("[]")


def test_the_schema_lists_exactly_the_closed_terms(validator: Draft202012Validator) -> None:
    schema: Any = validator.schema
    kinds = schema["$defs"]

    assert kinds["entity"]["properties"]["type"]["enum"] == [one.value for one in EntityType]
    assert kinds["fact"]["properties"]["predicate"]["enum"] == [one.value for one in Predicate]
    assert kinds["fact"]["properties"]["modality"]["enum"] == [one.value for one in Modality]
    assert kinds["office"]["properties"]["status"]["enum"] == [one.value for one in Status]
    assert kinds["article"]["properties"]["genre"]["enum"] == [one.value for one in Genre]
