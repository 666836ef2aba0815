"""Is this text an article, or what stands in front of one? Consent walls, paywall stubs, bot checks, empty pages. Pure.

Such texts are kept and marked, never judged, and never taken for copies of each other. An article about cookies or
subscriptions is an article: the signs must make up most of what there is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.needles import lowered
from bot.text import CJK, paragraphs, sentences

_IS_CJK = re.compile(f"[{CJK}]")
_WORD = re.compile(rf"[{CJK}]|(?:(?![{CJK}])\w)+")
_SPACED_WORD = re.compile(r"\w+")  # the same where none of these scripts is, and much faster
_FEWEST = 12  # words; a line of Chinese, Japanese or Korean counts a character as half a word
_STUB = 160  # words of article that make a text readable whatever else stands in it

_CONSENT = re.compile(
    r"\bcookies?\b|we (?:and|value) (?:our partners|your privacy)|privacy (?:policy|settings|preferences|choices)|legitimate interest|manage (?:your )?(?:preferences|options|consent)|(?:accept|reject|agree to) all|personali[sz]ed (?:ads|advertising)|store and/or access information"
    r"|nos partenaires|politique de confidentialité|tout (?:accepter|refuser)|accepter et continuer|vos (?:choix|préférences)|données personnelles|publicités? personnalisées?|sans consentement"
    r"|datenschutz(?:erklärung|einstellungen)?|einwilligung|alle akzeptieren|zustimmen und weiter|unsere partner|personalisierte (?:werbung|anzeigen)|berechtigte[sn]? interesse|werbefrei"
    r"|nuestros socios|política de privacidad|aceptar (?:todo|y continuar)|rechazar todo|publicidad personalizada|tu consentimiento|configurar"
    r"|nossos parceiros|política de privacidade|aceitar (?:tudo|todos)|publicidade personalizada|seu consentimento"
    r"|nostri partner|informativa sulla privacy|accetta (?:tutto|e continua)|rifiuta tutto|pubblicità personalizzata|tuo consenso"
    r"|クッキー|プライバシーポリシー|すべて同意|同意する|隐私政策|隱私|接受所有|全部接受|쿠키|개인정보 ?(?:처리방침|보호)|모두 (?:동의|수락)",
    re.I,
)
_PAYWALL = re.compile(
    r"subscri(?:be|ption|bers?)\b.{0,40}\b(?:to continue|to read|to access|unlock|full (?:story|article|access)|log ?in)|(?:continue|keep) reading|already (?:a|an) (?:subscriber|member)|(?:log|sign) ?in to (?:read|continue|access)|to read the (?:full|rest)|this (?:article|content|story) is (?:reserved|exclusive|only|for)|for subscribers only|exclusive to subscribers|(?:more|last|remaining|\d+) free articles?|unlock (?:this|the)|start your (?:free )?trial|register (?:for free )?to (?:read|continue)|create (?:a|your) free account|become a member to (?:read|continue|access)|% of this article"
    r"|réservée?s? (?:à nos|aux) abonnés|abonnez-vous|déjà abonné|il vous reste .{0,20}% de cet article|pour lire la suite|connectez-vous pour|article (?:réservé|abonné)"
    r"|nur für abonnenten|jetzt (?:abonnieren|weiterlesen|testen)|weiterlesen mit|bereits (?:abonnent|registriert|kunde)|dieser artikel ist .{0,40}(?:abonnent|exklusiv|kostenpflichtig|premium)|abo abschließen|um weiterzulesen|mit .{0,12}plus lesen|hier anmelden|probemonat"
    r"|(?:contenido|artículo) (?:exclusivo|solo) (?:para|de) suscriptores|suscr[ií]bete|ya (?:eres|soy) suscriptor|para seguir leyendo|sigue leyendo|inicia sesión"
    r"|exclusivo para (?:assinantes|subscritores)|(?:conteúdo|artigo) (?:exclusivo|restrito|reservado)|assine (?:já|agora|para|e)|já é assinante|para continuar (?:a ler|lendo)|continue a ler|faça login"
    r"|(?:articolo|contenuto) riservato|riservato agli abbonati|abbonati (?:per|ora|a)|sei già abbonato|per continuare a leggere|contenuto premium"
    r"|(?:この記事は)?(?:有料)?会員(?:限定|登録|向け)|有料(?:記事|会員|版)|続きを読む(?:には)?|続きは.{0,20}(?:会員|ログイン|有料)|残り\s?\d+\s?文字|ログインして|無料(?:会員|登録)"
    r"|订阅(?:后|以|即可|用户)|訂閱|(?:会员|會員)(?:专享|專享|可读|登录)|登录后(?:阅读|查看|继续)|付费(?:阅读|内容|文章)|剩余.{0,6}(?:未读|内容)|阅读全文"
    r"|(?:유료|구독자|회원) ?(?:전용|독자|기사|회원)|구독(?:하기|하고|을 하)|로그인 (?:후|하고|하시면)|이어서 보시려면|기사 전문",
    re.I,
)
_BOT_CHECK = re.compile(
    r"verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|not a robot|unusual (?:traffic|activity)|checking (?:your browser|if the site connection)|enable javascript(?: and cookies)?|please (?:enable|turn on) (?:js|javascript)|captcha|just a moment|attention required|access (?:to this page has been )?denied|request (?:was )?blocked|press (?:and|&) hold|ray id|ddos protection|disable (?:your|any) ad ?blocker|security check|browser (?:is )?not supported"
    r"|vérifier que vous (?:êtes|n['’]êtes)|êtes un (?:humain|robot)|activer javascript|accès refusé|trafic inhabituel"
    r"|dass sie (?:ein mensch|kein roboter)|javascript (?:aktivieren|zu aktivieren)|zugriff verweigert|ungewöhnliche(?:r|n)? (?:datenverkehr|aktivität)|sicherheitsüberprüfung"
    r"|(?:verifi(?:ca|que)|comprobar) que (?:eres|usted es|es) (?:un )?humano|no soy un robot|habilit(?:a|e|ar) javascript|acceso denegado|tráfico inusual"
    r"|(?:verifi(?:que|car)|confirme) (?:se |que )?(?:você )?é (?:um )?humano|não sou um robô|ativ(?:e|ar) o javascript|acesso negado"
    r"|verifica di essere (?:un )?umano|non sono un robot|abilita(?:re)? javascript|accesso negato"
    r"|ロボットではありません|人間であることを(?:確認|証明)|javascriptを有効|アクセスが(?:拒否|制限)|アクセス集中|验证您是(?:真人|人类)|安全验证|请完成验证|启用 ?javascript|访问被拒绝|人机验证|异常(?:流量|访问)|啟用 ?javascript"
    r"|로봇이 아닙니다|사람인지 확인|자바스크립트를 (?:활성화|사용)|접근이 (?:거부|제한|차단)|비정상적인 (?:접근|트래픽)|보안문자",
    re.I,
)
_MISSING = re.compile(
    # the number alone is no sign: "404 million", "404 jobs"
    r"\b(?:error|errore?|erreur|erro|fehler|código|http|status|エラー|错误|錯誤|오류)\W{0,3}404\b|\b404\W{0,3}(?:error|erreur|erro|fehler|not found|page\b|pagina|página|seite\b|nicht gefunden|introuvable|错误|錯誤|页面|頁|エラー|ページ|오류|페이지|찾을)|(?m:^\W*404\W*$)|^\W*404\s?[-–—|:·.]"
    r"|page (?:not|could not be|can['’]?t be|cannot be) found|page (?:you (?:requested|are looking for)|doesn['’]t exist|no longer exists)|(?:service|temporarily) unavailable|internal server error|bad gateway|article (?:not found|is no longer available|has been removed)"
    r"|page (?:introuvable|non trouvée|n['’]existe)|seite (?:wurde )?nicht gefunden|seite existiert nicht|página no (?:encontrada|existe)|página não (?:encontrada|existe)|pagina non trovata|ページが見つかりません|ページは(?:存在しません|削除)|お探しのページ|页面不存在|找不到(?:页面|該頁)|页面(?:未找到|已删除)|페이지를 찾을 수 없|존재하지 않는 페이지",
    re.I,
)

_LONGEST = 3 * _STUB
_LONG_RUN, _LONG_WORD = 3000, 1000  # characters; no language has such a word, and patterns take minutes over one


@lru_cache(maxsize=32)
def unreadable(title: str, text: str, lang: str, *, gated: bool = False) -> str:
    """Why a text is no article: "empty page", "no words", "bot check", "consent wall", "paywall stub", "error page";
    "" if it is.

    `gated`: the page itself says that it is not free to read.
    """
    runs = text.split()
    if max(map(len, runs), default=0) > _LONG_RUN and any(len(run) > _LONG_RUN and _wordless(run) for run in runs):
        return "no words"
    if len(text) > 20 * _LONGEST:
        return ""
    total = _size(text)
    if total < _FEWEST:
        signs = f"{title} {text}"
        for reason, pattern in (
            ("bot check", _BOT_CHECK),
            ("paywall stub", _PAYWALL),
            ("error page", _MISSING),
            ("consent wall", _CONSENT),
        ):
            if pattern.search(signs):
                return reason
        return "empty page"
    if total > _LONGEST:
        return ""
    low = text.lower()
    signs_found = [p for p in (_CONSENT, _PAYWALL, _BOT_CHECK, _MISSING) if lowered(p).search(low)]
    if not signs_found:
        return "paywall stub" if gated and total < 90 else ""
    pieces = _pieces(text, lang)
    sizes = [_size(p) for p in pieces]
    hits = {
        name: [pattern in signs_found and bool(pattern.search(p)) for p in pieces]
        for name, pattern in (
            ("bot check", _BOT_CHECK),
            ("error page", _MISSING),
            ("consent wall", _CONSENT),
            ("paywall stub", _PAYWALL),
        )
    }
    for name in ("bot check", "error page"):
        rest = total - sum(s for s, hit in zip(sizes, hits[name], strict=True) if hit)
        named = bool((_BOT_CHECK if name == "bot check" else _MISSING).search(title))
        several = sum(hits[name]) >= 2 or named or (name == "error page" and hits[name][0])
        if any(hits[name]) and rest < (40 if several else _FEWEST) and total < 120:
            return name
    consent = sum(s for s, hit in zip(sizes, hits["consent wall"], strict=True) if hit)
    if sum(hits["consent wall"]) >= 2 and consent >= 0.4 * total and total - consent < _STUB:
        return "consent wall"
    # a stub ends with its offer; what stands before it is a teaser
    offers = [i for i, hit in enumerate(hits["paywall stub"]) if hit]
    teaser = sum(s for s, hit in zip(sizes, hits["paywall stub"], strict=True) if not hit)
    if (
        offers
        and teaser < _STUB
        and offers[-1] >= len(pieces) - 3
        and (len(offers) >= 2 or gated or teaser < 90)
    ):
        return "paywall stub"
    if gated and total < 90:
        return "paywall stub"
    return ""


def _wordless(run: str) -> bool:
    return max(map(len, re.split(r"\W+", run))) > _LONG_WORD


def _pieces(text: str, lang: str) -> list[str]:
    out = []
    for start, end in paragraphs(text):
        block = text[start:end]
        out += [block[a:b] for a, b in sentences(block, lang or "en")] or [block]
    return out


def _size(text: str) -> int:
    """Words; two characters of a script without spaces count as one."""
    if not _IS_CJK.search(text):
        return len(_SPACED_WORD.findall(text))
    found = _WORD.findall(text)
    eastern = sum(1 for w in found if len(w) == 1 and _IS_CJK.match(w))
    return len(found) - eastern + eastern // 2
