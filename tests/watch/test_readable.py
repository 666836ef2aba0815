from __future__ import annotations

import pytest

from bot.watch.readable import unreadable

ARTICLE = (
    "The makers of the browser said on Tuesday that they would block third-party cookies from next year. Publishers fear for "
    "their revenue, since personalised ads pay three times as much. A spokesman for the publishers' association said that its members "
    "had not been asked. The regulator opened an inquiry into consent banners in March and expects to publish its findings in the "
    "autumn. Subscribers of the larger papers will notice little, an analyst said, but the small ones live from advertising. The browser "
    "has 60 percent of the market. Its makers earned 40 billion last year, most of it from ads in search. Lawyers said that the case "
    "would be decided by the highest court in the end. Until then the old rules hold for everybody who runs a site in the country."
)


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("en", "Just a moment... Checking your browser before accessing the site. Ray ID: 8f2. Please enable JavaScript and cookies to continue.", "bot check"),
        ("en", "Access to this page has been denied because we believe you are using automation tools to browse the website.", "bot check"),
        ("de", "Bitte bestätigen Sie, dass Sie ein Mensch sind. Wir haben ungewöhnlichen Datenverkehr aus Ihrem Netz festgestellt. JavaScript aktivieren.", "bot check"),
        ("fr", "Merci de vérifier que vous êtes un humain. Trafic inhabituel détecté depuis votre réseau, veuillez activer JavaScript pour continuer.", "bot check"),
        ("ja", "アクセスが拒否されました。私はロボットではありません、にチェックを入れて、人間であることを確認してください。JavaScriptを有効にしてください。", "bot check"),
        ("zh", "请完成安全验证后继续访问本网站。系统检测到您的网络存在异常流量,请启用JavaScript并完成人机验证。", "bot check"),
        ("ko", "비정상적인 접근이 감지되었습니다. 계속하려면 로봇이 아닙니다 항목을 확인하고 자바스크립트를 활성화해 주세요. 보안문자를 입력하세요.", "bot check"),
        ("en", "We value your privacy. We and our partners store and/or access information on a device, such as cookies. You may accept all or manage your preferences. Some partners rely on legitimate interest. See our privacy policy.", "consent wall"),
        ("de", "Wir und unsere Partner verwenden Cookies. Mit Ihrer Einwilligung zeigen wir personalisierte Anzeigen. Alle akzeptieren oder Einstellungen ändern. Mehr in der Datenschutzerklärung.", "consent wall"),
        ("fr", "Avec votre accord, nos partenaires et nous utilisons des cookies. Vous pouvez tout accepter ou tout refuser. Voir notre politique de confidentialité. Vos préférences s’appliqueront à ce site.", "consent wall"),
        ("es", "Nosotros y nuestros socios usamos cookies. Puedes aceptar todo o rechazar todo. Consulta la política de privacidad. Publicidad personalizada con tu consentimiento.", "consent wall"),
        ("pt", "Nós e os nossos parceiros usamos cookies. Pode aceitar todos ou gerir opções. Consulte a política de privacidade. Publicidade personalizada com seu consentimento.", "consent wall"),
        ("it", "Noi e i nostri partner utilizziamo i cookie. Puoi accettare: accetta tutto o rifiuta tutto. Leggi l’informativa sulla privacy. Pubblicità personalizzata con il tuo consenso.", "consent wall"),
        ("en", "Millworks Holding is looking for a buyer, people familiar with the matter said. Subscribe to continue reading. Already a subscriber? Log in to read the full story.", "paywall stub"),
        ("de", "Der Konzern sucht nach Angaben aus Unternehmenskreisen einen Käufer für die Sparte. Jetzt weiterlesen mit Plus. Bereits Abonnent? Hier anmelden.", "paywall stub"),
        ("fr", "Le groupe cherche un acquéreur pour sa filiale, selon plusieurs sources. Il vous reste 85% de cet article à lire. La suite est réservée aux abonnés. Déjà abonné ? Connectez-vous pour continuer.", "paywall stub"),
        ("es", "El grupo busca comprador para su filial, según varias fuentes cercanas a la operación. Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo.", "paywall stub"),
        ("pt", "O grupo procura um comprador para a filial, segundo várias fontes do processo. Conteúdo exclusivo para assinantes. Já é assinante? Faça login para continuar lendo.", "paywall stub"),
        ("it", "Il gruppo cerca un compratore per la controllata, secondo varie fonti. Articolo riservato agli abbonati. Sei già abbonato? Accedi per continuare a leggere.", "paywall stub"),
        ("ja", "同社が子会社の売却を検討していることが分かった。複数の関係者が明らかにした。この記事は有料会員限定です。残り 1,204 文字。続きを読むにはログインしてください。", "paywall stub"),
        ("zh", "知情人士称,该公司正在为其子公司寻找买家,谈判仍处于早期阶段。剩余内容需付费阅读。登录后阅读全文,订阅后即可继续。", "paywall stub"),
        ("ko", "이 회사가 자회사 매각을 추진하고 있는 것으로 알려졌다고 복수의 관계자가 전했다. 유료 구독자 전용 기사입니다. 로그인 후 이어서 보시려면 구독하기를 누르세요.", "paywall stub"),
        ("en", "404. The page you requested could not be found. Try the search or go back to the front page of this site.", "error page"),
        ("de", "Seite nicht gefunden. Leider gibt es unter dieser Adresse nichts mehr, versuchen Sie es mit der Suche auf der Startseite.", "error page"),
        ("en", "", "empty page"),
        ("en", "Loading", "empty page"),
        ("en", "Please enable JavaScript", "bot check"),
        ("ja", "短い。", "empty page"),
        ("en", ARTICLE, ""),
        ("en", ARTICLE + "\n\nSubscribe to our newsletter to get unlimited access.", ""),
        ("en", ARTICLE * 5, ""),
        ("en", "Millworks Holding opened its ninth plant on Monday. The works make steel pipes and employ 400 people.\n\nSubscribe to our newsletter today and never miss a story.", ""),
        ("en", "A robot arm hit a worker at the Lindholm plant on Monday, the company said, and a captcha of errors followed. The worker was treated in hospital and sent home. The line stood still for two days.", ""),
        ("en", "Millworks Holding is to sell its pipe works for 404 million crowns, two people with knowledge of the matter said.\n\n\"We are not in talks,\" a spokeswoman said.", ""),
        ("en", "404 jobs go at the Lindholm plant, its owner told the works council on Monday. The union had put the number at 404.", ""),
        ("en", "Error 404\n\nWe are sorry, there is nothing under this address. Have a look at our front page.", "error page"),
        ("zh", "404错误。抱歉,您访问的内容不在这里,请返回首页重新查找,或者使用搜索功能。", "error page"),
        ("zh", "本报5月11日刊发的一文有两处内容有误,现更正如下:文中所称工厂应为西部工厂,月产能应为约六万片。谨向读者致歉。", ""),
    ],
)  # fmt: skip
def test_walls_and_articles(lang: str, text: str, reason: str) -> None:
    assert unreadable("A title", text, lang) == reason


def test_the_title_and_the_page_itself_may_tell() -> None:
    assert (
        unreadable(
            "Page not found",
            "404 - sorry. This page does not seem to be here any more, so please look for it elsewhere.",
            "en",
        )
        == "error page"
    )
    teaser = "Millworks Holding is looking for a buyer for the whole group, people familiar with the matter said on Monday in the capital."
    assert unreadable("Millworks", teaser, "en") == ""
    assert unreadable("Millworks", teaser, "en", gated=True) == "paywall stub"
