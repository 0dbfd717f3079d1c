/// Why the inbox as a whole cannot be worked on; all of it heals when the cause goes away.
package enum InboxError: Error, Equatable, CustomStringConvertible {
    /// The folder of the configuration is not there. It is never made: that would hide a share that is not mounted.
    case missing(path: String)
    /// Another file system than before lies there, without our working folder: the bare mount point, most likely.
    case notMounted(path: String)
    /// Something that is not a folder has the name of one of ours.
    case nameTaken(folder: String)
    /// The claimed file is not where it was put.
    case claimGone

    package var description: String {
        switch self {
        case .missing(let path):
            "The inbox folder \(path) is not there. Mount the share or make the folder; the work goes on by itself then."
        case .notMounted(let path):
            """
            The inbox folder \(path) is on another disk than before and has never been used: the share is probably \
            not mounted. Mount it, or start the service again if the inbox was moved on purpose.
            """
        case .nameTaken(let folder):
            """
            Something in the inbox has the name "\(folder)" and is not a folder, or is a link. Rename it; the folder \
            is made again by itself.
            """
        case .claimGone:
            "A file that was being taken in is no longer in the working folder. Nobody but the service should use it."
        }
    }
}
