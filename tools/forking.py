"""Programs that run in forks of one process which has loaded them: what `tools/warm.py` starts and speaks to.

    python tools/forking.py serve SOCKET                    answers until its standard input ends
    python tools/forking.py run SOCKET govgraph ARGUMENT…   as `govgraph ARGUMENT…`
    python tools/forking.py run SOCKET python -c CODE       as `python -c CODE`; without -c a new interpreter

A request is four bytes of length with the three standard streams attached, then JSON: program, arguments, folder,
environment. While the fork runs, each byte that is sent is a signal for it; the answer is its exit code, four bytes,
negative for the signal that ended it. Who hangs up ends the fork.

Little is imported here at the top: `run` stands in for a program in shells and must start at once.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import sys
from collections.abc import Mapping, Sequence
from types import FrameType, ModuleType

_NUMBER = struct.Struct("!i")
_THREADED = "govgraph.sources.parquet"
_WARM = "Neuer CIO\n\n[11.05.2023] Stefan Sauer ist CIO von Hessen. Er leitet den IT-Planungsrat.\n"


def ask(
    place: str, program: Sequence[str], *, cwd: str, env: Mapping[str, str], streams: Sequence[int]
) -> socket.socket:
    """Have a program run; the connection carries signals there and the exit code back.

    Args:
        place: Path of the socket.
        program: `govgraph` or `python`, and its arguments.
        cwd: Folder that it runs in.
        env: Its whole environment.
        streams: Its standard input, output and error output.
    """
    request = json.dumps({"program": list(program), "cwd": cwd, "env": dict(env)}).encode()
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(place)
    socket.send_fds(connection, [_NUMBER.pack(len(request))], streams)
    connection.sendall(request)
    return connection


def answer(connection: socket.socket) -> int:
    """Wait for the exit code."""
    return int(_NUMBER.unpack(_read(connection, _NUMBER.size))[0])


def _read(connection: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        part = connection.recv(size - len(found))
        if not part:
            raise EOFError("the other side has hung up")
        found += part
    return found


def run(place: str, program: Sequence[str]) -> int:
    """Stand in for a program: its arguments, streams, signals and exit code are those of this process."""
    connection = ask(place, program, cwd=os.getcwd(), env=os.environ, streams=(0, 1, 2))  # noqa: PTH109

    def hand_on(number: int, frame: FrameType | None) -> None:
        connection.send(bytes([number]))

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, hand_on)
    code = answer(connection)
    if code < 0:
        if -code != signal.SIGKILL:
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    return code


def serve(place: str) -> None:
    """Load everything once, then fork for each request."""
    import select

    _load()
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    running: dict[int, socket.socket] = {}
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(place)
        listener.listen(64)
        print("ready", flush=True)
        while True:
            watched: list[int | socket.socket] = [0, woken, listener, *running.values()]
            ready, _, _ = select.select(watched, [], [])
            if woken in ready:
                os.read(woken, 4096)
                _reap(running)
            for process, connection in running.items():
                if connection in ready:
                    number = connection.recv(1)
                    os.kill(process, number[0] if number else signal.SIGKILL)
            if listener in ready:
                connection, _ = listener.accept()
                header, streams, _, _ = socket.recv_fds(connection, _NUMBER.size, 3)
                task = json.loads(_read(connection, _NUMBER.unpack(header)[0]))
                process = os.fork()
                if not process:
                    signal.set_wakeup_fd(-1)
                    for one in (listener, connection, *running.values()):
                        one.close()
                    for pipe in (woken, wake):
                        os.close(pipe)
                    _become(task, streams)
                running[process] = connection
                for stream in streams:
                    os.close(stream)
            if 0 in ready:
                break
    for process in running:
        os.kill(process, signal.SIGKILL)


def _reap(running: dict[int, socket.socket]) -> None:
    """Tell of those that have ended."""
    while running:
        process, status = os.waitpid(-1, os.WNOHANG)
        if not process:
            return
        with running.pop(process) as connection:
            try:
                connection.sendall(_NUMBER.pack(os.waitstatus_to_exitcode(status)))
            except OSError:
                continue


def _load() -> None:
    import functools
    import gc
    import importlib
    import pkgutil
    import tempfile
    import threading
    from pathlib import Path

    import typer

    import govgraph

    for module in pkgutil.walk_packages(govgraph.__path__, "govgraph."):
        if module.name != _THREADED and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from govgraph.cli.main import main

    # a call of the command line makes all its commands anew; made ones need not be
    typer.main.get_command = functools.cache(typer.main.get_command)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(_WARM, encoding="utf-8")
        code = main(["build", str(page), "--out", f"{folder}/out", "--no-store", "--validate"])
    if code:
        sys.exit(f"a page could not be built: {code}")
    tasks = Path("/proc/self/task")
    if (len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count()) > 1:
        sys.exit("what is loaded has started a thread, which a fork lacks and would wait for")
    sys.stdout.flush()
    sys.stderr.flush()
    gc.collect()
    gc.freeze()


def _become(task: dict[str, object], streams: Sequence[int]) -> None:
    """Be the program that is asked for; never returns."""
    import atexit
    import threading
    import traceback

    code: object = 1
    try:
        code = _program(task, streams)
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    if code is not None and not isinstance(code, int):
        print(code, file=sys.stderr)
        code = 1
    try:
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        code = 120
    # what was loaded need not be taken down piece by piece
    os._exit((code or 0) & 0xFF)


def _program(task: dict[str, object], streams: Sequence[int]) -> object:
    program, env, cwd = task["program"], task["env"], task["cwd"]
    assert isinstance(program, list)
    assert isinstance(env, dict)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(str(cwd))
    for name, mode, errors in (
        ("stdin", "r", "strict"),
        ("stdout", "w", "strict"),
        ("stderr", "w", "backslashreplace"),
    ):
        number = ("stdin", "stdout", "stderr").index(name)
        buffering = 1 if name == "stderr" or (name == "stdout" and os.isatty(number)) else -1
        opened = open(number, mode, buffering, encoding="utf-8", errors=errors, closefd=False)  # noqa: SIM115
        setattr(sys, name, opened)
        setattr(sys, f"__{name}__", opened)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    module = sys.modules["__main__"] = ModuleType("__main__")
    if program[0] == "govgraph":
        sys.argv = program
        _speak(program[1:], env)
        from govgraph.cli import main

        main.run()
    if program[1:2] != ["-c"]:
        os.execv(sys.executable, program)
    sys.path.insert(0, "")
    sys.argv = ["-c", *program[3:]]
    exec(compile(program[2], "<string>", "exec"), module.__dict__)
    return 0


def _speak(arguments: Sequence[str], env: Mapping[str, str]) -> None:
    """Help texts are made when the command line is imported; in another language it is imported anew."""
    from govgraph.cli.messages import Lang, current_lang, use_lang, wanted_lang

    wanted = wanted_lang(arguments, env)
    if (wanted or Lang.EN) != current_lang():
        for name in [name for name in sys.modules if name.startswith("govgraph.cli")]:
            del sys.modules[name]
    else:
        # pages follow the browser where none is asked for, whatever was asked of the process that loaded everything
        use_lang(wanted)


if __name__ == "__main__":
    del sys.path[0]
    if sys.argv[1] == "serve":
        serve(sys.argv[2])
    else:
        sys.exit(run(sys.argv[2], sys.argv[3:]))
