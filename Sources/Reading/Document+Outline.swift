package import Minutes

extension Document {
    /// The blocks with their places as indented text, for developers and `check --explain`.
    package var outline: String {
        var lines = ["format: \(format.rawValue)"]
        for (title, part) in [
            ("headers", headers), ("body", blocks), ("footers", footers), ("quoted", quoted),
        ]
        where !part.isEmpty {
            lines.append("\(title):")
            part.outline(indent: "  ", into: &lines)
        }
        for trace in traces {
            lines.append("trace \(trace.kind.rawValue): \(trace.count) (\(trace.detail))")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension [Block] {
    fileprivate func outline(indent: String, into lines: inout [String]) {
        for block in self {
            switch block.content {
            case .heading(let level, let line):
                lines.append(
                    "\(indent)[\(block.place)] \(String(repeating: "#", count: level)) \(line.outline)"
                )
            case .paragraph(let line):
                lines.append("\(indent)[\(block.place)] \(line.outline)")
            case .listItem(let level, let line):
                lines.append(
                    "\(indent)[\(block.place)] \(String(repeating: "  ", count: level))- \(line.outline)"
                )
            case .table(let table):
                lines.append("\(indent)[\(block.place)]")
                table.outline(indent: indent + "  ", into: &lines)
            }
        }
    }
}

extension Table {
    fileprivate func outline(indent: String, into lines: inout [String]) {
        for row in rows {
            lines.append(row.isHeader ? "\(indent)row (header)" : "\(indent)row")
            for cell in row.cells {
                let columns =
                    cell.columnSpan == 1
                    ? "\(cell.column)" : "\(cell.column)-\(cell.column + cell.columnSpan - 1)"
                lines.append("\(indent)  \(columns)\(cell.isContinuation ? " (continued)" : ""):")
                cell.blocks.outline(indent: indent + "    ", into: &lines)
            }
        }
    }
}

extension Line {
    fileprivate var outline: String {
        var shown = text.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
        if isBold { shown = "**\(shown)**" }
        if !removed.isEmpty { shown += " ~~\(removed.replacing("\n", with: "\\n"))~~" }
        return shown
    }
}
