/// Says whether the record is a draft, signed off by the chair, or neither.
struct SignOffReader {
    let outline: Outline

    struct Reading {
        var status: Meeting.Status
        /// The words that say so and their place; "" where nothing does.
        var words = ""
        var place = ""
    }

    func status() -> Meeting.Status { read().status }

    func read() -> Reading {
        if let draft = DraftReader(outline: outline).source {
            return Reading(status: .draft, words: draft.words, place: draft.place)
        }
        if let fact = outline.facts.first(where: isSignOff) ?? outline.facts.first(where: isSignature) {
            return Reading(status: .approved, words: "\(fact.label): \(fact.value)", place: fact.place)
        }
        if let line = outline.lines.first(where: isSignOff) {
            return Reading(status: .approved, words: line.text, place: line.place)
        }
        return Reading(status: .unstated)
    }

    private func isSignOff(_ fact: Outline.Fact) -> Bool {
        guard fact.labelTokens.says(.approvalVerb), fact.labelTokens.count <= 12,
            !fact.labelTokens.says(.notApprovalLabel), !fact.value.isBlank
        else { return false }
        // A label that asks for the chair's approval is answered by any name or date.
        return SignOffLine(
            // "Name and date if agreed" is answered by somebody who agrees.
            text: "\(fact.label.components(by: " if ").joined(separator: " ")): \(fact.value)",
            isSignaturePlace: fact.section == .signOff || fact.labelTokens.says(.chairWord)
                || fact.labelTokens.words.last?.text == "by"
        ).isSignOff
    }

    /// "Chair: D Hinds   Date: 2.12.26" in the part in which the record is signed.
    private func isSignature(_ fact: Outline.Fact) -> Bool {
        guard fact.section == .signOff || fact.section == .chair, fact.labelTokens.says(.chairWord),
            fact.labelTokens.count <= 4,
            !fact.labelTokens.says(.notApprovalLabel), PersonName.matches(fact.value.bare)
        else { return false }
        return outline.facts.contains { other in
            other.section == .signOff && other.place == fact.place && other.labelTokens.contains("date")
                && !DateReader.dates(in: other.valueTokens, year: { _ in 2024 }).isEmpty
        }
    }

    private func isSignOff(_ line: Outline.TextLine) -> Bool {
        // A row of a table of actions tells what somebody is to do.
        if line.isCell, [.actions, .decision, .nextMeeting, .information].contains(line.section) {
            return false
        }
        if SignOffLine(text: line.text, isSignaturePlace: line.section == .signOff).isSignOff { return true }
        let sentences = line.text.sentences
        return sentences.contains { sentence in
            let tokens = Tokens(sentence)
            return isStatement(tokens)
                || sentences.count > 1 && tokens.count <= 24 && SignOffLine(text: sentence).isSignOff
        }
    }

    /// "The chair has read these minutes and agrees them": a sentence that records the chair's agreement.
    private func isStatement(_ sentence: Tokens) -> Bool {
        sentence.count <= 60 && sentence.says(.approvalStatement) && sentence.says(.approvedThing)
            && !sentence.says(.approvalPending) && !sentence.says(.otherMinutes)
            && !(sentence.text.contains("☐") && !sentence.text.contains("☒"))
    }
}

extension Outline {
    /// A line or row of the document with its labels and cells together again.
    struct TextLine {
        var place: String
        var text: String
        var section: Section?
        var isCell: Bool
    }

    /// All lines of text, page headers and footers included.
    var lines: [TextLine] {
        var lines: [TextLine] = []
        for passage in passages {
            let isCell = passage.label == "cell"
            let text = passage.label.flatMap { isCell ? nil : "\($0): \(passage.text)" } ?? passage.text
            if let last = lines.last, last.place == passage.place, last.text.count < 400 {
                lines[lines.count - 1].text += "   " + text
            } else {
                lines.append(
                    TextLine(place: passage.place, text: text, section: passage.section, isCell: isCell)
                )
            }
        }
        return lines
    }
}
