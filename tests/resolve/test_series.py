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
