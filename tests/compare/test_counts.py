"""Differences between counts: what kind each is, and which are only likely misprints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from variorum.compare.figures.slips import slipped
from variorum.model import Dossier, Finding


def found(dossier: Dossier, kind: str) -> list[Finding]:
    return [f for s in dossier.stories for f in s.findings if f.kind == kind and "killed" in f.why]


def report(text: str, day: str) -> dict[str, Any]:
    return {
        "text": f"The ferry Marigold sank off Strelsau. {text} Rescue ships searched the strait for survivors.",
        "published": day,
    }


@pytest.mark.parametrize(("number", "wanted", "kind"), [
    (12000, 1200, "ten"), (120, 1200, "tenth"), (4327, 4237, "swap"),
    (123, 1234, "short"), (1234, 134, "more"), (12, 12, None), (300, 450, None), (21, 1234, None),
])  # fmt: skip
def test_slips(number: float, wanted: float, kind: str | None) -> None:
    assert slipped(number, wanted) == kind


def test_rising_toll_is_an_update(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("At least 12 people were killed.", "2031-05-01"), report("The disaster killed 90 people.", "2031-05-09")
    )
    assert found(made, "update") and not found(made, "conflict") and not found(made, "misprint")
    figure = next(f for f in made.stories[0].figures if f.measure == "killed")
    assert [(r.low, r.status) for r in figure.readings] == [(12, "superseded"), (90, "current")]


def test_ten_times_its_peers_is_a_misprint(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("The disaster killed 124 people.", "2031-05-03"),
        report("In all, 124 people died.", "2031-05-03"),
        report("The sinking killed 1,240 people.", "2031-05-03"),
    )
    (finding,) = found(made, "misprint")
    assert "1,240" in finding.why and "124" in finding.why
    assert [r.status for f in made.stories[0].figures for r in f.readings if r.low == 1240] == ["suspect"]


def test_one_day_two_tolls_conflict(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("The disaster killed 61 people.", "2031-05-03"), report("The disaster killed 74 people.", "2031-05-03")
    )
    assert found(made, "conflict")


def test_peoples_are_counted_apart(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("More than 300 Italians and more than 40 Germans were killed.", "2031-05-03"),
        report("Some 310 Italians were killed.", "2031-05-04"),
    )
    assert {f.of for f in made.stories[0].figures if f.measure == "killed"} == {"Italians", "Germans"}
    assert found(made, "scope") and not found(made, "conflict")


def test_order_of_reports_changes_nothing(dossier: Callable[..., Dossier]) -> None:
    one, two = (
        report("The disaster killed 61 people.", "2031-05-03"),
        report("The disaster killed 74 people.", "2031-05-05"),
    )
    left, right = dossier({**one, "id": "a"}, {**two, "id": "b"}), dossier({**two, "id": "b"}, {**one, "id": "a"})
    assert left.stories[0].figures == right.stories[0].figures


def readings(dossier: Dossier, measure: str) -> list[tuple[float | None, str]]:
    figures = [f for s in dossier.stories for f in s.figures if f.measure == measure and not f.subset_of]
    return [(r.low, r.status) for f in figures for r in f.readings]


def test_the_latest_of_a_series_stands_whatever_late_copies_say(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("At least 9 people were killed and 47 were missing.", "2031-05-01"),
        report("Nine people died in the wreck, and 47 were missing.", "2031-05-02"),
        report("The toll stood at 31 dead, with 25 people still missing.", "2031-05-03"),
        report("The sea has now killed 34 people. Twelve people are still missing.", "2031-05-08"),
        report("Nine people were killed when the ship rolled over.", "2031-05-09"),
    )
    assert (34, "current") in readings(made, "killed") and (12, "current") in readings(made, "missing")
    assert not found(made, "conflict") and not found(made, "scope")


def test_ten_times_a_later_value_is_a_misprint(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("The toll rose to 31 after divers reached the deck.", "2031-05-03"),
        report("The disaster has now killed 340 people.", "2031-05-07"),
        report("The sea killed 34 people, the coast guard said.", "2031-05-08"),
    )
    assert [f.why.partition(" ")[0] for f in found(made, "misprint")] == ["340"]
    assert (340, "suspect") in readings(made, "killed")


def test_a_toll_that_grows_to_swapped_digits_is_none(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("The disaster killed 13 people.", "2031-05-01"),
        report("The sinking killed 13 people, officials said.", "2031-05-01"),
        report("The sea killed 31 people in all.", "2031-05-09"),
    )
    assert not found(made, "misprint") and found(made, "update")


def test_a_part_above_its_whole_is_a_misprint(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("The disaster killed 69 people, including 190 children.", "2031-05-01"),
        report("A fog bank hid the rocks.", "2031-05-02"),
    )
    (finding,) = found(made, "misprint")
    assert "190 children" in finding.why and "69 people" in finding.why


def test_dozens_yield_to_a_number(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("The disaster killed 53 people.", "2031-05-01"),
        report("The sinking killed 53 people, officials said.", "2031-05-02"),
        report("Dozens of people were killed on that night.", "2031-05-20"),
    )
    assert (53, "current") in readings(made, "killed")


def test_who_is_counted_as_well_explains_a_difference(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("Some 140 people are still missing, at least 25 of them killed by the blast.", "2031-05-02"),
        report("Exactly 110 people are still missing.", "2031-05-02"),
    )
    whys = [f.why for s in made.stories for f in s.findings if f.kind == "scope"]
    assert any("110" in why and "at least 25" in why for why in whys)


def test_reasons_are_sentences(dossier: Callable[..., Dossier]) -> None:
    made = dossier(
        report("At least 12 people were killed.", "2031-05-01"), report("The disaster killed 90 people.", "2031-05-09")
    )
    (finding,) = found(made, "update")
    assert finding.why == (
        "people killed: at least 12 (1 May 2031), then 90 (9 May 2031); time has passed between the two."
    )
