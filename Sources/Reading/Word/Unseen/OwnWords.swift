import Minutes

/// Words that a file keeps beside its pages: data of forms and case systems, document variables.
///
/// They matter where they say what no page says; what a page shows as well gives nothing away.
struct OwnWords {
    private var dataParts: [[String]] = []
    private var variables: [String] = []
    private var properties = 0

    /// Takes in one part of custom XML data.
    mutating func read(dataPart cursor: XMLCursor) throws(ReadingError) {
        var words: [String] = []
        var root: String?
        try cursor.walkThrough { step throws(ReadingError) in
            switch step {
            case .start:
                let namespace = cursor.elementName.namespace
                if root == nil { root = namespace }
                cursor.forEachAttribute { value in
                    // A single word is a setting more often than not.
                    if OwnWords.isWords(value), value.contains(where: \.isWhitespace) { words.append(value) }
                }
            case .end, .space: break
            case .text, .aside: if OwnWords.isWords(cursor.words) { words.append(cursor.words) }
            }
        }
        switch Kind(namespace: root ?? "") {
        case .ink: break
        case .libraryProperties: properties += words.isEmpty ? 0 : 1
        case .data: if !words.isEmpty { dataParts.append(words) }
        }
    }

    mutating func add(variables more: [String]) { variables += more.filter(OwnWords.isWords) }

    /// What of it no page shows.
    func counts(notIn blocks: [Block]) -> UnseenCounts {
        var counts = UnseenCounts()
        counts[.property] = properties
        guard !dataParts.isEmpty || !variables.isEmpty else { return counts }
        let page = PageText(blocks)
        counts[.dataPart] = dataParts.filter { $0.contains { !page.has($0) } }.count
        counts[.variable] = variables.filter { !page.has($0) }.count
        return counts
    }

    private enum Kind {
        case ink
        /// What a document library keeps of each document in it, and how.
        case libraryProperties
        case data

        init(namespace: String) {
            if namespace.hasPrefix("http://www.w3.org/2003/InkML") {
                self = .ink
            } else if [
                "http://schemas.microsoft.com/office/2006/metadata/",
                "http://schemas.microsoft.com/sharepoint/",
            ]
            .contains(where: namespace.hasPrefix) {
                self = .libraryProperties
            } else {
                self = .data
            }
        }
    }

    /// Something a person could read, as against numbers, dates, identifiers and settings.
    private static func isWords(_ text: String) -> Bool {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic).count
        guard letters >= 2 else { return false }
        let trimmed = text.trimmed()
        if ["true", "false", "yes", "no", "none", "null", "default"].contains(trimmed.lowercased()) {
            return false
        }
        // GUIDs, hashes, base 64: one long word with digits in it.
        let isOneWord = !trimmed.contains(where: \.isWhitespace)
        return !(isOneWord && trimmed.count >= 20 && trimmed.contains(where: \.isNumber))
    }
}

/// The words of some blocks, for finding whether others stand among them.
struct PageText {
    private let text: String

    init(_ blocks: [Block]) { text = PageText.folded(blocks.map(PageText.text).joined(separator: " ")) }

    func has(_ words: String) -> Bool { text.contains(PageText.folded(words)) }

    /// Each line of them.
    func has(_ blocks: [Block]) -> Bool { blocks.flatMap(PageText.lines).allSatisfy(has) }

    private static func text(_ block: Block) -> String { lines(block).joined(separator: " ") }

    private static func lines(_ block: Block) -> [String] {
        switch block.content {
        case .heading(_, let line), .paragraph(let line), .listItem(_, let line): [line.text]
        case .table(let table): table.rows.flatMap(\.cells).flatMap(\.blocks).flatMap(lines)
        }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
