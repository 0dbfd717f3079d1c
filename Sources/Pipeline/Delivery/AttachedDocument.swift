import Foundation

/// The document as it leaves: bytes, ending and media type.
struct AttachedDocument: Equatable, Sendable {
    var bytes: Data
    /// Without the dot.
    var ending: String
    var mediaType: String

    /// What the file is comes from its bytes; of plain text only the name can tell Markdown.
    init(_ bytes: Data, fileName: String) {
        self.bytes = bytes
        if Self.isWord(bytes) {
            ending = "docx"
            mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        } else if Self.isPDF(bytes) {
            ending = "pdf"
            mediaType = "application/pdf"
        } else {
            ending = fileName.lowercased().hasSuffix(".md") ? "md" : "txt"
            mediaType = "text/plain"
        }
    }

    /// A zip container: of those, only Word documents are ever taken in.
    static func isWord(_ bytes: Data) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// Some programs put a few bytes of their own before the signature.
    static func isPDF(_ bytes: Data) -> Bool { bytes.prefix(1024).firstRange(of: Data("%PDF-".utf8)) != nil }

    func name(reference: String, version: Int) -> String { "\(reference)-v\(version).\(ending)" }
}
