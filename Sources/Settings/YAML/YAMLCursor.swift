import Foundation
import Yams

/// One value of a configuration file, with its place and its key, read as the type that is wanted there.
///
/// A reading that fails is in the report with its place, and returns `nil`.
struct YAMLCursor {
    let node: Node
    /// The key with those above it, such as `mail.relay`.
    let path: String
    let document: YAMLDocument

    func refuse(_ found: String, expected: String, remedy: String = "") {
        let text = "\(found); expected \(expected)" + (remedy.isEmpty ? "" : "; \(remedy)")
        document.refuse(node.mark, key: path, text)
    }

    /// Reports a combination of values that cannot be.
    func refuse(because text: String) { document.refuse(node.mark, key: path, text) }

    func warn(_ text: String) { document.warn(node.mark, key: path, text) }

    /// The text of a value as it stands in the file, whatever type YAML would give it: `no`, `12:30` and `007` are texts.
    func string(_ expected: String = "a text", limit: Int = 500) -> String? {
        guard let scalar = node.scalar, !isEmpty else { return refuseType(expected) }
        let text = scalar.string
        guard !text.trimmingCharacters(in: .whitespaces).isEmpty else { return refuseType(expected) }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            refuse("the text holds line breaks or tabs", expected: expected, remedy: "write it on one line")
            return nil
        }
        guard text.unicodeScalars.count <= limit else {
            refuse("the text is longer than \(limit) characters", expected: expected, remedy: "shorten it")
            return nil
        }
        return text
    }

    func boolean() -> Bool? {
        switch plainText {
        case "true": true
        case "false": false
        default: refuseType("true or false")
        }
    }

    func integer(in range: ClosedRange<Int>) -> Int? {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        // Digits only, so that YAML's octal, hexadecimal and base-60 numbers never count as something else.
        guard let text = plainText, text.utf8.allSatisfy({ (48...57).contains($0) }),
            text == "0" || !text.hasPrefix("0"), let number = Int(text), range.contains(number)
        else { return refuseType(expected) }
        return number
    }

    /// Seconds, of a text such as `5s`, `1m`, `4h` or `2d`.
    func duration(in range: ClosedRange<TimeInterval>) -> TimeInterval? {
        let limits = "\(DurationText.text(range.lowerBound)) to \(DurationText.text(range.upperBound))"
        guard let text = plainText, let seconds = DurationText.seconds(text), range.contains(seconds) else {
            return refuseType("a duration from \(limits), such as 5s, 1m, 4h or 2d")
        }
        return seconds
    }

    func choice<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> Value?
    where Value.RawValue == String {
        let words = Value.allCases.map(\.rawValue)
        guard let text = plainText, let value = Value(rawValue: text) else {
            let near = plainText.flatMap { Spelling.nearest(to: $0, in: words) }
            refuse(
                foundText,
                expected: "one of \(words.joined(separator: ", "))",
                remedy: near.map { "did you mean '\($0)'?" } ?? ""
            )
            return nil
        }
        return value
    }

    func items(_ expected: String) -> [YAMLCursor]? {
        guard case .sequence(let sequence) = node else { return refuseType("a list of \(expected)") }
        return sequence.enumerated().map { index, item in
            YAMLCursor(node: item, path: "\(path)[\(index + 1)]", document: document)
        }
    }

    func section(_ expected: String) -> YAMLSection? {
        guard case .mapping(let mapping) = node else { return refuseType("keys and values: \(expected)") }
        return YAMLSection(cursor: self, mapping: mapping)
    }

    var isList: Bool { node.sequence != nil }

    /// The keys of a section, whatever their values are.
    var names: [String] { node.mapping?.keys.compactMap(\.scalar?.string) ?? [] }

    /// A path, absolute or from the folder of its own file.
    func filePath(_ expected: String) -> String? {
        guard let text = string(expected, limit: 4000) else { return nil }
        guard !text.hasPrefix("~") else {
            refuse("the path begins with ~", expected: expected, remedy: "write it out, from / on")
            return nil
        }
        return URL(filePath: text, relativeTo: document.folder).standardizedFileURL.path
    }

    /// What was found, for messages; never for values that may be personal or secret.
    var foundText: String {
        switch node {
        case .mapping: "found keys and values"
        case .sequence: "found a list"
        case .alias: "found an alias"
        case .scalar(let scalar):
            isEmpty ? "nothing is written here" : "found '\(scalar.string.prefix(40))'"
        }
    }

    private var isEmpty: Bool {
        guard let scalar = node.scalar else { return false }
        return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            || scalar.string.isEmpty
    }

    private var plainText: String? { isEmpty ? nil : node.scalar?.string }

    private func refuseType<Value>(_ expected: String) -> Value? {
        refuse(
            foundText,
            expected: expected,
            remedy: isEmpty ? "write a value or delete the line" : ""
        )
        return nil
    }
}
