/// A document in reading order with what the place of each piece says of it: heading, label, agency.
///
/// Interpretation works on this and on nothing else, so that a paragraph, a label and its value, and a row of a layout
/// table that say the same thing look the same.
struct Outline {
    var passages: [Passage] = []
    var grids: [Grid] = []
    /// Labels with their values, wherever they stand: the body's first, then page headers, then page footers.
    var facts: [Fact] = []

    /// One stretch of text.
    struct Passage {
        let text: String
        let tokens: Tokens
        let sentences: [Tokens]
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
        /// The line of the attendance part that names the agency of the people under it.
        var agencyName = ""
        var zone = Zone.body

        init(_ text: String, place: String, section: Section?, agency: Partner?) {
            self.text = text
            self.place = place
            self.section = section
            self.agency = agency
            tokens = Tokens(text)
            let pieces = text.sentences
            sentences = pieces.count == 1 && pieces[0] == text ? [tokens] : pieces.map { Tokens($0) }
        }
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
        let label: String
        let value: String
        let labelTokens: Tokens
        let valueTokens: Tokens
        /// The label's words, for comparison.
        let key: String
        var place: String
        var section: Section?
        /// The agency whose heading or table it stands under, and the words that name it.
        var agency: Partner?
        var heading: String
        var zone: Zone

        init(
            label: String,
            value: String,
            place: String,
            section: Section?,
            agency: Partner?,
            heading: String,
            zone: Zone
        ) {
            self.label = label
            self.value = value
            self.place = place
            self.section = section
            self.agency = agency
            self.heading = heading
            self.zone = zone
            labelTokens = Tokens(label)
            valueTokens = Tokens(value)
            key = labelTokens.key
        }

        /// The table that the fact stands in; its place otherwise.
        var group: Substring { place.prefixBefore(", row") }
    }

    enum Zone: Sendable {
        case body
        case header
        case footer
    }

    var bodyPassages: [Passage] { passages.filter { $0.zone == .body } }

    func facts(_ isWanted: (String) -> Bool) -> [Fact] { facts.filter { isWanted($0.key) } }
}

extension String {
    func prefixBefore(_ mark: String) -> Substring {
        firstRange(ofText: mark).map { self[..<$0.lowerBound] } ?? self[...]
    }
}
