"""Judgements: written to the file of corrections, applied by every build, refused when they cannot be."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from govgraph import Graph
from govgraph.errors import CorrectionsError, NotFoundError
from govgraph.model import Predicate, Status, own_name, slug
from govgraph.pipeline import BuildOptions, build, desk
from govgraph.pipeline.drafting import Claim, Drafter
from govgraph.pipeline.judging import Judge, Judged
from govgraph.pipeline.titles import role_called
from govgraph.rdf import CorrectionsFile, Signature

FIRST = "Hessen hat einen CIO\n\n[18.11.2021] Patrick Burghardt ist CIO von Hessen. Er lobt das Onlinezugangsgesetz.\n"
SECOND = "Gäste in Dresden\n\n[03.02.2022] Der IT-Planungsrat tagte in Dresden. Patrik Burghardt ist CIO von Hessen.\n"
QUICK = BuildOptions(store=False, view=False)
SIGNED = Signature("Eva Muster", datetime.date(2026, 1, 2), "weil es so ist")
HEAD = """@prefix gov: <https://w3id.org/govgraph/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
"""
SIGN = 'dcterms:creator "Eva" ; dcterms:created "2026-01-02"^^xsd:date'


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for name, text in (("eins", FIRST), ("zwei", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    build([str(tmp_path / "eins.txt"), str(tmp_path / "zwei.txt")], tmp_path / "out", QUICK)
    return tmp_path / "out"


def judged(out: Path, act: Callable[[Judge], Judged]) -> Judged:
    with Graph.open(out) as graph:
        return act(Judge(out, graph.store, SIGNED))


def people(out: Path) -> set[str]:
    with Graph.open(out) as graph:
        return {one.person.label for one in graph.who("CIO", "Hessen", "2022")}


def iris(out: Path) -> set[str]:
    with Graph.open(out) as graph:
        rows = graph.query("SELECT DISTINCT ?p WHERE { ?t a gov:Tenure ; org:member ?p }")
        return {str(row[0]).rpartition("/")[2] for row in rows}  # type: ignore[union-attr]


def test_a_pair_of_the_queue_is_drafted_as_it_would_be_judged(out: Path) -> None:
    with Graph.open(out) as graph:
        drafter = Drafter(out, graph.store)
        (pair,) = desk(out, graph.store)["pairs"]
        assert pair["draft"]["said"] == ""
        for kind, same in (("Same", True), ("Different", False)):
            iri, block = drafter.identity(same, pair["first"], pair["second"]).block(SIGNED, drafter.base)
            assert pair["draft"]["ids"][kind] == iri
            assert block.startswith(f"<{iri}> a gov:{kind} ;\n{pair['draft']['where']}  dcterms:creator ")


def test_two_names_judged_to_be_one_are_one_in_every_later_build(out: Path) -> None:
    assert iris(out) == {"patrick-burghardt", "patrik-burghardt"}
    done = judged(out, lambda judge: judge.identity(True, "Patrick Burghardt", "Patrik Burghardt"))
    assert done.new
    assert iris(out) == {"patrick-burghardt"}
    build([], out, QUICK)
    assert iris(out) == {"patrick-burghardt"}


def test_a_judgement_stands_only_once(out: Path) -> None:
    path = out / "corrections.ttl"
    statement = next(iter(statements(out)))
    judged(out, lambda judge: judge.identity(False, "person:patrick-burghardt", "person:patrik-burghardt"))
    once = path.read_bytes()
    again = judged(out, lambda judge: judge.identity(False, "person:patrick-burghardt", "person:patrik-burghardt"))
    assert not again.new
    assert path.read_bytes() == once
    assert statement in statements(out)


def statements(out: Path) -> set[str]:
    with Graph.open(out) as graph:
        rows = graph.query("SELECT ?t WHERE { ?t a gov:Tenure }")
        return {str(row[0]) for row in rows}  # type: ignore[union-attr]


def test_a_rejected_statement_is_gone_with_what_followed_from_it(out: Path) -> None:
    with Graph.open(out) as graph:
        (one,) = [each for each in graph.explain("Patrik Burghardt") if each.predicate == "holdsOffice"]
    judged(out, lambda judge: judge.reject(one.statement))
    assert people(out) == {"Patrick Burghardt"}
    assert one.statement not in statements(out)


def test_what_the_same_words_say_of_the_same_two_is_told(tmp_path: Path) -> None:
    page = tmp_path / "eins.txt"
    page.write_text(
        "Neuer Chef\n\n[06.02.2025] Den IT-Planungsrat leitet Markus Richter. Er lobt Hessen.", encoding="utf-8"
    )
    build([str(page)], tmp_path / "out", QUICK)
    with Graph.open(tmp_path / "out") as graph:
        judge = Judge(tmp_path / "out", graph.store, SIGNED)
        (office,) = judge.statements("Markus Richter", "holdsOffice")
        (chairs,) = judge.statements("Markus Richter", "chairs")
        assert [one.statement for one in judge.beside(office)] == [chairs]
        assert [one.statement for one in judge.beside(chairs)] == [office]


def test_of_two_of_one_name_the_one_is_meant_of_whom_it_is_said(tmp_path: Path) -> None:
    for number, land in enumerate(("Hessen", "Bremen")):
        text = f"Ein CIO\n\n[06.02.202{number}] Eva Muster ist CIO von {land}. Sie lobt {land}.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    build([str(tmp_path / "0.txt"), str(tmp_path / "1.txt")], tmp_path / "out", QUICK)
    with Graph.open(tmp_path / "out") as graph:
        judge = Judge(tmp_path / "out", graph.store, SIGNED)
        (office,) = judge.statements("Eva Muster", "holdsOffice", "Bremen")
        assert "/tenure/2021-02-06-" in office  # the day on which it is said of Bremen
        with pytest.raises(NotFoundError, match="can mean 2 things"):
            judge.statements("Eva Muster", "holdsOffice")
        with pytest.raises(NotFoundError, match="can mean 2 things"):
            judge.statements("Eva Muster", "chairs", "Bremen")


@pytest.mark.parametrize(
    ("subject", "predicate", "target", "said"),
    [
        ("Hessen", Predicate.COOPERATES_WITH, "Hessen", "stands on both sides of cooperatesWith"),
        ("Patrick Burghardt", Predicate.MEMBER_OF, "Hessen", "no object of memberOf; allowed are kinds organisation"),
        ("Onlinezugangsgesetz", Predicate.FUNDS, "IT-Planungsrat", "no subject of funds; allowed are kinds"),
        ("Hessen", None, "IT-Planungsrat", "no subject of holdsOffice; allowed are kinds person"),
    ],
)
def test_what_can_hold_of_nothing_is_refused(
    out: Path, subject: str, predicate: Predicate | None, target: str, said: str
) -> None:
    def act(judge: Judge) -> Judged:
        claim = Claim(judge.find(subject), predicate, judge.find(target), role="" if predicate else "role:cio")
        return judge.affirm(claim, "Er lobt das Onlinezugangsgesetz.")

    with pytest.raises(CorrectionsError, match=said):
        judged(out, act)
    assert not (out / "corrections.ttl").exists()


def test_what_no_article_names_is_found_in_the_reference_data(out: Path) -> None:
    def act(judge: Judge) -> Judged:
        with pytest.raises(NotFoundError, match="is added by a lexicon: `govgraph build --lexicon`"):
            judge.find("Digitalwerkstatt Nordhessen")
        claim = Claim(judge.find("Patrick Burghardt"), Predicate.MEMBER_OF, judge.find("FITKO"))
        return judge.affirm(claim, "Er lobt das Onlinezugangsgesetz.")

    assert judged(out, act).new
    with Graph.open(out) as graph:
        (one,) = graph.explain("Patrick Burghardt", "memberOf")
        assert one.object.label in ("FITKO", "Föderale IT-Kooperation")
        assert graph.validate().conforms


def test_a_statement_that_was_overlooked_is_added_with_its_words(out: Path) -> None:
    words = "Er lobt das Onlinezugangsgesetz."

    def act(judge: Judge) -> Judged:
        claim = Claim(judge.find("Patrick Burghardt"), Predicate.MEMBER_OF, judge.find("IT-Planungsrat"))
        return judge.affirm(claim, words)

    judged(out, act)
    with Graph.open(out) as graph:
        (one,) = graph.explain("Patrick Burghardt", "memberOf")
        assert (one.rule, one.confidence) == ("asserted-by-hand", 1.0)
        (proof,) = one.evidence
        assert proof.quote == words
        assert FIRST[proof.start : proof.end] == words or words in FIRST
        assert graph.validate().conforms


def test_words_that_name_nothing_of_a_claim_are_told(out: Path) -> None:
    with Graph.open(out) as graph:
        judge = Judge(out, graph.store, SIGNED, apply=False)
        body = judge.find("IT-Planungsrat")
        claim = Claim(judge.find("Patrick Burghardt"), Predicate.MEMBER_OF, body)
        office = Claim(claim.subject, None, body, role=judge.find_role("CIO"))
        member = Claim(claim.subject, Predicate.MEMBER_OF, judge.find("FITKO"))

        assert judge.unnamed(claim, "Er lobt das Onlinezugangsgesetz.") == ("Patrick Burghardt", "IT-Planungsrat")
        assert judge.unnamed(claim, "Burghardt lobt ihn.") == ()
        assert judge.unnamed(claim, "Er sitzt im IT-Planungsrat.") == ()
        assert judge.unnamed(office, "Er ist dort CIO.") == ()
        assert judge.unnamed(member, "Die FITKO lobt ihn.") == ()


def test_what_is_rejected_already_is_told_as_such(out: Path) -> None:
    with Graph.open(out) as graph:
        (one,) = [each for each in graph.explain("Patrik Burghardt") if each.predicate == "holdsOffice"]
    name = judged(out, lambda judge: judge.reject(one.statement)).iri.rpartition("/")[2]
    told = f"rejected already by judgement {name}; take it out of .*corrections.ttl"
    with Graph.open(out) as graph:
        judge = Judge(out, graph.store, SIGNED)
        for act in (judge.reject, judge.beside):
            with pytest.raises(NotFoundError, match=told):
                act(one.statement)
        with pytest.raises(NotFoundError, match=told):
            judge.statements("Patrik Burghardt", "holdsOffice", "Hessen")
        with pytest.raises(NotFoundError, match="no statement says"):
            judge.statements("Patrik Burghardt", "memberOf", "Hessen")


def test_an_office_can_be_added(out: Path) -> None:
    def act(judge: Judge) -> Judged:
        claim = Claim(
            judge.find("Patrick Burghardt"),
            None,
            judge.find("IT-Planungsrat"),
            role=judge.find_role("CIO"),
            status=Status.FORMER,
            until="2020",
        )
        return judge.affirm(claim, "Er lobt das Onlinezugangsgesetz.")

    judged(out, act)
    with Graph.open(out) as graph:
        found = [one for one in graph.explain("Patrick Burghardt") if one.object.label == "IT-Planungsrat"]
        assert [(one.modality, one.until) for one in found] == [("former", "2020")]
        assert graph.validate().conforms


def test_an_office_that_nobody_in_the_graph_has_can_be_added(out: Path) -> None:
    words = "Patrik Burghardt ist CIO von Hessen."
    with Graph.open(out) as graph:
        (one,) = [each for each in graph.explain("Patrik Burghardt") if each.predicate == "holdsOffice"]
    judged(out, lambda judge: judge.reject(one.statement))

    def act(judge: Judge) -> Judged:
        role = judge.find_role("Abteilungsleiterin")
        return judge.affirm(Claim(one.subject.iri, None, one.object.iri, role=role), words)

    judged(out, act)
    with Graph.open(out) as graph:
        (again,) = graph.explain("Patrik Burghardt", "holdsOffice")
        assert again.confidence == 1.0
        assert graph.query(f"ASK {{ <{again.statement}> org:role/skos:prefLabel 'Abteilungsleiter'@de }}") is True
        assert graph.validate().conforms


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Abteilungsleiterin", "abteilungsleiter"),
        ("abteilungsleiter", "abteilungsleiter"),
        ("role:cdo", "cdo"),
        ("https://w3id.org/govgraph/id/role/cdo", "cdo"),
        ("Portfoliomanagerin", "manager"),
        ("OB", "oberbuergermeister"),
    ],
)
def test_offices_are_found_by_any_title_that_is_known(title: str, role: str) -> None:
    assert role_called(title, BuildOptions()) == f"https://w3id.org/govgraph/id/role/{role}"
    assert role_called(title, BuildOptions(base="https://x.org/id")) == f"https://x.org/id/role/{role}"


@pytest.mark.parametrize(
    ("title", "hint"), [("abteilungsleitr", "close to it: Abteilungsleiter"), ("Xyzzy", "nor anything like it")]
)
def test_a_title_that_nobody_knows_is_told_with_those_that_are_close(title: str, hint: str) -> None:
    with pytest.raises(NotFoundError, match=f"no office is called '{title}'.*{hint}"):
        role_called(title, BuildOptions())


def test_what_is_confirmed_keeps_its_rule_and_words_and_is_sure(out: Path) -> None:
    with Graph.open(out) as graph:
        (one,) = [each for each in graph.explain("Patrik Burghardt") if each.predicate == "holdsOffice"]
        drafter = Drafter(out, graph.store)
        CorrectionsFile(drafter.path).add([drafter.confirmation(one.statement).block(SIGNED, drafter.base)])
    build([], out, QUICK)
    with Graph.open(out) as graph:
        (again,) = [each for each in graph.explain("Patrik Burghardt") if each.predicate == "holdsOffice"]
    assert again == replace(one, confidence=1.0)
    assert one.confidence < 1


def test_words_that_no_article_has_are_refused(out: Path) -> None:
    claim = Claim("x:y", Predicate.MEMBER_OF, "x:z")
    with pytest.raises(NotFoundError, match="exactly one article"):
        judged(out, lambda judge: judge.affirm(claim, "Das steht nirgends."))
    assert not (out / "corrections.ttl").exists()


def test_a_changed_text_reopens_the_judgement(out: Path, tmp_path: Path) -> None:
    with Graph.open(out) as graph:
        (one,) = [each for each in graph.explain("Patrik Burghardt") if each.predicate == "holdsOffice"]
    judged(out, lambda judge: judge.reject(one.statement))
    page = tmp_path / "zwei.txt"
    page.write_text(SECOND.replace("ist CIO von Hessen", "ist schon lange CIO von Hessen"), encoding="utf-8")
    result = build([str(page)], out, QUICK)
    assert [issue.code for issue in result.issues] == ["judgement-reopened"]
    assert "has changed" in result.issues[0].message
    # the same words elsewhere in a changed page are still judged
    page.write_text(SECOND + "\nEin Satz mehr steht nun da.\n", encoding="utf-8")
    assert build([str(page)], out, QUICK).issues == ()
    assert people(out) == {"Patrick Burghardt"}


def test_a_judgement_finds_its_article_again_after_an_edit(out: Path, tmp_path: Path) -> None:
    judged(out, lambda judge: judge.identity(True, "Patrick Burghardt", "Patrik Burghardt"))
    page = tmp_path / "zwei.txt"
    page.write_text(SECOND.replace("tagte", "tagte gestern"), encoding="utf-8")
    assert build([str(page)], out, QUICK).issues == ()
    assert len(iris(out)) == 1
    # another day, as a later release may read it
    page.write_text(SECOND.replace("03.02.2022", "04.02.2022"), encoding="utf-8")
    assert build([str(page)], out, QUICK).issues == ()
    assert len(iris(out)) == 1
    # the name stands there no more
    page.write_text(SECOND.replace("Patrik Burghardt", "Ute Rapp"), encoding="utf-8")
    (issue,) = build([str(page)], out, QUICK).issues
    assert issue.code == "judgement-reopened"
    assert "govgraph judge" in issue.message


CHAIRS = {
    "eins": ("Netze in Hessen", "[18.11.2019] Die Vorsitzende der Arbeitsgruppe Registerkarte, Anna Kolb, geht."),
    "zwei": ("Netze in Bayern", "[18.11.2021] Vorsitzender der Arbeitsgruppe Registerkarte ist Bodo Wild."),
    "drei": ("Netze in Bremen", "[18.11.2023] Vorsitzender der Arbeitsgruppe Registerkarte ist Till Gerber."),
}


def test_a_group_is_known_by_the_iris_that_it_had(tmp_path: Path) -> None:
    out = tmp_path / "out"
    pages = {name: "\n\n".join(parts) + "\n" for name, parts in CHAIRS.items()}
    for name, text in pages.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    build([str(tmp_path / f"{name}.txt") for name in pages], out, QUICK)
    days = ("2019-11-18", "2021-11-18", "2023-11-18")
    titles = [parts[0] for parts in CHAIRS.values()]
    first, second, third = (
        slug(own_name("Arbeitsgruppe Registerkarte", day, title)) for day, title in zip(days, titles, strict=True)
    )
    judged(out, lambda judge: judge.identity(True, f"organisation:{first}", f"organisation:{second}"))
    # the second is called like the first by now
    judged(out, lambda judge: judge.identity(True, f"organisation:{second}", f"organisation:{third}"))
    with Graph.open(out) as graph:
        (one,) = graph.query("SELECT DISTINCT ?o WHERE { ?t a gov:Tenure ; org:organization ?o }")  # type: ignore[misc]
        assert str(one[0]).endswith(first)
    # a head in common makes the last two one by itself; the judgement that names the third holds
    more = pages["drei"].replace("ist Till Gerber", "ist Till Gerber. Er folgt auf Bodo Wild")
    (tmp_path / "drei.txt").write_text(more, encoding="utf-8")
    assert build([str(tmp_path / "drei.txt")], out, QUICK).issues == ()


def test_an_iri_from_outside_is_the_same_thing_elsewhere(out: Path) -> None:
    outside = "https://www.example.org/people/7"
    done = judged(out, lambda judge: judge.identity(True, "Patrick Burghardt", outside))
    assert done.result is not None
    assert done.result.issues == ()
    with Graph.open(out) as graph:
        assert graph.query(f"ASK {{ ?person owl:sameAs <{outside}> ; skos:prefLabel 'Patrick Burghardt'@de }}") is True


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("<https://x.org/1> a gov:Same ; .", 5, "exactly one gov:|who made it|when it was made"),
        ("<https://x.org/1> a gov:Same gov:first .", 5, "no Turtle"),
        (f"<https://x.org/1> a gov:Smae ; {SIGN} .", 5, "is no judgement"),
        (
            "<https://x.org/1> a gov:Same ; gov:first <https://x.org/a> ; gov:second <https://x.org/b> .",
            5,
            "who made it|when it was made",
        ),
        (f"<https://x.org/1> a gov:Same ; gov:first <https://x.org/a> ; {SIGN} .", 5, "exactly one gov:second"),
        (f"<https://x.org/1> a gov:Rejection ; {SIGN} .", 5, "gives no words|gov:claims|exactly one article"),
        (
            "<https://x.org/1> a gov:Same ; gov:first <https://w3id.org/govgraph/id/person/nie> ; "
            f"gov:second <https://w3id.org/govgraph/id/person/patrick-burghardt> ; {SIGN} .",
            5,
            "nothing in this graph is https://w3id.org/govgraph/id/person/nie",
        ),
        (
            f"<https://x.org/1> a gov:Same ; gov:first <x:a> ; gov:second <x:b> ; {SIGN} .\n"
            f"<https://x.org/2> a gov:Same ; gov:first <x:b> ; gov:second <x:c> ; {SIGN} .\n"
            f"<https://x.org/3> a gov:Different ; gov:first <x:c> ; gov:second <x:a> ; {SIGN} .",
            7,
            "judged to be two here, and one in line 6",
        ),
    ],
)
def test_a_bad_file_is_refused_with_line_and_reason_and_changes_nothing(
    out: Path, body: str, line: int, reason: str
) -> None:
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    (out / "corrections.ttl").write_text(f"{HEAD}\n{body}\n", encoding="utf-8")
    with pytest.raises(CorrectionsError, match=rf"corrections\.ttl, line {line}: .*(?:{reason})"):
        build([], out, QUICK)
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.name in before} == before


def test_a_judgement_that_contradicts_another_is_refused_and_the_file_stays(out: Path) -> None:
    pair = ("person:patrick-burghardt", "person:patrik-burghardt")
    with Graph.open(out) as graph:
        judge = Judge(out, graph.store, SIGNED, apply=False)
        judge.identity(False, *pair)
        before = (out / "corrections.ttl").read_bytes()
        with pytest.raises(CorrectionsError, match="judged to be two here"):
            judge.identity(True, *pair)
    assert (out / "corrections.ttl").read_bytes() == before


def test_what_a_judgement_has_made_one_is_told_with_the_judgement(out: Path) -> None:
    done = judged(out, lambda judge: judge.identity(True, "person:patrick-burghardt", "person:patrik-burghardt"))
    name = done.iri.rpartition("/")[2]
    both = "'.*/person/patrick-burghardt' and '.*/person/patrik-burghardt' one thing; this contradicts it: take it out"
    with pytest.raises(CorrectionsError, match=f"judgement {name} makes {both}"):
        judged(out, lambda judge: judge.identity(False, "Patrick Burghardt", "Patrik Burghardt"))
    with pytest.raises(CorrectionsError, match="one thing in this graph already; nothing to judge"):
        judged(out, lambda judge: judge.identity(True, "Patrick Burghardt", "Patrik Burghardt"))


@pytest.mark.parametrize("same", [True, False])
def test_a_person_and_something_else_are_not_judged(out: Path, same: bool) -> None:
    with pytest.raises(CorrectionsError, match="are a person and something else; nothing to judge"):
        judged(out, lambda judge: judge.identity(same, "Patrick Burghardt", "Hessen"))
    assert not (out / "corrections.ttl").exists()


def test_a_judgement_on_a_person_and_something_else_is_told_to_be_idle(out: Path) -> None:
    ids = "https://w3id.org/govgraph/id"
    pair = f"gov:first <{ids}/person/patrick-burghardt> ; gov:second <{ids}/jurisdiction/hessen>"
    (out / "corrections.ttl").write_text(
        f"{HEAD}\n<https://x.org/1> a gov:Same ; {pair} ; {SIGN} .\n", encoding="utf-8"
    )
    (issue,) = build([], out, QUICK).issues
    assert (issue.code, issue.level) == ("judgement-idle", "note")
    assert "line 5: judgement 1 is idle: a person and something else are two in any case" in issue.message


def test_an_office_that_ends_before_it_begins_is_refused(out: Path) -> None:
    def act(judge: Judge) -> Judged:
        claim = Claim(
            judge.find("Patrick Burghardt"), None, "", role=judge.find_role("CIO"), since="2025-08", until="2025"
        )
        early = replace(claim, until="2025-06-30")
        with pytest.raises(CorrectionsError, match="from '2025-08' to '2025-06-30' ends before it begins"):
            judge.affirm(early, "Er lobt das Onlinezugangsgesetz.")
        return judge.affirm(claim, "Er lobt das Onlinezugangsgesetz.")

    assert judged(out, act).new


def test_what_people_write_by_hand_stays_as_they_wrote_it(out: Path) -> None:
    own = f"{HEAD}# a remark of mine\n"
    path = out / "corrections.ttl"
    path.write_text(own, encoding="utf-8")
    judged(out, lambda judge: judge.identity(True, "Patrick Burghardt", "Patrik Burghardt"))
    assert path.read_text(encoding="utf-8").startswith(own)
