"""The page in a real browser, with the real service behind it: what a person sees, presses and types.

Pictures of what it looks like go to the folder `screenshots`, which git ignores.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox import demo
from bot.sandbox.newsroom import WIRE, Newsroom
from bot.sandbox.server import Sandbox
from store.engine import Row
from store.ledger import Ledger
from tests.sandbox.browser import Browser, Tab, needs_chromium
from tests.sandbox.test_limits import chart, pie
from tests.sandbox.test_page import EVERY_BLOCK

PICTURES = Path(__file__).parents[2] / "screenshots"
EPISODES = ("brackwell-fire-tests", "mirefield-otter-brook", "velmont-chief-executive", "quennell-headquarters", "lindgrund-durchsuchung", "norvane-pay-balances")
pytestmark = needs_chromium


class Stage:
    """The demo after its wire has come in: a workspace with cases, and the ledger behind it."""

    def __init__(self, sandbox: Sandbox, ledger: Ledger) -> None:
        self.sandbox, self.ledger = sandbox, ledger

    def case(self, status: str) -> Row:
        """A case with this status whose root card stands in #newsroom, one in Latin letters; with `ts` of that card."""
        for row in self.ledger.cases.recent(50, statuses=[status]):
            thread = next((t for t in self.ledger.outbox.threads_of_case(row["id"]) if t["root_ts"]), None)
            if thread and row["companies"][0]["name"].isascii():
                return {**row, "ts": thread["root_ts"], "company": row["companies"][0]["name"]}
        raise AssertionError(f"no {status} case was told")


def all_out(newsroom: Newsroom) -> bool:
    """Release what may be released now; is all of it out?"""
    while not newsroom.waits and newsroom.release_next():
        pass
    return newsroom.done.is_set()


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    db, wire = str(tmp_path_factory.mktemp("page") / "ledger.db"), tmp_path_factory.mktemp("wire")
    for name in EPISODES:
        shutil.copy(WIRE / f"{name}.json", wire)
    said: list[Any] = []
    with (
        Sandbox(rates=False) as sandbox,
        Newsroom(wire, manual=True) as newsroom,
        demo.stage(sandbox, newsroom, db, said.append) as (ledger, service),
    ):
        sandbox.command("subscribe all")
        sandbox.wait_for(lambda: all_out(newsroom), 60, "pages to be fetched before they are updated")
        demo.finish(newsroom, ledger, service, lambda line: said.append(line))
        yield Stage(sandbox, ledger)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as running:
        yield running


def at(stage: Stage, **query: str) -> str:
    return stage.sandbox.page_url + ("?" + "&".join(f"{k}={v}" for k, v in query.items()) if query else "")


def say(tab: Tab, text: str) -> None:
    tab.click("#say")
    tab.type(text)
    tab.key("Enter")


def sound(tab: Tab) -> None:
    """Nothing went wrong in the page, and everything in it has a name to be read out."""
    assert tab.complaints == []
    assert tab.nameless() == []


def test_subscribe_open_a_case_and_type_a_command(stage: Stage, browser: Browser) -> None:
    case = stage.case("undercut")
    tab = browser.open(at(stage, channel="deals"))
    tab.click("button", "Invite Walkback")
    tab.wait("!document.body.innerText.includes('is not in this channel')")
    say(tab, f"/denials subscribe {case['company']}")
    tab.wait("document.querySelector('.message.private')")
    followed = stage.ledger.outbox.subscriptions(stage.sandbox.default.team_id, stage.sandbox.channel_id("deals"))
    assert [f["company"] for f in followed] == [case["company"]]
    say(tab, f"/denials {case['company']}")
    tab.read(case["company"], ".message.private:last-child")
    tab.click(".message.private button", "Open")
    tab.read("Our reading:", ".message.private:last-child")
    sound(tab)


def test_a_card_its_thread_and_why(stage: Stage, browser: Browser) -> None:
    case = stage.case("undercut")
    tab = browser.open(at(stage, channel="newsroom") + f"#m-{case['ts']}")
    tab.picture(PICTURES / "root-card.png")
    tab.click(f"[id='m-{case['ts']}'] .thread-link")
    tab.read("Undercut", "#thread .message:last-of-type")
    tab.wait("document.activeElement.matches('.thread-messages')", "the focus to go into the thread")
    tab.js("document.querySelector('.thread-messages').scrollTo(0, 1e6)")
    tab.picture(PICTURES / "thread.png")
    tab.click("#thread button", "Why?")
    tab.read(f"Case {case['id']}", "[role=dialog]")
    tab.picture(PICTURES / "why.png")
    tab.key("Escape")
    tab.wait("!document.querySelector('[role=dialog]')")
    tab.key("Escape")
    tab.wait("document.querySelector('#thread').hidden")
    tab.js("history.back()")
    tab.wait("!document.querySelector('#thread').hidden", "the thread, with the browser's own way back")
    sound(tab)


def test_mark_a_pair_wrong_and_take_it_back(stage: Stage, browser: Browser) -> None:
    case = stage.case("contested")
    tab = browser.open(at(stage, channel="newsroom", thread=case["ts"]))
    tab.click("#thread button", "Why?")
    tab.click("[role=dialog] button", "Wrong pair")
    tab.read("This answer belongs to another claim", "[role=dialog]")
    tab.picture(PICTURES / "wrong-pair.png")
    tab.click("[role=dialog] button", "Correct it")
    tab.read("Please complete this required field.", "[role=dialog]")
    tab.type("It answered another report")
    tab.click("[role=dialog] button", "Correct it")
    tab.click("[role=dialog] button", "Undo")
    tab.read("Why? Case", "[role=dialog]")
    assert [r["kind"] for r in stage.ledger.rulings.all()] == ["wrong_pair"]
    assert all(r["undone_at"] for r in stage.ledger.rulings.all())
    view = "document.querySelector('[role=dialog]')?.dataset.view"
    top = tab.js(view)
    tab.key("Escape")
    tab.wait(f"{view} != '{top}'", "the modal below")
    tab.key("Escape")
    tab.wait("!document.querySelector('[role=dialog]')")
    sound(tab)


def test_what_a_channel_hears(stage: Stage, browser: Browser) -> None:
    case, room = stage.case("upheld"), stage.sandbox.add_channel("desk-three")

    def followed() -> list[str]:
        return [f["company"] for f in stage.ledger.outbox.subscriptions(stage.sandbox.default.team_id, room)]

    tab = browser.open(at(stage, channel="desk-three"))
    say(tab, "/denials settings")
    tab.read("What #desk-three hears.", "[role=dialog]")
    tab.click("[role=dialog] [data-block=companies]")
    tab.type(case["company"][:5])
    tab.wait("document.querySelector('.options li')", "the companies that begin like this")
    tab.key("ArrowDown")
    tab.key("Enter")
    tab.read(case["company"], "[role=dialog] .choice")
    tab.picture(PICTURES / "settings.png")
    sound(tab)
    tab.click("[role=dialog] button", "Save")
    tab.read(f"Saved. Heard of here: {case['company']}.", "[role=dialog]")
    assert followed() == [case["company"]]
    tab.key("Escape")
    tab.wait("!document.querySelector('[role=dialog]')")
    say(tab, "/denials settings")
    tab.read(case["company"], "[role=dialog] .choice")
    tab.click("[role=dialog] button", "Save")
    tab.read("Saved.", "[role=dialog]")
    assert followed() == [case["company"]], "what was chosen before is kept"
    tab.key("Escape")
    tab.wait("!document.querySelector('[role=dialog]')")


def test_digest_and_its_chart(stage: Stage, browser: Browser) -> None:
    tab = browser.open(at(stage, channel="newsroom"))
    tab.wait("document.querySelector('.chart svg rect')")
    tab.js("document.querySelector('.chart').closest('.message').scrollIntoView({ block: 'end' })")
    tab.picture(PICTURES / "digest.png")
    tab.click(".chart summary", "Figures")
    assert tab.js("document.querySelector('.chart table').rows.length") > 3
    sound(tab)


def test_app_home(stage: Stage, browser: Browser) -> None:
    tab = browser.open(at(stage))
    tab.click("nav button", "Walkback home")
    tab.read("Followed", "#messages.home")
    tab.picture(PICTURES / "app-home.png")
    tab.click("#head button", "Messages")
    tab.wait("document.querySelector('#say') && !document.querySelector('.home')")
    sound(tab)


def test_dark(stage: Stage, browser: Browser) -> None:
    case = stage.case("upheld")
    tab = browser.open(at(stage, channel="newsroom", thread=case["ts"]) + f"#m-{case['ts']}", dark=True)
    colour = "getComputedStyle(document.body).backgroundColor"
    night = tab.js(colour)
    tab.picture(PICTURES / "dark.png")
    tab.click("#theme")
    day = tab.js(colour)
    assert [sum(map(int, re.findall(r"\d+", c)[:3])) > 380 for c in (night, day)] == [False, True]
    tab.go(at(stage))
    assert tab.js(colour) == day  # the choice is kept
    tab.js("localStorage.clear()")
    sound(tab)


def test_phone(stage: Stage, browser: Browser) -> None:
    case = stage.case("undercut")
    tab = browser.open(at(stage, channel="newsroom") + f"#m-{case['ts']}", 390, 844)
    tab.picture(PICTURES / "phone.png")
    assert tab.js("document.documentElement.scrollWidth") <= 390
    tab.click("a", "Open the sidebar")
    tab.wait("document.querySelector('nav.open') && document.activeElement.matches('nav .shut')")
    tab.picture(PICTURES / "phone-sidebar.png")
    tab.click("nav a", "deals")
    tab.read("deals", "#head")
    tab.go(at(stage, channel="newsroom", thread=case["ts"]))
    tab.picture(PICTURES / "phone-thread.png")
    assert tab.js("document.documentElement.scrollWidth") <= 390
    tab.click("#thread button", "Why?")
    tab.read(f"Case {case['id']}", "[role=dialog]")
    tab.picture(PICTURES / "phone-why.png")
    tab.click("[role=dialog] button", "Close")
    tab.wait("!document.querySelector('[role=dialog]')")
    tab.click("a", "Close thread")
    tab.wait("document.querySelector('#thread').hidden")
    sound(tab)


def test_what_others_do_arrives_by_itself(stage: Stage, browser: Browser) -> None:
    tab = browser.open(at(stage, channel="deals"))
    tab.js("window.here = true")
    tab.click("#say")
    tab.type("half a thou")
    ts = stage.sandbox.say("has anybody seen this?", "deals", "ben")
    tab.read("has anybody seen this?", ".message:last-child")
    assert tab.js("document.getElementById('say').value") == "half a thou"
    stage.sandbox.delete_message("deals", ts)
    tab.wait("!document.body.innerText.includes('has anybody seen this?')")
    stage.sandbox.say("over here", "newsroom", "ben")
    tab.wait("document.querySelector('nav .unread')?.innerText.includes('newsroom')", "the mark of what was not read")
    assert tab.js("window.here")  # no load of the page in between
    sound(tab)


def test_by_keyboard_alone(stage: Stage, browser: Browser) -> None:
    case = stage.case("upheld")
    tab = browser.open(at(stage, channel="newsroom", thread=case["ts"]))
    tab.js("document.querySelector('#thread .actions button').focus()")
    tab.key("Enter")
    tab.wait("document.querySelector('[role=dialog]')?.contains(document.activeElement)", "the focus in the modal")
    for _ in range(12):
        tab.key("Tab")
        assert tab.js("document.querySelector('[role=dialog]').contains(document.activeElement)")
    tab.key("Escape")
    tab.wait("document.activeElement.innerText == 'Why?'", "the focus back where it was")
    tab.js("document.getElementById('say').focus()")
    tab.type("/")
    tab.wait("document.querySelector('.options')")
    stage.sandbox.say("news while something is chosen", user="ben")
    tab.read("news while something is chosen", "#messages")
    tab.key("ArrowDown")
    tab.key("Enter")
    assert tab.js("document.getElementById('say').value") == "/denials "
    sound(tab)


def test_every_block_looks_right(browser: Browser) -> None:
    with Sandbox(rates=False) as sandbox:
        client = WebClient(token=sandbox.bot_token, base_url=sandbox.url, retry_handlers=[])
        for one in [*EVERY_BLOCK, chart("line", series=3, points=6)[0], chart(series=2, points=4)[0], chart("area", points=5)[0], pie(4)[0]]:
            client.chat_postMessage(channel="#newsroom", text="x", blocks=[one])
        for width in (1280, 390):
            tab = browser.open(sandbox.page_url, width, 900)
            assert tab.js("document.querySelectorAll('.message').length") == len(EVERY_BLOCK) + 4
            wide = tab.js("[...document.querySelectorAll('.block')].filter((e) => e.getBoundingClientRect().right > innerWidth).map((e) => e.className)")
            assert wide == []
            assert tab.complaints == []
