"""Walks of life where people and bodies deny things that are no matter of a company: the stage, sport, the state. Pure.

An article is taken for one of them by the words of its headline and opening, and only where neither names a company that
is one by its form (its ending, its legal form, the gazetteer).
"""

from __future__ import annotations

import re

from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Name, Names
from bot.read.offline_page import Page, straight
from bot.read.offline_signs import tailed

#: So much of an article is its opening (characters); half as much where words have one or two.
_OPENING = 500

_ON_STAGE = (
    r"\b(?:actors?|actress(?:es)?|singers?|rappers?|pop stars?|comedians?|presenters?|influencers?|celebrit\w+|film star|tv star|boyband|"
    r"act(?:eur|rice)s?|chant(?:eur|euse)s?|rappeu(?:r|se)s?|anima(?:teur|trice)|humoriste|comédien(?:ne)?s?|vedette|"
    r"Schauspieler(?:in)?|Sänger(?:in)?|Moderator(?:in)?|Schlagerstar|Musiker(?:in)?|Komiker(?:in)?|Promi\w*|"
    r"actor|actriz|cantantes?|presentadora?|humorista|famos[oa]s?|ator|atriz|cantora?|apresentadora?|artista|sertanej[oa]|"
    r"attore|attrice|conduttore|conduttrice|comic[oa]|showgirl|vip)\b|"
    r"俳優|女優|歌手|タレント|アイドル|声優|芸人|お笑い|所属事務所|芸能|演员|演員|歌手|艺人|藝人|明星|工作室|经纪(?:公司|人)|經紀(?:公司|人)|网红|網紅|主持人|男星|女星|影星|"
    r"배우|가수|아이돌|소속사|연예인|방송인|개그맨|개그우먼|걸그룹|보이그룹|매니저"
)
_PRIVATE = (
    r"\b(?:split|dating|romance|affair|pregnan\w+|marri\w+|wedding|divorc\w+|engaged|break-?up|feud|baby|relationship|leaving the (?:show|drama|series|band)|hit (?:drama|series|show)|"
    r"enceinte|grossesse|rupture|mariage|divorce|liaison|couple|schwanger\w*|Trennung|getrennt|Hochzeit|Scheidung|Affäre|Ehe|Paar|Beziehung|"
    r"boda|embaraz\w+|ruptura|divorcio|romance|noviazgo|pareja|gravidez|grávida|casamento|separação|divórcio|namoro|briga|"
    r"gravidanza|incinta|rottura|nozze|matrimonio|divorzio|flirt|coppia)\b|"
    r"熱愛|交際|結婚|離婚|妊娠|破局|不倫|婚約|引退|降板|离婚|離婚|结婚|結婚|恋情|戀情|怀孕|懷孕|出轨|出軌|分手|婚变|婚變|绯闻|緋聞|退圈|열애|결혼|이혼|임신|결별|파경|불화|사귀|연애|하차|은퇴|전속계약|잠적|학폭"
)
_SPORT = (
    r"\b(?:clubs?|clube|Verein|équipe|equipo|squadra|FC|SV|Rovers|strikers?|midfielders?|goalkeepers?|defenders?|head coach|coach|winger|fly-half|referee|dressing room|transfer (?:window|fee|target)|squad|second half|penalty kick|"
    r"entraîneur|joueurs?|attaquant|gardien de but|vestiaire|mercato|arbitre|buteur|"
    r"Trainer|Stürmer|Spieler|Torwart|Mittelfeldspieler|Bundesliga|Kabine|Sportvorstand|Schiedsrichter|"
    r"delantero|entrenador|fichajes?|jugador(?:es)?|portero|vestuario|centrocampista|árbitro|"
    r"atacante|jogador(?:es)?|treinador|goleiro|zagueiro|gols?|pênalti|vestiário|Esporte Clube|Futebol Clube|"
    r"allenatore|esonero|attaccante|giocator[ei]|portiere|centrocampista|spogliatoio|calciomercato|arbitro|tecnico)\b|"
    r"監督|選手|球団|移籍|リーグ|大関|横綱|親方|力士|球员|球員|主帅|主帥|教练|教練|俱乐部|俱樂部|外援|转会|轉會|联赛|聯賽|감독|선수|구단|이적|경질|리그|공격수|투수"
)
_STATE = (
    r"\b(?:ministry|minister|ministère|ministre|Ministerium|\w+ministerium|Minister(?:in)?|ministerio|ministra?|ministério|ministro|ministero|government|gouvernement|Regierung|Bundesregierung|Gobierno|governo|"
    r"palace|presidency|Élysée|Matignon|Kanzleramt|mayor|maire|mairie|Bürgermeister(?:in)?|Rathaus|alcalde(?:sa)?|ayuntamiento|prefeit[oa]|prefeitura|câmara municipal|sindaco|sindaca|comune|"
    r"city hall|town hall|(?:city|county|town|district) council|council|governor|préfecture|préfet|préfète|police|army|embassy|university|universidad|université|universidade|università|Universität|"
    r"secretaria|consejería|junta|região|regione|région|Landkreis|Stadtverwaltung|Polizei|policía|polícia|polizia)\b|"
    r"官房長官|首相|大統領|政府|内閣|知事|市長|町長|村長|区長|県警|警察|外交部|国防部|教育局|教育部|市长|市長|县长|縣長|部长|總統|总统|政府|公安|气象台|氣象|交警|院長|발언인|"
    r"대통령실|청와대|시장|도지사|군수|구청장|교육감|총리|장관|경찰|시청|구청"
)
#: What stands for a government or its arms by the place where it sits, or by letters.
_SEAT = re.compile(
    r"(?:the\ )?(?:White House|Pentagon|Kremlin|Downing Street|Whitehall|Capitol Hill|Home Office|State Department|Coast Guard|FBI|DEA|CIA|NSA|NATO|OTAN|"
    r"Beijing|Washington|Moscow|Brussels|Tehran|Pyongyang|Peking|Moskau|Brüssel|Pékin|Moscou|Bruxelles|Pekín|Moscú|Bruselas|Pequim|Moscovo|Bruxelas|Pechino|Mosca|Quirinale|Palazzo Chigi|Moncloa|Planalto)"
)
#: A look back: "In 1926 the directors denied", "from the archive".
_LONG_AGO = re.compile(
    r"\A(?:In|En|Em|Im\ Jahre?|Nel|Nell'anno|L'an)\ (?:(?:Januar|janvier|enero|janeiro|gennaio|\w+)\ (?:de\ |del\ )?)?(?:1[5-9]\d\d|200\d)\b|\b(?:stor(?:y|ia|ie)|tale|histoire|historia|história|Geschichte)\ (?:of|from|de[l]?|aus|di|do)\ (?:dem\ Jahr\ )?1[5-9]\d\d\b|"
    r"\b(?:from\ (?:the|our)\ archives?|\d+\ years\ ago|on\ this\ day|il\ y\ a\ \d+\ ans|vor\ \d+\ Jahren|aus\ dem\ Archiv|hace\ \d+\ años|há\ \d+\ anos|\d+\ anni\ fa)\b|\d+年前の|百年前|\d+년 전 오늘",
    re.I,
)
#: A government is made anew, a parliament elected.
_CABINET = re.compile(r"\b(?:(?:cabinet )?reshuffle|remaniement|Kabinettsumbildung|Regierungsumbildung|remodelación|crisis de gobierno|rimpasto|remodelação|reforma ministerial|elecciones|élections?|Landtagswahl\w*|Bundestagswahl\w*|elezioni|eleições)\b", re.I)
_STAGE, _LIFE, _GAME, _BODY = (re.compile(words, re.I) for words in (_ON_STAGE, _PRIVATE, _SPORT, _STATE))


def firm(name: Name, lex: Lexicon) -> bool:
    """Is it a company by its form, whatever is told of it?"""
    if name.what != "company":
        return False
    return bool(name.listed) or any(lex.tail.search(f) if lex.cjk else tailed(lex, f) for f in name.forms)


def of_no_company(page: Page, names: Names) -> bool:
    """Is the article a look back, or one of the stage or of sport, where no company is asked anything?"""
    lex = page.lex
    opening = straight(page.doc.title) + "\n" + page.plain[: _OPENING // 2 if lex.cjk else _OPENING]
    if _LONG_AGO.search(straight(page.doc.title)) or _LONG_AGO.match(page.plain):
        return True
    if _CABINET.search(straight(page.doc.title)):
        return not any(firm(n, lex) and (n.title or n.lead) for n in names.all)
    if _STAGE.search(opening) and _LIFE.search(opening):
        return not any(firm(n, lex) and n.title for n in names.all)
    games = {m.group().casefold() for m in _GAME.finditer(opening)}
    return len(games) >= 2 and not any(firm(n, lex) and (n.title or n.lead) for n in names.all)


def body(name: Name) -> bool:
    """Is whoever answers a body of the state or its head?"""
    return name.office or any(_BODY.search(form) or _SEAT.fullmatch(form) for form in name.forms)


def asked_of_a_body(page: Page, names: Names) -> bool:
    """Is the matter the state's own: its body is named in the headline or lead, and no company is?"""
    return not any(n.what == "company" and not body(n) and (n.title or n.lead) for n in names.all)
