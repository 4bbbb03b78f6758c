"""What users may import is pinned: a name that comes or goes is a decision, not an accident."""

from __future__ import annotations

import inspect
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import govgraph
from govgraph import api, errors

ROOT = Path(__file__).resolve().parents[2]


def test_names() -> None:
    assert govgraph.__all__ == ["Graph", "__version__", "build", "extract", "merge"]
    assert all(hasattr(govgraph, name) for name in govgraph.__all__)
    assert set(govgraph.__all__) <= set(dir(govgraph))


def test_graph_methods() -> None:
    public = [name for name in dir(api.Graph) if not name.startswith("_")]
    assert sorted(public) == [
        "ask",
        "close",
        "conflicts",
        "count_as_object",
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
        "site",
        "store",
        "suggestions",
        "timeline",
        "timeline_page",
        "to_networkx",
        "to_pandas",
        "to_rdflib",
        "transfers",
        "unknown_terms",
        "validate",
        "versions",
        "view",
        "who",
        "with_inferences",
    ]


def test_everything_public_is_documented() -> None:
    members = [api.build, api.extract, api.Graph]
    members += [getattr(api.Graph, name) for name in dir(api.Graph) if not name.startswith("_")]
    assert [member for member in members if not inspect.getdoc(member)] == []


def test_errors() -> None:
    assert errors.__all__ == [
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
    assert all(issubclass(getattr(errors, name), errors.GovgraphError) for name in errors.__all__)


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert govgraph.__version__ == project["version"]


def test_extract_is_the_function_whatever_was_imported_first() -> None:
    code = "import govgraph.extract, govgraph; from govgraph.extract import Reader; print(callable(govgraph.extract))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_what_is_not_used_is_not_loaded() -> None:
    code = (
        "import sys, govgraph\n"
        "def loaded(*names): print([name for name in names if name in sys.modules])\n"
        "loaded('rdflib', 'pyoxigraph', 'networkx', 'numpy', 'typer', 'rich', 'govgraph.model')\n"
        "govgraph.Graph\n"
        "loaded('rdflib', 'networkx', 'numpy', 'pyshacl', 'urllib3', 'simplemma', 'lxml', 'rapidfuzz')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n[]\n"


@pytest.mark.parametrize(
    "stub", sorted((ROOT / "src" / "govgraph").rglob("__init__.pyi")), ids=lambda stub: stub.parent.name
)
def test_packages_have_what_their_stubs_promise(stub: Path) -> None:
    package = import_module(".".join(stub.parent.relative_to(ROOT / "src").parts))
    assert package.__all__
    for name in package.__all__:
        assert not isinstance(getattr(package, name), ModuleType), name
    assert set(package.__all__) <= set(dir(package))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = package.nothing
