/// The name of a file as the file system has it: bytes, which need not be text.
///
/// Others choose these names. They may hold line breaks, control characters and invalid UTF-8; none of that is an
/// error, and none of it reaches a path, a log or a page: files are opened by these bytes, people see `display`.
package struct FileName: Hashable, Sendable {
    /// 1 to 255 bytes, none of them NUL or `/`; never `.` or `..`.
    package let bytes: [UInt8]

    /// NAME_MAX of Linux.
    package static let maximumLength = 255

    package init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard (1...Self.maximumLength).contains(bytes.count), !bytes.contains(0),
            !bytes.contains(UInt8(ascii: "/")), bytes != Array(".".utf8), bytes != Array("..".utf8)
        else { return nil }
        self.bytes = bytes
    }

    package init?(_ text: String) { self.init(bytes: text.utf8) }

    /// For names that the code itself writes down.
    init(fixed name: StaticString) {
        bytes = name.withUTF8Buffer(Array.init)
        precondition(Self(bytes: bytes) != nil, "a fixed name is a valid file name")
    }

    /// Ends with NUL, as system calls want it.
    var terminated: [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }

    /// The name for people: valid text of at most 120 characters, on one line, that cannot reorder what is around it.
    package var display: String {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        let shown =
            scalars.count <= Self.displayLimit
            ? scalars[...] : scalars.prefix(Self.displayLimit - 20) + ["\u{2026}"] + scalars.suffix(19)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: shown.map { Self.isHarmless($0) ? $0 : "\u{FFFD}" })
        return String(text)
    }

    private static let displayLimit = 120

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        // `format` holds the characters that turn the direction of writing, and those that cannot be seen.
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            false
        default: true
        }
    }
}

extension FileName: Comparable {
    package static func < (left: FileName, right: FileName) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
