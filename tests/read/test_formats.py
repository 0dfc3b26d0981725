"""Every format and every shape of record that is read."""
# ruff: noqa: E501  a case is one line, however long

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from reading import Read, reader

from variorum.model import When
from variorum.read import article
from variorum.read.dates import when
from variorum.read.language import language

BODY = "Nine people died when a ferry sank off Port Sellin on Friday. The coast guard said that 47 were still missing."
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>Nine die in ferry disaster | Evening Post</title>
<meta property="og:site_name" content="Evening Post"><meta property="article:published_time" content="2023-11-11T08:30:00+01:00">
<meta name="author" content="Lena Hauk"></head><body><nav><a href="/">Home</a></nav><article><h1>Nine die in ferry disaster</h1>
<p>Nine people died when a ferry sank off Port Sellin on Friday. The café at the pier took in survivors, the owner said.</p>
<p>The coast guard said that 47 people were still missing on Saturday morning, and that divers would go down at noon.</p>
<figure><img src="a.jpg"><figcaption>The hull of the ferry on November 10, 2023.</figcaption></figure></article>
<footer>© Evening Post</footer></body></html>"""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_a_page(read: Read, charset: str) -> None:
    (one,) = read("a.html", PAGE.format(charset=charset).encode(charset))
    assert one.title == "Nine die in ferry disaster" and one.text.startswith(
        "Nine die in ferry disaster\n\nNine people died"
    )
    assert "café" in one.text and "Home" not in one.text and "©" not in one.text
    assert (one.outlet, one.authors, one.language) == ("Evening Post", ("Lena Hauk",), "en")
    assert one.published == When(
        "2023-11-11T08:30:00+01:00",
        "2023-11-11T08:30:00+01:00",
        "metadata",
        "the page's meta element article:published_time",
    )
    (caption,) = one.parts
    assert one.text[caption.start : caption.end] == "The hull of the ferry on November 10, 2023."


def test_a_page_with_json_ld_is_read_without_its_visible_body(read: Read) -> None:
    linked = {
        "@graph": [
            {"@type": "Person", "name": "No Article"},
            {
                "@type": "NewsArticle",
                "headline": "Ferry sinks",
                "articleBody": BODY,
                "datePublished": "2023-11-11",
                "publisher": {"name": "The Post"},
                "author": [{"name": "A. Voss"}, {"name": "T. Reil"}],
            },
        ]
    }
    (one,) = read(
        "a.html",
        f"<html><head><script type='application/ld+json'>{json.dumps(linked)}</script></head><body></body></html>",
    )
    assert (one.title, one.outlet, one.authors) == ("Ferry sinks", "The Post", ("A. Voss", "T. Reil"))
    assert BODY in one.text and one.published.earliest == "2023-11-11"


@pytest.mark.parametrize(
    "row",
    [
        {
            "maintext": BODY,
            "title": "Ferry sinks",
            "date_publish": "2023-11-11 00:00:00",
            "source_domain": "post.example",
            "authors": ["A. Voss"],
            "url": "https://post.example/1",
        },
        {
            "text": BODY,
            "title": "Ferry sinks",
            "publish_date": "2023-11-11",
            "source_url": "https://post.example/1",
            "authors": "By A. Voss",
            "outlet": "post.example",
        },
        {
            "@type": "NewsArticle",
            "articleBody": BODY,
            "headline": "Ferry sinks",
            "datePublished": "2023-11-11",
            "author": {"name": "A. Voss"},
            "publisher": {"name": "post.example"},
            "mainEntityOfPage": {"@id": "https://post.example/1"},
        },
        {
            "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [BODY]}]},
            "title": "Ferry sinks",
            "publishing_date": "2023-11-11",
            "authors": ["A. Voss"],
            "publisher": "post.example",
            "url": "https://post.example/1",
        },
        {
            "content_html": f"<p>{BODY}</p>",
            "Title": "Ferry sinks",
            "pubDate": "Sat, 11 Nov 2023 00:00:00",
            "byline": "A. Voss",
            "Site-Name": "post.example",
            "link": "https://post.example/1",
        },
    ],
)
def test_records_of_all_makers(row: dict[str, Any]) -> None:
    one = article(row, "a.json")
    assert (one.title, one.outlet, one.authors, one.url) == (
        "Ferry sinks",
        "post.example",
        ("A. Voss",),
        "https://post.example/1",
    )
    assert one.text == f"Ferry sinks\n\n{BODY}"
    assert (
        one.published is not None and one.published.earliest is not None and one.published.earliest[:10] == "2023-11-11"
    )


@pytest.mark.parametrize(
    "wrap",
    [
        lambda r: r,
        lambda r: [r],
        lambda r: {"articles": [r]},
        lambda r: {"data": {"articles": [r]}},
        lambda r: {"items": [r]},
        lambda r: {"article": r},
    ],
)
def test_json_wrappers(read: Read, wrap: Any) -> None:
    (one,) = read("a.json", json.dumps(wrap({"text": BODY})))
    assert one.text == BODY


def test_json_of_several_names_each(read: Read) -> None:
    found = read("a.json", json.dumps([{"id": 7, "text": BODY}, {"text": BODY + " More."}]))
    assert [one.source.rpartition("/")[2] for one in found] == ["a.json#7", "a.json:2"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_csv(read: Read, mark: str) -> None:
    (one,) = read("a.csv", f'id{mark}title{mark}text\n1{mark}Ferry sinks{mark}"{BODY}"\n')
    assert one.source.endswith("a.csv#1") and one.text == f"Ferry sinks\n\n{BODY}"


def test_csv_with_blank_lines_and_odd_rows(read: Read) -> None:
    found = read("a.csv", "\n\ntext,title\nHello there,X\n,,,,\nAgain,Y,extra,more\n")
    assert [one.text for one in found] == ["X\n\nHello there", "Y\n\nAgain"]


def test_a_page_that_names_a_charset_that_is_none(read: Read) -> None:
    (one,) = read(
        "a.html",
        b"<meta charset='hex'><p>Nine people died when the ferry \xe9clair sank off Port Sellin on Friday.</p>",
    )
    assert "éclair" in one.text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (BODY.encode(), "text"),
        (json.dumps({"text": BODY}).encode(), "text"),
        (f"<p>{BODY}</p>".encode(), "text"),
        (("\ufeff" + BODY).encode("utf-8"), "text"),
        (BODY.encode("utf-16"), "text"),
    ],
)
def test_standard_input_is_known_by_its_bytes(read: Read, data: bytes, kind: str) -> None:
    (one,) = read(data, stdin=True)
    assert (one.source, one.text) == ("-", BODY)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café “open”".encode("windows-1252"), "Café “open”"),
        ("Café “open”".encode(), "Café “open”"),
        ("Café “open”".encode("utf-16"), "Café “open”"),
        ("Café “open”".encode("utf-16-le"), "Café “open”"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
        (b"\xef\xbb\xbfone", "one"),
        ("Café “open” und “zu” – é".encode() + b"\xe2\x80", "Café “open” und “zu” – é\ufffd"),
        (b"nul\x00l", "nul\ufffdl"),
    ],
)
def test_encodings(read: Read, data: bytes, text: str) -> None:
    assert read("a.txt", data + b" " * 0)[0].text == text


def test_russian_in_windows_1251(read: Read) -> None:
    text = (
        "В понедельник министр сообщил, что в результате пожара погибли девять человек. Поиски пропавших продолжаются."
    )
    (one,) = read("a.txt", text.encode("windows-1251"))
    assert (one.text, one.language) == (text, "ru")


def test_markdown_with_a_head(read: Read) -> None:
    (one,) = read(
        "a.md", f"---\ntitle: Ferry sinks\ndate: 2023-11-11\nauthor: A. Voss\n---\n\n# Ferry sinks\n\n{BODY}\n"
    )
    assert (one.title, one.authors, one.published.earliest) == ("Ferry sinks", ("A. Voss",), "2023-11-11")
    assert one.text.startswith("# Ferry sinks")


def test_the_date_that_the_user_knows_goes_to_texts_without_one(read: Read) -> None:
    assert read("a.txt", BODY, published="2024-03-21")[0].published == When(
        "2024-03-21", "2024-03-21", "metadata", "given by the user"
    )
    assert (
        read("a.json", json.dumps({"text": BODY, "date": "2020-01-02"}), published="2024-03-21")[0].published.earliest
        == "2020-01-02"
    )


def test_the_same_text_is_the_same_article(read: Read) -> None:
    assert read("a.txt", BODY)[0].id == read("b.txt", BODY)[0].id != read("c.txt", BODY + "!")[0].id


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("2024-03-21", "2024-03-21", "2024-03-21"),
        ("2024-03-21T10:00:00Z", "2024-03-21T10:00:00+00:00", "2024-03-21T10:00:00+00:00"),
        ("2024-03-21 00:00:00", "2024-03-21", "2024-03-21"),
        ("2024-03-21 10:00:00 +0100", "2024-03-21T10:00:00+01:00", "2024-03-21T10:00:00+01:00"),
        ("Thu, 21 Mar 2024 10:00:00 GMT", "2024-03-21T10:00:00+00:00", "2024-03-21T10:00:00+00:00"),
        (1711015200, "2024-03-21T10:00:00+00:00", "2024-03-21T10:00:00+00:00"),
        (1711015200000, "2024-03-21T10:00:00+00:00", "2024-03-21T10:00:00+00:00"),
        ("20240321", "2024-03-21", "2024-03-21"),
        ("20240321103000", "2024-03-21", "2024-03-21"),
        ("March 21, 2024", "2024-03-21", "2024-03-21"),
        ("21 Mar 2024", "2024-03-21", "2024-03-21"),
        ("Thursday, March 21st, 2024 5:14 pm", "2024-03-21", "2024-03-21"),
        ("21.3.2024", "2024-03-21", "2024-03-21"),
        ("2024/3/21", "2024-03-21", "2024-03-21"),
        ("03/21/2024", "2024-03-21", "2024-03-21"),
        ("21/03/2024", "2024-03-21", "2024-03-21"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_dates(value: Any, low: str, high: str) -> None:
    assert when(value, "why") == When(low, high, "metadata", "why")


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "soon",
        "2024-02-30",
        "0001-01-01",
        "03/04/2024",
        0,
        -5,
        1e30,
        "99999999",
        True,
        [],
        {},
        "2024-13",
        "31 June 2024",
        float("nan"),
    ],
)
def test_what_is_no_date_is_left_out(value: Any) -> None:
    assert when(value, "why") is None


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"text": None},
        {"text": 5},
        {"text": ["a", 3, None]},
        {"title": {}, "text": "x", "authors": [None, 3, {"x": 1}]},
        {"text": "x", "url": 3, "language": 7, "id": []},
        {"text": "\ud800 lone", "title": "\udfff"},
        {1: "x", "text": "y"},
    ],
)
def test_odd_records_do_not_raise(row: dict[Any, Any]) -> None:
    article(row, "a").text.encode()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said on Monday that the talks had failed and that no date had been set for new ones.", "en"),
        ("POLICE SAY TWO MEN WERE HURT IN THE FIRE AT THE HARBOUR ON MONDAY NIGHT", "en"),
        ("Ambassador Kofi Mensah met President Jan Novak and General Ito Watanabe in Valdora.", "en"),
        (
            "Der Minister sagte am Montag, dass die Gespräche gescheitert seien und kein neuer Termin vereinbart wurde.",
            "de",
        ),
        ("Le ministre a déclaré lundi que les pourparlers avaient échoué et qu'aucune date n'avait été fixée.", "fr"),
        ("大臣は月曜日に、会談が決裂したと述べ、次の日程は決まっていないと語った。", "ja"),
        ("وقال الوزير يوم الاثنين إن المحادثات فشلت ولم يتم تحديد موعد جديد لها.", "ar"),
        ("Fire in Tarn", None),
        ("", None),
        ("12 34 56", None),
    ],
)
def test_languages(text: str, code: str | None) -> None:
    found = language(text)
    assert found == code or (code == "en" and found is None)
