/// Says what a mark in a column of boxes means, as this table uses marks.
struct MarkReader {
    /// A cross stands for no, because the same table has ticks for yes.
    private let crossMeansNo: Bool

    init(_ cells: GridCells, rows: Range<Int>, list: AttendanceColumns.List) {
        var sawTick = false
        var sawCross = false
        for row in rows {
            for (column, kind) in list.columns where kind.isMark {
                let text = cells.text(row, column).trimmed.lowercased()
                if ["✓", "☒", "☑", "✔", "√", "yes", "y"].contains(text) { sawTick = true }
                if ["x", "✗", "✘", "×"].contains(text) { sawCross = true }
            }
        }
        crossMeansNo = sawTick && sawCross
    }

    /// `true` and `false` for a mark, `nil` for words that are neither.
    func isMarked(_ text: String) -> Bool? {
        let mark = text.trimmed.lowercased()
        if mark.isEmpty || !mark.contains(where: { $0.isLetter || $0.isNumber || $0.isMark }) { return false }
        if mark.contains(where: { "☒☑✓✔√".contains($0) }), Tokens(mark).isEmpty { return true }
        if mark.allSatisfy({ "☐✗✘◻□".contains($0) || $0.isWhitespace }) { return false }
        if mark == "x" || mark == "×" { return !crossMeansNo }
        switch Tokens(mark).key {
        case "yes", "y", "true", "1", "p", "yes verbal", "yes written", "done": return true
        case "no", "n", "false", "0", "nil": return false
        default: return ["•", "●", "■"].contains(mark) ? true : nil
        }
    }
}
