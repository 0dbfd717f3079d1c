import ArgumentParser
import Foundation
import Website

/// Who decides, and why, for the commands that change something.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The reason, which is kept. Asked for at a terminal.", valueName: "reason"))
    var why: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who decides, which is kept. Your login name if left out.", valueName: "name")
    )
    var person: String?

    /// - Throws: `ValidationError` when the reason or the person is missing and nobody can be asked.
    func grounds(in surroundings: Surroundings) throws -> ControlRequest.Grounds {
        guard let person = Self.filled(person ?? surroundings.person) else {
            throw ValidationError("Say who decides with --as: the name is kept with the decision.")
        }
        guard let why = Self.filled(why ?? surroundings.ask("Why? The reason is kept with your name: "))
        else {
            throw ValidationError("Give the reason with --why: it is kept with the decision.")
        }
        return ControlRequest.Grounds(actor: person, why: why)
    }

    private static func filled(_ text: String?) -> String? {
        guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else {
            return nil
        }
        return text
    }
}
