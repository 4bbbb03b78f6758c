"""The file of corrections: judgements are added and taken back, and what people write in it is not lost."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from govgraph.errors import CorrectionsChangedError, CorrectionsError
from govgraph.rdf import CorrectionsFile, Signature, judgement_block
from govgraph.rdf import namespaces as ns
from govgraph.rdf.corrections import judgements_in

BASE = "https://example.org/id"
SIGNED = Signature("Eva Muster", datetime.date(2026, 1, 2))


def block(kind: str, words: str = "Er leitet es.", *, person: str = "p") -> tuple[str, str]:
    iri = NamedNode(f"{BASE}/statement/1")
    pairs = ((ns.gov("judges"), iri), (ns.gov("words"), Literal(words)), (ns.DERIVED_FROM, NamedNode(f"{BASE}/a/1")))
    claim = (
        (ns.TYPE, ns.gov("Statement")),
        (ns.SUBJECT, NamedNode(f"{BASE}/person/{person}")),
        (ns.PREDICATE, ns.gov("chairs")),
        (ns.OBJECT, NamedNode(f"{BASE}/organisation/o")),
        (ns.gov("modality"), ns.gov("Asserted")),
    )
    return judgement_block(kind, pairs, claim, SIGNED, BASE)


def test_what_was_added_is_taken_back_to_the_byte_and_the_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "corrections.ttl"
    file = CorrectionsFile(path)
    first, second = block("Rejection"), block("Rejection", "Sie leitet es.")
    assert file.add([first]) == (first[0],)
    path.chmod(0o640)
    before = path.read_bytes()
    assert file.add([first, second], file.version()) == (second[0],)
    assert [one.about for one in judgements_in(file.read().content)] == [(f"{BASE}/statement/1",)] * 2
    file.drop([second[0]])
    assert path.read_bytes() == before
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["corrections.ttl"]


def test_remarks_stay_and_missing_prefixes_are_declared(tmp_path: Path) -> None:
    path = tmp_path / "corrections.ttl"
    own = "@prefix org: <https://example.org/other#> .\n# a remark of mine\n"
    path.write_text(own, encoding="utf-8")
    CorrectionsFile(path).add([block("Rejection")])
    assert path.read_text(encoding="utf-8").startswith(own)
    assert len(CorrectionsFile(path).read().corrections.reviews) == 1


def test_a_file_that_somebody_has_changed_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "corrections.ttl"
    file = CorrectionsFile(path)
    seen = file.version()
    path.write_text("# mine\n", encoding="utf-8")
    with pytest.raises(CorrectionsChangedError):
        file.add([block("Rejection")], seen)
    assert path.read_text(encoding="utf-8") == "# mine\n"


def test_a_change_between_reading_and_writing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "corrections.ttl"
    file = CorrectionsFile(path)
    real = os.fsync
    edits = iter(["# written by hand meanwhile\n"])

    def edited(descriptor: int) -> None:
        real(descriptor)
        for one in edits:
            path.write_text(one, encoding="utf-8")

    monkeypatch.setattr(os, "fsync", edited)
    file.add([block("Rejection")])
    content = path.read_text(encoding="utf-8")
    assert content.startswith("# written by hand meanwhile\n")
    assert "gov:Rejection" in content


def test_the_opposite_of_what_is_judged_is_refused(tmp_path: Path) -> None:
    file = CorrectionsFile(tmp_path / "corrections.ttl")
    file.add([block("Rejection")])
    with pytest.raises(CorrectionsError, match="is judged wrong there"):
        file.add([block("Assertion", "Er  leitet\nes.")])
    # what is meant instead is another statement in the same words
    file.add([block("Assertion", person="q")])


def test_what_somebody_has_rewritten_is_left_to_them(tmp_path: Path) -> None:
    path = tmp_path / "corrections.ttl"
    file = CorrectionsFile(path)
    iri, turtle = block("Rejection")
    file.add([(iri, turtle)])
    path.write_text(path.read_text(encoding="utf-8").replace(" a gov:", "\n  a gov:"), encoding="utf-8")
    with pytest.raises(CorrectionsError, match="take it out by hand"):
        file.drop([iri])
