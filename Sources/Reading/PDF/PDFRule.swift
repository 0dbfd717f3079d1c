import CPDF

/// A straight line along or across the page.
struct PDFRule {
    /// y of a line along the page, x of one across it.
    var at: Double
    var from: Double
    var to: Double
    var thickness: Double

    var length: Double { to - from }
}

/// The ruling lines of a page, pieces that continue each other made one.
struct PDFRules {
    var horizontal: [PDFRule] = []
    var vertical: [PDFRule] = []

    /// More of them are a drawing; the longest are looked at.
    private static let most = 3000
    /// What is thicker is an area.
    private static let thickest = 3.0

    init(_ shapes: [PDFShape]) {
        for shape in shapes where !shape.isWhite {
            let box = shape.box
            switch shape.kind {
            case CPDF_LINE where box.height <= 0.6 && box.width > 0.6:
                let middle = (box.y0 + box.y1) / 2
                horizontal.append(PDFRule(at: middle, from: box.x0, to: box.x1, thickness: shape.penWidth))
            case CPDF_LINE where box.width <= 0.6 && box.height > 0.6:
                let middle = (box.x0 + box.x1) / 2
                vertical.append(PDFRule(at: middle, from: box.y0, to: box.y1, thickness: shape.penWidth))
            case CPDF_FILLED_RECTANGLE, CPDF_FILLED_FIGURE:
                if box.height <= PDFRules.thickest, box.width > box.height {
                    let middle = (box.y0 + box.y1) / 2
                    horizontal.append(
                        PDFRule(at: middle, from: box.x0, to: box.x1, thickness: box.height)
                    )
                } else if box.width <= PDFRules.thickest, box.height > box.width {
                    let middle = (box.x0 + box.x1) / 2
                    vertical.append(PDFRule(at: middle, from: box.y0, to: box.y1, thickness: box.width))
                }
            default: break
            }
        }
        horizontal = PDFRules.joined(horizontal)
        vertical = PDFRules.joined(vertical)
    }

    init(horizontal: [PDFRule], vertical: [PDFRule]) {
        self.horizontal = PDFRules.joined(horizontal)
        self.vertical = PDFRules.joined(vertical)
    }

    /// Dashes and the sides of neighbouring cells are one line.
    private static func joined(_ rules: [PDFRule]) -> [PDFRule] {
        var joined: [PDFRule] = []
        var group: [PDFRule] = []
        func close() {
            group.sort { $0.from < $1.from }
            var open: PDFRule?
            for rule in group {
                guard let last = open else {
                    open = rule
                    continue
                }
                if rule.from <= last.to + 2.5 {
                    open?.to = max(last.to, rule.to)
                    open?.thickness = max(last.thickness, rule.thickness)
                } else {
                    joined.append(last)
                    open = rule
                }
            }
            if let open { joined.append(open) }
            group = []
        }
        for rule in rules.sorted(by: { $0.at < $1.at }) {
            if let first = group.first, let last = group.last,
                rule.at - last.at > 0.3 || rule.at - first.at > 0.6
            {
                close()
            }
            group.append(rule)
        }
        close()
        joined.removeAll { $0.length < 3 }
        if joined.count > most {
            joined.sort { $0.length > $1.length }
            joined.removeLast(joined.count - most)
        }
        return joined
    }
}
