"""The marked texts of evaluation/newswire.toml: how many of their time expressions are found, with the right values."""

from __future__ import annotations

from evaluation import newswire
from evaluation.taggers import Tally, Text, count, own
from variorum import clean
from variorum.annotate import Annotator
from variorum.model import Record
from variorum.read import article as from_row
from variorum.resolve import dates

FLOOR_VALUE, FLOOR_RELAXED = 0.95, 0.97


def test_values_of_newswire(annotator: Annotator) -> None:
    articles, gold = newswire.rows()
    pages = annotator.pages([clean.clean(from_row(row, "a.txt")) for row in articles])
    total = Tally()
    for page, text in zip(pages, own(), strict=True):
        laid = dates([Record(article=page.article, expressions=page.expressions)]).times[page.article.id]
        one = count([(t.span.start, t.span.end, t.value) for t in laid], text)
        total = Tally(*(a + b for a, b in zip(total, one, strict=True)))
    assert total.wanted == sum(len(row["times"]) for row in gold)
    assert total.f1(total.value) >= FLOOR_VALUE
    assert total.f1(total.relaxed) >= FLOOR_RELAXED


def test_marks_stand_where_they_say() -> None:
    for article, gold in zip(*newswire.rows(), strict=True):
        assert all(article["text"][t["start"] : t["end"]] == t["text"] for t in gold["times"])
        assert not set("{|}") & set(article["text"])


def test_matches_are_one_to_one() -> None:
    text = Text("on Friday last week it rained", "2021-03-03", [(3, 9, "2021-02-26"), (10, 19, "2021-W08")], [(20, 29)])
    assert count([(3, 19, "2021-W08"), (20, 22, "x")], text) == Tally(1, 2, 1, 1)
