/// Finds what a document says of itself, or carries unseen, that forbids plain distribution.
struct MarkingReader {
    let outline: Outline
    let document: Document

    func markings() -> [MeetingRecord.Marking] {
        traces()
            + Self.kinds.compactMap { kind in
                (mark(ofFacts: kind) ?? mark(ofText: kind)).map { words, place in
                    MeetingRecord.Marking(kind: kind.marking, words: Self.excerpt(words), source: place)
                }
            }
    }

    private struct Kind {
        let marking: MeetingRecord.Marking.Kind
        /// Words that mark wherever they stand.
        let cue: Cue
        /// Words that mark only as a heading, a stamp or a short line: in the story they mean other things.
        let stamp: Cue
    }

    private static let kinds = [
        Kind(marking: .policeSensitive, cue: .policeSensitive, stamp: .policeSensitiveStamp),
        Kind(marking: .restricted, cue: .restrictedCirculation, stamp: .restrictedStamp),
        Kind(marking: .confidentialAddress, cue: .confidentialAddress, stamp: .confidentialAddressStamp),
    ]

    // MARK: Forms

    /// "Police sensitive information: Yes", "Address: withheld"; a no and an empty field mark nothing.
    private func mark(ofFacts kind: Kind) -> (String, String)? {
        for fact in outline.facts {
            // Of boxes only the ticked one says something.
            let value = Choice.said(in: fact.value)
            let asks = fact.labelTokens.says(kind.cue) || fact.labelTokens.says(kind.stamp)
            let line = Tokens("\(fact.label) \(value)")
            if asks, !isDenial(fact.value) { return (line.text, fact.place) }
            if !asks, fact.valueTokens.count <= 14, !isDenial(fact.value),
                line.first(kind.cue).map({ !isDenied(line, $0.lowerBound) }) == true
            {
                return (line.text, fact.place)
            }
        }
        return nil
    }

    /// No, none, not applicable, an empty box.
    private func isDenial(_ value: String) -> Bool {
        let tokens = Tokens(value)
        if tokens.isEmpty || value.isBlank { return true }
        if value.contains("☐"), Choice.chosen(in: value).map({ isDenial($0) }) ?? true { return true }
        return ["no", "none", "n", "na", "nil", "not", "nothing", "false"].contains(tokens.words[0].text)
            || tokens.hasPrefix(phrase: "n a")
    }

    // MARK: Text

    private func mark(ofText kind: Kind) -> (String, String)? {
        let passages = outline.passages
        for (index, passage) in passages.enumerated() {
            let tokens = passage.text.contains("☐") ? Tokens(Choice.said(in: passage.text)) : passage.tokens
            guard
                let phrase = tokens.first(kind.cue)
                    ?? (isStamp(passage) ? tokens.first(kind.stamp) ?? loneStamp(kind, tokens) : nil),
                !isDenied(tokens, phrase.lowerBound), !isQuestionOfForm(passages, index)
            else { continue }
            return (passage.text, passage.place)
        }
        return nil
    }

    /// "RESTRICTED – strategy meeting": the word in capitals, apart from what follows.
    private func loneStamp(_ kind: Kind, _ tokens: Tokens) -> Range<Int>? {
        guard kind.marking == .restricted, let first = tokens.words.first, first.text == "restricted",
            tokens.text[first.range] == "RESTRICTED"
        else { return nil }
        let isApart = tokens.count == 1 || "-–—:,!/|".contains { tokens.between(0).contains($0) }
        return isApart ? 0..<1 : nil
    }

    /// A heading, a line of a page's margin, or capitals.
    private func isStamp(_ passage: Outline.Passage) -> Bool {
        let letters = passage.text.filter(\.isLetter)
        return passage.tokens.count <= 14
            && (passage.isHeading || passage.zone != .body || letters.allSatisfy(\.isUppercase))
    }

    /// "no police-sensitive information", "not restricted".
    private func isDenied(_ tokens: Tokens, _ index: Int) -> Bool {
        tokens.words[max(0, index - 3)..<index].contains {
            ["no", "not", "without", "nothing", "none", "nor", "isnt"].contains($0.text)
        }
    }

    /// A cell that asks, beside or over a cell that says no; or the label of a fact that was looked at already.
    private func isQuestionOfForm(_ passages: [Outline.Passage], _ index: Int) -> Bool {
        let passage = passages[index]
        if let mark = passage.text.lastIndex(of: "?"), passage.tokens.count <= 20 {
            let answer = passage.text[passage.text.index(after: mark)...]
            if !answer.isBlank, isDenial(String(answer)) { return true }
        }
        guard passage.label == "cell", passage.tokens.count <= 12, index + 1 < passages.count else {
            return false
        }
        let next = passages[index + 1]
        return next.place == passage.place && isDenial(next.text)
            || passage.text.trimmed.hasSuffix("?") && next.place != passage.place
    }

    // MARK: The file

    private func traces() -> [MeetingRecord.Marking] {
        document.traces.compactMap { trace in
            let kind: MeetingRecord.Marking.Kind? =
                switch trace.kind {
                case .trackedChanges: .trackedChanges
                case .comments: .comments
                case .hiddenText: .hiddenText
                case .embeddedObject: .embeddedObject
                case .externalLink: .externalContent
                case .customData: .customData
                case .unknownContent: .unknownContent
                case .customProperties: .customProperties
                case .hyperlinks, .webHidden, .metadata: nil
                }
            return kind.map {
                MeetingRecord.Marking(
                    kind: $0,
                    words: trace.detail,
                    source: "the file",
                    isCleanable: document.format == .docx
                )
            }
        }
    }

    private static func excerpt(_ text: String) -> String {
        text.count <= 120 ? text.replacingNewlines : String(text.replacingNewlines.prefix(117)) + "…"
    }
}
