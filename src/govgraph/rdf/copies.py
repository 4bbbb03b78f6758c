"""One article on several pages.

The IRI of an article stands for the words that are read. Furniture around them, which belongs to the article's text,
may differ from page to page, and with it every offset. So a graph takes what it says of an article from one copy.
"""

from __future__ import annotations

from collections.abc import Iterable

from govgraph.model import Article, ArticleRecord, Record


def distinct_articles(records: Iterable[Record]) -> tuple[ArticleRecord, ...]:
    """One copy of each article, by IRI: the first by source, page and place on the page.

    All quotes and offsets of a copy are those of its own text. The choice does not hang on the order of the records.
    """
    chosen: dict[str, ArticleRecord] = {}
    for record in records:
        for one in record.articles:
            other = chosen.setdefault(one.article.id, one)
            if _place(one.article) < _place(other.article):
                chosen[one.article.id] = one
    return tuple(chosen[iri] for iri in sorted(chosen))


def _place(article: Article) -> tuple[str, str, int]:
    return (article.source, article.page, article.index)
