"""Slash commands."""

from __future__ import annotations

from slack_bolt import App

from bot.tell.listeners.commands import denials
from bot.tell.tools import Tools


def register(app: App, tools: Tools) -> None:
    """Listen to /denials."""
    denials.register(app, tools)
