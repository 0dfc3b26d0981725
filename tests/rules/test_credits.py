"""News agencies that texts credit."""

from __future__ import annotations

import pytest

from variorum.model import Article
from variorum.rules.credits import agency, credited

BODY = "Rescuers pulled eleven people from the water before dawn, the harbour office said. " * 12

WHOLE = {
    f"PORT SELLIN, March 3 (Reuters) - {BODY}": "Reuters",
    f"Ferry sinks\n\nPORT SELLIN (AP) — {BODY}": "Associated Press",
    f"PORT SELLIN, Xinhua -- {BODY}": "Xinhua",
    f"Ferry sinks\nBy Dana Reed, Associated Press\n{BODY}": "Associated Press",
    f"Ferry sinks\nAFP\n{BODY}": "Agence France-Presse",
    f"Ferry sinks\nSource: Press Trust of India\n{BODY}": "Press Trust of India",
    f"{BODY}\n© 2031 AFP": "Agence France-Presse",
    f"{BODY}\nCopyright 2031 The Associated Press. All rights reserved.": "Associated Press",
    f"{BODY} The search goes on. (dpa)": "Deutsche Presse-Agentur",
    f"{BODY}\n--Reuters": "Reuters",
}
PART = {
    f"{BODY}\nThe Associated Press contributed to this report.": "Associated Press",
    f"{BODY}\n(With Reuters and AFP)": "Agence France-Presse",
    f"Ferry sinks\nHarven Times and agencies\n{BODY}\nWith inputs from PTI": "Press Trust of India",
}
NONE = [
    f"The mayor told Reuters that the ferry was full. {BODY}",
    f"{BODY} AFP said so first, citing an official. According to Reuters the ship was full.",
    f"Ferry sinks\nPhoto: Dana Reed/Reuters\n{BODY}",
    f"By Pa Reed\n{BODY}",
    BODY,
    "",
]


@pytest.mark.parametrize(("text", "name"), WHOLE.items())
def test_the_text_is_an_agencys(text: str, name: str) -> None:
    (first, *_) = credited(Article(id="a", source="", text=text))
    assert (first.agency, first.whole) == (name, True)
    assert first.span is not None and text[first.span.start : first.span.end] == first.span.text


@pytest.mark.parametrize(("text", "name"), PART.items())
def test_an_agency_had_a_part(text: str, name: str) -> None:
    found = {one.agency: one.whole for one in credited(Article(id="a", source="", text=text))}
    assert found[name] is False


@pytest.mark.parametrize("text", NONE)
def test_citing_is_no_credit(text: str) -> None:
    assert credited(Article(id="a", source="", text=text)) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{BODY}\nWith Reuters and AFP", {"Reuters", "Agence France-Presse"}),
        (f"{BODY}\n(With inputs from PTI, ANI and Reuters)", {"Press Trust of India", "ANI", "Reuters"}),
        (f"{BODY}\nThe Associated Press and Reuters contributed to this report.", {"Associated Press", "Reuters"}),
        (f"{BODY}\nHarven Times, AFP, dpa", {"Agence France-Presse", "Deutsche Presse-Agentur"}),
        (f"{BODY}\nWith Reuters. AFP was not asked.", {"Reuters"}),
    ],
)
def test_a_credit_may_name_several_agencies(text: str, names: set[str]) -> None:
    found = credited(Article(id="a", source="", text=text))
    assert {one.agency for one in found} == names
    assert not any(one.whole for one in found)


def test_metadata_credit_an_agency_too() -> None:
    (one,) = credited(Article(id="a", source="", text=BODY, outlet="Reuters"))
    assert (one.agency, one.whole, one.span) == ("Reuters", True, None)


def test_an_agency_has_one_name() -> None:
    assert agency("AFP") == agency("Agence France-Presse") == "Agence France-Presse"
    assert agency("the Harven Times") is None
