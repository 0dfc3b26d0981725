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
