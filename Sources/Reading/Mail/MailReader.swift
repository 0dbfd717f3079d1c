import Minutes

/// Reads a message (.eml): the minutes are its one attached document, or else its body.
///
/// A covering note is not part of attached minutes. Where it is not plain which text is the minutes, nothing is
/// guessed: the sentence of the error says what to drop instead.
enum MailReader {
    static func document(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
        let contents = try MailContents(bytes, limits: limits)
        if contents.documents.count > 1 {
            throw ReadingError(
                .severalDocuments,
                "The e-mail has \(contents.documents.count) documents attached. Save each of them and drop them one "
                    + "at a time."
            )
        }
        if let attached = contents.documents.first {
            let isMail = try FormatDetection.format(attached) == .mail
            var document =
                try isMail ? inner(attached, limits: limits) : readDocument(attached, limits: limits)
            if contents.otherAttachments > 0 { document.traces.append(trace(contents.otherAttachments)) }
            return document
        }
        if let reason = contents.unreadable { throw reason }
        return try body(contents, limits: limits)
    }

    /// A mail attached as text: its body, without the lines of its head.
    ///
    /// One that has attachments itself stays the text it is: mails in mails would have no end.
    private static func inner(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
        let contents = try MailContents(bytes, limits: limits)
        guard contents.documents.isEmpty, contents.unreadable == nil else {
            return try textDocument(bytes, limits: limits)
        }
        return try body(contents, limits: limits)
    }

    private static func body(_ contents: MailContents, limits: ReadingLimits) throws(ReadingError) -> Document
    {
        var document = Document(format: .mail, blocks: [])
        var html: HTMLReader.Result?
        if let source = contents.html { html = try HTMLReader.read(source, limits: limits) }
        // Both say the same; but only HTML has tables, which the text beside it tears into lines.
        if let html, contents.text.isEmpty || html.hasDataTable {
            let (blocks, quoted) = QuotedMail.split(html.blocks)
            document.blocks = blocks
            document.quoted = html.quoted + quoted
            document.traces = html.traces
        } else {
            let (text, quoted) = QuotedMail.split(contents.text)
            document.blocks = try TextReader.blocks(text, limits: limits)
            document.quoted = try TextReader.blocks(quoted, prefix: "quoted mail, ", limits: limits)
        }
        if contents.otherAttachments > 0 { document.traces.append(trace(contents.otherAttachments)) }
        guard !document.blocks.isEmpty || !document.quoted.isEmpty else {
            throw ReadingError(
                .empty,
                "The e-mail has no text and no document attached. Save the minutes as a Word document (.docx) and "
                    + "drop that."
            )
        }
        return document
    }

    private static func trace(_ count: Int) -> Document.Trace {
        Document.Trace(
            kind: .embeddedObject,
            count: count,
            detail: count == 1 ? "1 other attachment" : "\(count) other attachments"
        )
    }
}
