import Minutes

/// Puts the pages of a document behind each other.
struct PDFBody {
    private var contents: [PDFContent] = []
    private var lastLine: PDFLine?

    mutating func add(_ page: PDFContents, style: PDFParagraphs.Style, left: Double, right: Double) {
        var more = page.contents[...]
        if case .table(var table) = contents.last, case .table(let next) = more.first {
            contents.removeLast()
            if table.join(next) { more.removeFirst() }
            contents.append(.table(table))
        } else if case .text(let text) = contents.last, case .text(let next) = more.first, let lastLine,
            let first = page.firstLine, let rest = next.paragraph,
            PDFParagraphs(left: left, right: right, style: style, isCell: false)
                .continuesOverPage(lastLine, first)
        {
            contents[contents.count - 1] = .text(text.joined(rest))
            more.removeFirst()
        }
        contents += more
        if !page.contents.isEmpty { lastLine = page.lastLine }
    }

    var blocks: [Block] {
        contents.map { content in
            switch content {
            case .text(let text): Block(place: "", content: text)
            case .table(let table): Block(place: "", content: .table(Table(rows: table.rows)))
            }
        }
    }
}

extension Block.Content {
    fileprivate var paragraph: Line? {
        if case .paragraph(let line) = self { return line }
        return nil
    }
}

/// Page headers or footers: each distinct one once.
struct PDFPageParts {
    private let name: String
    private var seen: Set<[String]> = []
    private(set) var blocks: [Block] = []

    init(name: String) { self.name = name }

    mutating func add(_ part: PDFContents, key: [String]) {
        guard !part.contents.isEmpty, seen.insert(key).inserted else { return }
        let prefix = seen.count == 1 ? "\(name), " : "\(name) \(seen.count), "
        var body = PDFBody()
        body.add(part, style: PDFParagraphs.Style(), left: 0, right: 0)
        blocks += body.blocks.placed(Places(prefix: prefix))
    }
}

extension [Block] {
    /// The blocks with their places, which are only known once all pages are joined.
    func placed(_ places: Places) -> [Block] {
        var places = places
        return map { block in
            guard case .table(var table) = block.content else {
                return Block(place: places.nextParagraph(), content: block.content)
            }
            let place = places.nextTable()
            for row in table.rows.indices {
                for cell in table.rows[row].cells.indices {
                    let inner = Places(row: "\(place), row \(row + 1)")
                    table.rows[row].cells[cell].blocks = table.rows[row].cells[cell].blocks.placed(inner)
                }
            }
            return Block(place: place, content: .table(table))
        }
    }
}
