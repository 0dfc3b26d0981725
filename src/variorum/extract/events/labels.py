"""Dates that open a line: each line of a chronology is of the day before its colon."""

from __future__ import annotations

import re
from bisect import bisect_left

from ...model import Expression
from ...model.page import Page

LINE = 60
"""Characters of a line before a sentence that are looked at."""
LEAD = re.compile(r"[\s•*▪●\-–—]*\Z")
"""What may stand before a date that opens its line."""
LABEL = re.compile(r"\s?(?::|\s[–—-])\s")
"""What stands behind it."""


def labelled(page: Page, start: int) -> Expression | None:
    """The date that opens the line on which a sentence begins: "2019: Norland signs the treaty"; none in running text."""
    text = page.article.text
    low = text.rfind("\n", max(start - LINE, 0), start) + 1
    if low == 0:
        return None
    first = bisect_left(page.expressions, low, key=lambda e: e.span.start)
    one = page.expressions[first] if first < len(page.expressions) else None
    if one is None or one.type != "DATE" or one.span.start > start + LINE or "\n" in text[low : one.span.end]:
        return None
    return one if LEAD.match(text[low : one.span.start]) and LABEL.match(text, one.span.end) else None
