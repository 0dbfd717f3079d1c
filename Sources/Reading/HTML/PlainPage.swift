import Minutes

/// Writes a document anew as a page of the web that holds the words that were read from it, and nothing else.
///
/// Everything in the page is ours but the words, and those are encoded: no script, link, picture or comment gets into it.
enum PlainPage {
    static func html(of document: Document) -> String {
        var page = """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>Minutes</title>
            <style>body { font-family: sans-serif } table { border-collapse: collapse } td { border: 1px solid; \
            padding: 0.2em 0.5em; vertical-align: top } ul { margin: 0 }</style></head><body>

            """
        for block in document.headers + document.blocks + document.footers { write(block, to: &page) }
        return page + "</body></html>\n"
    }

    private static func write(_ block: Block, to page: inout String) {
        switch block.content {
        case .heading(let level, let line):
            let level = min(max(level, 1), 6)
            page += "<h\(level)>\(html(line))</h\(level)>\n"
        case .paragraph(let line): page += "<p>\(html(line))</p>\n"
        case .listItem(let level, let line):
            let depth = min(max(level, 0), 8) + 1
            page += String(repeating: "<ul>", count: depth) + "<li>\(html(line))</li>"
            page += String(repeating: "</ul>", count: depth) + "\n"
        case .table(let table): write(table, to: &page)
        }
    }

    private static func write(_ table: Table, to page: inout String) {
        var head = table.rows.prefix(while: \.isHeader).count
        // No cell reaches out of a group of rows.
        if head < table.rows.count, table.rows[head].cells.contains(where: \.isContinuation) { head = 0 }
        page += "<table>\n"
        if head > 0 { page += "<thead>\n" }
        for number in table.rows.indices {
            page += "<tr>"
            var column = 0
            for cell in table.rows[number].cells {
                if cell.column > column {
                    page += String(repeating: "<td></td>", count: cell.column - column)
                }
                column = cell.column + cell.columnSpan
                if !cell.isContinuation {
                    write(cell, rows: rows(of: cell, from: number, in: table), to: &page)
                }
            }
            page += "</tr>\n"
            if number + 1 == head { page += "</thead>\n" }
        }
        page += "</table>\n"
    }

    private static func write(_ cell: Table.Cell, rows: Int, to page: inout String) {
        page += "<td"
        if cell.columnSpan > 1 { page += " colspan=\"\(cell.columnSpan)\"" }
        if rows > 1 { page += " rowspan=\"\(rows)\"" }
        page += ">"
        for block in cell.blocks { write(block, to: &page) }
        page += "</td>"
    }

    /// How many rows the cell covers.
    private static func rows(of cell: Table.Cell, from number: Int, in table: Table) -> Int {
        1
            + table.rows[(number + 1)...].prefix { row in
                row.cells.contains { $0.column == cell.column && $0.isContinuation }
            }.count
    }

    private static func html(_ line: Line) -> String {
        var text = ""
        for scalar in line.text.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\n": text += "<br>"
            case "\t": text += "&emsp;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return line.isBold ? "<b>\(text)</b>" : text
    }
}
