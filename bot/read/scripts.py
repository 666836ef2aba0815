"""Can a name in Latin letters be one in Chinese, Japanese or Korean script? Signs, and no proof. Pure.

A name is heard (readings by transliteration tables; Japanese readings of Chinese characters are not in them) or its
words of trade translate each other ("精機" and "Seiki", "日报" and "Daily"). One sign alone makes nobody one company.
"""

from __future__ import annotations

import re

from bot.read.companies import key, kin
from bot.text import CJK
from store.words import sound, sounds_alike

_HAS_CJK = re.compile(f"[{CJK}]")

#: What companies' names end with, and what stands for it in Latin letters (the word itself, or what it means).
_TRADES = {
    "精機|정밀|精密": "seiki precision jeongmil seimitsu", "電機|电机|전기|電気|电气": "denki electric electrical electrics jeongi electronics",
    "電子|电子|전자": "denshi electronics electronic jeonja dianzi", "工業|工业|공업|産業|산업|实业": "kogyo industries industry industrial industrials sangyo",
    "製作所": "seisakusho works manufacturing", "製薬|制药|제약|药业|医药": "seiyaku pharma pharmaceutical pharmaceuticals pharm",
    "食品|식품": "shokuhin foods food sikpum", "銀行|银行|은행": "bank ginko", "証券|证券|증권": "securities shoken", "保険|保险|보험": "insurance life hoken",
    "自動車|汽车|자동차": "motor motors automobile automobiles auto automotive jidosha cars", "航空|항공": "airlines airways air aviation koku",
    "海運|航运|해운|상선|汽船": "shipping lines line marine kaiun haeun", "鉄道|铁路|철도": "railway railways rail tetsudo", "建設|建设|건설|建築": "construction kensetsu engineering builders",
    "不動産|地产|置业": "realty real estate properties fudosan land", "化学|화학|化工": "chemical chemicals kagaku", "重工|중공업": "heavy industries juko",
    "製鉄|製鋼|钢铁|제철|철강": "steel iron", "石油|석유": "oil petroleum", "電力|电力|전력": "power electric denryoku", "能源|에너지|エナジー|新能源": "energy power",
    "通信|통신": "telecom communications communication", "科技|技术|테크": "technology technologies tech", "半导体|半導体|반도체": "semiconductor semiconductors",
    "微电子": "microelectronics micro", "软件|소프트": "software soft", "网络": "network networks online", "生物|바이오": "bio biotech biologics biological",
    "乳業|乳业": "dairy milk nyugyo", "飲料|음료": "beverage beverages drinks", "酒造|醸造|酒业|주류": "brewery brewing distillery sake shuzo liquor",
    "水産|수산": "fisheries seafood suisan", "製菓|제과": "confectionery seika", "製紙|제지": "paper seishi", "百貨店|백화점": "department store stores hyakkaten",
    "商事|物産|상사|물산|商社": "trading corporation corp bussan shoji", "物流|물류": "logistics", "機械|机械|기계": "machinery machines kikai", "造船|船业|조선": "shipbuilding shipyard zosen",
    "印刷": "printing insatsu", "出版": "publishing publishers", "観光|旅游": "tourism travel kanko", "医疗|의료": "medical healthcare", "电池|배터리": "battery batteries cells",
    "셀": "cell cells", "集团|グループ|그룹": "group", "控股|ホールディングス|홀딩스": "holdings holding", "パートナーズ|파트너스": "partners", "キャピタル|資本|资本|캐피탈": "capital",
    "게임즈|游戏|ゲームズ?": "games gaming", "纺织|繊維|섬유": "textile textiles", "家电|电器": "appliances electric electrical",
}  # fmt: skip
#: The same for newsrooms.
_PRESS = {
    "新聞|新闻|신문": "shimbun shinbun sinmun shinmun newspaper news xinwen", "経済|经济|경제|經濟": "keizai economic economy economics jingji gyeongje business",
    "日報|日报|일보": "daily nippo ribao ilbo", "晚报|夕刊|석간": "evening wanbao yukan", "早报|朝刊|조간": "morning zaobao", "商报|商業": "business commercial shangbao",
    "時報|时报|시보": "times jiho shibao", "新報|新报|신보": "shimpo shinpo", "通信社?|通讯社|통신": "tsushin news agency press", "財経|财经|财讯|財訊": "finance financial caijing caixun",
    "放送|방송|广播": "broadcasting broadcast hoso", "テレビ|电视台|電視|텔레비전": "tv television terebi", "週刊|周刊|주간": "weekly shukan", "ニュース|뉴스": "news",
}  # fmt: skip
_PRESS_WORDS = frozenset(word for words in _PRESS.values() for word in words.split()) | {"the", "post", "paper", "journal", "online"}


def trades_agree(a: str, b: str) -> bool:
    """Do the last words of two names, one of them in Latin letters, say the same trade?"""
    pair = _latin_and_other(a, b)
    if pair is None:
        return False
    latin, other = pair
    words = set(latin.split())
    return any(re.search(f"(?:{ending})$", other) and words & set(trades.split()) for ending, trades in _TRADES.items())


def same_newsroom(a: str, b: str) -> bool:
    """Is it one newsroom by its names? In two scripts the words of its trade must agree ("経済新報", "Keizai Shimpo"),
    and the rest by ear; where Chinese characters may have a Japanese reading, two words of the trade are enough."""
    if not key(a) or not key(b):
        return False
    if kin(a, b) or sounds_alike(key(a), key(b)):
        return True
    pair = _latin_and_other(a, b)
    if pair is None:
        return False
    latin, rest = pair
    words = latin.split()
    agreed = missing = 0
    while rest and (found := next(((m, t) for ending, t in _PRESS.items() if (m := re.search(f"(?:{ending})$", rest))), None)):
        match, trades = found
        rest = rest[: match.start()]
        agreed, missing = (agreed + 1, missing) if set(trades.split()) & set(words) else (agreed, missing + 1)
    own = [w for w in words if w not in _PRESS_WORDS]
    if not agreed or missing > 1:
        return False
    if not own or not rest:
        return not own and not rest
    heard, other = sound(own[0]), sound(rest)
    alike = len(heard) >= 3 and (other.startswith(heard) or (len(heard) >= 5 and other[:4] == heard[:4]))
    return alike or (agreed >= 2 and len(own) == 1)


def _latin_and_other(a: str, b: str) -> tuple[str, str] | None:
    """The keys of two names, that in Latin letters first; None unless one of them is and the other is not."""
    x, y = key(a), key(b)
    if bool(_HAS_CJK.search(x)) == bool(_HAS_CJK.search(y)):
        return None
    latin, other = (y, x) if _HAS_CJK.search(x) else (x, y)
    return (latin, other) if latin.isascii() else None
