/// Why a file cannot be taken for minutes, in the words of its problem file.
package enum Rejection: String, Codable, CaseIterable, Equatable, Sendable {
    case empty
    case tooLarge = "too-large"
    case unknownFormat = "unknown-format"
    case encrypted
    case damaged
    case scanWithoutText = "scan-without-text"
    /// Reading it used more time or memory than any document needs.
    case tooDemanding = "too-demanding"
    case notMinutes = "not-minutes"

    /// A plain sentence.
    package var sentence: String {
        switch self {
        case .empty: "The file has no content: it has 0 bytes."
        case .tooLarge: "The file is larger than 50 MB."
        case .unknownFormat: "The file is of a kind that cannot be read."
        case .encrypted: "The file is protected by a password."
        case .damaged: "The file is damaged: it could not be read to its end."
        case .scanWithoutText: "The file holds pictures of pages and no text."
        case .tooDemanding: "Reading the file took more time or memory than any ordinary document needs."
        case .notMinutes: "The file does not look like the minutes of a strategy meeting."
        }
    }

    /// What to do, step by step, before the file is dropped again.
    var steps: [String] {
        switch self {
        case .empty: ["Open the original document and save it again.", "Check that it opens and has text."]
        case .tooLarge:
            [
                "Open the document in Word.",
                "Remove pictures and embedded files that are not part of the minutes, and save it.",
            ]
        case .unknownFormat:
            ["Open the document in the program it was made with.", "Save it as .docx or as .pdf."]
        case .encrypted: ["Open the document with its password.", "Save a copy of it without a password."]
        case .damaged:
            ["Open the document in Word and check that all of it is there.", "Save it under a new name."]
        case .scanWithoutText:
            [
                "Find the document that was printed before it was scanned.",
                "If there is none, have the minutes typed.",
            ]
        case .tooDemanding:
            ["Copy the text of the minutes into a new document.", "Save it as .docx."]
        case .notMinutes:
            [
                "Check that it is the right file.",
                "Check that it names the meeting, its date and who took part; use the council's template.",
            ]
        }
    }
}
