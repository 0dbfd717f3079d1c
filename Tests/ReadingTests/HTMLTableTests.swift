import Minutes
import Reading
import Testing

/// Tables of pages, and the forms that stand in them.
struct HTMLTableTests {
    private func page(_ body: String, head: String = "") throws -> Document {
        try readDocument(Array("<html><head>\(head)</head><body>\(body)</body></html>".utf8))
    }

    @Test func `cells that reach over columns and rows stand in each row`() throws {
        let table = try #require(
            try page(
                """
                <table><tr><th rowspan=2>Name<th colspan=2>Was<tr><th>invited<th>there\
                <tr><td>Ava<td rowspan=3>x<td>y<tr><td>Bea<td>z<tr><td>Cy</table>
                """
            ).tables.first
        )

        #expect(
            table.rows.map(\.text) == [
                "Name | Was", "Name | invited | there", "Ava | x | y", "Bea | x | z", "Cy | x",
            ]
        )
        #expect(table.rows[1].cells.map(\.isContinuation) == [true, false, false])
        #expect(table.rows[1].cells.map(\.column) == [0, 1, 2])
        #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
        #expect(table.rows.map(\.isHeader) == [true, true, false, false, false])
        #expect(table.rows[3].cells.map(\.column) == [0, 1, 2])
    }

    @Test func `a cell reaches no further than its group of rows`() throws {
        let table = try #require(
            try page(
                "<table><thead><tr><td rowspan=9>h<td>i</thead><tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody>"
                    + "<tbody><tr><td>d<td>e</tbody></table>"
            ).tables.first
        )

        #expect(table.rows.map(\.text) == ["h | i", "a | b", "a | c", "d | e"])
        #expect(table.rows.map(\.isHeader) == [true, false, false, false])
    }

    @Test func `captions, forms and text between the rows are not lost`() throws {
        let document = try page(
            "<table><caption>Who came</caption><form><tr><td>a<td>b</tr></form>stray<tr><td>c<td>d</table>"
        )

        #expect(document.text.contains("Who came"))
        #expect(document.text.contains("stray"))
        #expect(document.tables.first?.rows.map(\.text) == ["a | b", "c | d"])
    }

    @Test func `tables in tables keep their places, and those of one column are layout`() throws {
        let document = try page(
            "<table><tr><td><p>Top</p><table><tr><td>a<td><table><tr><td>b<td>c</table></table></table>"
        )

        #expect(document.blocks.map(\.place) == ["paragraph 1", "table 1"])
        #expect(document.outline.contains("[table 1, row 1, inner table 1, row 1] b"))
    }

    @Test func `styles that make tables make tables`() throws {
        let head = "<style>.t{display:table} .r{display:table-row} .c{display:table-cell}</style>"

        let document = try page(
            "<div class=t><div class=r><div class=c>Name</div><div class=c>Role</div></div>"
                + "<div class=r><div class=c>Ava</div><div class=c>Nurse</div></div></div>",
            head: head
        )

        #expect(document.tables.first?.rows.map(\.text) == ["Name | Role", "Ava | Nurse"])
    }

    @Test func `fields show what they hold`() throws {
        let document = try page(
            """
            <p><label>Child</label><input value="Ava Sample"></p>\
            <p>Urgent? <input type=radio checked>Yes <input type=radio> No</p>\
            <p><label><input type=checkbox checked="checked"> Health</label> <input type="checkbox">Police</p>\
            <p><label for=k>Kind:</label> <select id=k><option>Review<option selected>Strategy</select></p>\
            <label>Notes</label><textarea>one\ntwo</textarea>
            """
        )

        #expect(
            document.blocks.compactMap(\.line?.text) == [
                "Child: Ava Sample", "Urgent? ☒ Yes ☐ No", "☒ Health ☐ Police", "Kind: Strategy",
                "Notes: one\ntwo",
            ]
        )
    }

    @Test func `labels and their values in blocks of their own become one line`() throws {
        let document = try page(
            """
            <div class=row><div><label>Date</label></div><div>19/11/2026</div></div>\
            <div><span class="field-label">Time:</span><div>14:00</div></div>\
            <div><label>Chair</label></div><div><label>Minutes</label> Sam</div>\
            <dl><dt>Kind<dd>Strategy<dt>Where<dd><p>Teams</p><dt>Nothing</dl><h2>Next</h2>
            """
        )

        #expect(
            document.blocks.compactMap(\.line?.text) == [
                "Date: 19/11/2026", "Time: 14:00", "Chair", "Minutes: Sam", "Kind: Strategy", "Where: Teams",
                "Nothing",
                "Next",
            ]
        )
    }

    @Test func `a label that is alone in a cell is the cell`() throws {
        let table = try #require(try page("<table><tr><td><label>Date</label><td>today</table>").tables.first)

        #expect(table.rows.first?.text == "Date | today")
    }
}
