/// Looks through one XML part, whatever it is, for what a reader of the printed page would not see.
///
/// It understands little and walks through everything, alternatives and unknown elements included, so that nothing has
/// to be in the right place to be found. What takes understanding (which text is formatted as hidden) is the reader's.
struct PartScan {
    /// What was found.
    private(set) var counts = UnseenCounts()
    /// Bytes of text that a reader of the part must come by.
    private(set) var letters = 0
    /// Relationships that the part makes use of, by id.
    private(set) var usedRelationships: Set<String> = []
    /// Something may lie behind the text, so that white text may be seen.
    private(set) var hasBackdrops = false

    /// Found in alternatives that no reader of today takes, which mostly say the same again.
    private var alternatives = UnseenCounts()
    private var moves = (from: 0, to: 0, marks: 0)
    private var comments = (references: 0, starts: 0)
    private var deletions = 0
    private var choices: [Choice] = []
    /// Fields between begin and end, in each text box on their own.
    private var fields: [[Field]] = [[]]
    private var block: BuildingBlock?
    private let showsAllText: Bool

    /// An `mc:AlternateContent` that is open.
    private struct Choice {
        var isChosen = false
        /// Inside the alternative that a reader takes, or inside another one; `nil` between them.
        var isInChosen: Bool?
        var chosenText = ""
        var text = ""
        var others: [String] = []
    }

    private struct Field {
        var instruction = ""
        var isInstruction = true
    }

    private struct BuildingBlock {
        var isPlaceholder = false
        var hasText = false
    }

    /// `showsAllText`: as charts do, which keep their text wherever they like.
    init(_ cursor: XMLCursor, showsAllText: Bool) throws(ReadingError) {
        self.showsAllText = showsAllText
        try cursor.walkThrough { step throws(ReadingError) in
            switch step {
            case .start(let tag): start(tag, cursor)
            case .end(let tag): end(tag)
            case .text(let parent): text(in: parent, cursor)
            case .space(let parent):
                if parent == .text || parent == .mathText || parent == .deletedText, !isInAlternative {
                    letters += cursor.wordCount
                }
            case .aside:
                if PartScan.isWords(cursor.words) { note(.strayText) }
            }
        }
        // Fields that never end.
        for field in fields.joined() { note(instruction: field.instruction) }
        counts = counts.either(alternatives)
        counts[.move] = max(moves.from, moves.to, moves.marks)
        counts[.comment] = max(comments.references, comments.starts)
    }

    static func isWords(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private var isInAlternative: Bool { choices.contains { $0.isInChosen == false } }

    private mutating func note(_ thing: Unseen) {
        if isInAlternative { alternatives[thing] += 1 } else { counts[thing] += 1 }
    }

    // MARK: Elements

    private mutating func start(_ tag: Tag, _ cursor: XMLCursor) {
        usedRelationships.formUnion(cursor.relationshipIDs)
        switch tag {
        case .inserted, .cellInserted, .conflictInserted, .xmlInsertedStart, .xmlConflictInsertedStart:
            note(.insertion)
        case .deleted, .conflictDeleted:
            note(.deletion)
            deletions += 1
        case .cellDeleted, .xmlDeletedStart, .xmlConflictDeletedStart: note(.deletion)
        case .movedFrom:
            moves.from += 1
            deletions += 1
        case .movedTo: moves.to += 1
        case .movedFromStart, .movedToStart, .xmlMovedFromStart, .xmlMovedToStart: moves.marks = 1
        case .runPropertiesChange, .paragraphPropertiesChange, .sectionPropertiesChange,
            .tablePropertiesChange, .rowPropertiesChange, .cellPropertiesChange, .tableExceptionChange,
            .tableGridChange, .numberingChange, .cellMerged:
            note(.formatChange)
        case .commentStart: comments.starts += 1
        case .commentReference: comments.references += 1
        case .alternateContent: choices.append(Choice())
        case .choice, .fallback: choose(tag, cursor)
        case .fieldCharacter: fieldCharacter(cursor.attribute("fldCharType"))
        case .simpleField: note(instruction: cursor.attribute("instr") ?? "")
        case .textBox: fields.append([])
        case .docPart: block = BuildingBlock()
        case .gallery: block?.isPlaceholder = cursor.attribute("val") == "placeholder"
        case .revisionID: counts[.revisionID] = 1
        case .editorStart: counts[.editor] += cursor.attribute("ed") == nil ? 0 : 1
        default: startDrawing(tag, cursor)
        }
    }

    private mutating func startDrawing(_ tag: Tag, _ cursor: XMLCursor) {
        switch tag {
        case .anchor, .picture, .pageBackground: hasBackdrops = true
        case .drawingProperties:
            if cursor.isOn("hidden") { note(.hiddenShape) }
        case .webVideo: note(.loadedVideo)
        case .shape, .shapeGroup, .shapeRectangle, .shapeRoundRectangle, .shapeOval, .shapeLine, .shapeImage:
            if cursor.isHiddenShape { note(.hiddenShape) }
            if cursor.attribute("href").map(PartScan.isOutside) == true { note(.hyperlink) }
        case .imageData, .fill, .stroke:
            for name: StaticString in ["src", "href"]
            where cursor.attribute(name).map(PartScan.isOutside) == true {
                note(.loadedPicture)
            }
        default: break
        }
    }

    private mutating func end(_ tag: Tag) {
        switch tag {
        case .deleted, .movedFrom, .conflictDeleted: deletions -= 1
        case .choice, .fallback: endAlternative()
        case .alternateContent:
            guard let choice = choices.popLast() else { return }
            let others = choice.others.filter { !$0.isEmpty && $0 != choice.chosenText }
            for _ in others { note(.hiddenAlternative) }
        case .textBox:
            for field in fields.popLast() ?? [] { note(instruction: field.instruction) }
            if fields.isEmpty { fields = [[]] }
        case .docPart:
            if let block, !block.isPlaceholder, block.hasText { counts[.buildingBlock] += 1 }
            block = nil
        default: break
        }
    }

    private mutating func choose(_ tag: Tag, _ cursor: XMLCursor) {
        guard let last = choices.indices.last else { return }
        let isChosen = !choices[last].isChosen && (tag == .fallback || cursor.isUnderstood)
        choices[last].isChosen = choices[last].isChosen || isChosen
        choices[last].isInChosen = isChosen
        choices[last].text = ""
    }

    private mutating func endAlternative() {
        guard let last = choices.indices.last, let isChosen = choices[last].isInChosen else { return }
        if isChosen {
            choices[last].chosenText = choices[last].text
        } else {
            choices[last].others.append(choices[last].text)
        }
        choices[last].isInChosen = nil
    }

    // MARK: Text

    private mutating func text(in parent: Tag, _ cursor: XMLCursor) {
        switch parent {
        case .text, .deletedText, .mathText:
            if !isInAlternative { letters += cursor.wordCount }
            if parent == .deletedText, deletions == 0, PartScan.isWords(cursor.words) { note(.deletion) }
            block?.hasText = true
            if !choices.isEmpty {
                let words = cursor.words.filter { !$0.isWhitespace }
                for index in choices.indices { choices[index].text += words }
            }
        case .fieldInstruction, .deletedInstruction:
            let last = fields.count - 1
            if let field = fields[last].indices.last, fields[last][field].isInstruction {
                fields[last][field].instruction += cursor.words
            } else {
                note(instruction: cursor.words)
            }
        default:
            if !showsAllText, !parent.mayHoldText, PartScan.isWords(cursor.words) { note(.strayText) }
        }
    }

    private mutating func fieldCharacter(_ type: String?) {
        let last = fields.count - 1
        switch type {
        case "begin": fields[last].append(Field())
        case "separate":
            if let field = fields[last].indices.last { fields[last][field].isInstruction = false }
        case "end":
            if let field = fields[last].popLast() { note(instruction: field.instruction) }
        default: break
        }
    }

    private mutating func note(instruction: String) {
        if let thing = FieldCode(instruction).unseen { note(thing) }
    }

    private static func isOutside(_ target: String) -> Bool {
        target.contains("://") || target.hasPrefix("\\\\") || target.hasPrefix("//")
            || target.lowercased().hasPrefix("file:") || target.lowercased().hasPrefix("mailto:")
    }
}

extension Tag {
    /// Text directly inside is the document's own, or a measure.
    var mayHoldText: Bool {
        switch self {
        case .text, .deletedText, .mathText, .fieldInstruction, .deletedInstruction, .fieldData, .drawingText,
            .drawingPlace, .drawingOffset, .drawingShareAcross, .drawingShareDown, .drawingWidth,
            .drawingHeight,
            .drawingTableStyle, .oleLinkType, .oleLocked, .oleCodes:
            true
        default: false
        }
    }
}
