"""How the sandbox's newsrooms look: four kinds of feed, and pages with all that surrounds an article on the web.

Pure: stories in, text out. The boxes around the article change as others appear, as they do on real sites.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from urllib.parse import quote

from store.engine import iso

_PER_FEED = 20
_RELATED = 4


@dataclass(frozen=True)
class Story:
    """One version of one page. `url`: where it is served; `original`: its address on the wire. `published`: UTC."""

    url: str
    host: str
    outlet: str
    kind: str
    lang: str
    title: str
    text: str
    published: datetime
    original: str


@dataclass(frozen=True)
class Site:
    """One host: the address of its front page, whose it is, and its language."""

    home: str
    name: str
    lang: str


@dataclass(frozen=True)
class Format:
    """A kind of feed: where it stands under its host and how it is written."""

    name: str
    path: str
    content_type: str
    write: Callable[[Site, Sequence[tuple[Story, datetime]]], str]


def feed(style: Format, site: Site, stories: Sequence[Story]) -> str:
    """The feed of one host: its latest pages first, each once, as of its latest version."""
    first: dict[str, datetime] = {}
    latest: dict[str, Story] = {}
    for story in stories:
        first.setdefault(story.url, story.published)
        latest[story.url] = story
    newest = sorted(latest.values(), key=lambda s: s.published, reverse=True)[:_PER_FEED]
    return style.write(site, [(story, first[story.url]) for story in newest])


def _rss(site: Site, rows: Sequence[tuple[Story, datetime]]) -> str:
    items = "".join(
        f'<item><title>{escape(s.title)}</title><link>{_url(s)}</link><guid isPermaLink="true">{_url(s)}</guid>'
        f"<pubDate>{format_datetime(s.published)}</pubDate><description>{escape(_summary(s))}</description></item>\n"
        for s, _ in rows
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"<title>{escape(site.name)}</title><link>{site.home}</link><description>{escape(site.name)}</description>"
        f"<language>{site.lang}</language>\n{items}</channel></rss>\n"
    )


def _atom(site: Site, rows: Sequence[tuple[Story, datetime]]) -> str:
    entries = "".join(
        f'<entry><id>{_url(s)}</id><title>{escape(s.title)}</title><link rel="alternate" href="{_url(s)}"/>'
        f"<published>{iso(first)}</published><updated>{iso(s.published)}</updated><summary>{escape(_summary(s))}</summary></entry>\n"
        for s, first in rows
    )
    updated = f"<updated>{iso(rows[0][0].published)}</updated>" if rows else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.lang}">'
        f'<id>{site.home}</id><title>{escape(site.name)}</title><link href="{site.home}"/>{updated}\n{entries}</feed>\n'
    )


def _rdf(site: Site, rows: Sequence[tuple[Story, datetime]]) -> str:
    seq = "".join(f'<rdf:li rdf:resource="{_url(s)}"/>' for s, _ in rows)
    items = "".join(
        f'<item rdf:about="{_url(s)}"><title>{escape(s.title)}</title><link>{_url(s)}</link>'
        f"<description>{escape(_summary(s))}</description><dc:date>{iso(s.published)}</dc:date></item>\n"
        for s, _ in rows
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<channel rdf:about="{site.home}"><title>{escape(site.name)}</title><link>{site.home}</link>'
        f"<description>{escape(site.name)}</description><dc:language>{site.lang}</dc:language>"
        f"<items><rdf:Seq>{seq}</rdf:Seq></items></channel>\n{items}</rdf:RDF>\n"
    )


def _json(site: Site, rows: Sequence[tuple[Story, datetime]]) -> str:
    items = [
        {
            "id": _url(s),
            "url": _url(s),
            "title": s.title,
            "summary": _summary(s),
            "date_published": iso(first),
            "date_modified": iso(s.published),
        }
        for s, first in rows
    ]
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "home_page_url": site.home,
        "language": site.lang,
    }
    return json.dumps({**head, "items": items}, ensure_ascii=False, indent=1)


#: Hosts take these in turn.
FORMATS = (
    Format("RSS 2.0", "rss.xml", "application/rss+xml; charset=utf-8", _rss),
    Format("Atom", "atom.xml", "application/atom+xml; charset=utf-8", _atom),
    Format("JSON Feed", "feed.json", "application/feed+json; charset=utf-8", _json),
    Format("RSS 1.0 (RDF)", "index.rdf", "application/rdf+xml; charset=utf-8", _rdf),
)

# home, business, latest, most read, about
_LABELS = {
    "en": (
        "Home",
        "Business",
        "More from this site",
        "Subscribe to our newsletter",
        "About us · Contact · Terms of use",
    ),
    "fr": (
        "Accueil",
        "Économie",
        "À lire aussi",
        "S’abonner à la lettre",
        "Qui sommes-nous · Contact · Mentions légales",
    ),
    "de": (
        "Startseite",
        "Wirtschaft",
        "Mehr zum Thema",
        "Newsletter abonnieren",
        "Impressum · Kontakt · Datenschutz",
    ),
    "es": (
        "Portada",
        "Economía",
        "Más noticias",
        "Suscríbase al boletín",
        "Quiénes somos · Contacto · Aviso legal",
    ),
    "it": (
        "Prima pagina",
        "Economia",
        "Leggi anche",
        "Iscriviti alla newsletter",
        "Chi siamo · Contatti · Note legali",
    ),
    "pt": ("Capa", "Economia", "Leia também", "Assine o boletim", "Quem somos · Contato · Termos de uso"),
    "ja": ("ホーム", "経済", "関連記事", "メールマガジン登録", "会社概要・お問い合わせ・利用規約"),
    "zh": ("首页", "财经", "相关阅读", "订阅邮件", "关于我们 · 联系方式 · 使用条款"),
    "ko": ("홈", "경제", "관련 기사", "뉴스레터 구독", "회사소개 · 문의 · 이용약관"),
}


def page(versions: Sequence[Story], here: Sequence[Story], home: str) -> str:
    """One page of a site as of its latest version, among links to the site's other latest pages."""
    story, first = versions[-1], versions[0].published
    root, section, more, letter, about = _LABELS.get(story.lang, _LABELS["en"])
    others = {s.url: s for s in here if s.url != story.url}
    related = "".join(
        f'<li><a href="{_url(s)}">{escape(s.title)}</a></li>'
        for s in sorted(others.values(), key=lambda s: s.published, reverse=True)[:_RELATED]
    )
    modified = (
        f'<meta property="article:modified_time" content="{iso(story.published)}">'
        if len(versions) > 1
        else ""
    )
    body = "\n".join(
        f"<p>{escape(p).replace(chr(10), '<br>' + chr(10))}</p>"
        for p in story.text.split("\n\n")
        if p.strip()
    )
    aside = f'<aside class="related"><h2>{more}</h2><ul>{related}</ul></aside>' if related else ""
    return f"""<!doctype html>
<html lang="{story.lang}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(story.title)} | {escape(story.outlet)}</title>
<link rel="canonical" href="{_url(story)}">
<meta property="og:type" content="article"><meta property="og:site_name" content="{escape(story.outlet)}">
<meta property="og:title" content="{escape(story.title)}"><meta property="og:url" content="{_url(story)}">
<meta property="article:published_time" content="{iso(first)}">{modified}
</head>
<body>
<header class="site-header"><a class="logo" href="{home}">{escape(story.outlet)}</a>
<nav><ul><li><a href="{home}">{root}</a></li><li><a href="{home}">{section}</a></li></ul></nav></header>
<main>
<header class="article-header"><h1>{escape(story.title)}</h1>
<div class="dateline"><time datetime="{iso(story.published)}">{story.published:%Y-%m-%d %H:%M}</time></div></header>
<article class="article-body">
{body}
</article>
</main>
{aside}
<footer class="site-footer"><form><label>{letter} <input type="email"></label></form><p>{about}</p><p>© {escape(story.outlet)}</p></footer>
</body>
</html>
"""


def front_page(site: Site, here: Sequence[Story], style: Format) -> str:
    """A site's front page: its latest headlines, and where its feed is."""
    latest = sorted({s.url: s for s in here}.values(), key=lambda s: s.published, reverse=True)
    items = "".join(f'<li><a href="{_url(s)}">{escape(s.title)}</a></li>' for s in latest)
    name = escape(site.name)
    return (
        f'<!doctype html><html lang="{site.lang}"><head><meta charset="utf-8"><title>{name}</title>'
        f'<link rel="alternate" type="{style.content_type.split(";")[0]}" href="{site.home}{style.path}"></head>'
        f"<body><h1>{name}</h1><ul>{items}</ul></body></html>\n"
    )


def _url(story: Story) -> str:
    return escape(quote(story.url, safe=":/?#[]@!$&'()*+,;=%"))


def _summary(story: Story) -> str:
    first = story.text.split("\n\n", 1)[0].replace("\n", " ")
    return first if len(first) <= 200 else first[:199].rstrip() + "…"
