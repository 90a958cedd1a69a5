"""Abbreviations that agree with a noun: a side after it, a title before a name, a route after an injection."""

from __future__ import annotations

import re

from narration.language.gender import is_feminine
from narration.spoken.base import Words, ends_sentence, near_after, near_before, one_of


def agreeing(text: str, words: Words) -> str:
    """``ojo izq.`` → ``ojo izquierdo``; ``la Lic. Ruiz`` → ``la licenciada Ruiz``; ``inyección i.m.``."""
    data = words.data
    if "sides" not in data:
        return text

    def side(match: re.Match[str], feminine: bool) -> str:
        stop = "." if ends_sentence(near_after(match)) else ""
        return f"{match[1]}{match[2]}{data['sides'][match[3]][feminine]}{stop}"

    def title(match: re.Match[str]) -> str:
        before, after = near_before(match), near_after(match)
        first = re.match(r"\s+([A-ZÁÉÍÓÚÑ][a-záéíóúñ]+)\s+(?:de\s+)?(?:la\s+)?[A-ZÁÉÍÓÚÑ]", after)
        male = re.search(rf"(?i:\b(?:{data['masculine_before']}))\s+$", before)
        female = re.search(rf"(?i:\b(?:{data['feminine_before']}))\s+$", before) or (first and first[1].endswith("a"))
        said = str(data["titles"][match[1]][bool(female) and not male])
        return said.capitalize() if re.search(r"(?:^|[.?!]\s+)$", before) else said

    def route(match: re.Match[str]) -> str:
        stop = "." if match[3].endswith(".") and ends_sentence(near_after(match)) else ""
        return f"{match[1]}{match[2]}{data['routes'][match[3]]}{stop}"

    sides = one_of(data["sides"])
    text = re.sub(rf"\b([a-záéíóúñ]{{2,}})(\s+)({sides})\.", lambda m: side(m, is_feminine(m[1], words.language)), text)
    text = re.sub(rf"(\w*[oa])(\s*,?\s+[oyeu]\s+)({sides})\.", lambda m: side(m, m[1].endswith("a")), text)
    text = re.sub(rf"(?<!\w)({one_of(data['titles'])})\.(?=\s+[A-ZÁÉÍÓÚÑ])", title, text)
    return re.sub(rf"(?i:\b({data['route_after']}))(\s+)({one_of(data['routes'])})(?!\w)", route, text)
