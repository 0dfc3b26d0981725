"""positions of a page."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import PositionClaim
from ..model.page import Page


def positions(page: Page) -> Iterator[PositionClaim]:
    yield from ()
