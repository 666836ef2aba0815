"""walkback feeds, with real servers on loopback and lists that mean harm."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot.sandbox.newsroom import Newsroom
from store.ledger import open_ledger
from tests.commandline import Walkback, walkback_in

FEED = "<rss version='2.0'><channel><title>Harbour [red]Wire[/red] [/x] :bug:</title><item><title>One</title><guid>1</guid></item></channel></rss>"
ANSWERS = {
    "/feed": (200, "application/rss+xml", FEED),
    "/page": (200, "text/html", "<html><head><title>News</title><link rel='alternate' type='application/rss+xml' href='/feed'></head><body>Hi</body></html>"),
    "/bare": (200, "text/html", "<html><body>Hi</body></html>"),
    "/empty": (200, "application/rss+xml", ""),
    "/500": (500, "text/plain", "sorry"),
    "/404": (404, "text/plain", "gone"),
    "/robots.txt": (404, "text/plain", ""),
}  # fmt: skip


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, kind, body = ANSWERS[self.path]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join(60)


@pytest.fixture
def walkback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    made = walkback_in(tmp_path, monkeypatch, capsys)
    monkeypatch.setenv("WALKBACK_ALLOW_PRIVATE", "1")
    return made


def test_every_feed_of_a_newsroom_can_be_added(walkback: Walkback) -> None:
    with Newsroom(seconds_total=0) as newsroom:
        for url, kind in newsroom.feeds[:4]:
            added = walkback("feeds", "add", url, "--kind", kind)
            assert added.code == 0, added
            assert f"is watched now, as {kind}" in added.out
        listed = walkback("feeds", "list")
    assert [line.split("\t")[1] for line in listed.out.splitlines()] == sorted(url for url, _ in newsroom.feeds[:4])


def test_a_title_that_means_harm_is_shown_as_it_is(walkback: Walkback, site: str) -> None:
    assert "Harbour [red]Wire[/red] [/x] :bug: is watched now" in walkback("feeds", "add", f"{site}/feed").out
    assert walkback("feeds", "list").out.startswith("Harbour [red]Wire[/red] [/x] :bug:\t")


def test_adding_twice_is_no_error(walkback: Walkback, site: str) -> None:
    walkback("feeds", "add", f"{site}/feed")
    again = walkback("feeds", "add", f"  {site}/feed ")
    assert again.code == 0
    assert "is watched already" in again.out
    assert len(walkback("feeds", "list").out.splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "said"),
    [("/page", "/feed"), ("/bare", "/bare"), ("/empty", "empty"), ("/500", "answers 500"), ("/404", "answers 404")],
)
def test_what_is_no_feed_is_named_and_not_watched(walkback: Walkback, tmp_path: Path, site: str, path: str, said: str) -> None:
    line = walkback("feeds", "add", site + path).line
    assert site + path in line
    assert said in line
    assert not (tmp_path / "walkback.db").exists()


@pytest.mark.parametrize("url", ["ftp://a.example/x", "news", "http://", "file:///etc/passwd", "http://127.0.0.1:1/feed"])
def test_an_address_that_cannot_be_fetched_is_named(walkback: Walkback, url: str) -> None:
    assert url in walkback("feeds", "add", url).line


@pytest.mark.parametrize(("path", "said"), [("/500", "answers 500"), ("", "no connection")])
def test_a_server_in_trouble_can_be_watched_all_the_same(walkback: Walkback, tmp_path: Path, site: str, path: str, said: str) -> None:
    url = site + path if path else "http://127.0.0.1:1/feed"
    assert f"walkback feeds add {url} --anyway" in walkback("feeds", "add", url).line
    assert not (tmp_path / "walkback.db").exists()
    added = walkback("feeds", "add", url, "--anyway")
    assert added.code == 0
    assert said in added.out
    assert walkback("feeds", "list").out.split("\t")[1] == url


@pytest.mark.parametrize("url", ["ftp://a.example/x", "http://u:p@a.example/", "/page", "/404"])
def test_what_can_never_be_a_feed_is_not_added_anyway(walkback: Walkback, tmp_path: Path, site: str, url: str) -> None:
    assert walkback("feeds", "add", site + url if url[0] == "/" else url, "--anyway").line
    assert not (tmp_path / "walkback.db").exists()


def test_private_addresses_need_a_setting(walkback: Walkback, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WALKBACK_ALLOW_PRIVATE", "0")
    assert "WALKBACK_ALLOW_PRIVATE=1" in walkback("feeds", "add", f"{site}/feed").line


def test_removing(walkback: Walkback, site: str) -> None:
    walkback("feeds", "add", f"{site}/feed")
    assert f"did you mean {site}/feed?" in walkback("feeds", "remove", site).line
    assert "walkback feeds list" in walkback("feeds", "remove", "https://other.example/").line
    assert walkback("feeds", "remove", f"{site}/feed").code == 0
    empty = walkback("feeds", "list")
    assert (empty.code, empty.out) == (0, "")
    assert "walkback feeds starter" in empty.err


def test_trouble_is_listed(walkback: Walkback, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "walkback.db") as ledger:
        row = ledger.wire.add_feed("https://a.example/f", kind="press", title="", now=datetime(2026, 3, 2, tzinfo=UTC))
        ledger.wire.save_feed(row["id"], failures=3, last_error="answers 500\x1b[31m\nsince noon")
    assert walkback("feeds", "list").out.endswith("\tanswers 500?[31m since noon\n")


def test_a_list_goes_out_and_in_again(walkback: Walkback, tmp_path: Path) -> None:
    assert walkback("feeds", "starter").code == 0
    written = walkback("feeds", "export").out
    (tmp_path / "mine.opml").write_text(written, "utf-8")
    count = written.count("xmlUrl")
    assert count >= 5
    assert walkback("feeds", "import", "mine.opml").out == f"0 feeds added, {count} watched already\n"
    other = walkback("feeds", "import", "mine.opml", "--db", "other.db")
    assert other.out == f"{count} feeds added, 0 watched already\n"
    assert walkback("feeds", "export", "--db", "other.db").out == written


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.opml", None, "cannot be read"),
        ("empty.opml", "", "is not OPML"),
        ("page.opml", "<html><body>no</body></html>", "is not OPML"),
        ("binary.opml", "\x00\x01\x02", "is not OPML"),
        ("none.opml", "<opml><body><outline text='x'/></body></opml>", "lists no feed"),
        ("bomb.opml", "<!DOCTYPE o [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><opml><body><outline text='&b;'/></body></opml>", "lists no feed"),
    ],
)  # fmt: skip
def test_a_bad_list_is_named(walkback: Walkback, tmp_path: Path, name: str, content: str | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    line = walkback("feeds", "import", name).line
    assert name in line
    assert said in line


def test_a_bad_entry_does_not_stop_the_others(walkback: Walkback, tmp_path: Path) -> None:
    (tmp_path / "mixed.opml").write_text(
        "<opml><body><outline text='Bad' xmlUrl='file:///etc/passwd'/><outline text='Good' xmlUrl='https://a.example/f'/></body></opml>"
    )
    done = walkback("feeds", "import", "mixed.opml")
    assert (done.code, done.out) == (0, "1 feeds added, 0 watched already\n")
    assert "file:///etc/passwd" in done.err
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert "file:///etc/passwd" in ledger.wire.problems()[0]["message"]


def test_on_a_terminal_a_table(walkback: Walkback, monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.console import Console

    from bot.commands import common

    walkback("feeds", "starter")
    monkeypatch.setattr(common, "out", Console(force_terminal=True, width=160, emoji=False))
    shown = walkback("feeds", "list").out
    assert "address" in shown
    assert "│" in shown


def test_a_key_in_an_address_is_not_shown_and_the_shown_address_removes_it(walkback: Walkback, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "walkback.db") as ledger:
        ledger.wire.add_feed("https://paid.example/rss?api_key=KEY987", kind="press", title="", now=datetime(2026, 3, 2, tzinfo=UTC))
    listed = walkback("feeds", "list").out
    assert "KEY987" not in listed
    assert "https://paid.example/rss?api_key=[secret]" in listed
    assert walkback("feeds", "remove", "https://paid.example/rss?api_key=[secret]").code == 0
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert ledger.wire.feeds() == []
    refused = walkback("feeds", "add", "http://ghp_xxx@host.example")
    assert refused.code != 0
    assert "ghp_xxx" not in refused.err + refused.out
