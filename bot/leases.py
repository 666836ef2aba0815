"""Who holds the articles that a command has under way: a process on a host. (The service's have no name, since there is
one; those of workers have their job's, see `store.jobs`.)"""

from __future__ import annotations

import os
import socket

from store.ledger import Ledger


def mine() -> str:
    """The name under which this process holds articles."""
    return f"{_here()}{os.getpid()}"


def free_of_the_dead(ledger: Ledger) -> int:
    """End the leases of commands on this host that are no more (killed, say); returns how many articles they held. Call
    it before this process holds any."""
    return sum(ledger.wire.free_articles(holder) for holder in ledger.wire.holders() if holder == mine() or _dead(holder))


def _here() -> str:
    return f"process {socket.gethostname()} "


def _dead(holder: str) -> bool:
    number = holder.removeprefix(_here())
    if number == holder or not number.isdecimal() or os.name == "nt":  # there, asking with os.kill would end it
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:  # somebody else's: it lives
        return False
    return False
