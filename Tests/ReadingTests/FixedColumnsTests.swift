import Minutes
import Testing

@testable import Reading

struct FixedColumnsTests {
    private func tables(_ text: String) throws -> [[[String]]] {
        try TextReader.blocks(text, limits: ReadingLimits()).compactMap { block in
            guard case .table(let table) = block.content else { return nil }
            return table.rows.map { row in
                row.cells.map { cell in
                    cell.blocks.compactMap { block in
                        if case .paragraph(let line) = block.content { line.text } else { nil }
                    }.joined()
                }
            }
        }
    }

    @Test func `pieces that begin at the same columns are a table`() throws {
        let found = try tables(
            """
            STRATEGY MEETING
            AGENCY      NAME                 POST             MODE
            ------------------------------------------------------
            CSC         Ines Ferreira        ATM (CHAIR)      ROOM
            HEALTH      Mrs Bisi Olatunji    SN               -
            SCHOOL      Mr P Bunny                            PHONE

            1 REASON
            """
        )
        #expect(
            found == [
                [
                    ["AGENCY", "NAME", "POST", "MODE"], ["CSC", "Ines Ferreira", "ATM (CHAIR)", "ROOM"],
                    ["HEALTH", "Mrs Bisi Olatunji", "SN", "-"], ["SCHOOL", "Mr P Bunny", "", "PHONE"],
                ]
            ]
        )
    }

    @Test func `a line without its first column goes on with the one above`() throws {
        let found = try tables(
            """
            Agency    Name            Took part
            Police    DC Joy Ames     Yes
            Health    Fran Oduya      Rang before the
                                      meeting
            """
        )
        #expect(found.first?.last == ["Health", "Fran Oduya", "Rang before the meeting"])
    }

    @Test func `what runs over its column pushes the next pieces on`() throws {
        let found = try tables(
            """
            Agency    Name            Took part
            Police    DC Joy Ames     Yes
            Health    Dr Alexandra Featherstone  Yes
            """
        )
        #expect(found.first?.last == ["Health", "Dr Alexandra Featherstone", "Yes"])
    }

    @Test(arguments: [
        "NAME: Shardlow       DOB: 17.1.2015    REF: 12\nSCHOOL: Gotham Moor   HELD: 21.10.26   TIME: 0930\nA: b    C: d    E: f",
        "He came home late.  She was cross.  They rang.\nNobody answered the telephone at all that evening.\nThen they left.",
        "One   two\nThree   four\nFive   six",
    ])
    func `forms, prose and two columns are no tables`(text: String) throws {
        #expect(try tables(text).isEmpty)
    }
}
