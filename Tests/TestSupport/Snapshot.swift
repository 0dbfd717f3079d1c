import Foundation
package import Testing

/// Compares a text with the file `Snapshots/NAME` beside the test that calls.
///
/// `RECORD_SNAPSHOTS=1` writes the files anew; the difference is then reviewed like code.
package func assertSnapshot(
    of text: String,
    named name: String,
    filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    // Test files lie in Tests/MODULE or in a folder below it; snapshots in Tests/MODULE/Snapshots.
    var folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    while !folder.lastPathComponent.hasSuffix("Tests"), folder.pathComponents.count > 2 {
        folder.deleteLastPathComponent()
    }
    let file = folder.appendingPathComponent("Snapshots").appendingPathComponent(name)

    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
        return
    }
    guard let recorded = FileManager.default.contents(atPath: file.path) else {
        Issue.record(
            "No snapshot \(name): run the test with RECORD_SNAPSHOTS=1",
            sourceLocation: sourceLocation
        )
        return
    }
    let expected = String(decoding: recorded, as: UTF8.self)
    guard expected != text else { return }
    let lines = (expected.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
    let first = zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
        """
        \(name) differs from line \((first?.offset ?? min(lines.0.count, lines.1.count)) + 1) on:
        recorded: \(first?.element.0 ?? "(end)")
        now:      \(first?.element.1 ?? "(end)")
        Run the test with RECORD_SNAPSHOTS=1 if the new text is right.
        """,
        sourceLocation: sourceLocation
    )
}
