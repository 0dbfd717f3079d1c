extension Shape {
    private static func open(_ name: String, _ head: String, _ piece: String, _ tail: String = "") -> Shape {
        Shape(name, .odt) { .file(Packed.open(body: head + repeated(piece, $0) + tail)) }
    }

    private static let rowOpen = "<table:table-row>"
    private static let cell = "<table:table-cell><text:p>a</text:p></table:table-cell>"

    private static func open(_ name: String, _ piece: String) -> Shape { open(name, "", piece) }

    /// OpenDocument texts.
    static let openTexts: [Shape] = [
        open("paragraphs", "<text:p>a</text:p>"),
        open("spans", "<text:p>", "<text:span text:style-name=\"T#\">a</text:span>", "</text:p>"),
        open("blanks", "<text:p>a", "<text:s text:c=\"9\"/>", "b</text:p>"),
        open("breaks", "<text:p>a", "<text:line-break/>", "b</text:p>"),
        open("rows", "<table:table>", rowOpen + cell + cell + "</table:table-row>", "</table:table>"),
        open("columns", "<table:table>" + rowOpen, cell, "</table:table-row></table:table>"),
        open(
            "repeated columns",
            "<table:table>",
            rowOpen + "<table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>",
            "</table:table>"
        ),
        open(
            "repeated cells",
            "<table:table>",
            rowOpen
                + "<table:table-cell table:number-columns-repeated=\"9\"><text:p>a</text:p></table:table-cell></table:table-row>",
            "</table:table>"
        ),
        open(
            "spanned rows",
            "<table:table>",
            rowOpen
                + "<table:table-cell table:number-rows-spanned=\"99\"><text:p>a</text:p></table:table-cell><table:covered-table-cell/></table:table-row>",
            "</table:table>"
        ),
        open("tables", "<table:table>" + rowOpen + cell + "</table:table-row></table:table>"),
        open("lists", "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"),
        open("items", "<text:list>", "<text:list-item><text:p>a</text:p></text:list-item>", "</text:list>"),
        open("notes", "<text:p>", "<office:annotation><text:p>a</text:p></office:annotation>", "</text:p>"),
        open(
            "frames",
            "<text:p>",
            "<draw:frame><draw:text-box><text:p>a</text:p></draw:text-box></draw:frame>",
            "</text:p>"
        ),
        open("sections", "<text:section text:display=\"none\"><text:p>a</text:p></text:section>"),
        open(
            "changes",
            "<text:p>",
            "<text:change-start text:change-id=\"c#\"/>a<text:change-end text:change-id=\"c#\"/>",
            "</text:p>"
        ),
        open("open changes", "<text:p>", "<text:change-start text:change-id=\"c#\"/>a", "</text:p>"),
        open(
            "deletions",
            "<text:tracked-changes>",
            "<text:changed-region text:id=\"c#\"><text:deletion><text:p>a</text:p></text:deletion></text:changed-region>",
            "</text:tracked-changes>"
        ),
        open(
            "deletions by places",
            "<text:tracked-changes><text:changed-region text:id=\"c\"><text:deletion><text:p>a long text that is gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>",
            "<text:change text:change-id=\"c\"/>",
            "</text:p>"
        ),
        Shape("a chain of styles", .odt) { count in
            let styles = (0..<count).map {
                "<style:style style:name=\"s\($0)\" style:family=\"paragraph\" style:parent-style-name=\"s\($0 + 1)\"/>"
            }
            return .file(
                Packed.open(
                    body: repeated("<text:p text:style-name=\"s#\">a</text:p>", count),
                    styles: styles.joined()
                )
            )
        },
    ]
}
