"""Articles into stories."""

from __future__ import annotations

import random

from variorum import group
from variorum.model import Article, When

FERRY = [
    "The ferry Aurelia sank off Port Sellin in heavy seas. Coast guard boats searched for passengers through the night. "
    "The coast guard of Sellin said the ferry had carried 212 people and a cargo of trucks.",
    "Divers reached the wreck of the Aurelia near Port Sellin. The coast guard said passengers were trapped on the car deck "
    "when the ferry went down.",
    "Talks on raising the ferry Aurelia began in Port Sellin. The owner, Nordwind Lines, wants the salvage to start before "
    "winter.",
]
STRIKE = [
    "Tram drivers in Valdora walked out over pay. The drivers' union said the strike would last until the city council offers "
    "more than two percent.",
    "Valdora woke to empty tram lines as the strike of the drivers went into its second week. The council called the union's "
    "pay demand unaffordable.",
]


def made(texts: list[str], days: list[str | None] | None = None) -> list[Article]:
    dates = days or [None] * len(texts)
    return [
        Article(id=f"a{i}", source=f"{i}.txt", text=text, published=When(d, d, "metadata", "given") if d else None)
        for i, (text, d) in enumerate(zip(texts, dates, strict=True))
    ]


def test_two_unrelated_stories_are_told_apart() -> None:
    assert group.stories(made(FERRY + STRIKE)) == (("a0", "a1", "a2"), ("a3", "a4"))


def test_a_few_reports_of_one_story_stay_one_story() -> None:
    """The words that all share must not vanish from the weights when there is nothing else to compare with."""
    assert len(group.stories(made(FERRY))) == 1


def test_order_of_input_changes_nothing() -> None:
    articles = made(FERRY + STRIKE)
    want = {frozenset(s) for s in group.stories(articles)}
    for seed in range(5):
        mixed = list(articles)
        random.Random(seed).shuffle(mixed)
        assert {frozenset(s) for s in group.stories(mixed)} == want


def test_like_incidents_of_different_months_stay_apart() -> None:
    texts = [
        "A bus crashed near Tarvin on the coast road and several passengers were injured, police said.",
        "Police said several passengers were injured when a bus crashed on the hill road near Olmo.",
    ]
    near = group.stories(made(texts, ["2024-05-01", "2024-05-02"]))
    far = group.stories(made(texts, ["2024-05-01", "2024-09-02"]))
    assert len(far) >= len(near)


def test_one_article_none_and_a_word() -> None:
    assert group.stories([]) == ()
    assert group.stories(made(["Ferry"])) == (("a0",),)
    assert group.stories(made(["", "   "])) == (("a0",), ("a1",))


def test_hundreds_of_reports_of_one_story_stay_one_story() -> None:
    """Words that a whole collection shares are its story's, not common words."""
    chance = random.Random(1)
    sentences = [f"{one.strip()}." for text in FERRY for one in text.split(".") if one.strip()]
    texts = [
        " ".join([*chance.sample(sentences, 3), "People spoke of", *(f"Aside{at}x{i}" for i in range(4)), "as well."])
        for at in range(400)
    ]
    largest = group.stories(made(texts))[0]
    assert len(largest) > 380
