"""A name server that changes its mind between one question and the next, asked over the wire by the system's own resolver.

    python -m tests.hostile.resolver   (in namespaces of its own, see `command`)

For that the process needs a network and a /etc/resolv.conf of its own, which Linux gives to anybody who may make
namespaces. Prints, as JSON, what came of each name, where was connected to, and how often the private service was.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import socket
import struct
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

from bot.watch import guard
from bot.watch.http import Fetcher, FetchError
from tests.hostile.servers import Canary

#: A documentation address would be refused as such; nothing answers at this one in a network of its own.
PUBLIC = "93.184.215.14"
#: name -> its addresses, question by question; the last ones stay.
NAMES = {
    "rebind.example": [[PUBLIC], ["127.0.0.1"]],
    "late.example": [["127.0.0.1"], [PUBLIC], ["127.0.0.1"]],
    "inner.example": [["127.0.0.1"]],
    "both.example": [["127.0.0.1", PUBLIC]],
    "metadata.example": [["169.254.169.254"]],
    "zero.example": [["0.0.0.0"]],
    "mapped.example": [["::ffff:127.0.0.1"]],
    "nat64.example": [["64:ff9b::7f00:1"]],
    "nothing.example": [[]],
}
ROUNDS = 4
_MS_BIND, _MS_REC, _MS_PRIVATE = 4096, 16384, 1 << 18


def command() -> list[str]:
    """How to run this module so that it may do what it does."""
    return ["unshare", "--user", "--map-root-user", "--mount", "--net", sys.executable, "-m", "tests.hostile.resolver"]


def answer(question: bytes, asked: Counter[str]) -> bytes:
    """The answer to one DNS question (RFC 1035, 4.1)."""
    at, labels = 12, []
    while question[at]:
        labels.append(question[at + 1 : at + 1 + question[at]].decode("ascii"))
        at += question[at] + 1
    (kind,) = struct.unpack(">H", question[at + 1 : at + 3])
    name = ".".join(labels)
    family = {1: socket.AF_INET, 28: socket.AF_INET6}.get(kind)
    turns = NAMES.get(name, [[]])
    found = turns[min(asked[f"{name} {kind}"], len(turns) - 1)]
    asked[f"{name} {kind}"] += 1
    packed = [socket.inet_pton(family, a) for a in found if family == (socket.AF_INET6 if ":" in a else socket.AF_INET)] if family else []
    head = question[:2] + struct.pack(">5H", 0x8180, 1, len(packed), 0, 0) + question[12 : at + 5]
    return head + b"".join(b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, 0, len(p)) + p for p in packed)


def serve(asked: Counter[str]) -> None:
    """Answer for ever."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 53))

    def work() -> None:
        while True:
            question, back = server.recvfrom(2000)
            server.sendto(answer(question, asked), back)

    threading.Thread(target=work, daemon=True).start()


def settle_in() -> None:
    """Raise the loopback interface, and put a resolv.conf of our own over the system's. Raises OSError where we may not."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:  # netdevice(7): set IFF_UP
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1))
    libc = ctypes.CDLL(None, use_errno=True)

    def mount(source: str, target: str, flags: int) -> None:
        if libc.mount(source.encode(), target.encode(), None, flags, None):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

    mount("none", "/", _MS_REC | _MS_PRIVATE)
    folder = Path(tempfile.mkdtemp())
    for name, text in (("resolv.conf", "nameserver 127.0.0.1\n"), ("nsswitch.conf", "hosts: files dns\n")):
        (folder / name).write_text(text)
        mount(str(folder / name), f"/etc/{name}", _MS_BIND)


def main() -> None:
    """Ask for every name a few times, from many threads at once."""
    settle_in()
    asked: Counter[str] = Counter()
    serve(asked)
    canary, connected, faults = Canary(), set[str](), {name: set[str]() for name in NAMES}
    real = guard._connect

    def connect(family: int, address: tuple[str, int], timeout: float | None) -> socket.socket:
        connected.add(address[0])
        return real(family, address, timeout)

    guard._connect = connect
    fetcher = Fetcher("Walkback/0.1", timeout=5)

    def fetch(name: str) -> None:
        for _ in range(ROUNDS):
            try:
                fetcher.get(f"http://{name}:{canary.port}/")
            except FetchError as error:
                faults[name].add(error.fault)
            else:
                faults[name].add("answered")

    threads = [threading.Thread(target=fetch, args=(name,)) for name in NAMES for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = {"faults": {n: sorted(f) for n, f in faults.items()}, "connected": sorted(connected), "reached": canary.connections, "asked": sum(asked.values())}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
