"""Signs of damage and of opinion."""

from __future__ import annotations

import pytest

from variorum.clean import clean
from variorum.model import Flag
from variorum.read import article


def flags(text: str, **fields: str) -> tuple[Flag, ...]:
    one = clean(article({"text": text, **fields}, "case.txt"))
    assert all(one.text[f.span.start : f.span.end] == f.span.text for f in one.flags)
    return one.flags


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        (
            "The mayor said it was “a sad day for the town and left.",
            "unclosed_quote",
            "“a sad day for the town and left.",
        ),
        ("“We hope. “We fear the worst,” he said.", "unclosed_quote", "“We hope. “We fear the worst,” he said."),
        ('"It is over, the captain said.', "unclosed_quote", '"It is over, the captain said.'),
        ("The townâ€™s mayor spoke.", "garbled", "â€™"),
        ("The town?s mayor spoke.", "garbled", "n?s"),
        ("They want to achieve a to end the strike.", "garbled", "a to"),
        ("The release of all remaining civilians. prisoners were not named.", "garbled", "civilians. prisoners"),
        ("Talks with the city Talks aimed at peace. The talks go on.", "garbled", "Talks with the city Talks"),
        ("The police said on Monday that the man had been seen near...", "garbled", "..."),
        ("Opinion: The bridge must be built. It is time.", "opinion", "Opinion:"),
    ],
)
def test_damage_and_opinion_are_found(text: str, kind: str, span: str) -> None:
    assert [(f.kind, f.span.text) for f in flags(text)] == [(kind, span)]


@pytest.mark.parametrize(
    "text",
    [
        "“We hope for the best,” he said. “We fear the worst.”",
        "“We hope for the best.\n\n“We fear the worst,” he said.",
        '"We hope,” she said, mixing marks. “We fear," she added.',
        "“We hope for the best.\nDana Reed at the gate\n“We fear the worst,” he said.",
        "“We hope for the best, “ he said. “We fear the worst,’’ she said.",
        "“We hope for the best.\n\n”We fear the worst,” he said.",
        "“He said that the deal “is up to them and to no one else” and left,” she said.",
        'The boy is 5\'10" tall and the pipe 12" wide.',
        "Police Chief Anna Holt said. Police Officer Jan Reil agreed with the police.",
        "Officials of the state met. The State Department was not among the officials.",
        "The U.S. and the U.K. signed, e.g. on trade. See example.com for more.",
        "Students at the University went home. University students came back.",
        'I came, said the man. "I saw. I won. I left. My dog too. I am home. I am glad," he said.',
    ],
)
def test_sound_text_is_not_flagged(text: str) -> None:
    assert flags(text) == ()


def test_a_text_in_the_first_person_is_opinion() -> None:
    text = "\n".join(f"I have lived in Tarn for {n} years and my view has not changed." for n in range(3, 9))
    assert "opinion" in {f.kind for f in flags(text)}


def test_a_section_named_opinion_makes_opinion() -> None:
    found = flags("The bridge must be built. It is time for the council to act.", section="Opinion")
    assert [f.kind for f in found] == ["opinion"]
