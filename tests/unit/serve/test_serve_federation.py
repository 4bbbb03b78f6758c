"""No other server is asked unless it was allowed, however the text hides it."""

from __future__ import annotations

import pytest

from govgraph.serve.federation import forbidden

SERVICE = "SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }"


@pytest.mark.parametrize(
    ("sparql", "allowed", "found"),
    [
        (SERVICE, [], ["https://example.org/sparql"]),
        (SERVICE, ["example.org"], []),
        (SERVICE, ["EXAMPLE.org"], []),
        (SERVICE, ["*"], []),
        (SERVICE, ["example.com"], ["https://example.org/sparql"]),
        (SERVICE, ["ample.org"], ["https://example.org/sparql"]),
        ("SELECT * { SERVICE <http://127.0.0.1:81/> {} }", ["127.0.0.1:80"], ["http://127.0.0.1:81/"]),
        ("SELECT * { SERVICE <http://127.0.0.1:81/> {} }", ["127.0.0.1"], []),
        (
            "SELECT * { SERVICE <http://example.org@evil.example/> {} }",
            ["example.org"],
            ["http://example.org@evil.example/"],
        ),
        ("SELECT * { SERVICE SILENT ?where {} }", ["example.org"], ["?where"]),
        ("SELECT * { service ex:it {} }", ["example.org"], ["ex:it"]),
        ("SELECT * { SERVICE#\n<http://a.example/> {} }", [], ["http://a.example/"]),
        ("SELECT * { S\\u0045RVICE <http://a.example/> {} }", [], ["http://a.example/"]),
        ("SELECT * { ?s ?p 'SERVICE <http://a.example/>' }", [], []),
        ("LOAD SILENT <file:///etc/passwd> INTO GRAPH <urn:g>", ["example.org"], ["file:///etc/passwd"]),
        ("INSERT DATA { <urn:a> <urn:b> 'the load of a service' }", [], []),
    ],
)
def test_hosts(sparql: str, allowed: list[str], found: list[str]) -> None:
    assert sorted(set(forbidden(sparql, allowed))) == found
