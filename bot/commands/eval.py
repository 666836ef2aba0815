"""walkback eval: how good are reader, judge, copies and screen, on labelled material?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from bot.commands.common import fail, load_settings, one_line, out, progress, say, warn
from bot.settings import Settings, SettingsError

if TYPE_CHECKING:
    from bot.evals.marks import Figure, Mark
    from bot.evals.report import Sheet
    from bot.evals.runs import Run

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="""How good are reader, judge, copies and screen, on labelled material?

Every run is kept on a record, so that a change of a prompt, a rule or a threshold shows its effect: run, change,
and run again with --compare.

\b
Examples:
  walkback eval wire ../shared/wire
  walkback eval wire ../shared/wire --compare walkback-evals.jsonl
  walkback eval copies ../shared/wire/pairs/pairs.json
  walkback eval screen ../shared/wire --fnc1 ../shared/data/fnc1
""",
)

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder that holds the labelled material.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")]
Compare = Annotated[
    Path | None, typer.Option("--compare", metavar="FILE", help="A record; its latest run of this kind is shown beside this one.")
]
Keep = Annotated[
    Path | None, typer.Option("--keep", metavar="FILE", help="Add the run to this record; default: WALKBACK_EVALS_RECORD, or walkback-evals.jsonl here.")
]
Worst = Annotated[int, typer.Option("--worst", min=0, max=1000, metavar="N", help="How many of the worst cases to print.")]


@app.command()
def wire(
    folder: Folder,
    reader: Annotated[str, typer.Option(help="offline or llm; default: offline.")] = "offline",
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Hold this export (walkback export) against the labels; nothing is read anew.")
    ] = None,
    as_json: Json = False,
    compare: Compare = None,
    keep: Keep = None,
    worst: Worst = 10,
) -> None:
    """The whole way on labelled episodes.

    The articles of DIR (episodes with `gold` labels, and lists of distractors) go through the desk into a ledger that
    is thrown away; what it holds at the end is compared with the labels. Prints the figures with standard errors
    clustered by episode and their bars, a table for each language, kind of article and kind of response, confusion
    matrices, and the worst cases with their texts. With --json the figures have the names of the wire's own scorer.

    \b
    Examples:
      walkback eval wire ../shared/wire
      walkback eval wire ../shared/wire --reader llm --keep llm.jsonl
      walkback eval wire ../shared/wire --compare walkback-evals.jsonl --worst 30
      walkback eval wire ../shared/wire --json | jq .responses
    """
    if reader not in ("offline", "llm"):
        fail(f"--reader {reader}: there is no such reader; use offline or llm")
    settings = load_settings()
    from bot.evals import figures, labelled, marks, replayed, report
    from bot.evals import wire as wire_module

    with _refusals():
        material = labelled.load(folder)
        if export is not None:
            told = replayed.Replayed(_rows(export), f"export {export.name}")
        else:
            incoming = replayed.articles(folder)
            with progress(len(incoming)) as step:
                told = replayed.replayed(incoming, settings, reader, step)
        found = wire_module.Scorer(material, told.rows).run()
        groups = marks.by(found, lambda m: m.of)
        sheets = [
            report.breakdown("By language", found, "lang"),
            report.breakdown("By kind of article", found, "kind"),
            report.kinds(found),
            report.grid("Kinds of response", groups.get("kinds", [])),
            report.grid("Verdicts", groups.get("verdicts", [])),
            report.grid("Statuses", groups.get("statuses", [])),
        ]
        run = _run("wire", [folder], told.reader, figures.estimates(found), told.notes)
        _Told(run, found, sheets, figures.scores(found), reader == "llm").show(settings, as_json, compare, keep, worst)


@app.command()
def emergent(folder: Folder, as_json: Json = False, compare: Compare = None, keep: Keep = None, worst: Worst = 10) -> None:
    """Stance of headlines on Emergent's test split.

    Each headline is held against its claim: for, against or observing, by the offline word lists alone, with nothing
    trained on the set. DIR holds url-versions-2015-06-14-clean-test.csv. A system trained on its other part (2016)
    reached an accuracy of .733 and a recall of "against" of .70. Standard errors are clustered by claim.

    \b
    Examples:
      walkback eval emergent ../shared/data/emergent
    """
    from bot.evals import stance

    _stances("emergent", folder, stance.emergent, as_json, compare, keep, worst)


@app.command()
def fnc1(folder: Folder, as_json: Json = False, compare: Compare = None, keep: Keep = None, worst: Worst = 10) -> None:
    """Stance of bodies on the Fake News Challenge's test set.

    Each body is held against its headline: for (agree), against (disagree) or observing (discuss), by the offline word
    lists alone; unrelated pairs are left out. DIR holds competition_test_stances.csv and competition_test_bodies.csv.
    Standard errors are clustered by body.

    \b
    Examples:
      walkback eval fnc1 ../shared/data/fnc1
    """
    from bot.evals import stance

    _stances("fnc1", folder, stance.fnc1, as_json, compare, keep, worst)


@app.command()
def copies(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Pairs of articles labelled copy or not (.json).")],
    as_json: Json = False, compare: Compare = None, keep: Keep = None, worst: Worst = 10,
) -> None:  # fmt: skip
    """Which of two articles is a copy of the other.

    FILE is a list of {id, copy, why, a, b}, `b` the later article: syndicated, trimmed, rewritten and translated copies,
    and pairs that only look alike.

    \b
    Examples:
      walkback eval copies ../shared/wire/pairs/pairs.json
    """
    settings = load_settings()
    from bot.evals import pairs, report

    with _refusals():
        found = list(pairs.marks(file))
        sheets = [report.grid("Pairs", [_named(m, "no copy") for m in found])]
        run = _run("copies", [file], "offline", _estimates(pairs.FIGURES, found))
        _Told(run, found, sheets).show(settings, as_json, compare, keep, worst)


@app.command()
def screen(
    folder: Folder,
    fnc1: Annotated[Path | None, typer.Option("--fnc1", metavar="DIR", help="FNC-1's folder: its bodies without an answer cue word, too.")] = None,
    as_json: Json = False, compare: Compare = None, keep: Keep = None, worst: Worst = 10,
) -> None:  # fmt: skip
    """What the screen in front of the reader lets through.

    Of the articles of labelled episodes in DIR that carry a response or say something about a denial, all should pass;
    of distractors, and of FNC-1's bodies that hold no answer cue word, few. Prints what that means in dollars for a
    thousand articles with the configured model.

    \b
    Examples:
      walkback eval screen ../shared/wire
      walkback eval screen ../shared/wire --fnc1 ../shared/data/fnc1 --worst 40
    """
    settings = load_settings()
    from bot.evals import labelled, report, screening, stance

    with _refusals():
        material = labelled.load(folder)
        bodies = len(stance.bodies_of(fnc1)) if fnc1 else 0
        total = sum(len(e.articles) for e in material.episodes) + len(material.distractors) + bodies
        with progress(total, "screening") as step:
            found = list(screening.marks(material, fnc1, step))
        prices = screening.prices(material, fnc1, settings.openai_model, settings.llm_max_chars)
        run = _run("screen", [folder, *([fnc1] if fnc1 else [])], "offline", _estimates(screening.FIGURES, found))
        sheets = [report.costs(prices, settings.openai_model)]
        _Told(run, found, sheets).show(settings, as_json, compare, keep, worst)


@app.command()
def runs(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="The record; default as for --keep.")] = None,
) -> None:
    """List the runs on record.

    \b
    Examples:
      walkback eval runs
      walkback eval runs llm.jsonl
    """
    settings = load_settings()
    from bot.evals import report, runs

    with _refusals():
        rows = [
            (r.at, r.what, r.material, r.reader, r.program, r.prompts.get("read", ""), *(f"{n} {report.number(e.value)}" for n, e in list(r.figures.items())[:1]))
            for r in runs.read(file or Path(settings.evals_record))
        ]
    _print(report.Sheet("Runs", ("at", "what", "material", "reader", "program", "prompt", "first figure"), rows))


# what they share ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Told:
    """A run and what there is to show of it. `scores`: what --json prints in place of the run's figures."""

    run: Run
    marks: Sequence[Mark]
    sheets: Sequence[Sheet]
    scores: Mapping[str, Any] | None = None
    llm: bool = False

    def show(self, settings: Settings, as_json: bool, compare: Path | None, keep: Path | None, worst: int) -> None:
        """Print, compare, keep; the earlier run is read before this one is added to the same record."""
        from bot.evals import bars, report, runs
        from bot.evals.worst import worst as worst_of

        before = runs.last(compare, self.run.what) if compare else None
        changes = runs.compare(before, self.run) if before else []
        cases = worst_of(self.marks, worst)
        if as_json:
            typer.echo(json.dumps(self._object(changes), ensure_ascii=False))
        else:
            _print(report.figures(self.run.figures, bars.BARS.get(self.run.what, {}), self.llm))
            for sheet in self.sheets:
                _print(sheet)
            if cases:
                out.print(Text("\nWorst cases, the gravest first", style="bold"))
                for case in report.cases(cases):
                    out.print(Text(case))
            if before:
                _print(report.changes(f"Beside the run of {before.at} ({before.reader}, {before.program})", changes))
        if before and before.material != self.run.material:
            warn(f"the earlier run was measured on {before.material}, this one on {self.run.material}: differences may come from that")
        for note in self.run.notes:
            warn(note)
        target = keep or Path(settings.evals_record)
        try:
            runs.keep(self.run, target)
        except OSError as error:
            fail(f"the run cannot be kept in {target} ({error.strerror}); name another file with --keep")
        if not as_json:
            say(f"kept in {target}: {self.run.at}, {self.run.material}, {self.run.reader}, {self.run.program}")

    def _object(self, changes: Iterable[Any]) -> dict[str, Any]:
        from bot.evals import marks, runs

        run = {k: v for k, v in runs.as_json(self.run).items() if k != "figures"}
        figures = self.scores or {name: e.value for name, e in self.run.figures.items()}
        errors = {name: e.error for name, e in self.run.figures.items()}
        grids = {of: marks.confusion(group) for of, group in marks.by(self.marks, lambda m: m.of).items() if of in ("kinds", "verdicts", "statuses", "stances", "pairs")}
        tables = {sheet.title: [dict(zip(sheet.heads, row, strict=True)) for row in sheet.rows] for sheet in self.sheets}
        beside = {"changes": [{"figure": c.name, "before": c.before, "now": c.after, "error": c.error} for c in changes]} if changes else {}
        return {**figures, "standard_errors": errors, "confusion": grids, "tables": tables, **beside, "run": run}


def _stances(
    what: str, folder: Path, read: Callable[..., Iterable[Mark]], as_json: bool, compare: Path | None, keep: Path | None, worst: int
) -> None:
    settings = load_settings()
    from bot.evals import report, stance

    with _refusals():
        with progress(stance.size(folder, what)) as step:
            found = list(read(folder, step))
        sheets = [report.grid("Stances", found)]
        run = _run(what, [folder], "offline", _estimates(stance.FIGURES, found))
        _Told(run, found, sheets).show(settings, as_json, compare, keep, worst)


def _estimates(figures: Mapping[str, tuple[str, Figure]], found: Sequence[Mark]) -> dict[str, Any]:
    from bot.evals import marks

    groups = marks.by(found, lambda m: m.of)
    return {name: marks.estimate(figure, groups[of]) for name, (of, figure) in figures.items() if of in groups}


def _run(what: str, paths: Sequence[Path], reader: str, estimates: Mapping[str, Any], notes: Sequence[str] = ()) -> Run:
    from bot.clock import utc_now
    from bot.evals import runs

    return runs.begin(what, paths, reader, estimates, utc_now(), notes)


def _named(mark: Mark, nothing: str) -> Mark:
    from dataclasses import replace

    return replace(mark, gold=mark.gold or nothing, got=mark.got or nothing)


def _rows(path: Path) -> list[dict[str, Any]]:
    """The objects of an export. Raises MaterialError."""
    from bot.evals.labelled import MaterialError

    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise MaterialError(f"{path} is no export ({error}); write one with: walkback export > {path}") from None


class _refusals:
    """Material or settings that cannot be used end the command with one line."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: object) -> None:
        from bot.evals.labelled import MaterialError

        if isinstance(error, (MaterialError, SettingsError)):
            fail(error)


def _print(sheet: Sheet) -> None:
    """A table on a terminal; else its title, and a line each with tabs between the cells."""
    if not out.is_terminal:
        typer.echo(f"\n{sheet.title}")
        for row in (sheet.heads, *sheet.rows):
            typer.echo("\t".join(one_line(cell) for cell in row))
        return
    shown = Table(*sheet.heads, title=sheet.title, title_justify="left")
    for row in sheet.rows:
        shown.add_row(*(Text(one_line(cell), overflow="fold") for cell in row))
    out.print()
    out.print(shown)
