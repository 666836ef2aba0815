"""python -m tests.readme [--llm RECORD] [--only figures|thread]: write the README's figures and its thread.

Each stands between two comment markers and is measured or received when this runs, never typed: the figures by
`walkback eval` on ../shared (and on tests/wire/unseen, where it holds enough labelled episodes), those of speed, of
misfortune and of malice from the files that `python -m tests.bench`, `tests.chaos` and `tests.hostile` write; the
thread from a `walkback demo --once`. A model's figures come from a record of `walkback eval wire DIR --reader llm
--keep RECORD`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.evals import labelled, runs
from bot.evals.bars import COPIES, SCREEN, WIRE

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHARED = ROOT.parent / "shared"
#: Episodes of our own, written without a look at the rules, and looked at once since: mend no more rules with them.
OWN = ROOT / "tests" / "wire" / "unseen"
BENCH = ROOT / "tests" / "bench" / "figures.json"
CHAOS = ROOT / "tests" / "chaos" / "figures.json"
HOSTILE = ROOT / "tests" / "hostile" / "figures.json"
#: Fewer labelled episodes than that make no column.
ENOUGH = 5
_WIDTH = 110
#: Figures that are counts, shown as such; a rate of them tells nothing.
_COUNTS = ("distractor_alerts", "quotes_not_in_text", "claim_spans_not_in_text", "bearing_spans_not_in_text")

Values = Mapping[str, Any]


class Absent(Exception):
    """What a section is made from is not here; the message says what."""


def main(args: Sequence[str]) -> int:
    """The command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.readme", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--llm", type=Path, metavar="RECORD", help="a record that holds a run with a language model")
    parser.add_argument("--only", choices=("figures", "thread"))
    asked = parser.parse_args(args)
    text = README.read_text("utf-8")
    try:
        if asked.only != "thread":
            text = put(text, "figures", figures(asked.llm))
        if asked.only != "figures":
            text = put(text, "thread", thread(walkback("demo", "--once", "--seconds", "10")))
    except (Absent, labelled.MaterialError) as error:
        print(f"tests.readme: {error}", file=sys.stderr)
        return 1
    README.write_text(text, "utf-8")
    return 0


def put(text: str, name: str, section: str) -> str:
    """`text` with what stands between the markers `<!-- name -->` and `<!-- /name -->` replaced. Raises Absent."""
    before, opened, rest = text.partition(f"<!-- {name} -->")
    _, closed, after = rest.partition(f"<!-- /{name} -->")
    if not opened or not closed:
        raise Absent(f"README.md lacks the markers <!-- {name} --> and <!-- /{name} -->; put them back")
    return f"{before}{opened}\n{section.strip()}\n{closed}{after}"


# the thread ----------------------------------------------------------------------------------------------------------


def thread(said: str) -> str:
    """The thread that a demo prints at its end, as a picture in text. Raises Absent."""
    lines = said.splitlines()
    start = next((i for i, line in enumerate(lines) if line.startswith("The thread of case")), None)
    if start is None:
        raise Absent("the demo showed no thread; run `walkback demo --once` and see what it says")
    body = []
    for line in lines[start + 1 :]:
        if line and not line.startswith("  "):
            break
        body.append(line[2:])
    shown: list[str] = []
    for line in "\n".join(body).strip().splitlines():
        reply = line.startswith("↳")
        indent = "  " if "↳" in "".join(shown) and not reply else ""
        shown += textwrap.wrap(line, _WIDTH, initial_indent=indent, subsequent_indent=indent or ("  " if reply else "")) or [""]
    return "```text\n" + "\n".join(shown) + "\n```\n\n(One thread of `walkback demo`, as its local Slack received it.)"


# the figures ---------------------------------------------------------------------------------------------------------


def figures(llm: Path | None) -> str:
    """The tables. Raises Absent, MaterialError."""
    if not (SHARED / "wire").is_dir():
        raise Absent("../shared/wire is not here: the figures are measured on it")
    own = len(labelled.load(OWN).episodes) if OWN.is_dir() else 0
    columns = [("offline, ../shared/wire", evaluated("wire", SHARED / "wire"))]
    if own >= ENOUGH:
        columns.append((f"offline, {own} unseen episodes of our own", evaluated("wire", OWN)))
    return "\n\n".join(
        part
        for part in (
            wire_table(columns, runs.last(llm, "wire") if llm else None),
            others_table(
                evaluated("copies", SHARED / "wire" / "pairs" / "pairs.json"),
                evaluated("screen", SHARED / "wire", "--fnc1", SHARED / "data" / "fnc1"),
                evaluated("emergent", SHARED / "data" / "emergent"),
            ),
            bench_table(_kept(BENCH)),
            chaos_table(_kept(CHAOS)),
            hostile_table(_kept(HOSTILE)),
        )
        if part
    )


def wire_table(columns: Sequence[tuple[str, Values]], llm: runs.Run | None) -> str:
    """The figures of the wire beside their bars. `columns`: head and figures as `walkback eval wire --json` prints them."""
    heads = ["figure", "a careful reader, blind", "bar, offline", *(head for head, _ in columns), "bar, LLM", "LLM"]
    rows = []
    for name, bar in WIRE.items():
        told = "not measured here" if llm is None else shown(name, llm.figures[name].value, llm.figures[name].error)
        cells = [shown(name, flat(values, name), values["standard_errors"].get(name)) for _, values in columns]
        rows.append([bar.words, bar.careful, bar.shown(), *cells, bar.shown(llm=True), told])
    note = f"In brackets: standard errors clustered by episode. `walkback eval wire DIR` prints all of it{f', here with {llm.reader}' if llm else ''}."
    return f"{_table(heads, rows)}\n\n{note}"


def others_table(copies: Values, screen: Values, emergent: Values) -> str:
    """Copies, screen and stance."""
    rows = []
    for bars, values in ((COPIES, copies), (SCREEN, screen)):
        rows += [[bar.words, bar.shown(), shown(name, values.get(name), values["standard_errors"].get(name))] for name, bar in bars.items()]
    for name, words, trained in (("accuracy", "accuracy", ".733"), ("recall_against", "recall of “against”", ".70")):
        cell = shown(name, emergent[name], emergent["standard_errors"].get(name))
        rows.append([f"Emergent test split, headline against claim, nothing trained: {words}", f"none (a trained system of 2016: {trained})", cell])
    return _table(["figure", "bar", "measured, offline"], rows)


def bench_table(file: Values) -> str:
    """What `python -m tests.bench` wrote; "" for nothing."""
    rows = []
    for row in file.get("figures", ()):
        if row["skipped"] or row["median"] is None:
            continue
        ratio = f"{row['ratio']:.3g} times {row['peer_name']}".strip() if row["ratio"] is not None else ""
        rows.append([row["name"], f"{row['median']:,.4g} {row['unit']}", ratio, row["bar"], row["verdict"]])
    if not rows:
        return ""
    table = _table(["speed and size (median)", "value", "of a peer", "bar", ""], rows)
    days = sorted({row["measured"][:10] for row in file["figures"]})
    machines = "; ".join(sorted({row["machine"] for row in file["figures"]}))
    return f"{table}\n\nMeasured {' to '.join(dict.fromkeys([days[0], days[-1]]))} ({machines}) by `python -m tests.bench`."


def chaos_table(file: Values) -> str:
    """What `python -m tests.chaos` wrote, a line for each database; "" for nothing."""
    if not file:
        return ""
    names = ("kills", "faults", "alerts", "messages", "lost", "twice", "disordered")
    table = _table(["ledger on", *names], [[database, *(str(row[n]) for n in names)] for database, row in sorted(file.items())])
    return f"{table}\n\nThe process killed at random while Slack misbehaves: `python -m tests.chaos`."


def hostile_table(file: Values) -> str:
    """What `python -m tests.hostile` wrote; "" for nothing."""
    if not file:
        return ""
    heads = ["hostile inputs", "crashes", "hangs", "connections blocked", "private places reached", "peak memory, MB (bar: 500)"]
    row = [str(file[name]) for name in ("inputs", "crashes", "hangs", "blocked", "reached", "peak_mb")]
    return f"{_table(heads, [row])}\n\nServers, addresses, feeds and pages that mean harm: `python -m tests.hostile`."


def _kept(path: Path) -> Values:
    return dict(json.loads(path.read_text("utf-8"))) if path.is_file() else {}


def evaluated(*args: object) -> Values:
    """What `walkback eval ... --json` prints, kept on no record."""
    with tempfile.TemporaryDirectory() as folder:
        return dict(json.loads(walkback("eval", *args, "--json", "--worst", 0, "--keep", Path(folder) / "record.jsonl")))


def walkback(*args: object) -> str:
    """Run a command as a process of its own; what it printed. Raises Absent with its complaint where it failed."""
    done = subprocess.run([sys.executable, "-m", "bot", *map(str, args)], cwd=ROOT, capture_output=True, text=True, timeout=900)
    if done.returncode:
        raise Absent(f"walkback {args[0]} failed: {done.stderr.strip()[-300:]}")
    return done.stdout


def flat(values: Values, name: str) -> float | None:
    """The figure "responses.f1" of {"responses": {"f1": ...}}; "2/28" as a share."""
    what, _, part = name.partition(".")
    value = values.get(what)
    if part and isinstance(value, Mapping):
        value = value.get(part)
    if isinstance(value, str):
        wrong, of = value.split("/")
        return int(wrong) / int(of) if int(of) else None
    return value


def shown(name: str, value: float | None, error: float | None) -> str:
    """ ".885 (.026)"; counts as they are; "-" for none."""
    if value is None:
        return "-"
    if name in _COUNTS:
        return f"{value:.0f}"
    return _short(value) + (f" ({_short(error)})" if error else "")


def _short(value: float) -> str:
    text = f"{value:.3f}"
    return text[1:] if text.startswith("0.") else text.rstrip("0") + "0"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
