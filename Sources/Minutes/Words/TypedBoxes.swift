extension String {
    /// "[x]" and "[ ]", as people type boxes, as ☒ and ☐.
    var withBoxes: String {
        guard utf8.contains(UInt8(ascii: "[")) else { return self }
        var result = ""
        var rest = self[...]
        while let open = rest.firstIndex(of: "[") {
            result += rest[..<open]
            // Not further than a box goes: brackets may open without end.
            let inside = rest[rest.index(after: open)...].prefix(4).prefix { $0 != "]" }
            let mark = inside.filter { !$0.isWhitespace }.lowercased()
            let isBox = inside.count <= 3 && inside.endIndex < rest.endIndex
            switch mark {
            case "x" where isBox, "✓" where isBox, "✔" where isBox: result += "☒"
            case "" where isBox: result += "☐"
            default:
                result += "["
                rest = rest[rest.index(after: open)...]
                continue
            }
            rest = rest[rest.index(after: inside.endIndex)...]
        }
        return result + rest
    }
}
