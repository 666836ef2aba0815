"""A wire of invented newsrooms on loopback: feeds and pages over real HTTP, at an accelerated pace.

Episodes (the format of `bot/sandbox/wire`) are released article by article, in order of publication. Every host
of the wire keeps a name of its own: `https://outlet.example/path` is served as `http://outlet.localhost:PORT/path` (names
under .localhost are this machine: RFC 6761, 6.3), with one feed a host. Story time is kept: all dates, those in the texts too, are moved by the same number of whole weeks,
so that weekdays stay right and the last article is less than a week old.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.sandbox.newsprint import FORMATS, Site, Story, feed, front_page, page
from bot.sandbox.storytime import move_dates
from store.engine import moment

WIRE = Path(__file__).parent / "wire"
#: What `walkback feeds` calls the source of an article of this kind.
_FEED_KINDS = {"press_release": "company", "filing": "market", "court": "court"}
#: Seconds that an update waits, at least, for its page to be fetched: a slow machine must not miss a version.
UNREAD = 10.0
_ROBOTS = "User-agent: *\nDisallow: /newsdesk/\nAllow: /\n"


class Newsroom:
    """Serves a folder of episodes as feeds and pages. Use it as a context manager, or `start()` and `stop()`.

    Args:
        episodes_dir: the folder with the wire; every `*.json` in it is read. Raises ValueError for a bad file.
        seconds_total: how long it takes until everything is out. 0 puts all of it out at the start.
        port: 0 takes any free port.
        now: the moment the story is moved to; default: the clock's, at creation.
        manual: nothing appears by itself, only by `release_next()`.

    `feeds` is a list of (url, kind) and known from the start; `done` is set when everything is out.
    Safe to use from several threads.
    """

    def __init__(
        self,
        episodes_dir: str | Path = WIRE,
        *,
        seconds_total: float = 25.0,
        port: int = 0,
        now: datetime | None = None,
        manual: bool = False,
    ) -> None:
        rows, companies = read_wire(Path(episodes_dir))
        if not rows:
            raise ValueError(f"{episodes_dir} holds no articles: name a folder with episode files (*.json)")
        self.shift = whole_weeks(max(row["published"] for row in rows), now or datetime.now(UTC))
        self._lock = threading.Lock()
        self._read = threading.Condition(self._lock)
        self._fetched: set[str] = set()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._queue = [self._story(row) for row in rows]
        self._out: list[Story] = []
        self._started = datetime.now(UTC)
        self._seconds = seconds_total
        self._manual = manual
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self.done = threading.Event()
        hosts = sorted({story.host for story in self._queue})
        self._formats = {host: FORMATS[i % len(FORMATS)] for i, host in enumerate(hosts)}
        self._sites = {host: self._site(next(s for s in self._queue if s.host == host)) for host in hosts}
        self._kinds = {host: _kind([s for s in self._queue if s.host == host], companies) for host in hosts}
        self.feeds = [(f"{self._home(host)}{self._formats[host].path}", self._kinds[host]) for host in hosts]

    def start(self) -> Newsroom:
        """Begin to serve, and (unless `manual`) to release."""
        self._threads = [
            threading.Thread(target=self._server.serve_forever, args=(0.05,), name="newsroom", daemon=True)
        ]
        if not self._manual:
            self._threads.append(
                threading.Thread(target=self._release_all, name="newsroom-clock", daemon=True)
            )
        for thread in self._threads:
            thread.start()
        return self

    def stop(self) -> None:
        """End serving; what was released stays in `released`."""
        self._stop.set()
        with self._read:
            self._read.notify_all()
        if self._threads:
            self._server.shutdown()
            for thread in self._threads:
                thread.join(5)
        self._server.server_close()

    def __enter__(self) -> Newsroom:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def release_next(self) -> Story | None:
        """Put the next article out now; None when there is none left."""
        with self._lock:
            if not self._queue:
                return None
            story = self._queue.pop(0)
            self._out.append(story)
            if not self._queue:
                self.done.set()
            return story

    @property
    def waits(self) -> bool:
        """Would the next article replace a page whose present version nobody has fetched yet?"""
        with self._lock:
            return self._unread() != ""

    @property
    def released(self) -> tuple[Story, ...]:
        """What is out, in order of publication. A page that was updated stands here once per version."""
        with self._lock:
            return tuple(self._out)

    @property
    def total(self) -> int:
        """How many articles there are in all."""
        with self._lock:
            return len(self._out) + len(self._queue)

    def address(self, url: str) -> str:
        """Where a page of the wire is served: "https://outlet.example/x" -> "http://outlet.localhost:PORT/x"."""
        parts = urlsplit(url)
        return f"{self._home(parts.netloc)}{parts.path.lstrip('/')}"

    def _home(self, host: str) -> str:
        return f"http://{_local(host)}:{self._server.server_address[1]}/"

    def answer(self, name: str, path: str) -> tuple[bytes, str, datetime] | None:
        """Body, content type and time of the last change of what stands at a path of a host; None when nothing does."""
        if path == "/robots.txt":
            return _ROBOTS.encode(), "text/plain; charset=utf-8", self._started
        host = next((host for host in self._formats if _local(host) == name), "")
        if not host:
            return None
        rest, site = path.lstrip("/"), self._sites[host]
        out = self.released
        here = [story for story in out if story.host == host]
        changed = max((story.published for story in here), default=self._started)
        style = self._formats[host]
        if rest == style.path:
            return feed(style, site, here).encode(), style.content_type, changed
        if not rest:
            return (
                front_page(site, here, style).encode(),
                "text/html; charset=utf-8",
                changed,
            )
        versions = [story for story in here if urlsplit(story.url).path == path]
        if not versions:
            return None
        with self._read:
            self._fetched.add(versions[-1].url)
            self._read.notify_all()
        return page(versions, here, site.home).encode(), "text/html; charset=utf-8", changed

    def _site(self, first: Story) -> Site:
        return Site(self._home(first.host), first.outlet, first.lang)

    def _story(self, row: dict[str, Any]) -> Story:
        return Story(
            url=self.address(row["url"]),
            host=urlsplit(row["url"]).netloc,
            outlet=row["outlet"],
            kind=row["kind"],
            lang=row["lang"],
            title=row["title"],
            text=move_dates(row["text"], row["lang"], self.shift),
            published=row["published"] + self.shift,
            original=row["url"],
        )

    def _release_all(self) -> None:
        pause = self._seconds / self.total
        while True:
            self._let_be_read()
            if self.release_next() is None or (pause and self._stop.wait(pause)):
                return

    def _let_be_read(self) -> None:
        """Hold an update back for a while, until somebody has fetched the version that it replaces."""
        with self._read:
            patience = max(self._seconds / 4, UNREAD) if self._seconds else 0.0
            self._read.wait_for(lambda: not self._unread() or self._stop.is_set(), patience)

    def _unread(self) -> str:
        """The page that is out, unfetched, and replaced by the next article; "" when there is none."""
        coming = self._queue[0].url if self._queue else ""
        return coming if coming not in self._fetched and any(story.url == coming for story in self._out) else ""


def read_wire(folder: Path) -> tuple[list[dict[str, Any]], frozenset[str]]:
    """The articles of all files of a wire in order of publication, and the names of its companies.

    Raises ValueError naming the file that is not an episode or a list of articles.
    """
    rows: list[dict[str, Any]] = []
    companies: set[str] = set()
    for path in sorted(folder.glob("*.json")):
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            for article in data if isinstance(data, list) else data["articles"]:
                rows.append({**article, "published": moment(article["published"])})
            if isinstance(data, dict):
                companies |= {name for c in data["companies"] for name in (c["name"], *c["aliases"])}
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path} is not an episode of a wire: {error!r}") from error
    return sorted(rows, key=lambda row: (row["published"], row["url"])), frozenset(companies)


def whole_weeks(last: datetime, now: datetime) -> timedelta:
    """How far to move a story that ends at `last` so that it ends at most a week before `now`, never after it."""
    return timedelta(weeks=(now - last) // timedelta(weeks=1))


def _local(host: str) -> str:
    return f"{host.removesuffix('.example')}.localhost"


def _kind(stories: Iterable[Story], companies: frozenset[str]) -> str:
    """The kind of a host's feed; a press release of somebody who is not a company of the wire is an authority's."""
    first = next(iter(stories))
    kind = _FEED_KINDS.get(first.kind, "press")
    return "regulator" if kind == "company" and first.outlet not in companies else kind


def _handler(newsroom: Newsroom) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "newsroom"

        def do_GET(self) -> None:
            """Serve feeds and pages with validators; 304 when the caller has them already."""
            name = self.headers.get("Host", "").rsplit(":", 1)[0]
            found = newsroom.answer(name, unquote(urlsplit(self.path).path))
            if found is None:
                self._send(
                    HTTPStatus.NOT_FOUND,
                    b"<!doctype html><title>Not found</title><p>Not found",
                    "text/html; charset=utf-8",
                )
                return
            body, content_type, changed = found
            etag = f'"{hashlib.blake2b(body, digest_size=8).hexdigest()}"'
            validators = {
                "ETag": etag,
                "Last-Modified": format_datetime(changed, usegmt=True),
                "Cache-Control": "max-age=0",
            }
            if self._current(etag, changed):
                self._send(HTTPStatus.NOT_MODIFIED, b"", content_type, validators)
            else:
                self._send(HTTPStatus.OK, body, content_type, validators)

        do_HEAD = do_GET

        def _current(self, etag: str, changed: datetime) -> bool:
            # RFC 9110, 13.1.3: If-Modified-Since counts only without If-None-Match
            if (given := self.headers.get("If-None-Match")) is not None:
                return given.strip() == "*" or etag in {
                    e.strip().removeprefix("W/") for e in given.split(",")
                }
            try:
                return changed.replace(microsecond=0) <= parsedate_to_datetime(
                    self.headers.get("If-Modified-Since") or ""
                )
            except (TypeError, ValueError):
                return False

        def _send(
            self, status: HTTPStatus, body: bytes, content_type: str, headers: dict[str, str] | None = None
        ) -> None:
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            if status is not HTTPStatus.NOT_MODIFIED:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD" and status is not HTTPStatus.NOT_MODIFIED:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep the demo's console for the demo."""

    return Handler
