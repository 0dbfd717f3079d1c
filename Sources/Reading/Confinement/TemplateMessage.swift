/// What the daemon tells the template: five bytes, then a lesson's bytes, or beside them a document's socket.
///
/// To a document the template answers with the child's process id, four bytes in the machine's order, 0 if there is none.
enum TemplateMessage: Equatable {
    /// Something to know for all documents from now on.
    case lesson(length: Int)
    /// The descriptor that came along is a document's socket.
    case document

    static let length = 5

    var bytes: [UInt8] {
        switch self {
        case .lesson(let length): [UInt8(ascii: "L")] + WorkerFrame.header(requestLength: length)
        case .document: [UInt8(ascii: "D")] + WorkerFrame.header(requestLength: 0)
        }
    }

    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "L"): self = .lesson(length: bytes[1...].reduce(0) { $0 << 8 | Int($1) })
        case UInt8(ascii: "D"): self = .document
        default: return nil
        }
    }
}
