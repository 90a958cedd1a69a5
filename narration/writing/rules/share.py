"""Two verbs that share a subject: “The effects peak early and may last an hour” → “… They may last an hour.”

Only where the second verb is an auxiliary, so that it is surely finite, or in
a very long sentence an infinitive under the same modal (“You may rest and go
home” → “… You may also go home”); and where no inner clause could own it (“Tell
us if you feel sick and are worried”).
"""

from __future__ import annotations

import re

from narration.writing.sentences import last_acts
from narration.writing.sentences.clauses import (
    FEWEST_WORDS,
    command,
    conditional,
    long,
    main_clause,
    says_subjects,
    scoped,
    stands,
    subject,
    subordinate,
)
from narration.writing.sentences.subjects import again
from narration.writing.sentences.text import balanced, capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

VERY_LONG_WORDS = 16
_IN_A_ROW_WORDS = 20
_FEWEST_JOINTS = 2


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or its two halves with the subject said again."""
    if not long(sentence, words, words.grammar.get("share_over", 0)):
        return [sentence]
    for match in _joints(sentence, words):
        left, right = sentence[: match.start()].rstrip(" ,"), sentence[match.end() :]
        main = re.sub(words.grammar.get("compares", r"(?!)"), "", main_clause(left, words))
        if match[0].startswith(","):
            main = re.sub(words.grammar.get("reason_aside", r"(?!)"), "", main)
        if subordinate(main, words) or not stands(left, words, opening=True) or not balanced(left):
            continue
        if command(left, words) or _held(left, words) or _infinitive(left, right, words):
            continue
        if _compared(left, right, words):
            continue
        if len(right.split()) < FEWEST_WORDS:
            continue
        if scoped(left, words):
            continue
        name = again(left, words)
        if name or not says_subjects(words):
            first = last_acts.closed(left, words)
            if not first:
                continue
            said = f"{name} {right}" if name else capitalised(right)
            turned = match.groupdict().get("but")
            return [f"{first}.", *apply(f"{capitalised(turned)} {decapitalised(said)}" if turned else said, words)]
    return _acts_in_a_row(sentence, words) or _under_one_modal(sentence, words)


def _acts_in_a_row(sentence: str, words: Vocabulary) -> list[str]:
    """“You check in, put on a gown and sit down” → “You check in and put on a gown.” “You also sit down.”"""
    pattern = words.grammar.get("verb_in_a_row")
    if not pattern or len(sentence.split()) <= _IN_A_ROW_WORDS or not re.fullmatch(r"[^;:()–—]+\.", sentence):
        return []
    main = main_clause(sentence, words)
    if set(tokens(main)[:1]) & set(words.grammar["prepositions"]):
        main = main.partition(", ")[2]  # “During the visit, the nurse checks …”
    name, first = subject(main, words) if main else ("", "")
    said, third = again(main, words) if name else "", first.endswith("s")
    besides = words.grammar["verbs_besides"]
    known = {*words.grammar["verbs"], *besides, *(f"{verb}s" for verb in besides)}
    row = [m for m in re.finditer(pattern, sentence) if m["verb"] in known]
    row = [m for m in row if m["verb"].endswith("s") == third and m.start() > len(sentence) - len(main)]
    if not said or not name or len(row) != _FEWEST_JOINTS or not _and(row[1]) or _and(row[0]):
        return []
    ours = first in words.grammar["verbs"] and first not in words.grammar["modals"]
    inner = {*words.grammar["relatives"], *words.grammar["subordinators"], *words.grammar["negative"]}
    if not ours or conditional(sentence, words, strictly=True) or set(tokens(main[: row[0].start()])) & inner:
        return []
    left, right = sentence[: row[1].start()].rstrip(" ,"), sentence[row[1].start("verb") :]
    return [_closed_row(left, row[0], words), f"{said} {_besides(row[1], words)} {right}"]


def _compared(left: str, right: str, words: Vocabulary) -> bool:
    """Whether both halves are compared with what only the second names: “lasts longer and is less sore than a tube”."""
    than, more = words.grammar.get("than", ""), words.grammar.get("compared_at_end", r"(?!)")
    return than in tokens(right) and than not in tokens(left) and re.search(more, left) is not None


def _joints(sentence: str, words: Vocabulary) -> list[re.Match[str]]:
    """Where a second verb begins: an auxiliary, or in a very long sentence a verb of the same person as the first."""
    found = list(re.finditer(words.grammar["shared_subject"], sentence))
    third = words.grammar["shared_third"]
    if third and len(sentence.split()) > VERY_LONG_WORDS:
        for match in re.finditer(third, sentence):
            _, verb = subject(main_clause(sentence[: match.start()], words), words)
            second = match["verb"] or match["third"]
            if {verb, second} <= set(words.grammar["verbs"]) and verb.endswith("s") == second.endswith("s"):
                found.append(match)
    return found


def _infinitive(left: str, right: str, words: Vocabulary) -> bool:
    """Whether the second verb may hang on a modal or a “to” of the first half: “You can sit up and have a drink”."""
    verbs = words.grammar.get("shared_infinitive", {"verbs": (), "after": ()})
    return tokens(right)[0] in verbs["verbs"] and not set(tokens(left)).isdisjoint(verbs["after"])


def _under_one_modal(sentence: str, words: Vocabulary) -> list[str]:
    grammar = words.grammar
    short = grammar.get("contracted_modal")
    if short and (begin := re.match(short["at"], sentence)):
        whole = f"{begin['who']} {short['modal']}"  # “You’ll” for the time of the cut, so that the verb is seen
        made = _under_one_modal(f"{whole}{sentence[begin.end() :]}", words)
        return [line.replace(whole, begin[0], 1) if line.startswith(whole) else line for line in made]
    main = main_clause(sentence, words)
    name, _ = subject(main, words)
    modal = re.match(grammar["shared_modal"], main[len(name) :].lstrip())
    if not grammar["shared_modal"] or len(sentence.split()) <= VERY_LONG_WORDS or not name or modal is None:
        return [sentence]
    if set(tokens(sentence)) & set(grammar["negative"]):
        return [sentence]
    if made := _verbs_in_a_row(sentence, modal, words):
        return made
    for match in re.finditer(grammar["second_verb"], sentence):
        left, right = sentence[: match.start()].rstrip(" ,"), sentence[match.end() :]
        said = again(left, words)
        *_, beside, last = ["", "", *tokens(left)]
        if last in grammar.get("goes_with_next", ()) or beside in grammar["modals"]:
            continue  # “They will weigh and measure you”: a verb right after the modal has its object after the second
        if re.search(grammar.get("others_do", r"(?!)"), left[len(sentence) - len(main) :]) or _held(left, words):
            continue
        if "," in main_clause(left, words) and not (match[0].startswith(",") and _closed_list(left, words)):
            # A comma may part verbs of a list: “put, take and keep”.
            continue
        if said and balanced(left) and not subordinate(main_clause(left, words), words):
            chain = modal["chain"].replace(" also", "")
            return [f"{left}.", f"{said} {modal['modal']} also{chain} {right}"]
    return [sentence]


def _closed_list(left: str, words: Vocabulary) -> bool:
    """Whether the commas are those of things with their own “and”: “check your pulse, weight and blood pressure”."""
    _, *middle, last = main_clause(left, words).split(", ")
    things, joint, end = last.partition(f" {words.grammar['series']} ")
    keys = ("verb_bases", "no_subject", "relatives", "subordinators")
    opens = {word for key in keys for word in words.grammar[key]}
    names = [*middle, things, end]
    return (
        bool(joint)
        and all(len(name.split()) <= FEWEST_WORDS for name in names)
        and not any(set(tokens(name)[:1]) & opens for name in names)
    )


def _verbs_in_a_row(sentence: str, modal: re.Match[str], words: Vocabulary) -> list[str]:
    """“The nurse will check you in, take your coat and put …” → “… and take your coat.” “The nurse will also put …”"""
    pattern = words.grammar.get("verb_in_a_row")
    if not pattern or len(sentence.split()) <= _IN_A_ROW_WORDS or not balanced(sentence) or ";" in sentence:
        return []
    known = {*words.grammar["verb_bases"], *words.grammar["verbs_besides"]}
    one_verb = words.grammar["goes_with_next"]
    joints = [
        match
        for match in re.finditer(pattern, sentence)
        if match["verb"] in known and not set(tokens(sentence[: match.start()])[-1:]) & set(one_verb)
    ]
    if len(joints) < _FEWEST_JOINTS or not _and(joints[-1]) or any(_and(match) for match in joints[:-1]):
        return []
    left = sentence[: joints[-1].start()].rstrip(" –—")  # a dash that closed an aside closes nothing at the end
    right = sentence[joints[-1].start("verb") :]
    if re.search(words.grammar.get("others_do", r"(?!)"), left):
        return []  # “ask you to lie down, lift your arms and hold …”
    said = again(left, words)
    asks = re.sub(words.grammar["asks_which"], "", left)
    if not said or _held(left, words) or subordinate(main_clause(asks, words), words):
        return []
    before = left[: joints[-2].start()]
    comma = "," if words.grammar["series"] in tokens(main_clause(before, words)) else ""
    chain = modal["chain"].replace(" also", "")
    other = f"{said} {modal['modal']} {_besides(joints[-1], words)}{chain} {right}"
    return [_closed_row(left, joints[-2], words, comma), other]


def _closed_row(left: str, last: re.Match[str], words: Vocabulary, comma: str = "") -> str:
    """“You check in, put on a gown” → “You check in and put on a gown.”"""
    return f"{left[: last.start()]}{comma} {words.grammar['series']} {left[last.start('verb') :]}."


def _besides(joint: re.Match[str], words: Vocabulary) -> str:
    """What the verb after the last joint is said with: its own “then”, or “also”."""
    return str(joint["then"] or words.grammar["lists"]["also"]).strip()


def _held(left: str, words: Vocabulary) -> bool:
    """Whether a condition may hold for the second verb as well: “If you feel faint, the nurse will … and ask …”."""
    return conditional(left, words) and not re.match(words.grammar.get("narrates", r"(?!)"), left)


def _and(match: re.Match[str]) -> bool:
    return bool(match["and"] or match["and_"])
