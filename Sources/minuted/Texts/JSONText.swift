import Foundation

/// JSON for programs, one object a line; times are UTC (RFC 3339).
enum JSONText {
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return visible(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    }

    static func lines(_ values: [some Encodable]) throws -> String {
        try values.map { try line($0) }.joined()
    }

    /// Escapes what the encoder leaves: it escapes ASCII controls only.
    ///
    /// Outside of strings JSON is ASCII, so that this changes strings alone.
    private static func visible(_ json: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            if scalar.isUnseen {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result.append(
                        contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
                            .unicodeScalars
                    )
                }
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
