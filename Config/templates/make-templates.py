#!/usr/bin/env python3
"""Makes strategy-minutes.docx and strategy-minutes.dotx beside this script, always byte for byte the same.

Needs nothing but Python 3. Change the form at the end of this file, run the script, look at both files in Word, and run
the tests of the template (`swift test --filter Template`).
"""
import pathlib
import zipfile
from xml.sax.saxutils import escape, quoteattr

FONT = "Arial"
INK, TINT, LINE, FAINT = "1F3A5F", "E8EEF5", "9AA9BC", "595959"
# Twentieths of a point: A4 upright, 1.5 cm at the sides.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 11906, 16838, 850
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in [
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
        ("w15", "http://schemas.microsoft.com/office/word/2012/wordml"),
    ]
) + ' mc:Ignorable="w14 w15"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


# Text

def run(text, bold=False, size=None, colour=None):
    properties = ""
    if bold:
        properties += "<w:b/>"
    if colour:
        properties += f'<w:color w:val="{colour}"/>'
    if size:
        properties += f'<w:sz w:val="{size * 2}"/>'
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content="", style=None):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def heading(text, level=1):
    return paragraph(run(text), f"Heading{level}")


# Content controls

class Controls:
    """Numbers the controls and collects their placeholders, which Word keeps in a part of their own."""

    def __init__(self):
        self.count = 0
        self.placeholders = {}

    def number(self):
        self.count += 1
        return 100_000 + self.count

    def opening(self, tag, title, placeholder=None):
        properties = (
            f"<w:alias w:val={quoteattr(title)}/><w:tag w:val={quoteattr(tag)}/>"
            f'<w:id w:val="{self.number()}"/>'
        )
        if placeholder:
            name = self.placeholders.setdefault(placeholder, f"Minuted{len(self.placeholders) + 1:02}")
            properties += (
                f'<w:placeholder><w:docPart w:val="{name}"/></w:placeholder><w:showingPlcHdr/>'
            )
        return properties

    def text(self, tag, title, placeholder, kind='<w:text w:multiLine="1"/>'):
        """A field in a line of text."""
        return (
            f"<w:sdt><w:sdtPr>{self.opening(tag, title, placeholder)}{kind}</w:sdtPr><w:sdtContent>"
            f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escape(placeholder)}</w:t></w:r>'
            "</w:sdtContent></w:sdt>"
        )

    def date(self, tag, title, placeholder):
        return self.text(
            tag,
            title,
            placeholder,
            '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="en-GB"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>',
        )

    def box(self, tag, title):
        return (
            f"<w:sdt><w:sdtPr>{self.opening(tag, title)}"
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>'
            '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/>'
            "</w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
        )

    def choice(self, *boxes):
        """Boxes, each before its words: (tag, words)."""
        return run("     ").join(self.box(tag, words) + run(f" {words}") for tag, words in boxes)

    def repeating(self, tag, title, row):
        """A table row that a plus sign repeats."""
        return (
            f"<w:sdt><w:sdtPr>{self.opening(tag, title)}"
            f"<w15:repeatingSection><w15:sectionTitle w15:val={quoteattr(title)}/></w15:repeatingSection></w:sdtPr>"
            f'<w:sdtContent><w:sdt><w:sdtPr><w:id w:val="{self.number()}"/><w15:repeatingSectionItem/></w:sdtPr>'
            f"<w:sdtContent>{row}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        )


# Tables

def cell(width, *paragraphs, tinted=False, narrow=False):
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>' if tinted else ""
    margins = (
        '<w:tcMar><w:left w:w="20" w:type="dxa"/><w:right w:w="20" w:type="dxa"/></w:tcMar>' if narrow else ""
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}{margins}<w:vAlign w:val="center"/></w:tcPr>'
        f"{''.join(paragraphs)}</w:tc>"
    )


def row(*cells, is_header=False):
    header = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths, rows, caption, description, has_row_headers=False):
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = (
        f'<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="{int(has_row_headers)}" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        f'<w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>{look}'
        f"<w:tblCaption w:val={quoteattr(caption)}/><w:tblDescription w:val={quoteattr(description)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def head_row(widths, titles, narrow_from=None):
    cells = []
    for index, (width, title) in enumerate(zip(widths, titles)):
        is_narrow = narrow_from is not None and index >= narrow_from
        cells.append(cell(width, paragraph(run(title), "TickHead" if is_narrow else "CellHead"), tinted=True, narrow=is_narrow))
    return row(*cells, is_header=True)


def form(fields, caption, description):
    """A label and its value a row."""
    widths = [3000, TEXT_WIDTH - 3000]
    rows = [
        row(cell(widths[0], paragraph(run(label), "CellHead"), tinted=True), cell(widths[1], paragraph(value, "Cell")))
        for label, value in fields
    ]
    return table(widths, rows, caption, description, has_row_headers=True)


def grid(widths, titles, cells, controls, tag, title, caption, description):
    """A header and one row that repeats."""
    body = row(*(cell(width, paragraph(content, "Cell")) for width, content in zip(widths, cells)))
    return table(
        widths, [head_row(widths, titles), controls.repeating(tag, title, body)], caption, description
    )


TICKS = [
    ("invited", "Invited"),
    ("attended", "Attended"),
    ("apologies", "Apologies"),
    ("consulted", "Consulted (by phone or e-mail)"),
    ("report", "Report provided"),
]


def attendance(controls, agencies):
    widths = [1400, 1560, 1300, 1556] + [780, 870, 900, 950, 890]
    titles = ["Agency", "Name", "Role", "Organisation"] + [title for _, title in TICKS]
    rows = [head_row(widths, titles, narrow_from=4)]
    for tag, agency in agencies:
        printed = run(agency, bold=True) if agency else controls.text(f"{tag}-agency", "Agency", "Other agency")
        who = [
            controls.text(f"{tag}-name", f"Name, {agency or 'other agency'}", "Name"),
            controls.text(f"{tag}-role", f"Role, {agency or 'other agency'}", "Role"),
            controls.text(f"{tag}-organisation", f"Organisation, {agency or 'other agency'}", "Team or service"),
        ]
        cells = [cell(widths[0], paragraph(printed, "Cell"), tinted=True)]
        cells += [cell(width, paragraph(content, "Cell")) for width, content in zip(widths[1:4], who)]
        cells += [
            cell(width, paragraph(controls.box(f"{tag}-{tick}", f"{title}, {agency or 'other agency'}"), "Tick"), narrow=True)
            for width, (tick, title) in zip(widths[4:], TICKS)
        ]
        rows.append(controls.repeating(tag, agency or "Another person", row(*cells)))
    return table(
        widths,
        rows,
        "Attendance",
        "One row for each person of each agency: name, role, organisation, and a box each for invited, attended, "
        "apologies, consulted by phone or e-mail, and report provided. The plus sign at the end of a row adds another.",
        has_row_headers=True,
    )


# The form

def body():
    c = Controls()
    parts = [
        paragraph(run("Strategy meeting minutes"), "Title"),
        heading("Meeting"),
        form(
            [
                ("Date of meeting", c.date("date", "Date of meeting", "Choose the date")),
                ("Start time", c.text("time", "Start time", "Time, such as 14:00", "<w:text/>")),
                ("Type of meeting", c.choice(("strategy", "Strategy meeting"), ("review", "Review strategy meeting"))),
                (
                    "How it was called",
                    c.choice(("planned", "Planned"), ("urgent", "Urgent"), ("out-of-hours", "Out of hours")),
                ),
                (
                    "How it was held",
                    c.choice(("in-person", "In person"), ("video", "By video"), ("telephone", "By telephone")),
                ),
                ("Chair", c.text("chair", "Chair", "Name and role", "<w:text/>")),
                ("Minutes taken by", c.text("taker", "Minutes taken by", "Name and role", "<w:text/>")),
            ],
            "Meeting",
            "When the meeting was, how it was called and held, who chaired it and who took the minutes.",
        ),
        heading("Children"),
        grid(
            [2900, 1700, 2000, 3606],
            ["Name of child", "Date of birth", "Case reference", "School, college or nursery"],
            [
                c.text("child-name", "Name of child", "First name and surname, or unborn baby of …", "<w:text/>"),
                c.text("child-born", "Date of birth", "dd/mm/yyyy", "<w:text/>"),
                c.text("child-reference", "Case reference", "Number", "<w:text/>"),
                c.text("child-setting", "School, college or nursery", "Its full name, or none", "<w:text/>"),
            ],
            c,
            "child",
            "Child",
            "Children",
            "One row for each child: name, date of birth, case reference, and school, college or nursery.",
        ),
        heading("Attendance"),
        attendance(
            c,
            [
                ("social-care", "Children’s social care"),
                ("health", "Health"),
                ("police", "Police"),
                ("education", "Education"),
                ("other", ""),
            ],
        ),
        heading("Agencies that had no part, and why", 2),
        paragraph(c.text("no-part", "Agencies that had no part, and why", "Who was not asked or not reached, and why")),
        heading("Reason for the meeting"),
        paragraph(c.text("reason", "Reason for the meeting", "What led to the meeting")),
        heading("Information shared"),
    ]
    for tag, agency in [
        ("social-care", "Children’s social care"),
        ("health", "Health"),
        ("police", "Police"),
        ("education", "Education"),
        ("other", "Other agencies"),
    ]:
        parts.append(heading(agency, 2))
        placeholder = f"What {agency[0].lower() if tag != 'social-care' else agency[0]}{agency[1:]} said or sent"
        parts.append(paragraph(c.text(f"{tag}-information", f"Information: {agency}", placeholder)))
    parts += [
        heading("Child’s views"),
        paragraph(c.text("views", "Child’s views", "What the child says and wants, and how it is known")),
        heading("Analysis"),
        paragraph(c.text("analysis", "Analysis", "Risks, strengths, what is not known")),
        heading("Decision"),
        form(
            [
                (
                    "Threshold for a section 47 enquiry",
                    c.choice(("met", "Met"), ("not-met", "Not met")),
                ),
                (
                    "Enquiry",
                    c.choice(("single", "Single agency"), ("joint", "Joint with the police")),
                ),
                ("Reasons", c.text("decision", "Reasons for the decision", "What was decided, and why")),
            ],
            "Decision",
            "Whether the threshold for a section 47 enquiry is met, who makes the enquiry, and the reasons.",
        ),
        heading("Contingency plan"),
        paragraph(c.text("contingency", "Contingency plan", "What happens if the plan cannot be kept")),
        heading("Actions"),
        grid(
            [5406, 2700, 2100],
            ["Action", "Who", "By when"],
            [
                c.text("action", "Action", "What is to be done"),
                c.text("action-owner", "Who", "Name", "<w:text/>"),
                c.text("action-date", "By when", "Date", "<w:text/>"),
            ],
            c,
            "actions",
            "Action",
            "Actions",
            "One row for each action: what is to be done, who does it, and by when.",
        ),
        heading("Next meeting"),
        paragraph(c.text("next", "Next meeting", "Date and time, or none")),
        heading("Distribution"),
        form(
            [
                (
                    "Who may have these minutes",
                    c.choice(("everyone", "All agencies named above"), ("restricted", "Restricted to named people")),
                ),
                (
                    "They hold",
                    c.choice(
                        ("police-sensitive", "Police-sensitive information"),
                        ("confidential-address", "A confidential address"),
                    ),
                ),
            ],
            "Distribution",
            "Who may have these minutes, and whether they hold police-sensitive information or a confidential address.",
        ),
        heading("Approval"),
        form(
            [
                ("Approved by the chair", c.text("approved-by", "Approved by the chair", "Name", "<w:text/>")),
                ("Date of approval", c.date("approved-on", "Date of approval", "Choose the date")),
            ],
            "Approval",
            "Who approved these minutes as chair, and when.",
        ),
    ]
    return "".join(parts), c


# Parts of the package

def styles():
    def style(identifier, name, kind="paragraph", based="Normal", following=None, paragraph_="", run_="", default=False,
              quick=True):
        is_default = ' w:default="1"' if default else ""
        return (
            f'<w:style w:type="{kind}"{is_default} w:styleId="{identifier}">'
            f'<w:name w:val="{name}"/>'
            + (f'<w:basedOn w:val="{based}"/>' if based else "")
            + (f'<w:next w:val="{following}"/>' if following else "")
            + ("<w:qFormat/>" if quick else "")
            + (f"<w:pPr>{paragraph_}</w:pPr>" if paragraph_ else "")
            + (f"<w:rPr>{run_}</w:rPr>" if run_ else "")
            + "</w:style>"
        )

    def size(points):
        return f'<w:sz w:val="{points * 2:g}"/><w:szCs w:val="{points * 2:g}"/>'

    ink = f'<w:color w:val="{INK}"/>'
    tight = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    return (
        XML + f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>{size(11)}'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + style("Normal", "Normal", based=None, default=True)
        + style("DefaultParagraphFont", "Default Paragraph Font", kind="character", based=None, default=True, quick=False)
        + style("TableNormal", "Normal Table", kind="table", based=None, default=True, quick=False)
        + style("Title", "Title", following="Normal", paragraph_='<w:spacing w:before="0" w:after="160"/>',
                run_=f"<w:b/>{ink}{size(22)}")
        + style("Heading1", "heading 1", following="Normal",
                paragraph_=f'<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="2" '
                f'w:color="{INK}"/></w:pBdr><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/>',
                run_=f"<w:b/>{ink}{size(14)}")
        + style("Heading2", "heading 2", following="Normal",
                paragraph_='<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/>',
                run_=f"<w:b/>{ink}{size(11)}")
        + style("Cell", "Cell", paragraph_=tight, run_=size(10))
        + style("CellHead", "Cell Heading", based="Cell", run_=f"<w:b/>{ink}")
        + style("Tick", "Tick", based="Cell", paragraph_='<w:jc w:val="center"/>', run_=size(13))
        + style("TickHead", "Tick Heading", based="CellHead", paragraph_='<w:jc w:val="center"/>', run_=size(8))
        + style("Header", "header", paragraph_=f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{tight}',
                run_=f'<w:color w:val="{FAINT}"/>{size(9)}', quick=False)
        + style("Footer", "footer", based="Header", quick=False)
        + style("PlaceholderText", "Placeholder Text", kind="character", based="DefaultParagraphFont",
                run_=f'<w:color w:val="{FAINT}"/>', quick=False)
        + "</w:styles>"
    )


def field(code):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def relationships(*targets):
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if kind.startswith("http") else base + kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return XML + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'


def package(is_template):
    content, controls = body()
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/><w:pgMar w:top="1134" w:right="{MARGIN}" w:bottom="1021" '
        f'w:left="{MARGIN}" w:header="567" w:footer="510" w:gutter="0"/></w:sectPr>'
    )
    council = Controls()
    council.count = 5_000
    council.placeholders = controls.placeholders
    header = paragraph(
        council.text("council", "Council", "Name of the council", "<w:text/>")
        + "<w:r><w:tab/></w:r>" + run("OFFICIAL-SENSITIVE", bold=True),
        "Header",
    )
    footer = paragraph(
        run("Strategy meeting minutes") + "<w:r><w:tab/></w:r>" + run("Page ") + field("PAGE") + run(" of ")
        + field("NUMPAGES"),
        "Footer",
    )
    # What Word shows again when a field is emptied.
    glossary = "".join(
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors>'
        '<w:behavior w:val="content"/></w:behaviors>'
        f'<w:guid w:val="{{4D494E55-5445-4400-0000-{number:012X}}}"/></w:docPartPr><w:docPartBody><w:p><w:r><w:rPr>'
        f'<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escape(text)}</w:t></w:r></w:p></w:docPartBody></w:docPart>'
        for number, (text, name) in enumerate(controls.placeholders.items(), 1)
    )
    settings = (
        XML + f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
    kind = "template" if is_template else "document"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(
        f'<Override PartName="{part}" ContentType="{content_type}"/>'
        for part, content_type in [
            ("/word/document.xml", f"{word}.{kind}.main+xml"),
            ("/word/styles.xml", f"{word}.styles+xml"),
            ("/word/settings.xml", f"{word}.settings+xml"),
            ("/word/header1.xml", f"{word}.header+xml"),
            ("/word/footer1.xml", f"{word}.footer+xml"),
            ("/word/glossary/document.xml", f"{word}.document.glossary+xml"),
            ("/word/glossary/styles.xml", f"{word}.styles+xml"),
            ("/word/glossary/settings.xml", f"{word}.settings+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ]
    )
    return [
        (
            "[Content_Types].xml",
            XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        ),
        (
            "_rels/.rels",
            relationships(
                ("officeDocument", "word/document.xml"),
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
            ),
        ),
        (
            "docProps/core.xml",
            XML + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Strategy meeting minutes</dc:title>'
            "<dc:language>en-GB</dc:language></cp:coreProperties>",
        ),
        ("word/document.xml", XML + f"<w:document {NAMESPACES}><w:body>{content}{section}</w:body></w:document>"),
        (
            "word/_rels/document.xml.rels",
            relationships(
                ("styles", "styles.xml"), ("settings", "settings.xml"), ("header", "header1.xml"),
                ("footer", "footer1.xml"), ("glossaryDocument", "glossary/document.xml"),
            ),
        ),
        ("word/styles.xml", styles()),
        ("word/settings.xml", settings),
        ("word/header1.xml", XML + f"<w:hdr {NAMESPACES}>{header}</w:hdr>"),
        ("word/footer1.xml", XML + f"<w:ftr {NAMESPACES}>{footer}</w:ftr>"),
        (
            "word/glossary/document.xml",
            XML + f"<w:glossaryDocument {NAMESPACES}><w:docParts>{glossary}</w:docParts></w:glossaryDocument>",
        ),
        (
            "word/glossary/_rels/document.xml.rels",
            relationships(("styles", "styles.xml"), ("settings", "settings.xml")),
        ),
        ("word/glossary/styles.xml", styles()),
        ("word/glossary/settings.xml", settings),
    ]


def write(path, parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts:
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())


if __name__ == "__main__":
    folder = pathlib.Path(__file__).resolve().parent
    write(folder / "strategy-minutes.docx", package(is_template=False))
    write(folder / "strategy-minutes.dotx", package(is_template=True))
