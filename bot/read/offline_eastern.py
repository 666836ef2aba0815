"""Names in Japanese, Chinese and Korean, which have no capitals: found by what stands before and behind them. Pure."""

from __future__ import annotations

import re

from bot.read.lexicon import Lexicon, traditional
from bot.read.offline_cast import Name
from bot.read.offline_eastern_words import cut, plain_word
from bot.read.offline_listed import eastern_names
from bot.read.offline_page import Page
from bot.text import fold

_RUN = {
    "ja": r"[一-龥々ァ-ヴー・A-Za-zＡ-Ｚ&]",
    "zh": r"[一-龥A-Za-z·]",
    "ko": r"[가-힣A-Za-z&]",
}


_KO_PARTICLE = re.compile(
    r"(?:측은|측이|측에|측|에서는|에서|에게|으로|로|이라고|이라는|라는|은|는|이|가|을|를|의|에|도|와|과|이나|나)$"
)


_ZH_SUBJECT = re.compile(traditional.either(
    r"(?:^|[，。：；、\n】）“]|对此|据|企业|厂商|公司|巨头|集团|商|旗下|平台|运营商|制造商)([一-龥A-Za-z·]{2,12}?)(?=自|拟|将|已|计划|打算|表示|证实|承认|称|回应|否认|宣布|正在|在|董事|发言人|创始人|总经理|总裁|首席|负责人|客服|被曝|被指|被举报|公司|股价|的|方面|（|因|向|与|未|旗下|去年|今年|20|周|目前|并|是|于)"
))


_JA_SUBJECT = re.compile(
    r"(?:^|[。、\n「（　・の]|の)((?:[一-龥々ァ-ヴー・A-Za-zＡ-Ｚ&]){2,20}?)(?=は|が|に|を|の|、|と|（|・|株)"
)


#: A headline that gives the trade before the name: "電池の〇〇、".
_JA_TRADE_FIRST = re.compile(r"[^、。「」：　 ]{2,10}の[「『]?(?P<name>[一-龥々ァ-ヴーぁ-んA-Za-zＡ-Ｚ&]{2,14}?)[」』]?(?:が|、)")
#: What stands before a name that is introduced: "〇〇の最大手、", "〇〇を手がける".
_JA_INTRODUCED = re.compile(
    r"(?:(?:最大手|大手|首位|中堅|老舗|メーカー|チェーン|専業|商社|会社|代理店|業者|製造|運営)(?:の|で|、)|(?:手がける|手掛ける|営む|運営する|展開する|製造する|つくる|作る))"
    r"[「『]?(?P<name>[一-龥々ァ-ヴー・A-Za-zＡ-Ｚ&]{3,14}?)[」』]?(?=[はがをと（、]|の[^大最中])|(?:会社|企業|大手|メーカー)(?P<bare>[ァ-ヴー・]{3,14})(?=[はがをとの（、])"
)
#: The same in Korean; and in Chinese whose officer somebody is.
_KO_INTRODUCED = re.compile(r"(?:업체|기업|회사|그룹|체인|프랜차이즈|브랜드|제조사|가전사|시공사|운영사|게임사|대기업|리조트인) ['‘]?(?P<name>[가-힣A-Za-z]{2,10}?)['’]?(?:은|는|이|가|의|을|를|도)(?= )")
_KO_OFFICER = re.compile(r"(?:^|(?<=[.\n] )|(?<=\n))(?P<name>[가-힣A-Za-z]{4,10}(?<![을를의에은는이가])) (?P<post>(?:[가-힣]{1,8} ){0,2}[가-힣]{2,9})(?: [가-힣]{1,4}){0,3}(?:은|는|이|가) ", re.M)
_KO_SAYS = re.compile(r"(?:^|(?<=[.\n] )|(?<=\n))(?P<name>[가-힣A-Za-z]{3,10}(?<![들부청군시회합조국처])) ?(?:은|는|측은) [“\"][^”\"]{6,}[”\"](?:이?라?고|이?라?며)", re.M)
_ZH_HEADED = re.compile(traditional.either(r"(?P<name>[一-龥A-Za-z·]{3,8}?)(?:传|被(?:指|曝|传)|拟|否认|回应|澄清|承认)"))
_ZH_OFFICER = re.compile(r"(?:^|[，。：；、“”\n]|公司|企业|企業|平台|品牌)(?P<name>[一-龥A-Za-z·]{2,8}?)的(?P<post>[一-龥]{2,8})", re.M)
#: In a headline, what may be a name.
_MARKED = re.compile(r"[“「『‘](?P<name>[一-龥々ァ-ヴー가-힣A-Za-z]{2,8})[”」』’](?!と|(?:이?라?고|며))")
#: A name that begins in kana, behind the particle before it.
_PARTICLES = re.compile(r"^[のにはがをともでやへ]+")
_KANA_FIRST = re.compile(r"(?!.*(?:から|まで|など|による|という|した|する|である|ない|ため|こと))[ぁ-ん]{2,5}[一-龥ァ-ヴー]")
#: A brand in marks, as whoever has it speaks, or behind what it is.
_BRAND = re.compile(
    traditional.either(r"(?:品牌|平台|公司|企业|连锁店?|门店|店|超市|应用|餐厅|商家|APP|App)[“「『‘](?P<a>[一-龥A-Za-z·]{2,8})[”」』’]|[“「『‘](?P<b>[一-龥A-Za-z·]{2,8})[”」』’](?:方面|客服|官方|公司|品牌方|创始人|负责人|回应|工作人员)")
    + r"|(?:チェーン|アプリ|サービス|ブランド|旅館|店)「(?P<c>[^」。、]{2,12})」(?=を運営|を展開|の運営|を手がけ)|(?:업체|브랜드|프랜차이즈|앱|플랫폼|체인) ?[‘'](?P<d>[가-힣A-Za-z]{2,10})[’']"
)
#: Behind a name, an officer of it.
_JA_OFFICER = re.compile(r"の[^、。「」の]{2,14}?(?=[はがもに])")
#: Behind a word for what is made or sold: such a word is a trade, no name.
_JA_TRADE = re.compile(r"(?:の|を)(?:国内|世界|業界|県内)?(?:最?大手|首位|中堅|老舗|メーカー|専業|製造|販売|手がけ|手掛け|運営す|展開す|経営す|営む)")


def eastern(page: Page) -> list[Name]:
    lex, plain, title = page.lex, page.plain, page.doc.title.translate({0x3000: " "})
    run = _RUN[lex.lang]
    found: dict[str, Name] = {}

    def add(form: str, score: float) -> None:
        form = form.strip(" ・·")
        form = cut(form, lex)
        if plain_word(form, lex):
            return
        if (
            len(form) < 2
            or re.fullmatch(r"[A-Za-z]{1,2}|\d+", form)
            or lex.firm.fullmatch(form)
            or lex.third.fullmatch(form)
        ):
            return
        name = found.setdefault(form, Name(form))
        name.forms.add(form)
        name.score += score

    head = re.match(
        rf"[『「【\[]?(?P<h>{run}{{2,20}}?)(?=、|：|:|，|,| |が|は|に|を|の|…|·|・{{2}}|[‘“(（])", title
    )
    trade_first = _JA_TRADE_FIRST.match(title) if lex.lang == "ja" else None
    if trade_first and not plain_word(trade_first["name"], lex) and re.search(rf"(?:^|[の「、]){re.escape(trade_first['name'])}", plain[:60]):
        add(_whole_name(plain, trade_first["name"]), 4)
    elif head and not (lex.lang == "ja" and _trade(plain, head.group("h"))):
        add(head.group("h"), 1.5 if plain.count(head.group("h")) else 0)
    for m in _MARKED.finditer(title):
        if plain.count(m["name"]) >= 2:
            add(m["name"], 1.5)  # a headline marks a name that is also a word
    if lex.lang == "zh":
        # the headline begins with the name, or with who says it: "People familiar: X to shut a plant"
        for part in re.split("[：:]", re.sub("^(?:据传|傳聞|传闻|传|傳|曝|爆)", "", title)):
            pieces = (part[:length] for length in range(min(12, len(part)), 1, -1))
            if piece := next((p for p in pieces if plain.count(p) >= 2 and re.fullmatch(run + "+", p)), None):
                add(piece, 3)
                break
        for m in re.finditer(r"(?<![一-龥])[一-龥]{2,10}(?:局|委员会|發改委|发改委|国资委|住建委|法院|检察院|政府|交易所|海关|办公室)(?=负责人|有关|相关|表示|称|回应|否认|发言人|工作人员|通报)", plain):
            add(m.group(), 0)
        for m in _ZH_SUBJECT.finditer(plain):
            add(m.group(1), 0.4)
    if lex.lang == "ja":
        for m in _JA_SUBJECT.finditer(plain):
            add(m.group(1), 0.4)
        for m in _JA_INTRODUCED.finditer(plain):
            add(m["name"] or m["bare"], 2)
        for m in re.finditer(rf"[ぁ-ん]{{2,7}}(?:[一-龥ァ-ヴー]{{0,3}}?)(?:{lex.tail.pattern.rstrip('$')})", plain):
            form = _PARTICLES.sub("", m.group())
            if _KANA_FIRST.match(form) and re.search(rf"(?:^|[、。「（\n]|の){re.escape(form)}(?:は|が|の|も|に|と|を|、)", plain + title):
                add(form, 2)
        for m in re.finditer(r"[ァ-ヴー・]{3,}", plain):
            if plain.count(m.group()) >= 3:
                add(m.group(), 0.3)
    if lex.lang == "zh":
        if (headed := _ZH_HEADED.match(title)) and headed["name"] in plain:
            add(headed["name"], 2)
        for m in _ZH_OFFICER.finditer(plain):
            if lex.role.search(m["post"]) and "是" not in m["post"] and not lex.firm.search(m["name"]):
                add(m["name"], 3)
    for m in _BRAND.finditer(plain):
        add(next(g for g in m.groups() if g), 2.5)
    if lex.lang == "ko":
        for m in _KO_INTRODUCED.finditer(plain):
            add(m["name"], 2)
        for m in _KO_OFFICER.finditer(plain):
            if lex.role.search(m["post"]) and not lex.third.search(m.group()):
                add(m["name"], 2)
        for m in _KO_SAYS.finditer(plain):
            if not (lex.third.search(m["name"]) or lex.office.search(m["name"]) or lex.role.search(m["name"]) or lex.firm.search(m["name"]) or lex.spokes.search(m["name"])):
                add(m["name"], 1.5)
        for m in re.finditer(r"(?<![가-힣])[가-힣]{1,8}(?:위원회|감독원|공정위|검찰청|경찰청|거래소|노동청|국세청)(?=은|는|이 |가 |도 )", plain):
            add(m.group(), 0)
        for token in re.findall(r"[가-힣A-Za-z&]{2,14}", title + "\n" + plain):
            stem = _KO_PARTICLE.sub("", _KO_PARTICLE.sub("", token))
            if len(stem) >= 2 and plain.count(stem) >= 2 and len(stem) >= 3:
                add(stem, 0.2)
    border = r"(?:^|(?<=[，。：；、（(“”】\s]))" if lex.lang == "zh" else ""
    for m in re.finditer(rf"(?m){border}{run}{{1,14}}?(?:{lex.tail.pattern.rstrip('$')})(?![局署厅廳委誌紙界체])", plain):
        piece = re.sub(
            r"^(?:同社|当社|大手の|投資会社の|子会社の|による|など|また|なお|株式会社)", "", m.group()
        )
        add(piece, 1.5)
    for m in re.finditer(
        r"株式会社\s?([一-龥々ァ-ヴー・A-Za-z]{2,16})|([一-龥々ァ-ヴー・A-Za-z]{2,16})株式会社|([가-힣A-Za-z]{2,12})\s?주식회사|(?:주식회사|\(주\)|㈜)\s?([가-힣A-Za-z]{2,14})|([가-힣A-Za-z]{2,14})\s?(?:\(주\)|㈜)|([一-龥]{2,12}?)(?:股份)?有限公司",
        plain + "\n" + title,
    ):
        add(next(g for g in m.groups() if g), 4)
    if lex.lang == "ja":
        for m in re.finditer(r"[一-龥]{1,8}(?:省|庁|局|委員会|警察署|監督署|裁判所|取引所)(?=[はがも])", plain):
            add(m.group(), 0)
    for form in eastern_names(title + "\n" + plain):
        if form not in found:
            found[form] = Name(form, forms={form}, score=2.0)
    if page.doc.kind in ("press_release", "filing") or page.doc.outlet in plain:
        add(page.doc.outlet, 0)
    out = []
    for form, name in found.items():
        name.at = [(m.start(), m.end()) for m in re.finditer(re.escape(form), plain)]
        if name.at:
            out.append(name)
    out = _cluster(out, lex)
    _shorten(page, out)
    _holdings(page, out)
    lead_end = page.paras[0][1] if page.paras else 0
    for name in out:
        name.title = any(f in title for f in name.forms)
        name.first = any(title.lstrip("『「【[“").startswith(f) for f in name.forms)
        name.lead = bool(name.at) and name.at[0][0] < lead_end
        if name.title:
            name.score += 1
        if len(name.at) >= 3:
            name.score += 1
        _weigh(lex, page, name)
    return out


def _trade(plain: str, word: str) -> bool:
    """Is it what somebody makes or sells ("〇〇の最大手、X")?"""
    return any(_JA_TRADE.match(plain, m.end()) for m in re.finditer(re.escape(word), plain))


def _whole_name(plain: str, short: str) -> str:
    """The name that a headline shortens, as the text that begins with it has it."""
    m = re.search(re.escape(short) + r"[一-龥々ァ-ヴー・A-Za-zＡ-Ｚ&]{0,8}", plain)
    return m.group() if m else short


def _holdings(page: Page, names: list[Name]) -> None:
    """A holding company by its initials ("瑞光HD" for "瑞光運輸ホールディングス")."""
    for name in [n for n in names if n.full.endswith("ホールディングス") and len(n.full) > len("ホールディングス") + 1]:
        places = list(re.finditer(rf"{re.escape(name.full[:2])}[一-龥ァ-ヴー]{{0,6}}(?:HD|ＨＤ)", page.plain))
        for m in places:
            name.forms.add(m.group())
            name.at = sorted({*name.at, m.span()})
        names[:] = [n for n in names if n is name or n.full not in {m.group() for m in places}]


def _shorten(page: Page, names: list[Name]) -> None:
    """A name without its trade ("瑞光" for "瑞光運輸"), where headline or text calls the company so."""
    lex = page.lex
    for name in names:
        tail = lex.tail.search(name.full)
        short = name.full[: tail.start()] if tail else ""
        if len(short) < 2 or plain_word(short, lex) or any(short in other.full and other is not name for other in names):
            continue
        taken = set(name.at)
        places = [(m.start(), m.end()) for m in re.finditer(re.escape(short), page.plain)]
        loose = [p for p in places if not any(a <= p[0] < b for a, b in taken)]
        if loose or short in page.doc.title:
            name.forms.add(short)
            name.at = sorted({*name.at, *loose})


def _cluster(names: list[Name], lex: Lexicon) -> list[Name]:
    """Overlapping forms are one name when one begins the other; the form met most, then the longest, leads."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (-round(n.score * 2), -len(n.at), -len(n.full))):
        host = next(
            (n for n in out if any(name.full.startswith(f) or f.startswith(name.full) for f in n.forms)), None
        )
        if host is None:
            out.append(name)
            continue
        if name.full.startswith(host.full) and len(name.at) < max(2, len(host.at) / 3) and not lex.tail.search(name.full):
            continue  # the name with the words that follow it
        host.forms.add(name.full)
        host.score = max(host.score, name.score)
        host.at = sorted({*host.at, *name.at})
        if len(name.full) > len(host.full) and (len(name.at) >= 2 or name.full[len(host.full)] == "・" or lex.tail.search(name.full)):
            host.full = name.full
    for name in out:
        kept: list[tuple[int, int]] = []
        for a, b in sorted(name.at, key=lambda s: (s[0], -s[1])):
            if not kept or a >= kept[-1][1]:
                kept.append((a, b))
        name.at = kept
    return out


def _weigh(lex: Lexicon, page: Page, name: Name) -> None:
    plain = page.plain
    if any(lex.office_tail.search(f) for f in name.forms) and not any(lex.tail.search(f) for f in name.forms):
        name.office = True
    if any(lex.news_tail.search(f) for f in name.forms) or (
        fold(name.full) in fold(page.doc.outlet) and page.doc.kind not in ("press_release", "filing", "transcript", "social")
    ):
        name.news += 2.5
    if any(lex.tail.search(f) for f in name.forms):
        name.score += 1.5
    if lex.lang != "ko" and re.fullmatch("[一-龥]{2}", name.full) and not (lex.lang == "zh" and name.first):
        name.score -= 1.5  # two characters alone are mostly a word: a meeting, a roll call
    for a, b in name.at:
        before, after = plain[max(0, a - 12) : a], plain[b : b + 18]
        if re.match(
            r"(?:氏|さん|社長|会長|知事|市長|教授|先生|女士|씨|대표(?!이사는)|사장|회장|교수|장관)", after
        ):
            name.person += 3
        if lex.spokes.match(after.lstrip("の 的")):
            name.score += 2
        if lex.role.match(after.lstrip("の 的")):
            name.score += 1
        if lex.lang == "ja" and (m := _JA_OFFICER.match(after)) and lex.role.search(m.group()):
            name.score += 1.5
        if re.match(r"側[のはがも]|方面", after):
            name.score += 1.5
        if re.match(r"(?:は|が|表示|称|回应|否认|는|은|가|측)", after):
            name.score += 0.5
        if re.match(r"(?:の株価|株は|股价|公司|주가|관계자|（|\()", after):
            name.score += 1
        if re.search(
            r"(?:親会社|子会社|母公司|子公司|旗下公司|모회사|자회사|企業|大手の|会社の|メーカーの|企业|厂商|巨头|업체|기업)$", before.rstrip()
        ):
            name.score += 1.5
        if re.search(r"(?:在|于|市|県|東京|大阪|都内|から|에서)$", before):
            name.score -= 0.5
