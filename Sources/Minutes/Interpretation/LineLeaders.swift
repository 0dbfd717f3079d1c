/// Dotted or drawn lines between a label and its value: `School ........ Bramble Hill Infants`.
enum LineLeaders {
    /// The line with each leader between words as a tab; unchanged where it opens with no label.
    static func resolved(in line: String) -> String {
        guard line.contains("...") || line.contains("…") || line.contains("___") else { return line }
        // A colon may follow the dots: "School......: Bramble Hill Infants".
        let filled = pieces(of: line).map { String($0.trimmingEdges(":")).trimmed }.filter { !$0.isEmpty }
        guard filled.count > 1, LabelReader.isFactLabel(filled[0]) else { return line }
        return filled.joined(separator: "\t")
    }

    /// What stands between the leaders of the line.
    static func pieces(of line: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        var run = 0
        for character in line {
            if character == "." || character == "_" || character == "…" {
                run += character == "…" ? 3 : 1
                current.append(character)
                continue
            }
            if run >= 3 {
                pieces.append(String(current.dropLast(trailing(current))).trimmed)
                current = ""
            }
            run = 0
            current.append(character)
        }
        if run >= 3 { current = String(current.dropLast(trailing(current))) }
        pieces.append(current.trimmed)
        return pieces
    }

    private static func trailing(_ text: String) -> Int {
        text.reversed().prefix { $0 == "." || $0 == "_" || $0 == "…" }.count
    }
}
