import Minutes

/// Finds out what most of a document's text looks like.
enum PDFStyle {
    static func style(of layouts: [PDFLayout]) -> PDFParagraphs.Style {
        var lettersBySize: [Int: Int] = [:]
        var outside: [Int: Int] = [:]
        var plain: [Int: Int] = [:]
        var pitches: [Int: Int] = [:]
        for layout in layouts {
            for (cell, words) in layout.words {
                for word in words {
                    // Tenths of a point.
                    let size = Int((word.size * 5).rounded()) * 2
                    lettersBySize[size, default: 0] += word.text.utf8.count
                    guard cell == nil else { continue }
                    outside[size, default: 0] += word.text.utf8.count
                    if !word.isBold { plain[size, default: 0] += word.text.utf8.count }
                }
            }
            let lines = layout.lines
            let farthest = lines.map(\.box.x1).max() ?? 0
            // Only a line that is full can go on in the next one.
            for (line, next) in zip(lines, lines.dropFirst())
            where abs(line.size - next.size) < 0.3 && line.box.x1 > farthest * 0.85 {
                let pitch = (next.baseline - line.baseline) / max(1, line.size)
                if (0.9...2.6).contains(pitch) { pitches[Int((pitch * 20).rounded()), default: 0] += 1 }
            }
        }
        var style = PDFParagraphs.Style()
        // The text between tables is often larger than what is in them.
        if plain.values.reduce(0, +) > 80 { lettersBySize = plain }
        if let most = lettersBySize.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) {
            style.bodySize = Double(most.key) / 10
        }
        style.headingSizes = outside.keys.map { Double($0) / 10 }.filter { $0 > style.bodySize * 1.1 }
            .sorted(by: >)
        // Paragraphs may stand farther apart than their lines, and not closer.
        let few = max(2, pitches.values.reduce(0, +) / 7)
        if let closest = pitches.filter({ $0.value >= few }).keys.min() { style.pitch = Double(closest) / 20 }
        return style
    }
}

/// The left and right limit of a document's text outside tables.
struct PDFMargins {
    private(set) var left: [Double] = []
    private(set) var right: [Double] = []

    /// One for each page; pages of one width share theirs.
    init(_ pages: [ArraySlice<PDFItem>], _ layouts: [PDFLayout]) {
        var lines: [Int: [PDFLine]] = [:]
        for (page, layout) in zip(pages, layouts) {
            lines[Int(layout.page.width), default: []] += page.compactMap(\.line)
        }
        for layout in layouts {
            let own = lines[Int(layout.page.width)] ?? []
            let left = own.map(\.box.x0).min() ?? 0
            let farthest = own.map(\.box.x1).max() ?? layout.page.width
            // Where several lines end near the farthest one, that is where lines are wrapped.
            let near = own.count { $0.box.x1 > farthest - 45 }
            let mirrored = layout.page.width - left
            let isWide = farthest - left > (mirrored - left) * 0.6
            self.left.append(left)
            right.append(near >= 3 && isWide ? farthest : max(farthest, mirrored))
        }
    }
}
