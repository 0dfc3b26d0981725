"""Which counts of several reports are one figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from variorum.model import Dossier, Figure


def report(text: str, day: str) -> dict[str, Any]:
    return {
        "text": f"The islanders of Orley and the rebels of Harven are at war. {text} Envoys went on with their talks.",
        "published": day,
    }


def figures(made: Dossier, measure: str) -> list[Figure]:
    return [f for s in made.stories for f in s.figures if f.measure == measure and f.modality == "actual"]


def test_stretches_of_different_length_are_counted_apart(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("Over a four-day pause the rebels released 50 captives.", "2031-05-04"),
        report("More than 100 captives were released in the weeklong truce.", "2031-05-20"),
        report("In all, 105 captives were released.", "2031-05-21"),
    )
    assert sorted((f.over, sorted(r.low or 0 for r in f.readings)) for f in figures(made, "released")) == [
        ("four-day", [50]),
        ("weeklong", [100, 105]),
    ]


def test_a_toll_so_far_grows_with_its_stretch(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("A total of 150 islanders were killed in 49 days of war.", "2031-05-04"),
        report("The 100-day war has killed 260 islanders.", "2031-06-25"),
    )
    assert [len(f.readings) for f in figures(made, "killed")] == [2]


def test_patients_discharged_are_no_captives_freed(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("The rebels released 12 captives.", "2031-05-04"),
        report("Twelve people were hurt in a blast; four were treated and released.", "2031-05-04"),
    )
    assert [r.low for f in figures(made, "released") for r in f.readings] == [12]
    assert [r.low for f in figures(made, "discharged") for r in f.readings] == [4]


def test_the_toll_of_a_war_is_no_reading_of_one_attack(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("A strike killed 30 people in Orley. The war has killed more than 250,000 people.", "2031-05-04"),
        report("The strike on Orley killed 34 people.", "2031-05-05"),
    )
    assert sorted((f.frame, sorted(r.low or 0 for r in f.readings)) for f in figures(made, "killed")) == [
        ("event", [30, 34]),
        ("rate", [250000]),
    ]


def test_a_slip_of_one_digit_stays_beside_its_peers(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("A strike killed 30 people in Orley since Monday.", "2031-05-04"),
        report("The strike on Orley killed 300 people since Monday.", "2031-05-04"),
    )
    assert [len(f.readings) for f in figures(made, "killed")] == [2]


def crash(*lines: str) -> list[dict[str, Any]]:
    return [
        {
            "text": f"A light plane came down near the lake of Naivasha in Kenya. {line} The lodge has sent its boats out.",
            "published": f"2031-05-{4 + at:02}",
        }
        for at, line in enumerate(lines)
    ]


def named(many: list[Figure]) -> dict[str, list[float]]:
    """What each figure counts, the whole first, with its values."""
    return {f.of + (" (part)" if f.subset_of else ""): sorted({r.low or 0 for r in f.readings}) for f in many}


def test_the_dead_of_one_country_are_no_toll_of_all_killed_in_it(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        *crash(
            "The crash killed 14 people, including 12 Portuguese tourists, the ministry said.",
            "The crash in Kenya killed 14 people. Two Kenyan pilots died in it.",
            "A dozen Portuguese tourists died in the crash. The plane's two Kenyan pilots died as well.",
            "The crash killed 12 Portuguese tourists and two local pilots.",
        )
    )
    whole = [f for f in figures(made, "killed") if f.subset_of is None and f.readings[0].low == 14]
    assert [(f.of, {r.low for r in f.readings}) for f in whole] == [("people", {14.0})]
    assert len(whole[0].readings) == 3
    parts = [f for f in figures(made, "killed") if f.subset_of == whole[0].id]
    assert sorted({r.low or 0 for f in parts for r in f.readings}) == [2, 12]
    assert [len(f.readings) for f in parts if f.readings[0].low == 12] == [3]


def test_whose_citizens_the_dead_are_is_not_where_they_died(dossier: Callable[..., Dossier]) -> None:
    made = dossier(*crash("The crash killed 12 US citizens.", "The crash killed 12 Americans."))
    assert [(f.place, len(f.readings)) for f in figures(made, "killed")] == [(None, 2)]


def test_those_named_are_some_of_the_dead(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        *crash(
            "The crash killed 14 people. Rui Matos and his two children died in it.",
            "The crash killed 14 people.",
        )
    )
    (whole,) = (f for f in figures(made, "killed") if f.subset_of is None)
    assert {r.low for r in whole.readings} == {14}


def test_a_family_among_the_dead_is_a_part_of_them(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        *crash(
            "A Lisbon family of five was among 14 people killed in the crash.",
            "Three members of one choir were among the 14 people who died.",
        )
    )
    (whole,) = (f for f in figures(made, "killed") if f.subset_of is None)
    assert {r.low for r in whole.readings} == {14}


def published(made: Dossier) -> list[tuple[str | None, str | None] | None]:
    return [(a.published.earliest, a.published.latest) if a.published else None for a in made.articles]


def test_a_report_without_a_date_lies_between_those_of_a_lower_and_a_higher_toll(
    dossier: Callable[..., Dossier],
) -> None:
    made = dossier(
        report("More than 12,000 islanders have been killed in the war.", "2031-01-10"),
        report("At least 31,000 islanders have been killed in the war.", "2031-05-20"),
        {"text": report("More than 20,000 islanders have been killed in the war.", "")["text"]},
    )
    (when,) = (a.published for a in made.articles if a.published and a.published.basis == "inferred")
    assert (when.earliest, when.latest) == ("2031-01-10", "2031-05-20")
    assert "20,000" in when.why and "12,000" in when.why and "31,000" in when.why


def test_tolls_that_do_not_rise_date_nothing(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("More than 31,000 islanders have been killed in the war.", "2031-01-10"),
        report("At least 12,000 islanders have been killed in the war.", "2031-05-20"),
        {"text": report("More than 20,000 islanders have been killed in the war.", "")["text"]},
    )
    assert (None, None) in published(made)


def test_tolls_of_two_peoples_say_nothing_of_each_other(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("More than 12,000 Danes have been killed in the war.", "2031-01-10"),
        report("At least 31,000 Danes have been killed in the war.", "2031-05-20"),
        {"text": report("More than 20,000 Swedes have been killed in the war.", "")["text"]},
    )
    assert (None, None) in published(made)
