"""Rows are counted in what the engine has written, whatever stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from govgraph.serve.counting import has_rows

FORMS = (QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.CSV, QueryResultsFormat.TSV)
HOSTILE = ['"}},{"x":{"', "<result>", 'a\n"b"\r\n', "\t\\", "", "{", '"']


def written(values: list[str], form: QueryResultsFormat, out: Path, select: str = "?o ?none") -> None:
    store = Store()
    store.extend(
        Quad(NamedNode(f"https://example.org/{number}"), NamedNode("https://example.org/p"), Literal(value))
        for number, value in enumerate(values)
    )
    answer = store.query(f"SELECT {select} {{ ?s ?p ?o }}")
    assert isinstance(answer, QuerySolutions)
    answer.serialize(out, form)


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("select", ["?o ?none", "?none", "?s ?p ?o"])
def test_hostile_values(form: QueryResultsFormat, select: str, tmp_path: Path) -> None:
    written(HOSTILE, form, tmp_path / "out", select)

    assert has_rows(tmp_path / "out", form, len(HOSTILE))
    assert not has_rows(tmp_path / "out", form, len(HOSTILE) + 1)


@pytest.mark.parametrize("form", FORMS, ids=str)
@given(values=st.lists(st.text(alphabet="ab\"{}<>,\n\r\t\\ä'", max_size=8), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_values(form: QueryResultsFormat, values: list[str], tmp_path: Path) -> None:
    written(values, form, tmp_path / "out")

    assert has_rows(tmp_path / "out", form, len(values))
    assert not has_rows(tmp_path / "out", form, len(values) + 1)
