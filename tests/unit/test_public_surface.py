"""What users may import is pinned: a name that comes or goes is a decision, not an accident."""

from __future__ import annotations

import inspect
import subprocess
import sys
import tomllib
from pathlib import Path

import govgraph
from govgraph import api, errors

ROOT = Path(__file__).resolve().parents[2]


def test_names() -> None:
    assert govgraph.__all__ == ["Graph", "__version__", "build", "extract"]
    assert all(hasattr(govgraph, name) for name in govgraph.__all__)
    assert set(govgraph.__all__) <= set(dir(govgraph))


def test_graph_methods() -> None:
    public = [name for name in vars(api.Graph) if not name.startswith("_")]
    assert sorted(public) == [
        "ask",
        "close",
        "conflicts",
        "diff",
        "explain",
        "export",
        "export_profile",
        "find",
        "infer",
        "map_page",
        "open",
        "query",
        "questions",
        "reconcile",
        "rehydrate",
        "report",
        "since",
        "store",
        "suggestions",
        "timeline",
        "timeline_page",
        "to_networkx",
        "to_pandas",
        "to_rdflib",
        "transfers",
        "validate",
        "versions",
        "view",
        "who",
        "with_inferences",
    ]


def test_everything_public_is_documented() -> None:
    members = [api.build, api.extract, api.Graph]
    members += [getattr(api.Graph, name) for name in vars(api.Graph) if not name.startswith("_")]
    assert [member for member in members if not inspect.getdoc(member)] == []


def test_errors() -> None:
    assert errors.__all__ == [
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
        "VocabularyError",
    ]
    assert all(issubclass(getattr(errors, name), errors.GovgraphError) for name in errors.__all__)


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert govgraph.__version__ == project["version"]


def test_extract_is_the_function_whatever_was_imported_first() -> None:
    code = "import govgraph.extract, govgraph; from govgraph.extract import Reader; print(callable(govgraph.extract))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, govgraph\n"
        "print([m for m in ('rdflib', 'pyoxigraph', 'networkx', 'numpy', 'typer', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
