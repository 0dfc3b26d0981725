"""Passages that articles share."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from variorum import group
from variorum.group.passages import pairs
from variorum.group.tokens import tokens
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


LONG = (
    "The salvage company said on Monday that divers had reached the engine room of the wreck for the first time, and that no "
    "fuel had leaked from its tanks. The owner has until the end of the month to say how the ship is to be raised. Fishing "
    "within two miles of the place remains forbidden, the harbour office said, and boats of the customs service will see to it."
)


def test_a_reworded_copy_is_one_passage() -> None:
    edited = (
        LONG.replace("on Monday ", "").replace("for the first time", "at last").replace("forbidden", "banned for now")
    )
    (one,) = group.reuse([article("a", LONG), article("b", f"A view from the town. {edited} More is expected.")])
    (passage,) = one.passages
    assert one.kind == "copy"
    assert [s.text[:20] for s in passage.spans] == ["The salvage company "] * 2
    assert all(s.text.endswith("will see to it") for s in passage.spans)
    assert "changed" in one.why


def test_sentences_in_another_order_are_passages_of_their_own() -> None:
    first, second, third = LONG.split(". ")
    (one,) = group.reuse([article("a", LONG), article("b", f"{third} {second}. And so on. {first}.")])
    assert len(one.passages) == 3


def test_another_text_on_the_same_matter_is_no_copy() -> None:
    other = (
        "Divers have got into the engine room of the wreck, the salvage company reported at the start of the week. Its tanks "
        "are whole, and no fuel was lost. By the end of the month the owner must tell how it means to raise the ship."
    )
    assert group.reuse([article("a", LONG), article("b", other)]) == ()


def test_the_marks_of_an_editor_change_no_word() -> None:
    straight = "The owner's lawyer doesn't expect the mayor's office to answer before the council's next meeting in the spring."
    (one,) = group.reuse([article("a", straight), article("b", straight.replace("'", "’"))])
    assert "changed" not in one.why


def test_a_text_of_one_sentence_over_and_over_ends_soon() -> None:
    (one,) = group.reuse([article("a", LONG * 200), article("b", f"{LONG} " * 200)])
    assert one.kind == "copy"


def test_a_thousand_edited_copies_are_set_beside_few_others_each() -> None:
    chance = random.Random(4)
    words = " ".join([LONG, WIRE]).split()
    texts = [
        " ".join(f"Word{at}x{i}" if chance.random() < 0.1 else word for i, word in enumerate(words))
        for at in range(1000)
    ]
    rows = tokens([article(f"{at:04}", text) for at, text in enumerate(texts)])
    found = pairs(rows)
    beside = {(one.left, one.right) for one in found}
    assert len(beside) <= 6 * len(texts)
    home = list(range(len(texts)))
    for left, right in sorted(beside):
        home = [home[left] if one == home[right] else one for one in home] if home[left] != home[right] else home
    assert len(set(home)) == 1


def test_a_notice_that_stands_in_other_stories_is_no_copy() -> None:
    notice = "This page was made in haste from a sound file by an outside firm, and its text may be changed later on."
    own = {
        "a": "Divers reached the wreck of the ferry on Monday and found its doors open, the coast guard of the bay said.",
        "b": "The owner of the ferry wants it raised before winter, a lawyer for the company told the court on Monday.",
        "c": "Tram drivers walked out over pay on Tuesday, and the council called what the union asks for unaffordable.",
    }
    made = [article(name, f"{text} {text[:60]} once more.\n{notice}") for name, text in own.items()]
    assert len(group.reuse(made)) == 1
    found = group.notices(made, [["a", "b"], ["c"]])
    assert {made[0].text[start:end] for start, end in found["a"]} == {notice}
    assert group.reuse(made[:2], found) == ()


def test_a_copy_that_was_put_into_another_story_is_no_notice() -> None:
    copies = [article(name, f"{LONG}\n{WIRE}") for name in "abc"]
    assert group.notices(copies, [["a", "b"], ["c"]]) == {}


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
