import Foundation
import Minutes
import Reading
import Testing

/// The sample minutes that lie in `Tests/Samples`.
enum Samples {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Samples")

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    static func document(_ name: String) throws -> Document { try readDocument(bytes(name)) }

    static func names(_ endings: String...) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
    }
}

extension Document {
    /// The tables of the body, without those inside them.
    var tables: [Table] {
        blocks.compactMap { block in
            guard case .table(let table) = block.content else { return nil }
            return table
        }
    }

    var text: String { blocks.map(\.text).joined(separator: "\n") }
}

extension Block {
    var text: String {
        switch content {
        case .heading(_, let line), .paragraph(let line), .listItem(_, let line): line.text
        case .table(let table): table.rows.map(\.text).joined(separator: "\n")
        }
    }

    var line: Line? {
        switch content {
        case .heading(_, let line), .paragraph(let line), .listItem(_, let line): line
        case .table: nil
        }
    }
}

extension Table.Row {
    var text: String { cells.map(\.text).joined(separator: " | ") }
}

extension Table.Cell {
    var text: String { blocks.map(\.text).joined(separator: " / ") }
}

/// The error with which a file is refused, nil if it is read.
func refusal(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> ReadingError? {
    do throws(ReadingError) {
        _ = try readDocument(bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

extension Samples {
    static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn])
    }
}
