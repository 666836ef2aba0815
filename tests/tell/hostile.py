"""Messages rendered from hostile text, by the thousand: `python -m tests.tell.hostile 10000`.

None may break a limit of Slack's, and none may hold a mention, link or date that the text smuggled in (`sound`).
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from typing import Any

from bot.sandbox.blocks import check_view
from bot.tell import cards, letters, pages, panel, replies, words
from bot.tell.noise import Noise
from bot.tell.schedule import Schedule
from tests.tell.test_cards import HOSTILE, URLS, sound

Row = dict[str, Any]
_TIMES = ["2026-03-02T07:15:00Z", "1969-01-01T00:00:00Z", "2099-12-31T23:59:59Z"]
_SCRIPTS = ((0x20, 0x7F), (0xA0, 0x250), (0x400, 0x460), (0x4E00, 0x4F00), (0x1F300, 0x1F400), (0x200B, 0x2070), (0xD7A0, 0xD800), (0xE0000, 0xE0080))
_MARKS = ("<!here>", "<@U0BEN>", "<#C1|x>", "<!date^0^{date}|x>", "<https://evil.example|bank.example>", "&lt;!channel&gt;", "*", "_", "`", "~", ">", ":tada:", "|", "\n", "@everyone")


def text(draw: random.Random) -> str:
    """Something that a feed could hold."""
    if draw.random() < 0.3:
        return draw.choice(HOSTILE)
    low, high = draw.choice(_SCRIPTS)
    letters_ = "".join(chr(draw.randrange(low, high)) for _ in range(draw.choice((3, 30, 300, 2_000))))
    at = draw.randrange(len(letters_))
    return letters_[:at] + draw.choice(_MARKS) + letters_[at:]


def view(draw: random.Random) -> Row:
    """A case of arbitrary text and size."""
    some = [text(draw) for _ in range(8)]
    pick = lambda: draw.choice(some)  # noqa: E731
    url = lambda: draw.choice([*URLS, "https://" + pick()[:60]])  # noqa: E731

    def article() -> Row:
        return {"outlet": pick(), "url": url(), "title": pick(), "article_title": pick(), "lang": draw.choice(["en", "fr", "zz", "", "zh-Hant"]), "published": draw.choice(_TIMES)}

    claims = [
        {"id": f"c{i}", "article_id": f"ca{i}", "company": pick(), "statement": pick(), "span": pick(), "origin": pick(), "sourcing": draw.choice(["anonymous", "named", "x"]),
         "source_count": draw.choice([None, 1, 3]), "hedged": 1, "reader": pick(), **article()}
        for i in range(draw.randrange(13))
    ]  # fmt: skip
    responses = [
        {"id": f"r{i}", "article_id": f"a{i}", "company": pick(), "company_id": i % 2, "speaker": pick(), "kind": draw.choice([*words.KIND, "odd"]), "quote": pick(), "direct": i % 2,
         "status": draw.choice([*words.STATUS, None, "odd"]), "status_why": pick(), "reader": pick(), "entered_by": draw.choice([None, "U1"]), "statement": pick(),
         "claims": [f"c{i}"], **article()}
        for i in range(draw.randrange(1, 13))
    ]  # fmt: skip
    bearings = [
        {"article_id": f"b{i // 2}", "response_id": f"r{i % len(responses)}", "verdict": draw.choice([*words.VERDICT, "odd"]), "tier": draw.randrange(1, 6), "span": pick(), "why": pick(),
         "origin": pick(), "judge": pick(), "confidence": draw.choice([0.0, 0.5, None]), "struck": draw.choice([None, None, "not_independent"]), **article()}
        for i in range(draw.randrange(15))
    ]  # fmt: skip
    roles = [draw.choice([*words.ROLE]) for _ in range(draw.randrange(6))]
    return {"id": 12, "title": pick(), "status": draw.choice([*words.STATUS, None, "odd"]), "revision": 3, "updated": _TIMES[0], "companies": [{"id": i, "name": pick(), "role": r} for i, r in enumerate(roles)],
            "claims": claims, "responses": responses, "bearings": bearings, "first_seen": draw.choice(_TIMES), "first_published": draw.choice(_TIMES), "moved": [{"case_id": 40}]}  # fmt: skip


def ruling(draw: random.Random, case: Row) -> Row:
    """A person's correction of something in the case, with a hostile reason."""
    kind = draw.choice(["not_a_denial", "wrong_pair", "not_same_matter", "not_independent", "settled"])
    article = draw.choice(case["bearings"]) if case["bearings"] and kind in ("not_same_matter", "not_independent") else None
    return {"id": 1, "kind": kind, "by": draw.choice(["U0BEN", text(draw)]), "at": _TIMES[0], "note": text(draw), "status": "upheld", "article_id": article and "b0", "response_id": "r0",
            "claim_id": None, "into_case": draw.choice([None, 40]), "undone_at": None, "response": draw.choice([None, case["responses"][0]]), "claim": None, "article": article}  # fmt: skip


def messages(seed: int) -> Iterator[tuple[list[Row], str]]:
    """The messages of one arbitrary case; modals are checked on the way."""
    draw = random.Random(seed)
    case = view(draw)
    yield cards.root(case)
    yield cards.root({**case, "responses": [], "bearings": []})
    yield cards.root({**case, "responses": [], "bearings": [], "no_denials": case["responses"]})
    events = ("response", "bearing", "status", "withdrawn", "ruling")
    news = [{"event": draw.choice(events), "response_id": draw.choice(case["responses"])["id"], "article_id": f"b{draw.randrange(8)}", "body": '{"old": "upheld", "ruling": 1}'} for _ in range(20)]
    said = ruling(draw, case)
    gone = {f"b{i}": {"outlet": case["title"], "title": case["title"], "url": draw.choice(URLS)} for i in range(8)}
    for alone, wide in ((False, False), (False, True), (True, False)):
        if message := replies.reply(case, news, gone, {1: said}, alone=alone, wide=wide):
            yield message
    yield pages.case_page(case)
    row = {"id": 1, "status": case["status"], "title": case["title"], "companies": case["companies"], "denials": 2, "updated": _TIMES[0]}
    record = {"denials": 3, "cases": 2, "by_status": {"open": 2, "undercut": 1}, "by_kind": {"flat_denial": {"open": 2, "undercut": 1}}, "median_days_to_reversal": 0.2}
    yield pages.record_page(case["title"] or "x", record, [{**row, "id": i} for i in range(8)], more="{}", share="{}", fold=("{}", "Fold"))
    yield pages.listing(case["title"] or "x", [row] * 8, "none")
    yield pages.burst([case] * draw.randrange(1, 11))
    yield letters.shared_record(case["title"] or "x", record, [row] * 5, datetime(2026, 3, 2, tzinfo=UTC))
    hits = [{"what": w, "words": text(draw) or "x", "verbatim": w == "response", "outlet": case["title"], "lang": "fr", "published": _TIMES[0], "url": draw.choice(URLS), "case_id": 4}
            for w in ("claim", "response", "article")]  # fmt: skip
    yield pages.found(case["title"], hits)
    followed = [{"company_id": i, "company": text(draw), "settings": "{}"} for i in range(4)]
    for modal in (pages.why_modal(case, [said]), panel.form(case["title"], {}, Noise(words=("x", "召回")), Schedule(), followed)):
        assert check_view(modal) == ("", []), modal["title"]


def check(wanted: int, first_seed: int = 0) -> int:
    """Render at least so many messages and check each; returns how many it were."""
    count, seed = 0, first_seed
    while count < wanted:
        for blocks, line in messages(seed):
            try:
                sound(blocks, line)
            except AssertionError as error:
                raise AssertionError(f"seed {seed}: {error}") from error
            count += 1
        seed += 1
    return count


def main(wanted: int) -> None:
    """Check so many on every core, and say how long it took."""
    begun, cores = time.perf_counter(), os.cpu_count() or 1
    with ProcessPoolExecutor(cores) as pool:
        done = sum(pool.map(check, [wanted // cores + 1] * cores, [n * 1_000_000 for n in range(cores)]))
    print(f"{done:,} messages from hostile text in {time.perf_counter() - begun:.1f} s: none over a limit, none with a live mention, link or date")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
