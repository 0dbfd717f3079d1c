/// The lines that name the document: page headers, the first headings and the short lines at the top.
struct MeetingTitles {
    let lines: [Tokens]

    init(outline: Outline) {
        let top = outline.bodyPassages.prefix(8).filter { passage in
            passage.label != "cell" && passage.tokens.count <= 24 && passage.section?.evidence == nil
                && passage.section != .nextMeeting
        }
        let headings = outline.bodyPassages.prefix(16).filter { $0.isHeading && $0.section == nil }
        lines =
            (top + headings + outline.passages.filter { $0.zone != .body }).map(\.tokens)
            // "Strategy meeting: Ava Sample" is cut into a label and its value.
            + outline.facts.filter { fact in
                fact.zone == .body && fact.labelTokens.count <= 6 && fact.labelTokens.says(.meetingWord)
                    && StrategyMention.stands(in: fact.labelTokens)
                    && !MeetingDateLabel.matches(fact.labelTokens)
            }.prefix(3)
            .map { Tokens("\($0.label): \($0.value.prefix(120))") }
    }

    func say(_ cue: Cue) -> Bool { lines.contains { $0.says(cue) } }
}
