import ArgumentParser
import Reading

/// Becomes the confined converter of documents of old versions of Word (decision 0016); started by the daemon, never by
/// people.
struct ConvertDocumentCommand: ParsableCommand {
    static let name = "convert-document"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Convert the document in a folder, confined.",
        shouldDisplay: false
    )

    @Argument(help: "LibreOffice and the folder, both absolute.")
    var arguments: [String]

    func run() throws { throw ExitCode(becomeConverter(arguments)) }
}

extension OldWordConverter {
    /// LibreOffice behind the hidden command of this very program.
    static func ofThisProgram(folder: String) -> OldWordConverter {
        OldWordConverter(
            Options(
                launcher: "/proc/self/exe",
                launcherArguments: [ConvertDocumentCommand.name],
                folder: folder
            )
        )
    }
}
