"""A fork is as good as a process: what `tools/warm.py` starts does the same in both."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import warm as tool
from warm import Programs, warm

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing forks here")


@pytest.fixture(params=["fork", "process"])
def either(programs: Programs, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Programs]:
    if request.param == "fork":
        yield programs
    else:
        monkeypatch.setenv("GOVGRAPH_COLD", "1")
        with warm() as cold:
            yield cold


def python(programs: Programs, code: str, *arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return programs.run(["python", "-c", code, *arguments], **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "exit_code", "error"),
    [
        ("pass", 0, b""),
        ("raise SystemExit", 0, b""),
        ("raise SystemExit(3)", 3, b""),
        ("raise SystemExit('no')", 1, b"no\n"),
        ("1 / 0", 1, b"ZeroDivisionError: division by zero\n"),
        ("import atexit; atexit.register(print, 'end')", 0, b""),
        ("import os; os.kill(os.getpid(), 15)", -signal.SIGTERM, b""),
    ],
)
def test_the_exit_code_is_that_of_a_process(either: Programs, code: str, exit_code: int, error: bytes) -> None:
    done = python(either, code)
    assert done.returncode == exit_code
    assert done.stderr.endswith(error)
    assert bool(done.stderr) is bool(error)
    assert done.stdout == (b"end\n" if "atexit" in code else b"")


def test_folder_environment_arguments_and_streams_are_its_own(either: Programs, tmp_path: Path) -> None:
    code = (
        "import os, sys; print(__name__, os.getcwd(), os.environ['OWN'], sys.argv, sys.stdin.read(), sep='|'); "
        "print('ü', file=sys.stderr); os.chdir('/'); os.environ['LEFT'] = '1'"
    )
    done = python(either, code, "a b", cwd=tmp_path, env={"OWN": "ä"}, given="ö".encode())
    assert done.stdout.decode() == f"__main__|{tmp_path.resolve()}|ä|['-c', 'a b']|ö\n"
    assert done.stderr.decode() == "ü\n"
    assert python(either, "import os; print('LEFT' in os.environ, 'OWN' in os.environ)").stdout == b"False False\n"


def test_one_that_is_killed_is_dead_when_that_is_told(either: Programs, tmp_path: Path) -> None:
    told = tmp_path / "pid"
    code = f"import os, pathlib, time; pathlib.Path({str(told)!r}).write_text(str(os.getpid())); time.sleep(60)"
    with Path(os.devnull).open("r+b") as nothing:
        running = either.start(["python", "-c", code], [nothing.fileno()] * 3)
        while not told.exists() or not told.read_text():
            time.sleep(0.01)
        running.send_signal(signal.SIGKILL)
        assert running.wait(30) == -signal.SIGKILL
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)


def test_shells_find_both(either: Programs) -> None:
    if not (either.folder / "govgraph").exists():
        pytest.skip("govgraph is not installed here")
    path = f"{either.folder}{os.pathsep}{os.environ['PATH']}"
    shell = "govgraph --version && python -c 'print(input())' < <(echo drei) | cat; python -c 'exit(4)' || echo $?"
    done = subprocess.run(["bash", "-c", shell], env={**os.environ, "PATH": path}, capture_output=True, check=True)
    assert done.stdout.splitlines()[1:] == [b"drei", b"4"]
    with subprocess.Popen([either.folder / "python", "-c", "import time; time.sleep(60)"]) as process:
        time.sleep(0.3)
        process.terminate()
        assert process.wait(30) == -signal.SIGTERM


def test_help_is_in_the_language_that_is_asked_for(programs: Programs) -> None:
    arguments = ["govgraph", "--lang", "de", "who", "--help"]
    assert "Wer" in programs.run(arguments).stdout.decode()
    assert programs.run([*arguments[:1], *arguments[3:]]).stdout != programs.run(arguments).stdout


def test_settings_that_are_read_at_the_start_are_heeded(programs: Programs) -> None:
    code = "import sys; print(sys.flags.hash_randomization, hash('a'))"
    one, other = (python(programs, code, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2"))
    assert one != other
    assert one == python(programs, code, env={"PYTHONHASHSEED": "1"}).stdout


def test_a_package_that_is_missing_is_named_with_what_to_do() -> None:
    log = "Traceback (most recent call last):\n  …\nModuleNotFoundError: No module named 'pypdf'\n"
    assert tool._why(log).startswith("No module named 'pypdf': `make check` installs")
    assert tool._why("something else") == "something else"
