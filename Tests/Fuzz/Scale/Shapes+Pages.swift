extension Shape {
    /// Pages saved as files.
    static let pages: [Shape] =
        [
            ("paragraphs", "", "<p>a</p>", ""), ("one paragraph", "<p>", "word ", "</p>"),
            ("runs", "<p>", "<b>a</b> ", ""),
            ("unclosed", "<p>", "<b>a", ""), ("breaks", "<p>", "a<br>", ""),
            ("rows", "<table>", "<tr><td>a<td>b", ""),
            ("columns", "<table><tr>", "<td>a", ""), ("tables", "", "<table><tr><td>a</table>", ""),
            ("rowspans", "<table>", "<tr><td rowspan=9>a<td>b", ""),
            ("one rowspan", "<table><tr><td rowspan=65534>a", "<tr><td>b", ""),
            ("wide rowspans", "<table><tr>", "<td rowspan=2>a", "<tr><td>b"),
            ("colspans", "<table>", "<tr><td colspan=1000>a", ""),
            ("items", "<ul>", "<li>a", ""), ("definitions", "<dl>", "<dt>a<dd>b", ""),
            ("headings", "", "<h2>a</h2>", ""),
            ("attributes", "<p ", "a#=b ", ">x"), ("one attribute", "<p title='", "abc ", "'>x"),
            ("entities", "<p>", "&amp;", ""),
            ("numbers", "<p>", "&#233;", ""), ("comments", "", "<!-- a -->", "<p>x"),
            ("one comment", "<!--", "- ", "--><p>x"),
            ("classes", "<style>.b{display:none}</style><p class='", "c# ", "'>x"),
            ("scripts", "", "<script>a</script>", "<p>x"),
            ("style rules", "<style>", ".c#{display:none}", "</style><p class=c1>x<p>y"),
            ("one selector", "<style>", ".c# ", "{display:none}</style><p>x"),
            ("style marks", "<style>", "{", "</style><p>x"),
            ("style comments", "<style>", "/*", "</style><p>x"),
            ("inline styles", "", "<p style='display:none'>a<p>b", ""),
            ("declarations", "<p style='", "a:b;", "'>x"),
            ("labels", "", "<label for=i#>a</label><input id=i# value=b>", ""),
            ("options", "<select>", "<option>a", "</select>"),
            ("boxes", "", "<input type=checkbox checked> a<br>", ""),
            ("radios", "", "<label><input type=radio name=r#> a</label>", ""), ("less-thans", "<p>", "<", ""),
            ("end tags", "<p>x", "</b>", ""), ("quotes", "<p ", "\"", ">x"),
            ("text fields", "", "<textarea>a</textarea>", ""),
            ("blanks", "<p>a", " ", "b"), ("pre", "<pre>", "a\n", "</pre>"),
            ("links", "<p>", "<a href=b>a</a>", ""),
            ("fieldsets", "", "<fieldset><legend>a</legend>b</fieldset>", ""),
            ("divs", "", "<div>a</div>", ""),
            ("forms", "", "<form><table><tr><td>a<td><input value=b></table></form>", ""),
            ("deleted", "<p>", "<del>a</del>b", ""),
        ]
        .map { Shape($0.0, .html, "<html><body>" + $0.1, $0.2, $0.3) }
        + [
            Shape("styles by elements", .html) { count in
                let rules = repeated(".c#{font-weight:bold}", count)
                return .file(
                    Array("<html><style>\(rules)</style>\(repeated("<p class='c# x y'>a", count))".utf8)
                )
            }
        ]
}
