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
        case .inserted, .movedTo, .conflictInserted: try inlineChildren()
        case .deleted, .movedFrom, .conflictDeleted:
            deletions += 1
            defer { deletions -= 1 }
            try inlineChildren()
        case .math, .mathParagraph: try math(runBase)
        default: break
        }
    }

    private func inlineChildren() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in try inline(tag) }
    }

    private func run() throws(ReadingError) {
        var format = runBase
        let before = (unseen[.hiddenText], unseen[.webHidden])
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .runProperties: format = try runFormat()
            case .text:
                let text = try readText()
                emit(format.symbolFont?.text(text) ?? text, format)
            case .deletedText:
                let text = try readText()
                // Nothing but a deletion may hold it; where there is none, no program shows it either.
                deletions += 1
                emit(text, format)
                deletions -= 1
            case .tab, .positionedTab: emit("\t", format)
            case .lineBreak, .carriageReturn: emit("\n", format)
            case .noBreakHyphen: emit("-", format)
            case .symbol: emit(symbol, format)
            case .fieldCharacter: try fieldCharacter(format)
            case .footnoteReference: note(in: &footnotes, format)
            case .endnoteReference: note(in: &endnotes, format)
            case .drawing, .picture, .object: try drawing(in: format)
            case .ruby: try ruby()
            default: break
            }
        }
        // A run is one piece, however many tabs and breaks are in it.
        unseen[.hiddenText] = min(unseen[.hiddenText], before.0 + 1)
        unseen[.webHidden] = min(unseen[.webHidden], before.1 + 1)
    }

    private func readText() throws(ReadingError) -> String {
        let text = try cursor.text()
        letters += text.utf8.count
        return text
    }

    private func runFormat() throws(ReadingError) -> RunFormat {
        let change = try RunChange(cursor)
        var format = runBase
        if let style = change.style { styles.apply(runStyle: style, to: &format) }
        change.apply(to: &format)
        return format
    }

    /// Adds words to the paragraph, or to where words go that a reader does not see.
    func emit(_ words: String, _ format: RunFormat) {
        guard placeholders == 0 else { return }
        guard fields.allSatisfy(\.showsResult) else {
            // Words in the place of an instruction: no program shows them.
            if deletions == 0, !fields.contains(where: \.hasShown), !words.isBlank { unseen[.fieldText] += 1 }
            return
        }
        var words = words
        if let box = checkBox {
            if box.isWritten { return }
            checkBox?.isWritten = true
            words = Marks.box(box.isTicked)
        }
        guard !words.isEmpty else { return }
        if deletions > 0 {
            line.appendRemoved(words)
        } else if isUnseen(format) {
            if !words.isBlank { unseen[.hiddenText] += 1 }
        } else if format.isStruck {
            line.appendRemoved(words)
        } else {
            line.append(words, isBold: format.isBold)
            if format.isWebHidden, !words.isBlank { unseen[.webHidden] += 1 }
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

    private func note(in notes: inout [String], _ format: RunFormat) {
        guard deletions == 0, placeholders == 0, !isUnseen(format), fields.allSatisfy(\.showsResult),
            let id = cursor.attribute("id")
        else { return }
        notes.append(id)
    }

    private func ruby() throws(ReadingError) {
        try cursor.forEachChild { tag throws(ReadingError) in
            if tag == .rubyBase { try inlineChildren() } else { try passOver() }
        }
    }

    func math(_ outer: RunFormat) throws(ReadingError) {
        var format = outer
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            // It stands before the text that it is for.
            case .runProperties: format = try runFormat()
            case .mathText: emit(try readText(), format)
            case .deleted, .movedFrom, .conflictDeleted:
                deletions += 1
                defer { deletions -= 1 }
                try math(format)
            case .run: try run()
            default: try math(format)
            }
        }
    }

    private func drawing(in format: RunFormat) throws(ReadingError) {
        let isConcealed = isUnseen(format)
        if isConcealed, concealments == 0, deletions == 0 { unseen[.hiddenShape] += 1 }
        concealments += isConcealed ? 1 : 0
        defer { concealments -= isConcealed ? 1 : 0 }
        try drawing()
    }

    /// Looks for text boxes and watermarks in a drawing of any make.
    private func drawing() throws(ReadingError) {
        let outer = concealments
        defer { concealments = outer }
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .textBox: try textBox()
            case .textPath:
                if deletions == 0, concealments == 0, let text = cursor.attribute("string"), !text.isEmpty {
                    watermarks.append(text)
                }
            // It stands before what is drawn.
            case .drawingProperties: concealments += cursor.isOn("hidden") ? 1 : 0
            case .shape, .shapeGroup, .shapeRectangle, .shapeRoundRectangle, .shapeOval, .shapeLine,
                .shapeImage:
                let isHidden = cursor.isHiddenShape
                concealments += isHidden ? 1 : 0
                try drawing()
                concealments -= isHidden ? 1 : 0
            default: try drawing()
            }
        }
    }
}

extension String {
    /// Nothing in it can be seen.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
