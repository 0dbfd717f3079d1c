/// A configuration that may be used, with what its reading has to say.
package struct LoadedConfiguration: Sendable {
    package var configuration: DaemonConfiguration
    /// Worth a look, but no reason not to start.
    package var warnings: [ConfigurationProblem]
    /// Keys that were not given and have their defaults.
    package var defaulted: [String]
    package var files: Files
    let namedFiles: [NamedFile]

    /// Where the configuration was read from.
    package struct Files: Sendable, Equatable {
        package var configuration: String
        package var partners: String
        package var rules: String
    }

    /// Looks at the files and folders that the configuration names: whether they are there, and whether
    /// others may read the secrets.
    package func fileWarnings() -> [ConfigurationProblem] { namedFiles.compactMap(\.warning) }
}

extension DaemonConfiguration {
    /// Reads all three files and checks them against each other.
    ///
    /// - Parameter path: `minuted.yaml`; it names the other two.
    /// - Returns: the configuration with its warnings.
    /// - Throws: everything that is wrong with the three files, from one run.
    package static func load(_ path: String) throws(ConfigurationErrors) -> LoadedConfiguration {
        let report = YAMLReport()
        let reader = ConfigurationReader(report: report)
        let result = YAMLDocument.open(path, report: report).flatMap { reader.read($0) }
        guard report.errors.isEmpty, let result else {
            throw ConfigurationErrors(
                problems: report.ordered(report.errors),
                warnings: report.ordered(report.warnings)
            )
        }
        return LoadedConfiguration(
            configuration: result.configuration,
            warnings: report.ordered(report.warnings),
            defaulted: report.defaulted,
            files: .init(configuration: path, partners: result.partners, rules: result.rules),
            namedFiles: report.namedFiles
        )
    }
}
