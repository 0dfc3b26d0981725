"""Opinion pieces, which tell of events in their own way."""

from __future__ import annotations

import msgspec

from ...model.page import Page
from ...rules.tables import table


class Texts(msgspec.Struct, frozen=True):
    """The part of `texts.toml` that is needed here."""

    first: list[str]


def argued(page: Page) -> bool:
    """Whether the article is labelled or filed as opinion. Much first person alone may be an eyewitness's report."""
    own = table("texts", Texts).first
    return any(f.kind == "opinion" and f.span.text.casefold().replace("’", "'") not in own for f in page.article.flags)
