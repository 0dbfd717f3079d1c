import Minutes

/// What a message holds, sorted by what it may mean for the minutes.
struct MailContents {
    /// The body as text with `\n` line ends, empty if there is none.
    private(set) var text = ""
    /// The body as HTML.
    private(set) var html: String?
    /// Attachments that can be read as minutes.
    private(set) var documents: [[UInt8]] = []
    /// An attachment that may be the minutes, but cannot be read, with the reason.
    private(set) var unreadable: ReadingError?
    /// Attachments that are no documents, and are left out.
    private(set) var otherAttachments = 0

    private let limits: ReadingLimits

    init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        self.limits = limits
        let message = try MailMessage(bytes)
        try add(message.root, depth: 0)
    }

    private init(limits: ReadingLimits) { self.limits = limits }

    private mutating func add(_ part: MailPart, depth: Int) throws(ReadingError) {
        guard depth <= limits.nesting else { throw .nestedTooDeeply }
        if part.isEncrypted { throw .encryptedMail }
        if part.isType("multipart", "alternative") {
            try addAlternatives(part, depth: depth)
        } else if let children = part.children {
            for child in children { try add(child, depth: depth + 1) }
        } else if let message = part.message {
            try addMessage(message, depth: depth)
        } else {
            try addLeaf(part)
        }
    }

    /// Takes the body from one of the alternatives and attachments from all.
    private mutating func addAlternatives(_ part: MailPart, depth: Int) throws(ReadingError) {
        var bestText = ""
        var bestHTML: String?
        for child in part.children ?? [] {
            var contents = MailContents(limits: limits)
            try contents.add(child, depth: depth + 1)
            if bestText.isEmpty { bestText = contents.text }
            bestHTML = bestHTML ?? contents.html
            documents += contents.documents
            unreadable = unreadable ?? contents.unreadable
            otherAttachments += contents.otherAttachments
        }
        add(text: bestText)
        if let bestHTML { add(html: bestHTML) }
    }

    /// A mail in the mail: its documents count, its text is neither this mail's nor plainly the minutes.
    private mutating func addMessage(_ message: MailPart, depth: Int) throws(ReadingError) {
        var contents = MailContents(limits: limits)
        try contents.add(message, depth: depth + 1)
        documents += contents.documents
        otherAttachments += contents.otherAttachments
        unreadable =
            unreadable ?? contents.unreadable
            ?? ReadingError(
                .severalDocuments,
                "The e-mail has another e-mail attached. If the minutes are in that one, save it and drop it instead; "
                    + "if not, save this one without it."
            )
    }

    private mutating func addLeaf(_ part: MailPart) throws(ReadingError) {
        if !part.isAttachment, part.isType("text", "plain") {
            let text = try part.text()
            if text.contains("-----BEGIN PGP MESSAGE-----") { throw .encryptedMail }
            add(text: text)
        } else if !part.isAttachment, part.isType("text", "html") {
            add(html: try part.text())
        } else if part.isType("application", "pkcs7-mime") || part.isType("application", "x-pkcs7-mime") {
            unreadable = .wrapped("a signature that hides its text")
        } else if part.isType("application", "ms-tnef") {
            unreadable = .wrapped("Outlook's own wrapping (winmail.dat)")
        } else if !part.isDecoration {
            addAttachment(part)
        }
    }

    private mutating func addAttachment(_ part: MailPart) {
        let bytes = part.bytes()
        do throws(ReadingError) {
            let format = try FormatDetection.format(bytes)
            switch format {
            case .zip:
                let isText = try part.isOfficeFile ? true : isTextDocument(bytes)
                if isText {
                    documents.append(bytes)
                } else {
                    otherAttachments += 1
                }
            case .pdf: documents.append(bytes)
            case .mail, .text:
                // Exchange attaches scraps of footers as small text files.
                let isDocument = part.isType("text", "plain") || part.isType("text", "markdown")
                if isDocument, try textDocument(bytes, limits: limits).blocks.count > 5 {
                    documents.append(bytes)
                } else {
                    otherAttachments += 1
                }
            case .flatOpenDocument, .flatWord, .richText: documents.append(bytes)
            case .json:
                if try isRecord(bytes) { documents.append(bytes) } else { otherAttachments += 1 }
            case .html:
                if try HTMLFile.document(bytes, limits: limits).blocks.count > 5 {
                    documents.append(bytes)
                } else {
                    otherAttachments += 1
                }
            }
        } catch {
            addUnreadable(part, error)
        }
    }

    /// Pictures and calendar entries are no minutes; other files that cannot be read may be.
    private mutating func addUnreadable(_ part: MailPart, _ error: ReadingError) {
        otherAttachments += 1
        guard !part.isType("image", "*"), error.code != .empty else { return }
        let advice =
            " It is attached to the e-mail; if the minutes are in the e-mail itself, save it without attachments."
        unreadable = unreadable ?? ReadingError(error.code, error.sentence + advice)
    }

    /// Data that is the record of a meeting; one with a mistake in it is to be told, other data is not.
    private func isRecord(_ bytes: [UInt8]) throws(ReadingError) -> Bool {
        do throws(ReadingError) {
            _ = try ExportedRecordReader.document(bytes, limits: limits)
            return true
        } catch {
            if error.code == .unsupported { return false }
            throw error
        }
    }

    /// A document of a word processor and not a sheet, slides or a folder.
    private func isTextDocument(_ bytes: [UInt8]) throws(ReadingError) -> Bool {
        let archive = try ZipArchive(bytes, limits: limits)
        if !archive.contains("[Content_Types].xml"), let type = try archive.contents(of: "mimetype") {
            return type.starts(with: "application/vnd.oasis.opendocument.text".utf8)
        }
        do throws(ReadingError) {
            _ = try WordPackage(.zip(archive), limits: limits)
            return true
        } catch {
            return error.code == .macros
        }
    }

    private mutating func add(text more: String) {
        guard more.utf8.contains(where: { $0 > 0x20 }) else { return }
        text += text.isEmpty ? more : "\n\n" + more
    }

    private mutating func add(html more: String) {
        guard more.utf8.contains(where: { $0 > 0x20 }) else { return }
        if html == nil { html = more } else { html?.append(more) }
    }
}

extension ReadingError {
    fileprivate static let encryptedMail = ReadingError(
        .encrypted,
        "The e-mail is encrypted. Open it, save the minutes as a Word document (.docx) and drop that."
    )

    fileprivate static func wrapped(_ what: String) -> ReadingError {
        ReadingError(
            .unsupported,
            "The e-mail was sent in \(what), which cannot be read. Open it, save the minutes as a Word document "
                + "(.docx) and drop that."
        )
    }
}
