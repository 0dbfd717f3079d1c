/// Finds what a document says of itself, or carries unseen, that forbids plain distribution.
struct MarkingReader {
    let outline: Outline
    let document: Document

    func markings() -> [MeetingRecord.Marking] {
        var markings = traces()
        for (kind, cue) in Self.cues {
            for passage in outline.passages {
                let tokens = passage.tokens
                guard let phrase = tokens.first(cue), !Self.isDenied(tokens, phrase.lowerBound) else {
                    continue
                }
                markings.append(
                    MeetingRecord.Marking(
                        kind: kind,
                        words: Self.excerpt(passage.text),
                        source: passage.place
                    )
                )
                break
            }
        }
        return markings
    }

    private static let cues: [(MeetingRecord.Marking.Kind, Cue)] = [
        (.policeSensitive, .policeSensitive),
        (.restricted, .restrictedCirculation),
        (.confidentialAddress, .confidentialAddress),
    ]

    private static func isDenied(_ tokens: Tokens, _ index: Int) -> Bool {
        index > 0 && ["no", "not", "without", "nothing"].contains(tokens.words[index - 1].text)
    }

    private func traces() -> [MeetingRecord.Marking] {
        document.traces.compactMap { trace in
            let kind: MeetingRecord.Marking.Kind? =
                switch trace.kind {
                case .trackedChanges: .trackedChanges
                case .comments: .comments
                case .hiddenText: .hiddenText
                case .embeddedObject: .embeddedObject
                case .externalLink: .externalContent
                case .customData: .customData
                case .unknownContent: .unknownContent
                case .customProperties: .customProperties
                case .hyperlinks, .webHidden, .metadata: nil
                }
            return kind.map {
                MeetingRecord.Marking(
                    kind: $0,
                    words: trace.detail,
                    source: "the file",
                    isCleanable: document.format == .docx
                )
            }
        }
    }

    private static func excerpt(_ text: String) -> String {
        text.count <= 120 ? text.replacingNewlines : String(text.replacingNewlines.prefix(117)) + "…"
    }
}
