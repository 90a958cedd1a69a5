"""Which medical words are explained, and where: a part as a page has it, and the lines that say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers, writing

EN = {
    "not between a sentence and what confirms it": (
        "You lie down. You are given a sedative. In fact, most ask for more.\n\nThe lights are low.",
        (
            "You lie down. / You are given a sedative. / In fact, most ask for more. / "
            "A sedative is a medicine that makes people calm and sleepy. / The lights are low."
        ),
    ),
    "not between a sentence and the time that hangs on it": (
        "You lie down. The doctor puts in a catheter. Until then keep the knees bent.\n\nThe lights are low.",
        (
            "You lie down. / The doctor puts in a catheter. / Until then keep the knees bent. / "
            "A catheter is a thin, soft tube. / The lights are low."
        ),
    ),
    "not between a place and what goes on there": (
        "You lie down. The polyps are burned off. No nerves there feel heat.\n\nThe lights are low.",
        (
            "You lie down. / The polyps are burned off. / No nerves there feel heat. / A polyp is a small growth. / "
            "The lights are low."
        ),
    ),
    "not between a sentence and what holds if it is not so": (
        "You lie down. A sedative is given, and you should feel calm. If you don’t, say so.\n\nThe lights are low.",
        (
            "You lie down. / A sedative is given, and you should feel calm. / If you don’t, say so. / "
            "The lights are low."
        ),
    ),
    "not before what somebody else also does": (
        "You lie down. The anaesthetist comes by. A pharmacist also comes by.\n\nThe lights are low.",
        (
            "You lie down. / The anaesthetist comes by. / A pharmacist also comes by. / "
            "An anaesthetist is a doctor who gives medicine for sleep and for pain. / The lights are low."
        ),
    ),
    "not between two other sentences of its paragraph": (
        "You lie down. You are given a sedative. It takes a minute. The lights are low.",
        "You lie down. / You are given a sedative. / It takes a minute. / The lights are low.",
    ),
    "not where the page says what it is called, or who somebody is": (
        "Some people drift far off, we call that dissociation, and some doze. An anaesthetist, who is a doctor, stays.",
        (
            "Some people drift far off, we call that dissociation, and some doze. / "
            "An anaesthetist, who is a doctor, stays."
        ),
    ),
    "not far from its word": (
        "You lie down. We take blood, do an ECG and look at your teeth: a bad tooth has to be seen to first. Rest.",
        "You lie down. / We take blood, do an ECG and look at your teeth: a bad tooth has to be seen to first. / Rest.",
    ),
    "not where the page tells what several are": (
        "You lie down. A polyp is taken out. Polyps are soft buds of the lining. Rest.",
        "You lie down. / A polyp is taken out. / Polyps are soft buds of the lining. / Rest.",
    ),
    "not of a case that the beginning of a list names": (
        "Tell us early if you:\n\n- are on insulin\n- had a CT scan lately. The dose may change\n- have a cold",
        (
            "Tell us early if you are on insulin. / Also tell us early if you had a CT scan lately. / "
            "The dose may change. / Also tell us early if you have a cold."
        ),
    ),
    "between no two pieces of a sentence": (
        "ECG stickers are applied, and a cuff is placed on one finger and another on the opposite arm. You lie down.",
        (
            "An ECG is a test that records the beat of the heart. / ECG stickers are applied. / A cuff is placed on "
            "one finger and another on the opposite arm. / You lie down."
        ),
    ),
    "before the sentence where the next one hangs on it": (
        "You are given a sedative. It takes a minute. The lights are low.",
        (
            "A sedative is a medicine that makes people calm and sleepy. / You are given a sedative. / "
            "It takes a minute. / The lights are low."
        ),
    ),
    "not before the sentence inside a part, but after the next one": (
        "You lie down. You are given a sedative. It takes a minute.\n\nThe lights are low.",
        (
            "You lie down. / You are given a sedative. / It takes a minute. / "
            "A sedative is a medicine that makes people calm and sleepy. / The lights are low."
        ),
    ),
    "right after its own piece of a sentence, where the next piece stands by itself": (
        "You lie down. You will have blood tests and an ECG, and some people need a scan of the lungs, too. Now rest.",
        (
            "You lie down. / You will have blood tests and an ECG. / An ECG is a test that records the beat of the "
            "heart. / Some people need a scan of the lungs, too. / Now rest."
        ),
    ),
    "… but not where that goes on about it": (
        "You lie. You will have an ECG in the room next door, during which you must keep quite still.\n\nNow rest.",
        (
            "You lie. / You will have an ECG in the room next door. / "
            "During this time, you must keep quite still. / An ECG is a test that records the beat of the heart. / "
            "Now rest."
        ),
    ),
    "not where the next sentence would be heard of it": (
        "You lie down. You are given a sedative. The medicine from the ward is stopped.\n\nThe lights are low.",
        (
            "You lie down. / You are given a sedative. / The medicine from the ward is stopped. / "
            "A sedative is a medicine that makes people calm and sleepy. / The lights are low."
        ),
    ),
    "before a sentence that the next one speaks of": (
        "A cannula is put in and the dye is given. You may not feel much of it. You lie down.",
        (
            "A cannula is a thin, soft tube that goes into a vein. / A cannula is put in and the dye is given. / "
            "You may not feel much of it. / You lie down."
        ),
    ),
    "before a sentence that a part of is told next": (
        "You will have sedation. Roughly half of all patients remember nothing. You lie down.",
        (
            "Sedation is medicine that makes people calm and sleepy. / You will have sedation. / "
            "Roughly half of all patients remember nothing. / You lie down."
        ),
    ),
    "not before it, where it was said already": (
        "A nurse asks about allergies and starts an IV. You lie down. Medicine goes through the IV. It is quick.",
        (
            "A nurse asks about allergies and starts an IV. / You lie down. / Medicine goes through the IV. / "
            "It is quick."
        ),
    ),
    "not as somebody’s own case": (
        "If you are very anxious, ask for a sedative. You may be drowsy after it. You lie down.",
        "If you are very anxious, ask for a sedative. / You may be sleepy after it. / You lie down.",
    ),
    "not the name of a place": (
        "Take the lift and follow the blue signs to Endoscopy. You lie down.",
        "Take the lift and follow the blue signs to Endoscopy. / You lie down.",
    ),
    "where the part soon has it again": (
        "ECG. It takes a minute. The ECG is printed. You lie down.",
        (
            "ECG. / It takes a minute. / The ECG is printed. / An ECG is a test that records the beat of "
            "the heart. / You lie down."
        ),
    ),
    "but not long after it came up": (
        "ECG. It takes a minute. You lie down. You wait. You rest. The ECG is printed. You go.",
        "ECG. / It takes a minute. / You lie down. / You wait. / You rest. / The ECG is printed. / You go.",
    ),
    "one after one place": (
        "The radiologist has an ultrasound probe. You lie down.",
        (
            "The radiologist has an ultrasound probe. / A radiologist is a doctor who reads pictures of the inside of "
            "the body. / You lie down."
        ),
    ),
    "not what is brought": (
        "Bring your last ECG. You lie down.",
        "Bring your last ECG. / You lie down.",
    ),
    "not what is not needed": (
        "A cannula is not usually needed. You lie down.",
        "A cannula is not usually needed. / You lie down.",
    ),
    "not what somebody is allergic to": (
        "Tell us if you are allergic to contrast dye. You lie down.",
        "Tell us if you are allergic to contrast dye. / You lie down.",
    ),
    "not one’s own device": (
        "Tell us if you have a pacemaker. You lie down.",
        "Tell us if you have a pacemaker. / You lie down.",
    ),
    "but one that may come": (
        "A temporary pacemaker may be fitted. Rest.",
        "A temporary pacemaker may be fitted. / A pacemaker is a small device that steadies the heartbeat. / Rest.",
    ),
    "not what everybody knows": (
        "Some people have nausea. You lie down.",
        "Some people have nausea. / You lie down.",
    ),
    "not what the next sentence tells": (
        "Fasting is important. Do not eat for six hours. You lie down.",
        "Fasting is important. / Do not eat for six hours. / You lie down.",
    ),
    "not what a label tells": (
        "Stent: a small mesh tube. A stent may be put in. You lie down.",
        "Stent: a small mesh tube. / A stent may be put in. / You lie down.",
    ),
    "not in another sense": (
        "The cannula lies under the skin. You lie down.",
        "The cannula lies under the skin. / You lie down.",
    ),
    "not in a case": (
        "You can eat unless you have chosen to have sedation. You lie down. Sedation is given. You rest.",
        (
            "You can eat unless you have chosen to have sedation. / You lie down. / Sedation is given. / "
            "Sedation is medicine that makes people calm and sleepy. / You rest."
        ),
    ),
    "not to tell a time": (
        "You must not drive for 24 hours after sedation. You rest.",
        "You must not drive for 24 hours after sedation. / You rest.",
    ),
    "nor of a place that has no name": (
        "You are taken to the catheter lab. You lie down.",
        "You are taken to the catheter lab. / You lie down.",
    ),
    "not in the name of a place": (
        "Come to the Endoscopy Unit. You lie down.",
        "Come to the Endoscopy Unit. / You lie down.",
    ),
    "not after a name": (
        "Colonoscopy. You lie down.",
        "Colonoscopy. / You lie down.",
    ),
}
ES = {
    "entre dos trozos de una frase, nunca": (
        "Se le tomará un electrocardiograma en la consulta; los resultados se los dará el médico. Descanse.",
        "Se le tomará un electrocardiograma en la consulta. / Los resultados se los dará el médico. / Descanse.",
    ),
    "tras la frase": (
        "Se toma un electrocardiograma. Usted se acuesta.",
        (
            "Se toma un electrocardiograma. / El electrocardiograma es una prueba que registra el latido del corazón. "
            "/ Usted se acuesta."
        ),
    ),
    "dentro de una parte no antes de su frase, sino tras la que sigue con ella": (
        "Traiga dos toallas. La prótesis se pone con anestesia local. Por eso no duele.\n\nUsted se acuesta.",
        (
            "Traiga dos toallas. / La prótesis se pone con anestesia local. / Por eso no duele. / "
            "La anestesia local duerme una parte del cuerpo. / Usted se acuesta."
        ),
    ),
    "no entre otras dos frases de su párrafo": (
        "Traiga dos toallas. La prótesis se pone con anestesia local. Por eso no duele. Usted se acuesta.",
        "Traiga dos toallas. / La prótesis se pone con anestesia local. / Por eso no duele. / Usted se acuesta.",
    ),
    "no ante lo que se suma sin verbo": (
        "Descanse bien. Se hará una mamografía. Si tiene más de 50 años, también otra prueba. Vuelva en una hora.",
        (
            "Descanse bien. / Se hará una mamografía. / Si tiene más de 50 años, también otra prueba. / "
            "Vuelva en una hora."
        ),
    ),
    "no ante lo que sigue con «lo»": (
        "Descanse bien. No deje el anticoagulante sin permiso. Si nadie se lo ha dicho, pregunte. Venga mañana.",
        (
            "Descanse bien. / No deje el anticoagulante sin permiso. / Si nadie se lo ha dicho, pregunte. / "
            "Venga mañana."
        ),
    ),
    "no ante lo que pasa en ese momento": (
        "Descanse bien. Le ponen una cánula. En ese momento se apaga la luz. Sale a la hora.",
        "Descanse bien. / Le ponen una cánula. / En ese momento se apaga la luz. / Sale a la hora.",
    ),
    "más tarde no, ante lo que señala otra cosa": (
        "Descanse bien. Le ponen una cánula. Luego se hace la prueba del sueño. No coma antes de esta prueba.",
        "Descanse bien. / Le ponen una cánula. / Luego se hace la prueba del sueño. / No coma antes de esta prueba.",
    ),
    "no ante lo que dice de la palabra misma": (
        "Descanse bien. Se hace con anestesia general. La palabra «general» suena seria.",
        "Descanse bien. / Se hace con anestesia general. / La palabra «general» suena seria.",
    ),
    "no ante una parte que nombra la palabra al final de una frase larga": (
        (
            "El arreglo de la herida que tiene en el brazo se hará el lunes por la tarde con anestesia general. "
            "Eso dura una hora."
        ),
        (
            "El arreglo de la herida que tiene en el brazo se hará el lunes por la tarde con anestesia general. / "
            "Eso dura una hora. / "
            "Con la anestesia general, una medicina hace dormir a la persona durante la operación o la prueba."
        ),
    ),
    "no ante lo que hace quien se nombró antes": (
        "Usted se tumba. El médico pone la anestesia local. Después introduce una sonda fina.\n\nUsted la nota poco.",
        (
            "Usted se tumba. / El médico pone la anestesia local. / Después introduce una sonda fina. / "
            "La anestesia local duerme una parte del cuerpo. / Usted la nota poco."
        ),
    ),
    "no ante un verbo sin sujeto, que sería de lo explicado": (
        "Protege tus venas de la transfusión. Puede quedarse puesto un año.",
        "Protege tus venas de la transfusión. / Puede quedarse puesto un año.",
    ),
    "no otra cosa del mismo nombre": (
        "Le hacemos una infiltración epidural. Usted se tumba.",
        "Le hacemos una infiltración epidural. / Usted se tumba.",
    ),
    "no una bebida del mismo nombre": (
        "Te daremos un zumo o una infusión. Se quedará una hora.",
        "Te daremos un zumo o una infusión. / Se quedará una hora.",
    ),
    "ni el mate": (
        "El mate se considera como infusión. Usted se tumba.",
        "El mate se considera como infusión. / Usted se tumba.",
    ),
    "pero sí la que va por la vena": (
        "Le pondremos una infusión. La enfermera estará con usted.",
        (
            "Le pondremos una infusión. / Una infusión es una forma de dar una medicina despacio por una vena. / "
            "La enfermera estará con usted."
        ),
    ),
    "no lo que se trae": (
        "Traiga su electrocardiograma. Usted se acuesta.",
        "Traiga su electrocardiograma. / Usted se acuesta.",
    ),
    "no lo que no hace falta": (
        "No hace falta anestesia general. Usted se acuesta.",
        "No hace falta anestesia general. / Usted se acuesta.",
    ),
    "no lo que uno ya lleva": (
        "Avise si lleva marcapasos. Usted se acuesta.",
        "Avise si lleva marcapasos. / Usted se acuesta.",
    ),
    "no lo que cuenta la frase de al lado": (
        "Se pone anestesia local. La piel se duerme en un minuto.",
        "Se pone anestesia local. / La piel se duerme en un minuto.",
    ),
    "no lo que cuenta la etiqueta": (
        "Catéter: es un tubo flexible. El catéter se queda puesto.",
        "Catéter: es un tubo flexible. / El catéter se queda puesto.",
    ),
    "lo que solo pasa en un caso": (
        "No conduzca hasta mañana si recibió sedación. Quite la tirita por la noche.",
        "No conduzca hasta mañana si recibió sedación. / Quite la tirita por la noche.",
    ),
    "no tras lo que se hace en un caso, cuando ya se dijo": (
        "Le darán una sedación suave; otros se duermen con anestesia general. Si lo nota, pida más sedación y quédese.",
        (
            "Le darán una sedación suave. / Otros se duermen con anestesia general. / "
            "Si lo nota, pida más sedación y quédese."
        ),
    ),
    "no antes de lo que lo señala": (
        "Se deja un catéter en la vejiga. Este suele molestar al caminar y se quita en una semana.",
        "Se deja un catéter en la vejiga. / Este suele molestar al caminar y se quita en una semana.",
    ),
    "lo que se le pide a uno no sigue con ello": (
        "Le pondrán una vía venosa. Se le pedirá que firme la hoja.",
        "Le pondrán una vía venosa. / Una vía es un tubo fino que entra en una vena. / Se le pedirá que firme la hoja.",
    ),
    "con el nombre que se dijo": (
        "Le ponen un oxímetro en el dedo. La sala está fresca.",
        (
            "Le ponen un oxímetro en el dedo. / El oxímetro es una pinza que mide el oxígeno de la sangre a través de "
            "la piel. / La sala está fresca."
        ),
    ),
    "no antes de un efecto que no se dice de qué es": (
        "Algo pasa. A veces se usa anestesia general; si así fuera, Ana se lo contará. Una vez que haga efecto, abre.",
        (
            "Algo pasa. / A veces se usa anestesia general. / Si así fuera, Ana se lo contará. / "
            "Una vez que haga efecto, abre."
        ),
    ),
    "no entre unas medicinas y lo que se hace con ellas": (
        "Usted se sienta. Las benzodiacepinas cambian la prueba. No deje ninguna sin preguntar.",
        (
            "Usted se sienta. / Las benzodiacepinas cambian la prueba. / No deje ninguna sin preguntar. / "
            "Una benzodiacepina es una medicina para la ansiedad o para dormir."
        ),
    ),
    "no al abrir una parte, si la palabra viene tarde": (
        "La cura suele ser corta (de media hora) con una sedación ligera, aunque a veces con una crema; eso se elige.",
        (
            "La cura suele ser corta, de media hora, con una sedación ligera, aunque a veces con una crema. / "
            "Eso se elige. / Con la sedación, una medicina da calma y sueño."
        ),
    ),
    "no entre una pregunta y su respuesta": (
        "Usted se sienta. ¿Qué se nota con una infusión? Es lo que más nos preguntan. Cada uno nota algo.",
        "Usted se sienta. / ¿Qué se nota con una infusión? / Es lo que más nos preguntan. / Cada uno nota algo.",
    ),
    "no entre una pregunta y lo que ha de hacer quien dice que no": (
        "Usted se sienta. Si toma un anticoagulante, ¿lo sabe ya la enfermera? Traiga la caja. Luego, avise.",
        "Usted se sienta. / Si toma un anticoagulante, ¿lo sabe ya la enfermera? / Traiga la caja. / Luego, avise.",
    ),
    "no ante lo contrario de lo que se dijo": (
        "Usted se sienta. Le darán un anticoagulante en la sala. De no ser así, avise.",
        "Usted se sienta. / Le darán un anticoagulante en la sala. / De no ser así, avise.",
    ),
    "antes, si lo que sigue habla de ello": (
        "Puede notar hormigueo por el anticoagulante; avísele a la técnica, que lo corrige con calcio.",
        (
            "Un anticoagulante es una medicina que ayuda a que la sangre no forme coágulos. / "
            "Puede notar hormigueo por el anticoagulante. / Avísele a la técnica, que lo corrige con calcio."
        ),
    ),
    "no ante lo que cuenta algo que la frase nombra": (
        "Le ponen la infusión en 50 minutos. En los primeros diez se nota frío.",
        "Le ponen la infusión en 50 minutos. / En los primeros diez se nota frío.",
    ),
    "tras lo que se prefiere a lo de antes": (
        "Se tumba. Con el sedante oirá voces lejanas. Si prefiere silencio, dígalo.",
        (
            "Se tumba. / Con el sedante oirá voces lejanas. / Si prefiere silencio, dígalo. / "
            "Un sedante es una medicina que da calma y sueño."
        ),
    ),
    "lo que sigue sin sujeto": (
        "Se tumba. Puede sentirse calor al inyectar el contraste. Ceden las molestias. Ceden en diez segundos.",
        "Se tumba. / Puede sentirse calor al inyectar el contraste. / Ceden las molestias. / Ceden en diez segundos.",
    ),
    "lo que sigue con «lo»": (
        "Se tumba. El radiólogo dirá cuándo tragar el bario. Algunas personas lo encuentran desagradable.",
        (
            "Se tumba. / El radiólogo dirá cuándo tragar el bario. / Algunas personas lo encuentran desagradable. / "
            "Un radiólogo es quien estudia imágenes del interior del cuerpo."
        ),
    ),
    "no antes de «la recomendamos», que habla de otra cosa": (
        "Hay una cirugía con cámara. Necesita anestesia general y dura poco. La recomendamos a todos. Descanse.",
        (
            "Hay una cirugía con cámara. / Necesita anestesia general y dura poco. / La recomendamos a todos. / "
            "Descanse."
        ),
    ),
    "no en el nombre de un sitio": (
        "Se tumba. En la sala de endoscopia hace frío. Le tapan con una manta.",
        "Se tumba. / En la sala de endoscopia hace frío. / Le tapan con una manta.",
    ),
}


def _said(text: str, tag: str, tmp_path: Path) -> str:
    page = tmp_path / "page.md"
    page.write_text(f"# P\n\n## A\n\n{text}\n\n## B\n\nX.\n", encoding="utf-8")
    part = next(part for part in writing.write(readers.read(page, tag)).phases if part.name == "A")
    return " / ".join(say.text for say in part.says[1:] if not say.text.startswith(("If you like", "Si quiere")))


@pytest.mark.parametrize(("text", "lines"), EN.values(), ids=EN)
def test_what_is_explained_and_where(text: str, lines: str, tmp_path: Path) -> None:
    assert _said(text, "en", tmp_path) == lines


@pytest.mark.parametrize(("text", "lines"), ES.values(), ids=ES)
def test_what_is_explained_and_where_in_spanish(text: str, lines: str, tmp_path: Path) -> None:
    assert _said(text, "es", tmp_path) == lines


def test_a_definition_comes_not_into_a_list(tmp_path: Path) -> None:
    text = "Do not stop these before your colonoscopy:\n\n- ramipril: 2 days\n- iron: 7 days\n\nYou lie down."
    assert _said(text, "en", tmp_path) == (
        "Do not stop these before your colonoscopy. / Ramipril: 2 days. / Iron: 7 days. / You lie down."
    )


def test_a_question_is_answered_before_anything_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# P\n\n## Will I be asleep?\n\nYou have sedation. It is mild.\n\n## B\n\nX.\n", encoding="utf-8")
    part = next(part for part in writing.write(readers.read(page, "en")).phases if part.name == "Will I be asleep?")
    assert [say.text for say in part.says][1:3] == ["You have sedation.", "It is mild."]


@pytest.mark.parametrize(
    ("tag", "name", "text"),
    [
        ("es", "Cuándo consultar", "Diga que le hicieron una colonoscopia."),
        ("es", "Señales de alarma", "Puede haber un neumotórax."),
        ("en", "When to call us", "You may have a pneumothorax."),
    ],
)
def test_nothing_is_explained_where_a_part_tells_when_to_call_for_help(
    tag: str, name: str, text: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# P\n\n## A\n\nX.\n\n## {name}\n\nY is Z. {text}\n\n## B\n\nX.\n", encoding="utf-8")
    part = next(part for part in writing.write(readers.read(page, tag)).phases if part.name == name)
    assert not any(
        " mira el interior" in say.text or "aire que" in say.text or "is air" in say.text for say in part.says
    )


def test_a_definition_comes_not_between_those_whom_a_list_names(tmp_path: Path) -> None:
    text = (
        "Dígalo antes.\n\n- Personas con asma, que toman un laxante.\n- Personas que tosen mucho al beber agua.\n\nFin."
    )
    assert "vacía el intestino" not in _said(text, "es", tmp_path)
