"""The part of `Graph` that writes files."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph import export, pipeline, query, reports, views
from govgraph import site as sites
from govgraph.api.held import Held
from govgraph.model.terms import Quotes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from govgraph.pipeline.options import StrPath
    from govgraph.reports import Report, ReportOptions
    from govgraph.site import Progress, Site
    from govgraph.views import Selection


class Written(Held):
    """A graph in the formats and words of others, on pages and in reports."""

    def export(self, format: str, out: StrPath | BinaryIO, *, quotes: Quotes | str = Quotes.FULL) -> None:
        """Write the graph to a file or an open binary stream.

        Args:
            format: `turtle`, `trig`, `nquads`, `ntriples`, `jsonld`, `rdfxml`, `graphml`, `gexf` or `csv`.
            out: File to write, or a stream.
            quotes: `full` for the quotes that the graph has, `short` for the clause of each that bears the statement,
                `none` for none. Places and digests are written in any case.

        Raises:
            QueryError: No such format.
            StoreError: The file cannot be written.
            ValueError: `quotes` is another word.
        """
        export.export(self._near, format, Path(out) if isinstance(out, str | PathLike) else out, Quotes(quotes))

    def export_profile(
        self, name: str, out: StrPath | BinaryIO, *, quotes: Quotes | str = Quotes.FULL
    ) -> Mapping[str, int]:
        """Write the graph in the words of another standard; what these cannot say without error stays out.

        Args:
            name: `org`, `schema`, `popolo`, `ftm`, `annotations`, `prov`, `dataset` or `rdf12`.
            out: File to write, or a stream.
            quotes: As for `export`.

        Returns:
            How many times in office stay out, by reason: `announced`, `acting`, `contradicted`, `over` (on a day that
            nothing tells).

        Raises:
            QueryError: No such profile.
            StoreError: The file cannot be written.
            ValueError: `quotes` is another word.
        """
        path = Path(out) if isinstance(out, str | PathLike) else out
        return export.export_profile(self._near, name, path, Quotes(quotes))

    def view(
        self,
        path: StrPath = "network.html",
        selection: Selection | None = None,
        *,
        lang: str = "",
        quotes: Quotes | str = Quotes.FULL,
        atlas: bool | None = None,
    ) -> tuple[int, int]:
        """Write a network view, one HTML file without any outside resource.

        Args:
            path: File to write.
            selection: Part of the graph to show; everything if None.
            lang: Language of the page, `de` or `en`; empty for that of the browser.
            quotes: As for `export`.
            atlas: True for the atlas file (up to 50,000 nodes), False for the network file; None for the atlas
                when there are more than 2,000.

        Returns:
            Numbers of entities and of statements that were chosen, as the page counts them: what several articles say
            is one statement.

        Raises:
            NotFoundError: A focus, type or predicate that the graph does not know.
            QueryError: A date or depth that is not allowed.
        """
        graph = query.to_networkx(export.quoting(self._near, Quotes(quotes)))
        subtitle = ""
        if selection is not None:
            graph = views.select(graph, selection)
            subtitle = ", ".join(selection.focus)
        return views.write_view(graph, Path(path), views.NetworkOptions(subtitle=subtitle, lang=lang), atlas=atlas)

    def timeline_page(
        self,
        path: StrPath = "timeline.html",
        of: str | None = None,
        role: str | None = None,
        *,
        lang: str = "",
        quotes: Quotes | str = Quotes.FULL,
    ) -> int:
        """Write offices as swim lanes, one HTML file without any outside resource.

        Args:
            path: File to write.
            of: As for `timeline`.
            role: As for `timeline`.
            lang: Language of the page, `de` or `en`; empty for that of the browser.
            quotes: As for `export`.

        Returns:
            Number of terms of office.

        Raises:
            NotFoundError: A name is not known.
        """
        found = query.lanes(export.quoting(self._near, Quotes(quotes)), of, role)
        subtitle = ", ".join(one for one in (of, role) if one)
        views.write_timeline(found, Path(path), views.ChartOptions(subtitle=subtitle, lang=lang))
        return sum(len(lane.periods) for lane in found)

    def map_page(  # noqa: PLR0913 - what is shown, and how it is written
        self,
        path: StrPath = "map.html",
        of: str | None = None,
        *,
        predicate: str = "implements",
        role: str | None = None,
        lang: str = "",
        quotes: Quotes | str = Quotes.FULL,
    ) -> int:
        """Write a map of the Länder with a slider of time, one HTML file without any outside resource.

        Args:
            path: File to write.
            of: What is implemented, piloted …, by name or IRI.
            predicate: Predicate in any form.
            role: In the place of `of`: title of an office whose holders are shown.
            lang: Language of the page, `de` or `en`; empty for that of the browser.
            quotes: As for `export`.

        Returns:
            Number of Länder of which something is known.

        Raises:
            NotFoundError: A name is not known.
            QueryError: The predicate is `holdsOffice`.
            ValueError: Not exactly one of `of` and `role` was given.
        """
        store = export.quoting(self._near, Quotes(quotes))
        if of is not None and role is None:
            shown = query.spread(store, predicate, of)
        elif role is not None and of is None:
            shown = query.office_spread(store, role)
        else:
            raise ValueError("give exactly one of of and role")
        views.write_map(shown, Path(path), views.ChartOptions(lang=lang))
        return len(shown.lands)

    def site(  # noqa: PLR0913 - what is shown, and how it is written
        self,
        path: StrPath = "site",
        *,
        single: bool = False,
        records: StrPath | None = None,
        queries: StrPath | None = None,
        base_url: str = "",
        review: StrPath | None = None,
        lang: str = "",
        quotes: Quotes | str = Quotes.FULL,
        progress: Progress | None = None,
    ) -> Site:
        """Write the explorer as files that need no server: search, pages of things and articles, views, SPARQL.

        Args:
            path: Folder to write, missing, empty or a former site; with `single` a file.
            single: One HTML file instead of a folder.
            records: Folder of the records of the build, to show the whole texts of articles; None for quotes only.
            queries: Folder of `.rq` files that readers are offered before the shipped questions.
            base_url: Address at which the folder will stand, for canonical links and `sitemap.xml`.
            review: Output folder of the build, for a review queue whose decisions readers keep and download as its
                file of corrections; None for none.
            lang: Language in which pages open, `de` or `en`; empty for that of the browser.
            quotes: As for `export`.
            progress: Is told how many pages are written.

        Returns:
            Numbers of things and files, and bytes.

        Raises:
            StoreError: `path` cannot be written, holds what no site wrote, or one file would be too large.
            InputError: `base_url` is none.
            QueryError: A file of `queries` has no title, or a line that cannot be read; or there is none.
            CorrectionsError: The file of corrections of `review` cannot be used.
            NotFoundError: `review` lacks the words that judgements hold.
            ValueError: `records` or `review` would show more than `quotes` allows.
            VocabularyError: A language that the pages do not speak.
        """
        if Quotes(quotes) is not Quotes.FULL:
            if records is not None:
                raise ValueError("records hold whole texts; give quotes='full' or no records")
            if review is not None:
                raise ValueError("judgements hold whole quotes; give quotes='full' or no review")
        texts, asked = (None if one is None else Path(one) for one in (records, queries))
        queue = None if review is None else pipeline.desk(Path(review), self._near)
        options = sites.SiteOptions(base_url, texts, asked, single, review=queue, lang=lang)
        return sites.write_site(export.quoting(self._near, Quotes(quotes)), Path(path), options, progress)

    def report(
        self, options: ReportOptions, path: StrPath | None = None, *, quotes: Quotes | str = Quotes.FULL
    ) -> Report:
        """What is new since a day and who is who, in sentences with numbered evidence.

        Args:
            options: Of what, since when, in which language.
            path: File to write, `.html` or `.md` (with its figure beside it, `.svg`); None to write none.
            quotes: As for `export`.

        Returns:
            What the report says.

        Raises:
            NotFoundError: A name is not known.
            QueryError: A date is none, or the time ends before it begins.
            InputError: Another suffix.
        """
        found = reports.report(export.quoting(self._near, Quotes(quotes)), options)
        if path is not None:
            reports.write_report(found, Path(path))
        return found
