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


def test_a_text_that_is_all_one_quote(page):
    text = "“" + "The water rose and nobody came. " * 400 + "”"
    (one,) = [q for q in quotes(page(text)) if q.kind == "direct"]
    assert one.spans[0].text.strip() == text[1:-1].strip()
    assert one.speaker is None


def test_a_thousand_marks_without_their_fellows(page):
    for mark in "“”\"'‘’":
        made = page(f"The mayor said {mark}the road {mark} is open. " * 500)
        assert all(made.article.text[s.start : s.end] == s.text for q in quotes(made) for s in q.spans)


def test_an_article_that_quotes_itself(page):
    line = "“The road is open,” Nadia Kovac said. "
    found = [q for q in quotes(page(line + "\n\n" + line)) if q.kind == "direct"]
    assert {q.speaker.text for q in found if q.speaker} == {"Nadia Kovac"}


def test_marks_of_two_apostrophes_within_each_other(page):
    made = page("''He told us ''go home'' and we went,'' said Nadia Kovac.")
    assert all(made.article.text[s.start : s.end] == s.text for q in quotes(made) for s in q.spans)


def test_whom_a_pronoun_stands_for(page):
    made = page("A harbour official said the boat was full. “It was late,” he added. The town waited.")
    found = {q.spans[0].text: q for q in quotes(made)}["It was late,"]
    assert [v.stands.text if v.stands else v.text for v in found.attribution.chain] == ["A harbour official"]


def test_a_name_in_the_mouth_of_a_speaker_is_not_the_speaker(page):
    text = "Nadia Kovac left early. The hall was dark. “Nadia is tired and Rolf Cane drove her home,” he said."
    voice = {q.kind: q for q in quotes(page(text))}["direct"].attribution.chain[0]
    assert voice.open
    assert voice.stands is None
