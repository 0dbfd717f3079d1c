import Foundation
import TestSupport
import Testing

/// How the commands end, for scripts that call them.
@Suite(.timeLimit(.minutes(2)))
struct CheckExitTests {
    private static let draft: MinutesFile = {
        var file = MinutesFile()
        file.isDraft = true
        return file
    }()

    private func folder(_ body: (CouncilFolder) async throws -> Void) async throws {
        try await withTemporaryFolder { root in
            let peers = CouncilFolder.Peers(
                relay: "smtp://localhost:25",
                webhook: "https://localhost:443",
                ca: "/etc/ssl/certs/ca-certificates.crt"
            )
            let folder = try CouncilFolder(in: root, peers: peers)
            try folder.drop("complete.docx", MinutesFile().bytes)
            try folder.drop("draft.docx", Self.draft.bytes)
            try folder.drop("invoice.txt", Data("Invoice 17 for the hire of a room.\n".utf8))
            try await body(folder)
        }
    }

    private static let cases: [(names: [String], status: Int32)] = [
        (["complete.docx"], 0), (["complete.docx", "draft.docx"], 3),
        (["invoice.txt", "complete.docx", "draft.docx"], 4), (["complete.docx", "missing.docx"], 1),
    ]

    @Test(arguments: cases)
    func `check ends with what is worst among the files`(names: [String], status: Int32) async throws {
        try await folder { folder in
            let files = names.map { folder.inbox.appending(path: $0).path }
            let finished = try await MinutedBinary.run(
                ["check", "--json", "--config", folder.configuration.path] + files,
                folder: folder.root
            )

            #expect(finished.status == .code(status), "\(finished.errors)")
            #expect(finished.output.split(separator: "\n").count == names.count { $0 != "missing.docx" })
            #expect(finished.errors.contains("cannot be opened") == names.contains("missing.docx"))
        }
    }

    @Test func `check ends with 64 for a wrong call and with 78 for a wrong configuration`() async throws {
        try await folder { folder in
            let without = try await MinutedBinary.run(["check"], folder: folder.root)
            let unknown = try await MinutedBinary.run(["check", "--nonsense", "x"], folder: folder.root)
            try folder.write("minuted.yaml", "council: [\n")
            let wrong = try await MinutedBinary.run(
                [
                    "check", "--config", folder.configuration.path,
                    folder.inbox.appending(path: "draft.docx").path,
                ],
                folder: folder.root
            )

            #expect(without.status == .code(64))
            #expect(unknown.status == .code(64))
            #expect(wrong.status == .code(78))
            #expect(wrong.errors.contains("minuted.yaml"))
        }
    }

    @Test func `config check ends with 0 for a right configuration and with 78 for a wrong one`() async throws
    {
        try await folder { folder in
            let call = ["config", "check", "--config", folder.configuration.path]
            let right = try await MinutedBinary.run(call, folder: folder.root)
            try folder.write("rules.yaml", "required: {health: nonsense}\n")
            let wrong = try await MinutedBinary.run(call, folder: folder.root)
            let run = try await MinutedBinary.run(
                ["run", "--config", folder.configuration.path],
                folder: folder.root
            )

            #expect(right.status == .code(0), "\(right.errors)")
            #expect(wrong.status == .code(78))
            #expect(wrong.errors.contains("rules.yaml"))
            #expect(run.status == .code(78))
        }
    }

    @Test func `the demo settles everything within its minute`() async throws {
        try await withTemporaryFolder { folder in
            let demo = try await MinutedBinary.run(
                ["demo", "--folder", folder.appending(path: "d").path],
                folder: folder
            )

            #expect(demo.status == .code(0), "\(demo.output)\n\(demo.errors)")
            #expect(demo.output.contains("ALERT for safeguarding.lead@council.example"))
            #expect(demo.output.contains("signature checked and accepted"))
        }
    }
}
