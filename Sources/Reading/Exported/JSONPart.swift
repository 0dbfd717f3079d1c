import Foundation

/// One value of a JSON file with its path, which says what is wrong with it.
struct JSONPart {
    private let value: Any?
    /// For people: "participants, entry 3, evidence".
    let path: String

    /// - Throws: `damaged` where the bytes are no JSON.
    static func root(_ text: String) throws(ReadingError) -> JSONPart {
        do {
            return JSONPart(value: try JSONSerialization.jsonObject(with: Data(text.utf8)), path: "")
        } catch {
            throw .damaged
        }
    }

    private init(value: Any?, path: String) {
        self.value = value is NSNull ? nil : value
        self.path = path
    }

    var isMissing: Bool { value == nil }
    var isObject: Bool { value is [String: Any] }

    /// The value of a key; a missing one is like null.
    subscript(key: String) -> JSONPart {
        let object = value as? [String: Any]
        return JSONPart(value: object?[key], path: path.isEmpty ? key : "\(path), \(key)")
    }

    /// Keys of an object in their order; none where it is missing.
    func keys() throws(ReadingError) -> [String] {
        guard let value else { return [] }
        guard let object = value as? [String: Any] else { throw mistake("an object") }
        return object.keys.sorted()
    }

    /// The entries of a list; none where it is missing.
    func entries() throws(ReadingError) -> [JSONPart] {
        guard let value else { return [] }
        guard let list = value as? [Any] else { throw mistake("a list") }
        return list.enumerated().map { JSONPart(value: $1, path: "\(path), entry \($0 + 1)") }
    }

    /// One line: a line break or another control character in a name is a blank.
    func text() throws(ReadingError) -> String? {
        guard let value else { return nil }
        guard let text = value as? String else { throw mistake("a text") }
        return JSONPart.oneLine(text).trimmedOfSpace
    }

    private static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isBreak) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isBreak(scalar) ? " " : scalar) }
        return String(scalars)
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
            || scalar.value == 0x2029
    }

    /// One of the words that there are for it.
    func word<Word>(
        _ kind: Word.Type
    ) throws(ReadingError) -> Word? where Word: RawRepresentable<String> & CaseIterable {
        guard let text = try text() else { return nil }
        guard let word = Word(rawValue: text) else {
            throw mistake("one of " + kind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    /// What is wrong with it; the value itself may be personal and is not said.
    func mistake(_ expected: String) -> ReadingError {
        ReadingError(
            .damaged,
            "The record in this JSON file has a mistake at \"\(path)\": expected is \(expected). Correct it and drop the "
                + "file again."
        )
    }
}
