/// Says what a file of an older Office program is, and why it cannot be read as it is.
enum OldOfficeFile {
    /// `oldWord` for a document that a converter may open, another error for all else.
    static func refusal(_ bytes: [UInt8]) -> ReadingError {
        guard let file = CompoundFile(bytes) else { return .damaged }
        let top = file.top
        let names = Set(top.map(\.name))
        if !names.isDisjoint(with: ["EncryptedPackage", "EncryptionInfo"]) { return .encrypted }
        if let stream = top.first(where: { $0.name == "WordDocument" }) { return word(stream, in: file) }
        if !names.isDisjoint(with: ["Workbook", "Book"]) { return .unsupported("an Excel workbook") }
        if names.contains("PowerPoint Document") { return .unsupported("a PowerPoint presentation") }
        if names.contains("__properties_version1.0") {
            return .unsupported("a message saved from Outlook (.msg)")
        }
        return .unsupported("a file of an old Office program")
    }

    private static func word(_ stream: CompoundFile.Entry, in file: CompoundFile) -> ReadingError {
        // [MS-DOC] 2.5.2: what the document is, and a word of flags ten bytes in.
        guard let head = file.beginning(of: stream).map(Array.init), head.count >= 12,
            head[0] == 0xEC || head[0] == 0xDC, head[1] == 0xA5
        else { return .damaged }
        let flags = Int(head[10]) | Int(head[11]) << 8
        if flags & 0x0100 != 0 { return .encrypted }
        // Names of storages for macros: [MS-OVBA] 2.2.1.
        let macros: Set<String> = ["_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros"]
        if file.entries.contains(where: { macros.contains($0.name) }) { return .macros }
        if flags & 0x0004 != 0 { return .savedInPieces }
        return .oldWord
    }
}

extension ReadingError {
    /// A document of an old version of Word that nothing speaks against, on a machine that cannot convert it.
    static let oldWord = ReadingError(
        .oldWord,
        "This is a document of an old version of Word (.doc), which this machine cannot read. Open it in Word, choose "
            + "Save As, Word document (.docx), and drop that."
    )

    /// The last save only added what had changed, so that older text stays in the file, unseen.
    static let savedInPieces = ReadingError(
        .unsupported,
        "This is a document of an old version of Word (.doc) that was saved in pieces, so that older text may still be "
            + "in the file. Open it in Word, choose Save As, Word document (.docx), and drop that."
    )
}
