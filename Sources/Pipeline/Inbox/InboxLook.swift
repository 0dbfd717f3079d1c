/// What one look at the inbox came to.
package struct InboxLook: Equatable, Sendable {
    /// Can be taken now, in the order of their names.
    package var settled: [Settled] = []
    package var waiting: [Waiting] = []
    /// Links, folders and special files: never opened, named in the status only.
    package var ignored: [Ignored] = []

    package init() {}

    package struct Settled: Equatable, Sendable {
        package var file: FileSnapshot
        /// A Word owner file lies beside it that was taken to be left over from a crash.
        package var hasStaleOwner: Bool

        /// Nothing was written to it in all that time: goes to "Needs attention" as an empty file.
        package var isEmpty: Bool { file.size == 0 }

        /// What the receipt should say about the way in, or `nil`.
        package var note: String? {
            guard hasStaleOwner else { return nil }
            return """
                A file beside it says that somebody has the document open. That file has not changed for many \
                hours, so it was taken to be left over from a crash.
                """
        }
    }

    package struct Waiting: Equatable, Sendable {
        package var file: FileSnapshot
        package var reason: Reason
        /// When it can be taken, if nothing about it changes.
        package var until: ContinuousClock.Instant
    }

    package enum Reason: String, Equatable, Sendable {
        case settling = "It may still be being written."
        case empty = "It has no content yet."
        case openInOffice = "Somebody has it open: close it in Word."
    }

    package struct Ignored: Equatable, Sendable {
        package var file: FileSnapshot
        /// Was not there at the last look; the time to say so.
        package var isNew: Bool

        /// A plain sentence for the status.
        package var reason: String {
            switch file.kind {
            case .folder: "It is a folder: put the files themselves into the inbox."
            case .link: "It is a link: put the file itself into the inbox."
            case .file, .special: "It is not an ordinary file."
            }
        }
    }
}
