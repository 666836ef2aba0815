"""A headless Chromium, driven over the DevTools protocol through a pair of pipes: no port, no further package.

    with Browser() as browser:
        tab = browser.open(sandbox.page_url)
        tab.click("button", "Why?")
        tab.wait("document.querySelector('[role=dialog]')")

Clicks and keys are real ones: they go where a mouse at that place would, so that a covered button is not pressed.
Source: chromedevtools.github.io/devtools-protocol.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import queue
import shutil
import signal
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", "--hide-scrollbars", "--lang=en-GB",
)  # fmt: skip
PATIENCE = 60.0  # seconds until a step that does not come is a failure

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (Debian: apt-get install chromium)")


class BrowserError(AssertionError):
    """The page did not do what was waited for; the message says what is there instead."""


class Browser:
    """One Chromium with a profile of its own, which goes with it."""

    def __init__(self) -> None:
        assert CHROMIUM is not None
        self._profile = tempfile.TemporaryDirectory(prefix="walkback-chromium-", ignore_cleanup_errors=True)
        orders, self._out = os.pipe()
        self._in, answers = os.pipe()
        nothing = os.open(os.devnull, os.O_RDWR)
        far = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 20) for fd in (orders, answers)]  # 3 and 4 may be taken here
        # Chromium reads its orders from descriptor 3 and writes to 4.
        places = [(os.POSIX_SPAWN_DUP2, fd, place) for fd, place in ((nothing, 0), (nothing, 1), (nothing, 2), (far[0], 3), (far[1], 4))]
        command = [CHROMIUM, *FLAGS, f"--user-data-dir={self._profile.name}", "about:blank"]
        self._process = os.posix_spawn(CHROMIUM, command, dict(os.environ), file_actions=places)
        for fd in (orders, answers, nothing, *far):
            os.close(fd)
        self._last = 0
        self._answers: dict[int, queue.SimpleQueue[dict[str, Any]]] = {}
        self._tabs: dict[str, Tab] = {}
        self._reader = threading.Thread(target=self._read, name="chromium", daemon=True)
        self._reader.start()

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self.call("Browser.close")
        except (BrowserError, OSError):
            os.kill(self._process, signal.SIGKILL)
        self._reader.join(60)  # it ends when Chromium has closed its side
        os.waitpid(self._process, 0)
        os.close(self._out)
        self._profile.cleanup()

    def _read(self) -> None:
        with os.fdopen(self._in, "rb") as stream:
            rest = b""
            while chunk := os.read(stream.fileno(), 1 << 16):
                *whole, rest = (rest + chunk).split(b"\0")
                for one in whole:
                    self._take(json.loads(one))

    def _take(self, message: dict[str, Any]) -> None:
        if "id" in message:
            waiting = self._answers.pop(message["id"], None)
            if waiting is not None:
                waiting.put(message)
        elif message.get("sessionId") in self._tabs:
            self._tabs[message["sessionId"]].note(message["method"], message["params"])

    def call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        """One order and its result. Raises BrowserError."""
        self._last += 1
        waiting: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._answers[self._last] = waiting
        order = {"id": self._last, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self._out, json.dumps(order).encode() + b"\0")
        try:
            answer = waiting.get(timeout=PATIENCE)
        except queue.Empty:
            raise BrowserError(f"{method} was not answered within {PATIENCE:g} s") from None
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])

    def open(self, url: str, width: int = 1280, height: int = 860, *, dark: bool = False) -> Tab:
        """A new tab, in the place of the one before, that has loaded an address; `dark` is what the reader's system prefers.

        Not more than one: each holds a connection for what is new, and Chromium has six for a host.
        """
        for old in self._tabs.values():
            old.call("Page.close")
        self._tabs.clear()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = self._tabs[session] = Tab(self, session)
        for domain in ("Page", "Runtime", "Log"):
            tab.call(f"{domain}.enable")
        tab.size(width, height)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        tab.call("Emulation.setEmulatedMedia", features=[scheme, {"name": "prefers-reduced-motion", "value": "reduce"}])
        tab.go(url)
        return tab


class Tab:
    """A page. `complaints` holds uncaught errors and what the page's security policy stopped."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser, self._session = browser, session
        self.complaints: list[str] = []

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        return self._browser.call(method, self._session, **params)

    def note(self, method: str, params: dict[str, Any]) -> None:
        if method == "Runtime.exceptionThrown":
            self.complaints.append(str(params["exceptionDetails"].get("exception", {}).get("description") or params["exceptionDetails"]["text"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.complaints.append(f"{params['entry']['text']} {params['entry'].get('url', '')}")

    def go(self, url: str) -> None:
        self.call("Page.navigate", url=url)
        self.wait(f"location.href != 'about:blank' && document.readyState == 'complete' && performance.timing.loadEventEnd > 0 && {json.dumps(url.split('#')[0])} == location.href.split('#')[0]")

    def size(self, width: int, height: int) -> None:
        phone = width < 600
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2 if phone else 1, mobile=phone)

    def js(self, expression: str) -> Any:
        """The value of an expression; a promise is waited for. Raises BrowserError."""
        found = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            raise BrowserError(f"{expression}: {found['exceptionDetails'].get('exception', {}).get('description')}")
        return found["result"].get("value")

    def wait(self, expression: str, what: str = "") -> Any:
        """The first truthy value of an expression, asked anew after each change of the page and each load."""
        watching = f"""new Promise((done, fail) => {{
            const ask = () => {{ try {{ return ({expression}); }} catch (e) {{ return null; }} }};
            const seen = (value) => {{ watch.disconnect(); clearInterval(tick); clearTimeout(end); done(value instanceof Node ? true : value); }};
            const look = () => {{ const value = ask(); if (value) seen(value); }};
            const watch = new MutationObserver(look);
            const tick = setInterval(look, 50);
            const end = setTimeout(() => {{ watch.disconnect(); clearInterval(tick); fail(new Error("not there")); }}, {1000 * (PATIENCE - 5)});
            watch.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
            look();
        }})"""
        for _ in range(5):
            try:
                return self.js(watching)
            except BrowserError as error:
                if "navigated" in str(error) or "context was destroyed" in str(error) or "Cannot find context" in str(error):
                    continue  # a new page came meanwhile: ask that one
                there = self.js("(document.querySelector('[role=dialog], aside:not([hidden])') || document.body).innerText.slice(-2000)")
                raise BrowserError(f"waited for {what or expression}; the page shows:\n{there}\n{self.complaints}") from error
        raise BrowserError(f"the page was loaded again and again while waiting for {what or expression}")

    def read(self, text: str, within: str = "body") -> None:
        """Wait until a reader sees a text in a part of the page."""
        self.wait(f"[...document.querySelectorAll({json.dumps(within)})].some((e) => e.innerText.includes({json.dumps(text)}))", f"{text!r} in {within}")

    def click(self, selector: str, text: str = "") -> None:
        """Press the last visible element that matches and shows a text (or is named by it). Raises BrowserError if it is covered."""
        find = f"""[...document.querySelectorAll({json.dumps(selector)})].filter((e) => e.getClientRects().length && !e.disabled
            && (e.innerText.includes({json.dumps(text)}) || (e.getAttribute("aria-label") || "").includes({json.dumps(text)}))).at(-1)"""
        self.wait(find, f"{selector} {text!r}")
        place = self.js(f"""(() => {{
            const found = {find}; found.scrollIntoView({{ block: "center", behavior: "instant" }});
            const box = found.getClientRects()[0], x = box.left + box.width / 2, y = box.top + box.height / 2;
            const hit = document.elementFromPoint(x, y);
            return {{ x, y, free: found.contains(hit), hit: hit && hit.outerHTML.slice(0, 200) }};
        }})()""")
        if not place["free"]:
            raise BrowserError(f"{selector} {text!r} is covered by {place['hit']}")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place["x"], y=place["y"], button="left", clickCount=1)

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.call("Input.insertText", text=text)

    def key(self, name: str, *, shift: bool = False) -> None:
        """Press a key: Enter, Escape, Tab, ArrowDown and the like."""
        codes = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38, " ": 32}
        more: dict[str, Any] = {"text": "\r"} if name == "Enter" else {"text": " "} if name == " " else {}
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=name, code="Space" if name == " " else name, modifiers=8 if shift else 0,
                windowsVirtualKeyCode=codes[name], **(more if kind == "keyDown" else {}),
            )  # fmt: skip

    def picture(self, path: Path) -> None:
        """A PNG of what is in sight."""
        shot = self.call("Page.captureScreenshot", format="png")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(shot["data"]))

    def nameless(self) -> list[str]:
        """What a screen reader would announce without a name: the roles of controls that have none."""
        roles = ("button", "link", "textbox", "combobox", "checkbox", "radio", "listbox", "dialog", "searchbox", "menuitem", "tab")
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        shown = [n for n in nodes if not n.get("ignored") and n.get("role", {}).get("value") in roles]
        return [n["role"]["value"] for n in shown if not n.get("name", {}).get("value", "").strip()]
