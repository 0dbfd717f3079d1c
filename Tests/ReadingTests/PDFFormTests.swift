import Minutes
import Reading
import Testing

/// Check boxes, form fields and what else a PDF carries.
struct PDFFormTests {
    private let body = words(72, 780, "These are the minutes of the strategy meeting of 3 December 2026.")

    private func text(_ content: String) throws -> [String] {
        try readDocument(PDFTestFile(body + content).bytes).blocks.dropFirst().map(\.text)
    }

    @Test func `boxes that are drawn are ticked by a cross, a letter or a smaller filled box`() throws {
        let box = { (x: Double, y: Double) in "\(x) \(y) 10 10 re S\n" }
        let content =
            box(72, 700) + words(90, 702, "empty") + box(72, 680) + line(73, 681, 81, 689)
            + line(73, 689, 81, 681)
            + words(90, 682, "crossed") + box(72, 660) + words(74, 661.5, "X", size: 10)
            + words(90, 662, "lettered")
            + box(72, 640) + "74.5 642.5 5 5 re f\n" + words(90, 642, "filled")

        let marks = try text(content).map(\.singleSpaced)
        #expect(marks == ["☐ empty", "☒ crossed", "☒ lettered", "☒ filled"])
    }

    @Test func `pictures of symbol fonts are marks`() throws {
        let content =
            words(72, 700, "4", font: "F3") + words(90, 700, "dingbat")
            + "BT /F4 11 Tf 72 680 Td <FE> Tj ET " + words(90, 680, "ticked")
            + "BT /F4 11 Tf 72 660 Td <6F> Tj ET " + words(90, 660, "empty")
            + "BT /F4 11 Tf 72 640 Td <FC> Tj ET " + words(90, 640, "tick")

        let marks = try text(content).map(\.singleSpaced)
        #expect(marks == ["✓ dingbat", "☒ ticked", "☐ empty", "✓ tick"])
    }

    @Test func `fields of a form give what was entered`() throws {
        var file = PDFTestFile(
            body + words(72, 700, "Name:") + words(90, 680, "attended") + words(90, 660, "apologies")
                + words(72, 640, "Agency:") + words(72, 620, "Hidden:")
        )
        file.catalog = "/AcroForm << /Fields [50 0 R 51 0 R 52 0 R 53 0 R 54 0 R] >>"
        file.pageEntries = "/Annots [50 0 R 51 0 R 52 0 R 53 0 R 54 0 R]"
        func field(_ number: Int, _ entries: String, _ rect: String) {
            file.add(number, "<< /Type /Annot /Subtype /Widget /T (f\(number)) /Rect [\(rect)] \(entries) >>")
        }
        field(50, "/FT /Tx /V (Jo Blogs) /F 4", "120 695 300 712")
        field(
            51,
            "/FT /Btn /V /Yes /AS /Yes /F 4 /AP << /N << /Yes 60 0 R /Off 60 0 R >> >>",
            "72 678 84 690"
        )
        field(
            52,
            "/FT /Btn /V /Off /AS /Off /F 4 /AP << /N << /Yes 60 0 R /Off 60 0 R >> >>",
            "72 658 84 670"
        )
        field(53, "/FT /Ch /Ff 131072 /Opt [(Police) (Health)] /V (Health) /F 4", "120 635 300 652")
        field(54, "/FT /Tx /V (secret) /F 2", "120 615 300 632")
        file.add(60, stream: [], entries: "/Type /XObject /Subtype /Form /BBox [0 0 12 12]")
        let text = try readDocument(file.bytes).blocks.dropFirst().map(\.text.singleSpaced)

        #expect(text == ["Name: Jo Blogs", "☒ attended", "☐ apologies", "Agency: Health", "Hidden:"])
    }

    @Test func `notes, files and programs in a document are told`() throws {
        var file = PDFTestFile(body)
        file.pageEntries =
            "/Annots [<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] /Contents (Is this right?) >> "
            + "<< /Type /Annot /Subtype /FreeText /Rect [72 600 300 620] /DA (/Helv 10 Tf) /Contents (x) >>]"
        file.catalog =
            "/Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) /EF << /F 60 0 R >> >>] >> "
            + "/JavaScript << /Names [(s) << /S /JavaScript /JS (app.alert\\(1\\);) >>] >> >>"
        file.add(60, stream: Array("hello".utf8), entries: "/Type /EmbeddedFile")

        #expect(
            try readDocument(file.bytes).traces == [
                Document.Trace(kind: .comments, count: 1, detail: "1 comment"),
                Document.Trace(kind: .embeddedObject, count: 2, detail: "1 embedded file, 1 program"),
            ]
        )
    }

    @Test func `a layer that is switched off is hidden text`() throws {
        var file = PDFTestFile(body + "/OC /L BDC " + words(72, 600, "Not for all") + "EMC\n")
        file.resources = "/Properties << /L 60 0 R >>"
        file.catalog = "/OCProperties << /OCGs [60 0 R] /D << /OFF [60 0 R] /Order [60 0 R] >> >>"
        file.add(60, "<< /Type /OCG /Name (Remarks) >>")
        let document = try readDocument(file.bytes)

        #expect(!document.text.contains("Not for all"))
        #expect(document.traces.map(\.detail) == ["1 hidden layer"])
    }

    @Test func `what Word shows in fields that nobody filled in is no text`() throws {
        #expect(try text(words(72, 700, "Chair:  Click or tap here to enter text.")) == ["Chair:"])
    }

    @Test func `a form that only Adobe's programs can draw says so`() throws {
        var file = PDFTestFile(words(72, 700, "Please wait..."))
        file.catalog = "/AcroForm << /XFA 60 0 R /Fields [] >>"
        file.add(60, stream: Array("<xdp/>".utf8))

        #expect(refusal(file.bytes)?.sentence.contains("Adobe") == true)
    }

    @Test func `minutes attached to a mail may be a PDF`() throws {
        let encoded = Samples.base64(PDFTestFile(body).bytes)
        let mail =
            "From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nAttached.\r\n"
            + "--B\r\nContent-Type: application/pdf; name=m.pdf\r\nContent-Disposition: attachment; filename=m.pdf\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n\(encoded)\r\n--B--\r\n"

        #expect(try readDocument(Array(mail.utf8)).text.hasPrefix("These are the minutes"))
    }
}

extension String {
    /// With one blank for any blanks and tabs.
    fileprivate var singleSpaced: String { split { $0 == " " || $0 == "\t" }.joined(separator: " ") }
}
