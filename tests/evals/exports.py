"""Exports as a ledger would give them, made from the labels themselves: perfect ones, and ones full of mistakes.

So the arithmetic of figures is tested on every kind of mistake at once, without reading a single article.
"""

from __future__ import annotations

import random
from typing import Any

from bot.evals.labelled import Labelled
from bot.read.reading import DENIALS

Row = dict[str, Any]
_KINDS = ("flat_denial", "specific_denial", "non_denial", "no_comment", "no_response", "confirmation", "undecided")
_STATUSES = ("open", "contested", "stale", "undercut", "upheld", "partly_undercut", "overtaken")
_VERDICTS = ("undercuts", "confirms", "partly_undercuts", "overtaken", "no_bearing")


def perfect(labelled: Labelled) -> list[Row]:
    """What a ledger would hold that made no mistake."""
    rows: list[Row] = []
    for episode in labelled.episodes:
        of = {c["article"]: c["of"] for c in episode.gold["copies"]}
        final = {f["response"]: f["status"] for f in episode.gold["final"]}
        here = f"{episode.id}/"
        for a in episode.articles:
            copy = here + of[a["id"]] if a["id"] in of else None
            rows.append({"type": "article", "id": here + a["id"], "url": a["url"], "published": a["published"], "title": a["title"], "outlet": a["outlet"], "lang": a["lang"], "copy_of": copy})
        for c in episode.gold["claims"]:
            rows.append({"type": "claim", **c, "id": here + c["id"], "article": here + c["article"]})
        for r in episode.gold["responses"]:
            status = final.get(r["id"], "open") if r["kind"] in DENIALS else None
            rows.append({"type": "response", **r, "id": here + r["id"], "article": here + r["article"], "status": status})
            rows += [{"type": "pair", "claim": here + c, "response": here + r["id"]} for c in r["answers"]]
        for b in episode.gold["bearings"]:
            rows.append({"type": "bearing", **b, "article": here + b["article"], "response": here + b["on"]})
        responses = [here + r["id"] for r in episode.gold["responses"]]
        rows.append({"type": "case", "id": episode.id, "title": episode.id, "status": "open", "companies": [], "claims": [], "responses": responses})
    for a in labelled.distractors:
        rows.append({"type": "article", "id": a["url"], "url": a["url"], "published": a["published"].replace("Z", "+00:00"), "title": a["title"], "outlet": a["outlet"], "lang": a["lang"], "copy_of": None})
    return rows


def mistaken(rows: list[Row], seed: int, share: float = 0.15) -> list[Row]:
    """The same with mistakes of every kind in about `share` of the rows."""
    dice = random.Random(seed)
    articles = [r["id"] for r in rows if r["type"] == "article"]
    claims = [r["id"] for r in rows if r["type"] == "claim"]
    responses = [r["id"] for r in rows if r["type"] == "response"]
    out: list[Row] = []
    for number, row in enumerate(rows):
        row = dict(row)
        if dice.random() >= share:
            out.append(row)
            continue
        if dice.random() < 0.25 and row["type"] != "case":
            continue  # missed
        out.append(row)
        match row["type"]:
            case "article":
                row["copy_of"] = dice.choice(articles)
                out.append({"type": "alert", "id": number, "case": 1, "article": row["id"], "event": "root", "channel": "", "state": "recorded"})
            case "claim":
                row[dice.choice(("origin", "sourcing"))] = "somebody else"
                row["span"] = dice.choice((row["span"][: len(row["span"]) // 2], "", "words that nobody wrote", row["span"] + " and more"))
                row["statement"] = dice.choice((row["statement"], row["statement"][:20], "Something else entirely"))
                out.append({**row, "id": f"{row['id']}+", "article": dice.choice(articles)})
            case "response":
                row["kind"], row["speaker"] = dice.choice(_KINDS), dice.choice(("", "a spokesman", row["speaker"]))
                row["quote"] = dice.choice((row["quote"], row["quote"][5:], row["quote"][-12:], "never said", ""))
                row["status"] = dice.choice(_STATUSES) if row["kind"] in DENIALS else None
                out.append({**row, "id": f"{row['id']}+", "article": dice.choice(articles), "kind": dice.choice(_KINDS)})
                out.append({"type": "pair", "claim": dice.choice(claims), "response": f"{row['id']}+"})
            case "pair":
                row["claim"] = dice.choice((*claims, "c-gone"))
            case "bearing":
                row["verdict"], row["tier"] = dice.choice(_VERDICTS), dice.randint(1, 4)
                row["span"] = dice.choice((row["span"], "", "not there"))
                out.append({**row, "article": dice.choice(articles), "response": dice.choice(responses)})
            case "case":
                row["responses"] = [*row["responses"], dice.choice(responses), "r-gone"]
    dice.shuffle(out)
    return out
