"""Abbreviations, acronyms, addresses and symbols, in words; and the guard that lets nothing else through."""

from __future__ import annotations

import re
import unicodedata

from narration.spoken.base import Words

_ACRONYM = re.compile(r"(?<![\w’'-])([A-Z]{2,6})(s|’s|'s)?(?![\w])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_SHOUTED = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,}(?:[\s,;:-]+[A-ZÁÉÍÓÚÑ]{2,}){2,}")
_VOWEL = re.compile(r"[AEIOUY]")


def abbreviations(text: str, words: Words) -> str:
    """``e.g.`` → ``for example``; a full stop that also ends the sentence stays."""
    for written, said in words.data["abbreviations"].items():
        pattern = rf"(?<![\w.]){re.escape(written)}(?![\w])"
        if written.endswith("."):
            ends = rf"{pattern}(?=\s*$|\s+[A-ZÁÉÍÓÚ¿¡][a-zá-ú]*\s)" if words.data["ends"].get(written) else None
            if ends:
                text = re.sub(ends, f"{said}.", text)
        text = re.sub(pattern, said, text)
    return text


def addresses(text: str, words: Words) -> str:
    """``www.example.org`` → ``w w w dot example dot org``."""

    def said(match: re.Match[str]) -> str:
        written = match.group(0)
        end = re.search(r"[.,;:!?)]+$", written)
        tail = end.group(0) if end else ""
        core = re.sub(r"^https?://", "", written[: len(written) - len(tail)]).rstrip("/")
        core = core.replace("www", "w w w")
        for sign, name in words.data["address"].items():
            core = core.replace(sign, f" {name} ")
        return core + tail

    return _ADDRESS.sub(said, text)


def shouting(text: str, words: Words) -> str:
    """A heading in capitals is a heading, not a row of acronyms."""
    del words
    return _SHOUTED.sub(lambda m: m.group(0).capitalize(), text)


def acronyms(text: str, words: Words) -> str:
    """``IV`` → ``I V``, unless the data says that it is read as a word."""
    read = {str(word) for word in words.data["read_as_words"]}

    def said(match: re.Match[str]) -> str:
        letters, plural = match[1], match[2] or ""
        if letters in read:
            return match.group(0)
        if len(letters) > 4 and _VOWEL.search(letters):
            return letters.capitalize() + plural
        return " ".join(letters) + (f"’{plural.strip('’')}" if plural else "")

    return _ACRONYM.sub(said, text)


def symbols(text: str, words: Words) -> str:
    for sign, said in words.data["symbols"].items():
        text = text.replace(sign, f" {said} ")
    return text


def punctuation(text: str, words: Words) -> str:
    """Only marks that a voice breathes at: brackets, dashes, colons and semicolons become commas."""
    del words
    text = re.sub(r"\s*[:;]\s*", ", ", text)
    text = re.sub(r"\s+[-–—]+\s+|[–—]", ", ", text)
    text = re.sub(r"\s*\(\s*", ", ", text)
    text = re.sub(r"\s*\)\s*", ", ", text)
    text = re.sub(r"(?:…|\.{2,})(?=\s*[a-zá-úñ])", ", ", text)
    text = re.sub(r"…|\.{2,}", ".", text)
    return text.replace("’", "'").replace("‘", "'")


def guard(text: str, words: Words) -> str:
    """Letters, apostrophes and hyphens within words, spaces and ``, . ? !``: the last word on what a voice gets."""
    del words
    text = unicodedata.normalize("NFC", text)
    kept = "".join(c if _allowed(c) else " " for c in text)
    kept = re.sub(r"(?<![^\W\d_])['-]+|['-]+(?![^\W\d_])", " ", kept)
    kept = re.sub(r"\s+([,.?!])", r"\1", " ".join(kept.split()))
    kept = re.sub(r"([,.?!])[,.]+", r"\1", kept)
    kept = re.sub(r",([?!.])", r"\1", kept)
    kept = re.sub(r"([,?!])(?=[^\s,.?!])|\.(?=[^\W\d_])", lambda m: f"{m.group(0)} ", kept)
    return kept.strip(" ,") if any(c.isalpha() for c in kept) else ""


def _allowed(character: str) -> bool:
    return character in " ,.?!'-" or unicodedata.category(character) in ("Lu", "Ll", "Lt", "Lo", "Mn", "Mc")
