"""The terminal digest: short, in columns, safe to print."""

import re

import pytest
import sample

from variorum.render import terminal

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def test_every_section_is_there() -> None:
    text = terminal(sample.SAMPLE)
    titles = (
        *("In short", "What reports share", "Where they differ", "Figures", "Timeline", "Who met whom", "Positions"),
        *("Who is in it", "Quotes by speaker", "Sources", "Wording", "Copied passages", "Doubtful text", "Reports"),
        "Problems",
    )
    at = [text.index(f"\n{title} ─") for title in titles]
    assert at[:-1] == sorted(at[:-1])
    assert "Drivers of Kessel Bay walk out" in text
    assert "reports/scan.pdf" in text


@pytest.mark.parametrize("width", [40, 80, 100, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(map(len, terminal(sample.SAMPLE, width=width).splitlines())) <= width


def test_values_stand_with_hedge_date_source_and_reports() -> None:
    line = next(line for line in terminal(sample.ONE).splitlines() if "at least 41" in line and "earlier" in line)
    assert re.search(r"at least 41\s+4 March 2031\s+the coastguard\s+earlier\s+\[1\]", line)


def test_colour_only_when_asked() -> None:
    assert not ESCAPES.search(terminal(sample.SAMPLE))
    coloured = terminal(sample.SAMPLE, color=True)
    assert ESCAPES.search(coloured)
    plain = [line.rstrip() for line in ESCAPES.sub("", coloured).splitlines()]
    assert plain == [line.rstrip() for line in terminal(sample.SAMPLE).splitlines()]


@pytest.mark.parametrize(
    "words", ["\x1b[2J\x1b]0;owned\x07", "safe\u202egnp.exe", "[bold red]markup[/]", ":smile: \x9b31m", "\ud800"]
)
def test_nothing_from_articles_acts_on_the_terminal(words: str) -> None:
    text = terminal(sample.hostile(words))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    text.encode()
    if "[bold" in words:
        assert words in text


def test_long_sections_are_cut_and_say_so() -> None:
    text = terminal(sample.large(60, 50))
    assert "--html FILE shows all" in text
    assert len(text.splitlines()) < 400


def test_an_empty_dossier_is_one_line() -> None:
    assert terminal(sample.EMPTY) == "0 reports, 0 stories\n"


def test_ids_are_not_shown() -> None:
    text = terminal(sample.ONE)
    assert not re.search(r"\b(f1|r2|e3|q1|n1|u1|p1|o1|x1)\b", text)
