/// An element of a Word file, wherever its attributes are read from: what they say is said in one place.
protocol Attributed {
    /// The value of the attribute with that local name.
    func attribute(_ name: StaticString) -> String?
}

extension XMLCursor: Attributed {}

extension XMLNode: Attributed {
    func attribute(_ name: StaticString) -> String? {
        attributes.first { attribute in name.withUTF8Buffer { attribute.name.utf8.elementsEqual($0) } }?.value
    }
}

extension Attributed {
    /// A property that is there is on, unless its value says otherwise.
    var isOn: Bool { attribute("val").map(Self.isTrue) ?? true }

    func isOn(_ name: StaticString) -> Bool { attribute(name).map(Self.isTrue) ?? false }

    var number: Int? { attribute("val").flatMap { Int($0) } }

    /// At shading: it puts another colour than white behind the text, for all that is written there.
    var isColouredShading: Bool {
        func isPaper(_ value: String?) -> Bool {
            value.map { ["auto", "ffffff", "clear", "nil", "none"].contains($0.lowercased()) } ?? true
        }
        return !isPaper(attribute("fill")) || !isPaper(attribute("val")) || attribute("themeFill") != nil
    }

    var isHighlight: Bool { attribute("val").map { !["none", "white"].contains($0) } ?? false }

    /// At a colour: white, or so near to it that nobody can read it on paper.
    var isWhite: Bool {
        guard let value = attribute("val"), value.utf8.count == 6, let colour = UInt32(value, radix: 16)
        else {
            return false
        }
        return [colour >> 16, colour >> 8 & 0xFF, colour & 0xFF].allSatisfy { $0 >= 0xF8 }
    }

    private static func isTrue(_ value: String) -> Bool { !["0", "false", "off"].contains(value) }

    /// At a shape of VML: no program draws it.
    var isHiddenShape: Bool {
        attribute("style").map { style in
            style.lowercased().filter { !$0.isWhitespace }.contains("visibility:hidden")
        } ?? false
    }
}
