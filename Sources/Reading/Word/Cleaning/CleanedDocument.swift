package import Foundation
package import Minutes

/// A copy of the minutes that may be sent in place of the document: without what a reader of its pages would not see.
package struct CleanedDocument: Codable, Equatable, Sendable {
    package var bytes: Data
    /// What the document had and the copy has not.
    package var removed: [Document.Trace]

    /// Makes the copy, and reads it again: its pages say word for word what the document's say, and nothing else is in it.
    ///
    /// Of a mail it is the attached document that is cleaned, since nothing else of it would be sent.
    ///
    /// - Throws: `ReadingError`, `.notCleanable` for what no such copy can be made of.
    package static func of(
        _ file: [UInt8],
        read document: Document,
        limits: ReadingLimits = ReadingLimits()
    ) throws(ReadingError) -> CleanedDocument {
        let part = try DistributableDocument.of(file, read: document, limits: limits)
        guard !part.isRewritten else { throw .rewrittenAnyway }
        let bytes = part.bytes.map { [UInt8]($0) } ?? file
        guard document.format == .docx, case .zip = try FormatDetection.format(bytes) else {
            throw .notCleanable("only Word documents (.docx) can be cleaned")
        }
        let cleaned = try WordCleaner.clean(try ZipArchive(bytes, limits: limits), limits: limits)
        let again: Document
        do throws(ReadingError) {
            again = try readDocument(cleaned, limits: limits)
        } catch {
            throw .notCleanable("the copy could not be read")
        }
        guard again.pages == document.pages else {
            throw .notCleanable("what is unseen and what is seen could not be told apart for certain")
        }
        guard again.traces.allSatisfy({ $0.kind == .webHidden }) else {
            throw .notCleanable("not all of it could be taken out")
        }
        return CleanedDocument(
            bytes: Data(cleaned),
            removed: document.traces.filter { $0.kind != .webHidden }
        )
    }
}

extension Document {
    /// What its pages show, without the places, which count what is removed as well.
    var pages: [[Block]] { [headers.shown, blocks.shown, footers.shown] }
}

extension [Block] {
    /// The blocks that show something, with nothing but what they show.
    fileprivate var shown: [Block] {
        compactMap { block in
            func shown(_ line: Line) -> Line? { line.text.isEmpty ? nil : Line(line.text) }
            let content: Block.Content? =
                switch block.content {
                case .heading(let level, let line): shown(line).map { .heading(level: level, $0) }
                case .paragraph(let line): shown(line).map { .paragraph($0) }
                case .listItem(let level, let line): shown(line).map { .listItem(level: level, $0) }
                case .table(let table): .table(table.shown)
                }
            return content.map { Block(place: "", content: $0) }
        }
    }
}

extension Table {
    fileprivate var shown: Table {
        var table = self
        for row in table.rows.indices {
            for cell in table.rows[row].cells.indices {
                table.rows[row].cells[cell].blocks = table.rows[row].cells[cell].blocks.shown
            }
        }
        return table
    }
}
