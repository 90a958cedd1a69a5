"""Titles and headings as a voice says them inside a sentence: their case, and no labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePath

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W_]+)*")
_LABEL = re.compile(r"^(?:[QF]\s*[:.]|[QP]\d+\s*[:.])\s*")
_FEWEST_WORDS = 2
_SHORT_WORD = 4
"""Title case leaves words up to this length small (with, from)."""
_LETTER_WORDS = frozenset("aeouy")
"""Single letters that are words of a language; any other names something (“I”, “hepatitis B”)."""
_MIXED = re.compile(r"[a-záéíóúüñ]-?[A-ZÁÉÍÓÚÜÑ]{2}")
_VOWEL = re.compile(r"[aeiouyáéíóúü]")
_LONGEST_ACRONYM = 5
_LONGEST_INITIALS = 7
_FEWEST_IN_PHRASE = 4
_LETTERS_OF_A_JOINT = 2
_SHOUTED = re.compile(r"(?<![\w(])[^\W\d_a-z₀-₉]+(?:[ '’&/-]+[^\W\d_a-z₀-₉]+)*(?![\w)])")
"""Words in capitals side by side; one that stands in brackets, or has small figures (“CO₂”), is an acronym."""
_SHOUTED_LABEL = re.compile(r"([^\W\d_a-z]{2,}(?:[ '’&/-]+[^\W\d_a-z]+)*)(?: \([^()]*\d[^()]*\))?:\s(?!\(?\+?\d)")
"""“PAIN: Expect …”, “COMMON (1 in 50): …”; what stands before a number (“SAMU: 131”) is a name."""
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,}")


def known_case(
    texts: Iterable[str], also_short: Collection[str] = (), ordinary: Collection[str] = ()
) -> dict[str, str]:
    """Words that the running text always writes with capitals (ECT, Lincoln), by their lower-case form.

    A word in capitals that is mostly written in small letters is only stressed (“the SAME day”); one of
    ``also_short`` may be a short name all the same (“US”, “IT”), one of ``ordinary`` never is (“BEFORE”).
    Where a page's labels are in capitals (“PAIN: …”, “ACTIVITY: …”), their words are known as ordinary ones.
    """
    capitals: dict[str, str] = {}
    lower: set[str] = set()
    begun: set[str] = set()
    inner: set[str] = set()
    labels: list[str] = []
    small: Counter[str] = Counter()
    for text in texts:
        first = True
        shouted = text.isupper() or shouts(text) or title_case(text)
        label = None if shouted else _SHOUTED_LABEL.match(text)
        labels += _WORD.findall(label[1]) if label else ()
        runs = [run.span() for run in _SHOUTED.finditer(text) if _is_stressed(run[0])]
        for match in _WORD.finditer(text, label.end() if label else 0):
            word = match[0]
            if any(begin <= match.start() < end for begin, end in runs):
                continue
            if word.isupper() and len(word) > _SHORT_WORD and word.lower() in ordinary:
                continue  # “BEFORE you come” is only stressed
            if word.islower():
                lower.add(word)
                small[word] += 1
            elif not shouted and (not first or sum(map(str.isupper, word)) > 1 or _of_a_name(text, match)):
                capitals.setdefault(word.lower(), word)
            small[word.lower()] -= word.isupper() and not shouted
            beside = not first or re.match(r"\s[^\W\d_a-z]{2}", text[match.end() :])
            if not shouted and (word.istitle() or (word.isupper() and beside)):
                (begun if word.istitle() else inner).add(word.lower())
            first = text[match.end() : match.end() + 1] in (".", ":", "?", "!")
    # “CALL 911” only begins loudly, where the page has “Call the clinic” as well; “IT” and “us” are two words.
    loud = {word for word in (begun | lower) - inner if len(word) >= _SHORT_WORD and _VOWEL.search(word)}
    known = {key: word for key, word in capitals.items() if key not in lower or sum(map(str.isupper, word)) > 1}
    loud |= {word for word, more in small.items() if more >= 0 and word in lower and word not in also_short}
    known = {key: word for key, word in known.items() if not (word.isupper() and key in loud)}
    if any(len(label) > _LONGEST_ACRONYM for label in labels):
        known |= {word: word for word in map(str.lower, labels) if word not in known and _VOWEL.search(word)}
    return known


def _is_stressed(run: str) -> bool:
    """Whether words in capitals side by side are stressed, and no short names: one has too many letters for that."""
    words = [word for word in _WORD.findall(run) if len(word) > 1]
    longest = max((len(part) for word in words for part in word.split("-")), default=0)
    return len(words) >= _FEWEST_WORDS and longest > _LONGEST_ACRONYM


def shouts(text: str) -> bool:
    """Whether a text is in capitals but for a few words: ``CALL US AT ONCE (555 0199, 24 hrs) IF:``."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    loud = [word for word in words if word.isupper()]
    return len(loud) * 2 > len(words) and any(len(word) > _LONGEST_ACRONYM for word in loud)


def _of_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence's first word has a capital because a name begins with it: “Saltgrass House is …”."""
    return re.match(r" [A-ZÁÉÍÓÚÑ][a-záéíóúüñ]{2,}\b", text[match.end() :]) is not None


def unshouted(name: str, known: Mapping[str, str]) -> str:
    """A heading in capitals as any other, and no question's “Q:”: ``BEFORE ECT`` → ``Before ECT``."""
    name = unlabelled(name)
    if name.lower() in known and len(name) > 1:
        return name
    return calm_case(name, known, loud=name.isupper())


def calm_case(text: str, known: Mapping[str, str], loud: bool = False) -> str:
    """A text without what shouts in it: ``PAIN: Expect an ache.`` → ``Pain: Expect an ache.``

    A short one (``SAMU: 131``) may be a name, unless it is known to be ``loud``.
    """
    said = (
        _lowered(text, known)
        if loud or shouts(text)
        else _SHOUTED.sub(lambda run: _part_lowered(run[0], known, text), text)
    )
    return text if said == text else re.sub(r"^\W*[^\W\d_]", lambda match: match[0].upper(), said)


def _lowered(text: str, known: Mapping[str, str]) -> str:
    """In lower case but for names and acronyms, which are known or have no vowel (NHS)."""

    dotted = [found.span() for found in _DOTTED.finditer(text)]

    def said(match: re.Match[str]) -> str:
        word = match[0].lower()
        if any(begin <= match.start() < end for begin, end in dotted):
            return match[0]
        if len(word) == 1:
            return match[0] if _is_a_name(match, text) else word
        if _MIXED.search(match[0]) or _is_a_second_name(match, text):
            return match[0]  # “Anti-VEGF”: small letters among capitals show what is meant
        if word[:2] in ("i’", "i'"):
            return f"I{word[1:]}"
        if word in known:
            return known[word]
        parts = match[0].split("-")  # “ANTI-VEGF”, where the text has “VEGF”
        lowered = "-".join(known.get(part.lower(), part.lower()) for part in parts)
        return lowered if _VOWEL.search(word) else match[0]

    return _WORD.sub(said, text)


def _is_a_second_name(word: re.Match[str], text: str) -> bool:
    """Whether a word alone in brackets is a brand (“Eylea”), or the initials of the words before it (“LEOCH”)."""
    before = text[: word.start()]
    if not before.endswith("(") or text[word.end() : word.end() + 1] != ")":
        return False
    if not word[0].isupper():
        return word[0][:1].isupper() and word[0].isalpha()
    named = word[0][0] == text.lstrip()[:1] or re.search(r"\b" + ".*".join(word[0]), before) is not None
    return 1 < len(word[0]) <= _LONGEST_INITIALS and word[0].isalpha() and named


def _is_a_name(letter: re.Match[str], text: str) -> bool:
    """Whether a single letter is no word, or part of a short name with a sign in it (“A&E”, “B12”)."""
    beside = text[max(0, letter.start() - 1) : letter.start()], text[letter.end() : letter.end() + 1]
    if letter[0].lower() not in _LETTER_WORDS:
        # After an apostrophe a letter is the end of a word (“WHAT’S”).
        return beside[0] not in ("’", "'")
    return any(sign == "&" or sign.isdigit() for sign in beside if sign)


def _part_lowered(run: str, known: Mapping[str, str], text: str) -> str:
    """A shouted part of a mixed name: ``SHOCK WAVE THERAPY - step by step``.  Acronyms alone (``MRI CT``) stay.

    So many words in a row with one like “of” are none, however short they are: ``LOS DÍAS EN CASA: dolor``.
    """
    words = _WORD.findall(run)
    ordinary = all(known.get(word.lower(), word).islower() for word in words)
    small = any(len(word) == _LETTERS_OF_A_JOINT and _VOWEL.search(word.lower()) for word in words)
    joined = small and text.startswith(f"{run}:") and not text.isupper()
    long = (joined and len(words) >= _FEWEST_IN_PHRASE) or any(len(word) > _LONGEST_ACRONYM for word in words)
    return _lowered(run, known) if ordinary or long else run


def unlabelled(name: str) -> str:
    """A heading without its marks, a question without its “Q:”."""
    return _LABEL.sub("", name.strip().strip("*_").strip())


def uncalled(name: str) -> str:
    """A heading that calls out, without the marks of it: ``¡Vuelva!`` → ``Vuelva``, ``Call us!`` → ``Call us``."""
    called = re.fullmatch(r"¡?([^¡!¿?]+)!+", name.strip())
    return called[1].strip() if called else name


def inside(name: str, known: Mapping[str, str]) -> str:
    """A heading as inside a sentence: ``Gradual Return`` → ``gradual return``, ``IV Line`` → ``IV line``."""

    bare = unlabelled(name)
    keeps = _sentence_case(bare)

    def said(match: re.Match[str]) -> str:
        word = match[0]
        if keeps and match.start() and not bare[: match.start()].endswith(": "):
            return word
        if len(word) == 1:
            return word if word.isupper() and _is_a_name(match, bare) else word.lower()
        if (
            word[:2] in ("I’", "I'")
            or (len(word) > 1 and word.isupper())
            or sum(map(str.isupper, re.sub(r"-.*", "", word))) > 1
        ):
            return word
        parts = (part if len(part) > 1 and part.isupper() else part.lower() for part in word.split("-"))
        return known.get(word.lower(), "-".join(parts))  # “Anti-VEGF” → “anti-VEGF”

    return _WORD.sub(said, bare).rstrip(" .:")


def _sentence_case(name: str) -> bool:
    """Whether only names have capitals here: some longer word after the first has none."""
    return any(word.islower() for word in _WORD.findall(name)[1:] if len(word) > _SHORT_WORD)


def title_case(text: str) -> bool:
    """Whether each word has a capital, as in a title (“Let Us Know If”): then a capital shows no name."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return len(words) > _FEWEST_WORDS and all(word[0].isupper() for word in words)


def mostly_titled(text: str) -> bool:
    """Whether nearly all words have a capital, as in a title with its small words: “You Have Come to the End”."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return len(words) > _FEWEST_IN_PHRASE and sum(word[0].isupper() for word in words) * 4 >= len(words) * 3


def of_persons(texts: Iterable[str], pattern: str) -> dict[str, str]:
    """The names that stand after a title (“Dr. Bell”), by their lower-case form; ``pattern`` has them as ``name``.

    What the texts have as a word in small letters, too, is no name alone.
    """
    found = [match for text in texts for match in re.finditer(pattern, text)]
    small = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    said = {part.lower(): part for match in found for part in (match["title"], match["name"])}
    return {lower: word for lower, word in said.items() if lower not in small}


def titled(title: str, file_name: str, texts: Iterable[str], known: Mapping[str, str]) -> str:
    """The title; one that is only the file’s name has no capitals of its own: ``Cardiac mri`` → ``Cardiac MRI``.

    A word that the text has in small letters as well (``it``) is that word.
    """
    said = unshouted(title, known)
    if not _of_file(file_name).endswith(title.lower()):
        return said
    small = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    acronyms = {key for key, word in known.items() if word.isupper() and len(word) > 1} - small
    return _WORD.sub(lambda word: known[word[0].lower()] if word[0].lower() in acronyms else word[0], said)


def is_file_name(title: str, file_name: str, texts: Iterable[str]) -> bool:
    """Whether a title says only what the file is called (``03 ect information``), and not what its text is about."""
    if _of_file(file_name) != title.lower():
        return False
    spoken = set(_WORD.findall(" ".join(texts).lower()))
    return bool(re.search(r"\d", title)) or not set(_WORD.findall(title.lower())) & spoken


def _of_file(name: str) -> str:
    """What a file's name says, in lower case: ``03-ECT_information.md`` → ``03 ect information``."""
    return re.sub(r"[-_]", " ", PurePath(name).stem).strip().lower()
