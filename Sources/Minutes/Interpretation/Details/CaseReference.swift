/// Finds the number under which the council keeps the child's case.
enum CaseReference {
    /// The value behind a label of the reference: "402188", "RIB/CSC/20931", "NM 30-5512".
    static func value(in text: String) -> String? {
        let line = text.replacingNewlines.bare
        guard !line.isBlank else { return nil }
        if let mentioned = mention(in: line) { return mentioned }
        let words = line.split { $0.isWhitespace || ",;()".contains($0) }
        for (index, word) in words.enumerated() {
            let next = words.indices.contains(index + 1) ? words[index + 1] : nil
            if let code = code(word, next: next, minimumDigits: 1) {
                return joined(code, words[(index + 1)...])
            }
            // Words before the number are part of the label, sentences are not.
            guard index < 2, word.count <= 12 else { return nil }
        }
        return nil
    }

    /// A reference that its own words announce, anywhere in the text: "LCS 418801", "client number 55-02918".
    static func mention(in text: String) -> String? {
        let tokens = Tokens(text)
        var position = 0
        while position < tokens.count {
            let other = Cues.builtIn.phrases(of: .otherIdentifier).longestMatch(in: tokens, at: position)
            if other > 0 {
                position += other
                // The number itself is skipped as well.
                while let word = tokens.text(at: position), CalendarWords.number(word) != nil {
                    position += 1
                }
                continue
            }
            guard let run = ReferenceWords.run(in: tokens, at: position) ?? lone(tokens, position),
                let last = tokens.words[run].last
            else {
                position += 1
                continue
            }
            // In "EHM-99120" the system's letters belong to the number.
            let rest = text[last.range.upperBound...]
            let isJoined =
                rest.first.map { "-/".contains($0) } == true && rest.dropFirst().first?.isNumber == true
            if !isJoined, let found = following(rest) { return found }
            position = run.upperBound
        }
        return nil
    }

    /// A word that is enough where the number follows at once: "file 30-1187".
    private static func lone(_ tokens: Tokens, _ position: Int) -> Range<Int>? {
        ["no", "number", "file", "case", "record"].contains(tokens.words[position].text)
            ? position..<(position + 1) : nil
    }

    private static func following(_ rest: Substring) -> String? {
        var rest = rest.drop { $0.isWhitespace || ".:#=-–—".contains($0) }
        if rest.hasPrefix("is ") { rest = rest.dropFirst(3) }
        let words = rest.prefix(40).split(omittingEmptySubsequences: true) {
            $0.isWhitespace || ",;()|".contains($0)
        }
        guard let first = words.first else { return nil }
        let found = code(first, next: words.dropFirst().first, minimumDigits: 3)
        // "771 209": groups of three digits are one number.
        if let found, found.count == 3, found.allSatisfy(\.isNumber) {
            let groups = words.dropFirst().prefix { $0.count == 3 && $0.allSatisfy(\.isNumber) }
            return ([found] + groups.map(String.init)).joined(separator: " ")
        }
        return found
    }

    /// A number without a label that stands among a child's particulars: "PM-61120", "PV 30441", "77-40412".
    static func unlabelled(in text: String) -> String? {
        let words = text.split { $0.isWhitespace || ",;()|·".contains($0) }
        for (index, word) in words.enumerated() {
            let next = words.indices.contains(index + 1) ? words[index + 1] : nil
            let before = index > 0 ? PersonName.folded(words[index - 1]) : ""
            guard !["nhs", "upn", "urn", "tel", "phone", "log", "no", "lado"].contains(before) else {
                continue
            }
            if let code = code(word, next: next, minimumDigits: word.contains(where: \.isLetter) ? 3 : 5) {
                return code
            }
        }
        return nil
    }

    /// The code that `word` is or begins; letters in capitals before the number belong to it.
    private static func code(_ word: Substring, next: Substring?, minimumDigits: Int) -> String? {
        let code = word.trimmingCharactersIn(".:,;#)(-–")
        if isCode(code, minimumDigits: minimumDigits) { return code }
        guard let next, (1...5).contains(code.count), code.allSatisfy({ $0.isUppercase || $0.isNumber }),
            code.first?.isUppercase == true, !isLabelWord(code)
        else { return nil }
        let number = next.trimmingCharactersIn(".:,;#)(")
        guard isCode(number, minimumDigits: max(3, minimumDigits)), number.first?.isNumber == true else {
            return nil
        }
        return "\(code) \(number)"
    }

    /// "402 188": groups of digits alone go on.
    private static func joined(_ code: String, _ rest: ArraySlice<Substring>) -> String {
        guard code.allSatisfy(\.isNumber), rest.allSatisfy({ $0.allSatisfy(\.isNumber) }), rest.count <= 3
        else { return code }
        return ([code] + rest.map(String.init)).joined(separator: " ")
    }

    /// "PID" in "PID 71120" announces the number and is no part of it.
    private static func isLabelWord(_ word: String) -> Bool {
        let key = word.lowercased()
        return ReferenceWords.systems.contains(key) || key.hasSuffix("id")
            || ["no", "ref", "dob", "nhs", "upn", "urn", "tel", "edd", "year", "yr"].contains(key)
    }

    private static func isCode(_ word: String, minimumDigits: Int) -> Bool {
        let digits = word.count(where: \.isNumber)
        guard digits >= minimumDigits, word.count <= 24,
            word.allSatisfy({ $0.isLetter || $0.isNumber || "-/._‑".contains($0) }),
            word.allSatisfy({ !$0.isLowercase }) || digits * 2 >= word.count,
            DateReader.dates(in: Tokens(word), year: { _ in 2024 }).isEmpty || word.allSatisfy(\.isNumber),
            TimeReader.time(in: word, isLabelled: false) == nil
        else { return false }
        return true
    }
}
