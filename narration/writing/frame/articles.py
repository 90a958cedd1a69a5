"""The article of a heading inside a sentence: “the onset”, “a lumbar puncture”, “la preparación”.

Which words have one is data: a language tells it by the last word of the
heading, or by the gender of its first noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from narration import language
from narration.language.gender import is_feminine, is_plural

Article = Callable[[str, Mapping[str, Any], Callable[[str], bool]], str]
_PAIR = re.compile(r"(?P<first>[^\W\d_]+(?:, [^\W\d_]+)*) (?P<joint>[yeou]) (?P<last>[^\W\d_]+)(?P<rest>.*)")


def tokens(text: str) -> list[str]:
    return re.findall(r"[\w’'-]+", text)


def by_last_word(said: str, words: Mapping[str, Any], _is_thing: Callable[[str], bool]) -> str:
    """``said`` with its article, where ``words["last"]`` has its last word, or that of its first part (“scan of …”).

    ``words`` is a table of the style's: ``article``, the form ``before`` the
    sounds it names, and the words that ask for it or forbid it.  What
    comes after ``last_before`` asks for none (“care of your drain”).
    """
    found = tokens(said.lower())
    head = tokens(re.split(words["parts"], said.lower(), maxsplit=1)[0])
    whole = tokens(re.split(words.get("last_before", r"(?!)"), said.lower(), maxsplit=1)[0])
    if not {*whole[-1:], *head[-1:]} & {*words["last"]}:
        return said
    if len(found) > 1 and (found[0] in words["bare"] or re.search(words["bare_at"], said, re.IGNORECASE)):
        return said
    article = next((form for form, at in words["before"].items() if re.match(at, said)), words["article"])
    return f"{article} {said}"


def by_gender(said: str, words: Mapping[str, Any], is_thing: Callable[[str], bool]) -> str:
    """``said`` with an article by gender and number; each noun of a pair has its own.

    A name with a capital has the article that ``words["named"]`` gives it, or none.  ``is_thing`` tells nouns
    from other words that a heading may begin with.
    """
    found = tokens(said)
    first = found[0] if found else ""
    if first in words["bare"] or not first.islower():
        alone = first in words.get("named", {}) and not re.search(r":|^\w+\s[ye]\s|\s[ye]\s[^\W\d_a-z]", said)
        return f"{words['named'][first]} {said}" if alone else said
    return _pair(said, words, is_thing) or f"{_gendered(found, words)} {said}"


def _pair(said: str, words: Mapping[str, Any], is_thing: Callable[[str], bool]) -> str:
    """Two or more nouns, each with its article: ``riesgos y recuperación`` → ``los riesgos y la recuperación``."""
    pair = _PAIR.fullmatch(said)
    if pair is None:
        return ""
    nouns = [*pair["first"].split(", "), pair["last"]]
    if {*words["bare"], *words["no_gender"]} & set(nouns):
        return ""
    if not all(is_thing(noun) or noun in words.get("nouns_in_pairs", ()) for noun in nouns):
        return ""
    *first, last = [f"{_gendered([noun], words)} {noun}" for noun in nouns]
    joint = "y" if pair["joint"] in "ye" else "o"  # before an article “e” is “y” again, and “u” is “o”
    return f"{', '.join(first)} {joint} {last}{pair['rest']}"


def _gendered(found: Sequence[str], words: Mapping[str, Any]) -> str:
    """By the first word that shows a gender: a noun, or an adjective before it."""
    tag = str(words["language"])
    shows = next((word for word in found if word not in words["no_gender"]), found[0])
    many = is_plural(shows, tag)
    if not is_feminine(shows, tag):
        return "los" if many else "el"
    stressed = shows in language.load(tag, "gender")["el_before_stressed_a"]
    return "las" if many else "el" if stressed else "la"


ARTICLES: Mapping[str, Article] = {"last_word": by_last_word, "gender": by_gender}
"""What a style's ``by`` names."""
