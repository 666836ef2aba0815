"""Times told from the denial, not from a calendar: "six weeks before the company said so". Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.judge.offline_dates import COUNT, Dated, N, U

#: The words for a denial that may follow (precede in Chinese, Japanese and Korean) such a time, this near.
_SAID = (
    r"statement|denial|denied|den(?:y|ies)|answer|said|told|comment|reply|response|respon|démenti|déclaration|réponse|"
    r"communiqué|nié|dementi|erklärung|stellungnahme|bestritt|antwort|aussage|verneint|desmentid|desmintió|declaración|respuesta|"
    r"comunicado|negar|negó|desmentir|declaração|resposta|negou|smentita|smentire|dichiarazione|risposta|comunicato|negare|negasse"
)
_BEFORE = r"(?:before|prior to|ahead of|earlier than|avant|vor|bevor|antes d\w+|antes que|prima d\w+|prima che)"
_LATIN = re.compile(rf"(?<!\w){N}\s(?:{U})\s{_BEFORE}\b(?=[^.;]{{0,50}}?(?:{_SAID}))", re.IGNORECASE)
_CJK = re.compile(
    rf"(?:声明|否定|否認|回答|コメント|発表|否认|答复|回应|澄清|부인|해명|답변|성명|입장)[^。，,.]{{0,8}}?{N}\s?(?:{U})\s?(?:前|전)"
)


def earlier(text: str, made: date) -> list[Dated]:
    """The times in `text` that it counts back from the denial, which was made on that day."""
    out = []
    for match in (*_LATIN.finditer(text), *_CJK.finditer(text)):
        parts = {k: v for k, v in match.groupdict().items() if v}
        count = int(parts["n"]) if parts["n"].isdigit() else COUNT[parts["n"].casefold()]
        size = next(int(k[1:]) for k in parts if k.startswith("u"))
        slack = timedelta(days={1: 0, 7: 3, 30: 15, 365: 183}[size])
        centre = made - timedelta(days=count * size)
        out.append(Dated(centre - slack, min(centre + slack, made - timedelta(days=1)), match.start("n"), match.end()))
    return out
