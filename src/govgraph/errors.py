"""The whole tree of errors.

Every error a user can meet is a `GovgraphError`; its text is one line that says what was found,
what is allowed and what to do next.

GovgraphError
├── InputError            an input cannot be read (missing, empty, binary, undecodable, too large)
│   ├── CorrectionsError  a file of corrections that cannot be used; the text names the line
│   │   └── CorrectionsChangedError  it is another one than was read before; read it again
│   └── FetchError        an address that cannot be fetched; its code says why
├── VocabularyError       a term, a lexicon file or a frame that the ontology does not allow
├── QueryError            a SPARQL text or a named query that cannot be run
├── StoreError            a graph or store that is missing, locked or damaged
│   └── AddressError      what was given as address of a server is none
├── NotFoundError         a name that the graph does not know
│   └── UnknownTermError  a word that the closed vocabulary lacks, in whatever graph
├── ServiceError          a service on the web that cannot be asked, or breaks its protocol
├── RecordError           a record that breaks its own contract (an offset that does not match its quote)
└── StageError            a stage of the pipeline failed on one page
"""

from __future__ import annotations

__all__ = [
    "AddressError",
    "CorrectionsChangedError",
    "CorrectionsError",
    "FetchError",
    "GovgraphError",
    "InputError",
    "NotFoundError",
    "QueryError",
    "RecordError",
    "ServiceError",
    "StageError",
    "StoreError",
    "UnknownTermError",
    "VocabularyError",
]


class GovgraphError(Exception):
    """Root of all errors that govgraph raises on purpose."""


class InputError(GovgraphError):
    """An input cannot be read as a page."""


class CorrectionsError(InputError):
    """A file of corrections cannot be used."""


class CorrectionsChangedError(CorrectionsError):
    """A file of corrections is another one than was read before."""


class FetchError(InputError):
    """An address cannot be fetched.

    Args:
        code: Stable short name of the reason, for `Issue.code`.
        message: One line.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[1])


class VocabularyError(GovgraphError):
    """A term, a lexicon file or a frame is not allowed by the ontology."""


class QueryError(GovgraphError):
    """A SPARQL text or a named query cannot be run."""


class StoreError(GovgraphError):
    """A graph or store is missing, locked or damaged."""


class AddressError(StoreError):
    """An address is none of a server."""


class NotFoundError(GovgraphError):
    """A name is not known to the graph."""


class UnknownTermError(NotFoundError):
    """A word is none of the vocabulary, whatever the graph holds."""


class ServiceError(GovgraphError):
    """A service on the web cannot be asked, or breaks its protocol."""


class RecordError(GovgraphError):
    """A record breaks its own contract."""


class StageError(GovgraphError):
    """A stage of the pipeline failed on one page."""
