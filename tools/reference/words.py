"""Whether a name is an ordinary German word, a first name or a surname, by dictionaries needed at build time only."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache


@lru_cache(maxsize=1)
def _lemmas() -> tuple[dict[str, str], dict[str, set[str]]]:
    """Lemma of every form, and all forms of every lemma."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    lemma_of = {_text(form): _text(lemma) for form, lemma in DefaultDictionaryFactory().get_dictionary("de").items()}
    forms: dict[str, set[str]] = defaultdict(set)
    for form, lemma in lemma_of.items():
        forms[lemma].add(form)
    return lemma_of, forms


def _text(value: object) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names of Faker's German provider; hyphenated ones give their parts."""
    from faker.providers.person.de_DE import Provider

    listed = [*Provider.first_names_male, *Provider.first_names_female]
    return frozenset(part for name in listed for part in str(name).split("-"))


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Surnames of Faker's German provider."""
    from faker.providers.person.de_DE import Provider

    return frozenset(str(name) for name in Provider.last_names)


def is_common_noun(name: str) -> bool:
    """Whether a capitalised word has forms that a proper name lacks: more than itself and its genitive."""
    lemma_of, forms = _lemmas()
    if name.lower() in lemma_of or lemma_of.get(name, name) != name:
        return True
    return bool(forms.get(name, set()) - {name, name + "s"})


def is_word(name: str) -> bool:
    """Whether a name is also a word, a first name or a surname.

    A dictionary knows many places too; those have no form in lower case and none but their genitive.
    """
    return is_common_noun(name) or name in first_names() or name in surnames()
