/// What a table is for: a bar behind a heading, layout, a form of labels and values, or a grid of rows and columns.
enum TableShape {
    case empty
    case bar(String)
    case layout
    case pairs([Pair])
    case grid

    struct Pair {
        var label: String
        var value: [Block]
        var row: Int
    }

    static func shape(of table: Table, vocabulary: Vocabulary) -> TableShape {
        let rows = table.rows.filter { row in row.cells.contains { !$0.plainText.trimmed.isEmpty } }
        guard let first = rows.first else { return .empty }
        if rows.count == 1, first.cells.count == 1 {
            let cell = first.cells[0]
            let text = cell.ownText
            return cell.nestedTables.isEmpty && text.count <= 90 && !text.contains("\n")
                && cell.blocks.count <= 2
                ? .bar(text) : .layout
        }
        if rows.allSatisfy({ $0.cells.count == 1 }) { return .layout }
        if AttendanceColumns.isAttendance(table, vocabulary: vocabulary) { return .grid }
        if let pairs = pairs(of: table, vocabulary: vocabulary) { return .pairs(pairs) }
        return .grid
    }

    /// Labels and values alternate in each row: two or four columns, labels short, values anything.
    private static func pairs(of table: Table, vocabulary: Vocabulary) -> [Pair]? {
        var pairs: [Pair] = []
        var labelled = 0
        var labelledValues = 0
        var rows = 0
        for (number, row) in table.rows.enumerated() {
            let cells = row.cells.filter { !$0.isContinuation || $0.column > 0 }
            guard !cells.isEmpty, cells.contains(where: { !$0.plainText.trimmed.isEmpty }) else { continue }
            rows += 1
            if cells.count == 1 {
                pairs.append(Pair(label: "", value: cells[0].blocks, row: number))
                continue
            }
            // A row of boxes has no labels: "Urgent ☒ | Planned ☐".
            if cells.allSatisfy({ $0.plainText.contains("☒") || $0.plainText.contains("☐") }) {
                for cell in cells { pairs.append(Pair(label: "", value: cell.blocks, row: number)) }
                continue
            }
            guard cells.count == 2 || cells.count.isMultiple(of: 2) && cells.count <= 6 else { return nil }
            for index in stride(from: 0, to: cells.count, by: 2) {
                let label = cells[index].ownText.replacingNewlines
                guard cells[index].nestedTables.isEmpty, label.count <= 80 else { return nil }
                if isLabel(label, vocabulary: vocabulary) { labelled += 1 }
                if LabelReader.isFactLabel(cells[index + 1].ownText) { labelledValues += 1 }
                pairs.append(Pair(label: label, value: cells[index + 1].blocks, row: number))
            }
        }
        let wide = table.rows.contains { $0.cells.count > 2 }
        // Four columns are a form if the odd ones hold labels and the even ones none; two are one unless they look
        // like data.
        let share = Double(labelled) / Double(max(pairs.count(where: { !$0.label.isEmpty }), 1))
        let isForm = wide ? share > 0.5 || share >= 0.3 && labelled >= 2 && labelledValues == 0 : share >= 0.3
        guard rows > 0, isForm || !wide && rows <= 2 else { return nil }
        return pairs
    }

    private static func isLabel(_ text: String, vocabulary: Vocabulary) -> Bool {
        let label = text.withoutNumbering.bare
        guard !label.isEmpty else { return false }
        if text.trimmed.hasSuffix(":") || text.trimmed.hasSuffix("?") || LabelReader.isFactLabel(label) {
            return true
        }
        let tokens = Tokens(label)
        if vocabulary.headings.meaning(ofAll: tokens) != nil { return true }
        return tokens.count <= 8 && tokens.says(.labelWord)
    }
}

extension StringProtocol {
    var replacingNewlines: String { String(map { $0.isNewline ? " " : $0 }).trimmed }
}
