/// Cuts a line into labels and values: `Name: Niamh   DOB: 11/09/2015   LCS: 410062`.
enum LabelReader {
    struct Pair: Equatable {
        /// "" for text before the first label.
        var label: String
        var value: String
    }

    /// The pairs of the line; empty where it is plain text.
    static func pairs(in line: String, vocabulary: Vocabulary) -> [Pair] {
        var pairs: [Pair] = []
        let cells = cells(of: line)
        for cell in cells where !cell.isEmpty {
            if let waiting = pairs.last, waiting.value.isEmpty, !waiting.label.isEmpty,
                !cell.contains(":") || waiting.label.contains(":")
            {
                pairs[pairs.count - 1].value = cell
            } else if let colon = colonPairs(in: cell, vocabulary: vocabulary) {
                pairs += colon
            } else if cells.count > 1, isFactLabel(cell), pairs.last?.label.isEmpty != true {
                pairs.append(Pair(label: cell, value: ""))
            } else if let dashed = dashPair(in: cell, vocabulary: vocabulary) {
                pairs.append(dashed)
            } else if let last = pairs.last, !last.label.isEmpty {
                pairs[pairs.count - 1].value = "\(last.value)   \(cell)"
            } else {
                pairs.append(Pair(label: "", value: cell))
            }
        }
        // Tabs between plain words are a person's columns, not labels.
        if pairs.allSatisfy({ $0.label.isEmpty }) { return [] }
        return pairs
    }

    static func isFactLabel(_ text: String) -> Bool {
        let tokens = Tokens(text.bare)
        guard !tokens.isEmpty, tokens.count <= 7 else { return false }
        // "LCS 424118" holds its value already.
        guard tokens.words.allSatisfy({ $0.text.count == 1 || Int($0.text) == nil }) else { return false }
        return tokens.isAll(.factLabel) || tokens.isAll(.meetingDateLabel) || tokens.isAll(.timeLabel)
            || tokens.isAll(.typeLabel) || ChildLabel(tokens) != nil
    }

    /// The pieces between tabs, or between wide gaps and bars where these stand between labels.
    private static func cells(of line: String) -> [String] {
        if line.contains("\t") {
            let cells = line.split(separator: "\t").map(\.trimmed)
            // A person's columns, or a code before them, are no labels with values.
            return cells.prefix(2).contains { PersonName.isFull($0) } && !isFactLabel(cells[0])
                ? [line] : cells
        }
        guard line.contains("  ") || line.contains("|") || line.contains("\u{2003}") else { return [line] }
        let pieces = line.gapPieces
        let isForm =
            pieces.count > 1
            && pieces.contains { piece in
                isFactLabel(piece) || firstColon(in: piece).map { isFactLabel(String(piece[..<$0])) } ?? false
            }
        return isForm ? pieces : [line]
    }

    private static func colonPairs(in text: String, vocabulary: Vocabulary) -> [Pair]? {
        guard let colon = firstColon(in: text) else { return nil }
        let label = text[..<colon].trimmed
        let tokens = Tokens(label)
        guard (1...9).contains(tokens.count), label.count <= 70, !label.contains(". "),
            !label.contains("\u{201C}"),
            !label.contains("\"")
        else { return splitInside(text) }
        var pairs = [Pair(label: label, value: text[text.index(after: colon)...].trimmed)]
        // Further known labels on the same line open further pairs.
        while let last = pairs.last, let (head, rest) = innerLabel(in: last.value) {
            pairs[pairs.count - 1].value = head
            guard let next = firstColon(in: rest) else { break }
            pairs.append(Pair(label: rest[..<next].trimmed, value: rest[rest.index(after: next)...].trimmed))
        }
        return pairs
    }

    /// Cuts a long text that holds a known label, such as `LCS: WY-33801.   Education: electively home educated`.
    private static func splitInside(_ text: String) -> [Pair]? {
        guard let (head, rest) = innerLabel(in: text), let next = firstColon(in: rest) else { return nil }
        return [
            Pair(label: "", value: head),
            Pair(label: rest[..<next].trimmed, value: rest[rest.index(after: next)...].trimmed),
        ]
    }

    /// A known label that stands inside a value after a wide gap or a sentence's end.
    private static func innerLabel(in value: String) -> (head: String, rest: String)? {
        var search = value.startIndex
        while let colon = value[search...].firstIndex(of: ":") {
            let before = value[..<colon]
            for words in stride(from: 4, through: 1, by: -1) {
                let tail = before.split(separator: " ", omittingEmptySubsequences: true).suffix(words)
                guard tail.count == words, let first = tail.first else { continue }
                let candidate = value[first.startIndex..<colon]
                let head = value[..<first.startIndex]
                if isFactLabel(String(candidate)), candidate.first?.isUppercase == true, !head.trimmed.isEmpty
                {
                    return (head.bare, value[first.startIndex...].trimmed)
                }
            }
            search = value.index(after: colon)
        }
        return nil
    }

    /// "Police – the man is known": a heading or agency before a spaced dash.
    private static func dashPair(in text: String, vocabulary: Vocabulary) -> Pair? {
        for mark in [" – ", " - ", " — "] {
            guard let found = range(of: mark, in: text) else { continue }
            let label = text[..<found.lowerBound].trimmed
            let tokens = Tokens(label)
            guard (1...4).contains(tokens.count), !PersonName.isFull(label) else { continue }
            let classifier = PartnerClassifier(vocabulary: vocabulary)
            guard
                vocabulary.headings.meaning(ofAll: tokens) != nil || classifier.partner(ofLabel: label) != nil
            else { continue }
            return Pair(label: label, value: text[found.upperBound...].trimmed)
        }
        return nil
    }

    private static func range(of mark: String, in text: String) -> Range<String.Index>? {
        let pattern = Array(mark)
        var index = text.startIndex
        while index < text.endIndex {
            var cursor = index
            var matched = true
            for character in pattern {
                guard cursor < text.endIndex, text[cursor] == character else {
                    matched = false
                    break
                }
                cursor = text.index(after: cursor)
            }
            if matched { return index..<cursor }
            index = text.index(after: index)
        }
        return nil
    }

    /// The first colon that ends a label: not inside a time such as `10:30`, nor in `https://`.
    private static func firstColon(in text: String) -> String.Index? {
        var search = text.startIndex
        while let colon = text[search...].firstIndex(of: ":") {
            let after = text.index(after: colon)
            let next = after < text.endIndex ? text[after] : " "
            let previous = colon > text.startIndex ? text[text.index(before: colon)] : " "
            if !(previous.isNumber && next.isNumber), next != "/" { return colon }
            search = after
        }
        return nil
    }
}
