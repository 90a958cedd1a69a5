"""Amounts of money, in words but for the digits."""

from __future__ import annotations

import re

from narration.spoken.base import NUMBER, Words, one_of
from narration.spoken.value import read


def money(text: str, words: Words) -> str:
    """``£2.50`` → ``2 pounds and 50 pence``; ``12 €`` → ``12 euros``; ``$5-10`` → ``5 to 10 dollars``."""
    table = words.data["money"]
    signs = one_of(table)
    span = rf"({NUMBER})(?:\s*[–-]\s*({NUMBER}))?"

    def said(sign: str, low: str, high: str | None) -> str:
        names = table[sign]
        if high:
            return f"{low} {words.data['to']} {high} {names[1]}"
        value = read(low, words)
        if len(value.decimals) != 2:
            return f"{low} {names[0] if low == '1' else names[1]}"
        small = f"{int(value.decimals)} {names[2] if value.decimals == '01' else names[3]}"
        whole = f"{value.whole} {names[0] if value.whole == '1' else names[1]}"
        return f"{whole} {words.data['money_and']} {small}" if int(value.decimals) else whole

    text = re.sub(rf"(?<!\w)({signs})\s?{span}(?!\w)", lambda m: said(m[1], m[2], m[3]), text)
    text = re.sub(rf"(?<![\w.,]){span}\s?({signs})(?!\w)", lambda m: said(m[3], m[1], m[2]), text)
    for letter, (one, many) in words.data["small_money"].items():
        text = re.sub(rf"(?<![\w.,])1{letter}(?!\w)", f"1 {one}", text)
        text = re.sub(rf"(?<![\w.,])(\d{{1,2}}){letter}(?!\w)", rf"\1 {many}", text)
    return text
