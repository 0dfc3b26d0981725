"""figures of a page."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import FigureClaim
from ..model.page import Page


def figures(page: Page) -> Iterator[FigureClaim]:
    yield from ()
