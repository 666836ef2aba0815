"""Plain words of Japanese, Chinese and Korean that stand where names may stand, and what is cut off before a name. Pure."""

from __future__ import annotations

import re

from bot.read.lexicon import Lexicon

#: A form that ends like this is no company's name.
_ENDS = re.compile(
    r"(?:報道|事業|本日|株式|譲渡|異動|一環|複数|売上|業績|予想|価額|価値|会社|企業|回答|発表|説明|子会社|取締役|期|月|日|年|円|人|額|率|側|部|件|者|的|了|个|名|官员|人士|记者|产品|工厂|减产|关系者|投資|設備|計画|方針|関係者|社員|従業員|幹部|同社|当社|"
    r"工場|閉鎖|生産|検査|株価|現金|原料|提携|製品|商品|開発|販売|製造|輸出|輸入|調査|捜査|市場|業界|決算|契約|買収|合併|上場|増資|配当|資金|価格|料金|品質|事故|問題|対応|対策|方法|理由|原因|結果|影響|内容|情報|資料|書類|報告|通知|連絡|質問|取材|記事|写真|映像|障害|説明会|仲介役|広報|通信箱|足元|疑惑|"
    r"取締役会|役員会|董事会|董事會|이사회|주주총회|社長|会長|副社長|専務|常務|執行役員|部長|室長|本部長|工場長|頭取|理事長|弁護士|教授|長官|大統領室|董事长|董事長|总经理|總經理|总裁|總裁|代言人|律师|대표|대표이사|사장|회장|부사장|전무|상무|본부장|실장|변호사|"
    r"声明|公告|报道|報導|传闻|傳聞|信息|資訊|訂正|謝罪|処分|命令|判決|裁判|訴訟|申請|許可|認可|登記|監督|規制|制度|住民|顧客|消費者|株主|投資家|国産米|外国産米|容疑|疑い|採用|雇用|給与|賃金|退職|就任|辞任|交渉|協議|出資|融資|借入|負債|資産|利益|損失|赤字|黒字|需要|供給|受注|発注|在庫|部品|"
    r"充电器|充电桩|车辆|召回|问题|原因|影响|报告|调查|通知|公告|声明|处罚|价格|市场|员工|用户|客户|消费者|居民|线索|情况|内容|数据泄露|漏电|隐患|火灾|事故|合同|协议|订单|股价|股份|股票|利润|亏损|应当|應當|应该|應該|必须|盛传|盛傳|传闻|"
    r"보도|매각|협상|추진|관계자|투자|지난|사업|인수|대상|계획|결정|회사|업계|시장|공시|답변|확정|내용|공장|발전기|직원|근로자|임원|제품|생산|폐쇄|폐점|합니다|습니다|입니다|주가|현금|증자|배당|실적|매출|계약|합병|조사|수사|문제|원인|결과|이유)$"
)
#: Who rules, plays or judges is no company; nor is the paper itself, or whoever was asked.
_PEOPLE = re.compile(
    r"(?:[一-龥]{1,4}相|.{0,6}(?:監督|知事|市長|首相|大臣|議員|選手|高裁|地裁|最高裁|家裁|主帅|主帥|教练|教練|市长|部长|總統|总统|球员|球員|监督|감독|지사|도지사|교육감|교육청|군수|구청장|총장|차관|총리|시장|장관|의원|대통령|선수|대표팀|대법원|법원)|"
    r"经纪公司|經紀公司|(?:所属|芸能|個人|法律)?事務所|面会|点呼|금융지주|지주사|플랫폼|벤처캐피털|주관사|本紙|本誌|弊紙|本报|本報|本刊|本社|본지|본보|记者|記者|기자|对方|對方|网友|網友|市場|经核实|消息|相手|先方|最大株主|大株主|筆頭株主|広報担当|最大股东|大股东|最大股東|大股東|최대주주|대주주|홍보담당|관계사|계열사|협력사)"
)
#: Nor is one that begins like this.
_BEGINS = re.compile(
    r"^(?:團長|团长|队长|隊長|歌手|主播|至少|坊间|坊間|外界|市場盛|市场盛|称|稱|你|您|贵|貴社|指出|表示|强调|強調|认为|認為|その|この|また|なお|公司|但|没有|两名|一名|一批|一家|一些|多名|多家|系列|其中|部分|部門|有关|关于|相关|所有|部|今|同|該|该|我|这|那|此|本次|此次|约|約|数|每|各|某|前述|当該|解除|物业|子公司|母公司)"
)
#: A word before the name of a trade that makes it a word of the language: machine tools, power use, one's bank.
_PLAIN_HEADS = re.compile(
    r"(?:工作|消費|取引|主力取引|主取引|連鎖|连锁|共享|茶餐廳|茶餐厅|餐飲|餐饮|零售|공공|무|폐|電気|动力|動力|投資|投资|携帯|国内|海外|国外|大手|地元|主力|新興|中小|親|子|他|両|上場|民間|外資|外国|自社|他社|競合|製造|制造|販売|销售|関連|太陽|火力|水力|風力|原子力|再生可能|産業用|家庭用|業務用|新|旧|元|"
    r"商業|商业|地方|都市|大型|小型|電動|电动|中央|公共|民営|国営|国有|专业|折叠屏|新款|国产|高端|二手|老人|全新|旗舰|该|款|部|主要|相关|传统|建设|融資|納入|メイン|ネット|インターネット|スマート|デジタル|健康|加工|冷凍|乳製|農業|전기|주거래|국내|해외|대형|중소|상장|외국|민간|국영)?"
)
_COUNTRIES = (
    "日本|韓国|韩国|中国|米国|美国|英国|台湾|香港|独国|ドイツ|フランス|イタリア|スペイン|インド|ロシア|欧州|アジア|北米|欧米|世界|德国|法国|意大利|西班牙|印度|俄罗斯|欧洲|亚洲|全球|全国|"
    "한국|미국|일본|중국|영국|대만|홍콩|독일|프랑스|이탈리아|스페인|인도|러시아|유럽|아시아|세계|국내|해외"
)
_COUNTRY = re.compile(f"(?:{_COUNTRIES})")
#: What stands before a name without a blank: its country, what it is, or a verb (Chinese).
_BEFORE = {
    "ja": re.compile(rf"^(?:(?:{_COUNTRIES}|米|独|仏|英|中|台)(?=[^のは、]{{3}})|.{{1,10}}?(?<!株式)(?<!有限)(?<!合同)(?:会社|企業|最大手|大手|メーカー|チェーン|ベンチャー|新興)の?(?=[^のは、]{{3}}))"),
    "zh": re.compile(
        rf"^(?:(?:{_COUNTRIES})(?=.{{3}})|(?:据|由|向|与|对|把|将)(?=.{{3}})|"
        r".{1,6}[厂廠](?![商区區长長房方址牌])|.{0,12}(?:记者(?:多次|随后|再次)?(?:致电|联系|拨打|采访|询问|走访|来到|从|向|就)|致电|联系|企业|厂商|巨头|旗下|平台|运营商|制造商|服务商|发现|涉及|收到|拨打|批准|核准|核發|约谈|約談|点名|點名|通报|起诉|起訴|举报|举報|责令|启动|依法|出售给|没有|尚未|[的是把被对给就与于因向由](?!源|发|能)))(?=.{2})"
    ),
}  # fmt: skip
_LEGAL_FORM = re.compile(r"(?:股份|责任)?有限(?:责任)?(?:公司)?$")


#: Chinese sets the verb right behind the name.
_VERB = re.compile(r"^(.{3,10}?)(?:有意|拟|擬|将(?=[^军来])|將(?=[^軍來])|被(?=[^动])|遭|承认|承認|否认|否認|回应|回應|考虑|考慮|正在|宣布|计划|計劃|表示|涉嫌|疑似|已经|已經)")


def cut(form: str, lex: Lexicon) -> str:
    """The name at the end of a run of characters, without what stands before it, its verb or its legal form."""
    if lex.lang == "zh" and (found := _VERB.match(form)):
        form = found.group(1)
    if lex.lang == "zh" and form.find("在") >= 2:
        form = form[: form.find("在")]
    form = _LEGAL_FORM.sub("", form)
    before = _BEFORE.get(lex.lang)
    while before is not None and (m := before.match(form)) and m.end() and len(form) - m.end() >= 2:
        form = form[m.end() :]
    return form


def plain_word(form: str, lex: Lexicon) -> bool:
    """Is it a word of the language, a country, or only the name of a trade?"""
    if _ENDS.search(form) or _PEOPLE.fullmatch(form) or _BEGINS.search(form) or _COUNTRY.fullmatch(form):
        return True
    tail = lex.tail.search(form)
    return tail is not None and _PLAIN_HEADS.fullmatch(form[: tail.start()]) is not None
