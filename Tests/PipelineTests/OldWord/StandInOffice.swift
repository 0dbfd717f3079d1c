import Foundation
import Reading
import TestSupport

/// Scripts that stand where LibreOffice would, run by the built program's own launcher.
///
/// A script runs in the folder of the conversion and cannot start a process, so each is one program.
struct StandInOffice {
    /// The folder of the script, which it can read.
    let folder: URL
    let conversions: URL

    init(in folder: URL) throws {
        self.folder = folder.appending(path: "office")
        conversions = folder.appending(path: "state/conversions")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "state"),
            withIntermediateDirectories: true
        )
    }

    /// A converter whose office is the script.
    func converter(
        _ script: String,
        by interpreter: String = "/bin/sh",
        configure: (inout OldWordConverter.Options) -> Void = { _ in }
    ) throws -> OldWordConverter {
        let office = folder.appending(path: "office")
        try Data("#!\(interpreter)\n\(script)\n".utf8).write(to: office)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: office.path)
        return converter(office: office.path, configure: configure)
    }

    func converter(
        office: String?,
        configure: (inout OldWordConverter.Options) -> Void = { _ in }
    ) -> OldWordConverter {
        var options = OldWordConverter.Options(
            launcher: MinutedBinary.path,
            launcherArguments: ["convert-document"],
            folder: conversions.path
        )
        options.office = office
        configure(&options)
        return OldWordConverter(options)
    }

    /// What conversions have left behind.
    var leftovers: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: conversions.path)) ?? []
    }

    static func failure(of converter: OldWordConverter, document: [UInt8] = [1, 2, 3]) -> ReadingError? {
        do throws(ReadingError) {
            _ = try converter.convert(document)
            return nil
        } catch {
            return error
        }
    }

    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()
    static let samples = tests.appending(path: "Samples")

    /// Minutes that LibreOffice saved as a document of an old version of Word.
    static func minutes() throws -> Data {
        try Data(contentsOf: tests.appending(path: "OldWord/minutes.doc"))
    }
}
