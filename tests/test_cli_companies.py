"""walkback companies: who is who, and what follows for the matters on a real ledger."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.commands import companies as command
from bot.desk import Desk
from bot.read.companies import key
from store.engine import Row
from store.ledger import Ledger, open_ledger
from tests.commandline import Walkback, walkback_in
from tests.scripted import START, ScriptedJudge, ScriptedReader, article

NOW = START + timedelta(days=60)
# Two newsrooms write of one matter under two names of one company, which nothing in their texts connects.
ONE = (
    "Quarrow Mills plans to close its Ardmoor flour mill and cut 340 jobs, two people familiar with the plan told Harbour "
    "Wire.\n\n“There is no plan to close Ardmoor,” a spokesperson for Quarrow Mills said."
)
TWO = (
    "QRM Holding plans to close its Ardmoor flour mill and cut 340 jobs, a union official told Northgate Post.\n\n"
    "“The Ardmoor mill is not going to be closed at all,” a spokesperson for QRM Holding said."
)
CLAIMS = "plans to close its Ardmoor flour mill and cut 340 jobs"
PARENT = "Ardmoor Grain Group said that it will close the Ardmoor flour mill of Quarrow Mills and cut 340 jobs there."


class Story:
    """The two articles, read as scripted, on a ledger in a folder of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader, self.judge = ScriptedReader(), ScriptedJudge()
        with open_ledger(path) as ledger:
            for name, text, day, company in (("one", ONE, 0.0, "Quarrow Mills"), ("two", TWO, 2.0, "QRM Holding")):
                row = article(ledger, name, text, day=day, post=False, outlet="Harbour Wire" if name == "one" else "Northgate Post")
                denial = text[text.index("“") + 1 : text.index("”")]
                self.reader.expect(row, [(company, f"{company} {CLAIMS}")], [(company, denial, "flat_denial", (0,))])
            while self.desk(ledger).work():
                pass

    def desk(self, ledger: Ledger, *_: object, **__: object) -> Desk:
        return Desk(ledger, lambda: NOW, reader=self.reader, judge=self.judge)

    def cases(self) -> int:
        with open_ledger(self.path) as ledger:
            return ledger.cases.counts()["cases"]

    def rows(self) -> dict[str, list[Row]]:
        """Everything the ledger holds about matters, to see whether something moved."""
        with open_ledger(self.path) as ledger:
            return {t: ledger.db.query(f"SELECT * FROM {t}") for t in ("claims", "responses", "pairs", "claim_links", "bearings", "alerts")}


@pytest.fixture
def walkback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    return walkback_in(tmp_path, monkeypatch, capsys)


@pytest.fixture
def story(tmp_path: Path, walkback: Walkback) -> Story:
    return Story(tmp_path / "walkback.db")


def test_an_alias_joins_the_cases_of_two_companies(walkback: Walkback, story: Story) -> None:
    assert story.cases() == 2
    done = walkback("companies", "alias", "Quarrow Mills", "QRM Holding")
    assert done.code == 0, done
    assert "QRM Holding leads to Quarrow Mills" in done.out
    assert 'walkback companies merge "QRM Holding" "Quarrow Mills"' in done.out
    assert "2 cases on the ledger are 1 now" in done.out
    assert story.cases() == 1
    with open_ledger(story.path) as ledger:
        (case,) = ledger.cases.recent(5)
        view = ledger.cases.view(case["id"])
        assert view is not None
        assert {c["company"] for c in view["claims"]} == {"Quarrow Mills", "QRM Holding"}
        (denial,) = view["responses"]  # one company said one thing twice
    assert {r["repeats"] for r in story.rows()["responses"]} == {None, denial["id"]}


def test_saying_it_again_changes_nothing(walkback: Walkback, story: Story) -> None:
    walkback("companies", "alias", "Quarrow Mills", "QRM Holding")
    before = story.rows()
    again = walkback("companies", "alias", "Quarrow Mills", "QRM Holding")
    assert again.code == 0
    assert "settled anew" not in again.out
    assert story.rows() == before


def test_a_merge_joins_cases_and_a_split_parts_them(walkback: Walkback, story: Story) -> None:
    done = walkback("companies", "merge", "QRM Holding", "Quarrow Mills")
    assert "QRM Holding is Quarrow Mills now" in done.out
    assert story.cases() == 1
    assert "the same company already" in walkback("companies", "merge", "QRM Holding", "Quarrow Mills").line
    parted = walkback("companies", "split", "QRM Holding")
    assert "QRM Holding is a company of its own now, apart from Quarrow Mills" in parted.out
    assert "1 cases on the ledger are 2 now" in parted.out
    assert story.cases() == 2
    assert "main name" in walkback("companies", "split", "Quarrow Mills").line


def test_an_owner_joins_the_matters_of_its_firms(walkback: Walkback, story: Story) -> None:
    done = walkback("companies", "parent", "QRM Holding", "Quarrow Mills")
    assert "QRM Holding belongs to Quarrow Mills" in done.out
    assert "QRM Holding\t\tQuarrow Mills" in walkback("companies", "list", "qrm").out
    gone = walkback("companies", "parent", "QRM Holding", "-")
    assert "QRM Holding belongs to nobody" in gone.out
    assert story.cases() == 2


def test_nobody_owns_itself(walkback: Walkback, story: Story) -> None:
    walkback("companies", "parent", "QRM Holding", "Quarrow Mills")
    line = walkback("companies", "parent", "Quarrow Mills", "QRM Holding").line
    assert "QRM Holding cannot own Quarrow Mills" in line


def test_what_was_on_file_is_held_against_denials_that_a_name_brought_together(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.outbox.subscribe("T1", "C1", 0, "U1", NOW)
        reader, judge = ScriptedReader(), ScriptedJudge()
        desk = Desk(ledger, lambda: NOW, reader=reader, judge=judge)
        one = article(ledger, "one", ONE)
        reader.expect(one, [("Quarrow Mills", f"Quarrow Mills {CLAIMS}")], [("Quarrow Mills", "There is no plan to close Ardmoor,", "flat_denial", (0,))])
        notice = article(
            ledger, "notice", "QRM Holding announces that it will close its flour mill at Ardmoor, which affects 340 jobs.",
            day=20, kind="press_release", outlet="QRM Holding",
        )  # fmt: skip
        reader.expect(notice, companies=["QRM Holding"])
        judge.expect(notice, "There is no plan to close Ardmoor,", "undercuts", 1, "it will close its flour mill at Ardmoor")
        ledger.companies.resolve("QRM Holding", key("QRM Holding"), NOW)
        while desk.work():
            pass
        ledger.wire.save_article(notice["id"], state="read")
        assert ledger.cases.counts().get("undercut", 0) == 0
        company = ledger.companies.find(key("Quarrow Mills"))
        assert company is not None
        ledger.companies.add_alias(company["id"], "QRM Holding", key("QRM Holding"), "person")
        changes = desk.rejoin([company["id"]])
        assert {c.event for c in changes} == {"bearing", "status"}
        assert ledger.cases.counts()["undercut"] == 1
        told = ledger.outbox.alerts(state="pending")
        assert {a["event"] for a in told} >= {"bearing", "status"}
        assert desk.rejoin([company["id"]]) == []


def test_rejoining_nothing_changes_nothing(ledger: Ledger) -> None:
    assert Desk(ledger, lambda: NOW).rejoin([]) == []
    assert Desk(ledger, lambda: NOW).rejoin([4711]) == []


def test_adding(walkback: Walkback) -> None:
    assert walkback("companies", "add", "Brask [red]Motors").out == "Brask [red]Motors is on file\n"
    again = walkback("companies", "add", "BRASK [RED]MOTORS")
    assert (again.code, again.out) == (0, "BRASK [RED]MOTORS is on file already, as Brask [red]Motors\n")
    assert walkback("companies", "add", "Zhonghe 中和电器").code == 0
    assert "letters or digits" in walkback("companies", "add", "  ?! ").line
    assert walkback("companies", "list").out.startswith("Brask [red]Motors\t\t\n")


@pytest.mark.parametrize(
    "args", [("alias", "Braks Motors", "B"), ("merge", "Braks Motors", "Brask Motors"), ("parent", "Braks Motors", "-"), ("split", "Braks Motors")]
)
def test_an_unknown_company_is_named_with_a_near_one(walkback: Walkback, args: tuple[str, ...]) -> None:
    walkback("companies", "add", "Brask Motors")
    line = walkback("companies", *args).line
    assert "'Braks Motors'" in line
    assert "did you mean Brask Motors?" in line
    assert "walkback companies add" in walkback("companies", "alias", "Xylem", "B").line


def test_a_list_with_nothing_in_it_says_so(walkback: Walkback) -> None:
    walkback("companies", "add", "Brask Motors")
    none = walkback("companies", "list", "zzz")
    assert (none.code, none.out) == (0, "")
    assert "'zzz'" in none.err
    walkback("feeds", "starter", "--db", "new.db")
    assert "no company is on file yet" in walkback("companies", "list", "--db", "new.db").err


def test_import(walkback: Walkback, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_bytes(
        "\ufeffName , ALIASES,parent\r\nBrask Motors,BRSK; ブラスク自動車 ;,\r\n\r\n"
        '"Brask Battery, Inc.",,Brask Motors\r\n"Two\nlines",,\r\n'.encode()
    )
    done = walkback("companies", "import", "c.csv")
    assert done.code == 0, done
    assert done.out == "3 companies read from c.csv, 3 of them new\n"
    listed = walkback("companies", "list").out
    assert "Brask Motors\tBRSK, ブラスク自動車\t" in listed
    assert "\tBrask Motors\n" in listed
    assert walkback("companies", "import", "c.csv").out == "3 companies read from c.csv, 0 of them new\n"
    assert walkback("companies", "list").out == listed


def test_an_import_settles_matters_too(walkback: Walkback, story: Story, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("name,aliases\nQuarrow Mills,QRM Holding;QM\n")
    assert "2 cases on the ledger are 1 now" in walkback("companies", "import", "c.csv").out
    assert story.cases() == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        (b"", "no column 'name'"),
        (b"name;aliases;parent\nBrask;B;\n", "separated by commas"),
        (b"company,aliases\nBrask,B\n", "no column 'name'"),
        (b"name,aliases,parent\nBr\xe4sk,,\n", "not UTF-8"),
        (b"name,aliases,parent\nBrask,,,surplus\n", "line 2: has more cells"),
        (b"name,aliases,parent\nBrask,,\n???,,\n", "line 3: '???'"),
        (b"name,aliases,parent\nBrask,,!!\n", "line 2: '!!'"),
        (b'name,aliases,parent\n"Brask,,\n', "is not CSV"),
        (b'name,aliases,parent\n"Brask"x,,\n', "near line 1: is not CSV"),
        (b"name,aliases,parent\n" + b"x" * 200_000 + b",,\n", "is not CSV"),
        (b"name,aliases,parent\nBrask,,Brask\n", "line 2: a company cannot be its own parent"),
        (b"name,aliases,parent\nA Co,,B Co\nB Co,,A Co\n", "nothing was imported"),
    ],
)
def test_a_bad_list_is_named_and_nothing_of_it_taken(walkback: Walkback, tmp_path: Path, content: bytes | None, said: str) -> None:
    walkback("companies", "add", "Old Firm")
    if content is not None:
        (tmp_path / "c.csv").write_bytes(content)
    line = walkback("companies", "import", "c.csv").line
    assert "c.csv" in line
    assert said in line
    assert walkback("companies", "list").out == "Old Firm\t\t\n"


def test_followers_are_told_of_what_a_name_brought_to_light(
    walkback: Walkback, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(story.path) as ledger:
        notice = article(ledger, "n", "QM announces that the Ardmoor flour mill is closed and that 340 jobs go.", day=9, post=False,
                         kind="press_release", outlet="QM")  # fmt: skip
        ledger.wire.save_article(notice["id"], state="read")
    for quote in ("There is no plan to close Ardmoor,", "The Ardmoor mill is not going to be closed at all,"):
        story.judge.expect(notice, quote, "undercuts", 1, "the Ardmoor flour mill is closed")
    from bot import service

    monkeypatch.setattr(service, "build_desk", story.desk)
    assert "things are new in their cases" in walkback("companies", "alias", "Quarrow Mills", "QM").out
    assert command.COLUMNS == ("name", "aliases", "parent")
