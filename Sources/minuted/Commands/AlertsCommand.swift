import ArgumentParser

struct AlertsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "The open alerts; `alerts close` closes one.",
        subcommands: [AlertsListCommand.self, AlertsCloseCommand.self],
        defaultSubcommand: AlertsListCommand.self
    )
}
