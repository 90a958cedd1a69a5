"""Spanish formulas that need another form of a verb: “en caso de que sea” → “si es”, “se procede a poner” → “se pone”,
“De ser necesario, …” → “Si es necesario, …”.

Mood, person and tense are those the sentence has or that the new word asks
for.  A verb that is in no list stays, and its whole formula with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from narration.language import spanish_verbs
from narration.language.conjugation import conjugated
from narration.language.gender import is_feminine
from narration.writing.vocabulary import Vocabulary

_PRONOUNS = r"(?:no )?(?:(?:se|te|me|nos|le|les|lo|la|los|las) )*"
_CASE = re.compile(
    r"\ben (?:el )?(?:caso|supuesto) de que "
    rf"(?P<subject>(?:usted |(?:(?:el|la|los|las|su|sus) [^\W\d_]+ )?){_PRONOUNS})(?P<verb>[^\W\d_]+)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:o|u|y|e|ni) ")
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
_NOUNS = {
    "administración": "administrar", "aplicación": "aplicar", "colocación": "colocar", "extirpación": "extirpar",
    "extracción": "extraer", "inserción": "insertar", "introducción": "introducir", "inyección": "inyectar",
    "limpieza": "limpiar", "realización": "realizar", "retirada": "retirar", "retiro": "retirar", "toma": "tomar",
}  # fmt: skip
"""Nouns of doing, by which a leaflet hides its verb: “se procederá a la colocación de una vía”."""
_ANY_NOUN = "|".join(_NOUNS)
_PROCEED_TO = re.compile(
    r"\b(?P<se>se (?:le |les |te )?)(?:proced(?P<tense>e|erá) a|(?:realiza|efectúa)(?P<made>rá)?) "
    rf"(?:(?:la|el) (?P<noun>{_ANY_NOUN}) (?:de (?=(?:una?|la) )|del (?=[^\W\d_]))|su (?P<its>{_ANY_NOUN})\b)",
    re.IGNORECASE,
)
_ABSTAIN = re.compile(r"\b(?P<verb>absten(?:erse|erte|ga(?:n)?se|drá(?:n)?se)) de (?P<rest>[^.;:]+)", re.IGNORECASE)
_MORE_ABSTAINED = re.compile(r"(?<=[,\s])de (?=[^\W\d_]+[aei]r(?:se|lo|la|los|las|le)?\b)")
_SOME_PATIENTS = re.compile(
    r"^(?:Los|Las) pacientes (?:(?P<adjective>[^\W\d_]+)(?P<ending>os|as)|con (?P<thing>[^,.;:]{3,40}?)) (?P<no>no )?"
    r"(?P<verb>deberán|deben|podrán|pueden|tendrán que|tienen que|necesitan|necesitarán)\b(?P<rest>[^.;:]*)\.$"
)
_ABOUT = re.compile(
    r"\b(?P<to>en|a) (?:aproximadamente|más o menos) "
    r"(?P<number>(?:1 (?:a|o) \d+|[2-9]|[1-9]\d+)(?: (?:a|o) \d+)? de cada \d+(?:[. ]\d{3})*)(?P<noun> [^\W\d_]+)?",
    re.IGNORECASE,
)
_WRITTEN_HERE = re.compile(r"\s+(?:aquí|acá)\s*:?(?=[^\w]*[_/])[_/.\s-]{3,}$")
"""Where a page has a place to write, which is nowhere by ear."""
_BRING = re.compile(
    r"^(?P<verb>(?:Traiga|Trae|Traé|Presente|Presenta|Presentá|Lleve|Lleva|Llevá|Entregue|Entrega|Entregá) )"
    r"(?P<paper>resultados?|informes?|orden|receta|volante|consentimiento)"
    r"(?= (?:del?|médic[oa]|firmad[oa])\b)(?!.*\s[ye]\s)"
)
_DAYS = re.compile(r"^(?P<day>Día|Semana|Mes) (?P<first>\d+)\s?[–-]\s?(?P<last>\d+)(?=[:,.]|$)")
"""A table's label for several days: “Día 2–3: …”."""
_TENSES = {"e": "pres3", "erá": "fut3"}
_MOODS = {"subj3": "pres3", "subj3p": "pres3p", "subj2": "pres2"}
_PERFECT = {"haya": "ha", "hayan": "han", "hayas": "has"}


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence with its formulas in plain forms."""
    if words.language != "es":
        return [sentence]
    sentence = _DAYS.sub(_days, _WRITTEN_HERE.sub(" en su hoja.", sentence))
    said = _CASE.sub(_in_case, _HIDDEN.sub(_condition, sentence))
    said = _PROCEED_TO.sub(_does, _PROCEED.sub(_proceeds, said))
    said = _BRING.sub(_the_paper, _ABOUT.sub(_some, said))
    return [_SOME_PATIENTS.sub(_if_you, _ABSTAIN.sub(_abstains, said))]


def _days(match: re.Match[str]) -> str:
    """“Día 2–3” → “Días 2 y 3”, “Día 3–5” → “Días 3 a 5”."""
    several = {"Mes": "Meses"}.get(match["day"], f"{match['day']}s")
    joint = "y" if int(match["last"]) == int(match["first"]) + 1 else "a"
    return f"{several} {match['first']} {joint} {match['last']}"


def _some(match: re.Match[str]) -> str:
    """“En aproximadamente 1 a 3 de cada 100 personas” → “en unas 1 a 3 de cada 100 personas”."""
    some = "unas" if is_feminine((match["noun"] or "").strip() or "casos", "es") else "unos"
    return f"{match['to']} {some} {match['number']}{match['noun'] or ''}"


def _the_paper(match: re.Match[str]) -> str:
    """“Traiga resultado de creatinina”, as a form has it, with its article; in a list of papers none has one."""
    paper = match["paper"]
    article = "la" if paper in ("orden", "receta") else "los" if paper.endswith("s") else "el"
    return f"{match['verb']}{article} {paper}"


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
    joint = _JOINED.search(rest)
    after = re.findall(r"[^\W\d_]+", rest[joint.start() :].lower()) if joint else ()
    if not found or any(word in _indicatives() for word in after):
        return match[0]  # a second verb would need its mood changed as well
    said = f"si {match['subject']}{found}"
    return said[0].upper() + said[1:] if match[0][0].isupper() else said


def _proceeds(match: re.Match[str]) -> str:
    verb = match["verb"].lower()
    if verb not in _verbs():
        return match[0]
    return f"{match['se']}{conjugated(verb, _verbs())[_TENSES[match['tense'].lower()]]}"


def _does(match: re.Match[str]) -> str:
    """“Se procederá a la colocación de una vía” → “Se colocará una vía”."""
    future = match["tense"] == "erá" or match["made"]
    noun = (match["noun"] or match["its"]).lower()
    verb = conjugated(_NOUNS[noun], _verbs())["fut3" if future else "pres3"]
    return (
        f"{match['se']}{verb}" if match["its"] else f"{match['se']}{verb} {'el ' if match[0].endswith('del ') else ''}"
    )


def _abstains(match: re.Match[str]) -> str:
    """“Abstenerse de conducir y de beber” is “evitar conducir y beber”: the plain verb takes no “de”."""
    return f"{match['verb']} de {_MORE_ABSTAINED.sub('', match['rest'])}"


def _if_you(match: re.Match[str]) -> str:
    """“Los pacientes diabéticos deberán …” → “Si usted es diabético, deberá …”; not where more is said of them all."""
    rest = match["rest"]
    if re.search(r"\b(?:sus?|ellos|ellas|quienes|todos|todas|los|las) (?:pacientes|mismos|mismas)\b|\bellos\b", rest):
        return match[0]
    who = f"es {match['adjective']}{match['ending'][0]}" if match["adjective"] else f"tiene {match['thing']}"
    rest = re.sub(r"\bles\b", "le", rest)
    verb = re.sub(r"n( que)?$", r"\1", match["verb"])
    return f"Si usted {who}, {match['no'] or ''}{verb}{rest}."


@cache
def _verbs() -> Mapping[str, Mapping[str, str]]:
    """The verbs whose every form is known: regular ones and those with forms of their own."""
    return spanish_verbs.known()


@cache
def _indicatives() -> Mapping[str, str]:
    """Present indicatives by their subjunctives: ``tenga`` → ``tiene``."""
    made = {"sea": "es", "sean": "son", "seas": "eres", "haya": "hay"}
    for verb in _verbs():
        forms = conjugated(verb, _verbs())
        made |= {forms[subjunctive]: forms[indicative] for subjunctive, indicative in _MOODS.items()}
    return made
