"""When events took place: the time of their own clause, else the day that their report is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from variorum.model import Dossier, Event

Make = Callable[..., Dossier]


def events(dossier: Dossier, *types: str) -> list[Event]:
    return [e for s in dossier.stories for e in s.events if e.type in types]


def span(event: Event) -> tuple[str | None, str | None]:
    return (event.when.earliest, event.when.latest) if event.when else (None, None)


def told(text: str, day: str = "2031-05-15") -> dict[str, Any]:
    return {"text": text, "published": day}


def test_an_event_without_a_time_is_of_the_day_that_the_lead_names(dossier: Make) -> None:
    text = "The mayors spoke at a briefing on Tuesday. Ana Ruiz announced that the ferry would be sold."
    (event,) = events(dossier(told(text)), "STATEMENT", "BUSINESS")
    assert span(event) == ("2031-05-13", "2031-05-13")
    assert event.when and event.when.basis == "inferred"


def test_a_lead_of_long_ago_is_not_the_news(dossier: Make) -> None:
    text = "The ferry line began on 3 March 2019. Ana Ruiz announced that the ferry would be painted red."
    (event,) = events(dossier(told(text)), "STATEMENT")
    assert span(event) == ("2031-05-15", "2031-05-15")


def test_what_has_happened_is_not_later_than_its_report(dossier: Make) -> None:
    text = "Mayor Ana Ruiz proclaimed the end of the curfew on 26 May."
    for event in events(dossier(told(text)), "STATEMENT", "RETREAT", "CONCEDE"):
        assert event.when is None or (event.when.earliest or "") <= "2031-05-15"


def test_this_week_ends_with_the_report_for_what_has_happened(dossier: Make) -> None:
    (event,) = events(dossier(told("Mayor Ana Ruiz met Governor Tomas Vega in Lisbon this week.")), "CONSULT")
    assert span(event) == ("2031-05-12", "2031-05-15")


def test_this_week_begins_with_the_report_for_what_is_planned(dossier: Make) -> None:
    (event,) = events(dossier(told("Mayor Ana Ruiz will meet Governor Tomas Vega in Lisbon this week.")), "CONSULT")
    assert span(event) == ("2031-05-15", "2031-05-18")


def test_a_month_stays_a_month(dossier: Make) -> None:
    (event,) = events(dossier(told("Mayor Ana Ruiz met Governor Tomas Vega in Lisbon this month.")), "CONSULT")
    assert span(event) == ("2031-05-01", "2031-05-31")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The union had rejected the offer of Mayor Ana Ruiz.", None),
        ("The union rejected the offer of Mayor Ana Ruiz.", "2031-05-15"),
    ],
)
def test_what_was_over_before_the_news_has_no_first_day(dossier: Make, text: str, first: str | None) -> None:
    (event,) = events(dossier(told(text)), "REJECT")
    assert span(event) == (first, "2031-05-15")


def test_now_dates_nothing(dossier: Make) -> None:
    text = "Mayors spoke on Tuesday. Mayor Ana Ruiz has now rejected the offer of the union."
    (event,) = events(dossier(told(text)), "REJECT")
    assert span(event) == ("2031-05-13", "2031-05-13")


def test_an_announcement_stays_where_what_is_announced_is_no_event(dossier: Make) -> None:
    text = "Ana Ruiz announced on Tuesday that the line will include more support for the young."
    assert [e.title for e in events(dossier(told(text)), "STATEMENT")]


def test_a_surname_that_is_a_common_noun_takes_part(dossier: Make) -> None:
    text = "Mayor Olga Banks came to Lisbon. Later Banks announced a new ferry line and Banks rejected the offer of the union."
    (event,) = events(dossier(told(text)), "REJECT")
    assert "Banks" in [p.text for p in event.participants]


@pytest.mark.parametrize(("day", "window"), [("10 May 2031", "2031-05-10"), ("26 May 2031", None)])
def test_a_count_covers_no_day_after_its_report(dossier: Make, day: str, window: str | None) -> None:
    made = dossier(told(f"Two people were killed in the storm of {day}, police said."))
    found = [f.window.earliest if f.window else None for s in made.stories for f in s.figures if f.measure == "killed"]
    assert found == [window]
