"""`govgraph` and `python` that start at once: forks of one process that has loaded the program and read the lexicon.

    with warm() as programs:
        programs.run(["govgraph", "build", "page.txt"], cwd=folder)
        subprocess.run([programs.folder / "govgraph", "build", "page.txt"], cwd=folder)

A fork has a folder, an environment, streams, a memory and an exit code of its own, as any process. What it does not
show: that a command imports all that it uses, and how long a start takes. For these, start a process; settings that an
interpreter reads as it starts have `run` do so.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from forking import answer, ask

_FORKING = Path(__file__).with_name("forking.py")
_COLD = "GOVGRAPH_COLD"
_SECONDS = 300
_AT_START = ("PYTHON", "LC_", "LANG", "_TYPER", "_GOVGRAPH")
SETTINGS = {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", "COLUMNS": "120", "TERM": "dumb"}
"""Environment of all programs that are run for tests and documentation."""


class Running(Protocol):
    """A program that was started; so is `subprocess.Popen`."""

    def send_signal(self, sig: int, /) -> None: ...

    def wait(self, timeout: float | None = None) -> int: ...


class Fork:
    """A program that runs in a fork."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def send_signal(self, sig: int, /) -> None:
        """Send a signal; none if it has ended."""
        with suppress(OSError):
            self._connection.send(bytes([sig]))

    def wait(self, timeout: float | None = None) -> int:
        """Exit code, negative for the signal that ended it; to be called once.

        Raises:
            TimeoutError: It has not ended by then; it is killed.
        """
        with self._connection:
            self._connection.settimeout(timeout)
            return answer(self._connection)


class Programs:
    """Starts programs in forks, or as processes where nothing can fork."""

    def __init__(self, folder: Path, place: Path | None) -> None:
        self.folder = folder
        """Holds `govgraph` and `python`, for the PATH of shells."""
        self._place = place
        self._env = {**os.environ, **SETTINGS}

    def start(
        self,
        program: Sequence[str],
        streams: Sequence[int],
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Running:
        """Start `govgraph …` or `python -c …`.

        Args:
            program: Name and arguments.
            streams: Its standard input, output and error output.
            cwd: Folder to run in; that of this process if None.
            env: What is added to the environment.
        """
        whole = {**os.environ, **SETTINGS, **(env or {})}
        if self._place is None or self._differs_at_start(whole):
            given, out, error = streams
            name = ["-m", "govgraph"] if program[0] == "govgraph" else []
            command = [sys.executable, *name, *program[1:]]
            return subprocess.Popen(command, cwd=cwd, env=whole, stdin=given, stdout=out, stderr=error)
        return Fork(ask(str(self._place), program, cwd=str(cwd or Path.cwd()), env=whole, streams=streams))

    def run(
        self,
        program: Sequence[str],
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        given: bytes = b"",
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program to its end; gives exit code and output.

        Args:
            program: Name and arguments.
            cwd: Folder to run in; that of this process if None.
            env: What is added to the environment.
            given: What it reads from its standard input.
        """
        with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
            stdin.write(given)
            stdin.seek(0)
            streams = stdin.fileno(), out.fileno(), error.fileno()
            running = self.start(program, streams, cwd=cwd, env=env)
            try:
                code = running.wait(_SECONDS)
            except BaseException:
                running.send_signal(signal.SIGKILL)
                raise
            out.seek(0)
            error.seek(0)
            return subprocess.CompletedProcess(program, code, out.read(), error.read())

    def _differs_at_start(self, env: Mapping[str, str]) -> bool:
        names = {name for name in (*env, *self._env) if name.startswith(_AT_START)}
        return any(env.get(name) != self._env.get(name) for name in names)


def _why(log: str) -> str:
    """What a process that did not start has said; of a missing package, what to do about it."""
    missing = re.search(r"ModuleNotFoundError: (.*)\s*$", log)
    if missing is None:
        return log
    return f"{missing[1]}: `make check` installs what development needs; without it, take --cold or set {_COLD}=1"


@contextmanager
def warm() -> Iterator[Programs]:
    """Programs that start at once, as long as the block runs.

    Where nothing can fork, or if GOVGRAPH_COLD is set, they start as usual.

    Raises:
        RuntimeError: The process that is to be forked cannot be started.
    """
    if not hasattr(os, "fork") or os.environ.get(_COLD):
        yield Programs(Path(sys.executable).parent, None)
        return
    # the path of a socket may have 100 characters, fewer than folders of tests have
    with tempfile.TemporaryDirectory(prefix="govgraph-") as name:
        folder, place = Path(name), Path(name) / "socket"
        for program in ("govgraph", "python"):
            script = folder / program
            words = shlex.join([sys.executable, "-IS", str(_FORKING), "run", str(place), program])
            script.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
            script.chmod(0o755)
        command = [sys.executable, str(_FORKING), "serve", str(place)]
        env = {**os.environ, **SETTINGS, "GOVGRAPH_LANG": "en", "OPENBLAS_NUM_THREADS": "1"}
        with (
            tempfile.TemporaryFile() as log,
            subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, env=env, start_new_session=True
            ) as process,
        ):
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                if process.stdout.readline() != b"ready\n":
                    log.seek(0)
                    raise RuntimeError(_why(log.read().decode("utf-8", "replace")))
                yield Programs(folder, place)
            finally:
                with suppress(OSError):
                    process.stdin.close()
                process.wait(30)
