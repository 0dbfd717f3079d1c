package import Foundation

/// Invented minutes as a Word file, in the form of the demo's: what a test needs to vary can be varied.
package struct MinutesFile: Sendable {
    package var child = "Jamie Demonstrate"
    package var reference = "900522"
    package var school = "Moorbeck Primary School"
    package var date = "18 November 2026"
    package var time = "10.00am"
    /// Lines under "Present".
    package var present = MinutesFile.everybody
    /// Lines under "Apologies".
    package var apologies = ["Dr Hugh Mockup – GP – Moorbeck Surgery"]
    package var isDraft = false
    /// One more sentence of what was said.
    package var remark = "Jamie told a teaching assistant about being locked in a room at home."
    /// Runs behind that sentence, in Word's own XML.
    package var markup = ""

    package init() {}

    /// A sentence that somebody deleted and one that somebody put in its place, both tracked.
    package static let trackedChange = """
        <w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve"> The neighbour at number 9 rang.</w:delText></w:r>\
        </w:del><w:ins w:id="2" w:author="A"><w:r><w:t xml:space="preserve"> A neighbour rang.</w:t></w:r></w:ins>
        """

    package static let everybody = [
        "Alison Sample – Team Manager (Chair) – Children's Social Care",
        "Dev Instance – Social Worker – Children's Social Care",
        "DS Martin Example – Child Protection Team – Exampleshire Police",
        "Ines Pattern – School Nurse – Exampleshire 0-19 Service",
        "Mrs Ruth Prototype – Headteacher – Moorbeck Primary School",
        "Lee Template – Business Support Officer – Children's Social Care",
    ]

    /// Nobody from education, and nothing that the school said.
    package static var withoutEducation: MinutesFile {
        var file = MinutesFile()
        file.present = everybody.filter { !$0.contains("Headteacher") }
        return file
    }

    package var bytes: Data {
        let zip = ZipFile(entries: [
            entry("[Content_Types].xml", Self.contentTypes), entry("_rels/.rels", Self.relationships),
            entry("word/document.xml", document),
        ])
        return Data(zip.bytes)
    }

    private var document: String {
        let details = [
            ("Child", child), ("Date of birth", "02/09/2014"), ("LCS ID", reference), ("School", school),
            ("Date of meeting", date), ("Time", time), ("Type", "Planned"),
        ].map { row([$0, $1]) }.joined()
        let actions =
            row(["Action", "By whom", "By when"]) + row(["See the child alone", "Dev Instance", "19/11/26"])
        let body =
            paragraph(isDraft ? "DRAFT STRATEGY MEETING MINUTES" : "STRATEGY MEETING MINUTES")
            + table(details, columns: 2) + paragraph("PRESENT")
            + present.map(paragraph).joined() + paragraph("APOLOGIES")
            + apologies.map(paragraph).joined() + paragraph("REASON FOR MEETING") + paragraph(remark, markup)
            + paragraph("DECISION") + paragraph("Section 47 threshold met, single agency.")
            + paragraph("CHILD'S VIEWS") + paragraph("The child would like the door to stay open.")
            + paragraph("ACTIONS") + table(actions, columns: 3)
            + (isDraft ? "" : paragraph("Agreed by the chair: A Sample, 18/11/2026"))
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document \
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\(body)\
            <w:sectPr/></w:body></w:document>
            """
    }

    private func paragraph(_ text: String) -> String { paragraph(text, "") }

    private func paragraph(_ text: String, _ markup: String) -> String {
        "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>\(markup)</w:p>"
    }

    private func row(_ cells: [String]) -> String {
        "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
    }

    private func table(_ rows: String, columns: Int) -> String {
        "<w:tbl><w:tblPr/><w:tblGrid>\(String(repeating: "<w:gridCol/>", count: columns))</w:tblGrid>\(rows)</w:tbl>"
    }

    private func entry(_ name: String, _ text: String) -> ZipFile.Entry {
        ZipFile.Entry(name: name, data: Array(text.utf8))
    }

    private static let contentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
        wordprocessingml.document.main+xml"/></Types>
        """

    private static let relationships = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
        Target="word/document.xml"/></Relationships>
        """
}
