"""Which denials may an article bear on, and which articles on file may bear on a denial? Both ways alike.

An article and a denial are candidates for each other when a name of the case's companies stands in the
article and the two have something in common. Who has the last word is the judge; this only keeps it from
being asked about everything.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import cache, partial

from bot.judge.bearing import ClaimOnFile, Denial
from bot.judge.nearness import Vectors, scores, senses, texts_of, texts_on_file, words_of
from bot.llm import talk
from bot.llm.material import visible
from bot.read import companies
from bot.text import CJK, OPENING, context, signed, words
from store.companies import heard
from store.engine import Row, moment
from store.ledger import Ledger
from store.words import sounds_alike

#: How many denials one article is held against, and how many articles are looked through for a new denial.
MOST_DENIALS = 8
MOST_ARTICLES = 200
#: Of more denials than these together, only the latest, those with the rarest words in common and those nearest in
#: sense are weighed: what embeds and builds hundreds takes seconds for the largest companies.
LATEST, ALIKE, SENSED = 6, 18, 12
#: By so much the first places of two orders count for less against agreement of both.
_FUSED = 5
#: The same of more articles than that: the latest, and as many for each of the denial's rarest words.
LATEST_ARTICLES, RAREST = 40, 3
#: A denial is followed for this long.
FOLLOWED = timedelta(days=1200)
#: Articles that carried the claim are looked for this long before the denial.
CARRIED = timedelta(days=30)
#: A denial that names no report answers one of these last days.
ANSWERED = timedelta(days=3)
NamesOf = Callable[[int], tuple[str, ...]]
_RUN = re.compile(f"[{CJK}ー々]{{2,}}")
_CJK = re.compile(f"[{CJK}]")
_LONGEST_NAME = 12
#: What a screened-out article must have in common with a denial to be read after all.
RELATED = 0.30


def told(article: Row) -> str:
    """Title and text of an article, without what talks to a machine: a company that is named only there is not in it. In
    a paper of its own a company may say "we" throughout, so that it is named as the outlet alone."""
    return talk.without(visible(f"{signed(article['kind'], article['outlet'])}{article['title']}\n{article['text']}"), article["lang"] or "en")


def companies_in(ledger: Ledger, article: Row) -> list[int]:
    """Ids of the companies on file, kin included, whose names stand in the article's title or text."""
    text = told(article)
    families: dict[int, int] = {}
    for alias in ledger.companies.mentioned(_heads(text)):
        if alias["family"] not in families and companies.occurs(companies.called(alias["name"]), text):
            families[alias["family"]] = alias["company_id"]
    spoken = _spoken(text)
    for alias in ledger.companies.heard(spoken):
        if alias["family"] not in families and any(sounds_alike(alias["key"], n) for n in spoken[heard(alias["key"])]):
            families[alias["family"]] = alias["company_id"]
    found: list[int] = []
    for company_id in families.values():
        found += ledger.companies.family(company_id)
    return sorted(set(found))


def _heads(text: str) -> set[str]:
    """The words of a text by which names may begin; "Fern's" and "d'Orbe" name Fern and Orbe, though "l'Orbe" may be all
    of a name."""
    found = set(words(text))
    return found | {part for word in found if "'" in word for part in word.split("'") if part}


def _spoken(text: str) -> dict[str, list[str]]:
    """What a text in Chinese, Japanese or Korean may name a company by, under the first letters of its sound."""
    out: dict[str, list[str]] = {}
    for run in _RUN.finditer(text):
        for start in range(len(run.group()) - 1):
            name = run.group()[start : start + _LONGEST_NAME]
            out.setdefault(heard(name), []).append(name)
    return out


def denials_for(ledger: Ledger, article: Row, ahead: timedelta = timedelta(0)) -> list[Denial]:
    """The denials on file that this article may bear on: made before it (or up to `ahead` after it), the closest
    `MOST_DENIALS`."""
    ids = companies_in(ledger, article)
    if not ids:
        return []
    published = moment(article["published"])
    told_of = f"{article['title']}\n{article['text'][:OPENING]}"
    rows = ledger.near.denials(ids, told_of, before=published + ahead, after=published - FOLLOWED)
    rows = [r for r in rows if r["article_id"] != article["id"]]
    weights = rarities(article, rows)
    read: Vectors = {}
    if len(rows) > LATEST + ALIKE + SENSED:
        rows = likeliest(rows, weights, senses(ledger, article, [r["id"] for r in rows], read))
    score = scores(ledger, article, texts_on_file(ledger, rows), read) if rows else {}
    nearest = foremost(rows, score, weights)[:MOST_DENIALS]
    full = {r["id"]: r for r in ledger.cases.responses([r["id"] for r in nearest])}
    return build(ledger, [full[r["id"]] for r in nearest if r["id"] in full])


def rarities(article: Row, rows: Sequence[Row]) -> dict[str, float]:
    """How rare the words and figures are that an article shares with each denial's own words, or its article's headline;
    by id. Pure.

    Rare means rare among these rows, so the companies' own names and the phrases of every denial count for nothing.
    """
    mine = set(words(f"{article['title']}\n{article['text']}"))
    theirs = {r["id"]: words_of(f"{r['title']}\n{r['statement'] or ''}\n{r['quote']}") & mine for r in rows}
    common = Counter(w for found in theirs.values() for w in found)
    rarity = {word: math.log(len(rows) / count) for word, count in common.items()}
    return {denial: math.fsum(rarity[word] for word in found) for denial, found in theirs.items()}


def likeliest(rows: Sequence[Row], weights: Mapping[str, float], sense: Mapping[str, float]) -> list[Row]:
    """Of many denials around an article's companies, by publication, those worth a closer look: the latest, those with
    the rarest words in common, and those nearest in sense, whatever the language. Pure."""
    place = {r["id"]: n for n, r in enumerate(rows)}
    kept = {r["id"] for r in rows[-LATEST:]}
    for measure, most in ((weights, ALIKE), (sense, SENSED)):
        kept.update(sorted(measure, key=lambda i: (-measure[i], -place[i]))[:most])
    return [r for r in rows if r["id"] in kept]


def foremost(rows: Sequence[Row], score: Mapping[str, float], weights: Mapping[str, float]) -> list[Row]:
    """Denials, the one that the article most likely bears on first: by their places in both orders, since neither
    measure can be held beside the other (reciprocal rank fusion: Cormack, Clarke and Buettcher, 2009). Pure."""
    fused = dict.fromkeys(score, 0.0)
    for measure in (score, weights):
        ranked = sorted(rows, key=lambda r: (-measure[r["id"]], r["published"], r["id"]))
        for place, row in enumerate(ranked):
            fused[row["id"]] += 1 / (_FUSED + place)
    return sorted(rows, key=lambda r: (-round(fused[r["id"]], 9), -score[r["id"]], r["published"], r["id"]))


def articles_for(ledger: Ledger, denial: Denial) -> list[Row]:
    """Articles on file, read or held back, that may carry a denial's claim or bear on it; by publication."""
    involved = ledger.cases.companies_of(denial.case) if denial.case else []
    families = {kin for company in involved for kin in ledger.companies.family(company["id"])}
    names = {companies.called(n) for n in (denial.company, *denial.names, *ledger.companies.names(families)) if n}
    found: dict[str, Row] = {}
    for name in sorted(names):
        refs = {
            hit["ref"] for hit in _naming(ledger, name, denial)
            if denial.published - CARRIED <= moment(hit["published"]) <= denial.published + FOLLOWED
        }  # fmt: skip
        for row in ledger.wire.articles(sorted(refs - set(found) - {denial.article})):
            if not row["text_gone"] and companies.occurs(name, told(row)):
                found[row["id"]] = row
    return sorted(found.values(), key=lambda r: (r["published"], r["id"]))


def _naming(ledger: Ledger, name: str, denial: Denial) -> list[Row]:
    """Rows of the search index of articles that may hold the name: all, or, of a great many, the latest and those that
    share one of the rarest words with the denial."""
    whole = not _CJK.search(name)  # such a name may be the beginning of a word in the index

    def find(query: str) -> list[Row]:
        return ledger.search.find(query, MOST_ARTICLES, kinds=("article",), whole=whole)

    hits = find(name)
    if len(hits) < MOST_ARTICLES:
        return hits
    told_of = {word for text in texts_of(denial) for word in words(text.text)} - set(words(name))
    rare = ledger.search.rarest(sorted(told_of), RAREST)
    return hits[:LATEST_ARTICLES] + [hit for word in rare for hit in find(f"{name} {word}")[:LATEST_ARTICLES]]


def wanted(ledger: Ledger, article: Row, denial: Denial) -> bool:
    """Is an article that was held back to be read after all? It is related; or a denial answers no report on file, and
    this one names the company and came out in the days before."""
    if scores(ledger, article, {denial.id: texts_of(denial)})[denial.id] >= RELATED:
        return True
    return not denial.claims and timedelta(0) <= denial.published - moment(article["published"]) <= ANSWERED


def build(ledger: Ledger, rows: Sequence[Row]) -> list[Denial]:
    """Denials as a judge sees them, from rows of `ledger.cases.responses` and their kin."""
    pairs = ledger.cases.pairs_of([r["id"] for r in rows])
    claims = {c["id"]: c for c in ledger.cases.claims([p["claim_id"] for p in pairs])}
    articles = {
        a["id"]: a
        for a in ledger.wire.articles(sorted({r["article_id"] for r in (*rows, *claims.values())}))
    }
    names, own_names = cache(partial(_names, ledger)), cache(partial(_own_names, ledger))
    admissions = ledger.matters.admissions({row["article_id"] for row in rows})  # beside what is denied there
    return [
        Denial(
            id=row["id"],
            article=row["article_id"],
            case=row["case_id"],
            company=row["company"],
            names=names(row["company_id"]),
            own_names=own_names(row["company_id"]),
            admits=" ".join(admissions.get((row["article_id"], row["company_id"]), ())),
            speaker=row["speaker"],
            kind=row["kind"],
            quote=row["quote"],
            statement=row["statement"],
            context=context(articles.get(row["article_id"], {})),
            outlet=row["outlet"],
            url=row["url"],
            lang=row["lang"],
            published=moment(row["published"]),
            claims=tuple(
                _claim(claims[p["claim_id"]], articles, names, own_names)
                for p in pairs
                if p["response_id"] == row["id"] and p["claim_id"] in claims
            ),
            beside=_beside(ledger, row, [p["claim_id"] for p in pairs if p["response_id"] == row["id"]], claims),
        )
        for row in rows
    ]


def _claim(row: Row, articles: dict[str, Row], names: NamesOf, own_names: NamesOf) -> ClaimOnFile:
    parties = tuple(p["name"] for p in json.loads(row["parties"] or "[]"))
    return ClaimOnFile(
        id=row["id"],
        article=row["article_id"],
        company=row["company"],
        names=tuple(dict.fromkeys((*names(row["company_id"]), *parties))),
        own_names=own_names(row["company_id"]),
        statement=row["statement"],
        span=row["span"],
        context=context(articles.get(row["article_id"], {})),
        origin=row["origin"],
        sourcing=row["sourcing"],
        outlet=row["outlet"],
        lang=row["lang"],
        published=moment(row["published"]),
    )


def _beside(ledger: Ledger, row: Row, answered: Sequence[str], claims: Mapping[str, Row]) -> tuple[str, ...]:
    """What the reports say besides that a denial of a detail answers."""
    if row["kind"] != "specific_denial":
        return ()
    reports = sorted({claims[c]["article_id"] for c in answered if c in claims})
    told = (c for article in reports for c in ledger.cases.claims_of(article) if c["id"] not in answered)
    return tuple(dict.fromkeys(c["statement"] for c in told))


def _names(ledger: Ledger, company_id: int) -> tuple[str, ...]:
    return tuple(ledger.companies.names(ledger.companies.family(company_id)))


def _own_names(ledger: Ledger, company_id: int) -> tuple[str, ...]:
    return tuple(ledger.companies.own_names(company_id))
