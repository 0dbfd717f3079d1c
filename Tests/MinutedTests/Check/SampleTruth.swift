import Foundation

/// A sample of `Tests/Samples` and what its truth file says of it.
struct SampleTruth: Decodable {
    var family: String
    var meeting: Meeting
    var children: [Child]
    var participants: [Participant]
    var alerts: Set<String>
    var disposition: String

    var partners: [String: String]

    struct Meeting: Decodable, Equatable {
        var date: String?
        var time: String?
        var kind: String
        var urgency: String
        var status: String
    }

    struct Child: Decodable, Equatable {
        var name: String
        var dateOfBirth: String?
        var reference: String?
        var setting: String?
    }

    struct Participant: Decodable, Hashable {
        var name: String
        var role: String
        var organisation: String
        var partner: String
        var evidence: String
    }

    /// The same of what `minuted check --json` printed.
    struct Report: Decodable {
        var file: String
        var meeting: Meeting
        var children: [Child]
        var partners: [String: String]
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
