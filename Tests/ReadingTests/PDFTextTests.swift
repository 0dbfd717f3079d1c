import Minutes
import Reading
import Testing

/// Text of a PDF: what is seen, what is hidden, and how lines become paragraphs.
struct PDFTextTests {
    private func read(_ pages: String...) throws -> Document {
        var file = PDFTestFile()
        file.pages = pages
        return try readDocument(file.bytes)
    }

    private let body = words(72, 700, "The meeting was held by telephone and the chair was Jo Blogs.")

    @Test func `text that is painted without ink, in white, too small or beneath a box is left out and told`()
        throws
    {
        let document = try read(
            body
                + "BT 3 Tr /F1 11 Tf 72 660 Td (Without ink) Tj 0 Tr ET\n"
                + "1 g " + words(72, 640, "White on white") + "0 g "
                + words(72, 620, "Tiny", size: 0.5)
                + words(72, 600, "Blacked out") + "70 595 100 16 re f\n"
                + "0 0 0.5 rg 70 560 200 20 re f 1 g " + words(72, 566, "White on blue") + "0 g\n"
        )

        #expect(
            document.text == "The meeting was held by telephone and the chair was Jo Blogs.\nWhite on blue"
        )
        #expect(
            document.traces == [
                Document.Trace(kind: .hiddenText, count: 4, detail: "4 pieces of hidden text")
            ]
        )
    }

    @Test func `the text that a machine has read from a scan is the text`() throws {
        let picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7F} EI Q\n"
        let layer = "BT 3 Tr /F1 11 Tf 72 700 Td (Record of the strategy meeting of 3 May) Tj ET\n"

        #expect(try read(picture + layer).text == "Record of the strategy meeting of 3 May")
        #expect(try read(picture + layer).traces == [])
        let error = refusal(PDFTestFile(picture).bytes)
        #expect(error?.code == .unsupported)
        #expect(error?.sentence.contains("scan") == true)
        #expect(error?.sentence.contains("Word document") == true)
        #expect(try read(body, picture).traces.map(\.detail) == ["1 page that is a picture"])
    }

    @Test func `struck words are removed words, and underlined ones stay`() throws {
        let document = try read(
            words(72, 700, "He was never there.") + line(111, 704, 139, 704)
                + words(72, 660, "This stays.") + line(72, 658, 126, 658)
        )

        #expect(document.blocks.map(\.text) == ["He was there.", "This stays."])
        #expect(document.blocks.first?.line?.removed.trimmingBlanks == "never")
        #expect(document.traces == [])
    }

    @Test func `words that are struck through in red are changes that were never settled`() throws {
        let red = "1 0 0 rg 1 0 0 RG " + words(72, 660, "Old words") + line(72, 664, 122, 664)

        #expect(try read(body + red).traces.map(\.kind) == [.trackedChanges])
    }

    @Test func `a line that had no room for the next word goes on, and one that had some ends`() throws {
        let wide = "This line of the minutes goes on to the right margin of the page, where the program that"
        let document = try read(
            words(72, 700, wide) + words(72, 686, "made it had to wrap it.")
                + words(72, 672, "This is short.") + words(72, 658, "So is this.")
        )

        #expect(
            document.blocks.map(\.text) == [
                wide + " made it had to wrap it.", "This is short.", "So is this.",
            ]
        )
    }

    @Test func `larger words are headings, bold ones are bold, and letters printed twice are bold`() throws {
        let document = try read(
            words(72, 760, "Record", size: 18) + body + words(72, 660, "Attendance", font: "F2")
                + words(72, 640, "Twice") + words(72.3, 640, "Twice")
                + "BT 2 Tr /F1 11 Tf 72 620 Td (Outlined) Tj ET"
        )

        #expect(document.blocks.first?.content == .heading(level: 1, Line("Record")))
        #expect(document.blocks.dropFirst().map { $0.line?.isBold } == [false, true, true, true])
        #expect(document.blocks.map(\.text).suffix(3) == ["Attendance", "Twice", "Outlined"])
    }

    @Test func `bullets and numbers make list items, and wrapped lines belong to them`() throws {
        let long = "See the child at school and agree with the head teacher who will then tell the mother and"
        let document = try read(
            body + "BT /F1 11 Tf 72 660 Td (\\225) Tj ET " + words(90, 660, long)
                + words(90, 646, "the father, today.")
                + words(72, 632, "1.") + words(90, 632, "Ring the police.") + words(72, 618, "Not an item.")
        )

        #expect(
            document.blocks.dropFirst().map(\.content) == [
                .listItem(level: 0, Line(long + " the father, today.")),
                .listItem(level: 0, Line("Ring the police.")),
                .paragraph(Line("Not an item.")),
            ]
        )
    }

    @Test func `two columns are read one after the other`() throws {
        var content = ""
        for row in 0..<8 {
            let y = 700 - Double(row) * 14
            content += words(60, y, "left column line \(row) with words that fill it")
            content += words(320, y, "right column line \(row) with words to fill it")
        }
        let text = try read(content).text.replacing("\n", with: " ")

        #expect(
            text.firstRange(of: "left column line 7")?.lowerBound ?? text.endIndex
                < text.firstRange(of: "right column line 0")?.lowerBound ?? text.startIndex
        )
    }

    @Test func `a page that lies on its side is read as if it stood`() throws {
        let sideways = "q 0 1 -1 0 595 0 cm " + words(72, 500, "Written along the long side") + "Q"
        var turned = PDFTestFile(body)
        turned.pageEntries = "/Rotate 90"

        #expect(try read(sideways).text == "Written along the long side")
        #expect(try readDocument(turned.bytes).text.hasPrefix("The meeting was held"))
    }

    @Test func `a word across the page is a watermark among the headers`() throws {
        let mark = "0.8 g q 0.7 0.7 -0.7 0.7 200 300 cm " + words(0, 0, "DRAFT", size: 80) + "Q 0 g\n"
        let document = try read(mark + body, mark + body)

        #expect(document.headers == [Block(place: "watermark", content: .paragraph(Line("DRAFT")))])
        #expect(!document.text.contains("DRAFT"))
    }

    @Test func `what begins above the text of the other pages is the letterhead of the first`() throws {
        let second = words(72, 700, "The second page begins here, as all pages do.")
        let letterhead =
            words(72, 800, "Exampleshire Council") + words(72, 786, "Civic Centre, Example Street")
        let footers = (1...2).map { words(280, 30, "Page \($0) of 2", size: 9) }
        let document = try read(letterhead + body + footers[0], second + footers[1])

        #expect(document.headers.map(\.text) == ["Exampleshire Council", "Civic Centre, Example Street"])
        #expect(document.footers.map(\.text) == ["Page 1 of 2"])
        #expect(document.blocks.count == 2)
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
