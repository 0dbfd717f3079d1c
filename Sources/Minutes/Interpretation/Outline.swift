/// A document in reading order with what the place of each piece says of it: heading, label, agency.
///
/// Interpretation works on this and on nothing else, so that a paragraph, a label and its value, and a row of a layout
/// table that say the same thing look the same.
struct Outline {
    var items: [Item] = []
    /// Labels with their values, wherever they stand: the body's first, then page headers, then page footers.
    var facts: [Fact] = []

    enum Item {
        case passage(Passage)
        case grid(Grid)
    }

    /// One stretch of text.
    struct Passage {
        var text: String
        var place: String
        var section: Section?
        /// The agency whose heading or label opens the stretch.
        var agency: Partner?
        var isHeading = false
        /// Opened by a label on the same line, which is not part of the text.
        var label: String?
        /// The label is itself a heading such as "Present", so that the text is what the section holds.
        var labelOpensSection = false
        /// The words of the heading in force.
        var heading = ""
        var zone = Zone.body

        var tokens: Tokens { Tokens(text) }
    }

    /// A table that is not layout.
    struct Grid {
        var table: Table
        var place: String
        var section: Section?
        var agency: Partner?
        /// The words of the heading above it.
        var heading: String
    }

    struct Fact {
        var label: String
        var value: String
        var place: String
        var section: Section?
        /// The agency whose heading or table it stands under, and the words that name it.
        var agency: Partner?
        var heading: String
        var zone: Zone

        var key: String { Tokens(label).key }

        /// The table that the fact stands in; its place otherwise.
        var group: Substring { place.prefixBefore(", row") }
    }

    enum Zone: Sendable {
        case body
        case header
        case footer
    }

    var passages: [Passage] {
        items.compactMap { if case .passage(let passage) = $0 { passage } else { nil } }
    }

    var bodyPassages: [Passage] { passages.filter { $0.zone == .body } }

    var grids: [Grid] { items.compactMap { if case .grid(let grid) = $0 { grid } else { nil } } }

    func facts(_ isWanted: (String) -> Bool) -> [Fact] { facts.filter { isWanted($0.key) } }
}

extension String {
    func prefixBefore(_ mark: String) -> Substring {
        firstRange(ofText: mark).map { self[..<$0.lowerBound] } ?? self[...]
    }
}
