"""Counts found in sentences: the case files under tests/cases/figures, scope and odd input."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from conftest import cases

from variorum.extract.figures import figures
from variorum.model import FigureClaim
from variorum.model.page import Page


def brief(claim: FigureClaim) -> str:
    low, high = claim.low, claim.high
    ends = [low] if low == high else [low, high]
    value = "-".join(f"{end:.10g}" for end in ends if end is not None)
    words = [
        claim.measure,
        "" if claim.hedge == "exact" else claim.hedge,
        value,
        claim.unit or "",
        "" if claim.modality == "actual" else claim.modality,
        "part" if claim.subset_of else "",
        "told" if claim.inferred else "",
    ]
    return " ".join(w for w in words if w)


@pytest.mark.parametrize("case", cases("figures"))
def test_cases(case: dict[str, Any], page: Callable[..., Page]) -> None:
    assert sorted(brief(c) for c in figures(page(case["text"]))) == sorted(case["claims"])


def test_spans_are_the_article_s_own(page: Callable[..., Page]) -> None:
    one = page("Officials said at least 12 Ruritanian soldiers were killed near Strelsau on Monday.")
    claim = next(iter(figures(one)))
    assert claim.text == "at least 12" and claim.of == "Ruritanian soldiers" and claim.group == "soldiers"
    assert one.article.text[claim.spans[0].start : claim.spans[0].end] == "at least 12"


def test_rate_is_not_the_event(page: Callable[..., Page]) -> None:
    assert [c.frame for c in figures(page("At least 160 people were killed on the road so far this year."))] == ["rate"]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("A year ago a bomb killed 12 in the same market.", "past"),
        ("In 2012 a gunman killed 26 people at the mill.", "past"),
        ("A bombing in 1998 that killed 29 people shook the town.", "past"),
        ("The 2011 attack killed 8 people.", "past"),
        ("In January 2021 a fire killed 7 people.", "event"),
        ("In May a flood killed 12 people.", "event"),
        ("Last year a flood killed 12 people.", "event"),
        ("About 40 people are still missing after the raid in 2012.", "event"),
    ],
)
def test_count_of_another_year_is_past(text: str, frame: str, page: Callable[..., Page]) -> None:
    assert [c.frame for c in figures(page(text, published="2021-03-21"))] == [frame]


def test_only_the_count_that_a_past_time_dates_is_past(page: Callable[..., Page]) -> None:
    text = "A fire killed 30 people at the mill, where a blast killed 12 in 2012."
    found = list(figures(page(text, published="2021-03-21")))
    assert [(c.low, c.frame) for c in found] == [(30, "event"), (12, "past")]
    assert found[1].times[0].value == "2012"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Killed",
        "12",
        "\x00\x07 12 killed",
        "💥 12 💥 killed 💥",
        "9" * 400 + " people were killed.",
        "1,2,3,4 people were killed.",
        "1.234,5 people were killed.",
        "٣٤ people were killed.",
        "killed killed killed and or, including",
        "Among them of them 5 of whom",
    ],
)
def test_odd_input(text: str, page: Callable[..., Page]) -> None:
    found = list(figures(page(text or " ")))
    assert all(c.low is None or c.low < 1e12 for c in found)


def test_many_numbers(page: Callable[..., Page]) -> None:
    assert len(list(figures(page("\n".join(f"{i} people were killed." for i in range(2, 302)))))) >= 300


def test_a_unit_written_on_to_a_number_is_no_place(page: Callable[..., Page]) -> None:
    made = list(figures(page("Orbel priced the 16GB version at $199.")))
    assert made
    assert [c.place for c in made] == [None] * len(made)


@pytest.mark.parametrize(
    ("text", "side", "place"),
    [
        ("The crash killed 10 people from the United States and two pilots.", "the United States", None),
        ("Ten people from Kenya were killed on Monday.", "Kenya", None),
        ("Ten people were evacuated from Karsund.", "", "Karsund"),
    ],
)
def test_from_says_whence_people_are_or_what_they_leave(
    text: str, side: str, place: str | None, page: Callable[..., Page]
) -> None:
    found = [(c.side, c.place.text if c.place else None) for c in figures(page(text)) if c.low == 10]
    assert found == [(side, place)]
