extension StoryReader {
    /// What may stand in a paragraph.
    func inline(_ tag: Tag) throws(ReadingError) {
        switch tag {
        case .run: try run()
        case .hyperlink, .smartTag, .customXML, .simpleField, .direction, .directionOverride:
            try inlineChildren()
        case .control:
            try contentControl { () throws(ReadingError) in
                try inlineChildren()
                if checkBox?.isWritten == false { emit("", runBase) }
            }
        case .inserted:
            traces.insertions += 1
            try inlineChildren()
        case .movedTo:
            try inlineChildren()
        case .deleted, .movedFrom:
            if tag == .deleted { traces.deletions += 1 } else { traces.moves += 1 }
            deletions += 1
            defer { deletions -= 1 }
            try inlineChildren()
        case .math, .mathParagraph: try math()
        default: break
        }
    }

    private func inlineChildren() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in try inline(tag) }
    }

    private func run() throws(ReadingError) {
        var format = runBase
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .runProperties: format = try runFormat()
            case .text, .deletedText:
                let text = try cursor.text()
                emit(format.symbolFont?.text(text) ?? text, format)
            case .tab, .positionedTab: emit("\t", format)
            case .lineBreak, .carriageReturn: emit("\n", format)
            case .noBreakHyphen: emit("-", format)
            case .symbol: emit(symbol, format)
            case .fieldCharacter: try fieldCharacter(format)
            case .footnoteReference: note(in: &footnotes)
            case .endnoteReference: note(in: &endnotes)
            case .drawing, .picture, .object: try drawing()
            case .ruby: try ruby()
            default: break
            }
        }
    }

    private func runFormat() throws(ReadingError) -> RunFormat {
        let change = try RunChange(cursor)
        if change.isFormatChanged { traces.formatChanges += 1 }
        var format = runBase
        if let style = change.style { styles.apply(runStyle: style, to: &format) }
        change.apply(to: &format)
        return format
    }

    /// Adds words to the paragraph, or to where words go that a reader does not see.
    func emit(_ words: String, _ format: RunFormat) {
        guard placeholders == 0, fields.allSatisfy(\.showsResult) else { return }
        var words = words
        if let box = checkBox {
            if box.isWritten { return }
            checkBox?.isWritten = true
            words = Marks.box(box.isTicked)
        }
        guard !words.isEmpty else { return }
        if deletions > 0 || format.isStruck {
            line.appendRemoved(words)
        } else if format.isHidden {
            traces.hiddenRuns += 1
        } else {
            line.append(words, isBold: format.isBold)
        }
    }

    private var symbol: String {
        guard let code = cursor.attribute("char").flatMap({ UInt32($0, radix: 16) }) else { return "" }
        if let font = cursor.attribute("font").flatMap(SymbolFont.init(named:)) {
            return font.text(Unicode.Scalar(code).map(String.init) ?? "")
        }
        // The private use area means nothing without its font: something is there, but nobody knows what.
        guard let scalar = Unicode.Scalar(code), !(0xE000...0xF8FF).contains(code) else { return "\u{2022}" }
        return String(scalar)
    }

    private func note(in notes: inout [String]) {
        guard deletions == 0, let id = cursor.attribute("id") else { return }
        notes.append(id)
    }

    private func ruby() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .rubyBase { try inlineChildren() }
        }
    }

    func math() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .mathText {
                emit(try cursor.text(), runBase)
            } else {
                try math()
            }
        }
    }

    /// Looks for text boxes and watermarks in a drawing of any make.
    private func drawing() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .textBox: try textBox()
            case .textPath:
                if deletions == 0, let text = cursor.attribute("string"), !text.isEmpty {
                    watermarks.append(text)
                }
            default: try drawing()
            }
        }
    }
}
