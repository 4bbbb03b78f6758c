"""ZIP archives. Nothing is unpacked onto the disk; a document is read into memory up to the limit of a page."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from govgraph.errors import InputError
from govgraph.model.page import Issue
from govgraph.sources.documents import Document
from govgraph.sources.formats import Format, format_of
from govgraph.sources.opened import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govgraph.sources.decode import ReadLimits
    from govgraph.sources.inputs import InputRef

__all__ = ["DEFAULT_ZIP_LIMITS", "ZipArchive", "ZipLimits", "check_zip"]

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """What an archive may be before it is taken for a bomb.

    Attributes:
        most_members: Files in it.
        most_bytes: Bytes of all files in it together, unpacked, as it says itself.
        most_ratio: How many times its packed size a file may be, unpacked.
        small: Files of fewer bytes may have any ratio.
    """

    most_members: int = 200_000
    most_bytes: int = 20_000_000_000
    most_ratio: int = 200
    small: int = 1_000_000


DEFAULT_ZIP_LIMITS = ZipLimits()


def check_zip(infos: list[zipfile.ZipInfo], source: str, limits: ZipLimits = DEFAULT_ZIP_LIMITS) -> None:
    """Refuse an archive that holds more than an archive of pages does.

    Raises:
        InputError: It has too many files, too many bytes, or files that lie in one another.
    """
    if len(infos) > limits.most_members:
        raise InputError(
            f"{source}: {len(infos):,} files; an archive may have {limits.most_members:,}; divide it into several"
        )
    size = sum(info.file_size for info in infos)
    if size > limits.most_bytes:
        raise InputError(
            f"{source}: {size:,} bytes unpacked; an archive may have {limits.most_bytes:,}; divide it into several"
        )
    places = sorted((info.header_offset, info.compress_size) for info in infos)
    if any(start + size > after for (start, size), (after, _) in pairwise(places)):
        raise InputError(f"{source}: its files lie in one another, as in a bomb; pack it again")


class ZipArchive:
    """Documents in a ZIP archive, named by their path in it, in the order of the archive."""

    def __init__(self, limits: ZipLimits = DEFAULT_ZIP_LIMITS) -> None:
        self._limits = limits

    def members(self, path: Path) -> Iterator[str | Issue]:
        """Paths in the archive; hidden files are left out without a word, as in folders.

        Raises:
            InputError: It is damaged, or has too many files or bytes.
        """
        archive = opened(_OpenZip, path)
        check_zip(archive.infos, str(path), self._limits)
        for name, info in archive.by_name.items():
            source = f"{path}!/{name}"
            if info.is_dir() or (_is_hidden(name) and not _is_unsafe(name)):
                continue
            problem = self._problem(name, info, source)
            yield problem if problem else name
        for name in archive.hidden:
            message = f"{path}!/{name}: twice in the archive; the last one is read, as unpacking would have it"
            yield Issue(f"{path}!/{name}", "sources", "warning", "duplicate-member", message)

    def document(self, ref: InputRef, limits: ReadLimits) -> Document:
        """The document at a path in the archive.

        Raises:
            InputError: It is not there, damaged, encrypted or too large.
        """
        if ref.path is None or ref.member is None:
            raise InputError(f"{ref.source}: names no file in an archive; write ARCHIVE!/FILE")
        archive = opened(_OpenZip, ref.path)
        info = archive.by_name.get(ref.member)
        if info is None:
            raise InputError(f"{ref.source}: not in the archive; its first file is {next(iter(archive.by_name), '-')}")
        problem = self._problem(ref.member, info, ref.source)
        if problem is not None and problem.level == "error":
            raise InputError(problem.message)
        try:
            with archive.file.open(info) as file:
                raw = file.read(limits.most_bytes + 1)
        except _DAMAGE as error:
            raise InputError(f"{ref.source}: damaged ({_first_line(error)}); pack the archive again") from error
        found = format_of(ref.member, raw)
        return Document(ref.name, ref.source, raw, found.name if found else "text", ref.told)

    def _problem(self, name: str, info: zipfile.ZipInfo, source: str) -> Issue | None:
        """Why a file is not read, or None."""
        found = _format(name)
        if _is_unsafe(name):
            return _issue(source, "error", "unsafe-name", "its path leads out of the archive; pack it again")
        if PurePosixPath(name).stem.lower() == "readme" and found is not None:
            return _issue(source, "note", "readme", "taken for a description of the archive, not read")
        if found is None:
            kind = PurePosixPath(name).suffix or "without suffix"
            words = f"format {kind} is not read; `govgraph sources` lists those that are"
            return _issue(source, "note", "unsupported-format", words)
        if found.container:
            words = f"{found.name} within an archive is not opened; unpack it and name it by itself"
            return _issue(source, "warning", "nested-archive", words)
        if info.flag_bits & _ENCRYPTED:
            return _issue(source, "error", "encrypted", "encrypted; pack it without a password")
        big = info.file_size > self._limits.small
        if big and info.file_size > self._limits.most_ratio * max(info.compress_size, 1):
            words = (
                f"{info.file_size:,} bytes packed into {info.compress_size:,}; a page is at most "
                f"{self._limits.most_ratio} times as large; unpack it and look at it"
            )
            return _issue(source, "error", "too-dense", words)
        return None


class _OpenZip:
    """An archive that stays open, with its directory."""

    def __init__(self, path: Path) -> None:
        try:
            self.file = zipfile.ZipFile(path)
        except _DAMAGE as error:
            raise InputError(f"{path}: damaged, no ZIP archive ({_first_line(error)}); fetch it again") from error
        self.infos = self.file.infolist()
        self.by_name: dict[str, zipfile.ZipInfo] = {}
        self.hidden: list[str] = []
        for info in self.infos:
            name = _readable_name(info)
            if name in self.by_name:
                self.hidden.append(name)
            self.by_name[name] = info

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()


def _readable_name(info: zipfile.ZipInfo) -> str:
    """Name of a file. Some packers write UTF-8 without saying so, which is read as the letters of old DOS."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _format(name: str) -> Format | None:
    """Format by the ending of a name, as for files in a folder."""
    path = PurePosixPath(name)
    return format_of(path.name) if path.suffix else None


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _is_unsafe(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or parts[0].endswith(":") or "\x00" in name


def _issue(source: str, level: str, code: str, words: str) -> Issue:
    return Issue(source, "sources", level, code, f"{source}: {words}")


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
