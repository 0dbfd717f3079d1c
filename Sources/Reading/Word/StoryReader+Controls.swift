extension StoryReader {
    /// Reads a content control, at any level; `content` walks through the element at which the cursor then stands.
    ///
    /// A control that only shows its placeholder keeps its rows and cells and loses its text.
    func contentControl(_ content: () throws(ReadingError) -> Void) throws(ReadingError) {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw .nestedTooDeeply }
        var isPlaceholder = false
        var isTicked: Bool?
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .controlProperties:
                (isPlaceholder, isTicked) = try controlProperties()
            case .controlContent:
                let outer = checkBox
                if let isTicked {
                    checkBox = CheckBox(isTicked: isTicked)
                    try content()
                    checkBox = outer
                } else {
                    placeholders += isPlaceholder ? 1 : 0
                    defer { placeholders -= isPlaceholder ? 1 : 0 }
                    try content()
                }
            default: break
            }
        }
    }

    private func controlProperties() throws(ReadingError) -> (isPlaceholder: Bool, isTicked: Bool?) {
        var isPlaceholder = false
        var isTicked: Bool?
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .showsPlaceholder: isPlaceholder = cursor.isOn
            case .controlCheckBox:
                isTicked = false
                try cursor.forEachChild { tag throws(ReadingError) in
                    if tag == .controlChecked { isTicked = cursor.isOn }
                }
            default: break
            }
        }
        return (isPlaceholder, isTicked)
    }

    /// Follows a field through begin, separate and end; form fields say what they show at their begin.
    func fieldCharacter(_ format: RunFormat) throws(ReadingError) {
        switch cursor.attribute("fldCharType") {
        case "begin":
            var shown: String?
            try cursor.forEachChild { tag throws(ReadingError) in
                if tag == .formField { shown = try formField() }
            }
            if let shown { emit(shown, format) }
            fields.append(Field(hasShown: shown != nil))
        case "separate":
            if let field = fields.last, !field.hasShown { fields[fields.count - 1].showsResult = true }
        case "end":
            _ = fields.popLast()
        default: break
        }
    }

    /// What a legacy check box or drop-down shows; text fields show their result instead.
    private func formField() throws(ReadingError) -> String? {
        var shown: String?
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .fieldCheckBox:
                var byDefault = false
                var checked: Bool?
                try cursor.forEachChild { tag throws(ReadingError) in
                    if tag == .fieldDefault { byDefault = cursor.isOn }
                    if tag == .fieldChecked { checked = cursor.isOn }
                }
                shown = Marks.box(checked ?? byDefault)
            case .fieldDropDown:
                var entries: [String] = []
                var byDefault = 0
                var chosen: Int?
                try cursor.forEachChild { tag throws(ReadingError) in
                    if tag == .fieldEntry { entries.append(cursor.attribute("val") ?? "") }
                    if tag == .fieldDefault { byDefault = cursor.number ?? 0 }
                    if tag == .fieldResult { chosen = cursor.number }
                }
                let index = chosen ?? byDefault
                shown = entries.indices.contains(index) ? entries[index] : nil
            default: break
            }
        }
        return shown
    }
}
