/// A file as a reader saw it: structure and text, before anybody asks what the words mean.
///
/// Readers make it, interpretation reads it, and each format gains from each rule. Everything inside came from
/// outside and is not to be trusted: readers have already applied the limits of design section 13.
package struct Document: Codable, Equatable, Sendable {
    package var format: Format
    /// The body in reading order.
    package var blocks: [Block]
    /// Page headers and page footers, kept apart because they repeat and often carry print dates.
    ///
    /// Each distinct
    /// part once; the first page's come first.
    package var headers: [Block]
    package var footers: [Block]
    /// Older mail that a message quotes: never part of the minutes.
    package var quoted: [Block]
    /// What the file carries besides its visible text.
    package var traces: [Trace]
    /// The record itself, where the file is one that a program wrote and there is nothing to interpret.
    package var exported: MeetingRecord?

    package init(
        format: Format,
        blocks: [Block],
        headers: [Block] = [],
        footers: [Block] = [],
        quoted: [Block] = [],
        traces: [Trace] = [],
        exported: MeetingRecord? = nil
    ) {
        self.format = format
        self.blocks = blocks
        self.headers = headers
        self.footers = footers
        self.quoted = quoted
        self.traces = traces
        self.exported = exported
    }

    package enum Format: String, Codable, CaseIterable, Sendable {
        case docx
        case odt
        case rtf
        case doc
        case pdf
        case html
        case text
        case markdown
        case mail
        case json
    }

    /// Something in the file that a reader of the printed page would not see.
    package struct Trace: Codable, Equatable, Sendable {
        package var kind: Kind
        /// How many there are.
        package var count: Int
        /// A short plain description without the document's own words, such as "2 insertions, 1 deletion".
        package var detail: String

        package init(kind: Kind, count: Int, detail: String) {
            self.kind = kind
            self.count = count
            self.detail = detail
        }

        package enum Kind: String, Codable, CaseIterable, Sendable {
            case trackedChanges = "tracked-changes"
            case comments
            /// Text, a picture or a shape that is in the file and not on the page.
            case hiddenText = "hidden-text"
            case embeddedObject = "embedded-object"
            /// What a program that opens the file loads from elsewhere; links that people follow are `hyperlinks`.
            case externalLink = "external-link"
            /// Data and variables of the file that hold words which no page shows.
            case customData = "custom-data"
            /// Parts of the file of which nobody can say what they are for.
            case unknownContent = "unknown-content"
            case customProperties = "custom-properties"
            /// Links to the outside that a person may follow.
            case hyperlinks
            /// On the printed page, but not on a page of the web.
            case webHidden = "web-hidden"
            /// Who wrote it, with what and when: authors, company, template, revision ids, preview, printer.
            case metadata
        }
    }
}
