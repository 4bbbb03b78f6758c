"""What a user names as input: files, folders, globs, `-`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.errors import InputError
from govgraph.model.page import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["STANDARD_INPUT", "SUFFIXES", "InputRef", "expand", "named"]

STANDARD_INPUT = "-"
SUFFIXES = (".txt", ".text", ".md")
_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
_GLOB = re.compile(r"[*?\[]")
_UNSAFE = re.compile(r"[^\w.+@-]+")
_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class InputRef:
    """One page to be read.

    Attributes:
        name: Name of the page, unique among the inputs; names its record.
        source: The input as given, or the path found below it.
        path: Where it is read from, or None for standard input.
    """

    name: str
    source: str
    path: Path | None = None


def expand(inputs: Sequence[str]) -> tuple[tuple[InputRef, ...], tuple[Issue, ...]]:
    """Pages that inputs stand for, in the order of the inputs, below a folder or glob sorted by path; each file once.

    Folders are searched to their depths for `.txt`, `.text` and `.md`; hidden files and folders are left out
    without a word, other files and what is called `README` with a note. A file that is named itself is taken
    whatever its suffix is, unless it is HTML or another format that is known to be none of ours. The name of a page
    is its file name without suffix; where two share one, their folders come before it, joined by `--`.

    Problems are returned as issues of level `error` (missing, URL, nothing found) or `note` (other format), so that
    the rest can be read.
    """
    refs: list[InputRef] = []
    issues: list[Issue] = []
    seen: set[Path] = set()
    for given in inputs:
        if given == STANDARD_INPUT:
            if all(ref.path is not None for ref in refs):
                refs.append(InputRef("stdin", STANDARD_INPUT))
            continue
        try:
            paths, notes = _paths(given)
        except InputError as error:
            issues.append(Issue(given, "sources", "error", _code(given), str(error)))
            continue
        issues += notes
        for path in paths:
            place = path.resolve()
            if place not in seen:
                seen.add(place)
                refs.append(InputRef(path.stem, str(path), path))
    return tuple(named(refs)), tuple(issues)


def _code(given: str) -> str:
    return "url" if _URL.match(given) else "missing-input"


def _paths(given: str) -> tuple[list[Path], list[Issue]]:
    if _URL.match(given):
        raise InputError(f"{given}: an address; pages are read from files until fetching is there; save it as a file")
    path = Path(given).expanduser()
    try:
        if path.is_dir():
            return _below(path, given)
        if path.exists():
            return _one(path)
    except OSError as error:
        raise InputError(f"{given}: {error.strerror}; name a file or folder that can be read") from error
    if _GLOB.search(given):
        found = sorted(_glob(path))
        if not found:
            raise InputError(f"{given}: no file fits; name a file, a folder, a glob or -")
        paths: list[Path] = []
        notes: list[Issue] = []
        for match in found:
            more, remarks = _below(match, str(match)) if match.is_dir() else _one(match)
            paths += more
            notes += remarks
        return paths, notes
    raise InputError(f"{given}: no such file or folder; name a file, a folder, a glob or -")


def _glob(pattern: Path) -> Iterable[Path]:
    parts = pattern.parts
    first = next(number for number, part in enumerate(parts) if _GLOB.search(part))
    base = Path(*parts[:first]) if first else Path()
    try:
        yield from base.glob(str(Path(*parts[first:])))
    except ValueError as error:
        raise InputError(f"{pattern}: no glob ({error}); ** stands for folders and must be alone") from error


def _below(folder: Path, given: str) -> tuple[list[Path], list[Issue]]:
    found, notes = [], []
    for path in sorted(folder.rglob("*"), key=lambda path: path.as_posix()):
        relative = path.relative_to(folder)
        if not path.is_file() or any(part.startswith(".") for part in relative.parts):
            continue
        if path.suffix.lower() in SUFFIXES and path.stem.lower() != "readme":
            found.append(path)
        else:
            notes.append(_unsupported(path))
    if not found:
        raise InputError(f"{given}: no page in this folder; pages end in {', '.join(SUFFIXES)}")
    return found, notes


def _one(path: Path) -> tuple[list[Path], list[Issue]]:
    """A file that was named itself: taken if it is text, whatever its suffix."""
    if path.suffix.lower() in SUFFIXES or not path.suffix or not path.is_file():
        return [path], []
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except OSError:
        return [path], []  # reading it gives the error
    start = sample.lstrip()[:100].lower()
    if b"\x00" in sample or start.startswith((b"<!doctype", b"<html", b"<?xml", b"%pdf", b"{\\rtf", b"pk\x03\x04")):
        return [], [_unsupported(path)]
    return [path], []


def _unsupported(path: Path) -> Issue:
    if path.stem.lower() == "readme" and path.suffix.lower() in SUFFIXES:
        return Issue(str(path), "sources", "note", "readme", f"{path}: taken for a description of the folder, not read")
    message = f"{path}: format {path.suffix or 'without suffix'} is not read; pages end in {', '.join(SUFFIXES)}"
    return Issue(str(path), "sources", "note", "unsupported-format", message)


def named(refs: Sequence[InputRef]) -> list[InputRef]:
    """Unique names: folders are put before names that are shared, as many as it takes; then a number."""
    names = [_clean(ref.name) for ref in refs]
    depth = 1
    while True:
        shared = {name for name, count in Counter(name.casefold() for name in names).items() if count > 1}
        if not shared:
            break
        longer = [
            _longer(ref, depth) if name.casefold() in shared else name for ref, name in zip(refs, names, strict=True)
        ]
        if longer == names:
            names = _numbered(names)
            break
        names, depth = longer, depth + 1
    return [replace(ref, name=name) for ref, name in zip(refs, names, strict=True)]


def _longer(ref: InputRef, depth: int) -> str:
    if ref.path is None:
        return ref.name
    folders = [part for part in ref.path.resolve().parent.parts if part.strip("/\\")]
    return "--".join(_clean(part) for part in [*folders[-depth:], ref.path.stem])


def _numbered(names: Sequence[str]) -> list[str]:
    """Append 2, 3, … to what is still shared, such as `a.txt` and `a.md` of one folder."""
    taken: set[str] = set()
    unique = []
    for name in names:
        fresh, number = name, 1
        while fresh.casefold() in taken:
            number += 1
            fresh = f"{name}-{number}"
        taken.add(fresh.casefold())
        unique.append(fresh)
    return unique


def _clean(name: str) -> str:
    """Name that can be a file name anywhere."""
    return _UNSAFE.sub("-", name).strip("-.") or "page"
