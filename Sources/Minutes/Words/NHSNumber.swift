/// A person's NHS number: ten digits, the last of which is a check digit (NHS Data Dictionary, "NHS NUMBER").
enum NHSNumber {
    /// Whether the number is one, blanks and hyphens apart; `nil` where the text holds no number of about that length.
    static func isValid(_ text: some StringProtocol) -> Bool? {
        let digits = text.filter { !$0.isWhitespace && $0 != "-" && $0 != "‑" }.compactMap(\.wholeNumberValue)
        guard digits.count == text.count(where: { !$0.isWhitespace && $0 != "-" && $0 != "‑" }),
            (8...12).contains(digits.count)
        else { return nil }
        guard digits.count == 10, let last = digits.last else { return false }
        let sum = digits.dropLast().enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
        let check = (11 - sum % 11) % 11
        return check < 10 && check == last
    }
}
