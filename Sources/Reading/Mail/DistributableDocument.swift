package import Foundation
package import Minutes

/// What of a file is sent as the minutes, and what that is.
///
/// A mail as it was dropped never leaves: its covering note, its addresses and older mail may be about another child. What
/// leaves is the attached document, or the body without what is quoted below it. Pages of the web and data do not leave
/// as they were dropped either: they hold what no page shows, and are written anew.
package struct DistributableDocument: Codable, Equatable, Sendable {
    /// `nil` where the file itself is the document, and leaves as it was dropped.
    package var bytes: Data?
    package var kind: FileKind
    /// The bytes were made of what was read, and hold nothing that it does not show.
    package var isRewritten: Bool

    /// `document` is what was read from the file.
    ///
    /// - Throws: `ReadingError`, as reading the same file did.
    package static func of(
        _ file: [UInt8],
        read document: Document,
        limits: ReadingLimits = ReadingLimits()
    ) throws(ReadingError) -> DistributableDocument {
        switch try FormatDetection.format(file) {
        case .mail: return try ofMail(file, read: document, limits: limits)
        case .html, .json: return rewritten(.html, PlainPage.html(of: document))
        case .zip: return itself(try FileKind(ofContainer: file, limits: limits))
        case .flatWord: return itself(.xml)
        case .flatOpenDocument: return itself(.fodt)
        case .richText: return itself(.rtf)
        case .pdf: return itself(.pdf)
        case .text: return itself(.txt)
        }
    }

    private static func ofMail(
        _ file: [UInt8],
        read document: Document,
        limits: ReadingLimits
    ) throws(ReadingError) -> DistributableDocument {
        let contents = try MailContents(file, limits: limits)
        guard let attached = contents.documents.first else {
            return rewritten(.txt, text(of: document.blocks))
        }
        var part = try of(attached, read: document, limits: limits)
        part.bytes = part.bytes ?? Data(attached)
        return part
    }

    /// The file itself, which leaves as it was dropped.
    package static func itself(_ kind: FileKind) -> DistributableDocument {
        DistributableDocument(bytes: nil, kind: kind, isRewritten: false)
    }

    private static func rewritten(_ kind: FileKind, _ text: String) -> DistributableDocument {
        DistributableDocument(bytes: Data(text.utf8), kind: kind, isRewritten: true)
    }

    /// The blocks as plain text with CRLF, for whatever program the recipient has.
    private static func text(of blocks: [Block]) -> String {
        blocks.flatMap(lines).joined(separator: "\r\n") + "\r\n"
    }

    private static func lines(of block: Block) -> [String] {
        switch block.content {
        case .heading(_, let line): ["", line.text]
        case .paragraph(let line): line.text.split(separator: "\n").map(String.init)
        case .listItem(let level, let line): [String(repeating: "  ", count: level) + "- " + line.text]
        case .table(let table):
            table.rows.map { row in
                row.cells.filter { !$0.isContinuation }
                    .map { cell in cell.blocks.flatMap(lines).joined(separator: " ") }
                    .joined(separator: " | ")
            }
        }
    }
}
