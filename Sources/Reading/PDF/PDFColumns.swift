import Minutes

/// Finds what stands in columns without ruling lines: tables, and text that is set in columns.
struct PDFColumns {
    enum Part {
        case lines([PDFLine])
        /// Text that is set in a column beside another one.
        case column([PDFLine])
        case table(PDFColumnTable)
    }

    let separators: [PDFRule]
    /// Where the text ends.
    let right: Double

    /// The lines of one stretch of a page, taken apart in reading order.
    func parts(_ lines: [PDFLine]) -> [Part] {
        var parts: [Part] = []
        var plain: [PDFLine] = []
        func flush() {
            if !plain.isEmpty { parts.append(.lines(plain)) }
            plain = []
        }
        let chunks = lines.map(\.chunks)
        let bands = PDFColumns.bands(lines)
        var index = 0
        while index < bands.count {
            if let (left, right, end) = textColumns(lines, chunks, from: bands[index].lowerBound) {
                flush()
                parts.append(.column(left))
                parts.append(.column(right))
                while index < bands.count, bands[index].lowerBound < end { index += 1 }
            } else if let (table, end) = table(lines, chunks, bands[index...]) {
                // The first line of a cell may stand higher than the others of its row.
                var whole = table
                while let line = plain.last, whole.takes(line) {
                    whole.lines[0] = [line] + whole.lines[0]
                    plain.removeLast()
                }
                flush()
                parts.append(.table(whole))
                index = end
            } else {
                plain += lines[bands[index]]
                index += 1
            }
        }
        flush()
        return parts
    }

    /// Lines that stand partly beside each other, as those of neighbouring cells do.
    private static func bands(_ lines: [PDFLine]) -> [Range<Int>] {
        var bands: [Range<Int>] = []
        var bottom = -Double.infinity
        for (index, line) in lines.enumerated() {
            if let last = bands.last, line.box.y0 < bottom - line.size * 0.15 {
                bands[bands.count - 1] = last.lowerBound..<index + 1
                bottom = max(bottom, line.box.y1)
            } else {
                bands.append(index..<index + 1)
                bottom = line.box.y1
            }
        }
        return bands
    }

    /// Two columns of running text, nil if there are none at this place.
    private func textColumns(
        _ lines: [PDFLine],
        _ chunks: [[PDFLine]],
        from start: Int
    ) -> (left: [PDFLine], right: [PDFLine], end: Int)? {
        guard chunks[start].count <= 2 else { return nil }
        var gutter: (x0: Double, x1: Double)?
        var end = start
        var counts = (left: 0, right: 0, both: 0)
        var next = start
        while next < lines.count {
            let row = chunks[next]
            if let open = gutter {
                let left = row.filter { $0.box.middle.x < (open.x0 + open.x1) / 2 }
                let right = row.filter { $0.box.middle.x >= (open.x0 + open.x1) / 2 }
                let narrowed = (
                    x0: max(open.x0, left.map(\.box.x1).max() ?? 0),
                    x1: min(open.x1, right.map(\.box.x0).min() ?? .infinity)
                )
                guard narrowed.x1 - narrowed.x0 > 10 else { break }
                gutter = narrowed
                counts.left += left.isEmpty ? 0 : 1
                counts.right += right.isEmpty ? 0 : 1
                counts.both += left.isEmpty || right.isEmpty ? 0 : 1
            } else if row.count == 2 {
                gutter = (row[0].box.x1, row[1].box.x0)
                counts = (1, 1, 1)
            } else if next + 1 < lines.count, chunks[next + 1].count == 1,
                let found = PDFColumns.gap(row[0], chunks[next + 1][0])
            {
                gutter = found
                counts = row[0].box.x0 < found.x0 ? (1, 0, 0) : (0, 1, 0)
            } else {
                return nil
            }
            next += 1
            end = next
        }
        guard let gutter, counts.left >= 5, counts.right >= 5 else { return nil }
        let middle = (gutter.x0 + gutter.x1) / 2
        let all = chunks[start..<end].joined()
        let left = all.filter { $0.box.middle.x < middle }
        let right = all.filter { $0.box.middle.x >= middle }
        guard PDFColumns.isRunningText(left), PDFColumns.isRunningText(right) else { return nil }
        return (left, right, end)
    }

    /// The room between two lines of which one begins right of the other's end.
    private static func gap(_ one: PDFLine, _ other: PDFLine) -> (x0: Double, x1: Double)? {
        let (left, right) = one.box.x0 < other.box.x0 ? (one, other) : (other, one)
        guard right.box.x0 - left.box.x1 > 10, other.baseline - one.baseline < one.size else { return nil }
        return (left.box.x1, right.box.x0)
    }

    /// Most lines go to the end of the column, as the lines of paragraphs do and those of cells do not.
    private static func isRunningText(_ lines: [PDFLine]) -> Bool {
        guard let left = lines.map(\.box.x0).min(), let right = lines.map(\.box.x1).max(), right - left > 100
        else { return false }
        let full = lines.count { $0.box.x1 > right - (right - left) * 0.2 }
        return full * 10 > lines.count * 6
    }

    /// A table without ruling lines that begins with the first of these bands, and the band behind it.
    private func table(
        _ lines: [PDFLine],
        _ chunks: [[PDFLine]],
        _ bands: ArraySlice<Range<Int>>
    ) -> (PDFColumnTable, Int)? {
        func parts(_ band: Int) -> [PDFLine] { chunks[bands[band]].flatMap { $0 } }
        let first = bands.startIndex
        var rivers = PDFColumns.rivers(parts(first))
        guard !rivers.isEmpty else { return nil }
        var end = first + 1
        var gaps: [Double] = []
        var most = parts(first).count
        while end < bands.endIndex {
            let above = lines[bands[end].lowerBound - 1]
            let below = lines[bands[end].lowerBound]
            guard below.baseline - above.baseline < max(above.size, below.size) * 4 else { break }
            let more = parts(end)
            // A single text far below the others is a heading, and not a row.
            let gap = below.box.y0 - above.box.y1
            let usual = gaps.isEmpty ? gap : gaps.reduce(0, +) / Double(gaps.count)
            let standsOut = below.isBold && !above.isBold || below.size > above.size * 1.05
            if more.count == 1, gap > max(below.size * 0.9, usual * (standsOut ? 1.2 : 2)) { break }
            // A bold row of more columns than any before it, or farther below, is the head of another table.
            let isHead = more.allSatisfy(\.isBold) && !parts(end - 1).allSatisfy(\.isBold)
            if isHead, more.count > most || gap > usual * 1.4 { break }
            most = max(most, more.count)
            if gaps.count > 1, gap > max(below.size * 1.5, usual * 3) { break }
            gaps.append(gap)
            let narrowed = rivers.compactMap { river -> PDFGap? in
                let left = more.filter { $0.box.middle.x < river.middle }.map(\.box.x1).max() ?? 0
                let right = more.filter { $0.box.middle.x >= river.middle }.map(\.box.x0).min() ?? .infinity
                let narrow = PDFGap(x0: max(river.x0, left), x1: min(river.x1, right))
                return narrow.x1 - narrow.x0 > 2 ? narrow : nil
            }
            guard narrowed.count == rivers.count else { break }
            // A line that goes on at the left margin is a wrapped line with tabs, and not a row.
            if more.count == 1, let word = more[0].words.first, more[0].box.x1 < rivers[0].x1,
                parts(end - 1).count > 1,
                right - above.box.x1 < word.box.width + word.size * 0.22
            {
                return nil
            }
            rivers = narrowed
            end += 1
        }
        // What stands below the first column only is the text after the table.
        while end > first + 1, parts(end - 1).allSatisfy({ $0.box.x1 < rivers[0].x1 }),
            !PDFColumns.isRest(parts(end - 1), of: parts(end - 2), before: rivers[0].x1)
        {
            end -= 1
        }
        let rows = (first..<end).map(parts)
        let table = PDFColumnTable(
            lines: rows,
            rivers: PDFColumns.refined(rivers, rows),
            separators: separators
        )
        guard table.lines.count(where: { !PDFColumns.rivers($0).isEmpty }) > 1, table.isAligned,
            !table.isListOfMarks
        else {
            return nil
        }
        return (table, end)
    }

    /// Whether a line below the first column is the rest of the cell above it.
    private static func isRest(_ line: [PDFLine], of above: [PDFLine], before x: Double) -> Bool {
        guard let first = line.first, let word = first.words.first,
            let cell = above.last(where: { $0.box.x1 < x }), first.box.y0 - cell.box.y1 < word.size * 0.45
        else { return false }
        return x - cell.box.x1 < word.box.width + word.size * 1.4 && cell.isBold == first.isBold
    }

    /// The gaps of the rows below the head, if they are more: a head may have cells that span columns.
    private static func refined(_ rivers: [PDFGap], _ rows: [[PDFLine]]) -> [PDFGap] {
        var best = rivers
        for head in 0...3 where rows.count - head > 2 {
            let finer = PDFColumns.rivers(rows[head...].flatMap { $0 })
            if finer.count > best.count, rows[head...].count(where: { PDFColumns.rivers($0).count > 1 }) > 1 {
                best = finer
            }
        }
        return best
    }

    /// The gaps between what stands beside each other.
    private static func rivers(_ chunks: [PDFLine]) -> [PDFGap] {
        var gaps: [PDFGap] = []
        var end = Double.infinity
        for chunk in chunks.sorted(by: { $0.box.x0 < $1.box.x0 }) {
            if chunk.box.x0 > end + 2 { gaps.append(PDFGap(x0: end, x1: chunk.box.x0)) }
            end = end.isFinite ? max(end, chunk.box.x1) : chunk.box.x1
        }
        return gaps
    }
}

/// A stretch of nothing between two columns.
struct PDFGap {
    var x0: Double
    var x1: Double

    var middle: Double { (x0 + x1) / 2 }
}
