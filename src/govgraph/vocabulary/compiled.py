"""The vocabulary as it was compiled before: the same files need not be read again by each process.

What is kept is a pickle, read by an unpickler that makes nothing but values of the vocabulary: a foreign file in the
cache can hold wrong names, but runs nothing.
"""

from __future__ import annotations

import io
import pickle
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from govgraph.caching import digest_of, prepared
from govgraph.errors import VocabularyError
from govgraph.model import terms
from govgraph.vocabulary import values
from govgraph.vocabulary.values import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MADE: Final = {
    (kind.__module__, kind.__name__): kind
    for kind in (
        values.Entry, values.Frame, values.HeadNoun, values.ReferringNoun, values.Role,
        terms.EntityType, terms.Modality, terms.Predicate, terms.Status, frozenset,
    )
}  # fmt: skip


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = _MADE.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a vocabulary")
        return found


def kept_vocabulary(files: Sequence[Path], compiled: Callable[[Sequence[Path]], Vocabulary]) -> Vocabulary:
    """The vocabulary of some files: from the cache if these files, byte for byte, were compiled before.

    Args:
        files: Turtle files, in the order in which they are read.
        compiled: Compiles them.

    Raises:
        VocabularyError: A file cannot be read, or `compiled` finds a fault in it.
    """
    made: list[Vocabulary] = []

    def make(path: Path) -> None:
        made.append(compiled(files))
        path.write_bytes(_pickled(made[0]))

    kept = prepared(f"vocabulary/{_digest(files)}.pickle", make)
    if made:
        return made[0]
    if kept is not None:
        with suppress(Exception):
            return _unpickled(kept.read_bytes())
        # what somebody damaged is made anew by the next process
        with suppress(OSError):
            kept.unlink()
    return compiled(files)


def _digest(files: Sequence[Path]) -> str:
    """Of the files with their names, which messages and blank nodes bear, and of what compiles them."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    try:
        parts = [part for path in files for part in (path.name.encode(), path.read_bytes())]
        return digest_of([*parts, *(path.read_bytes() for path in code), Path(terms.__file__).read_bytes()])
    except OSError as error:
        raise VocabularyError(f"{error.filename}: {error.strerror}; give a Turtle file that can be read") from error


def _pickled(vocabulary: Vocabulary) -> bytes:
    plain = {}
    for field in fields(vocabulary):
        value = getattr(vocabulary, field.name)
        plain[field.name] = dict(value) if isinstance(value, MappingProxyType) else value
    return pickle.dumps(plain, protocol=5)


def _unpickled(data: bytes) -> Vocabulary:
    plain: dict[str, Any] = _Unpickler(io.BytesIO(data)).load()
    for name, value in plain.items():
        if isinstance(value, dict):
            plain[name] = MappingProxyType(value)
    return Vocabulary(**plain)
