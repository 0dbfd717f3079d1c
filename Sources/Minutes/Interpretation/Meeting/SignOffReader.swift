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
            let tokens = passage.tokens
            if passage.place.contains("watermark"), tokens.contains("draft") { return true }
            if tokens.says(.draftRecord), !tokens.containsAny(["draft safety plan", "draft plan"]) {
                return true
            }
            let isPlainPlace = passage.isHeading || passage.zone != .body || tokens.count <= 6
            if isPlainPlace, passage.text.contains("DRAFT"),
                !tokens.containsAny(["draft agenda", "draft plan", "draft safety"])
            {
                return true
            }
            if isPlainPlace, tokens.words.first?.text == "draft", !tokens.says(.draftOfOther) { return true }
            if passage.zone != .body || passage.isHeading, hasDraftVersion(tokens) { return true }
        }
        return outline.facts.contains { fact in
            let value = fact.valueTokens
            return [
                "status", "record status", "version", "document status", "minutes status",
                "status of minutes", "status of record",
            ].contains(fact.key)
                && (value.contains("draft") || value.containsAny(["not yet", "awaiting", "unapproved"])
                    || hasDraftVersion(value))
        }
    }

    /// `v0.3`: a version below one.
    private func hasDraftVersion(_ tokens: Tokens) -> Bool {
        tokens.words.indices.contains { index in
            tokens.words[index].text == "v0"
                || tokens.words[index].text == "version" && tokens.text(at: index + 1) == "0"
        }
    }

    private static let approvalWords: Set<String> = [
        "approved", "agreed", "authorised", "authorized", "signed", "confirmed", "checked", "ratified",
        "signature", "approve", "authorisation", "approval", "confirm", "sign", "agreement",
    ]

    private var isApproved: Bool {
        for fact in outline.facts where isApprovalLabel(fact) && isFilled(fact.value) { return true }
        for passage in outline.passages where passage.label != "cell" || passage.text.count < 160 {
            for line in passage.text.split(separator: "\n") where approves(String(line), passage) {
                return true
            }
        }
        return signedBlock
    }

    /// A row or label that asks for the chair's sign-off.
    private func isApprovalLabel(_ fact: Outline.Fact) -> Bool {
        let label = fact.labelTokens
        guard label.words.contains(where: { Self.approvalWords.contains($0.text) }), label.count <= 12 else {
            return false
        }
        if label.says(.notApprovalLabel) { return false }
        // By somebody: the chair where one is named, and nobody else's office.
        if label.says(.otherSignatory) { return false }
        return label.says(.approvalLabel)
            && !(label.key == "agreed" && (fact.section == .decision || fact.section == .actions))
    }

    /// A name, initials, a date or a plain yes; rules, dots and blanks are an empty line.
    private func isFilled(_ value: String) -> Bool {
        let text = value.withoutGuidance.trimmed
        guard !text.isBlank else { return false }
        let tokens = Tokens(text)
        if let first = tokens.words.first?.text, first != "n" || tokens.count == 1,
            ["no", "not", "pending", "awaiting", "tbc", "n", "outstanding", "to", "draft", "none", "will"]
                .contains(first)
        {
            return false
        }
        if tokens.says(.signOffMissing) { return false }
        // Only a label of the next field behind the dots: "......   Date ......".
        let letters = tokens.words.filter {
            !["date", "signed", "chair", "name", "signature", "time", "print"].contains($0.text)
        }
        guard !letters.isEmpty else { return false }
        if text.contains("☐"), !text.contains("☒"), !text.contains("✓") { return false }
        return true
    }

    /// A sentence or line that records the chair's agreement.
    private func approves(_ text: String, _ passage: Outline.Passage) -> Bool {
        let line = text.trimmed
        let tokens = Tokens(line)
        guard tokens.count <= 60 else {
            return line.sentences.count > 1 && line.sentences.contains { approves($0, passage) }
        }
        guard tokens.says(.approvalSentence) else { return false }
        if tokens.says(.approvalPending) { return false }
        if line.contains("☐"), !line.contains("☒"), !line.contains("✓") { return false }
        let isWeak = !tokens.says(.approvalContext)
        if isWeak, !line.contains("☒") { return false }
        if tokens.says(.weakApproval), !tokens.says(.approvedThing) {
            guard passage.section == .signOff || passage.zone != .body || tokens.count <= 12 else {
                return false
            }
        }
        // "Approved by: ______" has nobody behind it.
        if line.contains("___") || line.contains("....") || line.contains("……") {
            return false
        }
        if let colon = line.firstIndex(of: ":") {
            return isFilled(String(line[line.index(after: colon)...])) || line.contains("☒")
        }
        return tokens.words.contains {
            !Self.approvalWords.contains($0.text)
                && !["by", "the", "chair", "minutes", "record", "date", "and", "of"].contains($0.text)
        }
            || line.contains("☒")
    }

    /// Label and name in separate cells under a sign-off heading: `Signed | M Tattersall`.
    private var signedBlock: Bool {
        outline.facts.contains { fact in
            fact.section == .signOff
                && [
                    "signed", "signature", "chairs signature", "signed chair", "chair signature",
                    "chairs decision",
                ].contains(fact.key) && isFilled(fact.value)
        }
    }
}
