"""Name pairs of many naming cultures: a wrong merge costs more than a missed one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import cases
from variorum.model import Record
from variorum.resolve import actors
from variorum.resolve.actors.fold import person
from variorum.resolve.actors.persons import compare

ALL = cases("pairs")
NAMED = [c for c in ALL if "names" in c.values[0]]
TOLD = [c for c in ALL if "reports" in c.values[0]]


@pytest.mark.parametrize("case", NAMED)
def test_judges_two_names(case: dict[str, Any]) -> None:
    left, right = (person(name) for name in case["names"])
    assert (compare(left, right).judgement == "same") is case["same"], (left, right)


@pytest.mark.parametrize("case", NAMED)
def test_judges_alike_in_either_order(case: dict[str, Any]) -> None:
    left, right = (person(name) for name in case["names"])
    assert compare(left, right).judgement == compare(right, left).judgement


def test_every_judgement_has_a_reason() -> None:
    for case in NAMED:
        left, right = (person(name) for name in case.values[0]["names"])
        assert compare(left, right).why


@pytest.mark.parametrize("case", TOLD)
def test_joins_by_what_the_reports_say(case: dict[str, Any], record: Callable[..., Record]) -> None:
    cast = actors([record(text, id=f"r{i}") for i, text in enumerate(case["reports"])])
    owners = {
        alias.text: {a.id for a in cast.actors if any(x.text == alias.text for x in a.aliases)}
        for a in cast.actors
        for alias in a.aliases
    }
    wanted = case.get("together") or case["apart"]
    assert all(name in owners for name in wanted), sorted(owners)
    ids = [owners[name] for name in wanted]
    if "together" in case:
        assert len(set().union(*ids)) == 1, [(a.name, [x.text for x in a.aliases]) for a in cast.actors]
    else:
        assert len(set().union(*ids)) == len(wanted), [(a.name, [x.text for x in a.aliases]) for a in cast.actors]
