/// Makes tables of lines in which people stand before a tab or a dotted leader, and behind it what they did.
///
/// Such lines are a table that was typed: `DC Ho, Northmere Police ........ came`. Only lines that follow one another,
/// most of which name somebody first and say last how she or he took part, are taken as one.
struct TabbedPeople {
    private let people: PersonReader

    init(vocabulary: Vocabulary) { people = PersonReader(vocabulary: vocabulary) }

    func merged(_ blocks: [Block]) -> [Block] {
        guard blocks.contains(where: { $0.line.map(Self.mayBeRow) ?? false }) else { return blocks }
        var result: [Block] = []
        var run: [(block: Block, rows: [[String]])] = []
        for block in blocks {
            let rows = block.line.flatMap(Self.rows) ?? []
            if let first = run.first, rows.isEmpty || first.rows[0].count != rows[0].count {
                result += merged(run)
                run = []
            }
            if rows.isEmpty { result.append(block) } else { run.append((block, rows)) }
        }
        return result + merged(run)
    }

    private func merged(_ run: [(block: Block, rows: [[String]])]) -> [Block] {
        let rows = run.flatMap(\.rows)
        guard rows.count >= 3, let first = run.first, let last = rows[0].indices.last else {
            return run.map(\.block)
        }
        let names = rows.count { ColumnProfile.isPerson($0[0], people) }
        let answers = rows.count { row in
            let tokens = Tokens(row[last])
            return tokens.count <= 12 && row[last].utf8.count > 2
                && people.responses.evidence(of: row[last]) != nil
        }
        guard names >= 2, names * 2 >= rows.count, answers * 10 >= rows.count * 6 else {
            return run.map(\.block)
        }
        let table = Table(
            rows: rows.map { row in
                Table.Row(
                    cells: row.enumerated().map { column, text in
                        let block = Block(place: first.block.place, content: .paragraph(Line(text)))
                        return Table.Cell(column: column, blocks: text.isBlank ? [] : [block])
                    }
                )
            }
        )
        return [Block(place: first.block.place, content: .table(table))]
    }

    /// The cells of each line of the paragraph; `nil` unless all its lines have as many, and more than one.
    private static func rows(of line: Line) -> [[String]]? {
        guard mayBeRow(line) else { return nil }
        let rows = line.text.split(separator: "\n").map { text in
            LineLeaders.pieces(of: String(text)).joined(separator: "\t").split(separator: "\t").map(\.trimmed)
                .filter { !$0.isEmpty }
        }
        guard let count = rows.first?.count, (2...4).contains(count), rows.allSatisfy({ $0.count == count })
        else { return nil }
        return rows
    }

    private static func mayBeRow(_ line: Line) -> Bool {
        line.text.utf8.count < 2_000
            && (line.text.contains("\t") || line.text.contains("....") || line.text.contains("……")
                || line.text.contains("____"))
    }
}
