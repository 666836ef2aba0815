"""Who speaks in a sentence of Japanese, Chinese or Korean: told by the particles and verbs behind a name. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.read.lexicon import Lexicon, lexicon, traditional
from bot.read.offline_cast import JOINED, Name, Voice
from bot.read.offline_page import Unit

if TYPE_CHECKING:
    from bot.read.offline_speech import Voices

#: "By their account": what follows is the sources' word, whatever company it speaks of.
_ACCOUNT = re.compile(r"^据(?:他们|她们|其|他|她|上述|知情|两人|二人)[^，。]{0,8}(?:介绍|称|说|透露|描述|反映)")
#: "On what the owners said, he ...": whoever spoke before goes on.
_HE_ON = re.compile(r"(?:对于|對於|关于|關於|针对|針對|至于|至於)[^，。]{1,24}，(?:他|她)")
#: "Xの担当者": whose officer or spokesperson speaks.
_OF = re.compile(r"([^、。「」_はがをにで ]{1,14})の[^、。「」_はがを]{0,10}$")
#: "X 품질관리 책임 아무개는 “": somebody of the company's right before a quotation.
_KO_PEOPLE = re.compile(r"(?: [가-힣A-Z]{1,8}){1,4}(?:은|는|이|가) (?:[가-힣]{1,12} ){0,3}[“‘\"]")
#: Between a company and its officer: nothing, his name, or his department.
_WHOSE = re.compile(r"(?:の)?[^はがをに、。「」“”，：_ ]{0,10}(?: [^ 은는이가을를“”_]{1,6}){0,2} ?")
#: Two companies that answer together.
_BOTH = {"ja": re.compile(r"(?:両[社行]|双方|2社|二社)(?:は|とも|の(?:広報|担当))"), "zh": re.compile(traditional.either(r"(?:两家?公司|双方|两家企业|二者)(?:均|都|也|皆|表示|分别|同时|未|拒)")), "ko": re.compile(r"(?:양사|두 회사|양측)(?:는|은| 모두| 관계자)")}
#: Counsel of the company is not any lawyer.
_COUNSEL = re.compile("弁護士|律师|律師|변호사")
#: Parts of the company spoken of.
_OWN_PART = re.compile(r"(?:側|部|室|課|本社|担当|会社|両社|店|工場|支社|グループ|会見|自社)$")


#: Those who are no company, right before whoever speaks for them: "제주도 관계자", "街道办工作人员".
_OFFICE_OF = {
    "ko": re.compile(r"(?:^|[ ,“‘])(?:해당 |이 |그 )?(?:[가-힣]{1,6}(?:도|시|군|구|청|처|위원회|협회|연합회|당국|정부|경찰서?|검찰|거래소|노조|조합|업계|대학교?|병원|시의회|소방서)|(?:국토|환경|산업|고용|노동|법무|외교|국방|교육|복지|농림|해수|행안)[가-힣]*부|도|시|군|구) (?:[가-힣]{1,6} ){0,2}$"),
    "zh": re.compile(traditional.either(r"(?:局|委员会|发改委|街道办?|社区|居委会|村委会|派出所|公安|警方|法院|协会|商会|学会|医院|政府|监管部门|主管部门|交易所|消保委|消协)(?:的)?(?:一[名位])?(?:相关|有关)?(?:值班)?$")),
}


def _somebody_else(lang: str, frame: str, spoken: re.Match[str] | None, firms: list[tuple[int, int, Name]]) -> bool:
    """Does whoever speaks belong to somebody who is no company of the page ("市の担当者")?"""
    if spoken is None:
        return False
    if lang != "ja":
        return _OFFICE_OF[lang].search(frame[: spoken.start()]) is not None
    owner = _OF.search(frame[: spoken.start()])
    if owner is None or _OWN_PART.search(owner.group(1)):
        return False
    return not any(a <= owner.end(1) <= b + 1 for a, b, _ in firms)


#: A sentence that begins with whoever acts in it; "he" and "the same" stand for somebody named before.
_SUBJECT_FIRST = {
    "ja": re.compile(r"(?!同|当|弊|彼|これ|それ|この|その|こう|そう|しかし|また|なお|ただ|一方|さらに)[^、。「」_はがも]{2,16}(?<!ついて)(?<!関して)(?<!対して)(?<![でにと])(?:は|が|も)[^、。]{0,16}[「_]"),
    "zh": re.compile(traditional.either(r"(?!该|本|其|他|她|对|公司|记者|截至|至于|但|而)[一-龥A-Za-z]{2,12}(?:表示|称|说|回应|拒绝|未予|不予)")),
    "ko": re.compile(r"(?!이 |그|해당|회사|당사|본지|취재진|이에|한편|다만|그러나)(?![^“\"_]{0,50}(?:대해|대해서는|관련해|관련|물음|질문|지적|주장|의혹)(?:에|에는|에 대해서는|에도)? ?[“\"_])[가-힣A-Za-z]{2,12}(?: [가-힣]{1,8}){0,2}(?:은|는|이|가) "),
}


#: A person who is named again, by the name alone.
_AGAIN = re.compile(r"(?:氏|さん|씨|先生|女士|总|總)(?:は|が|も|은|는|이|가|表示|称|稱|说|說)?")


def somebody_acts(frame: str, lex: Lexicon, last: Voice | None) -> bool:
    """Does a sentence name who acts in it, whoever that is, so that it does not go on with who spoke before?"""
    subject = _SUBJECT_FIRST[lex.lang].match(frame)
    if subject is None or _AGAIN.search(subject.group()[:16]):
        return False
    return last is None or subject.group()[:2] not in last.speaker


#: The subject of a verb: what stands right before it with its particle.
_SUBJECT_OF = {
    "ja": re.compile(r"([^、。「」]{1,14})(?:は|が)[^、。「」はが]{0,14}$"),
    "zh": re.compile(r"([^，。“”]{1,10})$"),
    "ko": re.compile(r"([^ ,.“”]{1,10})(?:은|는|이|가) (?:[^ ,.“”]{1,8} ){0,3}$"),
}


def others_act(frame: str, verb: int, lex: Lexicon) -> bool:
    """Is it somebody other than the company whose verb stands at `verb` ("…と労組が明らかにした")?"""
    subject = _SUBJECT_OF[lex.lang].search(frame[:verb])
    return subject is not None and bool(lex.third.search(subject.group(1))) and not lex.spokes.search(subject.group(1))


#: An office of the company that answers, not one who works in it.
_PRESS_OFFICE = re.compile(r"広報(?:部|室|課)?(?!担当|マン|役員|[一-龥])|홍보(?:팀|실|부|본부)(?!장)|(?:公关|公關|新闻|新聞|宣传|宣傳)(?:部|处|處|中心|办公室)(?!长|長|门|門|负责|負責|经理|經理|总监|總監)")
#: What the first character of nearly every Korean person's name is; a few surnames have two.
_SURNAME = r"(?:남궁|독고|황보|제갈|선우|사공|[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용])"
_DEPARTMENT = r"(?:総務|人事|経理|財務|法務|広報|営業|製造|品質(?:保証|管理)?|生産(?:管理)?|技術|開発|企画|経営企画|事業|調達|購買|管理|渉外|安全)?"


#: Counsel by name: 代理人の水野圭介弁護士, 한인숙 변호사.
_LAWYER = re.compile(rf"(?<![一-龥々])([一-龥々]{{2,6}}?)(弁護士)|(?<![가-힣])({_SURNAME}[가-힣]{{1,2}}) (변호사)")


@lru_cache(maxsize=3)
def _named(lang: str) -> re.Pattern[str]:
    """An officer's name (`who`) and post (`post`): 小田恵総務部長, 财务总监林秋表示, 한서진 대표."""
    role = lexicon(lang).role.pattern
    return re.compile(
        {
            "ja": rf"(?P<who>[一-龥々]{{1,3}}[ 　]?[一-龥々]{{0,3}}?)[・、]?(?P<post>氏|{_DEPARTMENT}(?:{role}))",
            "zh": rf"(?P<post>{role})(?P<who>(?![^，。：]?(?:公司|方面|日前|今天|昨日|部门|部門|单位|單位|人员|人員|人士|机关|機關))[一-龥]{{2,3}}?)(?=回应|回應|表示|称|稱|说|說|在|对|對|向|告诉|告訴|，|。|：|“|今|昨|否认|否認|承认|承認|证实|證實|坦承|坦言|解释|解釋|强调|強調|就)",
            "ko": rf"(?<![가-힣])(?P<who>{_SURNAME}[가-힣]{{1,2}})\s(?:\S+\s)?(?P<post>{role})",
        }[lang]
    )


def eastern_voice(voices: Voices, unit: Unit) -> Voice | None:
    """The voice of a unit, or None."""
    frame, lex = unit.frame, voices.lex
    if lex.lang == "zh" and _HE_ON.match(frame):
        return None
    if _ACCOUNT.match(frame):
        return Voice(None, "")
    shown = [
        (a - unit.start, b - unit.start, n)
        for a, b, n in voices.names.within(unit.start, unit.end, "company", "office", "")
        if set(frame[a - unit.start : b - unit.start]) != {"_"}
    ]
    firms = [s for s in shown if s[2].what in ("company", "office")]
    firms = [f for f in firms if not any(o[0] <= f[0] and f[1] <= o[1] and o[1] - o[0] > f[1] - f[0] for o in firms)]
    marks = {
        "ja": r"(?:側|[一-龥々]{1,8}|の[^、。「]{0,14})?(?:は|が|も|では|から(?:は|も))",
        "zh": r"(?:公司|方面|在|于|的|有关|相关|董|发言|新闻|对|表示|称|回应|否认|证实|承认|坦承|强调|澄清|确认|（|\(|未|拒|没|不|就|工作人员|工作人員|内部人士|內部人士|客服|品牌|公关|公關|证券部|董秘|指|一|随|隨|也|则|則|已|曾|强|強|迅速|及时|第一|紧急|立即|今|昨|周|\d)",
        "ko": r"\s?(?:측|은|는|이|가|도|의|관계자|대변인|[가-힣]{2,4} (?:대표|이사))",
    }[lex.lang]
    if lex.lang == "zh":
        marks = traditional.either(marks)
    subjects = [f for f in firms if re.match(marks, frame[f[1] :]) or (lex.lang == "ko" and (m := _KO_PEOPLE.match(frame, f[1])) and not lex.third.search(m.group()))]
    if not subjects and _BOTH[lex.lang].search(frame) and len(pair := voices.pair(unit.start)) == 2:
        return Voice(pair[0], "the company", True, (pair[1],))
    if not subjects:
        subjects = [f for f in firms if lex.role.match(frame, f[1]) or lex.spokes.match(frame, f[1])]
    if lex.lang == "zh" and not subjects and firms and firms[0][0] == 0:
        subjects = firms[:1]  # whoever the sentence begins with acts in it
    role = lex.role.search(frame)
    spokes = lex.spokes.search(frame)
    third = lex.third.search(frame) if not (spokes and _COUNSEL.search(spokes.group())) else None
    if third and spokes and spokes.start() <= third.start() < spokes.end():
        third = None  # the room for customers speaks for the company
    firm_noun = lex.firm.search(frame)
    if not firm_noun and not subjects and _somebody_else(lex.lang, frame, role or spokes, firms):
        return Voice(None, "")
    speaker = "the company"
    if spokes and not (lex.lang == "ko" and spokes.group().startswith("측")):
        speaker = "the press office" if _PRESS_OFFICE.match(frame, spokes.start()) else "a spokesperson"
    if spokes and not third and (m := _LAWYER.search(frame)):
        speaker = ", ".join(part for part in m.groups() if part)
    if role and not third:
        m = _named(lex.lang).search(frame)
        speaker = f"{m.group('who')}, {m.group('post')}" if m else role.group()
        beside = [f for f in firms if f[1] <= role.start() and _WHOSE.fullmatch(frame[f[1] : role.start()])]
        company = beside[-1][2] if beside else subjects[0][2] if subjects else firms[0][2] if firms else voices.topic(unit.start, unit.para)
        alone = len({id(n) for a, b, n in firms if b <= role.start()}) == 1
        return Voice(company, speaker, bool(subjects or firm_noun or alone))
    if subjects:
        best = subjects[0]
        if best[2].what == "office" and speaker == "a spokesperson":
            speaker = "an official"
        both = tuple(o[2] for o in firms if o is not best and JOINED.match(frame[best[1] : o[0]]))
        return Voice(best[2], speaker, True, both)
    if firm_noun:
        return Voice(
            voices.topic(unit.start, unit.para)
            if firm_noun.group() not in ("親会社", "母公司", "모회사")
            else voices.parent or next((n for a, _, n in firms if 0 <= a - firm_noun.end() <= 2), None),
            speaker,
            True,
        )
    if third:
        return Voice(None, third.group())
    if office := next((f for f in firms if f[2].what == "office"), None):
        return Voice(office[2], "the authority", True)
    if spokes:
        return Voice(voices.topic(unit.start, unit.para), speaker, True)
    if firms:
        return Voice(firms[0][2], speaker, False)
    return None
