import Minutes

extension Shape {
    private static func rows(_ header: [String], _ cells: @escaping @Sendable (Int) -> [String])
        -> @Sendable (Int) -> FuzzInput
    {
        { count in
            let rows = [row(header)] + (0..<count).map { row(cells($0)) }
            return document([Block(place: "table 1", content: .table(Table(rows: rows)))])
        }
    }

    private static func row(_ texts: [String]) -> Table.Row {
        Table.Row(
            cells: texts.enumerated().map { column, text in
                Table.Cell(column: column, blocks: [Block(place: "table 1", content: .paragraph(Line(text)))])
            }
        )
    }

    private static func document(_ blocks: [Block]) -> FuzzInput {
        let title = Block(place: "paragraph 1", content: .heading(level: 1, Line("Strategy meeting minutes")))
        return .document(Document(format: .docx, blocks: [title] + blocks))
    }

    /// Documents that no reader need make first.
    static let documents: [Shape] = [
        Shape(
            "people",
            .blocks,
            rows(["Name", "Role", "Agency", "Attended"]) { ["Ann Bell\($0)", "Head", "School", "Yes"] }
        ),
        Shape(
            "other people",
            .blocks,
            rows(["Name", "Role", "Agency", "Attended"]) { ["\(letters($0)) Bell", "Head", "School", "Yes"] }
        ),
        Shape(
            "one person",
            .blocks,
            rows(["Name", "Role", "Agency", "Attended"]) { _ in ["Ann Bell", "Head", "School", "Yes"] }
        ),
        Shape("people in one cell", .blocks) { count in
            let names = (0..<count).map { "Ann \(letters($0))" }.joined(separator: "\n")
            return document([
                Block(
                    place: "table 1",
                    content: .table(Table(rows: [row(["Present", names]), row(["Apologies", names])]))
                )
            ])
        },
        Shape("tick columns", .blocks) { count in
            let header = ["Name"] + (0..<count).map { "Invited\($0)" }
            let rows = [
                row(header), row(["Ann Bell"] + Array(repeating: "☒", count: count)),
                row(["Bob Platt"] + Array(repeating: "☐", count: count)),
            ]
            return document([Block(place: "table 1", content: .table(Table(rows: rows)))])
        },
        Shape("a form", .blocks, rows(["Name of child", "Ann Bell"]) { ["Label \($0)", "value"] }),
        Shape(
            "children",
            .blocks,
            rows(["Child", "DOB", "School"]) { ["Ann \(letters($0))", "1/2/2015", "Hollin Bank"] }
        ),
        Shape(
            "actions",
            .blocks,
            rows(["Action", "By whom", "By when"]) { ["Call \($0)", "Ann Bell", "3/11/2026"] }
        ),
        Shape(
            "agencies",
            .blocks,
            rows(["Agency", "Information"]) { _ in
                ["Police", "The school told us that nothing is known of it."]
            }
        ),
        Shape("tables", .blocks) { count in
            let table = Table(rows: [row(["Name", "Agency"]), row(["Ann Bell", "Police"])])
            return document((0..<count).map { Block(place: "table \($0)", content: .table(table)) })
        },
        Shape("headings and people", .blocks) { count in
            document(
                (0..<count).flatMap { number in
                    [
                        Block(place: "p", content: .heading(level: 1, Line("Apologies"))),
                        Block(
                            place: "p",
                            content: .listItem(
                                level: 0,
                                Line("Ann \(letters(number)) - Head Teacher - School")
                            )
                        ),
                    ]
                }
            )
        },
        Shape("headers", .blocks) { count in
            var result = Document(
                format: .docx,
                blocks: [Block(place: "p", content: .paragraph(Line("Strategy meeting minutes")))]
            )
            result.headers = (0..<count).map {
                Block(place: "p", content: .paragraph(Line("Date of meeting: \($0 % 28 + 1)/11/2026")))
            }
            return .document(result)
        },
        Shape("prose", .blocks) { count in
            let text = (0..<count).map {
                "PC Ann \(letters($0)) told the meeting that the school had said so. "
            }
            return document([Block(place: "p", content: .paragraph(Line(text.joined())))])
        },
        Shape("paragraphs of prose", .blocks) { count in
            document(
                (0..<count).map { number in
                    Block(
                        place: "p \(number)",
                        content: .paragraph(
                            Line(
                                "PC Ann \(letters(number)) said that the school had been called. Dr Bob Platt did not come."
                            )
                        )
                    )
                }
            )
        },
        Shape("inner tables", .blocks) { count in
            let inner = Block(
                place: "t",
                content: .table(Table(rows: [row(["Name", "Agency"]), row(["Ann Bell", "Police"])]))
            )
            let cells = [Table.Cell(column: 0, blocks: Array(repeating: inner, count: count))]
            return document([Block(place: "table 1", content: .table(Table(rows: [Table.Row(cells: cells)])))]
            )
        },
        Shape("nested tables", .blocks) { count in
            var block = Block(place: "t", content: .paragraph(Line("Ann Bell - Police")))
            for _ in 0..<min(count, 64) {
                let cells = [Table.Cell(column: 0, blocks: [block]), Table.Cell(column: 1, blocks: [block])]
                block = Block(
                    place: "t",
                    content: .table(Table(rows: [Table.Row(cells: Array(cells.prefix(count > 14 ? 1 : 2)))]))
                )
            }
            return document(Array(repeating: block, count: max(count / 64, 1)))
        },
    ]

    /// A name of letters for a number: "Aab".
    private static func letters(_ number: Int) -> String {
        var name = ""
        var rest = number
        repeat {
            name.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
            rest /= 26
        } while rest > 0
        return "A" + name
    }
}
