"""Syllables of a word: a rule, and for English the words that the rule gets wrong.

``narration/language/en/syllables.txt`` holds those exceptions, made from the
CMU Pronouncing Dictionary (BSD-2-Clause, see CMUDICT.txt beside it) by
``benchmarks/syllables.py``: with them, every word of that dictionary has its
count.  For a word that is not in it the rule alone speaks; the same benchmark
prints how often it is right.

Spanish is written as it is said, so its rule needs no list (Real Academia
Española, *Ortografía*, 2010: two strong vowels make two syllables, a weak one
without an accent joins its neighbour).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from narration import language
from narration.language_tags import primary

_CLITICS = {"s", "t", "d", "ll", "re", "ve", "m"}
_MORE = re.compile(
    r"i[ao](?!u)|iu(?!s)|ya(?!$)|eo(?!u)|ui(?=n[gt])|uou|[aeou]ing|ua(?![ir])|ie(?=t|st$|r$)"
    r"|(?<![cstgx])ious|^re[aeiou]"
)
_FEWER = re.compile(r"[ctsgx]i(?:a(?!t)|ou|o)|gui|qui[nt]|qua|gua|geo")
_SILENT_INSIDE = re.compile(r"[^aeiouy]e(?:ly|ment|ments|ful|less|ness|times?|where|thing)")
_SILENT_END = re.compile(
    r"(?<=[^aeiouylr])e$|(?<=[^l])re$|(?<=[aeiouy])le$|(?<=[^aeiouytd])(?<!l)ed$|(?<=[aeiouylr]l)ed$"
    r"|(?<=[^aeiouycgszxhl])es$|(?<=[aeiouylr]l)es$|(?<=[^cst]h)es$"
)


def count(word: str, tag: str) -> int:
    """How many syllables a written-out word has, at least one; ``tag`` is a BCP 47 tag."""
    return _count(word.lower().replace("’", "'"), primary(tag))


@lru_cache(maxsize=20_000)
def _count(word: str, base: str) -> int:
    parts = [part for part in re.split(r"[^\w']+", word) if part]
    known = _exceptions(base)
    rule = spanish if base == "es" else english
    return max(1, sum(known.get(part) or rule(part) for part in parts))


@cache
def _exceptions(base: str) -> dict[str, int]:
    resource = files(language.__name__) / base / "syllables.txt"
    if not resource.is_file():
        return {}
    found: dict[str, int] = {}
    for line in resource.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            number, *listed = line.split()
            found |= dict.fromkeys(listed, int(number))
    return found


def english(word: str) -> int:
    """Groups of vowels, less the silent ones, more where two vowels meet that are said apart."""
    base, _, clitic = word.partition("'")
    groups = len(re.findall(r"[aeiouy]+", base))
    groups -= bool(_SILENT_END.search(base)) + bool(_SILENT_INSIDE.search(base))
    groups += len(_MORE.findall(base)) - len(_FEWER.findall(base)) + bool(re.search(r"(?:sm|thm)s?$", base))
    # “Knox’s” has a vowel that is not written; so has “would’ve”, after a consonant.
    unwritten = {"s": r"(?:[sxz]|[cs]h|[cg]e)$", "ve": r"[dt]$", "d": r"[dt]$", "t": r"[ds]n$"}
    if clitic in unwritten:
        groups += bool(re.search(unwritten[clitic], base))
    elif clitic and clitic not in _CLITICS:
        groups += english(clitic)
    return max(1, groups)


def spanish(word: str) -> int:
    """Vowels, less the weak ones that join a neighbour; the ``u`` of ``que`` and ``gui`` is silent."""
    plain = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "g", word.replace("'", ""))
    # A final y is a vowel (“hoy”), and so is the lone “y”; elsewhere it is a consonant.
    plain = re.sub(r"y(?=[aeiouáéíóú])", "j", plain)
    groups = 0
    for run in re.findall(r"[aeiouyáéíóúü]+", plain):
        strong = sum(letter in "aeoáéóíú" for letter in run)
        groups += max(1, strong)
    return max(1, groups)
