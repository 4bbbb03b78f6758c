"""Addresses of servers, and who asks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from govgraph.errors import StoreError
from govgraph.store import Credentials, Endpoint, RemoteStore, is_address


def test_where_updates_go_by_default() -> None:
    assert Endpoint("http://h/query").update == "http://h/update"
    assert Endpoint("http://h/sparql").update == "http://h/sparql"
    assert Endpoint("http://h/query", "http://h/change").update == "http://h/change"


@pytest.mark.parametrize(
    "address",
    ["", "output", "ftp://h/", "http://", "http://:80/", "http://h:0/", "http://h:no/", "http://h/a b", "http://h/\n"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="is no address of a server; give one like"):
        Endpoint(address)


def test_passwords_do_not_belong_into_addresses() -> None:
    with pytest.raises(StoreError, match=r"the address of h:80 holds a user or password; set GOVGRAPH_STORE") as caught:
        Endpoint("http://eva:s3cret@h:80/query")
    assert "s3cret" not in str(caught.value)


def test_fragments_are_refused() -> None:
    with pytest.raises(StoreError, match="holds a fragment"):
        Endpoint("http://h/query#top")


def test_paths_are_no_addresses() -> None:
    assert not is_address("output")
    assert not is_address(Path("http://h/"))
    assert is_address("HTTPS://h/")


def test_nobody_asks_if_nobody_is_named() -> None:
    assert Credentials.from_environment({}).header() == {}


def test_secrets_come_from_the_environment_or_from_files(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("t0p\n", encoding="utf-8")

    assert Credentials.from_environment({"GOVGRAPH_STORE_TOKEN": "t"}) == Credentials(token="t")
    assert Credentials.from_environment({"GOVGRAPH_STORE_TOKEN_FILE": str(file)}) == Credentials(token="t0p")
    named = {"GOVGRAPH_STORE_USER": "eva", "GOVGRAPH_STORE_PASSWORD_FILE": str(file)}
    assert Credentials.from_environment(named) == Credentials(user="eva", password="t0p")


def test_secrets_are_not_shown() -> None:
    assert "s3cret" not in repr(Credentials(token="s3cret"))
    assert "s3cret" not in repr(Credentials(user="eva", password="s3cret"))


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({"GOVGRAPH_STORE_TOKEN": "t", "GOVGRAPH_STORE_USER": "eva"}, "are both set"),
        ({"GOVGRAPH_STORE_USER": "e:va"}, "holds a colon"),
        ({"GOVGRAPH_STORE_TOKEN": "t\nHost: other"}, "holds characters that HTTP cannot send"),
        ({"GOVGRAPH_STORE_TOKEN_FILE": "/nowhere/at/all"}, "No such file or directory; name a file that holds it"),
    ],
)
def test_what_cannot_be_sent_is_refused(environment: dict[str, str], complaint: str) -> None:
    with pytest.raises(StoreError, match=complaint):
        Credentials.from_environment(environment)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(b"\xff\xfe")

    with pytest.raises(StoreError, match="it is no UTF-8; name a file that holds it"):
        Credentials.from_environment({"GOVGRAPH_STORE_TOKEN_FILE": str(file)})


def test_a_store_takes_them_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE_TOKEN", "t")
    store = RemoteStore(Endpoint("http://data.example/query"))

    with pytest.raises(StoreError, match="is not encrypted"):
        store.graphs()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "[::1]", "localhost"])
def test_this_machine_needs_no_encryption(host: str) -> None:
    Credentials(token="t").check(f"http://{host}:7878/query")
    with pytest.raises(StoreError, match="is not encrypted"):
        Credentials(token="t").check("http://10.0.0.1/query")
    Credentials(token="t").check("https://data.example/query")
