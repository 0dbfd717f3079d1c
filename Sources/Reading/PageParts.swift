import Minutes

extension [[Block]] {
    /// Page headers or footers, each distinct one once; from the second on its number is in the place.
    ///
    /// All of them were read with places that begin with `name` and a comma.
    func distinctParts(named name: String) -> [Block] {
        var seen: [[Block]] = []
        for part in self where !part.isEmpty && !seen.contains(part) { seen.append(part) }
        return seen.enumerated().flatMap { index, blocks in
            index == 0 ? blocks : blocks.map { $0.renamed("\(name), ", "\(name) \(index + 1), ") }
        }
    }
}

extension Block {
    /// The block with another beginning of its place and of those inside it.
    fileprivate func renamed(_ old: String, _ new: String) -> Block {
        var block = self
        if place.hasPrefix(old) { block.place = new + place.dropFirst(old.count) }
        if case .table(var table) = content {
            for row in table.rows.indices {
                for cell in table.rows[row].cells.indices {
                    let inner = table.rows[row].cells[cell].blocks
                    table.rows[row].cells[cell].blocks = inner.map { $0.renamed(old, new) }
                }
            }
            block.content = .table(table)
        }
        return block
    }

    /// Text that a program draws across a page, each once, as blocks of the headers.
    static func watermarks(_ texts: [String]) -> [Block] {
        texts.reduce(into: [Block]()) { drawn, text in
            let content = Content.paragraph(Line(text))
            if !drawn.contains(where: { $0.content == content }) {
                drawn.append(Block(place: "watermark", content: content))
            }
        }
    }
}
