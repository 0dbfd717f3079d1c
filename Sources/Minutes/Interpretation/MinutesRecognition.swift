/// Tells minutes from everything else that is dropped in a folder.
struct MinutesRecognition {
    let outline: Outline

    /// Why the document is not minutes, as a plain sentence; `nil` if it may be.
    func refusal(participants: [Participant], children: [Child], contents: MeetingRecord.Contents) -> String?
    {
        let texts = outline.passages.map { Tokens($0.text) }
        func says(_ cue: Cue) -> Bool { texts.contains { $0.says(cue) } }
        if texts.isEmpty { return "The document holds no text. Check that it is the right file." }
        let opening = texts.prefix(6)
        func opens(_ cue: Cue) -> Bool { opening.contains { $0.says(cue) } }
        func opens(_ phrases: [String]) -> Bool { opening.contains { $0.containsAny(phrases) } }

        let mentions =
            says(.strategyMention) || outline.facts.contains { $0.labelTokens.says(.strategyMention) }
        guard mentions else {
            return "The document does not say that it is the record of a strategy meeting or discussion."
        }
        let told = !participants.filter { $0.evidence > .invited }.isEmpty
        let hasRecord = outline.bodyPassages.contains { passage in
            [.decision, .information, .analysis, .reason, .views, .contingency].contains(passage.section)
                && !passage.isHeading
                && passage.text.split(separator: " ").count >= 6 && passage.label != "cell"
        }
        if says(.invitationText),
            !told || !hasRecord
                || opens(["invitation to", "you are invited", "invitation"])
        {
            return "The document is an invitation to a meeting, not its minutes."
        }
        let isAgenda = outline.bodyPassages.prefix(4).contains {
            $0.tokens.key == "agenda" || $0.tokens.hasPrefix(phrase: "agenda for")
        }
        if isAgenda || opens(["agenda"]),
            !hasRecord || participants.count(where: { $0.evidence > .invited }) < 2
        {
            return "The document is an agenda, not minutes."
        }
        if opens(["invoice", "purchase order"]) { return "The document is an invoice, not minutes." }
        if opens(.guidanceTitle),
            children.isEmpty || !told || opens(.trainingTitle)
        {
            return "The document is about strategy meetings in general; it is not the record of one."
        }
        if opens(.referralTitle), !told {
            return "The document is a referral or request, not minutes."
        }
        if participants.isEmpty, children.isEmpty, !hasRecord {
            return "The document is an empty template, or nothing in it could be read as minutes."
        }
        return nil
    }
}
