"""What parties have said of one matter at several times, as all outputs show it."""

from __future__ import annotations

from collections.abc import Callable

from variorum.model import Dossier
from variorum.render.markdown import markdown

Read = Callable[..., Dossier]
TEXTS = (
    {
        "published": "2024-03-01",
        "text": "Talks went on in Oslen. The Sereni Front proposed a 60-day pause in the fighting.",
    },
    {"published": "2024-03-09", "text": "Talks went on in Oslen. The Sereni Front demanded a permanent ceasefire."},
)


def test_a_change_is_told_in_a_line(dossier: Read) -> None:
    page = markdown(dossier(*TEXTS))
    assert "Positions over time" in page
    assert "first 60-day, later permanent ceasefire" in page
    assert "other than before" in page
