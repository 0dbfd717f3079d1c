extension RichTextReader {
    /// Letters of a name or an instruction that are worth keeping.
    private static let mostLetters = 1000

    /// Adds a letter that a control word stands for.
    func add(letter control: RichTextControl) {
        guard let letter = control.letter else { return }
        // A quote may stand in for the one that was just written in Unicode; a tab or line break does not.
        if fallbackLeft > 0, control != .tab, letter != "\n" {
            fallbackLeft -= 1
        } else {
            add(words: letter)
        }
    }

    /// Adds words that are known as they are.
    func add(words: String) {
        fallbackLeft = 0
        emit(words)
    }

    func add(byte: UInt8) {
        if fallbackLeft > 0 {
            fallbackLeft -= 1
        } else {
            emit(decoded(CollectionOfOne(byte)))
        }
    }

    func add(text: ArraySlice<UInt8>) {
        let rest = text.dropFirst(fallbackLeft)
        fallbackLeft -= text.count - rest.count
        guard !rest.isEmpty else { return }
        if rest.allSatisfy({ $0 < 0x80 }), symbolFont == nil {
            emit(String(decoding: rest, as: UTF8.self))
        } else if let text = String(validating: rest, as: UTF8.self), symbolFont == nil {
            // Against the standard, and yet some systems write it.
            emit(text)
        } else {
            emit(decoded(rest))
        }
    }

    /// A UTF-16 unit, as a number with a sign.
    func add(unicode number: Int) {
        fallbackLeft = state.unicodeFallback
        guard let unit = UInt16(exactly: number < 0 ? number + 65_536 : number) else { return }
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else if UTF16.isTrailSurrogate(unit) {
            if let high = highSurrogate { emit(String(decoding: [high, unit], as: UTF16.self)) }
            highSurrogate = nil
        } else if unit == 9 {
            emit("\t")
        } else if unit >= 0x20, let scalar = Unicode.Scalar(unit) {
            emit(symbols(scalar))
        }
    }

    private func symbols(_ scalar: Unicode.Scalar) -> String {
        if let symbolFont { return symbolFont.text(String(scalar)) }
        return (0xF020...0xF0FF).contains(scalar.value) ? "\u{2022}" : String(scalar)
    }

    private var currentFont: RichTextFont? { (state.font ?? defaultFont).flatMap { fonts[$0] } }

    private var symbolFont: SymbolFont? { state.destination == .body ? currentFont?.symbolFont : nil }

    /// Bytes in the code page of the current font.
    private func decoded(_ bytes: some Sequence<UInt8>) -> String {
        if let symbolFont {
            // The letters of such a font lie in the private use area.
            return bytes.map { byte in
                let scalar = byte < 0x20 ? nil : Unicode.Scalar(0xF000 + UInt32(byte))
                return scalar.map {
                    symbolFont.mark($0.value) ?? (byte < 0x80 ? String(Unicode.Scalar(byte)) : "\u{2022}")
                } ?? ""
            }.joined()
        }
        let font = state.destination == .body ? currentFont : nil
        var page = self.page
        if let own = font?.page {
            guard let own else { return String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self) }
            page = own
        }
        if font?.isSymbols == true {
            return bytes.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : "\u{2022}" }.joined()
        }
        return page.text(bytes)
    }

    /// Adds words to the paragraph, or to where words go that a reader does not see.
    func emit(_ words: String) {
        switch state.destination {
        case .body: write(words)
        case .fontTable: RichTextReader.append(words, to: &font.font.name)
        case .styleSheet: RichTextReader.append(words, to: &style.name)
        case .instruction:
            if !fields.isEmpty { RichTextReader.append(words, to: &fields[fields.count - 1].instruction) }
        case .formEntry:
            guard let last = fields.last, !last.formEntries.isEmpty else { return }
            RichTextReader.append(
                words,
                to: &fields[fields.count - 1].formEntries[last.formEntries.count - 1]
            )
        case .shapeName: RichTextReader.append(words, to: &shapeName)
        case .shapeValue: RichTextReader.append(words, to: &shapeValue)
        case .skipped, .wrapper, .formField, .nestedProperties: break
        }
    }

    private static func append(_ words: String, to text: inout String) {
        if text.utf8.count < mostLetters { text += words }
    }

    private func write(_ words: String) {
        if let style = state.characterStyle, placeholderStyles.contains(style) { return }
        let isRevised = state.isRevised && !state.isDeleted
        // Each stretch counts once, whatever formats divide it.
        if isRevised, !wasRevised { traces.insertions += 1 }
        if state.isDeleted, !wasDeleted { traces.deletions += 1 }
        let isHidden = state.isHidden && !state.isDeleted && !state.isStruck
        if isHidden, !wasHidden { traces.hiddenRuns += 1 }
        (wasRevised, wasDeleted, wasHidden) = (isRevised, state.isDeleted, isHidden)
        if state.isDeleted || state.isStruck {
            story.line.appendRemoved(words)
        } else if !state.isHidden {
            story.line.append(words, isBold: state.isBold)
        }
    }
}
