"""Slack's mrkdwn as HTML: links, mentions, dates, bold, italic, strike, code, quotes, lists of emoji names.

Everything that is not markup is escaped; addresses other than http, https and mailto are shown, not linked.
Source: docs.slack.dev/messaging/formatting-message-text.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from bot.sandbox.emoji import EMOJI, drawn, emoji, known
from bot.sandbox.state import User, Workspace

_HOLD = re.compile("[\ue000-\ue002]")
# What a mark encloses: no mark of its kind, and whole tags only, so that tags never cross.
_INSIDE = r"(?=\S)((?:[^{0}\n<]|<(\w+)>[^<\n]*</\2>)+?)(?<=\S)"
_MARKS = tuple(
    (re.compile(rf"(?<![^\W_])(?<!{sign}){sign}{_INSIDE.format(sign)}{sign}(?![^\W_])(?!{sign})"), tag)
    for sign, tag in ((r"\*", "strong"), ("_", "em"), ("~", "del"))
)


@dataclass(frozen=True)
class Reader:
    """Who looks: names are looked up in their workspace, times shown in their zone."""

    workspace: Workspace
    user: User

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.user.tz)


def safe_href(url: str) -> str:
    """The address if a page may link to it, else ""."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    good = parts.scheme == "mailto" or (parts.scheme in ("http", "https") and bool(parts.netloc))
    return url if good else ""


def link(url: str, label: str) -> Markup:
    """A link that opens beside the page; only the words of an address that may not be linked."""
    if not safe_href(url):
        return escape(label or url)
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(url, label or url)


def plain(text: str) -> Markup:
    """plain_text: entities, emoji names and nothing else."""
    pieces = re.split(r":([a-z0-9_+-]+):", html.unescape(text))
    out = drawn(pieces[0])
    for name, after in zip(pieces[1::2], pieces[2::2], strict=True):
        out += (emoji(name) if name in EMOJI else escape(f":{name}:")) + drawn(after)
    return out


def mrkdwn(text: str, reader: Reader) -> Markup:
    """Slack's mrkdwn as HTML, for one reader."""
    held: list[Markup] = []

    def hold(piece: Markup) -> str:
        held.append(piece)
        return f"\ue000{len(held) - 1}\ue001"

    text = _HOLD.sub("", text)
    text = re.sub(
        r"```\n?(.+?)```",
        lambda m: hold(Markup("<pre>{}</pre>").format(html.unescape(_plainly(m[1])))),
        text,
        flags=re.DOTALL,
    )
    text = re.sub(r"`([^`\n]+)`", lambda m: hold(Markup("<code>{}</code>").format(html.unescape(_plainly(m[1])))), text)
    text = re.sub(r"<([^<>\n]*)>", lambda m: hold(_token(m[1], reader)), text)
    text = re.sub(r":([a-z0-9_+-]+):", lambda m: hold(emoji(m[1])) if m[1] in EMOJI else m[0], text)
    text = known().sub(lambda m: hold(drawn(m[0])), text)
    lines = [_line(line) for line in text.split("\n")]
    out = _join(lines)
    # held pieces may lie inside each other (a link in a code span)
    for _ in range(3):
        out = re.sub("\ue000(\\d+)\ue001", lambda m: str(held[int(m[1])]), out)
    return Markup(out)  # noqa: S704 (every piece was escaped above)


def _plainly(code: str) -> str:
    """Inside code a link is only its words."""
    return re.sub(r"<(?:[^<>|\n]*\|)?([^<>\n]*)>", r"\1", code)


def _line(line: str) -> tuple[bool, str]:
    """(is it quoted?, its HTML)"""
    unescaped = html.unescape(line)
    quoted = unescaped.startswith(">")
    if quoted:
        unescaped = unescaped[1:].removeprefix(" ")
    out = str(escape(unescaped))
    for pattern, tag in _MARKS:
        out = pattern.sub(rf"<{tag}>\1</{tag}>", out)
    return quoted, out


def _join(lines: list[tuple[bool, str]]) -> str:
    out: list[str] = []
    quoting = False
    for index, (quoted, line) in enumerate(lines):
        if quoted and not quoting:
            out.append("<blockquote>")
        elif quoting and not quoted:
            out.append("</blockquote>")
        elif index:
            out.append("<br>")
        quoting = quoted
        out.append(line)
    if quoting:
        out.append("</blockquote>")
    return "".join(out)


def _token(inner: str, reader: Reader) -> Markup:
    target, _, label = inner.partition("|")
    if _HOLD.search(target):
        return escape(_HOLD.sub("", f"<{inner}>"))  # code inside an address: no address
    target, label = html.unescape(target), html.unescape(label)
    if target.startswith("@"):
        return mention("@", user_name(reader.workspace, target[1:]) or label or target[1:])
    if target.startswith("#"):
        return channel_mention(reader.workspace, target[1:], label)
    if target.startswith("!date^"):
        return date_token(target, label, reader)
    if target.startswith("!"):
        name = target[1:].split("^")[0]
        return mention("@", label.lstrip("@") or name)
    return link(target, label) if safe_href(target) else escape(f"<{html.unescape(inner)}>")


def mention(sign: str, name: str) -> Markup:
    """A name with its sign, marked."""
    return Markup('<span class="mention">{}{}</span>').format(sign, name)


def user_name(workspace: Workspace, user: str) -> str:
    """What a person is called, "" if unknown."""
    found = workspace.users.get(user)
    return found.name if found else ""


def channel_mention(workspace: Workspace, channel: str, label: str = "") -> Markup:
    """A channel's name as a mention; its id if unknown."""
    found = workspace.channels.get(channel)
    return mention("#", found.name if found else label or channel)


def date_token(target: str, fallback: str, reader: Reader) -> Markup:
    """<!date^1700000000^{date_short}^https://…|fallback> in the reader's own zone."""
    parts = target.split("^")
    try:
        moment = datetime.fromtimestamp(int(parts[1]), UTC)
        words = spelled(moment, parts[2], reader)
    except (IndexError, ValueError, OverflowError, OSError):
        return escape(fallback)
    shown = Markup('<time datetime="{}" title="{}">{}</time>').format(moment.isoformat(), fallback, words)
    if len(parts) > 3 and safe_href(parts[3]):
        return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(parts[3], shown)
    return shown


def spelled(moment: datetime, form: str, reader: Reader) -> str:
    """A date token's format with its {…} filled in."""
    local = moment.astimezone(reader.zone)
    day, clock = str(local.day), local.strftime("%H:%M")
    values = {
        "{date_num}": local.strftime("%Y-%m-%d"),
        "{date}": local.strftime(f"%B {day}, %Y"),
        "{date_short}": local.strftime(f"%b {day}, %Y"),
        "{date_long}": local.strftime(f"%A, %B {day}, %Y"),
        "{date_pretty}": local.strftime(f"%B {day}, %Y"),
        "{date_short_pretty}": local.strftime(f"%b {day}, %Y"),
        "{date_long_pretty}": local.strftime(f"%A, %B {day}, %Y"),
        "{time}": clock,
        "{time_secs}": local.strftime("%H:%M:%S"),
        "{ago}": local.strftime(f"%b {day}, %Y"),
    }
    return re.sub(r"\{\w+\}", lambda m: values.get(m[0], m[0]), form)
