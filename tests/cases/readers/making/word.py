"""Makes the Word pages of the held-out set, as raw XML: no library that a reader might share.

python tests/cases/readers/making/word.py
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HELD_OUT = Path(__file__).parent.parent / "held-out"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = (
    f'{W} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, bold: bool = False, extra: str = "") -> str:
    mark = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{mark}<w:t xml:space="preserve">{escape(text)}</w:t>{extra}</w:r>'


def paragraph(*runs: str, style: str = "", listed: bool = False) -> str:
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if listed else ""
    return f"<w:p><w:pPr>{inner}</w:pPr>{''.join(runs)}</w:p>"


def text_box(*paragraphs: str) -> str:
    """A shape as Word writes it: a modern drawing, and an older picture with the same words as a fallback."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    drawing = (
        '<w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape"><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing>"
    )
    fallback = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in cells) + "</w:tr>"


def styles(language: str) -> str:
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in [("Ttulo", "Title"), ("H1", "heading 1"), ("H2", "heading 2"), ("Lista", "List Bullet")]
    )
    return (
        f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
        f'</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"</w:style>{named}</w:styles>"
    )


def save(
    name: str, body: list[str], language: str = "en-GB", header: str = "", footer: str = "", note: str = ""
) -> None:
    parts = {"styles": styles(language)}
    section = ""
    for kind, words in (("header", header), ("footer", footer)):
        if words:
            parts[kind] = f"<w:{'hdr' if kind == 'header' else 'ftr'} {W}>{paragraph(run(words))}"
            parts[kind] += f"</w:{'hdr' if kind == 'header' else 'ftr'}>"
            section += f'<w:{kind}Reference w:type="default" r:id="{kind}"/>'
    if note:
        parts["footnotes"] = (
            f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
            f'</w:footnote><w:footnote w:id="2">{paragraph(run(note))}</w:footnote></w:footnotes>'
        )
    document = f"<w:document {SPACES}><w:body>{''.join(body)}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    kinds = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{OFFICE}.{part}+xml"/>' for part in parts)
    links = "".join(f'<Relationship Id="{part}" Type="{LINK}/{part}" Target="{part}.xml"/>' for part in parts)
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>{kinds}</Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="d" Type="{LINK}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{links}</Relationships>',
        "word/document.xml": document,
    } | {f"word/{part}.xml": xml for part, xml in parts.items()}
    with zipfile.ZipFile(HELD_OUT / f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        for path, xml in files.items():
            entry = zipfile.ZipInfo(path)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml)


FOOTNOTE = '<w:footnoteReference w:id="2"/>'

save(
    "cardioversion",
    [
        paragraph(run("Having a cardioversion"), style="Ttulo"),
        paragraph(run("A cardioversion brings your heart back to a steady beat. You are asleep for it.")),
        paragraph(run("Before you come"), style="H1"),
        paragraph(
            run("You must have taken your blood thinner every day for at least 3 weeks", extra=FOOTNOTE), run(".")
        ),
        paragraph(run("Nothing to eat for 6 hours."), listed=True),
        paragraph(run("Water is fine until 2 hours before."), listed=True),
        paragraph(run("On the ward"), style="H1"),
        paragraph(text_box(paragraph(run("Please bring your anticoagulant card."))), run("A nurse takes an ECG. ")),
        paragraph(run("Cras justo odio, dapibus ac facilisis in, egestas eget quam.")),
        paragraph(run("The shock"), style="H1"),
        paragraph(run("Two pads are put on your chest. The shock is over in less than a second. You won’t feel it.")),
        paragraph(run("Waking up"), style="H1"),
        paragraph(run("Your skin may feel sunburnt for 1–2 days. Do not drive for 24 hours.")),
        "<w:tbl>" + row("Walk", "the same day") + row("Work", "after 1 or 2 days") + "</w:tbl>",
        paragraph(run("Document ref: CAR 55. Review date: 1 March 2028.")),
    ],
    header="Larkfield Heart Unit",
    footer="CAR 55 version 4",
    note="If you have missed a tablet, ring us before you come.",
)
save(
    "nerve-block",
    [
        paragraph(run("NERVE BLOCK FOR SHOULDER SURGERY", bold=True)),
        paragraph(run("An injection near the neck numbs your arm so that you need fewer painkillers.")),
        paragraph(),
        paragraph(run("Before ", bold=True), run("the block", bold=True)),
        paragraph(run("You are taken to a small room next to theatre. A drip is put into your other hand.")),
        paragraph(run("Having the block", bold=True)),
        paragraph(
            run("An ultrasound shows the nerves. You may feel a twitch in your arm. "),
            run("Tell us", bold=True),
            run(" if you feel a sharp pain."),
        ),
        paragraph(run("While it works", bold=True)),
        paragraph(run("Your arm goes warm, heavy and numb within 10–40 minutes.")),
        paragraph(run("You may get:")),
        paragraph(run("a droopy eyelid"), style="Lista"),
        paragraph(run("a hoarse voice"), style="Lista"),
        paragraph(run("When it wears off", bold=True)),
        paragraph(run("Feeling comes back after 12 to 24 hours. Start your painkillers before then, not after.")),
        paragraph(run("Contact", bold=True)),
        paragraph(run("Day surgery unit: 01632 960 410, 7 a.m. to 8 p.m.")),
        paragraph(run("Approved by the Patient Information Group, May 2026. Ref. ANA-0312")),
    ],
)
save(
    "cateterismo",
    [
        paragraph(run("Cateterismo cardíaco"), style="Ttulo"),
        paragraph(run("Con esta prueba se ven las arterias del corazón. Suele durar entre 30 y 60 minutos.")),
        paragraph(run("1. Preparación"), style="H2"),
        paragraph(run("No coma nada en las 6 horas anteriores. Si toma metformina, pregunte cuándo debe dejarla.")),
        paragraph(run("2. En la sala"), style="H2"),
        paragraph(run("Le duermen la muñeca con anestesia local. Estará despierto, pero puede pedir un calmante.")),
        paragraph(run("Nulla vitae elit libero, a pharetra augue. Es posible que note calor unos segundos.")),
        paragraph(run("3. Recuperación"), style="H2"),
        paragraph(run("Beba 1,5 litros de agua. No levante más de 5 kg durante una semana.")),
    ],
    language="es-ES",
)
