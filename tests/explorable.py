"""A small output folder to be explored, with names and quotes that want to be more than text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from govgraph.model import EntityType, Predicate
from govgraph.pipeline.output import write_records
from govgraph.rdf import GraphOptions, build_quads
from govgraph.store import DiskStore
from handmade import OZG, Draft, interview, page, small_ontology

HOSTILE = "Amt </script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>"
TURNED = "Amt \u202enedrewegreg\u202c Kiel"
LONG = "Sehr" + "lang" * 2500
BAD = f"{HOSTILE} setzt das OZG um. {TURNED} setzt das OZG um. {LONG} setzt das OZG um."


def explorable(folder: Path, *, records: bool = True) -> Path:
    """Output folder with a store and, if wanted, the texts of the articles."""
    draft = Draft("Böser <b>Titel</b></script>", BAD, "2024-12-01", url="javascript:window.pwned=1")
    names = (HOSTILE, TURNED, LONG)
    bodies = [draft.entity(EntityType.ORGANISATION, name, kind="Agency") for name in names]
    law = draft.entity(EntityType.LAW, "Onlinezugangsgesetz", "OZG", kind="Law")
    facts = [draft.fact(body.id, Predicate.IMPLEMENTS, OZG, f"{body.name} setzt das OZG um.") for body in bodies]
    # one says the same once more
    said = f"{TURNED} setzt das OZG um."
    again = Draft("Noch einmal", said, "2024-12-02")
    body = again.entity(EntityType.ORGANISATION, TURNED, kind="Agency")
    second = again.record([body], [], [again.fact(body.id, Predicate.IMPLEMENTS, OZG, said)])
    made = page(interview(), draft.record([*bodies, law], [], facts), second)
    quads = build_quads([made], GraphOptions(ontology=small_ontology(folder / "ontology")))
    with DiskStore(folder / "store") as store:
        store.load(quads)
    if records:
        write_records(folder / "records", [made])
        (folder / "manifest.json").write_text("{}", encoding="utf-8")
    return folder


def other_text(folder: Path) -> None:
    """Let the records hold other texts than the graph was made from."""
    first = interview()
    write_records(folder / "records", [page(replace(first, article=replace(first.article, text="Anderer Text.")))])
