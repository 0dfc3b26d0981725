"""Invisible characters hide nothing from the model and change no offset."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.model.page import Page

PLAIN = "Mayor Elias Norrby closed the port of Lund on Monday. Norrby said that 12 boats had sunk."


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Elias\u200d Norrby closed the port of Lund on Monday. Norrby said that 12 boats had sunk.",
        "\ufeffMayor Elias \u202bNorrby\u202c closed the port of Lund on Monday. Norrby said that 12 boats had sunk.\u200b",
        "Mayor \u2067Elias Norrby\u2069 closed the port of Lund on Monday. \u200fNorrby\u200e said that 12 boats had sunk.",
        "Mayor Eli\u00adas Nor\u200brby closed the p\u00adort of Lund on Mon\u00adday. Norrby said that 12 boats had sunk.",
    ],
)
def test_the_model_reads_past_invisible_characters(page: Callable[..., Page], text: str) -> None:
    plain, made = page(PLAIN), page(text)
    text = made.article.text  # a mark at the very beginning is gone
    assert made.doc.text == text
    assert [t.tag_ for t in made.doc] == [t.tag_ for t in plain.doc]
    assert [t.ent_type_ for t in made.doc] == [t.ent_type_ for t in plain.doc]
    assert [t.dep_ for t in made.doc] == [t.dep_ for t in plain.doc]
    assert len(list(made.doc.sents)) == 2
    assert all(text[m.span.start : m.span.end] == m.span.text for m in made.mentions)


@pytest.mark.parametrize("dateline", ["KARSUND - ", "MARNAU, May 3 - ", "KARSUND (Varsel) - "])
def test_the_hyphen_of_a_dateline_parts_no_sentence(dateline: str, page: Callable[..., Page]) -> None:
    text = f"{dateline}Nine miners were killed on Tuesday, police said."
    made = page(text)
    assert made.doc.text == text
    assert [s.text for s in made.doc.sents][-1] == "Nine miners were killed on Tuesday, police said."
    assert [q.span.text for q in made.quantities if q.span.start >= len(dateline)] == ["Nine"]
