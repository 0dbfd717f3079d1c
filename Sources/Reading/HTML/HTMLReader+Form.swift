import CXML

extension HTMLReader {
    /// Fields of forms and pairs of label and value, which become lines "label: value".
    mutating func formElement(
        _ name: String,
        _ node: xmlNodePtr,
        in container: inout Container
    ) throws(ReadingError) {
        switch name {
        case "input": input(node)
        case "select":
            let chosen = HTMLReader.chosen(in: node)
            line.append(field: chosen.joined(separator: ", "), isBox: false)
        case "option": break
        case "textarea":
            let outer = line.format.isPreformatted
            line.append(field: "", isBox: false)
            line.format.isPreformatted = true
            line.append(field: node.allText, isBox: false)
            line.format.isPreformatted = outer
        case "label": try label(node, in: &container)
        case "dl":
            try flush(in: &container)
            try walkChildren(node, in: &container)
            try flush(in: &container)
        case "dt":
            try flush(in: &container)
            line.startLabel()
            try walkChildren(node, in: &container)
            line.endLabel()
        case "dd":
            try flush(in: &container, keepingLabel: true)
            try walkChildren(node, in: &container)
            try flush(in: &container)
        default: break
        }
    }

    /// A label, whose value stands beside it or in the next block.
    mutating func label(_ node: xmlNodePtr, in container: inout Container) throws(ReadingError) {
        if line.awaitsValue { try flush(in: &container) }
        let isFirst = line.isEmpty
        line.startLabel()
        try walkChildren(node, in: &container)
        if isFirst { line.endLabel() }
    }

    /// What a field of a form shows.
    private mutating func input(_ node: xmlNodePtr) {
        switch node.attribute("type")?.lowercased() {
        case "checkbox", "radio": line.append(field: Marks.box(node.attribute("checked") != nil), isBox: true)
        case "hidden", "submit", "button", "reset", "image", "file", "password": break
        default: line.append(field: node.attribute("value") ?? "", isBox: false)
        }
    }

    /// The options that are chosen in a list; without a word about it none is.
    private static func chosen(in list: xmlNodePtr) -> [String] {
        var chosen: [String] = []
        var next = list.pointee.children
        while let child = next {
            next = child.pointee.next
            if child.element == "optgroup" {
                chosen += self.chosen(in: child)
            } else if child.element == "option", child.attribute("selected") != nil {
                chosen.append(child.allText.trimmedOfSpace)
            }
        }
        return chosen
    }

    /// Systems without label elements say it in a class.
    static func isLabel(_ node: xmlNodePtr) -> Bool {
        node.hasClass([
            "label", "lbl", "field-label", "fieldlabel", "form-label", "control-label", "field-name",
            "fieldname",
            "question-label",
        ])
    }

    /// The sign of a footnote, which is not part of the text.
    static func isNoteSign(_ node: xmlNodePtr) -> Bool {
        node.hasClass([
            "msofootnotereference", "msoendnotereference", "msocommentreference", "sdfootnoteanc",
            "sdfootnotesym",
            "sdendnoteanc", "sdendnotesym",
        ])
    }

    /// Pictures are not read, but for those of ticks, which say so in words for people who do not see them.
    mutating func image(_ node: xmlNodePtr) {
        let source = node.attribute("src")?.lowercased() ?? ""
        if source.hasPrefix("http:") || source.hasPrefix("https:") || source.hasPrefix("//") {
            traces.externalLinks += 1
        }
        switch node.attribute("alt")?.lowercased().trimmedOfSpace {
        case "tick", "ticked", "checked", "selected": line.append(field: Marks.ticked, isBox: true)
        case "unticked", "not ticked", "unchecked", "not checked":
            line.append(field: Marks.unticked, isBox: true)
        default: break
        }
    }

    /// Parts that Word sets apart; false if it is to be read like any other.
    mutating func wordElement(
        _ node: xmlNodePtr,
        _ style: HTMLStyle,
        in container: inout Container
    ) throws(ReadingError) -> Bool {
        switch style.wordElement {
        case "comment-list":
            try node.forEachChild { child in
                if child.element == "div" { traces.comments += 1 }
            }
            return true
        case "field-begin", "field-separator", "field-end", "footnote-sep", "endnote-sep": return true
        default: return false
        }
    }

    /// Leaves out what a browser does not show, and counts it where it may be more than the page's own machinery.
    mutating func isHidden(_ node: xmlNodePtr, _ name: String, _ style: HTMLStyle) -> Bool {
        let isHidden = style.isHidden ?? (node.attribute("hidden") != nil)
        guard isHidden else { return false }
        let text = node.allText
        guard name != "script", name != "style", text.utf8.contains(where: { $0 > 0x20 }) else { return true }
        // A rule of the style sheet hides what a form keeps ready for who fills it in.
        if ownStyle(of: node).isHidden == true || node.attribute("hidden") != nil
            || !HTMLReader.isMachinery(text)
        {
            traces.hiddenRuns += 1
        }
        return true
    }

    /// Help and messages of a form.
    private static func isMachinery(_ text: String) -> Bool {
        let words = text.lowercased()
        return [
            "guidance", "template", "help text", "javascript", "loading", "tooltip", "click ", "skip to",
            "please select", "please enter", "required field", "print this",
        ].contains { words.contains($0) }
    }
}
