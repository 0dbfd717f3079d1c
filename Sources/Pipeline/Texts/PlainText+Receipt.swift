import Distribution
import Minutes

/// The parts that receipts and problem files have in common.
extension PlainText {
    mutating func addFacts(of receipt: Receipt) {
        if case .rejected = receipt.outcome {
            field("Found", LondonTime.text(receipt.takenIn))
        } else {
            field("Taken in", LondonTime.text(receipt.takenIn))
        }
        field("Council", receipt.council)
        guard let line = receipt.meeting else { return }
        field("Reference", "\(line.reference), version \(line.version)")
        field("Meeting", Wording.meeting(line.meeting))
    }

    mutating func addReasons(of receipt: Receipt) {
        switch receipt.outcome {
        case .accepted: break
        case .held(let reasons):
            for reason in reasons { item(reason.text) }
        case .rejected(let reason): item(reason)
        }
    }

    mutating func addDetails(of receipt: Receipt) {
        addPartners(of: receipt)
        if !receipt.recipients.isEmpty {
            heading("Who gets the minutes")
            if let without = receipt.sentWithout {
                paragraph(
                    """
                    The document goes out as a cleaned copy, without what no page shows: \(without). The document itself is \
                    kept as it was dropped.
                    """
                )
            }
            for line in receipt.recipients {
                item(Wording.recipient(line))
                detail(Wording.state(line, now: receipt.writtenAt))
            }
        }
        addList("What is missing", receipt.missing)
        addList("Worth mending next time", receipt.warnings)
        addList("Who has been sent an alert", receipt.told.map { Wording.told($0, now: receipt.writtenAt) })
    }

    private mutating func addPartners(of receipt: Receipt) {
        guard !receipt.partners.isEmpty else { return }
        heading("Who was consulted, as the minutes have it")
        for line in receipt.partners {
            var text = "\(Wording.partner(line.partner)): \(Wording.evidence(line.evidence))"
            switch line.standing {
            case .met, .notRequired: break
            case .exempt: text += "; not needed here, for the reason that the minutes give"
            case .gap:
                text += " - REQUIRED AND MISSING"
                text += line.told.map { "; an alert was sent to \($0)" } ?? "; no alert has left yet"
            }
            item(text)
        }
    }

    private mutating func addList(_ name: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        heading(name)
        for text in texts { item(text) }
    }
}
