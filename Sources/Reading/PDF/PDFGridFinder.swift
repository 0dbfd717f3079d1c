/// Finds the tables, boxes and check boxes that ruling lines make on a page.
struct PDFGridFinder {
    private(set) var grids: [PDFGrid] = []
    /// Small squares that stand alone.
    private(set) var squares: [PDFBox] = []
    /// Lines along the page that belong to nothing: underlines, strokes through text, separators.
    private(set) var loose: [PDFRule] = []

    /// How far lines that belong together may stay apart.
    private let slack = 2.5

    init(_ rules: PDFRules) {
        let horizontal = rules.horizontal
        let vertical = rules.vertical.sorted { $0.at < $1.at }
        var groups = DisjointSets(count: horizontal.count + vertical.count)
        var isTouched = [Bool](repeating: false, count: horizontal.count)
        // An end belongs to the nearest line only: the lines of a table in a cell end close to the cell's own.
        var nearest = [Nearest](repeating: Nearest(), count: 2 * (horizontal.count + vertical.count))
        for (index, rule) in horizontal.enumerated() {
            var other = vertical.partitioningIndex { $0.at >= rule.from - slack }
            while other < vertical.count, vertical[other].at <= rule.to + slack {
                defer { other += 1 }
                let line = vertical[other]
                guard line.from - slack <= rule.at, line.to + slack >= rule.at else { continue }
                let number = horizontal.count + other
                isTouched[index] = true
                let along = (abs(line.at - rule.from), abs(line.at - rule.to))
                let across = (abs(rule.at - line.from), abs(rule.at - line.to))
                nearest[2 * index].offer(number, along.0, isBeyond: line.at < rule.from)
                nearest[2 * index + 1].offer(number, along.1, isBeyond: line.at > rule.to)
                nearest[2 * number].offer(index, across.0, isBeyond: rule.at < line.from)
                nearest[2 * number + 1].offer(index, across.1, isBeyond: rule.at > line.to)
                if min(along.0, along.1, across.0, across.1) > slack { groups.join(index, number) }
            }
        }
        for (end, found) in nearest.enumerated() {
            if let other = found.other { groups.join(end / 2, other) }
        }
        var members: [Int: (horizontal: [PDFRule], vertical: [PDFRule])] = [:]
        for (index, rule) in horizontal.enumerated() {
            if isTouched[index] {
                members[groups.root(index), default: ([], [])].horizontal.append(rule)
            } else {
                loose.append(rule)
            }
        }
        for (index, rule) in vertical.enumerated() {
            members[groups.root(horizontal.count + index), default: ([], [])].vertical.append(rule)
        }
        for key in members.keys.sorted() {
            guard let (horizontal, vertical) = members[key], horizontal.count + vertical.count > 2 else {
                continue
            }
            guard let grid = PDFGrid(horizontal: horizontal, vertical: vertical) else { continue }
            if grid.cells.count == 1, PDFGridFinder.isSquare(grid.box) {
                squares.append(grid.box)
            } else if grid.box.width > 12, grid.box.height > 6 {
                grids.append(grid)
            }
        }
    }

    /// As large as a box that somebody ticks.
    static func isSquare(_ box: PDFBox) -> Bool {
        (5...19).contains(box.width) && (5...19).contains(box.height)
            && abs(box.width - box.height) <= 0.3 * max(box.width, box.height)
    }
}

/// The line across that is nearest to the end of a line.
private struct Nearest {
    var other: Int?
    private var distance = 3.0

    /// What lies beyond the end is farther away than it looks: lines go to the other side of those that they meet.
    mutating func offer(_ candidate: Int, _ distance: Double, isBeyond: Bool) {
        let distance = isBeyond ? distance + 0.5 : distance
        guard distance <= self.distance else { return }
        other = candidate
        self.distance = distance
    }
}

/// Groups of numbers that belong together.
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }

    mutating func join(_ one: Int, _ other: Int) {
        let roots = (root(one), root(other))
        if roots.0 != roots.1 { parents[max(roots.0, roots.1)] = min(roots.0, roots.1) }
    }
}
