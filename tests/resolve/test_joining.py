"""One event over several reports: joined for a reason, kept apart for one, plans tied to what came of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from variorum.model import Dossier, Event

Make = Callable[..., Dossier]
FIRST = {
    "text": "Mayor Ilse Brandt met Governor Tomas Vega in Lisbon on Tuesday. They spoke about the ferry.",
    "published": "2023-05-10",
}
SECOND = {
    "text": "On Tuesday Governor Tomas Vega met Mayor Ilse Brandt in Lisbon, an aide said of the ferry.",
    "published": "2023-05-10",
}
LATER = {
    "text": "Mayor Ilse Brandt met Governor Tomas Vega in Lisbon on Tuesday about the ferry.",
    "published": "2023-06-14",
}
PLAN = {
    "text": "Mayor Ilse Brandt will meet Governor Tomas Vega in Portugal on Tuesday about the ferry.",
    "published": "2023-05-07",
}


def meetings(dossier: Dossier) -> list[Event]:
    return [e for s in dossier.stories for e in s.events if e.type == "CONSULT" and e.mode == "meet"]


def test_two_reports_of_one_meeting_are_one_event(dossier: Make) -> None:
    (event,) = meetings(dossier(FIRST, SECOND))
    assert len({s.article for s in event.spans}) == 2
    assert event.when and event.when.earliest == "2023-05-09"
    assert len(event.participants) == 2


def test_meetings_of_the_same_people_at_other_times_stay_apart(dossier: Make) -> None:
    assert len(meetings(dossier(FIRST, LATER))) == 2


def test_a_plan_is_tied_to_what_came_of_it(dossier: Make) -> None:
    made = dossier(PLAN, FIRST)
    plan, held = sorted(meetings(made), key=lambda e: e.status != "planned")
    assert (plan.status, held.status) == ("planned", "held")
    assert [(link.event, link.kind) for link in plan.links] == [(held.id, "planned_for")]
    assert any(f.kind == "update" and f.about == plan.id for s in made.stories for f in s.findings)


def test_who_was_there_grows_from_the_sentences_that_follow(dossier: Make) -> None:
    text = "Mayor Ilse Brandt met bankers in Lisbon on Tuesday. Attendees included Governor Tomas Vega and Judge Paul Werner."
    (event,) = meetings(dossier({"text": text, "published": "2023-05-10"}))
    assert {"Tomas Vega", "Paul Werner"} <= {
        w for p in event.participants for w in ("Tomas Vega", "Paul Werner") if w in p.text
    }


def test_order_of_the_reports_makes_no_difference(dossier: Make) -> None:
    rows: list[dict[str, Any]] = [{**r, "id": f"r{i}"} for i, r in enumerate((PLAN, FIRST, SECOND, LATER))]
    one, other = dossier(*rows), dossier(*reversed(rows))
    assert [e.id for e in meetings(one)] == [e.id for e in meetings(other)]


def test_same_position_told_twice_is_one_row(dossier: Make) -> None:
    text = "The dockers' union rejected the ferry company's offer of a pay rise."
    made = dossier({"text": text + " Ships waited."}, {"text": text + " The port was shut."})
    rows = [p for s in made.stories for p in s.positions if p.stance == "rejects"]
    assert [len(p.spans) for p in rows] == [2]
