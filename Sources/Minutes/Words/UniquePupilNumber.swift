/// A pupil's UPN: a check letter and twelve characters, the last of which is a letter in a temporary one.
///
/// DfE, "Unique pupil numbers (UPNs): a guide for schools and local authorities", section on the check letter.
enum UniquePupilNumber {
    /// The letters of check digits 0 to 22: I, O and S look too much like figures.
    private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")

    /// Whether the number is one; `nil` where the text looks like something else altogether.
    static func isValid(_ text: some StringProtocol) -> Bool? {
        let characters = Array(text.uppercased().filter { !$0.isWhitespace && $0 != "-" })
        guard (11...15).contains(characters.count), let first = characters.first, first.isLetter,
            characters.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return nil }
        guard characters.count == 13 else { return false }
        var sum = 0
        for (offset, character) in characters.enumerated().dropFirst() {
            let isLast = offset == 12
            guard let value = character.wholeNumberValue ?? (isLast ? letters.firstIndex(of: character) : nil)
            else { return false }
            sum += value * (offset + 1)
        }
        return letters[sum % 23] == first
    }
}
