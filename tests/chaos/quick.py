"""`walkback` as it is, but that workers are taken for dead after seconds: a test need not wait for half a minute."""

from __future__ import annotations

from functools import partial

import bot.work
from bot.cli import main

if __name__ == "__main__":
    bot.work.RESCUE = 1.0
    bot.work.Worker = partial(bot.work.Worker, heartbeat=0.5, dead=5.0)  # type: ignore[assignment, misc]
    main()
