"""Charts and tables as blocks (docs.slack.dev/reference/block-kit/blocks: data visualization, table, data table)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.sandbox.checks import Check, Complaints, anything, array, by_type, complain, number, shape, string
from bot.sandbox.elements import CELLS, cell_length
from bot.sandbox.limits import LIMITS

L = LIMITS
block_id = string(L["block_id"])


def block(required: tuple[str, ...] = (), also: Check | None = None, /, **fields: Check) -> Check:
    """A block with these fields beside the two that all have."""
    return shape(("type", *required), also, type=anything, block_id=block_id, **fields)


_label = string(L["data_visualization.label"], 1)
_point = shape(("label", "value"), label=_label, value=number())
_series = array(
    shape(
        ("name", "data"),
        name=string(L["data_visualization.label"], 1),
        data=array(_point, 1, L["data_visualization.points"]),
    ),
    1,
    L["data_visualization.series"],
)
_axes = shape(
    ("categories",),
    categories=array(_label, 1, L["data_visualization.points"]),
    x_label=string(L["data_visualization.axis_label"]),
    y_label=string(L["data_visualization.axis_label"]),
)


def _points_fit_categories(value: Any, pointer: str, out: Complaints) -> None:
    """Names of series differ; each series has one point for each category."""
    try:
        names = [s["name"] for s in value["series"]]
        labels = [[p["label"] for p in s["data"]] for s in value["series"]]
        categories = value["axis_config"]["categories"]
    except (KeyError, TypeError):
        return  # already complained of
    if len(set(map(str, names))) != len(names):
        complain(out, "series must have unique names", f"{pointer}/series")
    for index, found in enumerate(labels):
        if sorted(map(str, found)) != sorted(map(str, categories)):
            complain(out, "data labels must match the categories", f"{pointer}/series/{index}/data")


_plot = shape(("type", "series", "axis_config"), _points_fit_categories, type=anything, series=_series, axis_config=_axes)
_pie = shape(
    ("type", "segments"),
    type=anything,
    segments=array(
        shape(("label", "value"), label=_label, value=number(above=0)), 1, L["data_visualization.segments"]
    ),
)
chart = by_type({"pie": _pie, "bar": _plot, "line": _plot, "area": _plot})


def _same_width(value: Any, pointer: str, out: Complaints) -> None:
    rows = value.get("rows")
    if isinstance(rows, list) and len({len(r) for r in rows if isinstance(r, list)}) > 1:
        complain(out, "all rows must have the same number of cells", f"{pointer}/rows")


def _fits(value: Any, pointer: str, out: Complaints) -> None:
    _same_width(value, pointer, out)
    rows = [r for r in value.get("rows") or [] if isinstance(r, list)]
    if rows and any(isinstance(c, Mapping) and c.get("type") in ("rich_text", "action") for c in rows[0]):
        complain(out, "header cells must be raw_text or raw_number", f"{pointer}/rows/0")
    if sum(cell_length(c) for row in rows for c in row) > L["data_table.text"]:
        complain(out, f"no more than {L['data_table.text']} characters allowed", f"{pointer}/rows")


table = block(
    ("rows",),
    _same_width,
    rows=array(
        array(by_type(CELLS, ("raw_text", "raw_number", "rich_text")), 1, L["table.columns"]), 1, L["table.rows"]
    ),
    column_settings=array(anything, 0, L["table.columns"]),
)
data_table = block(
    ("rows", "caption"),
    _fits,
    rows=array(array(by_type(CELLS), 1, L["data_table.columns"]), L["data_table.rows_min"], L["data_table.rows"]),
    caption=string(0, 1),
    page_size=number(1, L["data_table.page_size"], whole=True),
    row_header_column_index=number(0, whole=True),
)

data_visualization = block(("title", "chart"), title=string(L["data_visualization.title"], 1), chart=chart)


def cells_length(blocks: list[Any]) -> int:
    """Characters that a reader sees in all data tables of a message."""
    tables = [b for b in blocks if isinstance(b, Mapping) and b.get("type") == "data_table" and isinstance(b.get("rows"), list)]
    return sum(cell_length(c) for one in tables for row in one["rows"] if isinstance(row, list) for c in row)
