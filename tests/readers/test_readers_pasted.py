"""A web page copied into a text or a document brings its menus, its praise and its calls to book; none is spoken."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document

EN = """Before your bronchoscopy

Do not eat for six hours. You may drink water until two hours before.

During the bronchoscopy

You lie on your side. A nurse stays beside you.
"""
ES = """Antes de la broncoscopia

No coma nada en seis horas. Puede beber agua.

Durante la broncoscopia

Se tumba de lado. Una enfermera se queda con usted.
"""


def _read(folder: Path, text: str, name: str = "page.txt") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return readers.read(path)


def _said(document: Document) -> str:
    return " ".join(sentence.text for part in document.phases for sentence in part.sentences)


HEADS = [
    ("Skip to main content\nCall or text (505) 555-0190\nHome   About us   What we treat   Fees   Contact\n\n", EN),
    ("Open accessibility menu\nPatient Portal   Pay my bill   Find a provider   Locations\n\n", EN),
    ("MyHealth login | Pay a bill | Find a doctor | Español\n\n", EN),
    ("Print   Email   Text size  A A A\nA- A+\n\n", EN),
    ("Inicio   Quiénes somos   Especialidades   Noticias   Pide tu cita\n\n", ES),
    ("Institucional\nEspecialidades\nTurnos online\nSedes\n\n", ES),
    ("★ 4,8 en Google · 240 reseñas\n\nAGENDE SU CITA AHORA  |  WhatsApp 300 555 0190\n\n", ES),
]


@pytest.mark.parametrize(("head", "body"), HEADS)
def test_links_over_a_copied_page_are_neither_its_title_nor_spoken(head: str, body: str, tmp_path: Path) -> None:
    title = "BRONCHOSCOPY" if body is EN else "BRONCOSCOPIA"
    document = _read(tmp_path, f"{head}{title}\n\n{body}")
    assert document.title == title
    assert [part.name for part in document.phases] == [line for line in body.splitlines()[::4] if line]
    said = _said(document)
    for line in head.split("\n"):
        assert not line or line.split()[0] not in said.split() or "555" in line


COPIED = [
    "We use cookies to improve this site.\n\nAcceptReject\nHome Our services Work for us Contact us\n",
    "Visitor update: masks are optional here. Read more ×\nMyChart Login\nPay My Bill\nLungs\nLocations\nGive\n",
    "Now accepting new patients! Call (505) 555-0142\nHome\nTreatments\nBreathing lab\nOur team\nHome > Lungs\n",
    "LungKind\nYour stories\nFundraise\nTests & treatments\nShop\n\nHome / Tests / Bronchoscopy\n\n",
    "Skip to content\nHome\nWhat is a lung?\nBlood bank: give!\nContact\n",
]
"""What a browser copies over the title of a page: banners, buttons, menus line by line or run together."""


@pytest.mark.parametrize("head", COPIED)
def test_the_title_of_a_copied_page_is_the_line_under_its_menus(head: str, tmp_path: Path) -> None:
    told = (
        "A bronchoscopy looks into the lungs with a camera at the end of a thin tube, which goes in through the nose."
    )
    document = _read(tmp_path, f"{head}Having a bronchoscopy\n\n{told} Most people go home on the same day.\n\n{EN}")
    assert document.title == "Having a bronchoscopy"
    sentences = [sentence.text for section in document.sections for sentence in section.sentences]
    assert told in sentences
    assert not {line for line in head.splitlines() if line} & set(sentences)


def test_a_title_over_a_pages_tools_stays(tmp_path: Path) -> None:
    text = f"Having a bronchoscopy\n\nHome / Tests / Bronchoscopy\n\nShare:  Facebook  X  Print\n\n{EN}"
    document = _read(tmp_path, text)
    assert document.title == "Having a bronchoscopy"
    assert [part.name for part in document.phases] == ["Before your bronchoscopy", "During the bronchoscopy"]


PRAISE = [
    ('"I slept through it. They were so kind to my mother." – Dana R.', EN),
    ('"Best clinic in town!"\n- T.L., Cedar Falls ★★★★★', EN),
    ('★★★★★ "Over before I knew it." – Google review', EN),
    ("“Nobody rushed us, not once.” Maeve & Tom, Co. Clare", EN),
    ("“Entré con miedo y salí riendo.” — Paciente, 52 años", ES),
    ('"Me explicaron todo con calma."\nLucía M. Prada', ES),
]


@pytest.mark.parametrize(("praise", "body"), PRAISE)
def test_praise_of_patients_is_left_out_with_its_name(praise: str, body: str, tmp_path: Path) -> None:
    document = _read(tmp_path, f"{body}\n{praise}\n")
    said = _said(document)
    assert " ".join(praise.split()[1:4]) not in said
    assert " ".join(praise.split()[-2:]) not in said
    assert any(praise.split("\n")[0][:12] in item.text for item in document.left_out)


@pytest.mark.parametrize(
    "quoted",
    [
        '"How do you feel?" is what the nurse will ask you.',
        "The nurse may say: “Take a deep breath and hold it.”",
        '"Twilight sleep" is what many people call this.',
    ],
)
def test_what_is_quoted_for_the_patient_is_said(quoted: str, tmp_path: Path) -> None:
    assert quoted in _said(_read(tmp_path, f"{EN}\n{quoted}\n"))


SMALL = [
    ("These instructions are general and do not replace those of your doctor.", EN),
    ("This post is for general information and is not medical advice.", EN),
    ("Our clinic acknowledges the river people as the traditional owners of this land.", EN),
    ("‹ Older: Living with asthma     Newer: Meet our nurse ›", EN),
    ("Expand all   Collapse all", EN),
    ("READ MORE: What does a cough tell?", EN),
    ("What do you think of this leaflet? Scan the code and tell us.", EN),
    ("Thank you to the families who helped us write this page.", EN),
    ("Lake Lung & Sleep   |   Three handy locations   |   Same-day visits", EN),
    ("[Footage: a nurse opens the door]", EN),
    ("Photo: a nurse holds the mask", EN),
    ("lung-room-2 1024x683", EN),
    ("Many thanks to the parents who read and commented on this leaflet.", EN),
    ("F-BRO-017 Rev. 03 Elaboró: Enf. R. Olmo Autorizó: Dr. J. Mora", ES),
    ("Seguinos en Instagram y Facebook", ES),
    ("Agradecemos a Rosa y Marta por leer este texto antes que nadie.", ES),
    ("Esta información es de uso educativo solamente.", ES),
    ("Este blog no sustituye a tu médico.", ES),
    ("Entrada más reciente     Página principal     Entrada antigua", ES),
    ("¿Listo para respirar mejor? Valoración sin costo durante este mes", ES),
]


@pytest.mark.parametrize(("line", "body"), SMALL)
def test_small_print_and_tools_under_a_copied_page_are_not_spoken(line: str, body: str, tmp_path: Path) -> None:
    document = _read(tmp_path, f"{body}\n{line}\n")
    assert not set(line.split()[-2:]) & set(_said(document).rstrip(".").split()[-2:])
    assert document.left_out


def test_the_sign_of_a_panel_is_no_part_of_its_name(tmp_path: Path) -> None:
    text = "# Bronchoscopy\n\n### Where do I go +\n\nTo the lung unit.\n\n### What happens after +\n\nYou rest.\n"
    document = _read(tmp_path, text, "page.md")
    assert [part.name for part in document.phases] == ["Where do I go", "What happens after"]


def test_a_long_line_over_a_page_is_its_title(tmp_path: Path) -> None:
    title = "Your first bronchoscopy for a cough that will not go: how the day goes, step by step"
    text = f"{title}\n\nMany people come to us with a cough that has lasted for months.\n\n{EN}"
    assert _read(tmp_path, text).title == title


def test_an_offer_under_a_heading_that_calls_to_book_is_left_out(tmp_path: Path) -> None:
    text = "# Bronchoscopy\n\n## Before\n\nDo not eat.\n\n## After\n\nRest.\n\n"
    document = _read(tmp_path, f"{text}## Book With Lake Lung Care\n\nWe have places.\n", "page.md")
    assert [part.name for part in document.phases] == ["Before", "After"]
    assert "We have places" not in _said(document)


def test_what_stands_over_a_marked_title_is_the_sites(tmp_path: Path) -> None:
    alert = "Masks are worn at the door. [Visitor guidelines »](/v)"
    over = f"{alert}\n\n[Home](/) > [Tests](/t) > Bronchoscopy\n\nPAGE MENU\n"
    document = _read(
        tmp_path, f"{over}\n# Having a bronchoscopy\n\n## Before\n\nDo not eat.\n\n## After\n\nRest.\n", "page.md"
    )
    assert document.title == "Having a bronchoscopy"
    assert _said(document) == "Do not eat. Rest."


def test_a_posts_title_stands_under_its_date(tmp_path: Path) -> None:
    head = (
        "The lung nurse\nWhat I tell people at night\n\nTuesday, 17 October 2023\nYour bronchoscopy, hour by hour\n\n"
    )
    document = _read(tmp_path, f"{head}A friend asked me what happens, so here is all of it in order.\n\n{EN}")
    assert document.title == "Your bronchoscopy, hour by hour"


BOXES = [
    (
        '<aside class="box"><h3>Ring us if</h3><p>you cough up blood, or have a fever.</p></aside>',
        "you cough up blood",
        True,
    ),
    ('<aside class="box"><h3>Our shop</h3><p>Warm scarves for winter walks.</p></aside>', "scarves", False),
    ("<blockquote>They held my hand. <cite>Ada P., Bree</cite></blockquote>", "held my hand", False),
    ("<blockquote>Please ring the bell at the green door.</blockquote>", "green door", True),
]


@pytest.mark.parametrize(("box", "words", "said"), BOXES)
def test_a_box_of_a_saved_page_is_said_where_it_tells_when_to_ring(
    box: str, words: str, said: bool, tmp_path: Path
) -> None:
    text = "<p>You lie on your side. A nurse stays beside you and holds your hand.</p>" * 4
    markup = f"<main><h1>Bronchoscopy</h1><h2>Before</h2><p>Do not eat.</p><h2>During</h2>{text}{box}</main>"
    assert (words in _said(_read(tmp_path, markup, "page.html"))) is said


def test_a_slogan_on_the_picture_over_a_page_is_no_part(tmp_path: Path) -> None:
    hero = "<section class=hero><h1>Bronchoscopy</h1><h2>Quick and close to you</h2><button>Book now</button></section>"
    text = "<p>You lie on your side. A nurse stays beside you.</p>"
    markup = f"<body>{hero}<h2>Before</h2><p>Do not eat for six hours.</p><h2>During</h2>{text}</body>"
    assert [part.name for part in _read(tmp_path, markup, "page.html").phases] == ["Before", "During"]


CALLS = ["Book a free 15 minute call", "Schedule your consultation today", "Reserva una evaluación por WhatsApp"]


@pytest.mark.parametrize("call", CALLS)
def test_a_call_to_book_is_no_part_of_the_text(call: str, tmp_path: Path) -> None:
    document = _read(tmp_path, f"BRONCHOSCOPY\n\n{EN}\nREADY TO BREATHE AGAIN?   {call}   >\n\nResults come by post.\n")
    assert call.split()[-1] not in _said(document)
    assert "Results come by post." in _said(document)


def test_an_instruction_to_book_is_said(tmp_path: Path) -> None:
    document = _read(tmp_path, f"{EN}\nBook your visit with the asthma nurse before you leave.\n")
    assert "Book your visit with the asthma nurse" in _said(document)


def test_the_names_of_the_parts_over_the_text_are_its_contents(tmp_path: Path) -> None:
    contents = (
        "In this leaflet you will find\nBefore your bronchoscopy\nDuring the bronchoscopy\nAfter the bronchoscopy\n"
    )
    text = f"BRONCHOSCOPY\n\n{contents}\n{EN}\nAfter the bronchoscopy\n\nYou rest for an hour.\n"
    document = _read(tmp_path, text)
    assert [part.name for part in document.phases] == contents.splitlines()[1:]
    assert not set(contents.splitlines()) & {s.text.rstrip(".") for part in document.phases for s in part.sentences}


def test_a_heading_that_is_also_a_word_of_menus_stays(tmp_path: Path) -> None:
    document = _read(tmp_path, f"BRONCHOSCOPY\n\n{EN}\nParking\n\nThe car park is behind the west wing.\n")
    assert document.phases[-1].name == "Parking"


def test_a_pictures_words_are_a_caption(tmp_path: Path) -> None:
    marked = "![The room](room.jpg)\n*Our bronchoscopy room, with its wide window*\n"
    document = _read(
        tmp_path, f"# Bronchoscopy\n\n## Before\n\nDo not eat.\n\n{marked}\n## After\n\nRest.\n", "page.md"
    )
    assert {item.text: item.reason for item in document.left_out} == {
        "The room": "caption",
        "Our bronchoscopy room, with its wide window": "caption",
    }
    text = _read(tmp_path, f"BRONCHOSCOPY\n\n{EN}\n[Photo: the nurse holds a mask]\n")
    assert "mask" not in _said(text)


def test_a_side_menu_of_a_page_laid_out_in_tables_is_left_out(tmp_path: Path) -> None:
    menu = "".join(
        f'<a href="{at}.html">{name}</a><br>' for at, name in enumerate(["What is it?", "Getting ready", "Scars"])
    )
    text = "<p>You lie on your side. A nurse stays beside you and holds your hand.</p>"
    markup = (
        "<html><head><title>Bronchoscopy</title></head><body><table><tr>"
        f"<td><b>Lungs</b><br>{menu}<b>20% OFF<br>in June!</b></td>"
        f"<td><h2>Before</h2><p>Do not eat for six hours. Drink water.</p><h2>During</h2>{text * 3}</td>"
        "</tr></table></body></html>"
    )
    document = _read(tmp_path, markup, "page.html")
    assert "OFF" not in _said(document)
    assert "Getting ready" not in _said(document)
    assert [part.name for part in document.phases] == ["Before", "During"]
