"""Who says so: the attribution of a token's clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Attribution
from ..model.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token


def attribution(page: Page, token: Token) -> Attribution | None:
    """The one whom the article cites for the statement that holds this token; None where it speaks for itself."""
    return None
