/// The lines of a table whose columns are told by the gaps between them.
struct PDFColumnTable {
    /// The chunks of each line, or of the lines that stand partly beside each other.
    var lines: [[PDFLine]]
    /// The gaps that run through all lines.
    let rivers: [PDFGap]
    let separators: [PDFRule]

    /// The first column above which a part stands, and how many there are.
    func columns(of chunk: PDFLine) -> Range<Int> {
        let first = rivers.count { $0.x1 - 0.5 <= chunk.box.x0 || $0.middle < chunk.box.x0 }
        let last = rivers.count { $0.x0 + 0.5 < chunk.box.x1 && $0.middle < chunk.box.x1 }
        return first..<max(first, last) + 1
    }

    func column(of chunk: PDFLine) -> Int { columns(of: chunk).lowerBound }

    /// The chunks of each column begin, end or are centred at one place.
    var isAligned: Bool {
        for column in 1...rivers.count {
            let chunks = lines.joined().filter { columns(of: $0) == column..<column + 1 }
            guard chunks.count > 1 else { continue }
            let needed = chunks.count == 2 ? 2 : (chunks.count * 6 + 9) / 10
            func isAligned(_ edge: (PDFBox) -> Double) -> Bool {
                let edges = chunks.map { edge($0.box) }.sorted()
                var start = 0
                for end in edges.indices {
                    while edges[end] - edges[start] > 4 { start += 1 }
                    if end - start + 1 >= needed { return true }
                }
                return false
            }
            guard isAligned(\.x0) || isAligned(\.x1) || isAligned(\.middle.x) else { return false }
        }
        return true
    }

    /// Whether a line above the table is part of its first row: it stands below no column but its own, and close.
    func takes(_ line: PDFLine) -> Bool {
        guard column(of: line) > 0, let first = lines.first else { return false }
        let isBetween = rivers.allSatisfy { line.box.x1 <= $0.x0 || line.box.x0 >= $0.x1 }
        return isBetween && top(first) - line.box.y1 < line.size * 0.45
    }

    /// The lines of each row.
    var rows: [[[PDFLine]]] { joinedRows.flatMap { split(Array($0.joined())) }.map { [$0] } }

    /// The rows that a cell in their middle ties together, and that most columns show to be apart.
    ///
    /// What such a cell says is said in each row.
    private func split(_ chunks: [PDFLine]) -> [[PDFLine]] {
        // No row of a real table has more lines.
        guard chunks.count <= 200 else { return [chunks] }
        let columns = Dictionary(grouping: chunks, by: column).values.map { column in
            column.sorted { $0.baseline < $1.baseline }
        }
        for column in columns {
            for (line, next) in zip(column, column.dropFirst()) where next.box.y0 - line.box.y1 > size * 0.6 {
                let y = (line.box.y1 + next.box.y0) / 2
                let tied = columns.filter { isTied($0, at: y) }
                let parted = columns.count { isParted($0, at: y) }
                guard parted > 1, parted * 2 >= columns.count else { continue }
                let free = columns.filter { !isTied($0, at: y) }.joined()
                let above = free.filter { $0.box.middle.y < y } + tied.joined()
                let below = free.filter { $0.box.middle.y >= y } + tied.joined()
                return [above] + split(below)
            }
        }
        return [chunks]
    }

    /// The lines of a column go on across this place without more room than lines have.
    private func isTied(_ column: [PDFLine], at y: Double) -> Bool {
        guard let above = column.last(where: { $0.box.middle.y < y }),
            let below = column.first(where: { $0.box.middle.y >= y })
        else { return false }
        return below.box.y0 - above.box.y1 <= size * 0.6
    }

    /// The column has lines on both sides of this place, and room between them.
    private func isParted(_ column: [PDFLine], at y: Double) -> Bool {
        column.contains { $0.box.middle.y < y } && column.contains { $0.box.middle.y >= y }
            && !isTied(column, at: y)
    }

    private var joinedRows: [[[PDFLine]]] {
        let ruled = ruledStarts
        var rows: [[[PDFLine]]] = []
        let gaps = zip(lines, lines.dropFirst()).map { top($1) - bottom($0) }
        let narrow = max(size * 0.1, gaps.min() ?? 0)
        let wide = gaps.count { $0 > narrow + size * 0.25 }
        // Where lines stand at two distances, the wider one is between rows; only once, it is below the head.
        let isPadded = wide > 1 && narrow < size * 0.6
        for index in lines.indices {
            let isNew: Bool
            if index == 0 {
                isNew = true
            } else if let ruled {
                isNew = ruled.contains(index)
            } else if gaps[index - 1] > narrow + size * 0.25 {
                isNew = true
            } else {
                isNew = !isPadded && !goesOn(index)
            }
            if isNew { rows.append([]) }
            rows[rows.count - 1].append(lines[index])
        }
        return rows
    }

    /// Whether a line is nothing but the rest of cells that the line above began.
    private func goesOn(_ index: Int) -> Bool {
        let line = lines[index]
        if line.allSatisfy({ column(of: $0) > 0 }) { return true }
        return line.allSatisfy { chunk in
            let own = column(of: chunk)
            guard let above = lines[index - 1].last(where: { column(of: $0) == own }) else { return false }
            return end(of: own) - above.box.x1 < (chunk.words.first?.box.width ?? 0) + chunk.size * 0.2
                && chunk.words.first?.text.first?.isLowercase == true
        }
    }

    /// Where the lines of a column end at the latest.
    private func end(of column: Int) -> Double {
        if column < rivers.count { return rivers[column].x1 - size }
        return lines.joined().filter { self.column(of: $0) == column }.map(\.box.x1).max() ?? 0
    }

    /// Nothing but marks before the texts that they are set against: a list.
    var isListOfMarks: Bool {
        rivers.count == 1
            && lines.allSatisfy { line in
                line.allSatisfy {
                    column(of: $0) > 0 || $0.words.count == 1 && $0.text.unicodeScalars.count == 1
                }
            }
    }

    private func top(_ line: [PDFLine]) -> Double { line.map(\.box.y0).min() ?? 0 }
    private func bottom(_ line: [PDFLine]) -> Double { line.map(\.box.y1).max() ?? 0 }
    private func baseline(_ line: [PDFLine]) -> Double { line.first?.baseline ?? 0 }
    private var size: Double { lines.first?.first?.size ?? 10 }

    /// The lines at which a row begins, where drawn lines or bands of colour say so.
    private var ruledStarts: Set<Int>? {
        guard let first = lines.first, let last = lines.last else { return nil }
        let boxes = lines.joined().map(\.box)
        let left = boxes.map(\.x0).min() ?? 0
        let right = boxes.map(\.x1).max() ?? 0
        let between = separators.filter {
            min($0.to, right) - max($0.from, left) > (right - left) * 0.6 && $0.at > baseline(first) - size
                && $0.at < baseline(last) + size
        }.map(\.at).sorted()
        guard let top = between.first, let bottom = between.last, between.count > 2 else { return nil }
        let height = baseline(last) - baseline(first) + size
        let widest = zip(between, between.dropFirst()).map { $1 - $0 }.max() ?? height
        guard bottom - top > height * 0.6, widest < height * 0.55 else { return nil }
        var starts: Set<Int> = []
        for index in lines.indices.dropFirst() {
            let above = baseline(lines[index - 1])
            let below = baseline(lines[index])
            if between.contains(where: { $0 > above - 2 && $0 < below - 2 }) { starts.insert(index) }
        }
        return starts
    }
}
