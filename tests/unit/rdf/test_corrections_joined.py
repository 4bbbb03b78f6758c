"""Files of corrections in one: what does not fit together is told apart from what does."""

from __future__ import annotations

import itertools

from govgraph.rdf import join_corrections
from govgraph.rdf.corrections import HEAD

ID = "https://w3id.org/govgraph/id"


def judgement(name: str, kind: str, first: str, second: str, by: str = "Eva") -> str:
    return (
        f"<{ID}/judgement/{name}> a gov:{kind} ;\n  gov:first <{ID}/organisation/{first}> ;\n"
        f"  gov:second <{ID}/organisation/{second}> ;\n"
        f'  dcterms:creator "{by}" ;\n  dcterms:created "2026-01-02"^^xsd:date .\n'
    )


def file(*blocks: str) -> str:
    return "\n".join((HEAD, *blocks))


def test_of_a_chain_those_give_way_who_do_not_say_two() -> None:
    one = file(judgement("1", "Same", "a", "b"), judgement("2", "Different", "a", "c"))
    two = file(judgement("3", "Same", "b", "c"), judgement("4", "Same", "d", "e"))
    joined = join_corrections({"one": one, "two": two})
    (group,) = joined.held
    assert group.judgements == (("2", ("one",)), ("3", ("two",)))
    assert joined.known == {f"{ID}/judgement/{name}" for name in "1234"}
    applied, _, held = joined.content.partition("# Held back")
    assert [f"judgement/{name}>" in applied for name in "1234"] == [True, False, False, True]
    assert [f"judgement/{name}>" in held for name in "1234"] == [False, True, True, False]


def test_the_order_of_the_files_does_not_matter() -> None:
    files = {
        "one": file("# of mine", judgement("1", "Same", "a", "b"), "# at the end"),
        "two": file(judgement("1", "Same", "a", "b", by="Adam"), judgement("2", "Different", "f", "g")),
        "three": file(judgement("3", "Same", "f", "g")),
    }
    found = {join_corrections(dict(some)).content for some in itertools.permutations(files.items())}
    assert len(found) == 1
    (content,) = found
    assert f"# of mine\n\n<{ID}/judgement/1>" not in content
    assert "# of mine" in content
    assert "# at the end" in content
    assert '"Adam"' in content


def test_a_name_that_people_gave_to_two_judgements_loses_neither() -> None:
    joined = join_corrections(
        {"one": file(judgement("mine", "Same", "a", "b")), "two": file(judgement("mine", "Same", "c", "d"))}
    )
    assert joined.content.count("a gov:Same") == 2
    assert joined.content.count("judgement/mine") == 2
    assert joined.held == ()


def test_nobody_has_judged_anything() -> None:
    assert join_corrections({}).content == ""
