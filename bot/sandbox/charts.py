"""data_visualization as an inline SVG, with the same figures as a table for whoever can't see it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from bot.sandbox.state import Json

WIDTH, HEIGHT = 560, 240
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 24, 36


def chart(block: Json) -> Markup:
    """A data_visualization block as a figure."""
    found = block["chart"]
    drawn = _pie(found) if found["type"] == "pie" else _plot(found)
    name = f"{found['type']} chart: {block['title']}"
    picture = Markup(
        '<div class="scroll" tabindex="0" role="group" aria-label="{}"><svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg></div>'
    ).format(name, WIDTH, HEIGHT, name, drawn)
    return Markup('<figure class="chart"><figcaption>{}</figcaption>{}{}{}</figure>').format(
        block["title"], picture, _legend(found), _figures(block["title"], found)
    )


def _rows(found: Json) -> tuple[list[str], list[list[Any]]]:
    if found["type"] == "pie":
        return ["", "value"], [[s["label"], s["value"]] for s in found["segments"]]
    head = ["", *(s["name"] for s in found["series"])]
    points = [{p["label"]: p["value"] for p in s["data"]} for s in found["series"]]
    return head, [[c, *(p.get(c, 0) for p in points)] for c in found["axis_config"]["categories"]]


def _figures(title: str, found: Json) -> Markup:
    head, rows = _rows(found)
    cells = Markup("").join(Markup('<th scope="col">{}</th>').format(h) for h in head)
    body = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            row[0], Markup("").join(Markup("<td>{}</td>").format(v) for v in row[1:])
        )
        for row in rows
    )
    return Markup(
        "<details><summary>Figures</summary><table><caption>{}</caption><thead><tr>{}</tr></thead>"
        "<tbody>{}</tbody></table></details>"
    ).format(title, cells, body)


def _legend(found: Json) -> Markup:
    names = [s["label"] for s in found["segments"]] if found["type"] == "pie" else [s["name"] for s in found["series"]]
    items = Markup("").join(
        Markup('<li><span class="swatch s{}"></span>{}</li>').format(i, name) for i, name in enumerate(names)
    )
    return Markup('<ul class="legend" aria-hidden="true">{}</ul>').format(items)


def _pie(found: Json) -> Markup:
    total = sum(s["value"] for s in found["segments"]) or 1
    x, y, radius = WIDTH / 2, HEIGHT / 2, HEIGHT / 2 - 8
    out, at = [], -math.pi / 2
    for index, segment in enumerate(found["segments"]):
        turn = 2 * math.pi * segment["value"] / total
        title = Markup("<title>{}: {} ({}%)</title>").format(
            segment["label"], segment["value"], round(100 * segment["value"] / total)
        )
        if turn >= 2 * math.pi - 1e-9:
            out.append(Markup('<circle class="s{}" cx="{}" cy="{}" r="{}">{}</circle>').format(index, x, y, radius, title))
            continue
        start = (x + radius * math.cos(at), y + radius * math.sin(at))
        at += turn
        stop = (x + radius * math.cos(at), y + radius * math.sin(at))
        path = f"M{x:.1f} {y:.1f}L{start[0]:.1f} {start[1]:.1f}A{radius} {radius} 0 {int(turn > math.pi)} 1 {stop[0]:.1f} {stop[1]:.1f}Z"
        out.append(Markup('<path class="s{}" d="{}">{}</path>').format(index, path, title))
    return Markup("").join(out)


def _plot(found: Json) -> Markup:
    categories = found["axis_config"]["categories"]
    series = [{p["label"]: p["value"] for p in s["data"]} for s in found["series"]]
    values = [v for s in series for v in s.values()]
    top, low = max([*values, 0]), min([*values, 0])
    span = (top - low) or 1
    step = (WIDTH - LEFT - RIGHT) / len(categories)

    def y(value: float) -> float:
        return float(TOP + (HEIGHT - TOP - BOTTOM) * (top - value) / span)

    out = [_axis(found, categories, step, top, low, y)]
    for index, (one, points) in enumerate(zip(found["series"], series, strict=True)):
        if found["type"] == "bar":
            width = step * 0.8 / len(series)
            for place, category in enumerate(categories):
                value = points.get(category, 0)
                left = LEFT + place * step + step * 0.1 + index * width
                out.append(
                    Markup('<rect class="s{}" x="{}" y="{}" width="{}" height="{}">{}</rect>').format(
                        index,
                        f"{left:.1f}",
                        f"{min(y(value), y(0)):.1f}",
                        f"{width * 0.92:.1f}",
                        f"{abs(y(value) - y(0)):.1f}",
                        Markup("<title>{}, {}: {}</title>").format(one["name"], category, value),
                    )
                )
        else:
            dots = [(LEFT + (i + 0.5) * step, y(points.get(c, 0))) for i, c in enumerate(categories)]
            line = " ".join(f"{a:.1f},{b:.1f}" for a, b in dots)
            if found["type"] == "area":
                ends = f"{dots[-1][0]:.1f},{y(0):.1f} {dots[0][0]:.1f},{y(0):.1f}"
                out.append(Markup('<polygon class="s{} area" points="{} {}"></polygon>').format(index, line, ends))
            out.append(Markup('<polyline class="s{} line" points="{}"></polyline>').format(index, line))
            for (a, b), category in zip(dots, categories, strict=True):
                title = Markup("<title>{}, {}: {}</title>").format(one["name"], category, points.get(category, 0))
                out.append(Markup('<circle class="s{}" cx="{}" cy="{}" r="3">{}</circle>').format(index, f"{a:.1f}", f"{b:.1f}", title))
    return Markup("").join(out)


def ticks(low: float, top: float, whole: bool = False) -> list[float]:
    """Two to six round numbers from `low` to `top`, both included or nearly so; `whole` ones where only such are counted."""
    span = (top - low) or 1
    size = 10.0 ** math.floor(math.log10(span))
    step = next(s for s in (size / 5, size / 2, size, size * 2) if span / s <= 5)
    step = max(step, 1.0) if whole else step
    return [step * i for i in range(math.ceil(low / step), math.floor(top / step) + 1)]


def _axis(found: Json, categories: list[str], step: float, top: float, low: float, y: Callable[[float], float]) -> Markup:
    """The lines behind the data, the scale at the left, the categories below, and what the axes show."""
    out = []
    whole = all(isinstance(p["value"], int) for s in found["series"] for p in s["data"])
    for value in ticks(low, top, whole):
        kind = "grid" if value else "axis"
        out.append(Markup('<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"></line>').format(kind, LEFT, WIDTH - RIGHT, *2 * [f"{y(value):.1f}"]))
        out.append(_text(LEFT - 6, y(value) + 4, _short(value), "end"))
    skip = max(1, math.ceil(len(categories) / 12))
    for place, category in list(enumerate(categories))[::skip]:
        out.append(_text(LEFT + (place + 0.5) * step, HEIGHT - BOTTOM + 15, category))
    config = found["axis_config"]
    out.append(_text(WIDTH / 2, HEIGHT - 4, config.get("x_label") or ""))
    out.append(_text(LEFT - 34, TOP - 8, config.get("y_label") or "", "start"))
    return Markup("").join(out)


def _text(x: float, y: float, words: str, anchor: str = "middle") -> Markup:
    return Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(f"{x:.1f}", f"{y:.1f}", anchor, words)


def _short(value: float) -> str:
    for limit, sign in ((1e9, "bn"), (1e6, "m"), (1e4, "k")):
        if abs(value) >= limit:
            return f"{value / (1e3 if sign == 'k' else limit):g}{sign}"
    return f"{value:g}"
