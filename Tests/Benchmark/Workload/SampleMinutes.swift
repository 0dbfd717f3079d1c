import CZip
import Foundation

/// Word documents like a council's: one of the samples, made longer and about another child each time.
struct SampleMinutes {
    static let setting = "Moorgate High School"
    private static let words = 500
    private let template: URL
    private let xml: String
    private let paragraphs: String

    /// Reads the sample; the project's folder must be the current one.
    init() throws {
        template = URL(filePath: "Tests/Samples/02-planned-tick-grid-approved.docx")
        guard FileManager.default.fileExists(atPath: template.path) else {
            throw NotMeasured(description: "\(template.path) is not there. Run this in the project's folder.")
        }
        xml = try Self.withArchive(at: template) { try Self.document(in: $0) }
            .replacing(">Early Help<", with: ">Children’s Social Care<")
            .replacing("Family Support Worker, Moorfold Family Hub", with: "Social Worker")
        guard let start = Self.paragraph(of: ">Police:<", in: xml),
            let end = Self.paragraph(of: ">Early Help:<", in: xml)
        else { throw NotMeasured(description: "The sample has other sections than the benchmark knows.") }
        paragraphs = String(xml[start..<end])
    }

    /// Writes minutes of their own meeting; what the agencies said is repeated until there are so many pages.
    func write(_ number: Int, pages: Int = 5, to file: URL) throws {
        var text = xml.replacing("388140", with: "\(500_000 + number)")
        guard let place = Self.paragraph(of: ">Early Help:<", in: text) else { return }
        let missing = pages * Self.words - Self.wordCount(xml)
        let copies = max(0, missing / max(1, Self.wordCount(paragraphs)))
        text.insert(contentsOf: String(repeating: paragraphs, count: copies), at: place)
        try FileManager.default.copyItem(at: template, to: file)
        try Self.replaceDocument(in: file, with: Array(text.utf8))
    }

    private static func paragraph(of mark: String, in xml: String) -> String.Index? {
        xml.range(of: mark).flatMap {
            xml.range(of: "<w:p>", options: .backwards, range: xml.startIndex..<$0.lowerBound)
        }?
        .lowerBound
    }

    private static func wordCount(_ xml: String) -> Int {
        xml.replacing(#/<[^>]*>/#, with: " ").split(whereSeparator: \.isWhitespace).count
    }

    // MARK: The container

    private static let part = "word/document.xml"

    private static func withArchive<Result>(at file: URL, _ body: (OpaquePointer) throws -> Result) throws
        -> Result
    {
        var code: Int32 = 0
        guard let archive = zip_open(file.path, 0, &code) else {
            throw NotMeasured(description: "\(file.lastPathComponent) is not a zip file (\(code)).")
        }
        do {
            let result = try body(archive)
            guard zip_close(archive) == 0 else {
                zip_discard(archive)
                throw NotMeasured(description: "\(file.lastPathComponent) could not be written.")
            }
            return result
        }
    }

    private static func document(in archive: OpaquePointer) throws -> String {
        var status = zip_stat_t()
        guard zip_stat(archive, part, 0, &status) == 0, let entry = zip_fopen(archive, part, 0) else {
            throw NotMeasured(description: "The sample has no \(part).")
        }
        defer { zip_fclose(entry) }
        var bytes = [UInt8](repeating: 0, count: Int(status.size))
        guard zip_fread(entry, &bytes, status.size) == Int64(bytes.count) else {
            throw NotMeasured(description: "The sample could not be read.")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func replaceDocument(in file: URL, with bytes: [UInt8]) throws {
        // libzip reads the bytes only when it closes the archive.
        try bytes.withUnsafeBufferPointer { buffer in
            try withArchive(at: file) { archive in
                let place = zip_name_locate(archive, part, 0)
                let source = zip_source_buffer(archive, buffer.baseAddress, UInt64(buffer.count), 0)
                guard place >= 0, source != nil, zip_file_replace(archive, UInt64(place), source, 0) == 0
                else {
                    throw NotMeasured(description: "A document could not be made.")
                }
            }
        }
    }
}
