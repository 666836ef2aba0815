"""What people of the stage, clubs, ministries and old papers deny is no company's answer; a company's stays one beside them."""

from __future__ import annotations

import pytest

from tests.read.test_answers import read

#: (language, title, text)
ELSEWHERE = [
    ("en", "Drill went ahead, Pentagon says", "The Pentagon denied on Monday that a drill in the north had been called off, as a website had written."),
    ('ja', '俳優の浅間リョウさん、交際報道を事務所が否定', '俳優の浅間リョウさんと歌手の日向ミオさんが交際していると20日発売の週刊誌が報じた。\n\n浅間さんの所属事務所は「友人の一人と聞いています。交際の事実はありません」とコメントした。'),
    ('ja', 'FCほくと、監督交代を否定', 'FCほくとは21日、成績不振による監督交代の報道について「そのような事実はない」とする声明を発表した。'),
    ('ja', '官房長官、増税報道を否定', '官房長官は会見で、政府が来年度に増税を検討しているとの一部報道について「検討している事実はない」と否定した。'),
    ('ja', '文科省「通知は出していない」', 'SNSで拡散している「学校の宿題を全面禁止する通知」について、文部科学省は「そのような通知は出していない」と注意を呼びかけている。'),
    ('ja', '地裁、地位確認請求を棄却', 'ナルカミ重工の元社員が解雇は無効だとして地位確認を求めた訴訟で、地裁は請求を棄却した。会社側は「主張が認められたものと考えている」とコメントした。'),
    ('ja', '社説：企業は説明責任を', '不祥事のたびに「コメントは差し控える」という言葉を聞く。企業は否定するだけでなく、事実を示すべきだ。'),
    ('ja', '町長、合併協議の打ち切りを否定', '町長は「隣町との合併協議を打ち切った事実はない」と述べ、一部の報道を否定した。'),
    ('ja', '大関、引退報道に「まだやれる」', '大関は一部で引退と報じられたことについて「引退は考えていない。来場所も出る」と話した。師匠の親方は「本人からは何も聞いていない」と述べた。'),
    ('ja', 'タマモ証券、初任給30万円に', 'タマモ証券は来春入社の初任給を30万円に引き上げると発表した。人事部長は「人材獲得競争に負けるわけにはいかない」と話している。'),
    ('ja', '大学、論文不正の疑いを調査', '北星大学は教授の論文に不正の疑いがあるとの指摘を受け、調査委員会を設置した。教授は「捏造はしていない」と話しているという。'),
    ('zh', '工作室否认艺人离婚', '近日，网传演员宋嘉言已与丈夫离婚。其工作室发布声明称，相关传闻均为不实信息，两人感情稳定。'),
    ('zh', '俱乐部辟谣外援离队', '宁川海港俱乐部官方辟谣，称外援法比奥离队的消息不属实，球员将继续随队训练。'),
    ('zh', '教育局：网传取消中考不实', '针对网传“明年取消中考”的消息，市教育局相关负责人表示，该消息不实，请广大家长不信谣、不传谣。'),
    ('zh', '外交部否认撤侨', '外交部发言人在例行记者会上否认正在准备撤侨，称有关报道不属实。'),
    ('zh', '气象台：没有“超强寒潮”', '近日“超强寒潮将至”的说法在朋友圈流传。市气象台回应，目前没有此类预报。'),
    ('zh', '辟谣：隔夜菜会致癌？', '隔夜菜致癌的说法在网上流传多年。专家表示，这种说法没有科学依据，只要冷藏得当，不会产生有害物质。'),
    ('zh', '法院驳回恒泽置业诉讼请求', '中级人民法院驳回恒泽置业的诉讼请求。恒泽置业表示，不认可该判决，将提起上诉。'),
    ('zh', '經紀公司否認藝人懷孕', '藝人蘇可晴被拍到進出婦產科，外界盛傳懷孕。經紀公司今日否認，強調「只是健康檢查」。'),
    ('zh', '縣長：沒有要轉任閣員', '外傳縣長將入閣，縣長受訪時表示沒有此事，「做好做滿」。'),
    ('ko', '배우 서하람 측 “열애설 사실무근”', '배우 서하람이 동료 배우와 열애 중이라는 보도에 대해 소속사가 부인했다. 소속사 별빛엔터테인먼트는 “사실무근이다. 친한 동료 사이”라고 밝혔다.'),
    ('ko', '가수 도윤, 전속계약 분쟁설 부인', '가수 도윤이 소속사와 갈등을 빚고 있다는 소문에 대해 소속사 관계자는 “전혀 사실이 아니다. 재계약을 논의하고 있다”고 말했다.'),
    ('ko', '대통령실 “개각 검토 안 해”', '대통령실은 일부 언론의 개각 검토 보도에 대해 “사실이 아니다”라고 밝혔다.'),
    ('ko', '국방부 “복무기간 연장 검토한 바 없다”', '국방부는 군 복무기간 연장을 검토하고 있다는 보도와 관련해 “검토한 바 없다”고 부인했다.'),
    ('ko', 'FC남도, 감독 경질설 일축', 'FC남도 구단은 “감독 교체는 고려하지 않고 있다”며 경질설을 일축했다.'),
    ('ko', '시장, 재개발 특혜 의혹 부인', '시장은 재개발 특혜 의혹에 대해 “단 한 푼도 받은 적 없다”고 밝혔다.'),
    ('ko', '김치찌개 맛있게 끓이는 법', '묵은지를 오래 볶아야 한다는 말은 사실이 아니다. 요리연구가는 “5분이면 충분하다”고 말했다.'),
    ('ko', '노을통신 과징금 취소 소송 패소', '법원은 노을통신이 낸 과징금 취소 청구를 기각했다. 노을통신 관계자는 “판결문을 검토한 뒤 항소 여부를 결정할 것”이라고 말했다.'),
    ('ko', '해오름조선 안전사고 제로 1000일', '해오름조선이 무재해 1000일을 달성했다. 회사 관계자는 “안전에는 타협이 없다”고 말했다.'),
    ('ko', '바른햄 신제품 출시', '바른햄이 무첨가 소시지를 내놨다. 회사 측은 “합성첨가물은 전혀 들어가지 않았다”고 설명했다.'),
    ('en', "Singer's agent denies split", 'Pop singer Lana Voss and drummer Cole Hart have not split up, her agent said on Tuesday. "The reports are completely false," said Dee Marsh of Marsh Artists.'),
    ('en', 'Rovers deny talks with Lindqvist', 'Rovers have denied reports they are in talks to sell striker Per Lindqvist. "There is no truth in it whatsoever," a club spokesman said.'),
    ('en', 'Mayor rejects claims of bridge delay', 'The mayor of Arden has rejected reports that the new bridge will be a year late. "That is simply not true," she said.'),
    ('en', 'Ministry denies fuel rationing plan', 'The energy ministry on Monday denied a newspaper report that it was planning to ration petrol. "No such plan exists," a ministry spokesman said.'),
    ('en', 'Actor denies leaving drama', 'Actor Tom Reed has denied he is leaving the hit drama. "I\'m not going anywhere," he told fans.'),
    ('en', 'Insurer denied claim after flood, widow says', 'A widow says her insurer denied her claim after a flood. Her lawyer, Jo Lark, said she would appeal.'),
    ('en', 'From the archive: 1926', 'In 1926 the directors of the Ness Line denied that the ship was overloaded. "There is no truth in the story," said the chairman.'),
    ('en', 'University denies cutting classics', 'The University of Arden denied on Friday that it will close its classics department. "No decision has been taken," a spokeswoman said.'),
    ('fr', "L'actrice Ana Moll dément être enceinte", "L'actrice Ana Moll a démenti les rumeurs de grossesse. « C'est totalement faux », a déclaré son agent, Luc Perrin."),
    ('fr', 'Le ministère dément une hausse de la TVA', "Le ministère de l'Économie a démenti mardi préparer une hausse de la TVA. « Il n'y a aucun projet de ce type », a indiqué son entourage."),
    ('fr', "L'Olympique dément le départ de son entraîneur", "L'Olympique de Mirande dément les rumeurs de départ de son entraîneur. « Paul restera », a assuré le président du club, Jean Roux."),
    ('de', 'Trainer dementiert Abschied', 'Der Trainer des SV Osterfeld hat Berichte über seinen Abschied dementiert. „Da ist nichts dran“, sagte Sportvorstand Uwe Kern.'),
    ('de', 'Ministerium weist Bericht zurück', 'Das Verkehrsministerium hat einen Bericht über eine Pkw-Maut zurückgewiesen. „Es gibt keine Pläne“, sagte ein Sprecher.'),
    ('de', 'Sängerin bestreitet Trennung', 'Die Sängerin Mia Falk bestreitet, sich von ihrem Mann getrennt zu haben. „Alles erfunden“, sagte ihr Management.'),
    ('es', 'El Gobierno niega una subida del IVA', 'El Gobierno negó este lunes que prepare una subida del IVA. «No hay ningún plan», dijo la portavoz.'),
    ('es', 'El actor desmiente su boda', 'El actor Leo Prado desmintió su boda. «Es mentira», aseguró su representante, Ana Ruiz.'),
    ('pt', 'Prefeitura nega aumento do IPTU', 'A prefeitura negou que vá aumentar o IPTU. “Não procede”, informou em nota.'),
    ('pt', 'Cantora nega gravidez', 'A cantora Lia Prado negou os boatos de gravidez. “É mentira”, disse a assessoria da artista.'),
    ('pt', 'Clube desmente saída de técnico', 'O Atlético da Ria desmentiu a saída do técnico. “Ele fica”, disse o diretor de futebol Rui Leal.'),
    ('it', 'Il ministero smentisce: nessuna patrimoniale', "Il ministero dell'Economia smentisce le voci di una patrimoniale. «Notizia priva di fondamento», si legge in una nota."),
    ('it', "L'attrice smentisce la rottura", "L'attrice Ada Neri ha smentito la rottura con il regista. «Tutto falso», ha detto il suo agente, Ugo Sala."),
    ('it', "La Pro Gualdo smentisce l'esonero", "La Pro Gualdo ha smentito l'esonero del tecnico. «Non è mai stato in discussione», ha detto il presidente."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "title", "text"), ELSEWHERE, ids=[f"{row[0]}-{number}" for number, row in enumerate(ELSEWHERE)])
def test_nothing_is_read(lang: str, title: str, text: str) -> None:
    reading = read(lang, text, title=title)
    assert reading.responses == ()


#: Companies among players and ministers: (language, title, text, company, kind)
BESIDE = [
    ("en", "Torvale Media denies talks to sell Rovers", "Torvale Media, which owns the Rovers football club, is in talks to sell the club and its squad to a fund, two people said.\n\n\"There are no such talks,\" a Torvale spokeswoman said. The coach declined to comment.", "Torvale", "flat_denial"),
    ("en", "Ministry probes Melbrook Foods over subsidy", "The farm ministry is looking into a subsidy paid to Melbrook Foods, the Fenland Star reported, citing two officials.\n\n\"We have not been told of any such review,\" a Melbrook spokesman said.", "Melbrook", "unaware"),
    ("ja", "イズミ放送、歌手の番組打ち切りへ", "イズミ放送が歌手らの出演する音楽番組を9月で打ち切る方針を固めたことが関係者への取材で分かった。\n\nイズミ放送の広報担当者は「そのような決定をした事実はない」とコメントした。", "イズミ放送", "flat_denial"),
    ("zh", "消息人士：鸣泉传媒拟出售俱乐部", "两名消息人士称，鸣泉传媒拟出售旗下足球俱乐部的多数股权。\n\n鸣泉传媒表示，上述消息不属实。", "鸣泉", "flat_denial"),
    ("ko", "두레물산, 프로축구 구단 매각 추진", "두레물산이 프로축구 구단 지분 매각을 추진하고 있다고 업계 관계자가 전했다.\n\n두레물산 관계자는 “매각을 검토한 바 없다”고 말했다.", "두레물산", "flat_denial"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "title", "text", "company", "kind"), BESIDE, ids=[row[0] + row[3] for row in BESIDE])
def test_a_company_answers_beside_them(lang: str, title: str, text: str, company: str, kind: str) -> None:
    found = [(r.company, r.kind) for r in read(lang, *text.split("\n\n"), title=title).responses]
    assert any(company in name and kind == sort for name, sort in found), found
