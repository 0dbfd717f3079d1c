/// Where the control socket lies.
struct ControlSocket: Equatable, Sendable {
    /// The ledger's folder, which only its owner can enter.
    let folder: String
    let path: String

    /// The longest path in bytes: NIO keeps to the shortest `sun_path` of the systems that it knows.
    static let longestPath = 103
    /// The one resource that the server has.
    static let resource = "/control"

    /// Takes the state folder, which is also the ledger's.
    ///
    /// - Throws: `ControlFailure` when the path is too long for a socket.
    init(folder: String) throws(ControlFailure) {
        let separator = folder.hasSuffix("/") ? "" : "/"
        let path = "\(folder)\(separator)control.sock"
        guard path.utf8.count <= Self.longestPath else {
            throw ControlFailure(
                .broken,
                """
                The control socket cannot be made: its path is \(path.utf8.count) bytes long, and the system allows \
                \(Self.longestPath): \(path). Choose a shorter `state` folder in minuted.yaml.
                """
            )
        }
        self.folder = folder
        self.path = path
    }
}
