"""Quantities: values in digits and words, hedges, ranges, units, and what only looks like a count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.model.page import Page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nearly 32,000 people left.", [(32000, 32000, "nearly")]),
        ("1.2 million people left.", [(1200000, 1200000, "exact")]),
        ("twenty-one dogs and two hundred and fifty cats", [(21, 21, "exact"), (250, 250, "exact")]),
        ("between 10 and 20 men", [(10, 20, "range")]),
        ("700 to 1,000 prisoners", [(700, 1000, "range")]),
        ("two or three people", [(2, 3, "range")]),
        ("A dozen people and half a dozen men", [(12, 12, "exact"), (6, 6, "exact")]),
        ("hundreds of thousands of refugees", [(200000, None, "about")]),
        ("at least 12 people", [(12, None, "at_least")]),
        ("as many as 50 people", [(None, 50, "at_most")]),
        ("more than 100 people", [(100, None, "more_than")]),
        ("fewer than 30 people", [(None, 30, "less_than")]),
        ("some 1,400 deaths", [(1400, 1400, "about")]),
        ("The toll rose by 12 to 90.", [(12, 12, "exact"), (90, 90, "exact")]),
        ("40 or more people", [(40, None, "at_least")]),
        ("several dozen people and a few hundred sheep", [(24, None, "about"), (200, None, "about")]),
        ("tens of thousands of voters", [(20000, None, "about")]),
        ("a quarter of a million people", [(250000, 250000, "exact")]),
        ("two and a half thousand goats", [(2500, 2500, "exact")]),
        ("40 000 men and 1 200 000 women", [(40000, 40000, "exact"), (1200000, 1200000, "exact")]),
        ("12,34,567 people", [(1234567, 1234567, "exact")]),
        ("٣٤ people and １２ dogs", [(34, 34, "exact"), (12, 12, "exact")]),
        ("between 1.2 and 1.5 million people", [(1200000, 1500000, "range")]),
        ("no fewer than eight guards", [(8, None, "at_least")]),
        ("close to 500 people", [(500, 500, "nearly")]),
    ],
)
def test_values(text: str, expected: list[tuple[float, float, str]], page: Callable[..., Page]) -> None:
    assert [(q.low, q.high, q.hedge) for q in page(text).quantities] == expected


@pytest.mark.parametrize(
    "text",
    [
        "John Smith, 43, of Leeds left.",
        "A 19-year-old man left.",
        "It was 2014.",
        "They met on October 7.",
        "They met at 3 p.m. today.",
        "Call 313-555-1140 now.",
        "They won 3-1 at home.",
        "Flight 370 took off.",
        "He lives on Route 9.",
        "See page 12.",
        "No one came.",
        "A nine-month-old baby slept.",
        "It happened on 7 October.",
        "the No. 3 seed",
        "She lives at 45 Mill Lane.",
        "1,2,3,4 and 1.234,5 are odd.",
        "9" * 400 + " people left.",
    ],
)
def test_no_counts(text: str, page: Callable[..., Page]) -> None:
    assert not page(text).quantities


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost $5 million.", "USD"),
        ("It rose by 12 percent.", "%"),
        ("It is 40 km away.", "km"),
        ("It took five hours.", "time"),
        ("about a quarter of them left", "ratio"),
        ("It lost £5 m.", "GBP"),
        ("Winds of 120 kilometres an hour", "kph"),
        ("It was 43°C.", "°C"),
        ("It was 43C at noon.", "°C"),
        ("5-metre waves", "m"),
        ("30m-high waves", "m"),
        ("a 9 mm bullet", "mm"),
        ("60 square miles", "mi2"),
    ],
)
def test_units(text: str, unit: str, page: Callable[..., Page]) -> None:
    assert [q.unit for q in page(text).quantities] == [unit]


def test_increment(page: Callable[..., Page]) -> None:
    assert [q.more for q in page("Another 12 died and three more were hurt, but 20 lived.").quantities] == [
        True,
        True,
        False,
    ]


def test_below_zero(page: Callable[..., Page]) -> None:
    assert [(q.low, q.unit) for q in page("It was minus 31 degrees Celsius.").quantities] == [(-31, "°C")]
    assert [(q.low, q.unit) for q in page("It was 12 minus 3 people.").quantities] == [(12, None), (3, None)]
