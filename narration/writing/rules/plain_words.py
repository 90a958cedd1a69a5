"""Formal words to plain ones, in the same inflection, where the words beside them show the meaning.

The longest entry wins; the first letter keeps its case; what stands in
quotation marks, in a name or in an address (``www.clinic.org/cardiac``), is somebody's own word and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from narration.language.plain import PlainWord
from narration.writing.sentences import euphony
from narration.writing.vocabulary import Vocabulary

_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\"|(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)+/\S+)")
_WORD = re.compile(r"[\w’'-]+")
_BESIDE = 6
_SHORT_WORD = 3
_NEAR = 40
"""How many characters to look at on each side of a word for its neighbours."""
_ARTICLE_WITHIN = 4
"""How many words before a noun its article may stand: “an urgent and full assessment”."""
_WORDS_BEFORE_SUBJECT = 2
"""A noun after no more words than these is what its sentence is about, and the next one may go on about it."""

_NO_NOUN = (
    *("prepositions", "determiners", "pronouns", "auxiliaries"),
    *("modals", "relatives", "subordinators", "after_verb"),
)
"""Lists of words that begin no noun."""


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence in plain words."""
    if not words.plain:
        return [sentence]
    said_before: list[str] = []
    all_words = frozenset(_WORD.findall(sentence.lower()))

    def plain(found: re.Match[str]) -> str | None:
        """What is said for an entry; None where it stays as it is."""
        formal, text, after = found[0], found.string, found.string[found.end() :]
        entry = words.plain[" ".join(formal.lower().split())]
        before = _WORD.findall(text[max(0, found.start() - _NEAR) : found.start()].lower())
        beside = _WORD.findall(after[:_NEAR].lower())
        # “Acuda, a la hora que sea” is no “acuda a”: what must follow does so at once.
        parted = entry.before and "" not in entry.before and re.match(r"\s+[\w’'-]", after) is None
        if not entry.fits(before[-1] if before else "", _beside(beside) if not parted else "", all_words):
            return None
        if _stays(found, entry, before, words):
            return None
        around = words.around or sentence
        if entry.genders and _shows_gender(formal, before[-1:], entry.genders, around, words):
            return None
        if sentence.endswith("?") and formal.lower() in words.grammar["not_in_questions"]:
            return None
        if _repeats(entry.say, formal, [*before[-_BESIDE:], *beside[:_BESIDE], *said_before]):
            return None
        said_before.extend(_WORD.findall(entry.say))
        said = _tense(entry, before[-3:], beside[0] if beside else "", words)
        if formal.endswith(",") and said[-1:].isalpha() and text[: found.start()].rstrip().endswith(","):
            said += ","  # “Es importante, asimismo, que …”: both commas stay, or neither
        return said[0].upper() + said[1:] if formal[0].isupper() else said

    pieces = _QUOTED.split(sentence)
    changed = "".join(piece if at % 2 else _replaced(piece, words, plain) for at, piece in enumerate(pieces))
    return [_articles(changed, sentence) if words.language == "en" else euphony.mended(changed, sentence, words)]


def _replaced(text: str, words: Vocabulary, plain: Callable[[re.Match[str]], str | None]) -> str:
    """The text with what ``plain`` says for each entry.

    Where one stays, what begins with its next word is asked: “hours prior” stays before “to”, and “prior to” becomes
    “before”.
    """
    made, at, pattern = "", 0, _pattern(tuple(words.plain))
    while found := pattern.search(text, at):
        said = plain(found)
        end = found.end() if said is not None else found.start() + len(found[0].split()[0])
        made += text[at : found.start()] + (text[found.start() : end] if said is None else said)
        at = end
    return made + text[at:]


def _stays(found: re.Match[str], entry: PlainWord, before: list[str], words: Vocabulary) -> bool:
    """Whether what stands around an entry shows that it is said as it is: a name, a short name, what it governs."""
    text, after = found.string, found.string[found.end() :]
    return (
        _describes(entry, before[-1:], _WORD.findall(after[:_NEAR].lower())[:1], words)
        or re.match(r"\s\([A-Z]{2,5}\)", after) is not None  # “por vía intravenosa (IV)”: the letters are of this word
        or _governs_more(found[0], entry.say, after, words)
        or _is_brought(found[0], after, words)
        or (found[0][0].isupper() and _in_a_name(text, found))
        or _is_named(before, words)
        or (entry.counted and not _has_article(before, words))
    )


def _has_article(before: list[str], words: Vocabulary) -> bool:
    """Whether what stands before a noun makes it one of several: “a full”, “each”; “for urgent” does not."""
    grammar = words.grammar
    for word in reversed(before[-_ARTICLE_WITHIN:]):
        if word in grammar["determiners"] or word in grammar["makes_one"]:
            return True
        if word in grammar["prepositions"] or word in grammar["auxiliaries"]:
            return False
    return False


def _shows_gender(noun: str, before: list[str], genders: str, around: str, words: Vocabulary) -> bool:
    """Whether words around a noun show its gender: “pequeñas incisiones”, “la incisión …; ésta se cierra”."""
    described = re.match(words.grammar["described"][genders], before[0]) if before else None
    if described and before[0] not in words.grammar["verbs"]:
        return True
    sentence, _, following = around.lower().partition("\n")
    lead, _, after = sentence.partition(noun.lower())
    about = f"{after} {following}" if len(lead.split()) <= _WORDS_BEFORE_SUBJECT else after
    return re.search(words.grammar["speaks_of"][genders], about) is not None


def _is_brought(found: str, after: str, words: Vocabulary) -> bool:
    """Whether what is to be read is the sheet in the hand: “Lea esta hoja y tráigala”; nobody brings what he hears."""
    paper = words.grammar.get("paper")
    return bool(paper and re.match(paper["read"], found) and re.search(paper["kept"], after))


def _governs_more(found: str, said: str, after: str, words: Vocabulary) -> bool:
    """Whether the preposition that an entry ends in comes once more: “consta de un receptor y de una guía”."""
    preposition = found.lower().split()[-1]
    if after.lstrip()[:1].isdigit():
        return False  # “un mínimo de 6 horas”
    if preposition not in words.grammar["prepositions"] or said.split()[-1] == preposition:
        return False
    joints = "|".join(str(words.grammar["bullets"][key]) for key in ("and", "or"))
    clause = re.split(r"[.;:]", after)[0]
    return re.search(rf"(?:,|\b(?:{joints}))\s+{preposition}\b", clause, re.IGNORECASE) is not None


def _describes(entry: PlainWord, before: list[str], after: list[str], words: Vocabulary) -> bool:
    """Whether a participle tells what kind a noun is of: “a retained stone”, “modified diet”, “the assessing doctor”.

    What was done to it, the plain participle tells of a deed only: “a kept stone”, “changed diet”.
    """
    grammar = words.grammar
    if not entry.form or not after or after[0].endswith(("ly", "ing")):
        return False
    if entry.form == "noun":  # “the assessment nurse”, “the refreshment lounge”: who or where is named so
        return after[0].removesuffix("s") in {*grammar["persons"], *grammar["named_places"]}
    if any(after[0] in grammar[key] for key in _NO_NOUN):
        return False
    if set(before) & set(grammar["determiners"]):
        return True
    return entry.form == "participle" and not set(before) & {*grammar["auxiliaries"], *grammar["pronouns"]}


def _beside(after: list[str]) -> str:
    """The word after an entry; ``0`` stands for every number in figures."""
    following = after[0] if after else ""
    return "0" if following[:1].isdigit() else following


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capital is a name's, and not a sentence's: “Servicio de Patología”, “Respiratory Day Unit”."""
    if re.search(r"[\w,]\s+$", text[: match.start()]):
        return True
    after = re.match(r"[ -](?!(?:I|Dr|Mr|Mrs|Ms|Miss|Prof|St)\b)[A-Z][a-z]+", text[match.end() :])
    return after is not None and match[0].split()[-1][0].isupper()


def _is_named(before: list[str], words: Vocabulary) -> bool:
    """Whether a word is what a thing is called: “a cut, called an incision”."""
    articles = set(words.grammar["articles"]) if before[-1:] and before[-1] != words.grammar["called"] else set()
    named = before[:-1] if set(before[-1:]) & articles else before
    return bool(set(named[-1:]) & {words.grammar["called"], *words.grammar.get("also_called", ())})


def _repeats(say: str, formal: str, beside: list[str]) -> bool:
    """Whether the plain word stands near already: “feel a tapping sensation” gains nothing from “feeling”."""
    said = {_root(word) for word in _WORD.findall(say) if len(word) > _SHORT_WORD}
    return bool(said & {_root(word) for word in beside}) and not said & {_root(word) for word in formal.split()}


def _root(word: str) -> str:
    return re.sub(r"(?:ings?|ed|s)$", "", word.lower())


def _tense(entry: PlainWord, before: list[str], after: str, words: Vocabulary) -> str:
    """A participle after ``is`` or ``have``, or where nothing follows that it could act on; else the past tense."""
    if not entry.past:
        return entry.say
    grammar = words.grammar
    if set(before) & set(grammar["auxiliaries"]):
        return entry.say
    active = (before and before[-1] in grammar["pronouns"]) or after in grammar["determiners"]
    return entry.past if active else entry.say


@lru_cache(maxsize=8)
def _pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    """Grouped by their first letters, so that few of some thousand entries are tried at each place.

    Whose something is stays: “several patients’ rooms” are not “several people’ rooms”.
    """
    groups: dict[str, list[str]] = {}
    for entry in sorted(entries, key=len, reverse=True):
        groups.setdefault(entry[:3], []).append(re.escape(entry[3:]).replace(r"\ ", r"\s+"))
    alternatives = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
    owns = r"(?<=s)['’](?=[\s,.;:)]|$)"
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])(?!{owns})", re.IGNORECASE)


def _articles(changed: str, original: str) -> str:
    """A new word may ask for ``an`` where the old one had ``a``; untouched articles stay as they were."""
    before = {match.group(0).lower() for match in re.finditer(r"\ban?\s+\w+", original, re.IGNORECASE)}

    def mend(match: re.Match[str]) -> str:
        if match.group(0).lower() in before:
            return match.group(0)
        article = "an" if match[2][0].lower() in "aeiou" and not re.match(r"(?i)(uni|use|one)", match[2]) else "a"
        return (article.capitalize() if match[1][0].isupper() else article) + " " + match[2]

    return re.sub(r"\b([Aa]n?)\s+(\w+)", mend, changed)
