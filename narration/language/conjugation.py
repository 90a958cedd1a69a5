"""Spanish inflection, as far as a list of plain words needs it: verbs, nouns with their articles, adjectives.

The forms of a verb are those that can stand in a text to patients: the third
persons (so also *usted*), *tú* and *nosotros*, in the present, subjunctive,
future, conditional, imperfect and preterite; infinitive and gerund, alone and
with a pronoun; the participle in its four endings.  Regular verbs and their
spelling changes (*realizar* → *realice*) go by rule (RAE, Nueva gramática, §4);
what no rule tells is in the list's ``irregular``, form by form:
``pres``, ``subj`` (third person singular), ``fut`` (stem), ``pret`` (third
persons), ``part``, ``ger``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

PRONOUNS = {
    "inf": ("le", "les", "lo", "la", "los", "las", "se", "te", "nos", "selo", "sela"),
    "ger": ("se", "le", "lo", "la"),
    "subj": ("le", "lo", "la", "los", "las", "se", "nos", "selo", "sela"),
    "tú": ("te", "lo", "la", "los", "las", "nos"),
}
LONGEST_PRONOUN = 3
"""So many letters has one pronoun at most; more are two (``selo``)."""
_ENDINGS = {"ar": "a", "er": "e", "ir": "i", "ír": "i"}
_ACCENTED = str.maketrans("aeiou", "áéíóú")
_PLAIN = str.maketrans("áéíóú", "aeiou")
Irregular = Mapping[str, Mapping[str, str]]


def conjugated(verb: str, irregular: Irregular) -> dict[str, str]:
    """Every form by its name; of a verb of several words (``darse cuenta``) the first is inflected."""
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    own = irregular.get(head, {})
    stem, kind = head[:-2], head[-2:]
    vowel = _ENDINGS[kind]
    present = own.get("pres") or _present(stem, kind)
    subjunctive = own.get("subj") or _subjunctive(stem, kind)
    future = own.get("fut") or head.translate(str.maketrans("í", "i"))
    preterite = (own.get("pret") or _preterite(stem, kind)).split()
    participle = own.get("part") or stem + {"a": "ado", "e": "ido", "i": "ido"}[vowel]
    gerund = own.get("ger") or stem + {"a": "ando", "e": "iendo", "i": "iendo"}[vowel]
    gerund = re.sub(r"(?<=[aeiou])(?<![gq]u)iendo$", "yendo", gerund)
    imperfect = own.get("imp") or (stem + "aba" if vowel == "a" else stem + "ía")
    forms = {"inf": head, "ger": gerund}
    for name, third in (("pres", present), ("subj", subjunctive), ("imp", imperfect), ("cond", future + "ía")):
        root = third.replace("dé", "de")
        forms |= {f"{name}3": third, f"{name}3p": root + "n", f"{name}2": root + "s"}
    forms |= {"fut3": future + "á", "fut3p": future + "án", "fut2": future + "ás", "fut1p": future + "emos"}
    forms |= {"pret3": preterite[0], "pret3p": preterite[1]}
    forms |= {"pres1p": stem + {"a": "amos", "e": "emos", "i": "imos"}[vowel]}
    for ending, letters in (("m", "o"), ("f", "a"), ("mp", "os"), ("fp", "as")):
        forms[f"part{ending}"] = participle[:-1] + letters
    forms |= {f"inf+{pronoun}": _with_pronoun(head, pronoun) for pronoun in PRONOUNS["inf"]}
    forms |= {f"ger+{pronoun}": stressed(gerund) + pronoun for pronoun in PRONOUNS["ger"]}
    forms |= {f"subj+{pronoun}": ordered(subjunctive, pronoun) for pronoun in PRONOUNS["subj"]}
    forms |= {f"tú+{pronoun}": ordered(own.get("tú", present), pronoun) for pronoun in PRONOUNS["tú"]}
    return {name: form + tail for name, form in forms.items()}


def _with_pronoun(infinitive: str, pronoun: str) -> str:
    """One pronoun leaves the stress at the end of the infinitive; two move it: ``dárselo``."""
    if len(pronoun) <= LONGEST_PRONOUN:
        return infinitive + pronoun
    return infinitive[:-2] + infinitive[-2].translate(_ACCENTED) + infinitive[-1] + pronoun


def ordered(form: str, pronouns: str) -> str:
    """An order with its pronouns: ``comuníquelo``, ``mantenla``, ``póntelo``."""
    return f"{stressed(form, several=len(pronouns) > LONGEST_PRONOUN)}{pronouns}" if pronouns else form


def stressed(form: str, *, several: bool = False) -> str:
    """A form with the accent that it needs before a pronoun, or several: ``comunique`` → ``comuníque``.

    One pronoun after a stressed end makes a plain word of it (``mantén``, ``mantenla``), several do not.
    """
    if at_end := re.search(r"[áéíóú]s?n?$", form):
        return form if several else form[: at_end.start()] + at_end[0].translate(_PLAIN)
    if re.search(r"[áéíóú]", form):
        return form
    nuclei = list(re.finditer(r"(?:(?<![qg])u|i)?[aeo][iuy]?|(?<![qg])[iu]+|i", form))
    if len(nuclei) < 2 and not several:
        return form  # haz: one syllable, and one pronoun
    at = nuclei[-2] if len(nuclei) > 1 else nuclei[-1]
    strong = next((i for i, letter in enumerate(at[0]) if letter in "aeo"), len(at[0]) - 1)
    place = at.start() + strong
    return form[:place] + form[place].translate(_ACCENTED) + form[place + 1 :]


def _present(stem: str, kind: str) -> str:
    if stem.endswith("u") and kind == "ir" and not stem.endswith(("gu", "qu")):
        return stem + "ye"
    return stem + ("a" if kind == "ar" else "e")


def _subjunctive(stem: str, kind: str) -> str:
    if kind == "ar":
        for letters, before_e in (("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(letters):
                return stem[: -len(letters)] + before_e + "e"
        return stem + "e"
    if stem.endswith("u") and kind == "ir" and not stem.endswith(("gu", "qu")):
        return stem + "ya"
    if re.search(r"[aeiou]c$", stem):
        return stem[:-1] + "zca"
    return re.sub(r"g$", "j", re.sub(r"c$", "z", stem)) + "a"


def _preterite(stem: str, kind: str) -> str:
    if kind == "ar":
        return f"{stem}ó {stem}aron"
    if stem.endswith(("u", "e", "a")) and not stem.endswith(("gu", "qu")):
        return f"{stem}yó {stem}yeron"
    return f"{stem}ió {stem}ieron"


def plural(noun: str) -> str:
    """The plural of a noun; of several words the first inflects, and an adjective right after it."""
    head, _, rest = noun.partition(" ")
    if rest and not re.match(r"(?:de|del|en|con|a|al|para|por)\b", rest):
        rest = plural(rest)
    if head.endswith(("as", "es", "is", "os", "us", "x")) and not head.endswith("és"):
        many = head
    elif head.endswith("z"):
        many = head[:-1] + "ces"
    elif re.search(r"[áéíóú][ns]$", head):
        many = head[:-2] + head[-2].translate(str.maketrans("áéíóú", "aeiou")) + head[-1] + "es"
    else:
        many = head + ("s" if head[-1] in "aeiouáéó" else "es")
    return f"{many} {rest}".strip()


_ARTICLES = (
    ("el", "la"), ("un", "una"), ("este", "esta"), ("algún", "alguna"), ("ningún", "ninguna"), ("otro", "otra"),
    ("del", "de la"), ("al", "a la"), ("los", "las"), ("unos", "unas"), ("estos", "estas"), ("algunos", "algunas"),
    ("otros", "otras"), ("muchos", "muchas"), ("varios", "varias"),
)  # fmt: skip
"""Masculine and feminine."""
BOUNDARY = ("", "y", "e", "o", "u", "ni", "que", "en", "de", "del", "con", "durante", "si", "pero", "al", "tras", "a",
    "por", "para", "cuando", "después", "antes", "se", "no", "como", "hasta")  # fmt: skip
"""Words before which no adjective of an earlier noun can stand."""


def noun_phrases(formal: str, said: str, gender: str) -> Iterator[tuple[str, str, Sequence[str], Sequence[str]]]:
    """A noun and what is said for it, with every article: written, said, words that must follow, words not before it.

    ``gender`` is that of both (``m``, ``f``) or, where it changes, of each
    (``fm``): then the article changes too, and no adjective may hang on the noun.
    """
    changes = len(gender) == 2
    numbers = [(formal, said, True), (plural(formal), plural(said), False)]
    for written, spoken, singular in numbers[: 1 if numbers[1][0] == formal else 2]:
        if not changes:
            yield written, spoken, (), ()
            continue
        for masculine, feminine in _ARTICLES:
            theirs, ours = (feminine, masculine) if gender == "fm" else (masculine, feminine)
            if theirs.endswith("s") is singular:
                continue
            yield f"{theirs} {written}", f"{ours} {spoken}", BOUNDARY, ()
        yield written, spoken, BOUNDARY, tuple({word.split()[-1] for pair in _ARTICLES for word in pair})


def adjectives(formal: str, said: str) -> Iterator[tuple[str, str]]:
    """The four endings of an adjective; one without gender has two; what is said may be a phrase that has none."""
    endings = ("o", "a", "os", "as") if formal.endswith("o") else ("", "s" if formal[-1] in "ae" else "es")
    base = formal[:-1] if formal.endswith("o") else formal
    for ending in endings:
        yield base + ending, _agreeing(said, ending)


def _agreeing(said: str, ending: str) -> str:
    if " " in said or not said.endswith(("o", "e", "l", "z", "r")):
        return said
    if said.endswith("o"):
        return said[:-1] + (ending if ending in ("o", "a", "os", "as") else "o" + ending)
    return plural(said) if ending.endswith("s") else said
