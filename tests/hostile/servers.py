"""Raw servers on loopback. `Attacker` sends what it is told to, byte by byte; `Canary` must never be reached."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Callable, Iterator, Sequence

#: Bytes are sent, a number is a pause in seconds.
Piece = bytes | float
Script = Callable[[str], Iterator[Piece]]

_REQUEST = re.compile(rb"GET (/[!-~]*) HTTP/1\.1\r\n((?:[!-9;-~]+: ?[ -~]*\r\n)*)\r\n")


class _Listener:
    """Accepts at each of `hosts`, on one port; a thread for each connection."""

    def __init__(self, hosts: Sequence[str]) -> None:
        self._sockets: list[socket.socket] = []
        self.port = 0
        for host in hosts:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            made = socket.create_server((host, self.port), family=family, backlog=256)
            self.port = made.getsockname()[1]
            self._sockets.append(made)
        self.stopped = threading.Event()
        self.connections = 0
        for made in self._sockets:
            threading.Thread(target=self._accept, args=(made,), daemon=True).start()

    def _accept(self, listening: socket.socket) -> None:
        while not self.stopped.is_set():
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        connection.close()

    def stop(self) -> None:
        self.stopped.set()
        for made in self._sockets:
            with contextlib.suppress(OSError):
                made.shutdown(socket.SHUT_RDWR)
            made.close()


class Canary(_Listener):
    """A service of the inner network. A connection to it is a break-in."""

    def __init__(self) -> None:
        super().__init__(["127.0.0.1", "::1"] if socket.has_dualstack_ipv6() else ["127.0.0.1"])


class Attacker(_Listener):
    """Answers `/name/...` with the script of that name. `rude` lists requests that no careful client would send."""

    def __init__(self, scripts: dict[str, Script]) -> None:
        self.scripts = scripts
        self.rude: list[bytes] = []
        super().__init__(["0.0.0.0"])  # at many loopback addresses, so as to be many servers

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(30)
            request = self._read(connection)
            if request is None:
                return
            for piece in self._script(request)(request):
                if self.stopped.is_set():
                    return
                if isinstance(piece, bytes):
                    connection.sendall(piece)
                else:
                    self.stopped.wait(piece)
            connection.shutdown(socket.SHUT_WR)
            connection.settimeout(2)
            while connection.recv(65536):
                pass

    def _script(self, path: str) -> Script:
        return self.scripts.get(path.split("/")[1].split("?")[0], _missing)

    def _read(self, connection: socket.socket) -> str | None:
        data = b""
        while b"\r\n\r\n" not in data and len(data) < 65536:
            got = connection.recv(65536)
            if not got:
                return None
            if data == b"" and got[:1] == b"\x16":  # a TLS hello
                return "/tls"
            data += got
        match = _REQUEST.fullmatch(data)
        headers = match.group(2).lower() if match else b""
        if match is None or headers.count(b"host:") != 1 or b"cookie:" in headers or b"authorization:" in headers:
            self.rude.append(data[:300])
            return None
        return match.group(1).decode("ascii")


def _missing(_: str) -> Iterator[Piece]:
    yield b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
