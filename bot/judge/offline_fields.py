"""What a matter is about: fields of company news and the stems that show them, in nine languages. Data.

Two texts without a field in common are seldom one matter, however many names they share. A stem starts a word in
scripts with word borders; Chinese, Japanese and Korean stems stand anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_LATIN: dict[str, str] = {
    "deal": r"alliance|joint venture|partner(?:s|ship)|partenariat|coentreprise|partnerschaft|alianza|parceria|alleanza|acqu[ié]|take-?over|tak(?:e|ing) over|buy-?out|\bbuy(?:ing|er|s)?\b|\bbought|\bbid(?:s|der|ders)?\b|merge|offer for|offer to (?:buy|acquire)|stake|divest|\bsale of|\bs(?:ell|old|elling) (?:its|the|their|a)\b|to sell|scheme of arrangement|tender offer|rach[eè]t|repren|reprise|cession|c[ée]d(?:er|é)|fusion|\bopa\b|participation|übern[ao]hm|übernehm|zusammenschl|verk[aä]uf|beteilig|veräußer|erwerb|\bkauf|adqui|comprar?\b|\bcompra|vend(?:er|re|u|a|ido|e)|fusi[oó]n|fusão|particip|alien|cessione|ceder|acquis|cedut|vendita|vender|partecipaz|offerta pubblica|entrad[ao] .{0,40}capital|entrée .{0,20}capital|einstieg|ingresso .{0,20}capitale|\bopas?\b|aquisi",
    "closure": r"clos(?:e|ed|ing|ure)|shut|cease|wind(?:ing)? down|mothball|ferm(?:er|eture|era|é)|cess(?:er|ation)|arrêt|schlie(?:ß|ss)|schloss|stillleg|stilleg|stillgelegt|legt .{0,40}still|einstell|cierr|cerrar|cese\b|cesar|clausur|encerr|fech(?:a|o)|desativ|chiu[sd]|dismission|cessaz|dismess",
    "jobs": r"jobs?\b|lay-?off|redundan|workforce|dismissal|headcount|suppressions?|licenci|emplois?|postes|effectif|stellen?\b|stellenabbau|beschäftigt|arbeitspl[aä]tz|entlass|kündigung|personalabbau|despid|empleo|\bere\b|plantilla|demiss|demit|empreg|postos|esuber|licenzia|posti di lavoro|organico|occupa[zç]",
    "insolvency": r"insolv|bankrupt|receiver|creditor|restructur|administration\b|chapter 11|protection from|liquidat|faillite|redressement|liquidation|créanci|restructur|sauvegarde|konkurs|pleite|gläubig|sanierung|zahlungsunfäh|quiebra|concurso|acreedor|reestructur|suspensión de pagos|falência|recuperação judicial|credor|reestrutur|falliment|concordat|creditor|ristruttur|liquidaz",
    "breach": r"hack|breach|intru|ransom|leak|stolen|cyber|personal (?:data|information)|records?\b|unauthori[sz]ed|database|fuite|piratage|données|rançon|intrusion|cyberattaque|datenleck|datenpanne|lösegeld|erpress|angreifer|abgefloss|gestohl|daten\b|filtraci|ciberat|rescate|datos|intrusi|vazament|resgate|dados|invas|ataque|violazion|riscatto|dati\b|attacco|furto",
    "safety": r"recall|defect|\bfires?\b|burn|injur|hazard|fault|faulty|contamin|explo[ds]|overheat|malfunction|safety|rappel|défaut|incendi|blessé|danger|défectueu|rückruf|mangel|mängel|brand\b|brände|verletz|gefahr|defekt|retirad|defect|incendio|herido|peligr|fallo|recolh|defeit|incêndi|ferid|perig|richiam|difett|incendi|ferit|pericol",
    "leaving": r"resign|step(?:s|ped|ping)? down|depart|leav(?:e|ing)|successor|succession|chief executive|\bceo\b|chairman|chair\b|replac|oust|quit|démission|départ|quitt|success|directeur général|directrice générale|président|rücktritt|zurücktret|ausscheid|scheide|nachfolg|abberuf|vorstandsvorsitz|abgang|wechsel|dimisi|dimit|renunci|relev|consejer[oa] delegad|presidente|sustitu|salida|demiss|saída|substitu|diretor|dimission|lascia|successor|amministratore delegato|sostitu",
    "accounts": r"audit|account|fictitious|invoice|fraud|misstat|restat|irregular|write-?down|impairment|provision|earnings|profit|comptab|comptes|faux\b|fraude|factur|audit|dépréciat|bénéfice|bilan|buchhalt|betrug|bilanz|rechnung|wirtschaftspr|abschreib|gewinn|contab|factur|fraude|auditor|cuentas|deterioro|beneficio|balanço|fraude|nota(?:s)? fiscal|auditor|contábil|contas|lucro|revis|fattur|frode|bilanci|conti\b|utile|svalut",
    "order": r"contract|order(?:s|ed)?\b|supply|supplier|deliver|ship(?:s|ped|ment|ments)\b|customer|procure|tender|agreed to (?:take|supply|buy)|contrat|commande|fourni|livr|client|marché|vertrag|auftrag|liefer|bestell|kunde|contrato|pedido|suministr|entreg|cliente|proveed|licitac|encomend|fornec|fornit|ordin[ei]|contratt|consegn|commess|appalt",
    "price": r"pric(?:e|es|ing)|tariff|fee\b|fees\b|surcharge|subscription|charg(?:e|es|ing)\b|prix|tarif|abonnement|frais|hausse|preis|gebühr|abo\b|erhöh|aufschlag|precio|tarifa|cuota|suscrip|recargo|subida|preço|mensalidad|taxa|assinatur|aumento|prezz|tariff|canone|abbonament|rincar|suppl",
    "probe": r"investigat|inquiry|probe\b|raid|subpoena|antitrust|cartel|search(?:ed|es)? .{0,20}(?:offices|premises)|summons|prosecut|enquête|perquisition|soupçon|entente|mise en examen|instruction|ermittl|durchsuch|verdacht|kartell|untersuch|investig|registr(?:o|aron) .{0,20}(?:sede|oficinas)|imputad|sospech|cártel|inquérit|busca|suspeit|indagin|perquisiz|sospett|inchiest|cartello",
    "sanctions": r"sanction|embargo|export|licen[cs]e|smuggl|customs|exportat|douan|contreband|ausfuhr|export|zoll|lizenz|sancion|exporta|aduan|licencia|contraband|sanç|alfândeg|licença|esporta|dogan|sanzion|licenz",
    "funding": r"capital (?:increase|raise|raising)|rights issue|raise (?:cash|money|funds|capital)|fundrais|funding|loan|lender|debt|bond|covenant|refinanc|dividend|listing|\bipo\b|flotation|buyback|augmentation de capital|levée|emprunt|dette|prêt|dividende|introduction en bourse|obligation|kapitalerhöh|kredit|schuld|anleihe|darlehen|dividende|börsengang|refinanz|ampliaci[oó]n de capital|deuda|préstamo|bono|dividendo|salida a bolsa|refinanc|aumento de capital|dívida|empréstimo|debêntur|abertura de capital|aumento di capitale|debito|prestito|quotazione|rifinanz|obbligaz",
    "output": r"output|production|capacity|produc(?:e|ed|es|ing)\b|idle|cut(?:s|ting)? (?:output|production)|delay|postpon|start-?up|capacité|produi|retard|report(?:é|er)|produktion|kapazität|drossel|verzöger|verschieb|producci|capacidad|retras|aplaz|produção|capacidade|atras|adia|produzion|capacità|ritard|rinvi|fonder|furnace|kiln|plant\b",
    "spill": r"spill|pollut|emission|discharg|toxic|waste|leak(?:s|ed|ing)?\b|contaminat|effluent|environment|dépollu|pollu|rejet|fuite|déchet|toxi|émission|verschmutz|ausgetreten|austritt|leck|abfall|giftig|abgas|emission|gewässer|vertid|derram|contamin|residu|tóxic|emision|fuga|derrama|polui|vazament|descarg|resídu|emiss|sversament|inquina|rifiut|tossic|scaric|perdita",
    "food": r"\boils?\b|meat|honey|\bwine|\bmilk|yog|fish\b|\brice\b|food|import|starch|huile|viande|miel\b|\bvin\b|lait\b|aceite|carne\b|vino\b|leche|azeite|vinho|leite|olio\b|latte\b|fleisch|milch|honig|\bwein|olivenöl|ingredient|adulterat|label(?:s|led|ling)?\b|origin\b|olive|additive|blend|purity|imported|ingrédient|étiquet|origine|frelat|mélang|zutat|etikett|herkunft|gepanscht|beigemischt|ingrediente|etiquet|adulter|origen|mezcl|rótul|origem|mistur|etichett|adulterat|origine|miscel|organic|lebensmittel|aliment",
    "bribe": r"brib|kickback|corrupt|slush|improper payment|lobby|donation|pot-de-vin|corrup|versement|bestech|korrupt|schmiergeld|spende|soborn|comisi[oó]n ilegal|mordida|corrup|propina|suborn|tangent|corruz|mazzett|donaz",
    "labour": r"wage|overtime|strike|union\b|working conditions|underage|child labo|forced labo|harass|discriminat|salair|heures supp|grève|travail|harcèle|discrimin|lohn|löhne|überstund|streik|arbeitsbeding|kinderarbeit|belästig|diskrimin|salari|horas extra|huelga|acoso|trabaj|infantil|salári|greve|assédi|trabalh|stipend|sciopero|straordinar|molest|lavoro (?:minorile|nero|forzato)",
    "privacy": r"listen|eavesdrop|record(?:ing|ings|ed)\b|microphone|voice|audio|track(?:s|ed|ing)\b|surveil|spy|train(?:ed|ing)? .{0,30}(?:data|model|ai)|scrap(?:e|ed|ing)|écout|enregistr|surveill|espionn|traçage|abhör|mithör|aufnahme|überwach|ausspäh|escuch|grab(?:a|ó|ar|aciones)|espi[ao]|vigilan|escut|grava|espion|vigilân|ascolt|registraz|intercett|spia|sorvegl",
    "product": r"launch|product|discontinu|cancel|model\b|release|prototype|feature|order(?:ed)? .{0,30}(?:remov|withdraw)|app stores?|lancement|lanc(?:er|é)|produit|abandon|markteinführ|produkt|einstell|modell|lanzamiento|producto|cancel|descontinu|lançamento|produto|lancio|prodotto|cancell|ritir",
    "moving": r"relocat|move (?:its|the) (?:headquarters|production|plant)|offshor|outsourc|headquarters|délocalis|transfér|siège|verlager|verleg|sitz\b|auslager|traslad|deslocaliz|sede\b|transfer|deslocaliza|mudança|trasfer|delocalizz|esternalizz",
    "naming": r"renam|rebrand|new name|name change|trademark|changement de nom|rebapt|marque|umbenenn|umbenannt|namens(?:änderung|wechsel)|marke\b|cambio de nombre|renombr|marca\b|mudança de nome|rebatiz|cambio di nome|ribattez|marchio",
    "medicine": r"drug|medicine|vaccine|side effect|adverse|clinical|trial|patient|implant|médicament|vaccin|effets? (?:secondaire|indésirable)|essai|patient|arznei|medikament|impfstoff|nebenwirk|studie|medicament|vacuna|efecto|ensayo|paciente|vacina|efeito|ensaio|farmac|vaccin|effett[oi] collateral|sperimentaz|pazient",
    "falsify": r"falsif|forg|manipul|fak(?:e|ed|ing)|conceal|hid(?:e|den)?\b|cover(?:ed|ing)? up|tamper|doctored|misled|trafiqu|dissimul|caché|truqu|gefälscht|verschwieg|vertusch|manipul|ocult|manipul|maquill|amañ|escond|adulter|fraud|nascos|occult|truccat|manomess",
    "tax": r"tax|levy|subsid|state aid|impôt|fisc|subvention|steuer|beihilfe|subvention|impuesto|hacienda|tribut|subvenci|imposto|fisco|subsíd|tass[ae]|impost|evasione|sussid",
    "crash": r"crash|accident|derail|collision|capsiz|airworth|brake|emergency landing|collapse|accident|déraill|collision|effondr|frein|unfall|absturz|entgleis|kollision|einsturz|bremse|accidente|choque|descarril|derrumb|freno|acidente|colisão|descarril|desab|freio|incidente|scontro|deragli|crollo|freni",
    "weapons": r"weapon|arms\b|military|army|munition|drone|missile|armes?\b|armée|militaire|waffe|rüstung|militär|armas|ejército|militar|munici|armas|exército|munição|armi\b|esercito|militar|munizion",
    "arrears": r"default|instal?ment|miss(?:ed|ing) (?:a |its |the )?(?:payment|loan|deadline)|overdue|arrears|repay|facility\b|échéance|impay|arriér|défaut de paiement|rate\b|raten\b|zahlungsverzug|rückstand|fällig|impag|cuota|vencimiento|moros|atraso|prestaç|parcela|inadimpl|rata\b|scadenz|insolut|moros",
    "hygiene": r"listeria|salmonell|bacteri|germ\b|germs\b|mould|toxin|poison|hygien|laborator|samples?\b|tested positive|bactéri|analyses?\b|hygièn|laboratoire|échantillon|intoxic|bakteri|keime|schimmel|labor\b|probe(?:n)?\b|bacteri|moho|higien|laboratorio|muestra|intoxic|bactéri|mofo|amostra|batter|muffa|igien|campion",
    "tech": r"artificial intelligence|\bai\b|chip(?:s|set)?\b|semiconduct|language model|algorithm|software|cloud|data cent|intelligence artificielle|\bia\b|puces?\b|logiciel|künstliche intelligenz|\bki\b|halbleiter|inteligencia artificial|semiconductor|algoritm|inteligência artificial|intelligenza artificiale|semicondutt",
    "works": r"\bdam\b|dams\b|bridge|viaduct|pillar|concrete|cement|crack(?:s|ed|ing)?\b|weld|structural|tunnel|scaffold|barrage|pont\b|viaduc|béton|ciment|fissur|soudure|staudamm|damm\b|brücke|beton|zement|risse?\b|gerissen|schweiß|presa\b|puente|viaducto|hormig|cemento|grieta|soldad|barragem|ponte\b|betão|concreto|cimento|fenda|rachad|diga\b|viadotto|calcestruzzo|crep[ae]|saldatur",
    "vote": r"shareholder meeting|activist|board seat|proxy|poison pill|actionnair|assemblée|administrateur|aktionär|hauptversamml|aufsichtsrat|accionist|junta general|acionist|assembleia|azionist|assemblea",
}
_CJK: dict[str, str] = {
    "deal": "提携|業務提携|协作|联盟|제휴|합작|買収|売却|譲渡|合併|経営統合|公開買付|ＴＯＢ|TOB|出資|株式取得|子会社化|收购|出售|并购|合并|转让|要约|入股|股权|인수|매각|합병|양도|지분|공개매수",
    "closure": "閉鎖|閉店|撤退|操業停止|稼働停止|停止|关闭|关停|停产|停业|撤出|폐쇄|폐점|철수|가동 중단|중단",
    "jobs": "人員削減|希望退職|リストラ|解雇|早期退職|雇用|裁员|裁减|员工|辞退|감원|구조조정|희망퇴직|해고|인력",
    "insolvency": "破産|民事再生|会社更生|債務超過|債権者|私的整理|事業再生|破产|重整|清算|债权|债务|파산|회생|법정관리|채권단|워크아웃|부도",
    "breach": "情報漏|流出|不正アクセス|サイバー|身代金|個人情報|泄露|泄漏|黑客|入侵|勒索|个人信息|数据|유출|해킹|랜섬|침입|개인정보",
    "safety": "リコール|欠陥|不具合|発火|火災|事故|けが|負傷|安全|異物|召回|缺陷|故障|起火|火灾|事故|受伤|安全|자연발화|리콜|결함|화재|사고|부상|안전",
    "leaving": "辞任|退任|交代|社長|後任|解任|退社|辞职|离职|卸任|接任|董事长|总裁|首席执行|换帅|사임|퇴임|교체|후임|대표이사|사퇴|물러",
    "accounts": "不正会計|粉飾|監査|決算|架空|請求書|減損|业绩|财务造假|审计|虚构|发票|财报|利润|减值|분식|회계|감사|가공|실적|허위 매출|손상",
    "order": "受注|発注|契約|供給|納入|調達|顧客|取引|订单|合同|供货|供应|采购|客户|交货|수주|발주|계약|공급|납품|조달|고객사",
    "price": "値上げ|値下げ|料金|価格|手数料|涨价|提价|价格|收费|费用|降价|인상|가격|요금|수수료|인하",
    "probe": "調査|捜査|捜索|立ち入り|独禁|カルテル|談合|疑い|调查|搜查|立案|垄断|涉嫌|约谈|조사|수사|압수수색|담합|혐의|독점",
    "sanctions": "制裁|禁輸|輸出|輸入|許可|税関|制裁|禁运|出口|许可证|海关|走私|제재|금수|수출|허가|세관|밀수",
    "funding": "増資|資金調達|融資|社債|配当|上場|借入|自社株|增资|融资|贷款|债券|分红|上市|募资|回购|증자|자금|대출|회사채|배당|상장|차입",
    "output": "減産|増産|生産|稼働|延期|遅れ|工場|能力|减产|停产|产量|产能|投产|推迟|延期|工厂|감산|증산|생산|가동|연기|지연|공장",
    "spill": "汚染|流出|排水|排出|有害|廃棄|漏れ|环境|污染|泄漏|排放|废水|有毒|废弃|오염|유출|방류|배출|폐수|유해|폐기",
    "food": "牛肉|豚肉|鶏肉|蜂蜜|牛乳|輸入|大米|蜂蜜|牛奶|食用油|进口|쌀|우유|꿀|수입|식용유|産地|偽装|表示|原料|混入|添加|産米|食品|产地|标签|掺|原料|添加剂|食品|成分|원산지|표시|원료|혼입|첨가|식품",
    "bribe": "贈賄|賄賂|裏金|献金|汚職|行贿|贿赂|回扣|腐败|뇌물|리베이트|비자금|상납|로비",
    "labour": "賃金|残業|労災|労働災害|ストライキ|労組|労働|児童労働|ハラスメント|工资|加班|工伤|罢工|工会|劳动|童工|歧视|임금|체불|산재|산업재해|파업|노조|노동|괴롭힘|초과근무",
    "privacy": "盗聴|録音|音声|追跡|監視|学習データ|窃听|录音|语音|跟踪|监控|训练数据|도청|녹음|음성|추적|감시|학습",
    "product": "発売|製品|中止|開発|新型|投入|発表会|发布|产品|下架|取消|研发|上线|新品|출시|제품|단종|취소|개발|신제품",
    "moving": "移転|本社|海外移管|移管|搬迁|迁|总部|外移|이전|본사|해외 이전",
    "naming": "社名|商号|改称|ブランド|更名|改名|品牌|商标|사명|개명|브랜드|상호",
    "medicine": "治験|副作用|医薬|薬|ワクチン|患者|药|疫苗|不良反应|临床|患者|医疗|부작용|의약|임상|백신|환자|약품",
    "falsify": "隠蔽|隠し|改ざん|偽造|捏造|虚偽|データ不正|隐瞒|篡改|造假|伪造|隐匿|은폐|조작|위조|허위|숨",
    "tax": "脱税|申告漏れ|追徴|税|補助金|逃税|偷税|税务|补贴|탈세|세금|추징|보조금",
    "crash": "事故|墜落|脱線|衝突|ブレーキ|坠毁|事故|脱轨|刹车|碰撞|추락|탈선|충돌|사고|제동",
    "weapons": "武器|兵器|軍|弾薬|ミサイル|军|导弹|무기|군|미사일|탄약",
    "arrears": "返済|延滞|滞納|債務不履行|逾期|违约|拖欠|还款|연체|체납|상환|디폴트",
    "hygiene": "菌|サルモネラ|食中毒|検体|衛生|细菌|沙门氏|霉|卫生|样品|세균|식중독|살모넬라|위생|시료",
    "tech": "人工知能|半導体|ソフト|アルゴリズム|人工智能|大模型|芯片|半导体|软件|算法|인공지능|반도체|소프트웨어|알고리즘",
    "works": "ダム|橋|亀裂|コンクリート|溶接|トンネル|大坝|桥|裂缝|水泥|混凝土|焊接|隧道|댐|교량|균열|콘크리트|시멘트|용접|터널",
    "vote": "株主総会|取締役会|物言う株主|株主|股东大会|股东|董事会席位|주주총회|주주|이사회",
}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(f"(?<!\\w)(?:{_LATIN[name]})|{_CJK[name]}", re.IGNORECASE) for name in sorted(_LATIN)
    }


def doing(fields: Iterable[str]) -> re.Pattern[str]:
    """The Chinese, Japanese and Korean stems of these fields."""
    return re.compile("|".join(_CJK[name] for name in sorted(fields)))


@lru_cache(maxsize=256)
def weights(text: str) -> Mapping[str, int]:
    """How many different stems of each field stand in `text`; fields without one are left out. Kept: one article is held
    against several denials."""
    out = {}
    for name, pattern in _patterns().items():
        if stems := {m.group().casefold() for m in pattern.finditer(text)}:
            out[name] = len(stems)
    return out
