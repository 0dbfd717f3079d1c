import ArgumentParser

/// The command line (design section 10).
struct Minuted: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minuted",
        abstract: "Gets the minutes of strategy meetings to every partner, and says who has them.",
        discussion: """
            Drop minutes into the inbox folder; the daemon reads them, checks who was consulted, and sends them. These \
            commands show what became of them, and record what people decide.
            """,
        subcommands: subcommands
    )

    /// In the order in which the help lists them.
    private static let subcommands: [any ParsableCommand.Type] = [
        RunCommand.self,
        DemoCommand.self,
        CheckCommand.self,
        StatusCommand.self,
        ListCommand.self,
        ShowCommand.self,
        AlertsCommand.self,
        ReleaseCommand.self,
        ResendCommand.self,
        WithdrawCommand.self,
        ConsultedCommand.self,
        ConfigCommand.self,
        ReadDocumentCommand.self,
        ConvertDocumentCommand.self,
    ]
}
