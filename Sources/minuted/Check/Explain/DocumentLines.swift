import Minutes

/// A document as lines in reading order, each with the notes that belong to its place.
struct DocumentLines {
    private let take: ([String]) -> [ExplainReport.Note]
    private var lines: [ExplainReport.Line] = []
    private var part = ExplainReport.Line.Part.body

    /// `take` gives the notes of places, each once.
    static func lines(
        of document: Document,
        take: ([String]) -> [ExplainReport.Note]
    ) -> [ExplainReport.Line] {
        withoutActuallyEscaping(take) { take in
            var lines = DocumentLines(take: take)
            for (part, blocks) in [
                (ExplainReport.Line.Part.header, document.headers), (.body, document.blocks),
                (.footer, document.footers), (.quoted, document.quoted),
            ] {
                lines.part = part
                for block in blocks { lines.add(block) }
            }
            return lines.lines
        }
    }

    private init(take: @escaping ([String]) -> [ExplainReport.Note]) { self.take = take }

    private mutating func add(_ block: Block) {
        switch block.content {
        case .heading(_, let line): add(line, .heading, block.place)
        case .paragraph(let line): add(line, .paragraph, block.place)
        case .listItem(_, let line): add(line, .item, block.place)
        case .table(let table): add(table, at: block.place)
        }
    }

    private mutating func add(_ line: Line, _ kind: ExplainReport.Line.Kind, _ place: String) {
        append(kind, place, line.text, removed: line.removed, notes: take([place]))
    }

    private mutating func add(_ table: Table, at place: String) {
        append(.table, place, "", removed: "", notes: take([place]))
        for (number, row) in table.rows.enumerated() {
            let end = ", row \(number + 1)"
            let cells = row.cells.filter { !$0.isContinuation }
            append(
                .row,
                place + end,
                cells.map { Self.text(of: $0.blocks) }.joined(separator: " | "),
                removed: cells.flatMap(\.blocks).compactMap(Self.line).map(\.removed).filter { !$0.isEmpty }
                    .joined(separator: " "),
                notes: take([place + end])
            )
            for cell in cells {
                for block in cell.blocks {
                    guard case .table(let inner) = block.content else { continue }
                    add(inner, at: block.place)
                }
            }
        }
    }

    private mutating func append(
        _ kind: ExplainReport.Line.Kind,
        _ place: String,
        _ text: String,
        removed: String,
        notes: [ExplainReport.Note]
    ) {
        lines.append(
            ExplainReport.Line(
                part: part,
                place: place,
                kind: kind,
                text: text,
                removed: removed,
                notes: notes
            )
        )
    }

    private static func text(of blocks: [Block]) -> String {
        blocks.compactMap(line).map(\.text).filter { !$0.isEmpty }.joined(separator: " / ")
    }

    private static func line(_ block: Block) -> Line? {
        switch block.content {
        case .heading(_, let line), .paragraph(let line), .listItem(_, let line): line
        case .table: nil
        }
    }
}
