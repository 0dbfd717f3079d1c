extension RichTextReader {
    /// Turns to where the text of the group goes; false for a word that begins no destination.
    func destination(_ control: RichTextControl) throws(ReadingError) -> Bool {
        switch control {
        case .skipped: state.destination = .skipped
        case .fontTable: state.destination = .fontTable
        case .styleSheet: state.destination = .styleSheet
        case .listText, .bulletText:
            story.hasBullet = true
            state.destination = .skipped
        case .nestedProperties: state.destination = .nestedProperties
        case .annotation:
            traces.comments += 1
            state.destination = .skipped
        case .template:
            // A template from elsewhere is fetched by the program that opens the file.
            traces.externalLinks += 1
            state.destination = .skipped
        case .object:
            traces.embeddedObjects += 1
            state.destination = .wrapper
        case .shape, .shapeGroup, .shapeInstance, .drawing, .unicodeWrapper: state.destination = .wrapper
        case .objectResult, .unicodeDestination:
            if state.destination == .wrapper { state.destination = .body }
        default: return try startsStory(control) || startsField(control)
        }
        return true
    }

    private func startsStory(_ control: RichTextControl) throws(ReadingError) -> Bool {
        switch control {
        case .header, .headerRight: try startStory(.header(rank: 1))
        case .headerLeft: try startStory(.header(rank: 3))
        case .headerFirst: try startStory(.header(rank: 0))
        case .footer, .footerRight: try startStory(.footer(rank: 1))
        case .footerLeft: try startStory(.footer(rank: 3))
        case .footerFirst: try startStory(.footer(rank: 0))
        case .footnote: try startStory(.footnote)
        case .shapeText, .drawingText: try startStory(.textBox)
        default: return false
        }
        return true
    }

    private func startsField(_ control: RichTextControl) -> Bool {
        switch control {
        case .field:
            fields.append(RichTextField())
            state.end = .field
        case .fieldInstruction:
            guard !fields.isEmpty else {
                state.destination = .skipped
                return true
            }
            state.destination = .instruction
            state.end = .instruction
        case .fieldResult: if fields.last?.hasShown == true { state.destination = .skipped }
        case .formField: state.destination = .formField
        case .formEntry:
            guard !fields.isEmpty, fields[fields.count - 1].formEntries.count < 1000 else {
                state.destination = .skipped
                return true
            }
            fields[fields.count - 1].formEntries.append("")
            state.destination = .formEntry
        case .shapeProperty:
            state.destination = .wrapper
            state.end = .shapeProperty
            shapeName = ""
            shapeValue = ""
        case .shapeName: state.destination = .shapeName
        case .shapeValue: state.destination = .shapeValue
        default: return false
        }
        return true
    }

    /// Looks at what a field is told to show: some show it themselves, some fetch it.
    func endInstruction() {
        guard let field = fields.last else { return }
        let words = field.instruction.split(separator: " ").map { $0.uppercased() }
        switch words.first {
        case "FORMCHECKBOX":
            let result = field.formResult == 25 ? nil : field.formResult
            show(Marks.box((result ?? field.formDefault ?? 0) == 1))
        case "FORMDROPDOWN":
            let result = field.formResult == 25 ? nil : field.formResult
            let index = result ?? field.formDefault ?? 0
            if field.formEntries.indices.contains(index) { show(field.formEntries[index]) }
        case "SYMBOL": showSymbol(field.instruction)
        case "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "DDE", "DDEAUTO", "IMPORT": traces.externalLinks += 1
        default: break
        }
    }

    private func show(_ words: String) {
        fields[fields.count - 1].hasShown = true
        emit(words)
    }

    /// `SYMBOL 254 \f "Wingdings" \s 11`.
    private func showSymbol(_ instruction: String) {
        let words = instruction.split { $0 == " " || $0 == "\"" }
        guard words.count > 1 else { return }
        let isHex = words[1].lowercased().hasPrefix("0x")
        guard let code = isHex ? UInt32(words[1].dropFirst(2), radix: 16) : UInt32(words[1]) else { return }
        let font = [SymbolFont.wingdings2, .wingdings, .webdings].first {
            instruction.lowercased().contains($0.rawValue)
        }
        if let font, let mark = font.mark(code) {
            show(mark)
        } else if font == nil, let byte = UInt8(exactly: code), !instruction.lowercased().contains("symbol\"")
        {
            show(String(page.scalar(byte)))
        }
    }
}
