import ArgumentParser
import Foundation

/// `minuted demo`: the main job on loopback, with sample minutes and stand-in partners, in a temporary folder.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract:
            "Show the main job on loopback: sample minutes, stand-in partners, nothing leaves this machine."
    )

    @Option(help: "The folder to play in; a new temporary one if left out.")
    var folder: String?

    func run() async throws {
        let root =
            folder.map { URL(fileURLWithPath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(
                path: "minuted-demo-\(UUID().uuidString.prefix(8))"
            )
        let folder = try DemoFolder(root: root)
        let isDone = try await Demo(folder: folder, narrator: DemoNarrator(folder: folder)).play()
        print(
            """

            The evidence stays in \(root.path):
              Minutes inbox/Accepted/          the minutes that went out, each with its receipt
              Minutes inbox/Needs attention/   the draft, with what to do about it
              mails/                           what the relay received, as .eml
              webhooks/                        what the police endpoint received
              minuted.yaml                     the configuration; try: minuted status --config \(root.path)/minuted.yaml
            """
        )
        guard isDone else {
            print("\nNot everything was settled in time. Look at the folder above for what is missing.")
            throw ExitCode(1)
        }
    }
}
