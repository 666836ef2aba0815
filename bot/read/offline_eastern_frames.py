"""What the words around a quotation in Japanese, Chinese or Korean make of it, where its own words tell nothing. Pure."""

from __future__ import annotations

import re

from bot.read.lexicon import Lexicon, traditional
from bot.read.reading import ResponseKind

#: Somebody suspects, or a report or a rumour goes round.
GOES_ROUND = re.compile(
    r"と、?[^。、]{0,14}(?:報じ|伝え)(?:た|ら)|と、?[^。]{0,24}(?:告発|証言|訴え|指摘|主張|打ち明け)(?:し|て|た|る)|書き込み|投稿が|口コミ|取り沙汰|観測|との見方|(?:話|うわさ|噂|説|情報)(?:が|は|も)[^。]{0,16}(?:広ま|広が|流れ|ささやか|飛び交)|内部告発|の調べで(?:分か|わか)|疑念|との声|内部通報|疑い(?:が|で)|疑惑|との(?:情報|話|うわさ|噂)|という話|出回|見通し(?:となった|だ|。)|ことが[^。]{0,16}(?:分か|わか|判明|明らか)|"
    r"被指|被曝|网传|網傳|盛传|盛傳|(?:坊间|坊間|外界|市场|市場)传|据传|傳出|传出|爆料|发文称|(?:视频|影片)[^，。]{0,8}(?:热搜|流传)|指控|疑似|据称|流传|流傳|疑[遭因为]|"
    r"(?:民|友|户|主|客|工|生|商|房东|顾客|旅客|家长|消费者|患者|司机|作者|博主|听众|觀眾|观众|客戶|客户)(?:们)?(?:向[^，。]{1,10})?(?:反映|投诉|投訴|举报|舉報|爆料|发视频|發影片|发帖|發文|质疑|質疑|怀疑|懷疑|控诉|控訴|吐槽|称|稱|指)|举报信|爆砍|"
    r"의혹|소문|것으로 (?:확인|알려|전해|파악)|제보|고발|고소장|폭로|증언|주장이 |의심|민원|(?:이야기|얘기|글|말|사진|영상|게시물)(?:가|이) [^.]{0,14}(?:돌|퍼|올라|나온|나왔|확산)|관측이|(?:보도|관측)(?:가|를|와)|(?<![건시개증신부배가해전사연소진창폐학전])설\b"
)
#: A headline tells that somebody answers.
ANSWERED = re.compile(r"否定|反論|釈明|打ち消|事実無根|回应|回應|否认|否認|澄清|辟谣|闢謠|反驳|反駁|喊冤|부인|반박|해명|일축|사실무근")
#: What a company is accused of, in a headline or the first paragraph; and where the company itself tells it.
ACCUSED = re.compile(
    r"不正|偽装|偽って|偽り|偽る|改ざん|隠蔽|隠し|水増し|流出|漏えい|漏洩|横領|着服|談合|贈賄|賄賂|粉飾|架空|虚偽|違法|未払い|滞納|ハラスメント|パワハラ|虐待|搾取|投棄|混入|期限切れ|欠陥|発火|過労|残業代|強要|無断|無許可|無資格|盗用|盗作|偽物|詐欺|自爆営業|夜逃げ|倒産|破産|身売り|"
    + traditional.either(r"造假|虚假|假冒|以次充好|过期|变质|超标|污染|偷排|泄露|挪用|侵占|贿|欠薪|拖欠|爆雷|跑路|卷款|失联|欺诈|诈骗|虚构|注水|刷单|篡改|偷改|隐瞒|瞒报|强制|盗用|抄袭|剽窃|侵权|自燃|异物|停工|倒闭|砍单|杀熟|翻新|拖粮")
    + r"|조작|허위|은폐|횡령|배임|유출|해킹|담합|뇌물|갑질|체불|미지급|떼먹|무단|방류|이물질|유통기한|둔갑|결함|분식|탈세|리베이트|대리수술|무자격|사기|먹튀|부도|폐업|강요|강매|괴롭힘|과로|묵살|표절|도용"
)
TOLD_ITSELF = re.compile(
    r"(?:と|を)(?:発表|公表)し(?:た|ました)|自主回収|謝罪し(?:た|ました)|" + traditional.either(r"(?:公司|集团)?(?:发布公告|公告称|宣布|通报称|主动召回)|法院|判决|一审|起诉书") + r"|(?:다고|라고) (?:밝혔다|발표했다|공시했다|알렸다)|자진 ?회수|판결|법원|裁判所|判決|地裁|高裁|起訴|送検|逮捕|処分|勧告|立案|处罚|處罰|罚款|罰款|과징금|제재|송치|기소|시정명령"
)
#: Verbs of those who were asked or accused.
ANSWERING = {
    "ja": re.compile(r"回答|説明し|反論|主張し|釈明|弁明|コメント|取材に|強調し"),
    "zh": re.compile(traditional.either(r"回应|回复|回覆|答复|解释|说明|辩称|强调|坚称|告诉记者|对记者|向记者|受访")),
    "ko": re.compile(r"해명|설명했|주장했|반박|입장을|답했|답변|강조했|맞섰"),
}
#: A question that wants no answer, from whoever is asked: what was reported is brushed aside.
_ASKS_BACK = {
    "ja": re.compile(r"(?:ます|です|でしょう|ません|もの|の|だろう)か[。」]?$|か[。？](?=.)|(?:^|[。 　])[^。？「」、]{1,8}？[ 　]?(?=.)|どこから[^。]{0,20}(?:話|情報)|誰が(?:言|そんな)"),
    "zh": re.compile(traditional.either(r"(?:吗|呢|么)？|(?:哪里|哪儿|怎么会|怎么可能|凭什么|何来|边度)[^。]{0,14}[？。]|^[^，。？]{2,6}？")),
    "ko": re.compile(r"(?:느냐|겠느냐|겠습니까|겠어요|나요|니까|까요|왜 [^.?]{1,12}나)[?.]?$|라뇨|라니요|(?:이|가) 어디 있"),
}
#: Verbs by which a quotation denies, admits or gives nothing away, whatever its words.
_DENIES = {
    "ja": re.compile(r"一笑に付|首を横に振|打ち消し|取り合わな|声を荒|語気を強|一蹴|切り捨て|笑い飛ばし|首をひね|反論し|反発し|憤|突っぱね|あきれ|呆れ|言い切"),
    "zh": re.compile(traditional.either(r"反问|反驳|摇头|摆手|一笑置之|(?<!不)(?<!未)(?<!没有)否认|驳斥|斥(?:责|为)|哭笑不得|直呼|喊冤|叫屈|嗤之以鼻")),
    "ko": re.compile(r"되물|되묻|반문|일축|손사래|고개를 (?:가로)?저|선을 그|웃어넘|맞섰|반박|발끈|펄쩍|황당해|잘라 말|못 ?박|어이없"),
}
_ADMITS = {
    "ja": re.compile(r"認め(?:た|る|て)|打ち明け|と明かし|白状"),
    "zh": re.compile(traditional.either(r"承认|坦承|坦言|坦白|(?:不|没有?)(?:讳言|回避|否认)")),
    "ko": re.compile(r"털어놨|털어놓|(?<!감)시인(?:했|하)|인정(?:했|하)|실토|고백"),
}
_DODGES = {
    "ja": re.compile(r"_[」』]と(?:だけ|のみ)|にとどめ|言葉を濁|口を(?:つぐ|閉ざ|開かな)"),
    "zh": re.compile(traditional.either(r"(?:只|仅)(?:说|称|回(?:复|应)?)(?:了)?(?:一句)?[，：“]?_?|岔开话题|顾左右|不愿多说")),
    "ko": re.compile(r"(?:고|라고)만 (?:했|말|답|밝|응)|말을 돌|즉답을 피|말을 흐|말끝을 흐|했을 뿐"),
}
#: Told behind a quotation: it leaves open what was asked.
_LEAVES_OPEN = {
    "ja": re.compile(r"(?:有無|可否|是非|真偽|について|件)(?:に|は|には|について)(?:は)?[^。]{0,8}(?:触れ|言及し|答え|語ら|明らかにし)[^。]{0,6}(?:な|ず)"),
    "zh": re.compile(traditional.either(r"(?:没有|未|并未)(?:说|说明|提及|提到|正面回答|回答)[^。]{0,14}(?:是否|有没有|究竟|此事)|(?:对|就)[^，。]{0,14}(?:只字未提|避而不谈)")),
    "ko": re.compile(r"(?:여부|의혹|숫자|내용)[^.]{0,16}(?:언급|설명|답|말)(?:은|이|하지|도)[^.]{0,14}(?:않|없)"),
}


def admits(frame: str, lex: Lexicon) -> bool:
    """Is a quotation told as something owned up to?"""
    return lex.cjk and _ADMITS[lex.lang].search(frame) is not None and not _DENIES[lex.lang].search(frame)


def kind_by_frame(words: str, frame: str, behind: str, lex: Lexicon, *, reported: bool) -> ResponseKind | None:
    """The kind of a quotation whose `words` tell none, by its `frame`, the sentence `behind` it, and whether it asks back.

    `reported`: it stands against reported news, so that a question in return denies it.
    """
    lang = lex.lang
    if admits(frame, lex) and not lex.patterns["not"].search(words):
        return "confirmation"
    if _DODGES[lang].search(frame):
        return "no_comment"
    if _DENIES[lang].search(frame):
        return "flat_denial"
    if _LEAVES_OPEN[lang].search(frame) or _LEAVES_OPEN[lang].search(behind):
        return "non_denial"
    return "flat_denial" if reported and _ASKS_BACK[lang].search(words) else None
