"""What the named questions are asked with in the benchmark: values of the graph, drawn the same way each time.

Each query here finds values for the parameters of the same name; of those found, some are drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from govgraph.query import NamedQuery, run
from govgraph.query.values import Rows
from govgraph.rdf.interface import GraphReader

_FIND: Final[Mapping[str, str]] = {
    "person": "SELECT DISTINCT ?person { ?period gov:holder ?person }",
    "office": "SELECT DISTINCT ?role ?organisation "
    "{ ?period gov:holder ?p ; org:role ?role ; org:organization ?organisation }",
    "organisation": "SELECT DISTINCT ?organisation { ?period gov:holder ?p ; org:organization ?organisation }",
    "succeeds": "SELECT DISTINCT ?person { ?s rdf:predicate gov:succeeds ; rdf:object ?person }",
    "body": "SELECT DISTINCT ?body { ?s rdf:predicate ?p ; rdf:object ?body VALUES ?p { gov:memberOf gov:chairs } }",
    "land": "SELECT DISTINCT ?land { ?land a gov:State }",
    "seats": "SELECT DISTINCT ?one ?other "
    "{ ?one a gov:State ; gov:memberOf ?body . ?other gov:memberOf ?body FILTER(?one != ?other) }",
    "local": "SELECT DISTINCT ?land ?thing { ?s rdf:predicate ?p ; rdf:object ?thing ; rdf:subject ?town "
    "VALUES ?p { gov:implements gov:pilots } ?town gov:jurisdiction ?land ; a gov:Municipality }",
    "represented": "SELECT DISTINCT ?represented { ?s rdf:predicate gov:represents ; rdf:object ?represented }",
    "line": "SELECT DISTINCT ?body { ?body gov:predecessor|gov:successor ?other }",
    "whole": "SELECT DISTINCT ?whole { ?s rdf:predicate gov:partOf ; rdf:object ?whole }",
    "done": "SELECT DISTINCT ?thing "
    "{ ?s rdf:predicate ?p ; rdf:object ?thing VALUES ?p { gov:implements gov:pilots } }",
    "made": "SELECT DISTINCT ?thing { ?s rdf:predicate gov:develops ; rdf:object ?thing }",
    "developer": "SELECT DISTINCT ?developer { ?s rdf:predicate gov:develops ; rdf:subject ?developer }",
    "actor": "SELECT DISTINCT ?actor "
    "{ ?s rdf:predicate ?p ; rdf:subject ?actor VALUES ?p { gov:implements gov:pilots } }",
    "partner": "SELECT DISTINCT ?actor { ?s rdf:predicate gov:cooperatesWith ; rdf:subject ?actor }",
    "funded": "SELECT DISTINCT ?thing { ?s rdf:predicate gov:funds ; rdf:object ?thing }",
    "funder": "SELECT DISTINCT ?funder { ?s rdf:predicate gov:funds ; rdf:subject ?funder }",
    "based": "SELECT DISTINCT ?thing { ?s rdf:predicate gov:basedOn ; rdf:subject ?thing }",
    "basis": "SELECT DISTINCT ?basis { ?s rdf:predicate gov:basedOn ; rdf:object ?basis }",
    "charge": "SELECT DISTINCT ?thing { ?s rdf:predicate gov:responsibleFor ; rdf:object ?thing }",
    "event": "SELECT DISTINCT ?event "
    "{ ?s rdf:predicate ?p ; rdf:object ?event VALUES ?p { gov:organises gov:participatesIn } }",
    "named": "SELECT DISTINCT ?thing { ?article gov:mentions ?thing }",
    "pair": "SELECT DISTINCT ?one ?other { ?s rdf:subject ?one ; rdf:object ?other }",
    "actors": "SELECT DISTINCT ?one ?other "
    "{ ?s rdf:predicate gov:cooperatesWith ; rdf:subject ?one ; rdf:object ?other }",
    "spoken": "SELECT DISTINCT ?thing { ?s gov:speaker ?speaker ; rdf:object ?thing }",
    "speaker": "SELECT DISTINCT ?speaker { ?s gov:speaker ?speaker }",
    "said": "SELECT DISTINCT ?thing { ?s rdf:predicate ?p ; rdf:object ?thing }",
    "article": "SELECT DISTINCT ?article { ?s prov:wasDerivedFrom ?article ; rdf:subject ?subject }",
    "statement": "SELECT DISTINCT ?statement { ?statement rdf:subject ?subject }",
    "role": "SELECT DISTINCT ?role { ?period gov:holder ?p ; org:role ?role }",
}
_VALUES: Final[Mapping[str, str]] = {
    "career-of-person": "person",
    "colleagues-of": "person",
    "offices-of-person": "person",
    "several-offices-at-once": "person",
    "holders-of-office": "office",
    "who-holds-office-on": "office",
    "offices-in-body": "organisation",
    "where-they-went": "organisation",
    "successions-of-person": "succeeds",
    "role-in-laender": "role",
    "members-of": "body",
    "laender-in-body": "body",
    "chairs-by-year": "body",
    "bodies-of-land": "land",
    "neighbours-in-bodies": "land",
    "bodies-of-both": "seats",
    "municipalities-of-land": "land",
    "municipalities-with": "local",
    "delegates-of": "represented",
    "line-of-bodies": "line",
    "parts-of": "whole",
    "who-implements": "done",
    "first-movers": "done",
    "who-develops": "made",
    "reused-by-others": "developer",
    "implements-what": "actor",
    "cooperations-of": "partner",
    "who-funds": "funded",
    "funded-by": "funder",
    "legal-basis": "based",
    "resting-on": "basis",
    "responsibility-over-time": "charge",
    "event-programme": "event",
    "named-together-with": "named",
    "articles-about": "named",
    "attention-by-year": "named",
    "named-together-by-year": "pair",
    "what-connects": "actors",
    "what-else-connects": "actors",
    "who-is-quoted-on": "spoken",
    "what-somebody-said": "speaker",
    "one-article-only": "said",
    "statements-of-article": "article",
    "evidence-of": "statement",
}
_FIXED: Final[Mapping[str, Mapping[str, str]]] = {
    "chairs-in-year": {"year": "2019"},
    "most-named": {"class": "System"},
    "quotes-with": {"words": "Registermodernisierung"},
    "best-supported": {"least": "5"},
}
_ENOUGH: Final = 3000


class Asker:
    """Draws parameters for questions.

    Args:
        store: The graph that they are to occur in.
        draws: How many of each.
    """

    def __init__(self, store: GraphReader, draws: int) -> None:
        self._store = store
        self._draws = draws
        self._found: dict[str, list[dict[str, str]]] = {}

    def heaviest(self, query: NamedQuery) -> dict[str, str] | None:
        """Parameters that more is found for than for any others; None for a question that is asked without such."""
        which = _VALUES.get(query.name)
        if which is None:
            return None
        variables, _, pattern = _FIND[which].removeprefix("SELECT DISTINCT").partition("{")
        text = f"SELECT {variables} {{{pattern} GROUP BY {variables} ORDER BY DESC(COUNT(*)) {variables} LIMIT 1"
        rows = run(self._store, text)
        assert isinstance(rows, Rows)
        given = next(({key: str(value) for key, value in row.as_dict().items()} for row in rows), None)
        if given is not None and query.name == "who-holds-office-on":
            given["on"] = "2016-05-15"
        return given

    def calls(self, query: NamedQuery) -> Iterator[dict[str, str]]:
        """Parameters to ask a question with; one call without any where it needs none."""
        which = _VALUES.get(query.name)
        if which is None:
            yield dict(_FIXED.get(query.name, {}))
            return
        if which not in self._found:
            rows = run(self._store, f"{_FIND[which]} LIMIT {_ENOUGH}")
            assert isinstance(rows, Rows)
            found = [{key: str(value) for key, value in row.as_dict().items()} for row in rows]
            found.sort(key=lambda one: hashlib.sha256(str(sorted(one.items())).encode()).hexdigest())
            self._found[which] = found
        for at, one in enumerate(self._found[which][: self._draws]):
            given = dict(one)
            if query.name == "who-holds-office-on":
                given["on"] = f"{2009 + at % 16}-0{at % 9 + 1}-15"
            yield given
