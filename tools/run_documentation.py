"""Runs what the documentation shows: `python tools/run_documentation.py [--write] [--cold] [PAGE…]`.

Marked code blocks of a page run in their order, in a folder of their own that holds a copy of `examples/`:

- ```` ```bash run ```` and ```` ```python run ```` must end without an error;
- ```` ```console run ```` holds commands (`$ …`), each with the output it must have; `--write` puts in what it has;
- ```` ```LANGUAGE file=NAME ```` is written to the file NAME.

A page that says `<!-- needs the demo graph -->` finds the graph of `examples/` in `output/`.

`govgraph` and `python` are forks of one process that has everything loaded, see `tools/warm.py`; `--cold` starts them
as a reader does.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from govgraph.caching import cache_folder
from warm import SETTINGS, warm

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(
    r"^```(?:(?P<language>python|bash|console) run|[a-z]+ file=(?P<file>[\w.-]+))\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
NEEDS_DEMO = "<!-- needs the demo graph -->"
# how sure the reader is may change without a word of the output changing its meaning
CONFIDENCE = re.compile(r"\b(?:0\.\d\d|1\.00)\b")


class Failure(Exception):
    """A block that did not do what the page says."""


def pages() -> list[Path]:
    """All pages of documentation."""
    own = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    return [page for page in (*own, *sorted((ROOT / "docs").rglob("*.md"))) if page.exists()]


def cache_of(folder: Path) -> str:
    """A cache folder of the page's own, but for what every start of govgraph would otherwise prepare anew."""
    ready = cache_folder("prepared")
    ready.mkdir(parents=True, exist_ok=True)
    own = folder / ".cache" / "govgraph" / "prepared"
    if not own.exists():
        own.parent.mkdir(parents=True, exist_ok=True)
        own.symlink_to(ready)
    return str(folder / ".cache")


def put_on_path(*folders: Path) -> str:
    """The PATH with these folders before all others."""
    return os.pathsep.join([*map(str, folders), os.environ["PATH"]])


def shell(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **SETTINGS, "GOVGRAPH_LANG": "en", "XDG_CACHE_HOME": cache_of(folder)}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", timeout=300, check=False)


def bash(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return shell(["bash", "-uo", "pipefail", "-c", code], folder)


def console(code: str, folder: Path) -> str:
    """The block as it would be with the output that its commands have now."""
    lines = []
    for line in code.splitlines():
        if line.startswith("$ "):
            done = bash(line[2:], folder)
            output = [one.rstrip() for one in done.stdout.splitlines()]
            if done.returncode and not output:
                raise Failure(f"{line}\n{done.stderr}")
            lines += [line, *output]
    return "".join(f"{line}\n" for line in lines)


def compare(shown: str, real: str) -> None:
    if CONFIDENCE.sub("0.00", shown) != CONFIDENCE.sub("0.00", real):
        difference = "\n".join(
            difflib.unified_diff(shown.splitlines(), real.splitlines(), "on the page", "now", lineterm="")
        )
        raise Failure(f"{difference}\nlook whether that is right, then: python tools/run_documentation.py --write")


def run_page(page: Path, folder: Path, *, write: bool = False) -> int:
    """Run a page's blocks; gives their number."""
    text = page.read_text(encoding="utf-8")
    out, at, number = [], 0, 0
    for block in BLOCK.finditer(text):
        number += 1
        code = block["code"]
        if block["file"]:
            (folder / block["file"]).write_text(code, encoding="utf-8")
        elif block["language"] == "console":
            real = console(code, folder)
            if write:
                out += [text[at : block.start("code")], real]
                at = block.end("code")
            else:
                compare(code, real)
        else:
            python = block["language"] == "python"
            done = shell(["python", "-c", code], folder) if python else bash(f"set -e\n{code}", folder)
            if done.returncode:
                raise Failure(f"{code}\n{done.stderr}")
    if write:
        new = "".join(out) + text[at:]
        if new != text:
            page.write_text(new, encoding="utf-8")
    return number


def furnish(folder: Path, page: Path, demo: Path) -> None:
    """Put into a new folder what a page finds there; `demo` is the graph of `examples/`, built if it is missing."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    if NEEDS_DEMO in page.read_text(encoding="utf-8"):
        if not demo.exists():
            given = [f"examples/{one.name}" for one in sorted((folder / "examples").glob("*.txt"))]
            done = shell(["govgraph", "build", *given, "--out", str(demo)], folder)
            if done.returncode:
                raise Failure(done.stderr)
        shutil.copytree(demo, folder / "output")


def run_pages(given: list[Path], *, write: bool) -> bool:
    """Run pages one after the other; gives whether all did what they say."""
    held = True
    with tempfile.TemporaryDirectory() as place:
        for number, page in enumerate(given):
            if not BLOCK.search(page.read_text(encoding="utf-8")):
                continue
            folder = Path(place) / str(number)
            try:
                furnish(folder, page, Path(place) / "demo")
                run_page(page, folder, write=write)
            except Failure as failure:
                held = False
                print(f"{page.relative_to(ROOT)}: {failure}", file=sys.stderr)
    return held


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="*", type=Path, help="all pages if none is given")
    parser.add_argument("--write", action="store_true", help="put the output of today into the pages")
    parser.add_argument("--cold", action="store_true", help="start each program as a reader does; takes longer")
    options = parser.parse_args()
    with ExitStack() as stack:
        try:
            programs = None if options.cold else stack.enter_context(warm())
        except RuntimeError as error:
            sys.exit(str(error))
        own = [programs.folder] if programs else []
        os.environ["PATH"] = put_on_path(*own, Path(sys.executable).parent)
        return int(not run_pages([one.resolve() for one in options.page] or pages(), write=options.write))


if __name__ == "__main__":
    sys.exit(main())
