"""The words of errors: each that the package uses has a page, and each page shows what the package says."""

from __future__ import annotations

import pytest
from words_kit import (
    entry_of,
    is_like,
    messages,
    parsed,
    typed,
    words_of_files,
    words_of_ledgers,
    words_of_the_command,
)

from xi.sdk.resellers.cli.words import API, FILES, HELD, LEDGER, ORDERS, PARTS, SET_UP, USE, WORDS, lines_of
from xi.sdk.resellers.ordering import Reason


def names(*parts: object) -> set[str]:
    return {word.name for part in PARTS if part in parts for word in part.words}


def test_every_word_of_the_package_has_a_page_and_no_page_is_left_over() -> None:
    used = words_of_the_command() | words_of_files() | words_of_ledgers() | {each.value for each in Reason}
    assert used - set(WORDS) == set(), "words without a page"
    assert set(WORDS) - used == set(), "pages of words that are not used"
    assert sum(len(part.words) for part in PARTS) == len(WORDS)


def test_the_words_stand_in_their_parts() -> None:
    assert names(HELD) == {each.value for each in Reason}
    assert names(LEDGER) == words_of_ledgers()
    assert words_of_files() <= names(FILES, ORDERS, USE)
    assert words_of_the_command() - words_of_files() <= names(USE, SET_UP, API, ORDERS, FILES)


def test_the_example_of_each_page_is_what_the_package_says() -> None:
    wrong = {
        name: sorted(templates)
        for name, templates in messages().items()
        if name in WORDS and not any(is_like(WORDS[name].says, parts) for parts in templates)
    }
    assert wrong == {}


def test_messages_of_most_words_were_found() -> None:
    found = {name for name in messages() if name in WORDS}
    assert len(found) > len(names(FILES))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.title)
def test_an_example_ends_with_its_word(part: object) -> None:
    for word in next(each for each in PARTS if each is part).words:
        wanted = word.name if part is HELD else f"[{word.name}]"
        assert wanted in word.says
        assert part is HELD or word.says.startswith("error: ")


def test_a_page_has_what_it_means_an_example_and_what_to_type() -> None:
    page = lines_of(WORDS["two-readings"])
    assert page[0] == "two-readings"
    assert "  xi-orders check orders.csv --decimal comma" in page
    assert any(line.startswith("  error: orders.csv:14:3: ") for line in page)


LINES = [(word.name, line) for word in WORDS.values() for line in word.type if "xi-orders" in line]


@pytest.mark.parametrize(("name", "line"), LINES, ids=lambda each: each)
def test_a_line_to_type_is_understood(name: str, line: str) -> None:
    del name
    for args in typed(line):
        entry = entry_of(args)
        assert entry is not None
        assert parsed(args).entry is entry or "--help" in args
