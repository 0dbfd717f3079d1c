import Foundation
import TestSupport

@testable import Reading

/// The shipped template, filled in as Word does it: a field that is typed into loses its placeholder.
struct FilledTemplate {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Config/templates")

    private static let parts = [
        "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml",
        "word/settings.xml", "word/header1.xml", "word/footer1.xml", "word/glossary/document.xml",
    ]

    private var body: String
    private let others: [ZipFile.Entry]

    static func bytes(_ name: String = "strategy-minutes.docx") throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    init() throws {
        let archive = try ZipArchive(Self.bytes(), limits: ReadingLimits())
        func text(_ name: String) throws -> String {
            try archive.contents(of: name).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        body = try text("word/document.xml")
        others = try Self.parts.map { ZipFile.Entry(name: $0, data: Array(try text($0).utf8)) }
    }

    var bytes: [UInt8] {
        ZipFile(entries: others + [ZipFile.Entry(name: "word/document.xml", data: Array(body.utf8))]).bytes
    }

    /// Types into the field; "" leaves its placeholder.
    mutating func type(_ text: String, into tag: String) { body = Self.typing(text, into: tag, in: body) }

    mutating func tick(_ tag: String) { body = Self.ticking(tag, in: body) }

    /// Makes one row for each of `rows` out of the row that repeats: what to type by field, "✓" for a tick.
    mutating func fill(_ section: String, _ rows: [[String: String]]) {
        guard let mark = body.range(of: "<w:tag w:val=\"\(section)\"/>"),
            let item = Self.element("w:sdt", at: "<w15:repeatingSectionItem/>", in: body[mark.upperBound...])
        else { return }
        let row = String(body[item])
        let filled = rows.map { values in
            values.reduce(row) { row, value in
                value.value == "✓"
                    ? Self.ticking(value.key, in: row) : Self.typing(value.value, into: value.key, in: row)
            }
        }
        body.replaceSubrange(item, with: filled.isEmpty ? row : filled.joined())
    }

    private static func typing(_ text: String, into tag: String, in xml: String) -> String {
        guard !text.isEmpty, let field = element("w:sdt", at: "<w:tag w:val=\"\(tag)\"/>", in: xml[...]),
            let content = xml[field].range(of: "<w:sdtContent>"),
            let end = xml[field].range(of: "</w:sdtContent>", options: .backwards)
        else { return xml }
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let lines = escaped.split(separator: "\n").joined(separator: "</w:t><w:br/><w:t>")
        var typed = xml
        typed.replaceSubrange(content.upperBound..<end.lowerBound, with: "<w:r><w:t>\(lines)</w:t></w:r>")
        if let placeholder = typed[field.lowerBound...].range(of: "<w:showingPlcHdr/>") {
            typed.removeSubrange(placeholder)
        }
        return typed
    }

    private static func ticking(_ tag: String, in xml: String) -> String {
        guard let field = element("w:sdt", at: "<w:tag w:val=\"\(tag)\"/>", in: xml[...]) else { return xml }
        var ticked = xml
        ticked.replaceSubrange(
            field,
            with: xml[field].replacing("<w14:checked w14:val=\"0\"/>", with: "<w14:checked w14:val=\"1\"/>")
                .replacing("☐", with: "☒")
        )
        return ticked
    }

    /// The innermost element of that name around a mark.
    private static func element(_ name: String, at mark: String, in xml: Substring) -> Range<String.Index>? {
        guard let mark = xml.range(of: mark),
            let start = xml[..<mark.lowerBound].range(of: "<\(name)>", options: .backwards)?.lowerBound
        else { return nil }
        var depth = 1
        var rest = mark.upperBound
        while depth > 0, let end = xml[rest...].range(of: "</\(name)>") {
            depth += xml[rest..<end.lowerBound].components(separatedBy: "<\(name)>").count - 1
            depth -= 1
            rest = end.upperBound
        }
        return depth == 0 ? start..<rest : nil
    }
}
