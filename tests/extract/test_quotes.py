"""Quotes and attributions, sentence by sentence: see tests/cases/quotes and tests/cases/attribution."""

from __future__ import annotations

import time

import pytest
from conftest import cases

from variorum.extract.attribution import attribution
from variorum.extract.quotes import quotes

ODD = [
    "“",
    "”",
    "“”",
    '"',
    "said",
    "said.",
    "“ ” said",
    "Yes",
    "He said",
    "“...” he said",
    "\u200f“نعم” he said",
    "😀 “😀” said 😀",
    "''",
    "``",
    "‘’",
    "according to",
    "According to\n\nhim",
    "\x00“\x01”\x02 said",
    "Police:",
    ":",
    "“a\n“b\n“c\n",
    "  \n \n",
    "“" * 50,
    "”" * 50,
    '"' * 51,
]


@pytest.mark.parametrize("case", cases("quotes"))
def test_quotes_of_a_text(page, case):
    fields = {"title": case["title"]} if "title" in case else {}
    made = page(case["text"], **fields)
    found = list(quotes(made))
    given = {(q.kind, q.spans[0].text): q for q in found}
    wanted = {(w["kind"], w["text"]) for w in case["quotes"]}
    assert wanted <= set(given)
    assert case.get("others") or wanted == set(given)
    for one in case["quotes"]:
        quote = given[one["kind"], one["text"]]
        for name in ("speaker", "cue", "addressee", "place", "occasion"):
            span = getattr(quote, name)
            assert name not in one or (span.text if span else "") == one[name]
        assert list(quote.flags) == one.get("flags", [])
    for quote in found:
        for span in (
            *quote.spans,
            quote.sentence,
            quote.speaker,
            quote.cue,
            quote.addressee,
            quote.place,
            quote.occasion,
        ):
            assert span is None or made.article.text[span.start : span.end] == span.text


@pytest.mark.parametrize("case", cases("attribution"))
def test_who_is_cited(page, case):
    made = page(case["text"])
    token = next(t for t in made.doc if t.text == case["at"])
    found = attribution(made, token)
    assert [[v.text, v.kind] for v in (found.chain if found else ())] == case["chain"]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read(page, text):
    made = page(text)
    assert all(q.spans[0].text for q in quotes(made))
    for token in made.doc:
        attribution(made, token)


def test_time_grows_with_the_text_and_no_faster(page):
    lines = "“We saw the water rise,” she said. The “old” mill fell, he said, and “nobody came”. "
    few, many = page(lines * 100), page(lines * 800)
    took = []
    for made in (few, many):
        start = time.perf_counter()
        list(quotes(made))
        for token in made.doc:
            attribution(made, token)
        took.append(time.perf_counter() - start)
    assert took[1] < 30 * took[0] + 0.5


def test_the_order_of_asking_changes_nothing(page):
    text = "“Thirty trucks wait,” the envoy said. Two more were lost, police believe."
    first, second = page(text), page(text)
    asked = [attribution(first, token) for token in first.doc]
    assert list(quotes(first)) == list(quotes(second))
    assert asked == [attribution(second, token) for token in second.doc]
