"""How English reports who said it: whose verb it is, and whether it only supposes. Pure.

English puts whoever speaks right before the verb, or right behind it after a quotation or a comma. Whoever else
stands in the sentence is spoken of: "X has not paid since May, seven of them said".
"""

from __future__ import annotations

import re

#: What begins a subject of its own in the middle of a sentence.
_BOUNDARY = re.compile(r"[,;:“”\"()—–]|\ -\ |\b(?:but|and|that|while|whereas|although|though|because|after|when|which|who)\b")
#: Words before a verb that are no subject: "X, in a statement on Friday, later said".
_ADVERBIAL = re.compile(
    r"\ *(?:(?:in|on|at|by|through|via|from|during|after|before|when|as|for|with|to|late|early|last|this|earlier|later|also|then|however|meanwhile|instead|yesterday|today|has|have|had|having|was|is|did|does|"
    r"would|could|will|may|might|must|should|not|never|still|again|once|twice|only|just|merely|simply|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w+ly)\b.*)?\ *",
    re.I,
)
#: A subject that names nobody: "seven of them", "a security researcher", "some of the staff", "residents".
_SOMEBODY = re.compile(
    r"\ *(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|scores|several|some|many|most|both|few|a few|others?|another|all|\d+|"
    r"the (?:researchers?|report|article|paper|newspaper|people|sources?|documents?|records?|e-?mails?|memos?|letter|lawsuit|complaint|suit|files?|tests?|study|union|men|women|man|woman|workers|families|villagers|residents))\b(?:\ [\w'-]+){0,14}?\ *",
    re.I,
)
#: Several of them are sources, whatever their posts.
_MANY = re.compile(r"\ *(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|scores|several|some|many|most|few|others?|\d+)\b", re.I)
#: Who may say it for a company without being named.
_FOR_IT = re.compile(r"\b(?:spokes\w+|statement|official|executive|director|manager|lawyers?|solicitors?|attorneys?|representatives?|boss|owner|founder|partner|chair\w*|officer|head|insider|source|e-?mail from|letter from|person close)\b", re.I)
#: A verb in its bare form denies nothing after these: "if X were to deny it", "X is expected to deny it".
_SUPPOSED = re.compile(r"\b(?:if|unless|whether|were\ to|should|might|may|could|would(?:\ have\ to)?|must|can|(?:expected|likely|asked|urged|invited|pressed|forced|free|able|unable|required|had|have|has)\ to|until|before|let)\b[^.,;]{0,30}$", re.I)


#: A clause that describes whoever speaks: "two managers, who do not know each other, said".
_WHO = re.compile(r",\ (?:who|which|whose|both\ of\ whom|neither\ of\ whom|all\ of\ whom)\b[^,;:“”\"]{3,140},")


def subject_before(frame: str, point: int) -> str:
    """The words between the verb at `point` and what stands before its clause; "" where only adverbs stand there."""
    frame = _WHO.sub(lambda m: " " * len(m.group()), frame[:point])
    edges = [m.end() for m in _BOUNDARY.finditer(frame)]
    words = frame[edges[-1] if edges else 0 : point].replace("_", "").lstrip()
    return "" if _ADVERBIAL.fullmatch(words) else words


#: What a person does who has no post and speaks for a company all the same.
ANSWERS_FOR = re.compile(r"\b(?:answered|answers|picked\ up|spoke\ for|speaks\ for|representing|represents|acting\ for|acts\ for)\b", re.I)


def described_before(frame: str, point: int) -> str:
    """The same, with a clause that describes whoever speaks: "a person at a firm that supplied it"."""
    edges = [m for m in _BOUNDARY.finditer(frame, 0, point)]
    if not edges or edges[-1].group() not in ("that", "which", "who"):
        return ""
    return frame[edges[-2].end() if len(edges) > 1 else 0 : point]


def somebody_says(frame: str, point: int) -> bool:
    """Is it somebody unnamed, who speaks for no company, whose verb stands at `point`?"""
    subjects = (" ".join(words.split()) for words in (subject_before(frame, point), described_before(frame, point)))
    return any(words and _SOMEBODY.fullmatch(words) and (_MANY.match(words) or not _FOR_IT.search(words)) for words in subjects)


def supposed(frame: str, verb: re.Match[str]) -> bool:
    """Is a denial or admission only supposed, asked for or expected?"""
    bare = verb.group().split(" ")[0].casefold() in _BARE
    return (bare and bool(_SUPPOSED.search(frame[: verb.start()]))) or bool(re.match(r"\W*(?:if|unless|should)\b", frame, re.I))


def tells_nothing(frame: str, verb: re.Match[str]) -> bool:
    """ "X told nobody", "X has not said", "if X says": no words of X follow."""
    return bool(_NOBODY.match(frame, verb.start()))


_NOBODY = re.compile(r"told\ (?:nobody|no\ one|no-one|none)\b", re.I)
#: Words whose source stands behind them.
_SOURCE = re.compile(r"\baccording\ to\b", re.I)


def sourced(frame: str) -> re.Match[str] | None:
    """Where a sentence names its source behind what it tells: "…, according to e-mails seen by this newspaper"."""
    return _SOURCE.search(frame)


_BARE = frozenset({"deny", "dispute", "reject", "dismiss", "confirm", "acknowledge", "admit", "concede", "contest", "refute", "rebut"})


#: Where what is told begins: a time behind it is not the verb's own ("said the launch in May was on time").
_TOLD = re.compile(r"_|[\"“”,;:]|\b(?:it|he|she|they|we|I|there|its|their|his|her|our|no|any|all|every|each|some|none|nothing|nobody|neither|whether|how|why|what|having|to|would|will)\b|(?<!at\ )(?<!in\ )(?<!on\ )\b(?:the|an?)\b", re.I)
_DENIED = re.compile(r"_|[\"“”;:]|\b(?:that|they|there|having|to|would|will|be)\b", re.I)
_THAT = re.compile(r"[^_\"“”;:]{0,60}?\bthat\b")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|would|will|did|does)\b", re.I)


def of_the_verb(frame: str, end: int, *, denies: bool) -> str:
    """The words behind a verb that may tell when it was said, rather than when what is told happened."""
    if (that := _THAT.match(frame, end)) and not _FINITE.search(that.group()):
        return that.group()
    stop = (_DENIED if denies else _TOLD).search(frame, end)
    return frame[end : min(stop.start() if stop else len(frame), end + 60)]


#: What parts a verb of saying from words that are not its own.
PARTED = re.compile(r"[;“”\"_]|,\ (?:and|but|while)\b")
#: "X has denied it": now, where nothing else tells that it was before.
_HAS = re.compile(r"(?<!that\ )(?<!which\ )(?<!company\ )\bhas\ (?=den|reject|dismiss)", re.I)


def fresh(words: str) -> str:
    """Words without a "has" that may tell of an answer given just now."""
    return _HAS.sub("", words)


#: Where one clause ends and another, with a subject of its own, may begin.
_CLAUSES = re.compile(r";|,\ (?:while|whereas|and|but|though|although)\b|\ (?:while|whereas)\ ")


def clause_around(frame: str, at: int) -> tuple[int, int]:
    """The clause of a sentence that holds an offset."""
    cuts = [0, *(m.end() for m in _CLAUSES.finditer(frame)), len(frame)]
    return max(c for c in cuts if c <= at), min(c for c in cuts if c > at) if at < len(frame) else len(frame)


#: A verb that has whoever speaks before it, and what is said before that: "It is untrue, X told the paper".
_LED = re.compile(r"(?P<said>.{12,}?),\ [^,;:“”\"_]{2,60}$", re.S)
_SUBORDINATE = re.compile(r"\W*(?:when|after|as|while|although|though|if|since|because|in|on|at|despite|asked|speaking|with|by|last|earlier|to|for|before|until|once|under|during|from|following)\b", re.I)
_CONTENT = re.compile(r"\b(?:that|it|he|she|they|there|its|had|was|were|would|has|is|are)\b|_", re.I)


def led_by(lead: str, words: str) -> str:
    """What stands before "…, X told the paper", where nothing but whom or how stands behind; "" for none."""
    m = _LED.match(lead)
    return m.group("said") if m and not _SUBORDINATE.match(lead) and not _CONTENT.search(words) else ""


#: Results and forecasts: said without being asked.
_RESULTS = re.compile(
    r"\b(?:profits?|loss(?:es)?|revenues?|sales|turnover|earnings|dividends?|margins?|guidance|outlook|forecasts?|bad\ loans|deposits|order\ books?|net\ income|EBITDA|quarter(?:ly)?|half-year|full-year|shareholders|buyback)\b", re.I)


def of_results(words: str) -> bool:
    """Do words speak of results, dividends or forecasts, as companies do without being asked?"""
    return bool(_RESULTS.search(words))


#: What allows no exception, or nothing else: "every invoice was paid", "it held test data only".
_ABSOLUTE = re.compile(
    r"\b(?:all|every|each|everything|everyone|everybody|always|solely|exclusively|nothing\ but|fully|entirely|properly|fairly|lawfully|legally|openly|on\ time|in\ full|never|none|nobody)\b|\bonly(?=[,.;:]|$)|\band\ only\b|\b(?:is|are|was|were)\ only\b",
    re.I,
)
#: Verbs of those who are contradicted.
_INSISTS = re.compile(r"insist|maintain|adamant|emphatic|categorical|unequivocal|counter|retort|protest|sw(?:ore|ear)|stress|contend|assert|argu|object|reiterat|affirm|reaffirm|assur|vow|promis|pledg", re.I)


def absolute(words: str) -> bool:
    """Do words leave no exception?"""
    return bool(_ABSOLUTE.search(words))


def insists(verb: str) -> bool:
    """Is it a verb of those who are contradicted?"""
    return bool(_INSISTS.search(verb))


#: Somebody told it to the newsroom: "a designer who left in May tells us".
TOLD_US = re.compile(r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some)\s(?:[\w'-]+,?\s){1,14}?(?:told|tells|tell|showed|sent|wrote\ to)\s(?:us|me|this\ (?:newspaper|paper|magazine|site|newsletter|blog))\b", re.I)
#: A person, whoever it is, of whom a sentence goes on.
_SOMEONE = re.compile(r"\W*(?:he|she)\b", re.I)


def of_a_person(frame: str) -> bool:
    """Does a sentence go on about "he" or "she"?"""
    return bool(_SOMEONE.match(frame))


#: Nouns among the verbs of saying.
_NOUN = re.compile(r"(?:statement|in (?:a|an)\b)", re.I)


def first_verb(found: list[re.Match[str]]) -> re.Match[str] | None:
    """The first verb of saying, where one stands; else the noun that stands for one ("in a statement")."""
    return next((m for m in found if not _NOUN.match(m.group())), found[0] if found else None)
