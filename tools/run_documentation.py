"""Runs what the documentation shows: `python tools/run_documentation.py [--write] [--demo FOLDER] [PAGE…]`.

Marked code blocks of a page run in their order, in a folder of their own that holds a copy of `examples/`:

- ```` ```bash run ```` and ```` ```python run ```` must end without an error;
- ```` ```console run ```` holds commands (`$ …`), each with the output it must have; `--write` puts in what it has;
- ```` ```LANGUAGE file=NAME ```` is written to the file NAME.

A page that says `<!-- needs the demo graph -->` finds the graph of `examples/` in `output/`.
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
from pathlib import Path

from govgraph.caching import cache_folder

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


def shell(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    binaries = Path(sys.executable).parent
    env = {
        **os.environ,
        "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "120",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "PYTHONIOENCODING": "utf-8",
        "GOVGRAPH_LANG": "en",
        "XDG_CACHE_HOME": cache_of(folder),
    }
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
            done = shell([sys.executable, "-c", code], folder) if python else bash(f"set -e\n{code}", folder)
            if done.returncode:
                raise Failure(f"{code}\n{done.stderr}")
    if write:
        new = "".join(out) + text[at:]
        if new != text:
            page.write_text(new, encoding="utf-8")
    return number


def build_demo(folder: Path) -> Path:
    given = [f"examples/{page.name}" for page in sorted((folder / "examples").glob("*.txt"))]
    done = shell(["govgraph", "build", *given, "--out", "output"], folder)
    if done.returncode:
        raise Failure(done.stderr)
    return folder / "output"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="*", type=Path, help="all pages if none is given")
    parser.add_argument("--write", action="store_true", help="put the output of today into the pages")
    parser.add_argument("--demo", type=Path, help="the graph of examples/, if there is one already")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        demo = options.demo
        failed = False
        for number, page in enumerate([one.resolve() for one in options.page] or pages()):
            text = page.read_text(encoding="utf-8")
            if not BLOCK.search(text):
                continue
            folder = Path(place) / str(number)
            shutil.copytree(ROOT / "examples", folder / "examples")
            try:
                if NEEDS_DEMO in text:
                    if demo is None:
                        demo = build_demo(folder)
                    else:
                        shutil.copytree(demo, folder / "output")
                run_page(page, folder, write=options.write)
            except Failure as failure:
                failed = True
                print(f"{page.relative_to(ROOT)}: {failure}", file=sys.stderr)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
