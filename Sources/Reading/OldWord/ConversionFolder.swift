import Foundation
import Glibc

/// The folder of one conversion, for this user alone: what goes in, LibreOffice's profile, what comes out.
///
/// Whatever the converter has made of it is not trusted: nothing in it is followed out of it.
struct ConversionFolder {
    let path: String

    static let input = "document.doc"
    static let output = "out"
    private static let result = "document.docx"

    static func make(in parent: String) -> ConversionFolder? {
        // Exists already, mostly; whether it can be used is what the next call shows.
        mkdir(parent, 0o700)
        var template = Array("\(parent)/XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { return nil }
        return ConversionFolder(path: String(cString: made))
    }

    /// Removes what is left of earlier conversions.
    static func sweep(_ parent: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names { ConversionFolder(path: "\(parent)/\(name)").remove() }
    }

    func fill(with document: [UInt8]) -> Bool {
        for name in [Self.output, "profile", "profile/user", "temporary"] {
            guard mkdir("\(path)/\(name)", 0o700) == 0 else { return false }
        }
        return write(document, to: Self.input)
            && write(Array(OfficeProgram.settings.utf8), to: "profile/user/registrymodifications.xcu")
    }

    private func write(_ bytes: [UInt8], to name: String) -> Bool {
        FileManager.default.createFile(
            atPath: "\(path)/\(name)",
            contents: Data(bytes),
            attributes: [.posixPermissions: 0o600]
        )
    }

    /// All files together stay below both limits.
    func isWithin(bytes: Int, files: Int) -> Bool {
        let places = FileManager.default.enumerator(
            at: URL(filePath: path),
            includingPropertiesForKeys: [.fileSizeKey]
        )
        var size = 0
        var count = 0
        while let file = places?.nextObject() as? URL {
            size += (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
            count += 1
            guard size <= bytes, count <= files else { return false }
        }
        return true
    }

    /// What the converter made, if it is a plain file in the place where it should be.
    func result(limit: Int) -> [UInt8]? {
        let folder = open("\(path)/\(Self.output)", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        defer { close(folder) }
        // Not to wait for the other end of a pipe that stands there instead.
        let file = openat(folder, Self.result, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        var kind = stat()
        guard fstat(file, &kind) == 0, kind.st_mode & S_IFMT == S_IFREG, kind.st_size <= limit,
            let data = try? handle.read(upToCount: limit + 1), data.count <= limit
        else { return nil }
        return [UInt8](data)
    }

    /// Removes all of it; what resists is removed at the next start of the daemon.
    func remove() {
        if (try? FileManager.default.removeItem(atPath: path)) != nil { return }
        // Folders that the converter has closed to their owner.
        let places = FileManager.default.enumerator(at: URL(filePath: path), includingPropertiesForKeys: nil)
        chmod(path, 0o700)
        while let place = places?.nextObject() as? URL {
            fchmodat(AT_FDCWD, place.path, 0o700, AT_SYMLINK_NOFOLLOW)
        }
        try? FileManager.default.removeItem(atPath: path)
    }
}
