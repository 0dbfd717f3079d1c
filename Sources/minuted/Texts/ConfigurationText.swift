import Settings

/// What `minuted config check` has to say, and what keeps any command from beginning.
struct ConfigurationText {
    let text: String

    init(_ loaded: LoadedConfiguration) {
        let warnings = loaded.warnings + loaded.fileWarnings()
        var screen = Screen()
        for warning in warnings { screen.item("warning: ", warning.description) }
        screen.paragraph(
            warnings.isEmpty
                ? "The configuration is good."
                : "The configuration can be used; " + Wording.count(warnings.count, "warning") + " above."
        )
        text = Self.lines(loaded.summary) + screen.text
    }

    init(_ errors: ConfigurationErrors) {
        var screen = Screen()
        for problem in errors.problems { screen.item("error: ", problem.description) }
        for warning in errors.warnings { screen.item("warning: ", warning.description) }
        let count = Wording.count(errors.problems.count, "error")
        screen.paragraph(
            "The configuration cannot be used: \(count). Mend the files, then `minuted config check`."
        )
        text = screen.text
    }

    /// As they are laid out, but with nothing unseen in them.
    private static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { Screen.visible(String($0)) }
            .joined(separator: "\n")
    }
}
