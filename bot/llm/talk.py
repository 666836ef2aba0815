"""Passages of an article that talk to a machine instead of a reader. Pure rules over a small lexicon.

They are left out of what a model is shown, and no quote or span may touch them. This only thins out the crude
attempts; what holds against the rest is that nothing counts that does not stand in the text.
"""

from __future__ import annotations

import re

from bot.text import sentences

_PATTERNS = (
    # "forget what you were told", in the languages of the wire
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:instruct\w*|prompts?|rules|guidelines|directions|above)\b",
    r"\b(?:ignore[zr]?|oublie[zr]?|ne tene?z (?:pas|aucun) compte)\b[^.\n]{0,40}\b(?:instructions|consignes|règles)\b",
    r"\b(?:ignorier\w*|vergiss|vergesst|vergessen sie|missachte\w*)\b[^.\n]{0,40}\b(?:anweisung\w*|instruktion\w*|vorgaben|regeln)\b",
    r"\b(?:ignor[aeo]\w*|olvid[ae]\w*|haz caso omiso)\b[^.\n]{0,40}\b(?:instruc\w+|indicaciones|órdenes|reglas)\b",
    r"\b(?:ignor[aei]\w*|esque[çc]\w*|desconsider\w*)\b[^.\n]{0,40}\b(?:instruç\w+|orientações|regras)\b",
    r"\b(?:ignor[aei]\w*|dimentica\w*|trascura\w*)\b[^.\n]{0,40}\b(?:istruzion\w+|indicazioni|regole)\b",
    r"(?:忽略|无视|無視|忘记|忘掉)[^。\n]{0,20}(?:指令|指示|提示|说明|規則|规则|命令)",
    r"(?:指示|命令|指令|プロンプト|ルール)[^。\n]{0,12}(?:無視|忘れ|従わない)",
    r"(?:지시|명령|지침|프롬프트|규칙)[^.\n]{0,15}(?:무시|잊)",
    # names of the machine
    r"\b(?:system|developer|assistant|hidden)\s+(?:prompt|message|note|instructions?)\b",
    r"\b(?:as an?|you are an?|dear|attention|note to|hey)\s+(?:AI|LLM|language model|chat ?bot|assistant|archive bot|bot)\b",
    r"(?:^|\n)\s*(?:system|assistant|developer)\s*[:：]",
    r"(?-i:\b(?:SYSTEM|ASSISTANT|DEVELOPER)\s*[:：])",
    r"\bdenials?\s+(?-i:d\d{1,2}\b)",
    r"\b(?:large )?language models?\b[^.\n]{0,60}\b(?:must|should|shall|reading|processing|return|output|mark|report)\b",
    r"<\|?/?(?:im_start|im_end|system|assistant|user|endoftext|instructions?|s)\|?>|\[/?INST\]|<</?SYS>>|###\s*(?:system|instruction|response)\b",
    # words of our own answers
    r"\b(?:no_bearing|partly_undercuts|same_matter|flat_denial|specific_denial|non_denial|time_bound_denial|third_party_denial|"
    r"no_response|no_comment|source_count|first_made)\b",
    r"[{\[]\s*\"(?:claims|responses|bearings|verdict|denial|kind|quote)\"\s*:",
    r"\bverdict\s*(?:[:=]|to|as|of)\s*[\"“']?(?:undercuts?|confirms?|overtaken)\b",
    r"\b(?:output|return|respond with|answer with|reply with|emit)\b[^.\n]{0,30}\b(?:json|verdict|confidence|tier)\b",
    r"(?-i:\bd\d{1,2}\b)[^.\n]{0,30}\b(?:undercuts?|confirm(?:s|ed)|overtaken)\b",
    r"\b(?:undercuts?|confirms?|overtaken)\b[^.\n]{0,30}(?-i:\bd\d{1,2}\b)",
)
_TALK = re.compile("|".join(f"(?:{p})" for p in _PATTERNS), re.I)
LEFT_OUT = "[…]"


def passages(text: str, lang: str = "en") -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences of `text` that hold such talk, in order, apart from each other."""
    hits = [(m.start(), m.end()) for m in _TALK.finditer(text)]
    if not hits:
        return []
    spans = [(a, b) for a, b in sentences(text, lang) if any(a < end and start < b for start, end in hits)]
    loose = [h for h in hits if not any(a <= h[0] and h[1] <= b for a, b in spans)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans + loose):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def without(text: str, lang: str = "en") -> str:
    """`text` with a mark in place of each such passage."""
    out, at = [], 0
    for start, end in passages(text, lang):
        out += [text[at:start], LEFT_OUT]
        at = end
    return "".join([*out, text[at:]])
