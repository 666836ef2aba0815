"""data_visualization as an inline SVG, with the same figures as a table for whoever can't see it."""

from __future__ import annotations

import math
from typing import Any

from markupsafe import Markup

from bot.sandbox.state import Json

WIDTH, HEIGHT = 560, 240
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 10, 34


def chart(block: Json) -> Markup:
    found = block["chart"]
    drawn = _pie(found) if found["type"] == "pie" else _plot(found)
    picture = Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, f"{found['type']} chart: {block['title']}", drawn
    )
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

    out = [_axis(found, categories, step, top, low, y(0))]
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


def _axis(found: Json, categories: list[str], step: float, top: float, low: float, zero: float) -> Markup:
    line = Markup('<line class="axis" x1="{}" x2="{}" y1="{}" y2="{}"></line>').format(
        LEFT, WIDTH - RIGHT, f"{zero:.1f}", f"{zero:.1f}"
    )
    skip = max(1, math.ceil(len(categories) / 12))
    labels = Markup("").join(
        Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(
            f"{LEFT + (i + 0.5) * step:.1f}", HEIGHT - BOTTOM + 14, c
        )
        for i, c in enumerate(categories)
        if i % skip == 0
    )
    ends = Markup('<text x="{}" y="{}" text-anchor="end">{}</text>')
    scale = ends.format(LEFT - 6, TOP + 8, _short(top)) + ends.format(LEFT - 6, HEIGHT - BOTTOM, _short(low))
    config = found["axis_config"]
    title = Markup('<text class="axis-title" x="{}" y="{}" text-anchor="middle">{}</text>').format(
        WIDTH / 2, HEIGHT - 4, config.get("x_label") or ""
    )
    return Markup("").join([line, labels, scale, title])


def _short(value: float) -> str:
    for limit, sign in ((1e9, "bn"), (1e6, "m"), (1e4, "k")):
        if abs(value) >= limit:
            return f"{value / (1e3 if sign == 'k' else limit):g}{sign}"
    return f"{value:g}"
