import Foundation
import Yams

/// One configuration file, parsed, whose values know their places.
final class YAMLDocument {
    static let maximumBytes = 1_000_000
    /// Aliases are refused by the walk over the tree; this many are too many even to build it, since each can
    /// double what the parser must compare.
    private static let maximumAliases = 16

    let file: String
    let report: YAMLReport
    private let lines: [Substring]

    init(file: String, text: String, report: YAMLReport) {
        self.file = file
        self.report = report
        // A carriage return and a line feed are one Character, so that this also splits the lines of Windows.
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The folder that relative paths start from.
    var folder: URL { URL(filePath: file).deletingLastPathComponent() }

    /// Reads and parses a file; `nil` when that failed, which is then in the report.
    static func open(_ file: String, report: YAMLReport) -> YAMLCursor? {
        report.add(openedFile: file)
        do {
            let text = try read(file)
            return YAMLDocument(file: file, text: text, report: report).root(of: text)
        } catch {
            report.add(error: .init(file: file, line: 1, column: 1, key: "", text: error.sentence))
            return nil
        }
    }

    /// Adds an error at a place, moved inside the file where the parser points past its end.
    func refuse(_ mark: Mark?, key: String, _ text: String) {
        report.add(error: problem(mark, key: key, text))
    }

    func warn(_ mark: Mark?, key: String, _ text: String) {
        report.add(warning: problem(mark, key: key, text))
    }

    /// Where a value stands, as a problem with nothing to say yet.
    func place(of cursor: YAMLCursor) -> ConfigurationProblem {
        problem(cursor.node.mark, key: cursor.path, "")
    }

    private func problem(_ mark: Mark?, key: String, _ text: String) -> ConfigurationProblem {
        let line = min(max(mark?.line ?? 1, 1), max(lines.count, 1))
        let length = lines.isEmpty ? 0 : lines[line - 1].unicodeScalars.count
        let column = min(max(mark?.column ?? 1, 1), length + 1)
        return ConfigurationProblem(file: file, line: line, column: column, key: key, text: text)
    }

    private static func read(_ file: String) throws(UnreadableFile) -> String {
        let url = URL(filePath: file).resolvingSymlinksInPath()
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: url.path),
            let size = attributes[.size] as? NSNumber
        else {
            throw UnreadableFile("the file cannot be found or read; check its name and its permissions")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw UnreadableFile("this is not a file; expected the path of a YAML file")
        }
        guard size.intValue <= maximumBytes else {
            throw UnreadableFile("the file is larger than 1 MB; expected a configuration file")
        }
        guard let bytes = try? Data(contentsOf: url), bytes.count <= maximumBytes else {
            throw UnreadableFile("the file cannot be read; check its permissions")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw UnreadableFile("the file is not in UTF-8; save it in that encoding")
        }
        return text
    }

    private func root(of text: String) -> YAMLCursor? {
        guard isPlainText(text), aliases(in: text) <= Self.maximumAliases else {
            refuse(nil, key: "", "the file holds control characters or YAML aliases; write the values out")
            return nil
        }
        do {
            let parser = try Parser(yaml: text, encoding: .utf8)
            guard let node = try parser.singleRoot() else { return emptyRoot() }
            // The nodes hold their anchors weakly: they are there only as long as the parser is.
            return withExtendedLifetime(parser) {
                isAcceptable(node) ? YAMLCursor(node: node, path: "", document: self) : nil
            }
        } catch let error as YamlError {
            refuse(error)
        } catch {
            refuse(nil, key: "", "the file cannot be read as YAML; check its syntax")
        }
        return nil
    }

    /// A file with nothing but comments: every key then has its default, or is missed by name.
    private func emptyRoot() -> YAMLCursor {
        YAMLCursor(node: Node.mapping(.init([])), path: "", document: self)
    }

    private func isPlainText(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F || "\t\n\r".unicodeScalars.contains($0)
        }
    }

    /// How many words could be aliases, in quotes and comments too.
    private func aliases(in text: String) -> Int {
        var count = 0
        var previous = UInt8(ascii: "\n")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "*"), " \t\r\n[{,".utf8.contains(previous) { count += 1 }
            previous = byte
        }
        return count
    }

    /// Whether the tree is made of plain mappings, lists and values; reports what is not.
    private func isAcceptable(_ node: Node) -> Bool {
        guard node.anchor == nil else {
            refuse(node.mark, key: "", "anchors and aliases (& and *) are not used here; write the value out")
            return false
        }
        switch node {
        case .alias: return false
        case .scalar(let scalar):
            guard ["", "!", "tag:yaml.org,2002:str"].contains(scalar.tag.description) else {
                refuse(node.mark, key: "", "tags (!) are not used here; write the value without one")
                return false
            }
            return true
        case .sequence(let items):
            return items.allSatisfy(isAcceptable)
        case .mapping(let pairs):
            return pairs.allSatisfy { key, value in
                guard key.scalar != nil, key.anchor == nil else {
                    refuse(key.mark, key: "", "a key is not a plain word; expected `key: value`")
                    return false
                }
                return isAcceptable(value)
            }
        }
    }

    private func refuse(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let words = (context.map { $0.text + " " } ?? "") + problem
            refuse(
                mark,
                key: "",
                "the file is not valid YAML here (\(words)); check indentation, quotes and brackets"
            )
        case .duplicatedKeysInMapping(let names, let context):
            let list = names.sorted().map { "'\($0)'" }.joined(separator: ", ")
            refuse(
                context.mark,
                key: names.count == 1 ? names[0] : "",
                "\(list) is written more than once in this part; keep one of them (the rest of this file was not checked)"
            )
        case .memory:
            refuse(nil, key: "", "the file is nested too deeply; expected a few levels only")
        default:
            refuse(nil, key: "", "the file cannot be read as YAML; check its syntax")
        }
    }
}

/// Why a file could not be taken in at all.
private struct UnreadableFile: Error {
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}
