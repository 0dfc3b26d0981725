"""quotes of a page."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import QuoteClaim
from ..model.page import Page


def quotes(page: Page) -> Iterator[QuoteClaim]:
    yield from ()
