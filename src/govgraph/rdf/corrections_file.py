"""The file of corrections as it lies on the disk: judgements are added at its end, and taken back.

It is Turtle that people keep, read and edit: what they have written stays as it is, and what they write meanwhile is
not overwritten.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from govgraph.errors import CorrectionsChangedError, CorrectionsError
from govgraph.rdf.corrections import HEAD, read_corrections
from govgraph.resolve import Corrections, Review, opposite

MISSING: Final = "none"
"""Version of a file that is not there."""

_TRIES: Final = 5
_PREFIX: Final = re.compile(r"^\s*@?prefix\s+(\w*):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Held:
    """What a file held when it was read.

    Attributes:
        content: Its text; that of an empty file of corrections if it is not there.
        version: Another one for each content.
        corrections: What it says.
    """

    content: str
    version: str
    corrections: Corrections


_Change = Callable[[Held], tuple[str, tuple[str, ...]]]
"""Gives another content, and the judgements in which it differs."""


class CorrectionsFile:
    """A file of corrections.

    Args:
        path: Where it is, or will be.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._last: Held | None = None

    def read(self) -> Held:
        """What it says now.

        Raises:
            CorrectionsError: It cannot be read, or has a mistake.
        """
        raw = self._bytes()
        if raw is None:
            return Held(HEAD, MISSING, Corrections())
        version = _version(raw)
        if self._last is None or self._last.version != version:
            try:
                content = raw.decode("utf-8")
            except UnicodeDecodeError as error:
                raise CorrectionsError(f"{self.path}: {error}; give a Turtle file in UTF-8") from error
            self._last = Held(content, version, read_corrections(content, self.path))
        return self._last

    def version(self) -> str:
        """Version of what it holds now, whether or not that can be used.

        Raises:
            CorrectionsError: It cannot be read.
        """
        return _version(self._bytes())

    def add(self, blocks: Iterable[tuple[str, str]], version: str | None = None) -> tuple[str, ...]:
        """Put judgements at its end, after the whole file with them has been checked.

        Args:
            blocks: IRI and Turtle of each; one that judges the same stands only once.
            version: What the file must hold; None to add to whatever it holds.

        Returns:
            IRIs of those that were not in it before.

        Raises:
            CorrectionsChangedError: It holds something else.
            CorrectionsError: The file or a judgement cannot be used, or judges the opposite of one that is there; the
                file is as it was.
        """
        wanted = list(blocks)

        def added(held: Held) -> tuple[str, tuple[str, ...]]:
            known = held.corrections
            there = {one.iri for one in known.identifications} | {one.iri for one in known.reviews}
            new = {iri: block for iri, block in wanted if iri not in there}
            if not new:
                return held.content, ()
            return "\n\n".join((start_of(held.content), *(block.rstrip() for block in new.values()))) + "\n", tuple(new)

        return self._change(added, version)

    def drop(self, iris: Iterable[str], version: str | None = None) -> tuple[str, ...]:
        """Take judgements back that stand as they were written.

        Args:
            iris: Their IRIs.
            version: As for `add`.

        Returns:
            The same IRIs.

        Raises:
            CorrectionsChangedError: It holds something else.
            CorrectionsError: One is not in it, or somebody has written it otherwise; the file is as it was.
        """
        wanted = tuple(dict.fromkeys(iris))

        def dropped(held: Held) -> tuple[str, tuple[str, ...]]:
            content = held.content
            for iri in wanted:
                block = block_of(iri, content)
                if not block:
                    raise CorrectionsError(
                        f"{self.path}: judgement {iri.rpartition('/')[2]} does not stand there as it was written; "
                        "take it out by hand"
                    )
                content = content.replace(block, "", 1)
            return content, wanted

        return self._change(dropped, version)

    # ------------------------------------------------------------------

    def _change(self, changed: _Change, version: str | None) -> tuple[str, ...]:
        for _ in range(_TRIES):
            held = self.read()
            if version is not None and held.version != version:
                raise CorrectionsChangedError(f"{self.path} has been changed meanwhile; read it again")
            content, iris = changed(held)
            if content == held.content:
                return iris
            new = read_corrections(content, self.path)
            for one in new.reviews:
                if one.iri in iris:
                    self._hold_against(one, held.corrections)
            if self._replaced(content, held.version):
                self._last = Held(content, _version(content.encode("utf-8")), new)
                return iris
        raise CorrectionsChangedError(f"{self.path} is changed again and again; try it in a while")

    def _replaced(self, content: str, version: str) -> bool:
        """Whether a content has taken the place of that version; if not, another one stands there."""
        # a link stays one
        path = self.path.resolve()
        aside: Path | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=".", delete=False) as file:
                aside = Path(file.name)
                file.write(content.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            _like(aside, path)
            if self.version() != version:
                return False
            aside.replace(path)
            aside = None
        except OSError as error:
            raise CorrectionsError(f"{self.path}: {error.strerror}; give a file that can be written") from error
        finally:
            if aside is not None:
                aside.unlink(missing_ok=True)
        return True

    def _bytes(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CorrectionsError(f"{self.path}: {error.strerror}; give a Turtle file that can be read") from error

    def _hold_against(self, review: Review, known: Corrections) -> None:
        other = opposite(review, known.reviews)
        if other is not None:
            found, wanted = ("right", "wrong") if other.holds else ("wrong", "right")
            raise CorrectionsError(
                f"{self.path}, line {other.line}: the statement is judged {found} there, and cannot be judged "
                f"{wanted} too; take that judgement back first"
            )


def start_of(content: str) -> str:
    """What stands before judgements that are added to a text, with the prefixes that they need."""
    return "\n\n".join(part for part in (content.rstrip(), _lacking(content)) if part)


def block_of(iri: str, content: str) -> str:
    """A judgement with the empty line before it, as `judgement_block` wrote it; empty if it does not stand so, once."""
    block = re.compile(rf"^\n?<{re.escape(iri)}> a gov:\w+ ;\n(?:  .*\n)*?  dcterms:created .* \.\n", re.MULTILINE)
    found = block.findall(content)
    return str(found[0]) if len(found) == 1 else ""


def _version(raw: bytes | None) -> str:
    return MISSING if raw is None else hashlib.sha256(raw).hexdigest()


def _lacking(content: str) -> str:
    """Lines that declare the prefixes of judgements which a text declares not, or otherwise."""
    declared = dict(_PREFIX.findall(content))
    return "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in _PREFIX.findall(HEAD) if declared.get(name) != iri)


def _like(new: Path, path: Path) -> None:
    """Give a new file the mode of the one whose place it takes, or that of any new file."""
    if path.exists():
        shutil.copymode(path, new)
        return
    with suppress(OSError):
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)
