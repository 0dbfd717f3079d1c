import Minutes
import Reading
import Testing

/// What the real samples must yield, one feature each.
struct WordSampleTests {
    @Test func `every sample that is a Word document is read`() throws {
        let unreadable = ["35-password-protected.docx", "36-damaged.docx"]
        for name in try Samples.names(".docx") where !unreadable.contains(name) {
            let document = try Samples.document(name)

            #expect(document.format == .docx)
            #expect(document.blocks.count > 1)
        }
    }

    @Test func `a password and a broken copy are told apart`() throws {
        #expect(refusal(try Samples.bytes("35-password-protected.docx"))?.code == .encrypted)
        #expect(refusal(try Samples.bytes("36-damaged.docx"))?.code == .damaged)
    }

    @Test func `cells that are merged down stand in each row and ticks of Wingdings are ticks`() throws {
        let table = try Samples.document("08-siblings-one-school-merged-cells.docx").tables[2]

        #expect(table.rows.map(\.isHeader) == [true, true] + Array(repeating: false, count: 10))
        #expect(table.rows[0].cells.map(\.columnSpan) == [1, 1, 3, 1])
        #expect(table.rows[1].cells.map(\.isContinuation) == [true, true, false, false, false, true])
        #expect(
            table.rows[3].text
                == "Children’s Services | Oliver Nunn / Social Worker | ✓ | ✓ |  | ✓"
        )
        #expect(table.rows.last?.cells.first?.text == "Education")
    }

    @Test func `content controls give their text and check boxes, and placeholders nothing`() throws {
        let document = try Samples.document("10-content-controls-looked-after-child.docx")

        #expect(document.tables[1].rows[3].text.hasSuffix("Independent Reviewing Officer | ☒ | ☐ | ☒ | ☐"))
        #expect(document.tables[1].rows.last?.text == " |  |  | ☐ | ☐ | ☐ | ☐")
        #expect(document.blocks.last?.text.hasPrefix("☒ I have read this record") == true)
        for name in [
            "10-content-controls-looked-after-child.docx", "11-content-controls-urgent-placeholders.docx",
        ] {
            let outline = try Samples.document(name).outline
            #expect(!outline.contains("Click or tap"))
            #expect(!outline.contains("Choose an item"))
        }
    }

    @Test func `tables in tables keep their places`() throws {
        let outline = try Samples.document("12-nested-tables-nursery.docx").outline

        #expect(outline.contains("[table 1, row 1, inner table 1, row 2] Theo Alderson"))
    }

    @Test func `the first page's header comes first, tables and text boxes included`() throws {
        let document = try Samples.document("14-details-in-header-approved.docx")

        #expect(document.headers.contains { $0.place == "page header, table 1" })
        #expect(document.headers.first?.place.hasPrefix("page header, ") == true)
        #expect(document.headers.contains { $0.place.hasPrefix("page header, text box 1, paragraph") })
        #expect(document.footers.first?.text == "Approved by the Chair: H. Blamire, 04/12/2026")
    }

    @Test func `a watermark is a paragraph among the headers`() throws {
        let document = try Samples.document("19-prose-draft-watermark.docx")

        #expect(document.headers == [Block(place: "watermark", content: .paragraph(Line("DRAFT")))])
    }

    @Test func `old form fields are check boxes and tabs stay tabs`() throws {
        let text = try Samples.document("22-signs-of-safety-home-educated.docx").text

        #expect(text.contains("☒  Start Section 47 Enquiry\n☐  Police Investigation"))
        #expect(text.contains("Dr Ngozi Eze\tNamed Nurse\tPennine Vale Community NHS Trust"))
        #expect(!text.contains("FORMCHECKBOX"))
    }

    @Test func `insertions are there, deletions are gone, and both are counted`() throws {
        let document = try Samples.document("23-signs-of-safety-tracked-changes.docx")

        #expect(document.text.contains("Clare Hoggarth\tHealth Visitor"))
        #expect(!document.text.contains("Maureen Tyldesley"))
        #expect(document.blocks.contains { $0.line?.removed.contains("Maureen Tyldesley") == true })
        #expect(
            document.traces.filter { $0.kind != .metadata } == [
                Document.Trace(kind: .trackedChanges, count: 9, detail: "5 insertions, 4 deletions"),
                Document.Trace(kind: .comments, count: 2, detail: "2 comments"),
            ]
        )
    }

    @Test func `a clean document has no traces but who wrote it`() throws {
        #expect(try Samples.document("02-planned-tick-grid-approved.docx").traces.map(\.kind) == [.metadata])
    }
}
