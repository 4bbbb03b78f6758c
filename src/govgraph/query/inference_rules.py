"""Rules of inference: one CONSTRUCT query in each file, with what its first lines say of it.

    # title-de: Ein Teil eines Teils ist Teil des Ganzen
    # title-en: A part of a part is a part of the whole
    # about-de: Ein Satz oder zwei.
    # about-en: A sentence or two.
    # source: The standard, or the reasoning
    # source-de: The same in German, if one likes
    # version: 1
    CONSTRUCT {
      [] rdf:subject ?part ; rdf:predicate gov:partOf ; rdf:object ?whole ; prov:wasDerivedFrom ?first , ?second
    } WHERE { … }

Each row of the answer is one inference: a triple, and what it was derived from.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from govgraph.errors import VocabularyError
from govgraph.vocabulary.resources import ontology_dir

_LINE: Final = re.compile(r"#\s*(title-de|title-en|about-de|about-en|source|source-de|version)\s*:\s*(.*\S)\s*")
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_KEYS: Final = ("title-de", "title-en", "about-de", "about-en", "source", "version")


@dataclass(frozen=True, slots=True)
class InferenceRule:
    """A rule.

    Attributes:
        name: Name of its file without suffix.
        title_de: What it says, in German.
        title_en: What it says, in English.
        about_de: More on it, in German.
        about_en: More on it, in English.
        source: The standard or the reasoning that it rests on.
        source_de: The same in German.
        version: Its version.
        sparql: Its text.
    """

    name: str
    title_de: str
    title_en: str
    about_de: str
    about_en: str
    source: str
    source_de: str
    version: str
    sparql: str

    @property
    def digest(self) -> str:
        """SHA-256 of its text, hexadecimal."""
        return hashlib.sha256(self.sparql.encode("utf-8")).hexdigest()


def load_inference_rules(folders: Sequence[Path] = ()) -> tuple[InferenceRule, ...]:
    """Rules of the ontology and of folders of the user's own, by name.

    Raises:
        VocabularyError: A folder is missing or holds no rule, a file lacks a line or has a name that is taken.
    """
    found: dict[str, InferenceRule] = {}
    for folder in (ontology_dir() / "rules", *folders):
        files = sorted(folder.glob("*.rq"))
        if not files:
            raise VocabularyError(f"{folder}: no rules; give a folder with files NAME.rq")
        for file in files:
            rule = read_inference_rule(file)
            if rule.name in found:
                raise VocabularyError(f"{file}: there is a rule {rule.name!r} already; give it another name")
            found[rule.name] = rule
    return tuple(found[name] for name in sorted(found))


def read_inference_rule(file: Path) -> InferenceRule:
    """A rule from its file.

    Raises:
        VocabularyError: The file cannot be read, lacks a line, or is no CONSTRUCT query.
    """
    try:
        sparql = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{file}: {error}; give a text file in UTF-8") from error
    said = {found[1]: found[2] for line in sparql.splitlines() if (found := _LINE.fullmatch(line))}
    missing = [key for key in _KEYS if key not in said]
    if missing:
        raise VocabularyError(f"{file.name}: no `# {missing[0]}:` line; add one")
    if not _NAME.fullmatch(file.stem):
        raise VocabularyError(f"{file.name}: names of rules are small letters, digits and hyphens; rename it")
    body = "\n".join(line for line in sparql.splitlines() if not line.lstrip().startswith("#"))
    if not re.search(r"\bCONSTRUCT\b", body):
        raise VocabularyError(f"{file.name}: a rule is a CONSTRUCT query; see ontology/rules")
    return InferenceRule(
        name=file.stem,
        title_de=said["title-de"],
        title_en=said["title-en"],
        about_de=said["about-de"],
        about_en=said["about-en"],
        source=said["source"],
        source_de=said.get("source-de", said["source"]),
        version=said["version"],
        sparql=sparql,
    )
