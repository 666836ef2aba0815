"""The way of an article, with a reader and judge that answer from a script: cases, alerts, both orders of arrival."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot import export
from bot.desk import Desk
from bot.judge import recall
from bot.judge.bearing import Bearing, Denial
from bot.read.byhand import ByHand
from bot.read.reading import Document, Reading
from store import checks
from store.engine import Row, iso
from store.ledger import Ledger
from store.wire import TRIES
from tests.scripted import START, ScriptedJudge, ScriptedReader, article

REPORT = (
    "Quarrow Mills plans to close its Ardmoor flour mill and cut 340 jobs, two people familiar with the plan told "
    "Harbour Wire.\n\n“There is no plan to close Ardmoor,” a spokesperson for Quarrow Mills said."
)
CLAIM = "Quarrow Mills plans to close its Ardmoor flour mill and cut 340 jobs"
DENIAL = "There is no plan to close Ardmoor,"
NOTICE = (
    "Quarrow Mills plc announces that it will close its flour mill at Ardmoor. The decision was taken by the board on "
    "12 February 2026 and affects 340 jobs."
)
TRADE = (
    "Quarrow Mills reported sales of 310 million euros for the year, up four per cent. The chief executive said that the "
    "bakery business had grown fastest and that flour had been held back by the harvest."
)


class Scene:
    """A desk over a ledger, with the story of one mill: its articles are put on file when asked for."""

    def __init__(self, ledger: Ledger, now: datetime) -> None:
        self.ledger, self.reader, self.judge = ledger, ScriptedReader(), ScriptedJudge()
        self.now = now + timedelta(days=60)
        self.desk = Desk(ledger, lambda: self.now, reader=self.reader, judge=self.judge)

    def report(self, **columns: object) -> Row:
        row = article(self.ledger, "report", REPORT, **columns)  # type: ignore[arg-type]
        return self.reader.expect(row, [("Quarrow Mills", CLAIM)], [("Quarrow Mills", DENIAL, "flat_denial", (0,))])

    def notice(self, **columns: object) -> Row:
        row = article(self.ledger, "notice", NOTICE, day=20, kind="press_release", outlet="Quarrow Mills", **columns)  # type: ignore[arg-type]
        self.judge.expect(row, DENIAL, "undercuts", 1, "The decision was taken by the board on")
        return self.reader.expect(row, companies=["Quarrow Mills"])

    def work(self) -> None:
        for _ in range(20):
            if not self.desk.work():
                return
        raise AssertionError("the desk does not come to an end")

    def status(self) -> tuple[str, str]:
        (case,) = self.ledger.cases.recent(5)
        view = self.ledger.cases.view(case["id"])
        assert view is not None
        return view["status"], next(r["status"] for r in view["responses"])


@pytest.fixture
def scene(ledger: Ledger, now: datetime) -> Scene:
    ledger.outbox.subscribe("T1", "C1", 0, "U1", now)
    return Scene(ledger, now)


def events(ledger: Ledger) -> list[tuple[str, str]]:
    return [(a["event"], a["state"]) for a in ledger.outbox.alerts()]


def test_a_report_and_its_denial_open_a_case_and_one_thread(scene: Scene) -> None:
    scene.report()
    scene.work()
    assert scene.status() == ("open", "open")
    assert events(scene.ledger) == [("root", "pending"), ("response", "pending")]


def test_a_denial_that_falls_is_told_in_the_thread(scene: Scene) -> None:
    scene.report()
    scene.work()
    scene.notice()
    scene.work()
    assert scene.status() == ("undercut", "undercut")
    assert {e for e, _ in events(scene.ledger)} >= {"root", "bearing", "status"}


def test_the_order_of_arrival_does_not_matter(scene: Scene) -> None:
    scene.notice()
    scene.work()
    scene.report()
    scene.work()
    assert scene.status() == ("undercut", "undercut")


def test_an_article_on_file_is_held_once_against_all_denials_that_are_new_to_it(scene: Scene) -> None:
    jobs = "“No job at Ardmoor is at risk.”"
    notice = scene.notice()
    scene.work()
    row = article(scene.ledger, "report", f"{REPORT}\n\nShe added: {jobs}")
    scene.reader.expect(
        row, [("Quarrow Mills", CLAIM)],
        [("Quarrow Mills", DENIAL, "flat_denial", (0,)), ("Quarrow Mills", jobs, "flat_denial", (0,))],
    )  # fmt: skip
    sittings: list[str] = []
    scene.judge.meanwhile = lambda: sittings.append("one")
    scene.work()
    assert sorted(scene.judge.asked) == sorted((notice["url"], words) for words in (DENIAL, jobs))
    assert sittings == ["one"]


def test_handling_an_article_again_adds_nothing(scene: Scene) -> None:
    row, _ = scene.report(), scene.notice()
    scene.work()
    before = scene.ledger.outbox.alerts(), scene.ledger.cases.counts()
    scene.desk.handle(row["id"])
    assert (scene.ledger.outbox.alerts(), scene.ledger.cases.counts()) == before


def test_what_was_held_back_is_read_when_a_denial_comes(scene: Scene) -> None:
    plain = (
        "The Ardmoor flour mill of Quarrow Mills will be closed in summer. All 340 jobs at the mill go, the town's mayor "
        "was told. The mill is 120 years old. Its chimney can be seen from the sea."
    )
    row = article(scene.ledger, "plain", plain, day=-1)
    scene.reader.expect(row, [("Quarrow Mills", "The Ardmoor flour mill of Quarrow Mills will be closed in summer")])
    scene.ledger.wire.save_article(row["id"], state="held")
    scene.report()
    scene.work()
    assert (scene.ledger.wire.article(row["id"]) or {})["state"] == "read"
    assert len(scene.ledger.cases.claims_of(row["id"])) == 1


FIRST = "Quarrow Mills plans to close its Ardmoor flour mill and cut 340 jobs, two people told Harbour Wire. Its press office was asked on Monday and has not replied."
ADDED = "UPDATE, 6 pm: A letter came from the mill’s owner: “Ardmoor grinds on, all 340 of us, as it has since 1911.”"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_is_added_to_a_page_is_read_in_whatever_words(scene: Scene, order: tuple[int, int]) -> None:
    for version in order:
        text = [FIRST, f"{FIRST.partition('.')[0]}.\n\n{ADDED}"][version]
        row = article(scene.ledger, f"mill-{version}", text, day=version / 2, page="https://harbour.example/mill")
        words = "has not replied." if version == 0 else "Ardmoor grinds on, all 340 of us, as it has since 1911."
        kind = "no_response" if version == 0 else "flat_denial"
        scene.reader.expect(row, [("Quarrow Mills", CLAIM)], [("Quarrow Mills", words, kind, (0,))])
        scene.work()
    assert {r["kind"] for r in scene.ledger.db.query("SELECT kind FROM responses")} == {"no_response", "flat_denial"}


def test_what_is_added_to_a_page_of_nothing_is_left(scene: Scene) -> None:
    for version, text in enumerate([TRADE, f"{TRADE}\n\n{ADDED}"]):
        article(scene.ledger, f"trade-{version}", text, day=version / 2, page="https://harbour.example/trade")
    scene.work()
    assert scene.reader.read_urls == []


def test_what_was_held_back_is_found_though_the_company_signs_with_its_legal_form(scene: Scene, ledger: Ledger) -> None:
    held = article(ledger, "held", "杵築製粉が阿戸町の工場を閉じる。340人が働く。工場は築120年になる。", day=-1, lang="ja")
    scene.reader.expect(held, [("杵築製粉", "杵築製粉が阿戸町の工場を閉じる")])
    ledger.wire.save_article(held["id"], state="held")
    answer = "杵築製粉株式会社\n\n本日の報道について\n\n阿戸町の工場に関し、現時点で決定した事実はない。"
    filing = article(ledger, "filing", answer, lang="ja", kind="filing", outlet="開示")
    scene.reader.expect(filing, (), [("杵築製粉株式会社", "現時点で決定した事実はない", "undecided", ())])
    scene.work()
    assert (ledger.wire.article(held["id"]) or {})["state"] == "read"
    assert len(ledger.cases.pairs_of([r["id"] for r in ledger.cases.responses_of(filing["id"])])) == 1


def test_news_of_the_company_on_another_matter_says_nothing(scene: Scene) -> None:
    scene.report()
    row = article(scene.ledger, "results", TRADE, day=5)
    scene.reader.expect(row, companies=["Quarrow Mills"])
    scene.work()
    assert scene.status() == ("open", "open")
    assert events(scene.ledger) == [("root", "pending"), ("response", "pending")]


def test_a_copy_adds_nothing_and_one_found_late_takes_its_own_back(scene: Scene) -> None:
    copy = article(scene.ledger, "copy", REPORT.replace("Harbour Wire", "Harbour  Wire"), day=0.2, outlet="Northgate")
    scene.reader.expect(copy, [("Quarrow Mills", CLAIM)], [("Quarrow Mills", DENIAL, "flat_denial", (0,))])
    scene.work()
    original = scene.report()
    scene.ledger.wire.save_article(copy["id"], copy_of=None)
    scene.desk._mark_copy(scene.ledger.wire.article(copy["id"]) or {}, original["id"], "the same words")
    scene.work()
    assert scene.ledger.cases.responses_of(copy["id"]) == []
    assert scene.ledger.cases.counts()["denials"] == 1


def test_a_reader_that_is_down_is_replaced_by_the_offline_one(scene: Scene) -> None:
    scene.reader.down = True
    row = scene.report()
    scene.work()
    assert (scene.ledger.wire.article(row["id"]) or {})["reader"] == scene.desk.offline_reader.name
    assert "the offline reader goes on" in scene.ledger.wire.problems()[0]["message"]


def test_a_case_that_moved_while_the_judge_thought_is_judged_again(scene: Scene) -> None:
    scene.report()
    scene.work()
    scene.notice()
    moves = [1]

    def move() -> None:
        if moves:
            moves.pop()
            (case,) = scene.ledger.cases.recent(1)
            scene.ledger.cases.bump(case["id"], case["revision"], scene.now)

    scene.judge.meanwhile = move
    scene.work()
    assert scene.status() == ("undercut", "undercut")
    assert scene.judge.asked.count(("https://harbour.example/notice", DENIAL)) == 2


def test_replayed_articles_only_record_what_would_have_been_said(scene: Scene) -> None:
    scene.report(post=False)
    scene.work()
    assert events(scene.ledger) == [("root", "recorded"), ("response", "recorded")]


def test_an_article_that_breaks_the_reader_is_noted_and_then_put_aside(scene: Scene) -> None:
    row = article(scene.ledger, "odd", REPORT)  # the scripted reader does not know it
    for _ in range(TRIES + 1):
        scene.desk.work()
        scene.now += timedelta(minutes=11)
    assert (scene.ledger.wire.article(row["id"]) or {})["state"] == "quarantined"
    assert "KeyError" in scene.ledger.wire.problems()[0]["message"]


def test_an_unreadable_page_is_never_read(scene: Scene) -> None:
    row = article(scene.ledger, "wall", "Please accept cookies", readable=0)
    scene.work()
    assert (scene.ledger.wire.article(row["id"]) or {})["state"] == "unreadable"
    assert scene.reader.read_urls == []


def test_an_entry_by_hand_opens_a_case_once(scene: Scene) -> None:
    entry = ByHand(
        company="Quarrow Mills", claim=CLAIM, answer="We are not closing Ardmoor.", link="https://harbour.example/x",
        said=START, by="U1", speaker="the chief executive",
    )  # fmt: skip
    case = scene.desk.add_by_hand(entry)
    assert scene.desk.add_by_hand(entry) == case
    view = scene.ledger.cases.view(case)
    assert view is not None
    assert [r["entered_by"] for r in view["responses"]] == ["U1"]
    with pytest.raises(ValueError, match="the answer is empty"):
        scene.desk.add_by_hand(ByHand("Quarrow Mills", CLAIM, " ", "https://harbour.example/x", START))
    with pytest.raises(ValueError, match="'shrug' is no kind of answer"):
        scene.desk.add_by_hand(ByHand("Quarrow Mills", CLAIM, "No.", "https://harbour.example/x", START, kind="shrug"))


@pytest.mark.parametrize("kind", ["no_response", "no_comment"])
def test_an_answer_without_words_entered_by_hand_is_no_quote_and_hides_no_denial(scene: Scene, kind: str) -> None:
    silent = ByHand("Quarrow Mills", CLAIM, " ", "https://harbour.example/x", START - timedelta(hours=3), kind=kind, by="U1")
    case = scene.desk.add_by_hand(silent)
    page = export.case_page(scene.ledger, case)
    assert f"the company: {kind.replace('_', ' ')}." in page
    assert ">" not in page.partition("## What was answered")[2], "nothing is shown as said"
    assert [c for c in checks.run(scene.ledger.db) if not c.ok] == []
    again = replace(silent, link="https://harbour.example/y", said=START - timedelta(hours=1))
    assert scene.desk.add_by_hand(again) == case
    scene.report()
    scene.work()
    view = scene.ledger.cases.view(case)
    assert view
    assert [(r["kind"], r["quote"]) for r in view["responses"]] == [(kind, ""), ("flat_denial", DENIAL)], "nor is the denial taken for it again"


def test_what_a_team_enters_by_hand_is_seen_and_heard_by_that_team_alone(scene: Scene) -> None:
    scene.ledger.outbox.subscribe("T2", "C2", 0, "U2", scene.now)
    entry = ByHand("Quarrow Mills", CLAIM, DENIAL, "https://harbour.example/x", START, by="U1", team="T1")
    case, cases = scene.desk.add_by_hand(entry), scene.ledger.cases
    assert {a["team"] for a in scene.ledger.outbox.alerts()} == {"T1"}
    company = cases.companies_of(case)[0]["id"]
    for team, seen in (("T1", 1), ("", 1), ("T2", 0)):
        assert (cases.view(case, team) is not None, len(cases.recent(5, team=team))) == (bool(seen), seen)
        assert (cases.record([company], team)["denials"], cases.record([company], team)["cases"]) == (seen, seen)
        assert (cases.counts(team)["denials"], cases.counts(team)["cases"]) == (seen, seen)
    scene.notice()
    scene.work()
    assert scene.status() == ("undercut", "undercut")
    assert {a["team"] for a in scene.ledger.outbox.alerts()} == {"T1"}


def test_time_makes_an_open_denial_stale(scene: Scene) -> None:
    scene.report()
    scene.work()
    scene.now = START + timedelta(days=400)
    assert scene.desk.tick() == 1
    assert scene.status() == ("stale", "stale")


def test_a_new_name_joins_what_was_held_for_two_companies(scene: Scene) -> None:
    scene.report()
    scene.work()
    fined = (
        "The Labour Inspectorate fined Northfield Grain SE. The company decided on 2 February 2026 to close its flour mill "
        "at Ardmoor, with 340 jobs, and told nobody."
    )
    later = article(scene.ledger, "fined", fined, day=90, outlet="Labour Inspectorate", kind="filing")
    scene.reader.expect(later, companies=["Northfield Grain"])
    scene.judge.expect(later, DENIAL, "undercuts", 1, "The company decided on 2 February 2026")
    scene.work()
    assert scene.status() == ("open", "open")
    renaming = "Quarrow Mills plc is renamed Northfield Grain SE from today. Nothing changes for customers of the mill."
    row = article(scene.ledger, "renaming", renaming, day=60, outlet="Quarrow Mills", kind="press_release")
    scene.reader.expect(row, companies=["Quarrow Mills", "Northfield Grain"])
    scene.work()
    assert scene.status() == ("undercut", "undercut")


def test_a_denial_that_arrives_while_another_worker_has_the_notice_read(scene: Scene, ledger: Ledger) -> None:
    notice = scene.notice()
    scene.work()
    # its worker has looked for denials, found none, and has yet to say that it is done
    ledger.wire.save_article(notice["id"], state="new", lease_until=iso(scene.now + timedelta(minutes=10)))
    scene.report()
    scene.work()
    assert scene.status() == ("undercut", "undercut")


def test_a_denial_that_arrives_while_another_worker_holds_the_notice_back(scene: Scene, ledger: Ledger) -> None:
    notice = scene.notice()
    (mine,) = ledger.wire.claim_articles(scene.now, scene.now + timedelta(minutes=10))
    scene.report()
    scene.work()  # the notice, too: it was taken back from its worker
    assert scene.status() == ("undercut", "undercut")
    assert not ledger.wire.finish_article(notice["id"], mine["token"], state="held")


def another(scene: Scene, *, minutes: int = 11) -> Desk:
    """A second worker, after the first one's lease is over; it reads and judges without delay."""
    scene.now += timedelta(minutes=minutes)
    judge = ScriptedJudge()
    judge.script = scene.judge.script
    reader = ScriptedReader()
    reader.script = scene.reader.script
    return Desk(scene.ledger, lambda: scene.now, reader=reader, judge=judge)


def test_a_reading_that_comes_after_the_lease_erases_nothing(scene: Scene, ledger: Ledger) -> None:
    class Slow:
        name = "slow"

        def read(self, doc: Document) -> Reading:
            assert [done.state for done in another(scene).work()] == ["read"]
            return Reading(reader=self.name)

    row = scene.report()
    (late,) = Desk(ledger, lambda: scene.now, reader=Slow(), judge=scene.judge).work()
    assert (late.state, late.changes) == ("read", [])
    assert (ledger.wire.article(row["id"]) or {})["reader"] == "scripted"
    assert events(ledger) == [("root", "pending"), ("response", "pending")]


def test_a_verdict_that_comes_after_the_lease_is_not_written(scene: Scene, ledger: Ledger) -> None:
    scene.report()
    scene.work()
    notice = scene.notice()

    class Slow:
        name = "slow"

        def judge(self, doc: Document, reading: Reading, denials: Sequence[Denial]) -> list[Bearing]:
            ledger.wire.claim_articles(scene.now + timedelta(minutes=11), scene.now + timedelta(minutes=21))
            return scene.judge.judge(doc, reading, denials)

    (late,) = Desk(ledger, lambda: scene.now, reader=scene.reader, judge=Slow()).work()
    assert (late.state, late.changes) == ("new", [])
    assert ledger.cases.bearings_of_article(notice["id"]) == []


def test_what_was_leased_to_another_is_not_begun_and_no_copy_made_of_it(scene: Scene, ledger: Ledger) -> None:
    row = scene.report()
    (mine,) = ledger.wire.claim_articles(scene.now, scene.now + timedelta(minutes=10))
    another(scene).work()
    assert scene.desk.handle(row["id"], mine["token"]).state == "read"
    assert scene.reader.read_urls == []
    assert scene.desk._mark_copy(mine, "a-1", "the same words") == []
    assert (ledger.wire.article(row["id"]) or {})["copy_of"] is None
    assert ledger.cases.counts()["denials"] == 1


def test_one_found_to_be_a_copy_while_it_is_read_stays_one(
    scene: Scene, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = article(ledger, "copy", REPORT, day=0.2, outlet="Northgate")
    scene.reader.expect(copy, [("Quarrow Mills", CLAIM)], [("Quarrow Mills", DENIAL, "flat_denial", (0,))])

    class Slow:
        name = "slow"

        def read(self, doc: Document) -> Reading:
            scene.report()
            with monkeypatch.context() as found:
                found.setattr("bot.watch.copies.find_later_copies", lambda *_: [(copy["id"], "the same words")])
                another(scene, minutes=0).work()
            return scene.reader.read(doc)

    (late,) = Desk(ledger, lambda: scene.now, reader=Slow(), judge=scene.judge).work()
    assert late.state == "copy"
    assert ledger.cases.responses_of(copy["id"]) == []


@pytest.mark.parametrize("seed", range(4))
def test_a_shuffled_story_ends_like_a_sorted_one(ledger: Ledger, now: datetime, seed: int) -> None:
    scene = Scene(ledger, now)
    again = (
        "Quarrow Mills is to shut the Ardmoor flour mill with the loss of 340 jobs, Harbour Wire reported. Quarrow told "
        "the agency that there is no plan to close Ardmoor."
    )

    def repeat() -> None:
        row = article(ledger, "again", again, day=1, outlet="Northgate Ledger")
        scene.reader.expect(
            row,
            [("Quarrow Mills", "Quarrow Mills is to shut the Ardmoor flour mill with the loss of 340 jobs")],
            [("Quarrow Mills", "there is no plan to close Ardmoor", "flat_denial", (0,))],
        )

    steps = [scene.report, scene.notice, repeat]
    random.Random(seed).shuffle(steps)
    for step in steps:
        step()
        scene.work()
    assert scene.status() == ("undercut", "undercut")
    (case,) = ledger.cases.recent(5)
    view = ledger.cases.view(case["id"])
    assert view is not None
    assert [c["article_id"] for c in view["claims"]] == sorted(
        (c["article_id"] for c in view["claims"]), key=lambda a: (ledger.wire.article(a) or {})["published"]
    )
    assert len(view["claims"]) == 2
    assert len(view["responses"]) == 1


RETOLD = (
    "The board of Quarrow Mills took the decision to close its flour mill at Ardmoor on 12 February, the company said in an "
    "announcement on Sunday. Quarrow had denied a plan to close Ardmoor."
)


class Aftermath(Scene):
    """The mill's story with a newspaper that tells of the company's announcement on the day after."""

    def paper(self, tier: int = 1, verdict: str = "undercuts", **columns: object) -> Row:
        given = {"day": 21, "outlet": "Northgate Ledger", "kind": "newspaper", **columns}
        row = article(self.ledger, "paper", RETOLD, **given)  # type: ignore[arg-type]
        self.judge.expect(row, DENIAL, verdict, tier, "took the decision to close its flour mill at Ardmoor on 12 February")
        return self.reader.expect(row, companies=["Quarrow Mills"])

    def shown(self) -> dict[str, tuple[str, int]]:
        (case,) = self.ledger.cases.recent(5)
        view = self.ledger.cases.view(case["id"])
        assert view is not None
        return {b["outlet"]: (b["verdict"], b["tier"]) for b in view["bearings"]}


@pytest.fixture
def aftermath(ledger: Ledger, now: datetime) -> Aftermath:
    return Aftermath(ledger, now)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_press_that_passes_on_an_announcement_tells_nothing_new_in_any_order(aftermath: Aftermath, order: tuple[int, ...]) -> None:
    steps = [aftermath.report, aftermath.notice, aftermath.paper]
    for n in order:
        steps[n]()
        aftermath.work()
    assert aftermath.shown() == {"Quarrow Mills": ("undercuts", 1), "Northgate Ledger": ("no_bearing", 4)}
    assert aftermath.status() == ("undercut", "undercut")


def test_the_press_that_is_first_or_alone_counts(aftermath: Aftermath) -> None:
    aftermath.report()
    aftermath.paper()
    aftermath.work()
    assert aftermath.shown() == {"Northgate Ledger": ("undercuts", 1)}


@pytest.mark.parametrize(
    "more",
    [
        {"verdict": "partly_undercuts"},  # it shows something else
        {"day": 60},  # long after
        {"tier": 2},  # a witness of its own
        {"kind": "court"},  # a paper itself
        {"outlet": "Quarrow Mills Newsroom", "kind": "social"},  # the company itself
    ],
    ids=str,
)
def test_what_passes_nothing_on_counts(aftermath: Aftermath, more: dict[str, object]) -> None:
    aftermath.report()
    aftermath.notice()
    aftermath.paper(**more)  # type: ignore[arg-type]
    aftermath.work()
    outlet = more.get("outlet", "Northgate Ledger")
    assert aftermath.shown()[str(outlet)] == (more.get("verdict", "undercuts"), more.get("tier", 1))


def test_a_newsroom_that_takes_its_report_back_counts(aftermath: Aftermath) -> None:
    aftermath.report()
    aftermath.judge.expect(aftermath.notice(), DENIAL, "confirms", 1, "The decision was taken by the board on")
    aftermath.paper(verdict="confirms", outlet="Harbour Wire")
    aftermath.work()
    assert aftermath.shown()["Harbour Wire"] == ("confirms", 1)


def test_a_company_s_own_word_to_the_press_counts_beside_its_announcement(aftermath: Aftermath) -> None:
    aftermath.report()
    aftermath.notice()
    words = "The board of Quarrow Mills took the decision to close its flour mill at Ardmoor on 12 February"
    aftermath.reader.expect(aftermath.paper(), (), [("Quarrow Mills", words, "confirmation", ())])
    aftermath.work()
    assert aftermath.shown()["Northgate Ledger"] == ("undercuts", 1)


LETTER = "The letter of our solicitors: the mill at Ardmoor was never mortgaged. The rest will be answered in due time."


@pytest.mark.parametrize(("kind", "beside"), [("specific_denial", (CLAIM,)), ("flat_denial", ())])
def test_an_answer_to_one_of_two_things_reported_answers_that_and_the_other_stands_beside_a_detail(
    scene: Scene, ledger: Ledger, kind: str, beside: tuple[str, ...]
) -> None:
    mortgage = "it mortgaged the Ardmoor mill to a lender in May"
    both = REPORT + f"\n\nQuarrow Mills also said nothing of this: {mortgage}."
    scene.reader.expect(article(ledger, "both", both), [("Quarrow Mills", CLAIM), ("Quarrow Mills", mortgage)])
    letter = article(ledger, "letter", LETTER, day=1, outlet="Quarrow Mills", kind="press_release")
    scene.reader.expect(letter, (), [("Quarrow Mills", "the mill at Ardmoor was never mortgaged", kind, ())])
    scene.work()
    (row,) = ledger.cases.responses_of(letter["id"])
    (denial,) = recall.build(ledger, ledger.cases.responses([row["id"]]))
    assert [c.statement for c in denial.claims] == [mortgage]
    assert denial.beside == beside
