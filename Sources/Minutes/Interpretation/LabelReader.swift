/// Cuts a line into labels and values: `Name: Niamh   DOB: 11/09/2015   LCS: 410062`.
enum LabelReader {
    struct Pair: Equatable {
        /// "" for text before the first label.
        var label: String
        var value: String
    }

    /// The pairs of the line; empty where it is plain text.
    static func pairs(in line: String, vocabulary: Vocabulary) -> [Pair] {
        if let pair = GapLabel(vocabulary: vocabulary).pair(in: line) { return [pair] }
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
            } else if let typed = typedPair(in: cell) {
                pairs.append(typed)
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
        guard !tokens.isEmpty, tokens.count <= (text.trimmed.hasSuffix("?") ? 14 : 8) else { return false }
        // "LCS 424118" holds its value already.
        guard tokens.words.allSatisfy({ $0.text.count <= 2 || Int($0.text) == nil }) else { return false }
        return tokens.isAll(.factLabel) || MeetingDateLabel.matches(tokens)
            || MeetingTimeLabel.matches(tokens)
            || TypeLabel.matches(tokens) || ChildLabel(tokens) != nil
            || tokens.count > 1 && !ChildLabel.all(in: tokens).isEmpty
    }

    /// The pieces between tabs, dotted leaders, wide gaps and bars where these stand between labels.
    private static func cells(of line: String) -> [String] {
        // "Agency    : Social care": the colon stands under the others.
        let line = LineLeaders.resolved(in: line.replacing("\t:", with: ":"))
        if line.contains("\t") {
            let cells = line.split(separator: "\t").map(\.trimmed)
            // A person's columns, or a code before them, are no labels with values.
            if cells.prefix(2).contains(where: { PersonName.isFull($0) }) && !isFactLabel(cells[0]) {
                return [line]
            }
            return cells.count >= 3 && isHeaderLine(cells) ? [line] : cells.flatMap { formPieces(of: $0) }
        }
        return formPieces(of: line)
    }

    /// "Name  Job  From": what the columns of the lines below hold.
    private static func isHeaderLine(_ cells: [String]) -> Bool {
        cells.allSatisfy { !$0.contains(":") && Tokens($0).count <= 3 }
            && cells.count(where: { cell in
                let tokens = Tokens(cell)
                return Vocabulary.builtIn.columns.meaning(ofAll: tokens) != nil
            }) * 2 >= cells.count
    }

    private static func formPieces(of line: String) -> [String] {
        guard ["  ", "|", "\u{2003}", "·"].contains(where: { line.contains($0) }) else { return [line] }
        let pieces = line.split(separator: "·").flatMap { String($0).gapPieces }
        let isForm =
            pieces.count > 1
            && pieces.contains { piece in
                isFactLabel(piece) || typedPair(in: piece) != nil
                    || firstColon(in: piece).map { isFactLabel(String(piece[..<$0])) } ?? false
            }
        return isForm ? pieces : [line]
    }

    /// A label without a colon before a value of its own kind: "DOB 11.1.23", "Date 5/11/26".
    private static func typedPair(in piece: String) -> Pair? {
        let tokens = Tokens(piece)
        guard (2...12).contains(tokens.count) else { return nil }
        for length in stride(from: min(6, tokens.count - 1), through: 1, by: -1) {
            let start = tokens.words[length].range.lowerBound
            let label = piece[..<start].trimmed
            let value = piece[start...].trimmed
            guard !label.contains(","), !label.contains("("), isFactLabel(label),
                isValue(value, of: Tokens(label))
            else { continue }
            return Pair(label: label.bare, value: value)
        }
        return nil
    }

    private static func isValue(_ value: String, of label: Tokens) -> Bool {
        func isDate() -> Bool {
            DateReader.dates(in: Tokens(value)).first.map { $0.words.lowerBound <= 1 } ?? false
        }
        switch ChildLabel.all(in: label).first {
        case .dateOfBirth: return isDate()
        case .reference:
            return value.first?.isLowercase == false && Tokens(value).count <= 4
                && CaseReference.value(in: value) != nil
        case .setting:
            // "School Lower Beck Infants" beside other labels.
            let isNoun = label.count == 1 && ["school", "nursery", "setting"].contains(label.words[0].text)
            return (label.isAll(.settingLead) || isNoun && Tokens(value).count <= 9)
                && SettingName.mention(in: value) != nil
        case .name: return label.isAll(.leadingNameLabel) && ChildName.isName(value) && value.contains(" ")
        case .surname, .forename: return false
        case .otherIdentifier: return value.allSatisfy { $0.isNumber || $0 == " " || $0 == "-" }
        case nil: break
        }
        return label.count >= 1 && MeetingDateLabel.matches(label) && label.words[0].text != "on" && isDate()
    }

    private static func colonPairs(in text: String, vocabulary: Vocabulary) -> [Pair]? {
        guard let colon = firstColon(in: text) else { return questionPair(in: text) }
        if let pair = speakerPair(in: text, vocabulary) { return [pair] }
        let label = text[..<colon].trimmed
        let tokens = Tokens(label)
        guard (1...9).contains(tokens.count), label.count <= 70, !label.contains(". "),
            !label.contains("\u{201C}"),
            !label.contains("\"")
        else { return splitInside(text, vocabulary) }
        var pairs = [Pair(label: label, value: text[text.index(after: colon)...].trimmed)]
        // Further known labels on the same line open further pairs.
        while let last = pairs.last, let (head, rest) = innerLabel(in: last.value, vocabulary) {
            pairs[pairs.count - 1].value = head
            guard let next = firstColon(in: rest) else { break }
            pairs.append(Pair(label: rest[..<next].trimmed, value: rest[rest.index(after: next)...].trimmed))
        }
        return pairs
    }

    /// "Maes Juniors (Mr Gethin Barley, DSL; Miss Fry, class teacher, in the room): …": who spoke for the agency.
    private static func speakerPair(in text: String, _ vocabulary: Vocabulary) -> Pair? {
        guard let end = text.firstRange(ofText: "):"), let open = text.firstIndex(of: "("),
            open < end.lowerBound
        else { return nil }
        let label = String(text[..<end.lowerBound]) + ")"
        guard label.count <= 200, !label[..<open].contains(":"), Tokens(String(label[..<open])).count <= 6,
            AgencyLabel(label, people: PersonReader(vocabulary: vocabulary)) != nil
        else { return nil }
        return Pair(label: label, value: text[end.upperBound...].trimmed)
    }

    /// "Urgent? Yes": a question of a form with its answer behind it.
    private static func questionPair(in text: String) -> [Pair]? {
        guard let mark = text.firstIndex(of: "?") else { return nil }
        let label = text[...mark].trimmed
        let value = text[text.index(after: mark)...].trimmed
        guard !value.isEmpty, value.count <= 80, isFactLabel(label) else { return nil }
        return [Pair(label: label, value: value)]
    }

    /// Cuts a long text that holds a known label, such as `LCS: WY-33801.   Education: electively home educated`.
    private static func splitInside(_ text: String, _ vocabulary: Vocabulary) -> [Pair]? {
        guard let (head, rest) = innerLabel(in: text, vocabulary), let next = firstColon(in: rest) else {
            return nil
        }
        return [
            Pair(label: "", value: head),
            Pair(label: rest[..<next].trimmed, value: rest[rest.index(after: next)...].trimmed),
        ]
    }

    /// A known label that stands inside a value after a wide gap or a sentence's end.
    private static func innerLabel(in value: String, _ vocabulary: Vocabulary) -> (
        head: String, rest: String
    )? {
        var search = value.startIndex
        while let colon = value[search...].firstIndex(of: ":") {
            // A label is short, and no single letter; what stands before it may be anything.
            let before = value[..<colon].suffix(200)
            guard before.suffix(3).count(where: \.isLetter) > 1 else {
                search = value.index(after: colon)
                continue
            }
            if let start = partLabel(endingAt: colon, in: value, vocabulary) {
                return (value[..<start].bare, value[start...].trimmed)
            }
            for words in stride(from: 4, through: 1, by: -1) {
                let tail = before.split(separator: " ", omittingEmptySubsequences: true).suffix(words)
                guard tail.count == words, let first = tail.first,
                    first.startIndex > before.startIndex || before.startIndex == value.startIndex
                else { continue }
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

    /// Where "Apologies" or "Health" begins that opens a further list behind a semicolon or full stop.
    private static func partLabel(endingAt colon: String.Index, in value: String, _ vocabulary: Vocabulary)
        -> String.Index?
    {
        let before = value[..<colon].suffix(200)
        var start = before.endIndex
        while start > before.startIndex {
            let previous = before.index(before: start)
            if before[previous] == ";" || ".)".contains(before[previous]), start < before.endIndex,
                before[start].isWhitespace
            {
                break
            }
            start = previous
        }
        guard start > before.startIndex, value[..<start].contains(where: \.isLetter) else { return nil }
        let label = before[start...].trimmed
        let tokens = Tokens(label)
        guard label.first?.isUppercase == true, (1...6).contains(tokens.count), !label.contains("(") else {
            return nil
        }
        let isPart =
            vocabulary.headings.meaning(ofAll: tokens)?.evidence != nil
            || AttendanceHeading(vocabulary: vocabulary).section(of: label) != nil
            || PartnerClassifier(vocabulary: vocabulary).partner(ofLabel: label) != nil
        return isPart ? start : nil
    }

    /// "Police – the man is known": a heading or agency before a spaced dash.
    private static func dashPair(in text: String, vocabulary: Vocabulary) -> Pair? {
        for mark in [" – ", " - ", " — "] {
            guard let found = range(of: mark, in: text) else { continue }
            let label = text[..<found.lowerBound].trimmed
            let tokens = Tokens(label)
            guard (1...4).contains(tokens.count), !PersonName.isFull(label) else { continue }
            if isFactLabel(label), !tokens.isAll(.meetingWord) {
                return Pair(label: label, value: text[found.upperBound...].trimmed)
            }
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
