"""The timeline: one entry for one happening, in event time, with what is not known kept apart."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import msgspec
import pytest

from variorum.compose import timeline
from variorum.model import Actor, Article, Entry, Event, EventLink, Figure, Origin, Participant, Reading, Story, When

TEXTS = {
    "a": "Gunmen of the Red Band attacked the mill of Orsk on 4 May. About 40 people died.",
    "b": "The 4 May attacks shook Orsk. Some 400 people were killed on 4 May. The band spoke on Friday.",
    "c": "Envoy Lena Marsh met Minister Otto Brand in Velm. Fifty people are known to have died in the mill.",
    "d": "Lena Marsh will meet Otto Brand. Rain fell.",
}
PUBLISHED = {"a": "2031-05-05", "b": "2031-05-09", "c": "2031-05-12", "d": None}
ACTORS = (
    Actor(id="band", name="Red Band", kind="group"),
    Actor(id="marsh", name="Lena Marsh", kind="person"),
    Actor(id="brand", name="Otto Brand", kind="person"),
    Actor(id="orsk", name="Orsk", kind="place"),
    Actor(id="velm", name="Velm", kind="place"),
)


def article(name: str) -> Article:
    text, ends, at = TEXTS[name], [], 0
    for part in text.split(". "):
        ends.append((at, min(at + len(part) + 1, len(text))))
        at += len(part) + 2
    day = PUBLISHED[name]
    when = When(day, day, "metadata", "the page's date") if day else None
    return Article(id=name, source=f"{name}.txt", text=text, published=when, sentences=tuple(ends))


ARTICLES = {name: article(name) for name in TEXTS}


def at(name: str, words: str) -> Any:
    start = TEXTS[name].index(words)
    return ARTICLES[name].cut(start, start + len(words))


def on(first: str, last: str | None = None, basis: Any = "stated", why: str = "the text says so") -> When:
    return When(first, last or first, basis, why)


def event(name: str, words: str, title: str, when: When | None, *who: str, **fields: Any) -> Event:
    kind = fields.pop("type", "ASSAULT")
    people = tuple(Participant(actor=w, text=w.title()) for w in who)
    return Event(
        id=f"e-{name}-{words}-{title}",
        type=kind,
        title=title,
        status=fields.pop("status", "held"),
        when=when,
        participants=people,
        spans=(at(name, words),),
        **fields,
    )


def reading(name: str, words: str, value: float, as_of: When | None, **fields: Any) -> Reading:
    span = at(name, words)
    low: dict[str, Any] = {"id": f"r-{name}-{words}", "low": value, "high": value, "hedge": "exact", "text": words}
    return Reading(**low, as_of=as_of, attribution=None, spans=(span,), **fields)


def figure(*readings: Reading, window: When | None = None) -> Figure:
    return Figure(id="killed", measure="killed", of="people", window=window, readings=readings)


def made(*events: Event, figures: tuple[Figure, ...] = (), origins: tuple[Origin, ...] = ()) -> tuple[Entry, ...]:
    names = tuple(sorted(ARTICLES))
    story = Story(
        id="s", title="", articles=names, period=None, actors=ACTORS, figures=figures, events=events, origins=origins
    )
    return timeline(story, [ARTICLES[n] for n in names])


ATTACK = event("a", "attacked", "Gunmen of the Red Band attacked the mill", on("2031-05-04"), "band", places=("orsk",))
ATTACKS = event("b", "attacks", "4 May attacks", on("2031-05-04"), status="ongoing", places=("orsk",))


def test_mentions_of_one_day_and_one_happening_are_one_entry_with_all_its_reports() -> None:
    (entry,) = made(ATTACK, ATTACKS)
    assert entry.events == (ATTACK.id, ATTACKS.id)
    assert entry.articles == ("a", "b")
    assert entry.text == "Gunmen of the Red Band attacked the mill in Orsk"
    assert (entry.status, entry.precision) == ("held", "day")


def test_two_deeds_of_one_day_at_different_places_stay_two() -> None:
    other = event("b", "shook", "bomb shook Velm", on("2031-05-04"), places=("velm",))
    assert len(made(ATTACK, other)) == 2


def test_the_same_place_on_another_day_is_another_happening() -> None:
    later = event("b", "shook", "attack on the mill", on("2031-05-06"), "band", places=("orsk",))
    assert len(made(ATTACK, later)) == 2


def test_what_was_going_on_on_a_day_past_is_told_as_of_that_day() -> None:
    assert [e.status for e in made(ATTACKS)] == ["held"]


def test_a_count_of_the_day_stands_beside_its_event_and_a_likely_misprint_does_not_name_it() -> None:
    toll = figure(
        reading("a", "About 40", 40, on("2031-05-05")),
        reading("b", "400", 400, on("2031-05-09"), status="suspect"),
        window=on("2031-05-04"),
    )
    deaths = event("b", "killed", "Some 400 people were killed", on("2031-05-04"), "band")
    (entry,) = made(ATTACK, deaths, figures=(toll,))
    assert entry.text == "Gunmen of the Red Band attacked the mill in Orsk; killed, people: 40"
    assert entry.figures == ("killed",)


def test_a_number_that_looks_like_a_misprint_is_marked_where_nothing_else_names_the_event() -> None:
    toll = figure(reading("b", "400", 400, on("2031-05-09"), status="suspect"))
    (entry,) = made(event("b", "killed", "Some 400 people were killed", on("2031-05-04"), "band"), figures=(toll,))
    assert entry.text.endswith("(the number looks like a misprint)")


def test_a_changing_count_is_told_at_each_change_with_what_was_said_before() -> None:
    toll = figure(
        reading("a", "About 40", 40, on("2031-05-05")), reading("c", "Fifty", 50, on("2031-05-12"), status="current")
    )
    said = event("c", "died", "Fifty people are known to have died in the mill", on("2031-05-12"), type="ACCIDENT")
    first, second = made(said, figures=(toll,))
    assert (first.text, second.text) == ("Killed, people: 40", "Killed, people: 50 (before: 40)")
    assert (first.kind, first.status) == ("count", "reported")
    assert second.events == (said.id,)


def test_a_count_of_an_undated_report_claims_no_order() -> None:
    wide = on("2031-01-01", "2031-12-31", "inferred")
    toll = figure(reading("a", "About 40", 40, on("2031-05-05")), reading("d", "Rain", 60, wide))
    assert [e.text for e in made(figures=(toll,))] == ["Killed, people: 40", "Killed, people: 60"]


MET = event("c", "met", "met", on("2031-05-11"), "marsh", "brand", type="CONSULT", mode="meet", places=("velm",))


def test_a_plan_and_the_meeting_it_came_to_are_one_entry() -> None:
    link = (EventLink(event=MET.id, kind="planned_for", why="the same two"),)
    plan = event("d", "meet", "will meet", None, "marsh", "brand", type="CONSULT", mode="meet", status="planned")
    (entry,) = made(msgspec.structs.replace(plan, links=link), MET)
    assert (entry.status, entry.when and entry.when.earliest, entry.articles) == ("held", "2031-05-11", ("d", "c"))
    assert entry.text == "Meeting of Lena Marsh and Otto Brand in Velm"
    assert "Planned by 1 report, told as held by 1 report." in entry.why


def test_a_plan_for_another_day_is_no_plan_of_it() -> None:
    link = (EventLink(event=MET.id, kind="planned_for", why="the same two"),)
    plan = event(
        "d", "meet", "x", on("2031-06-01"), "marsh", "brand", type="CONSULT", mode="meet", status="planned", links=link
    )
    assert [e.status for e in made(plan, MET)] == ["held", "planned"]


def test_dated_first_then_bounds_then_the_undated_with_a_reason() -> None:
    wide = event("d", "Rain", "rain fell", on("2030-01-01", "2031-12-31", "inferred", "no time is told"), "band")
    bare = event("d", "fell", "fell", None, "brand", type="AID")
    unsaid = event("c", "known", "known", None, "marsh", type="AID")
    plan = event("d", "will meet", "will meet", None, "marsh", status="planned", type="AID")
    entries = made(wide, bare, unsaid, plan, ATTACK)
    assert [e.precision for e in entries] == ["day", "between", "none", "none", "none"]
    assert entries[1].why == "not dated more closely: no time is told"
    assert {e.why for e in entries[2:]} == {
        "planned, without a day",
        "no day is said, and the report itself is not dated",
        "no day is said, and the report's own day is no sign of it",
    }


@pytest.mark.parametrize(
    ("first", "last", "basis", "kind"),
    [
        ("2031-05-04", "2031-05-04", "inferred", "day"),
        ("2031-05-04T08:00", "2031-05-04T09:00", "stated", "day"),
        ("2031-05-04", "2031-05-08", "inferred", "days"),
        ("2031-05-01", "2031-05-31", "stated", "month"),
        ("2030-01-01", "2030-12-31", "stated", "period"),
        ("2030-01-01", "2030-12-31", "inferred", "between"),
        ("2030-01-01", None, "stated", "between"),
        (None, None, "inferred", "none"),
        ("sometime", "later", "stated", "between"),
    ],
)
def test_precision_is_kept(first: str | None, last: str | None, basis: Any, kind: str) -> None:
    one = event("a", "attacked", "attacked", When(first, last, basis, "so"), "band")
    assert [e.precision for e in made(one)] == [kind]


def test_more_reports_come_first_and_copies_count_once() -> None:
    twice = msgspec.structs.replace(ATTACK, id="twice", spans=(at("a", "attacked"), at("b", "attacks")))
    once = event("c", "met", "met", on("2031-05-11"), "marsh", type="AID")
    assert [e.rank for e in made(twice, once)] == [1, 2]
    rich = event("c", "met", "both gave the town bread", on("2031-05-11"), "marsh", "brand", "orsk", type="AID")
    copies = (Origin(id="o", name="", kind="report", articles=("a", "b"), why="the same text"),)
    assert [e.rank for e in made(twice, rich, origins=copies)] == [2, 1]


def test_entries_do_not_depend_on_the_order_of_events_beyond_ties() -> None:
    events = (ATTACK, ATTACKS, MET)
    shapes = {tuple((e.text, e.rank, e.when) for e in made(*order)) for order in permutations(events)}
    assert len(shapes) == 1


def test_an_entry_is_named_by_the_mention_that_says_who() -> None:
    many = msgspec.structs.replace(ATTACKS, id="many", spans=(at("b", "attacks"), at("c", "mill"), at("d", "meet")))
    (entry,) = made(many, ATTACK)
    assert entry.text == "Gunmen of the Red Band attacked the mill in Orsk"


def test_what_is_told_without_a_time_far_down_is_not_dated_by_its_report() -> None:
    day = When("2031-05-09", "2031-05-09", "inferred", "the report's own day")
    text = ARTICLES["b"].text + " x" * 300 + " The band robbed a bank."
    whole = msgspec.structs.replace(ARTICLES["b"], text=text)
    start = text.index("robbed")
    late = Event(
        id="late",
        type="ASSAULT",
        title="the band robbed a bank",
        status="held",
        when=day,
        spans=(whole.cut(start, start + 6),),
    )
    head = event("b", "shook", "attacks shook Orsk", day, "band")
    story = Story(id="s", title="", articles=("b",), period=None, actors=ACTORS, events=(late, head))
    assert [(e.text, e.precision) for e in timeline(story, [whole])] == [
        ("Attacks shook Orsk", "day"),
        ("The band robbed a bank", "told"),
    ]


def test_an_empty_story_has_no_timeline() -> None:
    assert made() == ()
