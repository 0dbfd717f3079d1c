/// Why a file could not be read, in a sentence that can stand in the problem note beside it.
///
/// The sentence says what the file is and what to do next; it never holds words of the document.
package struct ReadingError: Error, Codable, Equatable, Sendable {
    package var code: Code
    package var sentence: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    /// The kinds of failure that somebody may want to count or to treat apart.
    package enum Code: String, Codable, CaseIterable, Sendable {
        /// No bytes at all.
        case empty
        /// A known format that is not read yet, or bytes that are no document.
        case unsupported
        /// A password or a key is needed to open it.
        case encrypted
        /// A document of an old version of Word: another program must convert it before it can be read.
        case oldWord = "old-word"
        /// Cut off, altered or against its own format.
        case damaged
        /// A Word file that can run macros.
        case macros
        /// A document with controls that run code of their own when it is opened.
        case activeContent = "active-content"
        /// A document that fetches its template from elsewhere when it is opened.
        case externalTemplate = "external-template"
        /// No copy of it can be made without what nobody sees on its pages.
        case notCleanable = "not-cleanable"
        /// Against a limit of design section 13.
        case tooLarge = "too-large"
        /// A mail with more than one document attached.
        case severalDocuments = "several-documents"
        /// The reading process ran out of time, memory or luck.
        case readerFailed = "reader-failed"
        /// No reading process could be started or confined: not the document's fault, so try again later.
        case readerUnavailable = "reader-unavailable"
    }
}

extension ReadingError {
    static let empty = ReadingError(
        .empty,
        "The file is empty. Save the minutes again and drop the new copy."
    )

    static let damaged = ReadingError(
        .damaged,
        "The file is damaged or was cut off while it was copied. Open the original, save it again and drop the new copy."
    )

    static let encrypted = ReadingError(
        .encrypted,
        "The file is protected with a password to open it. Save a copy without the password and drop that."
    )

    static let macros = ReadingError(
        .macros,
        "This is a Word document that can run macros, which is not accepted. Save it as a Word document (.docx) and "
            + "drop that."
    )

    static let activeContent = ReadingError(
        .activeContent,
        "This is a Word document with ActiveX controls, which run code when it is opened and are not accepted. Copy its "
            + "text into a new Word document and drop that."
    )

    static let externalTemplate = ReadingError(
        .externalTemplate,
        "This Word document fetches its template from another machine when it is opened, which is not accepted. In Word, "
            + "attach the template Normal (Developer, Document Template), save the document and drop that."
    )

    static let nestedTooDeeply = ReadingError(
        .tooLarge,
        "The document is nested more deeply than any real minutes are. Copy its text into a new Word document and "
            + "drop that."
    )

    static let notMinutes = ReadingError(
        .unsupported,
        "This is not a document that can be read. Save the minutes as a Word document (.docx) and drop that."
    )

    /// A known format whose reader does not exist yet.
    static func unsupported(_ what: String) -> ReadingError {
        ReadingError(
            .unsupported,
            "This is \(what), which cannot be read. Save the minutes as a Word document (.docx) and drop that."
        )
    }

    /// `why` ends the sentence "no cleaned copy can be made of this document: …".
    static func notCleanable(_ why: String) -> ReadingError {
        ReadingError(
            .notCleanable,
            "No cleaned copy can be made of this document: \(why). Clean the document itself, save it and drop the new "
                + "file."
        )
    }

    /// Of a mail's text, a page of the web, and data.
    static let rewrittenAnyway = ReadingError(
        .notCleanable,
        "No cleaned copy has to be made of this document: what is sent of it is written anew, with nothing but what can be "
            + "seen on it. Release it without --cleaned."
    )

    static func tooLarge(_ what: String) -> ReadingError {
        ReadingError(
            .tooLarge,
            "\(what) Save the minutes without pictures or attachments and drop that copy."
        )
    }
}
