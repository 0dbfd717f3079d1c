import Foundation

/// A sample of `Tests/Samples` and what its truth file says of it.
struct SampleTruth: Decodable {
    var family: String
    var children: [Child]
    var participants: [Participant]
    var alerts: Set<String>
    var disposition: String

    struct Child: Decodable {
        var name: String
    }

    struct Participant: Decodable, Hashable {
        var name: String
        var role: String
        var partner: String
        var evidence: String
    }

    /// The same of what `minuted check --json` printed.
    struct Report: Decodable {
        var file: String
        var participants: [Participant]
        var alerts: Set<String>
        var disposition: String
        var reason: String
    }

    struct File {
        var name: String
        var path: String
        var bytes: Data
        var truth: SampleTruth

        /// Names that must not be in any log; words of a letter or two would be found in others.
        var personalWords: [String] {
            [name] + (truth.children.map(\.name) + truth.participants.map(\.name)).filter { $0.count > 4 }
        }
    }

    static func files() throws -> [File] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Samples")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { !$0.hasSuffix(".json") }.sorted()
            .map { name in
                let file = folder.appending(path: name)
                let truth = file.deletingPathExtension().appendingPathExtension("expected.json")
                return File(
                    name: name,
                    path: file.path,
                    bytes: try Data(contentsOf: file),
                    truth: try JSONDecoder().decode(SampleTruth.self, from: Data(contentsOf: truth))
                )
            }
    }
}
