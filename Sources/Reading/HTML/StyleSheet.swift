import CXML

/// The rules of a page's own style sheet that decide what is seen or how it counts (CSS 2.1, chapters 4 to 6).
///
/// Selectors of elements, classes, identifiers and their ancestors are followed; a rule with any other selector is
/// left out, so that it hides nothing.
struct StyleSheet {
    private struct Compound {
        var element = ""
        var identifier = ""
        var classes: [String] = []

        var specificity: Int {
            (identifier.isEmpty ? 0 : 10_000) + classes.count * 100 + (element.isEmpty ? 0 : 1)
        }
    }

    private struct Rule {
        /// The subject and then its ancestors, nearest first.
        var selector: [Compound]
        var style: HTMLStyle
        var specificity: Int
    }

    private var rules: [Rule] = []
    private var byElement: [String: [Int]] = [:]
    private var byClass: [String: [Int]] = [:]
    private var byIdentifier: [String: [Int]] = [:]

    /// Steps of selectors that may still be compared with elements.
    private var comparisonsLeft = 1_000_000

    private static let mostRules = 1000
    /// Letters of an attribute with more classes than anybody gives to an element.
    private static let mostClassLetters = 1000

    var isEmpty: Bool { rules.isEmpty }

    /// The page has more rules and elements than can be compared, so that what it hides is not known.
    var isExhausted: Bool { comparisonsLeft <= 0 }

    /// Adds what stands in a style element.
    mutating func add(_ text: String) {
        var rest = StyleSheet.withoutComments(text).utf8[...]
        add(rules: &rest, isInside: false)
    }

    private mutating func add(rules rest: inout Substring.UTF8View, isInside: Bool) {
        while let stop = rest.firstIndex(where: { $0 == open || $0 == close || $0 == UInt8(ascii: ";") }) {
            let head = rest[..<stop]
            let sign = rest[stop]
            rest = rest[stop...].dropFirst()
            if sign == close {
                if isInside { return }
            } else if sign == open {
                let isAtRule = head.first { $0 > 0x20 } == UInt8(ascii: "@")
                if isAtRule {
                    let words = String(Substring(head)).lowercased()
                    let isScreen =
                        words.contains("@media") && (!words.contains("print") || words.contains("screen"))
                    if isScreen, !isInside {
                        add(rules: &rest, isInside: true)
                    } else {
                        StyleSheet.skipBlock(&rest)
                    }
                } else {
                    let end = rest.firstIndex(of: close) ?? rest.endIndex
                    let style = HTMLStyle(declarations: Substring(rest[..<end]))
                    if !style.isSilent { add(String(Substring(head)).lowercased(), style) }
                    rest = rest[end...].dropFirst()
                }
            }
        }
    }

    private let open = UInt8(ascii: "{")
    private let close = UInt8(ascii: "}")

    private mutating func add(_ selectors: String, _ style: HTMLStyle) {
        for selector in selectors.split(separator: ",") {
            let steps = selector.split { $0 == ">" || $0.isWhitespace }
            let compounds = steps.reversed().map(StyleSheet.compound)
            guard rules.count < StyleSheet.mostRules, (1...8).contains(compounds.count),
                let subject = compounds.first ?? nil, !compounds.contains(where: { $0 == nil })
            else { continue }
            let selector = compounds.compactMap { $0 }
            rules.append(
                Rule(
                    selector: selector,
                    style: style,
                    specificity: selector.reduce(0) { $0 + $1.specificity }
                )
            )
            let index = rules.count - 1
            if !subject.identifier.isEmpty {
                byIdentifier[subject.identifier, default: []].append(index)
            } else if let name = subject.classes.first {
                byClass[name, default: []].append(index)
            } else {
                byElement[subject.element, default: []].append(index)
            }
        }
    }

    /// What the rules say about an element, the most telling last.
    mutating func style(of node: xmlNodePtr, _ element: String) -> HTMLStyle? {
        guard !rules.isEmpty, !isExhausted else { return nil }
        var found = byElement[element] ?? []
        if !byClass.isEmpty {
            for name in Set(StyleSheet.classes(of: node)) { found += byClass[String(name)] ?? [] }
        }
        if !byIdentifier.isEmpty, let identifier = node.attribute("id") {
            found += byIdentifier[identifier.lowercased()] ?? []
        }
        guard !found.isEmpty else { return nil }
        var matching: [Int] = []
        for index in found where matches(rules[index].selector, node) { matching.append(index) }
        guard !matching.isEmpty else { return nil }
        matching.sort { (rules[$0].specificity, $0) < (rules[$1].specificity, $1) }
        var style = HTMLStyle()
        for index in matching { style.merge(rules[index].style) }
        return style
    }

    private mutating func matches(_ selector: [Compound], _ node: xmlNodePtr) -> Bool {
        comparisonsLeft -= 1
        guard let subject = selector.first, StyleSheet.matches(subject, node) else { return false }
        var wanted = selector.dropFirst()
        var next = node.pointee.parent
        while let compound = wanted.first {
            guard let ancestor = next, ancestor.pointee.type == XML_ELEMENT_NODE else { return false }
            comparisonsLeft -= 1
            if StyleSheet.matches(compound, ancestor) { wanted = wanted.dropFirst() }
            next = ancestor.pointee.parent
        }
        return true
    }

    private static func matches(_ compound: Compound, _ node: xmlNodePtr) -> Bool {
        if !compound.element.isEmpty, node.pointee.name.map({ String(cString: $0) }) != compound.element {
            return false
        }
        if !compound.identifier.isEmpty, node.attribute("id")?.lowercased() != compound.identifier {
            return false
        }
        guard !compound.classes.isEmpty else { return true }
        let classes = classes(of: node)
        return compound.classes.allSatisfy { wanted in classes.contains { $0 == wanted } }
    }

    private static func classes(of node: xmlNodePtr) -> [Substring] {
        guard let names = node.attribute("class"), names.utf8.count <= mostClassLetters else { return [] }
        return names.lowercased().split(separator: " ")
    }

    /// One step of a selector, nil for what is not followed.
    private static func compound(_ text: Substring) -> Compound? {
        var compound = Compound()
        var sign: Character = " "
        var name = ""
        func isPart(_ character: Character) -> Bool {
            character.isLetter || character.isNumber || character == "-" || character == "_"
        }
        func close() {
            switch sign {
            case ".": compound.classes.append(name)
            case "#": compound.identifier = name
            default: compound.element = name == "*" ? "" : name
            }
            name = ""
        }
        for character in text {
            if character == "." || character == "#" {
                close()
                sign = character
            } else if isPart(character) || character == "*" && name.isEmpty && sign == " " {
                name.append(character)
            } else {
                return nil
            }
        }
        close()
        // "*" and nothing else is a rule for everything, which no page hides.
        return compound.specificity == 0 ? nil : compound
    }

    private static func skipBlock(_ rest: inout Substring.UTF8View) {
        var depth = 1
        while depth > 0,
            let stop = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") })
        {
            depth += rest[stop] == UInt8(ascii: "{") ? 1 : -1
            rest = rest[stop...].dropFirst()
        }
        if depth > 0 { rest = rest[rest.endIndex...] }
    }

    /// Without comments, and without the signs of HTML comments that hide a sheet from old browsers.
    private static func withoutComments(_ text: String) -> Substring {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.utf8.count)
        var isComment = false
        for byte in text.utf8 {
            let last = kept.last
            if isComment {
                // The last byte of a comment is remembered in place of the comment.
                if byte == UInt8(ascii: "/"), last == UInt8(ascii: "*") {
                    isComment = false
                    kept[kept.count - 1] = 0x20
                } else {
                    kept[kept.count - 1] = byte
                }
            } else if byte == UInt8(ascii: "*"), last == UInt8(ascii: "/") {
                isComment = true
                kept[kept.count - 1] = 0x20
            } else {
                kept.append(byte)
                if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ">") {
                    for sign in ["<!--", "-->"] where kept.suffix(sign.utf8.count).elementsEqual(sign.utf8) {
                        kept.removeLast(sign.utf8.count)
                    }
                }
            }
        }
        return Substring(decoding: kept, as: UTF8.self)
    }
}
