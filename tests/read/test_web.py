"""Pages from the web, against a server of this test's own."""
# ruff: noqa: E501  a case is one line, however long

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from variorum.model import Article, Problem
from variorum.read import sources
from variorum.read.web import public
from variorum.settings import Settings

PAGE = (
    b"<html><head><title>Ferry sinks</title></head><body><article><p>Nine people died when a ferry sank off Port Sellin on Friday, "
    b"the coast guard said.</p><p>Divers will go down to the wreck on Saturday, the owner of the ferry said.</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, "_" + self.path.strip("/").split("/")[0].split("?")[0], self._missing)()

    def log_message(self, *args: Any) -> None:
        pass

    def _send(self, data: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def _missing(self) -> None:
        self._send(b"no", status=404)

    def _page(self) -> None:
        self._send(PAGE)

    def _text(self) -> None:
        self._send("Nine people died in a café on Friday.".encode("latin-1"), "text/plain; charset=iso-8859-1")

    def _image(self) -> None:
        self._send(b"\x89PNG", "image/png")

    def _moved(self) -> None:
        self._send(b"", status=301, Location="/page")

    def _round(self) -> None:
        self._send(b"", status=302, Location="/round")

    def _local(self) -> None:
        self._send(b"", status=302, Location="file:///etc/passwd")

    def _hang(self) -> None:
        time.sleep(5)

    def _drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _ in range(50):
            time.sleep(0.1)
            try:
                self.wfile.write(b"X-A: b\r\n"[:1])
                self.wfile.flush()
            except OSError:
                return

    def _endless(self) -> None:
        self._send(b"", "text/plain")
        try:
            while True:
                self.wfile.write(b"words and words " * 4096)
        except OSError:
            return

    def _huge(self) -> None:
        self._send(b"", "text/plain", Content_Length=str(2 * 2**30))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.daemon_threads = True
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()


def fetch(url: str, **settings: Any) -> Article | Problem:
    (one,) = sources([], urls=[url], settings=Settings(**{"private": True, "timeout": 10.0, **settings}))
    return one


def error(url: str, **settings: Any) -> str:
    one = fetch(url, **settings)
    assert isinstance(one, Problem) and one.source == url
    return one.error


def test_a_page(server: str) -> None:
    one = fetch(f"{server}/page")
    assert (
        isinstance(one, Article)
        and one.title == "Ferry sinks"
        and one.source == f"{server}/page"
        and "Divers" in one.text
    )


def test_a_text_in_its_own_charset(server: str) -> None:
    one = fetch(f"{server}/text")
    assert isinstance(one, Article) and "café" in one.text


def test_a_redirect_is_followed(server: str) -> None:
    one = fetch(f"{server}/moved")
    assert isinstance(one, Article) and one.url == f"{server}/page" and one.source == f"{server}/moved"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("round", "redirected more than 5 times"),
        ("local", "only http and https are fetched, not file"),
        ("missing", "answered 404"),
        ("image", "sent image/png, not a page"),
        ("huge", "2,147,483,648 bytes, more than"),
    ],
)
def test_bad_answers(server: str, path: str, said: str) -> None:
    assert said in error(f"{server}/{path}")


def test_a_page_without_end_is_cut(server: str) -> None:
    assert "more than 1,000,000 bytes" in error(f"{server}/endless", largest=1_000_000)


@pytest.mark.parametrize("path", ["hang", "drip"])
def test_a_server_that_hangs(server: str, path: str) -> None:
    began = time.monotonic()
    assert "within 1 seconds" in error(f"{server}/{path}", timeout=1.0)
    assert time.monotonic() - began < 4


def test_private_addresses_are_refused_unless_allowed(server: str) -> None:
    assert "private or local address" in error(f"{server}/page", private=False)
    assert "private or local address" in error(server.replace("127.0.0.1", "localhost") + "/page", private=False)


def test_a_name_that_answers_with_a_private_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *a, **k: [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.7", 80))]
    )
    assert "private or local address" in error("http://news.example/", private=False)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://news.example/a", "not ftp"),
        ("file:///etc/passwd", "not file"),
        ("news.example", "without a scheme"),
        ("http://", "names no server"),
        ("http://[::1", "not an address"),
        ("http://a:99999/", "not an address"),
        ("javascript:alert(1)", "not javascript"),
    ],
)
def test_addresses_that_are_not_fetched(url: str, said: str) -> None:
    assert said in error(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "224.0.0.1",
        "240.0.0.1",
        "100.64.0.1",
        "::",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_public_addresses(address: str) -> None:
    assert public(address)
