"""Spanish formulas that need another form of a verb: “en caso de que sea” → “si es”, “se procede a poner” → “se pone”,
“De ser necesario, …” → “Si es necesario, …”.

Mood, person and tense are those the sentence has or that the new word asks
for.  A verb that is in no list stays, and its whole formula with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from narration import language
from narration.language.conjugation import conjugated
from narration.writing.rules.base import Vocabulary

_PRONOUNS = r"(?:no )?(?:(?:se|te|me|nos|le|les|lo|la|los|las) )*"
_CASE = re.compile(
    r"\ben (?:el )?(?:caso|supuesto) de que "
    rf"(?P<subject>(?:usted |(?:(?:el|la|los|las|su|sus) [^\W\d_]+ )?){_PRONOUNS})(?P<verb>[^\W\d_]+)",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"\b(?:o|u|y|e|ni) {_PRONOUNS}([^\W\d_]+)")
_PARTICIPLE = re.compile(r" [^\W\d_]+(?:[aií]do|to|cho)\b")
_PROCEED = re.compile(
    r"\b(?P<se>se (?:le |les |te )?)proced(?P<tense>e|erá) a (?P<verb>[^\W\d_]+[aei]r)\b"
    r"(?! (?:los|las|unos|unas|sus|tus|dos|tres|cuatro|varios|varias)\b)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"^De (?P<no>no )?(?:(?P<be>ser) (?P<how>[^\W\d_]+[oael])|(?P<have>haber) (?P<what>[^\W\d_]+))\b(?=[^.;:?]*, )",
    re.IGNORECASE,
)
_TENSES = {"e": "pres3", "erá": "fut3"}
_MOODS = {"subj3": "pres3", "subj3p": "pres3p", "subj2": "pres2"}
_PERFECT = {"haya": "ha", "hayan": "han", "hayas": "has"}


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence with its formulas in plain forms."""
    if words.language != "es":
        return [sentence]
    return [_PROCEED.sub(_proceeds, _CASE.sub(_in_case, _HIDDEN.sub(_condition, sentence)))]


def _condition(match: re.Match[str]) -> str:
    """A condition whose “si” is hidden in an infinitive; “De haber tomado …” leaves open who did."""
    if match["have"] and _PARTICIPLE.match(f" {match['what']}"):
        return match[0]
    said = f"es {match['how']}" if match["be"] else f"hay {match['what']}"
    return f"Si {match['no'] or ''}{said}"


def _in_case(match: re.Match[str]) -> str:
    verb = match["verb"].lower()
    rest = re.split(r"[.;:]", match.string[match.end() :])[0]
    found = _indicatives().get(verb)
    if verb in _PERFECT and _PARTICIPLE.match(rest):
        found = _PERFECT[verb]
    if not found or any(word.lower() in _indicatives() for word in _JOINED.findall(rest)):
        return match[0]  # a second verb would need its mood changed as well
    said = f"si {match['subject']}{found}"
    return said[0].upper() + said[1:] if match[0][0].isupper() else said


def _proceeds(match: re.Match[str]) -> str:
    verb = match["verb"].lower()
    if verb not in _verbs():
        return match[0]
    return f"{match['se']}{conjugated(verb, _verbs())[_TENSES[match['tense'].lower()]]}"


@cache
def _verbs() -> Mapping[str, Mapping[str, str]]:
    """The verbs whose every form is known: regular ones and those with forms of their own."""
    listed = language.load("es", "plain_words")
    return {**{verb: {} for verb in language.load("es", "grammar")["regular"]}, **listed["irregular"]}


@cache
def _indicatives() -> Mapping[str, str]:
    """Present indicatives by their subjunctives: ``tenga`` → ``tiene``."""
    made = {"sea": "es", "sean": "son", "seas": "eres", "haya": "hay"}
    for verb in _verbs():
        forms = conjugated(verb, _verbs())
        made |= {forms[subjunctive]: forms[indicative] for subjunctive, indicative in _MOODS.items()}
    return made
