/// A table as its ruling lines make it: columns and rows, and which of their fields are one cell.
struct PDFGrid {
    struct Cell {
        var rows: Range<Int>
        var columns: Range<Int>
        var box: PDFBox
    }

    /// The lines between the columns and rows, those at the edges included.
    let xs: [Double]
    let ys: [Double]
    let cells: [Cell]
    /// For each field of the grid, row by row, the cell that covers it.
    private let owners: [Int]

    var box: PDFBox {
        PDFBox(x0: xs[0], y0: ys[0], x1: xs[xs.count - 1], y1: ys[ys.count - 1])
    }

    /// The widest table that a word processor makes has 63 columns, the longest page some hundred rows.
    private static let mostFields = 20_000

    /// The grid of lines that touch each other; nil if they do not make one.
    init?(horizontal: [PDFRule], vertical: [PDFRule]) {
        var xs = vertical.map(\.at)
        var ys = horizontal.map(\.at)
        // The outer sides of an open table are not drawn, but its lines end there.
        PDFGrid.addOpenEnds(of: horizontal, to: &xs)
        PDFGrid.addOpenEnds(of: vertical, to: &ys)
        xs = PDFGrid.distinct(xs)
        ys = PDFGrid.distinct(ys)
        guard xs.count > 1, ys.count > 1, (xs.count - 1) * (ys.count - 1) <= PDFGrid.mostFields else {
            return nil
        }
        let columns = xs.count - 1
        let rows = ys.count - 1
        // A line below each field of a row, and one right of it.
        var below = [Bool](repeating: false, count: rows * columns)
        var right = [Bool](repeating: false, count: rows * columns)
        for rule in horizontal {
            guard let y = PDFGrid.index(of: rule.at, in: ys), y > 0, y < rows else { continue }
            PDFGrid.forEachSpan(of: rule, along: xs) { below[(y - 1) * columns + $0] = true }
        }
        for rule in vertical {
            guard let x = PDFGrid.index(of: rule.at, in: xs), x > 0, x < columns else { continue }
            PDFGrid.forEachSpan(of: rule, along: ys) { right[$0 * columns + x - 1] = true }
        }
        self.xs = xs
        self.ys = ys
        (cells, owners) = PDFGrid.cells(xs: xs, ys: ys, below: below, right: right)
    }

    /// The cell in which a point lies.
    func cell(at point: PDFPoint) -> Int? {
        guard let column = PDFGrid.interval(of: point.x, in: xs),
            let row = PDFGrid.interval(of: point.y, in: ys)
        else { return nil }
        return owners[row * (xs.count - 1) + column]
    }

    /// Grows cells to the right and then down for as long as no line is in the way.
    private static func cells(
        xs: [Double],
        ys: [Double],
        below: [Bool],
        right: [Bool]
    ) -> ([Cell], [Int]) {
        let columns = xs.count - 1
        let rows = ys.count - 1
        var owners = [Int](repeating: -1, count: rows * columns)
        var cells: [Cell] = []
        for row in 0..<rows {
            for column in 0..<columns where owners[row * columns + column] < 0 {
                var end = column + 1
                while end < columns, !right[row * columns + end - 1], owners[row * columns + end] < 0 {
                    end += 1
                }
                var bottom = row + 1
                grow: while bottom < rows {
                    for field in column..<end where below[(bottom - 1) * columns + field] { break grow }
                    for field in column..<end - 1 where right[bottom * columns + field] { break grow }
                    // Below a cell that is merged, its sides go on.
                    if end < columns, !right[bottom * columns + end - 1] { break grow }
                    if column > 0, !right[bottom * columns + column - 1] { break grow }
                    bottom += 1
                }
                for coveredRow in row..<bottom {
                    for covered in column..<end { owners[coveredRow * columns + covered] = cells.count }
                }
                cells.append(
                    Cell(
                        rows: row..<bottom,
                        columns: column..<end,
                        box: PDFBox(x0: xs[column], y0: ys[row], x1: xs[end], y1: ys[bottom])
                    )
                )
            }
        }
        return (cells, owners)
    }

    private static func addOpenEnds(of rules: [PDFRule], to positions: inout [Double]) {
        guard let first = positions.min(), let last = positions.max() else { return }
        let before = rules.filter { $0.from < first - 6 }.map(\.from)
        let after = rules.filter { $0.to > last + 6 }.map(\.to)
        if before.count * 2 > rules.count, before.count > 1 { positions.append(before.min() ?? first) }
        if after.count * 2 > rules.count, after.count > 1 { positions.append(after.max() ?? last) }
    }

    /// Lines that are drawn double, or a little beside each other, are one.
    private static func distinct(_ positions: [Double]) -> [Double] {
        var distinct: [Double] = []
        var sum = 0.0
        var count = 0.0
        for position in positions.sorted() {
            if let first = distinct.last, position - first <= 3 {
                sum += position
                count += 1
            } else {
                if count > 0 { distinct[distinct.count - 1] = sum / count }
                distinct.append(position)
                sum = position
                count = 1
            }
        }
        if count > 0 { distinct[distinct.count - 1] = sum / count }
        return distinct
    }

    private static func index(of position: Double, in positions: [Double]) -> Int? {
        let next = positions.partitioningIndex { $0 >= position }
        let nearest = [next - 1, next].filter(positions.indices.contains)
            .min { abs(positions[$0] - position) < abs(positions[$1] - position) }
        return nearest.flatMap { abs(positions[$0] - position) <= 3.5 ? $0 : nil }
    }

    private static func interval(of position: Double, in positions: [Double]) -> Int? {
        let next = positions.partitioningIndex { $0 > position }
        return next > 0 && next < positions.count ? next - 1 : nil
    }

    /// The intervals of which a line covers the better part.
    private static func forEachSpan(of rule: PDFRule, along positions: [Double], _ body: (Int) -> Void) {
        var index = max(0, positions.partitioningIndex { $0 > rule.from } - 1)
        while index + 1 < positions.count, positions[index] < rule.to {
            let covered = min(rule.to, positions[index + 1]) - max(rule.from, positions[index])
            if covered * 2 > positions[index + 1] - positions[index] { body(index) }
            index += 1
        }
    }
}

extension Array {
    /// The first index at which the condition holds, if it holds from there on.
    func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
