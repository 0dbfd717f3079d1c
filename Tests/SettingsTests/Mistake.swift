import Foundation
import Settings
import Testing

/// A change of an example file, and what the one error that follows must say.
struct Mistake: CustomTestStringConvertible, Sendable {
    var old: String
    var new: String
    var key: String
    var text: String

    var testDescription: String { new }

    /// Makes the mistake in a copy of the examples, and expects its error.
    func check(in file: String) throws {
        let folder = try ConfigurationFolder()
        try folder.replace(old, with: new, in: file)

        let problems = folder.problems().filter { $0.key == key }

        #expect(problems.count == 1, "\(folder.problems())")
        #expect(problems.first?.text.contains(text) == true, "\(problems)")
        #expect(problems.first.map { URL(filePath: $0.file).lastPathComponent } == file)
    }
}
