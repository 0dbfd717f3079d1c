/// What a field of alternatives chooses.
enum Choice {
    private static let boxes: Set<Character> = ["☒", "☐", "✓", "✔", "☑"]
    private static let ticks: Set<Character> = ["☒", "✓", "✔", "☑"]

    /// The words behind the ticked box, or the whole value if there are no boxes; `nil` where nothing is chosen.
    static func chosen(in text: String) -> String? {
        let value = text.withoutGuidance.trimmed
        if value.isBlank { return nil }
        guard let firstBox = value.firstIndex(where: boxes.contains) else {
            // "Urgent / planned / review" with nothing struck out chooses nothing.
            let words = value.parts { $0 == "/" }.filter {
                Tokens($0).containsAny(["urgent", "planned", "review"])
            }
            return words.count >= 2 ? nil : value
        }
        // Boxes stand before their words, unless the text begins with words.
        let chosen = firstBox == value.startIndex ? wordsAfterTicks(value) : wordsBeforeTicks(value)
        return chosen.isEmpty ? nil : chosen.joined(separator: ", ")
    }

    private static func wordsAfterTicks(_ value: String) -> [String] {
        value.indices.filter { ticks.contains(value[$0]) }.map { tick in
            value[value.index(after: tick)...].prefix { !boxes.contains($0) }.trimmed
        }
    }

    private static func wordsBeforeTicks(_ value: String) -> [String] {
        var chosen: [String] = []
        var words = value[...]
        while let box = words.firstIndex(where: boxes.contains) {
            if ticks.contains(words[box]) { chosen.append(words[..<box].trimmed) }
            words = words[words.index(after: box)...]
        }
        return chosen
    }
}
