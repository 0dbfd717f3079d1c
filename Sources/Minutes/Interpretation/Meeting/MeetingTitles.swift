/// The lines that name the document: page headers, the first headings and the short lines at the top.
struct MeetingTitles {
    let lines: [Tokens]

    init(outline: Outline) {
        let top = outline.bodyPassages.prefix(8).filter { passage in
            passage.label == nil && passage.tokens.count <= 24 && passage.section?.evidence == nil
                && passage.section != .nextMeeting
        }
        let headings = outline.bodyPassages.prefix(16).filter { $0.isHeading && $0.section == nil }
        lines =
            (top + headings + outline.passages.filter { $0.zone != .body }).map { passage in
                passage.text.contains("☐") ? Tokens(Choice.said(in: passage.text)) : passage.tokens
            }
            // "Strategy meeting: Ava Sample" is cut into a label and its value.
            + outline.facts.filter { fact in
                guard fact.zone == .body, fact.labelTokens.count <= 6, !fact.label.hasSuffix("?"),
                    let name = StrategyMention.place(in: fact.labelTokens)
                else { return false }
                return name.lowerBound <= 2 && !fact.labelTokens.contains("date")
            }.prefix(3)
            .map { Tokens("\($0.label): \(Choice.said(in: $0.value).prefix(120))") }
    }

    func say(_ cue: Cue) -> Bool { lines.contains { $0.says(cue) } }
}
