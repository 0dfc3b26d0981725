"""Names, roles, phrases and pronouns of one article; odd and very long texts."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

from tests.conftest import cases
from variorum.model.page import Page

ALL = cases("names")


def of(key: str) -> list[Any]:
    return [case for case in ALL if key in case.values[0]]


@pytest.mark.parametrize("case", of("names"))
def test_finds_names(case: dict[str, Any], page: Callable[..., Page]) -> None:
    found = {m.span.text: m.kind for m in page(case["text"]).mentions if m.form == "name"}
    assert {k: found.get(k) for k in case["names"]} == case["names"], found
    assert not set(case.get("never", ())) & set(found)


@pytest.mark.parametrize("case", of("roles"))
def test_reads_roles(case: dict[str, Any], page: Callable[..., Page]) -> None:
    found = {m.span.text: [r.text for r in m.roles] for m in page(case["text"]).mentions if m.form == "name"}
    assert {k: found.get(k) for k in case["roles"]} == case["roles"], found


@pytest.mark.parametrize("case", of("means"))
def test_finds_what_a_phrase_stands_for(case: dict[str, Any], page: Callable[..., Page]) -> None:
    made = page(case["text"])
    found = {m.span.text: m.antecedent.text if m.antecedent else "" for m in made.mentions if m.form != "name"}
    assert {k: found.get(k, "") for k in case["means"]} == case["means"], found


def test_spans_are_the_article_s_own_characters(page: Callable[..., Page]) -> None:
    made = page(
        "“Well,” said Dr. Laura Bennett, head of the Coastal Agency (CA) — “she’s gone.”\n\nThe CA’s chief, Ms Bennett, left."
    )
    for mention in made.mentions:
        for span in (
            mention.span,
            *(r.span for r in mention.roles),
            *([mention.antecedent] if mention.antecedent else []),
        ):
            assert made.article.text[span.start : span.end] == span.text


ODD = [
    "",
    " ",
    "\n\n\n",
    "No",
    "a",
    "😀😀😀",
    "\x00\x01\x02",
    "“” ‘’ ()",
    "THE PRESIDENT SAID NO",
    "the the the",
    "of of of, of",
    "Mr.",
    "Mr. Mr. Mr.",
    "President",
    "the president of the president of the president",
    "\u200fLaura\u200b Bennett\u200e left.",
    "A" * 5000,
    "’s ’s ’s",
    "Bennett, Bennett, Bennett,",
    "Laura " * 80 + "Bennett left.",
    "- - - -",
    "bin al de van",
    "John\nSmith\n,\nhead",
    "http://example.org/Laura.Bennett @laura #Bennett",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_never_raises(text: str, page: Callable[..., Page]) -> None:
    made = page(text)
    assert all(made.article.text[m.span.start : m.span.end] == m.span.text for m in made.mentions)


def test_time_grows_with_length(page: Callable[..., Page]) -> None:
    from variorum.annotate.names import names

    def cost(times: int) -> float:
        text = "Mayor Laura Bennett of Oslo met Michael Strand, head of agency {0}."
        text += "She said in room {0} that the agency was his. "
        made = page("".join(text.format(i) for i in range(times)))
        start = process_time()
        assert len(list(names(made.article, made.doc))) > times
        return process_time() - start

    cost(5)
    assert cost(400) < 40 * max(cost(40), 0.005)
