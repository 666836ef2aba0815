"""Memory that was freed goes back to the system."""

from __future__ import annotations

import contextlib
import ctypes
import sys

#: mallopt(3)
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
_LARGE = 256 * 1024
_ARENAS = 2


def give_back() -> None:
    """Have large blocks returned when they are freed, and small ones shared by all threads.

    By itself glibc raises the size of what it returns each time that something larger is freed, and keeps the rest for
    each thread apart: one large page after another, and the process holds hundreds of megabytes of nothing. Call it at
    the start of a process that goes on for months. Elsewhere than on Linux it does nothing.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):  # another C library
        libc = ctypes.CDLL(None)
        libc.mallopt(_M_MMAP_THRESHOLD, _LARGE)
        libc.mallopt(_M_ARENA_MAX, _ARENAS)
