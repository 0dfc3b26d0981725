"""Odd texts: nothing raises, nothing hangs, and parts stay in order."""

from __future__ import annotations

import time

import pytest

from variorum.clean import clean
from variorum.read import article

LONG = 200_000
FLOODS = {
    "one line": "The minister said on Monday that 12 people died in the fire. ",
    "one letter": "A",
    "capitals": "ABC DEF ",
    "datelines": "NEW TOWN CITY - ",
    "lines": "Man held after fire\n",
    "newlines": "a\n",
    "quotes": '" ',
    "open quotes": "“a ",
    "stops": ". ",
    "row of stops": ".",
    "abbreviations": "Mr. ",
    "numbers": "12 ",
    "dates": "March 3, 2024 ",
    "brackets": "[(",
    "dashes": "-",
    "bars": "a | b ",
    "buttons": "Get short URL 0 0 0 ",
    "addresses": "a@b.com ",
    "emoji": "😀 ",
    "doubled": "the the ",
    "stamps": "Updated: ",
    "bylines": "By John ",
    "tabs": "\t",
    "small letters": "a",
    "first person": "I ",
    "empty brackets": "(--)",
    "nulls": "\0",
    "marks": "\u200f\u200b\ufeff",
}
SCRAPS = [
    "",
    " ",
    "\n\n",
    "x",
    "?",
    "Fire",
    "“",
    '"',
    "😀",
    "\0",
    "- ",
    "By ",
    "© ",
    "İİİ İ",
    "1",
    "1/2",
    "...",
    "Opinion",
]


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_cleaned_in_time(name: str) -> None:
    text = FLOODS[name] * (LONG // len(FLOODS[name]))
    began = time.monotonic()
    one = clean(article({"text": text}, "flood.txt"))
    assert time.monotonic() - began < 20  # about 1 s alone; a test machine may be ten times slower
    assert all(a.end <= b.start for a, b in zip(one.parts, one.parts[1:], strict=False))


@pytest.mark.parametrize("text", SCRAPS)
def test_a_scrap_is_cleaned(text: str) -> None:
    one = clean(article({"text": text}, "scrap.txt"))
    assert "".join(one.text[p.start : p.end] for p in one.parts).split() == one.text.split()


def test_cleaning_twice_changes_nothing() -> None:
    text = "Fire in Tarn\n\nShare\n\nTwo barns burned down on Monday. Two barns burned down on Monday."
    one = clean(article({"text": text}, "a.txt"))
    assert clean(one) == one
