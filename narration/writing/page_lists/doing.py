"""Points that tell what somebody does, under a beginning that takes things: “if you have” + “feeling faint”."""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import command, conditional, stands
from narration.writing.sentences.text import capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary


def said(stem: str, point: str, words: Vocabulary) -> str:
    """The two as one sentence; ``""`` for any other point."""
    ways = (_under_there_is, _under_have, _asked_about, _called_for, in_its_case)
    return next((found for way in ways if (found := way(stem, point, words))), "")


def in_its_case(stem: str, point: str, words: Vocabulary) -> str:
    """“Also bring” + “if you wear glasses, their case” → “If you wear glasses, also bring their case”.

    Not under a beginning that denies or has a case of its own: “Do not eat” would hold in that case only.
    """
    match = re.fullmatch(words.grammar["bullets"].get("in_its_case", r"(?!)"), point)
    if match is None or conditional(stem, words) or set(tokens(stem)) & set(words.grammar["negative"]):
        return ""
    if command(match["thing"], words) or stands(match["thing"], words, opening=False):
        return ""  # “if you use an inhaler, the nurse will keep it”
    return f"{capitalised(match['case'])}, {decapitalised(stem)} {match['thing']}"


def _called_for(stem: str, point: str, words: Vocabulary) -> str:
    """“Call us for” + “can’t pass urine” → “Call us if you can’t pass urine”."""
    grammar = words.grammar["bullets"].get("called_for")
    call = re.fullmatch(grammar["at"], stem) if grammar else None
    if grammar is None or call is None:
        return ""
    found = next((said for pattern, said in grammar["said"].items() if re.match(pattern, point)), "")
    return f"{call['order']} {found} {decapitalised(point)}" if found else ""


def _asked_about(stem: str, point: str, words: Vocabulary) -> str:
    """“We want to know about” + “whether you smoke” → “We want to know whether you smoke”."""
    pattern = words.grammar["bullets"].get("asked_about")
    about = re.search(pattern["at"], stem) if pattern and re.match(pattern["asks"], point) else None
    return f"{stem[: about.start('about')].rstrip()} {point}" if about else ""


def _under_there_is(stem: str, point: str, words: Vocabulary) -> str:
    """“Rarely there can be” + “becoming allergic” → “Rarely you can become allergic”."""
    grammar = words.grammar["bullets"]
    there = re.search(grammar.get("there_is", r"(?!)"), stem)
    doing = re.match(grammar.get("doing", r"(?!)"), point)
    if there is None or doing is None:
        return ""
    said = f"{stem[: there.start()]}{grammar['who'].strip()} {there['modal']}{there['also'] or ''}"
    return capitalised(f"{said} {grammar['does'][doing['doing'].lower()]} {doing['rest']}")


def _under_have(stem: str, point: str, words: Vocabulary) -> str:
    """“Call if you have” + “feeling faint” → “Call if you are feeling faint”, also after “…, or”.

    Not where a trouble before the comma may be one of both: “trouble walking, or seeing”.
    """
    grammar = words.grammar["bullets"].get("doing_under_have")
    have = re.search(grammar["at"], stem) if grammar else None
    if grammar is None or have is None:
        return ""
    am = grammar["say"][have["have"].lower()]
    first = re.match(grammar["first"], point)
    begin = f"{stem[: have.start('have')]}{am}" if first else stem
    if first and (thing := re.search(grammar["thing"], point)):  # “passing little urine, or pain in the back”
        return f"{begin} {point[: thing.start('thing')]}{have['have']} {point[thing.start('thing') :]}"
    *before, last = re.split(grammar["or"], point, maxsplit=1)
    later = before and re.match(grammar["later"], last) and not re.search(grammar["may_own"], before[0])
    if not first and not later:
        return ""
    joint = point[len(before[0]) : len(point) - len(last)] if before else ""
    told = f"{begin} {before[0]}{joint}{am} {last}" if later and not first else f"{begin} {point}"
    return re.sub(grammar["able"]["at"], grammar["able"]["say"], told)
