"""Positions by the case files, and their terms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import cases
from variorum.extract.positions import positions
from variorum.model import PositionClaim
from variorum.model.page import Page

Pages = Callable[..., Page]


def fits(claim: PositionClaim, wanted: dict[str, Any]) -> bool:
    terms = [[t.kind, t.value] for t in claim.terms]
    return (
        wanted["party"] in claim.party.text
        and claim.stance == wanted["stance"]
        and wanted["about"] in claim.about
        and all(term in terms for term in wanted.get("terms", []))
        and not any(kind in wanted.get("no", []) for kind, _ in terms)
        and wanted.get("toward", "") in (claim.toward.text if claim.toward else "")
    )


@pytest.mark.parametrize("case", cases("positions"))
def test_case(page: Pages, case: dict[str, Any]) -> None:
    found = list(positions(page(case["text"])))
    for wanted in case.get("positions", []):
        assert any(fits(claim, wanted) for claim in found), found
    assert not (case.get("none") and found), found
    assert len(found) == case.get("only", len(found)), found


@pytest.mark.parametrize(
    "text", [" x", "demand demand", "must", "only if only", "They must must. " * 300, "🙂 rejected 🙂"]
)
def test_odd_texts_never_raise(page: Pages, text: str) -> None:
    list(positions(page(text)))
