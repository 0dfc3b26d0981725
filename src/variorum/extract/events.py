"""events of a page."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import EventClaim
from ..model.page import Page


def events(page: Page) -> Iterator[EventClaim]:
    yield from ()
