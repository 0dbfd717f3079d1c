/// What the reading of all files has to say so far: one is shared by every cursor of one run.
final class YAMLReport {
    private(set) var errors: [ConfigurationProblem] = []
    private(set) var warnings: [ConfigurationProblem] = []
    /// Keys that have a default and were not given.
    private(set) var defaulted: [String] = []
    private(set) var namedFiles: [NamedFile] = []
    /// In the order in which they were opened.
    private var openedFiles: [String] = []

    /// Problems by file, then by place.
    func ordered(_ problems: [ConfigurationProblem]) -> [ConfigurationProblem] {
        let ranks = Dictionary(openedFiles.enumerated().map { ($1, $0) }) { first, _ in first }
        return problems.sorted { left, right in
            (ranks[left.file] ?? 0, left.line, left.column) < (
                ranks[right.file] ?? 0, right.line, right.column
            )
        }
    }

    func add(openedFile file: String) { openedFiles.append(file) }

    func add(error: ConfigurationProblem) { errors.append(error) }

    func add(warning: ConfigurationProblem) { warnings.append(warning) }

    func add(defaulted key: String) { defaulted.append(key) }

    func add(file: NamedFile) { namedFiles.append(file) }
}
