"""Killing the real process while Slack misbehaves: `python -m tests.chaos`. Nothing may be lost, nothing said twice."""
