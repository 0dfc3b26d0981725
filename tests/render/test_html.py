"""The page: whole, self-contained, escaped, with a way from each statement to its sentence."""

import re
import time
from html.parser import HTMLParser
from itertools import pairwise

import msgspec
import pytest
import sample

from variorum.model import Dossier, Part, Quote, Story
from variorum.render import html, markdown, terminal

VOID = {"meta", "br", "hr", "img", "link", "input"}
ATTACK = "\"><script>window.owned=1</script><img src=x onerror=window.owned=1>'</style></title>"


class Reader(HTMLParser):
    """Collects tags, ids, links and headings; fails on tags that do not close."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.headings: list[int] = []
        self.marks: list[str] = []
        self.feed(page)
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] == "mark":
            self.marks.append(data)

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


@pytest.mark.parametrize("name", ["SAMPLE", "ONE", "EMPTY"])
def test_links_lead_somewhere_and_ids_are_unique(name: str) -> None:
    page = Reader(html(getattr(sample, name)))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert [link for link in page.values("href") if link.removeprefix("#") not in ids] == []
    assert all(re.fullmatch(r"[a-z0-9-]+", one) for one in ids)


def test_nothing_is_loaded_and_nothing_runs() -> None:
    text = html(sample.SAMPLE)
    page = Reader(text)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags)
    assert page.values("style") == []
    assert page.values("src") == []
    assert not [key for key, _ in page.attributes if key.startswith("on")]
    assert "default-src 'none'" in text
    assert "url(" not in text


def test_everything_from_articles_is_escaped() -> None:
    text = html(sample.hostile(ATTACK))
    page = Reader(text)
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert not [key for key, _ in page.attributes if key.startswith("on")]
    assert text.count("</style>") == 1


@pytest.mark.parametrize("words", ["\x00\x1b[2J", "safe\u202egnp", "\ud800", "😀👩‍👩‍👧 é", "a" * 3000, " x "])
def test_odd_characters_do_no_harm(words: str) -> None:
    text = html(sample.hostile(words))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    text.encode()


def test_the_words_are_marked_in_their_sentence() -> None:
    page = Reader(html(sample.ONE))
    assert {"470 people", "At least 41 people", "We had no time to lower the boats."} <= set(page.marks)


def test_headings_do_not_skip_a_level_and_tables_have_scoped_heads() -> None:
    for dossier in (sample.SAMPLE, sample.ONE):
        page = Reader(html(dossier))
        assert page.headings.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
        assert page.tags.count("th") == len(page.values("scope"))
        assert "en" in page.values("lang")


def test_the_full_text_is_there_with_its_parts() -> None:
    text = html(sample.ONE)
    assert re.search(r'<div class="part furniture" title="furniture">Read more</div>', text)
    assert re.search(r'<div class="part headline" title="headline">.*Ferry sinks off Tarnvik, dozens dead', text)


def test_a_figure_with_differing_readings_has_a_chart_that_says_its_numbers() -> None:
    text = html(sample.ONE)
    assert text.count('<figure class="chart"><') == 1
    assert re.search(r"<desc>Killed, people, as reported: [^<]*at least 41[^<]*47[^<]*470", text, re.IGNORECASE)
    assert 'class="suspect"' in text


def test_a_doubtful_value_far_off_does_not_flatten_the_others() -> None:
    text = html(sample.ONE)
    drawn = text[text.index('<figure class="chart">') :]
    assert "470, off the scale" in drawn
    assert not re.search(r'class="tick"[^>]*>[1-9]\d\d<', drawn[: drawn.index("</svg>")])


def test_long_sections_fold_and_keep_every_row() -> None:
    text = html(sample.large(20, 60))
    assert "Show all 60" in text
    assert text.count('<p class="note">') == 0
    assert all(f"Injured, group {n}<" in text for n in range(60))


def test_of_many_stories_the_digest_stands_open_and_the_rest_folds() -> None:
    many = tuple(msgspec.structs.replace(sample.FERRIES, id=str(n), title=f"Story {n}") for n in range(5))
    text = html(msgspec.structs.replace(sample.SAMPLE, stories=many))
    page = Reader(text)
    assert text.count('<details class="tale">') == 5
    assert len(page.values("id")) == len(set(page.values("id")))
    assert [link for link in page.values("href") if link.removeprefix("#") not in page.values("id")] == []


def test_a_figure_told_once_is_one_line_of_a_table() -> None:
    text = html(sample.ONE)
    assert re.search(r"Figures told once</h2>.*Rescued, passengers</th><td[^>]*>about 120</td>", text)
    assert "Killed, crew" in text[text.index('id="s1-figures"') : text.index('id="s1-counts"')]


def test_a_page_of_hundreds_of_reports_is_quick() -> None:
    dossier = sample.large()
    start = time.process_time()
    html(dossier)
    assert time.process_time() - start < 6  # about 0.7 s alone on a small machine


def test_in_a_large_dossier_statements_lead_to_their_sentences() -> None:
    text = html(sample.large(210, 3))
    page = Reader(text)
    part = text[text.index('id="s1-figures"') : text.index('id="s1-timeline"')]
    assert '<p class="sentence">' not in part
    links = re.findall(r'href="#(a\d+-\d+)"', part)
    assert links
    assert set(links) <= set(page.values("id"))


def test_a_text_of_ten_thousand_cited_sentences_takes_linear_time() -> None:
    lines = 10_000
    text = "\n".join(f"{n} people were hurt." for n in range(lines))
    ends, at = [], 0
    for line in text.split("\n"):
        ends.append((at, at + len(line)))
        at += len(line) + 1
    one = msgspec.structs.replace(
        sample.article("a", text), parts=tuple(Part("body", *end) for end in ends), sentences=tuple(ends)
    )
    spans = tuple(one.cut(*end) for end in ends)
    quotes = tuple(
        Quote(id=f"q{n}", speaker=None, speaker_text="A guard", kind="direct", text=s.text, cue="", span=s, sentence=s)
        for n, s in enumerate(spans)
    )
    story = Story(id="1", title="Many", articles=("a",), period=None, quotes=quotes)
    dossier = Dossier(generator=sample.SAMPLE.generator, articles=(one,), stories=(story,))
    start = time.process_time()
    page = html(dossier)
    unparsed = msgspec.structs.replace(
        dossier, articles=(msgspec.structs.replace(one, sentences=(), parts=(), text=text.replace("\n", " ")),)
    )
    html(unparsed)
    terminal(dossier)
    assert time.process_time() - start < 12  # about 1.5 s alone on a small machine
    assert page.count('class="cited"') == lines


def test_the_same_dossier_gives_the_same_page() -> None:
    assert html(sample.SAMPLE) == html(sample.SAMPLE)


def _entries(*days: str | None, **fields: object) -> Dossier:
    """The sample with entries of these days, the first one foremost."""
    one = next(e for e in sample.FERRIES.timeline if e.precision == "day")
    made = tuple(
        msgspec.structs.replace(
            one,
            id=f"t{n}",
            rank=n,
            text=f"Entry {n}",
            when=sample.on(day) if day else None,
            precision="day" if day else "none",
            **fields,
        )
        for n, day in enumerate(days, 1)
    )
    story = msgspec.structs.replace(sample.FERRIES, timeline=made)
    return msgspec.structs.replace(sample.ONE, stories=(story,))


def test_the_timeline_is_drawn_with_marks_that_lead_to_the_list() -> None:
    page = html(sample.ONE)
    drawn = page[page.index('<figure class="chart chronicle">') :]
    drawn = drawn[: drawn.index("</figure>")]
    leads = re.findall(r'href="#(s1-timeline-entry\d+)"|href="#(s1-entry\d+)"', drawn)
    assert leads
    assert all(f'id="{a or b}"' in page for a, b in leads)
    assert "<script" not in drawn and "style=" not in drawn


def test_a_timeline_of_one_day_or_none_is_a_list_only() -> None:
    assert "chronicle" not in html(_entries("2031-03-04", "2031-03-04", None)).split("<main")[1]
    assert "Entry 3" in html(_entries("2031-03-04", "2031-03-04", None))


def test_a_day_of_long_ago_does_not_squeeze_the_rest() -> None:
    page = html(_entries("1931-03-04", "2031-03-04", "2031-03-06", "2031-03-08", "2031-03-10"))
    spots = [float(x) for x in re.findall(r'<circle class="dot" cx="([\d.]+)"', page)]
    assert 'class="cut"' in page
    assert all(b - a > 60 for a, b in pairwise(spots))


def test_many_entries_of_one_day_make_no_tower_and_all_are_in_the_list() -> None:
    page = html(_entries(*["2031-03-04"] * 30, "2031-03-08"))
    assert page.count('<circle class="dot"') == 10
    assert "The 10 that matter most of 31 are drawn." in page
    assert page[page.index('id="s1-timeline"') :].count("Entry 30") == 1


def test_a_long_timeline_is_folded_by_month() -> None:
    page = html(_entries(*[f"2031-{month:02}-{day:02}" for month in (3, 4, 5) for day in range(1, 28)]))
    assert re.findall(r'<details class="month" open><summary>([^<]+)<', page) == [
        "March 2031 (27)",
        "April 2031 (27)",
        "May 2031 (27)",
    ]


def test_a_date_is_said_once_for_what_shares_it() -> None:
    page = html(_entries("2031-03-04", "2031-03-04", "2031-03-05"))
    dates = re.findall(r'<span class="date">([^<]*)</span>', page)
    assert dates == ["4 March 2031", "", "5 March 2031"]
    assert "Entry 2 | " in markdown(_entries("2031-03-04", "2031-03-04"))


def test_a_short_output_shows_what_matters_most_in_the_order_of_time() -> None:
    made = _entries(*[f"2031-03-{day:02}" for day in range(31, 1, -1)])
    story = msgspec.structs.replace(made.stories[0], timeline=made.stories[0].timeline[::-1])
    text = terminal(msgspec.structs.replace(made, stories=(story,)))
    shown = re.findall(r"Entry (\d+)", text[text.index("\nTimeline ") :])
    assert shown == [str(n) for n in range(14, 0, -1)]
