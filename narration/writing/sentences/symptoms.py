"""Symptoms that a page only lists after “si”: closed with an “o”, and each of several with its verb (Spanish)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.sentences import euphony
from narration.writing.sentences.clauses import command, instructs, own_verb
from narration.writing.vocabulary import Vocabulary


def closed(text: str, signs: Mapping[str, Any], words: Vocabulary) -> str:
    """A short list of symptoms that a page leaves open, with its “o”: any of them is enough.

    “Llame si tiene mareo, sudor frío, palpitaciones” → “… sudor frío o palpitaciones”
    """
    main = re.match(signs["main"], text, re.IGNORECASE)
    begin, comma, last = text.rpartition(", ")
    case = begin[main.end() :] if main else ""
    has = re.match(signs["has"], case.partition(" ")[2], re.IGNORECASE)
    open_still = comma and re.match(signs["symptom"], last, re.IGNORECASE) and not re.search(r"\s[ou]\s", last)
    if main is None or not has or not open_still or not instructs(main["main"], words):
        return text
    # “dolor que no cede, orina oscura”, and no “mareo que viene con sudor, palpitaciones”.
    if re.search(r"\b(?:como|que)\b", re.sub(signs["short_relative"], "", case)) or own_verb(last, words):
        return text
    comma = "," if re.search(r"\s[ou]\s", case) or re.search(signs["short_relative"], case) else ""
    return f"{begin}{comma} {euphony.joint(words.grammar['or'], last, words)} {last}"


def with_commas(text: str, signs: Mapping[str, Any], words: Vocabulary) -> str:
    """Cases that semicolons part, after one instruction, as commas would part them, each symptom with its verb.

    “Llame si tiene fiebre; tos; o si sangra” → “Llame si tiene fiebre, si tiene tos, o si sangra”.  As it is where
    what follows a semicolon may be a sentence with its own condition (“…; si no, tome uno”).
    """
    first, *others = re.split(r";\s+", text)
    main = re.match(signs["main"], first, re.IGNORECASE)
    only_when = main and re.fullmatch(signs["only_when"], main["main"])
    if main is None or not others or not (only_when or instructs(main["main"], words)):
        return text
    if re.match(rf"{signs['if']}\s", main["main"], re.IGNORECASE):
        return text
    has = re.match(signs["has"], first[main.end() :].partition(" ")[2], re.IGNORECASE)
    if has:
        each = rf"^(?:[ou]\s+)?(?={signs['symptom']})"
        others = [
            re.sub(each, f"{signs['if']} {has[0]} ", other, flags=re.IGNORECASE)
            if not own_verb(re.sub(r"^[ou]\s", "", other).partition(" ")[2], words)
            else other  # “…; dolor leve es normal”
            for other in others
        ]
    pieces = [piece for other in others for piece in re.split(r",\s+", other)[1:]]
    if not all(re.match(rf"(?:[ou]\s+)?{signs['if']}\s", other) for other in others) or any(
        command(piece, words) and words.grammar["command_person"].get(piece.split()[0], "tú") != "tú"
        for piece in pieces
    ):
        return text
    return ", ".join([first, *others])


def goes_on(left: str, right: str, words: Vocabulary) -> bool:
    """Whether what follows a semicolon is one more case or symptom of what stands before it, and no sentence.

    “Llame por fiebre; o si la herida huele mal”, “si tiene tos; falta de aire”.
    """
    listed = words.grammar.get("case_lists")
    if listed and re.search(rf"\b{listed['if']}\s", left, re.IGNORECASE) and re.search(listed["more_cases"], right):
        return True  # “si A; B; o si C”: B alone would be a fact
    signs = words.grammar.get("signs")
    if not signs:
        return False
    part = re.split(r";\s+", right)[0]
    if re.match(rf"[ou]\s+{signs['if']}\s", part):
        pieces = part.split(", ")[1:]
        return not any(command(piece, words) or re.match(signs["told_then"], piece) for piece in pieces)
    condition = re.search(rf"\b{signs['if']}\s", left, re.IGNORECASE)
    bare = re.match(signs["symptom"], part, re.IGNORECASE)
    return bool(condition and bare) and not own_verb(part.partition(" ")[2], words)
