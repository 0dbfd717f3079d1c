extension RichTextReader {
    func word(_ control: RichTextControl, _ number: Int?) throws(ReadingError) {
        if isGroupStart {
            if try destination(control) { return }
            let isStyle = state.destination == .styleSheet && control == .characterStyle
            if state.isOptional, !isStyle {
                state.destination = .skipped
                return
            }
        }
        switch control {
        case .unicode: add(unicode: number ?? 0)
        case .unicodeFallback: state.unicodeFallback = min(max(number ?? 1, 0), 100)
        case _ where control.letter != nil: add(letter: control)
        default:
            fallbackLeft = 0
            try property(control, number)
        }
    }

    private func property(_ control: RichTextControl, _ number: Int?) throws(ReadingError) {
        let isOn = number != 0
        switch control {
        case .ansi: page = .western
        case .mac: page = .macintosh
        case .pc: page = .dos
        case .pca: page = .dosLatin
        case .codePage: page = number.flatMap(CodePage.init(rawValue:)) ?? page
        case .defaultFont: defaultFont = number
        case .font: setFont(number)
        case .fontCharset: if state.destination == .fontTable { font.font.charset = number }
        case .fontCodePage: if state.destination == .fontTable { font.font.codePage = number }
        case .characterStyle: setStyle(number, isCharacter: true)
        case .paragraphStyle: setStyle(number, isCharacter: false)
        case .plain: state.resetLetters()
        case .bold: state.isBold = isOn
        case .strike, .doubleStrike: state.isStruck = isOn
        case .hidden: state.isHidden = isOn
        case .revised: state.isRevised = isOn
        case .deleted: state.isDeleted = isOn
        case .titlePage: hasTitlePage = true
        case .endnote: story.isEndnote = true
        case .formResult, .formDefault: setForm(control, number ?? 0)
        case .objectLink: traces.externalLinks += 1
        default: try paragraphOrTable(control, number)
        }
    }

    private func paragraphOrTable(_ control: RichTextControl, _ number: Int?) throws(ReadingError) {
        switch control {
        case .paragraphDefaults: state.paragraph = RichTextParagraph()
        case .inTable: state.paragraph.nesting = max(state.paragraph.nesting, 1)
        case .tableNesting:
            guard let number, number <= limits.nesting else { throw .nestedTooDeeply }
            state.paragraph.nesting = max(number, 0)
        case .list: state.paragraph.list = number
        case .listLevel: state.paragraph.listLevel = number ?? 0
        case .outlineLevel:
            if state.destination == .styleSheet {
                style.outlineLevel = number
            } else {
                state.paragraph.outlineLevel = number
            }
        case .rowDefaults, .rowLeft, .headerRow, .cellEdge, .horizontalMore, .verticalFirst, .verticalMore:
            if state.destination == .nestedProperties {
                RichTextReader.define(&story.nestedDefinition, control, number)
            } else {
                RichTextReader.define(&story.definition, control, number)
            }
        case .paragraph, .section, .cell, .row, .nestedCell, .nestedRow:
            if state.destination == .body || state.destination == .nestedProperties { try end(control) }
        default: break
        }
    }

    private static func define(_ row: inout RichTextRowDefinition, _ control: RichTextControl, _ number: Int?)
    {
        switch control {
        case .rowDefaults: row = RichTextRowDefinition()
        case .rowLeft: row.left = number ?? 0
        case .headerRow: row.isHeader = true
        case .cellEdge: row.addEdge(number ?? 0)
        case .horizontalMore: row.next.continuesLeft = true
        case .verticalFirst: row.next.startsDown = true
        case .verticalMore: row.next.continuesDown = true
        default: break
        }
    }

    private func end(_ control: RichTextControl) throws(ReadingError) {
        switch control {
        case .paragraph, .section:
            // The end of the paragraph is deleted, so that it runs on into the next one.
            if state.isDeleted, control == .paragraph { return }
            try endParagraph(depth: state.paragraph.nesting)
        case .cell where story.isInnerRowOpen:
            // LibreOffice writes a few of these too many before the end of a row of an inner table.
            if !story.line.isEmpty { try end(.nestedCell) }
        case .cell:
            try endParagraph(depth: 1)
            story.endCell()
        case .nestedCell:
            try endParagraph(depth: max(state.paragraph.nesting, 2))
            story.endCell()
        case .row:
            if !story.line.isEmpty { try endParagraph(depth: 1) }
            try story.move(to: 1, budget: &budget, hidden: &traces.hiddenRuns)
            try story.endRow(story.definition, budget: &budget)
        case .nestedRow:
            guard story.depth >= 2 else { return }
            try story.endRow(story.nestedDefinition, budget: &budget)
        default: break
        }
    }

    private func setFont(_ number: Int?) {
        if state.destination == .fontTable {
            // Old files have all fonts in one group.
            if !font.font.name.isEmpty { endFont() }
            font.number = number ?? 0
            state.end = .font
        } else {
            state.font = number
        }
    }

    private func setStyle(_ number: Int?, isCharacter: Bool) {
        if state.destination == .styleSheet {
            style = RichTextStyle()
            style.number = number ?? 0
            isCharacterStyle = isCharacter
            state.end = .style
        } else if isCharacter {
            state.characterStyle = number
        } else {
            state.paragraph.style = number
        }
    }

    private func setForm(_ control: RichTextControl, _ number: Int) {
        guard !fields.isEmpty else { return }
        if control == .formResult {
            fields[fields.count - 1].formResult = number
        } else {
            fields[fields.count - 1].formDefault = number
        }
    }

    func symbol(_ symbol: UInt8) throws(ReadingError) {
        switch symbol {
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): add(text: [symbol])
        case UInt8(ascii: "~"): add(words: "\u{A0}")
        case UInt8(ascii: "_"): add(words: "-")
        case 0x0A, 0x0D: try word(.paragraph, nil)
        case 0x09: add(words: "\t")
        default: break
        }
    }
}
