"""The review queue: who may decide, what a decision does to the file, and what the next build makes of it."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from accessibility import complaints
from exploring import holds, opened
from govgraph import Graph
from govgraph.pipeline import BuildOptions, build
from serving import TOKEN, Client, serving

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
    page.get_by_label("Modalität").select_option("planned")
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
    assert ("Planned", 1.0) in stated.values()
