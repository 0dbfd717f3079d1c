/// Names as text that can be kept in the ledger and turned back into the same bytes.
extension FileName {
    /// Text in which `%`, control characters and bytes that are not UTF-8 stand as `%XX`; the rest is as it was.
    package var escaped: String {
        var text = ""
        var rest = bytes[...]
        while let byte = rest.first {
            let length = Self.scalarLength(at: rest)
            if length == 0 || byte == UInt8(ascii: "%") || byte < 0x20 || byte == 0x7F {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count == 1 ? "0" : "") + digits
                rest = rest.dropFirst()
            } else {
                text += String(decoding: rest.prefix(length), as: UTF8.self)
                rest = rest.dropFirst(length)
            }
        }
        return text
    }

    /// Reads what `escaped` wrote.
    package init?(escaped text: String) {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.count >= 2,
                    let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        self.init(bytes: bytes)
    }

    /// The number of bytes of the character that starts here, or 0 where no valid one does.
    static func scalarLength(at bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first else { return 0 }
        let length =
            switch first {
            case 0x00...0x7F: 1
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        let isValid = length > 0 && String(validating: bytes.prefix(length), as: UTF8.self) != nil
        return isValid ? length : 0
    }
}
