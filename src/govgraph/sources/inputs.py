"""What a user names as input: files, folders, globs, addresses, `-`."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote, urlsplit

from govgraph.errors import InputError
from govgraph.model.page import Issue
from govgraph.sources.containers import container_at
from govgraph.sources.documents import NOTHING_TOLD, Told
from govgraph.sources.formats import FORMATS, GZIP, ZIP, Format, format_of
from govgraph.sources.piped import spooled
from govgraph.written import is_written, written_below

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["STANDARD_INPUT", "Fetch", "InputRef", "expand", "is_url", "named", "ref_of"]

STANDARD_INPUT = "-"
_WITHIN = "!/"
_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")
_GLOB = re.compile(r"[*?\[]")
_UNSAFE = re.compile(r"[^\w.+@-]+")
_NUMBERED = re.compile(r"(?:row|line)-\d+(?:#\d+)?")
_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class InputRef:
    """One page to be read.

    Attributes:
        name: Name of the page, unique among the inputs; names its record.
        source: The input as given, or the path found below it; `PATH!/MEMBER` for a document within a file.
        path: File that it is read from; for standard input the file that it was put into, or None.
        member: Name of the document within the file, or None for the whole file.
        told: What is known of it before it is read.
        standin: Whether it is what a feed says of a page that cannot be had.
        via: Addresses that led to it, if it is a page from the web that lies at another one.
    """

    name: str
    source: str
    path: Path | None = None
    member: str | None = None
    told: Told = NOTHING_TOLD
    standin: bool = False
    via: tuple[str, ...] = ()


Fetch: TypeAlias = "Callable[[str], tuple[Sequence[InputRef], Sequence[Issue]]]"
"""Brings what an address stands for onto the disk: one page, or all pages that a feed or sitemap names."""


def is_url(given: str) -> bool:
    """Whether an input is an address."""
    return _URL.match(given) is not None


def _is_piped(source: str) -> bool:
    """Whether a source is standard input: `-`, `-#DIGEST` for one of several, or a document within one of these."""
    return source.partition(_WITHIN)[0].partition("#")[0] == STANDARD_INPUT


def ref_of(source: str) -> InputRef:
    """Reference of a source, made of its words alone: nothing is opened."""
    if _is_piped(source):
        stream, _, member = source.partition(_WITHIN)
        name = PurePosixPath(member).stem or stream.replace(STANDARD_INPUT, "stdin", 1).replace("#", "-")
        return InputRef(name, source, member=member or None)
    if is_url(source):
        parts = urlsplit(source)
        trail = [part for part in unquote(parts.path).split("/") if part]
        stem = PurePosixPath(trail[-1]).stem if trail else parts.hostname or "page"
        return InputRef(f"{stem}-{parts.query}" if parts.query else stem, source, told=Told(url=source))
    place, within, member = source.partition(_WITHIN)
    path = Path(place)
    if within:
        return InputRef(PurePosixPath(member).stem or path.stem, source, path, member)
    return InputRef(path.stem, source, path)


def expand(inputs: Sequence[str], fetch: Fetch | None = None) -> tuple[tuple[InputRef, ...], tuple[Issue, ...]]:
    """Pages that inputs stand for, in the order of the inputs, below a folder or glob sorted by path; each file once.

    Folders are searched to their depths for files of the formats that are read; hidden files and folders are left out
    without a word, as is what a build or site keeps there; other files, what is called `README` and pages that
    govgraph has written with a note. A file that is named itself is taken
    whatever its suffix is, unless it is of a format that is known to be none of ours. The documents within a file are
    pages of their own. The name of a page is its file name without suffix; where two share one, their folders come
    before it, joined by `--`.

    Problems are returned as issues of level `error` (missing, nothing found) or `note` (other format), so that the
    rest can be read.

    Args:
        inputs: As given.
        fetch: What brings addresses; None to refuse them.
    """
    refs: list[InputRef] = []
    issues: list[Issue] = []
    seen: set[Path] = set()
    piped = False
    for given in inputs:
        if given == STANDARD_INPUT:
            if not piped:
                piped = True
                within, doubts = _piped()
                refs += within
                issues += doubts
            continue
        if is_url(given):
            fetched, remarks = fetch(given) if fetch else ((), (_unfetched(given),))
            known = {ref.source for ref in refs}
            refs += [ref for ref in fetched if ref.source not in known]
            issues += remarks
            continue
        try:
            paths, notes = _paths(given)
        except InputError as error:
            issues.append(Issue(given, "sources", "error", "missing-input", str(error)))
            continue
        issues += notes
        for path in paths:
            place = path.resolve()
            if place not in seen:
                seen.add(place)
                within, remarks = _within(path)
                refs += within
                issues += remarks
    return tuple(named(refs)), tuple(issues)


def _unfetched(given: str) -> Issue:
    message = f"{given}: an address, and nothing may be fetched here; save it as a file"
    return Issue(given, "sources", "error", "url", message)


def _piped() -> tuple[list[InputRef], list[Issue]]:
    """What is on standard input: a page, or the documents of an archive or table.

    Documents that have only a number or a path within what was piped are named by its digest too, since the next
    archive on standard input may have others of that name.
    """
    try:
        path = spooled()
    except InputError as error:
        return [], [Issue(STANDARD_INPUT, "sources", "error", "unreadable", str(error))]
    refs, issues = _within(path, STANDARD_INPUT)
    if [ref.member for ref in refs] == [None]:
        return [InputRef("stdin", STANDARD_INPUT, path)], issues
    with path.open("rb") as file:
        stream = f"{STANDARD_INPUT}#{hashlib.file_digest(file, 'sha256').hexdigest()[:8]}"
    found = _format(path)
    by_path = found in (ZIP, GZIP)
    own = [
        replace(ref_of(f"{stream}{_WITHIN}{ref.member}"), path=path)
        if by_path or _NUMBERED.fullmatch(ref.member or "")
        else ref
        for ref in refs
    ]
    return own, issues


def _within(path: Path, given: str | None = None) -> tuple[list[InputRef], list[Issue]]:
    """A file, or the documents that it holds.

    Args:
        path: The file.
        given: What stands for it in sources and messages; None for its path.
    """
    found = _format(path)
    if found is None or not found.container:
        return [InputRef(path.stem, str(path), path)], []
    place = given or str(path)
    refs: list[InputRef] = []
    issues: list[Issue] = []
    try:
        for member in container_at(path).members(path):
            if isinstance(member, Issue):
                issues.append(_of(member, str(path), place))
            else:
                refs.append(replace(ref_of(f"{place}{_WITHIN}{member}"), path=path))
    except InputError as error:
        issues.append(_of(Issue(str(path), "sources", "error", "unreadable", str(error)), str(path), place))
    except Exception as error:
        words = " ".join(str(error).split()) or "no message"
        message = f"{place}: cannot be listed ({type(error).__name__}: {words}); report the file with this line"
        issues.append(Issue(place, "sources", "error", "stage-failed", message))
    if not refs and not issues:
        message = f"{place}: holds no document, such as a table of a header alone; see that it is complete"
        issues.append(Issue(place, "sources", "warning", "no-documents", message))
    return refs, issues


def _of(issue: Issue, path: str, place: str) -> Issue:
    """The same issue, with the name under which the user knows the file."""
    if path == place:
        return issue
    return replace(issue, source=issue.source.replace(path, place), message=issue.message.replace(path, place))


def _format(path: Path) -> Format | None:
    try:
        with path.open("rb") as file:
            return format_of(path.name, file.read(_SAMPLE))
    except OSError:
        return None  # reading it gives the error


def _suffixes() -> tuple[str, ...]:
    return tuple(suffix for one in FORMATS for suffix in one.suffixes)


def _shared(path: Path) -> bool:
    """Whether a file whose ending says little is of a format that is read."""
    suffix = path.suffix.lower()
    if not any(suffix in one.shared for one in FORMATS):
        return False
    found = _format(path)
    return found is not None and suffix in found.shared


def _paths(given: str) -> tuple[list[Path], list[Issue]]:
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
    suffixes = _suffixes()
    there = sorted(folder.rglob("*"), key=lambda path: path.as_posix())
    files = [path for path in there if path.is_file()]
    written = {place for path in files for place in written_below(path)}
    for path in there:
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_symlink() and not path.exists():
            message = f"{path}: a link to what is not there; mend the link or take it away"
            notes.append(Issue(str(path), "sources", "warning", "broken-link", message))
    for path in files:
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or not written.isdisjoint((path, *path.parents)):
            continue
        ours = path.name.lower().endswith(suffixes) and path.stem.lower() != "readme" and _is_ours(path)
        if not (ours or _shared(path)):
            notes.append(_unsupported(path))
        elif _is_own(path):
            notes.append(_own(path))
        else:
            found.append(path)
    if not found and written:
        message = (
            "an output folder of govgraph with no page beside it; name the pages that it was built from, or join "
            "output folders with `govgraph merge`"
        )
        raise InputError(f"{given}: {message}")
    if not found:
        raise InputError(f"{given}: no page in this folder; pages end in {', '.join(suffixes)}")
    return found, notes


def _is_ours(path: Path) -> bool:
    """Whether a file that ends like one of ours is; a compressed file may hold anything."""
    return not path.name.lower().endswith(GZIP.suffixes) or _format(path) is not None


def _is_own(path: Path) -> bool:
    """Whether a file is a page that govgraph wrote."""
    try:
        with path.open("rb") as file:
            return is_written(file.read(_SAMPLE))
    except OSError:
        return False  # reading it gives the error


def _own(path: Path) -> Issue:
    return Issue(str(path), "sources", "note", "own-output", f"{path}: written by govgraph, not read")


def _one(path: Path) -> tuple[list[Path], list[Issue]]:
    """A file that was named itself: taken if it is text, whatever its suffix."""
    if path.is_file() and _is_own(path):
        return [], [_own(path)]
    if (path.name.lower().endswith(_suffixes()) and _is_ours(path)) or not path.suffix or not path.is_file():
        return [path], []
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except OSError:
        return [path], []  # reading it gives the error
    return ([path], []) if format_of(path.name, sample) else ([], [_unsupported(path)])


def _unsupported(path: Path) -> Issue:
    if path.stem.lower() == "readme" and path.name.lower().endswith(_suffixes()):
        return Issue(str(path), "sources", "note", "readme", f"{path}: taken for a description of the folder, not read")
    if path.suffix.lower() == ".json":
        message = f"{path}: no article seen at its beginning; an object needs a value of text, body, content or html"
    else:
        kind = path.suffix or "without suffix"
        message = f"{path}: format {kind} is not read; `govgraph sources` lists those that are"
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
    above = _above(ref)[-depth:]
    return "--".join(_clean(part) for part in [*above, ref.name])


def _above(ref: InputRef) -> list[str]:
    """Folders that a page lies in, the file that holds it among them; for an address its host and path."""
    if _is_piped(ref.source):
        return []
    if ref.path is None or is_url(ref.source):
        parts = urlsplit(ref.told.url or "")
        return [part for part in (parts.hostname or "", *unquote(parts.path).split("/")[:-1]) if part]
    folders = [part for part in ref.path.resolve().parent.parts if part.strip("/\\")]
    if ref.member is None:
        return folders
    return [*folders, ref.path.stem, *PurePosixPath(ref.member).parent.parts]


def _numbered(names: Sequence[str]) -> list[str]:
    """Append 2, 3, … to what is still shared, such as `a.txt` and `a.md` of one folder."""
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    unique = []
    for name in names:
        fresh, key = name, name.casefold()
        while fresh.casefold() in taken:
            # counted on from the last of this name: thousands may share it
            counts[key] = max(counts[key] + 1, 2)
            fresh = f"{name}-{counts[key]}"
        taken.add(fresh.casefold())
        unique.append(fresh)
    return unique


def _clean(name: str) -> str:
    """Name that can be a file name anywhere."""
    return _UNSAFE.sub("-", name).strip("-.") or "page"
