"""Relative clauses as sentences of their own: “…, which is open at both ends” → “The scanner is open at both ends.”

At the end of a long sentence, or right after its subject (“This process, which
is known as mapping, takes 20 minutes”).  What comes after the clause must not
be the main clause going on (“…, which holds it open, and look”).
"""

from __future__ import annotations

import re

from narration.language.brackets import without_last_bracket
from narration.writing.sentences.clauses import (
    command,
    conditional,
    has_verb,
    is_adverb,
    long,
    main_clause,
    only_inner_verb,
    says_subjects,
    stands,
    verb_first,
)
from narration.writing.sentences.plurals import plural
from narration.writing.sentences.subjects import again, definite
from narration.writing.sentences.text import balanced, capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 13
_MIDDLE_OVER_WORDS = 18


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or two."""
    grammar = words.grammar["relative_clauses"]
    if not grammar or not long(sentence, words, _OVER_WORDS) or re.search(grammar.get("either", r"(?!)"), sentence):
        return [sentence]
    if made := _known_to_you(sentence, words):
        return made
    for match in reversed(list(re.finditer(grammar["at"], sentence))):
        left, clause = sentence[: match.start()], sentence[match.end() :]
        if not balanced(left) or ";" in clause or not _begins_with_verb(clause, words):
            continue
        if command(left, words) or _is_main(left, words):
            made = _at_the_end(left, match["who"], clause, words)
        else:
            made = _after_the_subject(left, clause, words) if long(sentence, words, _MIDDLE_OVER_WORDS) else []
        if made:
            return made
    return [sentence]


def _is_main(left: str, words: Vocabulary) -> bool:
    """Whether a finite verb stands before the clause; the last word of “At the first visit, which …” is none."""
    inner = tokens(left)[0] in words.grammar["prepositions"] and "," not in left
    return has_verb(left.rpartition(" ")[0] if inner else left, words, 1)


def _known_to_you(sentence: str, words: Vocabulary) -> list[str]:
    """“The surgeon, who you may not have met, will …” → “You may not have met the surgeon.” “The surgeon will …”"""
    match = re.match(words.grammar["relative_clauses"].get("known_to_you", r"(?!)"), sentence)
    if match is None or not long(sentence, words, _MIDDLE_OVER_WORDS) or ";" in sentence:
        return []
    first = f"{capitalised(match['said'])} {decapitalised(match['name'])}{match['when']}."
    return [first, f"{match['name']} {match['rest']}"]


def _at_the_end(left: str, who: str, clause: str, words: Vocabulary) -> list[str]:
    grammar = words.grammar["relative_clauses"]
    if not stands(left, words, opening=True) or _closes(clause, words):
        return []
    if any(re.search(grammar[key], f"{left}|{clause}") for key in ("tells_time", "taken_away", "by_means")):
        return []
    if set(tokens(left)[1:2]) & set(words.grammar["relatives"]) and only_inner_verb(left, words):
        return []  # “People who have had a valve replaced, which carries a risk, need tablets”
    if re.search(grammar["one_of_two"], left):
        return []  # “the surgeon or a member of the team, who will explain it”: either of them
    said = _person(left, words) if who == "who" else _thing(left, clause, words)
    main = main_clause(left, words)  # the comma after “Before …,” begins no list
    several = re.search(grammar["of_several"], re.sub(r"\([^()]*\)", "", main).rstrip())
    if several and said == grammar["singular"] and not _remarks(clause, words):
        return []  # “pain, headache and a drooping eyelid, which is temporary”
    if said in (grammar["singular"], grammar["plural"]) and _limits_one(left, clause, words):
        return []
    clause, condition = _condition(clause, words)
    if any(re.search(grammar[key], clause) for key in ("place_again", "second")):
        return []  # “We put a gel, which is cold, on the skin”; “a gel, which is cold and which stays on”
    if condition and said in (grammar["singular"], grammar["plural"]):
        said = _named_again(left, clause, words)  # “This” would point at what the condition moved before it
    left = f"{left}{condition}"
    goes_on = _main_again(clause, words)
    if goes_on is None:
        clause, next_clause = _next_clause(clause, words)
        return [f"{left.rstrip('.')}.", f"{said} {clause}", *next_clause] if said else []
    if said in ("", grammar["singular"], grammar["plural"]):
        return []
    rest = clause[goes_on.end() :]
    acts = not set(tokens(rest)[:1]) & set(words.grammar["prepositions"])  # no “… and by the anaesthetist”
    if acts and set(tokens(clause)[:1]) & set(words.grammar["modals"]) and not command(left, words):
        return []  # “You will see a nurse, who will weigh you, and go over your tablets”: who goes over them?
    return [f"{left} {goes_on[1]} {rest}", f"{said} {clause[: goes_on.start()]}."]


def _remarks(clause: str, words: Vocabulary) -> bool:
    """Whether a clause says something of all that was said: “…, which is normal”."""
    return re.match(words.grammar["relative_clauses"]["remarks"], clause) is not None


def _limits_one(left: str, clause: str, words: Vocabulary) -> bool:
    """Whether a clause says when only the last of several things holds; “This” would say it of all of them."""
    grammar = words.grammar["relative_clauses"]
    limits = re.match(grammar.get("limits", r"(?!)"), clause)
    return limits is not None and re.search(grammar["limits_one_of"], left) is not None


def _condition(clause: str, words: Vocabulary) -> tuple[str, str]:
    """A condition after the clause's closing comma is the main clause's: “tell the nurse, who is near, if you …”."""
    pattern = words.grammar["relative_clauses"]["condition"]
    match = re.search(pattern, clause)
    if match is None or not balanced(clause[: match.start()]):
        return clause, ""
    return f"{clause[: match.start()]}.", f" {match[1]}"


def _closes(clause: str, words: Vocabulary) -> bool:
    """Whether a verb after a comma shows that what came before is only the subject (“Changes, which settle, are …”)."""
    parts = clause.split(", ")[1:]
    closing = {*words.grammar["auxiliary"], *words.grammar.get("becoming", ())}
    return any(set(tokens(part)[:1]) & closing for part in parts)


def _main_again(clause: str, words: Vocabulary) -> re.Match[str] | None:
    """Where the main clause goes on after a comma that closes the relative one."""
    for match in re.finditer(r",\s+(and|or|but)\s+", clause):
        rest = clause[match.end() :]
        if not balanced(clause[: match.start()]):
            continue  # inside a bracket: “(usually 7 days, but not without your doctor)”
        if _in_a_row(clause[: match.start()], words):
            continue
        if command(rest, words) or not stands(rest, words, opening=False):
            return match
    return None


def _in_a_row(begun: str, words: Vocabulary) -> bool:
    """Whether a clause has several acts, of which one more is its last: “can slow the pump, stop it, or …”."""
    first, *others = begun.split(", ")
    may = set(tokens(first)[:1]) & set(words.grammar["modals"])
    grammar = words.grammar
    keys = ("articles", "prepositions", "subordinators", "conditions", "relatives", "no_subject", "adverbs")
    closed = {word for key in keys for word in grammar[key]}
    acts = all(tokens(other)[:1] and not set(tokens(other)[:1]) & closed for other in others)
    return bool(may and others) and acts and not any(is_adverb(tokens(other)[0], words) for other in others)


def _next_clause(clause: str, words: Vocabulary) -> tuple[str, list[str]]:
    """A clause with a subject of its own after the relative one: “…, which is loud, and a light goes on”."""
    match = re.search(words.grammar["relative_clauses"]["next_clause"], clause)
    if match is None or not stands(clause[match.end() :], words, opening=False) or conditional(clause, words):
        return clause, []
    if not balanced(clause[: match.start()]):
        return clause, []
    return f"{clause[: match.start()]}.", [capitalised(clause[match.end() :])]


def _begins_with_verb(clause: str, words: Vocabulary) -> bool:
    return verb_first(tokens(clause), words) is not None


def _person(left: str, words: Vocabulary) -> str:
    """“… with your doctor” → ``Your doctor``; one who is named with a title is that."""
    if titled := re.search(rf"{words.grammar.get('titled_person', '(?!)')}$", left):
        return titled[0]
    name, _ = _noun(left, words)
    return definite(name, words) if set(tokens(name)[-1:]) & set(words.grammar["persons"]) else ""


def named(left: str, clause: str, words: Vocabulary) -> str:
    """The noun that the relative after it stands for, said again; ``""`` where that is not sure.

    ``left`` is what stands before the relative, ``clause`` the rest of it.
    """
    grammar = words.grammar["relative_clauses"]
    said = _thing(left, clause, words)
    return _named_again(left, clause, words) if said in (grammar["singular"], grammar["plural"]) else said


def _noun(left: str, words: Vocabulary) -> tuple[str, int]:
    """The noun with its article that ends here, and where it begins: of “through the nose to the throat” the last."""
    grammar = words.grammar["relative_clauses"]
    left = re.sub(grammar.get("after_noun", r"(?!)"), "", left)
    match = re.search(rf"(?:.*\W)?(?P<name>{grammar['noun']})", left, re.IGNORECASE)
    return (match["name"], match.start("name")) if match else ("", len(left))


def _thing(left: str, clause: str, words: Vocabulary) -> str:
    """A thing that was just named first (“a call button”) is said again; else ``This`` stands for what was said."""
    grammar = words.grammar["relative_clauses"]
    if excepted := re.search(grammar["excepted"], left):
        return capitalised(excepted["name"])
    if re.match(grammar.get("felt", r"(?!)"), clause):
        return str(grammar["singular"])
    name, at = _noun(left, words)
    known = re.match(grammar["new"], name) or re.match(grammar["acts_on"], clause)
    compared = bool(name) and re.search(grammar["compared"], left[:at])
    if compared and not _remarks(clause, words):
        return ""  # “not the same as a splint, which …”: is it of the splint, or of what it is not?
    if name and known and not compared and not re.search(grammar["defines"], f"{left}|{clause}"):
        inside = tokens(name)[1:]
        plain = not set(inside) & {*words.grammar["no_subject"], *words.grammar["prepositions"]}
        if plain and not has_verb(name, words) and not re.search(grammar["time"], name):
            verb = next((token for token in tokens(clause) if not token.endswith("ly")), "")
            of_several = {*words.grammar["plural_verbs"], *words.grammar.get("verb_bases", ())}
            if verb in of_several and not plural(name, "", words):
                return ""  # “a cup and a stem, which are …” speaks of both
            return definite(name, words)
    if re.search(grammar["last_of_several"], left):
        # A form that shows several speaks of all, or is as open as the relative itself.
        return str(grammar["plural"]) if re.search(grammar["shows_several"], clause) else ""
    verb = next(token for token in tokens(clause) if not token.endswith("ly"))
    if verb in words.grammar["modals"] and re.search(grammar["owned"], left):
        return str(grammar["singular"])
    left = without_last_bracket(left)
    # “It may rise for a few hours, which can hurt”: not the hours.
    event = verb in words.grammar["modals"] and re.search(grammar["event"], left)
    one = event or re.search(grammar["time"], left) or re.search(grammar.get("shows_one", r"(?!)"), clause)
    many = not one and plural(left.split()[-1], verb, words)
    return str(grammar["plural" if many else "singular"])


def _named_again(left: str, clause: str, words: Vocabulary) -> str:
    """The noun before the clause once more, where the verb of the clause is of its number; else nothing."""
    name, at = _noun(left, words)
    verb = next((token for token in tokens(clause) if not is_adverb(token, words)), "")
    if set(tokens(left[:at])[-1:]) & set(words.grammar["prepositions"]):
        return ""  # “tightness in your chest, which passes, for a minute”
    if not name or has_verb(name, words) or plural(name, "", words) != plural(name, verb, words):
        return ""
    return definite(name, words)


def _after_the_subject(left: str, clause: str, words: Vocabulary) -> list[str]:
    if not says_subjects(words) or tokens(left)[0] not in words.grammar["subjects"] or "," in left:
        return []
    inner, comma, rest = clause.partition(", ")
    if not comma or "," in inner or not _begins_with_verb(rest, words):
        return []
    said = again(f"{left} {rest}", words)
    if said and _remarks(rest, words):
        # “Some bruising, which may spread, is to be expected”: not the spreading is.
        return [f"{left} {rest}", f"{said} {inner}."]
    return [f"{left} {inner}.", f"{said} {rest}"] if said else []
