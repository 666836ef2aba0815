"""One database connection a thread, which any thread may close without harm: what both engines do about threads.

Closing a connection while its own thread is in the middle of a statement crashes the interpreter (sqlite3) or leaves
it waiting for ever (libpq). So a statement holds its handle's lock, and whoever closes the rest leaves that
connection to its own thread, which closes it when the statement is over.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Generic, Protocol, TypeVar

from store.engine import StoreError


class Connection(Protocol):
    """What is closed in the end."""

    def close(self) -> None: ...


C = TypeVar("C", bound=Connection)


class Handle(Generic[C]):
    """One thread's connection."""

    def __init__(self, connection: C) -> None:
        self.connection = connection
        self.thread = threading.current_thread()
        self.busy = threading.Lock()
        self.closed = False

    def close(self) -> bool:
        """Close it unless a statement runs; False then: its thread closes it afterwards."""
        if not self.busy.acquire(blocking=False):
            return False
        try:
            self.closed = True
            with contextlib.suppress(Exception):  # broken already
                self.connection.close()
        finally:
            self.busy.release()
        return True


class Handles(Generic[C]):
    """The connections of all threads. `connect` makes one; `url` names the ledger in messages."""

    def __init__(self, connect: Callable[[], C], url: str) -> None:
        self._connect, self._url = connect, url
        self._local = threading.local()
        self._lock = threading.Lock()
        self._open: list[Handle[C]] = []
        self.closed = False

    def __len__(self) -> int:
        return len(self._open)

    def mine(self) -> Handle[C]:
        """This thread's handle, made where it has none. Raises StoreError when all are closed."""
        handle: Handle[C] | None = getattr(self._local, "handle", None)
        if self.closed and handle is None:
            raise self.gone()
        if handle is None or (handle.closed and not self.closed):
            handle = Handle(self._connect())
            self._add(handle)
            self._local.handle = handle
        return handle

    @contextlib.contextmanager
    def statement(self) -> Iterator[C]:
        """This thread's connection for the length of one statement."""
        handle = self.mine()
        try:
            with handle.busy:
                if handle.closed:
                    raise self.gone()
                yield handle.connection
        finally:
            if self.closed:
                handle.close()

    def close(self) -> list[C]:
        """Close all; returns the connections in the middle of a statement, which are closed at its end."""
        with self._lock:
            self.closed = True
            handles, self._open = self._open, []
        return [handle.connection for handle in handles if not handle.close()]

    def gone(self) -> StoreError:
        """What to raise when somebody asks after the end."""
        return StoreError(f"the ledger {self._url} is closed; open it again")

    def _add(self, handle: Handle[C]) -> None:
        with self._lock:
            if self.closed:
                handle.close()
                raise self.gone()
            for other in self._open:
                if not other.thread.is_alive():  # it cannot close its own any more
                    other.close()
            self._open = [other for other in self._open if not other.closed] + [handle]
