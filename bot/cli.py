"""The `walkback` command."""

from __future__ import annotations

import typer

from bot.commands import companies, feeds, ledger, run

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Walkback remembers what companies denied, and says so when a later report confirms or undercuts it.\n\n"
    "Start with: walkback demo. Then put your Slack tokens into .env and: walkback feeds starter, walkback run.",
)
app.command()(run.demo)
app.command()(run.run)
app.command()(run.sandbox)
app.command()(ledger.replay)
app.command()(ledger.export)
app.command()(ledger.digest)
app.command()(ledger.doctor)
app.add_typer(feeds.app, name="feeds")
app.add_typer(companies.app, name="companies")


def main() -> None:
    """Entry point of the console script."""
    app()
