"""Findings on quotes: altered, cut, agreed and broken."""

from __future__ import annotations

import msgspec

from variorum.compare.quotes import quotes
from variorum.model import Actor, Article, Quote, Record, Span
from variorum.resolve.alike import likenesses


def told(*texts: str, kind: str = "direct", flags: tuple[str, ...] = ()) -> list[Quote]:
    made = []
    for number, text in enumerate(texts):
        span = Span(f"article-{number}", 0, len(text), text)
        said = {"kind": kind, "text": text, "cue": "said", "span": span, "sentence": span, "flags": flags}
        made.append(Quote(id=str(number), speaker="ines", speaker_text="Ines Dahl", **said))
    same: dict[str, list[str]] = {}
    for left, right in likenesses(made):
        same.setdefault(left, []).append(right)
        same.setdefault(right, []).append(left)
    return [msgspec.structs.replace(q, same_as=tuple(same.get(q.id, ()))) for q in made]


def test_altered_words_are_named():
    (found,) = quotes(
        told("The gap between us is narrowing every day", "The gap between us is shrinking every day"), []
    )
    assert found.kind == "conflict"
    assert "“narrowing” against “shrinking”" in found.why
    assert [r.article for r in found.readings] == ["article-0", "article-1"]


def test_a_word_left_out_inside_is_named():
    (found,) = quotes(told("We shall not leave this valley again", "We shall leave this valley again"), [])
    assert found.kind == "conflict"
    assert "“not” in only one of them" in found.why


def test_a_shorter_quote_is_a_part():
    (found,) = quotes(told("We shall not leave this valley again", "We shall not leave this valley"), [])
    assert found.kind == "subset"
    assert "leaves out a word" in found.why


def test_a_cut_before_a_condition_is_named():
    (found,) = quotes(
        told("We will open the road on Friday if the wind allows it", "We will open the road on Friday"), []
    )
    assert found.kind == "subset"
    assert "with “if” among them: “if the wind allows it”" in found.why


def test_a_cut_between_sentences_turns_nothing():
    (found,) = quotes(
        told("We will open the road on Friday. If not, we will tell you", "We will open the road on Friday."), []
    )
    assert "among them" not in found.why


def test_brackets_are_the_reports_own_words():
    assert not [
        f
        for f in quotes(
            told("They will open the road on Friday morning", "[The crews] will open the road on Friday morning"), []
        )
        if f.kind == "conflict"
    ]


def test_an_ellipsis_is_a_cut_that_is_shown():
    said = told("We will open the old road and the new bridge on Friday", "We will open the old road … on Friday")
    (found,) = quotes(said, [])
    assert found.kind == "subset"


def test_two_translations_are_no_altered_quote():
    said = told(
        "The government deeply regrets the deaths of ten passengers in the air crash over the hills on Sunday",
        "The cabinet profoundly regrets the death of ten passengers in the plane crash over the hills on Sunday",
    )
    assert [f.kind for f in quotes(said, [])] == ["scope"]


def test_a_word_that_is_alike_by_chance_is_no_part():
    long = "So no, the child was not under attack then, but anything could have happened. He certainly was at risk"
    assert not [f for f in quotes(told(long, "So he certainly was at risk"), []) if f.kind == "conflict"]


def test_a_speaker_is_named_and_a_report_is_never_a_path():
    said = told("We shall not leave this valley again", "We shall leave this valley again")
    said = [msgspec.structs.replace(q, speaker_text="She") for q in said]
    ines = Actor(id="ines", name="Ines Dahl", kind="person")
    assert "of Ines Dahl are given differently" in quotes(said, [], [ines])[0].why
    assert "the same words are given differently" in quotes(said, [])[0].why
    short = told("We shall not leave this valley again", "We shall not leave this valley")
    articles = [
        Article(id=f"article-{n}", source=f"/home/desk/{n}.txt", text="", outlet=o)
        for n, o in enumerate((None, "Mail"))
    ]
    (found,) = quotes(short, [Record(article=a, model="") for a in articles], [ines])
    assert found.why == "Mail leaves out a word of what the other quotes of Ines Dahl"


def test_the_same_quote_is_one_agreement_however_often_told():
    (found,) = quotes(told(*["We shall not leave this valley again"] * 5), [])
    assert found.kind == "agreement"
    assert len(found.readings) == 5


def test_short_agreements_are_no_news():
    assert quotes(told("quite useful", "quite useful"), []) == ()


def test_broken_quotes():
    (unclosed,) = quotes(told("The ferry was full", flags=("unclosed_quote",)), [])
    (garbled,) = quotes(told("The ferry was a full to boats", flags=("garbled",)), [])
    assert unclosed.kind == garbled.kind == "garbled"


def test_nothing_to_say_of_reported_speech():
    assert (
        quotes(told("that the ferry was full and late", "that the ferry was full and lost", kind="indirect"), []) == ()
    )


def test_another_spelling_is_no_change():
    texts = ("Co-operation by e-mail and modelling is vital", "Cooperation by email and modeling is vital")
    assert not quotes(told(*texts), [])


def test_a_quote_damaged_in_two_ways_makes_two_findings():
    found = quotes(told("We shall not leave this", flags=("garbled", "unclosed_quote")), [])
    assert [f.kind for f in found] == ["garbled", "garbled"]
    assert len({f.id for f in found}) == 2


def test_an_article_or_a_short_form_tells_nothing():
    assert not quotes(told("We shall open the road on the first of May", "We shall open road on first of May"), [])
    assert not quotes(told("We will not leave this valley again", "We won't leave this valley again"), [])


def test_a_filler_left_out_is_no_altered_quote():
    found = quotes(told("And I just pull him down to my level every day", "I pull him down to my level every day"), [])
    assert not [f for f in found if f.kind == "conflict"]


def test_two_sentences_of_one_report_are_no_altered_quote():
    texts = (
        "Both of the ferries were taken off the northern line on Monday",
        "We expect both of the ferries to be back on the northern line soon",
    )
    two = [msgspec.structs.replace(q, same_as=(str(1 - n),)) for n, q in enumerate(told(*texts))]
    one = [msgspec.structs.replace(q, span=msgspec.structs.replace(q.span, article="one")) for q in two]
    assert [f.kind for f in quotes(two, [])] == ["conflict"]
    assert not quotes(one, [])
