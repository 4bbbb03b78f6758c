"""Records as JSON: the shape that `govgraph extract` writes and the scorer of the guidelines reads.

`ontology/record.schema.json` describes the same shape; `record_from_dict(record_to_dict(r)) == r` for every record.
In offices and facts, `person`, `organisation`, `subject`, `object` and `speaker` hold the `id` of an entity.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from govgraph.errors import RecordError
from govgraph.model.page import Article, Block
from govgraph.model.record import ArticleRecord, Entity, Evidence, Fact, Mention, Office, Record
from govgraph.model.terms import BlockKind, EntityType, Genre, Modality, Predicate, Status

_T = TypeVar("_T")
_S = TypeVar("_S", bound=StrEnum)

Json = dict[str, Any]


def record_to_dict(record: Record) -> Json:
    """JSON object of a record.

    Returns:
        Plain dicts, lists, strings, numbers and None, in the order in which they are meant to be read.
        `page`, `source` and `index` of an article are written only where they differ from what its place implies.
    """
    return {
        "page": record.page,
        "source": record.source,
        "articles": [_article_to_dict(one, place, record) for place, one in enumerate(record.articles)],
    }


def record_from_dict(value: Mapping[str, Any]) -> Record:
    """Record of a JSON object made by `record_to_dict`.

    Raises:
        RecordError: A key is missing, or a value has the wrong type or is not in its closed set.
    """
    page, source = _text(value, "page"), _text(value, "source")
    articles = (_article_from_dict(one, place, (page, source)) for place, one in enumerate(_objects(value, "articles")))
    return Record(page, source, tuple(articles))


def record_dumps(record: Record) -> str:
    """JSON text of a record: keys sorted, indented by one, not escaped to ASCII, with a final newline.

    Lone surrogates cannot be written as UTF-8, so a text that has them is escaped as a whole.
    """
    return shape_dumps(record_to_dict(record))


def shape_dumps(shape: Json) -> str:
    """The same for the JSON object of a record."""
    text = json.dumps(shape, ensure_ascii=False, sort_keys=True, indent=1)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(shape, ensure_ascii=True, sort_keys=True, indent=1)
    return text + "\n"


def record_loads(text: str) -> Record:
    """Record of a JSON text made by `record_dumps`.

    Raises:
        RecordError: The text is not JSON, or not a record.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(f"not JSON: {error}; give a file that `govgraph extract` wrote") from error
    if not isinstance(value, dict):
        raise RecordError(f"a record is a JSON object, found {type(value).__name__}")
    return record_from_dict(value)


def _article_to_dict(one: ArticleRecord, place: int, record: Record) -> Json:
    article = one.article
    shape: Json = {
        "id": article.id,
        "title": article.title,
        "kicker": article.kicker,
        "date": article.date,
        "genre": article.genre.value,
        "authors": list(article.authors),
        "url": article.url,
        "language": article.language,
        "start": article.start,
        "text": article.text,
        "blocks": [{"kind": block.kind.value, "start": block.start, "end": block.end} for block in article.blocks],
        "entities": [_entity_to_dict(entity) for entity in one.entities],
        "offices": [_office_to_dict(office) for office in one.offices],
        "facts": [_fact_to_dict(fact) for fact in one.facts],
    }
    implied: tuple[tuple[str, object, object], ...] = (
        ("page", article.page, record.page),
        ("source", article.source, record.source),
        ("index", article.index, place),
    )
    shape.update({key: value for key, value, usual in implied if value != usual})
    return shape


def _entity_to_dict(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type.value,
        "kind": entity.kind,
        "jurisdiction": entity.jurisdiction,
        "aliases": list(entity.aliases),
        "mentions": [{"start": one.start, "end": one.end, "text": one.text} for one in entity.mentions],
    }


def _office_to_dict(office: Office) -> Json:
    return {
        "person": office.person,
        "role": office.role,
        "role_id": office.role_id,
        "organisation": office.organisation,
        "status": office.status.value,
        "from": office.since,
        "to": office.until,
        "confidence": office.confidence,
        "evidence": _evidence_to_list(office.evidence),
        "rule": office.rule,
    }


def _fact_to_dict(fact: Fact) -> Json:
    return {
        "subject": fact.subject,
        "predicate": fact.predicate.value,
        "object": fact.object,
        "modality": fact.modality.value,
        "confidence": fact.confidence,
        "evidence": _evidence_to_list(fact.evidence),
        "rule": fact.rule,
        "speaker": fact.speaker,
    }


def _evidence_to_list(evidence: tuple[Evidence, ...]) -> list[Json]:
    return [{"start": one.start, "end": one.end, "quote": one.quote} for one in evidence]


def _article_from_dict(value: Mapping[str, Any], place: int, page: tuple[str, str]) -> ArticleRecord:
    if value.get("text", "") is None:
        raise RecordError("the text of an article was left out of this record; fill it with `govgraph rehydrate`")
    article = Article(
        id=_text(value, "id"),
        page=_text(value, "page") if "page" in value else page[0],
        source=_text(value, "source") if "source" in value else page[1],
        index=_whole(value, "index") if "index" in value else place,
        text=_text(value, "text"),
        start=_whole(value, "start"),
        title=_text(value, "title"),
        kicker=_optional(value, "kicker"),
        date=_optional(value, "date"),
        genre=_term(value, "genre", Genre),
        authors=_texts(value, "authors"),
        blocks=tuple(
            Block(_term(one, "kind", BlockKind), _whole(one, "start"), _whole(one, "end"))
            for one in _objects(value, "blocks")
        ),
        url=_optional(value, "url"),
        language=_text(value, "language") if "language" in value else "de",
    )
    return ArticleRecord(
        article,
        _tuple(value, "entities", _entity_from_dict),
        _tuple(value, "offices", _office_from_dict),
        _tuple(value, "facts", _fact_from_dict),
    )


def _entity_from_dict(value: Mapping[str, Any]) -> Entity:
    return Entity(
        id=_text(value, "id"),
        name=_text(value, "name"),
        type=_term(value, "type", EntityType),
        aliases=_texts(value, "aliases"),
        mentions=_tuple(
            value, "mentions", lambda one: Mention(_whole(one, "start"), _whole(one, "end"), _text(one, "text"))
        ),
        kind=_text(value, "kind"),
        jurisdiction=_optional(value, "jurisdiction"),
    )


def _office_from_dict(value: Mapping[str, Any]) -> Office:
    return Office(
        person=_text(value, "person"),
        role=_text(value, "role"),
        role_id=_optional(value, "role_id"),
        organisation=_optional(value, "organisation"),
        status=_term(value, "status", Status),
        since=_optional(value, "from"),
        until=_optional(value, "to"),
        confidence=_number(value, "confidence"),
        evidence=_evidence(value),
        rule=_text(value, "rule"),
    )


def _fact_from_dict(value: Mapping[str, Any]) -> Fact:
    return Fact(
        subject=_text(value, "subject"),
        predicate=_term(value, "predicate", Predicate),
        object=_text(value, "object"),
        modality=_term(value, "modality", Modality),
        confidence=_number(value, "confidence"),
        evidence=_evidence(value),
        rule=_text(value, "rule"),
        speaker=_optional(value, "speaker"),
    )


def _evidence(value: Mapping[str, Any]) -> tuple[Evidence, ...]:
    return _tuple(
        value, "evidence", lambda one: Evidence(_whole(one, "start"), _whole(one, "end"), _text(one, "quote"))
    )


def _get(value: Mapping[str, Any], key: str) -> object:
    try:
        return value[key]
    except KeyError:
        raise RecordError(f"no {key!r} among {', '.join(sorted(value)) or 'no keys at all'}") from None


def _wrong(key: str, wanted: str, found: object) -> RecordError:
    return RecordError(f"{key!r} must be {wanted}, found {found!r:.60}")


def _text(value: Mapping[str, Any], key: str) -> str:
    found = _get(value, key)
    if not isinstance(found, str):
        raise _wrong(key, "a string", found)
    return found


def _optional(value: Mapping[str, Any], key: str) -> str | None:
    return None if _get(value, key) is None else _text(value, key)


def _whole(value: Mapping[str, Any], key: str) -> int:
    found = _get(value, key)
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise _wrong(key, "a whole number from 0", found)
    return found


def _number(value: Mapping[str, Any], key: str) -> float:
    found = _get(value, key)
    if not isinstance(found, int | float) or isinstance(found, bool) or not 0 <= found <= 1:
        raise _wrong(key, "a number from 0 to 1", found)
    return found


def _term(value: Mapping[str, Any], key: str, closed: type[_S]) -> _S:
    found = _text(value, key)
    try:
        return closed(found)
    except ValueError:
        raise _wrong(key, f"one of {', '.join(closed)}", found) from None


def _texts(value: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = _get(value, key)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise _wrong(key, "a list of strings", found)
    return tuple(found)


def _objects(value: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = _get(value, key)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise _wrong(key, "a list of objects", found)
    return found


def _tuple(value: Mapping[str, Any], key: str, make: Callable[[Mapping[str, Any]], _T]) -> tuple[_T, ...]:
    return tuple(make(one) for one in _objects(value, key))
