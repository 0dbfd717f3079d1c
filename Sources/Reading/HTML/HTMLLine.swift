import Minutes

/// The paragraph of a page that is being read, with white space as a browser shows it.
struct HTMLLine {
    /// What the paragraph is to be, if not a plain one; its line is not looked at.
    var content: Block.Content?
    var format = Format()
    /// LibreOffice writes tabs and rows of blanks as they are, and ticks of Wingdings without their font.
    let isFromLibreOffice: Bool
    /// Bold lines of a paragraph, as between line breaks, become paragraphs of their own.
    var splitsBoldLines = true

    /// How the words look that are added.
    struct Format {
        var isBold = false
        var isStruck = false
        var isPreformatted = false
        var symbolFont: SymbolFont?
    }

    private var builder = LineBuilder()
    /// The lines before the last line break.
    private var finished: [LineBuilder] = []
    private var needsSpace = false
    private var isAtStart = true
    /// Nothing but a label so far, whose value is to stand in the same line.
    private(set) var awaitsValue = false
    private var hasField = false
    private var lastLetter: UInt8 = 0

    init(isFromLibreOffice: Bool) { self.isFromLibreOffice = isFromLibreOffice }

    /// Nothing visible was added so far.
    var isEmpty: Bool { finished.isEmpty && builder.isEmpty }

    mutating func append(_ text: String) {
        if format.isPreformatted {
            add(TextDecoding.unified(text))
            return
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var gap: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                needsSpace = true
                if isFromLibreOffice { gap.append(byte) }
            } else if byte > 0x20 {
                if needsSpace { addGap(gap, to: &bytes) }
                gap = []
                needsSpace = false
                isAtStart = false
                bytes.append(byte)
            }
        }
        if isFromLibreOffice, needsSpace, !gap.contains(0x0A), !bytes.isEmpty {
            addGap(gap, to: &bytes)
            needsSpace = false
            isAtStart = true
        }
        add(String(decoding: bytes, as: UTF8.self))
    }

    private func addGap(_ gap: [UInt8], to bytes: inout [UInt8]) {
        if !gap.isEmpty, !gap.contains(0x0A), !gap.contains(0x0D) {
            bytes += gap
        } else if !isAtStart {
            bytes.append(0x20)
        }
    }

    /// Adds words as they are.
    private mutating func add(_ words: String) {
        guard !words.isEmpty else { return }
        if awaitsValue {
            awaitsValue = false
            let isAsked = lastLetter == UInt8(ascii: ":") || lastLetter == UInt8(ascii: "?")
            builder.append(isAsked ? " " : ": ", isBold: format.isBold)
        }
        var words = format.symbolFont?.text(words) ?? words
        if isFromLibreOffice, words.utf8.contains(0xEF) {
            words = SymbolFont.wingdings.textOfPrivateUse(words)
        }
        if format.isStruck {
            builder.appendRemoved(words)
        } else {
            builder.append(words, isBold: format.isBold)
        }
        lastLetter = words.utf8.last { $0 > 0x20 } ?? lastLetter
    }

    mutating func appendTabs(_ count: Int) {
        needsSpace = false
        isAtStart = true
        builder.append(String(repeating: "\t", count: count))
    }

    mutating func breakLine() {
        guard !awaitsValue else { return }
        needsSpace = false
        isAtStart = true
        finished.append(builder)
        builder = LineBuilder()
    }

    /// What a field of a form shows; a text stands behind its label.
    mutating func append(field shown: String, isBox: Bool) {
        if !isBox, !hasField { endLabel() }
        if !isEmpty, isAtStart == false { needsSpace = true }
        append(shown)
        if isBox { needsSpace = true }
        hasField = true
    }

    /// A label begins, so that what was before has no value any more.
    mutating func startLabel() { hasField = false }

    /// The label ends; what follows is its value, unless a field stands in it.
    mutating func endLabel() {
        guard !hasField, !isEmpty, finished.isEmpty else { return }
        awaitsValue = true
        needsSpace = false
        isAtStart = true
    }

    /// Ends the paragraph; several where its lines are different things.
    mutating func finish() -> [Block.Content] {
        let lines = (finished + [builder]).map { $0.lineWithoutPlaceholders() }
        finished = []
        builder = LineBuilder()
        needsSpace = false
        isAtStart = true
        awaitsValue = false
        hasField = false
        lastLetter = 0
        guard lines.contains(where: { $0?.isBlank == false }) else { return [] }
        defer { content = nil }
        return groups(of: lines).enumerated().map { index, line in
            switch content {
            case .heading(let level, _): .heading(level: level, line)
            case .listItem(let level, _) where index == 0: .listItem(level: level, line)
            default: .paragraph(line)
            }
        }
    }

    /// Lines that belong together; a blank line stands between paragraphs.
    private func groups(of lines: [Line?]) -> [Line] {
        var groups: [Line] = []
        var isOpen = false
        for line in lines {
            guard let line, !line.isBlank else {
                isOpen = false
                continue
            }
            if isOpen, let last = groups.last, last.isBold == line.isBold || !splitsBoldLines {
                let text =
                    last.text.isEmpty || line.text.isEmpty
                    ? last.text + line.text : last.text + "\n" + line.text
                groups[groups.count - 1] = Line(
                    text,
                    isBold: last.isBold && line.isBold,
                    removed: [last.removed, line.removed].filter { !$0.isEmpty }.joined(separator: "\n")
                )
            } else {
                groups.append(line)
            }
            isOpen = true
        }
        return groups
    }
}

extension Line {
    /// Nothing but blanks, non-breaking ones included, as editors put into empty paragraphs.
    var isBlank: Bool {
        removed.isEmpty && text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }
}
