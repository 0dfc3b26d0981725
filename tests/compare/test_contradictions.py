"""Findings on a report whose own text contradicts the date that came with it."""

from __future__ import annotations

from collections.abc import Callable

from variorum.compare import dates
from variorum.model import Finding, Record
from variorum.model.page import Page

Make = Callable[..., Page]


def found(page: Make, text: str, published: str | None = "2014-06-22") -> tuple[Finding, ...]:
    made = page(text, **({"published": published} if published else {}))
    return dates([Record(article=made.article, expressions=made.expressions)])


def test_a_stamp_of_another_day(page: Make) -> None:
    (one,) = found(page, "Published: July 9, 2014\n\nThe ferry Aurelia sank off Cape Ondry.")
    assert one.kind == "conflict"
    assert one.about == one.readings[0].article
    assert one.readings[0].span.text == "July 9, 2014"
    assert one.why == (
        "what came with the report dates it 22 June 2014, but its own text is stamped “July 9, 2014”, which is 9 July 2014"
    )


def test_a_later_day_told_as_past(page: Make) -> None:
    (one,) = found(page, "The ferry Aurelia sank.\n\nHer owner was arrested on July 9, 2014, in Velmar.")
    assert "it tells of “July 9, 2014” as past" in one.why


def test_a_day_or_two_apart_is_no_conflict(page: Make) -> None:
    assert not found(page, "Published: June 24, 2014\n\nThe ferry Aurelia sank off Cape Ondry.")


def test_days_ahead_and_days_gone_are_no_conflict(page: Make) -> None:
    assert not found(page, "The trial will open on July 9, 2014. The ferry was built on March 3, 1990.")


def test_updates_and_copyright_are_no_conflict(page: Make) -> None:
    assert not found(page, "Updated: July 9, 2014\n\nThe ferry sank.\n\nCopyright 2016 Harbour Press")


def test_no_known_day_no_conflict(page: Make) -> None:
    assert not found(page, "Published: July 9, 2014\n\nThe ferry sank.", None)


def test_a_weekday_that_is_not_that_of_its_date(page: Make) -> None:
    (one,) = found(page, "The ferry Aurelia sank off Cape Ondry on Friday, June 21, 2014.", None)
    assert one.readings[0].span.text == "Friday, June 21, 2014"
    assert one.why == (
        "“Friday, June 21, 2014” cannot be right: 21 June 2014 was a Saturday, so either the weekday or the date is wrong"
    )


def test_a_weekday_that_fits_its_date_is_no_finding(page: Make) -> None:
    assert not found(page, "The ferry Aurelia sank off Cape Ondry on Saturday, June 21, 2014.", None)


def test_a_day_years_after_all_others(page: Make) -> None:
    days = ("2014-06-21", "2014-06-22", "2041-06-23")
    pages = [
        page(f"The ferry Aurelia sank on Saturday, said witness {n}.", published=day) for n, day in enumerate(days)
    ]
    (one,) = dates([Record(article=p.article, expressions=p.expressions) for p in pages])
    assert one.about == pages[2].article.id
    assert "27 years after the latest of the others" in one.why


def test_an_anniversary_is_no_finding(page: Make) -> None:
    days = ("2014-06-21", "2014-06-22", "2015-06-21")
    pages = [
        page(f"The ferry Aurelia sank on Saturday, said witness {n}.", published=day) for n, day in enumerate(days)
    ]
    assert not dates([Record(article=p.article, expressions=p.expressions) for p in pages])
