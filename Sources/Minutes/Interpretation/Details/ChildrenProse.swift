/// Finds children in running text: in the opening lines, in a title, or in a sentence that tells of a birth.
struct ChildrenProse {
    let outline: Outline

    func children() -> [Child] {
        let opening = outline.opening.filter { !isOfOthers($0.text) }.flatMap { born(in: $0.text) }
        if !opening.isEmpty { return opening }
        let titles = titled()
        if !titles.isEmpty { return titles }
        return told()
    }

    /// "Parents: Jade Holt (12.03.1998) and Lee Pratt (01.02.1996)".
    private func isOfOthers(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":") else { return false }
        let label = Tokens(String(line[..<colon]))
        return label.count <= 5 && label.says(.otherPersonLabel)
    }

    /// Names that stand before a date of birth.
    ///
    /// "In respect of Harvey (b. 27.2.2016) and Jude Bell (b. 30.6.2020)."
    private func born(in text: String) -> [Child] {
        let tokens = Tokens(text)
        let births = DateReader.dates(in: tokens).filter { isBirth($0, in: tokens) }
        var starts: [String.Index] = []
        for birth in births {
            let place = tokens.words[birth.words.lowerBound].range.lowerBound
            guard
                let start = nameStart(
                    before: place,
                    in: text,
                    after: starts.last,
                    isMarked: isMarked(birth, in: tokens)
                )
            else { continue }
            starts.append(start)
        }
        guard let first = starts.first else { return [] }
        let end = starts.last.flatMap { text[$0...].firstIndex(of: "\n") } ?? text.endIndex
        return ChildEntry.children(in: String(text[first..<end]))
    }

    private func isBirth(_ found: DateReader.Found, in tokens: Tokens) -> Bool {
        if isMarked(found, in: tokens) { return true }
        let start = found.words.lowerBound
        guard start > 0 else { return false }
        // "Nia Costache – 29/01/2016 – PM-61120", "Leo Bell (10/04/2010)": a day right behind the name.
        let between = tokens.between(start - 1).trimmed
        // "KAI HOLT 4.6.14" as a line of its own.
        if between.isEmpty, !tokens.says(.meetingWord), start <= 4, tokens.count <= start + 12,
            let (name, rest) = ChildName.leading(in: tokens.text), name.contains(" "),
            Tokens(name).count == start, !rest.isEmpty
        {
            return CalendarWords.weekdays[tokens.words[start - 1].text] == nil
        }
        return ["(", "–", "-", ",", "[", ". ", "|", ";", "/"].contains(between)
            && CalendarWords.weekdays[tokens.words[start - 1].text] == nil && !tokens.says(.meetingWord)
    }

    /// Words say that it is a birthday.
    private func isMarked(_ found: DateReader.Found, in tokens: Tokens) -> Bool {
        let start = found.words.lowerBound
        let before = tokens.words[max(0, start - 3)..<start].map(\.text)
        return before.contains { ["b", "born", "dob", "birth"].contains($0) }
            || Tokens(before.joined(separator: " ")).contains(phrase: "d o b")
    }

    /// Where the name begins that ends shortly before `place`.
    private func nameStart(
        before place: String.Index,
        in text: String,
        after limit: String.Index?,
        isMarked: Bool
    ) -> String.Index? {
        let lower = limit ?? text.startIndex
        let words = text[lower..<place].split(whereSeparator: \.isWhitespace).suffix(14)
        for start in words.indices {
            let word = words[start]
            guard word.first.map({ $0.isUppercase || $0 == "(" }) == true,
                let (name, rest) = ChildName.leading(in: text[word.startIndex..<place]),
                Tokens(String(rest)).count <= (isMarked ? 4 : 0), limit.map({ word.startIndex > $0 }) ?? true,
                limit != nil || name.contains(" ") || rest.hasPrefix(" (") || rest.hasPrefix("(")
            else { continue }
            let before = start > words.startIndex ? Tokens(String(words[start - 1])).key : ""
            if Tokens(before).says(.otherPersonLabel) { continue }
            // "HOLT, Kai": the surname comes first, in capitals.
            if start > words.startIndex, words[start - 1].last == ",", words[start - 1].count > 2,
                words[start - 1].filter(\.isLetter).allSatisfy(\.isUppercase)
            {
                return words[start - 1].startIndex
            }
            return word.startIndex
        }
        return nil
    }

    /// "Strategy meeting: Ottoline Okafor-Byrne", "Note of a strategy meeting concerning Shanice Head".
    private func titled() -> [Child] {
        for passage in titleLines where Tokens(passage.text).says(.meetingWord) {
            for mark in [
                ": ", " – ", " — ", " - ", " re ", " re: ", " concerning ", " about ", " regarding ",
                " in respect of ", " for ", " on ", ", ",
            ] {
                guard let range = passage.text.firstRange(ofText: mark),
                    let (name, rest) = ChildName.leading(in: passage.text[range.upperBound...]),
                    name.contains(" ") || ChildName.isUnborn(name),
                    rest.isBlank || rest.first != " " || rest.hasPrefix(" ("),
                    ChildName.isUnborn(name) || isSpokenOf(name, besides: passage.place)
                else { continue }
                return [ChildEntry.child(named: ChildName.written(name), details: String(rest))]
            }
        }
        return []
    }

    private var titleLines: [Outline.OpeningLine] {
        let headings = outline.bodyPassages.prefix(8).filter(\.isHeading)
            .map { Outline.OpeningLine(place: $0.place, text: $0.text) }
        return headings + outline.opening.prefix(6)
            + outline.passages.filter { $0.zone == .header }.map { .init(place: $0.place, text: $0.text) }
    }

    /// Children are called by their first names in the text; places and teams have none.
    private func isSpokenOf(_ name: String, besides place: String) -> Bool {
        guard let forename = ChildName.written(name).split(separator: " ").first else { return false }
        let first = Tokens(String(forename)).key
        let initial = first.prefix(1)
        return outline.passages.contains { passage in
            passage.place != place
                && (passage.tokens.contains(phrase: first) || passage.tokens.contains(String(initial)))
        }
    }

    /// "Shanice Head, who was born on 21 May 2011", "the unborn baby of Hannah Threlfall".
    private func told() -> [Child] {
        var children: [Child] = []
        for passage in outline.bodyPassages
        where passage.section == nil || passage.section == .reason || passage.isHeading {
            // "Mother: Jade Holt, DOB 12.03.98"
            if passage.label.map({ Tokens($0).says(.otherPersonLabel) }) == true { continue }
            for sentence in passage.sentences {
                if let unborn = unborn(in: sentence.text) {
                    children.append(unborn)
                } else if sentence.says(.childSentence) {
                    children += born(in: sentence.text)
                }
            }
        }
        let named = children.filter { !Tokens($0.name).contains("of") }
        return named.isEmpty ? children : named
    }

    /// "about the unborn baby of Hannah Threlfall", "Unborn Baby Threlfall".
    private func unborn(in sentence: String) -> Child? {
        guard let range = sentence.firstRange(ofWords: "unborn") else { return nil }
        var name: [Substring] = []
        for word in sentence[range.lowerBound...].split(separator: " ") {
            let isName =
                word.first?.isUppercase == true || ["baby", "child", "of"].contains(word.lowercased())
            guard isName || name.isEmpty else { break }
            name.append(word)
            if let last = word.last, ",.;:)".contains(last) { break }
        }
        guard name.count >= 2, name.last?.first?.isUppercase == true, name.last?.lowercased() != "baby" else {
            return nil
        }
        var child = Child(name: name.joined(separator: " ").bare)
        child.reference = CaseReference.mention(in: sentence)
        return child
    }
}

extension Outline {
    /// A line of the document with its labels and values together again.
    struct OpeningLine {
        var place: String
        var text: String
    }

    /// The lines before the first part of the record.
    var opening: [OpeningLine] {
        var lines: [OpeningLine] = []
        let head = bodyPassages.prefix(16).prefix {
            $0.section == nil || $0.isHeading && $0.section == .present
                || $0.label != nil && [.chair, .minuteTaker].contains($0.section)
        }
        for passage in head where passage.section == nil {
            let text = passage.label.flatMap { $0 == "cell" ? nil : "\($0): \(passage.text)" } ?? passage.text
            if let last = lines.last, last.place == passage.place, passage.label != "cell" {
                lines[lines.count - 1].text += ", " + text
            } else {
                lines.append(OpeningLine(place: passage.place, text: text))
            }
        }
        return lines
    }
}
