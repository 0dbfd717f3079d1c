import Foundation

/// What a staff command takes from outside its arguments.
struct Surroundings: Sendable {
    var now: @Sendable () -> Date
    /// The person who gives the command; `nil` when the system cannot tell.
    var person: String?
    /// Asks the person for one line; `nil` where nobody can be asked.
    var ask: @Sendable (_ question: String) -> String?

    /// Those of this process.
    static var process: Surroundings {
        Surroundings(
            now: { Date() },
            person: person(environment: ProcessInfo.processInfo.environment, user: userName(getuid())),
            ask: { question in
                guard isatty(STDIN_FILENO) == 1 else { return nil }
                FileHandle.standardError.write(Data(question.utf8))
                return readLine()
            }
        )
    }

    /// Behind sudo the person, and not whom they became.
    static func person(environment: [String: String], user: String?) -> String? {
        guard let person = environment["SUDO_USER"], !person.isEmpty else { return user }
        return person
    }

    private static func userName(_ id: uid_t) -> String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            guard let start = buffer.baseAddress,
                getpwuid_r(id, &entry, start, buffer.count, &found) == 0, found != nil,
                let name = entry.pw_name
            else { return nil }
            return String(cString: name)
        }
    }
}
