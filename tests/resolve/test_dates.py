"""When undated reports were published, and times on the calendar over an interval."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

import msgspec
import pytest

from variorum.model import Article, Calendar, Expression, Record, Span, When
from variorum.model.page import Page
from variorum.resolve import dates
from variorum.resolve.dates.anchor import fill
from variorum.resolve.dates.clues import Clue, meet
from variorum.resolve.dates.days import covers, easter, feast

Make = Callable[..., Page]
FIRST = (
    "BRANTHOLM - Captain Ilse Marlow and Harbor Chief Tomas Quell said the ferry Aurelia sank on Saturday, June 21, 2014, "
    "off Cape Ondry near Velmar. Owner Pell Shipping and Minister Ana Droste sent divers."
)
SECOND = (
    "The ferry sank on Saturday off Cape Ondry, said Captain Ilse Marlow and Harbor Chief Tomas Quell. "
    "Divers from Velmar found the hull of the Aurelia on Sunday, said Minister Ana Droste of Pell Shipping."
)


def calendar(page: Make, *texts: str, published: str | None = None) -> Calendar:
    """Articles named 0, 1, ...; the day given is the first one's."""
    fields = [{"published": published} if published and number == 0 else {} for number in range(len(texts))]
    pages = [page(text, **field) for text, field in zip(texts, fields, strict=True)]
    made = dates([Record(article=p.article, expressions=p.expressions) for p in pages])
    names = {p.article.id: str(number) for number, p in enumerate(pages)}
    return Calendar({names[i]: w for i, w in made.published.items()}, {names[i]: t for i, t in made.times.items()})


def days(when: When | None) -> tuple[str | None, str | None] | None:
    return (when.earliest, when.latest) if when else None


def test_a_known_day_is_kept(page: Make) -> None:
    made = calendar(page, "The ferry sank on Saturday, June 21, 2014.", published="2014-06-30")
    assert days(made.published["0"]) == ("2014-06-30", "2014-06-30")
    assert made.published["0"].basis != "inferred"


def test_a_stamp_is_the_day(page: Make) -> None:
    made = calendar(page, "Published: June 22, 2014\n\nThe ferry sank on Saturday.")
    assert days(made.published["0"]) == ("2014-06-22", "2014-06-22")
    assert made.times["0"][1].value == "2014-06-21"


def test_own_full_day_and_two_after(page: Make) -> None:
    made = calendar(page, FIRST)
    when = made.published["0"]
    assert days(when) == ("2014-06-21", "2014-06-23")
    assert when.basis == "inferred"
    assert [s.text for s in when.evidence] == ["Saturday, June 21, 2014"]


def test_a_weekday_by_another_report(page: Make) -> None:
    made = calendar(page, FIRST, SECOND)
    assert days(made.published["1"]) == ("2014-06-22", "2014-06-24")
    assert len({s.article for s in made.published["1"].evidence}) == 2


def test_a_day_ahead_bounds_the_interval(page: Make) -> None:
    made = calendar(page, FIRST + " Talks will open on Sunday.")
    assert days(made.published["0"]) == ("2014-06-21", "2014-06-22")


def test_what_was_said_comes_after_what_happened(page: Make) -> None:
    made = calendar(page, FIRST + " A court sat in Velmar. The owner was sorry, Pell Shipping said Wednesday.")
    assert days(made.published["0"]) == ("2014-06-25", "2014-06-27")


def test_a_report_brought_up_to_date(page: Make) -> None:
    made = calendar(page, FIRST + " More boats came from other towns on the coast. " * 4 + "Police spoke on Sunday.")
    assert days(made.published["0"]) == ("2014-06-21", "2014-06-23")


def test_yesterday_puts_a_weekday_further_back(page: Make) -> None:
    made = calendar(page, FIRST, SECOND + " Yesterday the minister resigned.")
    assert days(made.published["1"]) == ("2014-06-24", "2014-06-28")
    assert "'Yesterday'" in made.published["1"].why


def test_a_day_by_its_number_may_lie_weeks_back(page: Make) -> None:
    made = calendar(
        page,
        FIRST,
        "The ferry Aurelia sank on June 21 off Cape Ondry near Velmar, said Harbor Chief Tomas Quell of Ondry.",
    )
    assert days(made.published["1"]) == ("2014-06-21", "2014-07-05")


def test_the_copyright_year_may_run_ahead(page: Make) -> None:
    made = calendar(page, "The ferry Aurelia sank.\n\nCopyright 2016 Harbour Press")
    assert days(made.published["0"]) == ("2015-10-01", "2016-12-31")
    assert "newer than the report" in made.published["0"].why


def test_of_two_mondays_that_of_the_likest_report(page: Make) -> None:
    first = "Nine people died when the mill in Velmar burned on Monday, said Fire Chief Tomas Quell of Cape Ondry."
    later = "Mayor Ana Droste of Cape Ondry met Fire Chief Tomas Quell in Velmar on Monday and blamed the owner, Ilse Marlow."
    pages = [
        page(first + " Pell Mills is shut.", published="2014-06-02"),
        page(later, published="2014-06-16"),
        page(
            "Nine people died when the mill in Velmar burned on Monday. So said Fire Chief Tomas Quell of Cape Ondry."
        ),
    ]
    made = dates([Record(article=p.article, expressions=p.expressions) for p in pages])
    assert (days(made.published[pages[2].article.id]) or ("", ""))[0] == "2014-06-02"


def test_a_report_without_a_day_leans_on_one_that_is_much_alike(page: Make) -> None:
    made = calendar(page, FIRST, FIRST.replace("on Saturday, June 21, 2014, ", ""))
    assert days(made.published["1"]) == ("2014-06-20", "2014-07-05")
    assert "mostly printed within two weeks" in made.published["1"].why


def test_reasons_leave_out_clues_that_bound_nothing(page: Make) -> None:
    made = calendar(page, FIRST + " She was built in 1990 and refitted in March 2011.")
    assert "1990" not in made.published["0"].why
    assert "2011" not in made.published["0"].why


def test_a_post_is_of_another_time_zone(page: Make) -> None:
    made = calendar(page, "The ferry sank.\n— Tomas Quell (@quell) June 21, 2014\nCopyright 2014 Harbour Press")
    assert (days(made.published["0"]) or ("", ""))[0] == "2014-06-20"


def test_reports_of_other_happenings_lend_no_day(page: Make) -> None:
    made = calendar(page, FIRST, "A barn burned on Saturday near Oakmere, said Sheriff Lou Tanner.")
    assert "1" not in made.published


def test_last_year_of_a_shared_day(page: Make) -> None:
    made = calendar(
        page,
        "The levee broke on October 7, 2018, and Velmar drowned.",
        "People still mourn those lost on October 7 last year.",
    )
    low, high = days(made.published["1"]) or (None, None)
    assert (low, high) == ("2019-01-01", "2019-12-31")


def test_a_count_since_a_shared_day(page: Make) -> None:
    made = calendar(
        page,
        "Repairs go on in Velmar, where the levee broke on October 7 and 40 people died.",
        "After nearly eight months in tents, families ask for homes. The levee broke on October 7.",
        published="2019-03-21",
    )
    assert days(made.published["1"]) == ("2019-05-08", "2019-06-08")


def test_no_word_of_time_no_day(page: Make) -> None:
    made = calendar(page, "The ferry sank.", "Nothing else is known.")
    assert made.published == {}
    assert made.times == {"0": (), "1": ()}


def test_values_stay_open_over_an_interval(page: Make) -> None:
    made = calendar(page, FIRST + " Yesterday it rained.")
    time = made.times["0"][-1]
    assert time.value == "XXXX-XX-XX"
    assert time.when is not None
    assert (time.when.earliest, time.when.latest) == ("2014-06-20", "2014-06-22")


def test_order_changes_nothing(page: Make) -> None:
    texts = [
        FIRST,
        SECOND,
        FIRST.replace("on Saturday, June 21, 2014, ", ""),
        SECOND.replace("Sunday", "June 22").replace("on Saturday", "late Saturday"),
        "Published: June 22, 2014\n\nThe ferry Aurelia sank.",
        "The hull is deep, said Harbor Chief Tomas Quell.\n— Velmar Harbor (@velmar) June 22, 2014\nDivers wait.",
        "The ferry Aurelia sank on Saturday.\n\nCopyright 2014 Harbour Press",
        "The mill was sold in March 2011.",
        "It rained on Monday.",
    ]
    pages = [page(text) for text in texts]
    records = [Record(article=p.article, expressions=p.expressions) for p in pages]
    wanted = dates(records)
    for seed in range(5):
        random.Random(seed).shuffle(records)
        again = dates(records)
        assert again.published == wanted.published
        assert again.times == wanted.times
        assert again.bounds == wanted.bounds


def test_the_weaker_clue_is_dropped() -> None:
    first, later = date(2014, 6, 21), date(2014, 7, 1)
    low, high, kept, dropped = meet([Clue(later, None, 2, "weak", ()), Clue(first, first, 9, "strong", ())])
    assert (low, high) == (first, first)
    assert [c.why for c in kept] == ["strong"]
    assert [c.why for c in dropped] == ["weak"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-03-03", "2021-03-03", "2021-03-03"),
        ("2021-03-03TMO", "2021-03-03", "2021-03-03"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2021-W09-WE", "2021-03-06", "2021-03-07"),
        ("2021-Q4", "2021-10-01", "2021-12-31"),
        ("2021-WI", "2021-12-01", "2022-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
    ],
)
def test_days_of_a_value(value: str, first: str, last: str) -> None:
    assert covers(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["XXXX-03-03", "PRESENT_REF", "P2M", "2021-02-30", "0000", "", "2021-W60"])
def test_no_days_of_an_open_value(value: str) -> None:
    assert covers(value) is None


def test_movable_feasts() -> None:
    assert easter(2024) == date(2024, 3, 31)
    assert feast(2024, "11/4/4") == date(2024, 11, 28)
    assert feast(2024, "5/-1/1") == date(2024, 5, 27)


@pytest.mark.parametrize("day", [date.min, date.max, date(2020, 2, 29)])
@pytest.mark.parametrize("unit", ["day", "week", "month", "year", "decade", "century", "quarter", "weekend", "hour"])
def test_the_ends_of_the_calendar(day: date, unit: str) -> None:
    span = Span("a", 0, 1, "x")
    for value in (
        "XXXX",
        "XXXX-XX",
        "XXXX-WXX",
        "XXXX-XX-XX",
        "XXXX-WXX-5",
        "XXXX-WXX-WE",
        "XXXX-02-29",
        "XXXX-SU",
        "XXXX-Q2",
    ):
        for shift in (-2000, -1, 0, None, 1, 2000):
            fill(Expression(span, "DATE", value, unit, shift), day)


def test_every_open_weekday_lies_within_a_week() -> None:
    span = Span("a", 0, 1, "x")
    for number in range(1, 8):
        for back in range(7):
            day = date(2021, 3, 3) + timedelta(back)
            past = date.fromisoformat(fill(Expression(span, "DATE", f"XXXX-WXX-{number}"), day))
            ahead = date.fromisoformat(fill(Expression(span, "DATE", f"XXXX-WXX-{number}", side="future"), day))
            assert 0 <= (day - past).days < 7
            assert 0 <= (ahead - day).days < 7
            assert past.isoweekday() == ahead.isoweekday() == number


def test_thousands_of_times_take_linear_time() -> None:
    def records(number: int) -> list[Record]:
        made = []
        for name in "abc":
            text = "x" * (2 * number)
            values = [
                f"{'XXXX' if name == 'c' else 1990 + n % 30}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(number)
            ]
            values = [f"XXXX-WXX-{n % 7 + 1}" if n % 3 == 0 else value for n, value in enumerate(values)]
            rows = [
                Expression(Span(name, 2 * n, 2 * n + 1, "x"), "DATE", value, side="past")
                for n, value in enumerate(values)
            ]
            made.append(Record(article=Article(id=name, source=name, text=text), expressions=tuple(rows)))
        return made

    def cost(number: int) -> float:
        given = records(number)
        start = perf_counter()
        assert len(dates(given).times["a"]) == number
        return perf_counter() - start

    cost(100)
    assert cost(4000) < 40 * cost(400) + 1.0


def test_a_weekday_beside_a_day_tells_its_year() -> None:
    one = Expression(Span("a", 0, 1, "x"), "DATE", "XXXX-06-12", side="past", weekday=7)  # a Sunday in 2016
    assert fill(one, date(2016, 3, 1)) == "2016-06-12"
    assert fill(one, date(2017, 3, 1)) == "2016-06-12"


@pytest.mark.parametrize("known", ["2014", "2014-06", "soon"])
def test_a_known_day_that_is_no_day_breaks_nothing(page: Make, known: str) -> None:
    pages = [page(FIRST), page(SECOND)]
    odd = msgspec.structs.replace(pages[0].article, published=When(known, known, "metadata", "a field", ()))
    records = [
        Record(article=odd, expressions=pages[0].expressions),
        Record(article=pages[1].article, expressions=pages[1].expressions),
    ]
    assert dates(records).published[odd.id].earliest == known


def test_half_an_interval_is_kept_for_the_reader(page: Make) -> None:
    pages = [page("The mill was sold in March 2011."), page("It rained on Monday."), page("Nothing is known.")]
    made = dates([Record(article=p.article, expressions=p.expressions) for p in pages])
    first, second, third = (made.bounds[p.article.id] for p in pages)
    assert made.published == {}
    assert days(first) == ("2011-03-01", None)
    assert first.why == "it speaks of 'March 2011'; nothing says how much later it is"
    assert [s.text for s in first.evidence] == ["March 2011"]
    assert days(second) == days(third) == (None, None)
    assert "'Monday'" in second.why
    assert third.why.startswith("its text names no day")


def test_a_post_is_of_the_day_or_the_day_before(page: Make) -> None:
    made = calendar(page, "The ferry sank on Saturday.\n— Tomas Quell (@quell) June 21, 2014\nDivers went down.")
    assert days(made.published["0"]) == ("2014-06-20", "2014-06-22")
    assert "latest post" in made.published["0"].why


def test_a_post_of_long_ago_dates_nothing(page: Make) -> None:
    made = calendar(page, "The ferry sank on Saturday.\n— Tomas Quell (@quell) June 18, 2014\nIn 2016 she was raised.")
    assert "0" not in made.published


def test_the_day_of_a_new_picture(page: Make) -> None:
    text = "The ferry sank early Saturday. " + "More boats came from other towns on the coast. " * 20
    made = calendar(
        page,
        text + "\n\nDivers search the hull at Cape Ondry on June 21, 2014. (Ana Droste/Staff)\n\nThe hull lies deep.",
    )
    assert days(made.published["0"]) == ("2014-06-21", "2014-06-23")


def test_an_old_picture_dates_nothing(page: Make) -> None:
    made = calendar(
        page, "The ferry sank on Saturday.\n\nThe ferry in a file photo of June 21, 2014. (Ana Droste/Staff)"
    )
    assert "0" not in made.published


def test_a_full_day_in_the_first_lines(page: Make) -> None:
    made = calendar(page, "On June 21, 2014 at about 6 p.m. the harbor office was told that a ferry was sinking.")
    assert days(made.published["0"]) == ("2014-06-21", "2014-06-27")


def test_weekday_day_and_the_year_at_the_foot(page: Make) -> None:
    text = "The ferry sank late Saturday.\n\nShe left Velmar at 8:30 p.m. on June 21.\n\nCopyright 2014 Harbour Press"
    made = calendar(page, text)
    assert days(made.published["0"]) == ("2014-06-21", "2014-06-23")
    assert "a Saturday in 2014" in made.published["0"].why


def test_the_first_of_two_copyright_years_bounds_nothing(page: Make) -> None:
    made = calendar(page, "The ferry Aurelia sank.\n\nCopyright 1995 - . All rights reserved.")
    assert "0" not in made.published


def named(page: Make, text: str, source: str) -> When | None:
    made = page(text)
    article = msgspec.structs.replace(made.article, source=source)
    return dates([Record(article=article, expressions=made.expressions)]).published.get(article.id)


def test_the_day_in_the_name_of_a_file(page: Make) -> None:
    assert days(named(page, "The ferry sank.", "clips/2014-06-22-ferry.txt")) == ("2014-06-22", "2014-06-22")
    assert days(named(page, FIRST, "clips/20140622.txt")) == ("2014-06-22", "2014-06-22")


@pytest.mark.parametrize(
    "source",
    ["clips/2014-06-30.txt", "2014-06-22.jsonl:3", "2014-06-22.jsonl#a", "2014-06-22/ferry.txt", "12345678.txt"],
)
def test_a_file_name_that_does_not_fit_or_is_not_its_own_changes_nothing(page: Make, source: str) -> None:
    assert days(named(page, FIRST, source)) == ("2014-06-21", "2014-06-23")


def test_a_month_looked_back_on(page: Make) -> None:
    first = "Repairs go on in Velmar, where the levee broke on October 7 and 40 people died."
    later = "The office said that it follows previous repairs in November. The levee broke on October 7."
    made = calendar(page, first, later, published="2019-03-21")
    assert days(made.published["1"]) == ("2018-11-01", "2019-10-06")
