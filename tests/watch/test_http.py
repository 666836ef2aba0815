from __future__ import annotations

import contextlib
import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler

import httpx2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.watch import guard, http
from bot.watch.http import Fetcher, FetchError, check_url
from tests.watch.server import Answer, Server


def test_an_answer_with_its_headers(server: Server, fetcher: Fetcher) -> None:
    server.routes["/a?b=1"] = Answer("héllo", headers={"Cache-Control": "max-age=60"})
    got = fetcher.get(f"{server.url}/a?b=1#part")
    assert (got.status, got.body, got.ok) == (200, "héllo".encode(), True)
    assert got.headers["cache-control"] == "max-age=60"
    assert got.url == got.final_url == f"{server.url}/a?b=1"
    assert server.seen[0][1]["user-agent"] == "Walkback/0.1 (+https://walkback.example)"
    assert not fetcher.get(f"{server.url}/gone").ok


def test_a_conditional_request_is_answered_with_not_modified(server: Server, fetcher: Fetcher) -> None:
    server.routes["/f"] = Answer("feed", etag='"v1"')
    first = fetcher.get(f"{server.url}/f")
    again = fetcher.get(
        f"{server.url}/f", etag=first.headers["etag"], modified="Mon, 02 Mar 2026 07:15:00 GMT"
    )
    assert again.not_modified
    assert again.ok
    assert server.seen[1][1]["if-modified-since"].startswith("Mon")


def test_connections_are_used_again(server: Server, fetcher: Fetcher) -> None:
    ports = set()

    def route(handler: BaseHTTPRequestHandler) -> None:
        ports.add(handler.client_address[1])
        handler.send_response(200)
        handler.send_header("Content-Length", "2")
        handler.end_headers()
        handler.wfile.write(b"ok")

    server.routes["/"] = route
    for _ in range(3):
        fetcher.get(server.url)
    assert len(ports) == 1


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", lambda b: zlib.compress(b)[2:-4])],
)
def test_packed_answers(
    server: Server, fetcher: Fetcher, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    server.routes["/p"] = Answer(pack(b"words " * 50), headers={"Content-Encoding": coding})
    assert fetcher.get(f"{server.url}/p").body == b"words " * 50


@pytest.mark.parametrize("layers", [1, 2])
def test_a_gzip_bomb_is_cut_short(server: Server, layers: int) -> None:
    bomb = b"\0" * 40_000_000
    for _ in range(layers):
        bomb = gzip.compress(bomb)
    server.routes["/bomb"] = Answer(bomb, headers={"Content-Encoding": ", ".join(["gzip"] * layers)})
    small = Fetcher("Walkback", allow_private=True, max_bytes=1_000_000)
    with pytest.raises(FetchError, match="larger than 1 MB") as caught:
        small.get(f"{server.url}/bomb")
    assert caught.value.fault == "too big"
    small.close()


@pytest.mark.parametrize("coding", ["compress", "gzip, x-strange", "gzip, gzip, gzip, gzip, gzip, gzip"])
def test_answers_that_cannot_be_unpacked(server: Server, fetcher: Fetcher, coding: str) -> None:
    server.routes["/p"] = Answer(b"not packed at all", headers={"Content-Encoding": coding})
    with pytest.raises(FetchError) as caught:
        fetcher.get(f"{server.url}/p")
    assert caught.value.fault == "garbled"


def test_an_endless_body_is_left(server: Server) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)

    server.routes["/endless"] = endless
    small = Fetcher("Walkback", allow_private=True, max_bytes=200_000)
    with pytest.raises(FetchError, match="larger"):
        small.get(f"{server.url}/endless")
    small.close()


def test_a_large_answer_that_stalls_holds_up_no_other_large_one(server: Server) -> None:
    begun, go_on = threading.Event(), threading.Event()
    large = b"x" * (2 * http.LARGE)

    def stalling(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(2 * len(large)))
        handler.end_headers()
        handler.wfile.write(large)
        begun.set()
        go_on.wait(60)
        handler.wfile.write(large)

    server.routes["/stalling"] = stalling
    server.routes["/large"] = Answer(large)
    patient = Fetcher("Walkback", allow_private=True, timeout=60)
    with ThreadPoolExecutor(1) as pool, contextlib.closing(patient):
        first = pool.submit(patient.get, f"{server.url}/stalling")
        assert begun.wait(60)
        assert patient.get(f"{server.url}/large").body == large
        go_on.set()
        assert first.result().size == 2 * len(large)


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_slow_drip_runs_into_the_limit(server: Server, part: str) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        if part == "body":
            handler.send_response(200)
            handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"H")
            time.sleep(0.02)  # the drip itself

    server.routes["/drip"] = drip
    quick = Fetcher("Walkback", allow_private=True, timeout=0.3)
    started = time.monotonic()
    with pytest.raises(FetchError) as caught:
        quick.get(f"{server.url}/drip")
    assert caught.value.fault == "timeout"
    assert time.monotonic() - started < 2
    quick.close()


def test_redirects_are_followed_and_the_lasting_ones_told(server: Server, fetcher: Fetcher) -> None:
    server.routes["/old"] = Answer(status=301, headers={"Location": "/new"})
    server.routes["/new"] = Answer(status=302, headers={"Location": f"{server.url}/today"})
    server.routes["/today"] = Answer("here")
    got = fetcher.get(f"{server.url}/old")
    assert (got.body, got.final_url, got.moved_to) == (b"here", f"{server.url}/today", f"{server.url}/new")
    assert fetcher.get(f"{server.url}/new").moved_to == ""


def test_endless_redirects_end(server: Server, fetcher: Fetcher) -> None:
    server.routes["/loop"] = Answer(status=302, headers={"Location": "/loop"})
    with pytest.raises(FetchError, match="more than 10 times"):
        fetcher.get(f"{server.url}/loop")
    assert server.asked("/loop") == 11


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "http://u:p@a.example/", "http://[::1"]
)
def test_redirects_to_strange_places_are_refused(server: Server, fetcher: Fetcher, target: str) -> None:
    server.routes["/away"] = Answer(status=302, headers={"Location": target})
    with pytest.raises(FetchError, match="redirected to"):
        fetcher.get(f"{server.url}/away")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "gopher://a.example",
        "javascript:alert(1)",
        "a.example/feed",
        "http://",
        "http://user:secret@a.example/",
        "http://a.example\\@127.0.0.1/",
        "http://a.example:99999/",
        "http://[::1/",
        "http://a.example/" + "x" * 5000,
    ],
)
def test_addresses_that_are_not_fetched(fetcher: Fetcher, url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher.get(url)
    assert caught.value.fault == "refused"
    assert "\n" not in str(caught.value)
    assert fetcher.permission(url) == "forbidden"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "0x7f000001",
        "2130706433",
        "017700000001",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
    ],
)
def test_every_spelling_of_this_machine_is_refused(server: Server, host: str) -> None:
    port = server.url.rsplit(":", 1)[1]
    strict = Fetcher("Walkback")
    with pytest.raises(FetchError) as caught:
        strict.get(f"http://{host}:{port}/")
    assert caught.value.fault in ("refused", "network")  # a system may not know the spelling at all
    assert not server.seen
    strict.close()


def test_a_redirect_to_a_private_address_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.routes["/away"] = Answer(status=302, headers={"Location": "http://localhost:1/secret"})
    # loopback counts as public here, but only under its number
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1" and not redirected)
    redirected: list[str] = []
    plain = socket.getaddrinfo

    def watched(host: str, *args: object, **kwargs: object) -> object:
        if host == "localhost":
            redirected.append(host)
        return plain(host, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(guard.socket, "getaddrinfo", watched)
    strict = Fetcher("Walkback")
    with pytest.raises(FetchError, match="not on the open internet; set WALKBACK_ALLOW_PRIVATE=1") as caught:
        strict.get(f"{server.url}/away")
    assert caught.value.fault == "refused"
    strict.close()


def test_the_name_is_looked_up_once_and_that_address_is_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.url.rsplit(":", 1)[1])
    answers = [
        [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))],
        [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", port))],
    ]
    monkeypatch.setattr(guard.socket, "getaddrinfo", lambda *a, **k: answers.pop(0))
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")
    server.routes["/"] = Answer("once")
    strict = Fetcher("Walkback")
    assert strict.get(f"http://rebinding.example:{port}/").body == b"once"
    assert len(answers) == 1
    strict.close()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "nonsense",
    ],
)
def test_addresses_off_the_open_internet(address: str) -> None:
    assert not guard.is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet(address: str) -> None:
    assert guard.is_public(address)


def test_servers_that_are_not_there(fetcher: Fetcher) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(FetchError, match="no connection") as caught:
        fetcher.get(f"http://127.0.0.1:{port}/")
    assert caught.value.fault == "network"
    with pytest.raises(FetchError, match="cannot be found"):
        fetcher.get("http://no-such-name.invalid/")
    with pytest.raises(FetchError):
        fetcher.get(f"https://127.0.0.1:{port}/")


def test_no_tls_where_it_was_asked_for(server: Server, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="no encrypted connection"):
        fetcher.get(server.url.replace("http:", "https:"))


def test_garbage_instead_of_http(server: Server, fetcher: Fetcher) -> None:
    server.routes["/g"] = lambda handler: handler.wfile.write(b"\0\1\2 this is no answer\r\n\r\n") and None
    with pytest.raises(FetchError) as caught:
        fetcher.get(f"{server.url}/g")
    assert caught.value.fault == "garbled"


def test_a_connection_closed_while_idle_is_opened_again(server: Server, fetcher: Fetcher) -> None:
    def once(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "2")
        handler.end_headers()
        handler.wfile.write(b"ok")
        handler.close_connection = True

    server.routes["/"] = once
    assert [fetcher.get(server.url).body for _ in range(3)] == [b"ok"] * 3


def test_robots_is_honoured_and_kept(server: Server, fetcher: Fetcher) -> None:
    server.routes["/robots.txt"] = Answer("User-agent: *\nDisallow: /private/\n", type="text/plain")
    assert fetcher.allowed(f"{server.url}/news/1")
    assert fetcher.permission(f"{server.url}/private/1") == "forbidden"
    assert server.asked("/robots.txt") == 1


def test_no_robots_file_allows_all(server: Server, fetcher: Fetcher) -> None:
    assert fetcher.allowed(f"{server.url}/any")


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_robots_file_that_cannot_be_read_forbids_for_an_hour(server: Server, status: int) -> None:
    now = [0.0]
    polite = Fetcher("Walkback/1", allow_private=True, clock=lambda: now[0])
    server.routes["/robots.txt"] = Answer(status=status)
    assert polite.permission(f"{server.url}/a") == "unreachable"
    server.routes["/robots.txt"] = Answer("User-agent: walkback\nDisallow: /b")
    assert polite.permission(f"{server.url}/a") == "unreachable"
    now[0] += http.ROBOTS_RETRY_SECONDS + 1
    assert polite.permission(f"{server.url}/a") == "allowed"
    server.routes["/robots.txt"] = Answer(status=status)
    now[0] += http.ROBOTS_SECONDS + 1
    assert polite.permission(f"{server.url}/b") == "forbidden", "what it said before still holds"
    assert polite.permission(f"{server.url}/a") == "allowed"
    polite.close()


def test_a_robots_file_that_redirects_for_ever_is_none(server: Server, fetcher: Fetcher) -> None:
    server.routes["/robots.txt"] = Answer(status=302, headers={"Location": "/robots.txt"})
    assert fetcher.allowed(f"{server.url}/a")


def test_only_the_head_of_a_huge_robots_file_is_read(server: Server, fetcher: Fetcher) -> None:
    server.routes["/robots.txt"] = Answer("User-agent: *\nDisallow: /a\n" + "# more\n" * 200_000)
    assert not fetcher.allowed(f"{server.url}/a")


def test_the_table_of_robots_files_stays_small(
    server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "_ROBOTS_KEPT", 1)
    for host in ("127.0.0.1", "localhost", "127.0.0.1"):
        assert fetcher.allowed(server.url.replace("127.0.0.1", host))
    assert server.asked("/robots.txt") == 3


def test_fragments_go_and_the_rest_stays() -> None:
    assert check_url(" https://a.example/x?y=1#z ") == "https://a.example/x?y=1"


@settings(max_examples=200)
@given(st.text(st.one_of(st.characters(), st.sampled_from("htp:/@\\?#%[]127.0x\r\n\t ")), max_size=60))
@example("?\\")
def test_an_address_is_refused_or_plain(text: str) -> None:
    for url in (text, "http://" + text, "http://127.0.0.1" + text):
        checked, error = _checked(url)
        if error is not None:
            assert error.fault == "refused"
            assert len(str(error).splitlines()) == 1
            continue
        assert checked.startswith(("http://", "https://"))
        assert checked.isascii()
        assert not set(checked) & set(" \r\n\t\\\x00")
        assert not httpx2.URL(checked).userinfo


def _checked(url: str) -> tuple[str, FetchError | None]:
    try:
        return check_url(url), None
    except FetchError as error:
        return "", error


@settings(max_examples=200)
@given(st.ip_addresses())
def test_no_private_address_passes(address: object) -> None:
    import ipaddress

    ip = ipaddress.ip_address(str(address))
    if ip.is_private or ip.is_multicast or ip.is_link_local or ip.is_loopback:
        mapped = getattr(ip, "ipv4_mapped", None)
        assert not guard.is_public(str(ip)) or mapped is not None
    if ip.version == 4 and not guard.is_public(str(ip)):
        assert not guard.is_public(f"::ffff:{ip}")
        assert not guard.is_public(f"64:ff9b::{ip}")
