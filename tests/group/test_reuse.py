"""Passages that articles share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum import group
from variorum.model import Article, Part

WIRE = (
    "Rescuers pulled eleven people from the water before dawn on Friday, the harbour office said, and the search "
    "for the others went on with two aircraft and nine boats from three countries."
)


def article(name: str, text: str, *parts: Part) -> Article:
    return Article(id=name, source=f"{name}.txt", text=text, parts=parts)


def test_a_copied_passage_is_found_with_its_place_in_each_report() -> None:
    texts = {"a": f"PORT SELLIN (Reuters) - {WIRE}", "b": f"By our staff\n\n{WIRE} The weather is getting worse."}
    (one,) = group.reuse([article(name, text) for name, text in texts.items()])
    assert one.articles == ("a", "b")
    assert one.kind == "wire"
    for span in one.passages[0].spans:
        assert texts[span.article][span.start : span.end] == span.text
    assert one.passages[0].spans[0].text.startswith("Rescuers pulled")


def test_a_shared_quotation_is_no_copy() -> None:
    quote = "“We will not leave this coast until every single family has an answer to the question of who is missing,”"
    texts = [
        f"{quote} the mayor said. " + "Other words fill this report to its end. " * 8,
        f"In the town hall the mayor spoke to the press. {quote} she told them. "
        + "A quite different text goes on here now. " * 8,
    ]
    (one,) = group.reuse([article(str(i), text) for i, text in enumerate(texts)])
    assert one.kind == "quote"


def test_furniture_is_not_compared() -> None:
    menu = "Home News Sport Weather Travel Culture Radio Subscribe to our newsletter and never miss a story again"
    both = [article(n, menu, Part("furniture", 0, len(menu))) for n in "ab"]
    assert group.reuse(both) == ()


@given(st.lists(st.text("ab \n", max_size=200), max_size=5))
def test_any_text(texts: list[str]) -> None:
    articles = [article(str(i), text) for i, text in enumerate(texts)]
    for one in group.reuse(articles):
        for passage in one.passages:
            assert len({s.article for s in passage.spans}) == len(passage.spans) > 1
