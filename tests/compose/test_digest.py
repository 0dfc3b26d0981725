"""The digest: plain sentences from fields, each with evidence; and the title of a story."""

import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "render"))
import sample

from variorum.compose import digest, period, title
from variorum.compose.digest.lead import lead, whole
from variorum.model import Article, Calendar, Line, Part, Story, Voice, When
from variorum.rules.phrases import clip, inside, listing, number, value, when


def lines(story: Story = sample.FERRIES) -> list[str]:
    return [line.text for line in digest(story, sample.ARTICLES[:3])]


def test_it_opens_with_the_sentence_that_stands_best_for_all_with_its_report_and_day() -> None:
    first = digest(sample.FERRIES, sample.ARTICLES[:3])[0]
    said = sample.WIRE.split("\n")[1]
    assert first.text == f"Oster Wire, 6 March 2031: “{said}”"
    assert [span.text for span in first.evidence] == [said]


def test_a_sentence_with_a_likely_misprint_is_never_quoted() -> None:
    text = "470 people died when the vessel Marit Dahl sank off Tarnvik, the Tarnvik health office said."
    alone = report("c", text, sentences=((0, len(text)),))
    assert lead(msgspec.structs.replace(sample.FERRIES, figures=()), [alone])
    figure = sample.FIGURES[0]
    doubtful = msgspec.structs.replace(figure.readings[2], spans=(alone.cut(0, 10),))
    story = msgspec.structs.replace(sample.FERRIES, figures=(msgspec.structs.replace(figure, readings=(doubtful,)),))
    assert lead(story, [alone]) == ()


@pytest.mark.parametrize(
    ("sentence", "reads"),
    [
        ("The bridge over the Oster fell into the river on Monday, police said.", True),
        ("They were taken to a hospital in the town of Oster on Monday.", False),
        ("But the bridge over the river had been closed since Monday.", False),
        ("the bridge over the Oster fell into the river on Monday.", False),
        ("The mayor said: “The bridge over the river had long been closed.", False),
        ("The bridge over the river fell on the morning of Mon.", False),
        ("BRIDGE OVER THE RIVER FALLS ON MONDAY, POLICE SAY IN OSTER.", False),
        ("The bridge fell.", False),
        ("OSTER BRIDGE RIVER The bridge over the river fell into the water.", False),
        ("Today the bridge over the river is closed to heavy traffic.", False),
        ("A" + " very" * 100 + " long sentence.", False),
    ],
)
def test_a_sentence_is_quoted_where_it_reads_well_by_itself(sentence: str, *, reads: bool) -> None:
    assert whole(sentence) is reads


def test_a_figure_is_told_with_hedge_date_source_reports_and_what_else_was_said() -> None:
    assert lines()[1] == (
        "Reported killed: 47 people, as of 6 March 2031, according to the Tarnvik health office (2 reports). "
        "Earlier: at least 41. Doubtful: 470."
    )


def told(low: float, of: str, **fields: object) -> str:
    """The line of a figure with one reading."""
    one = msgspec.structs.replace(
        sample.FIGURES[0].readings[1], low=low, high=low, as_of=None, attribution=None, **fields
    )
    figure = msgspec.structs.replace(sample.FIGURES[0], of=of, readings=(one,))
    return lines(msgspec.structs.replace(sample.FERRIES, figures=(figure,), findings=()))[1]


@pytest.mark.parametrize(
    ("low", "of", "line"),
    [
        (0, "people", "Reported killed: none (2 reports)."),
        (1, "people", "Reported killed: 1 (2 reports)."),
        (1, "girl", "Reported killed: 1 girl (2 reports)."),
        (1, "those women", "Reported killed: 1 of those women (2 reports)."),
        (4, "the victims", "Reported killed: 4 of the victims (2 reports)."),
        (50, "dead", "Reported killed: 50 (2 reports)."),
        (3, "girls", "Reported killed: 3 girls (2 reports)."),
        (3, "Sole", "Reported killed, Sole: 3 (2 reports)."),
    ],
)
def test_what_is_counted_stands_beside_its_number_where_the_two_agree(low: float, of: str, line: str) -> None:
    assert told(low, of) == line


def test_one_person_told_of_by_name_is_no_sum() -> None:
    assert told(1, "people", inferred=True) == "Reported killed: 1 (2 reports)."
    assert told(3, "people", inferred=True) == "Reported killed: 3 (added up) (2 reports)."


def test_a_date_that_was_worked_out_and_is_wider_than_the_story_is_left_out() -> None:
    wide, near = sample.on("2031-01-01", "2031-09-01", "inferred"), sample.on("2031-03-04", "2031-03-06", "inferred")
    assert "as of" not in _as_of(wide)
    assert "as of 4–6 March 2031 (inferred)" in _as_of(near)


def _as_of(when: When) -> str:
    one = msgspec.structs.replace(sample.FIGURES[0].readings[1], as_of=when)
    figure = msgspec.structs.replace(sample.FIGURES[0], readings=(one,))
    return lines(msgspec.structs.replace(sample.FERRIES, figures=(figure,)))[1]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("are still believed", ", no source named (“are still believed”) ("),
        ("reportedly", ", no source named (“reportedly”) ("),
        ("he", "as of 6 March 2031 ("),
        ("the harbour office", ", according to the harbour office ("),
    ],
)
def test_hearsay_is_told_as_such_and_a_pronoun_names_nobody(words: str, line: str) -> None:
    said = msgspec.structs.replace(sample.HEALTH, chain=(Voice(words, "anonymous"),))
    one = msgspec.structs.replace(sample.FIGURES[0].readings[1], attribution=said)
    figure = msgspec.structs.replace(sample.FIGURES[0], readings=(one,))
    assert line in lines(msgspec.structs.replace(sample.FERRIES, figures=(figure,)))[1]


def test_parts_of_a_whole_have_no_line_of_their_own() -> None:
    assert not [line for line in lines() if "crew" in line]


def test_meetings_positions_and_differences_are_told() -> None:
    told = lines()
    assert "7 March 2031: Meeting of (Ingrid Sole) and (Nordlys Lines) in Oster (2 reports)." in told
    assert "Demanded by the families: an inquiry under a foreign judge (1 report)." in told
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
    assert lines(story)[1] == "Reported killed, people: at least 41 or 47, depending on the report (3 reports)."
    conflict = msgspec.structs.replace(sample.FINDINGS[0], kind="conflict")
    told = lines(msgspec.structs.replace(story, findings=(conflict,)))
    assert told[1] == "Reported killed, people: reports differ, at least 41 or 47 (3 reports)."


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
    assert lines(story)[1].endswith("Earlier: 6 values from 10 to 15.")


def test_a_digest_has_at_most_twelve_lines_and_every_part_keeps_some() -> None:
    many = tuple(
        msgspec.structs.replace(sample.FIGURES[2], id=f"f{n}", measure=m, of=f"group {n}s")
        for n, m in enumerate(("killed", "injured", "missing", "rescued", "aboard", "held"))
    )
    found = tuple(msgspec.structs.replace(sample.FINDINGS[0], id=f"n{n}", about=f"f{n}") for n in range(6))
    asks = tuple(msgspec.structs.replace(sample.POSITIONS[2], id=f"s{n}", party_text=f"party {n}") for n in range(6))
    told = lines(msgspec.structs.replace(sample.FERRIES, figures=many, findings=found, positions=asks))
    assert len(told) == 12
    assert all(any(text.startswith(head) for text in told) for head in ("Reported", "7 March", "Demanded", "Likely"))


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
