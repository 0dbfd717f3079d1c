import Minutes
import Reading
import Testing

/// What the sample PDFs must yield, one feature each.
struct PDFSampleTests {
    @Test func `tables with ruling lines are grids, wrapped cells joined and empty cells kept`() throws {
        let document = try Samples.document("24-complex-restricted.pdf")

        #expect(document.format == .pdf)
        #expect(document.tables.map(\.rows.count) == [5, 4, 12, 5])
        #expect(document.tables[1].rows[0].text == " | Name | DOB | LCS | School or college")
        #expect(
            document.tables[2].rows[3].text
                == "DI Colin Yates | Senior Investigating Officer | Lancashire Constabulary | ✓ |  | 3"
        )
        #expect(document.tables[2].rows[5].text.hasSuffix("Rakesfold Royal Hospital |  | ✓ | –"))
    }

    @Test func `what stands on each page is no part of the text`() throws {
        let document = try Samples.document("24-complex-restricted.pdf")

        #expect(
            document.headers.map(\.text) == [
                "RESTRICTED CIRCULATION – NAMED RECIPIENTS ONLY – NUMBERED COPY"
            ]
        )
        #expect(document.headers.map(\.place) == ["page header, paragraph 1"])
        #expect(document.footers.count == 1)
        #expect(document.footers.first?.text.hasSuffix("Page 1 of 2") == true)
        #expect(!document.text.contains("RESTRICTED CIRCULATION"))
    }

    @Test func `wrapped lines are one paragraph, and larger or bold ones are headings`() throws {
        let document = try Samples.document("24-complex-restricted.pdf")

        #expect(
            document.blocks.first?.content
                == .paragraph(Line("Complex Multi-Agency Strategy Meeting", isBold: true))
        )
        #expect(document.text.contains("Crown Prosecution Service. Separate section 47 records are kept"))
        #expect(document.text.contains("\nEducation: Mr Ruddock and Ms Farooqi described new possessions"))
    }

    @Test func `a landscape page is read as any other`() throws {
        let table = try Samples.document("30-tick-grid-landscape.pdf").tables[1]

        #expect(table.rows[0].cells.map(\.columnSpan) == [5])
        #expect(table.rows[0].text == "2.  Invitations and attendance")
        #expect(
            table.rows[5].text
                == "Health | Ruth Adeyemi, School Nurse, Pennine Vale Community NHS Trust | ✓ |  | ✓"
        )
    }

    @Test func `a small line above the text of a single page is its header`() throws {
        let document = try Samples.document("29-system-form-confidential-address.pdf")

        #expect(document.headers.first?.text.contains("Printed by: CROOK, Janet") == true)
        #expect(document.footers.first?.text.contains("Page 1 of 1") == true)
        #expect(!document.text.contains("Printed by"))
    }
}
