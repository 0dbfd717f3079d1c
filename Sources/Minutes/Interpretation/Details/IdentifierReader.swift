/// Finds NHS numbers, UPNs and URNs by their labels, and tells whether they can be right.
struct IdentifierReader {
    let outline: Outline

    func identifiers() -> [Identifier] {
        var found: [Identifier] = []
        for fact in outline.facts {
            guard let kind = Self.kind(of: fact.labelTokens, at: 0)?.kind,
                let isValid = Self.isValid(fact.value, kind)
            else { continue }
            found.append(Identifier(kind: kind, isValid: isValid, source: fact.place))
        }
        for passage in outline.passages {
            found += mentions(in: passage.tokens, place: passage.place)
        }
        var seen: Set<String> = []
        return found.filter { seen.insert("\($0.kind) \($0.isValid) \($0.source)").inserted }
    }

    /// Numbers behind their labels in a line, such as "(URN 119999)".
    private func mentions(in tokens: Tokens, place: String) -> [Identifier] {
        tokens.words.indices.compactMap { position in
            guard let (kind, length) = Self.kind(of: tokens, at: position), position + length < tokens.count,
                let isValid = Self.isValid(
                    tokens.text[tokens.words[position + length].range.lowerBound...],
                    kind
                )
            else { return nil }
            return Identifier(kind: kind, isValid: isValid, source: place)
        }
    }

    private static func kind(of tokens: Tokens, at position: Int) -> (kind: Identifier.Kind, length: Int)? {
        let cues: [(Cue, Identifier.Kind)] = [
            (.nhsNumberLabel, .nhsNumber), (.pupilNumberLabel, .uniquePupilNumber),
            (.settingNumberLabel, .settingNumber),
        ]
        for (cue, kind) in cues {
            let length = Cues.builtIn.phrases(of: cue).longestMatch(in: tokens, at: position)
            if length > 0 { return (kind, length) }
        }
        return nil
    }

    private static func isValid(_ value: some StringProtocol, _ kind: Identifier.Kind) -> Bool? {
        let text = value.drop { $0.isWhitespace || ":.#(".contains($0) }
        switch kind {
        case .nhsNumber:
            return NHSNumber.isValid(
                text.prefix { $0.isNumber || $0 == " " || $0 == "-" || $0 == "\u{A0}" }.trimmed
            )
        case .uniquePupilNumber: return UniquePupilNumber.isValid(text.prefix { $0.isLetter || $0.isNumber })
        case .settingNumber: return SettingNumber.isValid(text.prefix { $0.isNumber || $0.isLetter })
        }
    }
}
