import Minutes

/// Something on a page that keeps its place: a line of text or a table.
struct PDFItem {
    enum Content {
        case line(PDFLine)
        /// The number of the grid.
        case grid(Int)
    }

    var content: Content
    var box: PDFBox
    /// Its words with each number made the same, as page numbers differ.
    var key: String
    var isArtifact: Bool
    var size: Double

    var line: PDFLine? {
        if case .line(let line) = content { return line }
        return nil
    }

    /// What stands on a page outside other things, from top to bottom.
    static func items(_ layout: PDFLayout) -> [PDFItem] {
        var items = layout.lines.map { line in
            PDFItem(
                content: .line(line),
                box: line.box,
                key: key(line.text),
                isArtifact: line.isArtifact,
                size: line.size
            )
        }
        for index in layout.grids.indices where layout.parents[index] == nil {
            let first = layout.firstCells[index]
            let words = layout.grids[index].cells.indices.flatMap { layout.words[first + $0] ?? [] }
            items.append(
                PDFItem(
                    content: .grid(index),
                    box: layout.grids[index].box,
                    key: "|" + key(words.map(\.text).joined(separator: " ")),
                    isArtifact: !words.isEmpty && words.allSatisfy(\.isArtifact),
                    size: words.first?.size ?? 0
                )
            )
        }
        return items.sorted { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
    }

    private static func key(_ text: String) -> String {
        var key = ""
        for scalar in text.unicodeScalars {
            let isDigit = (0x30...0x39).contains(scalar.value)
            if isDigit, key.hasSuffix("#") || scalar.isBlank { continue }
            key.unicodeScalars.append(isDigit ? "#" : scalar)
        }
        return key
    }
}

/// Tells page headers and footers from the text between them.
struct PDFFurniture {
    /// For each page the items that are neither header nor footer.
    private(set) var bodies: [Range<Int>] = []

    init(_ pages: [[PDFItem]], heights: [Double], bodySize: Double) {
        for number in pages.indices {
            let items = pages[number]
            let near = [number - 2, number - 1, number + 1, number + 2].filter(pages.indices.contains)
            func isRepeated(_ item: PDFItem) -> Bool {
                near.contains { other in
                    pages[other].contains {
                        abs($0.box.y0 - item.box.y0) < 4 && abs($0.box.x0 - item.box.x0) < 40
                            && $0.key == item.key
                    }
                }
            }
            let height = heights[number]
            let top = items.prefix {
                $0.box.y1 < height * 0.45 && (isRepeated($0) || $0.isArtifact && $0.box.y1 < height * 0.25)
            }
            let bottom = items.dropFirst(top.count).reversed().prefix {
                $0.box.y0 > height * 0.6 && (isRepeated($0) || $0.isArtifact && $0.box.y0 > height * 0.8)
            }
            bodies.append(top.count..<items.count - bottom.count)
        }
        // A page of which all is repeated is one that was put in twice.
        for number in pages.indices where bodies[number].isEmpty { bodies[number] = 0..<pages[number].count }
        takeNeighbours(pages, heights)
        takeLetterhead(pages, heights, bodySize)
        for number in pages.indices { takeLoneFooter(number, pages[number], heights[number], bodySize) }
        if pages.count == 1 { takeLoneHeader(pages[0], heights[0], bodySize) }
    }

    /// What stands where other pages have their header or footer is one, whatever it says.
    private mutating func takeNeighbours(_ pages: [[PDFItem]], _ heights: [Double]) {
        var top = 0.0
        var bottom = Double.infinity
        for number in pages.indices where heights[number] == heights[0] {
            top = max(top, pages[number][..<bodies[number].lowerBound].map(\.box.y1).max() ?? 0)
            let footers = pages[number][bodies[number].upperBound...]
            bottom = min(bottom, footers.map(\.box.y0).min() ?? .infinity)
        }
        for number in pages.indices where heights[number] == heights[0] {
            let items = pages[number]
            var body = bodies[number]
            while body.count > 1, items[body.lowerBound].box.y1 < top + 1, items[body.lowerBound].line != nil
            {
                body = body.lowerBound + 1..<body.upperBound
            }
            while body.count > 1, items[body.upperBound - 1].box.y0 > bottom - 1,
                items[body.upperBound - 1].line != nil
            {
                body = body.lowerBound..<body.upperBound - 1
            }
            bodies[number] = body
        }
    }

    /// The first page often has a header of its own: what begins above the place where other pages begin.
    private mutating func takeLetterhead(_ pages: [[PDFItem]], _ heights: [Double], _ bodySize: Double) {
        let tops = pages.indices.dropFirst().compactMap { number in
            heights[number] == heights[0] ? pages[number][bodies[number]].first?.box.y0 : nil
        }
        guard let top = tops.min(), top < (heights.first ?? 0) * 0.3 else { return }
        let items = pages[0][bodies[0]]
        let letterhead = items.prefix { $0.box.y0 < top - bodySize * 1.7 }
        if letterhead.count < items.count {
            bodies[0] = bodies[0].lowerBound + letterhead.count..<bodies[0].upperBound
        }
    }

    /// A page number, or a small line far below the text.
    private mutating func takeLoneFooter(
        _ number: Int,
        _ items: [PDFItem],
        _ height: Double,
        _ bodySize: Double
    ) {
        while bodies[number].count > 1 {
            let last = items[bodies[number].upperBound - 1]
            let before = items[bodies[number].upperBound - 2]
            let key = last.key.lowercased()
            let isPageNumber = key.contains("page #") || key == "#" || key == "- # -"
            let isApart = last.box.y0 - before.box.y1 > bodySize * 1.5 && last.size < bodySize * 0.95
            guard last.box.y0 > height * 0.88, last.line != nil, isPageNumber || isApart else { return }
            bodies[number] = bodies[number].lowerBound..<bodies[number].upperBound - 1
        }
    }

    private mutating func takeLoneHeader(_ items: [PDFItem], _ height: Double, _ bodySize: Double) {
        while bodies[0].count > 1 {
            let first = items[bodies[0].lowerBound]
            let next = items[bodies[0].lowerBound + 1]
            guard first.line != nil, first.box.y1 < height * 0.08, first.size < bodySize * 0.95,
                next.box.y0 - first.box.y1 > bodySize * 0.5
            else { return }
            bodies[0] = bodies[0].lowerBound + 1..<bodies[0].upperBound
        }
    }
}
