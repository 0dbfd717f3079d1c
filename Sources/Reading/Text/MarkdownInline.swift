import Minutes

/// Takes the marks of emphasis, links and check boxes out of a piece of Markdown.
enum MarkdownInline {
    static func line(_ source: String) -> Line {
        let source = checkBoxes(source)
        var text = ""
        var removed = ""
        var isStruck = false
        var boldDepth = 0
        var isBold = true
        let scalars = Array(source.unicodeScalars)
        var index = 0
        func at(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }
        while let scalar = at(index) {
            switch scalar {
            case "\\" where at(index + 1).map(isPunctuation) == true:
                text.unicodeScalars.append(scalars[index + 1])
                index += 2
                continue
            case "~" where at(index + 1) == "~":
                isStruck.toggle()
                index += 2
                continue
            case "*" where at(index + 1) == "*",
                "_" where at(index + 1) == "_" && isAtWordEdge(index, 2, scalars):
                boldDepth = boldDepth == 0 ? 1 : 0
                index += 2
                continue
            case "*" where isAtWordEdge(index, 1, scalars), "_" where isAtWordEdge(index, 1, scalars), "`":
                index += 1
                continue
            case "[":
                if let link = link(scalars, from: index) {
                    text += link.text
                    index = link.end
                    continue
                }
            default: break
            }
            if isStruck {
                removed.unicodeScalars.append(scalar)
            } else {
                text.unicodeScalars.append(scalar)
                if boldDepth == 0, !scalar.properties.isWhitespace { isBold = false }
            }
            index += 1
        }
        let visible = Marks.normalised(text.trimmed())
        return Line(visible, isBold: isBold && !visible.isEmpty, removed: removed.trimmed())
    }

    private static func checkBoxes(_ source: String) -> String {
        guard source.utf8.contains(UInt8(ascii: "[")) else { return source }
        return source.replacing("[x]", with: Marks.ticked).replacing("[X]", with: Marks.ticked)
            .replacing("[ ]", with: Marks.unticked)
    }

    /// A mark of emphasis touches a word on exactly one side; "3 * 4" and "a_b" are none.
    private static func isAtWordEdge(_ index: Int, _ length: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        let before = index > 0 ? scalars[index - 1] : " "
        let after = index + length < scalars.count ? scalars[index + length] : " "
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        if before.properties.isWhitespace && after.properties.isWhitespace { return false }
        return !(isWord(before) && isWord(after))
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
            && !scalar.properties.isWhitespace
    }

    private static func link(_ scalars: [Unicode.Scalar], from start: Int) -> (text: String, end: Int)? {
        guard let close = scalars[start...].prefix(500).firstIndex(of: "]"), close + 1 < scalars.count,
            scalars[close + 1] == "(", let end = scalars[close...].prefix(2000).firstIndex(of: ")")
        else { return nil }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start + 1..<close])
        return (String(text), end + 1)
    }
}
