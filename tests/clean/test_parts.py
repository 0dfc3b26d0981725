"""Each case: a text, and stretches of it by what they are."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import cases

from variorum.clean import clean
from variorum.model import Article
from variorum.read import article

KINDS = ("headline", "body", "caption", "byline", "dateline", "furniture", "repeat")


def made(case: dict[str, Any]) -> Article:
    return clean(article({"text": case["text"].strip("\n"), "title": case.get("title")}, "case.txt"))


@pytest.mark.parametrize("case", cases("clean"))
def test_every_stretch_is_what_the_case_says(case: dict[str, Any]) -> None:
    one = made(case)
    for kind in KINDS:
        for stretch in case.get(kind, []):
            at = one.text.index(stretch)
            found = {one.part(i) for i in range(at, at + len(stretch)) if not one.text[i].isspace()}
            assert found == {kind}, f"{stretch!r} is {found}, not {kind}"
    for stretch in case.get("again", []):
        first, last = one.text.index(stretch), one.text.rindex(stretch)
        assert (one.part(first), one.part(last)) == ("body", "repeat")


@pytest.mark.parametrize("case", cases("clean"))
def test_parts_cover_all_text_in_order(case: dict[str, Any]) -> None:
    one = made(case)
    left = 0
    for part in one.parts:
        assert left <= part.start < part.end <= len(one.text)
        assert not one.text[left : part.start].strip()
        left = part.end
    assert not one.text[left:].strip()


def test_a_headline_is_the_title_of_a_text_without_one() -> None:
    body = "The bridge over the Orla will be closed for a year from June, the road office said on Monday."
    one = made({"text": f"Bridge to close for a year\n\n{body}"})
    assert one.title == "Bridge to close for a year"
