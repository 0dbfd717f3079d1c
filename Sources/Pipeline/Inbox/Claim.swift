package import Foundation

/// A file that was moved out of the reach of the people who drop files, to be worked on.
///
/// It lies in the inbox's working folder, in a folder named after `id`, until it is placed or put back.
package struct Claim: Equatable, Sendable {
    package let id: UUID
    /// As it was dropped.
    package let name: FileName
    /// The file when it was claimed; a writer that had it open can still change it.
    package let file: FileSnapshot

    /// The name of the claim's folder.
    var folderName: FileName {
        // A UUID's text is a valid name.
        FileName(id.uuidString.lowercased()) ?? FileName(fixed: "claim")
    }

    /// What came of trying to claim a file.
    package enum Outcome: Equatable, Sendable {
        case claimed(Claim)
        /// It is not as it was observed; it was left, or put back, to settle again.
        case changed
        /// Somebody took it away or renamed it: nothing to do.
        case vanished
    }
}
