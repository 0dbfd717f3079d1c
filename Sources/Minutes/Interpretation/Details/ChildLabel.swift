/// What a label, column or question of a form asks of a child.
///
/// A label is made of phrases of the vocabulary and of small words between them; a word that belongs to neither makes it
/// a label of something else: "School" asks for the setting, "School nurse" does not.
enum ChildLabel: Equatable {
    case name
    case surname
    case forename
    case dateOfBirth
    case reference
    case setting
    /// A number that is never the case reference: NHS number, UPN, police reference.
    case otherIdentifier

    /// The first thing that the label asks for.
    init?(_ label: Tokens) {
        guard let first = Self.all(in: label).first, first != .otherIdentifier else { return nil }
        self = first
    }

    /// All that the label asks for, in its order: "Name / DOB / Mosaic ID" asks for three things.
    static func all(in label: Tokens) -> [ChildLabel] {
        // "Unborn baby of" asks for the mother.
        guard !label.isEmpty, label.count <= 16, !label.isAll(.otherPersonLabel) else { return [] }
        var found: [ChildLabel] = []
        var position = 0
        while position < label.count {
            if let (meaning, length) = longest(label, position) {
                if found.last != meaning { found.append(meaning) }
                position += length
            } else if fillers.contains(label.words[position].text) {
                position += 1
            } else {
                return []
            }
        }
        return found
    }

    private static let cues: [(Cue, ChildLabel)] = [
        (.otherIdentifier, .otherIdentifier), (.birthLabel, .dateOfBirth), (.settingLabel, .setting),
        (.surnameLabel, .surname), (.forenameLabel, .forename), (.childNameLabel, .name),
    ]

    private static let fillers = Cues.builtIn.words(of: .labelFiller)

    private static func longest(_ label: Tokens, _ position: Int) -> (ChildLabel, Int)? {
        var best: (ChildLabel, Int)?
        for (cue, meaning) in cues {
            let length = Cues.builtIn.phrases(of: cue).longestMatch(in: label, at: position)
            if length > best?.1 ?? 0 { best = (meaning, length) }
        }
        if let run = ReferenceWords.run(in: label, at: position), run.count > best?.1 ?? 0 {
            best = (.reference, run.count)
        }
        return best
    }
}
