import Minutes
import Reading
import Testing

struct TextReaderTests {
    private func contents(_ text: String) throws -> [Block.Content] {
        try readDocument(Array(text.utf8)).blocks.map(\.content)
    }

    @Test func `a plain text sample keeps its lines and joins wrapped prose`() throws {
        let document = try Samples.document("07-plain-text-school-by-phone.txt")
        let texts = document.blocks.map(\.text)

        #expect(document.format == .text)
        #expect(
            document.blocks[2].content == .heading(level: 1, Line("STRATEGY MEETING MINUTES\tCONFIDENTIAL"))
        )
        #expect(texts.contains("Child:\tHarley Duckworth"))
        #expect(texts.contains("PC Sarah-Jane Royle - Early Action Team - Lancashire Constabulary"))
        #expect(
            texts.contains {
                $0.hasSuffix("Car will be looked for at school drop-off times by the neighbourhood team.")
            }
        )
        #expect(
            document.blocks.map(\.content)
                .contains(.listItem(level: 0, Line("KMJ to visit today, see Harley alone\t12/11/26")))
        )
    }

    @Test func `Windows-1252 is decoded and hanging lines are joined`() throws {
        let texts = try Samples.document("26-edt-out-of-hours-log.txt").blocks.map(\.text)

        #expect(
            texts.contains {
                $0.hasPrefix("22:05\tPolice log received. Officers at 3 Fuller’s Yard")
                    && $0.hasSuffix("drunk.")
            }
        )
        #expect(texts.contains("23:40\tStrategy discussion by phone."))
    }

    @Test func `two people on two lines stay two lines, however long they are`() throws {
        let text = """
            The strategy meeting was called because of a report by the school that came in on the morning.

            Sister Eileen McGrath, Safeguarding Nurse, Rakesfold Royal Hospital
            Dr Hasan Malik, Paediatric Registrar, Rakesfold Royal Hospital Trust
            """

        #expect(try contents(text).count == 3)
    }

    @Test func `text without wrapping is left alone`() throws {
        let long = String(repeating: "word ", count: 60)

        #expect(try contents("\(long)\n\(long)").count == 2)
    }

    @Test(arguments: ["- one", "* one", "• one", "1. one", "12) one", "a) one", "\t– one"])
    func `bullets and numbers make list items`(line: String) throws {
        #expect(
            try contents("x\n" + line).last.map {
                if case .listItem(_, Line("one")) = $0 { true } else { false }
            } == true
        )
    }

    @Test func `headings are in capitals or underlined, labels and codes are not`() throws {
        #expect(
            try contents("APOLOGIES\nOutcome\n-------\nREF: LCS 12345\nA&E") == [
                .heading(level: 2, Line("APOLOGIES")), .heading(level: 2, Line("Outcome")),
                .paragraph(Line("REF: LCS 12345")), .paragraph(Line("A&E")),
            ]
        )
    }

    @Test func `all encodings of the same text read the same`() throws {
        let text = "Zoë – “quoted”\r\nNext ☑"
        let units = text.utf16
        let little: [UInt8] =
            [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let big: [UInt8] =
            [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        let expected = ["Zoë – “quoted”", "Next ☒"]

        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big] {
            #expect(try readDocument(bytes).blocks.map(\.text) == expected)
        }
        let windows: [UInt8] = [0x5A, 0x6F, 0xEB, 0x20, 0x96, 0x20, 0x93, 0x71, 0x94]
        #expect(try readDocument(windows).blocks.map(\.text) == ["Zoë – “q”"])
    }
}
