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

    /// The text without the options that are not ticked, so that nobody takes them for something said.
    ///
    /// "☐ Planned  ☒ Urgent" says "☒ Urgent", and "Restricted ☐" says nothing. A line in which it cannot be told which
    /// words belong to which box stays as it is.
    static func said(in text: String) -> String {
        guard text.contains("☐") else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { kept($0) }
            .filter { !$0.isBlank }.joined(separator: "\n")
    }

    private static func kept(_ line: Substring) -> String {
        guard line.contains("☐"), let first = line.firstIndex(where: boxes.contains) else {
            return String(line)
        }
        let lead = line[..<first].trimmed
        if lead.isEmpty || lead.hasSuffix(":") || lead.hasSuffix("?") {
            let options = line.indices.filter { boxes.contains(line[$0]) && ticks.contains(line[$0]) }.map {
                box in
                line[box...].prefix(1) + line[line.index(after: box)...].prefix { !boxes.contains($0) }
            }
            let said = options.joined().trimmed
            return said.isEmpty ? "" : lead.isEmpty ? said : "\(lead) \(said)"
        }
        guard let last = line.trimmed.last, boxes.contains(last) else { return String(line) }
        let said = wordsBeforeTicks(String(line))
        return said.map { "\($0) ☒" }.joined(separator: " ")
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
