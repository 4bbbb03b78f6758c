"""Every construction that code reads by is declared in the ontology, and its examples are read by it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from extract_reading import is_named, read_article, reader, rules_only, statements_of
from test_frame_examples import FRAMES, MARKED, Example, role_names, unmark

from govgraph.evaluation.names import normal_name
from govgraph.extract import Reader
from govgraph.extract.facts.ranker import RULE as WEIGHED
from govgraph.extract.state import FactDraft, OfficeDraft
from govgraph.model import ArticleRecord, Fact, Office, Predicate
from govgraph.resolve.reviewing import ASSERTED_BY_HAND
from govgraph.sources import read_text
from govgraph.vocabulary import Construction, load_constructions

PACKAGE = Reader.__module__.rpartition(".")[0]
FOLDER = Path(str(sys.modules[Reader.__module__].__file__)).parent
MADE = {"FactDraft": 6, "OfficeDraft": 10, "Said": 3, "Way": 0}
"""What carries a rule, and as which of its arguments."""
COPIED = {"name", "rule", "told_by"}
"""Attributes that hold a name already: of a frame, or of the statement that another is made from."""
CONSTRUCTIONS = load_constructions()


class Unclear(AssertionError):
    """An expression for a rule of which this test cannot tell what names it can have."""


class Code:
    """A module, as it says which rules its statements have."""

    def __init__(self, tree: ast.Module, module: ModuleType, name: str) -> None:
        self.tree, self.module, self.name = tree, module, name

    def rules(self) -> Iterator[str]:
        """Names of rules that are written in the module."""
        yield from self._rules(self.tree, [])

    def _rules(self, node: ast.AST, around: list[ast.AST]) -> Iterator[str]:
        if isinstance(node, ast.FunctionDef):
            around = [node, *around]
        if isinstance(node, ast.Call):
            rule = _rule_of(node)
            if rule is not None:
                yield from self._names(rule, around)
        for child in ast.iter_child_nodes(node):
            yield from self._rules(child, around)

    def _names(self, rule: ast.expr, around: Sequence[ast.AST]) -> Iterator[str]:
        match rule:
            case ast.Constant(value=str(name)):
                yield name
            case ast.IfExp(body=one, orelse=other):
                yield from self._names(one, around)
                yield from self._names(other, around)
            case ast.Attribute(attr=attribute) if attribute in COPIED:
                pass
            case ast.Name(id=name):
                local = [value for function in around for value in _assigned(function, name)]
                known = getattr(self.module, name, None)
                if not local and not isinstance(known, str):
                    raise Unclear(f"{self.name}:{rule.lineno}: write the name of the rule, or a constant of the module")
                for value in local:
                    yield from self._names(value, around)
                if not local and isinstance(known, str):
                    yield known
            case _:
                raise Unclear(f"{self.name}:{rule.lineno}: {ast.unparse(rule)} is no name of a rule; write the name")


def _rule_of(call: ast.Call) -> ast.expr | None:
    """The argument of a call that is a rule."""
    named = next((keyword.value for keyword in call.keywords if keyword.arg == "rule"), None)
    made = call.func.id if isinstance(call.func, ast.Name) else ""
    if named is not None or made not in MADE:
        return named
    # `*pair` stands for two arguments
    at = MADE[made] - sum(isinstance(one, ast.Starred) for one in call.args)
    return call.args[at] if at < len(call.args) else None


def _assigned(function: ast.AST, name: str) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets)
    ]


def rules_in_code() -> set[str]:
    """Names of all rules that code gives to statements."""
    found = {ASSERTED_BY_HAND, str(OfficeDraft.__dataclass_fields__["rule"].default)}
    for path in sorted(FOLDER.rglob("*.py")):
        name = ".".join((PACKAGE, *path.relative_to(FOLDER).with_suffix("").parts))
        module = import_module(name.removesuffix(".__init__"))
        found.update(Code(ast.parse(path.read_text(encoding="utf-8")), module, path.name).rules())
    return found


def read_example(construction: Construction, text: str) -> ArticleRecord:
    """The article of an example: a small page, or sentences below some headline."""
    by = reader() if construction.name == WEIGHED else rules_only()
    if "\n\n" not in text:
        return read_article(text, by=by)
    (article,) = by.read(read_text(text)).articles
    return article


def is_read(construction: Construction, example: Example, article: ArticleRecord) -> bool:
    """Whether a statement of the construction stands between the marked names."""
    entities = {entity.id: entity for entity in article.entities}

    def holds(office: Office) -> bool:
        title = normal_name(role_names().get(normal_name(example.object), example.object))
        held = title == normal_name(office.role) or (
            office.organisation is not None and is_named(entities[office.organisation], example.object)
        )
        return held and is_named(entities[office.person], example.subject)

    def states(fact: Fact) -> bool:
        ends = [fact.subject, fact.object]
        orders = (ends, ends[::-1]) if fact.predicate is Predicate.COOPERATES_WITH else (ends,)
        return any(
            is_named(entities[one], example.subject) and is_named(entities[other], example.object)
            for one, other in orders
        )

    return any(fact.rule == construction.name and states(fact) for fact in article.facts) or any(
        office.rule == construction.name and holds(office) for office in article.offices
    )


def test_every_rule_of_the_code_is_a_frame_or_declared() -> None:
    assert sorted(rules_in_code() - CONSTRUCTIONS.keys() - FRAMES.keys()) == []


def test_every_construction_is_a_rule_of_the_code() -> None:
    assert sorted(CONSTRUCTIONS.keys() - rules_in_code()) == []


def test_no_construction_has_the_name_of_a_frame() -> None:
    assert sorted(CONSTRUCTIONS.keys() & FRAMES.keys()) == []


def test_where_rules_stand_in_code_is_known() -> None:
    for made in (FactDraft, OfficeDraft):
        assert list(made.__dataclass_fields__).index("rule") == MADE[made.__name__]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ('FactDraft(a, b, c, d, e, f, "one")', {"one"}),
        ('FactDraft(*pair, c, d, e, f, "one")', {"one"}),
        ('replace(office, rule="one" if sure else "other")', {"one", "other"}),
        ("replace(office, rule=fact.rule)", set()),
        ('def read():\n    told = "one" if sure else FOUND\n    replace(office, rule=told)', {"one", "found"}),
    ],
)
def test_names_are_found_in_code(code: str, names: set[str]) -> None:
    module = ModuleType("made")
    module.__dict__["FOUND"] = "found"
    assert set(Code(ast.parse(code), module, "made.py").rules()) == names


@pytest.mark.parametrize("rule", ['f"{one}-of"', "other", "names[0]"])
def test_a_rule_that_nobody_can_look_up_is_refused(rule: str) -> None:
    code = Code(ast.parse(f"replace(office, rule={rule})"), ModuleType("made"), "made.py")
    with pytest.raises(Unclear, match=r"^made\.py:1: .*name"):
        list(code.rules())


def test_constructions_have_a_name_and_a_definition_in_both_languages() -> None:
    for one in CONSTRUCTIONS.values():
        assert set(one.labels) == set(one.definitions) == {"de", "en"}, one.name
        assert all(text.endswith(".") for text in one.definitions.values()), one.name
    for language in ("de", "en"):
        labels = [one.labels[language] for one in CONSTRUCTIONS.values()]
        assert sorted({label for label in labels if labels.count(label) > 1}) == []


def test_constructions_evoke_predicates() -> None:
    known = {*(predicate.value for predicate in Predicate), "holdsOffice"}
    assert {name for one in CONSTRUCTIONS.values() for name in one.evokes} <= known


def test_every_construction_has_an_example_with_both_ends() -> None:
    assert [one.name for one in CONSTRUCTIONS.values() if not one.examples] == [ASSERTED_BY_HAND]
    examples = [text for one in CONSTRUCTIONS.values() for text in one.examples]
    assert [text for text in examples if sorted(mark for _, mark in MARKED.findall(text)) != sorted("¹²")] == []


@pytest.mark.parametrize("name", sorted(CONSTRUCTIONS.keys() - {ASSERTED_BY_HAND}))
def test_the_examples_of_a_construction_are_read_by_it(name: str) -> None:
    one = CONSTRUCTIONS[name]
    for marked in one.examples:
        example = unmark(marked)
        article = read_example(one, example.text)
        assert is_read(one, example, article), f"{example.text}: read was {statements_of(article)}"
        told = {str(fact.predicate) for fact in article.facts if fact.rule == name}
        told |= {"holdsOffice" for office in article.offices if office.rule == name}
        assert not one.evokes or told <= set(one.evokes)
