"""What an article says of the people and companies in it: who holds which post, for which company, and who owns whom. Pure."""

from __future__ import annotations

import re

from bot.read import gazetteer
from bot.read.offline_cast import Name, Names
from bot.read.offline_page import Page
from bot.read.offline_signs import NEXT_NAME

_PARENT_OF = re.compile(
    r"(?:(?:a|the|wholly owned)\ )?(?:subsidiary|unit|arm|division|part|owned)\ (?:of|by)\ (?:the\ )?(?:\w+\ )?$|filiale (?:du|de|de la)(?:\ groupe)?\ $|appartient (?:\w+\ ){0,4}(?:à|au)(?:\ groupe)?\ $|Tochter (?:von|der|des)\ $|gehört (?:\w+\ )?(?:zu|zur|zum)?\ ?$|filial (?:de|del)(?:\ grupo)?\ $|controlada (?:por|pela)\ $|controllata (?:da|dal|dalla|di)\ $|parent,?\ $|owner,?\ $|(?:pertenec\w+|pertence\w*|appartien\w+|belong\w+|gehör\w+)\ (?:\S+\ ){0,4}?(?:to|al?|ao|à|alla|alle|au|zu[rm]?|den|der|dem)(?:\ (?:the|la|group\w*|groupe|grupo|gruppo))?\ $",
    re.I,
)


#: "Bo, for X, said".
_FOR = re.compile(r",\ (?:speaking\ )?(?:for|pour|für|por|per|pela|pelo)\ (?:the\ |la\ |le\ |l'|die\ |den\ |el\ |il\ |a\ |o\ )?[A-ZÀ-Þ][^,.;]{1,40},\ ")
#: "Bo, who has run X since 2019": he speaks for it.
_RUNS = re.compile(
    r",\ (?:who\ (?:has\ |have\ )?(?:run|led|headed|chaired|owned)|who\ (?:runs|leads|heads|chairs|owns|manages|(?:co-)?founded|speaks\ for|looks\ after|handles|is\ (?:in\ charge\ of|responsible\ for))|qui\ (?:dirige|préside|pilote)|(?:der|die)\ (?:\S+\ ){1,4}?(?:führt|leitet)|"
    r"que\ (?:dirige|lidera|preside|encabeza|comanda)|quien\ (?:dirige|lidera|preside)|che\ (?:guida|dirige|presiede))\b",
    re.I,
)


#: "Bo will leave the helm of X before the summer": he leads it still.
_AT_THE_HELM = re.compile(
    r"[^.;:“”\"«»]{2,60}?\b(?:la\ guida|il\ timone|il\ vertice|l'incarico|la\ carica|el\ cargo|el\ puesto|el\ timón|las\ riendas|la\ presidencia|o\ comando|o\ cargo|o\ leme|as\ rédeas|a\ presidência|la\ tête|la\ présidence|"
    r"les\ rênes|la\ direction|la\ barre|die\ Spitze|die\ Führung|die\ Leitung|das\ Steuer)\b(?!\ (?:du\ pays|del\ país|del\ paese|do\ país))"
)
#: Behind a name, before those who are told.
_TO_WHOM = re.compile(r"(?:devant|aux?|à|vor|gegenüber|ante|a|davanti|ai|agli|aos|perante|before|to|in\ front)\ ", re.I)


#: "Bo is finance director of X", "Bo owns the brewery": told in a sentence of its own.
_IS = re.compile(r"(?:,\ (?:aged\ )?\d\d,)?\ (?:is|was\ (?:named|appointed|made)|became|serves\ as|has\ been|joined\ \S+\ as)\ (?:also\ )?(?:the\ |its\ |an?\ |[A-Z][\w'-]+(?:\ [A-Z][\w'-]+)?'s?\ )?([^.;“”\"]{3,60})", re.I)
_OWNS = re.compile(r"(?:,\ (?:aged\ )?\d\d,)?\ (?:(?:has\ |have\ )?(?:run|led|headed|chaired|owned)|runs|leads|heads|chairs|owns|manages|(?:co-)?founded|set\ up)\ ", re.I)
_SHE = re.compile(r"(?:He|She)\b")


def roles_of(page: Page, names: Names) -> dict[int, tuple[str, Name | None, bool]]:
    """What the page says of each person: role, company (None: not said), speaks for a company."""
    out: dict[int, tuple[str, Name | None, bool]] = {}
    plain, lex = page.plain, page.lex
    for name in names.all:
        if name.what in ("company", "office", "news"):
            continue
        for a, b in name.at:
            before, after = plain[max(0, a - 90) : a], plain[b : b + 90]
            after = re.split(r"[.;:!?“”\"«»]", after)[0]
            before = re.split(r"[.;!?“”\"«»]\ |\n", before)[-1]
            role = None
            if name.title and (m := _AT_THE_HELM.match(plain, b)) and (led := _company_near(page, names, b, m.end() + 60, plain[b : m.end() + 60])):
                out[id(name)] = ("head", led, True)
                break
            if m := re.match(r",\ (?:\d\d,\ )?([^,]{3,80})", after):
                role = m.group(1)
            if m and lex.lang != "de" and (post := lex.role.search(m.group(1))) and NEXT_NAME.match(m.group(1), post.end()):
                continue  # the post of the next name
            if m := _FOR.match(after):
                out[id(name)] = ("spokesperson", _company_near(page, names, b, b + 60, after), True)
                break
            if lex.lang == "en" and (held := _told_apart(page, b, name)):
                out[id(name)] = (held, _company_near(page, names, b, b + 90, plain[b : b + 90]), True)
                break
            if m := _RUNS.match(after):
                out[id(name)] = ("head", _company_near(page, names, b, b + 90, after), True)
                break
            if role is None or not (lex.role.search(role) or lex.spokes.search(role)) or lex.say.match(role):
                role = role if role and lex.third.search(role) and not lex.say.match(role) and not _TO_WHOM.match(role) else None
                found = [*lex.role.finditer(before), *lex.spokes.finditer(before)]
                if (
                    found
                    and re.fullmatch(r"[^,]{0,45},?\ ?(?:of [\w ]+, )?", before[found[-1].end() :])
                    is not None
                ):
                    last = max(found, key=lambda f: f.end())
                    role = before[max(0, last.start() - 40) :].strip(" ,")
                elif role is None and lex.third.search(before[-40:]):
                    role = before[-40:].strip(" ,")
            if not role:
                continue
            third = lex.third.search(role)
            mine = lex.role.search(role) or lex.spokes.search(role)
            if third and not lex.spokes.search(role) and not (mine and _leads(role, mine, third)):
                out[id(name)] = (role, None, False)
                break
            if mine:
                near = _company_near(page, names, a - 90, b + 90, role)
                out[id(name)] = (_short_role(role, mine), near, True)
                break
    return out


def _told_apart(page: Page, end: int, name: Name) -> str:
    """The post that a sentence of its own gives to a person whose name ends at `end`, or to "he" or "she" in the next; "" for none."""
    if " " not in name.full and name.person < 1:
        return ""
    plain, lex = page.plain, page.lex
    ends = [end]
    following = next((u for u in page.units if u.start > end), None)
    if following is not None and (m := _SHE.match(plain, following.start)):
        ends.append(m.end())
    for at in ends:
        if _OWNS.match(plain, at) and not lex.third.search(plain, at, at + 40):
            return "head"
        if (m := _IS.match(plain, at)) and (post := lex.role.search(m.group(1))) and post.start() < 25 and not lex.third.search(m.group(1)):
            return post.group().strip()
    return ""


def _company_near(page: Page, names: Names, start: int, end: int, role: str) -> Name | None:
    inside = [
        n
        for _, _, n in names.within(
            max(0, start), min(len(page.plain), end), "company", "office"
        )
        if any(f in role for f in n.forms)
    ]
    return inside[0] if inside else None


def parent_of(page: Page, names: Names) -> Name | None:
    """The company that the page calls the owner of another, or that is known to own the one it is about."""
    for name in names.all:
        if name.what in ("company", "") and name is not names.main:
            if any(_PARENT_OF.search(page.plain[max(0, a - 45) : a]) for a, _ in name.at):
                return name
    listed = names.main.listed if names.main is not None else ""
    owner = gazetteer.entries()[listed].parent if listed else ""
    return next((n for n in names.all if owner and n.listed == owner), None)


def _short_role(role: str, found: re.Match[str]) -> str:
    tail = role[found.start() :] if found.string == role else role
    return re.split(r"\b(?:said|says|who|told|when|a déclaré|sagte|dijo|disse|ha detto)\b", tail)[0].strip(
        " ,."
    )[:60]


def _leads(role: str, post: re.Match[str], other: re.Match[str]) -> bool:
    """ "Head of retail at the lender" holds a post; "president of the workers' union" and "former head of" speak for none."""
    between = role[post.end() : other.start()]
    return post.start() < other.start() and not re.fullmatch(
        r"\ (?:of|de|del|der|des|du|da|do|di|della|for|für)\ ?(?:the\ |la\ |los\ |les\ |l'|dos\ |dei\ )?(?:[\w-]+\ ){0,3}", between
    )
