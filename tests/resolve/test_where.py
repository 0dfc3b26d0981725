"""Places that can, and that cannot, be of one event."""

from __future__ import annotations

import pytest

from variorum.resolve.events.where import apart


@pytest.mark.parametrize(
    ("left", "right"),
    [("Europe", "Paris"), ("Norway", "Oslo"), ("Kenya", "Africa"), ("Quito", "Quito"), ("Lisbon port", "Lisbon")],
)
def test_can_be_one(left: str, right: str) -> None:
    assert not apart(left, right)
    assert not apart(right, left)


@pytest.mark.parametrize(("left", "right"), [("Oslo", "Lisbon"), ("Africa", "Norway"), ("Kenya", "Chile")])
def test_cannot_be_one(left: str, right: str) -> None:
    assert apart(left, right)
