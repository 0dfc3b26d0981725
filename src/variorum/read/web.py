"""A page from the web: only http and https, only public addresses, within bounds of time, size and redirects."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import msgspec

from ..errors import SourceError
from ..model import Article, Problem
from ..settings import Settings
from . import open as opened
from . import text

REDIRECTS = 5
CHUNK = 64 * 1024
NAT64 = IPv6Network("64:ff9b::/96")
PATH, QUERY = "/%:@!$&'()*+,;=~-._", "=&%:@!$'()*+,;~-._/?[]"
"""Signs that stay as they are in an address; others are quoted."""
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; variorum)",
    "Accept": "text/html,application/xhtml+xml,text/plain,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/json": "json",
    "application/ld+json": "json",
    "application/feed+json": "json",
    "text/csv": "csv",
    "text/markdown": "text",
    "": None,
}


class Reply(msgspec.Struct, frozen=True):
    """What a server sent: its status, headers' values of use, and the body's bytes."""

    status: int
    kind: str
    charset: str | None
    location: str | None
    body: bytes


def page(url: str, settings: Settings) -> Iterator[Article | Problem]:
    """The article of a page, or the articles of a JSON or CSV file. Raises `SourceError`."""
    reply, address = fetch(url, settings)
    kind = reply.kind
    if kind not in KINDS:
        raise SourceError(url, f"the server sent {kind}, not a page or text")
    if KINDS[kind] == "html" or (KINDS[kind] in (None, "text") and opened.PAGE.match(reply.body[:4096])):
        from . import html

        yield html.article(reply.body, url, url=address, charset=reply.charset)
    elif KINDS[kind] in (None, "text"):
        yield msgspec.structs.replace(text.article(text.decode(reply.body, url, reply.charset), url), url=address)
    else:
        yield from opened.data(reply.body, url, KINDS[kind], settings)


def fetch(url: str, settings: Settings) -> tuple[Reply, str]:
    """The reply to a GET of this address, redirects followed, and the address it came from. Raises `SourceError`."""
    end = time.monotonic() + settings.timeout
    address = url
    for _ in range(REDIRECTS + 1):
        reply = _get(url, address, end, settings)
        if reply.status in (301, 302, 303, 307, 308) and reply.location:
            address = urljoin(address, reply.location)
            continue
        if reply.status != 200:
            raise SourceError(
                url, f"the server answered {reply.status} {http.client.responses.get(reply.status, '')}".strip()
            )
        return reply, address
    raise SourceError(url, f"redirected more than {REDIRECTS} times")


def _get(url: str, address: str, end: float, settings: Settings) -> Reply:
    parts = _checked(url, address)
    host = parts.hostname or ""
    late = f"no whole answer within {settings.timeout:g} seconds"
    try:
        connection = _connect(url, parts, _addresses(url, host, parts.port or _port(parts), settings.private), end)
        alarm = threading.Timer(
            max(0.0, end - time.monotonic()), _hang_up, [connection]
        )  # a server may send a byte a second
        alarm.daemon = True
        alarm.start()
        try:
            query = f"?{quote(parts.query, safe=QUERY)}" if parts.query else ""
            connection.request("GET", quote(parts.path or "/", safe=PATH) + query, headers=HEADERS)
            return _reply(connection, url, end, settings)
        finally:
            alarm.cancel()
            connection.close()
    except TimeoutError:
        raise SourceError(url, late) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if time.monotonic() >= end:
            raise SourceError(url, late) from None
        raise SourceError(url, f"cannot be fetched ({str(error) or type(error).__name__})") from None


def _port(parts: SplitResult) -> int:
    return 443 if parts.scheme == "https" else 80


def _checked(url: str, address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise SourceError(url, "this is not an address of a page") from None
    if parts.scheme not in ("http", "https"):
        raise SourceError(url, f"only http and https are fetched, not {parts.scheme or 'an address without a scheme'}")
    if not parts.hostname:
        raise SourceError(url, "this address names no server")
    return parts


def _addresses(url: str, host: str, port: int, private: bool) -> list[str]:
    """The server's addresses, all of them public unless private ones are allowed."""
    try:
        name = host.encode("idna").decode("ascii") if not host.isascii() else host
        found = [str(info[4][0]) for info in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise SourceError(url, f"no server is called {host}") from None
    if not private and not all(public(one) for one in found):
        raise SourceError(url, f"{host} is a private or local address: read only when this is allowed (--private)")
    return found


def public(address: str) -> bool:
    """Whether an IP address is one of the open internet; an IPv4 address inside an IPv6 one is judged as itself."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip in NAT64:
            return public(str(IPv4Address(int(ip) & 0xFFFFFFFF)))
        inner = ip.ipv4_mapped or ip.sixtofour
        ip = inner or ip
    return ip.is_global and not (
        ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local
    )


def _connect(url: str, parts: SplitResult, addresses: list[str], end: float) -> http.client.HTTPConnection:
    """A connection to one of the addresses that were checked, so that a second answer of the name server changes nothing."""
    host, port = parts.hostname or "", parts.port or _port(parts)
    connection: http.client.HTTPConnection = http.client.HTTPConnection(host, port)
    failure: OSError | None = None
    for address in addresses[:4]:
        try:
            sock = socket.create_connection((address, port), timeout=_left(end))
            if parts.scheme == "https":
                sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
                connection.default_port = 443
        except OSError as error:
            failure = error
            continue
        connection.sock = sock
        return connection
    raise failure or OSError(f"no server answers at {url}")


def _hang_up(connection: http.client.HTTPConnection) -> None:
    with contextlib.suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _reply(connection: http.client.HTTPConnection, url: str, end: float, settings: Settings) -> Reply:
    connection.sock.settimeout(_left(end))
    got = connection.getresponse()
    kind = got.headers.get_content_type() if got.headers.get("Content-Type") else ""
    length = got.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > settings.largest:
        raise SourceError(url, f"the page has {int(length):,} bytes, more than the {settings.largest:,} that are read")
    body = bytearray()
    while got.status == 200 and (chunk := _chunk(connection, got, end)):
        body += chunk
        if len(body) > settings.largest:
            raise SourceError(url, f"the page has more than {settings.largest:,} bytes, the most that are read")
    packed = got.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip", "deflate")
    found = _unpacked(bytes(body), url, settings.largest) if packed else bytes(body)
    _left(end)
    return Reply(got.status, kind, got.headers.get_content_charset(), got.headers.get("Location"), found)


def _unpacked(body: bytes, url: str, largest: int) -> bytes:
    """The body that a server packed although it was asked not to."""
    try:
        found = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, largest + 1)
    except zlib.error:
        raise SourceError(url, "the server sent packed data that cannot be unpacked") from None
    if len(found) > largest:
        raise SourceError(url, f"the page expands to more than {largest:,} bytes, the most that are read")
    return found


def _chunk(connection: http.client.HTTPConnection, got: http.client.HTTPResponse, end: float) -> bytes:
    """What the server has ready, waiting no longer than the time that is left."""
    if connection.sock is not None:
        connection.sock.settimeout(_left(end))
    _left(end)
    return got.read1(CHUNK)
