/// Says whether the record is a draft, signed off by the chair, or neither.
struct SignOffReader {
    let outline: Outline

    func status() -> Meeting.Status {
        if isDraft { return .draft }
        return isApproved ? .approved : .unstated
    }

    /// A document that calls itself a draft; a draft of something else does not count.
    private var isDraft: Bool {
        for passage in outline.passages {
            let tokens = Tokens(passage.text)
            if passage.place.contains("watermark"), tokens.contains("draft") { return true }
            if tokens.containsAny([
                "draft minutes", "minutes are draft", "these are draft", "minutes in draft", "draft record", "draft notes", "record is draft", "status draft", "draft for approval", "draft for comment",
                "draft until", "still in draft", "not yet agreed", "not yet approved", "subject to approval", "subject to agreement", "awaiting approval", "awaiting chairs approval", "pending approval", "awaiting sign off",
                "pending sign off", "subject to chairs approval", "draft v0", "unconfirmed minutes", "not yet been agreed", "not yet been approved", "not yet signed off", "not been approved", "draft not for circulation", "draft not approved", "awaiting chairs sign off", "to be approved by the chair", "draft version", "draft copy",
            ]), !tokens.containsAny(["draft safety plan", "draft plan"]) { return true }
            let isPlainPlace = passage.isHeading || passage.zone != .body || tokens.count <= 6
            if isPlainPlace, passage.text.contains("DRAFT"), !tokens.containsAny(["draft agenda", "draft plan", "draft safety"]) { return true }
            if isPlainPlace, tokens.words.first?.text == "draft", !tokens.containsAny(["draft agenda", "draft plan", "draft safety", "draft letter", "draft order", "draft report"]) { return true }
            if passage.zone != .body || passage.isHeading, hasDraftVersion(tokens) { return true }
        }
        return outline.facts.contains { fact in
            let value = Tokens(fact.value)
            return ["status", "record status", "version", "document status", "minutes status", "status of minutes", "status of record"].contains(fact.key)
                && (value.contains("draft") || value.containsAny(["not yet", "awaiting", "unapproved"]) || hasDraftVersion(value))
        }
    }

    /// `v0.3`: a version below one.
    private func hasDraftVersion(_ tokens: Tokens) -> Bool {
        tokens.words.indices.contains { index in
            tokens.words[index].text == "v0" || tokens.words[index].text == "version" && tokens.text(at: index + 1) == "0"
        }
    }

    private static let approvalWords: Set<String> = [
        "approved", "agreed", "authorised", "authorized", "signed", "confirmed", "checked", "ratified", "signature", "approve", "authorisation", "approval", "confirm", "sign", "agreement",
    ]

    private var isApproved: Bool {
        for fact in outline.facts where isApprovalLabel(fact) && isFilled(fact.value) { return true }
        for passage in outline.passages where passage.label != "cell" || passage.text.count < 160 {
            for line in passage.text.split(separator: "\n") where approves(String(line), passage) { return true }
        }
        return signedBlock
    }

    /// A row or label that asks for the chair's sign-off.
    private func isApprovalLabel(_ fact: Outline.Fact) -> Bool {
        let label = Tokens(fact.label)
        guard label.words.contains(where: { Self.approvalWords.contains($0.text) }), label.count <= 12 else { return false }
        if label.containsAny(["not", "date", "plan", "actions agreed", "agreed actions", "agreed plan", "outcome", "order", "to be"]) { return false }
        // By somebody: the chair where one is named, and nobody else's office.
        if label.containsAny(["parent", "social worker", "minute taker", "minutes taken", "by bso", "business support", "child", "young person"]) { return false }
        return label.containsAny(["approved", "approval", "authorised", "authorisation", "signed off", "sign off", "signed", "signature", "agreed by", "checked by", "agreed with chair", "minutes agreed", "record agreed", "agreed as accurate", "confirmed", "record checked", "approved by", "agreed by chair", "agreed"])
            && !(label.key == "agreed" && (fact.section == .decision || fact.section == .actions))
    }

    /// A name, initials, a date or a plain yes; rules, dots and blanks are an empty line.
    private func isFilled(_ value: String) -> Bool {
        let text = value.withoutGuidance.trimmed
        guard !text.isBlank else { return false }
        let tokens = Tokens(text)
        if let first = tokens.words.first?.text, ["no", "not", "pending", "awaiting", "tbc", "n", "outstanding", "to", "draft", "none", "will"].contains(first) { return false }
        if tokens.containsAny(["not yet", "to be", "pending", "awaiting", "awaited", "unsigned", "not approved", "outstanding", "to follow", "tbc"]) { return false }
        // Only a label of the next field behind the dots: "......   Date ......".
        let letters = tokens.words.filter { !["date", "signed", "chair", "name", "signature", "time", "print"].contains($0.text) }
        guard !letters.isEmpty else { return false }
        if text.contains("☐"), !text.contains("☒"), !text.contains("✓") { return false }
        return true
    }

    /// A sentence or line that records the chair's agreement.
    private func approves(_ text: String, _ passage: Outline.Passage) -> Bool {
        let line = text.trimmed
        let tokens = Tokens(line)
        guard tokens.count <= 60 else { return line.sentences.count > 1 && line.sentences.contains { approves($0, passage) } }
        guard tokens.containsAny([
            "approved by", "agreed by", "authorised by", "signed off by", "minutes approved", "minutes agreed", "record approved", "record agreed", "approved for circulation", "approved for distribution",
            "agreed with chair", "agreed with the chair", "agreed as accurate", "agreed as an accurate", "agreed as a true", "approve it for circulation", "approve this record", "signed by the chair", "signed by chair", "chair has approved", "chair approved", "chair has agreed", "chair agreed the", "approved yes", "electronically signed", "signed electronically", "chair has signed",
            "confirm that this is an accurate", "confirmed as accurate", "confirmed as an accurate", "checked by chair", "checked by the chair", "checked and approved", "signed off", "read and approved", "read and agreed", "authorised for circulation", "were approved by", "were agreed by", "i approve", "agreed and signed", "cleared by", "ratified by", "e signed by", "authorised", "approved",
        ]) else { return false }
        if tokens.containsAny([
            "not yet", "to be approved", "to be agreed", "to be signed", "until", "subject to", "awaiting", "pending", "once", "not been", "before", "needs to", "must be", "should be", "will be", "has to be", "when approved", "for approval", "unless", "if",
            "plan agreed by", "previous minutes", "minutes of the last", "last meeting",
        ]) { return false }
        if line.contains("☐"), !line.contains("☒"), !line.contains("✓") { return false }
        let isWeak = !tokens.containsAny(["by", "chair", "circulation", "distribution", "accurate", "signed off", "minutes", "record"])
        if isWeak, !line.contains("☒") { return false }
        if tokens.containsAny(["authorised", "approved", "signed off", "agreed by", "cleared by"]), !tokens.containsAny(["minutes", "record", "chair", "accurate", "circulation", "distribution", "manager", "tm", "notes", "discussion", "signed off"]) {
            guard passage.section == .signOff || passage.zone != .body || tokens.count <= 12 else { return false }
        }
        // "Approved by: ______" has nobody behind it.
        if line.contains("___") || line.contains("....") || line.contains("……") {
            return false
        }
        if let colon = line.firstIndex(of: ":") { return isFilled(String(line[line.index(after: colon)...])) || line.contains("☒") }
        return tokens.words.contains { !Self.approvalWords.contains($0.text) && !["by", "the", "chair", "minutes", "record", "date", "and", "of"].contains($0.text) }
            || line.contains("☒")
    }

    /// Label and name in separate cells under a sign-off heading: `Signed | M Tattersall`.
    private var signedBlock: Bool {
        outline.facts.contains { fact in
            fact.section == .signOff && ["signed", "signature", "chairs signature", "signed chair", "chair signature", "chairs decision"].contains(fact.key) && isFilled(fact.value)
        }
    }
}
