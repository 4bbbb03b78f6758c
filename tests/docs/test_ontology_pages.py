"""The documentation of the ontology: complete, up to date, without anything from elsewhere; no term disappears."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pyoxigraph as ox
import pytest

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"
PAGE = ROOT / "docs" / "ontology" / "index.html"
TOOL = ROOT / "tools" / "generate_ontology.py"
SITE = "https://example.org/govgraph"
OWL = "http://www.w3.org/2002/07/owl#"


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TOOL.parent))
        yield importlib.import_module("generate_ontology")


@pytest.fixture(scope="module")
def terms(tool: ModuleType) -> Any:
    return tool.described(ONTOLOGY, ROOT / "examples" / "questions.trig")


@pytest.fixture(scope="module")
def html() -> str:
    return PAGE.read_text(encoding="utf-8")


class Reader(HTMLParser):
    """Ids, links and elements of a page; counts those that are open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.names: set[str] = set()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.names.add(tag)
        if tag not in ("meta", "br", "link", "rect", "path"):
            self.open.append(tag)
        self.ids += [told["id"]] if "id" in told else []
        self.links += [told["href"]] if tag == "a" else []
        self.loaded += [told[name] for name in ("src", "srcset", "data") if name in told]

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("rect", "path"):
            assert self.open.pop() == tag


def test_page_and_list_of_terms_are_up_to_date() -> None:
    done = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_page_needs_nothing_from_elsewhere(html: str) -> None:
    page = Reader(html)
    assert page.open == []
    assert page.loaded == []
    assert not page.names & {"script", "link", "img", "iframe", "object"}
    assert "@import" not in html
    assert "url(" not in html


def test_links_lead_somewhere(html: str) -> None:
    page = Reader(html)
    assert len(page.ids) == len(set(page.ids))
    for link in page.links:
        if link.startswith("#"):
            assert link[1:] in page.ids
        elif not link.startswith(("http://", "https://")):
            path, _, section = link.partition("#")
            text = (PAGE.parent / path).read_text(encoding="utf-8")
            assert f"\n## {section}\n" in text


def test_every_term_is_told_in_both_languages(html: str, tool: ModuleType) -> None:
    declared = {
        quad.subject.value.partition("#")[2]
        for file in tool.SCHEMAS
        for quad in ox.parse(path=str(ONTOLOGY / file))
        if isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value.startswith("https://w3id.org/govgraph/ontology#")
        and getattr(quad.object, "value", "").startswith(OWL)
        and quad.predicate.value.endswith("#type")
    }
    sections = {re.match(r'[^>]*id="([^"]+)"', one)[1]: one for one in html.split("<section ")[1:]}  # type: ignore[index]
    assert sections.keys() == declared
    for name, section in sections.items():
        for language in ("en", "de"):
            found = re.search(rf'<p lang="{language}"><strong>([^<]+)</strong><br>([^<]+)</p>', section)
            assert found, f"{name} has no label or definition in {language}"


def test_what_is_told_of_a_term(terms: Any) -> None:
    member = terms["memberOf"]
    shown = {key: {str(one.value).rpartition("#")[2] for one in values} for key, values in member.properties.items()}
    assert shown["domain"] == {"Person", "Organisation", "Jurisdiction", "Municipality"}
    assert shown["range"] == {"Organisation"}
    assert shown["subPropertyOf"] == {"memberOf"}  # that of org:
    assert "gsh:MemberOfShape" in member.shapes
    assert set(member.shapes["gsh:MemberOfShape"]) == {"de", "en"}
    assert "members-of" in {one.name for one in member.queries}
    assert re.fullmatch(r"\S+ gov:memberOf \S+ \.", member.example)
    assert terms["Organisation"].example.splitlines()[1].strip().startswith("a gov:")
    assert set(terms["Modality"].values) == {"Asserted", "Planned", "Reported", "Ended"}
    assert "Committee" in terms["Organisation"].below
    assert {one.name for one in terms.values() if one.example} >= {
        "Statement",
        "Tenure",
        "Evidence",
        "Article",
        "Person",
    }


def test_diagrams_show_every_predicate_and_class_of_things(html: str, tool: ModuleType) -> None:
    figures = re.findall(r"<figure>(.*?)</figure>", html, re.DOTALL)
    assert len(figures) == 3
    for figure in figures:
        ET.fromstring(figure.partition("<figcaption>")[0])
    from govgraph.model import EntityType, Predicate

    assert all(f">{one}</text>" in figures[1] for one in Predicate)
    assert all(f">{one}</text>" in figures[2] for one in EntityType)
    assert all(f">{one}</text>" in figures[0] for one in ("Statement", "Tenure", "Evidence", "Article", "Office"))


def test_no_term_disappears_between_versions(tool: ModuleType, terms: Any) -> None:
    lists = tool.lists_of_terms()
    assert tool.head()["version"] in lists
    assert (tool.gone(lists, terms), tool.unreplaced(terms)) == ([], [])
    without = {name: one for name, one in terms.items() if name != "memberOf"}
    assert tool.gone(lists, without) == ["gov:memberOf of version 0.1.0 is gone; keep it and mark it owl:deprecated"]
    changed = {**terms, "memberOf": replace(terms["memberOf"], kind="Class")}
    assert tool.gone(lists, changed) == ["gov:memberOf was ObjectProperty in version 0.1.0 and is Class"]
    member = terms["memberOf"]
    old = replace(member, deprecated=True, queries=[], properties=dict(member.properties))
    assert tool.gone(lists, {**terms, "memberOf": old}) == []
    assert len(tool.unreplaced({**terms, "memberOf": old})) == 1
    old.properties["isReplacedBy"] = [ox.NamedNode("https://w3id.org/govgraph/ontology#chairs")]
    assert tool.unreplaced({**terms, "memberOf": old}) == []
    assert tool.listed({"memberOf": old}) == "memberOf\tObjectProperty\tdeprecated\n"


def test_versions_of_all_files_agree() -> None:
    for file in [*ONTOLOGY.glob("*.ttl"), *ONTOLOGY.glob("rules/*.ttl")]:
        quads = list(ox.parse(path=str(file)))
        for node in {one.subject for one in quads if one.object == ox.NamedNode(f"{OWL}Ontology")}:
            said = {one.predicate.value.removeprefix(OWL): one.object.value for one in quads if one.subject == node}
            assert said["versionIRI"] == f"{node.value}/{said['versionInfo']}"


def test_the_catalogue_names_every_ontology_of_the_folder() -> None:
    catalogue = ET.fromstring((ONTOLOGY / "catalog-v001.xml").read_text(encoding="utf-8"))
    named = {one.attrib["name"]: one.attrib["uri"] for one in catalogue}
    wanted = {}
    for file in [*ONTOLOGY.glob("*.ttl"), *ONTOLOGY.glob("rules/*.ttl")]:
        for quad in ox.parse(path=str(file)):
            path = file.relative_to(ONTOLOGY).as_posix()
            if quad.object == ox.NamedNode(f"{OWL}Ontology"):
                wanted[quad.subject.value] = path
            if quad.predicate.value == f"{OWL}versionIRI":
                wanted[quad.object.value] = path
            assert quad.predicate.value != f"{OWL}imports"
    assert named == wanted


def test_the_site_is_the_same_ontology_in_each_form(tool: ModuleType, tmp_path: Path) -> None:
    tool.site(tmp_path, PAGE.read_text(encoding="utf-8"))
    for folder in (tmp_path / "ontology", tmp_path / "ontology" / tool.head()["version"]):
        forms = []
        for ending in tool.SYNTAXES:
            dataset = ox.Dataset(ox.parse(path=str(folder / f"govgraph.{ending}")))
            dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
            forms.append(sorted(map(str, dataset)))
        assert len(forms[0]) > 1000
        assert all(one == forms[0] for one in forms)
        assert ".md" not in "".join(Reader((folder / "index.html").read_text(encoding="utf-8")).links)


class Rewriting:
    """What Apache's mod_rewrite makes of an address by the rules of a file; those parts of it that the file uses."""

    def __init__(self, text: str) -> None:
        self.rules: list[tuple[list[str], str, str, str]] = []
        conditions: list[str] = []
        for line in text.splitlines():
            word, *rest = line.split()[:1] + line.split()[1:] or [""]
            if word == "RewriteCond":
                assert rest[0] == "%{HTTP_ACCEPT}"
                conditions.append(rest[1])
            elif word == "RewriteRule":
                self.rules.append((conditions, *rest))  # type: ignore[arg-type]
                conditions = []
            else:
                assert not word or word.startswith("#") or word in ("Options", "RewriteEngine")

    def lead(self, path: str, accept: str) -> str:
        site = ""
        for conditions, pattern, target, flags in self.rules:
            found = re.search(pattern, path)
            if not found or not all(self._holds(one, accept) for one in conditions):
                continue
            if target == "-":
                site = flags.strip("[]").removeprefix("E=SITE:")
                continue
            assert flags == "[R=303,L]"
            return found.expand(target.replace("%{ENV:SITE}", site).replace("$", "\\"))
        return ""

    @staticmethod
    def _holds(condition: str, accept: str) -> bool:
        return bool(re.search(condition.removeprefix("!"), accept)) != condition.startswith("!")


@pytest.mark.parametrize(
    ("accept", "file"),
    [
        ("text/turtle", "govgraph.ttl"),
        ("application/rdf+xml, text/turtle;q=0.9", "govgraph.ttl"),
        ("application/rdf+xml", "govgraph.rdf"),
        ("application/rdf+xml, application/xml; q=0.7, */*; q=0.1", "govgraph.rdf"),
        ("application/ld+json", "govgraph.jsonld"),
        ("application/n-triples", "govgraph.nt"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "index.html"),
        ("*/*", "index.html"),
        ("", "index.html"),
    ],
)
def test_redirects_of_the_ontology(accept: str, file: str, tool: ModuleType, tmp_path: Path) -> None:
    rules = Rewriting((ROOT / "w3id" / "govgraph" / ".htaccess").read_text(encoding="utf-8"))
    assert rules.lead("ontology", accept) == rules.lead("ontology/", accept) == f"{SITE}/ontology/{file}"
    assert rules.lead("ontology/0.1.0", accept) == f"{SITE}/ontology/0.1.0/{file}"
    assert file == "index.html" or file.rpartition(".")[2] in tool.SYNTAXES


def test_other_redirects(tool: ModuleType, tmp_path: Path) -> None:
    rules = Rewriting((ROOT / "w3id" / "govgraph" / ".htaccess").read_text(encoding="utf-8"))
    tool.site(tmp_path, "")
    for path in ("", "shapes", "context", "context.jsonld"):
        target = rules.lead(path, "*/*")
        assert target.startswith(f"{SITE}/")
        assert (tmp_path / target.removeprefix(f"{SITE}/")).is_file()
    assert rules.lead("id/person/denis-alt", "text/turtle") == ""
    assert rules.lead("ontology/latest", "text/turtle") == ""
