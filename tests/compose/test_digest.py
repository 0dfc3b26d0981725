"""The digest: plain sentences from fields, each with evidence; and the title of a story."""

import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "render"))
import sample

from variorum.compose import digest, period, title
from variorum.model import Article, Calendar, Line, Part, Story
from variorum.rules.phrases import clip, inside, listing, number, value, when


def lines(story: Story = sample.FERRIES) -> list[str]:
    return [line.text for line in digest(story)]


def test_a_figure_is_told_with_hedge_date_source_reports_and_what_else_was_said() -> None:
    assert lines()[0] == (
        "Reported killed, people: 47, as of 6 March 2031, according to the Tarnvik health office (2 reports). "
        "Earlier: at least 41. Doubtful: 470."
    )


def test_parts_of_a_whole_have_no_line_of_their_own() -> None:
    assert not [line for line in lines() if "crew" in line]


def test_meetings_positions_and_differences_are_told() -> None:
    told = lines()
    assert "Meeting planned: Ingrid Sole and Nordlys Lines, in Oster, 7 March 2031 (1 report)." in told
    assert "Demand, the families: an inquiry under a foreign judge (1 report)." in told
    assert "Likely misprint: 470 is ten times 47, which the same health office gives in two reports." in told


def test_every_line_has_evidence_in_the_articles() -> None:
    for line in digest(sample.FERRIES):
        assert line.evidence
        assert all(sample.TEXTS[s.article].text[s.start : s.end] == s.text for s in line.evidence)


def test_conflicting_readings_are_never_told_as_one() -> None:
    figure = sample.FIGURES[0]
    readings = tuple(msgspec.structs.replace(r, status="conflicting") for r in figure.readings[:2])
    figures = (msgspec.structs.replace(figure, readings=readings),)
    story = msgspec.structs.replace(sample.FERRIES, figures=figures, findings=())
    assert lines(story)[0] == "Reported killed, people: at least 41 or 47, depending on the report (3 reports)."
    conflict = msgspec.structs.replace(sample.FINDINGS[0], kind="conflict")
    told = lines(msgspec.structs.replace(story, findings=(conflict,)))
    assert told[0] == "Reported killed, people: reports differ, at least 41 or 47 (3 reports)."


def test_of_many_earlier_values_the_ends_are_told() -> None:
    one = sample.FIGURES[0].readings[0]
    readings = tuple(msgspec.structs.replace(one, id=f"r{n}", low=n, high=n, hedge="exact") for n in range(10, 16))
    story = Story(
        id="1",
        title="",
        articles=("a",),
        period=None,
        figures=(msgspec.structs.replace(sample.FIGURES[0], readings=(*readings, sample.FIGURES[0].readings[1])),),
    )
    assert lines(story)[0].endswith("Earlier: 6 values from 10 to 15.")


def test_a_story_without_claims_has_no_digest() -> None:
    assert digest(Story(id="1", title="", articles=(), period=None)) == ()


def test_the_digest_does_not_depend_on_the_order_of_claims() -> None:
    turned = msgspec.structs.replace(
        sample.FERRIES,
        figures=sample.FIGURES[::-1],
        events=sample.EVENTS[::-1],
        positions=sample.POSITIONS[::-1],
        actors=sample.ACTORS[::-1],
    )
    assert sorted(digest(turned), key=_text) == sorted(digest(sample.FERRIES), key=_text)


def _text(line: Line) -> str:
    return line.text


def report(name: str, text: str, **fields: object) -> Article:
    return msgspec.structs.replace(sample.article(name, text), **fields)


OPENINGS = [
    report("1", "Quiet day\nThe bridge at Oster collapsed on Monday and four workers are missing, police said."),
    report("2", "Workers missing after bridge collapses in Oster\nRescuers searched the river for four workers."),
    report(
        "3", "Share this\nFour workers were missing after a bridge fell at Oster.", parts=(Part("furniture", 0, 10),)
    ),
]


def test_the_title_is_the_headline_that_shares_most_with_the_others() -> None:
    titled = [msgspec.structs.replace(a, title=a.text.split("\n")[0]) for a in OPENINGS[:2]]
    story = Story(id="1", title="", articles=(), period=None)
    assert title([*titled, OPENINGS[2]], story) == "Workers missing after bridge collapses in Oster"
    assert title([OPENINGS[2], *titled[::-1]], story) == title([*titled, OPENINGS[2]], story)


def test_without_headlines_a_first_sentence_stands_in_and_furniture_never_does() -> None:
    story = Story(id="1", title="", articles=(), period=None)
    assert title([OPENINGS[2]], story) == "Four workers were missing after a bridge fell at Oster."
    assert title([], story) == ""
    assert title([report("4", "Word")], story) == "Word"


@pytest.mark.parametrize(
    ("headline", "outlet", "shown"),
    [
        ("Bridge falls at Oster | The Oster Mail", None, "Bridge falls at Oster"),
        ("Bridge falls at Oster - Mail", "Mail", "Bridge falls at Oster"),
        ("Bridge falls - again", None, "Bridge falls - again"),
        ("Bridge falls - ostermail.example-Oster News & Sports", "ostermail.example", "Bridge falls"),
        ("| | |", None, "| | |"),
    ],
)
def test_the_outlets_own_name_is_left_out(headline: str, outlet: str | None, shown: str) -> None:
    story = Story(id="1", title="", articles=(), period=None)
    assert title([report("1", "Something fell.", title=headline, outlet=outlet)], story) == shown


@pytest.mark.parametrize(
    ("low", "high", "hedge", "words"),
    [
        (35000, None, "at_least", "at least 35,000"),
        (None, 12, "at_most", "at most 12"),
        (700, 1000, "range", "700 to 1,000"),
        (5, 5, "range", "5"),
        (0, 0, "exact", "0"),
        (2.5, 2.5, "about", "about 2.5"),
        (None, None, "exact", "not known"),
        (float("inf"), None, "exact", "inf"),
        (1e300, 1e300, "exact", "1e+300"),
    ],
)
def test_values_keep_their_hedge(low: float | None, high: float | None, hedge: str, words: str) -> None:
    assert value(low, high, hedge) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-03-04", "2031-03-04", "4 March 2031"),
        ("2031-03-04T14:30", "2031-03-04T14:30", "4 March 2031, 14:30"),
        ("2031-03-04T00:00:00", "2031-03-04T23:59:59", "4 March 2031"),
        ("2031-03-04", "2031-03-09", "4–9 March 2031"),
        ("2031-02-01", "2031-02-28", "February 2031"),
        ("2030-12-01", "2031-02-28", "December 2030 to February 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-03-30", "2031-04-02", "30 March to 2 April 2031"),
        ("2031-03-04", None, "4 March 2031 or later"),
        (None, "2031-03-04", "4 March 2031 or earlier"),
        (None, None, ""),
        ("9999-12-31", "9999-12-31", "31 December 9999"),
        ("soon", "later", "soon to later"),
    ],
)
def test_intervals_read_as_people_write_them(first: str | None, last: str | None, words: str) -> None:
    assert when(sample.When(first, last, "stated", "")) == words


def test_small_words() -> None:
    assert number(-1234567.0) == "-1,234,567"
    assert listing(["a", "b", "c"]) == "a, b and c"
    assert clip("one two three four", 12) == "one two…"
    assert inside("The families") == "the families"
    assert inside("Theo Brand") == "Theo Brand"


def test_the_period_runs_from_the_earliest_report_to_the_latest_and_is_as_sure_as_its_weaker_end() -> None:
    days = {a.id: a.published for a in sample.ARTICLES[:3] if a.published}
    found = period(sample.ARTICLES[:3], Calendar(published=days, times={}))
    assert found is not None
    assert (found.earliest, found.latest, found.basis) == ("2031-03-04", "2031-03-12", "inferred")
    assert period(sample.ARTICLES[:3], Calendar(published={}, times={})) is None
