package import Foundation
package import Minutes

/// What of a mail may be sent on as the minutes: the attached document, or the body without what is quoted below it.
///
/// A mail as it was dropped never leaves: its covering note, its addresses and older mail may be about another child.
package struct DistributableDocument: Codable, Equatable, Sendable {
    package var bytes: Data
    /// The bytes are a text made of the body; otherwise they are the attached document as it was.
    package var isText: Bool

    /// `nil` where the file itself is the document.
    ///
    /// - Throws: `ReadingError`, as reading the same file did.
    package static func of(
        _ file: [UInt8],
        read document: Document,
        limits: ReadingLimits = ReadingLimits()
    ) throws(ReadingError) -> DistributableDocument? {
        guard case .mail = try FormatDetection.format(file) else { return nil }
        let contents = try MailContents(file, limits: limits)
        if let attached = contents.documents.first {
            return DistributableDocument(bytes: Data(attached), isText: false)
        }
        return DistributableDocument(bytes: Data(text(of: document.blocks).utf8), isText: true)
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
