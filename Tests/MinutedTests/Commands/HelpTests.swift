import ArgumentParser
import TestSupport
import Testing

@testable import minuted

struct HelpTests {
    @Test func `the help names each command of staff`() throws {
        let commands: [any ParsableCommand.Type] = [
            StatusCommand.self, ListCommand.self, ShowCommand.self, AlertsCommand.self,
            AlertsCloseCommand.self,
            ReleaseCommand.self, ResendCommand.self, WithdrawCommand.self, ConsultedCommand.self,
            ConfigCheckCommand.self,
        ]
        let texts = commands.map { Minuted.helpMessage(for: $0, columns: Screen.width) }

        try assertSnapshot(of: texts.joined(separator: "\n\n") + "\n", named: "help-commands.txt")
        let root = Minuted.helpMessage(columns: Screen.width)
        for command in commands where command != AlertsCloseCommand.self && command != ConfigCheckCommand.self
        {
            #expect(root.contains("\n  \(command.configuration.commandName ?? "?") "))
        }
    }
}
