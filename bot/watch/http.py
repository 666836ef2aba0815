"""Fetching over HTTP from servers that may mean harm. Synchronous; one `Fetcher` serves all threads.

Connects only to addresses that were checked (`bot.watch.guard`), follows few redirects and checks each,
caps bytes after inflating and the time of the whole exchange, keeps no cookies, sends no credentials and
uses no proxy (a proxy would connect where it likes).
"""

from __future__ import annotations

import contextlib
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, Literal, cast
from urllib.parse import urlsplit

import httpcore2
import httpx2

from bot.text import clean
from bot.watch import robots
from bot.watch.guard import GuardedBackend, Refused, deadline
from store.redact import masked

MAX_BYTES = 15 * 1024 * 1024
#: What a page has after this is not read anyway.
PAGE_BYTES = 3 * 1024 * 1024
#: What a body has beyond this waits in a temporary file until it is taken in: many at once must not fill the memory.
LARGE = 1024 * 1024
MAX_REDIRECTS = 10
MAX_URL = 4000
ROBOTS_SECONDS = 24 * 3600.0
ROBOTS_RETRY_SECONDS = 3600.0
_ROBOTS_KEPT = 4000
_CONNECTIONS = 100
#: Idle ones: what is asked of one host is asked in a row, by a few threads. Each is looked at again for every request.
_KEPT_OPEN = 4
#: Unpacked in pieces of bounded size by the standard library; any server can pack so, and no more is asked for.
ENCODINGS = ("gzip", "deflate")

Permission = Literal["allowed", "forbidden", "unreachable"]
Fault = Literal["refused", "network", "timeout", "too big", "redirects", "garbled", "robots", "robots later", "extraction"]


class FetchError(Exception):
    """Nothing usable came back. `message` is one line for people; `fault` says what kind of trouble it was."""

    def __init__(self, url: str, message: str, fault: Fault = "network") -> None:
        self.url = url
        self.message = _one_line(message)
        super().__init__(f"{_one_line(url)}: {self.message}")
        self.fault = fault


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


@dataclass(frozen=True)
class Fetched:
    """An answer, whatever its status.

    `headers` have lower-case names; the body, of `size` bytes, is inflated. `moved_to` is where permanent redirects
    (301, 308) alone lead to, "" when there were none. Close it when it is done with.
    """

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    spool: IO[bytes] = field(repr=False)
    size: int
    not_modified: bool = False
    moved_to: str = ""

    @property
    def ok(self) -> bool:
        """Did the server send what was asked for (2xx, or 304 to a conditional request)?"""
        return 200 <= self.status < 300 or self.not_modified

    @property
    def body(self) -> bytes:
        """All of the body, read anew each time."""
        self.spool.seek(0)
        return self.spool.read()

    def close(self) -> None:
        """Let go of the body."""
        self.spool.close()


@lru_cache(maxsize=4096)  # feeds are asked for again and again
def check_url(url: str) -> str:
    """`url` as it may be fetched. Raises FetchError for anything but plain http and https addresses."""
    if len(url) > MAX_URL:
        raise FetchError(masked(url)[:200] + "…", f"the address is longer than {MAX_URL} characters", "refused")
    try:
        parsed = httpx2.URL(url.strip())
        host, port, place = parsed.host, parsed.port, urlsplit(url).netloc
    except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError(masked(url), f"not an address that can be read ({error})", "refused") from error
    if parsed.scheme not in ("http", "https"):
        raise FetchError(masked(url), "only http:// and https:// addresses are read", "refused")
    if not host or (port is not None and not 0 < port < 65536):
        raise FetchError(masked(url), "the address names no server", "refused")
    if parsed.userinfo or "\\" in place:
        raise FetchError(masked(url), "addresses with a user name or password in them are not read", "refused")
    return str(parsed.copy_with(fragment=None)).replace("\\", "%5C")  # which the client leaves as it is in a query


@lru_cache(maxsize=4096)
def _parsed(url: str) -> httpx2.URL:
    return httpx2.URL(url)


class Fetcher:
    """Fetches pages and feeds, and knows what robots.txt allows.

    `timeout`: seconds for one whole fetch, redirects included. `max_bytes`: cap on a body after inflating.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        allow_private: bool = False,
        timeout: float = 20.0,
        max_bytes: int = MAX_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.user_agent = user_agent
        self.token = user_agent.split("/", 1)[0].split(" ", 1)[0] or "Walkback"
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._clock = clock
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(),
            max_connections=_CONNECTIONS,
            max_keepalive_connections=_KEPT_OPEN,
            keepalive_expiry=30.0,
            network_backend=GuardedBackend(allow_private=allow_private),
        )
        self._robots: OrderedDict[str, tuple[float, robots.Rules | None, Permission]] = OrderedDict()
        self._lock = threading.Lock()

    def get(
        self, url: str, *, etag: str | None = None, modified: str | None = None, cut_at: int | None = None
    ) -> Fetched:
        """What is at `url` now; with `etag` or `modified` of an earlier answer, only if it changed.

        `cut_at`: a body of more bytes is cut there, and not refused as "too big".
        Raises FetchError when no answer came, or none that may be used. A status of 4xx or 5xx is an answer.
        """
        limit = min(cut_at or self._max_bytes, self._max_bytes)
        return self._get(url, limit, etag=etag, modified=modified, cut=cut_at is not None)

    def permission(self, url: str) -> Permission:
        """Does robots.txt allow this page? "unreachable" forbids too, but may be asked again in an hour."""
        try:
            parts = httpx2.URL(check_url(url))
        except FetchError:
            return "forbidden"
        origin = f"{parts.scheme}://{parts.netloc.decode('ascii')}"
        with self._lock:
            kept = self._robots.get(origin)
            if kept is not None:
                self._robots.move_to_end(origin)
        if kept is None or kept[0] <= self._clock():
            fresh = self._read_robots(origin)
            if fresh[2] == "unreachable" and kept is not None and kept[1] is not None:
                fresh = (
                    fresh[0],
                    kept[1],
                    kept[2],
                )  # a server that fails today is held to what it said before
            kept = fresh
            with self._lock:
                self._robots[origin] = kept
                while len(self._robots) > _ROBOTS_KEPT:
                    self._robots.popitem(last=False)
        if kept[1] is None:
            return kept[2]
        return "allowed" if kept[1].allows(str(parts)) else "forbidden"

    def allowed(self, url: str) -> bool:
        """Does robots.txt allow this page to be fetched now?"""
        return self.permission(url) == "allowed"

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def _read_robots(self, origin: str) -> tuple[float, robots.Rules | None, Permission]:
        """(good until, rules or None, what holds where there are no rules), as RFC 9309, 2.3.1 has it."""
        now = self._clock()
        try:
            answer = self._get(f"{origin}/robots.txt", robots.MAX_BYTES, cut=True)
        except FetchError as error:
            if error.fault == "redirects":
                return now + ROBOTS_SECONDS, None, "allowed"
            return now + ROBOTS_RETRY_SECONDS, None, "unreachable"
        if 200 <= answer.status < 300:
            with contextlib.closing(answer):
                return now + ROBOTS_SECONDS, robots.parse(answer.body, self.token), "allowed"
        if answer.status >= 500 or answer.status == 429:  # "too many requests" is no permission to make more
            return now + ROBOTS_RETRY_SECONDS, None, "unreachable"
        return now + ROBOTS_SECONDS, None, "allowed"

    def _get(
        self,
        url: str,
        max_bytes: int,
        *,
        etag: str | None = None,
        modified: str | None = None,
        cut: bool = False,
    ) -> Fetched:
        """`cut`: a longer body is cut at `max_bytes` rather than refused."""
        first = here = check_url(url)
        headers = {"User-Agent": self.user_agent, "Accept": "*/*", "Accept-Encoding": ", ".join(ENCODINGS)}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        moved, permanent = "", True
        with deadline(self._timeout):
            for _ in range(MAX_REDIRECTS + 1):
                response = self._send(url, here, headers)
                try:
                    target = response.headers.get("location", "")
                    if response.status_code not in (301, 302, 303, 307, 308) or not target:
                        return self._answer(url, first, here, moved, response, max_bytes, cut)
                finally:
                    _close(response)
                permanent = permanent and response.status_code in (301, 308)
                here = self._next(url, here, target)
                moved = here if permanent else moved
        raise FetchError(url, f"redirected more than {MAX_REDIRECTS} times", "redirects")

    def _send(self, url: str, here: str, headers: dict[str, str]) -> httpx2.Response:
        parsed = _parsed(here)
        request = httpx2.Request("GET", parsed, headers=headers)
        core = httpcore2.Request(
            method=b"GET",
            url=httpcore2.URL(
                scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path
            ),
            headers=request.headers.raw,
            extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), self._timeout)},
        )
        with _faults(url):
            try:
                answer = self._pool.handle_request(core)
            except (httpcore2.ReadError, httpcore2.WriteError, httpcore2.RemoteProtocolError):
                # an idle connection that the server closed just now; a GET may be asked twice
                answer = self._pool.handle_request(core)
        return httpx2.Response(
            status_code=answer.status, headers=answer.headers, stream=_Stream(answer), request=request
        )

    def _answer(
        self,
        url: str,
        first: str,
        here: str,
        moved: str,
        response: httpx2.Response,
        max_bytes: int,
        cut: bool,
    ) -> Fetched:
        coding = response.headers.get("content-encoding", "").lower()
        if strange := [
            c for c in (part.strip() for part in coding.split(",")) if c and c not in (*ENCODINGS, "identity")
        ]:
            raise FetchError(
                url, f"the answer came packed in {strange[0][:40]}, which was not asked for", "garbled"
            )
        spool, size = self._read(url, response, max_bytes, cut)
        return Fetched(
            url=first,
            final_url=here,
            status=response.status_code,
            headers={name.lower(): value for name, value in response.headers.items()},
            spool=spool,
            size=size,
            not_modified=response.status_code == 304,
            moved_to=moved,
        )

    def _read(self, url: str, response: httpx2.Response, max_bytes: int, cut: bool) -> tuple[IO[bytes], int]:
        """The body and its size, capped."""
        spool: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=LARGE)  # noqa: SIM115  # whoever takes it in closes it
        size = 0
        try:
            with _faults(url):
                # both the unpacked and the raw size: an endless stream may unpack to nothing
                for chunk in response.iter_bytes():
                    size += spool.write(chunk)
                    if size > max_bytes or response.num_bytes_downloaded > max_bytes:
                        if cut:
                            break
                        raise FetchError(url, f"the answer is larger than {max_bytes / 1024 / 1024:.0f} MB", "too big")
            spool.truncate(max_bytes if size > max_bytes else size)
        except BaseException:
            spool.close()
            raise
        return spool, min(size, max_bytes)

    @staticmethod
    def _next(url: str, here: str, target: str) -> str:
        try:
            return check_url(str(httpx2.URL(here).join(target.strip())))
        except FetchError as error:
            raise FetchError(url, f"redirected to {target[:200]}: {error.message}", error.fault) from error
        except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
            raise FetchError(url, f"redirected to {target[:200]}, which is no address", "garbled") from error


class _Stream(httpx2.SyncByteStream):
    """An answer's raw bytes; closing it early closes its connection."""

    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        # a synchronous pool always answers with an iterable stream
        yield from cast("Iterator[bytes]", self._answer.stream)

    def close(self) -> None:
        self._answer.close()


class _faults:
    """Turns the ways in which an exchange fails into FetchError, each with a line that people understand."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Refused):
            raise FetchError(self._url, str(error), "refused") from error
        if isinstance(error, httpcore2.TimeoutException):
            raise FetchError(self._url, "the server did not answer completely in time", "timeout") from error
        if isinstance(error, httpcore2.NetworkError):
            raise FetchError(self._url, f"no connection: {error}", "network") from error
        if isinstance(error, (httpcore2.ProtocolError, httpx2.HTTPError, httpcore2.UnsupportedProtocol)):
            raise FetchError(self._url, f"the answer is garbled: {str(error)[:200]}", "garbled") from error
        if isinstance(error, OSError):  # of the temporary file
            raise FetchError(self._url, f"there is no room for a large answer: {error.strerror or error}", "network") from error


def _close(response: httpx2.Response) -> None:
    """Give the connection back. What is left of the body is not worth waiting for."""
    try:
        response.close()
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException, OSError):
        return
