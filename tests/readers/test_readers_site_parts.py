"""Banners, opening hours and the way to the house: what is about the site is left out, what happens when is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.document import Document

BANNERS = [
    "We use cookies to improve your experience on this website",
    "We use cookies to improve our website.",
    "**We use cookies to give you the best experience**",
    "This website uses cookies",
    "Sign up for our newsletter",
    "Newsletter",
    "Utilizamos cookies propias y de terceros",
    "Esta página usa cookies para mejorar su visita.",
]


def _read(folder: Path, text: str, ending: str = "md") -> Document:
    page = folder / f"page.{ending}"
    page.write_text(text, encoding="utf-8")
    return readers.read(page)


def _said(document: Document) -> dict[str, list[str]]:
    return {section.name: [s.text for s in section.sentences] for section in document.sections if section.sentences}


def _out(document: Document) -> list[tuple[str, str]]:
    return [(item.reason, item.text) for item in document.left_out]


@pytest.mark.parametrize("banner", BANNERS)
@pytest.mark.parametrize("place", ["under the title", "in a part", "under prose"])
def test_a_banner_leaves_out_only_itself(banner: str, place: str, tmp_path: Path) -> None:
    parts = {"under the title": "", "in a part": "", "under prose": ""} | {place: f"{banner}\n\n"}
    document = _read(
        tmp_path,
        f"# Your scan\n\n{parts['under the title']}It is a scan of your knee.\n\n## Before\n\n{parts['in a part']}"
        f"You may eat\n\n{parts['under prose']}- Bring a friend.\n\n## After\n\nYou may go home.\n",
    )
    assert _said(document) == {
        "Welcome": ["It is a scan of your knee."],
        "Before": ["You may eat", "Bring a friend."],
        "After": ["You may go home."],
    }
    assert _out(document) == [("navigation", banner.strip("*"))]


def test_a_heading_of_a_banner_opens_a_section(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "# Scan\n\n## Before\n\nYou may eat.\n\n## After\n\nYou may go.\n\n"
        "## Subscribe to our newsletter\n\nIt is free.\n",
    )
    assert _said(document) == {"Before": ["You may eat."], "After": ["You may go."]}


PAGE = "# Scan\n\n## Before\n\nYou may eat.\n\n## {name}\n\n{under}\n\n## After\n\nYou may go home.\n"


@pytest.mark.parametrize(
    ("name", "under", "said"),
    [
        (
            "Horario",
            "| Hora | Qué ocurre |\n|---|---|\n| 20:00 | Llega al hospital |\n| 22:00 | Se apagan las luces |",
            ["20:00: Llega al hospital", "22:00: Se apagan las luces"],
        ),
        (
            "Opening hours",
            "- 7 am: you come to the desk\n- 9 am: the scan",
            ["7 am: you come to the desk", "9 am: the scan"],
        ),
        ("Opening hours", "The unit opens at 7 am.", ["The unit opens at 7 am."]),
        ("How to find us", "Take the lift to level 3.", ["Take the lift to level 3."]),
        ("Cómo llegar", "- Tome el ascensor\n- Planta 3", ["Tome el ascensor", "Planta 3"]),
    ],
)
def test_what_happens_when_and_where_to_go_is_said(name: str, under: str, said: list[str], tmp_path: Path) -> None:
    assert _said(_read(tmp_path, PAGE.format(name=name, under=under)))[name] == said


@pytest.mark.parametrize(
    ("name", "under"),
    [
        ("Opening hours", "| Day | Time |\n|---|---|\n| Monday to Friday | 8am to 5pm |\n| Sunday | closed |"),
        ("Visiting hours", "Every day: 2 pm to 8 pm"),
        ("Horario de atención", "Lunes a viernes: de 8:00 a 15:00 h\n\nTel. 915 550 100"),
        ("Find us", "Quay Street, Porthole PO1 2AB"),
    ],
)
def test_hours_and_addresses_are_a_contact(name: str, under: str, tmp_path: Path) -> None:
    document = _read(tmp_path, PAGE.format(name=name, under=under))
    assert _said(document) == {"Before": ["You may eat."], "After": ["You may go home."]}
    assert name in {text for _, text in _out(document)}
    assert {reason for reason, _ in _out(document)} <= {"contact", "heading", "navigation"}


@pytest.mark.parametrize("heading", ["Ver también", "Más sobre la piel"])
def test_a_heading_over_nothing_but_links_is_left_out_with_them(heading: str, tmp_path: Path) -> None:
    links = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Lunares", "Verrugas", "Manchas"))
    document = _read(
        tmp_path,
        "<html lang='es'><body><h1>Su drenaje</h1><h2>Antes</h2><p>Usted descansa un rato.</p><h2>Después</h2>"
        f"<p>Usted bebe agua.</p><section class='related'><h5>{heading}</h5><ul>{links}</ul></section></body></html>",
        "html",
    )
    assert ("navigation", heading) in _out(document)


@pytest.mark.parametrize("level", ["h2", "h3"])
@pytest.mark.parametrize(
    ("asks", "more"),
    [
        ("Was this page helpful?", "Most visited"),
        ("Did you find what you were looking for?", "See also"),
        ("¿Te ha servido esta guía?", "Lo más consultado"),
        ("¿Le resultó útil esta información?", "Más leídos"),
        ("¿Ha encontrado lo que buscaba?", "Lo más buscado"),
    ],
)
def test_what_a_page_asks_about_itself_is_no_part(level: str, asks: str, more: str, tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "<html><body><h1>Scan</h1><h2>Before</h2><p>You may eat.</p><h2>After</h2><p>You may go home.</p>"
        f"<{level}>{asks}</{level}><p><button>Yes</button> <button>No</button></p>"
        f"<div><strong>{more}</strong><br><a href='#'>Blood tests</a><br><a href='#'>Parking</a></div></body></html>",
        "html",
    )
    assert _said(document) == {"Before": ["You may eat."], "After": ["You may go home."]}
    assert ("navigation", asks) in _out(document)


@pytest.mark.parametrize("asks", ["Is this test helpful?", "¿Es útil esta prueba?", "¿Ha encontrado un bulto?"])
def test_a_question_about_the_procedure_is_a_part(asks: str, tmp_path: Path) -> None:
    document = _read(tmp_path, f"# Scan\n\n## Before\n\nYou may eat.\n\n## {asks}\n\nIt shows your veins.\n")
    assert _said(document) == {"Before": ["You may eat."], asks: ["It shows your veins."]}
