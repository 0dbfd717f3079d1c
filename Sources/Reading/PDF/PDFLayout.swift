import CPDF

/// A page taken apart: its tables, the words in their cells, and the lines outside them.
struct PDFLayout {
    let page: PDFBox
    private(set) var grids: [PDFGrid] = []
    /// The number of each grid's first cell, when the cells of all grids are counted.
    private(set) var firstCells: [Int] = []
    /// For each grid the cell of another one in which it stands.
    private(set) var parents: [Int?] = []
    private(set) var words: [Int?: [PDFWord]] = [:]
    /// Lines along the page that are neither borders nor strokes through text.
    private(set) var separators: [PDFRule] = []

    /// Passages that are struck through in colour, as tracked deletions are in print.
    private(set) var colouredStrikes = 0

    init(_ source: PDFPage) {
        var source = source
        page = source.box
        let rules = PDFRules(source.shapes)
        let finder = PDFGridFinder(rules)
        let marks = PDFMarks(&source, squares: finder.squares)
        setGrids(finder.grids, source, marks)
        colouredStrikes = PDFStrikes.mark(&source.letters, finder.loose)
        separators = finder.loose
        for index in source.letters.indices {
            source.letters[index].cell = cell(at: source.letters[index].middle)
        }
        words = PDFWordBuilder(source).words
        setApart()
        for mark in marks.words { words[cell(at: mark.box.middle), default: []].append(mark) }
    }

    /// Where a file has a blank between any two words of its text, words without one stand apart.
    private mutating func setApart() {
        var with = 0
        var without = 0
        for (word, next) in words.values.lazy.flatMap({ zip($0, $0.dropFirst()) }) {
            let gap = next.box.x0 - word.box.x1
            guard gap > word.size * 0.12, gap < word.size * 0.7, next.baseline == word.baseline else {
                continue
            }
            if next.blanks > 0 { with += 1 } else { without += 1 }
        }
        if with > 2, with * 2 > without { return }
        for cell in words.keys {
            for index in (words[cell] ?? []).indices { words[cell]?[index].isApart = false }
        }
    }

    private mutating func setGrids(_ found: [PDFGrid], _ source: PDFPage, _ marks: PDFMarks) {
        let sorted = found.sorted { $0.box.width * $0.box.height < $1.box.width * $1.box.height }
        for grid in sorted {
            let isFrame =
                grid.cells.count <= 2 && grid.box.height > page.height * 0.6
                && grid.box.width > page.width * 0.6
            guard !isFrame, PDFLayout.isTable(grid, source, marks) else { continue }
            firstCells.append((firstCells.last ?? 0) + (grids.last?.cells.count ?? 0))
            grids.append(grid)
        }
        parents = grids.indices.map { index in
            let box = grids[index].box
            for outer in grids.indices where outer > index && grids[outer].box.contains(box, slack: 2) {
                if let cell = grids[outer].cell(at: box.middle) { return firstCells[outer] + cell }
            }
            return nil
        }
    }

    /// A box of a single cell beside words on the same line is a field of a form, and part of that line.
    private static func isTable(_ grid: PDFGrid, _ page: PDFPage, _ marks: PDFMarks) -> Bool {
        let box = grid.box
        let isFilled =
            page.letters.contains { !$0.isSpace && box.contains($0.middle) }
            || marks.words.contains { box.contains($0.box.middle) }
        guard isFilled else { return false }
        guard grid.cells.count == 1, box.height < 40 else { return true }
        return !page.letters.contains { letter in
            !letter.isSpace && letter.middle.y > box.y0 && letter.middle.y < box.y1
                && (letter.middle.x < box.x0 && letter.middle.x > box.x0 - 120
                    || letter.middle.x > box.x1 && letter.middle.x < box.x1 + 60)
        }
    }

    /// The innermost cell at a point.
    private func cell(at point: PDFPoint) -> Int? {
        for index in grids.indices where grids[index].box.contains(point) {
            if let cell = grids[index].cell(at: point) { return firstCells[index] + cell }
        }
        return nil
    }

    /// The words outside tables that run from left to right, as lines.
    var lines: [PDFLine] { PDFLine.lines(of: words(in: nil, turn: .none)) }

    func words(in cell: Int?, turn: PDFTurn) -> [PDFWord] {
        (words[cell] ?? []).filter { $0.turn == turn }
    }
}
