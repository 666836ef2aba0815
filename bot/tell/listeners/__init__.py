"""What the app listens to, in folders by kind."""

from __future__ import annotations

from slack_bolt import App

from bot.tell.listeners import actions, commands, events, settings, shortcuts, views
from bot.tell.tools import Tools


def register(app: App, tools: Tools) -> None:
    """Register every listener."""
    for kind in (commands, actions, views, events, shortcuts, settings):
        kind.register(app, tools)
