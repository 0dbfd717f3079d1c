/// A label of a field that says of what kind a meeting was or how urgently it was called.
enum TypeLabel {
    static func matches(_ label: Tokens) -> Bool {
        if label.isAll(.typeLabel) { return true }
        guard label.count <= 14, label.says(.typeLabelAnchor) else { return false }
        // "Planned" is an answer, "Planned?" a question.
        if label.count == 1, !label.text.trimmed.hasSuffix("?") { return false }
        return label.words.allSatisfy { words.contains($0.text) }
    }

    private static let words = Cues.builtIn.words(of: .typeLabelWord)
}
