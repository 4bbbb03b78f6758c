"""The review queue: who may decide, what a decision does to the file, and what the next build makes of it."""

from __future__ import annotations

import base64
import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from accessibility import complaints
from exploring import holds, opened
from govgraph import Graph
from govgraph.model import Modality, Predicate
from govgraph.pipeline import BuildOptions, build, desk
from govgraph.pipeline.drafting import Claim, Drafter
from govgraph.query.names import kind_of
from govgraph.rdf import CorrectionsFile, Signature
from govgraph.store import DiskStore
from govgraph.vocabulary import load_vocabulary
from serving import TOKEN, Client, serving
from sited import Sited

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
IMAGE = ROOT / "docs" / "images" / "review.png"
PATH = "/api/review/decisions.json"
JSON = {"Content-Type": "application/json"}
QUICK = BuildOptions(view=False)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reviewed") / "out"
    build([str(ROOT / "examples" / "nordwestmecklenburg-bauantrag.txt")], folder, QUICK)
    return folder


@pytest.fixture(scope="module")
def server(out: Path) -> Iterator[Client]:
    with serving(out, write=True) as one:
        assert one.get("/api/review.json").status == 200
        yield one


def test_only_pages_of_this_server_decide_and_only_with_the_token(server: Client, out: Path) -> None:
    basic = base64.b64encode(f"eva:{TOKEN}".encode()).decode()
    body = json.dumps({"verdict": "wrong", "about": ["x:y"]})
    told = {**JSON, "If-Match": "none"}
    for headers, status in (
        ({"Authorization": ""}, 401),
        ({"Authorization": "Bearer other"}, 401),
        ({"Authorization": f"Basic {basic}"}, 401),
        ({"Origin": "https://example.org"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"If-Match": ""}, 428),
        ({}, 404),
        ({"If-Match": '"other"'}, 412),
    ):
        assert server.send("POST", PATH, body, {**told, **headers}).status == status, headers
    assert server.send("GET", PATH, headers={"Authorization": ""}).status == 401
    for wrong in ("{", "[]", '{"verdict": "perhaps"}', '{"verdict": "same", "about": ["x:y"]}'):
        assert server.send("POST", PATH, wrong, told).status == 400
    assert not (out / "corrections.ttl").exists()


def other_relation(row: dict[str, Any]) -> Predicate:
    """A relation that the two ends of a statement may stand in, and that was not read."""
    subject, object_ = (kind_of(row[end]) for end in ("subject", "object"))
    return next(
        predicate
        for predicate, (subjects, objects) in sorted(load_vocabulary().signatures.items())
        if predicate.value != row["predicate"]
        and subject in {str(one).lower() for one in subjects}
        and object_ in {str(one).lower() for one in objects}
    )


def test_without_a_server_the_browser_writes_the_file_that_the_server_would(
    chromium: Browser, out: Path, tmp_path: Path
) -> None:
    with Graph.open(out) as graph, DiskStore(out / "store", read_only=True) as store:
        drafter = Drafter(out, store)
        rows = desk(out, store)["rows"]
        before = Signature("Udo", datetime.date(2025, 1, 2))
        stood = drafter.rejection(rows[3]["iris"][0]).block(before, drafter.base)
        CorrectionsFile(drafter.path).add([stood])
        graph.site(tmp_path / "site", review=out)
        copy = CorrectionsFile(drafter.path.rename(tmp_path / "copy.ttl"))
        here = Signature('Eva "Eule" Muster', datetime.date.today())
        why = "Im Satz: \\ „soll“"
        row = rows[2]
        other = other_relation(row)
        claim = Claim(row["subject"], other, row["object"], Modality.PLANNED)
        plain = [drafter.rejection(rows[0]["iris"][0]), drafter.confirmation(rows[1]["iris"][0])]
        meant = drafter.replacement(row["iris"][0], claim)
        copy.drop([stood[0]])
        copy.add([one.block(here, drafter.base) for one in plain])
        copy.add([one.block(replace(here, why=why), drafter.base) for one in meant])

    one = opened(chromium, Sited(tmp_path.as_uri()), "light", 1280)
    page = one.open("/site/review.html")
    save = page.get_by_role("button", name="Korrekturdatei herunterladen")
    expect(save).to_be_disabled()
    page.get_by_label("Ihr Name").fill(here.by)
    page.get_by_label("Ihr Name").blur()
    expect(page.locator(".context mark")).to_be_visible()
    page.keyboard.press("2")
    page.keyboard.press("1")
    # a field is left by Escape, and what was written in it is of this one alone
    page.get_by_label("Begründung").fill("gehört hierher")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.get_by_label("Begründung")).to_have_value("")
    page.keyboard.press("k")
    page.get_by_label("Begründung").fill(why)
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    expect(page.locator("form")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("form")).to_have_count(0)
    expect(page.locator(".counted")).to_contain_text("Nr. 1 von")
    page.keyboard.press("3")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("status").filter(has_text="was gelesen wurde")).to_be_visible()
    page.get_by_label("Modalität").select_option("planned")
    page.locator("form").get_by_label("Prädikat").select_option(other.value)
    page.get_by_role("button", name="Speichern").click()
    expect(page.locator(".counted")).to_contain_text("4 von")
    assert complaints(page) == []

    # kept for the next time, and what the file holds already can be taken back
    page = one.open("/site/review.html?show=decided")
    expect(page.locator(".counted")).to_contain_text("4 von")
    for _ in range(3):
        page.keyboard.press("j")
    expect(page.get_by_text("von Udo am 02.01.2025")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text("Urteile in diesem Browser: 5")).to_be_visible()
    with page.expect_download() as download:
        save.click()
    assert download.value.suggested_filename == "corrections.ttl"
    assert Path(download.value.path()).read_text("utf-8") == copy.path.read_text("utf-8")
    page.set_viewport_size({"width": 390, "height": 844})
    holds(page)
    assert (one.complaints, one.outside) == ([], [])
    page.close()


def test_on_a_phone_filters_are_folded_above_the_card(chromium: Browser, server: Client) -> None:
    for width, shown in ((390, False), (1280, True)):
        one = opened(chromium, server, "light", width)
        page = one.open("/review")
        page.get_by_label("Token").fill(TOKEN)
        page.keyboard.press("Enter")
        expect(page.locator(".context mark, .decide").first).to_be_visible()
        assert page.get_by_label("Prädikat").first.is_visible() == shown
        page.close()


def test_three_decisions_stand_in_the_file_and_hold_after_the_next_build(
    chromium: Browser, server: Client, out: Path
) -> None:
    rows = json.loads(server.get("/api/review.json").body)["rows"]
    one = opened(chromium, server, "light", 1280)
    page = one.open("/review")
    page.get_by_label("Token").fill("falsch")
    page.get_by_label("Ihr Name").fill("Eva Muster")
    page.get_by_role("button", name="Beginnen").click()
    expect(page.get_by_role("alert")).to_contain_text("nimmt der Server nicht an")
    # the browser itself reports the refusal
    assert [said for said in one.complaints if "401" not in said] == []
    one.complaints.clear()
    page.get_by_label("Token").fill(TOKEN)
    page.keyboard.press("Enter")
    expect(page.locator(".context mark")).to_be_visible()
    assert complaints(page) == []
    page.screenshot(path=IMAGE)

    # each decision goes through a process and onto the disk

    def says(text: str) -> None:
        expect(page.get_by_role("status").filter(has_text=re.compile("."))).to_have_text(text, timeout=20_000)

    page.keyboard.press("2")
    says("Entschieden: falsch")
    # what somebody writes meanwhile stays, and the decision is sent again
    path = out / "corrections.ttl"
    path.write_text(path.read_text("utf-8") + "\n# by hand\n", encoding="utf-8")
    page.keyboard.press("1")
    says("Entschieden: richtig")
    page.keyboard.press("2")
    expect(page.locator(".counted")).to_contain_text("3 von", timeout=20_000)
    page.keyboard.press("u")
    says("Zurückgenommen.")
    expect(page.locator(".counted")).to_contain_text("2 von", timeout=20_000)
    page.keyboard.press("3")
    page.get_by_role("button", name="Speichern").click()
    says("Nicht gespeichert: Das ist, was gelesen wurde; bitte etwas ändern oder als richtig bestätigen.")
    meant = next(one for one in ("planned", "reported") if one != rows[2]["modality"])
    page.get_by_label("Modalität").select_option(meant)
    page.get_by_role("button", name="Speichern").click()
    says("Entschieden: anders gemeint")
    assert (one.complaints, one.outside) == ([said for said in one.complaints if "412" in said], [])

    dark = opened(chromium, server, "dark", 390)
    dark.page.add_init_script(f"sessionStorage.setItem('govgraph-token', '{TOKEN}')")
    narrow = dark.open("/review?show=decided")
    expect(narrow.get_by_text("Eva Muster")).to_be_visible()
    holds(narrow)
    assert complaints(narrow) == []
    assert (dark.complaints, dark.outside) == ([], [])

    content = path.read_text(encoding="utf-8")
    assert "\n# by hand\n" in content
    assert re.findall(r"a gov:(Rejection|Assertion)", content) == ["Rejection", "Assertion", "Rejection", "Assertion"]
    assert content.count('dcterms:creator "Eva Muster"') == 4
    server.process.terminate()
    server.process.wait(30)
    build([], out, QUICK)
    with Graph.open(out) as graph:
        found = graph.query("SELECT ?s ?m ?c { ?s gov:modality ?m ; gov:confidence ?c }")
        stated = {str(row[0]): (str(row[1]).rpartition("#")[2], float(str(row[2]))) for row in found}  # type: ignore[union-attr]
    assert rows[0]["iris"][0] not in stated
    assert stated[rows[1]["iris"][0]] == (rows[1]["modality"].capitalize(), 1.0)
    assert rows[2]["iris"][0] not in stated
    assert (meant.capitalize(), 1.0) in stated.values()


def test_who_judges_one_side_of_a_contradiction_sees_the_other(chromium: Browser, tmp_path: Path) -> None:
    told = {"Hessen baut um": ("14.01.2020", "Anna Berg"), "Neues aus Wiesbaden": ("03.02.2021", "Bernd Tal"),
            "Zwei Jahre danach": ("21.03.2022", "Anna Berg")}  # fmt: skip
    for title, (day, name) in told.items():
        text = f"{title}\n\n[{day}] {name} ist CIO des Landes Hessen. Das steht fest.\n"
        (tmp_path / f"{day}.txt").write_text(text, encoding="utf-8")
    build([str(path) for path in sorted(tmp_path.glob("*.txt"))], tmp_path / "out", QUICK)
    with serving(tmp_path / "out", write=True) as server:
        rows = json.loads(server.get("/api/review.json").body)["rows"]
        assert rows[0]["conflicts"], rows
        page = opened(chromium, server, "light", 1280).open("/review")
        page.get_by_label("Token").fill(TOKEN)
        page.keyboard.press("Enter")
        own, other = "Anna Berg", "Bernd Tal"
        if "anna" not in rows[0]["subject"]:
            own, other = other, own
        expect(page.locator(".other-side blockquote").first).to_contain_text(f"{other} ist CIO des Landes Hessen.")
        expect(page.locator("blockquote").first).to_contain_text(f"{own} ist CIO des Landes Hessen.")
        page.close()
