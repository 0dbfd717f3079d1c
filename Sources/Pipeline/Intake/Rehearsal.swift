import Minutes

/// Minutes of nobody, on which the template tries itself before the first document comes.
enum Rehearsal {
    static let document = Document(
        format: .docx,
        blocks: [
            block(.heading(level: 1, Line("Record of strategy meeting"))),
            block(
                .paragraph(
                    Line("Date of meeting: 3 March 2026 at 10.30am. Child: Sam Example, born 1.2.2015.")
                )
            ),
            block(.table(Table(rows: rows))),
            block(.heading(level: 2, Line("Police information", isBold: true))),
            block(.paragraph(Line("PC Example said that nothing was known. The school had sent a report."))),
            block(.listItem(level: 0, Line("Apologies: Ms Other Example, school nurse"))),
        ]
    )

    private static let rows = [
        ["Name", "Role", "Agency", "Attended"], ["Dr Some Example", "GP", "Health", "☒"],
    ].map {
        Table.Row(
            cells: $0.enumerated().map { Table.Cell(column: $0, blocks: [block(.paragraph(Line($1)))]) }
        )
    }

    private static func block(_ content: Block.Content) -> Block {
        Block(place: "paragraph 1", content: content)
    }
}
