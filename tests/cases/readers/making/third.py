"""Makes the Word page of the third set.

python tests/cases/readers/making/third.py
"""

from __future__ import annotations

from pathlib import Path

from docx import Document

page = Document()
page.sections[0].footer.paragraphs[0].text = "Dietetics – DT/5 – reviewed 01/2026"
page.add_heading("La prueba del hidrógeno en el aliento", 0)
page.add_paragraph("Con esta prueba se ve cómo digiere el azúcar de la leche.")
for name, texts in {
    "La víspera": ["Cene arroz con carne o pescado.", "No fume desde las 22:00."],
    "Durante la prueba": ["Sopla en un tubo cada 15 minutos.", "Puede tener gases o retortijones."],
    "Al terminar": ["Ya puede comer.", "Los resultados suelen tardar una semana."],
}.items():
    page.add_heading(name, 2)
    for text in texts:
        page.add_paragraph(text, style="List Bullet")
page.save(str(Path(__file__).parent.parent / "third" / "aliento.docx"))
