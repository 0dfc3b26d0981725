"""Quotes of several reports together: speakers, the same words told twice, and the sources that all of it rests on."""

from __future__ import annotations

from variorum.model import Quote, Span
from variorum.resolve.alike import likenesses


def direct(name: str, text: str, speaker: str | None = None, article: str | None = None) -> Quote:
    span = Span(article or f"article-{name}", 0, len(text), text)
    return Quote(
        id=name, speaker=speaker, speaker_text="", kind="direct", text=text, cue="said", span=span, sentence=span
    )


def test_the_same_words_are_joined():
    quotes = [
        direct("a", "The harbour will stay shut until Friday."),
        direct("b", "The harbour will stay shut until Friday,"),
    ]
    assert list(likenesses(quotes)) == [("a", "b")]


def test_a_few_other_words_are_still_the_same_quote():
    quotes = [
        direct("a", "We watched the water rise hour by hour and nobody slept"),
        direct("b", "We watched the water rise hour after hour and nobody slept"),
        direct("c", "Nobody in this town has money for another winter like that"),
    ]
    assert list(likenesses(quotes)) == [("a", "b")]


def test_a_part_of_a_quote_is_the_same_quote():
    quotes = [
        direct("a", "We watched the water rise hour by hour and nobody slept"),
        direct("b", "We watched the water rise"),
    ]
    assert list(likenesses(quotes)) == [("a", "b")]


def test_a_few_words_need_the_same_speaker():
    apart = [direct("a", "quite useful", "ines"), direct("b", "quite useful", "tomas"), direct("c", "quite useful")]
    assert list(likenesses(apart)) == []
    assert list(likenesses([direct("a", "quite useful", "ines"), direct("b", "quite useful", "ines")])) == [("a", "b")]


def test_other_speakers_of_nearly_the_same_words_are_kept_apart():
    one, other = "the answer of my party is no and stays no", "the answer of my union is no and stays no"
    assert list(likenesses([direct("a", one, "ines"), direct("b", other, "tomas")])) == []


def test_a_speech_in_a_hundred_reports_is_one():
    quotes = [direct(f"{i:03}", "The ferry was full and there were no boats for us") for i in range(100)]
    assert list(likenesses(quotes)) == [("000", f"{i:03}") for i in range(1, 100)]


def story(dossier, *texts):
    return dossier(*({"text": text, "id": str(i)} for i, text in enumerate(texts))).stories


def test_speakers_are_actors(dossier):
    (one,) = story(dossier, "Mayor Ines Dahl opened the harbour on Monday. “It took us four years,” Dahl said.")
    (quote,) = [q for q in one.quotes if q.kind == "direct"]
    assert {a.id: a.name for a in one.actors}[quote.speaker] == "Ines Dahl"
    assert quote.attribution.chain[0].actor == quote.speaker


def test_an_aide_of_somebody_is_not_that_somebody(dossier):
    (one,) = story(
        dossier,
        "President Tomas Brandt met the union. “He will not give in,” a senior Brandt administration official said.",
    )
    (quote,) = [q for q in one.quotes if q.kind == "direct"]
    assert quote.speaker is None
    assert quote.attribution.chain[0].kind == "anonymous"


def test_named_and_unnamed_sources_are_kept_apart(dossier):
    (one,) = story(
        dossier,
        "Ines Dahl said the harbour was shut. Two officials said nine boats were lost. "
        "The report found that the alarm had failed.",
    )
    kinds = {s.name: s.kind for s in one.sources}
    assert kinds["Ines Dahl"] == "named"
    assert kinds["Two officials"] == "anonymous"
    assert kinds["The report"] == "document"


def test_a_source_taken_up_again_counts_once(dossier):
    (one,) = story(
        dossier,
        "An unnamed source close to the talks said a deal was near. The source said it would be signed on Monday.",
    )
    (source,) = [s for s in one.sources if s.kind == "anonymous"]
    assert source.claims >= 2
    assert "takes up" in source.same_as_why


def test_unnamed_sources_of_two_reports_are_not_taken_for_one(dossier):
    text = "Nine divers are missing after the storm off Lund, officials said."
    stories = story(dossier, text, text + " The search goes on.")
    assert [s.name for one in stories for s in one.sources] == ["officials", "officials"]


def test_a_word_of_distance_makes_no_other_source(dossier):
    texts = (
        "At least 300 people were killed in the flood in Norvik, the rebel-run Rivers Ministry said.",
        "At least 310 people were killed in the flood in Norvik, the Rivers Ministry said.",
    )
    stories = story(dossier, *texts)
    found = [s for one in stories for s in one.sources if s.kind == "institution"]
    assert len(found) == len(stories)


def test_hearsay_is_no_source(dossier):
    (one,) = story(dossier, "The owner reportedly fled. It is believed that eleven divers are still missing.")
    assert one.sources == ()


def test_an_office_is_one_with_and_without_its_holders_title(dossier):
    text = "Governor Ines Dahl’s office said the harbour was shut. Ines Dahl’s office warned that nine boats were lost."
    (one,) = story(dossier, text)
    (source,) = [s for s in one.sources if s.kind == "institution"]
    assert source.claims == 2
    assert "without the title" in source.same_as_why


def test_one_who_describes_himself_is_listed_without_what_he_asks_for_himself(dossier):
    text = "An official briefed on the inquiry, who asked not to be named, said divers were looking at the locks."
    (one,) = story(dossier, text)
    assert [(s.name, s.kind) for s in one.sources] == [("An official briefed on the inquiry", "anonymous")]
    assert [q.text for q in one.quotes] == ["divers were looking at the locks"]


def test_two_who_say_it_together_are_two_sources(dossier):
    (one,) = story(dossier, "According to the Roads Ministry and Peter Moen, nine bridges were closed.")
    assert {s.name for s in one.sources} == {"Roads Ministry", "Peter Moen"}


def test_the_one_with_the_title_speaks_not_the_body(dossier):
    (one,) = story(
        dossier,
        "“It sank in minutes,” Captain Peter Moen of the coast guard told reporters. The coast guard closed the port.",
    )
    (quote,) = [q for q in one.quotes if q.kind == "direct"]
    assert {a.id: a.name for a in one.actors}[quote.speaker] == "Peter Moen"


def test_the_authorities_of_the_only_ministry(dossier):
    text = (
        "At least 300 people fell ill in Norvik, the Health Ministry said. The Health Ministry opened a ward. "
        "Another 40 people fell ill on Monday, according to Norvik health authorities."
    )
    (one,) = story(dossier, text)
    (source,) = [s for s in one.sources if s.kind == "institution"]
    assert "only health ministry" in source.same_as_why


def test_whose_spokesman_is_not_who_speaks(dossier):
    text = "“We were not told,” a spokesman for Speaker Paul Norrby said. Paul Norrby left for Lund on Friday."
    (story,) = dossier(text).stories
    names = {actor.id: actor.name for actor in story.actors}
    (quote,) = [q for q in story.quotes if q.kind == "direct"]
    assert quote.speaker is None or "Norrby" not in names[quote.speaker]


def test_two_who_say_it_are_not_one(dossier):
    text = "Nine died, according to the Ministry of Health and the Red Cross. "
    text += "The Red Cross left. The Ministry of Health stayed."
    (story,) = dossier(text).stories
    (quote,) = [q for q in story.quotes if q.kind == "indirect"]
    assert quote.speaker is None
    assert quote.speaker_text == "the Ministry of Health and the Red Cross"


def test_a_body_cited_under_two_names_is_one_with_the_reason(dossier):
    made = dossier(
        "Nine people died, the Kenyan Health Ministry said on Monday. The road to Harven is shut.",
        "Nine people died on the road to Harven, according to Kenya's Ministry of Health. The ministry sent help.",
        "Nine people were shot near Harven, Harven police said. The road to Harven is shut.",
        "Nine people were shot on the road to Harven, the Harven Police Department said.",
    )
    found = {s.name: s.same_as_why or "" for story in made.stories for s in story.sources}
    assert set(found) == {"Kenyan Health Ministry", "Harven Police Department"}
    assert "Ministry of Health" in found["Kenyan Health Ministry"]
    assert "Harven police" in found["Harven Police Department"]
