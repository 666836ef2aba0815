"""The network as the bot may use it: connects only to an address that was checked, within a time limit.

The check stands where the connection is made, so nothing a name server says between a check and the
connection can matter. One `GuardedBackend` serves one pool of connections; it is safe for threads.
"""

from __future__ import annotations

import contextlib
import ipaddress
import select
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import httpcore2
from httpcore2 import NetworkBackend, NetworkStream

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
#: Not of the open internet, though some versions of Python take them for global: protocol assignments (a cloud's
#: metadata among them), documentation, segment routing, relays; and one cloud's own service on a public address.
_ALSO_PRIVATE = tuple(
    map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32", "3fff::/20", "5f00::/16", "2001::/23"))
)
#: One dead address of several must not eat the whole time.
CONNECT_SECONDS = 6.0

_thread = threading.local()


class Refused(httpcore2.ConnectError):
    """The address may not be connected to; the message says which and why."""


@contextlib.contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """All reads, writes and connections that this thread makes inside end within `seconds`, or raise a timeout.

    Without it a server that sends a byte every few seconds would never run into a read timeout.
    """
    before = getattr(_thread, "until", None)
    _thread.until = time.monotonic() + seconds
    try:
        yield
    finally:
        _thread.until = before


def remaining(timeout: float | None) -> float | None:
    """`timeout` shortened to what this thread's deadline leaves. Raises httpcore2.ReadTimeout when it has passed."""
    until: float | None = getattr(_thread, "until", None)
    if until is None:
        return timeout
    left = until - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("the time limit has passed")
    return left if timeout is None else min(left, timeout)


def is_public(address: str) -> bool:
    """Is `address` (as getaddrinfo gives it) of the open internet? Addresses that wrap an IPv4 one are unwrapped."""
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if ip in _NAT64:  # a network with IPv6 alone reaches IPv4 through these
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        if ip.sixtofour is not None or ip.teredo is not None or ip.is_site_local:
            return False
    if any(ip.version == network.version and ip in network for network in _ALSO_PRIVATE):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_unspecified)


def names_private(host: str) -> bool:
    """Is `host`, as an address names it, itself an address that is not of the open internet, or this machine? What
    other names stand for is seen when they are connected to."""
    host = host.strip("[]").rstrip(".").lower()
    try:
        ipaddress.ip_address(host.split("%", 1)[0])
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return not is_public(host)


class GuardedBackend(NetworkBackend):
    """Opens TCP connections to public addresses only (to any with `allow_private`)."""

    def __init__(self, *, allow_private: bool = False) -> None:
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        """A connection to the first address of `host` that is allowed and answers.

        Raises Refused where none is allowed, httpcore2.ConnectError or ConnectTimeout where none answers.
        """
        failure: Exception = httpcore2.ConnectError(f"the name {host} has no address")
        for family, address in self._checked(host, port):
            try:
                return GuardedStream(
                    _connect(family, address, remaining(min(timeout or CONNECT_SECONDS, CONNECT_SECONDS)))
                )
            except TimeoutError:
                failure = httpcore2.ConnectTimeout(f"no answer from {address[0]} port {port}")
            except OSError as error:
                failure = httpcore2.ConnectError(f"{address[0]} port {port}: {error.strerror or error}")
        raise failure

    def _checked(self, host: str, port: int) -> Sequence[tuple[int, Any]]:
        # whatever a name server says (RFC 6761, 6.3); and not every resolver knows it
        here = host.rstrip(".").endswith(".localhost")
        try:
            found = socket.getaddrinfo("127.0.0.1" if here else host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, OverflowError) as error:
            raise httpcore2.ConnectError(f"the name {host} cannot be found") from error
        allowed = [
            (family, address)
            for family, _, _, _, address in found
            if self._allow_private or is_public(str(address[0]))
        ]
        if found and not allowed:
            raise Refused(
                f"{host} is at {found[0][4][0]}, which is not on the open internet; "
                "set WALKBACK_ALLOW_PRIVATE=1 to read from private addresses"
            )
        return allowed


def _connect(family: int, address: Any, timeout: float | None) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(timeout)
        sock.connect(address)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        sock.close()
        raise
    return sock


class GuardedStream(NetworkStream):
    """A connection whose every wait is cut to the deadline of the thread that uses it."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Up to `max_bytes`; b"" at the end. Raises httpcore2.ReadTimeout, httpcore2.ReadError."""
        self._sock.settimeout(remaining(timeout))
        try:
            return self._sock.recv(max_bytes)
        except TimeoutError as error:
            raise httpcore2.ReadTimeout("no answer in time") from error
        except OSError as error:
            raise httpcore2.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of `buffer`. Raises httpcore2.WriteTimeout, httpcore2.WriteError."""
        self._sock.settimeout(remaining(timeout))
        try:
            self._sock.sendall(buffer)
        except TimeoutError as error:
            raise httpcore2.WriteTimeout("the request could not be sent in time") from error
        except OSError as error:
            raise httpcore2.WriteError(str(error)) from error

    def close(self) -> None:
        """Close the connection."""
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        """The same connection, encrypted; the certificate is checked against `server_hostname`, not the address."""
        try:
            self._sock.settimeout(remaining(timeout))
            return GuardedStream(ssl_context.wrap_socket(self._sock, server_hostname=server_hostname))
        except TimeoutError as error:
            self.close()
            raise httpcore2.ConnectTimeout("no encrypted connection in time") from error
        except OSError as error:
            self.close()
            raise httpcore2.ConnectError(f"no encrypted connection: {error}") from error

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a stream: `is_readable` (closed by the other side while idle?) and the addresses."""
        if info == "ssl_object" and isinstance(self._sock, ssl.SSLSocket):
            return self._sock
        if info == "is_readable":
            return _readable(self._sock)
        if info == "server_addr":
            return self._sock.getpeername()
        return None


def _readable(sock: socket.socket) -> bool:
    if sock.fileno() < 0 or (isinstance(sock, ssl.SSLSocket) and sock.pending()):
        return True
    # poll() rather than select(): a process with thousands of feeds has file numbers above 1023
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(sock, select.POLLIN)
        return bool(poll.poll(0))
    return bool(select.select([sock], [], [], 0)[0])  # pragma: no cover
