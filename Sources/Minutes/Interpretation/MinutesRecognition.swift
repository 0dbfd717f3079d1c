/// Tells minutes from everything else that is dropped in a folder.
struct MinutesRecognition {
    let outline: Outline

    /// Why the document is not minutes, as a plain sentence; `nil` if it may be.
    func refusal(participants: [Participant], children: [Child], contents: MeetingRecord.Contents) -> String? {
        let texts = outline.passages.map { Tokens($0.text) }
        func says(_ phrases: [String]) -> Bool { texts.contains { $0.containsAny(phrases) } }
        if texts.isEmpty { return "The document holds no text. Check that it is the right file." }
        let opening = texts.prefix(6)
        func opens(_ phrases: [String]) -> Bool { opening.contains { $0.containsAny(phrases) } }

        let mentions = says([
            "strategy meeting", "strategy discussion", "strategy meetings", "strategy minutes", "strategy mtg", "section 47 discussion", "s47 discussion", "strategy discussion meeting", "allegation management", "managing allegations", "position of trust", "s47 meeting", "section 47 meeting", "strategy record", "strategy call", "strategy notes",
        ])
        guard mentions else {
            return "The document does not say that it is the record of a strategy meeting or discussion."
        }
        let told = !participants.filter { $0.evidence > .invited }.isEmpty
        let hasRecord = outline.bodyPassages.contains { passage in
            [.decision, .information, .analysis, .reason, .views, .contingency].contains(passage.section) && !passage.isHeading
                && passage.text.split(separator: " ").count >= 6 && passage.label != "cell"
        }
        if says(["you are invited", "please let us know whether you will attend", "please confirm your attendance", "please confirm attendance", "invite you to", "you are asked to attend", "please let us know by return", "reply slip", "rsvp", "are invited to attend", "please find below the invitation", "i am inviting you", "please reply to say"]), !told || !hasRecord
            || opens(["invitation to", "you are invited", "invitation"])
        {
            return "The document is an invitation to a meeting, not its minutes."
        }
        if opens(["agenda"]), !hasRecord || !told { return "The document is an agenda, not minutes." }
        if opens(["invoice", "purchase order"]) { return "The document is an invoice, not minutes." }
        if opens(["procedure", "practice guidance", "guidance for", "policy", "training", "handout", "newsletter", "bulletin", "practice note", "briefing", "how to", "toolkit", "learning from", "course", "workshop", "exercise", "protocol", "flowchart", "one minute guide"]),
            children.isEmpty || !told || opens(["training", "handout", "exercise", "workshop", "newsletter", "bulletin"])
        {
            return "The document is about strategy meetings in general; it is not the record of one."
        }
        if opens(["referral form", "multi agency referral", "request for a strategy", "request for strategy", "referral to", "contact and referral"]) , !told {
            return "The document is a referral or request, not minutes."
        }
        if participants.isEmpty, children.isEmpty, !hasRecord {
            return "The document is an empty template, or nothing in it could be read as minutes."
        }
        return nil
    }
}
