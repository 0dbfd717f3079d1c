import Foundation
import Settings
import Testing

struct YAMLTrapsTests {
    @Test(.timeLimit(.minutes(1)))
    func `a bomb of aliases is refused at once`() throws {
        var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        for level in 1...40 {
            let alias = "*a\(level - 1)"
            lines.append(
                "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]"
            )
        }

        #expect(try problem(of: lines.joined(separator: "\n")).text.contains("aliases"))
    }

    @Test(arguments: ["council: &name A\n", "council: &a [x]\nmail: *a\n", "a: &b {<<: *b}\n"])
    func `anchors are refused where they stand`(text: String) throws {
        #expect(try problem(of: text).line == 1)
    }

    @Test func `a file nested without end is refused`() throws {
        let problem = try problem(of: String(repeating: "[", count: 400_000))

        #expect(problem.text.contains("nesting level"))
    }

    @Test(arguments: [
        ("council: a\n---\ncouncil: b\n", "another document", 2),
        ("council: a\ninbox: {\n", "not valid YAML", 3),
        ("council: a\n\tinbox: b\n", "not valid YAML", 2),
        ("council: a\ninbox: {}\ncouncil: b\n", "'council' is written more than once", 1),
        ("? [a, b]\n: c\n", "not a plain word", 1),
        ("council: !!binary aGVsbG8=\n", "tags (!) are not used", 1),
        ("- council\n- inbox\n", "keys and values", 1),
        ("council: a\u{7}\n", "control characters", 1),
    ])
    func `YAML that cannot be meant is refused at its line`(text: String, words: String, line: Int) throws {
        let problem = try problem(of: text)

        #expect(problem.text.contains(words), "\(problem)")
        #expect(problem.line == line, "\(problem)")
    }

    @Test func `a file larger than a megabyte is not even read`() throws {
        let text = String(repeating: "# comment\n", count: 110_000)

        #expect(try problem(of: text).text.contains("larger than 1 MB"))
    }

    @Test func `a file in another encoding is refused`() throws {
        let folder = try ConfigurationFolder()
        try Data([0x63, 0x3A, 0x20, 0xE9, 0x0A]).write(to: folder.url.appending(path: "minuted.yaml"))

        #expect(folder.problems().map(\.text) == ["the file is not in UTF-8; save it in that encoding"])
    }

    @Test func `a folder in place of a file is refused`() throws {
        let folder = try ConfigurationFolder()
        try folder.replace("rules: rules.yaml", with: "rules: .", in: "minuted.yaml")

        #expect(folder.problems().map(\.text) == ["this is not a file; expected the path of a YAML file"])
    }

    @Test func `files with the line ends of Windows and a byte order mark load as well`() throws {
        let folder = try ConfigurationFolder()
        for name in ["minuted", "partners", "rules"] {
            let text = try ConfigurationFolder.example(name).replacing("\n", with: "\r\n")
            try folder.write("\u{FEFF}" + text, to: "\(name).yaml")
        }

        #expect(folder.problems() == [])
    }

    /// The first problem of a text that stands in place of `minuted.yaml`.
    private func problem(of text: String) throws -> ConfigurationProblem {
        let folder = try ConfigurationFolder()
        try folder.write(text, to: "minuted.yaml")
        return try #require(folder.problems().first)
    }
}
