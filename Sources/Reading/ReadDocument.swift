package import Minutes

/// Reads a file into blocks, whatever it is called.
///
/// The limits hold for whatever the file claims about itself, but not for faults in the C libraries underneath: run
/// it in the confined worker.
package func readDocument(
    _ bytes: [UInt8],
    limits: ReadingLimits = ReadingLimits()
) throws(ReadingError) -> Document {
    guard bytes.count <= limits.fileSize else {
        throw .tooLarge("The file is larger than \(limits.fileSize / 1_000_000) MB.")
    }
    let document = try document(bytes, limits: limits)
    guard document.holdsText(within: limits.text) else {
        throw .tooLarge("The document holds more text than any real minutes.")
    }
    return document
}

private func document(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
    switch try FormatDetection.format(bytes) {
    case .zip: return try zipDocument(bytes, limits: limits)
    case .pdf: return try PDFReader.document(bytes, limits: limits)
    case .mail: return try MailReader.document(bytes, limits: limits)
    case .flatOpenDocument: return try OpenDocumentReader.flatDocument(bytes, limits: limits)
    case .flatWord:
        let package = try FlatPackage(bytes, limits: limits)
        return try WordReader.document(.flat(package), limits: limits)
    case .richText: return try RichTextReader.document(bytes, limits: limits)
    case .json: return try ExportedRecordReader.document(bytes, limits: limits)
    case .html: return try HTMLFile.document(bytes, limits: limits)
    case .text: return try textDocument(bytes, limits: limits)
    }
}

/// Reads a zip container that should be a Word document.
private func zipDocument(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
    let archive = try ZipArchive(bytes, limits: limits)
    if archive.contains("[Content_Types].xml") {
        return try WordReader.document(.zip(archive), limits: limits)
    }
    if let type = try archive.contents(of: "mimetype") {
        let type = String(decoding: type, as: UTF8.self)
        // Templates and web pages are texts as well; master documents only refer to others.
        if type.hasPrefix("application/vnd.oasis.opendocument.text"), !type.contains("text-master") {
            return try OpenDocumentReader.document(archive, limits: limits)
        }
        if type.hasPrefix("application/vnd.oasis.opendocument") { throw .unsupported("an OpenDocument file") }
    }
    throw .unsupported("a zip folder")
}

func textDocument(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
    // UTF-16 takes two bytes for most letters; lines of nothing cost memory too.
    guard bytes.count <= 2 * limits.text else {
        throw .tooLarge("The file holds more text than any real minutes.")
    }
    let text = try TextDecoding.text(bytes)
    let isMarkdown = MarkdownReader.isMarkdown(text)
    let blocks =
        try isMarkdown
        ? MarkdownReader.blocks(text, limits: limits) : TextReader.blocks(text, limits: limits)
    guard !blocks.isEmpty else { throw .empty }
    return Document(format: isMarkdown ? .markdown : .text, blocks: blocks)
}
