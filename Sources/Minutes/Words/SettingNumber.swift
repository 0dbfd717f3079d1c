/// A school's or other setting's URN: six digits without a check digit (DfE, "Get information about schools").
enum SettingNumber {
    /// Whether the number can be one; `nil` where the text is no number.
    static func isValid(_ text: some StringProtocol) -> Bool? {
        let digits = text.filter { !$0.isWhitespace }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return digits.count == 6 && digits.first != "0"
    }
}
