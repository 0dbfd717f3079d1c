import Foundation
import Settings
import Testing

/// The example files in a temporary folder, to be changed by a test and loaded.
struct ConfigurationFolder: ~Copyable {
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "minuted-settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for name in ["minuted", "partners", "rules"] { try write(Self.example(name), to: "\(name).yaml") }
    }

    deinit {
        // A folder that stays behind in the temporary folder harms no test.
        try? FileManager.default.removeItem(at: url)
    }

    static func example(_ name: String) throws -> String {
        try String(contentsOf: repository.appending(path: "Config/\(name).example.yaml"), encoding: .utf8)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
    }

    /// Replaces the first occurrence in one of the files, which must be there.
    func replace(_ old: String, with new: String, in name: String) throws {
        let file = url.appending(path: name)
        let text = try String(contentsOf: file, encoding: .utf8)
        let range = try #require(text.range(of: old), "\(old) is not in \(name)")
        try write(text.replacingCharacters(in: range, with: new), to: name)
    }

    func load() throws(ConfigurationErrors) -> LoadedConfiguration {
        try DaemonConfiguration.load(url.appending(path: "minuted.yaml").path)
    }

    /// What keeps the configuration from loading; nothing if it loads.
    func problems() -> [ConfigurationProblem] {
        do {
            _ = try load()
            return []
        } catch {
            return error.problems
        }
    }
}
