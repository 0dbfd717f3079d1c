/// Finds tables that typists line up with blanks: pieces that begin at the same columns, line under line.
struct FixedColumns {
    /// A piece of a line between gaps of at least two blanks.
    private struct Piece {
        var start: Int
        var text: String
    }

    /// The rows of the table that begins at the line, and the line behind it; `nil` where none begins.
    ///
    /// The first line gives the columns. A line that lets its first column free goes on with the cells above it.
    static func table(in lines: [Substring.UTF8View], at first: Int) -> (rows: [[String]], end: Int)? {
        guard let header = pieces(of: lines[first]), header.count >= 3, !isForm(header) else { return nil }
        let starts = header.map(\.start)
        var rows = [header.map(\.text)]
        var index = first + 1
        while index < lines.count {
            if isRule(lines[index]) {
                // Rules stand under the header and at the end, and between two tables.
                guard index + 1 < lines.count, let next = pieces(of: lines[index + 1]),
                    cells(next, starts) != nil, next.count > 1
                else { break }
                index += 1
                continue
            }
            guard let found = pieces(of: lines[index]), let cells = cells(found, starts) else { break }
            if cells[0].isEmpty, found.count <= 2 {
                guard rows.count > 1 else { break }
                for (column, text) in cells.enumerated() where !text.isEmpty {
                    let last = rows[rows.count - 1][column]
                    rows[rows.count - 1][column] = last.isEmpty ? text : "\(last) \(text)"
                }
            } else if found.count < 2 {
                break
            } else {
                rows.append(cells)
            }
            index += 1
        }
        return rows.count >= 3 ? (rows, index) : nil
    }

    /// The pieces in their columns; `nil` if they do not stand there.
    private static func cells(_ pieces: [Piece], _ starts: [Int]) -> [String]? {
        var cells = [String](repeating: "", count: starts.count)
        var misplaced = 0
        for piece in pieces {
            let nearest = starts.lastIndex { $0 <= piece.start + 1 } ?? 0
            if abs(starts[nearest] - piece.start) > 1, nearest < starts.count - 1 { misplaced += 1 }
            // What ran over its column pushes the next ones to the right.
            let column = cells[nearest].isEmpty ? nearest : min(nearest + 1, starts.count - 1)
            cells[column] = cells[column].isEmpty ? piece.text : "\(cells[column]) \(piece.text)"
        }
        return misplaced == 0 || misplaced == 1 && pieces.count >= 3 ? cells : nil
    }

    /// `NAME: …   DOB: …` are labels with values.
    private static func isForm(_ pieces: [Piece]) -> Bool {
        pieces.count { $0.text.utf8.contains(UInt8(ascii: ":")) } * 2 >= pieces.count
    }

    private static func isRule(_ line: Substring.UTF8View) -> Bool {
        let marks = line.filter { $0 > 0x20 }
        return marks.count >= 3 && marks.allSatisfy { "-=_+|*.".utf8.contains($0) }
    }

    /// `nil` for blank lines, rules, lines with tabs and lines too long for a table of columns.
    private static func pieces(of line: Substring.UTF8View) -> [Piece]? {
        guard line.count <= 300, !line.contains(UInt8(ascii: "\t")), !isRule(line) else { return nil }
        var pieces: [Piece] = []
        var bytes: [UInt8] = []
        var start = 0
        var column = 0
        var blanks = 0
        func end(_ bytes: inout [UInt8], _ pieces: inout [Piece], _ start: Int) {
            guard !bytes.isEmpty else { return }
            pieces.append(Piece(start: start, text: String(decoding: bytes, as: UTF8.self)))
            bytes = []
        }
        for byte in line {
            if byte == UInt8(ascii: " ") {
                blanks += 1
                column += 1
                continue
            }
            if byte == UInt8(ascii: "\r") { continue }
            if blanks >= 2 || bytes.isEmpty {
                end(&bytes, &pieces, start)
                start = column
            } else if blanks == 1 {
                bytes.append(UInt8(ascii: " "))
            }
            blanks = 0
            bytes.append(byte)
            if byte & 0xC0 != 0x80 { column += 1 }
        }
        end(&bytes, &pieces, start)
        return pieces.isEmpty ? nil : pieces
    }
}
