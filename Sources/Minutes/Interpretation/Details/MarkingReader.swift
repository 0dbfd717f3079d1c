/// Finds what a document says of itself, or carries unseen, that forbids plain distribution.
struct MarkingReader {
    let outline: Outline
    let document: Document

    func markings() -> [MeetingRecord.Marking] {
        var markings = traces()
        for (kind, phrases) in Self.phrases {
            for passage in outline.passages {
                let tokens = Tokens(passage.text)
                guard let phrase = phrases.first(where: { tokens.contains(phrase: $0) }) else { continue }
                guard !Self.isDenied(tokens, phrase) else { continue }
                markings.append(
                    MeetingRecord.Marking(kind: kind, words: Self.excerpt(passage.text), source: passage.place))
                break
            }
        }
        return markings
    }

    private static let phrases: [(MeetingRecord.Marking.Kind, [String])] = [
        (
            .policeSensitive,
            [
                "police sensitive", "police sensitive information", "police confidential", "police restricted", "sensitive police information", "police information not to be shared",
                "police intelligence not to be", "not to be disclosed without police", "without the permission of the police", "without police permission", "without the agreement of the police", "sensitive police",
                "sensitive intelligence", "police only", "third party police", "not for disclosure police", "law enforcement sensitive", "confidential police",
            ]
        ),
        (
            .restricted,
            [
                "restricted circulation", "restricted distribution", "circulation restricted", "distribution restricted", "restricted minutes", "restricted record", "restricted access", "limited circulation", "named recipients only",
                "numbered copies", "copy number", "restricted to those", "restricted to named", "circulation is restricted", "circulation limited", "not for circulation", "not for distribution", "do not circulate", "do not distribute", "not to be circulated", "not to be distributed", "eyes only", "restricted meeting", "official sensitive restricted", "strictly restricted", "distribution limited",
            ]
        ),
        (
            .confidentialAddress,
            [
                "confidential address", "address confidential", "address is confidential", "address withheld", "address not to be disclosed", "address must not be disclosed", "undisclosed address", "address undisclosed", "address not disclosed", "address to be kept confidential", "do not disclose address", "do not disclose the address", "confidential placement", "placement confidential", "placement address", "placement is confidential", "refuge address", "address is not to be shared", "address not to be shared", "address must not be shared", "do not share address", "do not share the address", "address protected", "protected address", "address restricted", "whereabouts must not", "whereabouts not to be", "undisclosed location", "confidential location", "undisclosed placement", "non disclosure of address", "address not for disclosure", "not disclose the placement", "not disclose placement", "not be given the address", "safe address",
            ]
        ),
    ]

    private static func isDenied(_ tokens: Tokens, _ phrase: String) -> Bool {
        guard let index = tokens.firstIndex(ofPhrase: phrase), index > 0 else { return false }
        return ["no", "not", "without", "nothing"].contains(tokens.words[index - 1].text)
    }

    private func traces() -> [MeetingRecord.Marking] {
        document.traces.compactMap { trace in
            let kind: MeetingRecord.Marking.Kind? =
                switch trace.kind {
                case .trackedChanges: .trackedChanges
                case .comments: .comments
                case .hiddenText: .hiddenText
                case .embeddedObject: .embeddedObject
                case .externalLink, .customProperties: nil
                }
            return kind.map { MeetingRecord.Marking(kind: $0, words: trace.detail, source: "the file") }
        }
    }

    private static func excerpt(_ text: String) -> String {
        text.count <= 120 ? text.replacingNewlines : String(text.replacingNewlines.prefix(117)) + "…"
    }
}
