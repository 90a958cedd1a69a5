"""Makes the Word and PDF pages of the second set.

python tests/cases/readers/making/second.py
"""

from __future__ import annotations

import shutil
from pathlib import Path

from docx import Document
from playwright.sync_api import sync_playwright

SECOND = Path(__file__).parent.parent / "second"
COLUMNS = """<html lang=en><style>body{font:11px serif}h1{font-size:18px}h2{font-size:13px;margin:8px 0 2px}
main{columns:2;column-gap:24px}p{margin:4px 0}</style><h1>Your sleep study</h1><main>
<h2>The evening</h2><p>Come to the ward at 8 p.m. after your meal. Bring your own pillow if you like it better.</p>
<h2>Going to bed</h2><p>Sensors are stuck to your head, chest and legs. They do not hurt. A soft belt goes round your
middle, and a clip on your finger reads your oxygen.</p>
<h2>In the night</h2><p>A camera watches you sleep. If you need the toilet, call out and somebody will unplug you.</p>
<h2>The morning</h2><p>We wake you at about 6 a.m.
The glue washes out with warm water. Results usually take 3 weeks.</p>
</main></html>"""


def word() -> None:
    """Bold lines as headings, a table of what to bring, a table of times."""
    page = Document()
    page.add_paragraph("Gamma camera scan").runs[0].bold = True
    for heading, texts in (
        ("Before the scan", ["You can eat and drink.", "Tell us if you are breastfeeding."]),
        ("The injection", ["A small amount of tracer goes into a vein.", "You then wait for 2 to 3 hours."]),
        ("The scan", ["Two flat cameras come close to you but do not touch you.", "It takes up to 40 minutes."]),
    ):
        page.add_paragraph().add_run(heading).bold = True
        for text in texts:
            page.add_paragraph(text)
    table = page.add_table(rows=3, cols=2)
    rows = (
        ("After the scan", "What to do"),
        ("First 6 hours", "Drink plenty of water."),
        ("First day", "Sit an arm’s length from babies."),
    )
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    page.save(str(SECOND / "gamma.docx"))


def pdf() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        page.set_content(COLUMNS)
        page.pdf(
            path=SECOND / "sleep-columns.pdf",
            width="150mm",
            height="130mm",
            display_header_footer=True,
            header_template="<span></span>",
            footer_template='<div style="font-size:8px;padding:0 15mm">Ward 12 · SL-4 · Reviewed May 2025</div>',
            margin={"top": "12mm", "bottom": "18mm", "left": "12mm", "right": "12mm"},
        )
        browser.close()


word()
pdf()
