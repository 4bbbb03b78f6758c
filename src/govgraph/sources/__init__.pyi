from govgraph.sources.containers import format_at
from govgraph.sources.decode import DEFAULT_LIMITS, ReadLimits
from govgraph.sources.documents import Document, Told
from govgraph.sources.inputs import STANDARD_INPUT, Fetch, InputRef, expand, is_url, named, ref_of
from govgraph.sources.loading import digest_of, load
from govgraph.sources.pages import read_document, read_page, read_string, read_text

__all__ = [
    "DEFAULT_LIMITS",
    "STANDARD_INPUT",
    "Document",
    "Fetch",
    "InputRef",
    "ReadLimits",
    "Told",
    "digest_of",
    "expand",
    "format_at",
    "is_url",
    "load",
    "named",
    "read_document",
    "read_page",
    "read_string",
    "read_text",
    "ref_of",
]
