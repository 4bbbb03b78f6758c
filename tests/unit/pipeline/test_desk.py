"""What a browser writes judgements with; `tests/browser/test_review_page.py` compares what comes out."""

from __future__ import annotations

from typing import Any

import pytest

from govgraph.model import BASE, Modality, Predicate, Status
from govgraph.pipeline.desk import forms
from govgraph.pipeline.drafting import Claim, claimed
from govgraph.rdf.corrections import judgement_lines

ALT, RLP, CIO = f"{BASE}/person/denis-alt", f"{BASE}/jurisdiction/rlp", f"{BASE}/role/cio"


def filled(lines: list[list[Any]], said: dict[str, str]) -> str:
    """Lines of a claim, filled in as web/src/explorer/review/kept.ts does it."""
    text = ""
    for name, told in lines:
        value = said.get(name, "")
        if isinstance(told, str):
            text += told.replace("{}", value) if value or not name else ""
        elif value:
            text += told.get(value) or told[str(len(value))].replace("{}", value)
    return text


@pytest.mark.parametrize("body", [RLP, ""])
@pytest.mark.parametrize(("since", "until"), [("2020", "2021-02"), ("", "2021-02-03")])
def test_an_office_is_claimed_as_on_a_server(body: str, since: str, until: str) -> None:
    meant = Claim(ALT, None, body, role=CIO, status=Status.FORMER, since=since, until=until)
    said = {"subject": ALT, "role": CIO, "object": body, "modality": "former", "since": since, "until": until}
    assert filled(forms(BASE)["tenure"], said) == judgement_lines(claimed(meant), "    ")


@pytest.mark.parametrize("predicate", Predicate)
def test_a_statement_is_claimed_as_on_a_server(predicate: Predicate) -> None:
    meant = Claim(ALT, predicate, RLP, Modality.PLANNED)
    said = {"subject": ALT, "predicate": predicate.value, "object": RLP, "modality": "planned"}
    assert filled(forms(BASE)["statement"], said) == judgement_lines(claimed(meant), "    ")
