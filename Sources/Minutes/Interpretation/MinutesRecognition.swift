/// Tells minutes from everything else that is dropped in a folder.
///
/// What may be the record of a strategy meeting is read, and held if in doubt: to refuse one hides its alerts. Only what
/// clearly is something else is refused.
struct MinutesRecognition {
    let outline: Outline

    /// Why the document is not minutes, as a plain sentence; `nil` if it may be.
    func refusal(participants: [Participant], children: [Child], contents: MeetingRecord.Contents) -> String?
    {
        let body = outline.passages.filter { !$0.tokens.isEmpty }
        if body.isEmpty { return "The document holds no text. Check that it is the right file." }
        let told = participants.count { $0.evidence > .invited }
        let titles = Titles(outline: outline)
        let isRecord = told >= 2 && hasRecord || told >= 1 && hasRecord && !children.isEmpty

        if titles.say(.invoiceTitle) { return "The document is an invoice, not minutes." }
        if titles.say(.otherMeetingTitle), !titles.nameStrategyMeeting {
            return "The document is the record of another kind of meeting, not of a strategy meeting."
        }
        if titles.say(.referralTitle), !titles.nameRecord {
            return "The document is a referral or request, not minutes."
        }
        if titles.say(.trainingTitle) || titles.say(.guidanceTitle) && !isRecord {
            return "The document is about strategy meetings in general; it is not the record of one."
        }
        if titles.say(.invitationTitle) && !titles.nameRecord || invites && !(told >= 1 && hasRecord) {
            return "The document is an invitation to a meeting, not its minutes."
        }
        if titles.areAgenda, told < 2 || !hasRecord {
            return "The document is an agenda, not minutes."
        }
        let speaksOfStrategy =
            outline.passages.contains { StrategyMention.stands(in: $0.tokens) }
            || outline.facts.contains { StrategyMention.stands(in: $0.labelTokens) }
        if !speaksOfStrategy, !(isRecord && told >= 3 && contents.hasThresholdDecision) {
            return "The document does not say that it is the record of a strategy meeting or discussion."
        }
        if participants.isEmpty, children.isEmpty, !hasRecord || contents.decisions.isEmpty, !isWrittenOn {
            return "The document is an empty template, or nothing in it could be read as minutes."
        }
        return nil
    }

    /// There is more text than the headings, labels and hints of a form that nobody filled in.
    private var isWrittenOn: Bool {
        var words = 0
        for passage in outline.bodyPassages where !passage.isHeading && passage.tokens.count >= 6 {
            words += passage.tokens.count
            if words >= 80 { return true }
        }
        return false
    }

    /// Somebody wrote down what was said, thought or decided.
    private var hasRecord: Bool {
        outline.bodyPassages.contains { passage in
            switch passage.section {
            case .decision, .information, .analysis, .reason, .views, .contingency: break
            case nil:
                guard passage.agency != nil || passage.tokens.says(.thresholdDecision) else { return false }
            default: return false
            }
            return !passage.isHeading && passage.label != "cell" && passage.tokens.count >= 6
                && !passage.tokens.says(.invitationText)
        }
    }

    private var invites: Bool { outline.passages.contains { $0.tokens.says(.invitationText) } }

    /// The lines at the top that say what a document is.
    private struct Titles {
        let lines: [Tokens]

        init(outline: Outline) {
            let top = outline.bodyPassages.filter { $0.label == nil }.prefix(6)
                .filter { $0.isHeading || $0.tokens.count <= 12 }
            lines =
                (top + outline.passages.filter { $0.zone == .header && $0.label == nil }).map(\.tokens)
                // "Strategy meeting: Ava Sample" is cut into a label and its value.
                + outline.facts.prefix(3).map(\.labelTokens).filter { StrategyMention.stands(in: $0) }
        }

        func say(_ cue: Cue) -> Bool { lines.contains { $0.says(cue) } }

        var nameStrategyMeeting: Bool { lines.contains { StrategyMention.stands(in: $0) } }

        /// "Minutes", "Record", "Notes" in a title.
        var nameRecord: Bool { say(.recordTitle) }

        var areAgenda: Bool {
            lines.prefix(4).contains { line in
                line.key == "agenda" || line.hasPrefix(phrase: "agenda for")
                    || line.contains("agenda") && !line.says(.recordTitle)
            }
        }
    }
}
