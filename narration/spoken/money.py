"""Amounts of money, in words but for the digits."""

from __future__ import annotations

import re

from narration.spoken.base import NUMBER, Words, one_of
from narration.spoken.value import read


def money(text: str, words: Words) -> str:
    """``£2.50`` → ``2 pounds and 50 pence``; ``12 €`` → ``12 euros``; ``$5-10`` → ``5 to 10 dollars``."""
    table, codes = words.data["money"], words.data["money_codes"]
    signs, named = one_of(table), one_of(codes)
    span = rf"({NUMBER})(?:\s*[–-]\s*(?:{signs})?({NUMBER}))?"
    size = rf"(?:\s?({one_of(words.data['magnitudes'])})(?!\w))?"

    def said(names: list[str], match: re.Match[str], first: int) -> str:
        return _said(names, match[first], match[first + 1], match[first + 2], words)

    sign = rf"(?<!\w)(?:{signs})\s?"
    text = re.sub(rf"{sign}(?={span}{size}\s(?:{_names(words)})(?!\w))", "", text)
    text = re.sub(rf"{sign}{span}{size}\s?({named})(?!\w)", lambda m: said(codes[m[4]], m, 1), text)
    text = re.sub(rf"(?<!\w)({named})\s?(?:{signs})?\s?{span}{size}(?!\w)", lambda m: said(codes[m[1]], m, 2), text)
    text = re.sub(rf"(?<!\w)({signs})\s?{span}{size}(?!\w)", lambda m: said(table[m[1]], m, 2), text)
    text = re.sub(rf"(?<![\w.,]){span}{size}\s?({named})(?!\w)", lambda m: said(codes[m[4]], m, 1), text)
    text = re.sub(rf"(?<![\w.,]){span}{size}\s?({signs})(?!\w)", lambda m: said(table[m[4]], m, 1), text)
    for letter, (one, many) in words.data["small_money"].items():
        text = re.sub(rf"(?<![\w.,])1{letter}(?!\w)", f"1 {one}", text)
        text = re.sub(rf"(?<![\w.,])(\d{{1,2}}){letter}(?!\w)", rf"\1 {many}", text)
    return text


def _said(names: list[str], low: str, high: str | None, magnitude: str | None, words: Words) -> str:
    if magnitude:
        amount = f"{low} {words.data['to']} {high}" if high else low
        return f"{amount} {words.data['magnitudes'][magnitude]} {names[1]}"
    if high:
        return f"{low} {words.data['to']} {high} {names[1]}"
    value = read(low, words)
    if len(value.decimals) != len("00"):
        return f"{low} {names[0] if low == '1' else names[1]}"
    small = f"{int(value.decimals)} {names[2] if value.decimals == '01' else names[3]}"
    if not int(value.whole) and int(value.decimals):
        return small
    whole = f"{value.whole} {names[0] if value.whole == '1' else names[1]}"
    return f"{whole} {words.data['money_and']} {small}" if int(value.decimals) else whole


def _names(words: Words) -> str:
    """What money is called in full; a sign before such an amount says nothing more."""
    tables = [*words.data["money"].values(), *words.data["money_codes"].values()]
    return one_of(sorted({name for names in tables for name in names[:2]}))
