"""Time expressions of one article: words, types, values; stamps; odd and very long texts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import cases
from variorum.annotate.times.figures import numeric
from variorum.annotate.times.grammar import matches
from variorum.annotate.times.scan import scan
from variorum.model import Record
from variorum.model.page import Page
from variorum.resolve import dates


@pytest.mark.parametrize("case", cases("times"))
def test_case(case: dict[str, Any], page: Callable[..., Page]) -> None:
    fields = {"published": case["published"]} if "published" in case else {}
    made = page(case["text"], **fields)
    calendar = dates([Record(article=made.article, expressions=made.expressions)])
    assert [[t.span.text, t.type, t.value] for t in calendar.times[made.article.id]] == case["times"]


def test_expressions_are_in_order_and_apart(page: Callable[..., Page]) -> None:
    made = page("On Friday at 8 p.m. and on March 7, 2018, two days later, last week and in the 1990s, it rained.")
    spans = [e.span for e in made.expressions]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(made.article.text[s.start : s.end] == s.text for s in spans)


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Published: March 3, 2021\n\nThe ferry sank.", "published"),
        ("March 3, 2021\n\nThe ferry sank.", "published"),
        ("3 Mar 2021 Ferry sinks off Brantholm. The ferry sank.", "published"),
        ("Ferry sinks\n\nLast updated on 3 March 2021\n\nThe ferry sank.", "updated"),
        ("BRANTHOLM, March 3, 2021 (Coastwire) - The ferry sank.", "dateline"),
        ("The ferry sank. (Published Wednesday, March 3, 2021)", "inset"),
        ("The ferry sank.\n\nCopyright 2021 Coastwire.", "copyright"),
        ("The ferry sank on March 3, 2021, off Brantholm.", None),
    ],
)
def test_stamp(text: str, stamp: str | None, page: Callable[..., Page]) -> None:
    assert [e.stamp for e in page(text).expressions if "2021" in e.value] == [stamp]


@pytest.mark.parametrize(
    ("text", "monthfirst", "day"),
    [
        ("2021-03-04", None, "2021-03-04"),
        ("3/4/2021", True, "2021-03-04"),
        ("3/4/2021", False, "2021-04-03"),
        ("3/4/2021", None, "2021-03-04|2021-04-03"),
        ("3/3/2021", None, "2021-03-03"),
        ("13/4/21", True, "2021-04-13"),
        ("3.4.2021", None, "2021-04-03"),
        ("0000-01-01", None, None),
        ("2021-02-30", None, None),
    ],
)
def test_dates_in_figures(text: str, monthfirst: bool | None, day: str | None) -> None:
    assert numeric(text, monthfirst) == day


def test_ten_thousand_dates_take_linear_time() -> None:
    def cost(number: int) -> float:
        text = "It rained on March 7, 2018, at 8 p.m. and two days later. " * number
        start = perf_counter()
        found = scan(text)
        assert len(matches(found.kinds)) >= 2 * number
        return perf_counter() - start

    cost(100)
    assert cost(10_000) < 40 * cost(1000) + 0.5


@given(st.text(alphabet=st.sampled_from("0123456789 -/.:,'’\n\tMarchFridayweeksago½٣ſİ🙂"), max_size=60))
def test_any_text_is_cut(text: str) -> None:
    found = scan(text)
    words = found.words(0, len(found.kinds))
    assert len(found.kinds) == len(found.starts) == len(found.ends) == len(words)
    assert all(text[w.start : w.end] for w in words)
    matches(found.kinds)


@pytest.mark.parametrize(
    "text", ["\n", "Friday", "🙂 🙂", "\x00\x01 Friday \x02", "May", "7", "a" * 5000, "12:99 99:12 25 o'clock"]
)
def test_odd_texts(text: str, page: Callable[..., Page]) -> None:
    made = page(text)
    dates([Record(article=made.article, expressions=made.expressions)])
