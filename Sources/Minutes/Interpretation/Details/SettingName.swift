/// Finds the name of a school or other setting, as it is written, without the year group.
enum SettingName {
    /// The name behind a label of the setting; "" where the words say that there is none, `nil` where they name none.
    static func value(in text: String) -> String? {
        let line = (text.split(separator: "\n").first { !$0.trimmed.isEmpty }).map(String.init) ?? text
        let sentence = line.sentences.first ?? ""
        if sentence.isBlank || Tokens(sentence).isEmpty { return "" }
        // "At: 4.10pm" tells when.
        if TimeReader.time(in: sentence, isLabelled: false) != nil, !Tokens(sentence).says(.settingWord) {
            return nil
        }
        // "Pre-school: Sam said that she is happy" tells what the school said.
        if isTold(sentence) { return nil }
        let parts = sentence.parts { ",;·|".contains($0) }.filter { !isAside($0) }
        guard let first = parts.first else { return "" }
        let name = withoutLead(withoutBrackets(first)).trimmedYearGroup.bare
        let tokens = Tokens(name)
        if tokens.isEmpty || tokens.says(.noSetting) { return "" }
        if Tokens(sentence).says(.noSetting), !tokens.says(.settingWord) { return "" }
        guard name.count <= 90 else { return mention(in: text) }
        return name
    }

    /// A sentence or somebody's initials, not a name.
    private static func isTold(_ text: String) -> Bool {
        let tokens = Tokens(text)
        if tokens.says(.noSetting) || tokens.says(.settingLead) { return false }
        if tokens.count == 1, text.bare.count <= 3, !tokens.says(.settingWord) {
            return text.bare.allSatisfy(\.isUppercase)
        }
        return tokens.says(.sentenceWord) && tokens.count >= 4
            || text.first?.isLowercase == true && !tokens.says(.settingWord)
                && (tokens.count >= 3 || text.contains(where: \.isNumber))
    }

    /// The first school named in running text: "a pupil at Hollin Bank Primary School", "…, Moorgate High School".
    static func mention(in text: String) -> String? {
        var current: [Substring] = []
        var best: String?
        func close() {
            if best == nil, let index = current.lastIndex(where: { heads.contains(PersonName.folded($0)) }),
                index > 0 || PersonName.folded(current[index]).count > 12
            {
                best = current[..<ending(current, after: index)].joined(separator: " ").bare
            }
            current = []
        }
        for word in text.split(whereSeparator: \.isWhitespace) {
            let core = word.trimmingEdges(",;:()[]·|").drop { $0 == "." }
            let joins =
                ["of", "the", "and", "&", "in", "for"].contains(core.lowercased()) && !current.isEmpty
            if core.first?.isUppercase == true || joins {
                current.append(core.last == "." && !isAbbreviation(core) ? core.dropLast() : core)
                if let last = word.last, ",;:)]·|".contains(last) || last == "." && !isAbbreviation(core) {
                    close()
                }
            } else {
                close()
            }
        }
        close()
        return best.map { withoutLead($0) }
    }

    /// "for Girls" and "of Further Education" go on with the name.
    private static func ending(_ words: [Substring], after head: Int) -> Int {
        let next = head + 1
        guard words.indices.contains(next + 1), ["for", "of"].contains(words[next].lowercased()) else {
            return next
        }
        let rest = words[(next + 1)...].prefix { $0.first?.isUppercase == true }
        return rest.isEmpty ? next : next + 1 + rest.count
    }

    private static let heads: Set<String> = [
        "school", "academy", "college", "nursery", "preschool", "pre-school", "primary", "unit", "high",
        "kindergarten", "playgroup", "juniors", "infants", "schools", "pru",
    ]

    /// "St.", "C." and "E." end no name.
    private static func isAbbreviation(_ word: Substring) -> Bool {
        let core = word.prefix { $0 != "." }
        return core.count == 1 || core.lowercased() == "st" || word.dropLast().contains(".")
    }

    /// A year group, an age, hours, or what else is told beside a school's name.
    private static func isAside(_ part: String) -> Bool {
        let tokens = Tokens(part)
        guard let first = tokens.words.first?.text else { return true }
        if ["year", "yr", "reception", "class", "key", "age", "aged", "form"].contains(first) {
            return !tokens.says(.settingWord)
        }
        return first.count <= 3 && first.hasPrefix("y") && Int(first.dropFirst()) != nil
            || Int(first) != nil && tokens.count <= 3
    }

    /// Without brackets, unless they say of what kind the school is: "Lower Mead School (special)".
    private static func withoutBrackets(_ text: String) -> String {
        guard let open = text.firstIndex(of: "(") else { return text }
        if let close = text[open...].firstIndex(of: ")"),
            Tokens(String(text[open...close])).isAll(.settingKind)
        {
            return String(text[...close])
        }
        return String(text[..<open])
    }

    private static func withoutLead(_ text: String) -> String {
        let tokens = Tokens(text)
        let lead = Cues.builtIn.phrases(of: .settingLead).longestMatch(in: tokens, at: 0)
        guard lead > 0, lead < tokens.count else { return text }
        return String(text[tokens.words[lead].range.lowerBound...])
    }
}
