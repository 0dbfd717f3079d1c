/// Text in lines of a length that people write, so that no rule has to think of others.
///
/// Some rules look at each word of a line together with each other one, and some questions about letters take as long
/// as what is heaped on the letter. For real minutes that is nothing; a file made to hurt would never be done.
extension Document {
    /// The document, with lines that nobody would write cut into several of the same place.
    var asWritten: Document {
        guard [blocks, headers, footers].contains(where: { $0.contains(where: \.isOverlong) }) else {
            return self
        }
        var document = self
        document.blocks = blocks.flatMap(\.asWritten)
        document.headers = headers.flatMap(\.asWritten)
        document.footers = footers.flatMap(\.asWritten)
        return document
    }
}

extension Block {
    fileprivate var isOverlong: Bool {
        switch content {
        case .heading(_, let line), .paragraph(let line), .listItem(_, let line): line.text.isOverlong
        case .table(let table):
            table.rows.contains { $0.cells.contains { $0.blocks.contains(where: \.isOverlong) } }
        }
    }

    fileprivate var asWritten: [Block] {
        guard isOverlong else { return [self] }
        switch content {
        case .heading(let level, let line): return pieces(of: line) { .heading(level: level, $0) }
        case .paragraph(let line): return pieces(of: line) { .paragraph($0) }
        case .listItem(let level, let line): return pieces(of: line) { .listItem(level: level, $0) }
        case .table(var table):
            for row in table.rows.indices {
                for cell in table.rows[row].cells.indices {
                    let blocks = table.rows[row].cells[cell].blocks
                    table.rows[row].cells[cell].blocks = blocks.flatMap(\.asWritten)
                }
            }
            return [Block(place: place, content: .table(table))]
        }
    }

    private func pieces(of line: Line, _ content: (Line) -> Block.Content) -> [Block] {
        line.text.withoutHeaps.writtenPieces.enumerated().map { number, text in
            let removed = number == 0 ? line.removed : ""
            return Block(place: place, content: content(Line(text, isBold: line.isBold, removed: removed)))
        }
    }
}

extension String {
    /// Bytes of a line; the longest paragraphs of real minutes have half of it.
    private static let longest = 4000
    /// Scalars that join to one letter, such as accents: the most that any language heaps is a handful.
    private static let heap = 16

    fileprivate var isOverlong: Bool {
        utf8.count > Self.longest
            && !utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= Self.longest }
            || hasHeaps
    }

    private var hasHeaps: Bool {
        // Nothing of ASCII joins to a letter, and hardly anything of two bytes.
        guard utf8.contains(where: { $0 >= 0xCC }) else { return false }
        var height = 0
        for scalar in unicodeScalars {
            height = scalar.joins ? height + 1 : 0
            if height > Self.heap { return true }
        }
        return false
    }

    /// Without what is heaped too high on one letter.
    fileprivate var withoutHeaps: String {
        guard hasHeaps else { return self }
        var kept = UnicodeScalarView()
        var height = 0
        for scalar in unicodeScalars {
            height = scalar.joins ? height + 1 : 0
            if height <= Self.heap { kept.append(scalar) }
        }
        return String(kept)
    }

    /// Cut behind a sentence, a mark or a word where one ends in the second half of what fits.
    fileprivate var writtenPieces: [String] {
        guard utf8.count > Self.longest else { return [self] }
        var pieces: [String] = []
        let bytes = Array(utf8)
        var start = 0
        while bytes.count - start > Self.longest {
            let half = bytes[(start + Self.longest / 2)..<(start + Self.longest)]
            var end = half.lastIndex(of: UInt8(ascii: "\n")) ?? Self.sentenceEnd(in: half)
            if end == nil { end = half.lastIndex { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") } }
            if end == nil { end = half.lastIndex(of: UInt8(ascii: " ")) }
            var next = end.map { $0 + 1 } ?? half.endIndex
            // Not within a scalar.
            while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
            pieces.append(String(decoding: bytes[start..<next], as: UTF8.self))
            start = next
        }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        return pieces
    }

    /// The blank behind the last full stop.
    private static func sentenceEnd(in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.indices.dropFirst().last {
            bytes[$0 - 1] == UInt8(ascii: ".") && bytes[$0] == UInt8(ascii: " ")
        }
    }
}

extension Unicode.Scalar {
    /// Joins to the scalar before it, or the next one to it: accents, joiners, letters of flags, skin colours.
    fileprivate var joins: Bool {
        if value < 0x300 { return false }
        switch value {
        case 0x200C...0x200D, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0xE0020...0xE01EF:
            return true
        default: break
        }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return true
        // A picture joins to the picture before a joiner.
        case .otherSymbol: return value >= 0x1F000
        default: return false
        }
    }
}
