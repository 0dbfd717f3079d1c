extension String {
    /// "S T R A T E G Y   M E E T I N G" as words; any other text as it is.
    var withoutLetterSpacing: String {
        let letters = split(separator: " ", omittingEmptySubsequences: true)
        guard letters.count >= 5, letters.allSatisfy({ $0.count == 1 }),
            letters.allSatisfy({ $0.first?.isUppercase == true || $0.first?.isNumber == true })
        else { return self }
        var words: [String] = []
        var current = ""
        var gap = 0
        for character in self {
            if character == " " || character == "\u{A0}" {
                gap += 1
                continue
            }
            if gap > 1 {
                words.append(current)
                current = ""
            }
            gap = 0
            current.append(character)
        }
        words.append(current)
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
