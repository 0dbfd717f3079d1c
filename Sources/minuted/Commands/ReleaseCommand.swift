import ArgumentParser
import Minutes
import Website

struct ReleaseCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Let what is held of a meeting's minutes go."
    )

    @OptionGroup var source: ConfigurationOption
    @Argument(help: "The meeting, such as M-2026-000123.") var reference: String
    @Flag(help: "Send a copy without tracked changes, comments and whatever else no page shows; Word only.")
    var cleaned = false
    @Option(
        help: ArgumentHelp(
            "With --cleaned: a reason of the hold that no cleaning mends, such as draft, and that is decided as well. "
                + "Once for each.",
            valueName: "code"
        ),
        transform: code
    )
    var despite: [Finding.Code] = []
    @OptionGroup var decision: DecisionOptions

    func validate() throws {
        guard despite.isEmpty || cleaned else {
            throw ValidationError(
                "--despite goes with --cleaned: without it everything that holds is decided."
            )
        }
    }

    func request(_ grounds: ControlRequest.Grounds) -> ControlRequest {
        cleaned
            ? .releaseCleaned(reference: reference, despite: despite, grounds)
            : .release(reference: reference, grounds)
    }

    private static func code(_ word: String) throws -> Finding.Code {
        guard let code = Finding.Code(rawValue: word.lowercased()) else {
            throw ValidationError(
                "A code is a word such as draft or police-sensitive, as `minuted show` has it."
            )
        }
        return code
    }
}
