"""What hangs on a long sentence by a participle, as a sentence of its own.

“The pump stops, marking the end of this phase.” → “This marks the end of this phase.”
“A wave of warmth comes, often described as a rush.” → “This is often described as a rush.”
“The team watches you, adjusting the dose.” → “The team adjusts the dose.”
“You wake up slowly, with sounds becoming clearer.” → “Sounds become clearer.”
“It is a treatment in which a dose is given slowly.” → “In this treatment, a dose is given slowly.”

What follows is no surer than what it follows from: “Time may slow down, making
a minute feel long” → “This may make a minute feel long.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from narration.language.participles import Finite
from narration.writing.sentences.clauses import (
    command,
    finite,
    has_verb,
    long,
    main_clause,
    says_subjects,
    stands,
    subject,
)
from narration.writing.sentences.continued import named_shortly
from narration.writing.sentences.plurals import plural
from narration.writing.sentences.subjects import again
from narration.writing.sentences.text import balanced, capitalised, tokens
from narration.writing.vocabulary import Vocabulary

_COMMA = re.compile(r",\s+")
_END = re.compile(r"\.[”\"]?$")
_MOST_WORDS_NAMED = 4
_SAYS_NOTHING_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Sure:
    """How sure the first half is (``modal``: “may”; ``often``: “usually ”), and the adverb that a participle has."""

    modal: str
    often: str
    adverb: str

    def verb(self, verb: Finite, *, several: bool = False) -> str:
        """The verb in a sentence of its own: “may make”, “usually makes”, “make”."""
        if self.modal:
            return f"{self.modal} {self.adverb}{verb.base}"
        return f"{self.adverb or self.often}{verb.several if several else verb.one}"


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or the sentences it falls into."""
    grammar = words.grammar.get("participles")
    end = _END.search(sentence)
    if not grammar or not end or not long(sentence, words, grammar["over"]) or set(";?") & set(sentence):
        return [sentence]
    for comma in _COMMA.finditer(sentence):
        left, tail = sentence[: comma.start()], sentence[comma.end() : end.start()]
        if _is_whole(left, words) and balanced(f"{tail}{end[0]}") and not _goes_on(tail, words):
            said = next(filter(None, _said(left, tail, words)), "")
            if said:
                return [*_in_this(f"{left}.", words), *apply(f"{said}{end[0]}", words)]
    return _in_this(sentence, words)


def _in_this(sentence: str, words: Vocabulary) -> list[str]:
    """“A scan is a test in which …” as two sentences."""
    grammar = words.grammar["participles"]
    match = re.fullmatch(grammar.get("in_which", r"(?!)"), sentence)
    if match is None or not long(sentence, words, grammar["over"]) or not has_verb(match["clause"], words, 1):
        return [sentence]
    if len(match["left"].split()) <= _SAYS_NOTHING_WORDS:
        return [sentence]  # “It is a test.”
    return [f"{match['left']}.", f"{grammar['in_this'].format(noun=match['noun'])} {match['clause']}"]


def _is_whole(left: str, words: Vocabulary) -> bool:
    """Whether a main clause, which is no order, stands before the comma."""
    main = main_clause(left, words)
    found, grammar = tokens(main), words.grammar
    if not found or command(left, words) or found[0] in grammar["subordinators"]:
        return False
    if found[-1] in {*grammar["never_last"], *grammar["participles"]["joints"]}:
        return False
    if _has_relative(main, words):
        return False  # “a therapist, who may work in a school, using a mirror”: the “may” is not of the mirror
    return stands(left, words, opening=True) and has_verb(main, words, 1 if says_subjects(words) else 0)


def _has_relative(text: str, words: Vocabulary) -> bool:
    """Whether a relative clause stands after a comma."""
    return any(set(tokens(part)[:1]) & set(words.grammar["relatives"]) for part in text.split(", ")[1:])


def _goes_on(tail: str, words: Vocabulary) -> bool:
    """Whether the main clause goes on after a second comma: “…, using a handset, and stops when you let go”."""
    for part in tail.split(", ")[1:]:
        found = tokens(part)
        after = found[1:] if found[:1] and found[0] in words.grammar["participles"]["joints"] else found
        if after and finite(after, 0, words) and not "".join(after[1:2]).endswith("ing"):
            return True
        if after is found and stands(part, words, opening=False):
            return True  # “…, and, using the scan, the doctor passes a needle”
    return False


def _said(left: str, tail: str, words: Vocabulary) -> Iterator[str]:
    """What the tail says by itself, in each way that fits."""
    grammar = words.grammar["participles"]
    tail = re.sub(f"^{grammar.get('so', r'(?!)')}", "", tail)
    match = re.match(f"(?P<adverb>{grammar['adverb']})?(?P<rest>[a-záéíóú].*)", tail)
    if match is None:
        return
    rest, main = match["rest"], main_clause(left, words)
    sure = _sure(main, match["adverb"] or "", words)
    surely = not re.search(grammar["unsure"], main)
    in_a_list = re.search(grammar["in_a_list"], left) is not None
    of_it = re.search(grammar.get("is_so", r"(?!)"), main) and not set(tokens(main)) & set(words.grammar["relatives"])
    if (taken := _taken(rest, grammar.get("of_it", {}))) and of_it and not in_a_list:
        yield _as_sentence(_who(main, words), taken, sure, "of_it", words)
    if (taken := _taken(rest, grammar["results"])) and surely and not in_a_list:
        yield _as_sentence(grammar["this"], taken, sure, "results", words)
    if (taken := _taken(rest, grammar["acts"])) and not in_a_list:
        who = "" if re.search(grammar["acted_on"], main) else _who(main, words)
        who = "" if who == words.grammar["pronouns_again"].get("it") else who
        yield _as_sentence(who, taken, sure, "acts", words)
    if not _has_relative(rest, words):  # “…, caused by the gas, which soon goes”: of what is told, or of its cause?
        for told in grammar["told"]:
            if (surely or "may" not in told) and re.search(told.get("of", ""), f"{left}, {tail}"):
                yield _told(rest, told, sure, grammar["this"])
    yield from _with(rest, sure, words)


def _told(rest: str, told: Mapping[str, str], sure: _Sure, this: str) -> str:
    """“described as a rush” → “This is described as a rush”; ``""`` where ``rest`` begins otherwise."""
    found = re.match(told["at"], rest)
    if found is None:
        return ""
    as_sure = "may" in told  # no surer than what it comes with
    how = told["may" if as_sure and sure.modal else "say"]
    adverb = sure.adverb or (sure.often if as_sure else "")
    return f"{this} {found.expand(how.format(modal=sure.modal, adverb=adverb))}{rest[found.end() :]}"


def _as_sentence(who: str, taken: tuple[Finite, str], sure: _Sure, kind: str, words: Vocabulary) -> str:
    """The subject with the participle as its verb, and those that follow it; ``""`` without a subject."""
    if not who:
        return ""
    grammar, (verb, after) = words.grammar["participles"], taken
    several = re.match(grammar["several"], who) is not None
    return f"{who} {sure.verb(verb, several=several)}{_and_more(after, grammar[kind], sure, several, words)}"


def _who(main: str, words: Vocabulary) -> str:
    """Who acts in a clause, said again; ``""`` where it is not plain to see."""
    if says_subjects(words):
        return again(main, words)
    name, _ = subject(main, words)
    found = tokens(name)
    person = found[:1] and found[0] in words.grammar["articles"] and set(found) & set(words.grammar["persons"])
    return capitalised(named_shortly(name, words)) if person and len(found) <= _MOST_WORDS_NAMED else ""


def _sure(main: str, adverb: str, words: Vocabulary) -> _Sure:
    grammar = words.grammar["participles"]
    modal, often = re.search(grammar["modal"], main, re.IGNORECASE), re.search(grammar["often"], main)
    word = modal[0].lower() if modal else ""
    return _Sure(grammar.get("modal_of_one", {}).get(word, word), f"{often[0]} " if often else "", adverb)


def _taken(rest: str, verbs: Mapping[str, Finite]) -> tuple[Finite, str] | None:
    """The verb whose participle, of one word or two, ``rest`` begins with, and what comes after it."""
    for pattern in (r"[\w-]+ [\w-]+", r"[\w-]+"):
        said = re.match(pattern, rest)
        if said and said[0] in verbs:
            return verbs[said[0]], rest[said.end() :]
    return None


def _and_more(after: str, verbs: Mapping[str, Finite], sure: _Sure, several: bool, words: Vocabulary) -> str:
    """What follows with a second participle: “… and reducing the risk” → “… and reduces the risk”."""
    for match in reversed(list(re.finditer(words.grammar["participles"]["and"], after))):
        if taken := _taken(after[match.end() :], verbs):
            verb, rest = taken
            said = verb.base if sure.modal else verb.several if several else verb.one
            after = f"{after[: match.end()]}{said}{rest}"
    return after


def _with(rest: str, sure: _Sure, words: Vocabulary) -> Iterator[str]:
    """“with sounds becoming clearer and thoughts joining up” → “Sounds become clearer and thoughts join up”."""
    grammar = words.grammar["participles"]
    if not re.match(grammar.get("with", r"(?!)"), rest):
        return
    said, left = "", re.sub(grammar["with"], "", rest, count=1)
    while match := re.match(grammar["meanwhile"], left):
        of_what = tokens(match["who"])[-1] in words.grammar["prepositions"]  # “with the aim of calming it”
        clause = "" if of_what else _meanwhile(match["who"], match["verb"], sure, words)
        if not clause:
            return
        said, left = f"{said}{match['joint'] or ''}{clause}", left[match.end() :]
        more = re.search(grammar["meanwhile_again"], left)
        ends = more.start() if more else len(left)
        said, left = f"{said}{left[:ends]}", left[ends:]
    if said:
        yield capitalised(said)


def _meanwhile(who: str, participle: str, sure: _Sure, words: Vocabulary) -> str:
    """Who does it, and the participle as a finite verb; ``""`` for a verb that is not known."""
    grammar = words.grammar["participles"]
    some = tokens(who)[0] in grammar["quantities"]  # “most people” is as unsure as it is
    own = _Sure(sure.modal, "" if some else sure.often, "")
    verb = grammar["meanwhile_verbs"].get(participle)
    return f"{who} {own.verb(verb, several=plural(who, '', words))}" if verb else ""
