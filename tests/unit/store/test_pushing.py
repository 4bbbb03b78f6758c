"""A graph into a server: what is there afterwards, also when it breaks off."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, DefaultGraph, Literal, NamedNode, Quad

from between import Answer, Between, Broken, Heard, between
from govgraph.errors import StoreError
from govgraph.store import Credentials, MemoryStore, Patience, Pushed, RemoteStore, push
from govgraph.store.pushing import journal_folder
from servers import endpoint, oxigraph

P, G, H, OTHER = (NamedNode(f"https://example.org/{name}") for name in ("p", "g", "h", "other"))
QUADS = [Quad(NamedNode(f"https://example.org/{n:02}"), P, Literal(str(n)), (G, H)[n % 2]) for n in range(20)]
ELSEWHERE = Quad(OTHER, P, OTHER, OTHER)
OUTSIDE = Quad(OTHER, P, P, DefaultGraph())

Push = Callable[..., Pushed]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph() as url:
        yield url


@pytest.fixture
def middle(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Between]:
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    with between(server) as one:
        yield one


@pytest.fixture
def target(middle: Between) -> Iterator[RemoteStore]:
    with RemoteStore(endpoint(middle.url), Credentials(), patience=Patience(2)) as store:
        store.clear()
        middle.heard.clear()
        yield store


@pytest.fixture
def pushed(target: RemoteStore, tmp_path: Path) -> Push:
    def run(quads: list[Quad] = QUADS, only: bool = False, restart: bool = False) -> Pushed:
        return push(MemoryStore(quads), target, only=only, restart=restart, folder=tmp_path, size=3)

    return run


def sent(middle: Between) -> list[str]:
    return [one.text for one in middle.changes if "INSERT DATA" in one.text]


def breaking_after(parts: int) -> Callable[[Heard], Broken | None]:
    """A connection that is gone after so many parts."""
    left = [parts]

    def tell(heard: Heard) -> Broken | None:
        left[0] -= heard.changes and "INSERT DATA" in heard.text
        return Broken(before=True) if left[0] < 0 else None

    return tell


def test_graphs_take_the_place_of_those_of_their_name(target: RemoteStore, pushed: Push) -> None:
    target.load([ELSEWHERE, OUTSIDE, Quad(OTHER, P, OTHER, G)])
    done = pushed()

    assert set(target.match()) == {*QUADS, ELSEWHERE, OUTSIDE}
    assert done == Pushed(graphs=2, quads=20, parts=7, skipped=0, differing=())


def test_only_takes_everything_else_out(target: RemoteStore, pushed: Push) -> None:
    target.load([ELSEWHERE, OUTSIDE])
    pushed(only=True)

    assert set(target.match()) == set(QUADS)


def test_the_default_graph_is_replaced_only_by_another(target: RemoteStore, pushed: Push) -> None:
    target.load([OUTSIDE])
    mine = Quad(P, P, P, DefaultGraph())
    pushed([mine])

    assert set(target.match()) == {mine}


def test_what_arrived_before_a_break_is_not_sent_again(
    middle: Between, target: RemoteStore, pushed: Push, tmp_path: Path
) -> None:
    middle.tell = breaking_after(4)
    with pytest.raises(StoreError, match="does not answer"):
        pushed()
    assert len(list(tmp_path.iterdir())) == 1
    middle.tell = lambda heard: None
    middle.heard.clear()
    done = pushed()

    assert (done.parts, done.skipped, done.differing) == (7, 4, ())
    assert len(sent(middle)) == 3
    assert set(target.match()) == set(QUADS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("parts", range(8))
def test_wherever_it_breaks_the_end_is_the_same(middle: Between, target: RemoteStore, pushed: Push, parts: int) -> None:
    quads = [*QUADS[:15], *(Quad(BlankNode(), P, Literal(str(n)), G) for n in range(5))]
    middle.tell = breaking_after(parts)
    for _ in range(3):
        try:
            pushed(quads)
            break
        except StoreError:
            middle.tell = breaking_after(parts + 1)
    middle.tell = lambda heard: None
    pushed(quads)

    held, wanted = Dataset(target.match()), Dataset(quads)
    for one in (held, wanted):
        one.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert held == wanted


def test_what_the_server_has_lost_meanwhile_is_sent_anew(middle: Between, target: RemoteStore, pushed: Push) -> None:
    middle.tell = breaking_after(4)
    with pytest.raises(StoreError):
        pushed()
    middle.tell = lambda heard: None
    target.clear()
    done = pushed()

    assert (done.skipped, done.differing) == (0, ())
    assert set(target.match()) == set(QUADS)


def test_restart_begins_anew(middle: Between, target: RemoteStore, pushed: Push) -> None:
    middle.tell = breaking_after(4)
    with pytest.raises(StoreError):
        pushed()
    middle.tell = lambda heard: None

    assert pushed(restart=True).skipped == 0


def test_another_graph_begins_anew(middle: Between, target: RemoteStore, pushed: Push) -> None:
    middle.tell = breaking_after(4)
    with pytest.raises(StoreError):
        pushed()
    middle.tell = lambda heard: None

    assert pushed(QUADS[:-1]).skipped == 0
    assert set(target.match()) == set(QUADS[:-1])


def test_pushing_again_changes_nothing(target: RemoteStore, pushed: Push) -> None:
    pushed()
    pushed()

    assert set(target.match()) == set(QUADS)


def test_what_the_server_does_not_keep_is_told(middle: Between, target: RemoteStore, pushed: Push) -> None:
    middle.tell = lambda heard: Answer(204) if heard.changes and f"{G}" in heard.text else None
    done = pushed()

    assert done.differing == ((G.value, 10, 0), (H.value, 10, 8))


def test_progress_is_told(target: RemoteStore, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    push(MemoryStore(QUADS), target, folder=tmp_path, size=8, tell=lambda *done: told.append(done))

    assert told == [("push", 1, 3), ("push", 2, 3), ("push", 3, 3)]


def test_notes_that_cannot_be_written_stop_it_before_anything_is_changed(target: RemoteStore, tmp_path: Path) -> None:
    target.load([ELSEWHERE])
    file = tmp_path / "file"
    file.touch()

    with pytest.raises(StoreError, match="set XDG_STATE_HOME to a folder"):
        push(MemoryStore(QUADS), target, only=True, folder=file / "notes")
    assert set(target.match()) == {ELSEWHERE}


def test_broken_notes_are_none(middle: Between, target: RemoteStore, pushed: Push, tmp_path: Path) -> None:
    middle.tell = breaking_after(4)
    with pytest.raises(StoreError):
        pushed()
    middle.tell = lambda heard: None
    (note,) = tmp_path.iterdir()
    note.write_text('{"arrived": ', encoding="utf-8")

    assert pushed().skipped == 0
    assert set(target.match()) == set(QUADS)


def test_where_notes_are_kept(tmp_path: Path) -> None:
    assert journal_folder({"XDG_STATE_HOME": str(tmp_path)}) == tmp_path / "govgraph" / "push"
    assert journal_folder({"XDG_STATE_HOME": "relative"}) == Path.home() / ".local" / "state" / "govgraph" / "push"
