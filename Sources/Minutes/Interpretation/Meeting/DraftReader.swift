/// Tells whether a document calls itself a draft; a draft of something else does not count.
struct DraftReader {
    let outline: Outline

    /// The words that say so and their place; `nil` for what is no draft.
    var source: (words: String, place: String)? {
        if let passage = outline.passages.first(where: saysDraft) { return (passage.text, passage.place) }
        return outline.facts.first(where: isDraftStatus).map { ("\($0.label): \($0.value)", $0.place) }
    }

    private func saysDraft(_ passage: Outline.Passage) -> Bool {
        let tokens = passage.tokens
        if passage.place.contains("watermark"), tokens.contains("draft") { return true }
        let isPlainPlace = passage.isHeading || passage.zone != .body || tokens.count <= 6
        let saysSo = passage.sentences.contains { sentence in
            sentence.says(.draftRecord) && !sentence.says(.draftOfOther)
                && (isPlainPlace || sentence.says(.recordNoun))
        }
        if saysSo || passage.sentences.contains(where: opensWithDraft) { return true }
        guard isPlainPlace || isTitle(tokens), !tokens.says(.draftOfOther) else { return false }
        return isPlainPlace && passage.text.contains("DRAFT") || tokens.words.first?.text == "draft"
            || (passage.zone != .body || passage.isHeading || isTitle(tokens)) && hasDraftVersion(tokens)
            || tokens.count <= 6 && tokens.words.last?.text == "draft" && tokens.says(.meetingWord)
    }

    /// "DRAFT - not to go out yet": the word in capitals, apart from what follows.
    private func opensWithDraft(_ sentence: Tokens) -> Bool {
        guard let first = sentence.words.first, first.text == "draft", !sentence.says(.draftOfOther),
            sentence.text[first.range] == "DRAFT"
        else { return false }
        return sentence.count == 1 || "-–—:,!(".contains(where: { sentence.between(0).contains($0) })
    }

    private func isDraftStatus(_ fact: Outline.Fact) -> Bool {
        let value = fact.valueTokens
        return fact.labelTokens.isAll(.recordStatusLabel)
            && (value.contains("draft") || value.containsAny(["not yet", "awaiting", "unapproved"])
                || hasDraftVersion(value))
    }

    private func isTitle(_ tokens: Tokens) -> Bool {
        tokens.count <= 12 && StrategyMention.stands(in: tokens)
    }

    /// `v0.3`: a version below one.
    private func hasDraftVersion(_ tokens: Tokens) -> Bool {
        tokens.words.indices.contains { index in
            tokens.words[index].text == "v0"
                || ["version", "v", "ver"].contains(tokens.words[index].text)
                    && tokens.text(at: index + 1) == "0"
        }
    }
}
