"""What a build hands back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from govgraph.model import Issue, Record
from govgraph.rdf import distinct_articles


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found, over all pages.

    Attributes:
        pages: Inputs that were read.
        unread: Inputs that were not.
        articles: Distinct articles on these pages (by IRI).
        words: Words on these pages, split at white space.
        entities: Distinct entities (by IRI, after resolution).
        offices: Offices, once for each article that states them.
        facts: Facts, once for each article that states them.
        quads: Quads of the graph, reference data and provenance included.
    """

    pages: int = 0
    unread: int = 0
    articles: int = 0
    words: int = 0
    entities: int = 0
    offices: int = 0
    facts: int = 0
    quads: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """How a build differs from what was there, in pages that could be read.

    Attributes:
        added: Inputs that were not there before, or could not be read then.
        changed: Inputs whose bytes are others than before.
        unchanged: Inputs that are as they were, and were not read again.
        kept: Pages of earlier builds that were not among the inputs, or can no longer be read.
        reread: Pages of earlier builds that were read again, since version, ontology, lexicon or base are others.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: int = 0
    reread: int = 0


def count(records: Sequence[Record]) -> dict[str, int]:
    """Counts that records alone give: articles, entities, offices, facts."""
    articles = distinct_articles(records)
    return {
        "articles": len(articles),
        "entities": len({entity.id for article in articles for entity in article.entities}),
        "offices": sum(len(article.offices) for article in articles),
        "facts": sum(len(article.facts) for article in articles),
    }


def has_findings(issues: Sequence[Issue]) -> bool:
    """Whether any issue is a warning or an error; notes tell what was done and what not, and nothing is wrong."""
    return any(issue.level != "note" for issue in issues)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """A finished build.

    Attributes:
        out: Folder that was filled.
        counts: What was found.
        issues: Lines of `issues.jsonl`; empty if nothing was amiss.
        changes: How it differs from the build before it.
        seconds: Wall-clock seconds by stage, in the order in which the stages ran. Nowhere written to files.
        kept: Whether not one input could be read, so that nothing was built and `out` is as it was.
        conflicts: Number of contradictions in the graph.
        idle: Whether nothing was new, so that the content of `out` is as it was.
        versions: Number of articles that are versions of the text of another.
        dates: Day and source of each article that has a day, sorted. Whether one is yet to come hangs on the day of
            the build, which must not show in what it writes.
    """

    out: Path
    counts: Counts
    issues: tuple[Issue, ...]
    changes: Changes
    seconds: Mapping[str, float]
    kept: bool = False
    conflicts: int = 0
    idle: bool = False
    versions: int = 0
    dates: tuple[tuple[str, str], ...] = ()

    @property
    def findings(self) -> bool:
        """Whether there is something that a person should look at."""
        return has_findings(self.issues)
