/// Reads a table as a form: labels beside or above their values.
struct FormTable {
    let table: Table
    let vocabulary: Vocabulary

    // MARK: What it looks like

    /// Tables side by side.
    var holdsTablesOnly: Bool {
        let cells = filledRows.flatMap(\.cells).filter { !$0.plainText.isBlank }
        return cells.count > 1 && cells.allSatisfy { !$0.nestedTables.isEmpty && $0.ownText.isBlank }
    }

    /// Two columns or four, in which several labels ask for the child or the meeting and for nothing of a person.
    var isPlain: Bool {
        let rows = filledRows.filter { $0.cells.count > 1 }
        guard rows.count >= 2, rows.allSatisfy({ $0.cells.count == 2 || $0.cells.count == 4 }) else {
            return false
        }
        func isStrong(_ cell: Table.Cell) -> Bool { Self.isStrong(Tokens(text(of: cell))) }
        let labelled = rows.count { row in
            stride(from: 0, to: row.cells.count, by: 2).contains { isStrong(row.cells[$0]) }
        }
        return labelled >= 2
            && !rows.contains { row in
                stride(from: 1, to: row.cells.count, by: 2).contains { isStrong(row.cells[$0]) }
            }
    }

    private static func isStrong(_ label: Tokens) -> Bool {
        if label.isAll(.weakNameLabel) || label.isAll(.weakReferenceLabel) { return false }
        let asked = ChildLabel.all(in: label)
        return asked.contains { $0 != .otherIdentifier } || MeetingDateLabel.matches(label)
            || MeetingTimeLabel.matches(label)
    }

    /// One row of labels over rows of values, such as a child a row.
    var hasHeaderRow: Bool {
        let rows = filledRows
        guard rows.count >= 2, isLabelRow(rows[0]) else { return false }
        return rows.dropFirst().allSatisfy { row in
            row.cells.count(where: { LabelReader.isFactLabel(text(of: $0)) }) * 2 < row.cells.count
        }
    }

    /// A column of labels beside columns of one child each.
    var hasChildColumns: Bool {
        let rows = filledRows
        guard rows.count >= 3,
            rows.allSatisfy({ $0.cells.count >= 3 && $0.cells.count == rows[0].cells.count })
        else { return false }
        let kinds = rows.flatMap { ChildLabel.all(in: Tokens(text(of: $0.cells[0]))) }
        let isRestPlain = rows.allSatisfy { row in
            row.cells.dropFirst().allSatisfy { !LabelReader.isFactLabel(text(of: $0)) }
        }
        return isRestPlain && (kinds.contains(.name) || kinds.contains(.forename))
            && kinds.contains(.dateOfBirth)
    }

    /// Label and value stand together in each cell: "Child: Ava Sample | DOB: 2/3/2015".
    var holdsLabelledLines: Bool {
        let cells = filledRows.flatMap(\.cells).filter { !text(of: $0).isEmpty && !$0.isContinuation }
        guard cells.count >= 2 else { return false }
        let labelled = cells.count { cell in
            let lines = cell.ownText.split(separator: "\n")
            guard let first = lines.first, cell.nestedTables.isEmpty else { return false }
            return LabelReader.pairs(in: String(first), vocabulary: vocabulary)
                .contains { !$0.value.isBlank && LabelReader.isFactLabel($0.label) }
        }
        return labelled * 3 >= cells.count * 2
    }

    private var filledRows: [Table.Row] {
        table.rows.filter { row in row.cells.contains { !$0.plainText.trimmed.isEmpty } }
    }

    private func text(of cell: Table.Cell) -> String { cell.ownText.replacingNewlines }

    private func isLabelRow(_ row: Table.Row) -> Bool {
        let texts = row.cells.map(text).filter { !$0.isEmpty }
        // A label that nobody knows, such as "Method", may stand among known ones; values mostly hold figures or names.
        return texts.count >= 2 && texts.count(where: { LabelReader.isFactLabel($0) }) * 4 >= texts.count * 3
            && texts.allSatisfy { !$0.contains(where: \.isNumber) && Tokens($0).count <= 8 }
    }

    private func hasFactLabel(_ row: Table.Row) -> Bool {
        row.cells.contains { !$0.isContinuation && LabelReader.isFactLabel(text(of: $0)) }
    }

    // MARK: Pairs

    /// Labels and values; `nil` where the table is none of the known forms.
    func pairs() -> [TableShape.Pair]? { stacked() ?? leading() ?? alternating() }

    /// Rows of labels and rows of values take turns.
    private func stacked() -> [TableShape.Pair]? {
        let rows = Array(table.rows.enumerated()).filter { row in
            row.element.cells.contains { !$0.plainText.trimmed.isEmpty }
        }
        guard rows.count(where: { isLabelRow($0.element) }) >= 2 else { return nil }
        var pairs: [TableShape.Pair] = []
        var index = 0
        while index < rows.count {
            let row = rows[index]
            let next = rows.indices.contains(index + 1) ? rows[index + 1] : nil
            guard let next, isLabelRow(row.element), !hasFactLabel(next.element) else {
                guard row.element.cells.count == 1 else { return nil }
                pairs.append(.init(label: "", value: row.element.cells[0].blocks, row: row.offset))
                index += 1
                continue
            }
            for cell in row.element.cells {
                let value = next.element.cells.first {
                    ($0.column..<($0.column + $0.columnSpan)).contains(cell.column)
                }
                pairs.append(.init(label: text(of: cell), value: value?.blocks ?? [], row: next.offset))
            }
            index += 2
        }
        return pairs
    }

    /// A label, then several values in one row: "This meeting | Mon 30 Nov 2026 | 09:00 | Planned".
    private func leading() -> [TableShape.Pair]? {
        let rows = Array(table.rows.enumerated()).filter { row in
            row.element.cells.contains { !$0.plainText.trimmed.isEmpty }
        }
        guard rows.contains(where: { $0.element.cells.count >= 3 }), rows.count <= 8 else { return nil }
        let labels = rows.map { text(of: $0.element.cells[0]) }
        let known = labels.filter { label in
            let tokens = Tokens(label)
            return LabelReader.isFactLabel(label) && !tokens.isAll(.weakNameLabel)
        }
        guard known.count * 2 >= labels.count, Set(labels).count == labels.count,
            rows.allSatisfy({ row in
                row.element.cells.dropFirst().allSatisfy {
                    $0.nestedTables.isEmpty && !LabelReader.isFactLabel(text(of: $0))
                }
            })
        else { return nil }
        return rows.map { row in
            let value = row.element.cells.dropFirst().filter { !$0.plainText.isBlank }
            return TableShape.Pair(
                label: text(of: row.element.cells[0]),
                value: value.flatMap(\.blocks),
                row: row.offset
            )
        }
    }

    /// Labels and values alternate in each row: two, four or six columns, labels short, values anything.
    private func alternating() -> [TableShape.Pair]? {
        var pairs: [TableShape.Pair] = []
        var labelled = 0
        var labelledValues = 0
        var rows = 0
        for (number, row) in table.rows.enumerated() {
            let cells = row.cells.filter { !$0.isContinuation || $0.column > 0 }
            guard !cells.isEmpty, cells.contains(where: { !$0.plainText.trimmed.isEmpty }) else { continue }
            rows += 1
            if cells.count == 1 {
                pairs.append(.init(label: "", value: cells[0].blocks, row: number))
                continue
            }
            // A row of boxes has no labels: "Urgent ☒ | Planned ☐".
            if cells.allSatisfy({ $0.plainText.contains("☒") || $0.plainText.contains("☐") }) {
                for cell in cells { pairs.append(.init(label: "", value: cell.blocks, row: number)) }
                continue
            }
            guard cells.count.isMultiple(of: 2), cells.count <= 6 else { return nil }
            for index in stride(from: 0, to: cells.count, by: 2) {
                let label = text(of: cells[index])
                guard cells[index].nestedTables.isEmpty, label.count <= 120 else { return nil }
                if isLabel(label) { labelled += 1 }
                if LabelReader.isFactLabel(cells[index + 1].ownText) { labelledValues += 1 }
                pairs.append(.init(label: label, value: cells[index + 1].blocks, row: number))
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

    private func isLabel(_ text: String) -> Bool {
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
