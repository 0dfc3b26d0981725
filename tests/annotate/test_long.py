"""Long texts are parsed piece by piece, with offsets of the whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.floods import report
from variorum.annotate import Annotator, model
from variorum.model.page import Page

MANY = "\n".join(report(number) for number in range(12))


def test_a_text_in_pieces_is_one_page(page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = page(MANY)
    monkeypatch.setattr(model, "LONG", 600)
    parted = page(MANY)
    assert parted.doc.text == MANY
    assert parted.article.sentences == whole.article.sentences
    assert [q.span for q in parted.quantities] == [q.span for q in whole.quantities]
    assert [e.span for e in parted.expressions] == [e.span for e in whole.expressions]
    for mention in parted.mentions:
        assert MANY[mention.span.start : mention.span.end] == mention.span.text


@pytest.mark.parametrize("text", ["a" * 500, "a " * 300, "a\n" * 300, " " * 500, "Stop. " * 100, ""])
def test_any_text_is_put_together_again(text: str, annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "LONG", 64)
    first, second = model.parse(annotator.nlp, [(text, {0, 200}), ("A short one.", {0})])
    assert (first.text, second.text) == (text, "A short one.")
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in first)
