/// One thing that is wrong, or worth a look, in a configuration file, with its place.
package struct ConfigurationProblem: Equatable, Sendable, CustomStringConvertible {
    package var file: String
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in Unicode scalars.
    package var column: Int
    /// The key with those above it, such as `inbox.settle`; "" for the file as a whole.
    package var key: String
    /// What was found, what was expected and what to do.
    ///
    /// Holds no address, no secret and no person's name.
    package var text: String

    package var description: String {
        "\(file):\(line):\(column) \(key.isEmpty ? "" : key + ": ")\(text)"
    }
}

/// Everything that keeps the configuration from being used, from all of its files.
package struct ConfigurationErrors: Error, Equatable, Sendable, CustomStringConvertible {
    /// By file, then by place; never empty.
    package var problems: [ConfigurationProblem]
    package var warnings: [ConfigurationProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
