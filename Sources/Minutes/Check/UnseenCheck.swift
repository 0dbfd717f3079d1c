/// Says of what a reader of the printed page would not see what it is, how many there are, and what to do.
package enum UnseenCheck {
    /// Stands in the sentence of a finding where a cleaned copy can be made of the file.
    package static let offer = "minuted release REF --cleaned"

    /// `nil` for a marking that stands on the page.
    static func finding(_ marking: MeetingRecord.Marking, holds: Rules.Holds.Unseen) -> Finding? {
        guard let kind = Kind(marking.kind, holds: holds) else { return nil }
        var text = "\(kind.what) (\(marking.words))."
        if kind.isHeld {
            text += " \(kind.remedy) and drop the file again"
            text +=
                marking.isCleanable
                ? ", or have a copy sent without \(kind.pronoun) (`\(offer)`)." : "."
        }
        return Finding(
            code: kind.code,
            severity: kind.isHeld ? .hold : .note,
            text: text,
            source: marking.source
        )
    }

    private struct Kind {
        var code: Finding.Code
        var isHeld: Bool
        var what: String
        var remedy: String
        var pronoun = "them"

        init?(_ kind: MeetingRecord.Marking.Kind, holds: Rules.Holds.Unseen) {
            switch kind {
            case .restricted, .policeSensitive, .confidentialAddress: return nil
            case .trackedChanges:
                code = .trackedChanges
                isHeld = holds.trackedChanges
                what = "Tracked changes were left in the document"
                remedy = "Accept or reject them"
            case .comments:
                code = .comments
                isHeld = holds.comments
                what = "Comments were left in the document"
                remedy = "Delete them"
            case .hiddenText:
                code = .hiddenText
                isHeld = holds.hiddenText
                what = "The document holds hidden text"
                remedy = "Delete it, or make it visible"
                pronoun = "it"
            case .embeddedObject:
                code = .embeddedObject
                isHeld = holds.embeddedObjects
                what = "The document holds an embedded file or object"
                remedy = "Take it out"
                pronoun = "it"
            case .externalContent:
                code = .externalContent
                isHeld = holds.externalContent
                what = "The document loads something from outside when it is opened"
                remedy = "Break the links"
            case .customData:
                code = .customData
                isHeld = holds.customData
                what = "The document holds data that no page shows"
                remedy = "Remove the data (in Word: File, Info, Inspect Document)"
                pronoun = "it"
            case .unknownContent:
                code = .unknownContent
                isHeld = holds.unknownContent
                what = "The file holds something that is not part of the document"
                remedy = "Copy the text into a new document"
                pronoun = "it"
            case .customProperties:
                code = .customProperties
                isHeld = holds.customProperties
                what = "The file has properties of its own"
                remedy = "Remove them (in Word: File, Info, Inspect Document)"
            }
        }
    }
}
