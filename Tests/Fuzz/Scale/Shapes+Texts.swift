extension Shape {
    /// Where a line may stand, each of which is read by other rules.
    private static let contexts = [
        ("a line", "Minutes of strategy meeting\n"),
        ("present", "Strategy meeting\n\nPresent:\n\nAnn Bell, "),
        ("a child", "Strategy meeting\n\nChild's name: Ann "),
        ("information", "Strategy meeting\n\nInformation shared\n\nPolice: "),
    ]

    /// What a line may repeat.
    private static let repeatedPieces = [
        "a", "word ", "Ann Bell, ", "Ann Bell (Head), ", "Ann Bell - Head - School; ", "PC ", "Mr A ",
        "Present: ", "a: ", "(",
        ")", "((a) ", "[x] ", "☒ ", "\t", "a\t", " ", "-", "- ", "– ", "a – ", "/", "a/", ".", "a. ", "A. ",
        "e.g. ", "?", "12 ",
        "3/11/2026 ", "3 November ", "2pm ", "10:30-11:30 ", "999 ", "LCS 123456 ", "’", "e\u{301}",
        "\u{301}",
        "\u{1F468}\u{200D}", "\u{1F1EC}", "<", "<a>", "[", "[a] ", "\"", "'a ", "School ", "school nurse ",
        "strategy meeting ", "and ", "Police and health ", "not ", "a@b.example ", "O'", "DOB: 1/2/2015 ",
        "Child: Ann Bell ",
        "N/A ", ", ", "; ", ": ", "| ", "_", "&", "sent apologies ", "Ann told us. ", "a  b ", "for ",
        "of the ", "A",
    ]

    /// Plain texts and Markdown.
    static let texts: [Shape] =
        contexts.flatMap { name, head in
            repeatedPieces.map { Shape("\(name) of \($0.debugDescription)", .text, head, $0) }
        }
        + [
            ("lines", "A line of words about nothing.\n"), ("carriage returns", "a\r"), ("empty lines", "\n"),
            ("people", "Ann Bell# - Head Teacher - School\n"),
            ("the same person", "Ann Bell - Head - School\n"),
            ("labels", "Label#: value\n"), ("headings", "ATTENDANCE#\n"),
            ("present", "Present: Ann Bell#, Police\n"),
            ("children", "Child: Ann Bell#\nDOB: 1/2/2015\n"), ("dates", "Date of meeting: 3/11/2026\n"),
            ("agencies", "Police#: Ann Bell said that nothing is known.\n"), ("list", "- Ann Bell#\n"),
            ("columns", "Ann Bell#\tHead\tSchool\tYes\n"), ("rules", "----------\n"), ("quoted", "> a\n"),
            ("actions", "1. Ann Bell# to call the school by 3/11/2026\n"), ("nested", "  - a\n    - b\n"),
            ("waiting labels", "Name:\n"), ("bars", "a | b | c\n"),
            ("sentences", "Ann Bell# told us of it. "),
        ]
        .map { Shape($0.0, .text, "Minutes of strategy meeting\nAttendance\n", $0.1) }
        + [
            "| a# | b |\n", "- a\n", "**", "__", "*a", "`", "```\n", "[", "[a](", "![", "~~", "<", "<!--",
            "\\", "|", "| ", "> ",
            ">", "#", "1. a\n", "    a\n", "&amp;", "- [x] a\n", "<br>", "a\n===\n",
        ]
        .map {
            Shape(
                "marks \($0.debugDescription)",
                .markdown,
                "# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n",
                $0
            )
        }
}
