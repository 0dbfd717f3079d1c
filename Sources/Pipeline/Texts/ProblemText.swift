import Minutes

/// The text of `NAME.problem.txt`: why a file was held or rejected, and what to do about it.
package struct ProblemText: Equatable, Sendable {
    package let text: String

    package init(_ receipt: Receipt) {
        var page = PlainText()
        page.title("THESE MINUTES HAVE NOT BEEN SENT")
        page.gap()
        page.addFacts(of: receipt)

        page.heading("What happened")
        page.paragraph(Self.summary(of: receipt))
        page.addReasons(of: receipt)

        page.heading("What to do next")
        page.steps(Self.steps(for: receipt))

        page.addDetails(of: receipt)
        page.gap()
        page.paragraph("Written on \(LondonTime.text(receipt.writtenAt)).")
        text = page.text
    }

    private static func summary(of receipt: Receipt) -> String {
        switch receipt.outcome {
        case .accepted: "The minutes were taken in; nothing holds them back."
        case .held:
            "The minutes are held: nobody gets them until a person has looked at them. The reasons are:"
        case .rejected: "The file could not be taken in, and nobody gets it. The reason is:"
        }
    }

    private static func steps(for receipt: Receipt) -> [String] {
        switch receipt.outcome {
        case .accepted: return ["Nothing."]
        case .rejected:
            return [
                "Check that it is the right file, and mend what the reason above says.",
                "Drop the file into the inbox folder again.",
                "Delete this note and the file beside it when the new file has its receipt in Accepted.",
            ]
        case .held(let reasons):
            let mends = reasons.compactMap { mend($0.code) }
            var unique: [String] = []
            for mend in mends where !unique.contains(mend) { unique.append(mend) }
            let release = receipt.meeting.map { " (minuted release \($0.reference))" } ?? " (minuted release)"
            let again =
                unique.isEmpty
                ? [] : ["If you changed the document, save it and drop it into the inbox folder again."]
            var steps =
                unique + again + [
                    """
                    If the minutes are right as they are, ask \(receipt.decider) to release them\(release), with a \
                    reason.
                    """
                ]
            if let reference = receipt.meeting?.reference,
                reasons.contains(where: { $0.text.contains(UnseenCheck.offer) })
            {
                steps.append(
                    """
                    If only what no page shows is wrong, ask \(receipt.decider) to have a copy sent without it (minuted \
                    release \(reference) --cleaned), with a reason.
                    """
                )
            }
            return steps
        }
    }

    /// What the person who dropped the file can do about a reason; `nil` where it takes a decision.
    private static func mend(_ code: Finding.Code) -> String? {
        switch code {
        case .draft, .notSignedOff:
            "Have the chair sign the minutes off, and take the word \"draft\" out of them."
        case .noAttendance: "Add the list of who was invited, who came and who sent apologies."
        case .noDate, .contradictoryDate: "Write the date of the meeting once, in full."
        case .noChild: "Add the section that says which child the meeting was about."
        case .severalMeetings: "Save the minutes of each meeting as a file of its own."
        case .trackedChanges: "In Word, accept or reject all tracked changes."
        case .comments: "In Word, delete all comments."
        case .hiddenText: "In Word, show the hidden text and delete it, or make it visible."
        case .externalContent: "In Word, break the links to other files (File, Info, Edit Links to Files)."
        case .customData: "In Word, have the document inspected and the custom XML data removed (File, Info)."
        case .unknownContent: "Copy the text into a new document and drop that."
        case .embeddedObject: "Remove the embedded file and attach what belongs to the minutes as text."
        case .confidentialAddress: "Check whether an address is in the minutes that must not be passed on."
        case .policeSensitive: "Check with the police which parts may be passed on, and to whom."
        default: nil
        }
    }
}
