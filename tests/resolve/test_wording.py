"""Words for one and the same, side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import cases
from variorum import pipeline, resolve
from variorum.annotate import Annotator
from variorum.model import Article, Wording


def worded(texts: list[str], annotator: Annotator) -> tuple[Wording, ...]:
    """The wording of texts taken as one story."""
    articles = [Article(id=f"{n}", source=f"{n}.txt", text=text) for n, text in enumerate(texts)]
    story, _ = pipeline._story(pipeline.prepare(articles, annotator), ())
    return story.wording


@pytest.mark.parametrize("case", cases("wording"))
def test_cases(case: dict[str, Any], annotator: Annotator) -> None:
    rows = worded(case["reports"], annotator)
    found = [(row.kind, row.referent, t.text, len(t.articles)) for row in rows for t in row.terms]
    for kind, referent, text, reports in case.get("rows", ()):
        assert any(k.startswith(kind) and referent in r and (t, n) == (text, reports) for k, r, t, n in found), (
            f"{kind} {referent} {text} {reports} is not in {found}"
        )
    for kind, text in case.get("absent", ()):
        assert not [one for one in found if one[0] == kind and one[2] == text]


def test_a_use_stands_in_its_sentence_and_the_reports_own_words_come_first(annotator: Annotator) -> None:
    texts = [
        "“The terrorists fled,” the general said on Monday in Brennick. The terrorists left two cars behind.",
        "Rebels fled from Brennick on Monday. The rebels left two cars behind.",
    ]
    (row,) = [row for row in worded(texts, annotator) if row.kind == "people"]
    (term,) = [term for term in row.terms if term.text == "terrorist"]
    assert (term.count, term.quoted) == (2, 1)
    (use,) = term.uses
    assert use.context.text == "The terrorists left two cars behind."
    assert use.span.text == "terrorists" and use.context.holds(use.span)


def test_order_makes_no_difference(record: Callable[..., Any]) -> None:
    texts = ("The captives wait in Oskarra.", "Twelve hostages wait in Oskarra. The hostages were taken from a bus.")
    made = [record(text, id=f"{n}") for n, text in enumerate(texts)]
    rows = [resolve.wording(many, resolve.actors(many)) for many in (made, made[::-1])]
    terms = [{(t.text, t.count) for row in every for t in row.terms} for every in rows]
    assert terms[0] == terms[1] == {("captive", 1), ("hostage", 2)}
