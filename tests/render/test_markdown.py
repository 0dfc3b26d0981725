"""Markdown: tables that hold, and nothing from articles taken for markup."""

import re

import sample

from variorum.render import markdown


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    wide = 0
    for line in markdown(sample.SAMPLE).splitlines():
        if line.startswith("|"):
            cells = len(re.findall(r"(?<!\\)\|", line))
            assert cells == (wide or cells)
            wide = cells
        else:
            wide = 0


def test_markup_in_texts_is_made_plain() -> None:
    text = markdown(sample.hostile("<script>alert(1)</script> | *bold* [link](http://x) `code` # head"))
    assert not re.search(r"(?<!\\)<script", text)
    assert not re.search(r"(?<!\\)\]\(http", text)
    assert not re.search(r"(?<!\\)`code", text)


def test_both_stories_and_the_problems_are_there() -> None:
    text = markdown(sample.SAMPLE)
    assert re.findall(r"^# (.*)$", text, re.MULTILINE) == [
        "Ferry sinks off Tarnvik, dozens dead",
        "Drivers of Kessel Bay walk out",
    ]
    assert "## Problems" in text


def test_a_difference_shows_the_words_of_each_report() -> None:
    text = markdown(sample.ONE)
    start = text.index("### Likely misprint")
    assert "  - 470 people" in text[start : start + 400]
    assert "\\[2\\] \\[3\\]" in text[start : start + 400]


def test_an_empty_dossier_still_says_what_made_it() -> None:
    assert "Made by Variorum" in markdown(sample.EMPTY)
