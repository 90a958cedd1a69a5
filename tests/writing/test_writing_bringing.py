"""What to bring, where the page names it under a heading and gives no order."""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers, writing

CASES = {
    "things": (
        "What to bring",
        "A dressing gown and slippers. There is some waiting. Please leave rings at home.",
        "Bring a dressing gown and slippers. / There is some waiting. / Please leave rings at home.",
    ),
    "a list": (
        "What to bring",
        "- Comfy pyjamas – loose, or cotton\n- Your own pillow, if you like\n- The name and phone of whoever drives",
        (
            "Bring comfy pyjamas – loose, or cotton. / Also bring your own pillow, if you like. / "
            "Also bring the name and phone of whoever drives."
        ),
    ),
    "a name with its capital": (
        "What to bring",
        "Medicare card and referral.",
        "Bring your Medicare card and referral.",
    ),
    "what has no word before it": (
        "What to bring",
        "Toothbrush. Wool socks and hat. Inhaler. Music player. Games, colouring book, the blue rabbit.",
        (
            "Bring a toothbrush. / Also bring wool socks and a hat. / Also bring your inhaler. / "
            "Also bring: music player. / Also bring: games, colouring book, the blue rabbit."
        ),
    ),
    "a thing with a colon of its own": (
        "What to bring",
        "The test meal in its box, plus something to drink with it: milk or juice. The time: 9 am.",
        "Bring the test meal in its box, plus something to drink with it: milk or juice. / The time: 9 am.",
    ),
    "two things with no word between them": (
        "What to bring",
        "- Passport, any travel papers\n- Snorkel, dressing gown\n- Warm, clean socks\n- A rug, if you like",
        (
            "Bring: passport, any travel papers. / Also bring: snorkel, dressing gown. / "
            "Also bring warm, clean socks. / Also bring a rug, if you like."
        ),
    ),
    "a child’s": (
        "What to bring",
        "Health card. Your child’s own cup. Only one parent please.",
        "Bring the health card. / Also bring your child’s own cup. / Only one parent please.",
    ),
    "what is packed": (
        "What to pack",
        "- Loose clothes and flat shoes\n- All your tablets in their boxes",
        "Pack loose clothes and flat shoes. / Also pack all your tablets in their boxes.",
    ),
    "not after an order": (
        "Things to bring",
        "Please bring your letter. Your glasses and a book.",
        "Please bring your letter. / Your glasses and a book.",
    ),
    "no order, no clause, no denial": (
        "What to bring",
        "Pop your phone in a bag. Slippers you can walk in. No valuables.",
        "Pop your phone in a bag. / Slippers you can walk in. / No valuables.",
    ),
    "not under another heading": ("Food", "Tea and toast.", "Tea and toast."),
}


@pytest.mark.parametrize(("heading", "text", "lines"), CASES.values(), ids=CASES)
def test_a_thing_to_bring_is_an_order(heading: str, text: str, lines: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Sleep study\n\n## {heading}\n\n{text}\n\n## B\n\nYou rest.\n", encoding="utf-8")
    part = next(part for part in writing.write(readers.read(page, "en")).phases if part.name == heading)
    assert " / ".join(say.text for say in part.says[1:] if not say.text.startswith("If you like")) == lines
