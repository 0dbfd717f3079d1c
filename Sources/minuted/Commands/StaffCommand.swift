import ArgumentParser
import Foundation
import Settings
import Website

/// A command of staff: one text as its answer, or one sentence on why there is none.
///
/// It ends with 0, 64 (used wrongly), 78 (configuration) or 1 (anything else).
protocol StaffCommand: AsyncParsableCommand {
    func text(in surroundings: Surroundings) async throws -> String
}

extension StaffCommand {
    func run() async throws {
        do {
            print(try await text(in: .process), terminator: "")
        } catch let errors as ConfigurationErrors {
            Self.complain(ConfigurationText(errors).text)
            throw ExitCode(ConfigurationErrors.exitCode)
        } catch let failure as ControlFailure {
            Self.complain(Screen.paragraph(failure.text))
            throw ExitCode(failure.kind.exitCode)
        } catch let error as ValidationError {
            // ArgumentParser would add the usage of the root command.
            Self.complain(Screen.paragraph(error.message))
            throw ExitCode.validationFailure
        }
    }

    private static func complain(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

extension ConfigurationErrors {
    /// EX_CONFIG of sysexits(3): the unit does not start the daemon again on it.
    static let exitCode: Int32 = 78
}
