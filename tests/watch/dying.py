"""A process that takes text out of pages, but for those whose address says that it dies of them, or never ends."""

from __future__ import annotations

import os
import sys
import threading

from bot.watch.articles import Extracted, extract
from bot.watch.extraction import serve


def take(html: bytes, url: str, content_type: str) -> Extracted:
    if url.endswith("/deadly"):
        os._exit(9)
    if url.endswith("/endless"):
        threading.Event().wait()
    return extract(html, url, content_type)


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, take)
