import Minutes
import Reading

/// What readers promise of every document (Block.swift, ReadingLimits.swift).
struct DocumentCheck {
    let limits: ReadingLimits

    func check(_ document: Document, fileSize: Int) throws(Violation) {
        var total = Total()
        for part in [document.blocks, document.headers, document.footers, document.quoted] {
            try check(part, depth: 0, isInCell: false, &total)
        }
        guard total.blocks <= limits.blocks else {
            throw Violation("\(total.blocks) blocks are more than the limit of \(limits.blocks).")
        }
        // Merged cells and repeated rows stand in a document several times, but not thousands of times.
        let most = 2_000_000 + 100 * fileSize
        guard total.bytes <= most else {
            throw Violation("\(fileSize) bytes of file became \(total.bytes) bytes of text.")
        }
        for trace in document.traces {
            guard trace.count > 0 else { throw Violation("A trace of nothing: \(trace.kind.rawValue).") }
            try checkWords(of: trace.detail)
        }
    }

    private struct Total {
        var blocks = 0
        var bytes = 0
    }

    private func check(_ blocks: [Block], depth: Int, isInCell: Bool, _ total: inout Total) throws(Violation)
    {
        guard depth <= limits.nesting else { throw Violation("Tables stand \(depth) deep in tables.") }
        for block in blocks {
            total.blocks += 1
            guard !block.place.isEmpty else { throw Violation("A block has no place.") }
            try checkWords(of: block.place)
            switch block.content {
            case .heading(let level, let line):
                guard level >= 1 else { throw Violation("A heading has level \(level).") }
                total.bytes += line.text.utf8.count + line.removed.utf8.count
            case .listItem(let level, let line):
                guard level >= 0 else { throw Violation("A list item has level \(level).") }
                total.bytes += line.text.utf8.count + line.removed.utf8.count
            case .paragraph(let line): total.bytes += line.text.utf8.count + line.removed.utf8.count
            case .table(let table): try check(table, depth: depth, &total)
            }
        }
    }

    private func check(_ table: Table, depth: Int, _ total: inout Total) throws(Violation) {
        for row in table.rows {
            var next = 0
            for cell in row.cells {
                guard cell.columnSpan >= 1, cell.column >= next else {
                    throw Violation(
                        "Cells overlap: column \(cell.column), span \(cell.columnSpan), next \(next)."
                    )
                }
                next = cell.column + cell.columnSpan
                try check(cell.blocks, depth: depth + 1, isInCell: true, &total)
            }
        }
    }

    private func checkWords(of text: String) throws(Violation) {
        for word in OddWords.canaries where text.contains(word) {
            throw Violation("A place or trace holds a word of the document: \(text)")
        }
    }
}
