/// Why a document could not be kept or found; the file it came from is still in the working folder.
package enum StoreError: Error, Equatable, CustomStringConvertible {
    /// Bytes allowed.
    case tooLarge(limit: Int64)
    /// Somebody still writes to the file: it belongs back into the inbox.
    case changedWhileReading
    /// No room; tried again at the next scan.
    case full
    case missing(sha256: String)
    /// The bytes on disk are not those that were taken in.
    case damaged(sha256: String)
    /// Anything else that the disk said; tried again at the next scan.
    case failed(FileError)

    init(_ error: FileError) { self = error.isFull ? .full : .failed(error) }

    package var description: String {
        switch self {
        case .tooLarge(let limit):
            "The file is larger than the \(limit / 1_048_576) MB that a document may have. Drop a smaller one."
        case .changedWhileReading:
            "The file was still being written while it was read. It is taken once it has settled."
        case .full:
            "The disk of the document store is full. Make room; waiting files are then taken by themselves."
        case .missing(let sha256):
            "The document \(sha256) is not in the store. Restore it from the backup."
        case .damaged(let sha256):
            "The document \(sha256) in the store is damaged. Restore it from the backup, and check the disk."
        case .failed(let error):
            "The document store does not work. \(error)"
        }
    }
}
