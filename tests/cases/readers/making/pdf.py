"""Makes the PDF pages of the held-out set: HTML printed by Chromium, a program that no reader here shares.

python tests/cases/readers/making/pdf.py
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
HELD_OUT = HERE.parent / "held-out"
EDGE = '<div style="font-size:8px;width:100%;padding:0 15mm">{}</div>'
NUMBER, TOTAL = '<span class="pageNumber"></span>', '<span class="totalPages"></span>'
PAGES = {
    "stent-removal": ("Wexcombe Urology · Patient information", f"Page {NUMBER} of {TOTAL}"),
    "colonoscopia": ("", f"Página {NUMBER} de {TOTAL} · Hospital de la Vega"),
    "hearing-implant": ("", "CI/12 – Audiology"),
}

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
    for name, (header, footer) in PAGES.items():
        page = browser.new_page()
        page.goto((HERE / f"{name}.html").as_uri())
        page.pdf(
            path=HELD_OUT / f"{name}.pdf",
            width="148mm",
            height="150mm",
            display_header_footer=True,
            header_template=EDGE.format(header),
            footer_template=EDGE.format(footer),
            margin={"top": "18mm", "bottom": "18mm", "left": "15mm", "right": "15mm"},
        )
    browser.close()
