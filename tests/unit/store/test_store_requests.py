"""What is sent again and what is not, and what is said when it fails."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from between import JSON, Answer, Between, Broken, between
from govgraph.errors import StoreError
from govgraph.store import Credentials, Patience, requests
from govgraph.store.requests import Client, Refused, Uncertain
from servers import free_port

QUICK = Patience(tries=4, pause=0.5, longest=8.0, timeout=20.0)


@pytest.fixture
def middle() -> Iterator[Between]:
    with between() as one:
        one.tell = lambda heard: Answer()
        yield one


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds that were waited, without waiting them."""
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


@pytest.fixture
def client() -> Iterator[Client]:
    one = Client(Credentials(), QUICK)
    yield one
    one.close()


def tell(middle: Between, *answers: Answer | Broken) -> None:
    left = list(answers)
    middle.tell = lambda heard: left.pop(0)


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_what_passes_is_waited_for_longer_each_time(
    middle: Between, client: Client, pauses: list[float], status: int
) -> None:
    tell(middle, Answer(status), Answer(status), Answer(status), Answer(body=b"at last"))

    assert client.send("POST", middle.url, b"?").body == b"at last"
    assert pauses == [0.5, 1.0, 2.0]
    assert [one.body for one in middle.heard] == [b"?"] * 4


def test_a_broken_connection_is_made_anew(middle: Between, client: Client, pauses: list[float]) -> None:
    tell(middle, Broken(before=True), Answer())

    assert client.send("POST", middle.url, b"?").status == 200
    assert pauses == [0.5]


def test_an_answer_that_breaks_off_is_asked_for_again(middle: Between, client: Client, pauses: list[float]) -> None:
    tell(middle, Answer(body=b"half", headers={"Content-Length": "8", "Connection": "close"}), Answer(body=b"whole"))

    assert client.send("POST", middle.url, b"?").body == b"whole"


def test_the_server_says_how_long_to_wait_within_reason(middle: Between, client: Client, pauses: list[float]) -> None:
    said = [{"Retry-After": "3"}, {"Retry-After": "86400"}, {"Retry-After": "when I like"}]
    tell(middle, *(Answer(503, headers=one) for one in said), Answer())
    client.send("POST", middle.url, b"?")

    assert pauses == [3.0, 8.0, 2.0]


def test_patience_ends(middle: Between, client: Client, pauses: list[float]) -> None:
    middle.tell = lambda heard: Answer(503, b"too many")

    with pytest.raises(Refused, match=r"answers 503 \(too many\)"):
        client.send("POST", middle.url, b"?")
    assert len(middle.heard) == 4

    middle.tell = lambda heard: Broken(before=True)
    with pytest.raises(StoreError, match=r"does not answer .*; 4 tries; see that it runs"):
        client.send("POST", middle.url, b"?")


def test_a_server_that_worked_long_is_not_asked_again(
    middle: Between, client: Client, pauses: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "_LONG", 0.0)
    middle.tell = lambda heard: Answer(503, b"time is up")

    with pytest.raises(Refused, match="time is up"):
        client.send("POST", middle.url, b"?")
    assert len(middle.heard) == 1


def test_a_silent_server_is_not_asked_again(middle: Between, pauses: list[float]) -> None:
    middle.tell = lambda heard: Answer(headers={"Content-Length": "5"})
    client = Client(Credentials(), Patience(timeout=0.2))

    with pytest.raises(StoreError, match=r"has been silent for 0\.2 seconds; ask for less"):
        client.send("POST", middle.url, b"?")
    assert len(middle.heard) == 1
    client.close()


@pytest.mark.parametrize("answer", [Broken(before=False), Answer(502), Answer(504)])
def test_what_must_not_happen_twice_is_not_sent_twice(
    middle: Between, client: Client, pauses: list[float], answer: Answer | Broken
) -> None:
    middle.target = middle.url
    tell(middle, answer, Answer())
    if isinstance(answer, Broken):
        middle.passed_on = lambda heard: Answer()  # type: ignore[method-assign]

    with pytest.raises(Uncertain):
        client.send("POST", middle.url, b"?", twice=False)
    assert len(middle.heard) == 1


def test_what_cannot_have_arrived_is_sent_again_whatever_it_is(
    middle: Between, client: Client, pauses: list[float]
) -> None:
    tell(middle, Answer(503), Answer())

    assert client.send("POST", middle.url, b"?", twice=False).status == 200


def test_nobody_there(client: Client, pauses: list[float]) -> None:
    with pytest.raises(StoreError, match=r"cannot be reached: .*refused; see that the server runs"):
        client.send("GET", f"http://127.0.0.1:{free_port()}/query")
    assert len(pauses) == 3


@pytest.mark.parametrize(
    ("status", "advice"),
    [(400, "see what the server logs"), (401, "set GOVGRAPH_STORE_TOKEN"), (404, "correct the address")],
)
def test_a_no_is_final_and_says_what_to_do(
    middle: Between, client: Client, pauses: list[float], status: int, advice: str
) -> None:
    middle.tell = lambda heard: Answer(status, b"Parse error\n at line 1")

    with pytest.raises(Refused, match=rf"answers {status} \(Parse error at line 1\); {advice}"):
        client.send("POST", middle.url, b"?")
    assert pauses == []


def test_redirects_are_told_and_not_followed(middle: Between, client: Client) -> None:
    middle.tell = lambda heard: Answer(302, headers={"Location": "http://elsewhere.example/"})

    with pytest.raises(Refused, match=r"redirects to 'http://elsewhere\.example/'; give that address if you trust it"):
        client.send("POST", middle.url, b"?")
    assert len(middle.heard) == 1


def test_what_a_server_says_cannot_move_the_cursor(middle: Between, client: Client) -> None:
    middle.tell = lambda heard: Answer(400, b"\x1b[2Jgone\x07" + b"x" * 10_000)

    with pytest.raises(Refused) as caught:
        client.send("POST", middle.url, b"?")
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 500


def test_credentials_are_shown_and_not_told(middle: Between) -> None:
    for credentials, shown in (
        (Credentials(token="t0p"), "Bearer t0p"),
        (Credentials(user="eva", password="s3cret"), "Basic ZXZhOnMzY3JldA=="),
    ):
        client = Client(credentials, QUICK)
        middle.tell = lambda heard: Answer(403)
        with pytest.raises(Refused) as caught:
            client.send("POST", middle.url, b"?")
        assert middle.heard[-1].headers["Authorization"] == shown
        assert not any(secret in str(caught.value) for secret in ("t0p", "s3cret", shown))
        client.close()


def test_credentials_do_not_go_over_a_network_in_the_clear() -> None:
    client = Client(Credentials(token="t0p"), QUICK)

    with pytest.raises(StoreError, match=r"http://data\.example:81 is not encrypted: no token or password is sent"):
        client.send("POST", "http://data.example:81/sparql", b"?")


def test_large_answers_are_read_from_a_file_that_goes_away(
    middle: Between, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(requests, "_IN_MEMORY", 10)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    rows = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri","value":"https://example.org/"}}]}}'
    middle.tell = lambda heard: Answer(body=rows, type=JSON)
    said = client.send("POST", middle.url, b"?")
    assert isinstance(said.body, Path)
    found = said.read(parse_query_results, format=QueryResultsFormat.JSON)
    said.forget()

    assert isinstance(found, QuerySolutions)
    assert [str(row["x"]) for row in found] == ["<https://example.org/>"]
    assert list(tmp_path.iterdir()) == []


def test_answers_without_end_are_refused_and_leave_nothing(
    middle: Between, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(requests, "_IN_MEMORY", 10)
    monkeypatch.setattr(requests, "LARGEST", 1024**2)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    middle.tell = lambda heard: Answer(body=b" " * (1024**2 + 1))

    with pytest.raises(StoreError, match="sends more than"):
        client.send("POST", middle.url, b"?")
    assert list(tmp_path.iterdir()) == []


def test_no_room_for_an_answer_is_no_fault_of_the_server(
    middle: Between, client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(requests, "_IN_MEMORY", 10)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    middle.tell = lambda heard: Answer(body=b" " * 100)

    with pytest.raises(StoreError, match="cannot be kept: No such file or directory; make room"):
        client.send("POST", middle.url, b"?")
    assert len(middle.heard) == 1
