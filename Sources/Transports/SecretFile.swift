internal import Foundation

/// A secret that is only known by the name of its file, read anew each time so that it can be exchanged.
enum SecretFile {
    /// Reads the file, without the line end that editors leave; the error names the file's purpose and the remedy.
    static func read(_ path: String, purpose: String) throws(Unreadable) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Unreadable(
                description: "The file with \(purpose) cannot be read; check its path and who may read it."
            )
        }
        var bytes = Array(data)
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        guard !bytes.isEmpty, !bytes.contains(0) else {
            throw Unreadable(
                description: "The file with \(purpose) is empty or not text; write the secret into it."
            )
        }
        return bytes
    }

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }
}
