"""Live blogs: many small reports on one page, each with its own time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.model import Dossier, Story

FIRE = """Ferry fire off Karsund: live updates

14:20
Police say nine people have died
Nine people are now known to have died in the fire, police chief Marta Lind told reporters.

12:45
Transport Minister Olav Brekke has arrived in Karsund and met rescue workers at the harbour.

11:10
The coast guard said seven people were killed and 20 injured.

09:35
Four people were killed when a fire broke out on the car deck of the ferry, the coast guard said.
"""
FLOOD = """Flood in Marnau: as it happened

21:15 The river has flooded the old town of Marnau, the mayor's office says. Two people were killed.

23:50 Rescue teams with 30 boats are at work in the old town, the fire brigade says.

02:40 Five people were killed, the police say. Mayor Petra Sand has ordered the evacuation of the old town.
"""
LATER = "KARSUND - Nine people were killed in a fire on the ferry Alma on Tuesday, police said."
Tell = Callable[..., Dossier]


@pytest.fixture
def tell(dossier: Tell) -> Callable[..., Story]:
    def make(*rows: tuple[str, str]) -> Story:
        (story,) = dossier(*({"text": text, "published": day} for text, day in rows)).stories
        return story

    return make


def killed(story: Story) -> list[tuple[float | None, str | None, str]]:
    (figure,) = (f for f in story.figures if f.measure == "killed")
    return [(r.low, r.as_of.earliest if r.as_of else None, r.standing) for r in figure.readings]


def test_a_toll_that_rises_through_the_day_is_an_update(tell: Callable[..., Story]) -> None:
    story = tell((FIRE, "2025-06-03"))
    assert killed(story) == [
        (4, "2025-06-03T09:35", "superseded"),
        (7, "2025-06-03T11:10", "superseded"),
        (9, "2025-06-03T14:20", "current"),
    ]
    assert {f.kind for f in story.findings if f.kind in ("conflict", "scope", "update")} == {"update"}


def test_a_report_of_the_same_day_has_the_last_count(tell: Callable[..., Story]) -> None:
    found = killed(tell((FIRE, "2025-06-03"), (LATER, "2025-06-03")))
    assert {(low, how) for low, _, how in found} == {
        (4, "superseded"),
        (7, "superseded"),
        (9, "current"),
        (9, "repeated"),
    }


def test_an_event_is_of_the_time_of_its_post(tell: Callable[..., Story]) -> None:
    met = next(e for e in tell((FIRE, "2025-06-03")).events if e.type == "CONSULT")
    assert met.when and (met.when.earliest, met.when.basis) == ("2025-06-03T12:45", "inferred")


def test_a_page_goes_on_past_midnight(tell: Callable[..., Story]) -> None:
    story = tell((FLOOD, "2025-05-10"))
    assert killed(story) == [(2, "2025-05-10T21:15", "superseded"), (5, "2025-05-11T02:40", "current")]
    assert not any("as it happened" in q.text for q in story.quotes)


def test_half_of_a_day_mistaken_makes_no_night(tell: Callable[..., Story]) -> None:
    halves = {"14:20": "2:20 p.m.", "12:45": "12:45 a.m.", "11:10": "11:10 a.m.", "09:35": "9:35 a.m."}
    text = FIRE
    for old, new in halves.items():
        text = text.replace(old, new)
    found = [when for _, when, _ in killed(tell((text, "2025-06-03")))]
    assert found == ["2025-06-03T09:35", "2025-06-03T11:10", "2025-06-03T14:20"]


def test_a_line_with_a_day_is_that_of_the_posts_below(tell: Callable[..., Story]) -> None:
    text = FIRE.replace("11:10", "Monday 2 June\n\n23:10").replace("14:20\n", "Tuesday 3 June\n\n14:20\n", 1)
    assert [when for _, when, _ in killed(tell((text, "2025-06-03")))] == [
        "2025-06-02T09:35",
        "2025-06-02T23:10",
        "2025-06-03T14:20",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Programme of the day\n\n09:30 Opening\n\n10:00 Talks\n\n12:30 Lunch\n\n14:00 Signing\n",
        "10:42\nThe mayor met the dockers of the northern harbour in the old town hall.\n\nAt 11:30 the talks ended.\n",
        "The final score was 21:17, 21:19 and 21:12 for Karsund, which went on to win the cup of the northern towns.\n",
    ],
)
def test_clock_times_alone_make_no_live_blog(text: str, dossier: Tell) -> None:
    assert not dossier({"text": text, "published": "2025-06-03"}).articles[0].posts


EMBED = """Blast at the depot

Police in Lund confirmed a blast at the grain depot on Thursday.

Three people were killed and 12 hurt in the blast, more soon #lund https://t.co/x — Lund Police (@lundpolice) January 2, 2025

Police later said that five people had died.
"""


@pytest.mark.parametrize("label", ["", "Skip Twitter post by @lundpolice "])
def test_an_embedded_post_is_said_by_who_posted_it(label: str, tell: Callable[..., Story]) -> None:
    story = tell((EMBED.replace("Three", f"{label}Three"), "2025-01-03"))
    (quote,) = (q for q in story.quotes if q.kind == "direct")
    assert (quote.speaker_text, quote.text) == (
        "Lund Police",
        "Three people were killed and 12 hurt in the blast, more soon",
    )
    assert killed(story) == [(3, "2025-01-02", "superseded"), (5, "2025-01-03", "current")]
    assert not any("more soon" in line.text for line in story.digest)


def test_a_long_paragraph_holds_more_than_the_post(tell: Callable[..., Story]) -> None:
    story = tell(
        (
            EMBED.replace("\n\nThree", " The mayor had met the owners of the depot in the morning. " * 8 + "Three"),
            "2025-01-03",
        )
    )
    assert not any(q.speaker_text == "Lund Police" for q in story.quotes)


TALKS = """Port talks: live updates

15:10
The dockers' union said it accepted the owners' offer of a pay rise of 4 percent.

11:30
Port owners met Transport Minister Jana Holm at the ministry.

09:20
The dockers' union said it rejected the owners' offer of a pay rise of 4 percent before the talks.
"""


def test_what_a_party_says_through_the_day_is_in_the_order_of_its_posts(tell: Callable[..., Story]) -> None:
    story = tell((TALKS, "2025-06-03"))
    stages = [(s.stance, s.when.earliest if s.when else None, s.change) for stand in story.ledger for s in stand.stages]
    assert stages == [("rejects", "2025-06-03T09:20", ""), ("accepts", "2025-06-03T15:10", "turned")]
